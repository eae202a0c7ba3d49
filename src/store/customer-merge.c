/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-merge.h"

#include "core/customer-merge.h"
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

/* Where one is taken out of a group. */
typedef struct
{
  DaybookDatabase *db;   /* borrowed, as all */
  DaybookEdit     *edit;
  GArray          *kept; /* guint */
} Apart;

/* One of those who stay: the one whom the customer was merged into, and whoever is above that one, up to the root. */
typedef struct
{
  DaybookRow *now;
  DaybookRow *after; /* what they are to be */
} Member;

static void
member_clear (Member *member)
{
  g_clear_pointer (&member->now, daybook_row_unref);
  g_clear_pointer (&member->after, daybook_row_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Member, member_clear)

static gboolean
member_load (Member           *member,
             DaybookDatabase  *db,
             const DaybookId  *id,
             GError          **error)
{
  GError *local = NULL;
  gint64 key = daybook_row_key (db, &daybook_customers, id, NULL, NULL, &local);

  if (local == NULL)
    member->now = daybook_row_load (db, &daybook_customers, key, &local);
  if (local == NULL)
    {
      member->after = daybook_row_copy (member->now);
      return TRUE;
    }

  g_propagate_error (error, local);
  return FALSE;
}

/* A field that a merge wrote of the one who stayed. */
typedef struct
{
  guint    field;
  gboolean visible; /* nobody wrote it since */
} Given;

/* The act by which one was merged into another. */
typedef struct
{
  DaybookRow *before; /* the one who stayed, as it found them */
  GArray     *given;
  gboolean    alone;  /* of two */
} Merge;

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->before, daybook_row_unref);
  g_clear_pointer (&merge->given, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static void
add_given (Merge            *merge,
           DaybookStatement *statement)
{
  int field = daybook_table_field (&daybook_customers, daybook_column_text (statement, 0));
  Given given = { .field = (guint) field, .visible = sqlite3_column_int (statement, 2) != 0 };

  if (field < 0 || !daybook_customer_merge_asks (given.field))
    return;

  daybook_value_clear (&merge->before->values[field]);
  merge->before->values[field] = daybook_column_value (statement, 1);
  g_array_append_val (merge->given, given);
}

static gboolean
merge_load (Merge             *merge,
            DaybookDatabase   *db,
            const DaybookRow  *row,
            const DaybookRow  *into,
            GError           **error)
{
  GError *local = NULL;
  gint64 act = read_merge (db, row, &local);
  g_autoptr(DaybookStatement) statement = local != NULL ? NULL : daybook_database_prepare (db,
    "SELECT o.field, o.old, ifnull ((SELECT f.op = o.n FROM field_ops f"
    "  WHERE f.tbl = o.tbl AND f.row = o.row AND f.field = o.field), 0)"
    " FROM ops o WHERE o.act = :act AND o.kind = 1 AND o.tbl = 'customer' AND o.row = :into ORDER BY abs (o.n)", &local);

  merge->before = daybook_row_copy (into);
  merge->given = g_array_new (FALSE, FALSE, sizeof (Given));
  if (statement != NULL)
    {
      daybook_bind_int (statement, ":act", act);
      daybook_bind_int (statement, ":into", into->rowid);
    }
  while (statement != NULL && daybook_statement_next (statement, &local))
    add_given (merge, statement);
  if (local == NULL)
    merge->alone = is_alone (db, act, into->rowid, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* What it makes of the one who stayed, if the other one is like `row`. (transfer full) */
static DaybookValue
merge_again (const Merge *merge,
             DaybookRow  *row,
             guint        field)
{
  g_autoptr(GPtrArray) both = g_ptr_array_new ();

  g_ptr_array_add (both, merge->before);
  g_ptr_array_add (both, row);
  return daybook_customer_merge_usual (both, merge->before, field);
}

static void
keep (Apart *apart,
      guint  field)
{
  for (guint i = 0; i < apart->kept->len; i++)
    if (g_array_index (apart->kept, guint, i) == field)
      return;

  g_array_append_val (apart->kept, field);
}

/* Takes over `value`. */
static void
put (Apart        *apart,
     Member       *member,
     guint         field,
     DaybookValue  value)
{
  daybook_edit_set (apart->edit, &daybook_customers, &member->now->id, field, daybook_value_copy (&value));
  daybook_value_clear (&member->after->values[field]);
  member->after->values[field] = value;
}

/* Whoever was taken apart from the customer before has left of it what their own merge gives. */
static void
put_back (Apart       *apart,
          const Merge *merge,
          DaybookRow  *row,
          Member      *into,
          const Given *given)
{
  g_auto(DaybookValue) gave = merge_again (merge, row, given->field);

  if (merge->alone && (given->visible || daybook_value_equal (&gave, &into->now->values[given->field])))
    put (apart, into, given->field, daybook_value_copy (&merge->before->values[given->field]));
  else
    keep (apart, given->field);
}

/* What the customer's own merge wrote of the one whom they were merged into. */
static gboolean
put_fields_back (Apart       *apart,
                 DaybookRow  *row,
                 Member      *into,
                 GError     **error)
{
  g_auto(Merge) merge = { 0 };

  if (!merge_load (&merge, apart->db, row, into->now, error))
    return FALSE;

  for (guint i = 0; i < merge.given->len; i++)
    put_back (apart, &merge, row, into, &g_array_index (merge.given, Given, i));
  return TRUE;
}

/* Where the merge of the one below would have made something else of the field without the customer, it is that now. */
static void
pass_on (Apart        *apart,
         const Merge  *merge,
         const Member *below,
         Member       *above,
         guint         field)
{
  g_auto(DaybookValue) with = merge_again (merge, below->now, field);
  g_auto(DaybookValue) without = merge_again (merge, below->after, field);

  if (daybook_value_equal (&with, &without))
    return;

  if (merge->alone && daybook_value_equal (&with, &above->now->values[field]))
    put (apart, above, field, daybook_value_copy (&without));
  else
    keep (apart, field);
}

static gboolean
pass_all_on (Apart         *apart,
             const Member  *below,
             Member        *above,
             GError       **error)
{
  g_auto(Merge) merge = { 0 };

  if (!merge_load (&merge, apart->db, below->now, above->now, error))
    return FALSE;

  for (guint i = 0; i < merge.given->len; i++)
    pass_on (apart, &merge, below, above, g_array_index (merge.given, Given, i).field);
  return TRUE;
}

/* The card is the root's: what is seen of the customer there came by way of those between. */
static gboolean
put_all_back (Apart       *apart,
              DaybookRow  *row,
              gint64       root,
              GError     **error)
{
  g_auto(Member) member = { 0 };

  if (!member_load (&member, apart->db, daybook_row_ref_id (row, DAYBOOK_CUSTOMER_MERGED_INTO), error)
      || !put_fields_back (apart, row, &member, error))
    return FALSE;

  while (member.now->rowid != root && root != row->rowid)
    {
      g_auto(Member) above = { 0 };

      if (!member_load (&above, apart->db, daybook_row_ref_id (member.now, DAYBOOK_CUSTOMER_MERGED_INTO), error)
          || !pass_all_on (apart, &member, &above, error))
        return FALSE;
      member_clear (&member);
      member = above;
      above = (Member) { 0 };
    }
  return TRUE;
}

gboolean
daybook_customer_unmerge (DaybookReader     *self,
                          DaybookEdit       *edit,
                          const DaybookRow  *row,
                          GArray            *kept,
                          GError           **error)
{
  Apart apart = { self->db, edit, kept };
  g_autoptr(DaybookRow) now = NULL;
  DaybookValue nobody = DAYBOOK_VALUE_INIT;
  gint64 root;

  if (!daybook_row_has (row, DAYBOOK_CUSTOMER_MERGED_INTO))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The customer was not merged into another one."));
      return FALSE;
    }

  daybook_edit_set (edit, &daybook_customers, &row->id, DAYBOOK_CUSTOMER_MERGED_INTO, nobody);
  root = daybook_customer_root (self->db, row->rowid, error);
  now = root != 0 ? daybook_row_load (self->db, &daybook_customers, row->rowid, error) : NULL;
  return now != NULL && put_all_back (&apart, now, root, error);
}

void
daybook_customer_tell_kept (DaybookReader    *self,
                            const DaybookRow *row,
                            GArray           *kept,
                            DaybookOutcome   *outcome)
{
  const DaybookId *into = daybook_row_ref_id (row, DAYBOOK_CUSTOMER_MERGED_INTO);
  g_autoptr(DaybookRow) stayed = into != NULL ? daybook_reader_find (self, &daybook_customers, into, NULL) : NULL;

  if (stayed == NULL || !daybook_reader_take_customer_root (self, &stayed, NULL))
    return;

  for (guint i = 0; i < kept->len; i++)
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
