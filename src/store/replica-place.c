/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/replica-private.h"

#include "core/order.h"
#include "store/row-extra.h"
#include "store/row-sql.h"
#include "store/spot.h"

/* --- What lost ---------------------------------------------------------- */

static gboolean
keep_loser (DaybookArrival      *self,
            const DaybookSpot   *spot,
            gint64               loser,
            gint64               winner,
            const DaybookValue  *value,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO conflicts (loser, winner, tbl, row, field, value)"
    " VALUES (:loser, :winner, :tbl, :row, :field, :value)"
    " ON CONFLICT DO NOTHING", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":loser", loser);
  daybook_bind_int (statement, ":winner", winner);
  daybook_bind_text (statement, ":tbl", spot->table->kind);
  daybook_bind_int (statement, ":row", spot->row);
  daybook_bind_text (statement, ":field", spot->table->fields[spot->field].name);
  daybook_bind_value (statement, ":value", value);
  return daybook_statement_run (statement, error);
}

/* A lost value that its own author has replaced since needs nobody's decision:
 * three notes typed one after the other without network are one conflict. */
static gboolean
forget_replaced_loser (DaybookArrival     *self,
                       const DaybookSpot  *spot,
                       GError            **error)
{
  if (self->base == 0)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "DELETE FROM conflicts WHERE tbl = :tbl AND row = :row AND field = :field AND loser = :loser", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", spot->table->kind);
  daybook_bind_int (statement, ":row", spot->row);
  daybook_bind_text (statement, ":field", spot->table->fields[spot->field].name);
  daybook_bind_int (statement, ":loser", self->base);
  return daybook_statement_run (statement, error);
}

static gboolean
keep_conflict (DaybookArrival         *self,
               const DaybookSpot      *spot,
               const DaybookStanding  *current,
               const DaybookStanding  *arriving,
               DaybookVerdict          verdict,
               GError                **error)
{
  if (!forget_replaced_loser (self, spot, error))
    return FALSE;
  if (verdict == DAYBOOK_VERDICT_WON)
    return keep_loser (self, spot, current->op, arriving->op, &current->value, error);
  if (verdict == DAYBOOK_VERDICT_LOST)
    return keep_loser (self, spot, arriving->op, current->op, &arriving->value, error);

  return TRUE;
}

/* --- One field ---------------------------------------------------------- */

/* A file that was merged is news again once its values are not in place. */
static gboolean
forget_digest (DaybookArrival     *self,
               const DaybookSpot  *spot,
               GError            **error)
{
  if (spot->table != &daybook_orders)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "UPDATE source_rows SET digest = NULL WHERE \"order\" = :order", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":order", spot->row);
  return daybook_statement_run (statement, error);
}

/* The search index follows the operations as they come: what turns otherwise is
 * to be told. */
static gboolean
note_turned (DaybookArrival      *self,
             const DaybookTable  *table,
             gint64               row,
             GError             **error)
{
  if (self->n < 0 && self->mode == DAYBOOK_ARRIVAL_NEW)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO turned_rows (tbl, row) VALUES (:tbl, :row)", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":tbl", table->kind);
  daybook_bind_int (statement, ":row", row);
  return daybook_statement_run (statement, error);
}

static gboolean
show (DaybookArrival         *self,
      const DaybookSpot      *spot,
      const DaybookStanding  *visible,
      const DaybookStanding  *next,
      GError                **error)
{
  if (!daybook_value_equal (&visible->value, &next->value)
      && !(note_turned (self, spot->table, spot->row, error)
           && daybook_spot_write_value (self->db, spot, &next->value, error)
           && forget_digest (self, spot, error)))
    return FALSE;

  return (visible->op == next->op || daybook_spot_write_op (self->db, spot, next->op, error))
         && daybook_spot_drop_shadow (self->db, spot, error);
}

/* Where an operation stands in the log. */
static gint64
seq_of (DaybookArrival *self,
        gint64          op)
{
  if (op < 0)
    return -op;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, "SELECT seq FROM ops WHERE n = :n", NULL);
  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":n", op);
  return daybook_statement_next (statement, NULL) ? sqlite3_column_int64 (statement, 0) : 0;
}

/* The verdict changes the confirmed value; it is seen unless the outbox has a
 * newer one. */
static gboolean
settle (DaybookArrival      *self,
        const DaybookSpot   *spot,
        const DaybookValue  *value,
        DaybookVerdict       verdict,
        GError             **error)
{
  g_auto(DaybookStanding) visible = DAYBOOK_STANDING_INIT;
  g_auto(DaybookStanding) shadow = DAYBOOK_STANDING_INIT;
  const DaybookStanding arriving = { daybook_value_as_stored (&spot->table->fields[spot->field], value), self->n };
  GError *local = NULL;

  if (!daybook_spot_read (self->db, spot, &visible, error))
    return FALSE;
  gboolean shadowed = daybook_spot_read_shadow (self->db, spot, &shadow, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  const DaybookStanding *current = shadowed ? &shadow : &visible;
  if (self->mode == DAYBOOK_ARRIVAL_AGAIN && seq_of (self, current->op) > self->entry->seq)
    return TRUE; /* what came after it was placed before it */

  const DaybookStanding *next = daybook_verdict_takes (verdict) ? &arriving : current;
  if (!keep_conflict (self, spot, current, &arriving, verdict, error))
    return FALSE;
  if (visible.op > self->confirmed)
    return next == current || daybook_spot_write_shadow (self->db, spot, next, DAYBOOK_SHADOW_REPLACE, error);

  return show (self, spot, &visible, next, error);
}

/* --- Cells -------------------------------------------------------------- */

static gboolean
fits (const DaybookField *field,
      const DaybookValue *value)
{
  if (value->type == DAYBOOK_VALUE_NONE)
    return TRUE;

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
      return value->type == DAYBOOK_VALUE_TEXT;
    case DAYBOOK_TYPE_REF:
      return value->type == DAYBOOK_VALUE_ID;
    case DAYBOOK_TYPE_ANY:
      return TRUE;
    default:
      return value->type == DAYBOOK_VALUE_INT;
    }
}

/* What a row points at is there. What a definition's field points at may come later: nothing
 * in the book hangs on it. */
static gboolean
is_there (DaybookArrival      *self,
          const DaybookField  *field,
          const DaybookValue  *value)
{
  return value->type != DAYBOOK_VALUE_ID
         || field->type == DAYBOOK_TYPE_ANY
         || daybook_row_key (self->db, daybook_registry_find (field->ref), &value->id, NULL, NULL, NULL) != 0;
}

/* The place of a cell, or FALSE when this version has none for it: the field, its type or
 * the row it points at is unknown. */
static gboolean
find_place (DaybookArrival       *self,
            const DaybookTable   *table,
            gint64                key,
            const DaybookOpCell  *cell,
            DaybookSpot          *spot)
{
  int field;
  const DaybookTable *of = daybook_table_of_field (table, cell->field, &field);

  if (of != NULL && fits (&of->fields[field], &cell->value) && is_there (self, &of->fields[field], &cell->value))
    {
      *spot = (DaybookSpot) { of, key, (guint) field };
      return TRUE;
    }

  self->held = TRUE;
  return FALSE;
}

static gboolean
settle_cells (DaybookArrival       *self,
              const DaybookTable   *table,
              gint64                key,
              const DaybookOpRow   *row,
              const char           *letters,
              GError              **error)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const DaybookOpCell *cell = &g_array_index (row->cells, DaybookOpCell, i);
      DaybookSpot spot;
      gboolean placed = find_place (self, table, key, cell, &spot);
      DaybookVerdict verdict;

      if (!daybook_verdict_parse (letters[i], &verdict))
        self->held = TRUE; /* a newer version decided */
      else if (placed && !settle (self, &spot, &cell->value, verdict, error))
        return FALSE;
    }

  return TRUE;
}

/* --- Rows --------------------------------------------------------------- */

/* The values of a row, by field, without those of a definition's fields; they borrow from the
 * operation. */
static DaybookValue *
collect_values (DaybookArrival      *self,
                const DaybookTable  *table,
                const DaybookOpRow  *row)
{
  DaybookValue *values = g_new0 (DaybookValue, table->n_fields);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const DaybookOpCell *cell = &g_array_index (row->cells, DaybookOpCell, i);
      DaybookSpot spot;

      if (find_place (self, table, 0, cell, &spot) && spot.table == table)
        values[spot.field] = cell->value;
    }
  for (guint i = 0; i < table->n_fields; i++)
    values[i] = daybook_value_as_stored (&table->fields[i], &values[i]);

  return values;
}

/* What is to be done with one cell of a definition's field. */
typedef gboolean (*EachExtra) (DaybookArrival      *self,
                               const DaybookSpot   *spot,
                               const DaybookValue  *value,
                               gint64               own_birth,
                               GError             **error);

static gboolean
each_extra (DaybookArrival      *self,
            const DaybookTable  *table,
            gint64               key,
            const DaybookOpRow  *row,
            EachExtra            each,
            gint64               own_birth,
            GError             **error)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const DaybookOpCell *cell = &g_array_index (row->cells, DaybookOpCell, i);
      DaybookSpot spot;

      if (g_str_has_prefix (cell->field, DAYBOOK_EXTRA_PREFIX) && find_place (self, table, key, cell, &spot)
          && !each (self, &spot, &cell->value, own_birth, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_extra (DaybookArrival      *self,
             const DaybookSpot   *spot,
             const DaybookValue  *value,
             gint64               own_birth,
             GError             **error)
{
  return daybook_spot_write_value (self->db, spot, value, error);
}

static gint64
make_row (DaybookArrival      *self,
          const DaybookTable  *table,
          const DaybookOpRow  *row,
          GError             **error)
{
  g_autofree DaybookValue *values = collect_values (self, table, row);

  gint64 key = daybook_row_insert (self->db, table, &row->id, self->n, values, error);

  return key != 0 && each_extra (self, table, key, row, write_extra, 0, error) && note_turned (self, table, key, error) ? key : 0;
}

static gboolean
write_born (DaybookArrival      *self,
            const DaybookTable  *table,
            gint64               key,
            GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET born = :born WHERE rowid = :row", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":born", self->n);
  daybook_bind_int (statement, ":row", key);
  return daybook_statement_run (statement, error);
}

/* One field of a row that this laptop made too and has not sent: the other's
 * value is the confirmed one, the own one is seen until the server has decided. */
static gboolean
adopt_field (DaybookArrival      *self,
             const DaybookSpot   *spot,
             const DaybookValue  *value,
             gint64               own_birth,
             GError             **error)
{
  const DaybookStanding confirmed = { *value, self->n };
  g_auto(DaybookStanding) visible = DAYBOOK_STANDING_INIT;

  if (!daybook_spot_read (self->db, spot, &visible, error))
    return FALSE;
  if (visible.op == own_birth && daybook_value_equal (&visible.value, value))
    return TRUE;
  if (visible.op == own_birth && visible.value.type == DAYBOOK_VALUE_NONE)
    return daybook_spot_write_value (self->db, spot, value, error) /* the own create says nothing */
           && forget_digest (self, spot, error);

  return daybook_spot_write_op (self->db, spot, visible.op, error)
         && daybook_spot_write_shadow (self->db, spot, &confirmed, DAYBOOK_SHADOW_REPLACE, error);
}

static gboolean
says (const DaybookOpRow *row,
      const char         *field)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (g_str_equal (g_array_index (row->cells, DaybookOpCell, i).field, field))
      return TRUE;

  return FALSE;
}

/* Of what the own create has given to fields of a definition, and the other one is silent about,
 * nothing is confirmed. */
static gboolean
adopt_own_extra (DaybookArrival      *self,
                 const DaybookTable  *table,
                 gint64               key,
                 gint64               own_birth,
                 const DaybookOpRow  *row,
                 GError             **error)
{
  static const DaybookValue nothing = DAYBOOK_VALUE_INIT;
  g_autoptr(GPtrArray) names = daybook_extra_names (self->db, table, key, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      int field;
      const DaybookTable *of = daybook_table_of_field (table, name, &field);

      if (of != NULL && !says (row, name)
          && !adopt_field (self, &(DaybookSpot) { of, key, (guint) field }, &nothing, own_birth, error))
        return FALSE;
    }

  return names != NULL;
}

static gboolean
adopt_row (DaybookArrival      *self,
           const DaybookTable  *table,
           gint64               key,
           gint64               own_birth,
           const DaybookOpRow  *row,
           GError             **error)
{
  g_autofree DaybookValue *values = collect_values (self, table, row);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const DaybookSpot spot = { table, key, i };

      if (!adopt_field (self, &spot, &values[i], own_birth, error))
        return FALSE;
    }

  return each_extra (self, table, key, row, adopt_field, own_birth, error)
         && (table->parted == 0 || adopt_own_extra (self, table, key, own_birth, row, error))
         && write_born (self, table, key, error);
}

static gboolean
complete_extra (DaybookArrival      *self,
                const DaybookSpot   *spot,
                const DaybookValue  *value,
                gint64               own_birth,
                GError             **error)
{
  return settle (self, spot, value, DAYBOOK_VERDICT_ACCEPTED, error);
}

/* A row that this very operation made, looked at again: fields that were unknown
 * then get their values, unless somebody has written them since. */
static gboolean
complete_row (DaybookArrival      *self,
              const DaybookTable  *table,
              gint64               key,
              const DaybookOpRow  *row,
              GError             **error)
{
  g_autofree DaybookValue *values = collect_values (self, table, row);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const DaybookSpot spot = { table, key, i };

      if (!settle (self, &spot, &values[i], DAYBOOK_VERDICT_ACCEPTED, error))
        return FALSE;
    }

  return each_extra (self, table, key, row, complete_extra, 0, error);
}

static gboolean
place_created (DaybookArrival      *self,
               const DaybookTable  *table,
               const DaybookOpRow  *row,
               gint64               key,
               gint64               born,
               const char          *letters,
               GError             **error)
{
  if (born == self->n)
    return self->mode == DAYBOOK_ARRIVAL_NEW || complete_row (self, table, key, row, error);
  if (born > self->confirmed)
    return adopt_row (self, table, key, born, row, error);

  return settle_cells (self, table, key, row, letters, error);
}

/* The owner that a part names: a set beside its id, a create among its fields. */
static const DaybookId *
find_owner (const DaybookTable *table,
            const DaybookOpRow *row)
{
  const char *name = table->fields[table->owner].name;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const DaybookOpCell *cell = &g_array_index (row->cells, DaybookOpCell, i);

      if (cell->value.type == DAYBOOK_VALUE_ID && g_str_equal (cell->field, name))
        return &cell->value.id;
    }

  return &row->owner;
}

/* The key here of an operation's row; 0 when it is not there. */
static gint64
find_row (DaybookArrival      *self,
          const DaybookTable  *table,
          const DaybookOpRow  *row,
          gint64              *born,
          GError             **error)
{
  if (!table->within)
    return daybook_row_key (self->db, table, &row->id, born, NULL, error);

  const DaybookTable *owner = daybook_registry_find (table->fields[table->owner].ref);
  GError *local = NULL;
  gint64 key = daybook_row_key (self->db, owner, find_owner (table, row), NULL, NULL, &local);
  if (local == NULL && key != 0)
    return daybook_row_key_within (self->db, table, key, &row->id, born, NULL, error);

  if (local != NULL)
    g_propagate_error (error, local);
  return 0;
}

static gboolean
place_row (DaybookArrival      *self,
           const DaybookOpRow  *row,
           const char          *letters,
           gint64              *key,
           GError             **error)
{
  const DaybookTable *table = daybook_registry_find (row->kind);
  GError *local = NULL;
  gint64 born = 0;

  *key = table != NULL ? find_row (self, table, row, &born, &local) : 0;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (*key != 0)
    return self->op->kind == DAYBOOK_CHANGE_SET
      ? settle_cells (self, table, *key, row, letters, error)
      : place_created (self, table, row, *key, born, letters, error);

  if (table == NULL || self->op->kind == DAYBOOK_CHANGE_SET)
    {
      self->held = TRUE;
      return TRUE;
    }

  *key = make_row (self, table, row, error);
  return *key != 0;
}

gboolean
daybook_arrival_place (DaybookArrival  *self,
                       GError         **error)
{
  const char *letters = self->entry->verdicts;

  for (guint i = 0; i < self->op->rows->len; i++)
    {
      const DaybookOpRow *row = &g_array_index (self->op->rows, DaybookOpRow, i);
      gint64 key;

      if (!place_row (self, row, letters, &key, error))
        return FALSE;
      if (i == 0)
        self->first_row = key;
      letters += row->cells->len;
    }

  return TRUE;
}
