/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phrases.h"

#include "core/place-list.h"
#include "core/use.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* --- Looking for one ----------------------------------------------------------------------- */

static GPtrArray *
read_named (DaybookReader  *self,
            const char     *sql,
            const char     *word,
            GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":word", word);
  keys = daybook_statement_keys (statement, error);
  return keys != NULL ? daybook_reader_rows (self, &daybook_phrases, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;
}

/* How well it fits; what is said first weighs more than all behind it. -1: it is somebody else's own. */
static int
weigh (const DaybookRow       *phrase,
       const DaybookPhraseFor *wanted)
{
  const DaybookId *agent = daybook_row_ref_id (phrase, DAYBOOK_PHRASE_AGENT);
  gint64 language = daybook_row_int (phrase, DAYBOOK_PHRASE_LANGUAGE);
  const char *channels = daybook_row_text (phrase, DAYBOOK_PHRASE_CHANNELS);
  gboolean fits = *channels == '\0' || wanted->channel == NULL || daybook_place_list_has (channels, wanted->channel);

  if (agent != NULL && (wanted->agent == NULL || !daybook_id_equal (agent, wanted->agent)))
    return -1;

  return (daybook_row_int (phrase, DAYBOOK_PHRASE_RETIRED) == 0 ? 16 : 0)
         + (language == (gint64) wanted->language ? 8 : language == DAYBOOK_LANGUAGE_ANY ? 4 : 0)
         + (agent != NULL ? 2 : 0) + (fits ? 1 : 0);
}

/* The first of those that fit best; NULL: none may be taken. */
static DaybookRow *
pick (GPtrArray              *phrases,
      const DaybookPhraseFor *wanted)
{
  DaybookRow *best = NULL;
  int most = -1;

  for (guint i = 0; i < phrases->len; i++)
    {
      int weight = weigh (g_ptr_array_index (phrases, i), wanted);

      if (weight > most)
        {
          best = g_ptr_array_index (phrases, i);
          most = weight;
        }
    }

  return best != NULL ? daybook_row_ref (best) : NULL;
}

DaybookRow *
daybook_reader_find_phrase (DaybookReader           *self,
                            const char              *word,
                            const DaybookPhraseFor  *wanted,
                            GError                 **error)
{
  static const char *const WAYS[] = {
    "SELECT rowid FROM phrases WHERE key = :word AND deleted = 0 ORDER BY rowid DESC",
    "SELECT rowid FROM phrases WHERE title = :word AND deleted = 0 ORDER BY rowid DESC",
  };

  for (guint i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      g_autoptr(GPtrArray) phrases = read_named (self, WAYS[i], word, error);
      g_autoptr(DaybookRow) found = phrases != NULL ? pick (phrases, wanted) : NULL;

      if (phrases == NULL || found != NULL)
        return g_steal_pointer (&found);
    }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("%s “%s” does not exist."), _(daybook_phrases.label), word);
  return NULL;
}

/* --- Uses ------------------------------------------------------------------------------------ */

GHashTable *
daybook_reader_phrase_uses (DaybookReader  *self,
                            GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT phrase, count (*) FROM uses WHERE phrase IS NOT NULL AND deleted = 0 AND verdict <> :wrong GROUP BY phrase", error);
  g_autoptr(GHashTable) uses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":wrong", DAYBOOK_VERDICT_WRONG);
  while (daybook_statement_next (statement, &failure))
    {
      gint64 phrase = daybook_column_value (statement, 0).number;

      g_hash_table_insert (uses, g_memdup2 (&phrase, sizeof phrase), GUINT_TO_POINTER ((guint) daybook_column_value (statement, 1).number));
    }
  if (failure == NULL)
    return g_steal_pointer (&uses);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

guint
daybook_phrase_uses_of (GHashTable *uses,
                        gint64      phrase)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (uses, &phrase));
}

GArray *
daybook_reader_phrase_users (DaybookReader  *self,
                             gint64          phrase,
                             guint           limit,
                             GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT a.id, count (*), max (u.at)"
    " FROM uses u LEFT JOIN agents a ON a.rowid = u.agent"
    " WHERE u.phrase = :phrase AND u.deleted = 0 AND u.verdict <> :wrong"
    " GROUP BY u.agent ORDER BY 2 DESC, 3 DESC LIMIT :limit", error);
  g_autoptr(GArray) users = g_array_new (FALSE, TRUE, sizeof (DaybookPhraseUser));
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":phrase", phrase);
  daybook_bind_int (statement, ":wrong", DAYBOOK_VERDICT_WRONG);
  daybook_bind_int (statement, ":limit", limit);
  while (daybook_statement_next (statement, &local))
    {
      DaybookPhraseUser user = { .n_uses = (guint) daybook_column_value (statement, 1).number, .last = daybook_column_value (statement, 2).number };

      daybook_column_id (statement, 0, &user.agent);
      g_array_append_val (users, user);
    }
  if (local == NULL)
    return g_steal_pointer (&users);

  g_propagate_error (error, local);
  return NULL;
}
