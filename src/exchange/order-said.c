/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-said.h"

#define FNV_OFFSET 2166136261u
#define FNV_PRIME 16777619u

static guint32
hash_text (const GString *text)
{
  guint32 hash = FNV_OFFSET;

  for (gsize i = 0; i < text->len; i++)
    hash = (hash ^ (guchar) text->str[i]) * FNV_PRIME;

  return hash;
}

void
daybook_order_said_init (DaybookOrderSaid      *self,
                         const DaybookBinding  *binding,
                         const DaybookProfile  *profile)
{
  *self = (DaybookOrderSaid) {
    .binding = binding,
    .profile = profile,
    .cells = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .text = g_string_new (NULL),
  };
}

void
daybook_order_said_clear (DaybookOrderSaid *self)
{
  g_array_unref (self->cells);
  g_string_free (self->text, TRUE);
}

void
daybook_order_said_begin (DaybookOrderSaid      *self,
                          const DaybookTableRow *row)
{
  g_array_set_size (self->cells, 0);
  self->content = FNV_OFFSET;
  self->line = self->binding->begins != NULL ? daybook_order_said_hash_line (self, row) : 0;
  self->is_blank = TRUE;
}

void
daybook_order_said_note (DaybookOrderSaid *self,
                         const GString    *text)
{
  guint32 hash = text->len > 0 ? hash_text (text) : 0;

  g_array_append_val (self->cells, hash);
  self->content = (self->content ^ hash) * FNV_PRIME;
  self->is_blank = self->is_blank && text->len == 0;
}

void
daybook_order_said_note_row (DaybookOrderSaid      *self,
                             const DaybookTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    for (gsize k = 0; k <= row->cells[i].length; k++)
      self->content = (self->content ^ (guchar) row->cells[i].text[k]) * FNV_PRIME;
}

gboolean
daybook_order_said_currency (const DaybookOrderSaid *self)
{
  return self->binding->currency != NULL && g_array_index (self->cells, guint32, 0) != 0;
}

/* The cell of the order that stands at that place, as it is in the row. NULL behind the last. */
static const DaybookBound *
fetch_cell (DaybookOrderSaid      *self,
            const DaybookTableRow *row,
            guint                  place,
            guint                 *column)
{
  guint n_before = self->binding->currency != NULL ? 1 : 0;
  const DaybookBound *bound = place < n_before ? self->binding->currency : NULL;

  if (place >= n_before && place - n_before < self->binding->order->len)
    bound = g_ptr_array_index (self->binding->order, place - n_before);
  if (bound != NULL)
    daybook_bound_fetch (bound, self->profile, row, self->text, column);
  return bound;
}

gboolean
daybook_order_said_otherwise (DaybookOrderSaid      *self,
                              const DaybookTableRow *row,
                              guint                 *column)
{
  for (guint i = 0; fetch_cell (self, row, i, column) != NULL; i++)
    if (self->text->len > 0 && hash_text (self->text) != g_array_index (self->cells, guint32, i))
      return TRUE;

  return FALSE;
}

gboolean
daybook_order_said_the_same (DaybookOrderSaid      *self,
                             const DaybookTableRow *row)
{
  guint column;

  for (guint i = 0; fetch_cell (self, row, i, &column) != NULL; i++)
    if ((self->text->len > 0 ? hash_text (self->text) : 0) != g_array_index (self->cells, guint32, i))
      return FALSE;

  return TRUE;
}

gboolean
daybook_order_said_names_line (DaybookOrderSaid      *self,
                               const DaybookTableRow *row)
{
  gboolean has_column = FALSE;
  guint column;

  for (guint i = 0; i < self->binding->line->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (self->binding->line, i);
      guint field = bound->target.index;

      if (field != DAYBOOK_LINE_NUMBER && field != DAYBOOK_LINE_TITLE && field != DAYBOOK_LINE_VARIANT && field != DAYBOOK_LINE_SKU)
        continue;
      has_column = TRUE;
      daybook_bound_fetch (bound, self->profile, row, self->text, &column);
      if (self->text->len > 0)
        return TRUE;
    }

  return !has_column;
}

gboolean
daybook_order_said_numbers_line (DaybookOrderSaid      *self,
                                 const DaybookTableRow *row)
{
  guint column;

  for (guint i = 0; i < self->binding->line->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (self->binding->line, i);

      if (bound->target.index != DAYBOOK_LINE_NUMBER)
        continue;
      daybook_bound_fetch (bound, self->profile, row, self->text, &column);
      return self->text->len > 0;
    }

  return FALSE;
}

guint32
daybook_order_said_hash_line (DaybookOrderSaid      *self,
                              const DaybookTableRow *row)
{
  guint32 content = FNV_OFFSET;
  guint column;

  for (guint i = 0; i < self->binding->line->len; i++)
    {
      daybook_bound_fetch (g_ptr_array_index (self->binding->line, i), self->profile, row, self->text, &column);
      content = (content ^ hash_text (self->text)) * FNV_PRIME;
    }

  return content;
}
