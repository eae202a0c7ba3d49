/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/orders-page.h"

#include "app/common/lane.h"
#include "app/common/last-act.h"
#include "app/common/list-views.h"
#include "app/common/shell.h"
#include "app/orders/as-of.h"
#include "app/orders/order-bulk.h"
#include "app/orders/order-cells.h"
#include "app/orders/order-panel.h"
#include "app/orders/order-views.h"
#include "core/customer.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookOrdersPage
{
  DaybookListPage    parent_instance;

  /* Template widgets */
  DaybookAsOf       *as_of;

  /* Borrowed; made when they are needed first */
  DaybookOrderBulk  *bulk;

  /* Owned */
  DaybookLane       *lane; /* builds edits over many orders */
  DaybookCellEdits  *edits;
  DaybookOrderCells *cells;
  DaybookListViews  *views;
};

G_DEFINE_FINAL_TYPE (DaybookOrdersPage, daybook_orders_page, DAYBOOK_TYPE_LIST_PAGE)

/* What the eye looks for first; the rest is a click away. The first four are in
 * sight beside an open panel, on the screen of a laptop. */
static const int COLUMNS[] = {
  DAYBOOK_ORDER_NUMBER,
  DAYBOOK_ORDER_STAGE,
  DAYBOOK_ORDER_FLAG,
  DAYBOOK_ORDER_PAID,
  DAYBOOK_ORDER_CREATED,
  DAYBOOK_ORDER_NOTE,
  DAYBOOK_ORDER_TITLE,
  DAYBOOK_ORDER_RECEIVER,
  DAYBOOK_ORDER_AGENT,
  -1,
};

/* What is ours. */
static const int EDITABLE[] = { DAYBOOK_ORDER_FLAG, DAYBOOK_ORDER_AGENT, DAYBOOK_ORDER_NOTE, -1 };

static DaybookStore *
get_store (DaybookOrdersPage *self)
{
  return daybook_list_page_get_store (DAYBOOK_LIST_PAGE (self));
}

static const DaybookId *
get_person (DaybookOrdersPage *self)
{
  return daybook_store_get_agent (get_store (self));
}

static DaybookShell *
get_shell (DaybookOrdersPage *self)
{
  return daybook_shell_of (GTK_WIDGET (self));
}

/* --- Acts ------------------------------------------------------------------------- */

static gpointer
build_in_db (DaybookReader *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return daybook_order_act_build (data, reader, cancellable, error);
}

static void
on_built (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookOrdersPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_lane_run_finish (result, &error);
  DaybookShell *shell = get_shell (self);

  if (edit != NULL && daybook_edit_size (edit) > 0)
    daybook_last_act_commit (GTK_WIDGET (self), get_store (self), edit);
  else if (edit == NULL && shell == NULL)
    g_warning ("%s", error->message);
  else if (edit == NULL)
    daybook_shell_say_error (shell, error);
  else if (shell != NULL)
    daybook_shell_say (shell, _("Nothing to change here."));

  daybook_last_act_release ();
}

static void
run (DaybookOrdersPage *self,
     DaybookOrderAct   *act)
{
  daybook_last_act_hold ();
  daybook_lane_run_async (self->lane, build_in_db, act, (GDestroyNotify) daybook_order_act_free,
                          (GDestroyNotify) daybook_edit_unref, NULL, on_built, g_object_ref (self));
}

static void
on_act_wanted (DaybookOrdersPage *self,
               DaybookOrderAct   *act)
{
  DaybookOrderAct *copy = daybook_order_act_new (act->kind, g_array_ref (act->keys), &act->by);

  copy->flag = act->flag;
  copy->agent = act->agent;
  copy->name = g_strdup (act->name);
  copy->note = g_strdup (act->note);
  run (self, copy);
}

/* The hands were in the bar for this one act: what is struck next is for the rows. */
static void
on_bulk_act_wanted (DaybookOrdersPage *self,
                    DaybookOrderAct   *act)
{
  on_act_wanted (self, act);
  daybook_list_page_focus (DAYBOOK_LIST_PAGE (self));
}

static void
copy_number (DaybookOrdersPage *self)
{
  g_autoptr(DaybookRow) order = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  const char *number = daybook_row_text (order, DAYBOOK_ORDER_NUMBER);

  daybook_shell_copy (GTK_WIDGET (self), number, number);
}

static void
on_customer_wanted (DaybookOrdersPage *self)
{
  g_autoptr(DaybookRow) order = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  if (order != NULL && daybook_row_has (order, DAYBOOK_ORDER_CUSTOMER))
    daybook_shell_show_row (get_shell (self), &daybook_customers, daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER));
}

/* --- Views ------------------------------------------------------------------------- */

static void
show_view (DaybookPage *page,
           const char  *key)
{
  daybook_list_views_turn_to (DAYBOOK_ORDERS_PAGE (page)->views, key);
}

static void
show_query (DaybookPage        *page,
            const DaybookQuery *query)
{
  daybook_list_views_show_query (DAYBOOK_ORDERS_PAGE (page)->views, DAYBOOK_ORDER_VIEW_ALL, query);
}

static const char *
get_view (DaybookPage *page)
{
  return daybook_list_views_get_key (DAYBOOK_ORDERS_PAGE (page)->views);
}

static void
on_query_changed (DaybookListPage *list)
{
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (list);

  if (self->views != NULL)
    daybook_list_views_query_changed (self->views);
}

/* --- The page ----------------------------------------------------------------------- */

static GtkWidget *
make_panel (DaybookPage *page)
{
  DaybookOrderPanel *panel = g_object_new (DAYBOOK_TYPE_ORDER_PANEL, NULL);

  daybook_order_panel_set_desk (panel, daybook_list_page_get_desk (DAYBOOK_LIST_PAGE (page)));
  g_signal_connect_object (panel, "act", G_CALLBACK (on_act_wanted), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "customer-wanted", G_CALLBACK (on_customer_wanted), page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}

static GtkWidget *
make_bulk (DaybookListPage *list)
{
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (list);

  self->bulk = DAYBOOK_ORDER_BULK (daybook_order_bulk_new (daybook_list_page_get_desk (list)));
  g_signal_connect_object (self->bulk, "act", G_CALLBACK (on_bulk_act_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "close", G_CALLBACK (daybook_list_page_unselect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bulk, "resized", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->bulk);
}

static DaybookOrderPanel *
get_panel (DaybookOrdersPage *self)
{
  return DAYBOOK_ORDER_PANEL (daybook_page_obtain_panel (DAYBOOK_PAGE (self)));
}

static void
show_row (DaybookListPage  *list,
          const DaybookRow *order)
{
  daybook_order_panel_show (get_panel (DAYBOOK_ORDERS_PAGE (list)), order);
}

static void
on_selection_changed (DaybookListPage *list)
{
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (list);

  if (self->cells != NULL)
    daybook_order_cells_end (self->cells);
  if (daybook_list_page_count_selected (list) > 1)
    daybook_bulk_bar_set_keys (DAYBOOK_BULK_BAR (self->bulk), daybook_list_page_get_selected (list));
  else if (self->bulk != NULL)
    daybook_order_bulk_end_note (self->bulk);
}

static gboolean
has_one_order (DaybookOrdersPage *self)
{
  g_autoptr(DaybookRow) order = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  return order != NULL;
}

/* Without listing them: there may be a million. */
static gboolean
has_orders_at_hand (DaybookOrdersPage *self)
{
  return daybook_list_page_count_selected (DAYBOOK_LIST_PAGE (self)) > 1 || has_one_order (self);
}

static gboolean
has_focus (DaybookOrderBulk *bulk)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (bulk));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (bulk));
}

/* The line that stands nearest to the hands goes first. */
static gboolean
back (DaybookPage *page)
{
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (page);
  gboolean was_open = (self->bulk != NULL && (daybook_order_bulk_end_note (self->bulk) || has_focus (self->bulk)))
                      || daybook_list_views_end (self->views);

  if (was_open)
    daybook_list_page_focus (DAYBOOK_LIST_PAGE (page));
  return was_open || DAYBOOK_PAGE_CLASS (daybook_orders_page_parent_class)->back (page);
}

/* A number that was made up is nothing to copy. */
static gboolean
is_made_up (DaybookOrdersPage *self)
{
  g_autoptr(DaybookRow) order = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));

  return order != NULL && daybook_desk_is_made_up (order, DAYBOOK_ORDER_NUMBER);
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  static const char *const ON_ANY[] = { "flag", "agent", "note", "trash", "take-over", NULL };
  static const char *const ON_ONE[] = { "edit-note", "copy", NULL };
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (page);
  gboolean possible;

  if (g_strv_contains (ON_ANY, command))
    return has_orders_at_hand (self);
  if (g_str_equal (command, "copy") && is_made_up (self))
    return FALSE;
  if (g_strv_contains (ON_ONE, command))
    return has_one_order (self);
  if (daybook_list_views_can (self->views, command, &possible))
    return possible;

  return DAYBOOK_PAGE_CLASS (daybook_orders_page_parent_class)->can (page, command);
}

/* What is set in the panel needs the panel. */
static void
begin_in_panel (DaybookOrdersPage  *self,
                void              (*begin) (DaybookOrderPanel *panel))
{
  if (!daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    DAYBOOK_PAGE_CLASS (daybook_orders_page_parent_class)->perform (DAYBOOK_PAGE (self), "open");
  begin (get_panel (self));
}

/* FALSE when the list does not show the cell, or the panel covers it. */
static gboolean
edit_in_list (DaybookOrdersPage *self,
              guint              field)
{
  DaybookPage *page = DAYBOOK_PAGE (self);
  g_autoptr(DaybookRow) order = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (self));
  gboolean is_covered = daybook_page_is_folded (page) && daybook_page_is_panel_open (page);

  return order != NULL && !is_covered && daybook_cell_edits_begin (self->edits, order->rowid, field);
}

/* While the panel is open, it is where people look. */
static void
begin_in_list (DaybookOrdersPage  *self,
               guint               field,
               void              (*begin) (DaybookOrderPanel *panel))
{
  if (daybook_page_is_panel_open (DAYBOOK_PAGE (self)) || !edit_in_list (self, field))
    begin_in_panel (self, begin);
}

static void
begin_note_in_list (DaybookOrdersPage *self)
{
  if (!edit_in_list (self, DAYBOOK_ORDER_NOTE))
    begin_in_panel (self, daybook_order_panel_edit_note);
}

/* A line in a cell has no room for a note of several. */
static void
on_cell_wanted (DaybookOrdersPage *self,
                guint              field,
                DaybookItem       *item,
                GtkWidget         *cell)
{
  DaybookRow *order = daybook_item_get_row (item);

  if (order == NULL)
    return;

  if (field == DAYBOOK_ORDER_NOTE && strchr (daybook_row_text (order, field), '\n') != NULL)
    begin_in_panel (self, daybook_order_panel_edit_note);
  else
    daybook_order_cells_edit (self->cells, field, order, cell);
}

/* What is chosen or typed for several orders is so in their bar. FALSE for what needs
 * no more to be said, or is done to one order only. */
static gboolean
begin_for_many (DaybookOrdersPage *self,
                const char        *command)
{
  if (daybook_list_page_count_selected (DAYBOOK_LIST_PAGE (self)) <= 1)
    return FALSE;

  if (g_str_equal (command, "note"))
    daybook_order_bulk_begin_note (self->bulk);
  else if (g_str_equal (command, "flag"))
    daybook_order_bulk_begin_flag (self->bulk);
  else if (g_str_equal (command, "agent"))
    daybook_order_bulk_begin_agent (self->bulk);
  else
    return FALSE;

  return TRUE;
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (page);

  if (begin_for_many (self, command) || daybook_list_views_perform (self->views, command))
    return;

  if (g_str_equal (command, "note"))
    begin_in_panel (self, daybook_order_panel_edit_note);
  else if (g_str_equal (command, "edit-note"))
    begin_note_in_list (self);
  else if (g_str_equal (command, "flag"))
    begin_in_list (self, DAYBOOK_ORDER_FLAG, daybook_order_panel_edit_flag);
  else if (g_str_equal (command, "agent"))
    begin_in_list (self, DAYBOOK_ORDER_AGENT, daybook_order_panel_edit_agent);
  else if (g_str_equal (command, "copy"))
    copy_number (self);
  else if (g_str_equal (command, "trash"))
    run (self, daybook_order_act_new (DAYBOOK_ORDER_TRASH, daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self)), get_person (self)));
  else if (g_str_equal (command, "take-over"))
    run (self, daybook_order_act_new (DAYBOOK_ORDER_TAKE_OVER, daybook_list_page_get_at_hand (DAYBOOK_LIST_PAGE (self)), get_person (self)));
  else
    DAYBOOK_PAGE_CLASS (daybook_orders_page_parent_class)->perform (page, command);
}

static void
daybook_orders_page_dispose (GObject *object)
{
  DaybookOrdersPage *self = DAYBOOK_ORDERS_PAGE (object);

  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->cells);
  g_clear_object (&self->edits);
  g_clear_object (&self->views);

  G_OBJECT_CLASS (daybook_orders_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/orders/orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookOrdersPage, as_of);
}

static void
daybook_orders_page_class_init (DaybookOrdersPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);
  DaybookListPageClass *list_class = DAYBOOK_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_orders_page_dispose;
  page_class->show_view = show_view;
  page_class->get_view = get_view;
  page_class->show_query = show_query;
  page_class->back = back;
  page_class->can = can;
  page_class->perform = perform;
  page_class->make_panel = make_panel;
  list_class->make_bulk = make_bulk;
  list_class->show_row = show_row;
  list_class->selection_changed = on_selection_changed;
  list_class->query_changed = on_query_changed;

  g_type_ensure (DAYBOOK_TYPE_AS_OF);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_orders_page_init (DaybookOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_cells (DaybookOrdersPage *self)
{
  self->edits = daybook_list_page_make_edits (DAYBOOK_LIST_PAGE (self), EDITABLE);
  self->cells = daybook_order_cells_new (DAYBOOK_LIST_PAGE (self), g_object_ref (self->edits));
  g_signal_connect_object (self->edits, "wanted", G_CALLBACK (on_cell_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cells, "act", G_CALLBACK (on_act_wanted), self, G_CONNECT_SWAPPED);
}

DaybookPage *
daybook_orders_page_new (DaybookStore *store)
{
  DaybookOrdersPage *self = g_object_new (DAYBOOK_TYPE_ORDERS_PAGE, NULL);

  self->lane = daybook_lane_new (store);
  daybook_as_of_set_desk (self->as_of, daybook_desk_of (store));
  daybook_list_page_set_up (DAYBOOK_LIST_PAGE (self), store, &daybook_orders, COLUMNS);
  self->views = daybook_list_views_new (DAYBOOK_LIST_PAGE (self), daybook_order_views_for (store), DAYBOOK_ORDER_VIEW_ALL,
                                        _("No order of the book fits these filters and words."));
  make_cells (self);
  show_view (DAYBOOK_PAGE (self), DAYBOOK_ORDER_VIEW_ALL);
  return DAYBOOK_PAGE (self);
}
