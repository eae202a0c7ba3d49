/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stray-sheet.h"

#include "exchange/row-number.h"

#include <string.h>

/* Shorter ones may be codes of goods, or counts. */
#define MIN_NUMBER 10
#define MIN_SIGNED 4

struct _DaybookStrayCheck
{
  GHashTable          *shapes; /* char *: those of the read table's numbers */
  DaybookNumberIsRead  is_read;
  gpointer             data;
  GString             *number;
};

typedef enum
{
  ROW_OTHER,
  ROW_HEADER,  /* of the form, though it may lack the number */
  ROW_FOREIGN, /* headings that say that the table is of another kind */
} RowKind;

/* A number that is an order's by its look; with its sign a short one is too. */
static gboolean
is_long (const GString *number)
{
  return number->len >= MIN_NUMBER || (number->str[0] == '#' && number->len >= MIN_SIGNED);
}

/* "#1001" becomes "#0000"; FALSE when it is no number. */
static gboolean
make_shape (GString *number)
{
  g_strdelimit (number->str, "123456789", '0');
  return is_long (number) && strchr (number->str, '0') != NULL;
}

/* FALSE where there is no number. */
static gboolean
read_shape (char    **cells,
            guint     column,
            GString  *shape)
{
  if (column >= g_strv_length (cells)
      || daybook_clean_id (cells[column], strlen (cells[column]), DAYBOOK_CELL_TEXT, shape) != DAYBOOK_ID_GOOD)
    return FALSE;

  return make_shape (shape);
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

DaybookStrayCheck *
daybook_stray_check_new (const DaybookReadTable *table,
                         DaybookNumberIsRead     is_read,
                         gpointer                data)
{
  g_autoptr(DaybookBinding) binding = daybook_binding_new (table->form, table->headings, table->n_headings);
  DaybookStrayCheck *self = g_new0 (DaybookStrayCheck, 1);

  self->shapes = find_shapes (table->sample, daybook_row_number_column (binding));
  self->is_read = is_read;
  self->data = data;
  self->number = g_string_new (NULL);
  return self;
}

void
daybook_stray_check_free (DaybookStrayCheck *self)
{
  g_hash_table_unref (self->shapes);
  g_string_free (self->number, TRUE);
  g_free (self);
}

/* The numbers of the first rows need not be as long as all others: those of more digits
 * than a spreadsheet program keeps are orders' too. */
static DaybookStrayRow
check_cell (DaybookStrayCheck *self,
            const DaybookCell *cell)
{
  DaybookIdState state = daybook_clean_id (cell->text, cell->length, cell->kind, self->number);

  if (state == DAYBOOK_ID_GOOD && is_long (self->number) && self->is_read (self->number->str, self->data))
    return DAYBOOK_STRAY_ROW_READ;
  if ((state == DAYBOOK_ID_GOOD || state == DAYBOOK_ID_RUINED) && daybook_clean_unsure_digits (self->number->str) > 0)
    return DAYBOOK_STRAY_ROW_NEW;
  if (state == DAYBOOK_ID_GOOD && make_shape (self->number) && g_hash_table_contains (self->shapes, self->number->str))
    return DAYBOOK_STRAY_ROW_NEW;
  return DAYBOOK_STRAY_ROW_OTHER;
}

/* What else looks like a number beside one that was read is a parcel's or a payment's. */
DaybookStrayRow
daybook_stray_check_row (DaybookStrayCheck     *self,
                         const DaybookTableRow *row)
{
  DaybookStrayRow found = DAYBOOK_STRAY_ROW_OTHER;

  for (guint i = 0; found != DAYBOOK_STRAY_ROW_READ && i < row->n_cells; i++)
    {
      DaybookStrayRow cell = check_cell (self, &row->cells[i]);

      if (cell != DAYBOOK_STRAY_ROW_OTHER)
        found = cell;
    }

  return found;
}
