/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/transaction.h"

#include "core/case.h"
#include "core/customer.h"
#include "store/case-number.h"
#include "store/customer-group.h"
#include "store/due-items.h"
#include "store/due-touched.h"
#include "store/local.h"
#include "store/migrate.h"
#include "store/payload.h"
#include "store/row-sql.h"
#include "store/spot.h"

#define OWN_DEVICE 1

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
  gint64 last;

  if (!daybook_local_read (self->db, "hlc", &last, error))
    return FALSE;

  *stamp = MAX (self->now_ms << 16, last + 1);
  return daybook_local_write (self->db, "hlc", *stamp, error);
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
    "INSERT INTO acts (id, device, agent, hlc, kind, of_act, as_of, state, title, consent)"
    " VALUES (:id, :device, :agent, :hlc, :kind, nullif (:of_act, 0), nullif (:as_of, 0), :state, :title, :consent)", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":id", &spec->id);
  daybook_bind_int (statement, ":device", OWN_DEVICE);
  daybook_bind_id (statement, ":agent", daybook_id_is_null (&spec->agent) ? NULL : &spec->agent);
  daybook_bind_int (statement, ":hlc", stamp);
  daybook_bind_int (statement, ":kind", spec->kind);
  daybook_bind_int (statement, ":of_act", spec->of_act);
  daybook_bind_int (statement, ":as_of", spec->as_of);
  daybook_bind_int (statement, ":state", spec->long_running);
  daybook_bind_text (statement, ":title", spec->title);
  daybook_bind_int (statement, ":consent", spec->consent);
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
daybook_transaction_consent (DaybookTransaction  *self,
                             GError             **error)
{
  gint64 act = daybook_transaction_act (self, error);
  g_autoptr(DaybookStatement) statement = act == 0 ? NULL : daybook_database_prepare (self->db,
    "UPDATE acts SET consent = 1 WHERE key = :key", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":key", act);
  return daybook_statement_run (statement, error);
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
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif (?9, 0), 0)", error);

  if (statement == NULL)
    return 0;

  /* By number: a million of these are written at a time. */
  sqlite3_bind_int64 (statement, 1, self->next_op);
  sqlite3_bind_int64 (statement, 2, act);
  sqlite3_bind_int64 (statement, 3, op->kind);
  sqlite3_bind_text (statement, 4, op->table->kind, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, op->row);
  if (op->field != NULL)
    sqlite3_bind_text (statement, 6, op->field->name, -1, SQLITE_STATIC);
  if (op->value != NULL)
    daybook_bind_value_at (statement, 7, op->value);
  if (op->old != NULL)
    daybook_bind_value_at (statement, 8, op->old);
  sqlite3_bind_int64 (statement, 9, op->base);
  if (!daybook_statement_run (statement, error))
    return 0;

  self->n_ops++;
  return self->next_op++;
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
      || !daybook_due_flush (self->db, error)
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
      daybook_due_forget (self->db);
      /* SQLite has rolled back by itself after a full disk or an I/O error. */
      if (!sqlite3_get_autocommit (self->db->handle))
        daybook_database_run (self->db, "ROLLBACK", NULL);
    }

  g_hash_table_unref (self->born);
  g_free (self);
}

gint64
daybook_transaction_now (DaybookTransaction *self)
{
  return self->now_ms;
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
  *born = (Born) { daybook_table_base (table), rowid, n };
  g_hash_table_add (self->born, born);
  return TRUE;
}

static gint64
create_row (DaybookTransaction  *self,
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

  gint64 rowid = local != NULL ? 0
    : daybook_row_insert (self->db, table, id, joined != NULL ? joined->op : self->next_op, values, &local);
  if (local == NULL && joined == NULL)
    write_birth (self, table, rowid, &local);

  if (local == NULL)
    return rowid;

  g_propagate_error (error, local);
  return 0;
}

/* A case is given its number here, where nobody else can be given the same. */
static gint64
create_case (DaybookTransaction  *self,
             const DaybookTable  *table,
             const DaybookId     *id,
             const DaybookValue  *values,
             GError             **error)
{
  g_autofree DaybookValue *all = g_memdup2 (values, table->n_fields * sizeof *values);
  g_autofree char *number = daybook_case_number_next (self->db, values[DAYBOOK_CASE_REGISTER].text, error);

  if (number == NULL)
    return 0;

  all[DAYBOOK_CASE_NUMBER] = (DaybookValue) { DAYBOOK_VALUE_TEXT, { .text = number } };
  return create_row (self, table, id, all, error);
}

gint64
daybook_transaction_create (DaybookTransaction  *self,
                            const DaybookTable  *table,
                            const DaybookId     *id,
                            const DaybookValue  *values,
                            GError             **error)
{
  gboolean is_case = daybook_table_base (table) == &daybook_cases;

  return is_case && daybook_value_is_empty (&values[DAYBOOK_CASE_NUMBER]) ? create_case (self, table, id, values, error)
                                                                          : create_row (self, table, id, values, error);
}

/* --- Setting ------------------------------------------------------------ */

/* Remembers the confirmed value under the first unconfirmed one. */
static gboolean
keep_confirmed (DaybookTransaction     *self,
                const DaybookSpot      *spot,
                const DaybookStanding  *old,
                GError                **error)
{
  return !self->paired || daybook_spot_write_shadow (self->db, spot, old, DAYBOOK_SHADOW_KEEP, error);
}

gboolean
daybook_transaction_set (DaybookTransaction  *self,
                         const DaybookTable  *table,
                         gint64               rowid,
                         guint                field,
                         const DaybookValue  *value,
                         GError             **error)
{
  const DaybookSpot spot = { table, rowid, field };
  g_auto(DaybookStanding) old = DAYBOOK_STANDING_INIT;
  DaybookValue stored = daybook_value_as_stored (&table->fields[field], value); /* borrows the text */
  gint64 n;

  if (!daybook_spot_read (self->db, &spot, &old, error))
    return FALSE;
  if (daybook_value_equal (&old.value, &stored))
    return TRUE;

  Operation op = { DAYBOOK_CHANGE_SET, table, rowid, &table->fields[field], &stored, &old.value, old.op };

  return daybook_spot_write_value (self->db, &spot, &stored, error)
         && keep_confirmed (self, &spot, &old, error)
         && (n = write_op (self, &op, error)) != 0
         && daybook_spot_write_op (self->db, &spot, n, error);
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

/* What a person does makes no ring of merged customers. */
static gboolean
check_merge (DaybookTransaction   *self,
             const DaybookChange  *change,
             gint64                rowid,
             GError              **error)
{
  GError *local = NULL;
  gint64 into;

  if (change->table != &daybook_customers || change->field != DAYBOOK_CUSTOMER_MERGED_INTO || change->value.type != DAYBOOK_VALUE_ID)
    return TRUE;

  into = daybook_row_key (self->db, &daybook_customers, &change->value.id, NULL, NULL, &local);
  if (local == NULL)
    return daybook_customer_check_merge (self->db, rowid, into, error);

  g_propagate_error (error, local);
  return FALSE;
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
    return check_merge (self, change, rowid, error)
           && daybook_transaction_set (self, change->table, rowid, change->field, &change->value, error);

  if (rowid == 0)
    return daybook_transaction_create (self, change->table, &change->row, change->values, error) != 0;

  return !deleted || revive (self, change, rowid, error);
}
