/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-starter.h"

G_BEGIN_DECLS

/* The phrases that Daybook brings, by purpose and then as their files have them (PH-01). They are read once and
 * live for good. Any thread. (element-type DaybookPhraseStarter) (transfer none) */
GPtrArray                  *daybook_phrase_starters     (void);
/* NULL: there is none of that key. */
const DaybookPhraseStarter *daybook_phrase_starter_find (const char *key);

G_END_DECLS
