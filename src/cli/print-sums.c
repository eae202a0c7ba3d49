/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-sums.h"

#include "core/money.h"
#include "core/words.h"
#include "exchange/import-sums.h"

#include <glib/gi18n-lib.h>

/* Takes over `value`; nothing is added for NULL. */
static void
add_line (DaybookTextTable *table,
          const char       *title,
          char             *value)
{
  if (value == NULL)
    return;

  daybook_text_table_row (table);
  daybook_text_table_cell (table, title);
  daybook_text_table_cell (table, value);
  g_free (value);
}

static void
add_count (DaybookTextTable *table,
           const char       *title,
           guint64           count)
{
  add_line (table, title, g_strdup_printf ("%" G_GUINT64_FORMAT, count));
}

static void
add_amounts (DaybookTextTable        *table,
             const DaybookImportSums *sums,
             const char              *currency,
             gint64                   paid,
             gint64                   refunded)
{
  if (sums->has_paid)
    add_line (table, _("Paid"), daybook_money_format (paid, currency));
  if (sums->has_refunded)
    add_line (table, _("Refunded"), daybook_money_format (refunded, currency));
}

/* Under the orders, of which they are the parts. */
static void
add_stages (DaybookTextTable        *table,
            const DaybookImportSums *sums)
{
  for (guint i = 0; i < DAYBOOK_N_STAGES; i++)
    {
      g_autofree char *title = g_strconcat ("  ", daybook_words_enum (&daybook_orders.fields[DAYBOOK_ORDER_STAGE], i), NULL);

      if (sums->by_stage[i] > 0)
        add_count (table, title, sums->by_stage[i]);
    }
}

void
daybook_print_sums (DaybookCli *cli,
                    const char *kind,
                    const char *json)
{
  const char *currency = daybook_store_get_currency (cli->store);
  g_autoptr(DaybookImportSums) sums = daybook_import_sums_parse (kind, json, currency);
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  gboolean of_orders;

  if (sums == NULL)
    return;

  of_orders = sums->table == &daybook_orders;
  daybook_text_table_column (table, _("Sums"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, "", DAYBOOK_ALIGN_RIGHT);
  add_count (table, _(sums->table->labels), sums->orders);
  add_stages (table, sums);
  if (of_orders)
    add_count (table, _("Lines"), sums->lines);
  if (sums->currencies->len == 0 || sums->paid != 0 || sums->refunded != 0)
    add_amounts (table, sums, currency, sums->paid, sums->refunded);
  for (guint i = 0; i < sums->currencies->len; i++)
    {
      const DaybookCurrencySum *sum = g_ptr_array_index (sums->currencies, i);

      add_amounts (table, sums, sum->currency, sum->paid, sum->refunded);
    }
  add_line (table, of_orders ? _("Earliest order") : _("Earliest date"), g_strdup (sums->first_date));
  add_line (table, of_orders ? _("Latest order") : _("Latest date"), g_strdup (sums->last_date));
  daybook_print_table (table);
}
