/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/births-dialog.h"

#include "app/common/borrow-actions.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/compat/toasts.h"
#include "store/late-cases.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

struct _DaybookBirthsDialog
{
  AdwPreferencesWindow parent_instance;

  GtkSwitch       *on_switch;
  AdwActionRow    *late_row;
  GtkWidget       *late_button;

  DaybookStore    *store;
  DaybookRegister *definition;
  GCancellable    *counting;
  gboolean         opening; /* cases of the rows that were there */
  gboolean         filling;
};

G_DEFINE_FINAL_TYPE (DaybookBirthsDialog, daybook_births_dialog, ADW_TYPE_PREFERENCES_WINDOW)

static const char *
get_key (DaybookBirthsDialog *self)
{
  return daybook_register_get_key (self->definition);
}

/* --- The rows that were there ---------------------------------------------------------- */

static void
show_count (DaybookBirthsDialog *self,
            gint64               n)
{
  g_autofree char *text = n == 0 ? g_strdup (_("All imported rows have their case"))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lld imported row has no case", "%lld imported rows have no case", (gulong) n),
                       (long long) n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->late_row), text);
  gtk_widget_set_visible (self->late_button, n > 0);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookBirthsDialog) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  gint64 n = daybook_late_cases_count_finish (DAYBOOK_STORE (source), result, &error);

  if (self != NULL && error == NULL)
    show_count (self, n);
  else if (self != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->late_row), error->message);
}

static void
stop_counting (DaybookBirthsDialog *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
count (DaybookBirthsDialog *self)
{
  stop_counting (self);
  self->counting = g_cancellable_new ();
  daybook_late_cases_count_async (self->store, get_key (self), self->counting, on_counted, daybook_weak_new (self));
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DaybookBirthsDialog) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_late_cases_open_finish (DAYBOOK_STORE (source), result, &error);
  DaybookShell *shell = self != NULL ? daybook_shell_of (GTK_WIDGET (self)) : NULL;

  if (self != NULL)
    {
      self->opening = FALSE;
      gtk_widget_set_sensitive (self->late_button, TRUE);
    }
  if (shell != NULL && outcome != NULL)
    daybook_shell_tell (shell, outcome, NULL);
  else if (shell != NULL)
    daybook_shell_say_error (shell, error);
  else if (error != NULL)
    g_warning ("%s", error->message);
}

static void
on_open_clicked (DaybookBirthsDialog *self)
{
  if (self->opening)
    return;

  self->opening = TRUE;
  gtk_widget_set_sensitive (self->late_button, FALSE);
  daybook_late_cases_open_async (self->store, get_key (self), NULL, NULL, NULL, on_opened, daybook_weak_new (self));
}

/* --- The switch --------------------------------------------------------------------------- */

static void
on_switched (DaybookBirthsDialog *self)
{
  gboolean on = gtk_switch_get_active (self->on_switch);
  g_autofree char *title = g_strdup_printf (on ? _("Cases from imports: %s") : _("No cases from imports: %s"),
                                            daybook_register_get_title (self->definition));
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (self->filling)
    return;

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  if (daybook_registers_set_by_itself (daybook_store_get_reader (self->store), edit, get_key (self), on, &error))
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

/* What another window or an undo has changed is seen. */
static void
show (DaybookBirthsDialog *self)
{
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (self->store), get_key (self));
  const DaybookBirth *birth = definition != NULL ? daybook_register_get_birth (definition) : NULL;

  self->filling = TRUE;
  gtk_switch_set_active (self->on_switch, birth != NULL && birth->by_itself);
  self->filling = FALSE;
  count (self);
}

/* --- The dialog ------------------------------------------------------------------------------ */

static void
daybook_births_dialog_dispose (GObject *object)
{
  DaybookBirthsDialog *self = DAYBOOK_BIRTHS_DIALOG (object);

  stop_counting (self);
  g_clear_object (&self->definition);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_births_dialog_parent_class)->dispose (object);
}

static void
daybook_births_dialog_class_init (DaybookBirthsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_births_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_switch_row (DaybookBirthsDialog *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->on_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->on_switch), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Imports open its cases by themselves"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Each row becomes one case, once. Undoing the import takes back those that nobody has worked on."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Imports open its cases by themselves"), -1);
  g_signal_connect_object (self->on_switch, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->on_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->on_switch));
  return row;
}

static GtkWidget *
make_late_row (DaybookBirthsDialog *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->late_row = ADW_ACTION_ROW (row);
  self->late_button = gtk_button_new_with_mnemonic (_("_Open Them"));
  gtk_widget_set_valign (self->late_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->late_button, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Counting…"));
  g_signal_connect_object (self->late_button, "clicked", G_CALLBACK (on_open_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->late_button);
  return row;
}

static void
daybook_births_dialog_init (DaybookBirthsDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Cases From Imports"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 320);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_switch_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_late_row (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  daybook_toasts_mend (GTK_WIDGET (self));
}

GtkWindow *
daybook_births_dialog_new (GtkWindow       *parent,
                           DaybookStore    *store,
                           DaybookRegister *definition)
{
  static const char *const ACTIONS[] = { "undo-act", NULL };
  DaybookBirthsDialog *self = g_object_new (DAYBOOK_TYPE_BIRTHS_DIALOG, "transient-for", parent, NULL);

  daybook_borrow_actions (GTK_WIDGET (self), parent, ACTIONS);
  self->store = g_object_ref (store);
  self->definition = g_object_ref (definition);
  g_signal_connect_object (store, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WINDOW (self);
}
