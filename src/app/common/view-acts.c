/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-acts.h"

#include "core/shop.h"
#include "core/view-order.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

/* The views of one kind, in order. */
static GPtrArray *
read_views (DaybookStore *store,
            const char   *kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) views = daybook_reader_all (daybook_store_get_reader (store), &daybook_views, &error);

  if (views != NULL)
    return daybook_view_order_sort (views, kind);

  g_warning ("%s", error->message);
  return g_ptr_array_new ();
}

/* NULL when the view is gone. */
static DaybookRow *
read_view (DaybookStore    *store,
           const DaybookId *view)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (store), &daybook_views, view, NULL);

  return row != NULL && daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0 ? g_steal_pointer (&row) : NULL;
}

/* Takes over `title`. */
static DaybookEdit *
new_edit (DaybookStore *store,
          char         *title)
{
  g_autofree char *owned = title;

  return daybook_edit_new (DAYBOOK_ACT_EDIT, owned, daybook_store_get_agent (store));
}

/* Takes over `edit`. */
static DaybookEdit *
unless_empty (DaybookEdit *edit)
{
  g_autoptr(DaybookEdit) owned = edit;

  return daybook_edit_size (edit) > 0 ? g_steal_pointer (&owned) : NULL;
}

DaybookEdit *
daybook_view_act_save (DaybookStore       *store,
                       const DaybookQuery *query,
                       const char         *name,
                       const char         *icon)
{
  g_autofree char *kind = daybook_table_name (query->table);
  g_autoptr(GPtrArray) others = read_views (store, kind);
  g_autofree char *where = daybook_query_print_where (query);
  g_autofree char *sort = daybook_query_print_sort (query);
  DaybookEdit *edit = new_edit (store, g_strdup_printf (_("View saved: %s"), name));
  DaybookId id;

  daybook_id_fresh (&id, daybook_store_get_now (store) * 1000);
  daybook_edit_create (edit, &daybook_views, &id);
  daybook_edit_give (edit, DAYBOOK_VIEW_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_VIEW_ICON, daybook_value_text (icon));
  daybook_edit_give (edit, DAYBOOK_VIEW_KIND, daybook_value_text (kind));
  daybook_edit_give (edit, DAYBOOK_VIEW_WHERE, daybook_value_text (where));
  daybook_edit_give (edit, DAYBOOK_VIEW_SORT, daybook_value_text (sort));
  daybook_edit_give (edit, DAYBOOK_VIEW_SEARCH, daybook_value_text (query->search));
  daybook_edit_give (edit, DAYBOOK_VIEW_POSITION, daybook_value_int (daybook_view_order_next (others)));
  return edit;
}

/* "View renamed: To Ship", and where only the icon is another one, that. */
DaybookEdit *
daybook_view_act_change (DaybookStore    *store,
                         const DaybookId *view,
                         const char      *name,
                         const char      *icon)
{
  g_autoptr(DaybookRow) row = read_view (store, view);
  gboolean renames = row != NULL && !g_str_equal (daybook_row_text (row, DAYBOOK_VIEW_NAME), name);
  DaybookEdit *edit;

  if (row == NULL)
    return NULL;

  edit = new_edit (store, renames ? g_strdup_printf (_("View renamed: %s"), name)
                                  : g_strdup_printf (_("Another icon for the view: %s"), name));
  if (renames)
    daybook_edit_set (edit, &daybook_views, view, DAYBOOK_VIEW_NAME, daybook_value_text (name));
  if (icon != NULL && !g_str_equal (daybook_row_text (row, DAYBOOK_VIEW_ICON), icon))
    daybook_edit_set (edit, &daybook_views, view, DAYBOOK_VIEW_ICON, daybook_value_text (icon));
  return unless_empty (edit);
}

DaybookEdit *
daybook_view_act_move (DaybookStore    *store,
                       const DaybookId *view,
                       int              step)
{
  g_autoptr(DaybookRow) row = read_view (store, view);
  g_autoptr(GPtrArray) views = row != NULL ? read_views (store, daybook_row_text (row, DAYBOOK_VIEW_KIND)) : NULL;
  int from = views != NULL ? daybook_view_order_find (views, view) : -1;
  DaybookEdit *edit;

  if (from < 0 || from + step < 0 || from + step >= (int) views->len)
    return NULL;

  edit = new_edit (store, g_strdup_printf (_("View moved: %s"), daybook_row_text (row, DAYBOOK_VIEW_NAME)));
  daybook_view_order_move (edit, views, (guint) from, (guint) (from + step));
  return unless_empty (edit);
}

DaybookEdit *
daybook_view_act_delete (DaybookStore    *store,
                         const DaybookId *view)
{
  g_autoptr(DaybookRow) row = read_view (store, view);
  DaybookEdit *edit;

  if (row == NULL)
    return NULL;

  edit = new_edit (store, g_strdup_printf (_("View deleted: %s"), daybook_row_text (row, DAYBOOK_VIEW_NAME)));
  daybook_edit_delete (edit, &daybook_views, view);
  return edit;
}
