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
daybook_column_view_scroll_to (GtkColumnView *view,
                               guint          position)
{
  gtk_widget_activate_action (find_list (view), "list.scroll-to-item", "u", position);
}

GtkWidget *
daybook_column_view_pick_cell (GtkColumnView *view,
                               double         x,
                               double         y)
{
  GtkWidget *list = find_list (view);
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *row = gtk_widget_get_parent (widget);

      if (row != NULL && gtk_widget_get_parent (row) == list)
        return widget;
    }

  return NULL;
}

GtkWidget *
daybook_column_view_find_cell (GtkColumnView  *view,
                               DaybookCellTest test,
                               gpointer        data)
{
  GtkWidget *row = gtk_widget_get_first_child (find_list (view));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
      if (test (cell, data))
        return cell;

  return NULL;
}

gboolean
daybook_column_view_is_at_top (GtkColumnView *view)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view))) <= 0;
}

/* Goes once more to what is in view since the start: the row that is selected, or the top. */
static gboolean
on_anchor_due (gpointer data)
{
  GtkColumnView *view = data;
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr(GtkBitset) selection = model != NULL ? gtk_selection_model_get_selection (model) : NULL;

  if (selection == NULL || find_list (view) == NULL || g_list_model_get_n_items (G_LIST_MODEL (model)) == 0)
    return G_SOURCE_REMOVE;

  gtk_widget_activate_action (find_list (view), "list.scroll-to-item", "u",
                              gtk_bitset_is_empty (selection) ? 0 : gtk_bitset_get_minimum (selection));
  return G_SOURCE_REMOVE;
}

/* The list is being given its size: what is asked of it now is lost. */
static void
on_page_size_changed (GtkColumnView *view,
                      GParamSpec    *pspec,
                      GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_page_size (adjustment) <= 0)
    return;

  g_signal_handlers_disconnect_by_func (adjustment, on_page_size_changed, view);
  g_idle_add_full (GDK_PRIORITY_REDRAW + 5, on_anchor_due, g_object_ref (view), g_object_unref);
}

void
daybook_column_view_mend_anchor (GtkColumnView *view)
{
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "notify::page-size",
                           G_CALLBACK (on_page_size_changed), view, G_CONNECT_SWAPPED);
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

/* What cannot take the focus is passed over: that of its rows as well. */
static gboolean
leave (GtkWidget        *list,
       GtkDirectionType  direction)
{
  GtkWidget *view = gtk_widget_get_parent (list);
  GtkRoot *root = gtk_widget_get_root (list);
  gboolean has_left;

  gtk_widget_set_can_focus (view, FALSE);
  has_left = gtk_widget_child_focus (GTK_WIDGET (root), direction);
  gtk_widget_set_can_focus (view, TRUE);
  return has_left;
}

static gboolean
on_tab (GtkWidget *list,
        GVariant  *arguments,
        gpointer   data)
{
  return leave (list, GTK_DIR_TAB_FORWARD);
}

static gboolean
on_shift_tab (GtkWidget *list,
              GVariant  *arguments,
              gpointer   data)
{
  return leave (list, GTK_DIR_TAB_BACKWARD);
}

static GtkShortcut *
make_shortcut (const char      *keys,
               GtkShortcutFunc  func)
{
  return gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), gtk_callback_action_new (func, NULL, NULL));
}

void
daybook_column_view_mend_tab (GtkColumnView *view)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        make_shortcut ("Tab|KP_Tab", on_tab));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        make_shortcut ("<Shift>Tab|<Shift>KP_Tab", on_shift_tab));
  gtk_widget_add_controller (find_list (view), controller);
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

/* The view has just made the title: a box with a label, and an arrow while the list is
 * sorted by it. The header with all titles stands above the list. */
static void
on_view_changed (GtkColumnViewColumn *column)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (column);
  GtkWidget *header = view != NULL ? gtk_widget_get_first_child (GTK_WIDGET (view)) : NULL;
  GtkWidget *label = header != NULL ? find_label (header, gtk_column_view_column_get_title (column)) : NULL;
  GtkWidget *box = label != NULL ? gtk_widget_get_parent (label) : NULL;

  if (!GTK_IS_BOX (box))
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  /* The arrow has its room even when it is not seen. */
  gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
}

void
daybook_column_view_end_title (GtkColumnViewColumn *column)
{
  g_signal_connect (column, "notify::column-view", G_CALLBACK (on_view_changed), NULL);
}
