/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/binding.h"

#include "exchange/clean.h"

#include <string.h>

static void
free_bound (gpointer data)
{
  DaybookBound *bound = data;

  g_ptr_array_unref (bound->parts);
  g_free (bound);
}

/* Of two columns of the same name the first counts. */
static int
find_column (const char *const *folded,
             guint              n_headings,
             const char        *heading)
{
  for (guint i = 0; i < n_headings; i++)
    if (strcmp (folded[i], heading) == 0)
      return (int) i;

  return -1;
}

static GArray *
find_columns (const char *const *folded,
              guint              n_headings,
              char             **headings)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; *headings != NULL; headings++)
    {
      int column = find_column (folded, n_headings, *headings);

      if (column >= 0)
        g_array_append_val (columns, column);
    }

  return columns;
}

static const DaybookField *
target_field (DaybookTarget target)
{
  if (target.kind == DAYBOOK_TARGET_ORDER)
    return &daybook_orders.fields[target.index];
  return target.kind == DAYBOOK_TARGET_LINE ? &daybook_order_lines.fields[target.index] : NULL;
}

/* NULL when the table has none of the source's columns. */
static DaybookBound *
bind_source (const DaybookSource *source,
             const char *const   *folded,
             guint                n_headings)
{
  DaybookBound *bound = g_new0 (DaybookBound, 1);

  bound->target = source->target;
  bound->field = target_field (source->target);
  bound->separator = source->separator != NULL ? source->separator : " ";
  bound->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < source->parts->len; i++)
    {
      g_autoptr(GArray) columns = find_columns (folded, n_headings, g_ptr_array_index (source->parts, i));

      if (columns->len > 0)
        g_ptr_array_add (bound->parts, g_steal_pointer (&columns));
    }

  if (bound->parts->len > 0)
    return bound;
  free_bound (bound);
  return NULL;
}

/* Amounts and refunds of an order's lines say of the order what they sum up to, as far as they
 * go; a file of orders knows better. */
static gboolean
is_guess (const DaybookForm  *form,
          const DaybookBound *bound)
{
  return g_strcmp0 (form->kind, DAYBOOK_KIND_ORDER_LINES) == 0
         && (bound->field->type == DAYBOOK_TYPE_MONEY || bound->target.index == DAYBOOK_ORDER_REFUND);
}

static void
add_order_bound (DaybookBinding    *binding,
                 const DaybookForm *form,
                 DaybookBound      *bound)
{
  gboolean each = (form->each >> bound->target.index & 1) != 0;

  if (!each || !is_guess (form, bound))
    binding->carried |= G_GUINT64_CONSTANT (1) << bound->target.index;
  if (each)
    {
      binding->status_of_lines = binding->status_of_lines || bound->target.index == DAYBOOK_ORDER_STATUS;
      g_ptr_array_add (binding->each, bound);
    }
  else if (bound->target.index == DAYBOOK_ORDER_NUMBER && binding->number == NULL)
    binding->number = bound;
  else if (bound->target.index == DAYBOOK_ORDER_CURRENCY && binding->currency == NULL)
    binding->currency = bound;
  else
    g_ptr_array_add (binding->order, bound);
}

static void
add_bound (DaybookBinding    *binding,
           const DaybookForm *form,
           DaybookBound      *bound)
{
  switch (bound->target.kind)
    {
    case DAYBOOK_TARGET_ORDER:
      add_order_bound (binding, form, bound);
      break;
    case DAYBOOK_TARGET_LINE:
      g_ptr_array_add (binding->line, bound);
      break;
    case DAYBOOK_TARGET_EXTRA:
    default:
      binding->present |= G_GUINT64_CONSTANT (1) << bound->target.index;
      g_ptr_array_add (binding->extra, bound);
      break;
    }
}

DaybookBinding *
daybook_binding_new (const DaybookForm *form,
                     const char *const *headings,
                     guint              n_headings)
{
  DaybookBinding *binding = g_new0 (DaybookBinding, 1);
  g_auto(GStrv) folded = g_new0 (char *, n_headings + 1);

  for (guint i = 0; i < n_headings; i++)
    folded[i] = daybook_clean_fold (headings[i]);

  binding->order = g_ptr_array_new_with_free_func (free_bound);
  binding->each = g_ptr_array_new_with_free_func (free_bound);
  binding->line = g_ptr_array_new_with_free_func (free_bound);
  binding->extra = g_ptr_array_new_with_free_func (free_bound);
  for (guint i = 0; i < form->sources->len; i++)
    {
      DaybookBound *bound = bind_source (g_ptr_array_index (form->sources, i), (const char *const *) folded, n_headings);

      if (bound != NULL)
        add_bound (binding, form, bound);
    }
  binding->parts = form->parts;
  binding->digits = form->digits;
  binding->plain = form->plain;
  if (form->begins != NULL)
    binding->begins = find_columns ((const char *const *) folded, n_headings, form->begins);
  if (form->key != NULL)
    binding->key = find_columns ((const char *const *) folded, n_headings, form->key);
  return binding;
}

void
daybook_binding_free (DaybookBinding *binding)
{
  g_ptr_array_unref (binding->order);
  g_ptr_array_unref (binding->each);
  g_ptr_array_unref (binding->line);
  g_ptr_array_unref (binding->extra);
  g_clear_pointer (&binding->number, free_bound);
  g_clear_pointer (&binding->currency, free_bound);
  g_clear_pointer (&binding->begins, g_array_unref);
  g_clear_pointer (&binding->key, g_array_unref);
  g_free (binding);
}

/* Appends the cell's text. FALSE, and nothing appended, when it says nothing. */
static gboolean
append_cell (const DaybookTableRow *row,
             guint                  column,
             const DaybookProfile  *profile,
             GString               *out)
{
  gsize before = out->len;
  const DaybookCell *cell;

  if (column >= row->n_cells || row->cells[column].length == 0)
    return FALSE;

  cell = &row->cells[column];
  daybook_clean_text (cell->text, cell->length, out);
  if (!daybook_clean_is_empty (out->str + before) &&
      !daybook_profile_means_nothing (profile, out->str + before, out->len - before))
    return TRUE;

  g_string_truncate (out, before);
  return FALSE;
}

void
daybook_bound_fetch (const DaybookBound    *bound,
                     const DaybookProfile  *profile,
                     const DaybookTableRow *row,
                     GString               *out,
                     guint                 *column)
{
  g_string_truncate (out, 0);
  *column = g_array_index ((GArray *) g_ptr_array_index (bound->parts, 0), guint, 0);

  for (guint p = 0; p < bound->parts->len; p++)
    {
      const GArray *columns = g_ptr_array_index (bound->parts, p);
      gsize before = out->len;
      gboolean found = FALSE;

      if (before > 0)
        g_string_append (out, bound->separator);
      for (guint i = 0; i < columns->len && !found; i++)
        {
          found = append_cell (row, g_array_index (columns, guint, i), profile, out);
          if (found && before == 0)
            *column = g_array_index (columns, guint, i);
        }
      if (!found)
        g_string_truncate (out, before);
    }
}

gboolean
daybook_bound_reads (const DaybookBound *bound,
                     guint               column)
{
  for (guint p = 0; p < bound->parts->len; p++)
    {
      const GArray *columns = g_ptr_array_index (bound->parts, p);

      for (guint i = 0; i < columns->len; i++)
        if (g_array_index (columns, guint, i) == column)
          return TRUE;
    }

  return FALSE;
}

static DaybookMask
find_mask (const GPtrArray *bounds,
           guint            column)
{
  for (guint i = 0; i < bounds->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (bounds, i);

      if (bound->field != NULL && bound->field->mask != DAYBOOK_MASK_NONE && daybook_bound_reads (bound, column))
        return bound->field->mask;
    }

  return DAYBOOK_MASK_NONE;
}

DaybookMask
daybook_binding_mask (const DaybookBinding *binding,
                      guint                 column)
{
  DaybookMask mask = find_mask (binding->order, column);

  return mask != DAYBOOK_MASK_NONE ? mask : find_mask (binding->each, column);
}

static gboolean
one_reads_column (const GPtrArray *bounds,
                  guint            column)
{
  for (guint i = 0; i < bounds->len; i++)
    if (daybook_bound_reads (g_ptr_array_index (bounds, i), column))
      return TRUE;

  return FALSE;
}

gboolean
daybook_binding_reads (const DaybookBinding *binding,
                       guint                 column)
{
  return (binding->number != NULL && daybook_bound_reads (binding->number, column))
         || (binding->currency != NULL && daybook_bound_reads (binding->currency, column))
         || one_reads_column (binding->order, column)
         || one_reads_column (binding->each, column)
         || one_reads_column (binding->line, column);
}

gboolean
daybook_binding_takes (const DaybookBinding *binding,
                       guint                 column)
{
  for (guint i = 0; binding->key != NULL && i < binding->key->len; i++)
    if (g_array_index (binding->key, guint, i) == column)
      return TRUE;

  return daybook_binding_reads (binding, column) || one_reads_column (binding->extra, column);
}

gboolean
daybook_binding_takes_line (const DaybookBinding *binding,
                            guint                 column)
{
  return one_reads_column (binding->line, column) || one_reads_column (binding->each, column);
}
