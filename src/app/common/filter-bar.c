/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/filter-bar.h"

#include "app/common/condition.h"
#include "app/common/words.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

struct _DaybookFilterBar
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkWidget          *chips;
  GtkToggleButton    *add_button;
  GtkWidget          *editor;
  GtkDropDown        *field_choice;
  GtkDropDown        *comparison_choice;
  GtkStack           *value_stack;
  GtkDropDown        *value_choice;
  GtkEntry           *value_entry;
  GtkLabel           *problem;

  /* Owned */
  DaybookDesk        *desk;
  GArray             *fields; /* guint: those of `field_choice`, in its order */
  GPtrArray          *values; /* char *: words of `value_choice`, in its order */

  const DaybookTable *table;
};

G_DEFINE_FINAL_TYPE (DaybookFilterBar, daybook_filter_bar, ADW_TYPE_BIN)

enum
{
  ADDED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
chosen_field (DaybookFilterBar *self)
{
  return g_array_index (self->fields, guint, gtk_drop_down_get_selected (self->field_choice));
}

static const DaybookComparison *
chosen_comparison (DaybookFilterBar *self)
{
  guint n;
  const DaybookComparison *comparisons = daybook_comparisons (&self->table->fields[chosen_field (self)], &n);
  guint selected = gtk_drop_down_get_selected (self->comparison_choice);

  return &comparisons[selected < n ? selected : 0];
}

static void
set_choices (GtkDropDown *drop_down,
             GPtrArray   *labels)
{
  g_autoptr(GtkStringList) strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (strings, g_ptr_array_index (labels, i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (strings));
}

static void
offer_words (DaybookFilterBar   *self,
             const DaybookField *field,
             GPtrArray          *labels)
{
  for (int i = 0; field->words[i].word != NULL; i++)
    {
      g_ptr_array_add (self->values, g_strdup (field->words[i].word));
      g_ptr_array_add (labels, g_strdup (daybook_words_enum (field, i)));
    }
}

static void
offer_rows (DaybookFilterBar   *self,
            const DaybookTable *table,
            GPtrArray          *labels)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (self->desk));
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader, table, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      g_ptr_array_add (self->values, daybook_id_to_string (&row->id));
      g_ptr_array_add (labels, g_strdup (daybook_row_text (row, (guint) table->title)));
    }
}

static void
offer_values (DaybookFilterBar   *self,
              const DaybookField *field)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->values, 0);
  if (field->type == DAYBOOK_TYPE_ENUM)
    offer_words (self, field, labels);
  else if (field->type == DAYBOOK_TYPE_REF)
    offer_rows (self, daybook_registry_find (field->ref), labels);
  else if (field->type == DAYBOOK_TYPE_BOOL)
    {
      g_ptr_array_add (self->values, g_strdup ("true"));
      g_ptr_array_add (self->values, g_strdup ("false"));
      g_ptr_array_add (labels, g_strdup (_("Yes")));
      g_ptr_array_add (labels, g_strdup (_("No")));
    }

  set_choices (self->value_choice, labels);
}

static const char *
hint_for (const DaybookField *field)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_MONEY:
      return _("e.g. 128.00");
    case DAYBOOK_TYPE_TIME:
      /* Translators: "today-3" is typed as it stands: three days before today. */
      return _("e.g. 2026-11-22 or today-3");
    default:
      return "";
    }
}

static void
show_value (DaybookFilterBar *self)
{
  const DaybookField *field = &self->table->fields[chosen_field (self)];
  const char *page = "text";

  if (chosen_comparison (self)->kind == DAYBOOK_COMPARISON_NONE)
    page = "none";
  else if (self->values->len > 0)
    page = "choice";

  gtk_entry_set_placeholder_text (self->value_entry, hint_for (field));
  gtk_stack_set_visible_child_name (self->value_stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
on_field_chosen (DaybookFilterBar *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  const DaybookField *field;
  const DaybookComparison *comparisons;
  guint n;

  if (self->table == NULL || gtk_drop_down_get_selected (self->field_choice) >= self->fields->len)
    return;

  field = &self->table->fields[chosen_field (self)];
  comparisons = daybook_comparisons (field, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (labels, _(comparisons[i].label));

  offer_values (self, field);
  set_choices (self->comparison_choice, labels);
  show_value (self);
}

static void
on_comparison_chosen (DaybookFilterBar *self)
{
  if (self->table != NULL && self->fields->len > 0)
    show_value (self);
}

static void
on_value_edited (DaybookFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* The word as the query wants it; NULL for a choice of which there is none. */
static const char *
chosen_word (DaybookFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->value_choice);

  if (self->values->len == 0)
    return gtk_editable_get_text (GTK_EDITABLE (self->value_entry));

  return selected < self->values->len ? g_ptr_array_index (self->values, selected) : NULL;
}

static gboolean
check_word (DaybookFilterBar *self,
            const char       *word)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (daybook_query_resolve (&self->table->fields[chosen_field (self)], word, daybook_store_get_now (store),
                             daybook_store_get_zone (store), daybook_store_get_currency (store), &value, &error))
    return TRUE;

  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  return FALSE;
}

static void
on_add_clicked (DaybookFilterBar *self)
{
  const DaybookComparison *comparison = chosen_comparison (self);
  gboolean is_none = comparison->kind == DAYBOOK_COMPARISON_NONE;
  const char *words[] = { is_none ? NULL : chosen_word (self), NULL };

  if (!is_none && (words[0] == NULL || *words[0] == '\0'))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (!is_none && !check_word (self, words[0]))
    return;

  gtk_toggle_button_set_active (self->add_button, FALSE);
  g_signal_emit (self, signals[ADDED], 0, chosen_field (self), comparison->op, is_none ? NULL : words);
  gtk_editable_set_text (GTK_EDITABLE (self->value_entry), "");
}

static void
on_remove_clicked (DaybookFilterBar *self,
                   GtkButton        *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  g_signal_emit (self, signals[REMOVED], 0, index);
}

static GtkWidget *
make_chip (DaybookFilterBar *self,
           const char       *text,
           guint             index)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a filter such as "Stage is Unpaid". */
  g_autofree char *tooltip = g_strdup_printf (_("Remove the Filter “%s”"), text);

  gtk_box_append (GTK_BOX (chip), gtk_label_new (text));
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove_clicked), self);
  return chip;
}

static void
daybook_filter_bar_finalize (GObject *object)
{
  DaybookFilterBar *self = DAYBOOK_FILTER_BAR (object);

  g_clear_object (&self->desk);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->values);

  G_OBJECT_CLASS (daybook_filter_bar_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, editor);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, field_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, comparison_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, value_stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, value_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, value_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_comparison_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_value_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
daybook_filter_bar_class_init (DaybookFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_filter_bar_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_STRV);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_filter_bar_init (DaybookFilterBar *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_filter_bar_set_table (DaybookFilterBar   *self,
                              DaybookDesk        *desk,
                              const DaybookTable *table)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  g_return_if_fail (self->table == NULL);

  self->desk = g_object_ref (desk);
  self->table = table;
  for (guint i = 0; i < table->n_fields; i++)
    if (daybook_condition_can (&table->fields[i]))
      {
        g_array_append_val (self->fields, i);
        g_ptr_array_add (labels, _(table->fields[i].label));
      }

  set_choices (self->field_choice, labels);
  on_field_chosen (self);
}

void
daybook_filter_bar_set_query (DaybookFilterBar   *self,
                              const DaybookQuery *query)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);

  for (guint i = 0; i < query->conditions->len; i++)
    {
      g_autofree char *text = daybook_condition_describe (self->desk, self->table,
                                                          g_ptr_array_index (query->conditions, i));

      gtk_box_append (GTK_BOX (self->chips), make_chip (self, text, i));
    }

  gtk_widget_set_visible (self->chips, query->conditions->len > 0);
}

void
daybook_filter_bar_begin (DaybookFilterBar *self)
{
  gtk_toggle_button_set_active (self->add_button, TRUE);
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}
