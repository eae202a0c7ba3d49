/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/text-table.h"

/* A long text must not push every other column off the screen. */
#define CELL_MAX 40
#define GAP 2

#define BOLD "\033[1m"
#define PLAIN "\033[0m"

typedef struct
{
  char        *heading;
  DaybookAlign align;
  guint        width; /* of the widest cell; 0: all are empty */
} Column;

struct _DaybookTextTable
{
  guint      width;
  GArray    *columns; /* Column */
  GPtrArray *rows;    /* GPtrArray of char * */
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
}

static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

guint
daybook_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));

  return width;
}

char *
daybook_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean breaks = g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_LINE_SEPARATOR;

      g_string_append_unichar (clean, breaks ? ' ' : c);
    }

  return g_string_free (clean, FALSE);
}

/* The text on one line, shortened to CELL_MAX cells. */
static char *
shorten (const char *text)
{
  g_autofree char *clean = daybook_text_clean (text);
  const char *end = clean;
  guint width = 0;

  if (daybook_text_width (clean) <= CELL_MAX)
    return g_steal_pointer (&clean);

  while (width + char_width (g_utf8_get_char (end)) < CELL_MAX)
    {
      width += char_width (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }

  return g_strdup_printf ("%.*s…", (int) (end - clean), clean);
}

DaybookTextTable *
daybook_text_table_new (guint width)
{
  DaybookTextTable *table = g_new0 (DaybookTextTable, 1);

  table->width = width;
  table->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (table->columns, clear_column);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return table;
}

void
daybook_text_table_free (DaybookTextTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
daybook_text_table_column (DaybookTextTable *table,
                           const char       *heading,
                           DaybookAlign      align)
{
  Column column = { .heading = g_strdup (heading), .align = align };

  g_return_if_fail (table->rows->len == 0);
  g_array_append_val (table->columns, column);
}

void
daybook_text_table_row (DaybookTextTable *table)
{
  g_ptr_array_add (table->rows, g_ptr_array_new_with_free_func (g_free));
}

void
daybook_text_table_cell (DaybookTextTable *table,
                         const char       *text)
{
  g_return_if_fail (table->rows->len > 0);

  GPtrArray *row = g_ptr_array_index (table->rows, table->rows->len - 1);
  g_return_if_fail (row->len < table->columns->len);

  Column *column = &g_array_index (table->columns, Column, row->len);
  char *cell = column->align == DAYBOOK_ALIGN_WHOLE ? daybook_text_clean (text) : shorten (text);

  if (*cell != '\0')
    column->width = MAX (column->width, MAX (daybook_text_width (cell), daybook_text_width (column->heading)));
  g_ptr_array_add (row, cell);
}

/* How many columns from the left are shown. */
static guint
count_fitting (DaybookTextTable *table)
{
  guint used = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      guint width = g_array_index (table->columns, Column, i).width;

      used += width > 0 ? width + GAP : 0;
      if (table->width > 0 && used > table->width + GAP && i > 0)
        return i;
    }

  return table->columns->len;
}

static void
append_cell (GString      *text,
             const Column *column,
             const char   *cell)
{
  guint padding = column->width - MIN (column->width, daybook_text_width (cell));

  if (column->align == DAYBOOK_ALIGN_RIGHT)
    g_string_append_printf (text, "%*s%s", (int) padding, "", cell);
  else
    g_string_append_printf (text, "%s%*s", cell, (int) padding, "");
  g_string_append_printf (text, "%*s", GAP, "");
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_headings (DaybookTextTable *table,
                 guint             n_columns,
                 DaybookColor      color,
                 GString          *text)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);

      if (column->width > 0)
        append_cell (line, column, column->heading);
    }

  end_line (line);
  g_string_truncate (line, line->len - 1);
  g_string_append_printf (text, "%s%s%s\n", color == DAYBOOK_COLOR_HEADING ? BOLD : "", line->str,
                          color == DAYBOOK_COLOR_HEADING ? PLAIN : "");
}

char *
daybook_text_table_to_string (DaybookTextTable *table,
                              DaybookColor      color)
{
  guint n_columns = count_fitting (table);
  GString *text = g_string_new (NULL);

  append_headings (table, n_columns, color, text);

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint j = 0; j < MIN (n_columns, row->len); j++)
        if (g_array_index (table->columns, Column, j).width > 0)
          append_cell (line, &g_array_index (table->columns, Column, j), g_ptr_array_index (row, j));

      end_line (line);
      g_string_append (text, line->str);
    }

  return g_string_free (text, FALSE);
}
