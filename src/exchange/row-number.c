/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-number.h"

#include "core/order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY_SEPARATOR '\x1f'

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

DaybookIdState
daybook_row_number_read (const DaybookBinding  *binding,
                         const DaybookTableRow *row,
                         GString               *number)
{
  guint column = daybook_row_number_column (binding);

  if (binding->number == NULL)
    return derive_number (binding, row, number);

  g_string_truncate (number, 0);
  if (column >= row->n_cells)
    return DAYBOOK_ID_EMPTY;
  return daybook_clean_id (row->cells[column].text, row->cells[column].length, row->cells[column].kind, number);
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

gboolean
daybook_row_is_remark (const DaybookTableRow *row,
                       const DaybookProfile  *profile,
                       guint                  n_headings,
                       const GString         *number)
{
  guint n_filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n_filled += row->cells[i].length > 0;
  if (n_filled == 0 || g_hash_table_contains (profile->totals, number->str))
    return TRUE;

  /* An order number alone has neither blanks nor Chinese in it. */
  return n_filled == 1 && n_headings > 2 &&
         (number->len == 0 || strpbrk (number->str, " :#") != NULL || (number->str[0] & 0x80) != 0);
}
