/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/grades-group.h"

#include "app/common/entry-text.h"
#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "core/money.h"
#include "core/query.h"
#include "store/grade-proposals.h"
#include "store/grades.h"

#include <glib/gi18n-lib.h>

/* Whether the grade is in use: its row is there. */
#define USED DAYBOOK_GRADE_RULE_DELETED

/* A field of a grade as a line; those that are yes or no are switches. */
static const guint FIELDS[] = {
  USED,
  DAYBOOK_GRADE_RULE_NAME,     DAYBOOK_GRADE_RULE_BY_HAND,  DAYBOOK_GRADE_RULE_SPENT,    DAYBOOK_GRADE_RULE_ORDERS,   DAYBOOK_GRADE_RULE_EITHER,
  DAYBOOK_GRADE_RULE_DAYS,     DAYBOOK_GRADE_RULE_DISCOUNT, DAYBOOK_GRADE_RULE_STACKED,  DAYBOOK_GRADE_RULE_BENEFITS, DAYBOOK_GRADE_RULE_INTERVAL,
};

typedef struct
{
  AdwExpanderRow *row;
  GtkWidget      *lines[G_N_ELEMENTS (FIELDS)]; /* AdwEntryRow or GtkSwitch; borrowed */
} Grade;

struct _DaybookGradesGroup
{
  AdwPreferencesGroup parent_instance;

  Grade         grades[DAYBOOK_N_GRADES];

  /* Owned */
  DaybookStore *store;
  DaybookLane  *lane;
  GCancellable *cancellable; /* of the count at hand, or NULL */
  gboolean      filling;
};

G_DEFINE_FINAL_TYPE (DaybookGradesGroup, daybook_grades_group, ADW_TYPE_PREFERENCES_GROUP)

#define GRADE "daybook-grade"
#define FIELD "daybook-field"

static DaybookGrade
grade_of (gpointer widget)
{
  return (DaybookGrade) GPOINTER_TO_UINT (g_object_get_data (widget, GRADE));
}

static guint
field_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, FIELD));
}

/* --- Saying ---------------------------------------------------------------------------------- */

/* What was refused is said. */
static gboolean
commit (DaybookGradesGroup *self,
        DaybookEdit        *edit,
        const GError       *error)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));

  if (error != NULL)
    daybook_shell_say_error (shell, error);
  else
    daybook_shell_commit (shell, edit, NULL);
  return error == NULL;
}

static DaybookEdit *
new_edit (DaybookGradesGroup *self,
          DaybookGrade        grade)
{
  g_autofree char *title = g_strdup_printf (_("VIP grade · %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->grades[grade].row)));

  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
}

/* Takes over `value`. */
static gboolean
say (DaybookGradesGroup *self,
     DaybookGrade        grade,
     guint               field,
     DaybookValue        value)
{
  g_autoptr(DaybookEdit) edit = new_edit (self, grade);
  g_autoptr(GError) error = NULL;

  if (daybook_grade_say (edit, daybook_store_get_reader (self->store), grade, field, value, &error))
    daybook_edit_check (edit, &error);
  return commit (self, edit, error);
}

static void
say_used (DaybookGradesGroup *self,
          DaybookGrade        grade,
          gboolean            used)
{
  g_autoptr(DaybookEdit) edit = new_edit (self, grade);
  g_autoptr(GError) error = NULL;

  daybook_grade_use (edit, daybook_store_get_reader (self->store), grade, used, &error);
  commit (self, edit, error);
}

static void
on_switched (DaybookGradesGroup *self,
             GParamSpec         *pspec,
             GtkSwitch          *on_switch)
{
  if (!self->filling && field_of (on_switch) == USED)
    say_used (self, grade_of (on_switch), gtk_switch_get_active (on_switch));
  else if (!self->filling)
    say (self, grade_of (on_switch), field_of (on_switch), daybook_value_int (gtk_switch_get_active (on_switch)));
}

/* What is refused stays, marked, to be mended; an empty line says nothing. */
static void
on_applied (DaybookGradesGroup *self,
            AdwEntryRow        *entry)
{
  const DaybookField *field = &daybook_grades.fields[field_of (entry)];
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  DaybookValue value = DAYBOOK_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  gboolean taken;

  if (*text != '\0' && !daybook_query_resolve (field, text, daybook_store_get_now (self->store), daybook_store_get_zone (self->store),
                                               daybook_store_get_currency (self->store), &value, &error))
    taken = commit (self, NULL, error);
  else
    taken = say (self, grade_of (entry), field_of (entry), value);

  if (taken)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

/* --- What is shown ------------------------------------------------------------------------------- */

static char *
print_number (gint64 number,
              gint64 none)
{
  return number != none ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
print_discount (gint64 tenths)
{
  return tenths % 10 == 0 ? print_number (tenths / 10, 0) : g_strdup_printf ("%u.%u", (guint) (tenths / 10), (guint) (tenths % 10));
}

/* As it is typed in. (transfer full) */
static char *
print_field (const DaybookGradeRule *rule,
             guint                   field)
{
  switch (field)
    {
    case DAYBOOK_GRADE_RULE_NAME:
      return g_strdup (rule->name != NULL ? rule->name : "");
    case DAYBOOK_GRADE_RULE_SPENT:
      return rule->spent >= 0 ? daybook_money_to_string (rule->spent, rule->currency) : g_strdup ("");
    case DAYBOOK_GRADE_RULE_ORDERS:
      return print_number (rule->orders, -1);
    case DAYBOOK_GRADE_RULE_DAYS:
      return print_number (rule->days, 0);
    case DAYBOOK_GRADE_RULE_DISCOUNT:
      return print_discount (rule->discount);
    case DAYBOOK_GRADE_RULE_INTERVAL:
      return print_number (rule->interval, 0);
    case DAYBOOK_GRADE_RULE_BENEFITS:
    default:
      return g_strdup (rule->benefits != NULL ? rule->benefits : "");
    }
}

static gboolean
is_on (const DaybookGradeRule *rule,
       guint                   field)
{
  switch (field)
    {
    case USED:
      return rule->used;
    case DAYBOOK_GRADE_RULE_EITHER:
      return rule->either;
    case DAYBOOK_GRADE_RULE_BY_HAND:
      return rule->by_hand;
    default:
      return rule->stacked;
    }
}

static void
show_grade (Grade                   *grade,
            const DaybookGradeRules *rules,
            DaybookGrade             which)
{
  const DaybookGradeRule *rule = &rules->of[which];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (grade->row), daybook_grade_name (rules, which));
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (GTK_IS_SWITCH (grade->lines[i]))
      gtk_switch_set_active (GTK_SWITCH (grade->lines[i]), is_on (rule, FIELDS[i]));
    else
      {
        g_autofree char *text = print_field (rule, FIELDS[i]);

        daybook_entry_text_show (ADW_ENTRY_ROW (grade->lines[i]), text);
      }
}

/* "¥5,000 or 10 orders within 365 days · 12 customers would have it" */
static void
show_about (Grade                  *grade,
            const DaybookGradeRule *rule,
            int                     n_proposed)
{
  g_autofree char *asks = rule->by_hand ? g_strdup (_("Given by hand only")) : daybook_grade_rule_asks (rule);
  g_autofree char *count = n_proposed < 0 ? NULL
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "proposed for %d customer", "proposed for %d customers", (gulong) n_proposed), n_proposed);
  g_autofree char *what = count != NULL ? g_strdup_printf ("%s · %s", asks, count) : g_strdup (asks);
  /* Translators: of a VIP grade that is not in use; %s: what it asks. */
  g_autofree char *text = rule->used ? g_strdup (what) : g_strdup_printf (_("Not in use · %s"), what);

  adw_expander_row_set_subtitle (grade->row, text);
}

/* --- How many would be proposed ---------------------------------------------------------------------- */

typedef struct
{
  DaybookGradeRules rules;
  int               n[DAYBOOK_N_GRADES];
} Counts;

static void
free_counts (gpointer data)
{
  Counts *counts = data;

  daybook_grade_rules_clear (&counts->rules);
  g_free (counts);
}

/* Grades that are off are counted as if they were on: that is what one wants to know before. */
static gpointer
count_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Counts *counts = g_new0 (Counts, 1);
  gboolean used[DAYBOOK_N_GRADES];
  g_autoptr(GArray) candidates = NULL;

  if (!daybook_reader_grades (reader, &counts->rules, error))
    {
      g_free (counts);
      return NULL;
    }

  for (guint i = 0; i < DAYBOOK_N_GRADES; i++)
    {
      used[i] = counts->rules.of[i].used;
      counts->rules.of[i].used = TRUE;
    }
  candidates = daybook_reader_grade_candidates (reader, &counts->rules, *(const gint64 *) data, NULL, NULL, error);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    counts->n[g_array_index (candidates, DaybookGradeCandidate, i).proposal.to]++;
  for (guint i = 0; i < DAYBOOK_N_GRADES; i++)
    counts->rules.of[i].used = used[i];
  if (candidates == NULL)
    g_clear_pointer (&counts, free_counts);
  return counts;
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookGradesGroup) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  Counts *counts = daybook_lane_run_finish (result, &error);

  for (guint i = DAYBOOK_GRADE_1; self != NULL && counts != NULL && i < DAYBOOK_N_GRADES; i++)
    show_about (&self->grades[i], &counts->rules.of[i], counts->n[i]);
  g_clear_pointer (&counts, free_counts);
  if (error != NULL && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    g_warning ("%s", error->message);
}

static void
count_up (DaybookGradesGroup *self)
{
  gint64 now = daybook_store_get_now (self->store);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, count_in_db, g_memdup2 (&now, sizeof now), g_free, free_counts, self->cancellable, on_counted, daybook_weak_new (self));
}

static void
fill (DaybookGradesGroup *self)
{
  g_auto(DaybookGradeRules) rules = { 0 };

  if (!daybook_reader_grades (daybook_store_get_reader (self->store), &rules, NULL))
    return;

  self->filling = TRUE;
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    {
      show_grade (&self->grades[i], &rules, (DaybookGrade) i);
      show_about (&self->grades[i], &rules.of[i], -1);
    }
  self->filling = FALSE;
  count_up (self);
}

/* --- The lines --------------------------------------------------------------------------------------- */

static void
mark (GtkWidget    *widget,
      DaybookGrade  grade,
      guint         field)
{
  g_object_set_data (G_OBJECT (widget), GRADE, GUINT_TO_POINTER (grade));
  g_object_set_data (G_OBJECT (widget), FIELD, GUINT_TO_POINTER (field));
}

static GtkWidget *
add_entry (DaybookGradesGroup *self,
           Grade              *grade,
           const char         *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (grade->row, entry);
  return entry;
}

static GtkWidget *
add_switch (DaybookGradesGroup *self,
            Grade              *grade,
            const char         *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *on_switch = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (on_switch, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on_switch);
  g_signal_connect_object (on_switch, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (grade->row, row);
  return on_switch;
}

static void
add_grade (DaybookGradesGroup *self,
           DaybookGrade        which)
{
  Grade *grade = &self->grades[which];

  grade->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (grade->row), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const DaybookField *field = &daybook_grades.fields[FIELDS[i]];
      const char *title = FIELDS[i] == USED ? _("In use") : _(field->label);

      grade->lines[i] = field->type == DAYBOOK_TYPE_BOOL ? add_switch (self, grade, title) : add_entry (self, grade, title);
      mark (grade->lines[i], which, FIELDS[i]);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (grade->row));
}

static void
daybook_grades_group_dispose (GObject *object)
{
  DaybookGradesGroup *self = DAYBOOK_GRADES_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_grades_group_parent_class)->dispose (object);
}

static void
daybook_grades_group_class_init (DaybookGradesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_grades_group_dispose;
}

static void
daybook_grades_group_init (DaybookGradesGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("VIP Grades"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
    _("Whoever has bought so much is proposed for a grade on the page of VIPs; nobody has it until somebody confirms it. Refunds and closed orders do not count. An empty line asks for nothing."));
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    add_grade (self, (DaybookGrade) i);
}

void
daybook_grades_group_set_store (DaybookGradesGroup *self,
                                DaybookStore       *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
