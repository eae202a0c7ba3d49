/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"
#include "exchange/export-writer.h"
#include "exchange/paper-table.h"
#include "exchange/print-head.h"

#include <glib/gi18n-lib.h>

/* A list on paper: what is seen on the screen, with its amounts added up where its rows are
 * things that happened, not things with a price. All pages stay in memory until the last is
 * known: how many there are stands on each. */

typedef struct
{
  DaybookExportSheet *sheet;
  DaybookNewFile     *file;   /* NULL: the paper is for a printer */
  DaybookPaper       *paper;
  DaybookPaperTable  *table;
  GHashTable        **sums;   /* by column: currency → gint64, or NULL */
  guint64             n_rows;
} Writer;

static guint
column_of (Writer *writer,
           guint   place)
{
  return g_array_index (writer->sheet->columns, guint, place);
}

static const DaybookField *
field_of (Writer *writer,
          guint   place)
{
  const DaybookTable *table = writer->sheet->table;
  guint column = column_of (writer, place);

  return column < table->n_fields ? &table->fields[column] : NULL;
}

static DaybookPaperColumn
kind_of (const DaybookField *field)
{
  if (field == NULL)
    return DAYBOOK_PAPER_TEXT;

  switch (field->type)
    {
    case DAYBOOK_TYPE_INT:
    case DAYBOOK_TYPE_MONEY:
      return DAYBOOK_PAPER_FIGURE;
    case DAYBOOK_TYPE_TIME:
    case DAYBOOK_TYPE_DATE:
    case DAYBOOK_TYPE_BOOL:
      return DAYBOOK_PAPER_WORD;
    default:
      return (field->flags & DAYBOOK_FIELD_NUMBER) != 0 ? DAYBOOK_PAPER_WORD : DAYBOOK_PAPER_TEXT;
    }
}

static gboolean
is_summed (Writer *writer,
           guint   place)
{
  const DaybookField *field = field_of (writer, place);

  return field != NULL && field->type == DAYBOOK_TYPE_MONEY && writer->sheet->table->dated >= 0;
}

static void
add_columns (Writer *writer)
{
  for (guint i = 0; i < writer->sheet->columns->len; i++)
    {
      daybook_paper_table_set_column (writer->table, i, kind_of (field_of (writer, i)),
                                      daybook_export_sheet_label (writer->sheet, column_of (writer, i)));
      if (is_summed (writer, i))
        writer->sums[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
}

/* --- Sums ---------------------------------------------------------------------- */

static void
count_in (GHashTable           *sums,
          const DaybookOutCell *cell)
{
  gint64 *sum = g_hash_table_lookup (sums, cell->currency);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_strdup (cell->currency), sum);
    }
  *sum += cell->number;
}

/* Each currency in a line of its own. */
static char *
tell_sums (GHashTable *sums)
{
  g_autoptr(GList) currencies = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) g_strcmp0);
  GString *text = g_string_new (NULL);

  for (GList *link = currencies; link != NULL; link = link->next)
    {
      const gint64 *sum = g_hash_table_lookup (sums, link->data);
      g_autofree char *amount = daybook_money_format (*sum, link->data);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", amount);
    }
  return g_string_free (text, FALSE);
}

static void
add_sums (Writer *writer)
{
  guint n_columns = writer->sheet->columns->len;
  g_auto(GStrv) cells = g_new0 (char *, n_columns + 1);
  gboolean has_any = FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      has_any |= writer->sums[i] != NULL;
      cells[i] = writer->sums[i] != NULL ? tell_sums (writer->sums[i]) : g_strdup ("");
    }
  if (!has_any || writer->n_rows < 2)
    return;

  if (writer->sums[0] == NULL)
    {
      g_free (cells[0]);
      /* Translators: before the sums under a printed list. */
      cells[0] = g_strdup (_("Sum"));
    }
  daybook_paper_table_add_sums (writer->table, g_steal_pointer (&cells));
}

/* --- The writer ------------------------------------------------------------------ */

static void
free_writer (gpointer data)
{
  Writer *writer = data;

  for (guint i = 0; i < writer->sheet->columns->len; i++)
    g_clear_pointer (&writer->sums[i], g_hash_table_unref);
  g_free (writer->sums);
  daybook_paper_table_free (writer->table);
  g_clear_pointer (&writer->paper, daybook_paper_free);
  g_free (writer);
}

static gpointer
begin (DaybookExportSheet  *sheet,
       DaybookNewFile      *file,
       guint64              n_rows,
       GError             **error)
{
  Writer *writer = g_new0 (Writer, 1);
  g_autofree char *note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", (gulong) n_rows), (guint) n_rows);

  writer->sheet = sheet;
  writer->file = file;
  writer->sums = g_new0 (GHashTable *, sheet->columns->len);
  writer->paper = daybook_print_begin (&sheet->manner, &sheet->printed, sheet->title);
  writer->table = daybook_paper_table_new (writer->paper, sheet->columns->len, DAYBOOK_PAPER_TABLE_MAY_TURN);
  daybook_paper_table_set_title (writer->table, sheet->title, note);
  add_columns (writer);
  return writer;
}

static gboolean
is_quiet_word (const DaybookRow *row,
               guint             field)
{
  return row->table->fields[field].type == DAYBOOK_TYPE_ENUM && daybook_print_is_quiet (row, field);
}

static gboolean
add (gpointer           data,
     const DaybookRow  *row,
     GError           **error)
{
  Writer *writer = data;
  guint n_columns = writer->sheet->columns->len;
  char **cells = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    {
      g_auto(DaybookOutCell) cell = DAYBOOK_OUT_CELL_INIT;

      if (field_of (writer, i) == NULL || !is_quiet_word (row, column_of (writer, i)))
        daybook_out_cell_read (writer->sheet, row, column_of (writer, i), &cell);
      if (writer->sums[i] != NULL && cell.kind == DAYBOOK_OUT_MONEY)
        count_in (writer->sums[i], &cell);
      cells[i] = daybook_print_cell (writer->sheet, &cell);
    }
  daybook_paper_table_add (writer->table, cells);
  writer->n_rows++;
  return TRUE;
}

/* Nothing is written before the end. */
static gboolean
check (gpointer   data,
       GError   **error)
{
  return TRUE;
}

static gboolean
end (gpointer   data,
     GError   **error)
{
  Writer *writer = data;

  add_sums (writer);
  daybook_paper_table_end (writer->table);
  if (writer->file != NULL && !daybook_paper_write (writer->paper, writer->file, writer->sheet->cancellable, error))
    return FALSE;

  writer->sheet->paper = g_steal_pointer (&writer->paper);
  return TRUE;
}

const DaybookExportWriter daybook_pdf_writer = { "pdf", begin, add, check, end, free_writer };
