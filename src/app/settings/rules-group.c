/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/rules-group.h"

#include "app/common/shell.h"
#include "core/case.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

/* Typing is over once nothing was typed for so long. */
#define PAUSE_MS 600

/* One rule's line. Borrowed; NULL: it has none of these. */
typedef struct
{
  GtkSwitch     *on_switch;
  GtkEditable   *before;
  GtkSpinButton *number;
} Line;

struct _DaybookRulesGroup
{
  AdwPreferencesGroup parent_instance;

  Line          lines[DAYBOOK_N_RULES];

  /* Owned */
  DaybookStore *store;
  gboolean      filling;
  guint         pause;  /* source id, or 0 */
  guint         typing; /* rule of the number that is typed */
};

G_DEFINE_FINAL_TYPE (DaybookRulesGroup, daybook_rules_group, ADW_TYPE_PREFERENCES_GROUP)

#define RULE "daybook-rule"

static DaybookRuleId
rule_of (gpointer widget)
{
  return (DaybookRuleId) GPOINTER_TO_UINT (g_object_get_data (widget, RULE));
}

/* --- Saying ------------------------------------------------------------------------------- */

static gboolean
say (DaybookRulesGroup *self,
     DaybookRuleId      rule,
     guint              field,
     DaybookValue       value)
{
  g_autofree char *title = g_strdup_printf (_("Rule · %s"), _(daybook_rule_kind (rule)->label));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  g_autoptr(GError) error = NULL;

  if (daybook_rule_say (edit, daybook_store_get_reader (self->store), rule, field, value, &error) && daybook_edit_check (edit, &error))
    {
      daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
      return TRUE;
    }

  daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return FALSE;
}

static void
on_switched (DaybookRulesGroup *self,
             GParamSpec        *pspec,
             GtkSwitch         *on_switch)
{
  if (!self->filling)
    say (self, rule_of (on_switch), DAYBOOK_RULE_ROW_USED,
         daybook_value_int (gtk_switch_get_active (on_switch) ? DAYBOOK_ANSWER_YES : DAYBOOK_ANSWER_NO));
}

/* What is refused stays, marked, to be mended; an empty line is as the rule comes. */
static void
on_before_confirmed (DaybookRulesGroup *self,
                     GtkWidget         *entry)
{
  DaybookRuleId rule = rule_of (entry);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  DaybookValue value = *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT;

  if (say (self, rule, DAYBOOK_RULE_ROW_WITHIN, value))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static void
stop_waiting (DaybookRulesGroup *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookRulesGroup *self = data;

  self->pause = 0;
  say (self, (DaybookRuleId) self->typing, DAYBOOK_RULE_ROW_NUMBER,
       daybook_value_int (gtk_spin_button_get_value_as_int (self->lines[self->typing].number)));
  return G_SOURCE_REMOVE;
}

static void
finish_typing (DaybookRulesGroup *self)
{
  if (self->pause == 0)
    return;

  stop_waiting (self);
  on_pause_over (self);
}

static void
on_number_changed (DaybookRulesGroup *self,
                   GtkSpinButton     *number)
{
  if (self->filling)
    return;

  if (self->typing != (guint) rule_of (number))
    finish_typing (self);
  stop_waiting (self);
  self->typing = rule_of (number);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* --- Lines ---------------------------------------------------------------------------------- */

static void
name_widget (GtkWidget     *widget,
             DaybookRuleId  rule,
             const char    *name)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (widget), RULE, GUINT_TO_POINTER (rule));
}

static GtkWidget *
make_before (DaybookRulesGroup *self,
             DaybookRuleId      rule)
{
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: %s is a rule: Promise, Task … */
  g_autofree char *name = g_strdup_printf (_("%s: near so long before"), _(daybook_rule_kind (rule)->label));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_tooltip_text (entry, name);
  name_widget (entry, rule, name);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_before_confirmed), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_number (DaybookRulesGroup *self,
             DaybookRuleId      rule)
{
  const DaybookRuleKind *kind = daybook_rule_kind (rule);
  GtkWidget *number = gtk_spin_button_new_with_range (kind->least, kind->most, 1);

  name_widget (number, rule, _(kind->label));
  g_signal_connect_object (number, "value-changed", G_CALLBACK (on_number_changed), self, G_CONNECT_SWAPPED);
  return number;
}

static GtkWidget *
make_switch (DaybookRulesGroup *self,
             DaybookRuleId      rule)
{
  GtkWidget *on_switch = gtk_switch_new ();

  name_widget (on_switch, rule, _(daybook_rule_kind (rule)->label));
  g_signal_connect_object (on_switch, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  return on_switch;
}

static void
add_line (DaybookRulesGroup *self,
          DaybookRuleId      rule)
{
  const DaybookRuleKind *kind = daybook_rule_kind (rule);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  Line *line = &self->lines[rule];

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(kind->label));
  adw_action_row_set_subtitle (row, _(kind->help));
  adw_action_row_set_subtitle_lines (row, 0);
  if ((kind->parts & DAYBOOK_RULE_BEFORE) != 0)
    {
      line->before = GTK_EDITABLE (make_before (self, rule));
      adw_action_row_add_suffix (row, GTK_WIDGET (line->before));
    }
  if ((kind->parts & DAYBOOK_RULE_COUNTED) != 0)
    {
      line->number = GTK_SPIN_BUTTON (make_number (self, rule));
      adw_action_row_add_suffix (row, GTK_WIDGET (line->number));
    }
  if ((kind->parts & DAYBOOK_RULE_SWITCHED) != 0)
    {
      line->on_switch = GTK_SWITCH (make_switch (self, rule));
      adw_action_row_add_suffix (row, GTK_WIDGET (line->on_switch));
      adw_action_row_set_activatable_widget (row, GTK_WIDGET (line->on_switch));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
}

/* What is being typed stands. */
static void
show_before (GtkEditable       *entry,
             const DaybookRule *rule)
{
  g_autofree char *text = daybook_span_print (rule->within);

  if (gtk_widget_has_css_class (GTK_WIDGET (entry), "error") || g_str_equal (gtk_editable_get_text (entry), text)
      || (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;

  gtk_editable_set_text (entry, text);
}

static void
fill (DaybookRulesGroup *self)
{
  g_auto(DaybookDueTerms) terms = { 0 };

  if (!daybook_reader_due_terms (daybook_store_get_reader (self->store), &terms, NULL))
    return;

  self->filling = TRUE;
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    {
      const Line *line = &self->lines[i];

      if (line->on_switch != NULL)
        gtk_switch_set_active (line->on_switch, terms.rules.of[i].used);
      if (line->before != NULL)
        show_before (line->before, &terms.rules.of[i]);
      if (line->number != NULL && self->pause == 0)
        gtk_spin_button_set_value (line->number, terms.rules.of[i].number);
    }
  self->filling = FALSE;
}

/* What was typed last is not lost when the page is left at once. */
static void
unmap (GtkWidget *widget)
{
  finish_typing (DAYBOOK_RULES_GROUP (widget));
  GTK_WIDGET_CLASS (daybook_rules_group_parent_class)->unmap (widget);
}

static void
daybook_rules_group_dispose (GObject *object)
{
  DaybookRulesGroup *self = DAYBOOK_RULES_GROUP (object);

  stop_waiting (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_rules_group_parent_class)->dispose (object);
}

static void
daybook_rules_group_class_init (DaybookRulesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_rules_group_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = unmap;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/settings/rules-group.ui");
}

static void
daybook_rules_group_init (DaybookRulesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    add_line (self, (DaybookRuleId) i);
}

void
daybook_rules_group_set_store (DaybookRulesGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
