/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-number.h"

#include "core/order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIGITS "0123456789"
#define KEY_SEPARATOR '\x1f'
/* A cell that says "sum" is short; titles of goods may begin with such a word. */
#define MAX_SUMS_WORD 30
/* So many cells in a row behind a table that are all headings are no chance. */
#define N_TELLING 2

static DaybookIdState
derive_number (const DaybookBinding  *binding,
               const DaybookTableRow *row,
               GString               *number)
{
  g_autoptr(GString) key = g_string_new (NULL);
  g_autofree char *digest = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < binding->key->len; i++)
    {
      guint column = g_array_index (binding->key, guint, i);
      gsize before = key->len;

      if (column < row->n_cells)
        daybook_clean_text (row->cells[column].text, row->cells[column].length, key);
      any = any || key->len > before;
      g_string_append_c (key, KEY_SEPARATOR);
    }

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key->str, (gssize) key->len);
  g_string_printf (number, DAYBOOK_DERIVED_PREFIX "%.*s", DAYBOOK_DERIVED_DIGITS, digest);
  return any ? DAYBOOK_ID_GOOD : DAYBOOK_ID_EMPTY;
}

/* "11月合计", "3笔": sums and remarks, of a platform whose numbers have no words in them. */
static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

static DaybookIdState
read_number (const DaybookBinding  *binding,
             const DaybookTableRow *row,
             guint                  column,
             GString               *number)
{
  DaybookIdState state;

  g_string_truncate (number, 0);
  if (column >= row->n_cells)
    return DAYBOOK_ID_EMPTY;
  if (row->cells[column].kind == DAYBOOK_CELL_UNKNOWN)
    return DAYBOOK_ID_BAD;

  state = daybook_clean_id (row->cells[column].text, row->cells[column].length, row->cells[column].kind, number);
  if (state == DAYBOOK_ID_GOOD && binding->digits && strpbrk (number->str, DIGITS) == NULL)
    return DAYBOOK_ID_BAD;
  if (state == DAYBOOK_ID_GOOD && binding->plain && has_han (number->str))
    return DAYBOOK_ID_BAD;
  if (state == DAYBOOK_ID_GOOD && daybook_rounding_fits (binding->rounding, number->str))
    return DAYBOOK_ID_RUINED;

  return state;
}

/* Of several columns for it the first that says anything. */
DaybookIdState
daybook_row_number_read (const DaybookBinding  *binding,
                         const DaybookTableRow *row,
                         GString               *number)
{
  DaybookIdState state = DAYBOOK_ID_EMPTY;
  const GArray *columns;

  if (binding->number == NULL)
    return derive_number (binding, row, number);

  columns = g_ptr_array_index (binding->number->parts, 0);
  for (guint i = 0; i < columns->len && state == DAYBOOK_ID_EMPTY; i++)
    state = read_number (binding, row, g_array_index (columns, guint, i), number);
  return state;
}

const char *
daybook_row_number_fault (const DaybookBinding *binding,
                          DaybookIdState        state)
{
  if (state == DAYBOOK_ID_RUINED)
    return _("A spreadsheet program has rounded this order number. Download the file again and import it without opening it first.");
  if (state == DAYBOOK_ID_BAD)
    return _("This is not an order number.");
  if (binding->number == NULL)
    return _("The cells that should identify the row are empty.");

  return _("The row has no order number.");
}

guint
daybook_row_number_column (const DaybookBinding *binding)
{
  if (binding->number == NULL)
    return g_array_index (binding->key, guint, 0);
  return g_array_index ((GArray *) g_ptr_array_index (binding->number->parts, 0), guint, 0);
}

/* The good ones; of an order's several rows one. */
static GPtrArray *
read_numbers (const GPtrArray *sample,
              guint            column)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) number = g_string_new (NULL);

  for (guint i = 0; i < sample->len; i++)
    {
      char **cells = g_ptr_array_index (sample, i);
      const char *last = numbers->len > 0 ? g_ptr_array_index (numbers, numbers->len - 1) : "";

      if (column < g_strv_length (cells)
          && daybook_clean_id (cells[column], strlen (cells[column]), DAYBOOK_CELL_TEXT, number) == DAYBOOK_ID_GOOD
          && !g_str_equal (number->str, last))
        g_ptr_array_add (numbers, g_strdup (number->str));
    }

  return numbers;
}

DaybookRounding
daybook_row_number_rounding (const DaybookBinding *binding,
                             const GPtrArray      *sample)
{
  g_autoptr(GPtrArray) numbers = NULL;

  if (binding->number == NULL)
    return DAYBOOK_ROUNDING_NONE;

  numbers = read_numbers (sample, daybook_row_number_column (binding));
  return daybook_rounding_find (numbers);
}

static gboolean
is_cell (const DaybookTableRow *row,
         guint                  column,
         const char            *heading)
{
  g_autoptr(GString) cell = g_string_new (NULL);
  g_autoptr(GString) clean = g_string_new (NULL);

  if (column < row->n_cells)
    daybook_clean_text (row->cells[column].text, row->cells[column].length, cell);
  daybook_clean_text (heading, strlen (heading), clean);
  return g_string_equal (cell, clean);
}

/* "40.00": a heading is none. */
static gboolean
has_figure (const DaybookTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (strpbrk (row->cells[i].text, DIGITS) != NULL && strspn (row->cells[i].text, DIGITS "+-.,:/$ ") == row->cells[i].length)
      return TRUE;

  return FALSE;
}

/* Whether the row has a heading where its number should be, or the number's own heading
 * in another column. Of headings none is an order number: those have digits. */
static gboolean
has_headings (const DaybookTableRow *row,
              const GPtrArray       *headings,
              guint                  number_column,
              const GString         *number)
{
  if (number->len == 0 || g_ascii_isdigit (number->str[0]))
    return FALSE;

  for (guint i = 0; i < headings->len; i++)
    if (g_str_equal (number->str, g_ptr_array_index (headings, i)))
      return !has_figure (row);
  if (strpbrk (number->str, DIGITS) != NULL)
    return FALSE;

  for (guint i = 0; i < row->n_cells; i++)
    if (is_cell (row, i, g_ptr_array_index (headings, number_column)))
      return TRUE;
  return FALSE;
}

static gboolean
is_any_heading (const DaybookTableRow *row,
                guint                  column,
                const GPtrArray       *headings)
{
  for (guint i = 0; row->cells[column].length > 0 && i < headings->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i);

      if (*heading != '\0' && is_cell (row, column, heading))
        return TRUE;
    }

  return FALSE;
}

/* Whether the cell in which a row and the next one meet, a mark of encoding between them or
 * not, ends in a heading. */
static gboolean
ends_in_heading (const DaybookTableRow *row,
                 guint                  column,
                 const GPtrArray       *headings)
{
  g_autoptr(GString) cell = g_string_new (NULL);

  daybook_clean_text (row->cells[column].text, row->cells[column].length, cell);
  for (guint i = 0; i < headings->len; i++)
    {
      const char *heading = g_ptr_array_index (headings, i);

      if (*heading != '\0' && g_str_has_suffix (cell->str, heading))
        return TRUE;
    }

  return FALSE;
}

/* Whether other headings follow a whole row of text, with one cell in which both meet: the row
 * was the last of a file without a line break at its end. The very same headings say nothing
 * new of the rows below. */
static gboolean
has_others_behind (const DaybookTableRow *row,
                   const GPtrArray       *headings)
{
  gboolean other = row->n_cells != 2 * headings->len - 1;

  if (row->kind == DAYBOOK_ROW_OF_CELLS || row->n_cells <= headings->len)
    return FALSE;
  if (row->n_cells < headings->len + N_TELLING && !ends_in_heading (row, headings->len - 1, headings))
    return FALSE;

  for (guint i = 0; headings->len + i < row->n_cells; i++)
    {
      if (i < N_TELLING && !is_any_heading (row, headings->len + i, headings))
        return FALSE;
      other = other || !is_cell (row, headings->len + i, g_ptr_array_index (headings, i + 1));
    }

  return other;
}

DaybookHeadings
daybook_row_find_headings (const DaybookBinding  *binding,
                           const DaybookTableRow *row,
                           const GPtrArray       *headings,
                           const GString         *number)
{
  guint column = daybook_row_number_column (binding);

  if (has_others_behind (row, headings))
    return DAYBOOK_HEADINGS_OTHER;
  if (binding->number != NULL && !has_headings (row, headings, column, number))
    return DAYBOOK_HEADINGS_NONE;

  for (guint i = 0; i < MAX (headings->len, row->n_cells); i++)
    if (!is_cell (row, i, i < headings->len ? g_ptr_array_index (headings, i) : ""))
      return binding->number != NULL ? DAYBOOK_HEADINGS_OTHER : DAYBOOK_HEADINGS_NONE;

  return DAYBOOK_HEADINGS_AGAIN;
}

/* What may follow a word that begins a row of sums: "合计：", "合计3笔", "Total (3)"; but
 * 总计划-1 and Total-1 are numbers of somebody's. */
static gboolean
ends_word (const char *rest,
           gboolean    is_latin)
{
  rest += strspn (rest, " ");
  return *rest == '\0' || *rest == ':' || *rest == '(' || (!is_latin && g_ascii_isdigit (*rest));
}

static gboolean
begins_sums (const DaybookProfile *profile,
             const char           *text)
{
  g_autofree char *folded = NULL;
  GHashTableIter iter;
  gpointer word;

  if (*text == '\0' || g_ascii_isdigit (*text))
    return FALSE;

  folded = daybook_clean_fold (text);
  g_hash_table_iter_init (&iter, profile->totals);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_str_has_prefix (folded, word) && ends_word (folded + strlen (word), g_ascii_isalpha (*(char *) word)))
      return TRUE;

  return FALSE;
}

gboolean
daybook_row_is_sums (const DaybookTableRow *row,
                     const DaybookProfile  *profile,
                     const GString         *number)
{
  if (number->len > 0)
    return begins_sums (profile, number->str);

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].length > 0 && row->cells[i].length <= MAX_SUMS_WORD && begins_sums (profile, row->cells[i].text))
      return TRUE;

  return FALSE;
}

static guint
count_filled (const DaybookTableRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += row->cells[i].length > 0;

  return n;
}

/* Of a number that stands alone: an order's has digits, and neither blanks nor Chinese. */
static gboolean
is_words (const GString *number)
{
  const char *text = number->str + (number->str[0] == '#');

  return strpbrk (text, DIGITS) == NULL || strpbrk (text, " :#") != NULL || (*text & 0x80) != 0;
}

guint
daybook_row_first_filled (const DaybookTableRow *row)
{
  guint i = 0;

  while (i < row->n_cells && row->cells[i].length == 0)
    i++;

  return i;
}

DaybookRemark
daybook_row_find_remark (const DaybookTableRow *row,
                         guint                  n_headings,
                         const GString         *number)
{
  guint n_filled = count_filled (row);

  if (n_filled == 0)
    return DAYBOOK_REMARK_SURE;
  if (n_filled > 1 || n_headings <= 2)
    return DAYBOOK_REMARK_NONE;
  if (number->len == 0)
    return DAYBOOK_REMARK_ALONE;

  if (is_words (number))
    return DAYBOOK_REMARK_SURE;
  return row->kind != DAYBOOK_ROW_OF_CELLS && row->n_cells == 1 ? DAYBOOK_REMARK_NUMBER : DAYBOOK_REMARK_NONE;
}
