/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/customer-together.h"

#include "cli/find-row.h"
#include "cli/print-act.h"

#include "core/customer-merge.h"
#include "core/customer.h"
#include "store/customer-merge.h"

#include <glib/gi18n-lib.h>

/* The customers whom the words name. (element-type DaybookRow) */
static GPtrArray *
find_customers (DaybookCli  *cli,
                char       **words,
                GError     **error)
{
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return NULL;

  for (char **word = words; *word != NULL; word++)
    {
      DaybookRow *row = daybook_find_row_in_use (cli->store, &daybook_customers, *word, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (customers, row);
    }
  return g_steal_pointer (&customers);
}

/* The one that --keep names; borrowed. */
static const DaybookRow *
find_kept (DaybookCli  *cli,
           GPtrArray   *customers,
           const char  *keep,
           GError     **error)
{
  g_autoptr(DaybookRow) meant = keep != NULL ? daybook_find_row (cli->store, &daybook_customers, keep, error) : NULL;

  if (keep != NULL && meant == NULL)
    return NULL;
  for (guint i = 0; meant != NULL && i < customers->len; i++)
    if (daybook_id_equal (&meant->id, &((DaybookRow *) g_ptr_array_index (customers, i))->id))
      return g_ptr_array_index (customers, i);

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --keep which of the customers stays."));
  return NULL;
}

gboolean
daybook_customer_run_merge (DaybookCli  *cli,
                            char       **arguments,
                            GError     **error)
{
  g_autofree char *keep = NULL;
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, N_("The one that stays"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, G_MAXUINT, error);
  g_autoptr(GPtrArray) customers = words != NULL ? find_customers (cli, words, error) : NULL;
  const DaybookRow *kept = customers != NULL ? find_kept (cli, customers, keep, error) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (kept == NULL)
    return FALSE;

  g_autofree char *title = daybook_customer_merge_title (customers->len);
  edit = daybook_cli_new_edit (cli, title);
  return daybook_customer_merge (edit, customers, kept, NULL, error)
         && daybook_commit_and_print_row (cli, edit, &daybook_customers, &kept->id, error);
}

gboolean
daybook_customer_run_unmerge (DaybookCli  *cli,
                              char       **arguments,
                              GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(GPtrArray) customers = words != NULL ? find_customers (cli, words, error) : NULL;
  g_autoptr(DaybookEdit) edit = customers != NULL ? daybook_cli_new_edit (cli, _("Customers taken apart")) : NULL;
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (customers == NULL
      || !daybook_customer_unmerge (daybook_store_get_reader (cli->store), edit, g_ptr_array_index (customers, 0), kept, error))
    return FALSE;
  outcome = daybook_store_commit (cli->store, edit, error);
  if (outcome == NULL)
    return FALSE;

  daybook_customer_tell_kept (daybook_store_get_reader (cli->store), g_ptr_array_index (customers, 0), kept, outcome);
  daybook_print_outcome (cli, outcome);
  return TRUE;
}

gboolean
daybook_customer_run_differ (DaybookCli  *cli,
                             char       **arguments,
                             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_autoptr(GPtrArray) customers = words != NULL ? find_customers (cli, words, error) : NULL;
  g_autoptr(DaybookEdit) edit = customers != NULL ? daybook_cli_new_edit (cli, _("Not the same person")) : NULL;

  if (customers == NULL)
    return FALSE;

  daybook_not_same_add (edit, customers, daybook_store_get_now (cli->store));
  return daybook_commit_and_print (cli, edit, error);
}
