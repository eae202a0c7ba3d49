/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/hours-group.h"

#include "app/common/entry-text.h"
#include "app/common/shell.h"
#include "core/opening.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7
/* TM-01: the handbook's first limit. */
#define EXAMPLE (24 * 60 * 60)

static const char *const DAYS[N_DAYS] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

struct _DaybookHoursGroup
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed */
  AdwEntryRow   *rows[N_DAYS];
  AdwActionRow  *example_row;

  /* Owned */
  DaybookStore  *store;
};

G_DEFINE_FINAL_TYPE (DaybookHoursGroup, daybook_hours_group, ADW_TYPE_PREFERENCES_GROUP)

static DaybookReader *
reader_of (DaybookHoursGroup *self)
{
  return daybook_store_get_reader (self->store);
}

/* --- What is written -------------------------------------------------------------------- */

/* The week as the lines have it. (transfer full) */
static char *
read_week (DaybookHoursGroup *self)
{
  char *week = g_strdup ("{}");

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_auto(GStrv) spans = daybook_opening_read_spans (gtk_editable_get_text (GTK_EDITABLE (self->rows[i])));
      char *longer = daybook_opening_say (week, DAYS[i], (const char *const *) spans);

      g_free (week);
      week = longer;
    }
  return week;
}

/* A fault is shown at the line in which it is; of the whole week at none. */
static void
mark_lines (DaybookHoursGroup *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_auto(GStrv) spans = daybook_opening_read_spans (gtk_editable_get_text (GTK_EDITABLE (self->rows[i])));
      g_autofree char *day = daybook_opening_say (NULL, DAYS[i], (const char *const *) spans);
      g_autoptr(DaybookCalendar) calendar = spans[0] != NULL ? daybook_opening_calendar (day, NULL, NULL) : NULL;

      if (spans[0] != NULL && calendar == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->rows[i]), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->rows[i]), "error");
    }
}

/* "24 h of opening hours since Mon 11-30 10:20: due Tue 12-01 18:20." (transfer full) */
static char *
reckon_example (DaybookHoursGroup  *self,
                const char         *week,
                GError            **error)
{
  const DaybookLimit limit = { { NULL, NULL }, EXAMPLE, DAYBOOK_HOURS_SHOP, 70, FALSE };
  g_autoptr(DaybookRow) said = daybook_reader_opening (reader_of (self), NULL);
  g_auto(DaybookDueTerms) terms = { 0 };
  DaybookDue due = { 0 };

  if (!daybook_reader_due_terms (reader_of (self), &terms, error))
    return NULL;
  g_clear_pointer (&terms.open, daybook_calendar_unref);
  terms.open = daybook_opening_calendar (week, said != NULL ? daybook_row_text (said, DAYBOOK_OPENING_DAYS) : NULL, error);
  if (terms.open == NULL)
    return NULL;

  daybook_due_span (&due, &terms, &limit, daybook_store_get_now (self->store), NULL);
  return daybook_due_explain (&due, terms.zone);
}

static void
show_example (DaybookHoursGroup *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *week = read_week (self);
  g_autofree char *example = self->store != NULL ? reckon_example (self, week, &error) : g_strdup ("");

  mark_lines (self);
  adw_action_row_set_subtitle (self->example_row, example != NULL ? example : error->message);
  if (example == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->example_row), "faulty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->example_row), "faulty");
}

static void
on_applied (DaybookHoursGroup *self)
{
  g_autofree char *week = read_week (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (week, NULL, &error);
  g_autoptr(DaybookRow) said = daybook_reader_opening (reader_of (self), NULL);
  g_autoptr(DaybookEdit) edit = NULL;

  if (calendar == NULL)
    {
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Opening hours"), daybook_store_get_agent (self->store));
  daybook_opening_write (edit, said, week, NULL);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* --- What is shown ------------------------------------------------------------------------ */

static void
fill (DaybookHoursGroup *self)
{
  g_autoptr(DaybookRow) said = daybook_reader_opening (reader_of (self), NULL);
  gboolean there = said != NULL && daybook_row_int (said, DAYBOOK_OPENING_DELETED) == 0 && daybook_row_has (said, DAYBOOK_OPENING_WEEK);
  const char *week = there ? daybook_row_text (said, DAYBOOK_OPENING_WEEK) : daybook_opening_default ();

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_auto(GStrv) spans = daybook_opening_spans (week, DAYS[i]);
      g_autofree char *text = spans != NULL ? g_strjoinv (", ", spans) : g_strdup ("");

      daybook_entry_text_show (self->rows[i], text);
    }
  show_example (self);
}

static void
add_rows (DaybookHoursGroup *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      /* The first of January 2024 was a Monday. */
      g_autoptr(GDateTime) day = g_date_time_new_utc (2024, 1, 1 + (int) i, 0, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%A");

      self->rows[i] = ADW_ENTRY_ROW (adw_entry_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), name);
      adw_entry_row_set_show_apply_button (self->rows[i], TRUE);
      g_signal_connect_object (self->rows[i], "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->rows[i], "changed", G_CALLBACK (show_example), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows[i]));
    }

  self->example_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->example_row), _("If a case were opened now"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->example_row), FALSE);
  adw_action_row_set_subtitle_lines (self->example_row, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->example_row));
}

static void
daybook_hours_group_dispose (GObject *object)
{
  DaybookHoursGroup *self = DAYBOOK_HOURS_GROUP (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_hours_group_parent_class)->dispose (object);
}

static void
daybook_hours_group_class_init (DaybookHoursGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_hours_group_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/daybook/Daybook/settings/hours-group.ui");
}

static void
daybook_hours_group_init (DaybookHoursGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_rows (self);
}

void
daybook_hours_group_set_store (DaybookHoursGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
