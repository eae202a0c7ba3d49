/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"

#include "core/shop.h"
#include "exchange/derived.h"
#include "exchange/export-writer.h"
#include "exchange/progress.h"
#include "store/consents.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

/* So many rows are read of one state of the book, and then told of. */
#define PAGE_ROWS 500

struct _DaybookExport
{
  GObject             parent_instance;

  /* Of the main thread until it runs, then of the thread that does. */
  DaybookStore       *store;
  DaybookQuery       *query;
  char               *path;
  DaybookExportFormat format;
  GArray             *columns; /* guint */
  GArray             *keys;    /* gint64, or NULL */
  char               *title;
  DaybookDisclosure  *disclosure; /* NULL: masked */
  DaybookLook         look;
  guint               n_left_out;
  GTimeZone          *zone;
  char               *currency;
  DaybookPrinted      printed;
  DaybookPaper       *paper;   /* once there is one, until it is taken */
};

G_DEFINE_FINAL_TYPE (DaybookExport, daybook_export, G_TYPE_OBJECT)

/* One run, in whichever thread. */
typedef struct
{
  DaybookExport             *export; /* borrowed */
  const DaybookExportWriter *format;
  GMainContext              *context;  /* where to tell how far it is; NULL: in place */
  GFileProgressCallback      progress;
  gpointer                   progress_data;
  GCancellable              *cancellable;
  DaybookReader             *reader;
  GArray                    *keys;
} Run;

static const DaybookExportWriter *const WRITERS[DAYBOOK_N_EXPORT_FORMATS] = {
  [DAYBOOK_EXPORT_CSV] = &daybook_csv_writer,
  [DAYBOOK_EXPORT_XLSX] = &daybook_xlsx_writer,
  [DAYBOOK_EXPORT_JSON] = &daybook_json_writer,
  [DAYBOOK_EXPORT_PDF] = &daybook_pdf_writer,
};

static void
tell (Run     *run,
      guint64  done)
{
  if (run->progress == NULL)
    return;

  if (run->context != NULL)
    daybook_progress_send (run->context, run->progress, run->progress_data, done, run->keys->len);
  else
    run->progress ((goffset) done, run->keys->len, run->progress_data);
}

static gboolean
is_stopped (Run     *run,
            GError **error)
{
  if (!g_cancellable_is_cancelled (run->cancellable))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("The export was stopped. No file was written."));
  return TRUE;
}

/* --- What is exported --------------------------------------------------- */

static gboolean
has_column (DaybookExport *self,
            guint          field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, guint, i) == field)
      return TRUE;

  return FALSE;
}

static gboolean
has_amounts (DaybookExport *self)
{
  const DaybookTable *table = self->query->table;

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint column = g_array_index (self->columns, guint, i);

      if (column < table->n_fields && table->fields[column].type == DAYBOOK_TYPE_MONEY)
        return TRUE;
    }

  return FALSE;
}

/* Where there are amounts of another currency than the shop's, a column says which; in
 * JSON and on paper each amount does. */
static gboolean
add_currency (Run     *run,
              GError **error)
{
  DaybookExport *self = run->export;
  int field = daybook_table_field (self->query->table, "currency");
  g_autoptr(DaybookQuery) foreign = NULL;
  gint64 n_foreign;

  if (self->format >= DAYBOOK_EXPORT_JSON || field < 0 || has_column (self, (guint) field) || !has_amounts (self))
    return TRUE;

  foreign = daybook_query_copy (self->query);
  daybook_query_add (foreign, (guint) field, DAYBOOK_OP_NE, (const char *const[]) { self->currency, NULL });
  daybook_query_add (foreign, (guint) field, DAYBOOK_OP_NE, NULL);
  n_foreign = daybook_reader_count (run->reader, foreign, 1, error);
  if (n_foreign > 0)
    g_array_append_val (self->columns, field);
  return n_foreign >= 0;
}

static gboolean
check_length (Run     *run,
              GError **error)
{
  if (run->export->format != DAYBOOK_EXPORT_PDF || run->keys->len <= DAYBOOK_PRINT_MOST_ROWS)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("At most %'d rows can be printed at once. Narrow the list with filters, or export it."), DAYBOOK_PRINT_MOST_ROWS);
  return FALSE;
}

/* Consent is that of those who have given it (CF-01). */
static gboolean
leave_out (Run     *run,
           GError **error)
{
  DaybookExport *self = run->export;
  g_autoptr(GArray) all = NULL;

  if (self->disclosure == NULL || self->disclosure->basis != DAYBOOK_BASIS_CONSENT || !daybook_table_has_masks (self->query->table))
    return TRUE;

  all = g_steal_pointer (&run->keys);
  run->keys = daybook_reader_consenting (run->reader, self->query->table, all, error);
  if (run->keys != NULL)
    self->n_left_out = all->len - run->keys->len;
  return run->keys != NULL;
}

static gboolean
find_rows (Run     *run,
           GError **error)
{
  DaybookExport *self = run->export;

  run->keys = self->keys != NULL ? g_array_ref (self->keys) : daybook_reader_keys (run->reader, self->query, 0, error);
  return run->keys != NULL && leave_out (run, error) && check_length (run, error) && add_currency (run, error);
}

/* --- What is written down ----------------------------------------------- */

static gboolean
add_looks (Run          *run,
           DaybookEdit  *edit,
           GError      **error)
{
  const DaybookTable *table = run->export->query->table;

  if (run->keys->len > DAYBOOK_LOOKS_MAX)
    {
      daybook_reveal_add_list (edit, &run->export->look, table, run->keys->len);
      return TRUE;
    }

  for (guint i = 0; i < run->keys->len; i++)
    {
      DaybookId id;

      if (!daybook_reader_id (run->reader, table, g_array_index (run->keys, gint64, i), &id, error))
        return FALSE;
      daybook_reveal_add_row (edit, &run->export->look, table, &id);
    }

  return TRUE;
}

static gboolean
log_looks (Run     *run,
           GError **error)
{
  DaybookExport *self = run->export;
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&self->look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (self->disclosure == NULL || !daybook_table_has_masks (self->query->table) || run->keys->len == 0)
    return TRUE;
  if (!add_looks (run, edit, error))
    return FALSE;

  outcome = daybook_store_commit (self->store, edit, error);
  return outcome != NULL;
}

/* --- Writing ------------------------------------------------------------ */

static gboolean
write_page (Run       *run,
            gpointer   writer,
            guint      first,
            gint64    *n_rows,
            GError   **error)
{
  guint n_keys = MIN (run->keys->len - first, PAGE_ROWS);
  g_autoptr(GPtrArray) rows = daybook_reader_rows (run->reader, run->export->query->table,
                                                   &g_array_index (run->keys, gint64, first), n_keys, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (!run->format->add (writer, g_ptr_array_index (rows, i), error))
      return FALSE;

  *n_rows += rows->len;
  return run->format->check (writer, error);
}

static gboolean
write_rows (Run       *run,
            gpointer   writer,
            gint64    *n_rows,
            GError   **error)
{
  for (guint first = 0; first < run->keys->len; first += PAGE_ROWS)
    {
      if (is_stopped (run, error) || !write_page (run, writer, first, n_rows, error))
        return FALSE;
      tell (run, MIN (first + PAGE_ROWS, run->keys->len));
    }

  return !is_stopped (run, error) && run->format->close (writer, error);
}

static gboolean
write_file (Run             *run,
            DaybookNewFile  *file,
            gint64          *n_rows,
            GError         **error)
{
  DaybookExport *self = run->export;
  g_autoptr(DaybookExportSheet) sheet
    = daybook_export_sheet_new (self->query->table, self->columns, self->title, run->reader, self->zone, self->currency,
                                self->disclosure != NULL ? DAYBOOK_SHOW_REVEALED : DAYBOOK_SHOW_MASKED);
  gpointer writer;
  gboolean written;

  sheet->printed = self->printed;
  sheet->cancellable = run->cancellable;
  writer = run->format->open (sheet, file, run->keys->len, error);
  if (writer == NULL)
    return FALSE;

  written = write_rows (run, writer, n_rows, error);
  run->format->free (writer);
  self->paper = g_steal_pointer (&sheet->paper);
  return written;
}

/* What stops a statement says less than what stops an export. */
static void
name_stop (Run     *run,
           GError **error)
{
  if (error == NULL || !g_error_matches (*error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    return;

  g_clear_error (error);
  is_stopped (run, error);
}

/* The file is begun first: where there can be none, nobody has seen anything. */
static gint64
run_export (Run     *run,
            GError **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (run->export->store, error);
  const char *path = run->export->path;
  g_autoptr(DaybookNewFile) file = reader != NULL && path != NULL ? daybook_new_file_create (path, error) : NULL;
  g_autoptr(GArray) keys = NULL;
  gint64 n_rows = 0;

  if (reader == NULL || (path != NULL && file == NULL))
    return -1;

  run->reader = reader;
  run->format = WRITERS[run->export->format];
  daybook_reader_set_cancellable (reader, run->cancellable);
  gboolean found = find_rows (run, error);
  keys = run->keys;
  if (found && log_looks (run, error) && write_file (run, file, &n_rows, error)
      && (file == NULL || daybook_new_file_keep (file, error)))
    return n_rows;

  name_stop (run, error);
  return -1;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  gint64 n_rows = run_export (data, &error);

  if (n_rows >= 0)
    g_task_return_int (task, (gssize) n_rows);
  else
    g_task_return_error (task, error);
}

static void
daybook_export_finalize (GObject *object)
{
  DaybookExport *self = DAYBOOK_EXPORT (object);

  daybook_query_free (self->query);
  g_array_unref (self->columns);
  g_clear_pointer (&self->keys, g_array_unref);
  g_time_zone_unref (self->zone);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->title);
  g_free (self->currency);
  g_clear_pointer (&self->disclosure, daybook_disclosure_free);
  g_clear_pointer (&self->paper, daybook_paper_free);
  G_OBJECT_CLASS (daybook_export_parent_class)->finalize (object);
}

static void
daybook_export_class_init (DaybookExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_export_finalize;
}

static void
daybook_export_init (DaybookExport *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

const char *
daybook_export_format_suffix (DaybookExportFormat format)
{
  return WRITERS[format]->suffix;
}

gboolean
daybook_export_format_find (const char          *path,
                            DaybookExportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < DAYBOOK_EXPORT_PDF; i++)
    {
      g_autofree char *end = g_strconcat (".", WRITERS[i]->suffix, NULL);

      if (g_str_has_suffix (lower, end))
        {
          *format = (DaybookExportFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
daybook_export_check_person (DaybookStore  *store,
                             GError       **error)
{
  g_autoptr(DaybookRow) agent = daybook_reader_find (daybook_store_get_reader (store), &daybook_agents,
                                                     daybook_store_get_agent (store), error);

  if (agent == NULL)
    return FALSE;
  if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) <= DAYBOOK_ROLE_LEAD)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("Only the owner or a lead may export lists; “%s” is neither."), daybook_row_text (agent, DAYBOOK_AGENT_NAME));
  return FALSE;
}

DaybookExport *
daybook_export_new (DaybookStore        *store,
                    const DaybookQuery  *query,
                    const char          *path,
                    DaybookExportFormat  format)
{
  DaybookExport *self = g_object_new (DAYBOOK_TYPE_EXPORT, NULL);

  self->store = g_object_ref (store);
  self->query = daybook_query_copy (query);
  self->path = g_strdup (path);
  self->format = format;
  self->title = g_strdup (_(query->table->labels));
  self->zone = g_time_zone_ref (daybook_store_get_zone (store));
  self->currency = g_strdup (daybook_store_get_currency (store));
  for (guint i = 0; i < query->table->n_fields + daybook_derived_count (query->table); i++)
    if (i >= query->table->n_fields || format == DAYBOOK_EXPORT_JSON || (query->table->fields[i].flags & DAYBOOK_FIELD_HIDDEN) == 0)
      g_array_append_val (self->columns, i);
  return self;
}

void
daybook_export_set_columns (DaybookExport *self,
                            const guint   *columns,
                            guint          n_columns)
{
  g_array_set_size (self->columns, 0);
  g_array_append_vals (self->columns, columns, n_columns);
}

void
daybook_export_set_keys (DaybookExport *self,
                         GArray        *keys)
{
  g_clear_pointer (&self->keys, g_array_unref);
  self->keys = keys;
}

void
daybook_export_set_title (DaybookExport *self,
                          const char    *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

void
daybook_export_disclose (DaybookExport           *self,
                         const DaybookDisclosure *disclosure)
{
  g_clear_pointer (&self->disclosure, daybook_disclosure_free);
  self->disclosure = daybook_disclosure_copy (disclosure);
}

guint
daybook_export_get_n_left_out (DaybookExport *self)
{
  return self->n_left_out;
}

void
daybook_export_note_person (DaybookStore   *store,
                            DaybookLook    *look,
                            DaybookPrinted *printed)
{
  *look = (DaybookLook) {
    .agent = *daybook_store_get_agent (store),
    .at = daybook_store_get_now (store),
    .how = DAYBOOK_REVEAL_EXPORT,
  };
  *printed = (DaybookPrinted) { *daybook_store_get_shop (store), look->at };
}

static gboolean
take_person (DaybookExport  *self,
             GError        **error)
{
  daybook_export_note_person (self->store, &self->look, &self->printed);
  return daybook_export_check_person (self->store, error) && daybook_disclosure_tell (self->disclosure, &self->look, error);
}

gint64
daybook_export_run (DaybookExport          *self,
                    GFileProgressCallback   progress,
                    gpointer                progress_data,
                    GCancellable           *cancellable,
                    GError                **error)
{
  Run run = {
    .export = self,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };

  return take_person (self, error) ? run_export (&run, error) : -1;
}

void
daybook_export_run_async (DaybookExport         *self,
                          GFileProgressCallback  progress,
                          gpointer               progress_data,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  GError *error = NULL;
  Run *run = g_new0 (Run, 1);

  run->export = self;
  run->context = g_task_get_context (task);
  run->progress = progress;
  run->progress_data = progress_data;
  run->cancellable = cancellable;
  g_task_set_source_tag (task, daybook_export_run_async);
  g_task_set_task_data (task, run, g_free);
  /* A file that is there is reported, cancelled since or not. */
  g_task_set_check_cancellable (task, FALSE);
  if (take_person (self, &error))
    daybook_task_run_in_thread (task, run_in_thread);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

gint64
daybook_export_run_finish (DaybookExport  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

DaybookPaper *
daybook_export_take_paper (DaybookExport *self)
{
  return g_steal_pointer (&self->paper);
}
