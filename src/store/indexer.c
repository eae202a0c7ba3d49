/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/indexer.h"

#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/pinyin.h"
#include "core/shop.h"
#include "store/row-sql.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define TAIL_DIGITS 4
#define HASH_BIT (G_GINT64_CONSTANT (1) << 62)

/* phone_keys.tbl; stored. */
enum
{
  KEYS_OF_ORDERS,
  KEYS_OF_CUSTOMERS,
};

struct _DaybookIndexer
{
  DaybookDatabase *db;                               /* borrowed */
  guint8           secret[crypto_shorthash_KEYBYTES];
  GHashTable      *touched;                          /* Touched → itself */
};

/* A row as it was indexed before this transaction. */
typedef struct
{
  const DaybookTable *table;
  gint64              rowid;
  DaybookDocument     before;
} Touched;

static guint
hash_touched (gconstpointer data)
{
  const Touched *touched = data;

  return g_int64_hash (&touched->rowid) ^ g_direct_hash (touched->table);
}

static gboolean
equal_touched (gconstpointer a,
               gconstpointer b)
{
  const Touched *first = a, *second = b;

  return first->rowid == second->rowid && first->table == second->table;
}

static void
clear_document (DaybookDocument *document)
{
  g_free (document->words);
  g_free (document->pinyin);
  g_free (document->numbers);
  g_clear_pointer (&document->keys, g_array_unref);
  memset (document, 0, sizeof *document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookDocument, clear_document)

static void
free_touched (gpointer data)
{
  Touched *touched = data;

  clear_document (&touched->before);
  g_free (touched);
}

gboolean
daybook_table_is_indexed (const DaybookTable *table)
{
  return table == &daybook_orders || table == &daybook_customers || table == &daybook_products;
}

static gboolean
has_numbers (const DaybookTable *table)
{
  return table != &daybook_customers;
}

/* --- Making a document from a row --------------------------------------- */

gint64
daybook_indexer_hash (DaybookIndexer *self,
                      const char     *text)
{
  g_autofree char *key = NULL;
  guint64 hash;

  if (daybook_mask_is_masked (text))
    return 0;

  key = strchr (text, '@') != NULL ? g_utf8_strdown (text, -1) : daybook_phone_normalise (text);
  if (key == NULL)
    return 0;

  crypto_shorthash ((guint8 *) &hash, (const guint8 *) key, strlen (key), self->secret);
  return (gint64) (hash >> 2) | HASH_BIT;
}

gint64
daybook_indexer_tail (const char *phone)
{
  gsize length = strlen (phone);
  gint64 tail = 0;

  if (length < TAIL_DIGITS)
    return -1;

  for (const char *p = phone + length - TAIL_DIGITS; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return -1;
      tail = tail * 10 + (*p - '0');
    }

  return tail;
}

static void
add_key (GArray *keys,
         gint64  key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, gint64, i) == key)
      return;

  g_array_append_val (keys, key);
}

static void
add_contact_keys (DaybookIndexer *self,
                  const char     *text,
                  GArray         *keys)
{
  gint64 hash, tail;

  if (*text == '\0')
    return;

  if ((hash = daybook_indexer_hash (self, text)) != 0)
    add_key (keys, hash);
  if (strchr (text, '@') == NULL && (tail = daybook_indexer_tail (text)) >= 0)
    add_key (keys, tail);
}

static void
append_line (GString    *string,
             const char *text)
{
  if (*text == '\0')
    return;

  if (string->len > 0)
    g_string_append_c (string, '\n');
  g_string_append (string, text);
}

static gboolean
add_customer_parts (DaybookIndexer  *self,
                    gint64           customer,
                    GString         *words,
                    GString         *pinyin,
                    GArray          *keys,
                    GError         **error)
{
  g_autoptr(DaybookStatement) handles = daybook_database_prepare (self->db,
    "SELECT account FROM handles WHERE customer = :customer AND deleted = 0", error);
  g_autoptr(DaybookStatement) contacts = daybook_database_prepare (self->db,
    "SELECT value FROM contacts WHERE customer = :customer AND deleted = 0 AND kind IN (0, 1)", error);
  GError *local = NULL;

  if (handles == NULL || contacts == NULL)
    return FALSE;

  daybook_bind_int (handles, ":customer", customer);
  while (daybook_statement_next (handles, &local))
    {
      append_line (words, daybook_column_text (handles, 0));
      daybook_pinyin_append (pinyin, daybook_column_text (handles, 0));
    }

  daybook_bind_int (contacts, ":customer", customer);
  while (local == NULL && daybook_statement_next (contacts, &local))
    add_contact_keys (self, daybook_column_text (contacts, 0), keys);

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
make_document (DaybookIndexer    *self,
               const DaybookRow  *row,
               DaybookDocument   *document,
               GError           **error)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GString) pinyin = g_string_new (NULL);
  g_autoptr(GString) numbers = g_string_new (NULL);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < row->table->n_fields; i++)
    {
      DaybookFieldFlags flags = row->table->fields[i].flags;
      const char *text = daybook_row_text (row, i);

      if (flags & DAYBOOK_FIELD_SEARCH)
        append_line (words, text);
      if (flags & DAYBOOK_FIELD_PERSON)
        daybook_pinyin_append (pinyin, text);
      if (flags & DAYBOOK_FIELD_NUMBER)
        append_line (numbers, text);
    }

  if (row->table == &daybook_orders)
    {
      add_contact_keys (self, daybook_row_text (row, DAYBOOK_ORDER_PHONE), keys);
      add_contact_keys (self, daybook_row_text (row, DAYBOOK_ORDER_EMAIL), keys);
    }
  else if (row->table == &daybook_customers && !add_customer_parts (self, row->rowid, words, pinyin, keys, error))
    return FALSE;

  document->words = g_strdup (words->str);
  document->pinyin = g_strdup (pinyin->str);
  document->numbers = g_strdup (numbers->str);
  document->keys = g_steal_pointer (&keys);
  return TRUE;
}

/* The document of a row as it is now; an empty one when it is deleted or not there. */
static gboolean
read_document (DaybookIndexer      *self,
               const DaybookTable  *table,
               gint64               rowid,
               DaybookDocument     *document,
               GError             **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookRow) row = daybook_row_load (self->db, table, rowid, &local);

  if (row == NULL)
    {
      if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) != 0)
    return TRUE;

  return make_document (self, row, document, error);
}

/* --- Writing documents -------------------------------------------------- */

typedef enum
{
  INSERT,
  DELETE,
} Direction;

typedef struct
{
  const DaybookTable *table;
  const char         *words[2];   /* by Direction */
  const char         *numbers[2];
  gint64              keys;       /* phone_keys.tbl, or -1 */
} TableIndex;

#define WORDS_SQL(name) \
  { "INSERT INTO " name "_words (rowid, words, pinyin) VALUES (:row, :words, :pinyin)", \
    "INSERT INTO " name "_words (" name "_words, rowid, words, pinyin) VALUES ('delete', :row, :words, :pinyin)" }
#define NUMBERS_SQL(name) \
  { "INSERT INTO " name "_numbers (rowid, numbers) VALUES (:row, :numbers)", \
    "INSERT INTO " name "_numbers (" name "_numbers, rowid, numbers) VALUES ('delete', :row, :numbers)" }

static const TableIndex INDEXES[] = {
  { &daybook_orders, WORDS_SQL ("orders"), NUMBERS_SQL ("orders"), KEYS_OF_ORDERS },
  { &daybook_customers, WORDS_SQL ("customers"), { NULL, NULL }, KEYS_OF_CUSTOMERS },
  { &daybook_products, WORDS_SQL ("products"), NUMBERS_SQL ("products"), -1 },
};

static const TableIndex *
find_index (const DaybookTable *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (INDEXES); i++)
    if (INDEXES[i].table == table)
      return &INDEXES[i];

  return NULL;
}

static gboolean
write_words (DaybookIndexer         *self,
             const char             *sql,
             gint64                  rowid,
             const DaybookDocument  *document,
             GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_text (statement, ":words", document->words);
  daybook_bind_text (statement, ":pinyin", document->pinyin);
  return daybook_statement_run (statement, error);
}

static gboolean
write_numbers (DaybookIndexer         *self,
               const char             *sql,
               gint64                  rowid,
               const DaybookDocument  *document,
               GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_text (statement, ":numbers", document->numbers);
  return daybook_statement_run (statement, error);
}

static gboolean
write_keys (DaybookIndexer         *self,
            Direction               direction,
            gint64                  tbl,
            gint64                  rowid,
            const DaybookDocument  *document,
            GError                **error)
{
  const char *sql = direction == INSERT
    ? "INSERT OR IGNORE INTO phone_keys (key, tbl, row) VALUES (:key, :tbl, :row)"
    : "DELETE FROM phone_keys WHERE key = :key AND tbl = :tbl AND row = :row";

  for (guint i = 0; i < document->keys->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_int (statement, ":key", g_array_index (document->keys, gint64, i));
      daybook_bind_int (statement, ":tbl", tbl);
      daybook_bind_int (statement, ":row", rowid);
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_document (DaybookIndexer         *self,
                Direction               direction,
                const DaybookTable     *table,
                gint64                  rowid,
                const DaybookDocument  *document,
                GError                **error)
{
  const TableIndex *index = find_index (table);

  if (document->words == NULL)
    return TRUE;

  if ((*document->words != '\0' || *document->pinyin != '\0')
      && !write_words (self, index->words[direction], rowid, document, error))
    return FALSE;
  if (has_numbers (table) && *document->numbers != '\0'
      && !write_numbers (self, index->numbers[direction], rowid, document, error))
    return FALSE;

  return index->keys < 0 || write_keys (self, direction, index->keys, rowid, document, error);
}

static gboolean
same_document (const DaybookDocument *a,
               const DaybookDocument *b)
{
  if (g_strcmp0 (a->words, b->words) != 0
      || g_strcmp0 (a->pinyin, b->pinyin) != 0
      || g_strcmp0 (a->numbers, b->numbers) != 0)
    return FALSE;

  if (a->keys == NULL || b->keys == NULL)
    return a->keys == b->keys;

  return a->keys->len == b->keys->len
         && (a->keys->len == 0 || memcmp (a->keys->data, b->keys->data, a->keys->len * sizeof (gint64)) == 0);
}

/* --- The indexer -------------------------------------------------------- */

gboolean
daybook_indexer_reload (DaybookIndexer  *self,
                        GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT value FROM local WHERE key = 'secret'", error);

  if (statement == NULL)
    return FALSE;

  if (daybook_statement_next (statement, error)
      && sqlite3_column_bytes (statement, 0) == (int) sizeof self->secret)
    {
      memcpy (self->secret, sqlite3_column_blob (statement, 0), sizeof self->secret);
      return TRUE;
    }

  if (error == NULL || *error == NULL)
    daybook_database_set_error (error, NULL, SQLITE_CORRUPT);
  return FALSE;
}

DaybookIndexer *
daybook_indexer_new (DaybookDatabase  *db,
                     GError          **error)
{
  g_autoptr(DaybookIndexer) self = g_new0 (DaybookIndexer, 1);

  self->db = db;
  self->touched = g_hash_table_new_full (hash_touched, equal_touched, free_touched, NULL);

  return daybook_indexer_reload (self, error) ? g_steal_pointer (&self) : NULL;
}

void
daybook_indexer_free (DaybookIndexer *self)
{
  g_hash_table_unref (self->touched);
  sodium_memzero (self->secret, sizeof self->secret);
  g_free (self);
}

/* The owner of a part, when the owner is what is indexed. */
static gboolean
find_owner (DaybookIndexer      *self,
            const DaybookTable **table,
            gint64              *rowid,
            GError             **error)
{
  const DaybookTable *part = *table;
  const DaybookTable *owner = part->owner < 0 ? NULL : daybook_registry_find (part->fields[part->owner].ref);

  if (owner != &daybook_customers)
    return daybook_table_is_indexed (part);

  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE rowid = :row",
                                          part->fields[part->owner].name, part->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", *rowid);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  *table = owner;
  *rowid = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

gboolean
daybook_indexer_touch (DaybookIndexer      *self,
                       const DaybookTable  *table,
                       gint64               rowid,
                       GError             **error)
{
  GError *local = NULL;

  if (!find_owner (self, &table, &rowid, &local))
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, local);
      return FALSE;
    }

  Touched key = { table, rowid, { NULL } };
  if (g_hash_table_contains (self->touched, &key))
    return TRUE;

  g_auto(DaybookDocument) before = { NULL };
  if (!read_document (self, table, rowid, &before, error))
    return FALSE;

  Touched *touched = g_new0 (Touched, 1);
  touched->table = table;
  touched->rowid = rowid;
  touched->before = before;
  memset (&before, 0, sizeof before);
  g_hash_table_add (self->touched, touched);
  return TRUE;
}

void
daybook_indexer_touch_new (DaybookIndexer     *self,
                           const DaybookTable *table,
                           gint64              rowid)
{
  if (!daybook_table_is_indexed (table))
    return;

  Touched *touched = g_new0 (Touched, 1);
  touched->table = table;
  touched->rowid = rowid;
  g_hash_table_add (self->touched, touched);
}

static int
compare_touched (gconstpointer a,
                 gconstpointer b)
{
  const Touched *first = *(Touched *const *) a, *second = *(Touched *const *) b;

  return first->rowid < second->rowid ? -1 : first->rowid > second->rowid;
}

static gboolean
flush_one (DaybookIndexer  *self,
           const Touched   *touched,
           GError         **error)
{
  g_auto(DaybookDocument) after = { NULL };

  if (!read_document (self, touched->table, touched->rowid, &after, error))
    return FALSE;
  if (same_document (&touched->before, &after))
    return TRUE;

  return write_document (self, DELETE, touched->table, touched->rowid, &touched->before, error)
         && write_document (self, INSERT, touched->table, touched->rowid, &after, error);
}

gboolean
daybook_indexer_flush (DaybookIndexer  *self,
                       GError         **error)
{
  guint n_touched;
  g_autofree gpointer *all = g_hash_table_get_keys_as_array (self->touched, &n_touched);
  gboolean done = TRUE;

  /* FTS5 writes a segment each time a document is older than the last one. */
  qsort (all, n_touched, sizeof *all, compare_touched);
  for (guint i = 0; done && i < n_touched; i++)
    done = flush_one (self, all[i], error);

  g_hash_table_remove_all (self->touched);
  return done;
}

void
daybook_indexer_forget (DaybookIndexer *self)
{
  g_hash_table_remove_all (self->touched);
}

gboolean
daybook_indexer_add (DaybookIndexer    *self,
                     const DaybookRow  *row,
                     GError           **error)
{
  g_auto(DaybookDocument) document = { NULL };

  return make_document (self, row, &document, error)
         && write_document (self, INSERT, row->table, row->rowid, &document, error);
}
