/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-page.h"

#include "app/common/chosen-rows.h"
#include "app/common/columns.h"
#include "app/common/filter-bar.h"
#include "app/common/kept-sort.h"
#include "app/common/key-selection.h"
#include "app/common/list-emptiness.h"
#include "app/common/list-export.h"
#include "app/common/list-log.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/compat/column-view.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Template widgets */
  GtkWidget          *toolbar;
  GtkLabel           *heading;
  GtkLabel           *count;
  GtkMenuButton      *columns_button;
  GtkSearchBar       *find_bar;
  GtkEditable        *find_entry;
  DaybookFilterBar   *filter_bar;
  AdwBin             *notice_bin;
  GtkStack           *stack;
  GtkOverlay         *overlay;
  GtkColumnView      *view;
  AdwBin             *empty_bin;
  AdwStatusPage      *nothing;
  AdwStatusPage      *failed;
  GtkRevealer        *bulk_revealer;
  AdwBin             *bulk_bin;
  AdwBin             *foot_bin;
  GtkStack           *bodies;
  AdwBin             *body_bin;

  /* Owned */
  DaybookStore       *store;
  DaybookDesk        *desk;
  DaybookResultModel *model;
  DaybookColumns     *columns;
  DaybookQuery       *query;
  GtkWidget          *empty;    /* the child of that type */
  char               *nothing_icon;
  DaybookChosenRows  *chosen;
  guint               n_selected; /* all of them, when they were announced last */
  DaybookListLog     *log;
  gboolean            is_filling; /* the find bar is made to say what the query asks */
  gboolean            panel_waits;  /* it was open in the view before */
  DaybookKeptSort     kept_sort;
  DaybookRow         *current;  /* of the panel, or NULL */

  /* Borrowed */
  GtkSelectionModel  *selection;
  const DaybookTable *table;
} DaybookListPagePrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (DaybookListPage, daybook_list_page, DAYBOOK_TYPE_PAGE,
                         G_ADD_PRIVATE (DaybookListPage)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static DaybookListPagePrivate *
get_private (DaybookListPage *self)
{
  return daybook_list_page_get_instance_private (self);
}

/* --- What the list says about itself ---------------------------------------- */

/* Large icons are drawn by a library that a start with rows need not load: they
 * come into the window when they are to be seen. */
static void
show_emptiness (DaybookListPagePrivate *priv)
{
  gboolean none = daybook_list_is_bare (daybook_store_get_reader (priv->store), priv->query);

  if (none)
    adw_bin_set_child (priv->empty_bin, priv->empty);
  else
    adw_status_page_set_icon_name (priv->nothing, priv->nothing_icon);

  gtk_stack_set_visible_child_name (priv->stack, none ? "empty" : "nothing");
}

static void
update_stack (DaybookListPagePrivate *priv)
{
  DaybookResultState state = daybook_result_model_get_state (priv->model);

  if (state == DAYBOOK_RESULT_FAILED)
    daybook_list_say_failure (priv->stack, priv->failed, daybook_result_model_get_error (priv->model));
  else if (g_list_model_get_n_items (G_LIST_MODEL (priv->model)) > 0)
    gtk_stack_set_visible_child_name (priv->stack, "list");
  else if (state == DAYBOOK_RESULT_READY)
    show_emptiness (priv);
}

static void
update_count (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (priv->model));
  /* Until all are there the number would jump. */
  gboolean settled = daybook_result_model_get_state (priv->model) == DAYBOOK_RESULT_READY;
  g_autofree char *text = settled ? daybook_words_count (n_items) : NULL;

  gtk_label_set_label (priv->count, text != NULL ? text : "");
  daybook_page_set_subtitle (DAYBOOK_PAGE (self), text);
}

static void
on_state_changed (DaybookListPage *self)
{
  update_stack (get_private (self));
  update_count (self);
}

/* --- Selection and the row at hand ------------------------------------------ */

static void
set_current (DaybookListPage *self,
             DaybookRow      *row)
{
  DaybookListPagePrivate *priv = get_private (self);
  DaybookListPageClass *klass = DAYBOOK_LIST_PAGE_GET_CLASS (self);

  if (row != NULL)
    daybook_row_ref (row);
  g_clear_pointer (&priv->current, daybook_row_unref);
  priv->current = row;
  if (klass->show_row != NULL)
    klass->show_row (self, row);
}

/* As a person does; set_current() also follows what becomes of the row. */
static void
turn_to (DaybookListPage *self,
         DaybookRow      *row)
{
  set_current (self, row);
  if (row != NULL)
    daybook_page_row_opened (DAYBOOK_PAGE (self), row);
}

/* Whether there is a bar for several selected rows. */
static gboolean
has_bulk (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  DaybookListPageClass *klass = DAYBOOK_LIST_PAGE_GET_CLASS (self);

  if (adw_bin_get_child (priv->bulk_bin) == NULL && klass->make_bulk != NULL)
    adw_bin_set_child (priv->bulk_bin, klass->make_bulk (self));

  return klass->make_bulk != NULL;
}

static void
announce_selection (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  DaybookListPageClass *klass = DAYBOOK_LIST_PAGE_GET_CLASS (self);

  priv->n_selected = daybook_chosen_rows_count (priv->chosen);
  gtk_revealer_set_reveal_child (priv->bulk_revealer, priv->n_selected > 1 && has_bulk (self));
  if (klass->selection_changed != NULL)
    klass->selection_changed (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
on_selection_changed (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  g_autoptr(DaybookItem) item = NULL;

  if (!daybook_chosen_rows_choose (priv->chosen))
    return;

  item = daybook_chosen_rows_get_only (priv->chosen);
  if (item != NULL && (priv->panel_waits || daybook_page_is_panel_open (DAYBOOK_PAGE (self))))
    {
      turn_to (self, daybook_item_get_row (item));
      daybook_page_open_panel (DAYBOOK_PAGE (self));
      priv->panel_waits = FALSE;
    }
  announce_selection (self);
}

static void
on_items_changed (DaybookListPage *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  DaybookListPagePrivate *priv = get_private (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (priv->model));
  gboolean was_empty = n_items + removed == added;

  /* Who looks at the newest sees what is newer yet; whoever has scrolled or chosen
   * a row stays there. */
  if (position == 0 && removed == 0 && priv->n_selected == 0 && daybook_column_view_is_at_top (priv->view))
    daybook_column_view_rewind (priv->view);
  daybook_chosen_rows_items_changed (priv->chosen, position, removed, added);
  /* Rows that are gone are selected no longer, of which no signal tells. */
  if (daybook_chosen_rows_count (priv->chosen) != priv->n_selected)
    announce_selection (self);
  else if (was_empty != (n_items == 0))
    daybook_page_commands_changed (DAYBOOK_PAGE (self));
  update_stack (priv);
  update_count (self);
}

static void
on_settled (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  daybook_chosen_rows_settle (priv->chosen);
  if (daybook_chosen_rows_count (priv->chosen) != priv->n_selected)
    announce_selection (self);
  daybook_list_log_note (priv->log, priv->query);
  /* No row of the list has come or gone, but maybe the first one that its filters leave out. */
  update_stack (priv);
}

/* The panel's row may have changed, in the list or not. */
static void
on_store_changed (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  g_autoptr(DaybookRow) row = NULL;

  if (priv->current == NULL || !daybook_page_is_panel_open (DAYBOOK_PAGE (self)))
    return;

  row = daybook_reader_row (daybook_store_get_reader (priv->store), priv->table, priv->current->rowid, NULL);
  set_current (self, row);
}

static void
on_activated (DaybookListPage *self,
              guint            position)
{
  DaybookListPagePrivate *priv = get_private (self);
  g_autoptr(DaybookItem) item = g_list_model_get_item (G_LIST_MODEL (priv->model), position);

  if (item == NULL || daybook_item_get_row (item) == NULL)
    return;

  turn_to (self, daybook_item_get_row (item));
  daybook_page_open_panel (DAYBOOK_PAGE (self));
}

/* Where the row at hand stands in the list, or before the first. */
static guint
position_at_hand (DaybookListPagePrivate *priv)
{
  g_autoptr(GtkBitset) selection = gtk_selection_model_get_selection (priv->selection);
  guint position = priv->current != NULL ? daybook_result_model_find (priv->model, priv->current->rowid) : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION && gtk_bitset_contains (selection, position))
    return position;
  return gtk_bitset_is_empty (selection) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selection);
}

static void
go_to (DaybookListPage *self,
       int              step)
{
  DaybookListPagePrivate *priv = get_private (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (priv->model));
  guint here = position_at_hand (priv);
  gint64 there = here == GTK_INVALID_LIST_POSITION ? 0 : (gint64) here + step;

  if (there >= 0 && there < n_items)
    daybook_column_view_go_to (priv->view, (guint) there);
}

/* --- The query ---------------------------------------------------------------- */

/* Nothing is done to rows of another view that nobody sees: they are selected no
 * longer, and the panel does not keep one that its list may not have. Whoever works with
 * the panel has it again with the first row that is chosen there. */
static void
leave_rows (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  gtk_selection_model_unselect_all (priv->selection);
  priv->panel_waits = priv->panel_waits
                      || (daybook_page_is_panel_open (DAYBOOK_PAGE (self)) && !daybook_page_is_folded (DAYBOOK_PAGE (self)));
  daybook_page_close_panel (DAYBOOK_PAGE (self));
  if (priv->current != NULL)
    set_current (self, NULL);
}

static void
run_query (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  DaybookListPageClass *klass = DAYBOOK_LIST_PAGE_GET_CLASS (self);

  daybook_filter_bar_set_query (priv->filter_bar, priv->query);
  daybook_columns_mark_sort (priv->columns, priv->query);
  daybook_result_model_set_query (priv->model, priv->query);
  on_state_changed (self);
  if (klass->query_changed != NULL)
    klass->query_changed (self);
}

static void
on_condition_added (DaybookListPage    *self,
                    guint               field,
                    int                 op,
                    const char *const  *words)
{
  daybook_query_add (get_private (self)->query, field, (DaybookOp) op, words);
  run_query (self);
}

static void
on_condition_removed (DaybookListPage *self,
                      guint            index)
{
  DaybookQuery *query = get_private (self)->query;

  if (index == DAYBOOK_FILTER_ACT)
    query->act = (DaybookId) { 0 };
  else if (index == DAYBOOK_FILTER_KEYS)
    daybook_query_set_keys (query, NULL, NULL);
  else
    daybook_query_remove (query, index);
  run_query (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
on_sorted (DaybookListPage *self,
           int              field,
           int              order)
{
  DaybookListPagePrivate *priv = get_private (self);
  gboolean newest_first = field == priv->table->dated && order == DAYBOOK_SORT_DESCENDING;

  /* The order of the keys needs no sorting. */
  priv->query->sort = newest_first ? -1 : field;
  priv->query->order = (DaybookSortOrder) order;
  run_query (self);
}

static void
on_clear_clicked (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  g_ptr_array_set_size (priv->query->conditions, 0);
  daybook_kept_sort_search (&priv->kept_sort, priv->query, NULL);
  priv->query->act = (DaybookId) { 0 };
  daybook_query_set_keys (priv->query, NULL, NULL);
  gtk_search_bar_set_search_mode (priv->find_bar, FALSE);
  run_query (self);
  daybook_page_commands_changed (DAYBOOK_PAGE (self));
}

static void
on_find_changed (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  const char *text = gtk_editable_get_text (priv->find_entry);

  if (priv->is_filling || g_strcmp0 (*text != '\0' ? text : NULL, priv->query->search) == 0)
    return;

  daybook_kept_sort_search (&priv->kept_sort, priv->query, *text != '\0' ? text : NULL);
  run_query (self);
}

/* A filter that nobody sees would only puzzle. */
static void
on_find_mode_changed (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  if (!gtk_search_bar_get_search_mode (priv->find_bar))
    gtk_editable_set_text (priv->find_entry, "");
}

static void
on_find_stopped (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  gtk_search_bar_set_search_mode (priv->find_bar, FALSE);
  daybook_column_view_focus (priv->view);
}

/* --- The page ------------------------------------------------------------------ */

static gboolean
find (DaybookPage *page)
{
  DaybookListPagePrivate *priv = get_private (DAYBOOK_LIST_PAGE (page));

  gtk_search_bar_set_search_mode (priv->find_bar, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (priv->find_entry));
}

static gboolean
back (DaybookPage *page)
{
  DaybookListPage *self = DAYBOOK_LIST_PAGE (page);

  if (!daybook_filter_bar_end (get_private (self)->filter_bar))
    return FALSE;

  daybook_list_page_focus (self);
  return TRUE;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width > 0 ? width : -1, NULL, &height, NULL, NULL);
  return height;
}

/* The line under the list, and the bar for several rows; that as high as it will be, while it
 * slides in. */
static int
get_foot (DaybookPage *page)
{
  DaybookListPagePrivate *priv = get_private (DAYBOOK_LIST_PAGE (page));
  int width = gtk_widget_get_width (GTK_WIDGET (priv->bulk_revealer));
  int height = measure_height (GTK_WIDGET (priv->foot_bin), width);

  if (!gtk_widget_get_mapped (GTK_WIDGET (priv->bulk_revealer)))
    return 0;
  if (gtk_revealer_get_reveal_child (priv->bulk_revealer))
    height += measure_height (GTK_WIDGET (priv->bulk_bin), width);
  return height;
}

static void
shown (DaybookPage *page)
{
  daybook_list_page_focus (DAYBOOK_LIST_PAGE (page));
}

static void
open_row (DaybookPage     *page,
          const DaybookId *id)
{
  daybook_list_page_open (DAYBOOK_LIST_PAGE (page), id);
}

static void
show_query (DaybookPage        *page,
            const DaybookQuery *query)
{
  daybook_list_page_set_query (DAYBOOK_LIST_PAGE (page), query);
}

/* --- Export ------------------------------------------------------------------- */

/* What takes the whole list out of the book. */
static const char *const WHOLE[] = { "export", "print", "print-list", "save-list-pdf", NULL };

static gboolean
may_export (DaybookListPagePrivate *priv)
{
  return g_list_model_get_n_items (G_LIST_MODEL (priv->model)) > 0 && daybook_desk_may (priv->desk, DAYBOOK_RIGHT_EXPORT);
}

static void
export_rows (DaybookListPage *self,
             DaybookTake      as,
             GArray          *keys)
{
  DaybookListPagePrivate *priv = get_private (self);

  daybook_list_export (GTK_WIDGET (self), as, priv->query, priv->columns, priv->model, keys, gtk_label_get_label (priv->heading));
}

static gboolean
can (DaybookPage *page,
     const char  *command)
{
  DaybookListPage *self = DAYBOOK_LIST_PAGE (page);
  DaybookListPagePrivate *priv = get_private (self);

  if (g_str_equal (command, "next") || g_str_equal (command, "previous"))
    return g_list_model_get_n_items (G_LIST_MODEL (priv->model)) > 0;
  if (g_str_equal (command, "select-all"))
    return g_list_model_get_n_items (G_LIST_MODEL (priv->model)) > 0 && adw_bin_get_child (priv->body_bin) == NULL;
  if (g_str_equal (command, "open"))
    return daybook_list_page_count_selected (self) == 1;
  if (g_strv_contains (WHOLE, command))
    return may_export (priv);
  if (g_str_equal (command, "export-selected"))
    return may_export (priv) && daybook_list_page_count_selected (self) > 1;

  return g_str_equal (command, "filter");
}

static void
perform (DaybookPage *page,
         const char  *command)
{
  DaybookListPage *self = DAYBOOK_LIST_PAGE (page);
  DaybookListPagePrivate *priv = get_private (self);

  if (g_str_equal (command, "next"))
    go_to (self, 1);
  else if (g_str_equal (command, "previous"))
    go_to (self, -1);
  else if (g_str_equal (command, "select-all"))
    gtk_selection_model_select_all (priv->selection);
  else if (g_str_equal (command, "open"))
    on_activated (self, position_at_hand (priv));
  else if (g_str_equal (command, "filter"))
    daybook_filter_bar_begin (priv->filter_bar);
  else if (g_str_equal (command, "export"))
    export_rows (self, DAYBOOK_TAKE_TABLE, NULL);
  else if (g_str_equal (command, "export-selected"))
    export_rows (self, DAYBOOK_TAKE_TABLE, daybook_list_page_get_selected (self));
  else if (g_str_equal (command, "print") || g_str_equal (command, "print-list"))
    export_rows (self, DAYBOOK_TAKE_PAPER, NULL);
  else if (g_str_equal (command, "save-list-pdf"))
    export_rows (self, DAYBOOK_TAKE_PDF, NULL);
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  DaybookListPagePrivate *priv = get_private (DAYBOOK_LIST_PAGE (buildable));

  if (g_strcmp0 (type, "empty") == 0)
    g_set_object (&priv->empty, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "foot") == 0)
    adw_bin_set_child (priv->foot_bin, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "toolbar") == 0)
    gtk_box_append (GTK_BOX (priv->toolbar), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
daybook_list_page_finalize (GObject *object)
{
  DaybookListPagePrivate *priv = get_private (DAYBOOK_LIST_PAGE (object));

  g_clear_pointer (&priv->log, daybook_list_log_free);
  g_clear_pointer (&priv->chosen, daybook_chosen_rows_free);
  g_clear_object (&priv->empty);
  g_clear_object (&priv->model);
  g_clear_object (&priv->columns);
  g_clear_object (&priv->desk);
  g_clear_object (&priv->store);
  g_clear_pointer (&priv->query, daybook_query_free);
  g_clear_pointer (&priv->current, daybook_row_unref);
  g_free (priv->nothing_icon);

  G_OBJECT_CLASS (daybook_list_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, toolbar);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, count);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, columns_button);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, find_bar);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, find_entry);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, filter_bar);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, overlay);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, notice_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, view);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, empty_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, nothing);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, failed);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, bulk_revealer);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, bulk_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, foot_bin);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, bodies);
  gtk_widget_class_bind_template_child_private (widget_class, DaybookListPage, body_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_added);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_removed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_find_mode_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_find_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
daybook_list_page_class_init (DaybookListPageClass *klass)
{
  DaybookPageClass *page_class = DAYBOOK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_list_page_finalize;
  page_class->has_heading = TRUE;
  page_class->find = find;
  page_class->back = back;
  page_class->shown = shown;
  page_class->open_row = open_row;
  page_class->get_foot = get_foot;
  page_class->show_query = show_query;
  page_class->can = can;
  page_class->perform = perform;

  g_type_ensure (DAYBOOK_TYPE_FILTER_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_list_page_init (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  priv->nothing_icon = g_strdup ("edit-find-symbolic");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The list follows the book, the clock and the names. */
static void
connect_model (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  g_signal_connect_object (priv->model, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->model, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->model, "turned", G_CALLBACK (daybook_column_view_rewind), priv->view, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  /* After the view: it takes no selecting of rows it does not know yet. */
  g_signal_connect_object (priv->selection, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (priv->columns, "sorted", G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->desk, "names-changed", G_CALLBACK (daybook_result_model_redraw), priv->model, G_CONNECT_SWAPPED);
  /* Who may take lists away is another one, or has another role. */
  g_signal_connect_object (priv->desk, "agent-changed", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->desk, "names-changed", G_CALLBACK (daybook_page_commands_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (priv->desk), "day", G_CALLBACK (daybook_result_model_redraw), priv->model, G_CONNECT_SWAPPED);
}

void
daybook_list_page_set_up (DaybookListPage    *self,
                          DaybookStore       *store,
                          const DaybookTable *table,
                          const int          *columns)
{
  DaybookListPagePrivate *priv = get_private (self);

  g_return_if_fail (priv->store == NULL);

  priv->store = g_object_ref (store);
  priv->desk = g_object_ref (daybook_desk_of (store));
  priv->table = table;
  priv->query = daybook_query_new (table);
  priv->model = daybook_result_model_new (store);
  priv->log = daybook_list_log_new (store, table, priv->model);
  priv->selection = GTK_SELECTION_MODEL (daybook_key_selection_new (g_object_ref (priv->model)));
  priv->chosen = daybook_chosen_rows_new (DAYBOOK_KEY_SELECTION (priv->selection));
  priv->columns = daybook_columns_new (priv->view, priv->desk, priv->model, table, columns);
  daybook_columns_set_emphasis (priv->columns, DAYBOOK_LIST_PAGE_GET_CLASS (self)->emphasise);
  daybook_filter_bar_set_table (priv->filter_bar, priv->desk, table);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", daybook_columns_get_actions (priv->columns));
  gtk_menu_button_set_menu_model (priv->columns_button, daybook_columns_get_menu (priv->columns));
  connect_model (self);
  gtk_column_view_set_model (priv->view, priv->selection);
  daybook_column_view_mend_anchor (priv->view);
  daybook_column_view_mend_tab (priv->view);
  /* After the view, which lets go of rows by the same signal. */
  g_signal_connect_object (priv->selection, "items-changed", G_CALLBACK (daybook_column_view_mend_focus), priv->view, G_CONNECT_SWAPPED);
  g_object_unref (priv->selection);
  run_query (self);
}

DaybookDesk *
daybook_list_page_get_desk (DaybookListPage *self)
{
  return get_private (self)->desk;
}

DaybookStore *
daybook_list_page_get_store (DaybookListPage *self)
{
  return get_private (self)->store;
}

void
daybook_list_page_set_query (DaybookListPage    *self,
                             const DaybookQuery *query)
{
  DaybookListPagePrivate *priv = get_private (self);
  DaybookQuery *copy = daybook_query_copy (query);

  daybook_query_free (priv->query);
  priv->query = copy;
  priv->kept_sort = (DaybookKeptSort) { FALSE };
  leave_rows (self);
  /* The entry says at once that it was emptied, on the way to the new text. */
  priv->is_filling = TRUE;
  daybook_filter_bar_end (priv->filter_bar);
  gtk_search_bar_set_search_mode (priv->find_bar, copy->search != NULL);
  gtk_editable_set_text (priv->find_entry, copy->search != NULL ? copy->search : "");
  priv->is_filling = FALSE;
  run_query (self);
}

const DaybookQuery *
daybook_list_page_get_query (DaybookListPage *self)
{
  return get_private (self)->query;
}

void
daybook_list_page_set_heading (DaybookListPage *self,
                               const char      *heading)
{
  gtk_label_set_label (get_private (self)->heading, heading);
  daybook_page_set_title (DAYBOOK_PAGE (self), heading);
}

void
daybook_list_page_redraw (DaybookListPage *self)
{
  daybook_result_model_redraw (get_private (self)->model);
}

void
daybook_list_page_insert_column (DaybookListPage     *self,
                                 guint                position,
                                 GtkColumnViewColumn *column)
{
  GtkColumnView *view = get_private (self)->view;
  guint n_columns = g_list_model_get_n_items (gtk_column_view_get_columns (view));

  gtk_column_view_insert_column (view, MIN (position, n_columns), column);
  g_object_unref (column);
}

DaybookCellEdits *
daybook_list_page_make_edits (DaybookListPage *self,
                              const int       *fields)
{
  DaybookListPagePrivate *priv = get_private (self);

  return daybook_cell_edits_new (priv->overlay, priv->view, priv->columns, priv->model, fields);
}

void
daybook_list_page_set_notice (DaybookListPage *self,
                              GtkWidget       *notice)
{
  adw_bin_set_child (get_private (self)->notice_bin, notice);
}

void
daybook_list_page_set_nothing (DaybookListPage *self,
                               const char      *icon,
                               const char      *title,
                               const char      *description)
{
  DaybookListPagePrivate *priv = get_private (self);
  /* A status page's description is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  g_free (priv->nothing_icon);
  priv->nothing_icon = g_strdup (icon);
  adw_status_page_set_title (priv->nothing, title);
  adw_status_page_set_description (priv->nothing, escaped);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (priv->stack), "nothing") == 0)
    adw_status_page_set_icon_name (priv->nothing, icon);
}

guint
daybook_list_page_count_selected (DaybookListPage *self)
{
  return daybook_chosen_rows_count (get_private (self)->chosen);
}

GArray *
daybook_list_page_get_selected (DaybookListPage *self)
{
  return daybook_key_selection_get_keys (DAYBOOK_KEY_SELECTION (get_private (self)->selection));
}

GArray *
daybook_list_page_get_at_hand (DaybookListPage *self)
{
  if (daybook_list_page_count_selected (self) > 1)
    return daybook_list_page_get_selected (self);

  g_autoptr(DaybookRow) row = daybook_list_page_get_current (self);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row != NULL)
    g_array_append_val (keys, row->rowid);
  return keys;
}

void
daybook_list_page_unselect (DaybookListPage *self)
{
  gtk_selection_model_unselect_all (get_private (self)->selection);
}

void
daybook_list_page_add_switch (DaybookListPage *self,
                              GtkWidget       *choice)
{
  GtkBox *toolbar = GTK_BOX (get_private (self)->toolbar);

  gtk_box_insert_child_after (toolbar, choice, gtk_widget_get_first_child (GTK_WIDGET (toolbar)));
}

void
daybook_list_page_set_body (DaybookListPage *self,
                            GtkWidget       *body)
{
  DaybookListPagePrivate *priv = get_private (self);

  adw_bin_set_child (priv->body_bin, body);
  gtk_stack_set_visible_child_name (priv->bodies, body != NULL ? "body" : "rows");
}

void
daybook_list_page_focus (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);

  if (adw_bin_get_child (priv->body_bin) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (priv->body_bin), GTK_DIR_TAB_FORWARD);
  else
    daybook_column_view_focus (priv->view);
}

DaybookRow *
daybook_list_page_get_current (DaybookListPage *self)
{
  DaybookListPagePrivate *priv = get_private (self);
  g_autoptr(DaybookItem) item = NULL;
  DaybookRow *row;

  if (daybook_page_is_panel_open (DAYBOOK_PAGE (self)) && priv->current != NULL)
    return daybook_row_ref (priv->current);

  item = daybook_chosen_rows_get_only (priv->chosen);
  row = item != NULL ? daybook_item_get_row (item) : NULL;
  return row != NULL ? daybook_row_ref (row) : NULL;
}

void
daybook_list_page_open (DaybookListPage *self,
                        const DaybookId *id)
{
  DaybookListPagePrivate *priv = get_private (self);
  g_autoptr(DaybookRow) row = daybook_reader_find (daybook_store_get_reader (priv->store), priv->table, id, NULL);
  g_autoptr(DaybookRow) before = priv->current != NULL ? daybook_row_ref (priv->current) : NULL;
  guint position;

  if (row == NULL)
    return;

  position = daybook_result_model_find (priv->model, row->rowid);
  if (position != GTK_INVALID_LIST_POSITION)
    daybook_column_view_go_to (priv->view, position);
  /* Being selected, it may be the one already: a panel is shown once. */
  if (priv->current == NULL || priv->current == before || priv->current->rowid != row->rowid)
    turn_to (self, row);
  daybook_page_open_panel (DAYBOOK_PAGE (self));
}
