/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-value.h"

#include "core/customer.h"
#include "core/order.h"
#include "store/customer-group.h"
#include "store/reader-private.h"
#include "store/setting.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

#define ORDERS_PER_REPORT 65536

/* The index orders_customer has all of it, in this order. */
#define SELECT_SALES \
  "SELECT customer, created, stage, refund, currency, paid, refunded, total" \
  " FROM orders" \
  " WHERE customer IS NOT NULL AND deleted = 0" \
  " ORDER BY customer, created"

typedef struct
{
  DaybookCustomerValue  *value;
  DaybookReader         *reader;
  GHashTable            *roots;  /* store/customer-group.h */
  GHashTable            *kin;    /* gint64 key of a root → GArray of DaybookSale */
  GArray                *sales;  /* DaybookSale: of the customer at hand */
  gint64                 customer;
  GMainContext          *context; /* where to tell how far it is; NULL: in place */
  GFileProgressCallback  progress;
  gpointer               progress_data;
  gint64                 n_orders;
} Pass;

/* --- Progress ------------------------------------------------------------------------------- */

typedef struct
{
  GFileProgressCallback progress;
  gpointer              data;
  gint64                done, total;
} Report;

static gboolean
on_report_due (gpointer data)
{
  const Report *report = data;

  report->progress (report->done, report->total, report->data);
  return G_SOURCE_REMOVE;
}

static void
tell (Pass   *pass,
      gint64  done)
{
  Report report = { pass->progress, pass->progress_data, done, pass->n_orders };

  if (pass->progress == NULL)
    return;
  if (pass->context == NULL)
    on_report_due (&report);
  else
    g_main_context_invoke_full (pass->context, G_PRIORITY_DEFAULT, on_report_due, g_memdup2 (&report, sizeof report), g_free);
}

/* --- Merged customers --------------------------------------------------------------------------- */

static void
keep_for_kin (Pass         *pass,
              const gint64 *root)
{
  GArray *sales = g_hash_table_lookup (pass->kin, root);

  if (sales == NULL)
    {
      sales = g_array_new (FALSE, FALSE, sizeof (DaybookSale));
      g_hash_table_insert (pass->kin, g_memdup2 (root, sizeof *root), sales);
    }
  g_array_append_vals (sales, pass->sales->data, pass->sales->len);
}

static int
compare_sales (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const DaybookSale *) a)->at, second = ((const DaybookSale *) b)->at;

  return (first > second) - (first < second);
}

static void
add_kin (Pass *pass)
{
  GHashTableIter iter;
  gpointer key, sales;

  g_hash_table_iter_init (&iter, pass->kin);
  while (g_hash_table_iter_next (&iter, &key, &sales))
    {
      g_array_sort (sales, compare_sales);
      daybook_customer_value_add (pass->value, *(const gint64 *) key, (const DaybookSale *) (void *) ((GArray *) sales)->data,
                                  ((GArray *) sales)->len);
    }
}

/* --- The pass ----------------------------------------------------------------------------------- */

static void
end_customer (Pass *pass)
{
  const gint64 *root = g_hash_table_lookup (pass->roots, &pass->customer);

  if (pass->sales->len > 0 && root != NULL)
    keep_for_kin (pass, root);
  else if (pass->sales->len > 0)
    daybook_customer_value_add (pass->value, pass->customer, (const DaybookSale *) (void *) pass->sales->data, pass->sales->len);
  g_array_set_size (pass->sales, 0);
}

static gint64
amount_at (DaybookStatement *statement,
           int               column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? DAYBOOK_AMOUNT_UNKNOWN : sqlite3_column_int64 (statement, column);
}

/* Of most orders it is the shop's main one: nothing is looked up then. */
static const char *
currency_at (Pass             *pass,
             DaybookStatement *statement,
             int               column)
{
  const char *currency = daybook_column_text (statement, column);

  return currency == NULL || *currency == '\0' || g_str_equal (currency, pass->value->currency) ? NULL : g_intern_string (currency);
}

static void
add_order (Pass             *pass,
           DaybookStatement *statement)
{
  gint64 customer = sqlite3_column_int64 (statement, 0), paid = amount_at (statement, 5);
  DaybookSale sale;

  if (customer != pass->customer)
    end_customer (pass);
  pass->customer = customer;
  if (!daybook_order_is_sale ((DaybookStage) sqlite3_column_int (statement, 2), (DaybookRefund) sqlite3_column_int (statement, 3), paid))
    return;
  if (sqlite3_column_type (statement, 1) == SQLITE_NULL)
    {
      pass->value->n_undated++;
      return;
    }

  sale = (DaybookSale) { sqlite3_column_int64 (statement, 1), daybook_order_net (paid, amount_at (statement, 6), amount_at (statement, 7)),
                         currency_at (pass, statement, 4) };
  g_array_append_val (pass->sales, sale);
}

static gboolean
read_sales (Pass    *pass,
            GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (pass->reader->db, SELECT_SALES, error);
  GError *local = NULL;
  gint64 n = 0;

  if (statement == NULL)
    return FALSE;

  while (daybook_statement_next (statement, &local))
    {
      add_order (pass, statement);
      if (++n % ORDERS_PER_REPORT == 0)
        tell (pass, n);
    }
  end_customer (pass);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* Bounds that this version cannot read are those of a newer one: what is proposed stands in. */
static void
finish (Pass *pass)
{
  g_autofree char *setting = daybook_setting_get (pass->reader, DAYBOOK_RFM_SETTING);
  DaybookRfmBounds bounds;

  add_kin (pass);
  daybook_customer_value_finish (pass->value, daybook_rfm_bounds_parse (setting, &bounds, NULL) ? &bounds : NULL);
  tell (pass, pass->n_orders);
}

static DaybookCustomerValue *
run (DaybookStore *store,
     guint         n_months,
     Pass         *pass,
     GCancellable *cancellable,
     GError      **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  g_autoptr(DaybookCustomerValue) value = NULL;
  g_autoptr(GHashTable) roots = NULL;
  g_autoptr(GHashTable) kin = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr(GArray) sales = g_array_new (FALSE, FALSE, sizeof (DaybookSale));

  if (reader == NULL)
    return NULL;

  daybook_reader_set_cancellable (reader, cancellable);
  value = daybook_customer_value_new (daybook_store_get_now (store), daybook_store_get_zone (store), daybook_store_get_currency (store), n_months);
  pass->value = value;
  pass->reader = reader;
  pass->kin = kin;
  pass->sales = sales;
  pass->roots = roots = daybook_customer_roots (reader->db, error);
  if (roots == NULL)
    return NULL;
  pass->n_orders = daybook_database_number (reader->db, "SELECT count (*) FROM orders WHERE customer IS NOT NULL", -1, error);
  if (pass->n_orders < 0 || !read_sales (pass, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  finish (pass);
  return g_steal_pointer (&value);
}

DaybookCustomerValue *
daybook_customer_value_read (DaybookStore           *store,
                             guint                   n_months,
                             GFileProgressCallback   progress,
                             gpointer                progress_data,
                             GCancellable           *cancellable,
                             GError                **error)
{
  Pass pass = { .progress = progress, .progress_data = progress_data };

  return run (store, n_months, &pass, cancellable, error);
}

typedef struct
{
  guint                 n_months;
  GFileProgressCallback progress;
  gpointer              progress_data;
} Wish;

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Wish *wish = data;
  Pass pass = { .context = g_task_get_context (task), .progress = wish->progress, .progress_data = wish->progress_data };
  GError *error = NULL;
  DaybookCustomerValue *value = run (source, wish->n_months, &pass, cancellable, &error);

  if (value != NULL)
    g_task_return_pointer (task, value, (GDestroyNotify) daybook_customer_value_free);
  else
    g_task_return_error (task, error);
}

void
daybook_customer_value_read_async (DaybookStore          *store,
                                   guint                  n_months,
                                   GFileProgressCallback  progress,
                                   gpointer               progress_data,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Wish wish = { n_months, progress, progress_data };

  g_task_set_source_tag (task, daybook_customer_value_read_async);
  g_task_set_task_data (task, g_memdup2 (&wish, sizeof wish), g_free);
  daybook_task_run_in_thread (task, read_in_thread);
}

DaybookCustomerValue *
daybook_customer_value_read_finish (DaybookStore  *store,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DaybookQuery *
daybook_customer_value_query (const DaybookCustomerValue *value,
                              guint                       segment)
{
  DaybookQuery *query = daybook_query_new (&daybook_customers);
  g_autoptr(GArray) keys = daybook_customer_value_segment (value, segment);

  daybook_query_set_keys (query, keys, daybook_segment_get_label (&daybook_segments[segment]));
  return query;
}

DaybookEdit *
daybook_customer_value_act_bounds (DaybookStore           *store,
                                   const DaybookRfmBounds *bounds)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, bounds != NULL ? _("Bounds of customer value") : _("Bounds of customer value as proposed"),
                                        daybook_store_get_agent (store));
  g_autofree char *setting = bounds != NULL ? daybook_rfm_bounds_print (bounds) : g_strdup ("");

  daybook_setting_set (edit, daybook_store_get_reader (store), DAYBOOK_RFM_SETTING, setting);
  return edit;
}
