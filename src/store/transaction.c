/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/transaction.h"

#include "store/migrate.h"
#include "store/payload.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

#define OWN_DEVICE 1
#define SECONDS_PER_DAY 86400
#define KEY_DAY_SHIFT 24 /* 16 million rows a day */

/* A row made in this transaction, which parts may join. */
typedef struct
{
  const DaybookTable *table;
  gint64              rowid;
  gint64              op;
} Born;

struct _DaybookTransaction
{
  DaybookDatabase *db;       /* borrowed */
  DaybookActSpec  *spec;     /* borrowed */
  gint64           now_ms;
  gint64           next_op;
  guint64          n_ops;
  gboolean         paired;   /* creates carry their values for the server */
  gboolean         open;
  GHashTable      *born;     /* Born → itself */
};

static guint
hash_born (gconstpointer data)
{
  const Born *born = data;

  return g_int64_hash (&born->rowid) ^ g_direct_hash (born->table);
}

static gboolean
equal_born (gconstpointer a,
            gconstpointer b)
{
  const Born *first = a, *second = b;

  return first->rowid == second->rowid && first->table == second->table;
}

/* --- The act ------------------------------------------------------------ */

/* A hybrid logical clock: the wall clock where it moves forward, a counter
 * where it does not (DESIGN §8). */
static gboolean
next_stamp (DaybookTransaction  *self,
            gint64              *stamp,
            GError             **error)
{
  gint64 last = daybook_database_number (self->db, "SELECT value FROM local WHERE key = 'hlc'", 0, error);
  gint64 wall = self->now_ms << 16;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO local (key, value) VALUES ('hlc', :hlc) ON CONFLICT (key) DO UPDATE SET value = :hlc", error);

  if (statement == NULL)
    return FALSE;

  *stamp = MAX (wall, last + 1);
  daybook_bind_int (statement, ":hlc", *stamp);
  return daybook_statement_run (statement, error);
}

static gboolean
write_act (DaybookTransaction  *self,
           GError             **error)
{
  DaybookActSpec *spec = self->spec;
  gint64 stamp;

  if (!next_stamp (self, &stamp, error))
    return FALSE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO acts (id, device, agent, hlc, kind, of_act, state, title)"
    " VALUES (:id, :device, :agent, :hlc, :kind, nullif (:of_act, 0), :state, :title)", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":id", &spec->id);
  daybook_bind_int (statement, ":device", OWN_DEVICE);
  daybook_bind_id (statement, ":agent", daybook_id_is_null (&spec->agent) ? NULL : &spec->agent);
  daybook_bind_int (statement, ":hlc", stamp);
  daybook_bind_int (statement, ":kind", spec->kind);
  daybook_bind_int (statement, ":of_act", spec->of_act);
  daybook_bind_int (statement, ":state", spec->long_running);
  daybook_bind_text (statement, ":title", spec->title);
  if (!daybook_statement_run (statement, error))
    return FALSE;

  spec->key = sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

gint64
daybook_transaction_act (DaybookTransaction  *self,
                         GError             **error)
{
  if (self->spec->key == 0 && !write_act (self, error))
    return 0;

  return self->spec->key;
}

gboolean
daybook_transaction_end_act (DaybookTransaction  *self,
                             GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "UPDATE acts SET state = 0 WHERE key = :key", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":key", self->spec->key);
  return daybook_statement_run (statement, error);
}

/* --- Operations --------------------------------------------------------- */

typedef struct
{
  DaybookChangeKind   kind;
  const DaybookTable *table;
  gint64              row;
  const DaybookField *field;
  const DaybookValue *value;
  const DaybookValue *old;
  gint64              base;
} Operation;

static gint64
write_op (DaybookTransaction  *self,
          const Operation     *op,
          GError             **error)
{
  gint64 act = daybook_transaction_act (self, error);
  g_autoptr(DaybookStatement) statement = act == 0 ? NULL : daybook_database_prepare (self->db,
    "INSERT INTO ops (n, act, kind, tbl, row, field, value, old, base, state)"
    " VALUES (:n, :act, :kind, :tbl, :row, :field, :value, :old, nullif (:base, 0), 0)", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":n", self->next_op);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":kind", op->kind);
  daybook_bind_text (statement, ":tbl", op->table->kind);
  daybook_bind_int (statement, ":row", op->row);
  daybook_bind_text (statement, ":field", op->field != NULL ? op->field->name : NULL);
  if (op->value != NULL)
    daybook_bind_value (statement, ":value", op->value);
  if (op->old != NULL)
    daybook_bind_value (statement, ":old", op->old);
  daybook_bind_int (statement, ":base", op->base);
  if (!daybook_statement_run (statement, error))
    return 0;

  self->n_ops++;
  return self->next_op++;
}

/* The operation whose value is visible: the field's own, else the row's birth. */
static gint64
visible_op (DaybookTransaction  *self,
            const Operation     *op,
            gint64               born,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT op FROM field_ops WHERE tbl = :tbl AND row = :row AND field = :field", error);

  if (statement == NULL)
    return 0;

  daybook_bind_text (statement, ":tbl", op->table->kind);
  daybook_bind_int (statement, ":row", op->row);
  daybook_bind_text (statement, ":field", op->field->name);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : born;
}

static gboolean
write_field_op (DaybookTransaction  *self,
                const Operation     *op,
                gint64               n,
                GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO field_ops (tbl, row, field, op) VALUES (:tbl, :row, :field, :op)"
    " ON CONFLICT (tbl, row, field) DO UPDATE SET op = :op", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", op->table->kind);
  daybook_bind_int (statement, ":row", op->row);
  daybook_bind_text (statement, ":field", op->field->name);
  daybook_bind_int (statement, ":op", n);
  return daybook_statement_run (statement, error);
}

/* Remembers the confirmed value under the first unconfirmed one. */
static gboolean
write_shadow (DaybookTransaction  *self,
              const Operation     *op,
              GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO shadows (tbl, row, field, value, op) VALUES (:tbl, :row, :field, :value, :op)"
    " ON CONFLICT (tbl, row, field) DO NOTHING", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", op->table->kind);
  daybook_bind_int (statement, ":row", op->row);
  daybook_bind_text (statement, ":field", op->field->name);
  daybook_bind_value (statement, ":value", op->old);
  daybook_bind_int (statement, ":op", op->base);
  return daybook_statement_run (statement, error);
}

/* --- Beginning and ending ----------------------------------------------- */

DaybookTransaction *
daybook_transaction_begin (DaybookDatabase  *db,
                           DaybookActSpec   *spec,
                           gint64            now_ms,
                           GError          **error)
{
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return NULL;

  /* Another process may have migrated the book since it was opened here. */
  if (!daybook_migrate_check (db, error))
    {
      daybook_database_run (db, "ROLLBACK", NULL);
      return NULL;
    }

  g_autoptr(DaybookTransaction) self = g_new0 (DaybookTransaction, 1);
  GError *local = NULL;

  self->db = db;
  self->spec = spec;
  self->now_ms = now_ms;
  self->open = TRUE;
  self->born = g_hash_table_new_full (hash_born, equal_born, g_free, NULL);
  self->next_op = 1 + MAX (0, daybook_database_number (db, "SELECT max (n) FROM ops", 0, &local));
  if (local == NULL)
    self->paired = daybook_database_number (db, "SELECT value FROM local WHERE key = 'paired'", 0, &local) != 0;

  if (local == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, local);
  return NULL;
}

static gboolean
write_size (DaybookTransaction  *self,
            GError             **error)
{
  if (self->n_ops == 0)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "UPDATE acts SET size = size + :n WHERE key = :key", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":n", (gint64) self->n_ops);
  daybook_bind_int (statement, ":key", self->spec->key);
  return daybook_statement_run (statement, error);
}

/* In a shop with a server the creates carry what they made (RECORDS §2): known
 * only at the end, when the parts have joined. */
static gboolean
write_payloads (DaybookTransaction  *self,
                GError             **error)
{
  GHashTableIter iter;
  gpointer key;

  if (!self->paired)
    return TRUE;

  g_hash_table_iter_init (&iter, self->born);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Born *born = key;

      if (!daybook_payload_write (self->db, born->table, born->rowid, born->op, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_transaction_commit (DaybookTransaction  *self,
                            GError             **error)
{
  g_autoptr(DaybookTransaction) owned = self;

  if (!write_payloads (self, error)
      || !write_size (self, error)
      || !daybook_database_run (self->db, "COMMIT", error))
    return FALSE;

  owned->open = FALSE;
  return TRUE;
}

void
daybook_transaction_abort (DaybookTransaction *self)
{
  if (self->open)
    {
      /* SQLite has rolled back by itself after a full disk or an I/O error. */
      if (!sqlite3_get_autocommit (self->db->handle))
        daybook_database_run (self->db, "ROLLBACK", NULL);
    }

  g_hash_table_unref (self->born);
  g_free (self);
}

DaybookDatabase *
daybook_transaction_database (DaybookTransaction *self)
{
  return self->db;
}

guint64
daybook_transaction_size (DaybookTransaction *self)
{
  return self->n_ops;
}

/* --- Creating ----------------------------------------------------------- */

/* The next key of the row's day (see 001.sql, customers); 0 lets SQLite choose. */
static gint64
choose_key (DaybookTransaction  *self,
            const DaybookTable  *table,
            const DaybookValue  *values,
            GError             **error)
{
  if (table->dated < 0)
    return 0;

  const DaybookValue *date = &values[table->dated];
  gint64 day = date->type == DAYBOOK_VALUE_INT ? MAX (0, date->number / SECONDS_PER_DAY) : 0;
  gint64 first = day << KEY_DAY_SHIFT;
  g_autofree char *sql = g_strdup_printf ("SELECT max (rowid) FROM %s WHERE rowid BETWEEN :first AND :last",
                                          table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);
  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":first", first);
  daybook_bind_int (statement, ":last", first + (1 << KEY_DAY_SHIFT) - 1);
  if (!daybook_statement_next (statement, error))
    return -1;

  return MAX (first, sqlite3_column_int64 (statement, 0)) + 1;
}

/* The key of the row that this one is a part of; 0 when there is none. */
static gint64
owner_key (DaybookTransaction  *self,
           const DaybookTable  *table,
           const DaybookValue  *values,
           const DaybookTable **owner,
           GError             **error)
{
  if (table->owner < 0)
    return 0;

  const DaybookValue *value = &values[table->owner];

  *owner = daybook_registry_find (table->fields[table->owner].ref);
  if (value->type == DAYBOOK_VALUE_ID)
    return daybook_row_key (self->db, *owner, &value->id, NULL, NULL, error);

  return value->type == DAYBOOK_VALUE_INT ? value->number : 0;
}

static gint64
insert_row (DaybookTransaction  *self,
            const DaybookTable  *table,
            const DaybookId     *id,
            gint64               rowid,
            gint64               born,
            const DaybookValue  *values,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, daybook_table_sql (table)->insert, error);

  if (statement == NULL)
    return 0;

  if (rowid != 0)
    sqlite3_bind_int64 (statement, 1, rowid);
  sqlite3_bind_blob (statement, 2, id->bytes, sizeof id->bytes, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, born);
  for (guint i = 0; i < table->n_fields; i++)
    daybook_bind_value_at (statement, (int) i + 4, &values[i]);

  return daybook_statement_run (statement, error) ? sqlite3_last_insert_rowid (self->db->handle) : 0;
}

static gboolean
write_birth (DaybookTransaction  *self,
             const DaybookTable  *table,
             gint64               rowid,
             GError             **error)
{
  Operation op = { DAYBOOK_CHANGE_CREATE, table, rowid, NULL, NULL, NULL, 0 };
  gint64 n = write_op (self, &op, error);

  if (n == 0)
    return FALSE;

  Born *born = g_new0 (Born, 1);
  *born = (Born) { table, rowid, n };
  g_hash_table_add (self->born, born);
  return TRUE;
}

gint64
daybook_transaction_create (DaybookTransaction  *self,
                            const DaybookTable  *table,
                            const DaybookId     *id,
                            const DaybookValue  *values,
                            GError             **error)
{
  GError *local = NULL;
  Born owner = { NULL, 0, 0 };
  const Born *joined = NULL;

  owner.rowid = owner_key (self, table, values, &owner.table, &local);
  if (local == NULL && owner.rowid != 0)
    joined = g_hash_table_lookup (self->born, &owner);

  gint64 rowid = local == NULL ? choose_key (self, table, values, &local) : 0;
  if (local == NULL)
    rowid = insert_row (self, table, id, rowid, joined != NULL ? joined->op : self->next_op, values, &local);
  if (local == NULL && joined == NULL)
    write_birth (self, table, rowid, &local);

  if (local == NULL)
    return rowid;

  g_propagate_error (error, local);
  return 0;
}

/* --- Setting ------------------------------------------------------------ */

static gboolean
read_field (DaybookTransaction  *self,
            const DaybookTable  *table,
            gint64               rowid,
            guint                field,
            DaybookValue        *value,
            gint64              *born,
            GError             **error)
{
  const char *sql = daybook_table_sql (table)->select_field[field];
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  if (!daybook_statement_next (statement, &local))
    {
      if (local == NULL)
        g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("%s: there is no such record."), _(table->label));
      else
        g_propagate_error (error, local);
      return FALSE;
    }

  *value = daybook_column_value (statement, 0);
  *born = sqlite3_column_int64 (statement, 1);
  return TRUE;
}

static gboolean
update_field (DaybookTransaction  *self,
              const DaybookTable  *table,
              gint64               rowid,
              guint                field,
              const DaybookValue  *value,
              GError             **error)
{
  const char *sql = daybook_table_sql (table)->update_field[field];
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  daybook_bind_value (statement, ":value", value);
  return daybook_statement_run (statement, error);
}

/* Enumerations and booleans have no NULL in the file: none is 0. */
static DaybookValue
as_stored (const DaybookField *field,
           const DaybookValue *value)
{
  if (value->type == DAYBOOK_VALUE_NONE
      && (field->type == DAYBOOK_TYPE_ENUM || field->type == DAYBOOK_TYPE_BOOL))
    return daybook_value_int (0);

  return *value;
}

gboolean
daybook_transaction_set (DaybookTransaction  *self,
                         const DaybookTable  *table,
                         gint64               rowid,
                         guint                field,
                         const DaybookValue  *value,
                         GError             **error)
{
  g_auto(DaybookValue) old = DAYBOOK_VALUE_INIT;
  DaybookValue stored = as_stored (&table->fields[field], value); /* borrows the text */
  gint64 born, n;

  if (!read_field (self, table, rowid, field, &old, &born, error))
    return FALSE;
  if (daybook_value_equal (&old, &stored))
    return TRUE;

  Operation op = { DAYBOOK_CHANGE_SET, table, rowid, &table->fields[field], &stored, &old, 0 };

  return update_field (self, table, rowid, field, &stored, error)
         && (op.base = visible_op (self, &op, born, error)) != 0
         && (!self->paired || write_shadow (self, &op, error))
         && (n = write_op (self, &op, error)) != 0
         && write_field_op (self, &op, n, error);
}

/* --- Edits -------------------------------------------------------------- */

/* A row that was in the trash comes back with what the edit gives it. */
static gboolean
revive (DaybookTransaction   *self,
        const DaybookChange  *change,
        gint64                rowid,
        GError              **error)
{
  DaybookValue no = daybook_value_int (0);

  if (!daybook_transaction_set (self, change->table, rowid, DAYBOOK_FIELD_DELETED, &no, error))
    return FALSE;

  for (guint i = 1; i < change->table->n_fields; i++)
    if (change->values[i].type != DAYBOOK_VALUE_NONE
        && !daybook_transaction_set (self, change->table, rowid, i, &change->values[i], error))
      return FALSE;

  return TRUE;
}

gboolean
daybook_transaction_apply (DaybookTransaction   *self,
                           const DaybookChange  *change,
                           GError              **error)
{
  GError *local = NULL;
  gboolean deleted = FALSE;
  gint64 rowid = daybook_row_key (self->db, change->table, &change->row, NULL, &deleted, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (change->kind == DAYBOOK_CHANGE_SET)
    return daybook_transaction_set (self, change->table, rowid, change->field, &change->value, error);

  if (rowid == 0)
    return daybook_transaction_create (self, change->table, &change->row, change->values, error) != 0;

  return !deleted || revive (self, change, rowid, error);
}
