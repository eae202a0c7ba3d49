/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/follow-ups.h"

#include "core/moment.h"
#include "core/shop.h"
#include "store/due-orders.h"
#include "store/reader-private.h"

/* --- Facts -------------------------------------------------------------------------------- */

static void
free_facts (gpointer data)
{
  DaybookPlatformFacts *facts = data;

  g_free (facts->platform);
  g_free (facts);
}

GPtrArray *
daybook_reader_platform_facts (DaybookReader  *reader,
                               GError        **error)
{
  g_autoptr(GPtrArray) platforms = g_ptr_array_new_with_free_func (free_facts);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT i.platform, coalesce (max (f.facts), 0),"
    "  EXISTS (SELECT 1 FROM products INDEXED BY products_left WHERE on_hand IS NOT NULL AND deleted = 0)"
    " FROM imports i LEFT JOIN order_facts f ON f.shop = i.shop AND f.platform = i.platform"
    " WHERE i.deleted = 0 AND i.state = 1 AND i.platform IS NOT NULL AND coalesce (i.kind, 'orders') IN ('orders', 'order_lines')"
    " GROUP BY i.platform ORDER BY i.platform", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    {
      DaybookPlatformFacts *facts = g_new0 (DaybookPlatformFacts, 1);

      facts->platform = g_strdup (daybook_column_text (statement, 0));
      facts->facts = (DaybookOrderFacts) sqlite3_column_int64 (statement, 1) | daybook_platform_facts (facts->platform)
                     | (sqlite3_column_int (statement, 2) != 0 ? DAYBOOK_FACT_STOCK : 0);
      g_ptr_array_add (platforms, facts);
    }
  if (local == NULL)
    return g_steal_pointer (&platforms);

  g_propagate_error (error, local);
  return NULL;
}

/* --- How many ------------------------------------------------------------------------------- */

typedef gboolean (*Reckon) (DaybookDatabase        *db,
                            const DaybookDueTerms  *terms,
                            gint64                  row,
                            GArray                 *items,
                            GError                **error);

/* Of these rows something may be due. */
static const struct
{
  const char *rows;
  Reckon      reckon;
} SOURCES[] = {
  { "SELECT rowid FROM orders INDEXED BY orders_open WHERE stage >= 1 AND stage <= 4 AND deleted = 0", daybook_due_peek_order },
  { "SELECT rowid FROM shops WHERE deleted = 0", daybook_due_reckon_shop },
  { "SELECT rowid FROM products INDEXED BY products_left WHERE on_hand IS NOT NULL AND deleted = 0", daybook_due_reckon_product },
};

typedef struct
{
  gint64 now;
  gint64 end; /* of the day */
  guint *counts;
} Count;

static gboolean
is_of_today (const DaybookDue *due,
             const Count      *count)
{
  return (due->due <= count->end || due->warn <= count->now) && (due->ends == 0 || due->ends > count->now);
}

static gboolean
count_row (DaybookReader          *reader,
           const DaybookDueTerms  *terms,
           Reckon                  reckon,
           gint64                  row,
           const Count            *count,
           GError                **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));

  if (!reckon (reader->db, terms, row, items, error))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const DaybookDue *due = &g_array_index (items, DaybookDue, i);

      if (is_of_today (due, count))
        count->counts[due->rule]++;
    }
  return TRUE;
}

static gboolean
count_source (DaybookReader          *reader,
              const DaybookDueTerms  *terms,
              guint                   source,
              const Count            *count,
              GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, SOURCES[source].rows, error);
  g_autoptr(GArray) rows = statement != NULL ? daybook_statement_keys (statement, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!count_row (reader, terms, SOURCES[source].reckon, g_array_index (rows, gint64, i), count, error))
      return FALSE;
  return rows != NULL;
}

gboolean
daybook_reader_follow_ups (DaybookReader          *reader,
                           const DaybookDueTerms  *terms,
                           gint64                  now,
                           guint                  *counts,
                           GError                **error)
{
  DaybookDueTerms all = *terms; /* borrows */
  Count count = { now, daybook_moment_day (now, terms->zone, 1), counts };

  memset (counts, 0, DAYBOOK_N_RULES * sizeof *counts);
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    all.rules.of[i].used = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    if (!count_source (reader, &all, i, &count, error))
      return FALSE;
  return TRUE;
}
