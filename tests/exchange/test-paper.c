/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "exchange/paper-grid.h"
#include "exchange/paper-table.h"

#include <string.h>

/* Pages: what stands on which, and that nothing stands beside them. What is on a page is read
 * back from the PDF as a person would, by pdftotext. */

#define SHORT_SIDE 595
#define LONG_SIDE 842
#define MARGIN 47 /* nothing stands nearer to the left and right edge */
#define EDGE 30   /* ... to the upper one */
#define FOOT 20   /* ... and to the lower one */

typedef struct
{
  char         *folder;
  DaybookPaper *paper;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_folder ();
  fixture->paper = daybook_paper_new ("Mountain House Tea", "Orders", "Printed 2026-11-22 10:20");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  daybook_paper_free (fixture->paper);
  fixture_folder_free (fixture->folder);
}

/* --- Reading ---------------------------------------------------------------- */

/* What each page says; NULL, and the test skipped, where nothing can read PDF. */
static char **
read_pages (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  const char *arguments[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  char **pages;

  daybook_paper_save (fixture->paper, path, &error);
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  /* A form feed ends each page, the last one too. */
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, daybook_paper_get_n_pages (fixture->paper) + 1);
  return pages;
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    n++;
  return n;
}

/* Whether anything was drawn on that dot. */
static gboolean
is_inked (cairo_surface_t *image,
          int              x,
          int              y)
{
  const guint8 *row = cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image);

  return row[4 * x + 3] != 0;
}

static void
assert_page_inside (DaybookPaper *paper,
                    guint         page,
                    int           width,
                    int           height)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cairo = cairo_create (image);
  guint n_inked = 0;

  daybook_paper_draw (paper, page, cairo);
  cairo_surface_flush (image);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (is_inked (image, x, y))
        {
          n_inked++;
          g_assert_cmpint (x, >=, MARGIN);
          g_assert_cmpint (x, <=, width - MARGIN);
          g_assert_cmpint (y, >=, EDGE);
          g_assert_cmpint (y, <=, height - FOOT);
        }
  g_assert_cmpuint (n_inked, >, 100);

  cairo_destroy (cairo);
  cairo_surface_destroy (image);
}

/* Whether all that is drawn on each page stands within its margins. */
static void
assert_inside (DaybookPaper *paper)
{
  double width, height;

  daybook_paper_get_size (paper, &width, &height);
  for (guint i = 0; i < daybook_paper_get_n_pages (paper); i++)
    assert_page_inside (paper, i, (int) (width + 0.5), (int) (height + 0.5));
}

/* --- Texts ------------------------------------------------------------------- */

static void
test_flow (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 130; i++)
    g_string_append_printf (text, "%sline%03u", i > 0 ? "\n" : "", i);
  daybook_paper_flow (fixture->paper, DAYBOOK_INK_TEXT, 0, daybook_paper_width (fixture->paper), text->str);
  g_assert_cmpuint (daybook_paper_get_n_pages (fixture->paper), ==, 3);
  assert_inside (fixture->paper);

  pages = read_pages (fixture);
  if (pages == NULL)
    return;

  all = g_strjoinv ("", pages);
  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *line = g_strdup_printf ("line%03u", i);

      g_assert_cmpuint (count (all, line), ==, 1);
    }
  g_assert_nonnull (strstr (pages[0], "line000"));
  g_assert_nonnull (strstr (pages[2], "line129"));
  g_assert_cmpuint (count (all, "Mountain House Tea"), ==, 3);
  g_assert_cmpuint (count (all, "Printed 2026-11-22 10:20"), ==, 3);
  g_assert_nonnull (strstr (pages[1], "Page 2 of 3"));
}

/* --- Tables ---------------------------------------------------------------------- */

static DaybookPaperTable *
new_table (Fixture *fixture,
           guint    n_columns)
{
  DaybookPaperTable *table = daybook_paper_table_new (fixture->paper, n_columns, DAYBOOK_PAPER_TABLE_MAY_TURN);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *label = g_strdup_printf ("Head%u", i);

      daybook_paper_table_set_column (table, i, i == 1 ? DAYBOOK_PAPER_FIGURE : DAYBOOK_PAPER_TEXT, label);
    }
  return table;
}

static char **
make_cells (guint       n_columns,
            const char *text)
{
  char **cells = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    cells[i] = g_strdup (text);
  return cells;
}

/* Each row has three lines, and they stand together; more rows than those that say how wide the
 * columns are. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DaybookPaperTable) table = new_table (fixture, 2);
  g_auto(GStrv) pages = NULL;
  guint n_pages;

  daybook_paper_table_set_title (table, "All of Them", "250 rows");
  for (guint i = 0; i < 250; i++)
    {
      char **cells = make_cells (2, "7");

      g_free (cells[0]);
      cells[0] = g_strdup_printf ("a%03u\nb%03u\nc%03u", i, i, i);
      daybook_paper_table_add (table, cells);
    }
  daybook_paper_table_add_sums (table, make_cells (2, "1750"));
  daybook_paper_table_end (table);
  n_pages = daybook_paper_get_n_pages (fixture->paper);
  g_assert_cmpuint (n_pages, >, 5);
  assert_inside (fixture->paper);

  pages = read_pages (fixture);
  for (guint i = 0; pages != NULL && i < n_pages; i++)
    {
      g_assert_cmpuint (count (pages[i], "Head0"), ==, 1);
      g_assert_cmpuint (count (pages[i], "All of Them"), ==, i == 0);
      g_assert_cmpuint (count (pages[i], "1750"), ==, i == n_pages - 1 ? 2 : 0);
    }
  for (guint i = 0; pages != NULL && i < 250; i++)
    {
      g_autofree char *first = g_strdup_printf ("a%03u", i);
      g_autofree char *last = g_strdup_printf ("c%03u", i);
      guint n_whole = 0;

      for (guint p = 0; p < n_pages; p++)
        {
          g_assert_cmpuint (count (pages[p], first), ==, count (pages[p], last));
          n_whole += count (pages[p], first);
        }
      g_assert_cmpuint (n_whole, ==, 1);
    }
}

static void
add_one (Fixture    *fixture,
         guint       n_columns,
         const char *text)
{
  g_autoptr(DaybookPaperTable) table = new_table (fixture, n_columns);

  daybook_paper_table_add (table, make_cells (n_columns, text));
  daybook_paper_table_end (table);
}

static void
assert_turned (Fixture *fixture,
               double   expected)
{
  double width, height;

  daybook_paper_get_size (fixture->paper, &width, &height);
  g_assert_cmpint ((int) (width + 0.5), ==, (int) expected);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  add_one (fixture, 4, "Some words");
  assert_turned (fixture, SHORT_SIDE);
  assert_inside (fixture->paper);
}

static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  add_one (fixture, 12, "Some more words");
  assert_turned (fixture, LONG_SIDE);
  assert_inside (fixture->paper);
}

/* Whatever is asked for stands on the page, be it hard to read. */
static void
test_too_wide (Fixture       *fixture,
               gconstpointer  data)
{
  add_one (fixture, 40, "Donaudampfschifffahrtsgesellschaftskapitän中文没有空格的一长串文字");
  assert_turned (fixture, LONG_SIDE);
  assert_inside (fixture->paper);
}

/* A text that is longer than a cell may be ends in dots; the row is on one page. */
static void
test_long_cell (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "word ");
  add_one (fixture, 2, text->str);
  g_assert_cmpuint (daybook_paper_get_n_pages (fixture->paper), ==, 1);
  assert_inside (fixture->paper);
}

/* Beside what is on the paper already a table does not turn it. */
static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DaybookPaperTable) table = daybook_paper_table_new (fixture->paper, 2, DAYBOOK_PAPER_TABLE_PLAIN);
  g_autofree char *text = g_strnfill (400, 'x');

  daybook_paper_flow (fixture->paper, DAYBOOK_INK_TITLE, 0, daybook_paper_width (fixture->paper), "First");
  daybook_paper_table_set_column (table, 0, DAYBOOK_PAPER_WORD, "A");
  daybook_paper_table_set_column (table, 1, DAYBOOK_PAPER_WORD, "B");
  daybook_paper_table_add (table, make_cells (2, text));
  daybook_paper_table_end (table);
  assert_turned (fixture, SHORT_SIDE);
  assert_inside (fixture->paper);
}

/* --- Grids ------------------------------------------------------------------------- */

/* A heading is on the page of what follows it, and a short thing is not parted. */
static void
test_grid (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const WORDS[] = { "Does not fit", "Quality", "Arrived damaged", "Too late", "Something else altogether", NULL };
  g_autoptr(DaybookPaperGrid) grid = daybook_paper_grid_new (fixture->paper);
  g_auto(GStrv) pages = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *head = g_strdup_printf ("Head%02u", i);
      g_autofree char *label = g_strdup_printf ("Label%02u", i);
      g_autofree char *value = g_strdup_printf ("Value%02u", i);

      daybook_paper_grid_head (grid, head);
      daybook_paper_grid_add (grid, label, value);
      daybook_paper_grid_add_blank (grid, "Blank");
      daybook_paper_grid_add_boxes (grid, "Boxes", WORDS);
      daybook_paper_grid_add_lines (grid, "Lines", 3);
    }
  daybook_paper_grid_end (grid);
  assert_inside (fixture->paper);

  pages = read_pages (fixture);
  for (guint i = 0; pages != NULL && i < 40; i++)
    {
      g_autofree char *head = g_strdup_printf ("Head%02u", i);
      g_autofree char *value = g_strdup_printf ("Value%02u", i);

      for (char **page = pages; *page != NULL; page++)
        g_assert_cmpuint (count (*page, head), ==, count (*page, value));
    }
}

/* A value that is too long to stand beside others has the width of the page, and is all there. */
static void
test_long_value (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(DaybookPaperGrid) grid = daybook_paper_grid_new (fixture->paper);
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "w%04u ", i);
  daybook_paper_grid_add (grid, "Label", text->str);
  daybook_paper_grid_end (grid);
  g_assert_cmpuint (daybook_paper_get_n_pages (fixture->paper), >, 2);
  assert_inside (fixture->paper);

  pages = read_pages (fixture);
  if (pages == NULL)
    return;

  all = g_strjoinv ("", pages);
  for (guint i = 0; i < 3000; i += 7)
    {
      g_autofree char *word = g_strdup_printf ("w%04u", i);

      g_assert_cmpuint (count (all, word), ==, 1);
    }
}

/* --- The file ----------------------------------------------------------------------- */

/* What cannot be written is said, and nothing is left behind. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "a.pdf", NULL);
  g_autoptr(GError) error = NULL;

  daybook_paper_flow (fixture->paper, DAYBOOK_INK_TEXT, 0, 100, "text");
  g_assert_false (daybook_paper_save (fixture->paper, path, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
}

/* Paper that nobody has put anything on is a page. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto(GStrv) pages = read_pages (fixture);

  g_assert_cmpuint (daybook_paper_get_n_pages (fixture->paper), ==, 1);
  if (pages != NULL)
    g_assert_nonnull (strstr (pages[0], "Page 1 of 1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/paper/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("flow", test_flow);
  ADD ("table", test_table);
  ADD ("narrow", test_narrow);
  ADD ("wide", test_wide);
  ADD ("too-wide", test_too_wide);
  ADD ("long-cell", test_long_cell);
  ADD ("plain", test_plain);
  ADD ("grid", test_grid);
  ADD ("long-value", test_long_value);
  ADD ("no-folder", test_no_folder);
  ADD ("empty", test_empty);

  return g_test_run ();
}
