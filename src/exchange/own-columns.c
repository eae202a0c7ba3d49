/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/own-columns.h"

#include "exchange/encoding.h"

#include <stdio.h>
#include <string.h>

#define N_COLUMNS 2
/* What stands in the written file for a byte that was no text; as long as DAYBOOK_DAMAGE. */
#define REPLACEMENT "\xef\xbf\xbd"
G_STATIC_ASSERT (sizeof REPLACEMENT == sizeof DAYBOOK_DAMAGE);

void
daybook_own_columns_clear (DaybookOwnColumns *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

void
daybook_own_columns_begin (DaybookOwnColumns *self)
{
  self->found = FALSE;
  self->n_rows = 0;
}

static gboolean
is_own (const DaybookCell *cell)
{
  return cell->length > strlen (DAYBOOK_OWN_MARK) && g_str_has_suffix (cell->text, DAYBOOK_OWN_MARK);
}

static void
look_for (DaybookOwnColumns     *self,
          const DaybookTableRow *row)
{
  for (guint i = 0; i + 1 < row->n_cells && !self->found; i++)
    {
      self->found = is_own (&row->cells[i]) && is_own (&row->cells[i + 1]);
      self->column = i;
    }
}

/* A row that had fewer cells than the header has them again, unless more were filled since. */
static guint
find_width (DaybookOwnColumns     *self,
            const DaybookTableRow *row)
{
  guint64 number;
  guint width;

  if (sscanf (row->cells[self->column].text, DAYBOOK_OWN_NARROW, &number, &width) != 2 || width >= self->column)
    return self->column;
  for (guint i = width; i < row->n_cells; i++)
    if (i != self->column && i != self->column + 1 && row->cells[i].length > 0)
      return self->column;

  return width;
}

static void
copy_cells (DaybookOwnColumns *self,
            DaybookTableRow   *row)
{
  guint behind = MIN (self->column + N_COLUMNS, row->n_cells);
  guint width = find_width (self, row);

  if (self->cells == NULL)
    self->cells = g_array_new (FALSE, FALSE, sizeof (DaybookCell));
  g_array_set_size (self->cells, 0);
  g_array_append_vals (self->cells, row->cells, width);
  if (behind < row->n_cells)
    g_array_append_vals (self->cells, row->cells + behind, row->n_cells - behind);
  row->cells = (const DaybookCell *) (gpointer) self->cells->data;
  row->n_cells = self->cells->len;
}

/* What nobody has corrected is as damaged as it was. */
static void
restore_damage (DaybookOwnColumns *self,
                DaybookTableRow   *row)
{
  if (self->text == NULL)
    self->text = g_string_new (NULL);
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < row->n_cells; i++)
    if (strstr (row->cells[i].text, REPLACEMENT) != NULL)
      {
        row->doubtful = TRUE;
        g_string_append_len (self->text, row->cells[i].text, (gssize) row->cells[i].length + 1);
      }
  if (self->text->len == 0)
    return;

  char *text = self->text->str;
  for (guint i = 0; i < row->n_cells; i++)
    if (strstr (row->cells[i].text, REPLACEMENT) != NULL)
      {
        for (char *p = text; (p = strstr (p, REPLACEMENT)) != NULL; p += strlen (DAYBOOK_DAMAGE))
          memcpy (p, DAYBOOK_DAMAGE, strlen (DAYBOOK_DAMAGE));
        g_array_index (self->cells, DaybookCell, i).text = text;
        text += row->cells[i].length + 1;
      }
}

void
daybook_own_columns_strip (DaybookOwnColumns *self,
                           DaybookTableRow   *row)
{
  if (!self->found && self->n_rows++ < DAYBOOK_OWN_HEADER_ROWS)
    look_for (self, row);
  if (!self->found || row->n_cells <= self->column)
    return;

  copy_cells (self, row);
  restore_damage (self, row);
}
