/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/problem-save.h"

#include "app/common/disclosure-dialog.h"
#include "app/common/file-chooser.h"
#include "app/common/shell.h"
#include "app/common/weak.h"
#include "app/common/words.h"
#include "app/watch/watch-folder.h"
#include "exchange/export.h"
#include "store/import-problems.h"

#include <glib/gi18n-lib.h>

#define WISH "daybook-problem-wish"

/* What was asked for, kept on its widget while the file is chosen. */
typedef struct
{
  DaybookStore         *store;
  DaybookProblemSource  source; /* its rows are owned */
  GCancellable         *chooser;
  char                 *path;   /* once it is chosen */
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_cancellable_cancel (wish->chooser);
  g_object_unref (wish->chooser);
  g_object_unref (wish->store);
  g_clear_pointer (&wish->source.rows, g_ptr_array_unref);
  g_free (wish->path);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

/* "a.csv", or of two tables "a.csv, a-2.csv". */
static char *
join_names (const DaybookProblemFiles *files)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < files->paths->len; i++)
    {
      g_autofree char *name = g_filename_display_basename (g_ptr_array_index (files->paths, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_strdup (names->str);
}

/* Of more rows than are kept the first were written. */
static char *
describe (const DaybookProblemFiles *files)
{
  g_autofree char *count = daybook_words_count (files->n_rows);
  g_autofree char *names = join_names (files);

  if (files->n_rows >= DAYBOOK_IMPORT_PROBLEMS_MAX)
    /* Translators: %1$s is a number, %2$s the name of the file. */
    return g_strdup_printf (_("Only the first %1$s rows exported: %2$s"), count, names);

  /* Translators: %1$s is a number, %2$s the name of the file. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s row exported: %2$s", "%1$s rows exported: %2$s",
                                       (gulong) files->n_rows), count, names);
}

static void
tell (DaybookShell              *shell,
      const DaybookProblemFiles *files)
{
  g_autofree char *text = describe (files);

  daybook_shell_say (shell, text);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) widget = daybook_weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaybookProblemFiles) files = daybook_problem_file_save_finish (DAYBOOK_STORE (source), result, &error);
  DaybookShell *shell = widget != NULL ? daybook_shell_of (widget) : NULL;

  /* Corrected, it is offered. */
  for (guint i = 0; files != NULL && i < files->paths->len; i++)
    daybook_watch_folder_ignore (daybook_watch_folder_of (DAYBOOK_STORE (source)), g_ptr_array_index (files->paths, i));
  if (shell == NULL && error != NULL)
    g_warning ("%s", error->message);
  else if (shell != NULL && error != NULL)
    daybook_shell_say_error (shell, error);
  else if (shell != NULL)
    tell (shell, files);
}

void
daybook_problem_save_to (GtkWidget                  *widget,
                         DaybookStore               *store,
                         const DaybookProblemSource *source,
                         const char                 *path)
{
  daybook_problem_file_save_async (store, source, path, on_saved, daybook_weak_new (widget));
}

static void
on_disclosed (GtkWidget               *widget,
              const DaybookDisclosure *disclosure,
              gpointer                 data)
{
  Wish *wish = data;

  wish->source.disclosure = disclosure;
  daybook_problem_save_to (widget, wish->store, &wish->source, wish->path);
}

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  GtkWidget *widget = data;
  const DaybookDisclosureOf of = { NULL, NULL };
  g_autoptr(Wish) wish = g_object_steal_data (G_OBJECT (widget), WISH);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    {
      daybook_shell_say (daybook_shell_of (widget), _("A list can be exported only to a folder of this computer."));
      return;
    }

  wish->path = g_strdup (path);
  daybook_disclosure_ask (widget, wish->store, &of, on_disclosed, wish, free_wish);
  g_steal_pointer (&wish);
}

void
daybook_problem_save_begin (GtkWidget                  *widget,
                            DaybookStore               *store,
                            const DaybookProblemSource *source,
                            const char                 *file)
{
  static const char *const SUFFIXES[] = { "csv", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = daybook_problem_file_name (file);
  GtkFileChooser *chooser;
  Wish *wish;

  if (!daybook_export_check_person (store, &error))
    {
      daybook_shell_say_error (daybook_shell_of (widget), error);
      return;
    }

  wish = g_new0 (Wish, 1);
  wish->store = g_object_ref (store);
  wish->source = *source;
  if (source->rows != NULL)
    g_ptr_array_ref (source->rows);
  wish->chooser = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (widget), WISH, wish, free_wish);

  chooser = daybook_file_chooser_new (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Problem Rows"), _("_Save"));
  daybook_file_chooser_offer (chooser, _("Text (.csv)"), SUFFIXES);
  daybook_file_chooser_keep_folder (chooser, "exports-folder");
  gtk_file_chooser_set_current_name (chooser, name);
  daybook_file_chooser_run (chooser, wish->chooser, on_target_chosen, widget);
}
