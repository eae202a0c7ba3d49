/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erased.h"

#include "core/erasure.h"
#include "core/likeness.h"
#include "core/mask.h"
#include "core/order.h"
#include "store/document.h"

#include <string.h>

struct _DaybookErased
{
  GHashTable    *hashes;
  DaybookSecret  secret;
};

/* 64 bits of a keyed hash, in hexadecimals. Takes over `text`, which may be NULL. */
static char *
hash_text (const DaybookSecret *secret,
           char                *text)
{
  g_autofree char *owned = text;
  guint64 hash;

  if (owned == NULL)
    return NULL;

  crypto_shorthash ((guint8 *) &hash, (const guint8 *) owned, strlen (owned), secret->bytes);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", GUINT64_FROM_LE (hash));
}

static char *
hash_account (const DaybookSecret *secret,
              const char          *platform,
              const char          *account)
{
  g_autofree char *nick = daybook_likeness_nick (platform, account);

  return nick != NULL ? hash_text (secret, g_strconcat ("account\x1f", nick, NULL)) : NULL;
}

static char *
hash_reach (const DaybookSecret *secret,
            const char          *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *plain = NULL;

  if (*stripped == '\0' || daybook_mask_is_masked (stripped))
    return NULL;

  plain = strchr (stripped, '@') != NULL ? g_utf8_strdown (stripped, -1) : daybook_phone_normalise (stripped);
  return plain != NULL ? hash_text (secret, g_strconcat ("reach\x1f", plain, NULL)) : NULL;
}

char *
daybook_erased_hash_account (DaybookDatabase  *db,
                             const char       *platform,
                             const char       *account,
                             GError          **error)
{
  DaybookSecret secret;

  return daybook_secret_read (db, &secret, error) ? hash_account (&secret, platform, account) : NULL;
}

char *
daybook_erased_hash_reach (DaybookDatabase  *db,
                           const char       *text,
                           GError          **error)
{
  DaybookSecret secret;

  return daybook_secret_read (db, &secret, error) ? hash_reach (&secret, text) : NULL;
}

DaybookErased *
daybook_erased_read (DaybookDatabase  *db,
                     GError          **error)
{
  g_autoptr(DaybookErased) self = g_new0 (DaybookErased, 1);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT hash FROM erasures WHERE deleted = 0", error);
  GError *local = NULL;

  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (statement == NULL || !daybook_secret_read (db, &self->secret, error))
    return NULL;

  while (daybook_statement_next (statement, &local))
    g_hash_table_add (self->hashes, g_strdup (daybook_column_text (statement, 0)));
  if (local == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, local);
  return NULL;
}

void
daybook_erased_free (DaybookErased *self)
{
  g_hash_table_unref (self->hashes);
  g_free (self);
}

gboolean
daybook_erased_is_empty (const DaybookErased *self)
{
  return g_hash_table_size (self->hashes) == 0;
}

/* --- Looking somebody up -------------------------------------------------- */

static gboolean
has_hash (DaybookErased *self,
          char          *hash)
{
  g_autofree char *owned = hash;

  return owned != NULL && g_hash_table_contains (self->hashes, owned);
}

static gboolean
has_account (DaybookErased *self,
             const char    *platform,
             const char    *account)
{
  return account != NULL && has_hash (self, hash_account (&self->secret, platform, account));
}

static gboolean
has_reach (DaybookErased      *self,
           const DaybookValue *value)
{
  return value->type == DAYBOOK_VALUE_TEXT && has_hash (self, hash_reach (&self->secret, value->text));
}

gboolean
daybook_erased_has_record (DaybookErased            *self,
                           const char               *platform,
                           const DaybookOrderRecord *record)
{
  const DaybookValue *buyer = &record->values[DAYBOOK_ORDER_BUYER];

  return !daybook_erased_is_empty (self)
         && (has_account (self, platform, record->account)
             || (buyer->type == DAYBOOK_VALUE_TEXT && has_account (self, platform, buyer->text))
             || has_reach (self, &record->values[DAYBOOK_ORDER_PHONE]) || has_reach (self, &record->values[DAYBOOK_ORDER_EMAIL]));
}

gboolean
daybook_erased_has_entry (DaybookErased      *self,
                          const char         *platform,
                          const DaybookEntry *entry)
{
  const DaybookTable *table = entry->table;

  for (guint i = 0; !daybook_erased_is_empty (self) && i < table->n_fields; i++)
    if (table->fields[i].type == DAYBOOK_TYPE_TEXT && entry->values[i].type == DAYBOOK_VALUE_TEXT
        && (has_reach (self, &entry->values[i]) || has_account (self, platform, entry->values[i].text)))
      return TRUE;

  return FALSE;
}

gboolean
daybook_erased_has_cells (DaybookErased *self,
                          const char    *platform,
                          const char    *raw,
                          const char    *separator)
{
  g_auto(GStrv) cells = daybook_erased_is_empty (self) ? NULL : g_strsplit (raw, separator, -1);

  for (char **cell = cells; cell != NULL && *cell != NULL; cell++)
    if (has_account (self, platform, *cell) || has_hash (self, hash_reach (&self->secret, *cell)))
      return TRUE;

  return FALSE;
}

/* --- What stays of a row ---------------------------------------------------- */

gboolean
daybook_erased_is_personal (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_TEXT
         && (field->mask != DAYBOOK_MASK_NONE || field->field_class == DAYBOOK_CLASS_TEXT
             || (field->flags & (DAYBOOK_FIELD_PERSON | DAYBOOK_FIELD_MULTILINE)) != 0
             || g_str_has_suffix (field->name, "note"));
}

/* As if the file had no such columns. */
static void
strip (const DaybookTable *table,
       DaybookValue       *values,
       guint64            *carried)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (daybook_erased_is_personal (&table->fields[i]))
      {
        values[i] = (DaybookValue) DAYBOOK_VALUE_INIT;
        *carried &= ~(G_GUINT64_CONSTANT (1) << i);
      }
}

static char NO_CELLS[1] = "";
static GString no_raw = { NO_CELLS, 0, 1 };

DaybookOrderRecord
daybook_erased_record (const DaybookOrderRecord *record)
{
  DaybookOrderRecord plain = *record;

  strip (&daybook_orders, plain.values, &plain.carried);
  plain.account = NULL;
  plain.raw = &no_raw;
  return plain;
}

DaybookEntry
daybook_erased_entry (const DaybookEntry *entry)
{
  DaybookEntry plain = *entry;

  strip (plain.table, plain.values, &plain.carried);
  plain.raw = &no_raw;
  return plain;
}
