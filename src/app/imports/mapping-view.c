/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-view.h"

#include "app/common/shell.h"
#include "app/compat/drag-scroll.h"
#include "app/imports/column-strip.h"
#include "app/imports/mapping-file.h"
#include "app/imports/mapping-guess.h"
#include "app/imports/mapping-preview.h"
#include "core/mask.h"
#include "core/order.h"
#include "exchange/clean.h"
#include "exchange/refuse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An example longer than this makes the list of columns too wide. */
#define EXAMPLE_CHARS 28

struct _DaybookMappingView
{
  AdwBin parent_instance;

  GtkScrolledWindow      *scroller;
  GtkBox                 *box;
  GtkLabel               *file_label;
  GtkLabel               *why_label;
  DaybookColumnStrip     *columns;
  AdwComboRow            *kind_combo;
  DaybookMappingPreview  *preview;
  AdwPreferencesGroup    *key_group;
  AdwExpanderRow         *key_row;
  GtkLabel               *hint_label;
  GtkWidget              *read_button;

  const DaybookMappingKind *kind;
  /* In the order of the kind's fields; owned by the groups. */
  AdwComboRow           **combos;
  AdwComboRow            *decimal_combo;
  GPtrArray              *groups; /* AdwPreferencesGroup, borrowed, made for this table */
  GPtrArray              *checks; /* GtkCheckButton, borrowed, one for each column */
  GPtrArray              *key_rows;

  GStrv                   headings;
  GStrv                   examples;
  guint                   n_columns;
  GPtrArray              *rows;        /* GStrv: the first of the table */
  gboolean                filling;     /* dropdowns are being set by the program */
  gboolean                sign_chosen; /* the decimal sign is the person's */
  GCancellable           *cancellable; /* of the file choosers */
};

G_DEFINE_FINAL_TYPE (DaybookMappingView, daybook_mapping_view, ADW_TYPE_BIN)

enum
{
  MAPPED,
  DECLINED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const GROUP_TITLES[DAYBOOK_MAPPING_N_GROUPS] = {
  [DAYBOOK_MAPPING_WHEN] = N_("When and How Far"),
  [DAYBOOK_MAPPING_ITEMS] = N_("What Was Bought"),
  [DAYBOOK_MAPPING_MONEY] = N_("Money"),
  [DAYBOOK_MAPPING_BUYER] = N_("Buyer"),
  [DAYBOOK_MAPPING_DELIVERY] = N_("Delivery"),
  [DAYBOOK_MAPPING_NOTES] = N_("Notes"),
  /* Translators: above the fields of a review, a payment …, for each of which a column is chosen */
  [DAYBOOK_MAPPING_ROW] = N_("What a Row Tells"),
};

/* The column that a dropdown names, or -1: its first entry is "not chosen". */
static int
column_of (AdwComboRow *combo)
{
  return (int) adw_combo_row_get_selected (combo) - 1;
}

static gboolean
any_check_active (DaybookMappingView *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      return TRUE;

  return FALSE;
}

/* The number is field 0. With one, other columns need not identify a row. */
static void
update_possible (DaybookMappingView *self)
{
  gboolean numbered = self->combos[0] != NULL && column_of (self->combos[0]) >= 0;
  gboolean possible = numbered || any_check_active (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->key_row), !numbered);
  gtk_widget_set_sensitive (self->read_button, possible);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), !possible);
}

static char *
describe_example (const char *example)
{
  if (*example == '\0')
    return g_strdup ("");

  /* Translators: an example of what a column of a table holds */
  return g_strdup_printf (_("for example %s"), example);
}

/* The column of each field, or -1. (transfer full) */
static int *
get_columns (DaybookMappingView *self)
{
  int *columns = g_new (int, self->kind->n_fields);

  for (guint i = 0; i < self->kind->n_fields; i++)
    columns[i] = self->combos[i] != NULL ? column_of (self->combos[i]) : -1;
  return columns;
}

/* Greys the columns that are something already. */
static void
update_used (DaybookMappingView *self,
             const int          *columns)
{
  g_autofree gboolean *used = g_new0 (gboolean, self->n_columns);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (columns[i] >= 0)
      used[columns[i]] = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    daybook_column_strip_set_used (self->columns, i, used[i]);
}

static void
update_preview (DaybookMappingView *self)
{
  g_autofree int *columns = get_columns (self);

  update_used (self, columns);
  daybook_mapping_preview_update (self->preview, self->kind, columns);
}

/* A column that a person says holds money may say how that is written. */
static void
guess_sign (DaybookMappingView *self)
{
  g_autofree int *columns = get_columns (self);

  if (self->sign_chosen)
    return;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->decimal_combo,
                              daybook_mapping_guess_decimal (self->kind, self->rows, columns) - DAYBOOK_DECIMAL_POINT);
  self->filling = FALSE;
}

static void
on_sign_selected (DaybookMappingView *self)
{
  self->sign_chosen = self->sign_chosen || !self->filling;
}

/* Under each dropdown stands what its column holds. */
static void
on_column_selected (AdwComboRow        *combo,
                    GParamSpec         *pspec,
                    DaybookMappingView *self)
{
  const DaybookField *field = g_object_get_data (G_OBJECT (combo), "field");
  int column = column_of (combo);
  g_autofree char *example = daybook_mask (field->mask, column >= 0 ? self->examples[column] : "");
  g_autofree char *text = describe_example (example);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (combo), text);
  if (!self->filling)
    {
      update_possible (self);
      update_preview (self);
      guess_sign (self);
    }
}

static void
on_field_given (GtkWidget *combo,
                guint      column,
                gpointer   data)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), column + 1);
}

/* Dropped where columns together identify a row. */
static void
on_key_given (GtkWidget *row,
              guint      column,
              gpointer   data)
{
  DaybookMappingView *self = data;

  gtk_check_button_set_active (g_ptr_array_index (self->checks, column), TRUE);
  adw_expander_row_set_expanded (self->key_row, TRUE);
}

static const char *
shorten (const char *text,
         char       *buffer)
{
  if (g_utf8_strlen (text, -1) <= EXAMPLE_CHARS)
    return text;

  g_utf8_strncpy (buffer, text, EXAMPLE_CHARS - 1);
  return strcat (buffer, "…");
}

static GtkStringList *
list_columns (DaybookMappingView *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  char buffer[EXAMPLE_CHARS * 6 + 4];

  /* Translators: first entry of a list of columns, of which none is chosen */
  gtk_string_list_append (list, _("Not chosen"));
  for (guint i = 0; i < self->n_columns; i++)
    gtk_string_list_append (list, shorten (self->headings[i], buffer));
  return list;
}

static AdwComboRow *
new_combo (DaybookMappingView        *self,
           const DaybookMappingField *field,
           GListModel                *columns,
           int                        guess)
{
  GtkWidget *combo = adw_combo_row_new ();
  const DaybookField *meant = &field->table->fields[field->field];

  g_object_set_data (G_OBJECT (combo), "field", (gpointer) meant);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (combo), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), daybook_mapping_field_label (field));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (combo), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), columns);
  g_signal_connect (combo, "notify::selected", G_CALLBACK (on_column_selected), self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), guess + 1);
  daybook_column_strip_take (combo, on_field_given, self);
  return ADW_COMBO_ROW (combo);
}

static AdwPreferencesGroup *
add_group (DaybookMappingView  *self,
           DaybookMappingGroup  group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _(GROUP_TITLES[group]));
  gtk_box_append (self->box, widget);
  g_ptr_array_add (self->groups, widget);
  return ADW_PREFERENCES_GROUP (widget);
}

/* The order number stands with what else can identify an order; it is put before
 * the expander by taking that out for a moment: a group only appends. */
static void
add_number_combo (DaybookMappingView *self)
{
  g_autoptr (GtkWidget) key_row = g_object_ref (GTK_WIDGET (self->key_row));

  adw_preferences_group_remove (self->key_group, key_row);
  adw_preferences_group_add (self->key_group, GTK_WIDGET (self->combos[0]));
  adw_preferences_group_add (self->key_group, key_row);
}

/* In the order of DaybookDecimal, without the guessed one. */
static AdwComboRow *
new_decimal_combo (DaybookMappingView *self,
                   DaybookDecimal      guess)
{
  const char *const choices[] = { _("A point: 1,234.56"), _("A comma: 1.234,56"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  GtkWidget *combo = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _("Decimal sign"));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), guess - DAYBOOK_DECIMAL_POINT);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (on_sign_selected), self);
  return ADW_COMBO_ROW (combo);
}

static void
add_combos (DaybookMappingView *self,
            const int          *guesses,
            DaybookDecimal      decimal)
{
  g_autoptr (GtkStringList) columns = list_columns (self);
  AdwPreferencesGroup *groups[DAYBOOK_MAPPING_N_GROUPS] = { NULL };
  const DaybookMappingField *fields = self->kind->fields;
  DaybookMappingGroup of_sign = self->kind->table == &daybook_orders ? DAYBOOK_MAPPING_MONEY : DAYBOOK_MAPPING_ROW;

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      self->combos[i] = new_combo (self, &fields[i], G_LIST_MODEL (columns), guesses[i]);
      if (i > 0 && groups[fields[i].group] == NULL)
        groups[fields[i].group] = add_group (self, fields[i].group);
      if (i == 0)
        add_number_combo (self);
      else
        adw_preferences_group_add (groups[fields[i].group], GTK_WIDGET (self->combos[i]));
    }

  self->decimal_combo = new_decimal_combo (self, decimal);
  adw_preferences_group_add (groups[of_sign], GTK_WIDGET (self->decimal_combo));
}

/* The example of a column, covered by what the column probably holds. */
static char *
mask_example (DaybookMappingView *self,
              guint               column,
              const int          *guesses)
{
  const DaybookMappingField *fields = self->kind->fields;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (guesses[i] == (int) column)
      return daybook_mask (fields[i].table->fields[fields[i].field].mask, self->examples[column]);

  return g_strdup (self->examples[column]);
}

/* The column among those that identify a row, and among those that can be dragged. */
static void
add_column (DaybookMappingView *self,
            guint               column,
            const int          *guesses)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *example = mask_example (self, column, guesses);
  g_autofree char *subtitle = describe_example (example);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->headings[column]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->headings[column], -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update_possible), self);

  daybook_column_strip_add (self->columns, self->headings[column], subtitle);
  adw_expander_row_add_row (self->key_row, row);
  g_ptr_array_add (self->key_rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
guess_key (DaybookMappingView *self,
           const int          *guesses)
{
  const DaybookMappingField *fields = self->kind->fields;

  for (guint i = 1; guesses[0] < 0 && i < self->kind->n_fields; i++)
    if (guesses[i] >= 0 && daybook_mapping_field_is_key (self->kind, &fields[i]))
      gtk_check_button_set_active (g_ptr_array_index (self->checks, guesses[i]), TRUE);

  adw_expander_row_set_expanded (self->key_row, guesses[0] < 0);
}

/* What identifies a row is an order's number, or a review's, an SKU …: the field says which. */
static void
word_key (DaybookMappingView *self)
{
  gboolean orders = self->kind->table == &daybook_orders;

  adw_preferences_group_set_title (self->key_group, orders ? _("Which Order") : _("Which Row"));
  adw_preferences_group_set_description (self->key_group, orders
    ? _("Where no column holds an order number, choose the columns that together are different for every order, such as buyer, time and title.")
    : _("Where no column holds such a number, choose the columns that together are different for every row."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key_row),
                                 orders ? _("Columns that together identify an order") : _("Columns that together identify a row"));
  gtk_label_set_label (self->hint_label, orders ? _("Choose the order number, or the columns that identify an order.")
                                                : _("Choose the number, or the columns that identify a row."));
}

static void
clear_fields (DaybookMappingView *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (self->box, g_ptr_array_index (self->groups, i));
  if (self->combos != NULL && self->combos[0] != NULL)
    adw_preferences_group_remove (self->key_group, GTK_WIDGET (self->combos[0]));
  for (guint i = 0; i < self->key_rows->len; i++)
    adw_expander_row_remove (self->key_row, g_ptr_array_index (self->key_rows, i));

  daybook_column_strip_clear (self->columns);
  g_clear_pointer (&self->combos, g_free);
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->key_rows, 0);
  g_ptr_array_set_size (self->checks, 0);
}

static void
clear (DaybookMappingView *self)
{
  clear_fields (self);
  g_clear_pointer (&self->headings, g_strfreev);
  g_clear_pointer (&self->examples, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

/* The fields of the kind, as the headings tell them. */
static void
fill (DaybookMappingView       *self,
      const DaybookMappingKind *kind)
{
  g_autofree int *guesses = daybook_mapping_guess (kind, (const char *const *) self->headings, self->n_columns);

  clear_fields (self);
  self->kind = kind;
  self->combos = g_new0 (AdwComboRow *, kind->n_fields);
  self->sign_chosen = FALSE;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind_combo, (guint) (kind - daybook_mapping_kinds (NULL)));
  word_key (self);
  for (guint i = 0; i < self->n_columns; i++)
    add_column (self, i, guesses);
  add_combos (self, guesses, daybook_mapping_guess_decimal (kind, self->rows, guesses));
  guess_key (self, guesses);
  self->filling = FALSE;
  update_possible (self);
  update_preview (self);
}

static void
on_kind_selected (DaybookMappingView *self)
{
  if (!self->filling && self->headings != NULL)
    fill (self, &daybook_mapping_kinds (NULL)[adw_combo_row_get_selected (self->kind_combo)]);
}

static void
list_kinds (DaybookMappingView *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    gtk_string_list_append (list, _(kinds[i].label));
  adw_combo_row_set_model (self->kind_combo, G_LIST_MODEL (list));
}

static void
on_read_clicked (DaybookMappingView *self)
{
  g_signal_emit (self, signals[MAPPED], 0);
}

static void
on_declined (DaybookMappingView *self)
{
  g_signal_emit (self, signals[DECLINED], 0);
}

/* One that does not fit changes nothing. */
static void
on_loaded (DaybookMapping *mapping,
           const GError   *error,
           gpointer        data)
{
  DaybookMappingView *self = data;
  g_autoptr (GError) unfit = NULL;

  if (mapping != NULL)
    daybook_mapping_view_set_mapping (self, mapping, &unfit);
  if (error != NULL || unfit != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error != NULL ? error : unfit);
}

static void
on_load_clicked (DaybookMappingView *self)
{
  daybook_mapping_file_load (GTK_WIDGET (self), self->cancellable, on_loaded);
}

static void
on_save_clicked (DaybookMappingView *self)
{
  g_autoptr (DaybookMapping) mapping = daybook_mapping_view_get_mapping (self);

  daybook_mapping_file_save (GTK_WIDGET (self), self->cancellable, mapping);
}

static void
daybook_mapping_view_dispose (GObject *object)
{
  DaybookMappingView *self = DAYBOOK_MAPPING_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (daybook_mapping_view_parent_class)->dispose (object);
}

static void
daybook_mapping_view_finalize (GObject *object)
{
  DaybookMappingView *self = DAYBOOK_MAPPING_VIEW (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->key_rows);
  g_strfreev (self->headings);
  g_strfreev (self->examples);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->combos);
  G_OBJECT_CLASS (daybook_mapping_view_parent_class)->finalize (object);
}

static void
daybook_mapping_view_class_init (DaybookMappingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_mapping_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_mapping_view_finalize;

  signals[MAPPED] = g_signal_new ("mapped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DECLINED] = g_signal_new ("declined", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_COLUMN_STRIP);
  g_type_ensure (DAYBOOK_TYPE_MAPPING_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/mapping-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, box);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, file_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, why_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, columns);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, kind_combo);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, key_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, key_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, hint_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, read_button);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_load_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_declined);
}

static void
daybook_mapping_view_init (DaybookMappingView *self)
{
  self->groups = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->key_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  list_kinds (self);
  daybook_column_strip_take (GTK_WIDGET (self->key_row), on_key_given, self);
  daybook_drag_scroll_attach (self->scroller);
}

void
daybook_mapping_view_show (DaybookMappingView        *self,
                           const char                *file,
                           const DaybookUnknownTable *table)
{
  g_return_if_fail (DAYBOOK_IS_MAPPING_VIEW (self));

  clear (self);
  self->headings = g_strdupv (table->headings);
  self->examples = g_strdupv (table->examples);
  self->n_columns = table->n_columns;
  self->rows = table->rows != NULL ? g_ptr_array_ref (table->rows) : NULL;

  gtk_label_set_label (self->file_label, file);
  gtk_label_set_label (self->why_label, table->why);
  daybook_mapping_preview_set_rows (self->preview, table->rows);
  fill (self, daybook_mapping_guess_kind ((const char *const *) self->headings, self->n_columns));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

DaybookMapping *
daybook_mapping_view_get_mapping (DaybookMappingView *self)
{
  DaybookMapping *mapping = daybook_mapping_new ("generic");
  g_autoptr (GPtrArray) key = g_ptr_array_new ();

  daybook_mapping_set_kind (mapping, self->kind->name);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (column_of (self->combos[i]) >= 0)
      daybook_mapping_set (mapping, self->kind->fields[i].name, self->headings[column_of (self->combos[i])]);

  for (guint i = 0; i < self->checks->len && column_of (self->combos[0]) < 0; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (key, self->headings[i]);
  g_ptr_array_add (key, NULL);
  if (key->len > 1)
    daybook_mapping_set_key (mapping, (const char *const *) key->pdata);
  daybook_mapping_set_decimal (mapping, DAYBOOK_DECIMAL_POINT + adw_combo_row_get_selected (self->decimal_combo));

  return mapping;
}

/* As the import finds it. */
static gboolean
is_heading (const char *heading,
            const char *wanted)
{
  g_autofree char *a = daybook_clean_fold (heading);
  g_autofree char *b = daybook_clean_fold (wanted);

  return g_str_equal (a, b);
}

static int
find_heading (DaybookMappingView *self,
              const char         *heading)
{
  for (guint i = 0; heading != NULL && i < self->n_columns; i++)
    if (is_heading (self->headings[i], heading))
      return (int) i;

  return -1;
}

static void
set_key (DaybookMappingView *self,
         const char *const  *key)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), FALSE);
  for (; key != NULL && *key != NULL; key++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, (guint) find_heading (self, *key)), TRUE);
}

static gboolean
is_offered (const DaybookMappingKind *kind,
            const char               *field)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, field))
      return TRUE;

  return FALSE;
}

/* Files for the command line may be of columns that the table at hand has not, or of more
 * fields than a person is asked for. */
static gboolean
check_fit (DaybookMappingView        *self,
           DaybookMapping            *mapping,
           const DaybookMappingKind  *kind,
           GError                   **error)
{
  const char *missing = daybook_mapping_find_missing (mapping, (const char *const *) self->headings, self->n_columns);
  const char *field;

  if (missing != NULL)
    return daybook_refuse (error, _("The mapping names a column “%s”, which the table has not."), missing);

  for (guint i = 0; (field = daybook_mapping_field_at (mapping, i)) != NULL; i++)
    if (!is_offered (kind, field))
      /* Translators: %s is a field's name in the file, such as "stage" */
      return daybook_refuse (error, _("The mapping names the field “%s”, for which this page has no list. Take it out of the file, "
                                      "or import on the command line."), field);

  return TRUE;
}

gboolean
daybook_mapping_view_set_mapping (DaybookMappingView  *self,
                                  DaybookMapping      *mapping,
                                  GError             **error)
{
  const DaybookMappingKind *kind = daybook_mapping_kind_find (daybook_mapping_get_kind (mapping));

  g_return_val_if_fail (DAYBOOK_IS_MAPPING_VIEW (self), FALSE);

  if (!check_fit (self, mapping, kind, error))
    return FALSE;

  fill (self, kind);
  for (guint i = 0; i < kind->n_fields; i++)
    adw_combo_row_set_selected (self->combos[i], (guint) (find_heading (self, daybook_mapping_get (mapping, kind->fields[i].name)) + 1));
  set_key (self, daybook_mapping_get_key (mapping));
  adw_combo_row_set_selected (self->decimal_combo, daybook_mapping_get_decimal (mapping) - DAYBOOK_DECIMAL_POINT);
  return TRUE;
}

void
daybook_mapping_view_load_from (DaybookMappingView *self,
                                GFile              *file)
{
  g_return_if_fail (DAYBOOK_IS_MAPPING_VIEW (self));

  daybook_mapping_file_load_from (GTK_WIDGET (self), file, self->cancellable, on_loaded);
}

void
daybook_mapping_view_save_to (DaybookMappingView *self,
                              GFile              *file)
{
  g_autoptr (DaybookMapping) mapping = daybook_mapping_view_get_mapping (self);

  daybook_mapping_file_save_to (GTK_WIDGET (self), mapping, file);
}
