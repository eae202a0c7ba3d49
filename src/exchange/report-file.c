/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/report-file.h"

#include "core/money.h"
#include "core/moment.h"
#include "exchange/csv-text.h"
#include "exchange/export-sheet.h"
#include "exchange/export.h"
#include "exchange/paper-table.h"
#include "exchange/plot-draw.h"
#include "exchange/plot-file.h"
#include "exchange/print-head.h"
#include "exchange/report-book.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define GAP 10.0
#define HEADING 40.0     /* with a note below it, in points */
#define MOST_COLUMNS 10  /* of a page that stands upright */

static const char *const ENDS[DAYBOOK_REPORT_N_FORMATS] = { ".pdf", ".html", ".xlsx", ".csv", ".json" };

gboolean
daybook_report_format_find (const char          *path,
                            DaybookReportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < DAYBOOK_REPORT_N_FORMATS; i++)
    if (g_str_has_suffix (lower, ENDS[i]))
      {
        *format = (DaybookReportFormat) i;
        return TRUE;
      }

  return FALSE;
}

static const DaybookReportColumn *
column_of (const DaybookReportPart *part,
           guint                    column)
{
  return &g_array_index (part->columns, DaybookReportColumn, column);
}

static const DaybookReportCell *
cell_of (const DaybookReportPart *part,
         guint                    row,
         guint                    column)
{
  return &g_array_index (((const DaybookReportRow *) g_ptr_array_index (part->rows, row))->cells, DaybookReportCell, column);
}

static const char *
currency_of (const DaybookReport     *report,
             const DaybookReportPart *part,
             guint                    row)
{
  const DaybookReportRow *counted = g_ptr_array_index (part->rows, row);

  return counted->currency != NULL ? counted->currency : report->currency;
}

/* --- For scripts ---------------------------------------------------------------------------- */

static void
add_cell (JsonObject                *object,
          const DaybookReportColumn *column,
          const DaybookReportCell   *cell)
{
  g_autofree char *minor = g_strconcat (column->key, "_minor", NULL);
  const char *key = column->kind == DAYBOOK_REPORT_MONEY ? minor : column->key;

  if (!cell->given)
    json_object_set_null_member (object, key);
  else if (column->kind == DAYBOOK_REPORT_TEXT)
    json_object_set_string_member (object, key, cell->word != NULL ? cell->word : cell->text);
  else if (column->kind == DAYBOOK_REPORT_PERCENT)
    json_object_set_double_member (object, key, round (cell->share * 10) / 10);
  else
    json_object_set_int_member (object, key, cell->number);
}

/* Under the name `member`, as many as are wanted. */
static gboolean
add_ids (JsonObject          *object,
         const char          *member,
         const DaybookTable  *table,
         GArray              *keys,
         DaybookReader       *reader,
         guint                most_ids,
         GError             **error)
{
  JsonArray *ids = json_array_new ();
  guint n = most_ids == 0 ? keys->len : MIN (keys->len, most_ids);

  json_object_set_array_member (object, member, ids);
  for (guint i = 0; i < n; i++)
    {
      char text[DAYBOOK_ID_STRING_SIZE];
      DaybookId id;

      if (!daybook_reader_id (reader, table, g_array_index (keys, gint64, i), &id, error))
        return FALSE;
      daybook_id_print (&id, text);
      json_array_add_string_element (ids, text);
    }
  return TRUE;
}

/* "again_ids": behind a figure that counts something else than its row. */
static gboolean
add_ids_of_cells (JsonObject               *object,
                  const DaybookReportPart  *part,
                  guint                     row,
                  DaybookReader            *reader,
                  guint                     most_ids,
                  GError                  **error)
{
  for (guint i = 0; i < part->columns->len; i++)
    {
      const DaybookReportCell *cell = cell_of (part, row, i);
      g_autofree char *member = g_strconcat (column_of (part, i)->key, "_ids", NULL);

      if (cell->keys != NULL && !add_ids (object, member, part->table, cell->keys, reader, most_ids, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_row (JsonArray               *rows,
         const DaybookReport     *report,
         const DaybookReportPart *part,
         guint                    row,
         DaybookReader           *reader,
         guint                    most_ids,
         GError                 **error)
{
  const DaybookReportRow *counted = g_ptr_array_index (part->rows, row);
  JsonObject *object = json_object_new ();

  json_array_add_object_element (rows, object);
  for (guint i = 0; i < part->columns->len; i++)
    add_cell (object, column_of (part, i), cell_of (part, row, i));
  if (counted->currency != NULL)
    json_object_set_string_member (object, "currency", counted->currency);
  if (counted->keys != NULL)
    json_object_set_int_member (object, "total", counted->keys->len);
  return (counted->keys == NULL || add_ids (object, "ids", part->table, counted->keys, reader, most_ids, error))
         && add_ids_of_cells (object, part, row, reader, most_ids, error);
}

JsonObject *
daybook_report_to_json (const DaybookReport  *report,
                        DaybookReader        *reader,
                        guint                 most_ids,
                        GError              **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *parts = json_array_new ();

  json_object_set_string_member (object, "report", report->key);
  json_object_set_string_member (object, "currency", report->currency);
  json_object_set_array_member (object, "parts", parts);
  for (guint i = 0; i < report->parts->len; i++)
    {
      const DaybookReportPart *part = g_ptr_array_index (report->parts, i);
      JsonObject *one = json_object_new ();
      JsonArray *rows = json_array_new ();

      json_array_add_object_element (parts, one);
      json_object_set_string_member (one, "part", part->key);
      json_object_set_array_member (one, "rows", rows);
      for (guint row = 0; row < part->rows->len; row++)
        if (!add_row (rows, report, part, row, reader, most_ids, error))
          return NULL;
    }
  return g_steal_pointer (&object);
}

static gboolean
write_json (const DaybookReport  *report,
            DaybookStore         *store,
            DaybookNewFile       *file,
            GError              **error)
{
  g_autoptr(JsonObject) object = daybook_report_to_json (report, daybook_store_get_reader (store), 0, error);
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (object == NULL)
    return FALSE;

  node = json_node_init_object (json_node_alloc (), object);
  text = json_to_string (node, FALSE);
  daybook_new_file_write (file, text, strlen (text));
  daybook_new_file_write (file, "\n", 1);
  return TRUE;
}

/* --- Tables ---------------------------------------------------------------------------------- */

/* Amounts are numbers without signs: their currency stands in a column where it is not the shop's. */
static void
append_cell (GString                 *text,
             const DaybookReport     *report,
             const DaybookReportPart *part,
             guint                    row,
             guint                    column)
{
  const DaybookReportCell *cell = cell_of (part, row, column);
  char share[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *money = NULL;

  if (!cell->given)
    return;

  switch (column_of (part, column)->kind)
    {
    case DAYBOOK_REPORT_MONEY:
      money = daybook_money_to_string (cell->number, currency_of (report, part, row));
      g_string_append (text, money);
      break;
    case DAYBOOK_REPORT_COUNT:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, cell->number);
      break;
    case DAYBOOK_REPORT_PERCENT:
      g_string_append (text, g_ascii_formatd (share, sizeof share, "%.1f", cell->share));
      break;
    case DAYBOOK_REPORT_TEXT:
    default:
      daybook_csv_append (text, cell->text);
      break;
    }
}

static void
append_part (GString                 *text,
             const DaybookReport     *report,
             const DaybookReportPart *part)
{
  daybook_csv_append (text, part->title);
  g_string_append (text, DAYBOOK_CSV_LINE_END);
  for (guint i = 0; i < part->columns->len; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      daybook_csv_append (text, column_of (part, i)->label);
    }
  g_string_append (text, DAYBOOK_CSV_LINE_END);
  for (guint row = 0; row < part->rows->len; row++)
    {
      for (guint i = 0; i < part->columns->len; i++)
        {
          g_string_append (text, i > 0 ? "," : "");
          append_cell (text, report, part, row, i);
        }
      g_string_append (text, DAYBOOK_CSV_LINE_END);
    }
}

static void
write_csv (const DaybookReport *report,
           DaybookNewFile      *file)
{
  g_autoptr(GString) text = g_string_new (DAYBOOK_CSV_MARK);

  for (guint i = 0; i < report->parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, DAYBOOK_CSV_LINE_END);
      append_part (text, report, g_ptr_array_index (report->parts, i));
    }
  daybook_new_file_write (file, text->str, text->len);
}

/* --- A page for a browser ----------------------------------------------------------------------- */

static void
append_element (GString    *text,
                const char *tag,
                const char *content)
{
  g_autofree char *escaped = g_markup_escape_text (content, -1);

  g_string_append_printf (text, "<%s>%s</%s>\n", tag, escaped, tag);
}

static void
append_table (GString                 *text,
              const DaybookReport     *report,
              const DaybookReportPart *part)
{
  g_string_append (text, "<table>\n<tr>\n");
  for (guint i = 0; i < part->columns->len; i++)
    append_element (text, "th", column_of (part, i)->label);
  g_string_append (text, "</tr>\n");
  for (guint row = 0; row < part->rows->len; row++)
    {
      g_string_append (text, "<tr>\n");
      for (guint i = 0; i < part->columns->len; i++)
        {
          g_autofree char *said = daybook_report_say (report, part, row, i);

          append_element (text, "td", said);
        }
      g_string_append (text, "</tr>\n");
    }
  g_string_append (text, "</table>\n");
}

static void
write_html (const DaybookReport *report,
            DaybookNewFile      *file)
{
  g_autoptr(GString) text = g_string_new ("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");

  append_element (text, "title", report->title);
  g_string_append (text, "<style>body{font-family:sans-serif;margin:2em auto;max-width:60em}table{border-collapse:collapse}"
                         "td,th{padding:.2em .8em;text-align:right;border-bottom:1px solid #ccc;font-variant-numeric:tabular-nums}"
                         "td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto}</style>\n</head>\n<body>\n");
  append_element (text, "h1", report->title);
  for (guint i = 0; i < report->notes->len; i++)
    append_element (text, "p", g_ptr_array_index (report->notes, i));
  for (guint i = 0; i < report->parts->len; i++)
    {
      const DaybookReportPart *part = g_ptr_array_index (report->parts, i);

      append_element (text, "h2", part->title);
      if (part->note != NULL)
        append_element (text, "p", part->note);
      if (part->plot != NULL && !daybook_plot_is_empty (part->plot))
        daybook_plot_append_svg (part->plot, text);
      append_table (text, report, part);
    }
  g_string_append (text, "</body>\n</html>\n");
  daybook_new_file_write (file, text->str, text->len);
}

/* --- On paper -------------------------------------------------------------------------------------- */

static char **
make_cells (const DaybookReport     *report,
            const DaybookReportPart *part,
            guint                    row)
{
  char **cells = g_new0 (char *, part->columns->len + 1);

  for (guint i = 0; i < part->columns->len; i++)
    cells[i] = daybook_report_say (report, part, row, i);
  return cells;
}

static void
print_table (const DaybookReport     *report,
             const DaybookReportPart *part,
             DaybookPaper            *paper)
{
  g_autoptr(DaybookPaperTable) table = daybook_paper_table_new (paper, part->columns->len, DAYBOOK_PAPER_TABLE_PLAIN);

  for (guint i = 0; i < part->columns->len; i++)
    daybook_paper_table_set_column (table, i, column_of (part, i)->kind == DAYBOOK_REPORT_TEXT ? DAYBOOK_PAPER_TEXT : DAYBOOK_PAPER_FIGURE,
                                    column_of (part, i)->label);
  for (guint row = 0; row < part->rows->len; row++)
    daybook_paper_table_add (table, make_cells (report, part, row));
  daybook_paper_table_end (table);
}

static gboolean
has_plot (const DaybookReportPart *part)
{
  return part->plot != NULL && !daybook_plot_is_empty (part->plot);
}

static void
print_part (const DaybookReport     *report,
            const DaybookReportPart *part,
            DaybookPaper            *paper)
{
  double width = daybook_paper_width (paper);
  gboolean plotted = has_plot (part);

  if (!plotted && part->rows->len == 0)
    return;

  /* A heading is never alone at the foot of a page. */
  daybook_paper_gap (paper, 2 * GAP);
  daybook_paper_need (paper, HEADING + (plotted ? daybook_paper_plot_height (paper, part->plot) : HEADING));
  daybook_paper_flow (paper, DAYBOOK_INK_HEADING, 0, width, part->title);
  if (part->note != NULL)
    daybook_paper_flow (paper, DAYBOOK_INK_LABEL, 0, width, part->note);
  daybook_paper_gap (paper, GAP / 2);
  if (plotted)
    {
      daybook_paper_plot (paper, part->plot);
      daybook_paper_gap (paper, GAP);
    }
  if (part->columns->len > 0 && part->rows->len > 0)
    print_table (report, part, paper);
}

static gboolean
is_wide (const DaybookReport *report)
{
  for (guint i = 0; i < report->parts->len; i++)
    if (((const DaybookReportPart *) g_ptr_array_index (report->parts, i))->columns->len > MOST_COLUMNS)
      return TRUE;

  return FALSE;
}

DaybookPaper *
daybook_report_print (const DaybookReport *report,
                      DaybookStore        *store)
{
  DaybookManner manner = { .reader = daybook_store_get_reader (store), .zone = daybook_store_get_zone (store),
                           .currency = daybook_store_get_currency (store), .show = DAYBOOK_SHOW_MASKED };
  DaybookLook look;
  DaybookPrinted printed;
  DaybookPaper *paper;

  daybook_export_note_person (store, &look, &printed);
  paper = daybook_print_begin (&manner, &printed, report->title);
  daybook_paper_turn (paper, is_wide (report) ? DAYBOOK_PAPER_LANDSCAPE : DAYBOOK_PAPER_PORTRAIT);
  daybook_paper_flow (paper, DAYBOOK_INK_TITLE, 0, daybook_paper_width (paper), report->title);
  for (guint i = 0; i < report->notes->len; i++)
    daybook_paper_flow (paper, DAYBOOK_INK_TEXT, 0, daybook_paper_width (paper), g_ptr_array_index (report->notes, i));
  for (guint i = 0; i < report->parts->len; i++)
    print_part (report, g_ptr_array_index (report->parts, i), paper);
  return paper;
}

static gboolean
write_pdf (const DaybookReport  *report,
           DaybookStore         *store,
           DaybookNewFile       *file,
           GError              **error)
{
  g_autoptr(DaybookPaper) paper = daybook_report_print (report, store);

  return daybook_paper_write (paper, file, NULL, error);
}

/* --- All of it ---------------------------------------------------------------------------------------- */

static gboolean
write_as (const DaybookReport  *report,
          DaybookStore         *store,
          DaybookReportFormat   format,
          DaybookNewFile       *file,
          GError              **error)
{
  switch (format)
    {
    case DAYBOOK_REPORT_PDF:
      return write_pdf (report, store, file, error);
    case DAYBOOK_REPORT_XLSX:
      return daybook_report_write_book (report, file, error);
    case DAYBOOK_REPORT_JSON:
      return write_json (report, store, file, error);
    case DAYBOOK_REPORT_HTML:
      write_html (report, file);
      return TRUE;
    case DAYBOOK_REPORT_CSV:
    default:
      write_csv (report, file);
      return TRUE;
    }
}

gboolean
daybook_report_save (const DaybookReport  *report,
                     DaybookStore         *store,
                     const char           *path,
                     GError              **error)
{
  g_autoptr(DaybookNewFile) file = NULL;
  DaybookReportFormat format;

  if (!daybook_report_format_find (path, &format))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                           _("Give the file a name that ends with .pdf, .html, .xlsx, .csv or .json."));
      return FALSE;
    }
  if (!daybook_export_check_person (store, error))
    return FALSE;

  file = daybook_new_file_create (path, error);
  return file != NULL && write_as (report, store, format, file, error) && daybook_new_file_keep (file, error);
}
