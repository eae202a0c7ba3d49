/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/move-form.h"

#include "app/cases/field-row.h"
#include "store/case-money.h"

#include <glib/gi18n-lib.h>

struct _DaybookMoveForm
{
  AdwBin            parent_instance;

  GtkLabel         *heading;
  GtkBox           *fields;
  GtkLabel         *problem;
  GtkButton        *button;

  DaybookDesk      *desk;
  DaybookRegister  *definition;
  DaybookRow       *before;
  DaybookCaseDraft *draft;
  DaybookCaseFacts  facts;
  guint             stage;
};

G_DEFINE_FINAL_TYPE (DaybookMoveForm, daybook_move_form, ADW_TYPE_BIN)

enum
{
  DONE,
  DRAFTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say_problem (DaybookMoveForm *self,
             const char      *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* Whether the customer is satisfied is asked of one who was told. */
static void
update_satisfied (DaybookMoveForm *self)
{
  gboolean untold = daybook_row_int (daybook_case_draft_row (self->draft), DAYBOOK_CASE_TOLD) == DAYBOOK_ANSWER_NO;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DAYBOOK_IS_FIELD_ROW (child) && daybook_field_row_get_field (DAYBOOK_FIELD_ROW (child)) == DAYBOOK_CASE_SATISFIED)
      gtk_widget_set_visible (child, !untold);
}

static void
on_changed (DaybookMoveForm *self,
            DaybookValue    *value,
            DaybookFieldRow *row)
{
  daybook_case_draft_set (self->draft, daybook_field_row_get_field (row), daybook_value_copy (value));
  daybook_field_row_show (row, daybook_case_draft_row (self->draft));
  update_satisfied (self);
  say_problem (self, NULL);
  g_signal_emit (self, signals[DRAFTED], 0, self->draft);
}

static void
add_field (DaybookMoveForm *self,
           guint            field)
{
  GtkWidget *row = daybook_field_row_new (self->desk, self->definition, field);

  daybook_field_row_show (DAYBOOK_FIELD_ROW (row), daybook_case_draft_row (self->draft));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->fields, row);
}

/* Goods and photos are added elsewhere in the panel. */
static void
add_remark (DaybookMoveForm *self,
            const char      *name)
{
  const DaybookRegisterField *own = daybook_register_find_field (self->definition, name);
  /* Translators: %s is what is to be added further down: “Photos”, “What comes back”. */
  g_autofree char *text = g_strdup_printf (_("Add further down: %s"), own != NULL ? own->label : name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->fields, label);
}

static void
add_requirement (DaybookMoveForm          *self,
                 const DaybookRequirement *requirement)
{
  const DaybookTable *table = daybook_register_get_table (self->definition);

  for (char **name = requirement->fields; *name != NULL; name++)
    {
      int field = daybook_table_field (table, *name);

      if (field >= 0)
        add_field (self, (guint) field);
      else
        add_remark (self, *name);
    }
}

static void
add_asks (DaybookMoveForm *self,
          DaybookAsks      asks)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_RESULT, DAYBOOK_CASE_CAUSE, DAYBOOK_CASE_TOLD, DAYBOOK_CASE_SATISFIED };

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if ((asks >> i & 1) != 0)
      add_field (self, FIELDS[i]);
}

static void
clear (DaybookMoveForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
}

static void
flush (DaybookMoveForm *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DAYBOOK_IS_FIELD_ROW (child))
      daybook_field_row_flush (DAYBOOK_FIELD_ROW (child));
}

static void
on_move_clicked (DaybookMoveForm *self)
{
  g_autoptr(GError) error = NULL;

  flush (self);
  daybook_case_draft_move (self->draft, self->stage);
  if (!daybook_case_check (self->definition, self->before, daybook_case_draft_row (self->draft), &self->facts, &error)
      || !daybook_reader_check_doubles (daybook_store_get_reader (daybook_desk_get_store (self->desk)), self->definition, self->before,
                                        daybook_case_draft_row (self->draft), FALSE, &error))
    {
      say_problem (self, error->message);
      return;
    }

  g_signal_emit (self, signals[DONE], 0, self->draft);
  daybook_move_form_end (self);
}

static void
on_cancel_clicked (DaybookMoveForm *self)
{
  daybook_move_form_end (self);
}

static void
daybook_move_form_dispose (GObject *object)
{
  DaybookMoveForm *self = DAYBOOK_MOVE_FORM (object);

  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_pointer (&self->before, daybook_row_unref);
  g_clear_object (&self->definition);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_move_form_parent_class)->dispose (object);
}

static void
daybook_move_form_class_init (DaybookMoveFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_move_form_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DRAFTED] = g_signal_new ("drafted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/move-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookMoveForm, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoveForm, fields);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoveForm, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookMoveForm, button);
  gtk_widget_class_bind_template_callback (widget_class, on_move_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_move_form_init (DaybookMoveForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
set_up (DaybookMoveForm  *self,
        DaybookDesk      *desk,
        DaybookRegister  *definition,
        const DaybookRow *row,
        guint             stage)
{
  daybook_move_form_end (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  self->stage = stage;
  self->before = daybook_row_ref ((DaybookRow *) row);
  self->draft = daybook_case_draft_of (definition, row, daybook_store_get_now (daybook_desk_get_store (desk)));
}

gboolean
daybook_move_form_begin (DaybookMoveForm        *self,
                         DaybookDesk            *desk,
                         DaybookRegister        *definition,
                         const DaybookRow       *row,
                         guint                   stage,
                         const DaybookCaseFacts *facts)
{
  const DaybookStageRule *rule = daybook_register_get_stage (definition, stage);
  g_autoptr(GPtrArray) missing = daybook_case_missing (definition, stage, row, facts);
  DaybookAsks asks = rule->ends ? daybook_case_unanswered (definition, stage, row) : DAYBOOK_ASKS_NOTHING;

  if (missing->len == 0 && asks == DAYBOOK_ASKS_NOTHING)
    {
      daybook_move_form_end (self);
      return FALSE;
    }

  set_up (self, desk, definition, row, stage);
  self->facts = *facts;
  for (guint i = 0; i < missing->len; i++)
    add_requirement (self, g_ptr_array_index (missing, i));
  add_asks (self, asks);
  update_satisfied (self);

  g_autofree char *heading = g_strdup_printf (_("Move to “%s”"), rule->label);
  gtk_label_set_label (self->heading, heading);
  gtk_button_set_label (self->button, rule->label);
  say_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

gboolean
daybook_move_form_end (DaybookMoveForm *self)
{
  gboolean was_open = self->draft != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear (self);
  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_pointer (&self->before, daybook_row_unref);
  if (was_open)
    g_signal_emit (self, signals[DRAFTED], 0, NULL);
  return was_open;
}
