/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/move-form.h"

#include "app/cases/field-row.h"
#include "core/case-hands.h"
#include "store/case-money.h"

#include <glib/gi18n-lib.h>

/* For what it is open. */
typedef enum
{
  MOVE,    /* to a stage */
  ASSIGN, /* to somebody else (AS-04) */
  RESULT,  /* of the handler, to its owner (AS-07) */
} Purpose;

struct _DaybookMoveForm
{
  AdwBin            parent_instance;

  GtkLabel         *heading;
  GtkBox           *fields;
  GtkLabel         *problem;
  GtkButton        *button;

  DaybookDesk      *desk;
  DaybookRegister  *definition;
  DaybookRow       *before; /* NULL: it is for several cases */
  DaybookCaseDraft *draft;
  DaybookCaseFacts  facts;
  guint             stage; /* MOVE */
  Purpose           purpose;
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

static gboolean
asks_for (DaybookMoveForm *self,
          guint            field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DAYBOOK_IS_FIELD_ROW (child) && daybook_field_row_get_field (DAYBOOK_FIELD_ROW (child)) == field)
      return TRUE;

  return FALSE;
}

/* What a stage demands may be what closing asks, too. */
static void
add_field (DaybookMoveForm *self,
           guint            field)
{
  GtkWidget *row;

  if (asks_for (self, field))
    return;

  row = daybook_field_row_new (self->desk, self->definition, field);
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
  const char *what = own != NULL ? own->label : name;
  /* Translators: %s is what is to be added further down: “Photos”, “What comes back”. */
  g_autofree char *text = self->before != NULL ? g_strdup_printf (_("Add further down: %s"), what)
    /* Translators: of a move of several cases; %s is what each of them needs: “Photos”. */
                                               : g_strdup_printf (_("Cases without this stay where they are: %s"), what);
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

static const DaybookRow *
find_handler (DaybookMoveForm *self)
{
  const DaybookId *handler = daybook_row_ref_id (daybook_case_draft_row (self->draft), DAYBOOK_CASE_HANDLER);
  GPtrArray *agents = daybook_desk_get_agents (self->desk);

  for (guint i = 0; handler != NULL && i < agents->len; i++)
    if (daybook_id_equal (handler, &((const DaybookRow *) g_ptr_array_index (agents, i))->id))
      return g_ptr_array_index (agents, i);

  return NULL;
}

/* What follows from what was filled in, before it is looked at. */
static gboolean
finish (DaybookMoveForm  *self,
        GError          **error)
{
  const DaybookRow *row = daybook_case_draft_row (self->draft);
  const DaybookRow *handler = find_handler (self);

  switch (self->purpose)
    {
    case ASSIGN:
      self->facts.handler_role = handler != NULL ? (DaybookRole) daybook_row_int (handler, DAYBOOK_AGENT_ROLE) : self->facts.handler_role;
      return daybook_case_check_hand_on (row, daybook_store_get_now (daybook_desk_get_store (self->desk)), error);
    case RESULT:
      daybook_case_draft_set (self->draft, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (DAYBOOK_RESULT_TO_REVIEW));
      if (*daybook_row_text (row, DAYBOOK_CASE_RESULT) != '\0')
        return TRUE;
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Write down what came of it."));
      return FALSE;
    case MOVE:
    default:
      daybook_case_draft_move (self->draft, self->stage);
      return TRUE;
    }
}

/* What the act is called in the history. (transfer full) */
static char *
name_act (DaybookMoveForm *self)
{
  const DaybookRow *handler = find_handler (self);

  switch (self->purpose)
    {
    case ASSIGN:
      /* Translators: of a case; %s is an agent. */
      return g_strdup_printf (_("Assigned to %s"), handler != NULL ? daybook_row_text (handler, DAYBOOK_AGENT_NAME) : "?");
    case RESULT:
      return g_strdup (_("Result returned"));
    case MOVE:
    default:
      return g_strdup (daybook_register_get_stage (self->definition, self->stage)->label);
    }
}

static void
on_move_clicked (DaybookMoveForm *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *act = NULL;

  flush (self);
  if (!finish (self, &error)
      || (self->before != NULL
          && (!daybook_case_check (self->definition, self->before, daybook_case_draft_row (self->draft), &self->facts, &error)
              || !daybook_reader_check_doubles (daybook_store_get_reader (daybook_desk_get_store (self->desk)), self->definition, self->before,
                                                daybook_case_draft_row (self->draft), FALSE, &error))))
    {
      say_problem (self, error->message);
      return;
    }

  act = name_act (self);
  g_signal_emit (self, signals[DONE], 0, self->draft, act);
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
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_POINTER, G_TYPE_STRING);
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
set_up (DaybookMoveForm        *self,
        DaybookDesk            *desk,
        DaybookRegister        *definition,
        const DaybookRow       *row,
        const DaybookCaseFacts *facts,
        Purpose                 purpose)
{
  daybook_move_form_end (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  self->facts = *facts;
  self->purpose = purpose;
  self->before = daybook_row_ref ((DaybookRow *) row);
  self->draft = daybook_case_draft_of (definition, row, daybook_store_get_now (daybook_desk_get_store (desk)));
}

static void
open_up (DaybookMoveForm *self,
         const char      *heading,
         const char      *button)
{
  gtk_label_set_label (self->heading, heading);
  gtk_button_set_label (self->button, button);
  say_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

static void
add_demands (DaybookMoveForm *self,
             GPtrArray       *missing,
             DaybookAsks      asks)
{
  for (guint i = 0; i < missing->len; i++)
    add_requirement (self, g_ptr_array_index (missing, i));
  add_asks (self, asks);
  update_satisfied (self);
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

  set_up (self, desk, definition, row, facts, MOVE);
  self->stage = stage;
  add_demands (self, missing, asks);
  g_autofree char *heading = g_strdup_printf (_("Move to “%s”"), rule->label);
  open_up (self, heading, rule->label);
  return TRUE;
}

void
daybook_move_form_begin_many (DaybookMoveForm *self,
                              DaybookDesk     *desk,
                              DaybookRegister *definition,
                              guint            stage,
                              GPtrArray       *missing,
                              DaybookAsks      asks,
                              guint            n)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  const char *label = daybook_register_get_stage (definition, stage)->label;
  /* Translators: %1$u is how many, %2$s a stage: “Received”. */
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %1$u Case to “%2$s”", "Move %1$u Cases to “%2$s”", n),
                                              n, label);

  daybook_move_form_end (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  self->purpose = MOVE;
  self->stage = stage;
  self->draft = daybook_case_draft_new (definition, daybook_store_get_shop (store), NULL, daybook_store_get_currency (store),
                                        daybook_store_get_now (store));
  add_demands (self, missing, asks);
  open_up (self, heading, label);
}

void
daybook_move_form_give_answers (DaybookMoveForm *self,
                                DaybookCaseAct  *act)
{
  const DaybookRow *row = daybook_case_draft_row (self->draft);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DAYBOOK_IS_FIELD_ROW (child) && gtk_widget_get_visible (child))
      {
        guint field = daybook_field_row_get_field (DAYBOOK_FIELD_ROW (child));

        if (daybook_row_has (row, field))
          daybook_case_act_answer (act, &row->table->fields[field], daybook_value_copy (&row->values[field]));
      }
}

void
daybook_move_form_begin_assign (DaybookMoveForm        *self,
                                DaybookDesk            *desk,
                                DaybookRegister        *definition,
                                const DaybookRow       *row,
                                const DaybookCaseFacts *facts,
                                const DaybookId        *to)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_HANDLER, DAYBOOK_CASE_PRIORITY, DAYBOOK_CASE_NEED, DAYBOOK_CASE_EXPECTED_AT };

  set_up (self, desk, definition, row, facts, ASSIGN);
  daybook_case_ask_anew (self->draft);
  if (to != NULL)
    daybook_case_draft_set (self->draft, DAYBOOK_CASE_HANDLER, daybook_value_id (to));
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    add_field (self, FIELDS[i]);
  open_up (self, _("Assign the Case"), _("Assign"));
}

void
daybook_move_form_begin_result (DaybookMoveForm        *self,
                                DaybookDesk            *desk,
                                DaybookRegister        *definition,
                                const DaybookRow       *row,
                                const DaybookCaseFacts *facts)
{
  set_up (self, desk, definition, row, facts, RESULT);
  add_field (self, DAYBOOK_CASE_RESULT);
  open_up (self, _("Return the Result"), _("Return It"));
}

gboolean
daybook_move_form_give_told (DaybookMoveForm *self,
                             DaybookTold     *told)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (DAYBOOK_IS_FIELD_ROW (child) && daybook_field_row_give_told (DAYBOOK_FIELD_ROW (child), told))
      return TRUE;

  return FALSE;
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
