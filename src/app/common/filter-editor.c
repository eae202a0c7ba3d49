/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/filter-editor.h"

#include "app/common/condition.h"
#include "app/common/words.h"
#include "app/compat/wrap-box.h"
#include "core/query.h"
#include "core/shop.h"
#include "core/time-word.h"

#include <glib/gi18n-lib.h>

struct _DaybookFilterEditor
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkWidget          *line;
  GtkDropDown        *field_choice;
  GtkDropDown        *comparison_choice;
  GtkStack           *value_stack;
  GtkDropDown        *value_choice;
  GtkEntry           *value_entry;
  GtkWidget          *days; /* ready-made answers for times */
  GtkLabel           *problem;

  /* Owned */
  DaybookDesk        *desk;
  GArray             *fields; /* guint: those of `field_choice`, in its order */
  GPtrArray          *values; /* char *: words of `value_choice`, in its order */

  const DaybookTable *table;
};

G_DEFINE_FINAL_TYPE (DaybookFilterEditor, daybook_filter_editor, ADW_TYPE_BIN)

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
chosen_field (DaybookFilterEditor *self)
{
  return g_array_index (self->fields, guint, gtk_drop_down_get_selected (self->field_choice));
}

static const DaybookComparison *
chosen_comparison (DaybookFilterEditor *self)
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
offer_words (DaybookFilterEditor *self,
             const DaybookField  *field,
             GPtrArray           *labels)
{
  for (int i = 0; field->words[i].word != NULL; i++)
    {
      g_ptr_array_add (self->values, g_strdup (field->words[i].word));
      g_ptr_array_add (labels, g_strdup (daybook_words_enum (field, i)));
    }
}

static void
offer_rows (DaybookFilterEditor *self,
            const DaybookTable  *table,
            GPtrArray           *labels)
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
offer_values (DaybookFilterEditor *self,
              const DaybookField  *field)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->values, 0);
  if (field->type == DAYBOOK_TYPE_ENUM || field->type == DAYBOOK_TYPE_CHOICE || field->type == DAYBOOK_TYPE_CHOICES)
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
    case DAYBOOK_TYPE_DATE:
      /* Translators: “yesterday” and “3 days ago” may be written in any of the program’s languages. */
      return _("e.g. 2026-11-22, yesterday");
    default:
      return "";
    }
}

static gboolean
is_of_days (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_TIME || field->type == DAYBOOK_TYPE_DATE;
}

static void
show_value (DaybookFilterEditor *self)
{
  const DaybookField *field = &self->table->fields[chosen_field (self)];
  const char *page = "text";

  if (chosen_comparison (self)->kind == DAYBOOK_COMPARISON_NONE)
    page = "none";
  else if (self->values->len > 0)
    page = "choice";

  gtk_entry_set_placeholder_text (self->value_entry, hint_for (field));
  gtk_stack_set_visible_child_name (self->value_stack, page);
  gtk_widget_set_visible (self->days, is_of_days (field));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
on_field_chosen (DaybookFilterEditor *self)
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
on_comparison_chosen (DaybookFilterEditor *self)
{
  if (self->table != NULL && self->fields->len > 0)
    show_value (self);
}

static void
on_value_edited (DaybookFilterEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* The word as the query wants it; NULL for a choice of which there is none. */
static const char *
chosen_word (DaybookFilterEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->value_choice);

  if (self->values->len == 0)
    return gtk_editable_get_text (GTK_EDITABLE (self->value_entry));

  return selected < self->values->len ? g_ptr_array_index (self->values, selected) : NULL;
}

static gboolean
check_word (DaybookFilterEditor *self,
            const char          *word)
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
on_add_clicked (DaybookFilterEditor *self)
{
  const DaybookComparison *comparison = chosen_comparison (self);
  gboolean is_none = comparison->kind == DAYBOOK_COMPARISON_NONE;
  const char *words[] = { is_none ? NULL : chosen_word (self), NULL };
  g_autofree char *day = NULL;

  if (!is_none && (words[0] == NULL || *words[0] == '\0'))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (!is_none && !check_word (self, words[0]))
    return;

  /* A saved view says days in the query's own words, whoever has typed it. */
  if (!is_none && is_of_days (&self->table->fields[chosen_field (self)]))
    day = daybook_time_word (words[0]);
  if (day != NULL)
    words[0] = day;

  g_signal_emit (self, signals[ADDED], 0, chosen_field (self), comparison->op, is_none ? NULL : words);
  gtk_editable_set_text (GTK_EDITABLE (self->value_entry), "");
}

static void
add_time (DaybookFilterEditor *self,
          DaybookOp            op,
          const char          *word)
{
  const char *words[] = { word, NULL };

  g_signal_emit (self, signals[ADDED], 0, chosen_field (self), op, words);
}

/* A button's name is when its days begin; only yesterday ends before now. */
static void
on_span_clicked (DaybookFilterEditor *self,
                 GtkWidget           *button)
{
  const char *since = gtk_widget_get_name (button);

  add_time (self, DAYBOOK_OP_GE, since);
  if (g_str_equal (since, "today-1"))
    add_time (self, DAYBOOK_OP_LT, "today");
}

static void
daybook_filter_editor_finalize (GObject *object)
{
  DaybookFilterEditor *self = DAYBOOK_FILTER_EDITOR (object);

  g_clear_object (&self->desk);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->values);

  G_OBJECT_CLASS (daybook_filter_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/filter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, line);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, field_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, comparison_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, value_stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, value_choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, value_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, days);
  gtk_widget_class_bind_template_child (widget_class, DaybookFilterEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_comparison_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_value_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_span_clicked);
}

static void
daybook_filter_editor_class_init (DaybookFilterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_filter_editor_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_STRV);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_filter_editor_init (DaybookFilterEditor *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_fields (DaybookFilterEditor *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < self->table->n_fields; i++)
    if (daybook_condition_can (&self->table->fields[i]))
      {
        g_array_append_val (self->fields, i);
        g_ptr_array_add (labels, _(self->table->fields[i].label));
      }

  set_choices (self->field_choice, labels);
  on_field_chosen (self);
}

GtkWidget *
daybook_filter_editor_new (DaybookDesk        *desk,
                           const DaybookTable *table)
{
  DaybookFilterEditor *self = g_object_new (DAYBOOK_TYPE_FILTER_EDITOR, NULL);

  self->desk = g_object_ref (desk);
  self->table = table;
  offer_fields (self);
  return GTK_WIDGET (self);
}

void
daybook_filter_editor_begin (DaybookFilterEditor *self)
{
  gtk_widget_child_focus (self->line, GTK_DIR_TAB_FORWARD);
}
