/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/privacy-person.h"

#include "cli/find-row.h"
#include "cli/interrupt.h"
#include "cli/looks.h"
#include "cli/passphrase.h"
#include "cli/print-list.h"
#include "cli/print-row.h"

#include "core/customer.h"
#include "core/terms.h"
#include "exchange/person-file.h"
#include "store/customer-merge.h"
#include "store/erase.h"

#include <glib/gi18n-lib.h>

/* --- find -------------------------------------------------------------------------- */

/* Keys of the customers whom a UUID names, or the search finds. (element-type gint64) */
static GArray *
find_keys (DaybookCli  *cli,
           const char  *text,
           GError     **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  GArray *keys;
  DaybookId id;

  if (!daybook_id_parse (text, &id))
    {
      daybook_store_settle (cli->store);
      return daybook_reader_search (reader, &daybook_customers, text, DAYBOOK_LIST_LIMIT, error);
    }

  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_customers, &id, error);
  if (row == NULL || !daybook_reader_take_customer_root (reader, &row, error))
    return NULL;

  keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (keys, row->rowid);
  return keys;
}

/* Whoever types a whole phone number learns whose it is. */
static gboolean
log_phones (DaybookCli  *cli,
            GPtrArray   *rows,
            const char  *text,
            GError     **error)
{
  const DaybookLook look = daybook_cli_look (cli, NULL, DAYBOOK_REVEAL_SEARCH);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  for (guint i = 0; daybook_terms_have_phone (text) && i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (daybook_reader_finds_by_phone (daybook_store_get_reader (cli->store), row, text))
        daybook_reveal_add_found (edit, &look, row->table, &row->id);
    }
  if (daybook_edit_size (edit) == 0)
    return TRUE;

  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

static void
print_found (DaybookCli                *cli,
             const DaybookRow          *row,
             const DaybookErasureSize  *size,
             guint                      at)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *title = daybook_row_display_title (cli, row);
  g_autoptr(JsonObject) object = NULL;

  if (!daybook_cli_is_json (cli))
    {
      /* Translators: a customer’s id and masked name, and in how many rows and files they stand. */
      daybook_print (_("%s  %s: %d merged into one, %d orders, %d cases, %u files, %u backups\n"), id, title, (int) size->customers,
                     (int) size->orders, (int) size->cases, size->files, size->backups);
      return;
    }

  object = daybook_row_to_json (cli, row);
  json_object_set_int_member (object, "customers", size->customers);
  json_object_set_int_member (object, "orders", size->orders);
  json_object_set_int_member (object, "cases", size->cases);
  json_object_set_int_member (object, "files", size->files);
  json_object_set_int_member (object, "backups", size->backups);
  json_object_set_int_member (object, "encrypted_backups", size->sealed);
  daybook_print_list_row (object, at);
}

gboolean
daybook_privacy_run_find (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, G_MAXUINT, error);
  g_autofree char *text = words != NULL ? g_strjoinv (" ", words) : NULL;
  g_autoptr(GArray) keys = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_UNMASKED, error)
      || (keys = find_keys (cli, text, error)) == NULL)
    return FALSE;

  rows = daybook_reader_rows (daybook_store_get_reader (cli->store), &daybook_customers, (const gint64 *) (gpointer) keys->data,
                              keys->len, error);
  if (rows == NULL || !log_phones (cli, rows, text, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    daybook_print_list_begin ("customers", rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      DaybookErasureSize size;

      if (!daybook_store_measure_erasure (cli->store, &row->id, &size, error))
        return FALSE;
      print_found (cli, row, &size, i);
    }
  if (daybook_cli_is_json (cli))
    daybook_print_list_end ();
  return TRUE;
}

/* --- export ------------------------------------------------------------------------ */

/* The one whose card the customer is on, for whoever has the right. */
static DaybookRow *
find_customer (DaybookCli    *cli,
               const char    *word,
               DaybookRight   right,
               GError       **error)
{
  g_autoptr(DaybookRow) row = NULL;

  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, right, error))
    return NULL;

  row = daybook_find_row (cli->store, &daybook_customers, word, error);
  return row != NULL && daybook_reader_take_customer_root (daybook_store_get_reader (cli->store), &row, error)
         ? g_steal_pointer (&row) : NULL;
}

/* They asked for it themselves. */
static gboolean
log_export (DaybookCli        *cli,
            const DaybookRow  *customer,
            GError           **error)
{
  DaybookLook look = daybook_cli_look (cli, NULL, DAYBOOK_REVEAL_EXPORT);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  look.basis = DAYBOOK_BASIS_OWN;
  edit = daybook_reveal_edit_new (&look);
  daybook_reveal_add_row (edit, &look, customer->table, &customer->id);
  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

gboolean
daybook_privacy_run_export (DaybookCli  *cli,
                            char       **arguments,
                            GError     **error)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("The folder to write into, which is made"), N_("DIR") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookRow) customer = NULL;
  g_autoptr(JsonObject) object = NULL;
  int n;

  if (words != NULL && to == NULL)
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --to into which folder."));
  if (words == NULL || to == NULL || (customer = find_customer (cli, words[0], DAYBOOK_RIGHT_UNMASKED, error)) == NULL || !log_export (cli, customer, error))
    return FALSE;

  n = daybook_person_export (cli->store, daybook_store_get_reader (cli->store), customer, to, error);
  if (n < 0)
    return FALSE;
  if (!daybook_cli_is_json (cli))
    {
      daybook_print (g_dngettext (GETTEXT_PACKAGE, "%d file in %s\n", "%d files in %s\n", (gulong) n), n, to);
      return TRUE;
    }

  object = json_object_new ();
  daybook_json_set_id (object, "id", &customer->id);
  json_object_set_int_member (object, "files", n);
  json_object_set_string_member (object, "folder", to);
  daybook_print_json (object);
  return TRUE;
}

/* --- erase --------------------------------------------------------------------------- */

static JsonObject *
result_to_json (const DaybookCheck *result)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "what", result->what);
  json_object_set_int_member (object, "count", result->count);
  daybook_json_set_text (object, "fault", result->fault);
  return object;
}

static void
print_results (DaybookCli      *cli,
               const DaybookId *customer,
               GPtrArray       *results)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *cleared = json_array_new ();

  daybook_json_set_id (object, "id", customer);
  json_object_set_array_member (object, "cleared", cleared);
  for (guint i = 0; i < results->len; i++)
    {
      const DaybookCheck *result = g_ptr_array_index (results, i);

      json_array_add_object_element (cleared, result_to_json (result));
      cli->exit = result->fault != NULL ? DAYBOOK_EXIT_PARTLY : cli->exit;
      if (!daybook_cli_is_json (cli) && result->fault != NULL)
        daybook_print ("%s: %s\n", result->what, result->fault);
      else if (!daybook_cli_is_json (cli))
        daybook_print ("%s: %" G_GINT64_FORMAT "\n", result->what, result->count);
    }
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
}

/* Of encrypted backups; NULL without an error where there are none. */
static char *
read_passphrase (DaybookCli        *cli,
                 const DaybookRow  *customer,
                 DaybookInterrupt  *interrupt,
                 GError           **error)
{
  DaybookErasureSize size;
  GError *local = NULL;
  char *passphrase;

  if (!daybook_store_measure_erasure (cli->store, &customer->id, &size, error) || size.sealed == 0)
    return NULL;

  passphrase = daybook_passphrase_read (&local);
  if (passphrase == NULL && local == NULL)
    passphrase = daybook_passphrase_ask (_("Passphrase of the encrypted backups:"), daybook_interrupt_get_cancellable (interrupt), &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return passphrase;
}

static gboolean
erase (DaybookCli        *cli,
       const DaybookRow  *customer,
       const char        *reason,
       DaybookInterrupt  *interrupt,
       GError           **error)
{
  GError *local = NULL;
  char *passphrase = read_passphrase (cli, customer, interrupt, &local);
  g_autoptr(GPtrArray) results = local != NULL ? NULL
    : daybook_store_erase (cli->store, &customer->id, reason, passphrase, daybook_interrupt_show_progress, interrupt,
                           daybook_interrupt_get_cancellable (interrupt), &local);

  g_clear_pointer (&passphrase, daybook_passphrase_free);
  if (results != NULL)
    print_results (cli, &customer->id, results);
  else
    g_propagate_error (error, local);
  return results != NULL;
}

gboolean
daybook_privacy_run_erase (DaybookCli  *cli,
                           char       **arguments,
                           GError     **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why, for the record"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookInterrupt) interrupt = words != NULL ? daybook_interrupt_new () : NULL;
  g_autoptr(DaybookRow) customer = words != NULL ? find_customer (cli, words[0], DAYBOOK_RIGHT_ERASE, error) : NULL;

  return customer != NULL && erase (cli, customer, reason, interrupt, error);
}
