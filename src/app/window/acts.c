/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/acts.h"

#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/compat/toasts.h"
#include "app/window/consent-dialog.h"
#include "app/window/kept-dialog.h"
#include "app/window/work.h"

#include <glib/gi18n-lib.h>

/* An act under way. */
typedef struct
{
  DaybookWork *work;
  DaybookEdit *edit; /* or NULL: an undo or redo */
  char        *done; /* the sentence at the end, or NULL */
} Pending;

static Pending *
pending_new (DaybookWindow *window,
             const char    *what)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->work = daybook_work_new (window, what, _("Taking back what was done…"));
  return pending;
}

static void
pending_free (Pending *pending)
{
  daybook_work_free (pending->work);
  g_clear_pointer (&pending->edit, daybook_edit_unref);
  g_free (pending->done);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

/* Says what came of it, or logs the failure nobody is there to read. */
static void
finish (Pending        *pending,
        DaybookOutcome *outcome,
        const GError   *error)
{
  g_autoptr(DaybookWindow) window = daybook_work_get_window (pending->work);

  if (window == NULL && error != NULL)
    g_warning ("%s", error->message);
  else if (window != NULL && error != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (window), error);
  else if (window != NULL)
    daybook_acts_tell (window, outcome, pending->done);
}

static void
on_consent_answered (AdwMessageDialog *dialog,
                     const char       *response,
                     Pending          *pending)
{
  g_autoptr(DaybookWindow) window = daybook_work_get_window (pending->work);

  if (window == NULL || !g_str_equal (response, DAYBOOK_CONSENT_GIVEN))
    return;

  daybook_edit_give_consent (pending->edit);
  daybook_acts_commit (window, pending->edit, pending->done);
}

static void
on_question_gone (gpointer  data,
                  GClosure *closure)
{
  pending_free (data);
}

/* Nothing is under way until it is answered. */
static void
ask_consent (DaybookWindow *window,
             Pending       *pending)
{
  GtkWindow *dialog = daybook_consent_dialog_new (GTK_WINDOW (window), pending->edit);

  daybook_work_rest (pending->work);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_consent_answered), pending, on_question_gone, 0);
  gtk_window_present (dialog);
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(Pending) pending = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);
  g_autoptr(DaybookWindow) window = daybook_work_get_window (pending->work);

  if (window != NULL && g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSENT))
    ask_consent (window, g_steal_pointer (&pending));
  else
    finish (pending, outcome, error);
}

static void
on_undone (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Pending) pending = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo_finish (DAYBOOK_STORE (source), result, &error);

  finish (pending, outcome, error);
}

/* "Undone: set flag on 12 orders" */
static char *
describe (const DaybookOutcome *outcome,
          const char           *done)
{
  const char *what = done != NULL ? done : outcome->title;

  if (outcome->n_kept == 0)
    return g_strdup (what);

  g_autofree char *count = daybook_words_count (outcome->n_kept);

  /* Translators: %1$s says what was done, %2$s how many fields were left as they are. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s · %2$s value kept as it was",
                                       "%1$s · %2$s values kept as they were", outcome->n_kept),
                          what, count);
}

static void
on_kept_asked (AdwToast *toast,
               gpointer  data)
{
  GtkWindow *dialog = daybook_kept_dialog_new (GTK_WINDOW (data), g_object_get_data (G_OBJECT (toast), "kept"));

  gtk_window_present (dialog);
}

static GPtrArray *
copy_kept (const DaybookOutcome *outcome)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; outcome->kept != NULL && i < outcome->kept->len; i++)
    g_ptr_array_add (kept, daybook_kept_dialog_describe (g_ptr_array_index (outcome->kept, i)));

  return kept;
}

void
daybook_acts_tell (DaybookWindow        *window,
                   const DaybookOutcome *outcome,
                   const char           *done)
{
  g_autofree char *text = describe (outcome, done);
  AdwToast *toast = daybook_toast_new (text);

  if (outcome->n_kept > 0)
    {
      adw_toast_set_button_label (toast, _("Show"));
      g_object_set_data_full (G_OBJECT (toast), "kept", copy_kept (outcome), (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_kept_asked), window, 0);
    }
  else if (!daybook_id_is_null (&outcome->act))
    {
      g_autofree char *act = daybook_id_to_string (&outcome->act);

      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo-act");
      adw_toast_set_action_target (toast, "s", act);
    }

  daybook_window_add_toast (window, toast);
}

void
daybook_acts_commit (DaybookWindow *window,
                     DaybookEdit   *edit,
                     const char    *done)
{
  Pending *pending = pending_new (window, _("Changing the book…"));

  pending->edit = daybook_edit_ref (edit);
  pending->done = g_strdup (done);
  daybook_store_commit_async (daybook_window_get_store (window), edit, daybook_work_progress, pending->work,
                              daybook_work_get_cancellable (pending->work), on_committed, pending);
}

void
daybook_acts_undo (DaybookWindow   *window,
                   const DaybookId *act)
{
  Pending *pending = pending_new (window, _("Undoing…"));

  daybook_store_undo_async (daybook_window_get_store (window), act, daybook_work_progress, pending->work,
                            daybook_work_get_cancellable (pending->work), on_undone, pending);
}

void
daybook_acts_redo (DaybookWindow *window)
{
  Pending *pending = pending_new (window, _("Redoing…"));

  daybook_store_redo_async (daybook_window_get_store (window), daybook_work_progress, pending->work,
                            daybook_work_get_cancellable (pending->work), on_undone, pending);
}
