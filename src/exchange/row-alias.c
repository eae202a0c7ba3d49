/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-alias.h"

#include "exchange/clean.h"

void
daybook_row_alias_init (DaybookRowAlias *self)
{
  self->number = g_string_new (NULL);
  self->other = g_string_new (NULL);
}

void
daybook_row_alias_clear (DaybookRowAlias *self)
{
  g_string_free (self->number, TRUE);
  g_string_free (self->other, TRUE);
}

static gboolean
read_id (const DaybookTableRow *row,
         guint                  column,
         GString               *id)
{
  g_string_truncate (id, 0);
  return column < row->n_cells
         && daybook_clean_id (row->cells[column].text, row->cells[column].length, row->cells[column].kind, id) == DAYBOOK_ID_GOOD;
}

void
daybook_row_alias_follow (DaybookRowAlias       *self,
                          const DaybookBinding  *binding,
                          const DaybookTableRow *row,
                          GString               *number)
{
  const GArray *columns = binding->number != NULL ? g_ptr_array_index (binding->number->parts, 0) : NULL;
  g_autoptr(GString) first = NULL;
  g_autoptr(GString) other = NULL;

  if (columns == NULL || columns->len < 2 || number->len == 0)
    return;

  first = g_string_new (NULL);
  other = g_string_new (NULL);
  if (!read_id (row, g_array_index (columns, guint, 1), other))
    return;

  if (read_id (row, g_array_index (columns, guint, 0), first))
    {
      g_string_assign (self->number, first->str);
      g_string_assign (self->other, other->str);
    }
  else if (g_string_equal (other, self->other))
    g_string_assign (number, self->number->str);
}
