/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/rules-group.h"

#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/compat/wheel.h"
#include "core/case.h"
#include "store/follow-ups.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

/* Typing is over once nothing was typed for so long. */
#define PAUSE_MS 600

/* One rule's line. Borrowed; NULL: it has none of these. */
typedef struct
{
  AdwActionRow  *row;
  GtkSwitch     *on_switch;
  GtkEditable   *span;
  GtkEditable   *at;
  GtkSpinButton *number;
  GtkLabel      *count; /* how many things it has on today's list */
} Line;

struct _DaybookRulesGroup
{
  AdwPreferencesGroup parent_instance;

  Line          lines[DAYBOOK_N_RULES];
  gboolean      follow_ups; /* it is the group of those on orders and goods */

  /* Owned */
  DaybookStore *store;
  DaybookLane  *lane;        /* NULL: nothing is counted here */
  GCancellable *cancellable; /* of the count at hand, or NULL */
  gboolean      filling;
  guint         pause;  /* source id, or 0 */
  guint         typing; /* rule of the number that is typed */
};

G_DEFINE_FINAL_TYPE (DaybookRulesGroup, daybook_rules_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_FOLLOW_UPS = 1,
};

/* What the rule says, as an entry shows it. */
#define SHOWN "shown"
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
say_typed (DaybookRulesGroup *self,
           GtkWidget         *entry,
           guint              field)
{
  DaybookRuleId rule = rule_of (entry);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  DaybookValue value = *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT;

  if (say (self, rule, field, value))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

/* What was typed and left is meant too. */
static void
on_entry_left (GtkEventControllerFocus *focus)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  const char *shown = g_object_get_data (G_OBJECT (entry), SHOWN);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), shown) != 0)
    g_signal_emit_by_name (entry, "activate");
}

static void
on_span_confirmed (DaybookRulesGroup *self,
                   GtkWidget         *entry)
{
  say_typed (self, entry, DAYBOOK_RULE_ROW_WITHIN);
}

static void
on_at_confirmed (DaybookRulesGroup *self,
                 GtkWidget         *entry)
{
  say_typed (self, entry, DAYBOOK_RULE_ROW_AT);
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
make_entry (DaybookRulesGroup *self,
            DaybookRuleId      rule,
            const char        *name,
            GCallback          on_confirmed)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_tooltip_text (entry, name);
  name_widget (entry, rule, name);
  g_signal_connect_object (entry, "activate", on_confirmed, self, G_CONNECT_SWAPPED);
  g_signal_connect (focus, "leave", G_CALLBACK (on_entry_left), NULL);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
make_span (DaybookRulesGroup *self,
           DaybookRuleId      rule)
{
  const DaybookRuleKind *kind = daybook_rule_kind (rule);
  gboolean is_before = (kind->parts & DAYBOOK_RULE_BEFORE) != 0;
  /* Translators: %s is a rule: Promise, Task, Not paid … */
  g_autofree char *name = g_strdup_printf (is_before ? _("%s: near so long before") : _("%s: due so long after"), _(kind->label));

  return make_entry (self, rule, name, G_CALLBACK (on_span_confirmed));
}

static GtkWidget *
make_at (DaybookRulesGroup *self,
         DaybookRuleId      rule)
{
  /* Translators: %s is a rule: Not shipped … */
  g_autofree char *name = g_strdup_printf (_("%s: at this time of day"), _(daybook_rule_kind (rule)->label));

  return make_entry (self, rule, name, G_CALLBACK (on_at_confirmed));
}

static GtkWidget *
make_count (void)
{
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  return count;
}

static GtkWidget *
make_number (DaybookRulesGroup *self,
             DaybookRuleId      rule)
{
  const DaybookRuleKind *kind = daybook_rule_kind (rule);
  GtkWidget *number = gtk_spin_button_new_with_range (kind->least, kind->most, 1);

  daybook_wheel_never (number);
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

  line->row = row;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(kind->label));
  adw_action_row_set_subtitle (row, _(kind->help));
  adw_action_row_set_subtitle_lines (row, 0);
  if (self->follow_ups)
    {
      line->count = GTK_LABEL (make_count ());
      adw_action_row_add_suffix (row, GTK_WIDGET (line->count));
    }
  if ((kind->parts & (DAYBOOK_RULE_BEFORE | DAYBOOK_RULE_AFTER)) != 0)
    {
      line->span = GTK_EDITABLE (make_span (self, rule));
      adw_action_row_add_suffix (row, GTK_WIDGET (line->span));
    }
  if ((kind->parts & DAYBOOK_RULE_AT) != 0)
    {
      line->at = GTK_EDITABLE (make_at (self, rule));
      adw_action_row_add_suffix (row, GTK_WIDGET (line->at));
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
show_typed (GtkEditable *entry,
            const char  *text)
{
  g_object_set_data_full (G_OBJECT (entry), SHOWN, g_strdup (text), g_free);
  if (gtk_widget_has_css_class (GTK_WIDGET (entry), "error") || g_str_equal (gtk_editable_get_text (entry), text)
      || (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;

  gtk_editable_set_text (entry, text);
}

static void
show_line (DaybookRulesGroup *self,
           const Line        *line,
           const DaybookRule *rule)
{
  g_autofree char *span = daybook_span_print (rule->within);
  g_autofree char *at = g_strdup_printf ("%02u:%02u", rule->at / 60, rule->at % 60);

  if (line->on_switch != NULL)
    gtk_switch_set_active (line->on_switch, rule->used);
  if (line->span != NULL)
    show_typed (line->span, span);
  if (line->at != NULL)
    show_typed (line->at, at);
  if (line->number != NULL && self->pause == 0)
    gtk_spin_button_set_value (line->number, rule->number);
}

/* --- What they would do ------------------------------------------------------------------------ */

typedef struct
{
  guint counts[DAYBOOK_N_RULES];
} Counts;

static gpointer
count_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  g_autofree Counts *counts = g_new0 (Counts, 1);

  return daybook_reader_due_terms (reader, &terms, error) && daybook_reader_follow_ups (reader, &terms, *(const gint64 *) data, counts->counts, error)
         ? g_steal_pointer (&counts) : NULL;
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookRulesGroup) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autofree Counts *counts = daybook_lane_run_finish (result, &error);

  for (guint i = 0; self != NULL && counts != NULL && i < DAYBOOK_N_RULES; i++)
    if (self->lines[i].count != NULL)
      {
        /* Translators: how many things a rule has on today’s list, or would have if it was in use. */
        g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u now", "%u now", counts->counts[i]), counts->counts[i]);

        gtk_label_set_text (self->lines[i].count, text);
      }
  if (counts == NULL && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    g_warning ("%s", error->message);
}

static void
count_up (DaybookRulesGroup *self)
{
  gint64 now = daybook_store_get_now (self->store);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, count_in_db, g_memdup2 (&now, sizeof now), g_free, g_free, self->cancellable, on_counted, daybook_weak_new (self));
}

/* The names of those platforms of which the rule raises nothing for that reason. (transfer full) */
static char *
name_platforms (GPtrArray     *platforms,
                DaybookRuleId  rule,
                const char    *reason)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < platforms->len; i++)
    {
      const DaybookPlatformFacts *platform = g_ptr_array_index (platforms, i);
      g_autofree char *why = daybook_facts_missing (rule, platform->facts);

      if (g_strcmp0 (why, reason) == 0)
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", daybook_words_platform (platform->platform));
    }
  return g_string_free (names, FALSE);
}

/* What it watches over, and of which platforms it cannot, with the reason once for all that have it. */
static void
show_gaps (DaybookRulesGroup *self,
           GPtrArray         *platforms,
           DaybookRuleId      rule)
{
  GString *text = g_string_new (_(daybook_rule_kind (rule)->help));
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < platforms->len; i++)
    {
      char *why = daybook_facts_missing (rule, ((const DaybookPlatformFacts *) g_ptr_array_index (platforms, i))->facts);

      if (why != NULL && g_hash_table_add (said, why))
        {
          g_autofree char *names = name_platforms (platforms, rule, why);

          g_string_append_c (text, '\n');
          /* Translators: names of platforms, and why a rule raises nothing of their orders. */
          g_string_append_printf (text, _("Off for %1$s: %2$s"), names, why);
        }
    }

  g_autofree char *subtitle = g_string_free (text, FALSE);
  adw_action_row_set_subtitle (self->lines[rule].row, subtitle);
}

static void
show_follow_ups (DaybookRulesGroup *self)
{
  g_autoptr(GPtrArray) platforms = daybook_reader_platform_facts (daybook_store_get_reader (self->store), NULL);

  for (guint i = 0; platforms != NULL && i < DAYBOOK_N_RULES; i++)
    if (self->lines[i].row != NULL)
      show_gaps (self, platforms, (DaybookRuleId) i);
  count_up (self);
}

static void
fill (DaybookRulesGroup *self)
{
  g_auto(DaybookDueTerms) terms = { 0 };

  if (!daybook_reader_due_terms (daybook_store_get_reader (self->store), &terms, NULL))
    return;

  self->filling = TRUE;
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    if (self->lines[i].row != NULL)
      show_line (self, &self->lines[i], &terms.rules.of[i]);
  self->filling = FALSE;
  if (self->follow_ups)
    show_follow_ups (self);
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
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_rules_group_parent_class)->dispose (object);
}

static void
daybook_rules_group_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (id == PROP_FOLLOW_UPS)
    DAYBOOK_RULES_GROUP (object)->follow_ups = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_rules_group_constructed (GObject *object)
{
  DaybookRulesGroup *self = DAYBOOK_RULES_GROUP (object);

  G_OBJECT_CLASS (daybook_rules_group_parent_class)->constructed (object);

  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    if (daybook_rule_is_follow_up ((DaybookRuleId) i) == self->follow_ups)
      add_line (self, (DaybookRuleId) i);
}

static void
daybook_rules_group_class_init (DaybookRulesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_rules_group_dispose;
  G_OBJECT_CLASS (klass)->set_property = daybook_rules_group_set_property;
  G_OBJECT_CLASS (klass)->constructed = daybook_rules_group_constructed;

  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FOLLOW_UPS,
    g_param_spec_boolean ("follow-ups", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  GTK_WIDGET_CLASS (klass)->unmap = unmap;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/settings/rules-group.ui");
}

static void
daybook_rules_group_init (DaybookRulesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_rules_group_set_store (DaybookRulesGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  if (self->follow_ups)
    self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
