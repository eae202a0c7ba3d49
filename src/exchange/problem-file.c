/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/problem-file.h"

#include "exchange/csv-text.h"
#include "exchange/encoding.h"
#include "exchange/export.h"
#include "exchange/new-file.h"
#include "exchange/own-columns.h"
#include "store/import-problems.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CELL_SEPARATOR "\x1f"
#define SUFFIX ".csv"
/* So many rows are read at a time. */
#define PIECE 1000
/* What people see for a byte that is no text. */
#define REPLACEMENT "\xef\xbf\xbd"

/* One run, in whichever thread. */
typedef struct
{
  DaybookStore       *store;
  GPtrArray          *rows;  /* DaybookProblemRow, or NULL */
  DaybookId           act;
  const DaybookTable *about;
  char               *path;
  DaybookDisclosure  *disclosure;
  DaybookLook         look;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job->path);
  daybook_disclosure_free (job->disclosure);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

/* Who does it, and when: as it is when it begins. */
static Job *
job_new (DaybookStore               *store,
         const DaybookProblemSource *source,
         const char                 *path)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->rows = source->rows != NULL ? g_ptr_array_ref (source->rows) : NULL;
  job->act = source->act;
  job->about = source->about;
  job->path = g_strdup (path);
  job->disclosure = daybook_disclosure_copy (source->disclosure);
  job->look = (DaybookLook) {
    .agent = *daybook_store_get_agent (store),
    .at = daybook_store_get_now (store),
    .how = DAYBOOK_REVEAL_EXPORT,
  };
  return job;
}

/* --- The rows ----------------------------------------------------------- */

typedef GPtrArray *(*ReadRows) (gpointer   data,
                                guint      from,
                                guint      limit,
                                GError   **error);

static GPtrArray *
read_staged (gpointer   data,
             guint      from,
             guint      limit,
             GError   **error)
{
  return daybook_staging_problem_rows (data, from, limit, error);
}

typedef struct
{
  DaybookReader   *reader;
  const DaybookId *act;
} Kept;

static GPtrArray *
read_kept (gpointer   data,
           guint      from,
           guint      limit,
           GError   **error)
{
  Kept *kept = data;

  return daybook_reader_import_problem_rows (kept->reader, kept->act, from, limit, error);
}

static GPtrArray *
read_all (ReadRows   read,
          gpointer   data,
          GError   **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_problem_row_free);

  for (guint from = 0;; from += PIECE)
    {
      g_autoptr(GPtrArray) rows = read (data, from, PIECE, error);
      guint n = rows != NULL ? rows->len : 0;

      if (rows == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&rows));
      if (n < PIECE)
        return g_steal_pointer (&all);
    }
}

static gboolean
find_rows (Job     *job,
           GError **error)
{
  g_autoptr(DaybookReader) reader = job->rows == NULL ? daybook_reader_new (job->store, error) : NULL;
  Kept kept = { reader, &job->act };

  if (job->rows == NULL && reader != NULL)
    job->rows = read_all (read_kept, &kept, error);
  if (job->rows == NULL || job->rows->len > 0)
    return job->rows != NULL;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                       _("The rows of this import were not kept. They are in the file that was imported."));
  return FALSE;
}

/* --- What is written down ----------------------------------------------- */

static guint64
count_rows (Job *job)
{
  guint64 n = 0;

  for (guint i = 0; i < job->rows->len; i++)
    n += ((const DaybookProblemRow *) g_ptr_array_index (job->rows, i))->row > 0;
  return n;
}

/* They are in no book, so that only how many is written. */
static gboolean
log_look (Job     *job,
          GError **error)
{
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&job->look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (!daybook_table_has_masks (job->about))
    return TRUE;

  daybook_reveal_add_list (edit, &job->look, job->about, count_rows (job));
  outcome = daybook_store_commit (job->store, edit, error);
  return outcome != NULL;
}

/* --- Writing ------------------------------------------------------------ */

static gboolean
is_negative_number (const char *text)
{
  return *text == '-' && g_ascii_isdigit (text[1]) && text[1 + strspn (text + 1, "0123456789.")] == '\0';
}

/* A source has guards of its own, `="0012"` or a tab: a second one around it would stay when
 * the importer takes it off. */
static void
append_cell (GString    *line,
             const char *source)
{
  g_autoptr(GString) text = g_string_new (source + strspn (source, "\t\r\n"));

  g_string_replace (text, DAYBOOK_DAMAGE, REPLACEMENT, 0);
  if (text->len >= 3 && g_str_has_prefix (text->str, "=\"") && g_str_has_suffix (text->str, "\""))
    {
      g_string_truncate (text, text->len - 1);
      g_string_erase (text, 0, 2);
    }

  if (is_negative_number (text->str))
    g_string_append (line, text->str);
  else
    daybook_csv_append (line, text->str);
}

static void
append_cells (GString *line,
              char   **cells,
              guint    from,
              guint    to)
{
  guint n = g_strv_length (cells);

  for (guint i = from; i < to; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      if (i < n)
        append_cell (line, cells[i]);
    }
}

/* A row of text with fewer cells than the header was cut: so it stays until it is corrected. */
static char *
describe_row (const DaybookProblemRow *row,
              guint                    n_cells,
              guint                    width)
{
  return n_cells < width ? g_strdup_printf (DAYBOOK_OWN_NARROW, row->row, n_cells)
                         : g_strdup_printf ("%" G_GUINT64_FORMAT, row->row);
}

static void
append_own (GString    *line,
            const char *row,
            const char *why)
{
  g_string_append_c (line, ',');
  daybook_csv_append (line, row);
  g_string_append_c (line, ',');
  daybook_csv_append (line, why);
}

/* What a row has more than the header stands behind Daybook's columns. */
static void
append_row (GString                 *line,
            const DaybookProblemRow *row,
            guint                    width)
{
  g_auto(GStrv) cells = g_strsplit (row->raw, CELL_SEPARATOR, -1);
  guint n_cells = g_strv_length (cells);
  g_autofree char *number = describe_row (row, n_cells, width);

  append_cells (line, cells, 0, width);
  append_own (line, number, row->why != NULL ? row->why : "");
  append_cells (line, cells, width, MAX (n_cells, width));
}

static void
append_header (GString                 *line,
               const DaybookProblemRow *header,
               guint                   *width)
{
  g_auto(GStrv) cells = g_strsplit (header->raw, CELL_SEPARATOR, -1);
  g_autofree char *row = g_strconcat (_("Row"), " " DAYBOOK_OWN_MARK, NULL);
  g_autofree char *why = g_strconcat (_("Why"), " " DAYBOOK_OWN_MARK, NULL);

  *width = g_strv_length (cells);
  append_cells (line, cells, 0, *width);
  append_own (line, row, why);
}

/* The rows from `first` on that are of one table; gives the first of the next. */
static guint
write_table (Job            *job,
             guint           first,
             DaybookNewFile *file)
{
  const DaybookProblemRow *header = g_ptr_array_index (job->rows, first);
  g_autoptr(GString) line = g_string_new (DAYBOOK_CSV_MARK);
  guint width = 0;
  guint i;

  append_header (line, header, &width);
  for (i = first + 1; i < job->rows->len; i++)
    {
      const DaybookProblemRow *row = g_ptr_array_index (job->rows, i);

      if (row->table != header->table)
        break;
      g_string_append (line, DAYBOOK_CSV_LINE_END);
      daybook_new_file_write (file, line->str, line->len);
      g_string_truncate (line, 0);
      append_row (line, row, width);
    }
  g_string_append (line, DAYBOOK_CSV_LINE_END);
  daybook_new_file_write (file, line->str, line->len);
  return i;
}

/* "orders.csv", then "orders-2.csv", but in the place of no file: nobody was asked about it. */
static char *
make_path (const char *path,
           guint       n)
{
  gsize length = strlen (path) - (g_str_has_suffix (path, SUFFIX) ? strlen (SUFFIX) : 0);
  g_autofree char *next = NULL;

  if (n == 0)
    return g_strdup (path);

  do
    {
      g_free (next);
      next = g_strdup_printf ("%.*s-%u" SUFFIX, (int) length, path, ++n);
    }
  while (g_file_test (next, G_FILE_TEST_EXISTS));
  return g_steal_pointer (&next);
}

static gboolean
write_next (Job                 *job,
            guint               *first,
            DaybookProblemFiles *files,
            GError             **error)
{
  g_autofree char *path = make_path (job->path, files->paths->len);
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);

  /* Where there can be no file, nobody has seen anything. */
  if (file == NULL || (*first == 0 && !log_look (job, error)))
    return FALSE;

  *first = write_table (job, *first, file);
  if (!daybook_new_file_keep (file, error))
    return FALSE;
  g_ptr_array_add (files->paths, g_steal_pointer (&path));
  return TRUE;
}

static DaybookProblemFiles *
run (Job     *job,
     GError **error)
{
  g_autoptr(DaybookProblemFiles) files = g_new0 (DaybookProblemFiles, 1);
  guint first = 0;

  files->paths = g_ptr_array_new_with_free_func (g_free);
  if (!find_rows (job, error))
    return NULL;

  files->n_rows = count_rows (job);
  while (first < job->rows->len)
    if (!write_next (job, &first, files, error))
      return NULL;
  return g_steal_pointer (&files);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  DaybookProblemFiles *files = run (data, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) daybook_problem_files_free);
  else
    g_task_return_error (task, error);
}

void
daybook_problem_files_free (DaybookProblemFiles *self)
{
  g_ptr_array_unref (self->paths);
  g_free (self);
}

GPtrArray *
daybook_problem_file_read (DaybookStaging  *staging,
                           GError         **error)
{
  return read_all (read_staged, staging, error);
}

char *
daybook_problem_file_name (const char *file)
{
  const char *end = strrchr (file, '.');
  g_autofree char *base = g_strndup (file, end != NULL && end > file ? (gsize) (end - file) : strlen (file));
  /* Translators: the name of a new file, after the file that was imported, without its ending: "orders, problem rows" */
  g_autofree char *name = g_strdup_printf (_("%s, problem rows"), base);

  return g_strconcat (g_strdelimit (name, "/\\:", '-'), SUFFIX, NULL);
}

/* Nobody in these rows is in the book, where consent could be looked up. */
static gboolean
check (Job     *job,
       GError **error)
{
  if (!daybook_export_check_person (job->store, error) || !daybook_disclosure_tell (job->disclosure, &job->look, error))
    return FALSE;
  if (job->disclosure->basis != DAYBOOK_BASIS_CONSENT)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("Who has given consent is not known of rows that were not imported. Say by what other right they are given away."));
  return FALSE;
}

DaybookProblemFiles *
daybook_problem_file_save (DaybookStore                *store,
                           const DaybookProblemSource  *source,
                           const char                  *path,
                           GError                     **error)
{
  g_autoptr(Job) job = job_new (store, source, path);

  return check (job, error) ? run (job, error) : NULL;
}

void
daybook_problem_file_save_async (DaybookStore               *store,
                                 const DaybookProblemSource *source,
                                 const char                 *path,
                                 GAsyncReadyCallback         callback,
                                 gpointer                    data)
{
  g_autoptr(GTask) task = g_task_new (store, NULL, callback, data);
  Job *job = job_new (store, source, path);
  GError *error = NULL;

  g_task_set_source_tag (task, daybook_problem_file_save_async);
  g_task_set_task_data (task, job, free_job);
  if (check (job, &error))
    daybook_task_run_in_thread (task, run_in_thread);
  else
    g_task_return_error (task, error);
}

DaybookProblemFiles *
daybook_problem_file_save_finish (DaybookStore  *store,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
