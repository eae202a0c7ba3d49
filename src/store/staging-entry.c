/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Staging of rows that are no orders: each stands for itself, and all of a file are of one
 * table of the registry. */

#include "store/born-cases.h"
#include "store/entry-rule.h"
#include "store/staging-private.h"

#include "core/membership.h"
#include "store/digest.h"
#include "store/membership-customers.h"

#include <string.h>

/* Columns of the staged rows. */
enum
{
  COLUMN_N,
  COLUMN_DATE,
  COLUMN_ID,
  COLUMN_FIRST_ROW,
  COLUMN_CARRIED,
  COLUMN_RAW,
  FIRST_FIELD_COLUMN,
};

gboolean
daybook_staging_make_entries (DaybookStaging  *self,
                              GError         **error)
{
  /* Called as the staged orders are: what is staged is found in one way. */
  g_autoptr(GString) sql = g_string_new ("CREATE TABLE orders (n INTEGER PRIMARY KEY, date INTEGER, id BLOB, first_row INTEGER, carried INTEGER, raw TEXT");

  for (guint i = 0; i < self->spec.table->n_fields; i++)
    g_string_append_printf (sql, ", f%u", i);
  g_string_append_c (sql, ')');
  return daybook_database_run (self->db, sql->str, error);
}

static char *
make_insert (const DaybookTable *table)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO orders VALUES (?1");

  for (guint i = COLUMN_DATE; i < FIRST_FIELD_COLUMN + table->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_c (sql, ')');
  return g_strdup (sql->str);
}

static gboolean
write_entry (DaybookStaging      *self,
             const DaybookEntry  *entry,
             const DaybookId     *id,
             GError             **error)
{
  g_autofree char *sql = make_insert (entry->table);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  /* Parameters count from 1, columns from 0. */
  sqlite3_bind_int64 (statement, COLUMN_N + 1, self->next_n);
  daybook_bind_value_at (statement, COLUMN_DATE + 1, &entry->values[entry->table->dated]);
  sqlite3_bind_blob (statement, COLUMN_ID + 1, id->bytes, sizeof id->bytes, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, COLUMN_FIRST_ROW + 1, (gint64) entry->first_row);
  sqlite3_bind_int64 (statement, COLUMN_CARRIED + 1, (gint64) entry->carried);
  sqlite3_bind_text (statement, COLUMN_RAW + 1, entry->raw->str, (int) entry->raw->len, SQLITE_TRANSIENT);
  for (guint i = 0; i < entry->table->n_fields; i++)
    daybook_bind_value_at (statement, (int) (FIRST_FIELD_COLUMN + i) + 1, &entry->values[i]);
  return daybook_statement_run (statement, error);
}

/* Of what a row says; never 0. */
static gpointer
digest_entry (const DaybookEntry *entry)
{
  guint64 digest = DAYBOOK_DIGEST_START;

  for (guint i = 0; i < entry->table->n_fields; i++)
    {
      const DaybookValue *value = &entry->values[i];

      digest = daybook_digest_bytes (digest, &i, sizeof i);
      digest = value->type == DAYBOOK_VALUE_TEXT ? daybook_digest_bytes (digest, value->text, strlen (value->text) + 1)
               : daybook_digest_bytes (digest, &value->number, sizeof value->number);
    }

  return GSIZE_TO_POINTER (digest | 1);
}

/* --- Cases ------------------------------------------------------------------ */

gboolean
daybook_staging_find_born (DaybookStaging   *self,
                           DaybookDatabase  *db,
                           GError          **error)
{
  DaybookEntryFields fields;
  g_autoptr(GPtrArray) born = NULL;

  if (self->spec.table == NULL || self->spec.no_cases || !daybook_entry_fields (self->spec.table, &fields) || fields.order_number < 0)
    return TRUE;

  born = daybook_registers_born_of (db, self->spec.table, error);
  if (born == NULL)
    return FALSE;

  g_clear_pointer (&self->born, g_ptr_array_unref);
  if (born->len > 0)
    self->born = g_steal_pointer (&born);
  return TRUE;
}

GPtrArray *
daybook_staging_get_born (DaybookStaging *self)
{
  return self->born;
}

guint
daybook_staging_count_born (DaybookStaging *self)
{
  guint n = 0;

  for (guint i = 0; self->born != NULL && i < self->born->len; i++)
    n += ((const DaybookBornOf *) g_ptr_array_index (self->born, i))->n;

  return n;
}

/* As a row of the book. (transfer full) */
static DaybookRow *
row_of (const DaybookEntry *entry)
{
  DaybookRow *row = daybook_row_new (entry->table);

  for (guint i = 0; i < entry->table->n_fields; i++)
    row->values[i] = daybook_value_copy (&entry->values[i]);
  return row;
}

/* Counts the case that the entry opens. One that somebody has put in the trash comes back, as
 * everything that is imported again: the entry counts as new then. */
static gboolean
foresee_case (DaybookStaging      *self,
              const DaybookEntry  *entry,
              const DaybookId     *id,
              DaybookFinding      *finding,
              GError             **error)
{
  GError *local = NULL;
  gboolean returns = finding->effect != DAYBOOK_EFFECT_NEW && daybook_born_case_lies_in_trash (self->book, id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (finding->effect != DAYBOOK_EFFECT_NEW && !returns)
    return TRUE;

  g_autoptr(DaybookRow) row = row_of (entry);
  DaybookBornOf *of = daybook_born_of_find (self->born, row, TRUE);
  if (of == NULL || (!returns && daybook_born_case_is_there (self->book, id, &local)))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  of->n++;
  finding->effect = DAYBOOK_EFFECT_NEW;
  return TRUE;
}

static gboolean
foresee (DaybookStaging      *self,
         const DaybookEntry  *entry,
         const DaybookId     *id,
         DaybookFinding      *finding,
         GError             **error)
{
  if (self->counts.orders == 0 && !daybook_staging_find_born (self, self->book, error))
    return FALSE;

  return self->born == NULL || foresee_case (self, entry, id, finding, error);
}

/* --- Adding ------------------------------------------------------------------- */

gboolean
daybook_staging_add_entry (DaybookStaging      *self,
                           const DaybookEntry  *entry,
                           DaybookStanding     *standing,
                           GError             **error)
{
  g_autofree char *number = NULL;
  DaybookErased *erased = daybook_staging_erased (self, error);
  DaybookFinding finding;
  DaybookEntry keyed, plain;
  DaybookId id;
  gpointer before;

  g_return_val_if_fail (!self->finished && entry->table == self->spec.table, FALSE);

  if (erased == NULL)
    return FALSE;
  if (daybook_erased_has_entry (erased, self->spec.platform, entry))
    {
      *standing = DAYBOOK_STANDING_AGAIN;
      if (entry->table == &daybook_memberships)
        return TRUE; /* a list of persons: nothing is left of the line */
      plain = daybook_erased_entry (entry);
      entry = &plain;
    }

  if (entry->table == &daybook_memberships)
    {
      if (!daybook_membership_key (self->book, entry, &keyed, &number, error))
        return FALSE;
      entry = &keyed;
    }
  daybook_entry_id (entry, self->shop, self->spec.platform, &id);
  before = g_hash_table_lookup (self->seen, daybook_staging_seen_key (&id));
  *standing = before == NULL ? DAYBOOK_STANDING_NEW
              : before == digest_entry (entry) ? DAYBOOK_STANDING_AGAIN : DAYBOOK_STANDING_OTHERWISE;
  if (before != NULL)
    return TRUE;

  if (!daybook_staging_look (self, error)
      || !daybook_entry_find_effect (self->book, entry, &id, &finding, error)
      || !foresee (self, entry, &id, &finding, error)
      || !write_entry (self, entry, &id, error))
    return FALSE;

  self->counts.orders++;
  g_hash_table_insert (self->seen, daybook_staging_seen_key (&id), digest_entry (entry));
  return daybook_staging_note (self, &finding, error);
}

gboolean
daybook_staging_read_entry (DaybookStaging  *self,
                            gint64           n,
                            DaybookEntry    *entry,
                            DaybookId       *id,
                            GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT * FROM orders WHERE n = :n", error);

  if (statement == NULL)
    return FALSE;

  daybook_entry_reset (entry);
  daybook_bind_int (statement, ":n", n);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  daybook_column_id (statement, COLUMN_ID, id);
  entry->first_row = (guint64) sqlite3_column_int64 (statement, COLUMN_FIRST_ROW);
  entry->carried = (guint64) sqlite3_column_int64 (statement, COLUMN_CARRIED);
  g_string_assign (entry->raw, daybook_column_text (statement, COLUMN_RAW));
  for (guint i = 0; i < entry->table->n_fields; i++)
    {
      int column = (int) (FIRST_FIELD_COLUMN + i);

      if (sqlite3_column_type (statement, column) == SQLITE_TEXT)
        daybook_entry_set_text (entry, i, daybook_column_text (statement, column));
      else if (sqlite3_column_type (statement, column) == SQLITE_INTEGER)
        daybook_entry_set_int (entry, i, sqlite3_column_int64 (statement, column));
    }

  return TRUE;
}
