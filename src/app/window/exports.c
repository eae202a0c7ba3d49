/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/exports.h"

#include "app/common/desk.h"
#include "app/common/disclosure-dialog.h"
#include "app/common/file-chooser.h"
#include "app/common/words.h"
#include "app/compat/toasts.h"
#include "app/watch/watch-folder.h"
#include "app/window/work.h"
#include "core/moment.h"
#include "core/reveal.h"
#include "exchange/export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WISH "daybook-export-wish"
#define UNMASKED "unmasked"

/* What was asked for, kept on its window while the file is chosen, and then by the question about personal data. */
typedef struct
{
  GtkFileChooser *chooser;
  DaybookQuery   *query;
  GArray         *columns;
  GArray         *keys; /* or NULL */
  char           *title;
  DaybookTake     as;
  char           *path;   /* once it is chosen */
  DaybookExportFormat format;
} Wish;

/* An export under way. */
typedef struct
{
  DaybookWork *work;
  char        *path;
} Running;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_clear_object (&wish->chooser);
  daybook_query_free (wish->query);
  g_array_unref (wish->columns);
  g_clear_pointer (&wish->keys, g_array_unref);
  g_free (wish->title);
  g_free (wish->path);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

static void
free_running (Running *running)
{
  daybook_work_free (running->work);
  g_free (running->path);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, free_running)

/* --- Writing -------------------------------------------------------------------- */

/* "12 rows exported: Orders 2026-11-22.xlsx" */
static char *
describe_written (const char *path,
                  gint64      n_rows)
{
  g_autofree char *count = daybook_words_count ((guint64) n_rows);
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: %1$s is a number, %2$s the name of the file. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s row exported: %2$s", "%1$s rows exported: %2$s", (gulong) n_rows),
                          count, name);
}

static void
tell (DaybookWindow *window,
      const char    *path,
      gint64         n_rows,
      guint          n_left_out)
{
  g_autofree char *written = describe_written (path, n_rows);
  g_autofree char *count = daybook_words_count (n_left_out);
  /* Translators: %1$s is as in "12 rows exported: Orders.xlsx", %2$s a number of rows of customers without consent. */
  g_autofree char *text = g_strdup_printf (_("%1$s (without consent, left out: %2$s)"), written, count);

  daybook_exports_tell (window, path, n_left_out > 0 ? text : written);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Running) running = data;
  g_autoptr(GError) error = NULL;
  gint64 n_rows = daybook_export_run_finish (DAYBOOK_EXPORT (source), result, &error);
  g_autoptr(DaybookWindow) window = daybook_work_get_window (running->work);

  if (window == NULL && error != NULL)
    g_warning ("%s", error->message);
  else if (window != NULL && error != NULL)
    daybook_shell_say_error (DAYBOOK_SHELL (window), error);
  else if (window != NULL)
    {
      daybook_watch_folder_ignore (daybook_watch_folder_of (daybook_window_get_store (window)), running->path);
      tell (window, running->path, n_rows, daybook_export_get_n_left_out (DAYBOOK_EXPORT (source)));
    }
}

static void
run (DaybookWindow           *window,
     Wish                    *wish,
     const DaybookDisclosure *disclosure)
{
  g_autoptr(DaybookExport) export = daybook_export_new (daybook_window_get_store (window), wish->query, wish->path, wish->format);
  Running *running = g_new0 (Running, 1);

  running->work = daybook_work_new (window, _("Writing the file…"), _("Stopping…"));
  running->path = g_strdup (wish->path);
  if (wish->columns->len > 0)
    daybook_export_set_columns (export, &g_array_index (wish->columns, guint, 0), wish->columns->len);
  if (wish->keys != NULL)
    daybook_export_set_keys (export, g_array_ref (wish->keys));
  daybook_export_set_title (export, wish->title);
  if (disclosure != NULL)
    daybook_export_disclose (export, disclosure);
  daybook_export_run_async (export, daybook_work_progress, running->work, daybook_work_get_cancellable (running->work),
                            on_exported, running);
}

/* --- In full --------------------------------------------------------------------------- */

static void
on_disclosed (GtkWidget               *window,
              const DaybookDisclosure *disclosure,
              gpointer                 data)
{
  run (DAYBOOK_WINDOW (window), data, disclosure);
}

/* Takes over the wish. */
static void
ask (DaybookWindow *window,
     Wish          *wish)
{
  const DaybookDisclosureOf of = { wish->query, wish->keys };

  daybook_disclosure_ask (GTK_WIDGET (window), daybook_window_get_store (window), &of, on_disclosed, wish, free_wish);
}

/* --- Where to ----------------------------------------------------------------------- */

static DaybookExportFormat
default_format (DaybookTake as)
{
  return as == DAYBOOK_TAKE_PDF ? DAYBOOK_EXPORT_PDF : DAYBOOK_EXPORT_XLSX;
}

/* What a file is that is to have such a name. FALSE: none of those that were offered. */
static gboolean
find_format (DaybookTake          as,
             const char          *path,
             DaybookExportFormat *format)
{
  if (as == DAYBOOK_TAKE_TABLE)
    return daybook_export_format_find (path, format);

  *format = DAYBOOK_EXPORT_PDF;
  return g_str_has_suffix (path, ".pdf");
}

/* A name without an end gets that of a workbook, or of a PDF; not in the place of a file that
 * nobody was asked about. (transfer full) NULL: it has another end. */
static char *
complete_path (DaybookTake          as,
               const char          *path,
               DaybookExportFormat *format)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *complete = NULL;

  if (find_format (as, path, format))
    return g_strdup (path);

  *format = default_format (as);
  complete = g_strconcat (path, ".", daybook_export_format_suffix (*format), NULL);
  return strchr (name, '.') == NULL && !g_file_test (complete, G_FILE_TEST_EXISTS) ? g_steal_pointer (&complete) : NULL;
}

static void
on_target_chosen (GListModel *files,
                  gpointer    data)
{
  DaybookWindow *window = data;
  g_autoptr(Wish) wish = g_object_steal_data (G_OBJECT (window), WISH);
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *chosen = g_file_get_path (file);

  wish->path = chosen != NULL ? complete_path (wish->as, chosen, &wish->format) : NULL;
  if (wish->path != NULL && daybook_exports_get_mask (wish->chooser) == DAYBOOK_SHOW_REVEALED)
    ask (window, g_steal_pointer (&wish));
  else if (wish->path != NULL)
    run (window, wish, NULL);
  else
    daybook_shell_say (DAYBOOK_SHELL (window), chosen == NULL ? _("A list can be exported only to a folder of this computer.")
                       : wish->as == DAYBOOK_TAKE_PDF ? _("Give the file a name that ends with .pdf.")
                                                      : _("Give the file a name that ends with .xlsx, .csv or .json."));
}

static char *
describe (const DaybookListExport *list)
{
  g_autofree char *count = daybook_words_count (list->n_rows);

  if (list->keys != NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Export %s Selected Row", "Export %s Selected Rows", list->n_rows),
                            count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Export %s Row", "Export %s Rows", list->n_rows), count);
}

static GtkFileChooser *
make_chooser (DaybookWindow           *window,
              const DaybookListExport *list)
{
  static const char *const TABLES[] = { "xlsx", "csv", "json", NULL };
  static const char *const PAGES[] = { "pdf", NULL };
  gboolean is_pdf = list->as == DAYBOOK_TAKE_PDF;
  g_autofree char *title = describe (list);
  g_autofree char *name = daybook_exports_name (window, list->title, daybook_export_format_suffix (default_format (list->as)));
  GtkFileChooser *chooser = daybook_file_chooser_new (GTK_WIDGET (window), GTK_FILE_CHOOSER_ACTION_SAVE, title,
                                                      is_pdf ? _("_Save") : _("_Export"));

  daybook_file_chooser_offer (chooser, is_pdf ? _("Pages (.pdf)") : _("Workbook (.xlsx), text (.csv) or JSON (.json)"),
                              is_pdf ? PAGES : TABLES);
  daybook_file_chooser_keep_folder (chooser, "exports-folder");
  gtk_file_chooser_set_current_name (chooser, name);
  if (daybook_table_has_masks (list->query->table))
    daybook_exports_ask_mask (window, chooser);
  return chooser;
}

void
daybook_exports_begin (DaybookWindow           *window,
                       const DaybookListExport *list)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->chooser = make_chooser (window, list);
  wish->query = daybook_query_copy (list->query);
  wish->columns = g_array_ref (list->columns);
  wish->keys = list->keys != NULL ? g_array_ref (list->keys) : NULL;
  wish->title = g_strdup (list->title);
  wish->as = list->as;
  g_object_set_data_full (G_OBJECT (window), WISH, wish, free_wish);
  daybook_file_chooser_run (g_object_ref (wish->chooser), NULL, on_target_chosen, window);
}

void
daybook_exports_ask_mask (DaybookWindow  *window,
                          GtkFileChooser *chooser)
{
  if (!daybook_desk_has_lead (daybook_desk_of (daybook_window_get_store (window))))
    return;

  gtk_file_chooser_add_choice (chooser, UNMASKED, _("Names, numbers and addresses in full: this is written down"), NULL, NULL);
  gtk_file_chooser_set_choice (chooser, UNMASKED, "false");
}

DaybookShow
daybook_exports_get_mask (GtkFileChooser *chooser)
{
  return g_strcmp0 (gtk_file_chooser_get_choice (chooser, UNMASKED), "true") == 0 ? DAYBOOK_SHOW_REVEALED : DAYBOOK_SHOW_MASKED;
}

char *
daybook_exports_name (DaybookWindow *window,
                      const char    *title,
                      const char    *suffix)
{
  DaybookStore *store = daybook_window_get_store (window);
  g_autofree char *now = daybook_moment_to_iso (daybook_store_get_now (store), daybook_store_get_zone (store));
  g_autofree char *name = g_strdup_printf ("%s %.10s.%s", title, now, suffix);

  return g_strdup (g_strdelimit (name, "/\\:", '-'));
}

void
daybook_exports_tell (DaybookWindow *window,
                      const char    *path,
                      const char    *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  AdwToast *toast = daybook_toast_new (text);

  if (uri != NULL)
    {
      adw_toast_set_button_label (toast, _("Open Folder"));
      adw_toast_set_action_name (toast, "win.open-folder");
      adw_toast_set_action_target (toast, "s", uri);
    }
  daybook_window_add_toast (window, toast);
}
