/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/columns.h"

#include "app/common/derived-column.h"
#include "app/common/prefs.h"
#include "app/common/text-cell.h"
#include "app/compat/column-sort.h"
#include "app/compat/column-view.h"
#include "core/case.h"
#include "core/row-excerpt.h"
#include "exchange/derived.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookColumns
{
  GObject             parent_instance;

  GtkColumnView      *view; /* borrowed: its page owns both */
  DaybookDesk        *desk;
  const DaybookTable *table;
  char               *name;    /* the table's: what is chosen is kept under it */
  GPtrArray          *columns; /* GtkColumnViewColumn by field; NULL until it is shown first */
  GSimpleActionGroup *actions;
  GMenu              *menu;
  GSettings          *settings; /* or NULL */
  DaybookEmphasise    emphasise; /* or NULL */
  DaybookSought      *sought;    /* or NULL: nothing is marked in this kind */
  gboolean            marking;
};

G_DEFINE_FINAL_TYPE (DaybookColumns, daybook_columns, G_TYPE_OBJECT)

enum
{
  SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* At the least, in pixels. */
#define TITLE_WIDTH 240

static gboolean
is_for_people (const DaybookField *field)
{
  return (field->flags & DAYBOOK_FIELD_HIDDEN) == 0;
}

/* In pixels: fixed, so that scrolling measures nothing. 0 takes what is left. */
static int
width_of (const DaybookTable *table,
          guint               field)
{
  const DaybookField *spec = &table->fields[field];

  /* A case's is short. */
  if ((spec->flags & DAYBOOK_FIELD_NUMBER) && daybook_table_base (table) == &daybook_cases && (int) field == table->title)
    return 92;
  if (spec->flags & DAYBOOK_FIELD_NUMBER)
    return 174;
  /* All of them, or five look like three. */
  if (spec->flags & DAYBOOK_FIELD_STARS)
    return 108;

  switch (spec->type)
    {
    case DAYBOOK_TYPE_MONEY:
      return 100;
    case DAYBOOK_TYPE_INT:
    case DAYBOOK_TYPE_BOOL:
      return 80;
    case DAYBOOK_TYPE_TIME:
      return 128;
    case DAYBOOK_TYPE_ENUM:
    case DAYBOOK_TYPE_DATE:
      return 108;
    case DAYBOOK_TYPE_CHOICE:
      return 124;
    case DAYBOOK_TYPE_CHOICES:
      return 160;
    case DAYBOOK_TYPE_REF:
      return g_str_equal (spec->ref, "order") ? 150 : 104;
    case DAYBOOK_TYPE_TEXT:
      if ((int) field == table->title && !g_str_equal (spec->name, "title"))
        return 176;
      G_GNUC_FALLTHROUGH;
    default:
      return daybook_cell_is_wide (spec) ? 0 : 112;
    }
}

static GtkColumnViewColumn *
make_column (DaybookColumns *self,
             guint           field)
{
  const DaybookField *spec = &self->table->fields[field];
  GtkColumnViewColumn *column = gtk_column_view_column_new (_(spec->label),
                                                            daybook_cell_factory_new (self->desk, self->table, field));
  GtkListItemFactory *factory = gtk_column_view_column_get_factory (column);
  int width = width_of (self->table, field);

  daybook_cell_factory_set_emphasis (factory, self->emphasise);
  daybook_cell_factory_set_sought (factory, self->sought);
  if (daybook_field_has_order (spec))
    {
      g_autoptr(GtkSorter) sorter = daybook_column_sorter_new (field);

      gtk_column_view_column_set_sorter (column, sorter);
    }
  if (daybook_cell_is_figure (spec))
    daybook_column_view_end_title (column);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->menu));
  /* A task or an article is its title, however much stands beside it. */
  if (width == 0 && (int) field == self->table->title && (spec->flags & DAYBOOK_FIELD_REQUIRED) != 0)
    gtk_column_view_column_set_fixed_width (column, TITLE_WIDTH);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  return column;
}

/* The field of a column, or the number that an export gives one that is no field's. */
static gboolean
number_column (DaybookColumns      *self,
               GtkColumnViewColumn *column,
               guint               *number)
{
  const char *name = daybook_derived_column_name (column);
  int derived = name != NULL ? daybook_derived_find (self->table, name) : -1;

  if (derived < 0)
    return g_ptr_array_find (self->columns, column, number);

  *number = (guint) derived;
  return TRUE;
}

GArray *
daybook_columns_get_shown (DaybookColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      guint number;

      if (number_column (self, column, &number))
        g_array_append_val (numbers, number);
    }

  return numbers;
}

static GVariant *
list_shown (DaybookColumns *self)
{
  g_autoptr(GArray) fields = daybook_columns_get_shown (self);
  g_autoptr(GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, guint, i) < self->table->n_fields)
      g_variant_builder_add (builder, "s", daybook_field_get_name (&self->table->fields[g_array_index (fields, guint, i)]));

  return g_variant_builder_end (builder);
}

/* The choice is kept by table, as field names. */
static void
remember (DaybookColumns *self)
{
  g_autoptr(GVariant) old = NULL;
  GVariantDict chosen;

  if (self->settings == NULL)
    return;

  old = g_settings_get_value (self->settings, "columns");
  g_variant_dict_init (&chosen, old);
  g_variant_dict_insert_value (&chosen, self->name, list_shown (self));
  g_settings_set_value (self->settings, "columns", g_variant_dict_end (&chosen));
}

/* Columns not shown are taken out: GTK 4.8 keeps room for those it only hides,
 * and makes their cells. */
static GtkColumnViewColumn *
obtain_column (DaybookColumns *self,
               guint           field)
{
  if (g_ptr_array_index (self->columns, field) == NULL)
    g_ptr_array_index (self->columns, field) = make_column (self, field);

  return g_ptr_array_index (self->columns, field);
}

static void
on_toggled (GSimpleAction *action,
            GVariant      *state,
            gpointer       data)
{
  DaybookColumns *self = data;
  int field = daybook_table_field (self->table, g_action_get_name (G_ACTION (action)));
  GtkColumnViewColumn *column = obtain_column (self, (guint) field);

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    gtk_column_view_append_column (self->view, column);
  else
    gtk_column_view_remove_column (self->view, column);
  remember (self);
}

static void
add_choice (DaybookColumns *self,
            guint           field,
            gboolean        visible)
{
  const DaybookField *spec = &self->table->fields[field];
  g_autofree char *name = g_strconcat ("columns.", spec->name, NULL);
  g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (spec->name, NULL, g_variant_new_boolean (visible));

  g_signal_connect_object (action, "change-state", G_CALLBACK (on_toggled), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu, _(spec->label), name);
}

/* The fields a person chose last; NULL when nobody did. */
static GVariant *
recall (DaybookColumns *self)
{
  g_autoptr(GVariant) all = NULL;
  GVariantDict chosen;
  GVariant *names;

  if (self->settings == NULL)
    return NULL;

  all = g_settings_get_value (self->settings, "columns");
  g_variant_dict_init (&chosen, all);
  names = g_variant_dict_lookup_value (&chosen, self->name, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_dict_clear (&chosen);
  return names;
}

static void
append_shown (DaybookColumns *self,
              const int      *shown)
{
  g_autoptr(GVariant) names = recall (self);
  gsize n_names = names != NULL ? g_variant_n_children (names) : 0;

  for (gsize i = 0; i < n_names; i++)
    {
      const char *name;
      int field;

      g_variant_get_child (names, i, "&s", &name);
      field = daybook_table_field (self->table, name);
      if (field >= 0 && is_for_people (&self->table->fields[field]) && g_ptr_array_index (self->columns, field) == NULL)
        gtk_column_view_append_column (self->view, obtain_column (self, (guint) field));
    }

  for (int i = 0; n_names == 0 && shown[i] >= 0; i++)
    gtk_column_view_append_column (self->view, obtain_column (self, (guint) shown[i]));
}

static void
on_sorter_changed (DaybookColumns *self)
{
  guint field;
  GtkSortType order;

  if (!self->marking && daybook_column_sort_read (self->view, &field, &order))
    g_signal_emit (self, signals[SORTED], 0, (int) field,
                   order == GTK_SORT_ASCENDING ? DAYBOOK_SORT_ASCENDING : DAYBOOK_SORT_DESCENDING);
}

/* The whole text of a cell that is too narrow for it, or shows the first words of a note. */
static char *
describe_cut (DaybookColumns *self,
              GtkWidget      *cell)
{
  guint field;
  DaybookItem *item = daybook_cell_read (cell, &field);
  DaybookRow *row = item != NULL ? daybook_item_get_row (item) : NULL;
  GtkWidget *child = gtk_widget_get_first_child (cell);
  g_autofree char *text = NULL;

  if (row == NULL || !DAYBOOK_IS_TEXT_CELL (child))
    return NULL;

  text = daybook_desk_format (self->desk, row, field, DAYBOOK_SHOW_MASKED);
  return daybook_text_cell_is_cut (DAYBOOK_TEXT_CELL (child)) || strchr (text, '\n') != NULL
         ? g_steal_pointer (&text) : NULL;
}

static gboolean
on_tooltip_asked (DaybookColumns *self,
                  int             x,
                  int             y,
                  gboolean        by_keyboard,
                  GtkTooltip     *tooltip)
{
  GtkWidget *cell = !by_keyboard ? daybook_column_view_pick_cell (self->view, x, y) : NULL;
  g_autofree char *text = cell != NULL ? describe_cut (self, cell) : NULL;
  graphene_rect_t place;

  if (text == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &place))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) place.origin.x, (int) place.origin.y,
                                                       (int) place.size.width, (int) place.size.height });
  return TRUE;
}

/* The rows that are there from now on are those of this search. */
static void
on_turned (DaybookColumns     *self,
           DaybookResultModel *model)
{
  daybook_sought_set_text (self->sought, daybook_result_model_get_query (model)->search);
}

static void
daybook_columns_finalize (GObject *object)
{
  DaybookColumns *self = DAYBOOK_COLUMNS (object);

  g_clear_object (&self->desk);
  g_free (self->name);
  g_ptr_array_unref (self->columns);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->settings);
  g_clear_object (&self->sought);

  G_OBJECT_CLASS (daybook_columns_parent_class)->finalize (object);
}

static void
daybook_columns_class_init (DaybookColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_columns_finalize;

  signals[SORTED] = g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
free_column (gpointer column)
{
  g_clear_object ((GObject **) &column);
}

static void
daybook_columns_init (DaybookColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->settings = daybook_prefs_new ();
}

DaybookColumns *
daybook_columns_new (GtkColumnView      *view,
                     DaybookDesk        *desk,
                     DaybookResultModel *model,
                     const DaybookTable *table,
                     const int          *shown)
{
  DaybookColumns *self = g_object_new (DAYBOOK_TYPE_COLUMNS, NULL);

  self->view = view;
  self->desk = g_object_ref (desk);
  self->table = table;
  self->name = daybook_table_name (table);
  if (daybook_table_has_excerpts (table))
    {
      self->sought = daybook_sought_new ();
      g_signal_connect_object (model, "turned", G_CALLBACK (on_turned), self, G_CONNECT_SWAPPED);
    }
  g_ptr_array_set_size (self->columns, (int) table->n_fields);
  append_shown (self, shown);
  for (guint i = 0; i < table->n_fields; i++)
    if (is_for_people (&table->fields[i]))
      add_choice (self, i, g_ptr_array_index (self->columns, i) != NULL);

  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect_object (view, "query-tooltip", G_CALLBACK (on_tooltip_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (on_sorter_changed),
                           self, G_CONNECT_SWAPPED);
  return self;
}

GActionGroup *
daybook_columns_get_actions (DaybookColumns *self)
{
  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
daybook_columns_get_menu (DaybookColumns *self)
{
  return G_MENU_MODEL (self->menu);
}

const DaybookTable *
daybook_columns_get_table (DaybookColumns *self)
{
  return self->table;
}

void
daybook_columns_set_emphasis (DaybookColumns   *self,
                              DaybookEmphasise  emphasise)
{
  self->emphasise = emphasise;
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, i);

      if (column != NULL)
        daybook_cell_factory_set_emphasis (gtk_column_view_column_get_factory (column), emphasise);
    }
}

gboolean
daybook_columns_is_shown (DaybookColumns *self,
                          guint           field)
{
  GtkColumnViewColumn *column = g_ptr_array_index (self->columns, field);

  return column != NULL && gtk_column_view_column_get_column_view (column) == self->view;
}

void
daybook_columns_mark_sort (DaybookColumns     *self,
                           const DaybookQuery *query)
{
  int field = query->sort >= 0 ? query->sort : self->table->dated;
  gboolean descending = query->sort < 0 || query->order == DAYBOOK_SORT_DESCENDING;
  GtkColumnViewColumn *column = field >= 0 ? g_ptr_array_index (self->columns, field) : NULL;

  /* A saved view may have an order that no column offers. */
  if (column != NULL && gtk_column_view_column_get_sorter (column) == NULL)
    column = NULL;
  self->marking = TRUE;
  /* Else the view would show the orders of the views before as well. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->marking = FALSE;
}
