/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-write.h"

#include "core/case-parts.h"
#include "core/shop.h"
#include "core/tags.h"
#include "core/task.h"
#include "store/reader-private.h"

#include <string.h>

/* So many of the newest cases tell which tags are in use. */
#define NEWEST 500

/* The first there is. */
static const DaybookId *
find_lead (GPtrArray *agents)
{
  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_LEAD)
        return &agent->id;
    }

  return NULL;
}

gboolean
daybook_reader_build_case (DaybookReader     *reader,
                           DaybookCaseDraft  *draft,
                           DaybookEdit       *edit,
                           GError           **error)
{
  const DaybookId *id = &daybook_case_draft_row (draft)->id;
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, error);
  g_autoptr(GPtrArray) tasks = agents != NULL ? daybook_reader_parts (reader, &daybook_tasks, DAYBOOK_TASK_CASE, id, error) : NULL;

  if (tasks == NULL)
    return FALSE;

  daybook_case_draft_know_tasks (draft, tasks);
  daybook_case_draft_build (draft, find_lead (agents), edit);
  return TRUE;
}

/* --- Links ------------------------------------------------------------------------- */

static gboolean
is_in_use (DaybookReader   *reader,
           const DaybookId *id)
{
  g_autoptr(DaybookRow) row = id != NULL ? daybook_reader_find (reader, &daybook_cases, id, NULL) : NULL;

  return row != NULL && daybook_row_int (row, DAYBOOK_CASE_DELETED) == 0;
}

static void
add_links (DaybookReader *reader,
           GPtrArray     *links,
           GPtrArray     *found,
           guint          far)
{
  for (guint i = 0; i < found->len; i++)
    {
      DaybookRow *link = g_ptr_array_index (found, i);

      if (is_in_use (reader, daybook_row_ref_id (link, far)))
        g_ptr_array_add (links, daybook_row_ref (link));
    }
}

GPtrArray *
daybook_reader_case_links (DaybookReader    *reader,
                           const DaybookId  *of,
                           GError          **error)
{
  g_autoptr(GPtrArray) from = daybook_reader_parts (reader, &daybook_case_links, DAYBOOK_CASE_LINK_CASE, of, error);
  g_autoptr(GPtrArray) to = from != NULL ? daybook_reader_parts (reader, &daybook_case_links, DAYBOOK_CASE_LINK_OTHER, of, error) : NULL;
  GPtrArray *links;

  if (to == NULL)
    return NULL;

  links = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  add_links (reader, links, from, DAYBOOK_CASE_LINK_OTHER);
  add_links (reader, links, to, DAYBOOK_CASE_LINK_CASE);
  return links;
}

/* --- Tags ---------------------------------------------------------------------------- */

#define TAGS_SQL \
  "SELECT tags, count (*) FROM" \
  " (SELECT tags FROM cases WHERE register = :register AND deleted = 0 AND merged_into IS NULL" \
  "  ORDER BY opened_at DESC LIMIT :newest)" \
  " WHERE tags IS NOT NULL GROUP BY tags"

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

char **
daybook_reader_case_tags (DaybookReader  *reader,
                          const char     *key,
                          guint           limit,
                          GError        **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, TAGS_SQL, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":register", key);
  daybook_bind_int (statement, ":newest", NEWEST);
  while (daybook_statement_next (statement, &local))
    count_tags (counts, daybook_column_text (statement, 0), sqlite3_column_int (statement, 1));
  if (local == NULL)
    return sort_tags (counts, limit);

  g_propagate_error (error, local);
  return NULL;
}
