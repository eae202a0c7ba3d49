/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/document.h"

#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/pinyin.h"

#include <string.h>

#define TAIL_DIGITS 4
#define HASH_BIT (G_GINT64_CONSTANT (1) << 62)

DaybookDocument *
daybook_document_new (void)
{
  DaybookDocument *document = g_new0 (DaybookDocument, 1);

  document->words = g_string_new (NULL);
  document->names = g_string_new (NULL);
  document->numbers = g_string_new (NULL);
  document->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  return document;
}

void
daybook_document_free (DaybookDocument *document)
{
  g_string_free (document->words, TRUE);
  g_string_free (document->names, TRUE);
  g_string_free (document->numbers, TRUE);
  g_array_unref (document->keys);
  g_free (document);
}

gboolean
daybook_secret_read (DaybookDatabase  *db,
                     DaybookSecret    *secret,
                     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT value FROM local WHERE key = 'secret'", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  if (daybook_statement_next (statement, &local)
      && sqlite3_column_bytes (statement, 0) == (int) sizeof secret->bytes)
    {
      memcpy (secret->bytes, sqlite3_column_blob (statement, 0), sizeof secret->bytes);
      return TRUE;
    }

  if (local != NULL)
    g_propagate_error (error, local);
  else
    daybook_database_set_error (error, NULL, SQLITE_CORRUPT);
  return FALSE;
}

gint64
daybook_phone_hash (const DaybookSecret *secret,
                    const char          *text)
{
  g_autofree char *key = NULL;
  guint64 hash;

  if (daybook_mask_is_masked (text))
    return 0;

  key = strchr (text, '@') != NULL ? g_utf8_strdown (text, -1) : daybook_phone_normalise (text);
  if (key == NULL)
    return 0;

  crypto_shorthash ((guint8 *) &hash, (const guint8 *) key, strlen (key), secret->bytes);
  return (gint64) (hash >> 2) | HASH_BIT;
}

gint64
daybook_phone_tail (const char *phone)
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
add_contact_keys (const DaybookSecret *secret,
                  const char          *text,
                  GArray              *keys)
{
  gint64 hash, tail;

  if (*text == '\0')
    return;

  if ((hash = daybook_phone_hash (secret, text)) != 0)
    add_key (keys, hash);
  if (strchr (text, '@') == NULL && (tail = daybook_phone_tail (text)) >= 0)
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
add_customer_parts (DaybookDatabase      *db,
                    const DaybookSecret  *secret,
                    gint64                customer,
                    GString              *words,
                    GString              *names,
                    GArray               *keys,
                    GError              **error)
{
  g_autoptr(DaybookStatement) handles = daybook_database_prepare (db,
    "SELECT account FROM handles WHERE customer = :customer AND deleted = 0", error);
  g_autoptr(DaybookStatement) contacts = daybook_database_prepare (db,
    "SELECT value FROM contacts WHERE customer = :customer AND deleted = 0 AND kind IN (0, 1)", error);
  GError *local = NULL;

  if (handles == NULL || contacts == NULL)
    return FALSE;

  daybook_bind_int (handles, ":customer", customer);
  while (daybook_statement_next (handles, &local))
    {
      append_line (words, daybook_column_text (handles, 0));
      daybook_pinyin_append (names, daybook_column_text (handles, 0));
    }

  daybook_bind_int (contacts, ":customer", customer);
  while (local == NULL && daybook_statement_next (contacts, &local))
    add_contact_keys (secret, daybook_column_text (contacts, 0), keys);

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_document_make (DaybookDatabase      *db,
                       const DaybookSecret  *secret,
                       const DaybookRow     *row,
                       DaybookDocument      *document,
                       GError              **error)
{
  g_string_truncate (document->words, 0);
  g_string_truncate (document->names, 0);
  g_string_truncate (document->numbers, 0);
  g_array_set_size (document->keys, 0);

  for (guint i = 0; i < row->table->n_fields; i++)
    {
      DaybookFieldFlags flags = row->table->fields[i].flags;
      const char *text = daybook_row_text (row, i);

      if (flags & DAYBOOK_FIELD_SEARCH)
        append_line (document->words, text);
      if (flags & DAYBOOK_FIELD_PERSON)
        daybook_pinyin_append (document->names, text);
      if (flags & DAYBOOK_FIELD_NUMBER)
        append_line (document->numbers, text);
    }

  if (row->table == &daybook_customers)
    return add_customer_parts (db, secret, row->rowid, document->words, document->names, document->keys, error);
  if (row->table == &daybook_orders)
    {
      add_contact_keys (secret, daybook_row_text (row, DAYBOOK_ORDER_PHONE), document->keys);
      add_contact_keys (secret, daybook_row_text (row, DAYBOOK_ORDER_EMAIL), document->keys);
    }
  return TRUE;
}
