/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tags-in-use.h"

#include "core/tags.h"
#include "store/reader-private.h"

#include <string.h>

/* So many of the newest rows tell which tags are in use. */
#define NEWEST 500

#define CASES_SQL \
  "SELECT tags, count (*) FROM" \
  " (SELECT tags FROM cases WHERE register = :register AND deleted = 0 AND merged_into IS NULL" \
  "  ORDER BY opened_at DESC LIMIT :newest)" \
  " WHERE tags IS NOT NULL GROUP BY tags"
#define CUSTOMERS_SQL \
  "SELECT tags, count (*) FROM" \
  " (SELECT tags FROM customers INDEXED BY customers_tagged WHERE tags IS NOT NULL AND deleted = 0" \
  "  ORDER BY rowid DESC LIMIT :newest)" \
  " GROUP BY tags"

static void
count_tags (GHashTable *counts,
            const char *text,
            int         n)
{
  g_auto(GStrv) tags = daybook_tags_split (text);

  for (char **tag = tags; *tag != NULL; tag++)
    {
      int before = GPOINTER_TO_INT (g_hash_table_lookup (counts, *tag));

      g_hash_table_insert (counts, g_strdup (*tag), GINT_TO_POINTER (before + n));
    }
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      counts)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  int more = GPOINTER_TO_INT (g_hash_table_lookup (counts, second)) - GPOINTER_TO_INT (g_hash_table_lookup (counts, first));

  return more != 0 ? more : strcmp (first, second);
}

static char **
sort_tags (GHashTable *counts,
           guint       limit)
{
  g_autoptr(GStrvBuilder) first = g_strv_builder_new ();
  guint n;
  g_autofree gpointer *tags = g_hash_table_get_keys_as_array (counts, &n);

  g_qsort_with_data (tags, (int) n, sizeof *tags, compare, counts);
  for (guint i = 0; i < MIN (n, limit); i++)
    g_strv_builder_add (first, tags[i]);
  return g_strv_builder_end (first);
}

static char **
read_tags (DaybookStatement  *statement,
           guint              limit,
           GError           **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *local = NULL;

  daybook_bind_int (statement, ":newest", NEWEST);
  while (daybook_statement_next (statement, &local))
    count_tags (counts, daybook_column_text (statement, 0), sqlite3_column_int (statement, 1));
  if (local == NULL)
    return sort_tags (counts, limit);

  g_propagate_error (error, local);
  return NULL;
}

char **
daybook_reader_case_tags (DaybookReader  *reader,
                          const char     *key,
                          guint           limit,
                          GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, CASES_SQL, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":register", key);
  return read_tags (statement, limit, error);
}

char **
daybook_reader_customer_tags (DaybookReader  *reader,
                              guint           limit,
                              GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, CUSTOMERS_SQL, error);

  return statement != NULL ? read_tags (statement, limit, error) : NULL;
}
