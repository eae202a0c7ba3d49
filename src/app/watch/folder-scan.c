/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/watch/folder-scan.h"

#include "core/query.h"
#include "core/shop.h"
#include "store/reader.h"

#include <string.h>

/* So many are kept while a folder with more is gone through. */
#define MANY 1000

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," \
  G_FILE_ATTRIBUTE_TIME_CHANGED "," G_FILE_ATTRIBUTE_TIME_CHANGED_USEC

/* Those that browsers write (.crdownload, .part, .tmp) are none of these. */
static const char *const SUFFIXES[] = { ".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods", ".zip" };

typedef struct
{
  DaybookStore *store;
  GFile        *folder;
  gint64        since;
  GHashTable   *answers; /* "name/size/time" */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_object_unref (job->folder);
  g_hash_table_unref (job->answers);
  g_free (job);
}

/* A setting holds text: a name that is none is told apart by its size and time. */
static char *
make_key (const char *name,
          gint64      size,
          gint64      appeared)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, valid, size, appeared);
}

static GHashTable *
read_answers (GVariant *answers)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GVariantIter iter;
  const char *name;
  gint64 size, appeared;

  g_variant_iter_init (&iter, answers);
  while (g_variant_iter_next (&iter, "(&sxx)", &name, &size, &appeared))
    g_hash_table_add (keys, make_key (name, size, appeared));
  return keys;
}

/* Hidden files and the locks of office programs are nobody's exports. */
static gboolean
may_be_export (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (*name == '.' || g_str_has_prefix (name, "~$"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]))
      return TRUE;

  return FALSE;
}

static gint64
read_time (GFileInfo  *info,
           const char *seconds,
           const char *fraction)
{
  return (gint64) g_file_info_get_attribute_uint64 (info, seconds) * G_TIME_SPAN_SECOND
         + g_file_info_get_attribute_uint32 (info, fraction);
}

/* A new export, or NULL. What was moved here keeps the time when it was written. */
static DaybookFoundFile *
read_file (Job       *job,
           GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);
  goffset size = g_file_info_get_size (info);
  gint64 modified = read_time (info, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  gint64 changed = read_time (info, G_FILE_ATTRIBUTE_TIME_CHANGED, G_FILE_ATTRIBUTE_TIME_CHANGED_USEC);
  gint64 appeared = MAX (modified, changed);
  g_autofree char *key = make_key (name, size, appeared);
  g_autoptr (GFile) file = NULL;

  /* Some browsers begin with an empty file of the name. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || size == 0 || appeared <= job->since
      || !may_be_export (name) || g_hash_table_contains (job->answers, key))
    return NULL;

  file = g_file_get_child (job->folder, name);
  return daybook_found_file_new (file, (guint64) size, modified, appeared);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 one = daybook_found_file_get_appeared (*(DaybookFoundFile *const *) a);
  gint64 other = daybook_found_file_get_appeared (*(DaybookFoundFile *const *) b);

  return (one < other) - (one > other);
}

static void
keep_newest (GPtrArray *files)
{
  g_ptr_array_sort (files, compare_newest_first);
  if (files->len > DAYBOOK_FOUND_MAX)
    g_ptr_array_set_size (files, DAYBOOK_FOUND_MAX);
}

static GPtrArray *
list_files (Job           *job,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (job->folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
                                                                    cancellable, error);
  GFileInfo *info;

  if (children == NULL)
    return NULL;

  while (g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
    {
      DaybookFoundFile *file = info != NULL ? read_file (job, info) : NULL;

      if (info == NULL)
        {
          keep_newest (files);
          return g_steal_pointer (&files);
        }
      if (file != NULL)
        g_ptr_array_add (files, file);
      if (files->len >= MANY)
        keep_newest (files);
    }

  return NULL;
}

static gboolean
was_imported_among (DaybookReader    *reader,
                    DaybookFoundFile *file,
                    DaybookRows       rows)
{
  g_autoptr (DaybookQuery) query = daybook_query_new (&daybook_imports);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (DaybookRow) row = NULL;

  query->rows = rows;
  query->sort = DAYBOOK_IMPORT_AT;
  query->order = DAYBOOK_SORT_DESCENDING;
  daybook_query_add (query, DAYBOOK_IMPORT_FILE, DAYBOOK_OP_EQ, (const char *[]) { daybook_found_file_get_name (file), NULL });
  keys = daybook_reader_keys (reader, query, 1, NULL);
  if (keys != NULL && keys->len > 0)
    row = daybook_reader_row (reader, &daybook_imports, g_array_index (keys, gint64, 0), NULL);
  return row != NULL && (daybook_row_int (row, DAYBOOK_IMPORT_AT) + 1) * G_TIME_SPAN_SECOND > daybook_found_file_get_appeared (file);
}

/* The history knows names and times: one of this name was imported after this file was
 * there. What was taken back is known too. */
static gboolean
was_imported (DaybookReader    *reader,
              DaybookFoundFile *file)
{
  return was_imported_among (reader, file, DAYBOOK_ROWS_LIVE) || was_imported_among (reader, file, DAYBOOK_ROWS_DELETED);
}

static void
leave_imported (Job       *job,
                GPtrArray *files)
{
  g_autoptr (DaybookReader) reader = files->len > 0 ? daybook_reader_new (job->store, NULL) : NULL;

  for (guint i = files->len; reader != NULL && i > 0; i--)
    if (was_imported (reader, g_ptr_array_index (files, i - 1)))
      g_ptr_array_remove_index (files, i - 1);
}

static void
scan_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *files = list_files (data, cancellable, &error);

  if (files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  leave_imported (data, files);
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

void
daybook_folder_scan_async (DaybookStore        *store,
                           GFile               *folder,
                           gint64               since,
                           GVariant            *answers,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->folder = g_object_ref (folder);
  job->since = since;
  job->answers = read_answers (answers);
  g_task_set_source_tag (task, daybook_folder_scan_async);
  g_task_set_task_data (task, job, free_job);
  /* It only reads, and a folder on a network may not answer: the program does not wait
   * for it when it ends (store/task.h). */
  g_task_run_in_thread (task, scan_in_thread);
}

GPtrArray *
daybook_folder_scan_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_folder_scan_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
