/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/binding.h"

#include "exchange/clean.h"
#include "exchange/currency-cell.h"
#include "exchange/pick.h"

#include <string.h>

static void
free_bound (gpointer data)
{
  DaybookBound *bound = data;

  g_ptr_array_unref (bound->parts);
  g_free (bound);
}

static void
free_sum (gpointer data)
{
  DaybookBoundSum *sum = data;

  g_array_unref (sum->of);
  g_array_unref (sum->less);
  g_free (sum);
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

  for (; headings != NULL && *headings != NULL; headings++)
    {
      int column = find_column (folded, n_headings, *headings);

      if (column >= 0)
        g_array_append_val (columns, column);
    }

  return columns;
}

static const DaybookTable *
table_of (const DaybookForm *form,
          DaybookTarget      target)
{
  switch (target.kind)
    {
    case DAYBOOK_TARGET_ORDER:
      return &daybook_orders;
    case DAYBOOK_TARGET_LINE:
      return &daybook_order_lines;
    case DAYBOOK_TARGET_ENTRY:
      return form->table;
    case DAYBOOK_TARGET_EXTRA:
    default:
      return NULL;
    }
}

/* NULL when the table has none of the source's columns. */
static DaybookBound *
bind_source (const DaybookForm   *form,
             const DaybookSource *source,
             const char *const   *folded,
             guint                n_headings)
{
  const DaybookTable *table = table_of (form, source->target);
  DaybookBound *bound = g_new0 (DaybookBound, 1);

  bound->target = source->target;
  bound->field = table != NULL ? &table->fields[source->target.index] : NULL;
  bound->pick = source->pick;
  bound->words = (const char *const *) source->words;
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
  return daybook_form_is_of_lines (form)
         && (bound->field->type == DAYBOOK_TYPE_MONEY || bound->target.index == DAYBOOK_ORDER_REFUND);
}

/* Of an order or an entry. */
static void
add_own_bound (DaybookBinding    *binding,
               const DaybookForm *form,
               DaybookBound      *bound)
{
  gboolean each = form->table == NULL && (form->each >> bound->target.index & 1) != 0;

  if (!each || !is_guess (form, bound))
    binding->carried |= G_GUINT64_CONSTANT (1) << bound->target.index;
  if (each)
    {
      binding->status_of_lines = binding->status_of_lines || bound->target.index == DAYBOOK_ORDER_STATUS;
      g_ptr_array_add (binding->each, bound);
    }
  else if (g_str_equal (bound->field->name, "number") && binding->number == NULL)
    binding->number = bound;
  else if (g_str_equal (bound->field->name, "currency") && binding->currency == NULL)
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
    case DAYBOOK_TARGET_ENTRY:
      add_own_bound (binding, form, bound);
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

/* A table without the first column of a sum does not tell it. */
static void
bind_sums (DaybookBinding    *binding,
           const DaybookForm *form,
           const char *const *folded,
           guint              n_headings)
{
  for (guint i = 0; i < form->sums->len; i++)
    {
      const DaybookFormSum *sum = g_ptr_array_index (form->sums, i);
      DaybookBoundSum *bound;

      if (sum->of[0] == NULL || find_column (folded, n_headings, sum->of[0]) < 0)
        continue;
      bound = g_new0 (DaybookBoundSum, 1);
      bound->field = sum->field;
      bound->of = find_columns (folded, n_headings, sum->of);
      bound->less = find_columns (folded, n_headings, sum->less);
      g_ptr_array_add (binding->sums, bound);
      binding->carried |= G_GUINT64_CONSTANT (1) << sum->field;
    }

  binding->uncounted_words = form->uncounted;
  binding->uncounted = form->uncounted != NULL ? find_column (folded, n_headings, form->uncounted_heading) : -1;
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
      DaybookBound *bound = bind_source (form, g_ptr_array_index (form->sources, i), (const char *const *) folded, n_headings);

      if (bound != NULL)
        add_bound (binding, form, bound);
    }
  binding->sums = g_ptr_array_new_with_free_func (free_sum);
  bind_sums (binding, form, (const char *const *) folded, n_headings);
  binding->summary = form->summary;
  binding->row_prices = form->row_prices;
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
  g_ptr_array_unref (binding->sums);
  g_free (binding);
}

gboolean
daybook_cell_fetch (const DaybookTableRow *row,
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
          found = daybook_cell_fetch (row, g_array_index (columns, guint, i), profile, out)
                  && daybook_pick_cell (bound->pick, bound->words, out, before);
          if (found && before == 0)
            *column = g_array_index (columns, guint, i);
        }
      if (!found)
        g_string_truncate (out, before);
    }
  if (bound->pick == DAYBOOK_PICK_CURRENCY)
    daybook_currency_cell_read (profile, out);
}

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

GPtrArray *
daybook_extras_new (const DaybookProfile *profile)
{
  GPtrArray *extras = g_ptr_array_new_with_free_func (free_text);

  for (guint i = 0; i < profile->extras->len; i++)
    g_ptr_array_add (extras, g_string_new (NULL));
  return extras;
}

void
daybook_extras_fetch (GPtrArray             *extras,
                      const DaybookBinding  *binding,
                      const DaybookProfile  *profile,
                      const DaybookTableRow *row)
{
  guint column;

  for (guint i = 0; i < extras->len; i++)
    g_string_truncate (g_ptr_array_index (extras, i), 0);
  for (guint i = 0; i < binding->extra->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (binding->extra, i);

      daybook_bound_fetch (bound, profile, row, g_ptr_array_index (extras, bound->target.index), &column);
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

static gboolean
has_column (const GArray *columns,
            guint         column)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    if (g_array_index (columns, guint, i) == column)
      return TRUE;

  return FALSE;
}

static gboolean
one_adds_column (const GPtrArray *sums,
                 guint            column)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const DaybookBoundSum *sum = g_ptr_array_index (sums, i);

      if (has_column (sum->of, column) || has_column (sum->less, column))
        return TRUE;
    }

  return FALSE;
}

gboolean
daybook_binding_takes (const DaybookBinding *binding,
                       guint                 column)
{
  return has_column (binding->key, column) || daybook_binding_reads (binding, column)
         || one_reads_column (binding->extra, column) || one_adds_column (binding->sums, column);
}

gboolean
daybook_binding_takes_line (const DaybookBinding *binding,
                            guint                 column)
{
  return one_reads_column (binding->line, column) || one_reads_column (binding->each, column);
}

gboolean
daybook_binding_begins (const DaybookBinding  *binding,
                        const DaybookTableRow *row)
{
  for (guint i = 0; binding->begins != NULL && i < binding->begins->len; i++)
    {
      guint column = g_array_index (binding->begins, guint, i);

      if (column < row->n_cells && row->cells[column].length > 0)
        return TRUE;
    }

  return FALSE;
}
