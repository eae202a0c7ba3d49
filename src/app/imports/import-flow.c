/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/import-flow.h"

#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/imports/describe.h"
#include "app/imports/first-look-view.h"
#include "app/imports/import-preview.h"
#include "app/imports/import-result.h"
#include "app/imports/mapping-view.h"
#include "app/imports/order-files.h"
#include "app/imports/password-dialog.h"
#include "core/order.h"
#include "exchange/pasted.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

/* So many imports of others may come in between. */
#define READINGS_MAX 20

struct _DaybookImportFlow
{
  AdwBin parent_instance;

  GtkStack             *stack;
  AdwStatusPage        *working_page;
  GtkProgressBar       *progress_bar;
  GtkWidget            *cancel_button;
  DaybookFirstLookView *first_look;
  DaybookImportPreview *preview;
  DaybookMappingView   *mapping;
  DaybookImportResult  *result;
  AdwStatusPage        *failed_page;
  GtkWidget            *another_button;
  GtkWidget            *failed_done_button;
  GtkWidget            *waiting_label;

  DaybookStore         *store;
  GQueue                files;       /* GFile, waiting */
  GFile                *file;        /* the one at hand, or NULL: nothing goes on */
  char                 *name;        /* its name, for people */
  DaybookMapping       *answer;      /* what the person said of its columns, or NULL */
  char                 *password;    /* what the person said of its lock, or NULL */
  DaybookId             shop;
  DaybookImport        *import;
  DaybookId             act;         /* of the import at hand, once merged; null once undone */
  gint64                as_of;       /* the time that the person left or gave, UTC seconds */
  DaybookStagingCounts  accepted;    /* what the person said yes to */
  gboolean              again;       /* it is read once more: another import came in between */
  guint                 n_readings;  /* of the file at hand, after the first */
  gboolean              undoing;     /* `act`; files that come meanwhile wait */
  GCancellable         *cancellable; /* of the step at hand */
  GCancellable         *chooser;     /* of the file chooser */
};

G_DEFINE_FINAL_TYPE (DaybookImportFlow, daybook_import_flow, ADW_TYPE_BIN)

enum
{
  IMPORTED,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_file (DaybookImportFlow *self);
static void begin_reading (DaybookImportFlow *self, gboolean again);
static void accept (DaybookImportFlow *self);

/* Sentences on a status page are markup; file names are not. */
static void
set_status (AdwStatusPage *page,
            const char    *title,
            const char    *text)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (page, escaped_title);
  adw_status_page_set_description (page, escaped);
}

static void
show_working (DaybookImportFlow *self,
              const char        *title,
              const char        *name)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  set_status (self->working_page, title, name);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_progress_bar_set_text (self->progress_bar, "");
  daybook_first_look_view_show (self->first_look, NULL);
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_grab_focus (self->cancel_button);
}

/* The button that leads on is the blue one, and has the focus. */
static void
suggest (GtkWidget *button,
         GtkWidget *other)
{
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_remove_css_class (other, "suggested-action");
  gtk_widget_grab_focus (button);
}

static void
show_failed (DaybookImportFlow *self,
             const char        *title,
             const char        *text)
{
  set_status (self->failed_page, title, text);
  adw_status_page_set_icon_name (self->failed_page, "dialog-warning-symbolic");
  gtk_stack_set_visible_child_name (self->stack, "failed");
  suggest (self->another_button, self->failed_done_button);
}

/* It was asked for: nothing to be warned of. */
static void
show_cancelled (DaybookImportFlow *self,
                const char        *text)
{
  set_status (self->failed_page, _("Import Cancelled"), text);
  adw_status_page_set_icon_name (self->failed_page, "edit-undo-symbolic");
  gtk_stack_set_visible_child_name (self->stack, "failed");
  suggest (self->failed_done_button, self->another_button);
}

/* The reason is a whole sentence of whoever failed. */
static void
show_not_imported (DaybookImportFlow *self,
                   const GError      *error)
{
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_("“%s” Was Not Imported"), self->name);

  show_failed (self, title, error->message);
}

static void
on_progress (goffset  current,
             goffset  total,
             gpointer data)
{
  g_autoptr (DaybookImportFlow) self = daybook_weak_peek (data);
  g_autofree char *text = daybook_describe_progress (current, total);

  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  if (total > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, CLAMP ((double) current / (double) total, 0.0, 1.0));
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
on_first_look (const DaybookFirstLook *look,
               gpointer                data)
{
  g_autoptr (DaybookImportFlow) self = daybook_weak_peek (data);

  if (self != NULL && !g_cancellable_is_cancelled (self->cancellable))
    daybook_first_look_view_show (self->first_look, look);
}

/* Lets go of the import at hand; its staging file goes with it. */
static void
drop_import (DaybookImportFlow *self)
{
  DaybookStaging *staging = self->import != NULL ? daybook_import_get_staging (self->import) : NULL;

  daybook_import_preview_clear (self->preview);
  if (staging != NULL)
    daybook_staging_discard (staging);
  g_clear_object (&self->import);
}

/* Below whatever is shown: a toast would lie over its buttons. */
static void
show_waiting (DaybookImportFlow *self)
{
  g_autofree char *count = daybook_words_count (self->files.length);
  g_autofree char *text = g_strdup_printf (ngettext ("%s more file waits for its turn.",
                                                     "%s more files wait for their turn.", self->files.length), count);

  gtk_label_set_text (GTK_LABEL (self->waiting_label), text);
  gtk_widget_set_visible (self->waiting_label, !g_queue_is_empty (&self->files));
}

/* For people. (transfer full) */
static char *
name_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return daybook_pasted_of (file) != NULL ? g_strdup (daybook_pasted_name ()) : g_filename_display_name (base);
}

static void
next_file (DaybookImportFlow *self)
{
  drop_import (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->answer, daybook_mapping_unref);
  g_clear_pointer (&self->password, g_free);
  self->act = (DaybookId) { 0 };
  self->shop = *daybook_store_get_shop (self->store);

  self->file = g_queue_pop_head (&self->files);
  self->n_readings = 0;
  show_waiting (self);
  if (self->file == NULL)
    {
      g_signal_emit (self, signals[FINISHED], 0);
      return;
    }

  g_free (self->name);
  self->name = name_file (self->file);
  read_file (self);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whether the book that has changed changes nothing of what the person said yes to. */
static gboolean
is_still_accepted (DaybookImportFlow *self)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (self->import);

  return self->again && counts->n_new == self->accepted.n_new && counts->n_updated == self->accepted.n_updated
         && counts->n_same == self->accepted.n_same;
}

static void
show_prepared (DaybookImportFlow *self)
{
  if (self->again)
    daybook_import_set_as_of (self->import, self->as_of);
  if (is_still_accepted (self))
    {
      accept (self);
      return;
    }

  daybook_import_preview_show (self->preview, self->store, self->import, &self->shop, self->again);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
on_password_said (DaybookImportFlow *self,
                  const char        *response,
                  AdwMessageDialog  *dialog)
{
  if (!g_str_equal (response, DAYBOOK_PASSWORD_DIALOG_OPEN))
    {
      next_file (self);
      return;
    }

  g_free (self->password);
  self->password = daybook_password_dialog_get (dialog);
  begin_reading (self, self->again);
}

/* As often as it takes: a wrong one is said in the dialog. */
static void
ask_password (DaybookImportFlow *self,
              const GError      *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwMessageDialog *dialog = daybook_password_dialog_new (GTK_WINDOW (root), self->name, error->message);

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_password_said), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DaybookImportFlow) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  DaybookImport *import = DAYBOOK_IMPORT (source);
  gboolean prepared = daybook_import_prepare_finish (import, result, &error);

  if (self == NULL || self->import != import)
    return;

  if (prepared)
    show_prepared (self);
  else if (is_cancelled (error))
    next_file (self);
  else if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_PASSPHRASE))
    ask_password (self, error);
  else if (daybook_import_get_unknown (import) != NULL && self->answer == NULL)
    {
      daybook_mapping_view_show (self->mapping, daybook_import_get_file (import), daybook_import_get_unknown (import));
      gtk_stack_set_visible_child_name (self->stack, "mapping");
    }
  else
    show_not_imported (self, error);
}

static void
begin_reading (DaybookImportFlow *self,
               gboolean           again)
{
  g_autofree char *path = g_file_get_path (self->file);
  gpointer weak;

  self->again = again;
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->preview))
    self->shop = *daybook_import_preview_get_shop (self->preview);
  drop_import (self);

  if (path == NULL)
    {
      show_failed (self, _("This File Is Not on This Computer"),
                   _("Copy it to a folder of this computer, then import it from there."));
      return;
    }

  self->import = daybook_import_new (self->store, path);
  daybook_import_set_shop (self->import, &self->shop);
  if (daybook_pasted_of (self->file) != NULL)
    daybook_pasted_tell (daybook_pasted_of (self->file), self->import);
  if (self->answer != NULL)
    daybook_import_set_mapping (self->import, self->answer);
  daybook_import_set_passphrase (self->import, self->password);

  daybook_import_set_first_look (self->import, on_first_look);
  show_working (self, _("Reading the File"), self->name);
  weak = daybook_weak_new (self);
  daybook_import_prepare_async (self->import, on_progress, weak, self->cancellable, on_prepared, weak);
}

static void
read_file (DaybookImportFlow *self)
{
  begin_reading (self, FALSE);
}

static void
on_mapped (DaybookImportFlow *self)
{
  g_clear_pointer (&self->answer, daybook_mapping_unref);
  self->answer = daybook_mapping_view_get_mapping (self->mapping);
  read_file (self);
}

static void
on_merged (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaybookImportFlow) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookOutcome) outcome = daybook_store_merge_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL)
    return;

  if (outcome != NULL)
    {
      self->act = outcome->act;
      g_signal_emit (self, signals[IMPORTED], 0, self->file);
      daybook_import_result_show (self->result, self->store, self->import, outcome, self->files.length);
      gtk_stack_set_visible_child_name (self->stack, "result");
    }
  else if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT) && self->n_readings++ < READINGS_MAX)
    begin_reading (self, TRUE);
  else if (is_cancelled (error))
    show_cancelled (self, _("What had been imported was taken back; nothing has changed."));
  else
    show_not_imported (self, error);
}

static void
merge (DaybookImportFlow *self)
{
  gpointer weak = daybook_weak_new (self);

  daybook_store_merge_async (self->store, daybook_import_get_staging (self->import), on_progress, weak,
                             self->cancellable, on_merged, weak);
}

static void
remember_mapping (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (daybook_import_remember_mapping (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_mapping_remembered (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data)
{
  g_autoptr (DaybookImportFlow) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;

  if (self == NULL || self->import != DAYBOOK_IMPORT (source))
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    merge (self);
  else if (is_cancelled (error))
    show_cancelled (self, _("Nothing has changed."));
  else
    show_not_imported (self, error);
}

/* What a person said of the columns is kept first, by an act of its own: the
 * import is then the newest act, the one that Undo takes back. */
static void
accept (DaybookImportFlow *self)
{
  g_autoptr (GTask) task = NULL;

  self->accepted = *daybook_import_get_counts (self->import);
  self->as_of = daybook_import_get_as_of (self->import);

  show_working (self, _("Importing"), self->name);
  if (self->answer == NULL)
    {
      merge (self);
      return;
    }

  task = g_task_new (self->import, self->cancellable, on_mapping_remembered, daybook_weak_new (self));
  g_task_set_source_tag (task, accept);
  daybook_task_run_in_thread (task, remember_mapping);
}

static void
on_undone (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaybookImportFlow) self = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookOutcome) outcome = daybook_store_undo_finish (DAYBOOK_STORE (source), result, &error);

  if (self == NULL)
    return;

  self->undoing = FALSE;
  if (outcome != NULL)
    {
      self->act = (DaybookId) { 0 };
      daybook_import_result_show_undone (self->result, outcome, self->files.length);
    }
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);

  /* An import of the past that stays has no result to go back to. */
  if (outcome == NULL && self->file == NULL)
    next_file (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
undo (DaybookImportFlow *self,
      const char        *name)
{
  gpointer weak = daybook_weak_new (self);

  self->undoing = TRUE;
  show_working (self, _("Undoing the Import"), name);
  daybook_store_undo_async (self->store, &self->act, on_progress, weak, self->cancellable, on_undone, weak);
}

static void
on_undo_requested (DaybookImportFlow *self)
{
  undo (self, self->name);
}

/* The act whose orders there are to see; null where it brought nothing. */
static DaybookId
act_to_show (DaybookImportFlow *self)
{
  const DaybookStagingCounts *counts = self->import != NULL ? daybook_import_get_counts (self->import) : NULL;

  return counts != NULL && counts->n_new + counts->n_updated > 0 ? self->act : (DaybookId) { 0 };
}

static void
on_orders_requested (DaybookImportFlow *self)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  DaybookId act = act_to_show (self);

  if (g_queue_is_empty (&self->files))
    next_file (self);
  daybook_shell_show_act (shell, &daybook_orders, &act);
}

/* It takes a moment until the thread notices. */
static void
on_cancel_clicked (DaybookImportFlow *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  gtk_progress_bar_set_text (self->progress_bar, _("Cancelling…"));
}

static void
on_another_chosen (GListModel *files,
                   gpointer    data)
{
  DaybookImportFlow *self = data;

  for (guint i = g_list_model_get_n_items (files); i > 0; i--)
    g_queue_push_head (&self->files, g_list_model_get_item (files, i - 1));
  next_file (self);
}

static void
on_another_clicked (DaybookImportFlow *self)
{
  daybook_order_files_choose (GTK_WIDGET (self), self->chooser, on_another_chosen, self);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  return g_file_equal ((GFile *) a, (GFile *) b) ? 0 : 1;
}

static void
daybook_import_flow_dispose (GObject *object)
{
  DaybookImportFlow *self = DAYBOOK_IMPORT_FLOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->chooser);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_queue_clear_full (&self->files, g_object_unref);
  g_clear_pointer (&self->answer, daybook_mapping_unref);
  g_clear_pointer (&self->password, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->import);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (daybook_import_flow_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/import-flow.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, working_page);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, first_look);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, mapping);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, result);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, another_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, failed_done_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportFlow, waiting_label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_orders_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_another_clicked);
  gtk_widget_class_bind_template_callback (widget_class, read_file);
  gtk_widget_class_bind_template_callback (widget_class, next_file);
}

static void
daybook_import_flow_class_init (DaybookImportFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_import_flow_dispose;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_FIRST_LOOK_VIEW);
  g_type_ensure (DAYBOOK_TYPE_IMPORT_PREVIEW);
  g_type_ensure (DAYBOOK_TYPE_IMPORT_RESULT);
  g_type_ensure (DAYBOOK_TYPE_MAPPING_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_import_flow_init (DaybookImportFlow *self)
{
  g_queue_init (&self->files);
  self->chooser = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever thinks that nothing came of a drop drops again. Takes over `file`. */
static void
queue_file (DaybookImportFlow *self,
            GFile             *file)
{
  if (g_queue_find_custom (&self->files, file, compare_files) == NULL)
    g_queue_push_tail (&self->files, file);
  else
    g_object_unref (file);
}

GtkWidget *
daybook_import_flow_new (DaybookStore *store)
{
  DaybookImportFlow *self = g_object_new (DAYBOOK_TYPE_IMPORT_FLOW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
daybook_import_flow_add (DaybookImportFlow *self,
                         GListModel        *files)
{
  g_return_if_fail (DAYBOOK_IS_IMPORT_FLOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    queue_file (self, g_list_model_get_item (files, i));
  daybook_import_result_set_waiting (self->result, self->files.length);
  show_waiting (self);
  if (self->file == NULL && !self->undoing)
    next_file (self);
}

void
daybook_import_flow_undo (DaybookImportFlow *self,
                          const DaybookId   *act,
                          const char        *name)
{
  g_return_if_fail (DAYBOOK_IS_IMPORT_FLOW (self));

  if (self->file != NULL || self->undoing)
    return;

  self->act = *act;
  undo (self, name);
}
