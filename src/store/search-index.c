/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-index.h"

#include "core/customer.h"
#include "store/customer-group.h"
#include "store/row-sql.h"
#include "store/search-file.h"
#include "store/search-writer.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define OPS_PER_STEP 50000
#define ROWS_PER_STEP 20000
#define ROWS_PER_VIEW 512
#define WAIT_MS 5000
/* Operations found at once, from which on more are awaited, and how long. */
#define MANY_OPS 500
#define GATHER_US G_USEC_PER_SEC
#define RETRY_US (G_USEC_PER_SEC / 2)
#define QUIET_US (2 * G_USEC_PER_SEC)

struct _DaybookSearchIndex
{
  DaybookStore         *store;   /* borrowed */
  DaybookDatabase      *book;    /* reads */
  DaybookDatabase      *search;  /* writes */
  DaybookSecret         secret;
  DaybookDocument      *document;
  GThread              *thread;

  GMutex                mutex;   /* guards the rest */
  GCond                 changed;
  gboolean              closing;
  guint64               wanted;  /* bumped by each wake */
  guint64               reached; /* value of `wanted` that is indexed */
  gboolean              rebuild; /* asked for */
  guint                 urgent;  /* so many wait for it */
  gboolean              busy;    /* the last look found many operations; the thread's own */
  gboolean              grown;   /* rows were indexed since that was told; the thread's own */
  gboolean              untidy;  /* there may be segments to merge; the thread's own */
  gboolean              broken;  /* a document could not be written as the index is; the thread's own */
  gboolean              healed;  /* it was made anew because of that; the thread's own */
  GError               *fault;   /* of the last step */
  GFileProgressCallback progress;
  gpointer              progress_data;
};

/* A row to be indexed anew. */
typedef struct
{
  const DaybookSearchPlace *place;
  gint64                    rowid;
  gboolean                  is_new; /* made by one of these operations: nothing to delete */
} Job;

/* --- Which rows --------------------------------------------------------- */

static guint
hash_job (gconstpointer data)
{
  const Job *job = data;

  return g_int64_hash (&job->rowid) ^ g_direct_hash (job->place);
}

static gboolean
equal_job (gconstpointer a,
           gconstpointer b)
{
  const Job *first = a, *second = b;

  return first->rowid == second->rowid && first->place == second->place;
}

static int
compare_jobs (gconstpointer a,
              gconstpointer b)
{
  const Job *first = *(Job *const *) a, *second = *(Job *const *) b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->rowid < second->rowid ? -1 : first->rowid > second->rowid;
}

/* Accounts and contacts stand in the document of their customer. */
static gint64
owner_of (DaybookSearchIndex *self,
          const DaybookTable *part,
          gint64              rowid)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE rowid = :row",
                                          part->fields[part->owner].name, part->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->book, sql, NULL);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":row", rowid);
  return daybook_statement_next (statement, NULL) ? sqlite3_column_int64 (statement, 0) : 0;
}

static void
add_row (GHashTable         *jobs,
         const DaybookTable *table,
         gint64              rowid,
         gboolean            is_new)
{
  Job key = { daybook_search_place (table), rowid, is_new };
  Job *known;

  if (key.place == NULL || key.rowid == 0)
    return;

  known = g_hash_table_lookup (jobs, &key);
  if (known != NULL)
    known->is_new |= key.is_new;
  else
    g_hash_table_add (jobs, g_memdup2 (&key, sizeof key));
}

/* Of those who were merged one has the document of all. */
static void
add_customer (DaybookSearchIndex *self,
              GHashTable         *jobs,
              gint64              rowid,
              gboolean            is_new)
{
  gint64 root = rowid != 0 ? daybook_customer_root (self->book, rowid, NULL) : 0;

  add_row (jobs, &daybook_customers, rowid, is_new);
  if (root != rowid)
    add_row (jobs, &daybook_customers, root, FALSE);
}

static void
add_job (DaybookSearchIndex *self,
         GHashTable         *jobs,
         const DaybookTable *table,
         gint64              rowid,
         DaybookChangeKind   kind)
{
  if (table == &daybook_handles || table == &daybook_contacts)
    add_customer (self, jobs, owner_of (self, table, rowid), FALSE);
  else if (table == &daybook_customers)
    add_customer (self, jobs, rowid, kind == DAYBOOK_CHANGE_CREATE);
  else
    add_row (jobs, table, rowid, kind == DAYBOOK_CHANGE_CREATE);
}

/* One who was merged with somebody and is no longer: that one's document changes too. */
static void
add_left (DaybookSearchIndex *self,
          GHashTable         *jobs,
          DaybookStatement   *statement,
          int                 column)
{
  DaybookId id;

  if (daybook_column_id (statement, column, &id))
    add_customer (self, jobs, daybook_row_key (self->book, &daybook_customers, &id, NULL, NULL, NULL), FALSE);
}

/* Collects the rows that turned without an operation (001.sql, turned_rows). */
static int
collect_turned (DaybookSearchIndex  *self,
                GHashTable          *jobs,
                gint64              *cursor,
                GError             **error)
{
  GError *local = NULL;
  int n = 0;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->book,
    "SELECT key, tbl, row FROM turned_rows WHERE key > :cursor ORDER BY key LIMIT :limit", error);

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":cursor", *cursor);
  daybook_bind_int (statement, ":limit", OPS_PER_STEP);
  for (; daybook_statement_next (statement, &local); n++)
    {
      const DaybookTable *table = daybook_registry_find (daybook_column_text (statement, 1));

      *cursor = sqlite3_column_int64 (statement, 0);
      if (table != NULL)
        add_job (self, jobs, table, sqlite3_column_int64 (statement, 2), DAYBOOK_CHANGE_SET);
    }
  if (local == NULL)
    return n;

  g_propagate_error (error, local);
  return -1;
}

#define SELECT_OPS(which) \
  "SELECT n, kind, tbl, row, CASE WHEN tbl = 'customer' AND field = 'merged_into' THEN old END" \
  " FROM (SELECT n, kind, tbl, row, field, old FROM ops WHERE " which " LIMIT :limit)"

/* Collects the rows of the next operations; moves the cursors on. Returns how
 * many operations there were, or -1. */
static int
collect (DaybookSearchIndex  *self,
         GHashTable          *jobs,
         gint64              *cursor,
         gint64              *far_cursor,
         GError             **error)
{
  gint64 new_from = daybook_search_file_read (self->search, "new_from", 0);
  GError *local = NULL;
  int n = 0;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->book,
    SELECT_OPS ("n > :cursor ORDER BY n") " UNION ALL " SELECT_OPS ("n < :far ORDER BY n DESC"), error);

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":cursor", MAX (0, *cursor));
  daybook_bind_int (statement, ":far", MIN (0, *far_cursor));
  daybook_bind_int (statement, ":limit", OPS_PER_STEP);
  for (; daybook_statement_next (statement, &local); n++)
    {
      gint64 op = sqlite3_column_int64 (statement, 0);
      const DaybookTable *table = daybook_registry_find (daybook_column_text (statement, 2));

      *cursor = MAX (*cursor, op);
      *far_cursor = MIN (*far_cursor, op);
      /* What another laptop made may be there already, made here too; and what was made
       * during a rebuild. */
      if (table != NULL)
        add_job (self, jobs, table, sqlite3_column_int64 (statement, 3),
                 op > new_from ? (DaybookChangeKind) sqlite3_column_int64 (statement, 1) : DAYBOOK_CHANGE_SET);
      add_left (self, jobs, statement, 4);
    }
  if (local == NULL)
    return n;

  g_propagate_error (error, local);
  return -1;
}

/* --- Indexing ----------------------------------------------------------- */

static gboolean
write_document (DaybookSearchIndex    *self,
                const Job             *job,
                DaybookDocumentState   state,
                GError               **error)
{
  if (!job->is_new && !daybook_search_delete (self->search, job->place, job->rowid, error))
    return FALSE;

  return state == DAYBOOK_DOCUMENT_NONE || daybook_search_insert (self->search, job->place, job->rowid, self->document, error);
}

static gboolean
index_row (DaybookSearchIndex  *self,
           const Job           *job,
           GError             **error)
{
  GError *local = NULL;
  DaybookDocumentState state =
    daybook_document_make (self->book, &self->secret, job->place->table, job->rowid, self->document, error);

  if (state == DAYBOOK_DOCUMENT_FAILED)
    return FALSE;
  if (write_document (self, job, state, &local))
    return TRUE;

  /* Because of what the index holds, not for want of room or of a lock? */
  self->broken = g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT)
                 || g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT);
  g_propagate_error (error, local);
  return FALSE;
}

/* To take a view of the book for each row costs as much as reading it; to hold one
 * for long lets the book's log grow. */
static gboolean
index_in_one_view (DaybookSearchIndex  *self,
                   gpointer            *jobs,
                   guint                n_jobs,
                   GError             **error)
{
  gboolean indexed = daybook_database_run (self->book, "BEGIN", error);

  for (guint i = 0; indexed && i < n_jobs; i++)
    indexed = index_row (self, jobs[i], error);

  if (!sqlite3_get_autocommit (self->book->handle))
    indexed = daybook_database_run (self->book, "COMMIT", indexed ? error : NULL) && indexed;
  return indexed;
}

static gboolean
index_jobs (DaybookSearchIndex  *self,
            GHashTable          *jobs,
            GError             **error)
{
  guint n_jobs;
  g_autofree gpointer *all = g_hash_table_get_keys_as_array (jobs, &n_jobs);

  /* FTS5 writes out what it has each time a document is older than the last. */
  qsort (all, n_jobs, sizeof *all, compare_jobs);
  for (guint i = 0; i < n_jobs; i += ROWS_PER_VIEW)
    if (!index_in_one_view (self, all + i, MIN (ROWS_PER_VIEW, n_jobs - i), error))
      return FALSE;

  return TRUE;
}

typedef enum
{
  STEP_FAILED,
  STEP_MORE,
  STEP_DONE,
} StepResult;

/* One transaction of search.db over the next operations. Another process may
 * have been here: the cursor is read inside. */
static StepResult
follow (DaybookSearchIndex  *self,
        GError             **error)
{
  g_autoptr(GHashTable) jobs = g_hash_table_new_full (hash_job, equal_job, g_free, NULL);
  gint64 cursor = daybook_search_file_read (self->search, "cursor", 0), far_cursor = daybook_search_file_read (self->search, "far_cursor", 0);
  gint64 turned = daybook_search_file_read (self->search, "turned_cursor", 0);
  int n = collect (self, jobs, &cursor, &far_cursor, error);
  int n_turned = n < 0 ? -1 : collect_turned (self, jobs, &turned, error);

  if (n_turned < 0)
    return STEP_FAILED;
  n += n_turned;
  if (n == 0)
    return STEP_DONE;

  self->busy = n >= MANY_OPS;
  self->grown = TRUE;
  if (!index_jobs (self, jobs, error)
      || !daybook_search_file_write (self->search, "cursor", cursor, error)
      || !daybook_search_file_write (self->search, "far_cursor", far_cursor, error)
      || !daybook_search_file_write (self->search, "turned_cursor", turned, error)
      || !daybook_search_file_write (self->search, "book", daybook_search_file_fingerprint (self->book, cursor), error))
    return STEP_FAILED;

  /* What has come meanwhile has woken the thread: to run after an import in ever
   * smaller steps would cost more than indexing does. */
  return n < OPS_PER_STEP ? STEP_DONE : STEP_MORE;
}

/* A step of a rebuild has looked which rows there are. What is made from now on it has
 * not met; the steps to come may, and look again. */
static gboolean
note_new_from (DaybookSearchIndex  *self,
               GError             **error)
{
  GError *local = NULL;
  gint64 last = daybook_database_number (self->book, "SELECT max (n) FROM ops", 0, &local);

  if (local == NULL)
    return daybook_search_file_write (self->search, "new_from", MAX (0, last), error);

  g_propagate_error (error, local);
  return FALSE;
}

/* The next rows of a rebuild; DONE when there was none to go on with. */
static StepResult
go_on_rebuilding (DaybookSearchIndex  *self,
                  GError             **error)
{
  gint64 at = daybook_search_file_read (self->search, "rebuild_table", daybook_search_n_places), last = daybook_search_file_read (self->search, "rebuild_row", 0);
  const DaybookSearchPlace *place = &daybook_search_places[CLAMP (at, 0, daybook_search_n_places)];

  if (place->table == NULL)
    return STEP_DONE;

  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE rowid > :last AND deleted = 0"
                                          " ORDER BY rowid LIMIT :limit", place->table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->book, sql, error);
  g_autoptr(GHashTable) jobs = g_hash_table_new_full (hash_job, equal_job, g_free, NULL);
  GError *local = NULL;
  if (statement == NULL)
    return STEP_FAILED;

  daybook_bind_int (statement, ":last", last);
  daybook_bind_int (statement, ":limit", ROWS_PER_STEP);
  while (daybook_statement_next (statement, &local))
    {
      Job job = { place, sqlite3_column_int64 (statement, 0), TRUE };

      last = job.rowid;
      g_hash_table_add (jobs, g_memdup2 (&job, sizeof job));
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return STEP_FAILED;
    }

  gboolean ended = g_hash_table_size (jobs) < ROWS_PER_STEP;
  self->grown = TRUE;
  return note_new_from (self, error)
         && index_jobs (self, jobs, error)
         && daybook_search_file_write (self->search, "rebuild_table", ended ? at + 1 : at, error)
         && daybook_search_file_write (self->search, "rebuild_row", ended ? 0 : last, error) ? STEP_MORE : STEP_FAILED;
}

static StepResult
step (DaybookSearchIndex  *self,
      GError             **error)
{
  if (!daybook_database_run (self->search, "BEGIN IMMEDIATE", error))
    return STEP_FAILED;

  StepResult result = go_on_rebuilding (self, error);
  if (result == STEP_DONE)
    result = follow (self, error);

  if (result != STEP_FAILED && daybook_database_run (self->search, "COMMIT", error))
    return result;
  if (!sqlite3_get_autocommit (self->search->handle))
    daybook_database_run (self->search, "ROLLBACK", NULL);
  return STEP_FAILED;
}

/* --- The thread --------------------------------------------------------- */

static void
report (DaybookSearchIndex    *self,
        GFileProgressCallback  progress,
        gpointer               progress_data)
{
  const goffset parts = daybook_search_n_places;

  if (progress != NULL)
    progress (MIN (parts, daybook_search_file_read (self->search, "rebuild_table", 0)), parts, progress_data);
}

/* An index that does not take what it should is made anew, once: it is derived. */
static gboolean
heal (DaybookSearchIndex  *self,
      GError             **fault)
{
  if (!self->broken || self->healed)
    return FALSE;

  g_message ("The search index is broken and is made anew: %s", (*fault)->message);
  g_clear_error (fault);
  self->healed = TRUE;
  return daybook_search_file_empty (self->search, self->book, fault);
}

/* Of the last step; logged once, however often it comes. */
static void
set_fault (DaybookSearchIndex *self,
           GError             *fault)
{
  if (fault != NULL && (self->fault == NULL || !g_str_equal (self->fault->message, fault->message)))
    g_message ("The search index waits: %s", fault->message);

  g_clear_error (&self->fault);
  self->fault = fault;
}

/* With the mutex held; gives it up while it works. */
static void
catch_up (DaybookSearchIndex *self)
{
  guint64 goal = self->wanted;
  gboolean rebuild = self->rebuild;
  GError *fault = NULL;
  StepResult result = STEP_MORE;

  self->rebuild = FALSE;
  while (result == STEP_MORE && !self->closing)
    {
      /* Whoever gave them waits for the end of this. */
      GFileProgressCallback progress = self->progress;
      gpointer progress_data = self->progress_data;

      g_mutex_unlock (&self->mutex);
      if (rebuild)
        rebuild = !(daybook_secret_read (self->book, &self->secret, &fault) && daybook_search_file_empty (self->search, self->book, &fault));
      result = rebuild ? STEP_FAILED : step (self, &fault);
      if (result == STEP_FAILED && heal (self, &fault))
        result = STEP_MORE;
      report (self, progress, progress_data);
      g_mutex_lock (&self->mutex);
    }

  self->rebuild |= rebuild; /* it could not even begin */
  set_fault (self, fault);
  if (!self->closing || result == STEP_DONE)
    self->reached = goal;
  g_cond_broadcast (&self->changed);
  if (self->grown)
    daybook_store_notify_search (self->store);
  self->grown = FALSE;
}

/* While an import goes on, its operations are worth waiting for: what is indexed
 * together is indexed cheaply. Nobody waits for a list that is still growing. */
static void
let_more_come (DaybookSearchIndex *self)
{
  gint64 until = g_get_monotonic_time () + GATHER_US;

  while (!self->closing && !self->urgent && g_cond_wait_until (&self->changed, &self->mutex, until))
    continue;
}

static gboolean
tidy_in_transaction (DaybookSearchIndex *self)
{
  g_autoptr(GError) error = NULL;
  gboolean more = FALSE;

  if (daybook_database_run (self->search, "BEGIN IMMEDIATE", &error)
      && daybook_search_tidy (self->search, &more, &error)
      && daybook_database_run (self->search, "COMMIT", &error))
    return more;

  /* It only saves time: another time will do. */
  g_debug ("The search index was not tidied up: %s", error->message);
  if (!sqlite3_get_autocommit (self->search->handle))
    daybook_database_run (self->search, "ROLLBACK", NULL);
  return FALSE;
}

/* With the mutex held; gives it up while it works. Goes on until all is tidy or
 * there is something to be indexed. */
static void
tidy (DaybookSearchIndex *self)
{
  while (self->untidy && !self->closing && self->reached == self->wanted)
    {
      g_mutex_unlock (&self->mutex);
      self->untidy = tidy_in_transaction (self);
      g_mutex_lock (&self->mutex);
    }
}

/* With the mutex held. What failed (the disk was full, another process at it) is
 * tried again; what is untidy is tidied up when nothing has come for a while. */
static void
wait_for_more (DaybookSearchIndex *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->fault != NULL && !g_cond_wait_until (&self->changed, &self->mutex, now + RETRY_US))
    self->wanted++;
  else if (self->fault == NULL && self->untidy && !g_cond_wait_until (&self->changed, &self->mutex, now + QUIET_US))
    tidy (self);
  else if (self->fault == NULL && !self->untidy)
    g_cond_wait (&self->changed, &self->mutex);
}

static gpointer
run_thread (gpointer data)
{
  DaybookSearchIndex *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->closing)
    {
      if (self->reached == self->wanted)
        {
          wait_for_more (self);
          continue;
        }
      if (self->busy)
        let_more_come (self);
      catch_up (self);
      self->untidy = TRUE;
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

DaybookSearchIndex *
daybook_search_index_new (DaybookStore  *store,
                          GError       **error)
{
  DaybookSearchIndex *self = g_new0 (DaybookSearchIndex, 1);

  self->store = store;
  self->document = daybook_document_new ();
  self->wanted = 1; /* whatever was left by the last process */
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);

  self->book = daybook_database_open (daybook_store_get_path (store), DAYBOOK_DATABASE_READ, WAIT_MS, error);
  if (self->book != NULL && daybook_secret_read (self->book, &self->secret, error))
    self->search = daybook_search_file_open (store, self->book, error);
  if (self->search == NULL)
    {
      daybook_search_index_free (self);
      return NULL;
    }

  self->thread = g_thread_new ("daybook-search", run_thread, self);
  return self;
}

void
daybook_search_index_free (DaybookSearchIndex *self)
{
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);

  g_clear_pointer (&self->book, daybook_database_close);
  g_clear_pointer (&self->search, daybook_database_close);
  g_clear_error (&self->fault);
  daybook_document_free (self->document);
  sodium_memzero (&self->secret, sizeof self->secret);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
daybook_search_index_wake (DaybookSearchIndex *self)
{
  g_mutex_lock (&self->mutex);
  self->wanted++;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* With the mutex held. */
static void
wait_for (DaybookSearchIndex *self,
          guint64             goal)
{
  self->urgent++;
  while (self->reached < goal && !self->closing)
    g_cond_wait (&self->changed, &self->mutex);
  self->urgent--;
}

void
daybook_search_index_settle (DaybookSearchIndex *self)
{
  g_mutex_lock (&self->mutex);
  self->wanted++;
  g_cond_broadcast (&self->changed);
  wait_for (self, self->wanted);
  g_mutex_unlock (&self->mutex);
}

gboolean
daybook_search_index_rebuild (DaybookSearchIndex     *self,
                              GFileProgressCallback   progress,
                              gpointer                progress_data,
                              GCancellable           *cancellable,
                              GError                **error)
{
  if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped."));
      return FALSE;
    }

  g_mutex_lock (&self->mutex);
  self->rebuild = TRUE;
  self->progress = progress;
  self->progress_data = progress_data;
  self->wanted++;
  g_cond_broadcast (&self->changed);
  wait_for (self, self->wanted);
  self->progress = NULL;
  gboolean done = self->fault == NULL;
  if (!done)
    g_propagate_error (error, g_error_copy (self->fault));
  g_mutex_unlock (&self->mutex);

  return done;
}
