/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The phrases of a shop. */

/* For whom one is looked for. */
typedef struct
{
  DaybookLanguage  language; /* one in another language comes later, if nothing else is there */
  const DaybookId *agent;    /* whose own phrases are among them; NULL: nobody's */
  const char      *channel;  /* word of the channel by which it is said; NULL: any */
} DaybookPhraseFor;

/* The phrase of that key, else of that title, which fits best: in the language, the person's own before the
 * shop's, for the channel; the newest of those that are alike. Others' own are not looked at; one that is retired
 * is found where there is no other. (transfer full)
 * Errors: NOT_FOUND. */
DaybookRow *daybook_reader_find_phrase   (DaybookReader          *self,
                                          const char             *word,
                                          const DaybookPhraseFor *wanted,
                                          GError                **error);
/* How often each was of use; one that never was is not in it. (element-type gint64 guint): by the row's key.
 * (transfer full) */
GHashTable *daybook_reader_phrase_uses   (DaybookReader          *self,
                                          GError                **error);
/* How often the phrase of that key was, by the table. */
guint       daybook_phrase_uses_of       (GHashTable             *uses,
                                          gint64                  phrase);

/* By whom it was said. */
typedef struct
{
  DaybookId agent; /* null: nobody knows */
  guint     n_uses;
  gint64    last;  /* UTC seconds; 0: not known */
} DaybookPhraseUser;

/* At most `limit` people, who said it most often first. (element-type DaybookPhraseUser) (transfer full) */
GArray     *daybook_reader_phrase_users  (DaybookReader          *self,
                                          gint64                  phrase,
                                          guint                   limit,
                                          GError                **error);

G_END_DECLS
