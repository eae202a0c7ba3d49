/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-transfer.h"

#include "app/common/file-chooser.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "app/knowledge/articles-import-view.h"
#include "core/article.h"
#include "exchange/article-file.h"

#include <glib/gi18n-lib.h>

static DaybookStore *
get_store (DaybookListPage *page)
{
  return daybook_list_page_get_store (page);
}

/* --- In ----------------------------------------------------------------------------------------- */

static void
on_edit (DaybookListPage *page,
         DaybookEdit     *edit)
{
  daybook_last_act_commit (GTK_WIDGET (page), get_store (page), edit);
}

void
daybook_article_transfer_import (DaybookListPage *page,
                                 GListModel      *files)
{
  GtkWidget *view = daybook_articles_import_view_new (daybook_list_page_get_desk (page), files);

  g_signal_connect_object (view, "edit", G_CALLBACK (on_edit), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "ended", G_CALLBACK (daybook_page_close_aside), page, G_CONNECT_SWAPPED);
  daybook_page_show_aside (DAYBOOK_PAGE (page), view, _("Import Articles"));
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
on_files_chosen (GListModel *files,
                 gpointer    data)
{
  daybook_article_transfer_import (data, files);
}

static void
choose (DaybookListPage      *page,
        GtkFileChooserAction  action)
{
  static const char *const SUFFIXES[] = { "md", "markdown", "txt", "html", "htm", "docx", NULL };
  gboolean folder = action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  GtkFileChooser *chooser = daybook_file_chooser_new (GTK_WIDGET (page), action, folder ? _("Choose a Folder of Articles") : _("Choose Articles to Import"),
                                                      _("_Look at Them"));

  if (!folder)
    {
      gtk_file_chooser_set_select_multiple (chooser, TRUE);
      daybook_file_chooser_offer (chooser, _("Texts (Markdown, HTML, DOCX)"), SUFFIXES);
    }
  daybook_file_chooser_keep_folder (chooser, "files-folder");
  daybook_file_chooser_run (chooser, NULL, on_files_chosen, page);
}

/* A folder, or what is read as an article by its name. */
static gboolean
is_article (GFile *file)
{
  const char *path = g_file_peek_path (file);
  DaybookArticleFileKind kind;

  return path != NULL && (daybook_article_file_kind (path, &kind) || g_file_test (path, G_FILE_TEST_IS_DIR));
}

static gboolean
has_article (GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      if (is_article (file))
        return TRUE;
    }
  return FALSE;
}

static void
on_dropped (GListModel *files,
            gpointer    data)
{
  DaybookShell *shell = daybook_shell_of (data);

  if (has_article (files) || shell == NULL)
    daybook_article_transfer_import (data, files);
  else
    daybook_shell_import (shell, files);
}

void
daybook_article_transfer_watch (DaybookListPage *page)
{
  gtk_widget_add_controller (GTK_WIDGET (page), daybook_files_drop_new (on_dropped, page));
}

/* --- Out ------------------------------------------------------------------------------------------ */

typedef enum
{
  ALL,
  AT_HAND,
} Which;

/* Of one its title. (transfer full) */
static char *
name_them (DaybookListPage *page,
           GArray          *keys)
{
  g_autoptr(DaybookRow) row = keys != NULL && keys->len == 1
    ? daybook_reader_row (daybook_store_get_reader (get_store (page)), &daybook_articles, g_array_index (keys, gint64, 0), NULL) : NULL;

  return g_strdup (row != NULL ? daybook_row_text (row, DAYBOOK_ARTICLE_TITLE) : _("Articles"));
}

static void
take_out (DaybookListPage *page,
          Which            which,
          DaybookTake      as)
{
  g_autoptr(GArray) keys = which == AT_HAND ? daybook_list_page_get_at_hand (page) : NULL;
  g_autofree char *title = name_them (page, keys);
  g_autoptr(DaybookPrint) print = NULL;

  if (which == AT_HAND && keys->len == 0)
    return;

  print = daybook_print_new_articles (get_store (page), g_steal_pointer (&keys));
  daybook_shell_print (daybook_shell_of (GTK_WIDGET (page)), print, title, as);
}

/* --- Commands -------------------------------------------------------------------------------------- */

typedef struct
{
  const char  *name;
  Which        which;
  DaybookTake  as;
  gboolean     lead; /* whether the shop's knowledge leaves it: as with daybookctl, the owner's or a lead's to do */
} Out;

static const Out OUTS[] = {
  { "export-articles", ALL, DAYBOOK_TAKE_FOLDER, TRUE },
  { "export-some-articles", AT_HAND, DAYBOOK_TAKE_FOLDER, TRUE },
  { "save-articles", ALL, DAYBOOK_TAKE_PDF, TRUE },
  { "save-some-articles", AT_HAND, DAYBOOK_TAKE_PDF, TRUE },
  { "print", AT_HAND, DAYBOOK_TAKE_PAPER, FALSE },
};

static const Out *
find_out (const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (OUTS); i++)
    if (g_str_equal (OUTS[i].name, command))
      return &OUTS[i];

  return NULL;
}

static gboolean
can_take_out (DaybookListPage *page,
              const Out       *out)
{
  g_autoptr(GArray) keys = out->which == AT_HAND ? daybook_list_page_get_at_hand (page) : NULL;

  return (keys == NULL || keys->len > 0) && (!out->lead || daybook_desk_may (daybook_list_page_get_desk (page), DAYBOOK_RIGHT_EXPORT));
}

gboolean
daybook_article_transfer_can (DaybookListPage *page,
                              const char      *command,
                              gboolean        *possible)
{
  const Out *out = find_out (command);

  if (out == NULL && !g_str_has_prefix (command, "import-articles"))
    return FALSE;

  *possible = out == NULL || can_take_out (page, out);
  return TRUE;
}

gboolean
daybook_article_transfer_perform (DaybookListPage *page,
                                  const char      *command)
{
  const Out *out = find_out (command);

  if (out != NULL)
    take_out (page, out->which, out->as);
  else if (g_str_equal (command, "import-articles"))
    choose (page, GTK_FILE_CHOOSER_ACTION_OPEN);
  else if (g_str_equal (command, "import-articles-folder"))
    choose (page, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
  else
    return FALSE;

  return TRUE;
}
