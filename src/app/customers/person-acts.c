/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/person-acts.h"

#include "app/common/file-chooser.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "core/reveal.h"
#include "core/shop.h"
#include "exchange/person-file.h"
#include "store/erase.h"
#include "store/task.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

gboolean
daybook_person_may_erase (DaybookDesk *desk)
{
  return daybook_desk_may (desk, DAYBOOK_RIGHT_ERASE);
}

/* What is under way. The widget may be gone when it ends. */
typedef struct
{
  GtkWidget          *widget;   /* weak, or NULL */
  DaybookStore       *store;
  DaybookRow         *customer;
  DaybookId           agent;
  gint64              now;
  char               *folder;     /* to export into */
  char               *passphrase; /* of encrypted backups, or NULL */
  DaybookErasureSize  size;
  GtkEditable        *entry;      /* borrowed from the question, or NULL */
  GtkWindow          *progress;   /* weak, or NULL */
  GtkProgressBar     *bar;        /* borrowed from it */
  GCancellable       *cancellable;
} Work;

static Work *
work_new (GtkWidget        *widget,
          DaybookDesk      *desk,
          const DaybookRow *customer)
{
  Work *work = g_new0 (Work, 1);

  g_set_weak_pointer (&work->widget, widget);
  work->store = g_object_ref (daybook_desk_get_store (desk));
  work->customer = daybook_row_ref ((DaybookRow *) customer);
  work->agent = *daybook_store_get_agent (work->store);
  work->now = daybook_store_get_now (work->store);
  work->cancellable = g_cancellable_new ();
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_weak_pointer (&work->widget);
  g_clear_weak_pointer (&work->progress);
  g_clear_object (&work->store);
  g_clear_object (&work->cancellable);
  daybook_row_unref (work->customer);
  g_free (work->folder);
  g_free (work->passphrase);
  g_free (work);
}

/* NULL: the window is gone. */
static DaybookShell *
shell_of (const Work *work)
{
  return work->widget != NULL ? daybook_shell_of (work->widget) : NULL;
}

static void
say_error (const Work   *work,
           const GError *error)
{
  DaybookShell *shell = shell_of (work);

  if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;
  if (shell != NULL)
    daybook_shell_say_error (shell, error);
  else
    g_warning ("%s", error->message);
}

/* --- Giving it away ------------------------------------------------------------- */

/* They asked for it themselves; what cannot be written down is not given. */
static gboolean
log_export (const Work  *work,
            GError     **error)
{
  const DaybookLook look = { work->agent, work->now, DAYBOOK_REVEAL_EXPORT, NULL, DAYBOOK_BASIS_OWN };
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_reveal_add_row (edit, &look, work->customer->table, &work->customer->id);
  outcome = daybook_store_commit (work->store, edit, error);
  return outcome != NULL;
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr(DaybookReader) reader = daybook_reader_new (work->store, &error);
  int n = reader != NULL && log_export (work, &error)
          ? daybook_person_export (work->store, reader, work->customer, work->folder, &error) : -1;

  if (n >= 0)
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  int n = (int) g_task_propagate_int (G_TASK (result), &error);
  g_autofree char *name = g_path_get_basename (work->folder);
  g_autofree char *text = NULL;

  daybook_last_act_release ();
  if (error != NULL)
    {
      say_error (work, error);
      return;
    }

  /* Translators: what is known of a person was written: files, and the folder’s name. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d file in “%s”", "%d files in “%s”", (gulong) n), n, name);
  if (shell_of (work) != NULL)
    daybook_shell_say (shell_of (work), text);
}

static void
on_folder_chosen (GListModel *files,
                  gpointer    data)
{
  Work *work = g_object_steal_data (data, "work");
  g_autoptr(GFile) folder = g_list_model_get_item (files, 0);
  g_autofree char *id = daybook_id_to_string (&work->customer->id);
  g_autofree char *name = g_strdup_printf ("daybook-%.8s", id);
  g_autoptr(GFile) own = g_file_get_child (folder, name);
  g_autoptr(GTask) task = NULL;

  work->folder = g_file_get_path (own);
  if (work->folder == NULL)
    {
      if (shell_of (work) != NULL)
        daybook_shell_say (shell_of (work), _("Choose a folder of this computer or of a disk connected to it."));
      work_free (work);
      return;
    }

  task = g_task_new (NULL, NULL, on_exported, NULL);
  g_task_set_source_tag (task, on_folder_chosen);
  g_task_set_task_data (task, work, work_free);
  daybook_last_act_hold ();
  daybook_task_run_in_thread (task, export_in_thread);
}

void
daybook_person_export_begin (GtkWidget        *widget,
                             DaybookDesk      *desk,
                             const DaybookRow *customer)
{
  GtkFileChooser *chooser = daybook_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                      _("Export What We Know of This Person"), _("_Export"));

  g_object_set_data_full (G_OBJECT (chooser), "work", work_new (widget, desk, customer), work_free);
  daybook_file_chooser_run (chooser, NULL, on_folder_chosen, chooser);
}

/* --- Erasing: what came of it ------------------------------------------------------ */

static GtkWindow *
window_of (const Work *work)
{
  GtkRoot *root = work->widget != NULL ? gtk_widget_get_root (work->widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkWidget *
new_result (const DaybookCheck *result)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, result->count);
  GtkWidget *label = gtk_label_new (result->fault == NULL ? count : NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), result->what);
  if (result->fault != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), result->fault);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
show_results (const Work *work,
              GPtrArray  *results)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (work), _("The Person Is Erased"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was cleared where"), -1);
  for (guint i = 0; i < results->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_result (g_ptr_array_index (results, i)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_erased (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) results = g_task_propagate_pointer (G_TASK (result), &error);

  daybook_last_act_release ();
  if (work->progress != NULL)
    gtk_window_destroy (work->progress);
  if (results != NULL)
    show_results (work, results);
  else
    say_error (work, error);
}

/* --- Erasing: on the way --------------------------------------------------------------- */

typedef struct
{
  GTask   *task;
  goffset  step;
  goffset  steps;
} Step;

static gboolean
on_step (gpointer data)
{
  g_autofree Step *step = data;
  Work *work = g_task_get_task_data (step->task);

  if (work->progress != NULL)
    {
      gtk_progress_bar_set_fraction (work->bar, (double) step->step / (double) step->steps);
      adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (work->progress), "stop", FALSE);
    }
  g_object_unref (step->task);
  return G_SOURCE_REMOVE;
}

/* From the first step on it is brought to an end. */
static void
tell (goffset  step,
      goffset  steps,
      gpointer data)
{
  Step *next = g_new (Step, 1);

  *next = (Step) { g_object_ref (data), step, steps };
  g_idle_add (on_step, next);
}

static void
erase_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr(GPtrArray) results = daybook_store_erase (work->store, &work->customer->id, NULL, work->passphrase, tell, task,
                                                      work->cancellable, &error);

  if (results != NULL)
    g_task_return_pointer (task, g_steal_pointer (&results), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_progress (Work *work)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (work), _("Erasing the Person…"), NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Erased so far"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), bar);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "stop", _("_Stop"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (g_cancellable_cancel), work->cancellable, G_CONNECT_SWAPPED);
  work->bar = GTK_PROGRESS_BAR (bar);
  g_set_weak_pointer (&work->progress, GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes over `work`. */
static void
erase (Work *work)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, on_erased, NULL);

  g_task_set_source_tag (task, erase);
  g_task_set_task_data (task, work, work_free);
  show_progress (work);
  daybook_last_act_hold ();
  daybook_task_run_in_thread (task, erase_in_thread);
}

/* --- Erasing: the question --------------------------------------------------------------- */

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Work             *work)
{
  if (!g_str_equal (response, "erase"))
    {
      work_free (work);
      return;
    }

  if (work->entry != NULL)
    work->passphrase = g_strdup (gtk_editable_get_text (work->entry));
  work->entry = NULL;
  erase (work);
}

static void
on_passphrase_changed (GtkEditable      *row,
                       AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "erase", *gtk_editable_get_text (row) != '\0');
}

static void
add_passphrase (AdwMessageDialog *dialog,
                Work             *work)
{
  GtkWidget *row = adw_password_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Passphrase of the encrypted backups"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_set_response_enabled (dialog, "erase", FALSE);
  g_signal_connect (row, "changed", G_CALLBACK (on_passphrase_changed), dialog);
  work->entry = GTK_EDITABLE (row);
}

static char *
describe (const DaybookErasureSize *size)
{
  return g_strdup_printf (_("Name, accounts, phones, addresses and notes go from the book and its history, with files of cases (%u),"
                            " and from every backup in the book’s folder (%u). Orders (%d) and cases (%d) stay as figures."
                            " This cannot be undone, and the same file does not bring the person back."),
                          size->files, size->backups, (int) size->orders, (int) size->cases);
}

static void
ask (Work *work)
{
  g_autofree char *body = describe (&work->size);
  GtkWidget *dialog = adw_message_dialog_new (window_of (work), _("Erase This Person?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "erase", _("_Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (work->size.sealed > 0)
    add_passphrase (ADW_MESSAGE_DIALOG (dialog), work);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), work);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (daybook_store_measure_erasure (work->store, &work->customer->id, &work->size, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Work *work = data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) && work->widget != NULL)
    {
      ask (work);
      return;
    }

  if (error != NULL)
    say_error (work, error);
  work_free (work);
}

void
daybook_person_erase_begin (GtkWidget        *widget,
                            DaybookDesk      *desk,
                            const DaybookRow *customer)
{
  Work *work = work_new (widget, desk, customer);
  g_autoptr(GTask) task = g_task_new (NULL, NULL, on_measured, work);

  g_task_set_source_tag (task, daybook_person_erase_begin);
  g_task_set_task_data (task, work, NULL);
  daybook_task_run_in_thread (task, measure_in_thread);
}
