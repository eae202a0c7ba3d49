/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stray-sheet.h"

#include "exchange/row-number.h"

#include <string.h>

/* Shorter ones may be codes of goods, or counts. */
#define MIN_NUMBER 10

typedef enum
{
  ROW_OTHER,
  ROW_HEADER,  /* of the form, though it may lack the number */
  ROW_FOREIGN, /* headings that say that the table is of another kind */
} RowKind;

/* "#1001" is "#0000"; FALSE where there is no number. */
static gboolean
read_shape (char    **cells,
            guint     column,
            GString  *shape)
{
  if (column >= g_strv_length (cells)
      || daybook_clean_id (cells[column], strlen (cells[column]), DAYBOOK_CELL_TEXT, shape) != DAYBOOK_ID_GOOD)
    return FALSE;

  g_strdelimit (shape->str, "123456789", '0');
  return shape->len >= MIN_NUMBER && strchr (shape->str, '0') != NULL;
}

static GHashTable *
find_shapes (const GPtrArray *sample,
             guint            column)
{
  GHashTable *shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) shape = g_string_new (NULL);

  for (guint i = 0; i < sample->len; i++)
    if (read_shape (g_ptr_array_index (sample, i), column, shape))
      g_hash_table_add (shapes, g_strdup (shape->str));

  return shapes;
}

static guint
count_filled (char **cells)
{
  guint n = 0;

  for (; *cells != NULL; cells++)
    n += **cells != '\0';

  return n;
}

static gboolean
has_like_numbers (const GPtrArray *sample,
                  const GPtrArray *rows,
                  guint            column)
{
  g_autoptr(GHashTable) shapes = find_shapes (sample, column);
  g_autoptr(GString) shape = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      if (count_filled (cells) > 1 && read_shape (cells, column, shape) && g_hash_table_contains (shapes, shape->str))
        return TRUE;
    }

  return FALSE;
}

static RowKind
sort_row (const DaybookForm *form,
          char             **cells)
{
  guint n = g_strv_length (cells);
  g_auto(GStrv) folded = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    folded[i] = daybook_clean_fold (cells[i]);
  if (daybook_form_forbids (form, (const char *const *) folded, n))
    return ROW_FOREIGN;
  /* In the file of a platform other headings with its number are likely its own too. */
  if (daybook_form_match (form, (const char *const *) folded, n, DAYBOOK_PLATFORM_SAID) > 0
      || daybook_form_likeness (form, (const char *const *) folded, n) > 0)
    return ROW_HEADER;
  return ROW_OTHER;
}

gboolean
daybook_stray_sheet_has_orders (const DaybookReadTable *table,
                                const GPtrArray        *rows)
{
  g_autoptr(DaybookBinding) binding = daybook_binding_new (table->form, table->headings, table->n_headings);

  /* Rows that are known by cells a person has named are in tables that have them all. */
  if (binding->number == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      RowKind kind = sort_row (table->form, g_ptr_array_index (rows, i));

      if (kind != ROW_OTHER)
        return kind == ROW_HEADER && i + 1 < rows->len;
    }

  return has_like_numbers (table->sample, rows, daybook_row_number_column (binding));
}
