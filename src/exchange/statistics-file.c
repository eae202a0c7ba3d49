/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/statistics-file.h"

#include "core/intern.h"
#include "core/ledger.h"
#include "exchange/export-writer.h"

#include <glib/gi18n-lib.h>

/* Columns before those of the months. */
enum
{
  COLUMN_DELETED,
  COLUMN_PART,
  COLUMN_WORD,
  COLUMN_TOTAL,
  N_COLUMNS,
};

/* The statistics as a table of the kind that lists are written from. */
typedef struct
{
  DaybookTable  table;
  DaybookField *fields;
} Made;

static void
clear_made (Made *made)
{
  g_free (made->fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, clear_made)

static void
make_table (Made                    *made,
            const DaybookStatistics *statistics)
{
  guint n_fields = N_COLUMNS + statistics->months->len;

  made->fields = g_new0 (DaybookField, n_fields);
  made->fields[COLUMN_DELETED] = (DaybookField) { "deleted", "", DAYBOOK_TYPE_BOOL, .flags = DAYBOOK_FIELD_HIDDEN };
  made->fields[COLUMN_PART] = (DaybookField) { "counted", N_("Counted by"), DAYBOOK_TYPE_TEXT };
  made->fields[COLUMN_WORD] = (DaybookField) { "word", N_("Of which"), DAYBOOK_TYPE_TEXT };
  made->fields[COLUMN_TOTAL] = (DaybookField) { "total", N_("Total"), DAYBOOK_TYPE_INT };
  for (guint i = 0; i < statistics->months->len; i++)
    {
      const char *month = daybook_intern (g_ptr_array_index (statistics->months, i));

      made->fields[N_COLUMNS + i] = (DaybookField) { month, month, DAYBOOK_TYPE_INT };
    }
  made->table = (DaybookTable) {
    "statistics", "statistics", N_("Statistics"), N_("Statistics"), made->fields, n_fields, -1, COLUMN_WORD, -1,
  };
}

static DaybookRow *
make_row (const Made                  *made,
          const char                  *part,
          const DaybookStatisticsRow  *counted)
{
  DaybookRow *row = daybook_row_new (&made->table);

  row->values[COLUMN_PART] = daybook_value_text (part);
  row->values[COLUMN_WORD] = daybook_value_text (counted->label);
  row->values[COLUMN_TOTAL] = daybook_value_int (counted->total);
  for (guint i = N_COLUMNS; i < made->table.n_fields; i++)
    row->values[i] = daybook_value_int (counted->months[i - N_COLUMNS]);
  return row;
}

/* What the parts are of, and how well they were answered, without months. */
static DaybookRow *
make_sum (const Made *made,
          const char *part,
          const char *word,
          guint       n)
{
  DaybookRow *row = daybook_row_new (&made->table);

  row->values[COLUMN_PART] = daybook_value_text (part);
  row->values[COLUMN_WORD] = daybook_value_text (word);
  row->values[COLUMN_TOTAL] = daybook_value_int (n);
  return row;
}

/* Sums of the ledger are whole units: columns of numbers hold them as they are. */
static DaybookRow *
make_fines (const Made                  *made,
            const DaybookStatistics     *statistics,
            const char                  *part,
            const DaybookStatisticsRow  *agent)
{
  gint64 one = daybook_ledger_sum (1, 1, statistics->ledger->currency);
  DaybookRow *row = daybook_row_new (&made->table);

  row->values[COLUMN_PART] = daybook_value_text (part);
  row->values[COLUMN_WORD] = daybook_value_text (agent->label);
  row->values[COLUMN_TOTAL] = daybook_value_int (daybook_statistics_ledger_total (statistics, agent) / one);
  for (guint i = N_COLUMNS; i < made->table.n_fields; i++)
    row->values[i] = daybook_value_int (daybook_statistics_ledger_sum (statistics, agent, i - N_COLUMNS) / one);
  return row;
}

static void
add_ledger (const Made              *made,
            const DaybookStatistics *statistics,
            GPtrArray               *rows)
{
  const DaybookStatisticsPart *agents = &statistics->ledger->agents;
  /* Translators: %s is a currency: “CNY”. */
  g_autofree char *fines = g_strdup_printf (_("Ledger of complaints, %s"), statistics->ledger->currency);

  for (guint i = 0; i < agents->rows->len; i++)
    g_ptr_array_add (rows, make_row (made, agents->label, g_ptr_array_index (agents->rows, i)));
  for (guint i = 0; i < agents->rows->len; i++)
    g_ptr_array_add (rows, make_fines (made, statistics, fines, g_ptr_array_index (agents->rows, i)));
}

/* (element-type DaybookRow) */
static GPtrArray *
make_rows (const Made              *made,
           const DaybookStatistics *statistics)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < statistics->parts->len; i++)
    {
      const DaybookStatisticsPart *part = g_ptr_array_index (statistics->parts, i);

      for (guint k = 0; k < part->rows->len; k++)
        g_ptr_array_add (rows, make_row (made, part->label, g_ptr_array_index (part->rows, k)));
    }
  if (statistics->ledger != NULL)
    add_ledger (made, statistics, rows);
  g_ptr_array_add (rows, make_sum (made, statistics->title, _("All cases"), statistics->n_cases));
  g_ptr_array_add (rows, make_sum (made, statistics->title, _("Answered"), statistics->n_answered));
  g_ptr_array_add (rows, make_sum (made, statistics->title, _("Known whether in time"), statistics->n_timed));
  g_ptr_array_add (rows, make_sum (made, statistics->title, _("Answered in time"), statistics->n_in_time));
  return rows;
}

/* Both write amounts and texts as lists do: texts that look like formulas are none. */
static const DaybookExportWriter *
writer_of (DaybookExportFormat format)
{
  return format == DAYBOOK_EXPORT_XLSX ? &daybook_xlsx_writer : &daybook_csv_writer;
}

static gboolean
write_rows (const DaybookExportWriter *writer,
            DaybookExportSheet        *sheet,
            DaybookNewFile            *file,
            GPtrArray                 *rows,
            GError                   **error)
{
  gpointer state = writer->open (sheet, file, rows->len, error);
  gboolean written = state != NULL;

  for (guint i = 0; written && i < rows->len; i++)
    written = writer->add (state, g_ptr_array_index (rows, i), error);
  written = written && writer->close (state, error);
  if (state != NULL)
    writer->free (state);
  return written;
}

gboolean
daybook_statistics_write (DaybookStore             *store,
                          const DaybookStatistics  *statistics,
                          const char               *path,
                          DaybookExportFormat       format,
                          GError                  **error)
{
  g_auto(Made) made = { 0 };
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(DaybookExportSheet) sheet = NULL;
  g_autoptr(DaybookNewFile) file = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (!daybook_export_check_person (store, error))
    return FALSE;

  make_table (&made, statistics);
  for (guint i = COLUMN_PART; i < made.table.n_fields; i++)
    g_array_append_val (columns, i);
  sheet = daybook_export_sheet_new (&made.table, columns, statistics->title, daybook_store_get_reader (store),
                                    daybook_store_get_zone (store), daybook_store_get_currency (store), DAYBOOK_SHOW_MASKED);
  rows = make_rows (&made, statistics);
  file = daybook_new_file_create (path, error);
  return file != NULL && write_rows (writer_of (format), sheet, file, rows, error) && daybook_new_file_keep (file, error);
}
