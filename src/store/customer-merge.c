/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-merge.h"

#include "core/customer.h"
#include "store/customer-group.h"
#include "store/history.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* --- Who is on whose card ------------------------------------------------- */

gboolean
daybook_reader_take_customer_root (DaybookReader  *self,
                                   DaybookRow    **row,
                                   GError        **error)
{
  gint64 root = daybook_row_has (*row, DAYBOOK_CUSTOMER_MERGED_INTO) ? daybook_customer_root (self->db, (*row)->rowid, error) : (*row)->rowid;
  DaybookRow *other;

  if (root == (*row)->rowid)
    return TRUE;

  other = root != 0 ? daybook_row_load (self->db, &daybook_customers, root, error) : NULL;
  if (other == NULL)
    return FALSE;

  daybook_row_unref (*row);
  *row = other;
  return TRUE;
}

void
daybook_reader_customer_root_id (DaybookReader   *self,
                                 const DaybookId *id,
                                 DaybookId       *root)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (self, &daybook_customers, id, NULL);

  *root = row != NULL && daybook_reader_take_customer_root (self, &row, NULL) ? row->id : *id;
}

DaybookRow *
daybook_reader_customer_on_card (DaybookReader    *self,
                                 const DaybookId  *id,
                                 GError          **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (self, &daybook_customers, id, error);

  return row != NULL && daybook_reader_take_customer_root (self, &row, error) ? g_steal_pointer (&row) : NULL;
}

GPtrArray *
daybook_reader_customer_group (DaybookReader     *self,
                               const DaybookRow  *row,
                               GError           **error)
{
  g_autoptr(GArray) keys = daybook_customer_group (self->db, row->rowid, error);

  return keys != NULL ? daybook_reader_rows (self, &daybook_customers, (const gint64 *) (gpointer) keys->data, keys->len, error) : NULL;
}

/* --- Taking apart --------------------------------------------------------- */

/* The act by which the row points at the one it was merged into; 0: none, or with an error. */
static gint64
read_merge (DaybookDatabase   *db,
            const DaybookRow  *row,
            GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT o.act FROM field_ops f JOIN ops o ON o.n = f.op"
    " WHERE f.tbl = 'customer' AND f.row = :row AND f.field = 'merged_into'", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":row", row->rowid);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

/* Whether the act merged nobody else into the same customer. */
static gboolean
is_alone (DaybookDatabase  *db,
          gint64            act,
          gint64            into,
          GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT count (*) FROM ops o JOIN customers c ON c.rowid = o.row"
    " WHERE o.act = :act AND o.tbl = 'customer' AND o.field = 'merged_into' AND c.merged_into = :into", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":into", into);
  return daybook_statement_next (statement, error) && sqlite3_column_int64 (statement, 0) == 1;
}

/* One field that the merge had changed of the one who stayed: `statement` is at it. */
static void
put_back (DaybookEdit      *edit,
          const DaybookId  *into,
          DaybookStatement *statement,
          gboolean          alone,
          GArray           *kept)
{
  int at = daybook_table_field (&daybook_customers, daybook_column_text (statement, 0));
  guint field = (guint) at;
  gboolean visible = sqlite3_column_int (statement, 2) != 0;

  if (at < 0 || field == DAYBOOK_CUSTOMER_MERGED_INTO)
    return;
  if (alone && visible)
    daybook_edit_set (edit, &daybook_customers, into, field, daybook_column_value (statement, 1));
  else
    g_array_append_val (kept, field);
}

static gboolean
put_fields_back (DaybookDatabase  *db,
                 DaybookEdit      *edit,
                 gint64            act,
                 gint64            into,
                 const DaybookId  *into_id,
                 GArray           *kept,
                 GError          **error)
{
  GError *local = NULL;
  gboolean alone = is_alone (db, act, into, &local);
  g_autoptr(DaybookStatement) statement = local != NULL ? NULL : daybook_database_prepare (db,
    "SELECT o.field, o.old, ifnull ((SELECT f.op = o.n FROM field_ops f"
    "  WHERE f.tbl = o.tbl AND f.row = o.row AND f.field = o.field), 0)"
    " FROM ops o WHERE o.act = :act AND o.kind = 1 AND o.tbl = 'customer' AND o.row = :into ORDER BY abs (o.n)", &local);

  if (statement != NULL)
    {
      daybook_bind_int (statement, ":act", act);
      daybook_bind_int (statement, ":into", into);
    }
  while (statement != NULL && daybook_statement_next (statement, &local))
    put_back (edit, into_id, statement, alone, kept);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_customer_unmerge (DaybookReader     *self,
                          DaybookEdit       *edit,
                          const DaybookRow  *row,
                          GArray            *kept,
                          GError           **error)
{
  const DaybookId *into_id = daybook_row_ref_id (row, DAYBOOK_CUSTOMER_MERGED_INTO);
  DaybookValue nobody = DAYBOOK_VALUE_INIT;
  GError *local = NULL;
  gint64 into, act;

  if (into_id == NULL)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The customer was not merged into another one."));
      return FALSE;
    }

  daybook_edit_set (edit, &daybook_customers, &row->id, DAYBOOK_CUSTOMER_MERGED_INTO, nobody);
  into = daybook_row_key (self->db, &daybook_customers, into_id, NULL, NULL, &local);
  act = local == NULL ? read_merge (self->db, row, &local) : 0;
  if (local == NULL && act != 0)
    put_fields_back (self->db, edit, act, into, into_id, kept, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

void
daybook_customer_tell_kept (DaybookReader    *self,
                            const DaybookRow *row,
                            GArray           *kept,
                            DaybookOutcome   *outcome)
{
  const DaybookId *into = daybook_row_ref_id (row, DAYBOOK_CUSTOMER_MERGED_INTO);
  g_autoptr(DaybookRow) stayed = into != NULL ? daybook_reader_find (self, &daybook_customers, into, NULL) : NULL;

  for (guint i = 0; stayed != NULL && i < kept->len; i++)
    {
      DaybookKept *one = g_new0 (DaybookKept, 1);

      one->table = &daybook_customers;
      one->row = stayed->id;
      one->title = daybook_row_title (self->db, stayed);
      one->field = g_array_index (kept, guint, i);
      one->reason = g_strdup (_("It was changed since, or comes from several: it stays with the one who stayed."));
      g_ptr_array_add (outcome->kept, one);
      outcome->n_kept++;
    }
}
