/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/snooze-form.h"

#include "app/compat/wrap-box.h"
#include "core/moment.h"
#include "core/snooze.h"
#include "core/soon-word.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

#define UNTIL "daybook-until"

struct _DaybookSnoozeForm
{
  AdwBin           parent_instance;

  /* Template widgets */
  DaybookWrapBox  *choices;
  GtkEditable     *when;
  GtkLabel        *fault;
  GtkCheckButton  *keep;

  /* Owned */
  DaybookDesk     *desk;
};

G_DEFINE_FINAL_TYPE (DaybookSnoozeForm, daybook_snooze_form, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (DaybookSnoozeForm *self,
        gint64             until)
{
  g_signal_emit (self, signals[CHOSEN], 0, until, gtk_check_button_get_active (self->keep) ? DAYBOOK_SNOOZE_ANYWAY : DAYBOOK_SNOOZE_UNTIL_HEARD);
}

static void
on_choice_clicked (DaybookSnoozeForm *self,
                   GtkWidget         *button)
{
  choose (self, *(const gint64 *) g_object_get_data (G_OBJECT (button), UNTIL));
}

static void
say_fault (DaybookSnoozeForm *self,
           const char        *fault)
{
  gtk_label_set_text (self->fault, fault);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), *fault != '\0');
}

static void
on_typed (DaybookSnoozeForm *self)
{
  say_fault (self, "");
}

static void
on_written (DaybookSnoozeForm *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autoptr(GError) error = NULL;
  gint64 until;

  const char *text = gtk_editable_get_text (self->when);

  if (!daybook_moment_parse (text, daybook_store_get_zone (store), &until, &error)
      && !daybook_soon_word (text, daybook_store_get_now (store), daybook_store_get_zone (store), &until))
    say_fault (self, error->message);
  else if (until <= daybook_store_get_now (store))
    say_fault (self, _("That time is over: nothing can be put off until then."));
  else
    choose (self, until);
}

static void
add_choice (DaybookSnoozeForm   *self,
            DaybookSnoozeChoice  choice,
            gint64               until)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *at = daybook_moment_format (until, daybook_store_get_now (store), daybook_store_get_zone (store));
  /* Translators: “1 hour”, and the time at which it is over. */
  g_autofree char *label = g_strdup_printf (_("%1$s · %2$s"), daybook_snooze_label (choice), at);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), UNTIL, g_memdup2 (&until, sizeof until), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_choice_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, GTK_WIDGET (self->choices), NULL);
}

static void
daybook_snooze_form_dispose (GObject *object)
{
  DaybookSnoozeForm *self = DAYBOOK_SNOOZE_FORM (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_snooze_form_parent_class)->dispose (object);
}

static void
daybook_snooze_form_class_init (DaybookSnoozeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_snooze_form_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT64, G_TYPE_INT);

  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/snooze-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookSnoozeForm, choices);
  gtk_widget_class_bind_template_child (widget_class, DaybookSnoozeForm, when);
  gtk_widget_class_bind_template_child (widget_class, DaybookSnoozeForm, fault);
  gtk_widget_class_bind_template_child (widget_class, DaybookSnoozeForm, keep);
  gtk_widget_class_bind_template_callback (widget_class, on_written);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
daybook_snooze_form_init (DaybookSnoozeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_snooze_form_begin (DaybookSnoozeForm *self,
                           DaybookDesk       *desk)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  g_autoptr(DaybookCalendar) shift = daybook_reader_shift (daybook_store_get_reader (store), daybook_store_get_agent (store));
  g_auto(DaybookDueTerms) terms = { 0 };
  GtkWidget *child;

  g_set_object (&self->desk, desk);
  gtk_editable_set_text (self->when, "");
  gtk_check_button_set_active (self->keep, FALSE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_widget_unparent (child);
  if (!daybook_reader_due_terms (daybook_store_get_reader (store), &terms, NULL))
    return;

  for (guint i = 0; i < DAYBOOK_N_SNOOZES; i++)
    {
      gint64 until = daybook_snooze_until ((DaybookSnoozeChoice) i, &terms, shift, daybook_store_get_now (store));

      if (until != 0)
        add_choice (self, (DaybookSnoozeChoice) i, until);
    }
  gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
}
