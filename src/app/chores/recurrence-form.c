/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chores/recurrence-form.h"

#include "app/compat/wrap-box.h"

#include <glib/gi18n-lib.h>

#define N_WEEKDAYS 7

struct _DaybookRecurrenceForm
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkDropDown    *kind;
  GtkWidget      *weekdays;
  GtkWidget      *month;
  GtkEntry       *days;
  GtkCheckButton *last;
  GtkWidget      *weeks_box;
  GtkSpinButton  *weeks;
  GtkEntry       *first;
  GtkEntry       *time;
  GtkDropDown    *closed;
  GtkLabel       *words;
  GtkButton      *save;

  GtkToggleButton *weekday[N_WEEKDAYS]; /* borrowed */
  char           *text; /* owned: what is kept; NULL: nothing was shown yet */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (DaybookRecurrenceForm, daybook_recurrence_form, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is chosen -------------------------------------------------------------------------- */

static char *
write_weekdays (DaybookRecurrenceForm *self)
{
  static const char *const NAMES[N_WEEKDAYS] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WEEKDAYS; i++)
    if (gtk_toggle_button_get_active (self->weekday[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", NAMES[i]);
  return g_string_free (text, FALSE);
}

/* Days stand with commas of whatever width, or blanks. */
static char *
write_month (DaybookRecurrenceForm *self)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->days))), ",;.", ' ');
  g_auto(GStrv) wide = g_strsplit (spaced, "，", -1);
  g_autofree char *narrow = g_strjoinv (" ", wide);
  g_auto(GStrv) also = g_strsplit (narrow, "、", -1);
  g_autofree char *plain = g_strjoinv (" ", also);
  g_auto(GStrv) words = g_strsplit (plain, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", words[i]);
  if (gtk_check_button_get_active (self->last))
    g_string_append (text, text->len > 0 ? ",last" : "last");
  return g_string_free (text, FALSE);
}

static char *
write_days (DaybookRecurrenceForm *self)
{
  g_autofree char *days = NULL;

  switch ((DaybookRecurKind) gtk_drop_down_get_selected (self->kind))
    {
    case DAYBOOK_RECUR_WEEKLY:
      days = write_weekdays (self);
      return g_strconcat ("weekly ", days, NULL);
    case DAYBOOK_RECUR_MONTHLY:
      days = write_month (self);
      return g_strconcat ("monthly ", days, NULL);
    case DAYBOOK_RECUR_EVERY:
      return g_strdup_printf ("every %d weeks from %s", gtk_spin_button_get_value_as_int (self->weeks),
                              gtk_editable_get_text (GTK_EDITABLE (self->first)));
    case DAYBOOK_RECUR_DAILY:
    default:
      return g_strdup ("daily");
    }
}

static gboolean
read_form (DaybookRecurrenceForm *self,
           DaybookRecurrence     *recurrence)
{
  static const char *const CLOSED[] = { "", "open-only", "open-before", "open-after" };
  g_autofree char *days = write_days (self);
  guint closed = gtk_drop_down_get_selected (self->closed);
  g_autofree char *text = g_strjoin (" ", days, gtk_editable_get_text (GTK_EDITABLE (self->time)),
                                     closed < G_N_ELEMENTS (CLOSED) ? CLOSED[closed] : "", NULL);

  return daybook_recurrence_parse (text, recurrence, NULL);
}

char *
daybook_recurrence_form_get (DaybookRecurrenceForm *self)
{
  DaybookRecurrence recurrence;

  return read_form (self, &recurrence) ? daybook_recurrence_print (&recurrence) : NULL;
}

/* --- What is shown ------------------------------------------------------------------------------ */

static void
show_words (DaybookRecurrenceForm *self)
{
  DaybookRecurrence recurrence;
  gboolean is_one = read_form (self, &recurrence);
  g_autofree char *words = is_one ? daybook_recurrence_words (&recurrence) : NULL;
  g_autofree char *text = is_one ? daybook_recurrence_print (&recurrence) : NULL;

  gtk_label_set_text (self->words, is_one ? words : _("Choose days, and a time such as 14:30."));
  if (is_one)
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->save), g_strcmp0 (text, self->text) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), is_one);
}

static void
on_changed (DaybookRecurrenceForm *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (self->filling)
    return;

  gtk_widget_set_visible (self->weekdays, kind == DAYBOOK_RECUR_WEEKLY);
  gtk_widget_set_visible (self->month, kind == DAYBOOK_RECUR_MONTHLY);
  gtk_widget_set_visible (self->weeks_box, kind == DAYBOOK_RECUR_EVERY);
  show_words (self);
}

static void
on_saved (DaybookRecurrenceForm *self)
{
  g_autofree char *text = daybook_recurrence_form_get (self);

  if (text != NULL && g_strcmp0 (text, self->text) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
show_month (DaybookRecurrenceForm *self,
            guint                  days)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 1; i <= 31; i++)
    if ((days & 1u << i) != 0)
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", i);
  gtk_editable_set_text (GTK_EDITABLE (self->days), text->str);
  gtk_check_button_set_active (self->last, (days & 1u) != 0);
}

static void
show_first (DaybookRecurrenceForm   *self,
            const DaybookRecurrence *recurrence)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) first = recurrence->kind == DAYBOOK_RECUR_EVERY ? g_date_time_add_days (epoch, (int) recurrence->first) : g_date_time_ref (now);
  g_autofree char *text = g_date_time_format (first, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->first), text);
  gtk_spin_button_set_value (self->weeks, recurrence->kind == DAYBOOK_RECUR_EVERY ? recurrence->weeks : 2);
}

static void
fill (DaybookRecurrenceForm   *self,
      const DaybookRecurrence *recurrence)
{
  g_autofree char *time = g_strdup_printf ("%02d:%02d", recurrence->minutes / 60, recurrence->minutes % 60);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind, recurrence->kind);
  for (guint i = 0; i < N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (self->weekday[i], (recurrence->weekdays & 1u << i) != 0);
  show_month (self, recurrence->days);
  show_first (self, recurrence);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  gtk_drop_down_set_selected (self->closed, recurrence->closed);
  self->filling = FALSE;
  on_changed (self);
}

void
daybook_recurrence_form_show (DaybookRecurrenceForm *self,
                              const char            *text)
{
  DaybookRecurrence recurrence;

  if (g_strcmp0 (self->text, text) == 0 || !daybook_recurrence_parse (text, &recurrence, NULL))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  fill (self, &recurrence);
}

/* --- The form ---------------------------------------------------------------------------------------- */

static void
add_weekday (DaybookRecurrenceForm *self,
             guint                  i)
{
  /* 1970-01-05 was a Monday. */
  g_autoptr(GDateTime) day = g_date_time_new_utc (1970, 1, 5 + (int) i, 0, 0, 0);
  g_autofree char *label = g_date_time_format (day, "%a");
  g_autofree char *name = g_date_time_format (day, "%A");
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, self->weekdays, NULL);
  self->weekday[i] = GTK_TOGGLE_BUTTON (button);
}

static void
daybook_recurrence_form_finalize (GObject *object)
{
  g_free (DAYBOOK_RECURRENCE_FORM (object)->text);
  G_OBJECT_CLASS (daybook_recurrence_form_parent_class)->finalize (object);
}

static void
daybook_recurrence_form_class_init (DaybookRecurrenceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_recurrence_form_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/chores/recurrence-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, kind);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, weekdays);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, month);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, days);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, last);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, weeks_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, weeks);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, first);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, time);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, closed);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, words);
  gtk_widget_class_bind_template_child (widget_class, DaybookRecurrenceForm, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
}

static void
daybook_recurrence_form_init (DaybookRecurrenceForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_WEEKDAYS; i++)
    add_weekday (self, i);
  self->filling = FALSE;
}
