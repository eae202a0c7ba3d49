/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/looks.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/reveal.h"
#include "store/presence-bound.h"
#include "store/reader-private.h"
#include "store/row-sql.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

/* A look at one row has an entry for each field, all of one moment. */
#define LOOKS \
  "SELECT r.agent, a.id, a.name, r.at, min (r.row_kind), min (r.row), group_concat (DISTINCT r.field), max (r.reason), min (r.how)," \
  " count (DISTINCT iif (r.rows > 0, r.row, NULL)) + sum (iif (r.row IS NULL, r.rows, 0))," \
  " EXISTS (SELECT 1 FROM presences p WHERE p.agent = r.agent AND p.deleted = 0)," \
  " EXISTS (SELECT 1 FROM presences p WHERE p.agent = r.agent AND p.deleted = 0 AND p.kind = 0 AND p.began <= r.at" \
  "  AND (p.ended >= r.at OR (p.ended IS NULL AND p.began > r.at - :open)))" \
  " FROM reveals r JOIN agents a ON a.rowid = r.agent" \
  " WHERE r.deleted = 0 AND r.how <> :search AND r.at >= :since" \
  " GROUP BY r.agent, r.at ORDER BY r.at DESC, r.agent LIMIT :limit"

enum
{
  COLUMN_KEY,
  COLUMN_AGENT,
  COLUMN_NAME,
  COLUMN_AT,
  COLUMN_KIND,
  COLUMN_ROW,
  COLUMN_FIELDS,
  COLUMN_REASON,
  COLUMN_HOW,
  COLUMN_ROWS,
  COLUMN_SIGNS_ON,
  COLUMN_ON_SHIFT,
};

void
daybook_looked_free (DaybookLooked *self)
{
  g_free (self->name);
  g_free (self->fields);
  g_free (self->reason);
  g_free (self);
}

/* --- Whether there was something to do with the buyer --------------------------------------- */

/* Of an order, and of a customer, with :row, :agent and :at. */
static const char OF_ORDER[] =
  "SELECT EXISTS (SELECT 1 FROM orders WHERE rowid = :row AND agent = :agent)"
  " OR EXISTS (SELECT 1 FROM cases WHERE \"order\" = :row AND (closed_at IS NULL OR closed_at >= :at))"
  " OR EXISTS (SELECT 1 FROM tasks WHERE \"order\" = :row AND (done_at IS NULL OR done_at >= :at))";
static const char OF_CUSTOMER[] =
  "SELECT EXISTS (SELECT 1 FROM orders WHERE customer = :row AND agent = :agent)"
  " OR EXISTS (SELECT 1 FROM cases WHERE customer = :row AND (closed_at IS NULL OR closed_at >= :at))"
  " OR EXISTS (SELECT 1 FROM tasks WHERE customer = :row AND (done_at IS NULL OR done_at >= :at))";

/* The customer of an account or contact: its owner. */
static gint64
customer_of (DaybookDatabase    *db,
             const DaybookTable *table,
             gint64              key)
{
  DaybookId owner;

  return daybook_row_owner (db, table, key, &owner, NULL) ? daybook_row_key (db, &daybook_customers, &owner, NULL, NULL, NULL) : 0;
}

static gboolean
has_case (DaybookDatabase     *db,
          const DaybookLooked *looked)
{
  gboolean is_part = looked->table == &daybook_handles || looked->table == &daybook_contacts;
  gboolean is_buyer = is_part || looked->table == &daybook_customers;

  /* Other rows are the work itself. */
  if (looked->table != &daybook_orders && !is_buyer)
    return TRUE;

  gint64 key = daybook_row_key (db, looked->table, &looked->row, NULL, NULL, NULL);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, is_buyer ? OF_CUSTOMER : OF_ORDER, NULL);

  if (statement == NULL)
    return TRUE;

  daybook_bind_int (statement, ":row", is_part ? customer_of (db, looked->table, key) : key);
  daybook_bind_int (statement, ":agent", looked->seen.agent);
  daybook_bind_int (statement, ":at", looked->seen.at);
  return daybook_statement_next (statement, NULL) && sqlite3_column_int (statement, 0) != 0;
}

/* --- Reading ------------------------------------------------------------------------------ */

static DaybookLooked *
read_looked (DaybookDatabase  *db,
             DaybookStatement *statement)
{
  DaybookLooked *looked = g_new0 (DaybookLooked, 1);

  daybook_column_id (statement, COLUMN_AGENT, &looked->agent);
  looked->name = g_strdup (daybook_column_text (statement, COLUMN_NAME));
  looked->table = daybook_registry_find (daybook_column_text (statement, COLUMN_KIND));
  if (!daybook_id_parse (daybook_column_text (statement, COLUMN_ROW), &looked->row))
    looked->row = (DaybookId) { { 0 } };
  looked->fields = g_strdup (daybook_column_text (statement, COLUMN_FIELDS));
  looked->reason = g_strdup (daybook_column_text (statement, COLUMN_REASON));
  looked->how = sqlite3_column_int (statement, COLUMN_HOW);
  looked->seen = (DaybookSeen) {
    .at = sqlite3_column_int64 (statement, COLUMN_AT),
    .agent = sqlite3_column_int64 (statement, COLUMN_KEY),
    .n_rows = (guint) sqlite3_column_int64 (statement, COLUMN_ROWS),
    .signs_on = sqlite3_column_int (statement, COLUMN_SIGNS_ON) != 0,
    .on_shift = sqlite3_column_int (statement, COLUMN_ON_SHIFT) != 0,
  };
  looked->seen.has_case = has_case (db, looked);
  return looked;
}

static void
judge (GPtrArray *looks)
{
  g_autoptr(GArray) seen = g_array_new (FALSE, FALSE, sizeof (DaybookSeen));

  for (guint i = 0; i < looks->len; i++)
    g_array_append_val (seen, ((DaybookLooked *) g_ptr_array_index (looks, i))->seen);
  daybook_unusual_find (seen);
  for (guint i = 0; i < looks->len; i++)
    ((DaybookLooked *) g_ptr_array_index (looks, i))->seen = g_array_index (seen, DaybookSeen, i);
}

GPtrArray *
daybook_looks_read (DaybookReader  *reader,
                    gint64          since,
                    GError        **error)
{
  g_autoptr(GPtrArray) looks = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_looked_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, LOOKS, error);
  gint64 now = daybook_store_get_now (reader->store);
  GError *local = NULL;
  gint64 bound;

  if (statement == NULL || !daybook_presence_bound (reader->db, now, &bound, error))
    return NULL;

  daybook_bind_int (statement, ":open", now - bound);
  daybook_bind_int (statement, ":search", DAYBOOK_REVEAL_SEARCH);
  daybook_bind_int (statement, ":since", since);
  daybook_bind_int (statement, ":limit", DAYBOOK_LOOKS_SHOWN);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (looks, read_looked (reader->db, statement));
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  judge (looks);
  return g_steal_pointer (&looks);
}

/* --- Seen --------------------------------------------------------------------------------- */

static char *
setting_of (DaybookReader *reader)
{
  g_autofree char *id = daybook_id_to_string (daybook_store_get_agent (reader->store));

  return g_strconcat ("looks-seen:", id, NULL);
}

gint64
daybook_looks_seen (DaybookReader *reader)
{
  g_autofree char *key = setting_of (reader);
  g_autofree char *value = daybook_setting_get (reader, key);

  return g_ascii_strtoll (value, NULL, 10);
}

DaybookEdit *
daybook_looks_see (DaybookReader *reader,
                   gint64         until)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Seen who has looked"), daybook_store_get_agent (reader->store));
  g_autofree char *key = setting_of (reader);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, until);

  daybook_setting_set (edit, reader, key, value);
  return edit;
}
