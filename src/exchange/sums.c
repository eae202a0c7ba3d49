/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sums.h"

#include "exchange/order-code.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  guint64 orders;
  gint64  paid;
  gint64  refunded;
} Amounts;

struct _DaybookSums
{
  char       *currency;
  GHashTable *currencies; /* code -> Amounts */
  guint64     orders;
  guint64     lines;
  guint64     stages[DAYBOOK_N_STAGES];
  gint64      first;
  gint64      last;
};

DaybookSums *
daybook_sums_new (const char *currency)
{
  DaybookSums *sums = g_new0 (DaybookSums, 1);

  sums->currency = g_strdup (currency);
  sums->currencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return sums;
}

void
daybook_sums_free (DaybookSums *sums)
{
  g_free (sums->currency);
  g_hash_table_unref (sums->currencies);
  g_free (sums);
}

static Amounts *
amounts_of (DaybookSums *sums,
            const char  *currency)
{
  Amounts *amounts = g_hash_table_lookup (sums->currencies, currency);

  if (amounts != NULL)
    return amounts;
  amounts = g_new0 (Amounts, 1);
  g_hash_table_insert (sums->currencies, g_strdup (currency), amounts);
  return amounts;
}

static void
add_date (DaybookSums *sums,
          gint64       wall)
{
  if (wall == 0)
    return;
  if (sums->first == 0 || wall < sums->first)
    sums->first = wall;
  if (sums->last == 0 || wall > sums->last)
    sums->last = wall;
}

/* What its rows add to the order, where nothing else tells what was paid. */
static void
add_piece (DaybookSums              *sums,
           const DaybookOrderRecord *record)
{
  if ((record->summed >> DAYBOOK_ORDER_PAID & 1) != 0 && daybook_record_was_paid (record))
    amounts_of (sums, daybook_record_text (record, DAYBOOK_ORDER_CURRENCY))->paid += daybook_record_number (record, DAYBOOK_ORDER_PAID);
}

void
daybook_sums_add (DaybookSums              *sums,
                  const DaybookOrderRecord *record,
                  gint64                    wall,
                  DaybookSumsPart           part)
{
  gint64 stage = daybook_record_number (record, DAYBOOK_ORDER_STAGE);
  Amounts *amounts;

  sums->lines += record->lines->len;
  if (part == DAYBOOK_SUMS_PIECE)
    {
      add_piece (sums, record);
      return;
    }

  sums->orders++;
  sums->stages[CLAMP (stage, 0, DAYBOOK_N_STAGES - 1)]++;
  add_date (sums, wall);

  amounts = amounts_of (sums, daybook_record_text (record, DAYBOOK_ORDER_CURRENCY));
  amounts->orders++;
  amounts->refunded += daybook_record_number (record, DAYBOOK_ORDER_REFUNDED);
  if (daybook_record_was_paid (record))
    amounts->paid += daybook_record_number (record, DAYBOOK_ORDER_PAID);
}

void
daybook_sums_add_entry (DaybookSums *sums,
                        const char  *currency,
                        gint64       paid,
                        gint64       refunded,
                        gint64       wall)
{
  Amounts *amounts = amounts_of (sums, *currency != '\0' ? currency : sums->currency);

  sums->orders++;
  amounts->orders++;
  amounts->paid += paid;
  amounts->refunded += refunded;
  add_date (sums, wall);
}

guint64
daybook_sums_orders (DaybookSums *sums)
{
  return sums->orders;
}

static void
put_number (JsonBuilder *builder,
            const char  *member,
            gint64       number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static void
put_amounts (JsonBuilder   *builder,
             const Amounts *amounts)
{
  put_number (builder, "paid_minor", amounts != NULL ? amounts->paid : 0);
  put_number (builder, "refund_minor", amounts != NULL ? amounts->refunded : 0);
}

/* The currencies that are not the shop's, in the order of their codes. */
static void
put_currencies (DaybookSums *sums,
                JsonBuilder *builder)
{
  g_autoptr(GList) codes = g_list_sort (g_hash_table_get_keys (sums->currencies), (GCompareFunc) strcmp);

  json_builder_set_member_name (builder, "by_currency");
  json_builder_begin_object (builder);
  for (GList *link = codes; link != NULL; link = link->next)
    {
      const Amounts *amounts = g_hash_table_lookup (sums->currencies, link->data);

      if (strcmp (link->data, sums->currency) == 0)
        continue;
      json_builder_set_member_name (builder, link->data);
      json_builder_begin_object (builder);
      put_number (builder, "orders", (gint64) amounts->orders);
      put_amounts (builder, amounts);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
put_stages (DaybookSums *sums,
            JsonBuilder *builder)
{
  const DaybookField *field = &daybook_orders.fields[DAYBOOK_ORDER_STAGE];

  json_builder_set_member_name (builder, "by_stage");
  json_builder_begin_object (builder);
  /* Unknown comes last, as in the contract. */
  for (guint i = 1; i <= DAYBOOK_N_STAGES; i++)
    put_number (builder, daybook_field_word_name (field, i % DAYBOOK_N_STAGES), (gint64) sums->stages[i % DAYBOOK_N_STAGES]);
  json_builder_end_object (builder);
}

static void
put_date (JsonBuilder *builder,
          const char  *member,
          gint64       wall)
{
  g_autoptr(GDateTime) moment = wall != 0 ? g_date_time_new_from_unix_utc (wall) : NULL;
  g_autofree char *date = moment != NULL ? g_date_time_format (moment, "%F") : NULL;

  json_builder_set_member_name (builder, member);
  if (date != NULL)
    json_builder_add_string_value (builder, date);
  else
    json_builder_add_null_value (builder);
}

char *
daybook_sums_to_json (DaybookSums *sums)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  put_number (builder, "orders", (gint64) sums->orders);
  put_number (builder, "lines", (gint64) sums->lines);
  put_amounts (builder, g_hash_table_lookup (sums->currencies, sums->currency));
  put_currencies (sums, builder);
  put_stages (sums, builder);
  put_date (builder, "first_date", sums->first);
  put_date (builder, "last_date", sums->last);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
