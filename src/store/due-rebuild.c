/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-rebuild.h"

#include "core/article.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/remembered-day.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/due-items.h"
#include "store/due-orders.h"
#include "store/due-terms.h"
#include "store/local.h"
#include "store/migrate.h"
#include "store/store-private.h"

/* A transaction is so long at most; others write between two. */
#define STEP_US 30000
#define ROWS_PER_LOOK 64

/* Of what something may be due, and where it is found. */
typedef struct
{
  const DaybookTable *table;
  const char         *count;
  const char         *next; /* after :after, at most :limit, in the order of the key */
} Place;

#define ORDERS(stage) \
  { &daybook_orders, \
    "SELECT count (*) FROM orders WHERE stage = " stage " AND stage >= 1 AND stage <= 4 AND deleted = 0", \
    "SELECT rowid FROM orders INDEXED BY orders_open WHERE stage = " stage " AND stage >= 1 AND stage <= 4 AND deleted = 0 AND rowid > :after" \
    " ORDER BY rowid LIMIT :limit" }

/* Since when plans ask for what happened; NULL: none does. */
#define SINCE(on) "(SELECT min (coalesce (since, 0)) FROM call_plans WHERE used AND \"on\" = " on " AND deleted = 0)"
/* A completed order is seldom older than that. */
#define COMPLETED "stage = 5 AND deleted = 0 AND created >= " SINCE ("1") " - 7776000 AND completed_at >= " SINCE ("1")
#define CLOSED "closed_at >= " SINCE ("2") " AND deleted = 0"

static const Place PLACES[] = {
  { &daybook_cases,
    "SELECT count (*) FROM cases WHERE closed_at IS NULL AND deleted = 0",
    "SELECT rowid FROM cases WHERE closed_at IS NULL AND deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_tasks,
    "SELECT count (*) FROM tasks WHERE done_at IS NULL AND deleted = 0",
    "SELECT rowid FROM tasks WHERE done_at IS NULL AND deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_products,
    "SELECT count (*) FROM products WHERE on_hand IS NOT NULL AND deleted = 0",
    "SELECT rowid FROM products WHERE on_hand IS NOT NULL AND deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  /* Stage by stage: each is a range of its index. */
  ORDERS ("1"),
  ORDERS ("2"),
  ORDERS ("3"),
  ORDERS ("4"),
  { &daybook_orders,
    "SELECT count (*) FROM orders INDEXED BY orders_stage WHERE " COMPLETED,
    "SELECT rowid FROM orders INDEXED BY orders_stage WHERE " COMPLETED " AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_cases,
    "SELECT count (*) FROM cases INDEXED BY cases_ended WHERE " CLOSED,
    "SELECT rowid FROM cases INDEXED BY cases_ended WHERE " CLOSED " AND rowid > :after ORDER BY rowid LIMIT :limit" },
  /* After what their orders show of them. */
  { &daybook_shops,
    "SELECT count (*) FROM shops WHERE deleted = 0",
    "SELECT rowid FROM shops WHERE deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_chores,
    "SELECT count (*) FROM chores WHERE used AND deleted = 0",
    "SELECT rowid FROM chores WHERE used AND deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_customers,
    "SELECT count (*) FROM customers WHERE (grade <> 0 OR interval IS NOT NULL) AND deleted = 0 AND merged_into IS NULL",
    "SELECT rowid FROM customers INDEXED BY customers_watched WHERE (grade <> 0 OR interval IS NOT NULL) AND deleted = 0 AND merged_into IS NULL"
    " AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_articles,
    "SELECT count (*) FROM articles WHERE review_by IS NOT NULL AND state = 0 AND deleted = 0",
    "SELECT rowid FROM articles WHERE review_by IS NOT NULL AND state = 0 AND deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_remembered_days,
    "SELECT count (*) FROM remembered_days WHERE deleted = 0",
    "SELECT rowid FROM remembered_days WHERE deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
  { &daybook_campaigns,
    "SELECT count (*) FROM campaigns WHERE done_at IS NULL AND deleted = 0",
    "SELECT rowid FROM campaigns WHERE done_at IS NULL AND deleted = 0 AND rowid > :after ORDER BY rowid LIMIT :limit" },
};

typedef struct
{
  gboolean anyhow;     /* wanted or not */
  gboolean begun;
  gint64   generation; /* of the rules by which is reckoned */
  guint    place;
  gint64   after;      /* key of the last row in it */
  gint64   done;
  gint64   total;
} Rebuild;

/* --- Whether ----------------------------------------------------------------------------- */

/* The year that it is. */
static gint64
year_of (DaybookWriter *writer)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (daybook_store_get_now (daybook_writer_store (writer)));

  return g_date_time_get_year (now);
}

/* -1 on error. What comes each year is reckoned for some years: each new one begins with a rebuild. */
static int
is_wanted (DaybookWriter  *writer,
           gint64         *generation,
           GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  gint64 made, program, year;

  if (!daybook_local_read (db, "due_wanted", generation, error) || !daybook_local_read (db, "due_made", &made, error)
      || !daybook_local_read (db, "due_program", &program, error) || !daybook_local_read (db, DAYBOOK_DUE_YEAR, &year, error))
    return -1;

  return made != *generation || program != DAYBOOK_DUE_PROGRAM || year < year_of (writer);
}

/* A clock that is behind takes no year back. */
static gboolean
note_year (DaybookWriter  *writer,
           GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  gint64 year;

  return daybook_local_read (db, DAYBOOK_DUE_YEAR, &year, error)
         && daybook_local_write (db, DAYBOOK_DUE_YEAR, MAX (year, year_of (writer)), error);
}

/* --- A step --------------------------------------------------------------------------------- */

static gboolean
begin (Rebuild        *self,
       DaybookWriter  *writer,
       gint64          generation,
       GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  GError *local = NULL;

  self->begun = TRUE;
  self->generation = generation;
  self->place = 0;
  self->after = 0;
  self->done = 0;
  self->total = 0;
  if (note_year (writer, &local))
    daybook_due_note_facts (db, &local);
  for (guint i = 0; local == NULL && i < G_N_ELEMENTS (PLACES); i++)
    self->total += daybook_database_number (db, PLACES[i].count, 0, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* The next rows of the place; empty: there are no more. (transfer full) */
static GArray *
find_next (Rebuild          *self,
           DaybookDatabase  *db,
           GError          **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, PLACES[self->place].next, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":after", self->after);
  daybook_bind_int (statement, ":limit", ROWS_PER_LOOK);
  while (daybook_statement_next (statement, &local))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, local);
  return NULL;
}

/* Some rows of the place; FALSE without error: it has no more. */
static gboolean
reckon_some (Rebuild                *self,
             DaybookDatabase        *db,
             const DaybookDueTerms  *terms,
             GError                **error)
{
  g_autoptr(GArray) rows = find_next (self, db, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      self->after = g_array_index (rows, gint64, i);
      self->done++;
      if (!daybook_due_reckon (db, terms, PLACES[self->place].table, self->after, self->generation, error))
        return FALSE;
    }

  return rows != NULL && rows->len > 0;
}

/* What no row of today's asks for any more goes. */
static gboolean
end (Rebuild          *self,
     DaybookDatabase  *db,
     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "DELETE FROM due_items WHERE generation < :generation", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":generation", self->generation);
  return daybook_statement_run (statement, error)
         && daybook_local_write (db, "due_made", self->generation, error)
         && daybook_local_write (db, "due_program", DAYBOOK_DUE_PROGRAM, error);
}

/* DONE also on error. */
static DaybookStep
work (Rebuild          *self,
      DaybookWriter    *writer,
      GError          **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  gint64 until = g_get_monotonic_time () + STEP_US;
  g_auto(DaybookDueTerms) terms = { 0 };
  GError *local = NULL;

  if (!daybook_due_terms_read (db, &terms, error))
    return DAYBOOK_STEP_DONE;

  while (self->place < G_N_ELEMENTS (PLACES) && g_get_monotonic_time () < until && !daybook_writer_is_wanted (writer))
    if (!reckon_some (self, db, &terms, &local))
      {
        if (local != NULL)
          {
            g_propagate_error (error, local);
            return DAYBOOK_STEP_DONE;
          }
        self->place++;
        self->after = 0;
      }

  if (self->place < G_N_ELEMENTS (PLACES))
    return DAYBOOK_STEP_AGAIN;

  end (self, db, error);
  return DAYBOOK_STEP_DONE;
}

/* Asked for, it is as if the rules had changed: what was left over is of an older generation then, and goes. */
static gboolean
ask_anew (DaybookDatabase  *db,
          GError          **error)
{
  gint64 wanted;

  return daybook_local_read (db, "due_wanted", &wanted, error) && daybook_local_write (db, "due_wanted", wanted + 1, error);
}

/* By rules that have changed meanwhile, it begins again. */
static DaybookStep
step_in_transaction (Rebuild          *self,
                     DaybookWriter    *writer,
                     GError          **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  gint64 generation;
  int wanted = self->anyhow && !self->begun && !ask_anew (db, error) ? -1 : is_wanted (writer, &generation, error);

  if (wanted < 0 || (wanted == 0 && !self->anyhow))
    return DAYBOOK_STEP_DONE;
  if ((!self->begun || generation != self->generation) && !begin (self, writer, generation, error))
    return DAYBOOK_STEP_DONE;

  return work (self, writer, error);
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  Rebuild *self = data;
  DaybookDatabase *db = daybook_writer_database (writer);
  DaybookStep step = DAYBOOK_STEP_DONE;
  gint64 generation;

  /* Nobody is held up for a look. */
  if (daybook_writer_is_closing (writer) || (!self->anyhow && is_wanted (writer, &generation, &request->error) <= 0)
      || !daybook_database_run (db, "BEGIN IMMEDIATE", &request->error))
    return DAYBOOK_STEP_DONE;

  if (daybook_migrate_check (db, &request->error))
    step = step_in_transaction (self, writer, &request->error);
  if (request->error == NULL)
    daybook_database_run (db, "COMMIT", &request->error);
  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);
  if (request->error != NULL)
    step = DAYBOOK_STEP_DONE;

  daybook_request_report (request, self->done, self->total);
  daybook_store_note_rebuild (daybook_writer_store (writer),
                              step == DAYBOOK_STEP_AGAIN ? (int) (100 * self->done / MAX (1, self->total)) : -1);
  if (self->begun)
    daybook_store_notify (daybook_writer_store (writer));
  return step;
}

/* --- Asking for it ------------------------------------------------------------------------------- */

static DaybookRequest *
make_request (gboolean anyhow)
{
  Rebuild *self = g_new0 (Rebuild, 1);

  self->anyhow = anyhow;
  return daybook_request_new (run, self, g_free, DAYBOOK_PRIORITY_LONG, NULL);
}

void
daybook_due_rebuild_queue (DaybookWriter *writer)
{
  daybook_writer_run_detached (writer, make_request (FALSE));
}

static gboolean
wait_for (DaybookStore           *store,
          DaybookRequest         *request,
          GFileProgressCallback   progress,
          gpointer                data,
          GError                **error)
{
  GError *local = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  request->progress = progress;
  request->progress_data = data;
  outcome = daybook_writer_run (daybook_store_get_writer (store), request, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_due_settle (DaybookStore           *store,
                    GFileProgressCallback   progress,
                    gpointer                data,
                    GError                **error)
{
  return wait_for (store, make_request (FALSE), progress, data, error);
}

gboolean
daybook_due_rebuild (DaybookStore           *store,
                     GFileProgressCallback   progress,
                     gpointer                data,
                     GError                **error)
{
  return wait_for (store, make_request (TRUE), progress, data, error);
}
