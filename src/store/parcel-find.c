/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/parcel-find.h"

#include "core/aftersale.h"
#include "core/box.h"
#include "core/case.h"
#include "core/order.h"
#include "core/parcel-number.h"
#include "store/case-parcels.h"
#include "store/entries.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* One number has one parcel; what has more is looked at by a person. */
#define MOST_CASES 20
#define MOST_HITS 20

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
}

void
daybook_parcel_find_free (DaybookParcelFind *find)
{
  g_free (find->number);
  g_clear_pointer (&find->box, daybook_row_unref);
  g_clear_pointer (&find->cases, g_ptr_array_unref);
  g_clear_pointer (&find->orders, g_ptr_array_unref);
  g_clear_pointer (&find->beside, g_ptr_array_unref);
  g_free (find);
}

static void
add_row (GPtrArray  *rows,
         DaybookRow *row)
{
  if (!daybook_rows_hold (rows, row))
    g_ptr_array_add (rows, daybook_row_ref (row));
}

/* --- Orders ------------------------------------------------------------------------------ */

/* Whether one of the numbers in a platform's field is the one. */
static gboolean
has_number (const char *field,
            const char *number)
{
  g_auto(GStrv) numbers = g_strsplit_set (field, ",; \n", -1);
  g_autofree char *whole = daybook_parcel_number (field);
  gboolean same = g_strcmp0 (whole, number) == 0;

  for (guint i = 0; numbers[i] != NULL && !same; i++)
    {
      g_autofree char *one = daybook_parcel_number (numbers[i]);

      same = g_strcmp0 (one, number) == 0;
    }
  return same;
}

/* Rows of the table whose `field` has the number. The search finds any part of it, and this takes those
 * that have it whole: an index of a million numbers would be one more to write at each import. */
static GPtrArray *
search (DaybookReader       *self,
        const DaybookTable  *table,
        guint                field,
        const char          *number,
        GError             **error)
{
  g_autoptr(GArray) keys = daybook_reader_search (self, table, number, MOST_HITS, error);
  g_autoptr(GPtrArray) rows = keys != NULL ? daybook_reader_rows (self, table, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;
  g_autoptr(GPtrArray) found = new_rows ();

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (rows, i);

      if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0 && has_number (daybook_row_text (row, field), number))
        add_row (found, row);
    }
  return rows != NULL ? g_steal_pointer (&found) : NULL;
}

/* The platform's list of refunds has the number that the buyer has typed in there. */
static gboolean
add_orders_of_refunds (DaybookReader  *self,
                       const char     *number,
                       GPtrArray      *orders,
                       GError        **error)
{
  g_autoptr(GPtrArray) refunds = search (self, &daybook_aftersales, DAYBOOK_AFTERSALE_TRACKING, number, error);

  for (guint i = 0; refunds != NULL && i < refunds->len; i++)
    {
      g_autoptr(GPtrArray) of_one = daybook_reader_orders_of_entry (self, g_ptr_array_index (refunds, i), error);

      if (of_one == NULL)
        return FALSE;
      for (guint k = 0; k < of_one->len; k++)
        add_row (orders, g_ptr_array_index (of_one, k));
    }
  return refunds != NULL;
}

static GPtrArray *
find_orders (DaybookReader  *self,
             const char     *number,
             GError        **error)
{
  g_autoptr(GPtrArray) orders = search (self, &daybook_orders, DAYBOOK_ORDER_TRACKING, number, error);

  return orders != NULL && add_orders_of_refunds (self, number, orders, error) ? g_steal_pointer (&orders) : NULL;
}

/* --- What is known ------------------------------------------------------------------------- */

static gboolean
add_open_cases (DaybookReader      *self,
                DaybookParcelFind  *find,
                const DaybookRow   *order,
                GError            **error)
{
  g_autoptr(GPtrArray) cases = daybook_reader_some_parts (self, &daybook_cases, DAYBOOK_CASE_ORDER, &order->id,
                                                          DAYBOOK_PARTS_LAST, MOST_CASES, error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      DaybookRow *row = g_ptr_array_index (cases, i);

      if (!daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT) && !daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO)
          && !daybook_rows_hold (find->cases, row))
        add_row (find->beside, row);
    }
  return cases != NULL;
}

static gboolean
look (DaybookReader      *self,
      DaybookParcelFind  *find,
      GError            **error)
{
  GError *local = NULL;

  find->box = daybook_reader_box (self, find->number, &local);
  if (local == NULL)
    find->cases = daybook_case_parcels_find (self->db, find->number, MOST_CASES, &local);
  if (local == NULL)
    find->orders = find_orders (self, find->number, &local);
  find->beside = new_rows ();
  for (guint i = 0; local == NULL && i < find->orders->len; i++)
    add_open_cases (self, find, g_ptr_array_index (find->orders, i), &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
is_known (const DaybookParcelFind *find)
{
  return find->box != NULL || find->cases->len > 0 || find->orders->len > 0;
}

DaybookParcelFind *
daybook_reader_find_parcel (DaybookReader  *self,
                            const char     *text,
                            GError        **error)
{
  g_auto(GStrv) numbers = daybook_parcel_numbers (text);
  g_autoptr(DaybookParcelFind) first = NULL;

  if (numbers[0] == NULL)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                         _("This is no tracking number: it has six letters and digits at least, four of them digits. Scan it again, or type it."));
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      g_autoptr(DaybookParcelFind) find = g_new0 (DaybookParcelFind, 1);

      find->number = g_strdup (numbers[i]);
      if (!look (self, find, error))
        return NULL;
      if (is_known (find))
        return g_steal_pointer (&find);
      if (first == NULL)
        first = g_steal_pointer (&find);
    }
  return g_steal_pointer (&first);
}

const DaybookRow *
daybook_parcel_find_case (const DaybookParcelFind *find)
{
  guint n_open = 0;

  for (guint i = 0; i < find->cases->len; i++)
    if (!daybook_row_has (g_ptr_array_index (find->cases, i), DAYBOOK_CASE_CLOSED_AT))
      n_open++;

  return n_open == 1 || find->cases->len == 1 ? g_ptr_array_index (find->cases, 0) : NULL;
}

/* --- Boxes -------------------------------------------------------------------------------------- */

DaybookRow *
daybook_reader_box (DaybookReader  *self,
                    const char     *number,
                    GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT rowid FROM boxes WHERE number = :number AND deleted = 0 LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":number", number);
  return daybook_statement_next (statement, error)
           ? daybook_reader_row (self, &daybook_boxes, sqlite3_column_int64 (statement, 0), error) : NULL;
}

/* Those that wait and have the number of one of its parcels. */
static gboolean
add_numbered (DaybookReader     *self,
              const DaybookRow  *row,
              GPtrArray         *boxes,
              GError           **error)
{
  g_autoptr(GPtrArray) numbers = daybook_case_parcel_numbers (row);
  GError *local = NULL;

  for (guint i = 0; local == NULL && i < numbers->len; i++)
    {
      g_autoptr(DaybookRow) box = daybook_reader_box (self, g_ptr_array_index (numbers, i), &local);

      if (box != NULL && daybook_row_int (box, DAYBOOK_BOX_STATE) == DAYBOOK_BOX_WAITING)
        add_row (boxes, box);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Those that wait and came of its order. */
static gboolean
add_of_order (DaybookReader     *self,
              const DaybookRow  *row,
              GPtrArray         *boxes,
              GError           **error)
{
  const DaybookId *order = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  g_autoptr(GPtrArray) of_order = order == NULL ? new_rows ()
    : daybook_reader_some_parts (self, &daybook_boxes, DAYBOOK_BOX_ORDER, order, DAYBOOK_PARTS_LAST, MOST_HITS, error);

  for (guint i = 0; of_order != NULL && i < of_order->len; i++)
    if (daybook_row_int (g_ptr_array_index (of_order, i), DAYBOOK_BOX_STATE) == DAYBOOK_BOX_WAITING)
      add_row (boxes, g_ptr_array_index (of_order, i));
  return of_order != NULL;
}

GPtrArray *
daybook_reader_boxes_of (DaybookReader     *self,
                         const DaybookRow  *row,
                         GError           **error)
{
  g_autoptr(GPtrArray) boxes = daybook_reader_some_parts (self, &daybook_boxes, DAYBOOK_BOX_CASE, &row->id,
                                                          DAYBOOK_PARTS_LAST, MOST_HITS, error);

  return boxes != NULL && add_numbered (self, row, boxes, error) && add_of_order (self, row, boxes, error)
           ? g_steal_pointer (&boxes) : NULL;
}
