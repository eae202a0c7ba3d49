/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/document.h"

#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/pinyin.h"
#include "core/tokens.h"
#include "store/case-row.h"
#include "store/customer-group.h"

#include <string.h>

#define TAIL_DIGITS 4

DaybookDocument *
daybook_document_new (void)
{
  DaybookDocument *document = g_new0 (DaybookDocument, 1);

  document->words = g_string_new (NULL);
  document->names = g_string_new (NULL);
  document->numbers = g_string_new (NULL);
  document->heads = g_string_new (NULL);
  return document;
}

void
daybook_document_free (DaybookDocument *document)
{
  g_string_free (document->words, TRUE);
  g_string_free (document->names, TRUE);
  g_string_free (document->numbers, TRUE);
  g_string_free (document->heads, TRUE);
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

char *
daybook_phone_key (const DaybookSecret *secret,
                   const char          *text)
{
  g_autofree char *full = NULL;
  guint64 hash;

  if (daybook_mask_is_masked (text))
    return NULL;

  full = strchr (text, '@') != NULL ? g_utf8_strdown (text, -1) : daybook_phone_normalise (text);
  if (full == NULL)
    return NULL;

  crypto_shorthash ((guint8 *) &hash, (const guint8 *) full, strlen (full), secret->bytes);
  return g_strdup_printf (DAYBOOK_TOKEN_KEY "%016" G_GINT64_MODIFIER "x", GUINT64_FROM_LE (hash));
}

char *
daybook_tail_key (const char *phone)
{
  gsize length = strlen (phone);
  const char *tail = phone + length - MIN (length, TAIL_DIGITS);

  if (length < TAIL_DIGITS)
    return NULL;
  for (const char *p = tail; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      return NULL;

  return g_strconcat (DAYBOOK_TOKEN_KEY, tail, NULL);
}

/* --- Making it ---------------------------------------------------------- */

static void
append_line (GString    *string,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  if (string->len > 0)
    g_string_append_c (string, '\n');
  g_string_append (string, text);
}

static void
add_contact_keys (const DaybookSecret *secret,
                  const char          *text,
                  GString             *numbers)
{
  if (*text == '\0')
    return;

  g_autofree char *key = daybook_phone_key (secret, text);
  g_autofree char *tail = strchr (text, '@') == NULL ? daybook_tail_key (text) : NULL;
  append_line (numbers, key);
  append_line (numbers, tail);
}

static gboolean
add_accounts (DaybookDatabase  *db,
              gint64            customer,
              DaybookDocument  *document,
              GError          **error)
{
  g_autoptr(DaybookStatement) handles = daybook_database_prepare (db,
    "SELECT account FROM handles WHERE customer = ?1 AND deleted = 0", error);
  GError *local = NULL;

  if (handles == NULL)
    return FALSE;

  sqlite3_bind_int64 (handles, 1, customer);
  while (daybook_statement_next (handles, &local))
    {
      append_line (document->words, daybook_column_text (handles, 0));
      daybook_pinyin_append (document->names, daybook_column_text (handles, 0));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
add_contacts (DaybookDatabase      *db,
              const DaybookSecret  *secret,
              gint64                customer,
              DaybookDocument      *document,
              GError              **error)
{
  g_autoptr(DaybookStatement) contacts = daybook_database_prepare (db,
    "SELECT value FROM contacts WHERE customer = ?1 AND deleted = 0 AND kind IN (0, 1)", error);
  GError *local = NULL;

  if (contacts == NULL)
    return FALSE;

  sqlite3_bind_int64 (contacts, 1, customer);
  while (daybook_statement_next (contacts, &local))
    add_contact_keys (secret, daybook_column_text (contacts, 0), document->numbers);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

#define INDEXED (DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON | DAYBOOK_FIELD_NUMBER)

/* Whether the field's phone number or e-mail is a way to find the row. */
static gboolean
is_contact (const DaybookField *field)
{
  return field->mask == DAYBOOK_MASK_PHONE || field->mask == DAYBOOK_MASK_EMAIL || field->mask == DAYBOOK_MASK_CONTACT;
}

static gboolean
is_read (const DaybookField *field)
{
  return (field->flags & INDEXED) != 0 || is_contact (field);
}

/* What of a row is indexed: a third of its columns. */
static char *
make_select (const DaybookTable *table)
{
  g_autoptr(GString) sql = g_string_new ("SELECT deleted");

  for (guint i = 0; i < table->n_fields; i++)
    if (is_read (&table->fields[i]))
      g_string_append_printf (sql, ", \"%s\"", table->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE rowid = ?1", table->plural);

  return g_strdup (sql->str);
}

/* The statement's text, which lives for good and is found by its address. */
static const char *
select_of (const DaybookTable *table)
{
  static GMutex mutex;
  static GHashTable *texts = NULL; /* DaybookTable → char */

  g_mutex_lock (&mutex);
  if (texts == NULL)
    texts = g_hash_table_new (NULL, NULL);
  const char *text = g_hash_table_lookup (texts, table);
  if (text == NULL)
    {
      char *made = make_select (table);

      g_hash_table_insert (texts, (gpointer) table, made);
      text = made;
    }
  g_mutex_unlock (&mutex);

  return text;
}

static void
add_field (const DaybookField  *field,
           const char          *text,
           const DaybookSecret *secret,
           DaybookDocument     *document)
{
  if (field->flags & DAYBOOK_FIELD_SEARCH)
    append_line (document->words, text);
  if ((field->flags & DAYBOOK_FIELD_SEARCH) && !(field->flags & DAYBOOK_FIELD_MULTILINE))
    append_line (document->heads, text);
  if (field->flags & DAYBOOK_FIELD_PERSON)
    daybook_pinyin_append (document->names, text);
  if (field->flags & DAYBOOK_FIELD_NUMBER)
    append_line (document->numbers, text);
  if (is_contact (field))
    add_contact_keys (secret, text, document->numbers);
}

static DaybookDocumentState
add_fields (DaybookStatement    *statement,
            const DaybookTable  *table,
            const DaybookSecret *secret,
            DaybookDocument     *document)
{
  int column = 1;

  if (sqlite3_column_int (statement, 0) != 0)
    return DAYBOOK_DOCUMENT_NONE;

  for (guint i = 0; i < table->n_fields; i++)
    if (is_read (&table->fields[i]))
      add_field (&table->fields[i], daybook_column_text (statement, column++), secret, document);
  return DAYBOOK_DOCUMENT_MADE;
}

/* What a definition has given the row. */
static void
add_own_fields (DaybookDatabase     *db,
                const DaybookSecret *secret,
                const DaybookTable  *table,
                gint64               rowid,
                DaybookDocument     *document,
                GError             **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load_whole (db, table, rowid, error);

  for (guint i = table->n_fields; row != NULL && i < row->table->n_fields; i++)
    if (is_read (&row->table->fields[i]))
      add_field (&row->table->fields[i], daybook_row_text (row, i), secret, document);
}

/* What of the row itself can be found. */
static DaybookDocumentState
add_row (DaybookDatabase      *db,
         const DaybookSecret  *secret,
         const DaybookTable   *table,
         gint64                rowid,
         DaybookDocument      *document,
         GError              **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, select_of (table), error);
  DaybookDocumentState state = DAYBOOK_DOCUMENT_NONE;
  GError *local = NULL;

  if (statement == NULL)
    return DAYBOOK_DOCUMENT_FAILED;

  sqlite3_bind_int64 (statement, 1, rowid);
  if (daybook_statement_next (statement, &local))
    state = add_fields (statement, table, secret, document);
  if (local == NULL)
    return state;

  g_propagate_error (error, local);
  return DAYBOOK_DOCUMENT_FAILED;
}

/* A customer and all who are the same person: who was merged into another one is found as that one. */
static DaybookDocumentState
add_customer (DaybookDatabase      *db,
              const DaybookSecret  *secret,
              gint64                customer,
              DaybookDocument      *document,
              GError              **error)
{
  g_autoptr(GArray) group = daybook_customer_group (db, customer, error);

  if (group == NULL)
    return DAYBOOK_DOCUMENT_FAILED;
  if (g_array_index (group, gint64, 0) != customer)
    return DAYBOOK_DOCUMENT_NONE;

  for (guint i = 0; i < group->len; i++)
    {
      gint64 one = g_array_index (group, gint64, i);
      DaybookDocumentState state = add_row (db, secret, &daybook_customers, one, document, error);

      if (state == DAYBOOK_DOCUMENT_FAILED || (i == 0 && state == DAYBOOK_DOCUMENT_NONE))
        return state;
      if (!add_accounts (db, one, document, error) || !add_contacts (db, secret, one, document, error))
        return DAYBOOK_DOCUMENT_FAILED;
    }

  return DAYBOOK_DOCUMENT_MADE;
}

DaybookDocumentState
daybook_document_make (DaybookDatabase      *db,
                       const DaybookSecret  *secret,
                       const DaybookTable   *table,
                       gint64                rowid,
                       DaybookDocument      *document,
                       GError              **error)
{
  DaybookDocumentState state;
  GError *local = NULL;

  g_string_truncate (document->words, 0);
  g_string_truncate (document->names, 0);
  g_string_truncate (document->numbers, 0);
  g_string_truncate (document->heads, 0);
  if (table == &daybook_customers)
    return add_customer (db, secret, rowid, document, error);

  state = add_row (db, secret, table, rowid, document, &local);
  if (local == NULL && state == DAYBOOK_DOCUMENT_MADE && table->parted != 0)
    add_own_fields (db, secret, table, rowid, document, &local);
  if (local == NULL)
    return state;

  g_propagate_error (error, local);
  return DAYBOOK_DOCUMENT_FAILED;
}
