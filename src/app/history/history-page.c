/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/history-page.h"

#include "app/common/desk.h"
#include "app/history/act-filter.h"
#include "app/history/act-model.h"
#include "app/history/act-panel.h"
#include "app/history/act-row.h"
#include "app/history/act-words.h"
#include "app/history/day.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

/* So many lines fill a tall screen: with fewer there is nothing to scroll, so
 * nothing would ever ask for older ones. */
#define ENOUGH_LINES 50

struct _DaybookHistoryPage
{
  DaybookPage parent_instance;

  GtkOrientable      *filter_box;
  GtkEditable        *search_entry;
  GtkDropDown        *kind_drop;
  GtkDropDown        *agent_drop;
  GtkStack           *stack;
  GtkListBox         *list;
  DaybookActPanel    *panel;

  DaybookStore       *store;
  DaybookActModel    *model;
  DaybookActFilter   *filter;
  GtkFilterListModel *shown;
  GArray             *agents; /* DaybookId, of the dropdown's entries but the first */
  guint               fill_id;
  gboolean            stale;  /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookHistoryPage, daybook_history_page, DAYBOOK_TYPE_PAGE)

/* The dropdown's entries after "Everything". */
static const DaybookActKind KINDS[] = {
  DAYBOOK_ACT_EDIT, DAYBOOK_ACT_IMPORT, DAYBOOK_ACT_UNDO, DAYBOOK_ACT_RULE, DAYBOOK_ACT_SAMPLE,
};

static guint
count_shown (DaybookHistoryPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

/* Reads on, a page in each turn of the main loop, until the filter has let
 * enough through. */
static gboolean
fill_more (gpointer data)
{
  DaybookHistoryPage *self = data;
  g_autoptr (GError) error = NULL;

  if (count_shown (self) < ENOUGH_LINES && daybook_act_model_load_more (self->model, &error))
    return G_SOURCE_CONTINUE;

  if (error != NULL)
    g_warning ("%s", error->message);
  self->fill_id = 0;
  gtk_stack_set_visible_child_name (self->stack, count_shown (self) > 0 ? "list" : "nothing");
  return G_SOURCE_REMOVE;
}

static void
on_shown_changed (DaybookHistoryPage *self)
{
  if (count_shown (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  if (self->fill_id == 0 && count_shown (self) < ENOUGH_LINES)
    self->fill_id = g_idle_add (fill_more, self);
}

static void
on_edge_reached (DaybookHistoryPage *self,
                 GtkPositionType     edge)
{
  g_autoptr (GError) error = NULL;

  if (edge == GTK_POS_BOTTOM && !daybook_act_model_load_more (self->model, &error) && error != NULL)
    g_warning ("%s", error->message);
}

/* Where the window has one pane only, the filters stand below the search. */
static void
on_sidebar_folded (DaybookHistoryPage *self)
{
  gboolean folded;

  g_object_get (self, "sidebar-folded", &folded, NULL);
  gtk_orientable_set_orientation (self->filter_box, folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
on_words_changed (DaybookHistoryPage *self)
{
  daybook_act_filter_set_words (self->filter, gtk_editable_get_text (self->search_entry));
}

static void
on_kind_selected (DaybookHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop);

  if (self->filter != NULL)
    daybook_act_filter_set_kind (self->filter, selected > 0 && selected <= G_N_ELEMENTS (KINDS)
                                               ? (int) KINDS[selected - 1] : DAYBOOK_ACT_ANY_KIND);
}

static void
on_agent_selected (DaybookHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->agent_drop);

  if (self->filter != NULL)
    daybook_act_filter_set_agent (self->filter, selected > 0 && selected <= self->agents->len
                                                ? &g_array_index (self->agents, DaybookId, selected - 1) : NULL);
}

static void
on_row_activated (DaybookHistoryPage *self,
                  DaybookActRow      *row)
{
  daybook_act_panel_show (self->panel, daybook_act_row_get_item (row));
  daybook_page_set_panel_title (DAYBOOK_PAGE (self), _("What Was Done"));
  daybook_page_open_panel (DAYBOOK_PAGE (self));
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  DaybookHistoryPage *self = data;

  return daybook_act_row_new (self->store, item);
}

static GtkWidget *
new_day_header (DaybookHistoryPage *self,
                gint64              moment)
{
  g_autofree char *day = daybook_day_title (moment, daybook_store_get_now (self->store),
                                            daybook_store_get_zone (self->store));
  GtkWidget *label = gtk_label_new (day);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static gint64
moment_of (GtkListBoxRow *row)
{
  return daybook_act_item_get (daybook_act_row_get_item (DAYBOOK_ACT_ROW (row)))->at;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  DaybookHistoryPage *self = data;
  GTimeZone *zone = daybook_store_get_zone (self->store);
  gboolean begins = before == NULL || !daybook_day_is_same (moment_of (row), moment_of (before), zone);

  gtk_list_box_row_set_header (row, begins ? new_day_header (self, moment_of (row)) : NULL);
}

static void
fill_kinds (DaybookHistoryPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: entry of a list of kinds of acts: all of them */
  gtk_string_list_append (names, _("Everything"));
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    gtk_string_list_append (names, daybook_act_kind_label (KINDS[i]));
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
}

/* A shop of one person is not asked who it was. */
static void
fill_agents (DaybookHistoryPage *self)
{
  GPtrArray *agents = daybook_desk_get_agents (daybook_desk_of (self->store));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: entry of a list of people: all of them */
  gtk_string_list_append (names, _("Everyone"));
  g_array_set_size (self->agents, 0);
  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      gtk_string_list_append (names, daybook_row_text (agent, DAYBOOK_AGENT_NAME));
      g_array_append_val (self->agents, agent->id);
    }

  gtk_drop_down_set_model (self->agent_drop, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->agent_drop), agents->len > 1);
}

static void
reload (DaybookHistoryPage *self)
{
  g_autoptr (GError) error = NULL;

  self->stale = FALSE;
  if (!daybook_act_model_reload (self->model, &error))
    g_warning ("%s", error->message);
  gtk_list_box_invalidate_headers (self->list);
}

static void
on_book_changed (DaybookHistoryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
daybook_history_page_shown (DaybookPage *page)
{
  DaybookHistoryPage *self = DAYBOOK_HISTORY_PAGE (page);

  if (self->stale)
    reload (self);
}

static gboolean
daybook_history_page_find (DaybookPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DAYBOOK_HISTORY_PAGE (page)->search_entry));
}

static void
daybook_history_page_dispose (GObject *object)
{
  DaybookHistoryPage *self = DAYBOOK_HISTORY_PAGE (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  /* The list asks for headers while it lets go of its rows. */
  if (self->store != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_pointer (&self->agents, g_array_unref);
  G_OBJECT_CLASS (daybook_history_page_parent_class)->dispose (object);
}

static void
daybook_history_page_class_init (DaybookHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_history_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = daybook_history_page_shown;
  DAYBOOK_PAGE_CLASS (klass)->find = daybook_history_page_find;

  g_type_ensure (DAYBOOK_TYPE_ACT_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/history/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, agent_drop);
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookHistoryPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
daybook_history_page_init (DaybookHistoryPage *self)
{
  self->agents = g_array_new (FALSE, FALSE, sizeof (DaybookId));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::sidebar-folded", G_CALLBACK (on_sidebar_folded), NULL);
}

DaybookPage *
daybook_history_page_new (DaybookStore *store)
{
  DaybookHistoryPage *self = g_object_new (DAYBOOK_TYPE_HISTORY_PAGE, NULL);

  self->store = g_object_ref (store);
  self->model = daybook_act_model_new (store);
  self->filter = daybook_act_filter_new ();
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->model)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  daybook_act_panel_set_store (self->panel, store);
  fill_kinds (self);
  fill_agents (self);

  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_row, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_shown_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "names-changed", G_CALLBACK (fill_agents), self, G_CONNECT_SWAPPED);
  on_shown_changed (self);
  return DAYBOOK_PAGE (self);
}
