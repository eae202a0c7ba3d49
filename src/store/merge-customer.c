/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/contact.h"
#include "core/mask.h"
#include "store/digest.h"
#include "store/history.h"
#include "store/row-sql.h"

/* --- Buyers met before -------------------------------------------------- */

#define BUYERS_MAX 500000 /* some 30 MB */

typedef struct
{
  DaybookId handle;
  gint64    customer;
  guint64   facts; /* digest of what the last order told of the buyer */
} Buyer;

/* A reseller's one account may have thousands of contacts: they are looked up in memory
 * from so many on. */
#define CROWD 64
/* In place of a customer: that many have it. */
#define SEVERAL (-1)
#define CROWD_CONTACTS_MAX 500000

struct _DaybookBuyers
{
  GHashTable *known;    /* Buyer → itself */
  GHashTable *crowds;   /* gint64 *, keys of customers whose contacts are all in the next one */
  GHashTable *contacts; /* gint64 *, digests of customer, kind and value */
  GHashTable *reached;  /* guint64 *, digests of full phones and e-mails → whose (gint64 *), or
                         * SEVERAL; NULL until somebody is looked up so */
  gint64      changes; /* of this connection, when it was left */
  gint64      version; /* of the book, for what others write */
};

DaybookBuyers *
daybook_buyers_new (void)
{
  DaybookBuyers *self = g_new0 (DaybookBuyers, 1);

  /* A handle's id is the first member of a buyer. */
  self->known = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);
  self->crowds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->contacts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
daybook_buyers_free (DaybookBuyers *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->crowds);
  g_hash_table_unref (self->contacts);
  g_clear_pointer (&self->reached, g_hash_table_unref);
  g_free (self);
}

static void
forget_crowds (DaybookBuyers *self)
{
  g_hash_table_remove_all (self->crowds);
  g_hash_table_remove_all (self->contacts);
}

void
daybook_buyers_leave (DaybookBuyers   *self,
                      DaybookDatabase *db)
{
  self->changes = sqlite3_total_changes64 (db->handle);
}

gboolean
daybook_buyers_enter (DaybookBuyers    *self,
                      DaybookDatabase  *db,
                      GError          **error)
{
  GError *local = NULL;
  gint64 version = daybook_database_number (db, "PRAGMA data_version", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (version != self->version || sqlite3_total_changes64 (db->handle) != self->changes)
    {
      g_hash_table_remove_all (self->known);
      forget_crowds (self);
      g_clear_pointer (&self->reached, g_hash_table_unref);
    }
  self->version = version;
  return TRUE;
}

static void
remember (DaybookBuyers   *self,
          const DaybookId *handle,
          gint64           customer,
          guint64          facts)
{
  Buyer *buyer = g_new (Buyer, 1);

  if (g_hash_table_size (self->known) >= BUYERS_MAX)
    g_hash_table_remove_all (self->known);
  *buyer = (Buyer) { *handle, customer, facts };
  g_hash_table_replace (self->known, buyer, buyer);
}

/* --- By phone and e-mail ------------------------------------------------ */

/* FALSE: it is no full phone number or e-mail. */
static gboolean
digest_reach (const char *text,
              guint64    *digest)
{
  g_autofree char *full = NULL;

  if (*text == '\0' || daybook_mask_is_masked (text))
    return FALSE;
  full = strchr (text, '@') != NULL ? g_utf8_strdown (text, -1) : daybook_phone_normalise (text);
  if (full == NULL)
    return FALSE;

  *digest = daybook_digest_bytes (DAYBOOK_DIGEST_START, full, strlen (full));
  return TRUE;
}

static void
note_reached (GHashTable *reached,
              const char *text,
              gint64      customer)
{
  guint64 digest;
  gint64 *whose;

  if (!digest_reach (text, &digest))
    return;

  whose = g_hash_table_lookup (reached, &digest);
  if (whose == NULL)
    g_hash_table_insert (reached, g_memdup2 (&digest, sizeof digest), g_memdup2 (&customer, sizeof customer));
  else if (*whose != customer)
    *whose = SEVERAL;
}

static gboolean
read_reached (DaybookMergeContext  *context,
              GError              **error)
{
  g_autoptr(GHashTable) reached = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (daybook_transaction_database (context->transaction),
    "SELECT k.customer, k.value FROM contacts k JOIN customers c ON c.rowid = k.customer"
    " WHERE k.deleted = 0 AND k.masked = 0 AND k.kind IN (:phone, :email) AND c.deleted = 0", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":phone", DAYBOOK_CONTACT_PHONE);
  daybook_bind_int (statement, ":email", DAYBOOK_CONTACT_EMAIL);
  while (daybook_statement_next (statement, &local))
    note_reached (reached, daybook_column_text (statement, 1), sqlite3_column_int64 (statement, 0));
  if (local == NULL)
    {
      context->buyers->reached = g_steal_pointer (&reached);
      return TRUE;
    }

  g_propagate_error (error, local);
  return FALSE;
}

/* Whom a phone or e-mail of the record reaches; 0: nobody, or several, or with an error. */
static gint64
find_reached (DaybookMergeContext       *context,
              const DaybookOrderRecord  *record,
              GError                   **error)
{
  static const guint FIELDS[] = { DAYBOOK_ORDER_PHONE, DAYBOOK_ORDER_EMAIL };

  if (context->buyers->reached == NULL && !read_reached (context, error))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const DaybookValue *value = &record->values[FIELDS[i]];
      guint64 digest;
      gint64 *whose = value->type == DAYBOOK_VALUE_TEXT && digest_reach (value->text, &digest)
                      ? g_hash_table_lookup (context->buyers->reached, &digest) : NULL;

      if (whose != NULL && *whose != SEVERAL)
        return *whose;
    }

  return 0;
}

/* --- Contacts ----------------------------------------------------------- */

/* Order fields that are ways to reach the buyer. */
static const struct
{
  guint              field;
  DaybookContactKind kind;
} CONTACT_FIELDS[] = {
  { DAYBOOK_ORDER_PHONE, DAYBOOK_CONTACT_PHONE },
  { DAYBOOK_ORDER_EMAIL, DAYBOOK_CONTACT_EMAIL },
  { DAYBOOK_ORDER_ADDRESS, DAYBOOK_CONTACT_ADDRESS },
};

static const char *
text_of (const DaybookValue *value)
{
  return value->type == DAYBOOK_VALUE_TEXT ? value->text : "";
}

static gint64
digest_contact (gint64             customer,
                DaybookContactKind kind,
                const char        *text)
{
  guint64 digest = daybook_digest_bytes (DAYBOOK_DIGEST_START, &customer, sizeof customer);

  digest = daybook_digest_bytes (digest, &kind, sizeof kind);
  return (gint64) daybook_digest_bytes (digest, text, strlen (text));
}

static void
add_number (GHashTable *set,
            gint64      number)
{
  g_hash_table_add (set, g_memdup2 (&number, sizeof number));
}

/* -1 on failure. With a crowd, every contact is remembered. */
static int
look_up_contact (DaybookMergeContext  *context,
                 gint64                customer,
                 gint64                digest,
                 GError              **error)
{
  DaybookBuyers *buyers = context->buyers;
  g_autoptr(GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (
    daybook_transaction_database (context->transaction),
    "SELECT kind, value FROM contacts WHERE customer = :customer AND deleted = 0", error);
  GError *local = NULL;
  gboolean found = FALSE;

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":customer", customer);
  while (daybook_statement_next (statement, &local))
    {
      gint64 other = digest_contact (customer, (DaybookContactKind) sqlite3_column_int64 (statement, 0),
                                     daybook_column_text (statement, 1));

      found = found || other == digest;
      g_array_append_val (seen, other);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return -1;
    }

  if (g_hash_table_size (buyers->contacts) + seen->len > CROWD_CONTACTS_MAX)
    forget_crowds (buyers);
  for (guint i = 0; seen->len > CROWD && i < seen->len; i++)
    add_number (buyers->contacts, g_array_index (seen, gint64, i));
  if (seen->len > CROWD)
    add_number (buyers->crowds, customer);
  return found;
}

/* -1 on failure. */
static int
knows_contact (DaybookMergeContext  *context,
               gint64                customer,
               DaybookContactKind    kind,
               const char           *text,
               GError              **error)
{
  DaybookBuyers *buyers = context->buyers;
  gint64 digest = digest_contact (customer, kind, text);

  if (!g_hash_table_contains (buyers->crowds, &customer))
    return look_up_contact (context, customer, digest, error);

  if (g_hash_table_contains (buyers->contacts, &digest))
    return TRUE;
  add_number (buyers->contacts, digest); /* it is made now */
  return FALSE;
}

static gboolean
merge_contact (DaybookMergeContext  *context,
               gint64                customer,
               gboolean              is_new,
               DaybookContactKind    kind,
               const DaybookValue   *value,
               GError              **error)
{
  const char *text = text_of (value);
  int known = *text == '\0' || is_new ? 0 : knows_contact (context, customer, kind, text, error);
  DaybookId id;

  if (*text == '\0' || known != 0)
    return known >= 0;

  DaybookValue values[DAYBOOK_CONTACT_N_FIELDS] = {
    [DAYBOOK_CONTACT_CUSTOMER] = daybook_value_int (customer),
    [DAYBOOK_CONTACT_KIND] = daybook_value_int (kind),
    [DAYBOOK_CONTACT_VALUE] = *value,
    [DAYBOOK_CONTACT_MASKED] = daybook_value_int (daybook_mask_is_masked (text)),
  };
  daybook_id_fresh (&id, daybook_transaction_now (context->transaction));
  if (context->buyers->reached != NULL)
    note_reached (context->buyers->reached, text, customer);
  return daybook_transaction_create (context->transaction, &daybook_contacts, &id, values, error) != 0;
}

static gboolean
merge_contacts (DaybookMergeContext       *context,
                gint64                     customer,
                gboolean                   is_new,
                const DaybookOrderRecord  *record,
                GError                   **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CONTACT_FIELDS); i++)
    if (!merge_contact (context, customer, is_new, CONTACT_FIELDS[i].kind,
                        &record->values[CONTACT_FIELDS[i].field], error))
      return FALSE;

  return TRUE;
}

/* --- Customers ---------------------------------------------------------- */

static gboolean
make_handle (DaybookMergeContext       *context,
             gint64                     customer,
             const DaybookOrderRecord  *record,
             const DaybookId           *handle,
             GError                   **error)
{
  DaybookValue account[DAYBOOK_HANDLE_N_FIELDS] = {
    [DAYBOOK_HANDLE_CUSTOMER] = daybook_value_int (customer),
    [DAYBOOK_HANDLE_PLATFORM] = { .type = DAYBOOK_VALUE_TEXT, .text = (char *) context->spec->platform },
    [DAYBOOK_HANDLE_ACCOUNT] = { .type = DAYBOOK_VALUE_TEXT, .text = record->account },
  };

  return daybook_transaction_create (context->transaction, &daybook_handles, handle, account, error) != 0;
}

/* `handle`: of the record's account; NULL where it has none. */
static gint64
make_customer (DaybookMergeContext       *context,
               const DaybookOrderRecord  *record,
               const char                *name,
               const DaybookId           *handle,
               GError                   **error)
{
  const char *parts[] = { context->spec->platform, name };
  DaybookId id;

  daybook_id_derive (&id, "customer", parts, G_N_ELEMENTS (parts));
  DaybookValue values[DAYBOOK_CUSTOMER_N_FIELDS] = {
    [DAYBOOK_CUSTOMER_NAME] = record->values[DAYBOOK_ORDER_RECEIVER],
    [DAYBOOK_CUSTOMER_FIRST_SEEN] = record->values[DAYBOOK_ORDER_CREATED],
  };
  gint64 customer = daybook_transaction_create (context->transaction, &daybook_customers, &id, values, error);
  if (customer == 0 || (handle != NULL && !make_handle (context, customer, record, handle, error))
      || !merge_contacts (context, customer, TRUE, record, error))
    return 0;

  return customer;
}

/* A name that was masked, or missing, gives way to a full one. */
static gboolean
complete_name (DaybookMergeContext       *context,
               gint64                     customer,
               const DaybookOrderRecord  *record,
               GError                   **error)
{
  const DaybookValue *name = &record->values[DAYBOOK_ORDER_RECEIVER];
  const char *text = text_of (name);

  if (*text == '\0' || daybook_mask_is_masked (text))
    return TRUE;

  g_autoptr(DaybookRow) row = daybook_row_load (daybook_transaction_database (context->transaction),
                                                &daybook_customers, customer, error);
  if (row == NULL)
    return FALSE;

  const char *known = daybook_row_text (row, DAYBOOK_CUSTOMER_NAME);
  if (*known != '\0' && !daybook_mask_is_masked (known))
    return TRUE;
  return daybook_transaction_set (context->transaction, &daybook_customers, customer, DAYBOOK_CUSTOMER_NAME, name, error);
}

static gboolean
is_deleted (DaybookDatabase *db,
            gint64           customer)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM customers WHERE rowid = :row AND deleted <> 0", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", customer);
  return daybook_statement_next (statement, NULL);
}

/* Of a customer whom nothing in force speaks of, only the account stays true. */
static gboolean
remake_customer (DaybookMergeContext       *context,
                 gint64                     customer,
                 const DaybookOrderRecord  *record,
                 GError                   **error)
{
  DaybookTransaction *transaction = context->transaction;
  DaybookValue yes = daybook_value_int (1);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (daybook_transaction_database (transaction),
    "SELECT rowid FROM contacts WHERE customer = :customer AND deleted = 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":customer", customer);
  g_autoptr(GArray) contacts = daybook_statement_keys (statement, error);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    if (!daybook_transaction_set (transaction, &daybook_contacts, g_array_index (contacts, gint64, i),
                                  DAYBOOK_FIELD_DELETED, &yes, error))
      return FALSE;

  return contacts != NULL
         && daybook_transaction_set (transaction, &daybook_customers, customer, DAYBOOK_CUSTOMER_NAME,
                                     &record->values[DAYBOOK_ORDER_RECEIVER], error)
         && daybook_transaction_set (transaction, &daybook_customers, customer, DAYBOOK_CUSTOMER_FIRST_SEEN,
                                     &record->values[DAYBOOK_ORDER_CREATED], error);
}

static gboolean
update_customer (DaybookMergeContext       *context,
                 gint64                     customer,
                 const DaybookOrderRecord  *record,
                 GError                   **error)
{
  DaybookDatabase *db = daybook_transaction_database (context->transaction);
  DaybookValue no = daybook_value_int (0);

  if (is_deleted (db, customer) && daybook_history_is_forgotten (db, &daybook_customers, customer)
      && !remake_customer (context, customer, record, error))
    return FALSE;

  return daybook_transaction_set (context->transaction, &daybook_customers, customer, DAYBOOK_FIELD_DELETED, &no, error)
         && complete_name (context, customer, record, error)
         && merge_contacts (context, customer, FALSE, record, error);
}

/* The customer whom a handle belongs to, 0 when there is none. */
static gint64
customer_of_handle (DaybookMergeContext  *context,
                    const DaybookId      *handle,
                    GError              **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (
    daybook_transaction_database (context->transaction),
    "SELECT customer FROM handles WHERE id = :id", error);

  if (statement == NULL)
    return 0;

  daybook_bind_id (statement, ":id", handle);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

gint64
daybook_merge_customer (DaybookMergeContext     *context,
                        const DaybookMergeItem  *item,
                        GError                 **error)
{
  const Buyer *known = g_hash_table_lookup (context->buyers->known, &item->handle);
  GError *local = NULL;

  if (daybook_id_is_null (&item->handle))
    return 0;
  if (known != NULL && known->facts == item->facts)
    return known->customer;

  gint64 customer = customer_of_handle (context, &item->handle, &local);
  if (local == NULL && customer == 0)
    customer = make_customer (context, item->record, item->record->account, &item->handle, &local);
  else if (local == NULL)
    update_customer (context, customer, item->record, &local);

  if (local == NULL)
    {
      remember (context->buyers, &item->handle, customer, item->facts);
      return customer;
    }

  g_propagate_error (error, local);
  return 0;
}

/* Of a line that comes again after an undo, whose customer is in the trash. */
static gint64
customer_of_name (DaybookMergeContext  *context,
                  const char           *name,
                  GError              **error)
{
  const char *parts[] = { context->spec->platform, name };
  DaybookId id;

  daybook_id_derive (&id, "customer", parts, G_N_ELEMENTS (parts));
  return daybook_row_key (daybook_transaction_database (context->transaction), &daybook_customers, &id, NULL, NULL, error);
}

gint64
daybook_merge_person (DaybookMergeContext       *context,
                      const DaybookOrderRecord  *record,
                      const char                *name,
                      gint64                     known,
                      GError                   **error)
{
  GError *local = NULL;
  DaybookId handle = { { 0 } };
  gint64 owner = 0;

  if (record->account != NULL)
    {
      daybook_handle_row_id (&handle, context->spec->platform, record->account);
      owner = customer_of_handle (context, &handle, &local);
    }
  gint64 customer = known != 0 ? known : owner;
  if (local == NULL && customer == 0)
    customer = find_reached (context, record, &local);
  if (local == NULL && customer == 0)
    customer = customer_of_name (context, record->account != NULL ? record->account : name, &local);

  if (local == NULL && customer == 0)
    return make_customer (context, record, record->account != NULL ? record->account : name, record->account != NULL ? &handle : NULL, error);
  if (local == NULL && record->account != NULL && owner == 0)
    make_handle (context, customer, record, &handle, &local);
  if (local == NULL && update_customer (context, customer, record, &local))
    return customer;

  g_propagate_error (error, local);
  return 0;
}
