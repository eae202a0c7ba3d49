/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "store/case-row.h"
#include "store/customer-group.h"
#include "store/reach.h"
#include "store/row-changes.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* People stop long before. */
#define MAX_UNDO_DEPTH 1000

void
daybook_act_free (DaybookAct *act)
{
  g_free (act->title);
  g_free (act->agent);
  g_free (act);
}

void
daybook_act_change_free (DaybookActChange *change)
{
  g_free (change->row_title);
  daybook_value_clear (&change->old);
  daybook_value_clear (&change->value);
  g_free (change);
}

gint64
daybook_history_last (DaybookDatabase *db,
                      gint64           act,
                      gboolean        *undone)
{
  *undone = FALSE;

  for (int depth = 0; depth < MAX_UNDO_DEPTH; depth++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        /* By stamp: two laptops may have undone the same act, and agree which came last. */
        "SELECT key FROM acts WHERE of_act = :act ORDER BY hlc DESC, id DESC LIMIT 1", NULL);

      if (statement == NULL)
        return act;
      daybook_bind_int (statement, ":act", act);
      if (!daybook_statement_next (statement, NULL))
        return act;
      act = sqlite3_column_int64 (statement, 0);
      *undone = !*undone;
    }

  return act;
}

gint64
daybook_history_time (const DaybookId *act,
                      gint64           hlc)
{
  gint64 made;

  return daybook_id_made_at (act, &made) ? made : hlc >> 16;
}

/* --- Where values come from --------------------------------------------- */

typedef struct
{
  gint64 act;
  gint64 kind;
  gint64 put_back; /* of an undo's: the operation whose value it put back; 0: none */
} Link;

/* What an undo put back is what the act it takes back had found: the base of that
 * act's first operation on the same field. */
static gboolean
read_link (DaybookDatabase *db,
           gint64           n,
           Link            *link)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT o.act, a.kind,"
    " (SELECT b.base FROM ops b WHERE b.kind = 1 AND b.tbl = o.tbl AND b.row = o.row AND b.field = o.field"
    "  AND b.act = a.of_act ORDER BY abs (b.n) LIMIT 1)"
    " FROM ops o JOIN acts a ON a.key = o.act WHERE o.n = :n", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":n", n);
  if (!daybook_statement_next (statement, NULL))
    return FALSE;

  *link = (Link) {
    .act = sqlite3_column_int64 (statement, 0),
    .kind = sqlite3_column_int64 (statement, 1),
    .put_back = sqlite3_column_int64 (statement, 2),
  };
  return TRUE;
}

/* Undo or redo. */
static gboolean
is_turn (gint64 kind)
{
  return kind == DAYBOOK_ACT_UNDO || kind == DAYBOOK_ACT_REDO;
}

gint64
daybook_history_origin (DaybookDatabase *db,
                        gint64           n,
                        gint64          *act)
{
  Link link = { 0 };

  *act = 0;
  for (int depth = 0; depth < MAX_UNDO_DEPTH && read_link (db, n, &link); depth++)
    {
      *act = link.act;
      /* Taking back a creation puts nothing back. */
      if (!is_turn (link.kind) || link.put_back == 0)
        return n;
      n = link.put_back;
    }

  return n;
}

gint64
daybook_history_act_of (DaybookDatabase *db,
                        gint64           n)
{
  Link link = { 0 };

  return read_link (db, n, &link) ? link.act : 0;
}

gboolean
daybook_history_is_later (DaybookDatabase *db,
                          gint64           act,
                          gint64           other)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM acts a JOIN acts b ON (a.hlc, a.id) > (b.hlc, b.id) WHERE a.key = :act AND b.key = :other", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":other", other);
  return daybook_statement_next (statement, NULL);
}

gint64
daybook_history_of_act (DaybookDatabase *db,
                        gint64           act)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT of_act FROM acts WHERE key = :act", NULL);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":act", act);
  return daybook_statement_next (statement, NULL) ? sqlite3_column_int64 (statement, 0) : 0;
}

gboolean
daybook_history_made (DaybookDatabase    *db,
                      const DaybookTable *table,
                      gint64              row,
                      gint64              act)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s t JOIN ops o ON o.n = t.born"
                                          " WHERE t.rowid = :row AND o.act = :act", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row);
  daybook_bind_int (statement, ":act", act);
  return daybook_statement_next (statement, NULL);
}

/* The operation that put the row in the trash; 0: none did. */
static gint64
read_deletion (DaybookDatabase    *db,
               const DaybookTable *table,
               gint64              row)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT op FROM field_ops WHERE tbl = :tbl AND row = :row AND field = 'deleted'", NULL);
  gint64 act;

  if (statement == NULL)
    return 0;

  daybook_bind_text (statement, ":tbl", table->kind);
  daybook_bind_int (statement, ":row", row);
  return daybook_statement_next (statement, NULL) ? daybook_history_origin (db, sqlite3_column_int64 (statement, 0), &act) : 0;
}

/* The operation whose value the author of another saw, as far back as it is known, and its
 * act; 0: none. `made`: whether it made the row. */
static gint64
read_base (DaybookDatabase *db,
           gint64           n,
           gint64          *act,
           gboolean        *made)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT b.n, b.kind FROM ops o JOIN ops b ON b.n = o.base WHERE o.n = :n", NULL);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":n", n);
  if (!daybook_statement_next (statement, NULL))
    return 0;

  *made = sqlite3_column_int64 (statement, 1) == DAYBOOK_CHANGE_CREATE;
  return daybook_history_origin (db, sqlite3_column_int64 (statement, 0), act);
}

/* Whether any of the acts is an import in force. */
static gboolean
has_import_in_force (DaybookDatabase  *db,
                     DaybookStatement *acts)
{
  while (daybook_statement_next (acts, NULL))
    {
      gboolean undone = FALSE;

      daybook_history_last (db, sqlite3_column_int64 (acts, 0), &undone);
      if (!undone)
        return TRUE;
    }

  return FALSE;
}

/* Whether a file in force has said anything of the row, though another had made it: changed
 * it, or only seen it; of a customer, whether it told of another order of theirs. */
static gboolean
is_told_of (DaybookDatabase    *db,
            const DaybookTable *table,
            gint64              row)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key FROM ops o JOIN acts a ON a.key = o.act"
    " WHERE o.kind = 1 AND o.tbl = :tbl AND o.row = :row AND a.as_of IS NOT NULL"
    " UNION SELECT act FROM entry_sources WHERE tbl = :tbl AND row = :row"
    " UNION SELECT act FROM sights WHERE :tbl = :orders AND \"order\" = :row"
    " UNION SELECT b.act FROM orders r JOIN ops b ON b.n = r.born WHERE :tbl = :customers AND r.customer = :row AND r.deleted = 0", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", table->kind);
  daybook_bind_int (statement, ":row", row);
  daybook_bind_text (statement, ":orders", daybook_orders.kind);
  daybook_bind_text (statement, ":customers", daybook_customers.kind);
  return has_import_in_force (db, statement);
}

gboolean
daybook_history_is_forgotten (DaybookDatabase    *db,
                              const DaybookTable *table,
                              gint64              row)
{
  gint64 n = read_deletion (db, table, row);
  gboolean made = FALSE;
  gboolean undone = TRUE;
  gint64 act;
  Link link;

  if (n == 0 || !read_link (db, n, &link))
    return FALSE;
  if (is_turn (link.kind))
    return TRUE;

  /* A person had put it there, and then what had made it was undone, and all that had
   * brought it back since. */
  while (undone && !made)
    {
      n = read_base (db, n, &act, &made);
      if (n == 0)
        return FALSE;
      daybook_history_last (db, act, &undone);
    }
  return undone && !is_told_of (db, table, row);
}

gboolean
daybook_history_is_opening (DaybookDatabase *db,
                            gint64           act)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM shops s JOIN ops o ON o.n = s.born JOIN acts a ON a.key = o.act"
    " WHERE o.act = :act AND a.kind = :rule", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":rule", DAYBOOK_ACT_RULE);
  return daybook_statement_next (statement, NULL);
}

void
daybook_history_who (DaybookDatabase  *db,
                     gint64            act,
                     char            **by,
                     gint64           *at)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT ifnull (g.name, ''), a.id, a.hlc"
    " FROM acts a LEFT JOIN agents g ON g.id = a.agent WHERE a.key = :act", NULL);

  if (statement == NULL)
    return;

  daybook_bind_int (statement, ":act", act);
  if (!daybook_statement_next (statement, NULL))
    return;

  DaybookId id = { { 0 } };
  daybook_column_id (statement, 1, &id);
  *by = g_strdup (daybook_column_text (statement, 0));
  *at = daybook_history_time (&id, sqlite3_column_int64 (statement, 2)) / 1000;
}

/* --- Reading acts ------------------------------------------------------- */

#define ACT_COLUMNS \
  "SELECT a.key, a.id, a.kind, a.title, a.agent, ifnull (g.name, ''), a.hlc, a.state, a.size" \
  " FROM acts a LEFT JOIN agents g ON g.id = a.agent "

/* The act that keeps `act` undone, if one does. */
static void
read_undone (DaybookDatabase *db,
             DaybookAct      *act)
{
  gint64 last = daybook_history_last (db, act->key, &act->undone);
  g_autoptr(DaybookStatement) statement = NULL;

  if (!act->undone)
    return;

  statement = daybook_database_prepare (db, "SELECT id FROM acts WHERE key = :key", NULL);
  if (statement == NULL)
    return;

  daybook_bind_int (statement, ":key", last);
  if (daybook_statement_next (statement, NULL))
    daybook_column_id (statement, 0, &act->undone_by);
}

static DaybookAct *
read_act (DaybookDatabase  *db,
          DaybookStatement *statement)
{
  DaybookAct *act = g_new0 (DaybookAct, 1);

  act->key = sqlite3_column_int64 (statement, 0);
  daybook_column_id (statement, 1, &act->id);
  act->kind = (DaybookActKind) sqlite3_column_int64 (statement, 2);
  act->title = g_strdup (daybook_column_text (statement, 3));
  daybook_column_id (statement, 4, &act->agent_id);
  act->agent = g_strdup (daybook_column_text (statement, 5));
  act->at = daybook_history_time (&act->id, sqlite3_column_int64 (statement, 6)) / 1000;
  act->running = sqlite3_column_int64 (statement, 7) != 0;
  act->n_changes = (guint64) sqlite3_column_int64 (statement, 8);
  act->stays = act->kind == DAYBOOK_ACT_ERASE || (act->kind == DAYBOOK_ACT_RULE && daybook_history_is_opening (db, act->key));
  read_undone (db, act);
  return act;
}

static GPtrArray *
read_acts (DaybookDatabase   *db,
           DaybookStatement  *statement,
           GError           **error)
{
  g_autoptr(GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_act_free);
  GError *local = NULL;

  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (acts, read_act (db, statement));

  if (local == NULL)
    return g_steal_pointer (&acts);

  g_propagate_error (error, local);
  return NULL;
}

/* `agent` NULL: everybody's. */
static GPtrArray *
newest_acts (DaybookDatabase  *db,
             const DaybookId  *agent,
             gint64            before,
             guint             limit,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    ACT_COLUMNS "WHERE a.key < :before AND a.kind <> :reveal AND (:agent IS NULL OR a.agent = :agent)"
    " ORDER BY a.key DESC LIMIT :limit", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":reveal", DAYBOOK_ACT_REVEAL);
  daybook_bind_id (statement, ":agent", agent);
  daybook_bind_int (statement, ":before", before > 0 ? before : G_MAXINT64);
  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  return read_acts (db, statement, error);
}

/* The acts that touched a row: the one that made it, and those of its sets. */
#define ACTS_OF_ROW \
  ACT_COLUMNS \
  "WHERE a.key < :before" \
  " AND a.key IN (SELECT act FROM ops WHERE kind = 1 AND tbl = :tbl AND row = :row" \
  " UNION SELECT act FROM ops WHERE n = :born"
/* ... and of a customer those of everyone who is the same person. */
#define ACTS_OF_CUSTOMER \
  ACTS_OF_ROW \
  " UNION SELECT act FROM ops WHERE kind = 1 AND tbl = :tbl AND row IN " DAYBOOK_CUSTOMER_GROUP (":row") \
  " UNION SELECT o.act FROM customers c JOIN ops o ON o.n = c.born WHERE c.rowid IN " DAYBOOK_CUSTOMER_GROUP (":row")
#define ORDERED ") ORDER BY a.key DESC LIMIT :limit"

/* ... and of a case those that put photos into it or took one away: what else is written into it says so
 * itself (core/event.h). */
#define ACTS_OF_CASE \
  ACTS_OF_ROW \
  " UNION SELECT o.act FROM attachments p JOIN ops o ON o.n = p.born WHERE p.\"case\" = :row" \
  " UNION SELECT o.act FROM attachments p JOIN ops o ON o.kind = 1 AND o.tbl = 'attachment' AND o.row = p.rowid" \
  "  WHERE p.\"case\" = :row"

static const char *
select_acts_of (const DaybookTable *table)
{
  if (table == &daybook_customers)
    return ACTS_OF_CUSTOMER ORDERED;

  return daybook_table_base (table) == &daybook_cases ? ACTS_OF_CASE ORDERED : ACTS_OF_ROW ORDERED;
}

static GPtrArray *
acts_of_row (DaybookDatabase     *db,
             const DaybookTable  *table,
             const DaybookId     *id,
             gint64               before,
             guint                limit,
             GError             **error)
{
  GError *local = NULL;
  gint64 born = 0;
  gint64 rowid = daybook_row_key (db, table, id, &born, NULL, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, select_acts_of (table), error);
  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":before", before > 0 ? before : G_MAXINT64);
  daybook_bind_text (statement, ":tbl", table->kind);
  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_int (statement, ":born", born);
  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  return read_acts (db, statement, error);
}

GPtrArray *
daybook_reader_history (DaybookReader       *self,
                        const DaybookTable  *table,
                        const DaybookId     *row,
                        gint64               before,
                        guint                limit,
                        GError             **error)
{
  gboolean all = daybook_reader_may (self, DAYBOOK_RIGHT_LOOK_ANY);

  return table != NULL
    ? acts_of_row (self->db, table, row, before, limit, error)
    : newest_acts (self->db, all ? NULL : daybook_store_get_agent (self->store), before, limit, error);
}

DaybookAct *
daybook_reader_act (DaybookReader    *self,
                    const DaybookId  *id,
                    GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, ACT_COLUMNS "WHERE a.id = :id", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":id", id);
  if (daybook_statement_next (statement, &local))
    return read_act (self->db, statement);

  if (local != NULL)
    g_propagate_error (error, local);
  else
    daybook_history_set_no_act (error);
  return NULL;
}

/* --- What an act did ---------------------------------------------------- */

/* That it changed is told, and nothing of what it was or is. */
static void
hide (DaybookActChange *change)
{
  gboolean removed = change->value.type == DAYBOOK_VALUE_NONE;

  daybook_value_clear (&change->old);
  daybook_value_clear (&change->value);
  change->value = daybook_value_text (removed ? _("removed") : _("changed"));
}

static DaybookActChange *
read_change (DaybookDatabase  *db,
             DaybookStatement *statement)
{
  const DaybookTable *table = daybook_registry_find (daybook_column_text (statement, 1));
  g_autoptr(DaybookRow) row = table != NULL
    ? daybook_row_load_whole (db, table, sqlite3_column_int64 (statement, 2), NULL) : NULL;
  int field = row != NULL ? daybook_table_field (row->table, daybook_column_text (statement, 3)) : -1;
  DaybookChangeKind kind = (DaybookChangeKind) sqlite3_column_int64 (statement, 0);

  /* Of a field that the definition no longer has. */
  if (row != NULL && field < 0 && kind == DAYBOOK_CHANGE_SET)
    table = daybook_table_of_field (table, daybook_column_text (statement, 3), &field);
  else if (row != NULL)
    table = row->table;

  /* A row erased for privacy, or of a table that a newer Daybook has. */
  if (row == NULL || (kind == DAYBOOK_CHANGE_SET && field < 0))
    return NULL;

  DaybookActChange *change = g_new0 (DaybookActChange, 1);
  change->table = table;
  change->row = row->id;
  change->row_title = daybook_row_title (db, row);
  change->kind = kind;
  if (kind == DAYBOOK_CHANGE_SET)
    {
      change->field = (guint) field;
      change->value = daybook_column_value (statement, 4);
      change->old = daybook_column_value (statement, 5);
      if (daybook_field_is_secret (&table->fields[field]))
        hide (change);
    }
  return change;
}

/* In the order in which they were made. Operations from elsewhere have negative numbers
 * that fall. Each side is read by the index and ends at the limit: to sort the million
 * of an import for the first 200 would hold the window up. */
#define ACT_CHANGES \
  "WITH a (key) AS (SELECT key FROM acts WHERE id = :act)," \
  " here AS (SELECT * FROM ops WHERE act = (SELECT key FROM a) AND n > 0 ORDER BY n LIMIT :limit)," \
  " elsewhere AS (SELECT * FROM ops WHERE act = (SELECT key FROM a) AND n < 0 ORDER BY n DESC LIMIT :limit)" \
  " SELECT kind, tbl, row, field, value, old" \
  " FROM (SELECT * FROM here UNION ALL SELECT * FROM elsewhere)" \
  " ORDER BY abs (n) LIMIT :limit"

/* (element-type DaybookActChange) (transfer full) */
static GPtrArray *
take_changes (DaybookDatabase   *db,
              DaybookStatement  *statement,
              GError           **error)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_act_change_free);
  GError *local = NULL;

  while (daybook_statement_next (statement, &local))
    {
      DaybookActChange *change = read_change (db, statement);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  if (local == NULL)
    return g_steal_pointer (&changes);

  g_propagate_error (error, local);
  return NULL;
}

GPtrArray *
daybook_reader_act_changes (DaybookReader    *self,
                            const DaybookId  *act,
                            guint             limit,
                            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, ACT_CHANGES, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":act", act);
  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  return take_changes (self->db, statement, error);
}

GPtrArray *
daybook_reader_row_changes (DaybookReader     *self,
                            const DaybookId   *act,
                            const DaybookRow  *row,
                            GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT kind, tbl, row, field, value, old FROM ops INDEXED BY ops_by_row"
    " WHERE tbl = :tbl AND row = :row AND kind = 1 AND act = (SELECT key FROM acts WHERE id = :act) ORDER BY abs (n)", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":tbl", daybook_table_base (row->table)->kind);
  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_id (statement, ":act", act);
  return take_changes (self->db, statement, error);
}

DaybookAct *
daybook_reader_deleted_by (DaybookReader       *self,
                           const DaybookTable  *table,
                           const DaybookId     *row,
                           GError             **error)
{
  gint64 rowid = daybook_row_key (self->db, table, row, NULL, NULL, error);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    ACT_COLUMNS
    "WHERE a.key = (SELECT o.act FROM field_ops f JOIN ops o ON o.n = f.op"
    " WHERE f.tbl = :tbl AND f.row = :row AND f.field = 'deleted')", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":tbl", table->kind);
  daybook_bind_int (statement, ":row", rowid);
  if (daybook_statement_next (statement, &local))
    return read_act (self->db, statement);

  if (local != NULL)
    g_propagate_error (error, local);
  else
    daybook_history_set_no_act (error);
  return NULL;
}

void
daybook_history_set_no_act (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no such act in the history."));
}
