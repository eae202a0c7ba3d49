/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/born-cases.h"

#include "core/entry.h"
#include "core/order.h"
#include "store/born-facts.h"
#include "store/born-goods.h"
#include "store/case-row.h"
#include "store/history.h"
#include "store/row-sql.h"

DaybookBornOf *
daybook_born_of_find (GPtrArray        *registers,
                      const DaybookRow *row,
                      gboolean          by_itself)
{
  for (guint i = 0; i < registers->len; i++)
    {
      DaybookBornOf *one = g_ptr_array_index (registers, i);

      if (daybook_birth_wants (daybook_register_get_birth (one->definition), row))
        return one->by_itself || !by_itself ? one : NULL;
    }

  return NULL;
}

/* The case of a row, a key, or 0. */
static gint64
find_case (DaybookDatabase  *db,
           const DaybookId  *row,
           gboolean         *deleted,
           GError          **error)
{
  DaybookId id;

  daybook_birth_id (&id, row);
  return daybook_row_key (db, &daybook_cases, &id, NULL, deleted, error);
}

gboolean
daybook_born_case_lies_in_trash (DaybookDatabase  *db,
                                 const DaybookId  *row,
                                 GError          **error)
{
  gboolean deleted = FALSE;
  gint64 key = find_case (db, row, &deleted, error);

  return key != 0 && deleted && !daybook_history_is_forgotten (db, &daybook_cases, key);
}

gboolean
daybook_born_case_is_there (DaybookDatabase  *db,
                            const DaybookId  *row,
                            GError          **error)
{
  gboolean deleted = FALSE;

  return find_case (db, row, &deleted, error) != 0 && !deleted;
}

/* --- Opening ------------------------------------------------------------------------------ */

static gboolean
open_case (DaybookTransaction  *transaction,
           DaybookBornOf       *of,
           const DaybookRow    *row,
           gint64               as_of,
           GError             **error)
{
  g_auto(DaybookBornFacts) known = { 0 };

  if (!daybook_born_facts_read (daybook_transaction_database (transaction), row, as_of, &known, error))
    return FALSE;

  g_autoptr(DaybookRow) made = daybook_birth_make (of->definition, row, &known.facts);
  gint64 key = daybook_transaction_create (transaction, made->table, &made->id, made->values, error);

  of->n += key != 0;
  return key != 0 && daybook_born_goods_add (transaction, of->definition, key, &made->id, row, known.order, error);
}

/* A case that nothing in force speaks of is as the row has it; its number it keeps. */
static gboolean
remake_case (DaybookTransaction  *transaction,
             DaybookBornOf       *of,
             gint64               key,
             const DaybookRow    *row,
             gint64               as_of,
             GError             **error)
{
  DaybookValue no = daybook_value_int (0);
  g_auto(DaybookBornFacts) known = { 0 };

  if (!daybook_born_facts_read (daybook_transaction_database (transaction), row, as_of, &known, error))
    return FALSE;

  g_autoptr(DaybookRow) made = daybook_birth_make (of->definition, row, &known.facts);
  for (guint i = DAYBOOK_CASE_NUMBER + 1; i < made->table->n_fields; i++)
    {
      gboolean is_choice = made->table->fields[i].type == DAYBOOK_TYPE_ENUM && daybook_value_is_empty (&made->values[i]);

      if (!daybook_transaction_set (transaction, made->table, key, i, is_choice ? &no : &made->values[i], error))
        return FALSE;
    }

  of->n++;
  return daybook_transaction_set (transaction, made->table, key, DAYBOOK_CASE_DELETED, &no, error);
}

gboolean
daybook_born_case_was_made (DaybookDatabase  *db,
                            const DaybookId  *row,
                            GError          **error)
{
  gboolean deleted = FALSE;
  gint64 key = find_case (db, row, &deleted, error);

  return key != 0 && !(deleted && daybook_history_is_forgotten (db, &daybook_cases, key));
}

/* As of the file that told of the row last. */
gboolean
daybook_born_case_make (DaybookTransaction  *transaction,
                        DaybookBornOf       *of,
                        const DaybookTable  *rows,
                        gint64               row,
                        GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookRow) from = daybook_row_load (db, rows, row, error);
  DaybookEntryFields fields = { 0 };
  GError *local = NULL;
  gint64 found = from != NULL ? find_case (db, &from->id, NULL, &local) : 0;

  if (from == NULL)
    return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  daybook_entry_fields (rows, &fields);
  gint64 as_of = daybook_row_int (from, fields.as_of);
  return found == 0 ? open_case (transaction, of, from, as_of, error) : remake_case (transaction, of, found, from, as_of, error);
}

/* --- Following ------------------------------------------------------------------------------ */

/* Whether an act is somebody's work: not what imports, and the program when it was asked for cases,
 * have made of rows. */
static gboolean
is_work (DaybookDatabase *db,
         gint64           act)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT kind FROM acts WHERE key = :key", NULL);

  if (statement == NULL)
    return TRUE;

  daybook_bind_int (statement, ":key", act);
  if (!daybook_statement_next (statement, NULL))
    return FALSE;

  gint64 kind = sqlite3_column_int64 (statement, 0);
  return kind != DAYBOOK_ACT_IMPORT && kind != DAYBOOK_ACT_RULE;
}

/* Whether somebody has decided what the case's field has; `field` NULL: any of them. What was
 * changed and taken back is not changed. */
static gboolean
is_decided (DaybookDatabase  *db,
            gint64            key,
            const char       *field,
            GError          **error)
{
  g_autoptr(GArray) ops = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT op FROM field_ops WHERE tbl = :tbl AND row = :row AND field <> 'deleted' AND field = ifnull (:field, field)", error);

  if (statement == NULL)
    return TRUE;

  daybook_bind_text (statement, ":tbl", daybook_cases.kind);
  daybook_bind_int (statement, ":row", key);
  daybook_bind_text (statement, ":field", field);
  ops = daybook_statement_keys (statement, error);
  for (guint i = 0; ops != NULL && i < ops->len; i++)
    {
      gint64 act;

      daybook_history_origin (db, g_array_index (ops, gint64, i), &act);
      if (is_work (db, act))
        return TRUE;
    }

  return ops == NULL;
}

static gboolean
is_taken_up (DaybookDatabase  *db,
             gint64            key,
             GError          **error)
{
  g_autoptr(GArray) births = NULL;

  if (is_decided (db, key, NULL, error))
    return TRUE;

  births = daybook_case_births (db, key, error);
  for (guint i = 0; births != NULL && i < births->len; i++)
    if (is_work (db, daybook_history_act_of (db, g_array_index (births, gint64, i))))
      return TRUE;

  return births == NULL;
}

/* A row that no longer says something takes nothing away; that a case is open again says its stage. */
static gboolean
copy_given (DaybookTransaction  *transaction,
            DaybookRegister     *definition,
            const DaybookRow    *before,
            const DaybookRow    *made,
            GError             **error)
{
  gboolean moved = !daybook_value_equal (&before->values[DAYBOOK_CASE_STAGE], &made->values[DAYBOOK_CASE_STAGE]);

  for (guint i = 0; i < made->table->n_fields; i++)
    {
      gboolean of_stage = i == DAYBOOK_CASE_STAGE || i == DAYBOOK_CASE_STAGE_SINCE || i == DAYBOOK_CASE_CLOSED_AT;

      if (!daybook_birth_gives (definition, i) || (of_stage ? !moved : daybook_value_is_empty (&made->values[i])))
        continue;
      if (!daybook_transaction_set (transaction, made->table, before->rowid, i, &made->values[i], error))
        return FALSE;
    }

  return TRUE;
}

/* What the case has none of, it has of whoever knows it now; unless somebody has taken it away. */
static gboolean
fill (DaybookTransaction  *transaction,
      const DaybookRow    *before,
      guint                field,
      const DaybookId     *id,
      GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  DaybookValue value = daybook_value_id (id);
  GError *local = NULL;

  if (id == NULL || daybook_row_has (before, field) || is_decided (db, before->rowid, daybook_cases.fields[field].name, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  return daybook_transaction_set (transaction, &daybook_cases, before->rowid, field, &value, error);
}

static gboolean
bring_what_is_the_platforms (DaybookTransaction  *transaction,
                             const DaybookRow    *before,
                             const DaybookRow    *made,
                             GError             **error)
{
  const DaybookValue *deadline = &made->values[DAYBOOK_CASE_PLATFORM_DEADLINE];

  return (daybook_value_is_empty (deadline)
          || daybook_transaction_set (transaction, &daybook_cases, before->rowid, DAYBOOK_CASE_PLATFORM_DEADLINE, deadline, error))
         && fill (transaction, before, DAYBOOK_CASE_ORDER, daybook_row_ref_id (made, DAYBOOK_CASE_ORDER), error)
         && fill (transaction, before, DAYBOOK_CASE_CUSTOMER, daybook_row_ref_id (made, DAYBOOK_CASE_CUSTOMER), error);
}

/* By the register that the case is in, whatever the row has become: a request for money alone that
 * the buyer makes one for a return goes on under its number. */
static gboolean
follow (DaybookTransaction  *transaction,
        gint64               key,
        const DaybookRow    *row,
        gint64               as_of,
        GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookRow) before = daybook_row_load_whole (db, &daybook_cases, key, error);
  DaybookRegister *definition = before != NULL ? daybook_register_in_force (db, daybook_row_text (before, DAYBOOK_CASE_REGISTER)) : NULL;
  const DaybookBirth *birth = definition != NULL ? daybook_register_get_birth (definition) : NULL;
  g_auto(DaybookBornFacts) known = { 0 };
  GError *local = NULL;

  if (before == NULL)
    return FALSE;
  if (birth == NULL || birth->rows != row->table || before->table != daybook_register_get_table (definition))
    return TRUE;
  if (!daybook_born_facts_read (db, row, as_of, &known, error))
    return FALSE;

  g_autoptr(DaybookRow) made = daybook_birth_make (definition, row, &known.facts);
  gboolean taken_up = is_taken_up (db, key, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return bring_what_is_the_platforms (transaction, before, made, error)
         && (taken_up || copy_given (transaction, definition, before, made, error));
}

static gboolean
bring_back (DaybookTransaction  *transaction,
            GPtrArray           *registers,
            gint64               key,
            const DaybookRow    *row,
            gint64               as_of,
            GError             **error)
{
  DaybookBornOf *of = daybook_born_of_find (registers, row, TRUE);
  DaybookValue no = daybook_value_int (0);

  if (of == NULL)
    return TRUE;

  of->n++;
  return daybook_transaction_set (transaction, &daybook_cases, key, DAYBOOK_CASE_DELETED, &no, error)
         && follow (transaction, key, row, as_of, error);
}

gboolean
daybook_born_case_take (DaybookTransaction   *transaction,
                        GPtrArray            *registers,
                        const DaybookTable   *rows,
                        gint64                key,
                        DaybookBornStanding   standing,
                        gint64                as_of,
                        GError              **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookRow) row = daybook_row_load (db, rows, key, error);
  DaybookBornOf *of = row != NULL ? daybook_born_of_find (registers, row, TRUE) : NULL;
  gboolean deleted = FALSE;
  GError *local = NULL;

  if (row == NULL)
    return FALSE;

  gint64 found = find_case (db, &row->id, &deleted, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (found == 0)
    return of == NULL || standing != DAYBOOK_BORN_NEW || open_case (transaction, of, row, as_of, error);
  if (!deleted)
    return standing == DAYBOOK_BORN_SAME || follow (transaction, found, row, as_of, error);
  if (!daybook_history_is_forgotten (db, &daybook_cases, found))
    return bring_back (transaction, registers, found, row, as_of, error);

  return of == NULL || standing != DAYBOOK_BORN_NEW || remake_case (transaction, of, found, row, as_of, error);
}

/* --- Orders that come later ------------------------------------------------------------------- */

static gboolean
meet_order (DaybookTransaction  *transaction,
            const DaybookRow    *order,
            const DaybookId     *row,
            GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  gboolean deleted = FALSE;
  GError *local = NULL;
  gint64 key = find_case (db, row, &deleted, &local);
  g_autoptr(DaybookRow) before = key != 0 ? daybook_row_load (db, &daybook_cases, key, &local) : NULL;

  if (local == NULL && before != NULL
      && fill (transaction, before, DAYBOOK_CASE_ORDER, &order->id, &local))
    fill (transaction, before, DAYBOOK_CASE_CUSTOMER, daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER), &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* The ids (DaybookId) of the rows that speak of the order. (transfer full) */
static GArray *
find_rows (DaybookDatabase   *db,
           const char        *sql,
           const DaybookRow  *order,
           GArray            *ids,
           GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":number", daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  daybook_bind_id (statement, ":shop", daybook_row_ref_id (order, DAYBOOK_ORDER_SHOP));
  while (daybook_statement_next (statement, &local))
    {
      DaybookId id = { { 0 } };

      daybook_column_id (statement, 0, &id);
      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return ids;

  g_propagate_error (error, local);
  return NULL;
}

gboolean
daybook_born_cases_meet_order (DaybookTransaction  *transaction,
                               gint64               order,
                               GError             **error)
{
  static const char *const SQL[] = {
    "SELECT a.id FROM aftersales a JOIN shops s ON s.rowid = a.shop WHERE a.order_number = :number AND s.id = :shop AND a.deleted = 0",
    "SELECT r.id FROM reviews r JOIN shops s ON s.rowid = r.shop WHERE r.order_number = :number AND s.id = :shop AND r.deleted = 0",
  };
  DaybookDatabase *db = daybook_transaction_database (transaction);
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_orders, order, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (DaybookId));

  for (gsize i = 0; i < G_N_ELEMENTS (SQL); i++)
    if (row == NULL || find_rows (db, SQL[i], row, ids, error) == NULL)
      return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!meet_order (transaction, row, &g_array_index (ids, DaybookId, i), error))
      return FALSE;

  return TRUE;
}
