/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/quality.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/customer-group.h"
#include "store/reader-private.h"
#include "store/registers.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

/* Registers that say nothing of goods: somebody asked, or waits. */
#define NOT_OF_GOODS "('inquiry', 'promise', 'trace', 'extend', 'department', 'incident')"

G_STATIC_ASSERT (DAYBOOK_STAGE_UNPAID == 1 && DAYBOOK_STAGE_CLOSED == 6 && DAYBOOK_REFUND_FULL == 3);
#define IS_SALE "o.deleted = 0 AND o.refund <> 3 AND o.stage NOT IN (1, 6) AND (o.stage <> 0 OR o.paid > 0)"

#define OF_CUSTOMER DAYBOOK_CUSTOMER_GROUP (":row")

/* What a product and a customer are asked; each with :row. */
typedef struct
{
  const char *sold;    /* created, pieces */
  const char *cases;   /* key, register, reason, cause, opened_at, pieces, damaged */
  const char *reviews; /* written_at, of bad ones */
  const char *listed;  /* how many after-sales are no case */
} Questions;

#define SELECT_CASE "SELECT c.rowid, c.register, c.reason, c.cause, c.opened_at"
#define IS_CASE "c.deleted = 0 AND c.merged_into IS NULL AND c.register NOT IN " NOT_OF_GOODS
#define NO_CASE "NOT EXISTS (SELECT 1 FROM cases c WHERE c.platform_number = a.number AND c.\"order\" = o.rowid AND c.deleted = 0)"

static const Questions OF_PRODUCTS = {
  "SELECT o.created, ifnull (l.quantity, 1) FROM order_lines l JOIN orders o ON o.rowid = l.\"order\""
  " WHERE l.product = :row AND l.deleted = 0 AND " IS_SALE,

  /* A case that names no goods is about all of its order. */
  SELECT_CASE ", total (g.quantity), total (g.damaged)"
  " FROM order_lines l CROSS JOIN case_lines g ON g.line = l.rowid AND g.deleted = 0 JOIN cases c ON c.rowid = g.\"case\""
  " WHERE l.product = :row AND " IS_CASE " GROUP BY c.rowid"
  " UNION ALL " SELECT_CASE ", 0, 0 FROM cases c"
  " WHERE c.\"order\" IN (SELECT \"order\" FROM order_lines WHERE product = :row AND deleted = 0) AND " IS_CASE
  " AND NOT EXISTS (SELECT 1 FROM case_lines g WHERE g.\"case\" = c.rowid AND g.deleted = 0)",

  "SELECT r.written_at FROM reviews r JOIN products p ON p.rowid = :row"
  " WHERE r.deleted = 0 AND r.stars BETWEEN 1 AND 3 AND (r.product = p.title OR (p.sku <> '' AND r.sku = p.sku))",

  "SELECT count (*) FROM aftersales a JOIN products p ON p.rowid = :row JOIN orders o ON o.number = a.order_number"
  " WHERE a.deleted = 0 AND (a.title = p.title OR (p.sku <> '' AND a.sku = p.sku)) AND " NO_CASE,
};

static const Questions OF_CUSTOMERS = {
  "SELECT o.created, ifnull (o.quantity, 1) FROM orders o WHERE o.customer IN " OF_CUSTOMER " AND " IS_SALE,

  SELECT_CASE ", total (g.quantity), total (g.damaged)"
  " FROM cases c LEFT JOIN case_lines g ON g.\"case\" = c.rowid AND g.deleted = 0"
  " WHERE c.rowid IN (SELECT rowid FROM cases WHERE customer IN " OF_CUSTOMER
  " UNION SELECT k.rowid FROM orders o JOIN cases k ON k.\"order\" = o.rowid WHERE o.customer IN " OF_CUSTOMER ")"
  " AND " IS_CASE " GROUP BY c.rowid",

  "SELECT r.written_at FROM orders o JOIN reviews r ON r.order_number = o.number"
  " WHERE o.customer IN " OF_CUSTOMER " AND o.deleted = 0 AND r.deleted = 0 AND r.stars BETWEEN 1 AND 3",

  "SELECT count (*) FROM orders o JOIN aftersales a ON a.order_number = o.number"
  " WHERE o.customer IN " OF_CUSTOMER " AND o.deleted = 0 AND a.deleted = 0 AND " NO_CASE,
};

typedef struct
{
  DaybookQuality  *quality;
  DaybookReader   *reader;
  const Questions *questions;
  gint64           row;
  gint64           begins[DAYBOOK_QUALITY_MONTHS];
} Count;

static void
free_kind (gpointer data)
{
  DaybookQualityKind *kind = data;

  g_free (kind->key);
  g_free (kind->title);
  g_array_unref (kind->keys);
  g_free (kind);
}

static void
free_cause (gpointer data)
{
  DaybookQualityCause *cause = data;

  g_free (cause->label);
  g_array_unref (cause->keys);
  g_free (cause);
}

void
daybook_quality_free (DaybookQuality *self)
{
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->causes);
  g_free (self);
}

/* --- Months --------------------------------------------------------------------------------- */

static void
find_months (Count     *count,
             gint64     now,
             GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) first = g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here), 1, 0, 0, 0);

  for (guint i = 0; i < DAYBOOK_QUALITY_MONTHS; i++)
    {
      g_autoptr(GDateTime) month = g_date_time_add_months (first, (int) i + 1 - DAYBOOK_QUALITY_MONTHS);
      g_autofree char *label = g_date_time_format (month, "%Y-%m");

      count->begins[i] = g_date_time_to_unix (month);
      g_strlcpy (count->quality->months[i].label, label, sizeof count->quality->months[i].label);
    }
}

/* NULL: it was before. */
static DaybookQualityMonth *
month_of (Count  *count,
          gint64  moment)
{
  for (guint i = DAYBOOK_QUALITY_MONTHS; i > 0; i--)
    if (moment >= count->begins[i - 1])
      return &count->quality->months[i - 1];

  return NULL;
}

/* --- Counting ------------------------------------------------------------------------------------ */

typedef gboolean (*RowFunc) (Count             *count,
                             DaybookStatement  *statement,
                             GError           **error);

static gboolean
each_row (Count       *count,
          const char  *sql,
          RowFunc      func,
          GError     **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (count->reader->db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", count->row);
  while (daybook_statement_next (statement, &local))
    if (!func (count, statement, error))
      return FALSE;
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
add_sold (Count             *count,
          DaybookStatement  *statement,
          GError           **error)
{
  DaybookQualityMonth *month = month_of (count, sqlite3_column_int64 (statement, 0));
  guint pieces = (guint) MAX (0, sqlite3_column_int (statement, 1));

  count->quality->n_sold += pieces;
  if (month != NULL)
    month->sold += pieces;
  return TRUE;
}

static gboolean
add_review (Count             *count,
            DaybookStatement  *statement,
            GError           **error)
{
  DaybookQualityMonth *month = month_of (count, sqlite3_column_int64 (statement, 0));

  count->quality->n_reviews++;
  if (month != NULL)
    month->reviews++;
  return TRUE;
}

static gboolean
add_listed (Count             *count,
            DaybookStatement  *statement,
            GError           **error)
{
  count->quality->n_listed = (guint) sqlite3_column_int (statement, 0);
  return TRUE;
}

static DaybookQualityKind *
obtain_kind (Count           *count,
             DaybookRegister *definition,
             const char      *key)
{
  DaybookQualityKind *kind;

  for (guint i = 0; i < count->quality->kinds->len; i++)
    if (g_str_equal (((DaybookQualityKind *) g_ptr_array_index (count->quality->kinds, i))->key, key))
      return g_ptr_array_index (count->quality->kinds, i);

  kind = g_new0 (DaybookQualityKind, 1);
  kind->key = g_strdup (key);
  kind->title = g_strdup (definition != NULL ? daybook_register_get_title (definition) : key);
  kind->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (count->quality->kinds, kind);
  return kind;
}

/* Cause and reason of registers are keys; equal words of two registers are one cause to a person. */
static const char *
find_label (DaybookRegister *definition,
            guint            field,
            const char      *key)
{
  const DaybookField *spec = definition != NULL ? &daybook_register_get_table (definition)->fields[field] : NULL;
  int word = spec != NULL && spec->words != NULL && key != NULL ? daybook_word_index (spec->words, key) : -1;

  return word >= 0 ? spec->words[word].label : key;
}

static void
count_cause (Count      *count,
             const char *label,
             gint64      key)
{
  DaybookQualityCause *cause = NULL;

  for (guint i = 0; i < count->quality->causes->len && cause == NULL; i++)
    if (g_str_equal (((DaybookQualityCause *) g_ptr_array_index (count->quality->causes, i))->label, label))
      cause = g_ptr_array_index (count->quality->causes, i);
  if (cause == NULL)
    {
      cause = g_new0 (DaybookQualityCause, 1);
      cause->label = g_strdup (label);
      cause->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (count->quality->causes, cause);
    }
  cause->n++;
  g_array_append_val (cause->keys, key);
}

static gboolean
add_case (Count             *count,
          DaybookStatement  *statement,
          GError           **error)
{
  gint64 key = sqlite3_column_int64 (statement, 0);
  const char *register_key = daybook_column_text (statement, 1);
  DaybookRegister *definition = daybook_reader_register (count->reader, register_key);
  const char *reason = find_label (definition, DAYBOOK_CASE_REASON, daybook_column_text (statement, 2));
  const char *cause = find_label (definition, DAYBOOK_CASE_CAUSE, daybook_column_text (statement, 3));
  DaybookQualityMonth *month = month_of (count, sqlite3_column_int64 (statement, 4));
  DaybookQualityKind *kind = obtain_kind (count, definition, register_key);
  const char *why = cause != NULL && *cause != '\0' ? cause : reason;

  count->quality->n_cases++;
  kind->n++;
  kind->pieces += (guint) sqlite3_column_int (statement, 5);
  kind->damaged += (guint) sqlite3_column_int (statement, 6);
  g_array_append_val (kind->keys, key);
  if (month != NULL)
    month->cases++;
  count_cause (count, why != NULL && *why != '\0' ? why : _("Not given"), key);
  return TRUE;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const DaybookQualityKind *first = *(const DaybookQualityKind *const *) a, *second = *(const DaybookQualityKind *const *) b;

  return first->n != second->n ? (first->n < second->n ? 1 : -1) : g_strcmp0 (first->key, second->key);
}

static int
compare_causes (gconstpointer a,
                gconstpointer b)
{
  const DaybookQualityCause *first = *(const DaybookQualityCause *const *) a, *second = *(const DaybookQualityCause *const *) b;

  return first->n != second->n ? (first->n < second->n ? 1 : -1) : g_strcmp0 (first->label, second->label);
}

DaybookQuality *
daybook_quality_read (DaybookStore        *store,
                      const DaybookTable  *table,
                      gint64               row,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  g_autoptr(DaybookQuality) quality = NULL;

  if (reader == NULL)
    return NULL;

  daybook_reader_set_cancellable (reader, cancellable);
  quality = g_new0 (DaybookQuality, 1);
  quality->kinds = g_ptr_array_new_with_free_func (free_kind);
  quality->causes = g_ptr_array_new_with_free_func (free_cause);
  Count count = { quality, reader, table == &daybook_products ? &OF_PRODUCTS : &OF_CUSTOMERS, row, { 0 } };
  find_months (&count, daybook_store_get_now (store), daybook_store_get_zone (store));
  if (!each_row (&count, count.questions->sold, add_sold, error) || !each_row (&count, count.questions->cases, add_case, error)
      || !each_row (&count, count.questions->reviews, add_review, error) || !each_row (&count, count.questions->listed, add_listed, error))
    return NULL;

  g_ptr_array_sort (quality->kinds, compare_kinds);
  g_ptr_array_sort (quality->causes, compare_causes);
  return g_steal_pointer (&quality);
}

/* --- In a thread ----------------------------------------------------------------------------------- */

typedef struct
{
  const DaybookTable *table;
  gint64              row;
} Wish;

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  DaybookQuality *quality = daybook_quality_read (source, wish->table, wish->row, cancellable, &error);

  if (quality != NULL)
    g_task_return_pointer (task, quality, (GDestroyNotify) daybook_quality_free);
  else
    g_task_return_error (task, error);
}

void
daybook_quality_read_async (DaybookStore        *store,
                            const DaybookTable  *table,
                            gint64               row,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Wish wish = { table, row };

  g_task_set_source_tag (task, daybook_quality_read_async);
  g_task_set_task_data (task, g_memdup2 (&wish, sizeof wish), g_free);
  daybook_task_run_in_thread (task, read_in_thread);
}

DaybookQuality *
daybook_quality_read_finish (DaybookStore  *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
