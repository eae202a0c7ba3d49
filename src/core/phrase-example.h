/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-facts.h"

G_BEGIN_DECLS

/* Made-up facts, so that whoever writes a phrase sees what a customer will read (PH-01). Pure; any thread. */

/* What a placeholder might stand for in that language, which is never ANY. NULL: the clock, the desk and the shop tell
 * that indeed. */
const char *daybook_phrase_example        (DaybookPlaceholder        placeholder,
                                           DaybookLanguage           language);

/* For daybook_phrase_fill(): what `facts` knows, else an example. */
typedef struct
{
  DaybookPhraseFacts *facts;
  DaybookLanguage     language;
} DaybookPhraseExamples;

const char *daybook_phrase_example_lookup (DaybookPlaceholder        placeholder,
                                           gpointer                  examples);

G_END_DECLS
