/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/print-operation.h"

#include "core/error.h"

#include <glib/gstdio.h>
#include <string.h>

/* Pages that go through the desktop's printing, into a file instead of a printer. */

/* What pdfinfo says of the file; NULL, and the test skipped, where it is not there. */
static char *
read_facts (const char *path)
{
  const char *arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autoptr(GError) error = NULL;
  char *facts = NULL;

  if (program == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return NULL;
    }

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &facts, NULL, NULL, &error);
  g_assert_no_error (error);
  return facts;
}

static DaybookPaper *
make_paper (DaybookPaperTurn turn,
            guint            n_lines)
{
  DaybookPaper *paper = daybook_paper_new ("Shop", "Title", "Printed now");

  daybook_paper_turn (paper, turn);
  for (guint i = 0; i < n_lines; i++)
    daybook_paper_flow (paper, DAYBOOK_INK_TEXT, 0, 200, "A line");
  return paper;
}

static void
assert_printed (DaybookPaperTurn  turn,
                guint             n_lines,
                const char       *pages,
                const char       *size)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(GtkPrintOperation) operation = daybook_print_operation_new (make_paper (turn, n_lines), "Title");
  g_autoptr(GError) error = NULL;
  g_autofree char *facts = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  facts = read_facts (path);
  g_unlink (path);
  g_rmdir (folder);
  if (facts == NULL)
    return;

  g_assert_nonnull (strstr (facts, pages));
  g_assert_nonnull (strstr (facts, size));
}

static void
test_portrait (void)
{
  assert_printed (DAYBOOK_PAPER_PORTRAIT, 130, "Pages:           3", "595");
}

static void
test_landscape (void)
{
  assert_printed (DAYBOOK_PAPER_LANDSCAPE, 1, "Pages:           1", "841.");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print-operation/portrait", test_portrait);
  g_test_add_func ("/print-operation/landscape", test_landscape);

  return g_test_run ();
}
