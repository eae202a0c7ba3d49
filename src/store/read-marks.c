/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/read-marks.h"

#include "store/reader-private.h"

/* DAYBOOK_ANNOUNCEMENT_SPECIAL. */
#define SPECIAL "3"
/* Roles of readers follow those of agents, behind everybody (core/chore.h). */
#define FOR_AGENT "(readers = 0 OR readers = (SELECT role + 1 FROM agents WHERE rowid = :agent))"

void
daybook_article_reader_free (DaybookArticleReader *self)
{
  daybook_row_unref (self->agent);
  g_free (self);
}

/* --- Of an article --------------------------------------------------------------------------- */

static gboolean
must_read (const DaybookRow *article,
           const DaybookRow *agent)
{
  DaybookChoreWho readers = (DaybookChoreWho) daybook_row_int (article, DAYBOOK_ARTICLE_READERS);

  return daybook_row_has (article, DAYBOOK_ARTICLE_READ_BY)
         && daybook_readers_fit (readers, (DaybookRole) daybook_row_int (agent, DAYBOOK_AGENT_ROLE));
}

/* By the marks of the article; the newest revision is the one that counts. */
static gboolean
read_state (DaybookReader         *reader,
            const DaybookRow      *article,
            DaybookArticleReader  *self,
            GError               **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT at, revision IS (SELECT rowid FROM revisions WHERE article = :article AND deleted = 0 ORDER BY at DESC, rowid DESC LIMIT 1)"
    " FROM read_marks WHERE article = :article AND agent = :agent AND deleted = 0 LIMIT 1", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":article", article->rowid);
  daybook_bind_int (statement, ":agent", self->agent->rowid);
  if (daybook_statement_next (statement, &local))
    {
      self->at = sqlite3_column_int64 (statement, 0);
      self->state = sqlite3_column_int64 (statement, 1) != 0 ? DAYBOOK_READ_CURRENT : DAYBOOK_READ_OLDER;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Nobody reads anew what they have written. */
static void
count_author (const DaybookRow     *article,
              DaybookArticleReader *self)
{
  const DaybookId *author = daybook_row_ref_id (article, DAYBOOK_ARTICLE_CHANGED_BY);

  if (self->state == DAYBOOK_READ_CURRENT || author == NULL || !daybook_id_equal (author, &self->agent->id))
    return;

  self->state = DAYBOOK_READ_CURRENT;
  self->at = daybook_row_int (article, DAYBOOK_ARTICLE_CHANGED_AT);
}

static int
compare_readers (gconstpointer a,
                 gconstpointer b)
{
  const DaybookArticleReader *first = *(DaybookArticleReader *const *) a, *second = *(DaybookArticleReader *const *) b;
  int late = (second->must && second->state == DAYBOOK_READ_NOT) - (first->must && first->state == DAYBOOK_READ_NOT);

  return late != 0 ? late : g_utf8_collate (daybook_row_text (first->agent, DAYBOOK_AGENT_NAME), daybook_row_text (second->agent, DAYBOOK_AGENT_NAME));
}

GPtrArray *
daybook_article_readers (DaybookReader     *reader,
                         const DaybookRow  *article,
                         GError           **error)
{
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, error);
  g_autoptr(GPtrArray) readers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_article_reader_free);

  for (guint i = 0; agents != NULL && i < agents->len; i++)
    {
      DaybookArticleReader *self = g_new0 (DaybookArticleReader, 1);

      self->agent = daybook_row_ref (g_ptr_array_index (agents, i));
      g_ptr_array_add (readers, self);
      if (!read_state (reader, article, self, error))
        return NULL;
      count_author (article, self);
      self->must = must_read (article, self->agent);
    }
  g_ptr_array_sort (readers, compare_readers);
  return agents != NULL ? g_steal_pointer (&readers) : NULL;
}

DaybookRow *
daybook_read_mark_find (DaybookReader    *reader,
                        const DaybookId  *of,
                        const DaybookId  *agent,
                        GError          **error)
{
  GError *local = NULL;
  DaybookRow *row;
  DaybookId id;

  daybook_read_mark_id (&id, of, agent);
  row = daybook_reader_find (reader, &daybook_read_marks, &id, &local);
  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  if (row != NULL && daybook_row_int (row, DAYBOOK_READ_MARK_DELETED) != 0)
    g_clear_pointer (&row, daybook_row_unref);
  return row;
}

/* --- Of an agent ------------------------------------------------------------------------------- */

/* Adds the rows of the table by `sql`, which knows :agent, :now and :limit. */
static gboolean
add_unread (GPtrArray           *unread,
            DaybookReader       *reader,
            const DaybookTable  *table,
            const char          *sql,
            const DaybookRow    *agent,
            gint64               now,
            guint                limit,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);
  g_autoptr(GArray) keys = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":agent", agent->rowid);
  if (table == &daybook_announcements)
    daybook_bind_int (statement, ":now", now);
  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  keys = daybook_statement_keys (statement, error);
  rows = keys != NULL ? daybook_reader_rows (reader, table, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (unread, daybook_row_ref (g_ptr_array_index (rows, i)));
  return rows != NULL;
}

GPtrArray *
daybook_unread (DaybookReader     *reader,
                const DaybookRow  *agent,
                gint64             now,
                guint              limit,
                GError           **error)
{
  g_autoptr(GPtrArray) unread = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  /* Who may change nothing is asked nothing. */
  if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_READ_ONLY)
    return g_steal_pointer (&unread);

  if (!add_unread (unread, reader, &daybook_announcements,
                   "SELECT n.rowid FROM announcements n INDEXED BY announcements_at WHERE n.deleted = 0 AND " FOR_AGENT
                   " AND (n.until IS NULL OR n.until > :now)"
                   " AND NOT EXISTS (SELECT 1 FROM read_marks m WHERE m.announcement = n.rowid AND m.agent = :agent AND m.deleted = 0)"
                   " ORDER BY n.kind = " SPECIAL " DESC, n.at DESC, n.rowid DESC LIMIT :limit", agent, now, limit, error)
      || !add_unread (unread, reader, &daybook_articles,
                      "SELECT a.rowid FROM articles a INDEXED BY articles_read_by WHERE a.read_by IS NOT NULL AND a.deleted = 0 AND a.state = 0"
                      " AND " FOR_AGENT " AND a.changed_by IS NOT :agent"
                      " AND NOT EXISTS (SELECT 1 FROM read_marks m WHERE m.article = a.rowid AND m.agent = :agent AND m.deleted = 0)"
                      " ORDER BY a.read_by, a.rowid LIMIT :limit", agent, now, limit, error))
    return NULL;
  return g_steal_pointer (&unread);
}
