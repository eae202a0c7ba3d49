/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import-sums.h"

#include "core/aftersale.h"
#include "core/json.h"
#include "core/payment.h"
#include "exchange/form.h"


static gint64
number_of (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

static guint64
count_of (JsonObject *object,
          const char *member)
{
  return MAX (number_of (object, member), 0);
}

static char *
text_of (JsonObject *object,
         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

static JsonObject *
object_of (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
currency_sum_free (gpointer data)
{
  DaybookCurrencySum *sum = data;

  g_free (sum->currency);
  g_free (sum);
}

static void
read_currencies (DaybookImportSums *sums,
                 JsonObject        *by_currency,
                 const char        *own)
{
  g_autoptr (GList) names = json_object_get_members (by_currency);

  for (GList *link = names; link != NULL; link = link->next)
    {
      const char *name = link->data;
      JsonObject *object = object_of (by_currency, name);
      DaybookCurrencySum *sum;

      if (object == NULL || g_strcmp0 (name, own) == 0)
        continue;

      sum = g_new0 (DaybookCurrencySum, 1);
      sum->currency = g_strdup (name);
      sum->paid = number_of (object, "paid_minor");
      sum->refunded = number_of (object, "refund_minor");
      g_ptr_array_add (sums->currencies, sum);
    }
}

static void
read_stages (DaybookImportSums *sums,
             JsonObject        *by_stage)
{
  const DaybookField *field = &daybook_orders.fields[DAYBOOK_ORDER_STAGE];

  for (guint i = 0; i < DAYBOOK_N_STAGES; i++)
    sums->by_stage[i] = count_of (by_stage, field->words[i].word);
}

static DaybookImportSums *
read_sums (JsonObject         *object,
           const DaybookTable *table,
           const char         *currency)
{
  DaybookImportSums *sums = g_new0 (DaybookImportSums, 1);
  JsonObject *by_stage = object_of (object, "by_stage");
  JsonObject *by_currency = object_of (object, "by_currency");

  sums->table = table;
  sums->has_paid = table == &daybook_orders || table == &daybook_payments;
  sums->has_refunded = sums->has_paid || table == &daybook_aftersales;
  sums->orders = count_of (object, "orders");
  sums->lines = count_of (object, "lines");
  sums->paid = number_of (object, "paid_minor");
  sums->refunded = number_of (object, "refund_minor");
  sums->first_date = text_of (object, "first_date");
  sums->last_date = text_of (object, "last_date");
  sums->currencies = g_ptr_array_new_with_free_func (currency_sum_free);
  if (by_stage != NULL)
    read_stages (sums, by_stage);
  if (by_currency != NULL)
    read_currencies (sums, by_currency, currency);
  return sums;
}

DaybookImportSums *
daybook_import_sums_parse (const char *kind,
                           const char *json,
                           const char *currency)
{
  g_autoptr (JsonNode) root = json != NULL ? daybook_json_read (json, -1, NULL) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  if (!json_object_has_member (json_node_get_object (root), "orders"))
    return NULL;

  return read_sums (json_node_get_object (root), daybook_form_kind_about (kind), currency);
}

void
daybook_import_sums_free (DaybookImportSums *sums)
{
  g_free (sums->first_date);
  g_free (sums->last_date);
  g_ptr_array_unref (sums->currencies);
  g_free (sums);
}
