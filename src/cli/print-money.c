/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-money.h"

#include "core/balance.h"
#include "store/case-money.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* All that is known of a case's money. */
typedef struct
{
  DaybookBalance       balance;
  DaybookPlatformMoney platform;
  GPtrArray           *doubles;
} CaseMoney;

static void
clear_case_money (CaseMoney *money)
{
  daybook_platform_money_clear (&money->platform);
  g_clear_pointer (&money->doubles, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CaseMoney, clear_case_money)

/* FALSE without an error: its register cannot be read, and so nothing is known. */
static gboolean
read_money (DaybookCli        *cli,
            const DaybookRow  *row,
            CaseMoney         *money,
            GError           **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  DaybookRegister *definition = daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  gint64 moved;

  if (definition == NULL || !daybook_reader_case_moved (reader, row, &moved, error)
      || !daybook_reader_platform_money (reader, row, &money->platform, error))
    return FALSE;

  money->doubles = daybook_reader_case_doubles (reader, definition, row, error);
  if (money->doubles == NULL)
    return FALSE;

  daybook_balance_reckon (&money->balance, definition, row, moved);
  return TRUE;
}

static const char *
currency_of (const DaybookRow *row)
{
  return daybook_row_text (row, DAYBOOK_CASE_CURRENCY);
}

/* --- JSON ------------------------------------------------------------------------- */

static JsonNode *
balance_to_json (const DaybookBalance *balance,
                 const char           *currency)
{
  g_autofree char *figures = daybook_balance_figures (balance, currency);
  g_autofree char *words = daybook_balance_say (balance, currency);
  JsonObject *object;
  JsonNode *node;

  if (balance->state == DAYBOOK_BALANCE_NOTHING)
    return json_node_new (JSON_NODE_NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "state", daybook_balance_word (balance->state));
  json_object_set_string_member (object, "figures", figures);
  json_object_set_string_member (object, "words", words);
  json_object_set_string_member (object, "currency", currency);
  json_object_set_int_member (object, "due_minor", balance->due);
  json_object_set_int_member (object, "moved_minor", balance->moved);
  json_object_set_int_member (object, "left_minor", balance->left);
  json_object_set_int_member (object, "owed_minor", daybook_balance_owed (balance));
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
platform_to_json (DaybookCli                 *cli,
                  const DaybookPlatformMoney *money)
{
  JsonObject *object;
  JsonNode *node;

  if (money->verdict == DAYBOOK_PLATFORM_SILENT)
    return json_node_new (JSON_NODE_NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "verdict", daybook_platform_verdict_word (money->verdict));
  json_object_set_string_member (object, "source", daybook_platform_source_word (money->source));
  json_object_set_int_member (object, "refunded_minor", money->refunded);
  json_object_set_int_member (object, "waiting_minor", money->waiting);
  json_object_set_int_member (object, "written_minor", money->written);
  json_object_set_int_member (object, "refunds", money->n);
  daybook_json_set_text (object, "number", money->number);
  daybook_json_set_moment (object, "at", cli, money->at);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static JsonArray *
doubles_to_json (GPtrArray *doubles)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; doubles != NULL && i < doubles->len; i++)
    {
      const DaybookDouble *one = g_ptr_array_index (doubles, i);
      JsonObject *object = json_object_new ();

      daybook_json_set_id (object, "id", &one->row->id);
      json_object_set_string_member (object, "number", daybook_row_text (one->row, DAYBOOK_CASE_NUMBER));
      json_object_set_boolean_member (object, "confirmed", one->confirmed);
      json_array_add_object_element (array, object);
    }
  return array;
}

gboolean
daybook_money_to_json (DaybookCli        *cli,
                       const DaybookRow  *row,
                       JsonObject        *object,
                       GError           **error)
{
  g_auto(CaseMoney) money = { 0 };
  g_autoptr(GError) failure = NULL;

  if (!read_money (cli, row, &money, &failure) && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  json_object_set_member (object, "balance", balance_to_json (&money.balance, currency_of (row)));
  json_object_set_member (object, "platform_money", platform_to_json (cli, &money.platform));
  json_object_set_array_member (object, "doubles", doubles_to_json (money.doubles));
  return TRUE;
}

/* --- Text -------------------------------------------------------------------------- */

static void
print_balance (const DaybookBalance *balance,
               const char           *currency)
{
  g_autofree char *figures = daybook_balance_figures (balance, currency);
  g_autofree char *words = daybook_balance_say (balance, currency);
  g_autofree char *sum = daybook_balance_explain (balance, currency);

  if (balance->state != DAYBOOK_BALANCE_NOTHING)
    daybook_print ("\n%s\n%s\n%s\n%s\n", _("What It Comes To"), figures, words, sum);
}

static void
print_platform (DaybookCli                 *cli,
                const DaybookPlatformMoney *money,
                const char                 *currency)
{
  g_autofree char *said = daybook_platform_money_say (money, currency, daybook_store_get_zone (cli->store));

  if (money->verdict != DAYBOOK_PLATFORM_SILENT)
    daybook_print ("%s\n", said);
}

gboolean
daybook_print_money (DaybookCli        *cli,
                     const DaybookRow  *row,
                     GError           **error)
{
  g_auto(CaseMoney) money = { 0 };
  g_autoptr(GError) failure = NULL;

  if (!read_money (cli, row, &money, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return failure == NULL;
    }

  print_balance (&money.balance, currency_of (row));
  print_platform (cli, &money.platform, currency_of (row));
  for (guint i = 0; i < money.doubles->len; i++)
    {
      const DaybookDouble *one = g_ptr_array_index (money.doubles, i);

      daybook_print (one->confirmed ? _("%s is about the same goods; both are meant.\n") : _("Careful: %s is about the same goods.\n"),
                     daybook_row_text (one->row, DAYBOOK_CASE_NUMBER));
    }
  return TRUE;
}
