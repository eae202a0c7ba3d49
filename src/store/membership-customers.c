/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/membership-customers.h"

#include "core/customer.h"
#include "core/mask.h"
#include "core/membership.h"
#include "core/order.h"
#include "store/document.h"
#include "store/row-sql.h"

gboolean
daybook_membership_key (DaybookDatabase     *db,
                        const DaybookEntry  *entry,
                        DaybookEntry        *keyed,
                        char               **number,
                        GError             **error)
{
  const char *text = daybook_entry_text (entry, DAYBOOK_MEMBERSHIP_NUMBER);
  DaybookSecret secret;
  guint64 hash;

  if (!daybook_secret_read (db, &secret, error))
    return FALSE;

  crypto_shorthash ((guint8 *) &hash, (const guint8 *) text, strlen (text), secret.bytes);
  *number = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", GUINT64_FROM_LE (hash));
  *keyed = *entry;
  keyed->values[DAYBOOK_MEMBERSHIP_NUMBER] = (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = *number };
  return TRUE;
}

static const char *
text_of (const DaybookEntry *entry,
         guint               field)
{
  return daybook_entry_text (entry, field);
}

/* What the line says of the customer, as an order would. */
static DaybookOrderRecord *
make_record (const DaybookEntry *entry)
{
  static const struct { guint line, order; } SAME[] = {
    { DAYBOOK_MEMBERSHIP_PHONE, DAYBOOK_ORDER_PHONE },
    { DAYBOOK_MEMBERSHIP_EMAIL, DAYBOOK_ORDER_EMAIL },
    { DAYBOOK_MEMBERSHIP_ADDRESS, DAYBOOK_ORDER_ADDRESS },
  };
  DaybookOrderRecord *record = daybook_record_new ();
  const char *name = text_of (entry, DAYBOOK_MEMBERSHIP_NAME);

  daybook_record_set_text (record, DAYBOOK_ORDER_RECEIVER, *name != '\0' ? name : text_of (entry, DAYBOOK_MEMBERSHIP_NICK));
  for (gsize i = 0; i < G_N_ELEMENTS (SAME); i++)
    if (*text_of (entry, SAME[i].line) != '\0')
      daybook_record_set_text (record, SAME[i].order, text_of (entry, SAME[i].line));
  record->values[DAYBOOK_ORDER_CREATED] = entry->values[DAYBOOK_MEMBERSHIP_JOINED_AT];
  if (*text_of (entry, DAYBOOK_MEMBERSHIP_ACCOUNT) != '\0' && !daybook_mask_is_masked (text_of (entry, DAYBOOK_MEMBERSHIP_ACCOUNT)))
    record->account = g_string_chunk_insert (record->chunk, text_of (entry, DAYBOOK_MEMBERSHIP_ACCOUNT));
  return record;
}

/* The customer that the line had before; 0: none, or with an error. */
static gint64
customer_before (DaybookDatabase  *db,
                 gint64            line,
                 GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT m.customer FROM memberships m WHERE m.rowid = :line AND m.customer IS NOT NULL", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":line", line);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

gboolean
daybook_membership_tell (DaybookMergeContext  *context,
                         const DaybookEntry   *entry,
                         gint64                line,
                         GError              **error)
{
  g_autoptr(DaybookOrderRecord) record = make_record (entry);
  GError *local = NULL;
  gint64 customer = customer_before (daybook_transaction_database (context->transaction), line, &local);

  if (local == NULL)
    customer = daybook_merge_person (context, record, text_of (entry, DAYBOOK_MEMBERSHIP_NUMBER), customer, &local);
  if (local == NULL)
    {
      DaybookValue value = daybook_value_int (customer);

      return daybook_transaction_set (context->transaction, &daybook_memberships, line, DAYBOOK_MEMBERSHIP_CUSTOMER, &value, error);
    }

  g_propagate_error (error, local);
  return FALSE;
}
