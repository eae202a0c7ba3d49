/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/assign-many.h"

#include "app/cases/field-row.h"
#include "app/common/agent-picker.h"
#include "app/compat/wrap-box.h"

#include <glib/gi18n-lib.h>

struct _DaybookAssignMany
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkDropDown        *role;
  DaybookAgentPicker *agent;
  GtkBox             *fields;
  GtkLabel           *problem;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRegister    *definition;
  DaybookCaseDraft   *draft;  /* stands for the cases; it is none of them */
  gboolean            picked; /* a person, or nobody */
};

G_DEFINE_FINAL_TYPE (DaybookAssignMany, daybook_assign_many, ADW_TYPE_BIN)

enum
{
  DONE,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* By the places of the choice. */
static const guint ROLES[] = { DAYBOOK_CASE_HANDLER, DAYBOOK_CASE_OWNER };
/* What the handler is told. */
static const guint FIELDS[] = { DAYBOOK_CASE_NEED, DAYBOOK_CASE_EXPECTED_AT };

static guint
get_role (DaybookAssignMany *self)
{
  return ROLES[MIN (gtk_drop_down_get_selected (self->role), G_N_ELEMENTS (ROLES) - 1)];
}

static void
say_problem (DaybookAssignMany *self,
             const char        *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
on_role_chosen (DaybookAssignMany *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->fields), get_role (self) == DAYBOOK_CASE_HANDLER);
}

static void
on_agent_picked (DaybookAssignMany *self,
                 DaybookRow        *agent)
{
  self->picked = TRUE;
  daybook_case_draft_set (self->draft, DAYBOOK_CASE_HANDLER, daybook_value_id (agent != NULL ? &agent->id : NULL));
  say_problem (self, NULL);
}

static void
on_changed (DaybookAssignMany *self,
            DaybookValue      *value,
            DaybookFieldRow   *row)
{
  daybook_case_draft_set (self->draft, daybook_field_row_get_field (row), daybook_value_copy (value));
  daybook_field_row_show (row, daybook_case_draft_row (self->draft));
}

static void
flush (DaybookAssignMany *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    daybook_field_row_flush (DAYBOOK_FIELD_ROW (child));
}

static void
on_assign_clicked (DaybookAssignMany *self)
{
  flush (self);
  if (self->picked)
    g_signal_emit (self, signals[DONE], 0);
  else
    say_problem (self, _("Choose who is given them."));
}

static void
on_cancel_clicked (DaybookAssignMany *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

static void
daybook_assign_many_dispose (GObject *object)
{
  DaybookAssignMany *self = DAYBOOK_ASSIGN_MANY (object);

  g_clear_pointer (&self->draft, daybook_case_draft_free);
  g_clear_object (&self->definition);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_assign_many_parent_class)->dispose (object);
}

static void
daybook_assign_many_class_init (DaybookAssignManyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_assign_many_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/assign-many.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookAssignMany, role);
  gtk_widget_class_bind_template_child (widget_class, DaybookAssignMany, agent);
  gtk_widget_class_bind_template_child (widget_class, DaybookAssignMany, fields);
  gtk_widget_class_bind_template_child (widget_class, DaybookAssignMany, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_role_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_assign_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_assign_many_init (DaybookAssignMany *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_roles (DaybookAssignMany *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ROLES); i++)
    gtk_string_list_append (names, _(daybook_cases.fields[ROLES[i]].label));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (names));
}

void
daybook_assign_many_set_up (DaybookAssignMany *self,
                            DaybookDesk       *desk,
                            DaybookRegister   *definition)
{
  self->desk = g_object_ref (desk);
  self->definition = g_object_ref (definition);
  daybook_agent_picker_set_desk (self->agent, desk);
  offer_roles (self);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      GtkWidget *row = daybook_field_row_new (desk, definition, FIELDS[i]);

      g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->fields, row);
    }
}

void
daybook_assign_many_begin (DaybookAssignMany *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);

  g_clear_pointer (&self->draft, daybook_case_draft_free);
  self->draft = daybook_case_draft_new (self->definition, daybook_store_get_shop (store), NULL, daybook_store_get_currency (store),
                                        daybook_store_get_now (store));
  self->picked = FALSE;
  daybook_agent_picker_set_mixed (self->agent);
  gtk_drop_down_set_selected (self->role, 0);
  on_role_chosen (self);
  say_problem (self, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child != NULL; child = gtk_widget_get_next_sibling (child))
    daybook_field_row_show (DAYBOOK_FIELD_ROW (child), daybook_case_draft_row (self->draft));
  gtk_widget_child_focus (GTK_WIDGET (self->agent), GTK_DIR_TAB_FORWARD);
}

void
daybook_assign_many_give_answers (DaybookAssignMany *self,
                                  DaybookCaseAct    *act)
{
  const DaybookRow *row = daybook_case_draft_row (self->draft);
  guint role = get_role (self);

  daybook_case_act_answer (act, &row->table->fields[role], daybook_value_copy (&row->values[DAYBOOK_CASE_HANDLER]));
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS) && role == DAYBOOK_CASE_HANDLER; i++)
    if (daybook_row_has (row, FIELDS[i]))
      daybook_case_act_answer (act, &row->table->fields[FIELDS[i]], daybook_value_copy (&row->values[FIELDS[i]]));
}
