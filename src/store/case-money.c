/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-money.h"

#include "core/aftersale.h"
#include "core/case-parts.h"
#include "core/event.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/register-money.h"
#include "store/case-row.h"
#include "store/entries.h"
#include "store/reader-private.h"
#include "store/registers.h"

/* One order has no more refunds than that. */
#define ENTRIES_MAX 100

/* --- Moved ---------------------------------------------------------------------- */

/* Cases that were merged are found by the note that the kept one has of each. */
#define MOVED_SQL \
  "WITH RECURSIVE family (\"case\") AS (VALUES (:of)" \
  "  UNION SELECT c.rowid FROM family f JOIN events m ON m.\"case\" = f.\"case\" AND m.kind = 9 AND m.deleted = 0" \
  "   JOIN cases c ON c.number = m.reference AND c.merged_into = f.\"case\")" \
  " SELECT count (*), ifnull (sum (e.amount), 0) FROM family f JOIN events e ON e.\"case\" = f.\"case\"" \
  "  WHERE e.kind = :money AND e.deleted = 0 AND e.currency IS :currency"

/* Of an order. Of cash and vouchers, and of a transfer to an account, no platform knows. */
#define WRITTEN_SQL \
  "SELECT count (*), ifnull (sum (amount), 0) FROM events" \
  " WHERE \"order\" = :of AND kind = :money AND deleted = 0 AND amount > 0 AND currency IS :currency AND way IN (0, 1, 2, 3)"

G_STATIC_ASSERT (DAYBOOK_EVENT_MERGED == 9);
G_STATIC_ASSERT (DAYBOOK_WAY_UNKNOWN == 0 && DAYBOOK_WAY_PLATFORM == 1 && DAYBOOK_WAY_ALIPAY == 2 && DAYBOOK_WAY_WECHAT == 3);

/* Of the money events of a row: how many, and their sum. `currency`: its field. */
static gboolean
read_sum (DaybookDatabase   *db,
          const char        *sql,
          const DaybookRow  *row,
          guint              currency,
          guint             *n,
          gint64            *sum,
          GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  const char *code = daybook_row_text (row, currency);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":of", row->rowid);
  daybook_bind_int (statement, ":money", DAYBOOK_EVENT_MONEY);
  daybook_bind_text (statement, ":currency", *code != '\0' ? code : NULL);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  *n = (guint) sqlite3_column_int (statement, 0);
  *sum = sqlite3_column_int64 (statement, 1);
  return TRUE;
}

static gboolean
read_moved (DaybookDatabase   *db,
            const DaybookRow  *row,
            guint             *n,
            gint64            *moved,
            GError           **error)
{
  return read_sum (db, MOVED_SQL, row, DAYBOOK_CASE_CURRENCY, n, moved, error);
}

gboolean
daybook_case_moved (DaybookDatabase   *db,
                    const DaybookRow  *row,
                    gint64            *moved,
                    GError           **error)
{
  guint n;

  return read_moved (db, row, &n, moved, error);
}

/* --- Other cases of the order ----------------------------------------------------- */

#define OTHERS_SQL \
  "SELECT rowid FROM cases WHERE \"order\" = (SELECT rowid FROM orders WHERE id = :order)" \
  " AND rowid <> :row AND deleted = 0 AND merged_into IS NULL"

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
read_others (DaybookDatabase   *db,
             const DaybookRow  *row,
             GError           **error)
{
  const DaybookId *order = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookStatement) statement = order != NULL ? daybook_database_prepare (db, OTHERS_SQL, error) : NULL;

  if (order == NULL)
    return g_steal_pointer (&others);
  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":order", order);
  daybook_bind_int (statement, ":row", row->rowid);
  if (!daybook_statement_add_keys (statement, keys, error))
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      DaybookRow *other = daybook_row_load_whole (db, &daybook_cases, g_array_index (keys, gint64, i), error);

      if (other == NULL)
        return NULL;
      g_ptr_array_add (others, other);
    }
  return g_steal_pointer (&others);
}

/* What the other means to give back; once it is closed, what it has given. */
static gboolean
read_pays (DaybookDatabase   *db,
           const DaybookRow  *other,
           gint64            *pays,
           GError           **error)
{
  DaybookRegister *definition = daybook_register_in_force (db, daybook_row_text (other, DAYBOOK_CASE_REGISTER));
  gint64 moved;
  guint n;

  *pays = 0;
  if (definition == NULL || daybook_register_get_money (definition)->refund == NULL)
    return TRUE;
  if (!read_moved (db, other, &n, &moved, error))
    return FALSE;

  *pays = daybook_row_has (other, DAYBOOK_CASE_CLOSED_AT) ? MAX (0, moved)
                                                          : daybook_row_role_amount (other, daybook_register_get_money (definition)->refund);
  return TRUE;
}

static gboolean
is_in_same_currency (const DaybookRow *a,
                     const DaybookRow *b)
{
  return daybook_value_equal (&a->values[DAYBOOK_CASE_CURRENCY], &b->values[DAYBOOK_CASE_CURRENCY]);
}

gboolean
daybook_case_elsewhere (DaybookDatabase   *db,
                        const DaybookRow  *row,
                        gint64            *elsewhere,
                        GError           **error)
{
  g_autoptr(GPtrArray) others = read_others (db, row, error);
  gint64 sum = 0;

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      gint64 pays;

      if (!read_pays (db, g_ptr_array_index (others, i), &pays, error))
        return FALSE;
      if (is_in_same_currency (row, g_ptr_array_index (others, i)))
        sum += pays;
    }
  if (others != NULL)
    *elsewhere = sum;
  return others != NULL;
}

/* --- Doubles ---------------------------------------------------------------------- */

/* Whether more of one line is in both than was bought, or one of them names no goods; and whether
 * either has it that both are meant. */
#define SAME_SQL \
  "SELECT NOT EXISTS (SELECT 1 FROM case_lines WHERE \"case\" = :row AND deleted = 0)" \
  " OR NOT EXISTS (SELECT 1 FROM case_lines WHERE \"case\" = :other AND deleted = 0)" \
  " OR EXISTS (SELECT 1 FROM case_lines a JOIN case_lines b ON b.line = a.line JOIN order_lines o ON o.rowid = a.line" \
  "  WHERE a.\"case\" = :row AND b.\"case\" = :other AND a.deleted = 0 AND b.deleted = 0" \
  "   AND ifnull (a.quantity, 1) + ifnull (b.quantity, 1) > ifnull (o.quantity, 1))," \
  " EXISTS (SELECT 1 FROM events e WHERE e.kind = :both AND e.deleted = 0" \
  "  AND ((e.\"case\" = :row AND e.reference = (SELECT number FROM cases WHERE rowid = :other))" \
  "   OR (e.\"case\" = :other AND e.reference = (SELECT number FROM cases WHERE rowid = :row))))"

void
daybook_double_free (DaybookDouble *self)
{
  daybook_row_unref (self->row);
  g_free (self);
}

/* Open, or its parcel is written: one that ended without has sent nothing. */
static gboolean
sends (DaybookRegister  *definition,
       const DaybookRow *row)
{
  int parcel = definition != NULL ? daybook_table_role (row->table, daybook_register_get_replaces (definition)) : -1;

  return parcel >= 0 && (!daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT) || daybook_row_has (row, (guint) parcel));
}

static gboolean
does (DaybookDatabase   *db,
      const DaybookRow  *other,
      DaybookDoubles     which,
      gboolean          *does_so,
      GError           **error)
{
  DaybookRegister *definition = daybook_register_in_force (db, daybook_row_text (other, DAYBOOK_CASE_REGISTER));
  gint64 pays = 0;

  if (which == DAYBOOK_DOUBLES_PAY && !read_pays (db, other, &pays, error))
    return FALSE;

  *does_so = which == DAYBOOK_DOUBLES_SEND ? sends (definition, other) : pays > 0;
  return TRUE;
}

/* NULL without an error: they are about different goods. */
static DaybookDouble *
pair (DaybookDatabase   *db,
      const DaybookRow  *row,
      DaybookRow        *other,
      GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, SAME_SQL, error);
  DaybookDouble *self;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_int (statement, ":other", other->rowid);
  daybook_bind_int (statement, ":both", DAYBOOK_EVENT_BOTH);
  if (!daybook_statement_next (statement, error) || sqlite3_column_int (statement, 0) == 0)
    return NULL;

  self = g_new0 (DaybookDouble, 1);
  self->row = daybook_row_ref (other);
  self->confirmed = sqlite3_column_int (statement, 1) != 0;
  return self;
}

GPtrArray *
daybook_case_doubles (DaybookDatabase   *db,
                      const DaybookRow  *row,
                      DaybookDoubles     which,
                      GError           **error)
{
  g_autoptr(GPtrArray) doubles = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_double_free);
  g_autoptr(GPtrArray) others = read_others (db, row, error);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      g_autoptr(GError) failure = NULL;
      gboolean does_so = FALSE;
      DaybookDouble *one = does (db, g_ptr_array_index (others, i), which, &does_so, &failure) && does_so
        ? pair (db, row, g_ptr_array_index (others, i), &failure) : NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (one != NULL)
        g_ptr_array_add (doubles, one);
    }

  return others != NULL ? g_steal_pointer (&doubles) : NULL;
}

gboolean
daybook_case_check_doubles (DaybookDatabase   *db,
                            DaybookRegister   *definition,
                            const DaybookRow  *before,
                            const DaybookRow  *after,
                            gboolean           moves,
                            GError           **error)
{
  DaybookCaseDoes does = daybook_case_does (definition, before, after, moves);
  g_autoptr(GPtrArray) doubles = NULL;

  if (does == DAYBOOK_CASE_DOES_NEITHER)
    return TRUE;

  doubles = daybook_case_doubles (db, after, does == DAYBOOK_CASE_PAYS_BACK ? DAYBOOK_DOUBLES_SEND : DAYBOOK_DOUBLES_PAY, error);
  for (guint i = 0; doubles != NULL && i < doubles->len; i++)
    {
      const DaybookDouble *one = g_ptr_array_index (doubles, i);

      if (!one->confirmed)
        return daybook_case_refuse_double (does, daybook_row_text (one->row, DAYBOOK_CASE_NUMBER), error);
    }
  return doubles != NULL;
}

/* --- For readers ------------------------------------------------------------------- */

gboolean
daybook_reader_case_moved (DaybookReader     *reader,
                           const DaybookRow  *row,
                           gint64            *moved,
                           GError           **error)
{
  return daybook_case_moved (reader->db, row, moved, error);
}

GPtrArray *
daybook_reader_case_doubles (DaybookReader     *reader,
                             DaybookRegister   *definition,
                             const DaybookRow  *row,
                             GError           **error)
{
  if (daybook_register_get_money (definition)->refund != NULL)
    return daybook_case_doubles (reader->db, row, DAYBOOK_DOUBLES_SEND, error);
  if (daybook_register_get_replaces (definition) != NULL)
    return daybook_case_doubles (reader->db, row, DAYBOOK_DOUBLES_PAY, error);

  return g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_double_free);
}

gboolean
daybook_reader_check_doubles (DaybookReader     *reader,
                              DaybookRegister   *definition,
                              const DaybookRow  *before,
                              const DaybookRow  *after,
                              gboolean           moves,
                              GError           **error)
{
  return daybook_case_check_doubles (reader->db, definition, before, after, moves, error);
}

gboolean
daybook_reader_platform_money (DaybookReader         *reader,
                               const DaybookRow      *row,
                               DaybookPlatformMoney  *money,
                               GError               **error)
{
  const DaybookId *id = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  g_autoptr(DaybookRow) order = id != NULL ? daybook_reader_find (reader, &daybook_orders, id, error) : NULL;
  g_autoptr(GPtrArray) aftersales = NULL;
  g_autoptr(GPtrArray) payments = NULL;
  gint64 written;
  guint n;

  *money = (DaybookPlatformMoney) { .verdict = DAYBOOK_PLATFORM_SILENT };
  if (order == NULL)
    return id == NULL;

  aftersales = daybook_reader_entries (reader, &daybook_aftersales, order, ENTRIES_MAX, error);
  payments = aftersales != NULL ? daybook_reader_entries (reader, &daybook_payments, order, ENTRIES_MAX, error) : NULL;
  if (payments == NULL || !read_sum (reader->db, WRITTEN_SQL, order, DAYBOOK_ORDER_CURRENCY, &n, &written, error))
    return FALSE;

  daybook_platform_money_compare (money, aftersales, payments, order, written);
  return TRUE;
}
