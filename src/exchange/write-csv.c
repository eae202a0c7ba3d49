/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"
#include "exchange/export-writer.h"

#include <string.h>
#include <time.h>

/* CSV for spreadsheet programs: UTF-8 with the mark that tells them so, lines that end
 * with CR LF, and two guards, which our own importer takes off again (exchange/clean.h):
 *
 *   - A text that such a program would take for a formula, since it begins with = + - @,
 *     a tab or a line break, has an apostrophe before it. Amounts and counts are numbers:
 *     they begin with - where they are below zero, and stay as they are.
 *   - A text of digits that it would take for a number, and spoil, ends with a tab:
 *     of sixteen digits and more it keeps fifteen, it drops zeros in front, shows from
 *     twelve digits on 3.8E+18 and saves that. `="380…"`, which does the same, would be
 *     a formula, and other programs would read it as one. */
#define MARK "\xef\xbb\xbf"
#define LINE_END "\r\n"
#define SAFE_DIGITS 11
#define DIGITS "0123456789"

typedef struct
{
  DaybookExportSheet *sheet;
  DaybookNewFile     *file;
  GString            *line; /* of the row at hand */
} Writer;

static gboolean
begins_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

/* "0012", "3801000000000104417", "12E45". */
static gboolean
is_spoiled_number (const char *text)
{
  gsize n = strspn (text, DIGITS);
  gboolean powers = n > 0 && (text[n] == 'E' || text[n] == 'e') && text[n + 1] != '\0'
                    && text[n + 1 + strspn (text + n + 1, DIGITS)] == '\0';

  return powers || (text[n] == '\0' && (n > SAFE_DIGITS || (n > 1 && *text == '0')));
}

/* Also what only some programs take for the end of a cell, and blanks that some drop. */
static gboolean
needs_quotes (const char *text)
{
  gsize n = strlen (text);

  return strpbrk (text, "\",;\t\r\n") != NULL || (n > 0 && (*text == ' ' || text[n - 1] == ' '));
}

static void
append_quoted (GString    *line,
               const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
}

static void
append_text (GString    *line,
             const char *text)
{
  gboolean formula = begins_formula (text);
  gboolean number = is_spoiled_number (text);
  gboolean quoted = number || needs_quotes (text);

  if (quoted)
    g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  append_quoted (line, text);
  if (number)
    g_string_append_c (line, '\t');
  if (quoted)
    g_string_append_c (line, '"');
}

static void
append_time (GString *line,
             time_t   wall)
{
  struct tm time;
  char text[32];

  if (gmtime_r (&wall, &time) != NULL && strftime (text, sizeof text, "%Y-%m-%d %H:%M:%S", &time) > 0)
    g_string_append (line, text);
}

static void
append_cell (Writer               *writer,
             const DaybookOutCell *cell)
{
  g_autofree char *amount = NULL;

  switch (cell->kind)
    {
    case DAYBOOK_OUT_TEXT:
      append_text (writer->line, cell->text);
      break;
    case DAYBOOK_OUT_INT:
      g_string_append_printf (writer->line, "%" G_GINT64_FORMAT, cell->number);
      break;
    case DAYBOOK_OUT_MONEY:
      amount = daybook_money_to_string (cell->number, cell->currency);
      g_string_append (writer->line, amount);
      break;
    case DAYBOOK_OUT_TIME:
      append_time (writer->line, (time_t) daybook_out_wall_time (writer->sheet, cell->number));
      break;
    case DAYBOOK_OUT_NONE:
    default:
      break;
    }
}

/* A line without a sign would be none. */
static void
end_line (Writer *writer)
{
  if (writer->line->len == 0)
    g_string_append (writer->line, "\"\"");
  g_string_append (writer->line, LINE_END);
  daybook_new_file_write (writer->file, writer->line->str, writer->line->len);
  g_string_truncate (writer->line, 0);
}

static void
begin_cell (Writer *writer,
            guint   place)
{
  if (place > 0)
    g_string_append_c (writer->line, ',');
}

static gpointer
begin (DaybookExportSheet  *sheet,
       DaybookNewFile      *file,
       guint64              n_rows,
       GError             **error)
{
  Writer *writer = g_new0 (Writer, 1);

  writer->sheet = sheet;
  writer->file = file;
  writer->line = g_string_new (NULL);
  daybook_new_file_write (file, MARK, strlen (MARK));
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      begin_cell (writer, i);
      append_text (writer->line, daybook_export_sheet_label (sheet, g_array_index (sheet->columns, guint, i)));
    }
  end_line (writer);
  return writer;
}

static gboolean
add (gpointer           data,
     const DaybookRow  *row,
     GError           **error)
{
  Writer *writer = data;

  for (guint i = 0; i < writer->sheet->columns->len; i++)
    {
      g_auto(DaybookOutCell) cell = DAYBOOK_OUT_CELL_INIT;

      begin_cell (writer, i);
      daybook_out_cell_read (writer->sheet, row, g_array_index (writer->sheet->columns, guint, i), &cell);
      append_cell (writer, &cell);
    }
  end_line (writer);
  return TRUE;
}

static gboolean
check (gpointer   data,
       GError   **error)
{
  return daybook_new_file_flush (((Writer *) data)->file, error);
}

static void
free_writer (gpointer data)
{
  Writer *writer = data;

  g_string_free (writer->line, TRUE);
  g_free (writer);
}

const DaybookExportWriter daybook_csv_writer = { "csv", begin, add, check, check, free_writer };
