/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/derived.h"

#include "core/customer.h"
#include "core/money.h"
#include "core/words.h"
#include "store/customer-totals.h"

#include <glib/gi18n-lib.h>

static void
set_text (DaybookOutCell *cell,
          char           *text)
{
  cell->kind = DAYBOOK_OUT_TEXT;
  cell->owned = text;
  cell->text = text;
}

/* "Taobao · bambooslip": the first, as there is seldom another. */
static void
read_account (const DaybookExportSheet *sheet,
              const DaybookRow         *customer,
              DaybookOutCell           *cell)
{
  g_autoptr(GPtrArray) handles = daybook_reader_some_parts (sheet->manner.reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER,
                                                            &customer->id, DAYBOOK_PARTS_FIRST, 1, NULL);
  const DaybookRow *handle = handles != NULL && handles->len > 0 ? handles->pdata[0] : NULL;
  g_autofree char *account = NULL;

  if (handle == NULL)
    return;

  account = daybook_row_tell (&sheet->manner, &daybook_handles.fields[DAYBOOK_HANDLE_ACCOUNT],
                              daybook_row_text (handle, DAYBOOK_HANDLE_ACCOUNT));
  set_text (cell, g_strjoin (" · ", daybook_words_platform (daybook_row_text (handle, DAYBOOK_HANDLE_PLATFORM)), account, NULL));
}

static DaybookCustomerTotals *
read_totals (const DaybookExportSheet *sheet,
             const DaybookRow         *customer)
{
  return daybook_reader_customer_totals (sheet->manner.reader, customer->rowid, NULL);
}

/* No more are counted than DAYBOOK_TOTALS_MAX: "1000+" is no number. */
static void
read_count (const DaybookExportSheet *sheet,
            const DaybookRow         *customer,
            DaybookOutCell           *cell)
{
  g_autoptr(DaybookCustomerTotals) totals = read_totals (sheet, customer);

  if (totals == NULL)
    return;
  if (totals->n_orders >= DAYBOOK_TOTALS_MAX)
    {
      set_text (cell, g_strdup_printf ("%u+", totals->n_orders));
      return;
    }

  cell->kind = DAYBOOK_OUT_INT;
  cell->number = totals->n_orders;
}

static void
read_newest (const DaybookExportSheet *sheet,
             const DaybookRow         *customer,
             DaybookOutCell           *cell)
{
  g_autoptr(DaybookCustomerTotals) totals = read_totals (sheet, customer);

  if (totals == NULL || totals->newest == 0)
    return;

  cell->kind = DAYBOOK_OUT_TIME;
  cell->number = totals->newest;
}

/* "128.00 CNY · 12.00 USD" */
static char *
list_paid (const DaybookExportSheet *sheet,
           GArray                   *paid)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < paid->len; i++)
    {
      const DaybookTotal *total = &g_array_index (paid, DaybookTotal, i);
      const char *currency = *total->currency != '\0' ? total->currency : sheet->currency;
      g_autofree char *amount = daybook_money_to_string (total->amount, currency);

      g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "", amount, currency);
    }

  return g_strdup (text->str);
}

/* A number in the shop's currency; in others the cell says in which. */
static void
read_paid (const DaybookExportSheet *sheet,
           const DaybookRow         *customer,
           DaybookOutCell           *cell)
{
  g_autoptr(DaybookCustomerTotals) totals = read_totals (sheet, customer);
  const DaybookTotal *first = totals != NULL && totals->paid->len > 0 ? &g_array_index (totals->paid, DaybookTotal, 0) : NULL;

  if (first == NULL)
    return;
  if (totals->paid->len > 1 || (*first->currency != '\0' && !g_str_equal (first->currency, sheet->currency)))
    {
      set_text (cell, list_paid (sheet, totals->paid));
      return;
    }

  cell->kind = DAYBOOK_OUT_MONEY;
  cell->number = first->amount;
  cell->currency = sheet->currency;
}

static const DaybookDerived OF_CUSTOMERS[] = {
  { "account", N_("Account"), read_account },
  { "orders", N_("Orders"), read_count },
  { "last_order", N_("Last order"), read_newest },
  { "paid", N_("Paid"), read_paid },
};

guint
daybook_derived_count (const DaybookTable *table)
{
  return table == &daybook_customers ? G_N_ELEMENTS (OF_CUSTOMERS) : 0;
}

const DaybookDerived *
daybook_derived_column (const DaybookTable *table,
                        guint               column)
{
  g_return_val_if_fail (column < table->n_fields + daybook_derived_count (table), NULL);

  return column >= table->n_fields ? &OF_CUSTOMERS[column - table->n_fields] : NULL;
}

int
daybook_derived_find (const DaybookTable *table,
                      const char         *name)
{
  guint n_derived = daybook_derived_count (table);

  for (guint i = 0; i < n_derived; i++)
    if (g_str_equal (OF_CUSTOMERS[i].name, name))
      return (int) (table->n_fields + i);

  return daybook_table_told_field (table, name);
}
