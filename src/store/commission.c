/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/commission.h"

#include "core/order.h"
#include "core/shop.h"
#include "store/reader-private.h"
#include "store/task.h"

#define SELECT_ORDERS \
  "SELECT rowid, agent, stage, refund, currency, paid, refunded, total" \
  " FROM orders" \
  " WHERE created >= :from AND created < :to AND deleted = 0" \
  " ORDER BY created"

typedef struct
{
  DaybookCommission *commission;
  DaybookReader     *reader;
  const char        *currency; /* of orders that say none */
  gint64             only;     /* key of the one agent whose orders are shown; 0: all */
  GHashTable        *found;    /* "key currency" → DaybookCommissionRow, borrowed */
} Count;

static void
free_row (gpointer data)
{
  DaybookCommissionRow *row = data;

  g_free (row->name);
  g_free (row->code);
  g_free (row->currency);
  g_array_unref (row->keys);
  g_free (row);
}

void
daybook_commission_free (DaybookCommission *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->nameless);
  g_free (self);
}

/* --- Counting ------------------------------------------------------------------------------- */

static DaybookCommissionRow *
new_row (Count       *count,
         gint64       agent,
         const char  *currency,
         GError     **error)
{
  g_autoptr(GPtrArray) agents = daybook_reader_rows (count->reader, &daybook_agents, &agent, 1, error);
  DaybookCommissionRow *row;

  if (agents == NULL)
    return NULL;

  row = g_new0 (DaybookCommissionRow, 1);
  row->currency = g_strdup (currency);
  row->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (agents->len > 0)
    {
      const DaybookRow *found = g_ptr_array_index (agents, 0);

      row->agent = found->id;
      row->name = g_strdup (daybook_row_text (found, DAYBOOK_AGENT_NAME));
      row->code = g_strdup (daybook_row_text (found, DAYBOOK_AGENT_CODE));
    }
  g_ptr_array_add (count->commission->rows, row);
  return row;
}

static DaybookCommissionRow *
obtain_row (Count       *count,
            gint64       agent,
            const char  *currency,
            GError     **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", agent, currency);
  DaybookCommissionRow *row = g_hash_table_lookup (count->found, key);

  if (row != NULL)
    return row;

  row = new_row (count, agent, currency, error);
  if (row != NULL)
    g_hash_table_insert (count->found, g_steal_pointer (&key), row);
  return row;
}

static void
add_amounts (DaybookCommissionRow *row,
             DaybookStatement     *statement,
             gboolean              is_sale)
{
  gint64 refunded = MAX (0, daybook_column_amount (statement, 6));
  gint64 net = is_sale ? daybook_order_net (daybook_column_amount (statement, 5), refunded, daybook_column_amount (statement, 7)) : 0;

  row->n_sales += is_sale;
  row->refunded += refunded;
  row->net += net;
  row->paid += net + refunded;
}

static gboolean
add_order (Count             *count,
           DaybookStatement  *statement,
           GError           **error)
{
  gint64 key = sqlite3_column_int64 (statement, 0), agent = sqlite3_column_int64 (statement, 1);
  gboolean is_sale = daybook_order_is_sale ((DaybookStage) sqlite3_column_int (statement, 2), (DaybookRefund) sqlite3_column_int (statement, 3),
                                            daybook_column_amount (statement, 5));
  const char *currency = daybook_column_text (statement, 4);
  DaybookCommissionRow *row;

  if (agent == 0 && is_sale && count->only == 0)
    g_array_append_val (count->commission->nameless, key);
  if (agent == 0 || (count->only != 0 && agent != count->only))
    return TRUE;

  row = obtain_row (count, agent, currency != NULL && *currency != '\0' ? currency : count->currency, error);
  if (row == NULL)
    return FALSE;
  row->n_orders++;
  g_array_append_val (row->keys, key);
  add_amounts (row, statement, is_sale);
  return TRUE;
}

static gboolean
count_orders (Count   *count,
              gint64   from,
              gint64   to,
              GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (count->reader->db, SELECT_ORDERS, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":from", from);
  daybook_bind_int (statement, ":to", to);
  while (daybook_statement_next (statement, &local))
    if (!add_order (count, statement, error))
      return FALSE;
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DaybookCommissionRow *first = *(const DaybookCommissionRow *const *) a, *second = *(const DaybookCommissionRow *const *) b;
  int order = g_strcmp0 (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->currency, second->currency);
}

/* --- Who asks ----------------------------------------------------------------------------------- */

/* Others than the owner and the leads see what is theirs. */
static gboolean
find_viewer (Count            *count,
             const DaybookId  *viewer,
             GError          **error)
{
  g_autoptr(DaybookRow) agent = viewer != NULL ? daybook_reader_find (count->reader, &daybook_agents, viewer, error) : NULL;

  if (agent == NULL)
    return FALSE;

  count->commission->own_only = daybook_row_int (agent, DAYBOOK_AGENT_ROLE) > DAYBOOK_ROLE_LEAD;
  count->only = count->commission->own_only ? agent->rowid : 0;
  return TRUE;
}

static void
find_month (DaybookCommission *commission,
            gint64             moment,
            GTimeZone         *zone,
            gint64            *from,
            gint64            *to)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) first = g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here), 1, 0, 0, 0);
  g_autoptr(GDateTime) next = g_date_time_add_months (first, 1);
  g_autofree char *label = g_date_time_format (first, "%Y-%m");

  g_strlcpy (commission->month, label, sizeof commission->month);
  *from = g_date_time_to_unix (first);
  *to = g_date_time_to_unix (next);
}

DaybookCommission *
daybook_commission_read (DaybookStore     *store,
                         const DaybookId  *viewer,
                         gint64            moment,
                         GCancellable     *cancellable,
                         GError          **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  g_autoptr(DaybookCommission) commission = NULL;
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 from, to;

  if (reader == NULL)
    return NULL;

  daybook_reader_set_cancellable (reader, cancellable);
  commission = g_new0 (DaybookCommission, 1);
  commission->rows = g_ptr_array_new_with_free_func (free_row);
  commission->nameless = g_array_new (FALSE, FALSE, sizeof (gint64));
  find_month (commission, moment, daybook_store_get_zone (store), &from, &to);
  Count count = { commission, reader, daybook_store_get_currency (store), 0, found };
  if (!find_viewer (&count, viewer, error) || !count_orders (&count, from, to, error))
    return NULL;

  g_ptr_array_sort (commission->rows, compare_rows);
  return g_steal_pointer (&commission);
}

/* --- In a thread ----------------------------------------------------------------------------------- */

typedef struct
{
  DaybookId viewer;
  gint64    moment;
} Wish;

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  DaybookCommission *commission = daybook_commission_read (source, &wish->viewer, wish->moment, cancellable, &error);

  if (commission != NULL)
    g_task_return_pointer (task, commission, (GDestroyNotify) daybook_commission_free);
  else
    g_task_return_error (task, error);
}

void
daybook_commission_read_async (DaybookStore        *store,
                               gint64               moment,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Wish wish = { *daybook_store_get_agent (store), moment };

  g_task_set_source_tag (task, daybook_commission_read_async);
  g_task_set_task_data (task, g_memdup2 (&wish, sizeof wish), g_free);
  daybook_task_run_in_thread (task, read_in_thread);
}

DaybookCommission *
daybook_commission_read_finish (DaybookStore  *store,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
