/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-view.h"

#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/imports/mapping-guess.h"
#include "app/imports/mapping-preview.h"
#include "core/mask.h"

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
  DaybookMappingPreview  *preview;
  AdwPreferencesGroup    *key_group;
  AdwExpanderRow         *key_row;
  GtkWidget              *hint_label;
  GtkWidget              *read_button;

  /* In the order of daybook_mapping_fields(); owned by the groups. */
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

/* The order number is field 0. With one, other columns need not identify a row. */
static void
update_possible (DaybookMappingView *self)
{
  gboolean numbered = self->combos[0] != NULL && column_of (self->combos[0]) >= 0;
  gboolean possible = numbered || any_check_active (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->key_row), !numbered);
  gtk_widget_set_sensitive (self->read_button, possible);
  gtk_widget_set_visible (self->hint_label, !possible);
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
  guint n_fields;
  int *columns;

  daybook_mapping_fields (&n_fields);
  columns = g_new (int, n_fields);
  for (guint i = 0; i < n_fields; i++)
    columns[i] = self->combos[i] != NULL ? column_of (self->combos[i]) : -1;
  return columns;
}

static void
update_preview (DaybookMappingView *self)
{
  g_autofree int *columns = get_columns (self);

  daybook_mapping_preview_update (self->preview, columns);
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
                              daybook_mapping_guess_decimal (self->rows, columns) - DAYBOOK_DECIMAL_POINT);
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
  guint n_fields;
  const DaybookMappingField *fields = daybook_mapping_fields (&n_fields);

  for (guint i = 0; i < DAYBOOK_MAPPING_N_GROUPS; i++)
    groups[i] = add_group (self, i);

  for (guint i = 0; i < n_fields; i++)
    {
      self->combos[i] = new_combo (self, &fields[i], G_LIST_MODEL (columns), guesses[i]);
      if (i == 0)
        add_number_combo (self);
      else
        adw_preferences_group_add (groups[fields[i].group], GTK_WIDGET (self->combos[i]));
    }

  self->decimal_combo = new_decimal_combo (self, decimal);
  adw_preferences_group_add (groups[DAYBOOK_MAPPING_MONEY], GTK_WIDGET (self->decimal_combo));
}

/* The example of a column, covered by what the column probably holds. */
static char *
mask_example (DaybookMappingView *self,
              guint               column,
              const int          *guesses)
{
  guint n_fields;
  const DaybookMappingField *fields = daybook_mapping_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (guesses[i] == (int) column)
      return daybook_mask (fields[i].table->fields[fields[i].field].mask, self->examples[column]);

  return g_strdup (self->examples[column]);
}

static void
add_check (DaybookMappingView *self,
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

  adw_expander_row_add_row (self->key_row, row);
  g_ptr_array_add (self->key_rows, row);
  g_ptr_array_add (self->checks, check);
}

/* Without an order number: buyer, time and title are the columns that most often
 * tell one order from another. */
static void
guess_key (DaybookMappingView *self,
           const int          *guesses)
{
  static const char *const KEY_FIELDS[] = { "buyer", "created", "paid_at", "title", "line.title" };
  guint n_fields;
  const DaybookMappingField *fields = daybook_mapping_fields (&n_fields);

  if (guesses[0] >= 0)
    return;

  for (guint i = 1; i < n_fields; i++)
    for (guint k = 0; k < G_N_ELEMENTS (KEY_FIELDS); k++)
      if (guesses[i] >= 0 && strcmp (fields[i].name, KEY_FIELDS[k]) == 0)
        gtk_check_button_set_active (g_ptr_array_index (self->checks, guesses[i]), TRUE);
  adw_expander_row_set_expanded (self->key_row, TRUE);
}

static void
clear (DaybookMappingView *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    gtk_box_remove (self->box, g_ptr_array_index (self->groups, i));
  if (self->combos[0] != NULL)
    adw_preferences_group_remove (self->key_group, GTK_WIDGET (self->combos[0]));
  for (guint i = 0; i < self->key_rows->len; i++)
    adw_expander_row_remove (self->key_row, g_ptr_array_index (self->key_rows, i));

  self->combos[0] = NULL;
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->key_rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->headings, g_strfreev);
  g_clear_pointer (&self->examples, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
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

static GtkFileChooser *
new_chooser (DaybookMappingView   *self,
             GtkFileChooserAction  action,
             const char           *title,
             const char           *accept_label)
{
  static const char *const SUFFIXES[] = { "json", NULL };
  GtkFileChooser *chooser = daybook_file_chooser_new (GTK_WIDGET (self), action, title, accept_label);

  daybook_file_chooser_offer (chooser, _("Answers of this page (JSON)"), SUFFIXES);
  return chooser;
}

static void
on_load_chosen (GListModel *files,
                gpointer    data)
{
  DaybookMappingView *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookMapping) mapping = daybook_mapping_load (g_file_peek_path (file), &error);

  if (mapping != NULL)
    daybook_mapping_view_set_mapping (self, mapping);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

static void
on_load_clicked (DaybookMappingView *self)
{
  daybook_file_chooser_run (new_chooser (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Saved Answer"), _("_Open")),
                            self->cancellable, on_load_chosen, self);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaybookMappingView) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (saved)
    daybook_shell_say (daybook_shell_of (GTK_WIDGET (self)), _("Answer saved"));
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

static void
on_save_chosen (GListModel *files,
                gpointer    data)
{
  DaybookMappingView *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (DaybookMapping) mapping = daybook_mapping_view_get_mapping (self);
  char *json = daybook_mapping_to_json (mapping);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, self->cancellable,
                                       on_saved, daybook_weak_new (self));
}

static void
on_save_clicked (DaybookMappingView *self)
{
  GtkFileChooser *chooser = new_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Answer"), _("_Save"));

  gtk_file_chooser_set_current_name (chooser, "mapping.json");
  daybook_file_chooser_run (chooser, self->cancellable, on_save_chosen, self);
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

  g_type_ensure (DAYBOOK_TYPE_MAPPING_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/mapping-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, box);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, file_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, why_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, key_group);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, key_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, hint_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookMappingView, read_button);
  gtk_widget_class_bind_template_callback (widget_class, on_load_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_declined);
}

static void
daybook_mapping_view_init (DaybookMappingView *self)
{
  guint n_fields;

  daybook_mapping_fields (&n_fields);
  self->combos = g_new0 (AdwComboRow *, n_fields);
  self->groups = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->key_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_mapping_view_show (DaybookMappingView        *self,
                           const char                *file,
                           const DaybookUnknownTable *table)
{
  g_autofree int *guesses = NULL;

  g_return_if_fail (DAYBOOK_IS_MAPPING_VIEW (self));

  clear (self);
  self->headings = g_strdupv (table->headings);
  self->examples = g_strdupv (table->examples);
  self->n_columns = table->n_columns;
  self->rows = table->rows != NULL ? g_ptr_array_ref (table->rows) : NULL;
  self->sign_chosen = FALSE;
  guesses = daybook_mapping_guess ((const char *const *) self->headings, self->n_columns);

  gtk_label_set_label (self->file_label, file);
  gtk_label_set_label (self->why_label, table->why);
  daybook_mapping_preview_set_rows (self->preview, table->rows);
  self->filling = TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    add_check (self, i, guesses);
  add_combos (self, guesses, daybook_mapping_guess_decimal (table->rows, guesses));
  guess_key (self, guesses);
  self->filling = FALSE;
  update_possible (self);
  update_preview (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

DaybookMapping *
daybook_mapping_view_get_mapping (DaybookMappingView *self)
{
  DaybookMapping *mapping = daybook_mapping_new ("generic");
  g_autoptr (GPtrArray) key = g_ptr_array_new ();
  guint n_fields;
  const DaybookMappingField *fields = daybook_mapping_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (column_of (self->combos[i]) >= 0)
      daybook_mapping_set (mapping, fields[i].name, self->headings[column_of (self->combos[i])]);

  for (guint i = 0; i < self->checks->len && column_of (self->combos[0]) < 0; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (key, self->headings[i]);
  g_ptr_array_add (key, NULL);
  if (key->len > 1)
    daybook_mapping_set_key (mapping, (const char *const *) key->pdata);
  daybook_mapping_set_decimal (mapping, DAYBOOK_DECIMAL_POINT + adw_combo_row_get_selected (self->decimal_combo));

  return mapping;
}

static int
find_heading (DaybookMappingView *self,
              const char         *heading)
{
  for (guint i = 0; heading != NULL && i < self->n_columns; i++)
    if (strcmp (self->headings[i], heading) == 0)
      return i;

  return -1;
}

void
daybook_mapping_view_set_mapping (DaybookMappingView *self,
                                  DaybookMapping     *mapping)
{
  const char *const *key = daybook_mapping_get_key (mapping);
  guint n_fields;
  const DaybookMappingField *fields = daybook_mapping_fields (&n_fields);

  g_return_if_fail (DAYBOOK_IS_MAPPING_VIEW (self));

  for (guint i = 0; i < n_fields; i++)
    adw_combo_row_set_selected (self->combos[i], find_heading (self, daybook_mapping_get (mapping, fields[i].name)) + 1);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 key != NULL && g_strv_contains (key, self->headings[i]));
  adw_combo_row_set_selected (self->decimal_combo, daybook_mapping_get_decimal (mapping) - DAYBOOK_DECIMAL_POINT);
}
