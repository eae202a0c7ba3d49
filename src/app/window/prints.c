/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/prints.h"

#include "app/common/disclosure-dialog.h"
#include "app/common/file-chooser.h"
#include "app/watch/watch-folder.h"
#include "app/window/exports.h"
#include "app/window/print-operation.h"
#include "app/window/work.h"
#include "core/case.h"
#include "exchange/export.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WISH "daybook-print-wish"

/* What is to be saved, kept on its window while the file is chosen. */
typedef struct
{
  GtkFileChooser *chooser;
  DaybookPrint   *print;
  char           *title; /* for a folder, or NULL */
  char           *path;  /* once it is chosen */
} Wish;

/* Pages that are being filled. */
typedef struct
{
  DaybookWork *work;
  char        *title;
  char        *path; /* of the file, or NULL: for a printer */
} Running;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_clear_object (&wish->chooser);
  g_clear_object (&wish->print);
  g_free (wish->title);
  g_free (wish->path);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

static Running *
begin (DaybookWindow *window,
       const char    *title,
       const char    *path)
{
  Running *running = g_new0 (Running, 1);

  running->work = daybook_work_new (window, path != NULL ? _("Writing the file…") : _("Filling the pages…"), _("Stopping…"));
  running->title = g_strdup (title);
  running->path = g_strdup (path);
  return running;
}

static void
free_running (Running *running)
{
  daybook_work_free (running->work);
  g_free (running->title);
  g_free (running->path);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, free_running)

/* --- On a printer ---------------------------------------------------------------- */

static void
on_printed (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            DaybookWindow           *window)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (window), error);
}

/* Takes over `paper`. What goes wrong is told when it is done. */
static void
ask_printer (DaybookWindow *window,
             DaybookPaper  *paper,
             const char    *title)
{
  g_autoptr(GtkPrintOperation) operation = daybook_print_operation_new (paper, title);

  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), window, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), NULL);
}

/* --- Filled ------------------------------------------------------------------------- */

static void
tell_saved (DaybookWindow *window,
            const char    *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_("Saved: %s"), name);

  daybook_watch_folder_ignore (daybook_watch_folder_of (daybook_window_get_store (window)), path);
  daybook_exports_tell (window, path, text);
}

/* Takes over `paper`, NULL where there is an error. */
static void
end (Running      *running,
     DaybookPaper *paper,
     const GError *error)
{
  g_autoptr(DaybookPaper) filled = paper;
  g_autoptr(DaybookWindow) window = daybook_work_get_window (running->work);

  if (window == NULL)
    {
      if (error != NULL)
        g_warning ("%s", error->message);
      return;
    }

  daybook_work_rest (running->work);
  if (error != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (window), error);
  else if (running->path != NULL)
    tell_saved (window, running->path);
  else
    ask_printer (window, g_steal_pointer (&filled), running->title);
}

static void
on_list_filled (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(Running) running = data;
  g_autoptr(GError) error = NULL;

  daybook_export_run_finish (DAYBOOK_EXPORT (source), result, &error);
  end (running, daybook_export_take_paper (DAYBOOK_EXPORT (source)), error);
}

static void
on_filled (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Running) running = data;
  g_autoptr(GError) error = NULL;
  DaybookPaper *paper = daybook_print_run_finish (DAYBOOK_PRINT (source), result, &error);

  end (running, paper, error);
}

static void
run (DaybookWindow *window,
     DaybookPrint  *print,
     const char    *title,
     const char    *path)
{
  Running *running = begin (window, title, path);

  daybook_print_set_path (print, path);
  daybook_print_run_async (print, daybook_work_progress, running->work, daybook_work_get_cancellable (running->work), on_filled, running);
}

/* --- In a file ------------------------------------------------------------------------ */

static void
on_disclosed (GtkWidget               *window,
              const DaybookDisclosure *disclosure,
              gpointer                 data)
{
  Wish *wish = data;

  daybook_print_disclose (wish->print, disclosure);
  run (DAYBOOK_WINDOW (window), wish->print, "", wish->path);
}

/* Takes over the wish. */
static void
ask (DaybookWindow *window,
     Wish          *wish)
{
  DaybookStore *store = daybook_window_get_store (window);
  const DaybookId *id = daybook_print_get_case (wish->print);
  g_autoptr(DaybookRow) row = id != NULL ? daybook_reader_find (daybook_store_get_reader (store), &daybook_cases, id, NULL) : NULL;
  g_autoptr(DaybookQuery) query = row != NULL ? daybook_query_new (&daybook_cases) : NULL;
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const DaybookDisclosureOf of = { query, keys };

  if (row != NULL)
    g_array_append_val (keys, row->rowid);
  daybook_disclosure_ask (GTK_WIDGET (window), store, &of, on_disclosed, wish, free_wish);
}

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  DaybookWindow *window = data;
  g_autoptr(Wish) wish = g_object_steal_data (G_OBJECT (window), WISH);
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  gboolean fits = path != NULL && daybook_print_fits (wish->print, path);

  wish->path = g_strdup (path);
  if (fits && daybook_print_has_masks (wish->print) && daybook_exports_get_mask (wish->chooser) == DAYBOOK_SHOW_REVEALED)
    ask (window, g_steal_pointer (&wish));
  else if (fits)
    run (window, wish->print, "", path);
  else
    daybook_shell_say (DAYBOOK_SHELL (window), path == NULL ? _("Pages can be saved only to a folder of this computer.")
                       : daybook_print_fits (wish->print, "x.html") ? _("Give the file a name that ends with .pdf or .html.")
                                                                   : _("Give the file a name that ends with .pdf."));
}

static void
ask_file (DaybookWindow *window,
          DaybookPrint  *print,
          const char    *title)
{
  static const char *const SUFFIXES[] = { "pdf", NULL };
  static const char *const MORE[] = { "pdf", "html", NULL };
  gboolean more = daybook_print_fits (print, "x.html");
  g_autofree char *name = daybook_exports_name (window, title, SUFFIXES[0]);
  Wish *wish = g_new0 (Wish, 1);

  wish->print = g_object_ref (print);
  wish->chooser = daybook_file_chooser_new (GTK_WIDGET (window), GTK_FILE_CHOOSER_ACTION_SAVE, more ? _("Save as One Document") : _("Save as PDF"),
                                            _("_Save"));
  daybook_file_chooser_offer (wish->chooser, more ? _("Pages (.pdf), or one for a browser (.html)") : _("Pages (.pdf)"), more ? MORE : SUFFIXES);
  daybook_file_chooser_keep_folder (wish->chooser, "exports-folder");
  gtk_file_chooser_set_current_name (wish->chooser, name);
  if (daybook_print_has_masks (print))
    daybook_exports_ask_mask (window, wish->chooser);
  g_object_set_data_full (G_OBJECT (window), WISH, wish, free_wish);
  daybook_file_chooser_run (g_object_ref (wish->chooser), NULL, on_target_chosen, window);
}

/* --- In a folder ------------------------------------------------------------------------ */

static gboolean
is_empty_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* The folder that was chosen, if nothing is in it; else a new one in there. (transfer full) */
static char *
find_folder (DaybookWindow *window,
             const char    *chosen,
             const char    *title)
{
  g_autofree char *name = daybook_exports_name (window, title, "");
  char *path;

  if (is_empty_folder (chosen))
    return g_strdup (chosen);

  name[strlen (name) - 1] = '\0'; /* the dot in front of no suffix */
  path = g_build_filename (chosen, name, NULL);
  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s %u", chosen, name, i);
    }
  return path;
}

static void
on_folder_chosen (GListModel *files,
                  gpointer    data)
{
  DaybookWindow *window = data;
  g_autoptr(Wish) wish = g_object_steal_data (G_OBJECT (window), WISH);
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *chosen = g_file_get_path (file);
  g_autofree char *path = chosen != NULL ? find_folder (window, chosen, wish->title) : NULL;

  if (path != NULL)
    run (window, wish->print, "", path);
  else
    daybook_shell_say (DAYBOOK_SHELL (window), _("Pages can be saved only to a folder of this computer."));
}

static void
ask_folder (DaybookWindow *window,
            DaybookPrint  *print,
            const char    *title)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->print = g_object_ref (print);
  wish->title = g_strdup (title);
  wish->chooser = daybook_file_chooser_new (GTK_WIDGET (window), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Choose a Folder to Export Into"),
                                            _("_Export"));
  daybook_file_chooser_keep_folder (wish->chooser, "exports-folder");
  g_object_set_data_full (G_OBJECT (window), WISH, wish, free_wish);
  daybook_file_chooser_run (g_object_ref (wish->chooser), NULL, on_folder_chosen, window);
}

void
daybook_prints_list (DaybookWindow           *window,
                     const DaybookListExport *list)
{
  g_autoptr(DaybookExport) export = daybook_export_new (daybook_window_get_store (window), list->query, NULL, DAYBOOK_EXPORT_PDF);
  Running *running = begin (window, list->title, NULL);

  if (list->columns->len > 0)
    daybook_export_set_columns (export, &g_array_index (list->columns, guint, 0), list->columns->len);
  if (list->keys != NULL)
    daybook_export_set_keys (export, g_array_ref (list->keys));
  daybook_export_set_title (export, list->title);
  daybook_export_run_async (export, daybook_work_progress, running->work, daybook_work_get_cancellable (running->work),
                            on_list_filled, running);
}

void
daybook_prints_begin (DaybookWindow *window,
                      DaybookPrint  *print,
                      const char    *title,
                      DaybookTake    as)
{
  if (as == DAYBOOK_TAKE_PDF)
    ask_file (window, print, title);
  else if (as == DAYBOOK_TAKE_FOLDER)
    ask_folder (window, print, title);
  else
    run (window, print, title, NULL);
}
