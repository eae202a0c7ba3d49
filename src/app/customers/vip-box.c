/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/vip-box.h"

#include "app/common/clock-chip.h"
#include "app/common/facts.h"
#include "core/campaign.h"
#include "core/customer.h"
#include "core/moment.h"
#include "core/money.h"
#include "core/words.h"
#include "store/activities.h"
#include "store/due-list.h"
#include "store/grade-proposals.h"
#include "store/grades.h"
#include "store/rhythm.h"

#include <glib/gi18n-lib.h>

/* One who is on more lists is no single person. */
#define LISTS_MAX 5

struct _DaybookVipBox
{
  DaybookCustomerBox   parent_instance;

  AdwActionRow        *proposal;
  GtkWidget           *answers;
  AdwActionRow        *rhythm;
  DaybookClockChip    *chip;
  GtkWidget           *contacted;
  AdwActionRow        *held;
  GtkSwitch           *held_switch;
  AdwPreferencesGroup *lines;
  DaybookFacts        *facts;

  DaybookGradeCandidate candidate; /* while `proposal` is in sight */
  gboolean              filling;
};

G_DEFINE_FINAL_TYPE (DaybookVipBox, daybook_vip_box, DAYBOOK_TYPE_CUSTOMER_BOX)

/* --- Acts --------------------------------------------------------------------------------- */

static GArray *
candidates_of (DaybookVipBox *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (DaybookGradeCandidate));

  g_array_append_val (candidates, self->candidate);
  return candidates;
}

static void
on_confirm_clicked (DaybookVipBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) candidates = candidates_of (self);
  g_autoptr(DaybookEdit) edit = NULL;

  if (!daybook_reader_grades (daybook_customer_box_get_reader (box), &rules, NULL))
    return;

  edit = daybook_grade_act_confirm (daybook_customer_box_get_reader (box), &rules, candidates, daybook_store_get_agent (daybook_customer_box_get_store (box)));
  daybook_customer_box_commit (box, edit);
}

static void
on_decline_clicked (DaybookVipBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  DaybookStore *store = daybook_customer_box_get_store (box);
  g_autoptr(GArray) candidates = candidates_of (self);
  g_autoptr(DaybookEdit) edit = daybook_grade_act_decline (daybook_customer_box_get_reader (box), candidates, daybook_store_get_agent (store),
                                                           daybook_store_get_now (store), NULL);

  if (edit != NULL)
    daybook_customer_box_commit (box, edit);
}

static void
on_contacted_clicked (DaybookVipBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  DaybookStore *store = daybook_customer_box_get_store (box);
  g_autoptr(DaybookEdit) edit = daybook_customer_box_new_edit (box, _("Contacted"));

  daybook_contacted_add (edit, &daybook_customer_box_get_customer (box)->id, DAYBOOK_EVENT_TOLD, daybook_store_get_agent (store),
                         daybook_store_get_now (store));
  daybook_customer_box_commit (box, edit);
}

static void
on_held_switched (DaybookVipBox *self)
{
  gboolean held = gtk_switch_get_active (self->held_switch);

  if (!self->filling)
    daybook_customer_box_set (DAYBOOK_CUSTOMER_BOX (self), DAYBOOK_CUSTOMER_GRADE_HELD, daybook_value_int (held),
                              held ? _("The VIP grade stays as it is") : _("Another VIP grade may be proposed"));
}

/* --- What is shown -------------------------------------------------------------------------- */

static gboolean
show_proposal (DaybookVipBox           *self,
               const DaybookGradeRules *rules)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  gint64 now = daybook_store_get_now (daybook_customer_box_get_store (box));
  gboolean proposed = daybook_reader_grade_candidate (daybook_customer_box_get_reader (box), rules, daybook_customer_box_get_customer (box), now,
                                                      &self->candidate);

  gtk_widget_set_visible (GTK_WIDGET (self->proposal), proposed);
  gtk_widget_set_visible (self->answers, daybook_desk_may (daybook_customer_box_get_desk (box), DAYBOOK_RIGHT_GRADE));
  if (proposed)
    {
      const DaybookGradeProposal *proposal = &self->candidate.proposal;
      /* Translators: %s: a VIP grade. */
      g_autofree char *title = g_strdup_printf (_("Proposed: %s"), daybook_grade_name (rules, proposal->to));
      g_autofree char *why = daybook_grade_proposal_reason (proposal, rules);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->proposal), title);
      adw_action_row_set_subtitle (self->proposal, why);
    }
  return proposed;
}

static gboolean
show_rhythm (DaybookVipBox           *self,
             const DaybookGradeRules *rules)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  DaybookStore *store = daybook_customer_box_get_store (box);
  const DaybookRow *customer = daybook_customer_box_get_customer (box);
  gint64 days = daybook_rhythm_interval (customer, rules);
  g_autoptr(DaybookDueItem) item = days > 0 ? daybook_due_find (daybook_customer_box_get_reader (box), customer, DAYBOOK_RULE_VIP_CONTACT, 0, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rhythm), item != NULL);
  if (item == NULL)
    return FALSE;

  g_autofree char *last = daybook_moment_format (item->due.began, daybook_store_get_now (store), daybook_store_get_zone (store));
  g_autofree char *every = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %u day", "every %u days", (gulong) days), (guint) days);
  /* Translators: when the customer was contacted last; “every 30 days”. */
  g_autofree char *text = g_strdup_printf (_("Last contact %1$s, %2$s"), last, every);
  adw_action_row_set_subtitle (self->rhythm, text);
  item->due.warn = daybook_rhythm_warn (item->due.began, item->due.due);
  daybook_clock_chip_show (self->chip, &item->due, daybook_store_get_now (store), daybook_store_get_zone (store));
  return TRUE;
}

static void
add_lists (DaybookVipBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  DaybookReader *reader = daybook_customer_box_get_reader (box);
  g_autoptr(GPtrArray) lines = daybook_reader_activities_of (reader, daybook_customer_box_get_customer (box), LISTS_MAX, NULL);

  for (guint i = lines != NULL ? lines->len : 0; i > 0; i--)
    {
      const DaybookRow *line = g_ptr_array_index (lines, i - 1);
      g_autoptr(DaybookRow) activity = daybook_reader_find (reader, &daybook_activities, daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_ACTIVITY), NULL);

      if (activity != NULL && daybook_row_int (activity, DAYBOOK_ACTIVITY_DELETED) == 0)
        daybook_facts_add (self->facts, daybook_row_text (activity, DAYBOOK_ACTIVITY_TITLE),
                           daybook_words_enum (&daybook_activity_lines.fields[DAYBOOK_ACTIVITY_LINE_OUTCOME],
                                               daybook_row_int (line, DAYBOOK_ACTIVITY_LINE_OUTCOME)), DAYBOOK_FACT_PLAIN);
    }
}

/* What was taken off orders for the grade (OR-12). */
static void
add_taken_off (DaybookVipBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  const char *currency = daybook_store_get_currency (daybook_customer_box_get_store (box));
  gint64 off = daybook_reader_vip_off (daybook_customer_box_get_reader (box), daybook_customer_box_get_customer (box)->rowid, currency);
  g_autofree char *money = off > 0 ? daybook_money_format (off, currency) : NULL;

  if (money != NULL)
    daybook_facts_add (self->facts, _("Taken off for the VIP grade"), money, DAYBOOK_FACT_FIGURE);
}

static void
show_facts (DaybookVipBox           *self,
            const DaybookGradeRules *rules,
            gint64                   grade)
{
  gboolean is_vip = grade > DAYBOOK_GRADE_NONE && grade < DAYBOOK_N_GRADES;
  g_autofree char *gives = is_vip ? daybook_grade_rule_gives (&rules->of[grade]) : g_strdup ("");

  daybook_facts_begin (self->facts);
  /* Translators: what a VIP has of it. */
  daybook_facts_add (self->facts, _("Benefits"), gives, DAYBOOK_FACT_PLAIN);
  add_taken_off (self);
  add_lists (self);
  daybook_facts_end (self->facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), !daybook_facts_is_empty (self->facts));
}

static void
show (DaybookCustomerBox *box)
{
  DaybookVipBox *self = DAYBOOK_VIP_BOX (box);
  const DaybookRow *customer = daybook_customer_box_get_customer (box);
  gint64 grade = daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE);
  gboolean held = daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE_HELD) != 0;
  g_auto(DaybookGradeRules) rules = { 0 };
  gboolean any;

  if (!daybook_reader_grades (daybook_customer_box_get_reader (box), &rules, NULL))
    return;

  self->filling = TRUE;
  gtk_switch_set_active (self->held_switch, held);
  gtk_widget_set_sensitive (GTK_WIDGET (self->held), daybook_desk_may (daybook_customer_box_get_desk (box), DAYBOOK_RIGHT_GRADE));
  self->filling = FALSE;
  any = show_proposal (self, &rules);
  any = show_rhythm (self, &rules) || any;
  gtk_widget_set_visible (GTK_WIDGET (self->held), any || held || grade != DAYBOOK_GRADE_NONE);
  show_facts (self, &rules, grade);
  gtk_widget_set_visible (GTK_WIDGET (box), any || held || grade != DAYBOOK_GRADE_NONE || gtk_widget_get_visible (GTK_WIDGET (self->facts)));
}

/* --- The widget --------------------------------------------------------------------------------- */

static GtkWidget *
make_button (DaybookVipBox *self,
             const char    *label,
             GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static AdwActionRow *
add_row (DaybookVipBox *self,
         const char    *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_preferences_group_add (self->lines, row);
  return ADW_ACTION_ROW (row);
}

static void
make_lines (DaybookVipBox *self)
{
  self->proposal = add_row (self, "");
  self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->answers), make_button (self, _("Confirm"), G_CALLBACK (on_confirm_clicked)));
  gtk_box_append (GTK_BOX (self->answers), make_button (self, _("Decline"), G_CALLBACK (on_decline_clicked)));
  adw_action_row_add_suffix (self->proposal, self->answers);

  self->rhythm = add_row (self, _("Keep in touch"));
  self->chip = g_object_new (DAYBOOK_TYPE_CLOCK_CHIP, "valign", GTK_ALIGN_CENTER, NULL);
  self->contacted = gtk_button_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_valign (self->contacted, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->contacted, _("The Customer Has Heard From the Shop"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contacted), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contacted"), -1);
  g_signal_connect_object (self->contacted, "clicked", G_CALLBACK (on_contacted_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->rhythm, GTK_WIDGET (self->chip));
  adw_action_row_add_suffix (self->rhythm, self->contacted);

  self->held = add_row (self, _("Keep this grade"));
  adw_action_row_set_subtitle (self->held, _("No other one is proposed"));
  self->held_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->held_switch), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->held_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Keep this grade"), -1);
  adw_action_row_add_suffix (self->held, GTK_WIDGET (self->held_switch));
  adw_action_row_set_activatable_widget (self->held, GTK_WIDGET (self->held_switch));
  g_signal_connect_object (self->held_switch, "notify::active", G_CALLBACK (on_held_switched), self, G_CONNECT_SWAPPED);
}

static void
daybook_vip_box_class_init (DaybookVipBoxClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_vip_box_init (DaybookVipBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->lines = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->lines, _("VIP"));
  make_lines (self);
  self->facts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "panel-card");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  adw_bin_set_child (ADW_BIN (self), box);
}
