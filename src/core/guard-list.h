/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"
#include "core/language.h"

G_BEGIN_DECLS

/* Words that a shop does not say to its customers, and what it says instead (PH-03, PH-04, PH-09): a list
 * of one rule. It is data: data/guard/README.md says what its members mean. */

/* One thing not to say, in the words in which it is said; each by DaybookLanguage. */
typedef struct
{
  char **texts[DAYBOOK_N_LANGUAGES];
  char  *instead[DAYBOOK_N_LANGUAGES]; /* or NULL */
  char **unless[DAYBOOK_N_LANGUAGES];  /* longer words, in which it is harmless */
  guint  channels;                           /* DAYBOOK_GUARD_CHANNEL(): only there; 0: everywhere */
} DaybookGuardWord;

#define DAYBOOK_GUARD_CHANNEL(channel) (1U << (channel))

typedef struct
{
  char      *rule;  /* its key: "negative" */
  char      *title;
  char      *why;   /* a sentence for who wrote such a word */
  GPtrArray *words; /* DaybookGuardWord */
} DaybookGuardList;

/* Reads a list; `title` and `why` are in the person's language, the words in every one. `name` is the file's,
 * for messages. Errors: FORMAT. */
DaybookGuardList *daybook_guard_list_parse (const char        *json,
                                            const char        *name,
                                            GError           **error);
void              daybook_guard_list_free  (DaybookGuardList  *self);

/* The words of the channels that a list may name, for messages. (transfer full) */
char             *daybook_guard_list_channels (void);

/* Whether the text can be looked for: it has letters, more than one where it is Latin, and is no whole
 * article. Errors: CONSTRAINT. */
gboolean          daybook_guard_check_word (const char        *text,
                                            GError           **error);

/* The letters that are looked for: the same for texts that are the same word in another spelling. (transfer full) */
char             *daybook_guard_word_key   (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookGuardList, daybook_guard_list_free)

G_END_DECLS
