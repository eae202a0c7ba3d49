/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/call-plan-row.h"

#include "app/common/agent-picker.h"
#include "app/common/entry-text.h"
#include "app/common/field-choice.h"
#include "app/common/shell.h"
#include "app/compat/wheel.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookCallPlanRow
{
  AdwExpanderRow        parent_instance;

  /* Template widgets */
  GtkSwitch            *used;
  AdwEntryRow          *name;
  AdwComboRow          *on;
  AdwComboRow          *of;
  GtkSpinButton        *days;
  AdwComboRow          *grade;
  AdwComboRow          *role;
  DaybookAgentPicker   *agent;
  GtkTextView          *questions;
  GtkSwitch            *survey;
  GtkWidget            *trash_row;

  /* Owned */
  DaybookDesk          *desk;
  DaybookCallPlanEntry *plan;
  GPtrArray            *keys; /* char: of the registers, in the order of the choice; the first is none */
  gboolean              filling;
};

G_DEFINE_FINAL_TYPE (DaybookCallPlanRow, daybook_call_plan_row, ADW_TYPE_EXPANDER_ROW)

static DaybookStore *
get_store (DaybookCallPlanRow *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- Acts ------------------------------------------------------------------------------------- */

static void
commit (DaybookCallPlanRow *self,
        DaybookEdit        *edit)
{
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
set (DaybookCallPlanRow *self,
     guint               field,
     DaybookValue        value)
{
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(daybook_call_plans.label), daybook_call_plan_name (self->plan));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  daybook_call_plan_set (edit, self->plan, field, value, daybook_store_get_now (get_store (self)));
  commit (self, edit);
}

static void
on_switched (DaybookCallPlanRow *self)
{
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling)
    return;

  edit = daybook_call_plan_act_use (self->plan, gtk_switch_get_active (self->used), daybook_store_get_agent (get_store (self)),
                                    daybook_store_get_now (get_store (self)), NULL);
  commit (self, edit);
}

static void
on_named (DaybookCallPlanRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->name));

  if (*text != '\0')
    set (self, DAYBOOK_CALL_PLAN_NAME, daybook_value_text (text));
}

static void
on_on_chosen (DaybookCallPlanRow *self)
{
  if (!self->filling)
    set (self, DAYBOOK_CALL_PLAN_ON, daybook_value_int (adw_combo_row_get_selected (self->on)));
}

static void
on_of_chosen (DaybookCallPlanRow *self)
{
  guint chosen = adw_combo_row_get_selected (self->of);
  const char *key = !self->filling && chosen < self->keys->len ? g_ptr_array_index (self->keys, chosen) : NULL;

  if (key != NULL)
    set (self, DAYBOOK_CALL_PLAN_REGISTER, *key != '\0' ? daybook_value_text (key) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_days_changed (DaybookCallPlanRow *self)
{
  if (!self->filling)
    set (self, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (gtk_spin_button_get_value_as_int (self->days)));
}

static void
on_grade_chosen (DaybookCallPlanRow *self)
{
  if (!self->filling)
    set (self, DAYBOOK_CALL_PLAN_GRADE, daybook_value_int (adw_combo_row_get_selected (self->grade)));
}

static void
on_role_chosen (DaybookCallPlanRow *self)
{
  if (!self->filling)
    set (self, DAYBOOK_CALL_PLAN_ROLE, daybook_value_int (adw_combo_row_get_selected (self->role)));
}

static void
on_agent_picked (DaybookCallPlanRow *self,
                 const DaybookRow   *agent)
{
  set (self, DAYBOOK_CALL_PLAN_AGENT, agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_survey_switched (DaybookCallPlanRow *self)
{
  if (!self->filling)
    set (self, DAYBOOK_CALL_PLAN_SURVEY, daybook_value_int (gtk_switch_get_active (self->survey)));
}

static const char *
questions_of (DaybookCallPlanRow *self)
{
  return self->plan->row != NULL ? daybook_row_text (self->plan->row, DAYBOOK_CALL_PLAN_QUESTIONS) : self->plan->starter->questions;
}

static char *
read_questions (DaybookCallPlanRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->questions);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* What was typed and left is meant. */
static void
on_questions_left (DaybookCallPlanRow *self)
{
  g_autofree char *text = read_questions (self);

  if (self->plan != NULL && !g_str_equal (text, questions_of (self)))
    set (self, DAYBOOK_CALL_PLAN_QUESTIONS, daybook_value_text (text));
}

static void
on_trash_clicked (DaybookCallPlanRow *self)
{
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(daybook_call_plans.label), daybook_call_plan_name (self->plan));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));

  daybook_edit_delete (edit, &daybook_call_plans, &self->plan->row->id);
  commit (self, edit);
}

/* --- What is seen ------------------------------------------------------------------------------- */

/* "3 days after a case is closed: Complaint. About 12 calls in the next 30 days." */
static char *
describe (DaybookCallPlanRow       *self,
          const DaybookCallPreview *preview)
{
  g_autofree char *words = daybook_call_plan_words (daybook_store_get_reader (get_store (self)), self->plan);
  g_autofree char *calls = preview->wants != NULL ? g_strdup (preview->wants)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "about %u call in the next 30 days", "about %u calls in the next 30 days", preview->n), preview->n);

  return g_strjoin (" · ", words, calls, NULL);
}

/* The shop's registers, with “any” first. */
static void
fill_registers (DaybookCallPlanRow *self)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (get_store (self)), NULL, NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Any register"));
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_add (self->keys, g_strdup (""));
  for (guint i = 0; registers != NULL && i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (!one->used)
        continue;
      gtk_string_list_append (names, daybook_register_get_label (one->definition));
      g_ptr_array_add (self->keys, g_strdup (daybook_register_get_key (one->definition)));
    }
  adw_combo_row_set_model (self->of, G_LIST_MODEL (names));
}

static void
show_register (DaybookCallPlanRow *self)
{
  const char *of = daybook_call_plan_of (self->plan);
  guint place = 0;

  g_ptr_array_find_with_equal_func (self->keys, of != NULL ? of : "", g_str_equal, &place);
  adw_combo_row_set_selected (self->of, place);
  gtk_widget_set_visible (GTK_WIDGET (self->of), daybook_call_plan_on (self->plan) == DAYBOOK_CALL_PLAN_CLOSED);
}

static void
show_questions (DaybookCallPlanRow *self)
{
  g_autofree char *typed = read_questions (self);

  if (gtk_widget_has_focus (GTK_WIDGET (self->questions)) || g_str_equal (typed, questions_of (self)))
    return;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->questions), questions_of (self), -1);
}

static gboolean
is_same (const DaybookCallPlanEntry *a,
         const DaybookCallPlanEntry *b)
{
  if (a->starter != NULL || b->starter != NULL)
    return a->starter == b->starter;

  return daybook_id_equal (&a->row->id, &b->row->id);
}

static void
show_values (DaybookCallPlanRow *self,
             gboolean            same)
{
  const DaybookRow *row = self->plan->row;

  gtk_switch_set_active (self->used, daybook_call_plan_is_used (self->plan));
  if (same)
    daybook_entry_text_show (self->name, daybook_call_plan_name (self->plan));
  else
    daybook_entry_text_turn (self->name, daybook_call_plan_name (self->plan));
  adw_combo_row_set_selected (self->on, daybook_call_plan_on (self->plan));
  show_register (self);
  /* It would write anew over what is being typed. */
  if ((guint) gtk_spin_button_get_value_as_int (self->days) != daybook_call_plan_days (self->plan))
    gtk_spin_button_set_value (self->days, daybook_call_plan_days (self->plan));
  adw_combo_row_set_selected (self->grade, daybook_call_plan_grade (self->plan));
  adw_combo_row_set_selected (self->role, row != NULL ? (guint) daybook_row_int (row, DAYBOOK_CALL_PLAN_ROLE) : 0);
  daybook_agent_picker_set_agent (self->agent, row != NULL ? daybook_row_ref_id (row, DAYBOOK_CALL_PLAN_AGENT) : NULL);
  gtk_switch_set_active (self->survey, row != NULL ? daybook_row_int (row, DAYBOOK_CALL_PLAN_SURVEY) != 0 : self->plan->starter->survey);
  show_questions (self);
  gtk_widget_set_visible (self->trash_row, row != NULL && self->plan->starter == NULL);
}

/* --- The row ------------------------------------------------------------------------------------- */

static void
daybook_call_plan_row_dispose (GObject *object)
{
  DaybookCallPlanRow *self = DAYBOOK_CALL_PLAN_ROW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->plan, daybook_call_plan_entry_free);
  g_clear_pointer (&self->keys, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_call_plan_row_parent_class)->dispose (object);
}

static void
daybook_call_plan_row_class_init (DaybookCallPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_call_plan_row_dispose;

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/call-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, used);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, on);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, of);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, days);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, grade);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, role);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, agent);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, questions);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, survey);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlanRow, trash_row);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_named);
  gtk_widget_class_bind_template_callback (widget_class, on_on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_of_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_days_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_role_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_questions_left);
  gtk_widget_class_bind_template_callback (widget_class, on_survey_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_trash_clicked);
}

static void
daybook_call_plan_row_init (DaybookCallPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_wheel_never (GTK_WIDGET (self->days));
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
daybook_call_plan_row_new (DaybookDesk *desk)
{
  DaybookCallPlanRow *self = g_object_new (DAYBOOK_TYPE_CALL_PLAN_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->filling = TRUE;
  daybook_agent_picker_set_desk (self->agent, desk);
  daybook_field_choice_fill (self->on, &daybook_call_plans, DAYBOOK_CALL_PLAN_ON);
  daybook_field_choice_fill (self->grade, &daybook_call_plans, DAYBOOK_CALL_PLAN_GRADE);
  daybook_field_choice_fill (self->role, &daybook_call_plans, DAYBOOK_CALL_PLAN_ROLE);
  fill_registers (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

void
daybook_call_plan_row_show (DaybookCallPlanRow       *self,
                            DaybookCallPlanEntry     *plan,
                            const DaybookCallPreview *preview)
{
  gboolean same = self->plan != NULL && is_same (self->plan, plan);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->plan, daybook_call_plan_entry_free);
  self->plan = plan;
  text = describe (self, preview);
  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), daybook_call_plan_name (plan));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  show_values (self, same);
  self->filling = FALSE;
}
