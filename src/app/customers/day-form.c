/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/day-form.h"

#include "app/common/words.h"
#include "app/customers/day-words.h"
#include "store/customer-acts.h"
#include "store/day-words.h"

#include <glib/gi18n-lib.h>

struct _DaybookDayForm
{
  AdwBin          parent_instance;

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

  /* Owned */
  DaybookDesk    *desk;
  DaybookRow     *customer;
  DaybookRow     *row;     /* that is changed, or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookDayForm, daybook_day_form, ADW_TYPE_BIN)

enum
{
  EDIT,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
read_entry (AdwEntryRow *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
say_problem (DaybookDayForm *self,
             const char     *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static gboolean
read_day (DaybookDayForm    *self,
          DaybookYearlyDay  *day,
          GError           **error)
{
  return daybook_yearly_day_read (read_entry (self->day),
                                  gtk_check_button_get_active (self->lunar) ? DAYBOOK_CALENDAR_LUNAR : DAYBOOK_CALENDAR_SOLAR, day, error);
}

static void
leave (DaybookDayForm *self)
{
  daybook_day_form_close (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static DaybookEdit *
new_edit (DaybookDayForm *self,
          const char     *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (daybook_desk_get_store (self->desk)));
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
add_to (DaybookDayForm  *self,
        DaybookEdit     *edit,
        GError         **error)
{
  DaybookDayDraft draft = {
    .kind = (DaybookDayKind) gtk_drop_down_get_selected (self->kind),
    .name = read_entry (self->name),
    .note = self->row != NULL ? daybook_row_text (self->row, DAYBOOK_REMEMBERED_NOTE) : NULL,
    .once = gtk_check_button_get_active (self->once),
  };
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (self->desk));

  if (!read_day (self, &draft.day, error) || !read_ahead (self, &draft.ahead, error))
    return FALSE;

  return self->row != NULL ? daybook_customer_set_day (edit, self->row, &draft, error)
                           : daybook_customer_add_day (edit, reader, &self->customer->id, &draft, NULL, error);
}

static void
on_save (DaybookDayForm *self)
{
  g_autoptr(DaybookEdit) edit = new_edit (self, self->row != NULL ? _("A day to remember changed") : _("A day to remember added"));
  g_autoptr(GError) error = NULL;

  if (!add_to (self, edit, &error))
    {
      say_problem (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }

  leave (self);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_remove (DaybookDayForm *self)
{
  g_autoptr(DaybookEdit) edit = new_edit (self, _("A day to remember taken away"));

  daybook_edit_delete (edit, &daybook_remembered_days, &self->row->id);
  leave (self);
  g_signal_emit (self, signals[EDIT], 0, edit);
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

  daybook_day_today (self->desk, &today);
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

  say_problem (self, NULL);
  if (self->desk != NULL && read_day (self, &day, NULL))
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
daybook_day_form_dispose (GObject *object)
{
  DaybookDayForm *self = DAYBOOK_DAY_FORM (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->customer, daybook_row_unref);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_day_form_parent_class)->dispose (object);
}

static void
daybook_day_form_class_init (DaybookDayFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_day_form_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

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
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

static void
daybook_day_form_init (DaybookDayForm *self)
{
  const DaybookField *field = &daybook_remembered_days.fields[DAYBOOK_REMEMBERED_KIND];
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->customer, daybook_row_unref);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->customer = daybook_row_ref ((DaybookRow *) customer);
  self->row = day != NULL ? daybook_row_ref ((DaybookRow *) day) : NULL;

  show_row (self, day);
  on_changed (self);
  gtk_widget_set_visible (self->remove, day != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

void
daybook_day_form_close (DaybookDayForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->row, daybook_row_unref);
}
