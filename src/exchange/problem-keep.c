/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/problem-keep.h"

#include "exchange/row-raw.h"
#include "store/import-problems.h"

#define CELL_SEPARATOR "\x1f"
#define ROWS_BETWEEN_LOOKS 256

typedef struct
{
  DaybookTableReader *reader;
  DaybookStaging     *staging;
  GCancellable       *cancellable;
  guint               table;
  guint               sheet;
  guint               width;  /* of the header */
  guint               n_kept; /* of all tables */
  GString            *raw;
} Keeping;

static gboolean
keep (Keeping     *self,
      guint        sheet,
      guint64      row,
      const char  *raw,
      const char  *why,
      GError     **error)
{
  g_autoptr(DaybookProblemRow) kept = daybook_problem_row_new (self->table, sheet, row, raw, why);

  return daybook_staging_keep_row (self->staging, kept, error);
}

static gboolean
keep_header (Keeping      *self,
             char        **headings,
             GError      **error)
{
  g_autofree char *header = g_strjoinv (CELL_SEPARATOR, headings);

  self->width = g_strv_length (headings);
  return keep (self, 0, 0, header, NULL, error);
}

/* A workbook leaves blank cells at the end of a row out: there a short row is none. */
static gboolean
keep_row (Keeping                    *self,
          const DaybookTableRow      *row,
          const DaybookProblemPlace  *place,
          GError                    **error)
{
  g_string_truncate (self->raw, 0);
  daybook_row_append_raw (row, self->raw);
  for (guint i = MAX (row->n_cells, 1); row->kind == DAYBOOK_ROW_OF_CELLS && i < self->width; i++)
    g_string_append (self->raw, CELL_SEPARATOR);
  self->n_kept++;
  return keep (self, self->sheet, row->number, self->raw->str, place->why, error);
}

/* The place at which the row is, or NULL; `*next` goes on to the first that the row is not behind. */
static const DaybookProblemPlace *
find_place (const GPtrArray *places,
            guint64          row,
            guint           *next)
{
  while (*next < places->len)
    {
      const DaybookProblemPlace *place = g_ptr_array_index (places, *next);

      if (row < place->row + place->n_rows)
        return row >= place->row ? place : NULL;
      (*next)++;
    }

  return NULL;
}

static gboolean
keep_rows (Keeping          *self,
           const GPtrArray  *places,
           GError          **error)
{
  DaybookTableStep step = DAYBOOK_TABLE_ROW;
  DaybookTableRow row;
  guint next = 0, n = 0;

  while (next < places->len && self->n_kept < DAYBOOK_IMPORT_PROBLEMS_MAX
         && (step = daybook_table_reader_next (self->reader, &row, error)) == DAYBOOK_TABLE_ROW)
    {
      const DaybookProblemPlace *place = find_place (places, row.number, &next);

      if (place != NULL && !keep_row (self, &row, place, error))
        return FALSE;
      if (++n % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (self->cancellable))
        return TRUE;
    }

  return step != DAYBOOK_TABLE_ERROR;
}

static gboolean
keep_sheet (Keeping                  *self,
            const DaybookFoundTable  *table,
            char                    **headings,
            GError                  **error)
{
  g_autoptr(GPtrArray) places = daybook_staging_problem_places (self->staging, table->sheet, error);

  if (places == NULL)
    return FALSE;
  if (places->len == 0)
    return TRUE;

  self->sheet = table->sheet;
  return keep_header (self, headings, error) && daybook_table_reader_select (self->reader, table->sheet, error)
         && keep_rows (self, places, error);
}

gboolean
daybook_problem_rows_keep (DaybookTableReader        *reader,
                           const DaybookRecognition  *found,
                           const DaybookFoundTable   *companion,
                           DaybookStaging            *staging,
                           GCancellable              *cancellable,
                           GError                   **error)
{
  g_autoptr(GString) raw = g_string_new (NULL);
  Keeping keeping = { .reader = reader, .staging = staging, .cancellable = cancellable, .raw = raw };

  for (guint i = 0; i < found->tables->len; i++)
    if (!keep_sheet (&keeping, &g_array_index (found->tables, DaybookFoundTable, i), found->headings, error))
      return FALSE;

  keeping.table = 1;
  return companion == NULL || keep_sheet (&keeping, companion, companion->headings, error);
}
