/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/column-view.h"

/* The list inside the view: its rows are its children, its actions scroll. */
static GtkWidget *
find_list (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;

  return NULL;
}

static GtkWidget *
find_selected (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return row;

  return NULL;
}

void
daybook_column_view_go_to (GtkColumnView *view,
                           guint          position)
{
  GtkWidget *list = find_list (view);
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (view)) != NULL;

  g_return_if_fail (list != NULL);

  /* By the list's own action: extending the selection later starts here. */
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", position, FALSE, FALSE);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  if (has_focus)
    daybook_column_view_focus (view);
}

void
daybook_column_view_rewind (GtkColumnView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));

  if (g_list_model_get_n_items (model) > 0)
    gtk_widget_activate_action (find_list (view), "list.scroll-to-item", "u", 0);
}

void
daybook_column_view_focus (GtkColumnView *view)
{
  GtkWidget *list = find_list (view);
  GtkWidget *row = list != NULL ? find_selected (list) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (list != NULL)
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

void
daybook_column_view_mend_focus (GtkColumnView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (root)))
    return;

  gtk_root_set_focus (root, NULL);
  daybook_column_view_focus (view);
}
