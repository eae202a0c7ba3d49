/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/day-form.h"

#include "app/common/words.h"
#include "app/customers/day-words.h"
#include "store/customer-acts.h"
#include "store/day-words.h"

#include <glib/gi18n-lib.h>

struct _DaybookDayForm
{
  DaybookPartForm parent_instance;

  /* Template widgets */
  GtkDropDown    *kind;
  AdwEntryRow    *day;
  GtkCheckButton *lunar;
  GtkCheckButton *once;
  AdwEntryRow    *name;
  AdwEntryRow    *ahead;
  GtkLabel       *meaning;
  GtkLabel       *problem;
  GtkWidget      *remove;
};

G_DEFINE_FINAL_TYPE (DaybookDayForm, daybook_day_form, DAYBOOK_TYPE_PART_FORM)

static const char *
read_entry (AdwEntryRow *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
read_day (DaybookDayForm    *self,
          DaybookYearlyDay  *day,
          GError           **error)
{
  return daybook_yearly_day_read (read_entry (self->day),
                                  gtk_check_button_get_active (self->lunar) ? DAYBOOK_CALENDAR_LUNAR : DAYBOOK_CALENDAR_SOLAR, day, error);
}

/* --- Acts ------------------------------------------------------------------------------- */

/* No text: as the shop has it. */
static gboolean
read_ahead (DaybookDayForm  *self,
            gint64          *ahead,
            GError         **error)
{
  const char *text = read_entry (self->ahead);
  gint64 number = -1;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, 0, DAYBOOK_REMEMBERED_MOST_AHEAD, &number, NULL))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("A day is told at most %d days ahead."), DAYBOOK_REMEMBERED_MOST_AHEAD);
      return FALSE;
    }
  *ahead = number;
  return TRUE;
}

static gboolean
add_to (DaybookPartForm  *form,
        DaybookEdit      *edit,
        GError          **error)
{
  DaybookDayForm *self = DAYBOOK_DAY_FORM (form);
  const DaybookRow *row = daybook_part_form_get_row (form);
  DaybookDayDraft draft = {
    .kind = (DaybookDayKind) gtk_drop_down_get_selected (self->kind),
    .name = read_entry (self->name),
    .note = row != NULL ? daybook_row_text (row, DAYBOOK_REMEMBERED_NOTE) : NULL,
    .once = gtk_check_button_get_active (self->once),
  };
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (daybook_part_form_get_desk (form)));

  if (!read_day (self, &draft.day, error) || !read_ahead (self, &draft.ahead, error))
    return FALSE;

  return row != NULL ? daybook_customer_set_day (edit, row, &draft, error)
                     : daybook_customer_add_day (edit, reader, &daybook_part_form_get_customer (form)->id, &draft, NULL, error);
}

/* --- What it means ------------------------------------------------------------------------- */

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* "3 May 1990 = 1990, lunar month 4, day 9" */
static char *
write_both (const DaybookYearlyDay *day)
{
  g_autofree char *words = daybook_yearly_day_words (day);
  g_autofree char *other_words = NULL;
  DaybookYearlyDay other;

  if (!daybook_yearly_day_other (day, &other))
    return g_steal_pointer (&words);

  other_words = daybook_yearly_day_words (&other);
  /* Translators: the same day by the solar and by the lunar calendar, or the other way round. */
  return g_strdup_printf (_("%1$s is %2$s"), words, other_words);
}

static char *
write_next (DaybookDayForm         *self,
            const DaybookYearlyDay *day,
            DaybookYearlyTime      *next)
{
  g_autofree char *date = NULL;
  g_autofree char *until = NULL;
  GDate today;

  daybook_day_today (daybook_part_form_get_desk (DAYBOOK_PART_FORM (self)), &today);
  if (!daybook_yearly_day_next (day, &today, next))
    return NULL;

  date = daybook_date_words (&next->date);
  until = daybook_day_until (&today, &next->date);
  /* Translators: a date, and how far off it is: “Sun 3 May 2026”, “in 12 days”. */
  return g_strdup_printf (_("Next on %1$s, %2$s"), date, until);
}

/* While it is typed what does not mean a day yet is no mistake. */
static void
on_changed (DaybookDayForm *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  DaybookYearlyDay day;
  DaybookYearlyTime next = { .moved = DAYBOOK_MOVED_NOT };

  daybook_part_form_say_problem (DAYBOOK_PART_FORM (self), NULL);
  if (daybook_part_form_get_desk (DAYBOOK_PART_FORM (self)) != NULL && read_day (self, &day, NULL))
    {
      g_autofree char *both = write_both (&day);
      g_autofree char *when = write_next (self, &day, &next);

      append_line (text, both);
      append_line (text, when);
      append_line (text, daybook_moved_words (next.moved));
    }
  gtk_label_set_label (self->meaning, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), text->len > 0);
}

/* --- The widget ---------------------------------------------------------------------------------- */

static void
daybook_day_form_class_init (DaybookDayFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DaybookPartFormClass *form_class = DAYBOOK_PART_FORM_CLASS (klass);

  form_class->add_to = add_to;
  form_class->added = N_("A day to remember added");
  form_class->changed = N_("A day to remember changed");
  form_class->removed = N_("A day to remember taken away");

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/customers/day-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, day);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, lunar);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, once);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, ahead);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, meaning);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookDayForm, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  daybook_part_form_bind (widget_class);
}

static void
daybook_day_form_init (DaybookDayForm *self)
{
  const DaybookField *field = &daybook_remembered_days.fields[DAYBOOK_REMEMBERED_KIND];
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_part_form_set_widgets (DAYBOOK_PART_FORM (self), self->problem, GTK_WIDGET (self->day), self->remove);
  for (guint i = 0; field->words[i].word != NULL; i++)
    gtk_string_list_append (kinds, daybook_words_enum (field, i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
}

static void
show_row (DaybookDayForm   *self,
          const DaybookRow *row)
{
  DaybookYearlyDay day = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *ahead = NULL;

  if (row != NULL)
    daybook_remembered_day_of (row, &day);
  text = row != NULL ? daybook_yearly_day_print (&day) : g_strdup ("");
  ahead = row != NULL && daybook_row_has (row, DAYBOOK_REMEMBERED_AHEAD)
    ? g_strdup_printf ("%" G_GINT64_FORMAT, daybook_row_int (row, DAYBOOK_REMEMBERED_AHEAD)) : g_strdup ("");
  gtk_drop_down_set_selected (self->kind, row != NULL ? (guint) daybook_row_int (row, DAYBOOK_REMEMBERED_KIND) : 0);
  gtk_check_button_set_active (self->lunar, day.lunar);
  gtk_check_button_set_active (self->once, row != NULL && daybook_row_int (row, DAYBOOK_REMEMBERED_ONCE) != 0);
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
  gtk_editable_set_text (GTK_EDITABLE (self->name), row != NULL ? daybook_row_text (row, DAYBOOK_REMEMBERED_NAME) : "");
  gtk_editable_set_text (GTK_EDITABLE (self->ahead), ahead);
}

void
daybook_day_form_open (DaybookDayForm   *self,
                       DaybookDesk      *desk,
                       const DaybookRow *customer,
                       const DaybookRow *day)
{
  daybook_part_form_begin (DAYBOOK_PART_FORM (self), desk, customer, day);
  show_row (self, day);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}
