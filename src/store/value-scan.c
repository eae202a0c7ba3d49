/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/value-scan.h"

#include "core/order.h"
#include "store/customer-group.h"
#include "store/reader-private.h"

/* Fewer orders than these are read before a second thread is there. */
#define MANY_ORDERS 5000
/* Runs of customers' keys, so that no thread waits long for the last; and what is told of how far it is. */
#define N_SLICES 64
#define MOST_THREADS 4

/* The index orders_customer has all of it, in this order. */
#define SELECT_SALES \
  "SELECT customer, created, stage, refund, currency, paid, refunded, total" \
  " FROM orders" \
  " WHERE customer >= :first AND customer <= :last AND deleted = 0" \
  " ORDER BY customer, created"
#define SELECT_BOUNDS \
  "SELECT (SELECT min (customer) FROM orders WHERE customer IS NOT NULL), (SELECT max (customer) FROM orders WHERE customer IS NOT NULL)," \
  " (SELECT count (*) FROM (SELECT 1 FROM orders WHERE customer IS NOT NULL LIMIT :many))"

/* Customers from one key to another, counted by one thread. */
typedef struct
{
  gint64                first, last;
  DaybookCustomerValue *value;
  GHashTable           *kin;      /* gint64 key of a root → GArray of DaybookSale */
  GArray               *sales;    /* DaybookSale: of the customer at hand */
  gint64                customer;
} Slice;

typedef struct
{
  DaybookStore         *store;
  DaybookCustomerValue *value;
  GHashTable           *roots;    /* store/customer-group.h; made before the threads */
  Slice                 slices[N_SLICES];
  int                   n_slices;
  int                   next;     /* slice to be read; atomic, as the next */
  int                   n_done;
  GCancellable         *cancellable;
  GMutex                lock;     /* of the error */
  GError               *error;
} Scan;

/* --- Merged customers --------------------------------------------------------------------------- */

/* `kin` has those of the root. */
static void
keep_for_kin (GHashTable   *kin,
              gint64        root,
              const GArray *sales)
{
  GArray *kept = g_hash_table_lookup (kin, &root);

  if (kept == NULL)
    {
      kept = g_array_new (FALSE, FALSE, sizeof (DaybookSale));
      g_hash_table_insert (kin, g_memdup2 (&root, sizeof root), kept);
    }
  g_array_append_vals (kept, sales->data, sales->len);
}

static GHashTable *
new_kin (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
}

static int
compare_sales (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const DaybookSale *) a)->at, second = ((const DaybookSale *) b)->at;

  return (first > second) - (first < second);
}

static void
add_sales (DaybookCustomerValue *value,
           gint64                customer,
           GArray               *sales)
{
  daybook_customer_value_add (value, customer, (const DaybookSale *) (void *) sales->data, sales->len);
}

/* --- One slice ------------------------------------------------------------------------------------ */

static void
end_customer (Scan  *scan,
              Slice *slice)
{
  const gint64 *root = g_hash_table_lookup (scan->roots, &slice->customer);

  if (slice->sales->len > 0 && root != NULL)
    keep_for_kin (slice->kin, *root, slice->sales);
  else if (slice->sales->len > 0)
    add_sales (slice->value, slice->customer, slice->sales);
  g_array_set_size (slice->sales, 0);
}

/* Of most orders it is the shop's main one: nothing is looked up then. */
static const char *
currency_at (const Slice      *slice,
             DaybookStatement *statement,
             int               column)
{
  const char *currency = daybook_column_text (statement, column);

  return currency == NULL || *currency == '\0' || g_str_equal (currency, slice->value->currency) ? NULL : g_intern_string (currency);
}

static void
add_order (Scan             *scan,
           Slice            *slice,
           DaybookStatement *statement)
{
  gint64 customer = sqlite3_column_int64 (statement, 0), paid = daybook_column_amount (statement, 5);
  DaybookSale sale;

  if (customer != slice->customer)
    end_customer (scan, slice);
  slice->customer = customer;
  if (!daybook_order_is_sale ((DaybookStage) sqlite3_column_int (statement, 2), (DaybookRefund) sqlite3_column_int (statement, 3), paid))
    return;
  if (sqlite3_column_type (statement, 1) == SQLITE_NULL)
    {
      slice->value->n_undated++;
      return;
    }

  sale = (DaybookSale) { sqlite3_column_int64 (statement, 1), daybook_order_net (paid, daybook_column_amount (statement, 6), daybook_column_amount (statement, 7)),
                         currency_at (slice, statement, 4) };
  g_array_append_val (slice->sales, sale);
}

static gboolean
read_slice (Scan           *scan,
            Slice          *slice,
            DaybookReader  *reader,
            GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, SELECT_SALES, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":first", slice->first);
  daybook_bind_int (statement, ":last", slice->last);
  while (daybook_statement_next (statement, &local))
    add_order (scan, slice, statement);
  end_customer (scan, slice);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Threads ---------------------------------------------------------------------------------------- */

/* The first error stands; nobody begins another slice. Takes over `error`. */
static void
fail (Scan   *scan,
      GError *error)
{
  g_atomic_int_set (&scan->next, scan->n_slices);
  g_mutex_lock (&scan->lock);
  if (scan->error == NULL)
    scan->error = g_steal_pointer (&error);
  g_mutex_unlock (&scan->lock);
  g_clear_error (&error);
}

static void
read_slices (Scan                  *scan,
             DaybookReader         *reader,
             GFileProgressCallback  progress,
             gpointer               progress_data)
{
  GError *error = NULL;
  int slice;

  daybook_reader_set_cancellable (reader, scan->cancellable);
  while (error == NULL && (slice = g_atomic_int_add (&scan->next, 1)) < scan->n_slices)
    {
      int n_done;

      if (!read_slice (scan, &scan->slices[slice], reader, &error))
        break;
      n_done = g_atomic_int_add (&scan->n_done, 1) + 1;
      if (progress != NULL)
        progress (n_done, scan->n_slices, progress_data);
    }
  if (error != NULL)
    fail (scan, error);
}

static gpointer
help (gpointer data)
{
  Scan *scan = data;
  GError *error = NULL;
  g_autoptr(DaybookReader) reader = daybook_reader_new (scan->store, &error);

  if (reader != NULL)
    read_slices (scan, reader, NULL, NULL);
  else
    fail (scan, error);
  return NULL;
}

static gboolean
read_all (Scan                   *scan,
          DaybookReader          *reader,
          GFileProgressCallback   progress,
          gpointer                progress_data,
          GError                **error)
{
  guint n_threads = MIN (scan->n_slices == 1 ? 1 : g_get_num_processors (), MOST_THREADS);
  GThread *helpers[MOST_THREADS];

  for (guint i = 1; i < n_threads; i++)
    helpers[i] = g_thread_new ("value", help, scan);
  read_slices (scan, reader, progress, progress_data);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (helpers[i]);
  if (scan->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&scan->error));
      return FALSE;
    }

  if (progress != NULL)
    progress (scan->n_slices, scan->n_slices, progress_data);
  return TRUE;
}

/* --- Slices -------------------------------------------------------------------------------------------- */

static void
make_slices (Scan   *scan,
             gint64  first,
             gint64  last,
             int     n)
{
  gint64 width = (last - first) / n + 1;

  scan->n_slices = n;
  for (int i = 0; i < n; i++)
    scan->slices[i] = (Slice) {
      .first = first + i * width,
      .last = first + (i + 1) * width - 1,
      .value = daybook_customer_value_new (scan->value->now, daybook_store_get_zone (scan->store), scan->value->currency, scan->value->months->len),
      .kin = new_kin (),
      .sales = g_array_new (FALSE, FALSE, sizeof (DaybookSale)),
    };
}

static gboolean
cut (Scan           *scan,
     DaybookReader  *reader,
     GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, SELECT_BOUNDS, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":many", MANY_ORDERS);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  make_slices (scan, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
               sqlite3_column_int64 (statement, 2) < MANY_ORDERS ? 1 : N_SLICES);
  return TRUE;
}

static void
join_kin (Scan *scan)
{
  g_autoptr(GHashTable) all = new_kin ();
  GHashTableIter iter;
  gpointer key, sales;

  for (int i = 0; i < scan->n_slices; i++)
    {
      g_hash_table_iter_init (&iter, scan->slices[i].kin);
      while (g_hash_table_iter_next (&iter, &key, &sales))
        keep_for_kin (all, *(const gint64 *) key, sales);
    }
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &key, &sales))
    {
      g_array_sort (sales, compare_sales);
      add_sales (scan->value, *(const gint64 *) key, sales);
    }
}

static void
scan_clear (Scan *scan)
{
  for (int i = 0; i < scan->n_slices; i++)
    {
      daybook_customer_value_free (scan->slices[i].value);
      g_hash_table_unref (scan->slices[i].kin);
      g_array_unref (scan->slices[i].sales);
    }
  g_clear_pointer (&scan->roots, g_hash_table_unref);
  g_clear_error (&scan->error);
  g_mutex_clear (&scan->lock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

gboolean
daybook_value_scan (DaybookStore           *store,
                    DaybookCustomerValue   *value,
                    GFileProgressCallback   progress,
                    gpointer                progress_data,
                    GCancellable           *cancellable,
                    GError                **error)
{
  g_auto(Scan) scan = { .store = store, .value = value, .cancellable = cancellable };
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);

  g_mutex_init (&scan.lock);
  scan.roots = reader != NULL ? daybook_customer_roots (reader->db, error) : NULL;
  if (scan.roots == NULL || !cut (&scan, reader, error)
      || !read_all (&scan, reader, progress, progress_data, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (int i = 0; i < scan.n_slices; i++)
    daybook_customer_value_join (value, scan.slices[i].value);
  join_kin (&scan);
  return TRUE;
}
