/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/derived-column.h"

#include "app/common/item.h"
#include "app/compat/column-view.h"

#define FEW_CHARS 3
#define NAME "daybook-derived-column"

/* What the cells have in common; the factory owns it. */
typedef struct
{
  DaybookDesk     *desk;
  DaybookTextKind  kind;
  DaybookDescribe  describe;
} Column;

static void
column_free (gpointer  data,
             GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->desk);
  g_free (column);
}

static void
show_row (const Column *column,
          GtkListItem  *list_item)
{
  DaybookItem *item = gtk_list_item_get_item (list_item);
  DaybookRow *row = daybook_item_get_row (item);
  g_autofree char *text = row != NULL ? column->describe (column->desk, row) : g_strdup ("");

  daybook_text_cell_set_text (DAYBOOK_TEXT_CELL (gtk_list_item_get_child (list_item)), text, NULL);
}

static void
on_row_changed (DaybookItem *item,
                GParamSpec  *pspec,
                gpointer     data)
{
  show_row (g_object_get_data (data, "column"), data);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          gpointer            data)
{
  gtk_list_item_set_child (list_item, daybook_text_cell_new (((Column *) data)->kind, FEW_CHARS));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         gpointer            data)
{
  g_object_set_data (G_OBJECT (list_item), "column", data);
  show_row (data, list_item);
  g_signal_connect (gtk_list_item_get_item (list_item), "notify::row", G_CALLBACK (on_row_changed), list_item);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           gpointer            data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_row_changed, list_item);
}

GtkColumnViewColumn *
daybook_derived_column_new (DaybookDesk     *desk,
                            const char      *name,
                            const char      *title,
                            DaybookTextKind  kind,
                            int              width,
                            DaybookDescribe  describe)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *result;
  Column *column = g_new0 (Column, 1);

  column->desk = g_object_ref (desk);
  column->kind = kind;
  column->describe = describe;
  /* The last handler frees it: handlers are taken off in the order of connection. */
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (on_unbind), column, column_free, 0);

  result = gtk_column_view_column_new (title, factory);
  g_object_set_data (G_OBJECT (result), NAME, (gpointer) name);
  if (kind == DAYBOOK_TEXT_FIGURE)
    daybook_column_view_end_title (result);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_fixed_width (result, width);
  return result;
}

const char *
daybook_derived_column_name (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), NAME);
}
