/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/language.h"
#include "core/phrase.h"

G_BEGIN_DECLS

/* A phrase that Daybook brings: data. data/phrases/README.md says what the members of its file mean. Of each
 * language but ANY it has a text. */
typedef struct
{
  char           *key;
  DaybookPurpose  purpose;
  DaybookDaypart  daypart;
  char           *titles[DAYBOOK_N_LANGUAGES];
  char           *texts[DAYBOOK_N_LANGUAGES];  /* all the ways to say it (core/phrase-text.h) */
  char           *paths[DAYBOOK_N_LANGUAGES];  /* as core/phrase-path.h keeps them; or NULL */
  char           *registers;                   /* core/place-list.h; or NULL */
  char           *channels;                    /* words of channels with blanks between; or NULL */
  char           *stage;                       /* what it proposes; each or NULL */
  char           *snooze;
  char           *promise;
} DaybookPhraseStarter;

/* Reads a file of them, in its order. `length` in bytes, or -1; `name` is the file's, for messages. Where a
 * path leads, and which registers and stages there are, is not looked at.
 * (element-type DaybookPhraseStarter) (transfer full)
 * Errors: FORMAT, with a sentence that names file, line and member. */
GPtrArray *daybook_phrase_starters_parse (const char  *json,
                                          gssize       length,
                                          const char  *name,
                                          GError     **error);

G_END_DECLS
