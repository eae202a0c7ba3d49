/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/print-row.h"

#include "core/order.h"
#include "exchange/sample.h"

#include <glib/gi18n-lib.h>

/* How many rows of each kind there are, in the order of the registry. */
static gboolean
count_rows (DaybookCli  *cli,
            gint64      *counts,
            GError     **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (tables[i]);

      counts[i] = daybook_reader_count (daybook_store_get_reader (cli->store), query, 0, error);
      if (counts[i] < 0)
        return FALSE;
    }

  return TRUE;
}

static void
print_made (DaybookCli   *cli,
            const gint64 *before,
            const gint64 *after)
{
  g_autoptr(JsonObject) object = json_object_new ();
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (daybook_cli_is_json (cli))
      json_object_set_int_member (object, tables[i]->plural, after[i] - before[i]);
    else if (after[i] > before[i])
      daybook_print ("%8" G_GINT64_FORMAT "  %s\n", after[i] - before[i], _(tables[i]->labels));

  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
}

/* What is made up does not mix with a shop's own orders. */
static gboolean
check_empty (DaybookCli  *cli,
             GError     **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  gint64 n_orders = daybook_reader_count (daybook_store_get_reader (cli->store), query, 1, error);

  if (n_orders > 0)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                 _("There are orders in this book already. Make the sample shop in a folder of its own: "
                   "daybookctl --data FOLDER sample."));
  return n_orders == 0;
}

/* A book that is made for the sample is as old as what is in it. */
static gboolean
found_book (DaybookCli  *cli,
            GError     **error)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  gint64 now;

  return daybook_cli_read_now (cli, here, &now, error) && daybook_sample_found (cli->folder, now, error);
}

static gboolean
make_sample (DaybookCli        *cli,
             DaybookInterrupt  *interrupt,
             guint              n_orders,
             guint32            seed,
             GError           **error)
{
  guint n_tables;

  daybook_registry_tables (&n_tables);

  g_autofree gint64 *before = g_new0 (gint64, n_tables);
  g_autofree gint64 *after = g_new0 (gint64, n_tables);

  if (!count_rows (cli, before, error) ||
      !daybook_sample_make (cli->store, n_orders, seed, daybook_interrupt_show_progress, interrupt,
                            daybook_interrupt_get_cancellable (interrupt), error) ||
      !count_rows (cli, after, error))
    return FALSE;

  print_made (cli, before, after);
  return TRUE;
}

static gboolean
run_sample (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  gint64 n_orders = DAYBOOK_SAMPLE_ORDERS;
  gint64 seed = DAYBOOK_SAMPLE_SEED;
  const GOptionEntry entries[] = {
    { "orders", 0, 0, G_OPTION_ARG_INT64, &n_orders, N_("How many orders (500)"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("Another number makes another shop (1)"), N_("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);

  if (words == NULL)
    return FALSE;

  if (n_orders < 1 || n_orders > DAYBOOK_SAMPLE_ORDERS_MAX || seed < 0 || seed > G_MAXUINT32)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("--orders goes from 1 to %d, --seed from 0 to %u."), DAYBOOK_SAMPLE_ORDERS_MAX, G_MAXUINT32);
      return FALSE;
    }

  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();

  return found_book (cli, error) &&
         daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error) &&
         check_empty (cli, error) &&
         make_sample (cli, interrupt, (guint) n_orders, (guint32) seed, error);
}

const DaybookCommand daybook_command_sample = {
  "sample", "[--orders N] [--seed N]",
  N_("Make a sample shop to look around in"),
  DAYBOOK_WORDS_TEXT,
  run_sample,
};
