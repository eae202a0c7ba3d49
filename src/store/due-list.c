/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-list.h"

#include "core/moment.h"
#include "core/shop.h"
#include "store/reach.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

void
daybook_due_item_free (DaybookDueItem *item)
{
  g_free (item);
}

/* --- Today ------------------------------------------------------------------------------ */

/* What stands still has the largest number for its moment: it comes last, or is not asked for. Each part is a
 * range of an index: a hundred thousand things that are due another day are not looked at. */
#define STANDING "9223372036854775807"
/* A chore that is anybody's, or that of a role, is mine too. */
#define OF_ROLE " OR role = 1 OR (role > 1 AND role = (SELECT role + 2 FROM agents WHERE id = :agent))"
#define IS_STALE "(as_of <> 0 AND as_of < due AND due <= :now)"
#define COLUMNS "due, warn, shows, agent, role, as_of, ends"
#define IS_SHOWN \
  "(:snoozed OR shows <= :now) AND (ends = 0 OR ends > :now) AND (:stale OR NOT " IS_STALE ")" \
  " AND (:agent IS NULL OR agent = (SELECT rowid FROM agents WHERE id = :agent)" OF_ROLE ")"
#define IS_DUE "due <= :end"
#define IS_NEAR "warn <= :now AND due > :end AND due < " STANDING
#define STANDS ":paused AND due = " STANDING

#define SELECT_MARKS \
  "SELECT key, due, warn, as_of FROM (" \
  "SELECT rowid AS key, " COLUMNS " FROM due_items WHERE " IS_DUE \
  " UNION ALL SELECT rowid, " COLUMNS " FROM due_items INDEXED BY due_items_warn WHERE " IS_NEAR \
  " UNION ALL SELECT rowid, " COLUMNS " FROM due_items WHERE " STANDS ")" \
  " WHERE " IS_SHOWN \
  " ORDER BY CASE WHEN due = " STANDING " THEN 2 ELSE " IS_STALE " END, due, key LIMIT :limit"
/* The first of them in the order of the index: where there are enough, nobody looks at the others. */
#define SELECT_FIRST \
  "SELECT rowid, due, warn, as_of FROM due_items INDEXED BY due_items_due" \
  " WHERE " IS_DUE " AND " IS_SHOWN " AND NOT " IS_STALE " ORDER BY due, rowid LIMIT :limit"
/* One range after the other: all at once they are a table first. */
#define COUNT \
  "SELECT (SELECT count (*) FROM due_items INDEXED BY due_items_due WHERE " IS_DUE " AND " IS_SHOWN ")" \
  " + (SELECT count (*) FROM due_items INDEXED BY due_items_warn WHERE " IS_NEAR " AND " IS_SHOWN ")" \
  " + (SELECT count (*) FROM due_items INDEXED BY due_items_due WHERE " STANDS " AND " IS_SHOWN ")"

/* The end of the day; an hour before midnight, the next hour. */
static gint64
end_of_list (gint64     now,
             GTimeZone *zone)
{
  return MAX (daybook_moment_day (now, zone, 1), now + 60 * 60);
}

static DaybookStatement *
prepare (DaybookReader        *reader,
         const char           *sql,
         const DaybookId      *agent,
         DaybookDueListFlags   flags,
         gint64                now,
         GError              **error)
{
  DaybookStatement *statement = daybook_database_prepare (reader->db, sql, error);
  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":end", end_of_list (now, daybook_store_get_zone (reader->store)));
  daybook_bind_int (statement, ":now", now);
  daybook_bind_int (statement, ":snoozed", (flags & DAYBOOK_DUE_LIST_SNOOZED) != 0);
  daybook_bind_int (statement, ":stale", (flags & DAYBOOK_DUE_LIST_STALE) != 0);
  /* Off shift one has what is one's own. */
  daybook_bind_id (statement, ":agent", daybook_reader_may (reader, DAYBOOK_RIGHT_LOOK_ANY) ? agent : daybook_store_get_agent (reader->store));
  return statement;
}

/* Of what stands still too. */
static DaybookStatement *
prepare_all (DaybookReader        *reader,
             const char           *sql,
             const DaybookId      *agent,
             DaybookDueListFlags   flags,
             gint64                now,
             GError              **error)
{
  DaybookStatement *statement = prepare (reader, sql, agent, flags, now, error);

  if (statement != NULL)
    daybook_bind_int (statement, ":paused", (flags & DAYBOOK_DUE_LIST_PAUSED) != 0);
  return statement;
}

static GArray *
read_marks (DaybookStatement  *statement,
            guint              limit,
            GError           **error)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (DaybookDueMark));
  GError *local = NULL;

  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookDueMark mark = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2),
                                    sqlite3_column_int64 (statement, 3) };

      g_array_append_val (marks, mark);
    }
  if (local == NULL)
    return g_steal_pointer (&marks);

  g_propagate_error (error, local);
  return NULL;
}

GArray *
daybook_due_today (DaybookReader        *reader,
                   const DaybookId      *agent,
                   DaybookDueListFlags   flags,
                   gint64                now,
                   guint                 limit,
                   GError              **error)
{
  g_autoptr(DaybookStatement) first = limit > 0 ? prepare (reader, SELECT_FIRST, agent, flags, now, error) : NULL;
  g_autoptr(GArray) marks = first != NULL ? read_marks (first, limit, error) : NULL;
  g_autoptr(DaybookStatement) all = NULL;

  if (limit > 0 && marks == NULL)
    return NULL;
  if (marks != NULL && marks->len == limit)
    return g_steal_pointer (&marks);

  all = prepare_all (reader, SELECT_MARKS, agent, flags, now, error);
  return all != NULL ? read_marks (all, limit, error) : NULL;
}

gint64
daybook_due_count (DaybookReader        *reader,
                   const DaybookId      *agent,
                   DaybookDueListFlags   flags,
                   gint64                now,
                   GError              **error)
{
  g_autoptr(DaybookStatement) statement = prepare_all (reader, COUNT, agent, flags, now, error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return -1;

  return sqlite3_column_int64 (statement, 0);
}

/* --- Single ones -------------------------------------------------------------------------- */

#define FIELDS \
  "SELECT d.rowid, d.kind, d.row, d.rule, d.cycle, d.due, d.warn, d.shows, a.id, d.began, d.within, d.hours, d.paused, d.waits, d.as_of, d.ends, d.role" \
  " FROM due_items d LEFT JOIN agents a ON a.rowid = d.agent"

/* NULL without error: another Daybook has written it, and is rebuilding it. (transfer full) */
static DaybookDueItem *
read_item (DaybookDatabase   *db,
           DaybookStatement  *statement,
           GError           **error)
{
  const DaybookTable *table = daybook_registry_find (daybook_column_text (statement, 1));
  int rule = daybook_rule_find (daybook_column_text (statement, 3));
  g_autoptr(DaybookDueItem) item = g_new0 (DaybookDueItem, 1);

  if (table == NULL || rule < 0)
    return NULL;

  item->key = sqlite3_column_int64 (statement, 0);
  item->table = table;
  item->rowid = sqlite3_column_int64 (statement, 2);
  item->shows = sqlite3_column_int64 (statement, 7);
  item->due = (DaybookDue) {
    .rule = (DaybookRuleId) rule,
    .cycle = sqlite3_column_int64 (statement, 4),
    .due = sqlite3_column_int64 (statement, 5),
    .warn = sqlite3_column_int64 (statement, 6),
    .began = sqlite3_column_int64 (statement, 9),
    .within = (guint) sqlite3_column_int64 (statement, 10),
    .hours = (DaybookHours) sqlite3_column_int (statement, 11),
    .paused = (guint) sqlite3_column_int64 (statement, 12),
    .waits = (DaybookWaits) sqlite3_column_int (statement, 13),
    .as_of = sqlite3_column_int64 (statement, 14),
    .ends = sqlite3_column_int64 (statement, 15),
    .role = (guint) sqlite3_column_int64 (statement, 16),
  };
  daybook_column_id (statement, 8, &item->due.agent);
  return daybook_row_id (db, table, item->rowid, &item->id, error) ? g_steal_pointer (&item) : NULL;
}

static void
set_not_due (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("This is not due any more: somebody has done it, or it has changed."));
}

DaybookDueItem *
daybook_due_item (DaybookReader  *reader,
                  gint64          key,
                  GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, FIELDS " WHERE d.rowid = :key", error);
  GError *local = NULL;
  DaybookDueItem *item = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":key", key);
  if (daybook_statement_next (statement, &local))
    item = read_item (reader->db, statement, &local);
  if (item == NULL && local == NULL)
    set_not_due (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return item;
}

GPtrArray *
daybook_due_of_row (DaybookReader     *reader,
                    const DaybookRow  *row,
                    GError           **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    FIELDS " WHERE d.kind = :kind AND d.row = :row AND (d.ends = 0 OR d.ends > :now) ORDER BY d.due", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":kind", daybook_table_base (row->table)->kind);
  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_int (statement, ":now", daybook_store_get_now (reader->store));
  while (local == NULL && daybook_statement_next (statement, &local))
    {
      DaybookDueItem *item = read_item (reader->db, statement, &local);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (local == NULL)
    return g_steal_pointer (&items);

  g_propagate_error (error, local);
  return NULL;
}

DaybookDueItem *
daybook_due_find (DaybookReader     *reader,
                  const DaybookRow  *row,
                  DaybookRuleId      rule,
                  gint64             cycle,
                  GError           **error)
{
  g_autoptr(GPtrArray) items = daybook_due_of_row (reader, row, error);

  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const DaybookDueItem *item = g_ptr_array_index (items, i);

      if (item->due.rule == rule && (cycle == 0 || item->due.cycle == cycle))
        return g_memdup2 (item, sizeof *item);
    }

  set_not_due (error);
  return NULL;
}
