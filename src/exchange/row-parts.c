/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-parts.h"

#include <string.h>

/* More lines than that are in no cell; then it is one text. */
#define MAX_PARTS 200

struct _DaybookRowParts
{
  const DaybookBinding  *binding;
  const DaybookTableRow *row;
  guint                  n_parts;
  DaybookCell           *cells;
  GPtrArray             *texts; /* char *: of the cells that are parts */
};

/* The column of the line's number, or that of no cell. */
static guint
find_number (const DaybookBinding *binding)
{
  for (guint i = 0; i < binding->line->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (binding->line, i);

      if (bound->target.index == DAYBOOK_LINE_NUMBER)
        return g_array_index ((GArray *) g_ptr_array_index (bound->parts, 0), guint, 0);
    }

  return G_MAXUINT;
}

/* As many as the cell's text has; one behind which nothing follows is none. */
static char **
split (const DaybookRowParts *self,
       guint                  column)
{
  g_autofree char *text = g_strdup (self->row->cells[column].text);
  gsize length;

  g_strstrip (text);
  length = strlen (text);
  if (g_str_has_suffix (text, self->binding->parts))
    text[length - strlen (self->binding->parts)] = '\0';
  return g_strsplit (text, self->binding->parts, MAX_PARTS + 1);
}

DaybookRowParts *
daybook_row_parts_new (const DaybookBinding  *binding,
                       const DaybookTableRow *row)
{
  guint column = binding->parts != NULL ? find_number (binding) : G_MAXUINT;
  g_autoptr(DaybookRowParts) self = NULL;
  g_auto(GStrv) parts = NULL;

  if (column >= row->n_cells || strstr (row->cells[column].text, binding->parts) == NULL)
    return NULL;

  self = g_new0 (DaybookRowParts, 1);
  self->binding = binding;
  self->row = row;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_new0 (DaybookCell, row->n_cells);
  parts = split (self, column);
  self->n_parts = g_strv_length (parts);
  return self->n_parts <= MAX_PARTS ? g_steal_pointer (&self) : NULL;
}

void
daybook_row_parts_free (DaybookRowParts *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self->cells);
  g_free (self);
}

guint
daybook_row_parts_count (const DaybookRowParts *self)
{
  return self->n_parts;
}

static void
set_cell (DaybookRowParts *self,
          guint            column,
          const char      *text)
{
  char *own = g_strdup (text);

  g_ptr_array_add (self->texts, own);
  self->cells[column].text = own;
  self->cells[column].length = strlen (own);
}

/* Whether a number is read from the column: for one of these. */
static gboolean
reads_number (const GPtrArray *bounds,
              guint            column)
{
  for (guint i = 0; i < bounds->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (bounds, i);

      if ((bound->field->type == DAYBOOK_TYPE_MONEY || bound->field->type == DAYBOOK_TYPE_INT)
          && daybook_bound_reads (bound, column))
        return TRUE;
    }

  return FALSE;
}

static void
take_part (DaybookRowParts *self,
           guint            column,
           guint            part)
{
  g_auto(GStrv) parts = split (self, column);

  if (g_strv_length (parts) == self->n_parts)
    set_cell (self, column, parts[part]);
  else if (reads_number (self->binding->line, column) || (part > 0 && reads_number (self->binding->each, column)))
    set_cell (self, column, "");
}

void
daybook_row_parts_get (DaybookRowParts *self,
                       guint            part,
                       DaybookTableRow *line)
{
  g_ptr_array_set_size (self->texts, 0);
  memcpy (self->cells, self->row->cells, self->row->n_cells * sizeof *self->cells);
  for (guint i = 0; i < self->row->n_cells; i++)
    if (self->cells[i].length > 0 && daybook_binding_takes_line (self->binding, i))
      take_part (self, i, part);

  *line = *self->row;
  line->cells = self->cells;
}
