/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-sum.h"

#include "exchange/clean.h"
#include "exchange/refuse.h"

#include <glib/gi18n-lib.h>

/* As for one amount: core/money.h. */
#define MAX_MINOR (G_GINT64_CONSTANT (1) << 53)

typedef struct
{
  gint64   minor;
  guint    n_rows; /* that have told their part */
  gboolean open;   /* one has not */
} Sum;

/* How an amount goes into a sum. */
typedef enum
{
  SIGN_AS_IS,
  SIGN_OFF, /* platforms write what is taken off with a minus or without */
} Sign;

void
daybook_order_sums_init (DaybookOrderSums     *self,
                         const DaybookBinding *binding)
{
  *self = (DaybookOrderSums) {
    .binding = binding,
    .sums = g_array_new (FALSE, TRUE, sizeof (Sum)),
    .text = g_string_new (NULL),
  };
}

void
daybook_order_sums_clear (DaybookOrderSums *self)
{
  g_array_unref (self->sums);
  g_string_free (self->text, TRUE);
}

void
daybook_order_sums_begin (DaybookOrderSums *self)
{
  g_array_set_size (self->sums, 0);
  g_array_set_size (self->sums, self->binding->sums->len);
}

/* Whether the row is one of those that the form leaves out, such as a cancelled item's. */
static gboolean
is_left_out (DaybookOrderSums      *self,
             const DaybookProfile  *profile,
             const DaybookTableRow *row)
{
  g_autofree char *word = NULL;

  if (self->binding->uncounted < 0)
    return FALSE;

  g_string_truncate (self->text, 0);
  daybook_cell_fetch (row, (guint) self->binding->uncounted, profile, self->text);
  word = daybook_clean_fold (self->text->str);
  return g_strv_contains ((const char *const *) self->binding->uncounted_words, word);
}

static gboolean
add_cell (DaybookOrderSums          *self,
          const DaybookValueContext *context,
          const DaybookTableRow     *row,
          guint                      column,
          Sign                       sign,
          Sum                       *sum,
          GError                   **error)
{
  DaybookValue value = DAYBOOK_VALUE_INIT;

  g_string_truncate (self->text, 0);
  if (!daybook_cell_fetch (row, column, context->profile, self->text))
    return TRUE;

  if (!daybook_order_value_read (context, &daybook_orders.fields[DAYBOOK_ORDER_TOTAL], row, column, self->text->str, &value, error))
    return FALSE;
  sum->minor += sign == SIGN_OFF ? -ABS (value.number) : value.number;
  return ABS (sum->minor) <= MAX_MINOR || daybook_refuse (error, _("The amounts of this order add up to more than there can be."));
}

static gboolean
add_cells (DaybookOrderSums          *self,
           const DaybookValueContext *context,
           const DaybookTableRow     *row,
           const GArray              *columns,
           Sign                       sign,
           Sum                       *sum,
           guint                     *column,
           GError                   **error)
{
  for (guint i = 0; i < columns->len; i++)
    {
      *column = g_array_index (columns, guint, i);
      if (!add_cell (self, context, row, *column, sign, sum, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_order_sums_add (DaybookOrderSums          *self,
                        const DaybookValueContext *context,
                        const DaybookTableRow     *row,
                        guint                     *column,
                        GError                   **error)
{
  if (self->sums->len == 0 || is_left_out (self, context->profile, row))
    return TRUE;

  for (guint i = 0; i < self->sums->len; i++)
    {
      const DaybookBoundSum *bound = g_ptr_array_index (self->binding->sums, i);
      Sum *sum = &g_array_index (self->sums, Sum, i);

      g_string_truncate (self->text, 0);
      if (!daybook_cell_fetch (row, g_array_index (bound->of, guint, 0), context->profile, self->text))
        sum->open = TRUE;
      else
        sum->n_rows++;
      if (!add_cells (self, context, row, bound->of, SIGN_AS_IS, sum, column, error)
          || !add_cells (self, context, row, bound->less, SIGN_OFF, sum, column, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_order_sums_began (const DaybookOrderSums *self)
{
  for (guint i = 0; i < self->sums->len; i++)
    if (g_array_index (self->sums, Sum, i).n_rows > 0)
      return TRUE;

  return FALSE;
}

void
daybook_order_sums_settle (const DaybookOrderSums *self,
                           DaybookOrderRecord     *record)
{
  for (guint i = 0; i < self->sums->len; i++)
    {
      const DaybookBoundSum *bound = g_ptr_array_index (self->binding->sums, i);
      const Sum *sum = &g_array_index (self->sums, Sum, i);

      if (sum->n_rows > 0 || sum->open)
        record->summed |= G_GUINT64_CONSTANT (1) << bound->field;
      if (sum->n_rows > 0 && !sum->open)
        daybook_record_set_int (record, bound->field, sum->minor);
    }
}

void
daybook_line_part_price (DaybookLineRecord *line)
{
  const DaybookValue *quantity = &line->values[DAYBOOK_LINE_QUANTITY];
  DaybookValue *price = &line->values[DAYBOOK_LINE_PRICE];

  if (price->type != DAYBOOK_VALUE_INT)
    return;
  if (quantity->type == DAYBOOK_VALUE_INT && quantity->number > 0 && price->number % quantity->number == 0)
    price->number /= quantity->number;
  else
    *price = (DaybookValue) DAYBOOK_VALUE_INIT;
}
