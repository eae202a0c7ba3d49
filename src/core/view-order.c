/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/view-order.h"

#include "core/shop.h"

#include <string.h>

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DaybookRow *row = *(DaybookRow *const *) a;
  const DaybookRow *other = *(DaybookRow *const *) b;
  gint64 difference = daybook_row_int (row, DAYBOOK_VIEW_POSITION) - daybook_row_int (other, DAYBOOK_VIEW_POSITION);
  int by_name = g_utf8_collate (daybook_row_text (row, DAYBOOK_VIEW_NAME), daybook_row_text (other, DAYBOOK_VIEW_NAME));

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  /* Two of one name stand in the same order on every laptop. */
  return by_name != 0 ? by_name : memcmp (&row->id, &other->id, sizeof row->id);
}

GPtrArray *
daybook_view_order_sort (GPtrArray  *views,
                         const char *kind)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < views->len; i++)
    {
      DaybookRow *view = g_ptr_array_index (views, i);

      if (g_str_equal (daybook_row_text (view, DAYBOOK_VIEW_KIND), kind))
        g_ptr_array_add (sorted, daybook_row_ref (view));
    }

  g_ptr_array_sort (sorted, compare);
  return sorted;
}

gint64
daybook_view_order_next (GPtrArray *sorted)
{
  gint64 last = sorted->len > 0
    ? daybook_row_int (g_ptr_array_index (sorted, sorted->len - 1), DAYBOOK_VIEW_POSITION) : 0;

  return MAX (last, 0) + 1;
}

int
daybook_view_order_find (GPtrArray       *sorted,
                         const DaybookId *view)
{
  for (guint i = 0; i < sorted->len; i++)
    if (daybook_id_equal (&((DaybookRow *) g_ptr_array_index (sorted, i))->id, view))
      return (int) i;

  return -1;
}

void
daybook_view_order_move (DaybookEdit *edit,
                         GPtrArray   *sorted,
                         guint        from,
                         guint        to)
{
  g_autoptr(GPtrArray) moved = g_ptr_array_copy (sorted, NULL, NULL);
  DaybookRow *view;

  g_return_if_fail (from < sorted->len);

  g_ptr_array_set_free_func (moved, NULL);
  view = g_ptr_array_steal_index (moved, from);
  g_ptr_array_insert (moved, (int) MIN (to, moved->len), view);
  for (guint i = 0; i < moved->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (moved, i);

      if (daybook_row_int (row, DAYBOOK_VIEW_POSITION) != i + 1)
        daybook_edit_set (edit, &daybook_views, &row->id, DAYBOOK_VIEW_POSITION, daybook_value_int (i + 1));
    }
}
