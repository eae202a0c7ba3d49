/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/acts.h"

#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/window/kept-dialog.h"

#include <glib/gi18n-lib.h>

/* A commit under way: the window may be gone when it ends, the program not. */
typedef struct
{
  GWeakRef window;
  char    *done;
} Pending;

static Pending *
pending_new (DaybookWindow *window,
             const char    *done)
{
  Pending *pending = g_new0 (Pending, 1);

  g_weak_ref_init (&pending->window, window);
  pending->done = g_strdup (done);
  daybook_last_act_hold ();
  return pending;
}

static void
pending_free (Pending *pending)
{
  g_weak_ref_clear (&pending->window);
  g_free (pending->done);
  g_free (pending);
  daybook_last_act_release ();
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

/* Says what came of it, or logs the failure nobody is there to read. */
static void
finish (Pending        *pending,
        DaybookOutcome *outcome,
        const GError   *error)
{
  g_autoptr(DaybookWindow) window = g_weak_ref_get (&pending->window);

  if (window == NULL && error != NULL)
    g_warning ("%s", error->message);
  else if (window != NULL && error != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (window), error);
  else if (window != NULL)
    daybook_acts_tell (window, outcome, pending->done);
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(Pending) pending = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);

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

static AdwToast *
make_toast (const char *text)
{
  /* A toast's title is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
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
  AdwToast *toast = make_toast (text);

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
  daybook_store_commit_async (daybook_window_get_store (window), edit, NULL, on_committed,
                              pending_new (window, done));
}

void
daybook_acts_undo (DaybookWindow   *window,
                   const DaybookId *act)
{
  daybook_store_undo_async (daybook_window_get_store (window), act, NULL, NULL, NULL, on_undone,
                            pending_new (window, NULL));
}

void
daybook_acts_redo (DaybookWindow *window)
{
  daybook_store_redo_async (daybook_window_get_store (window), NULL, on_undone, pending_new (window, NULL));
}
