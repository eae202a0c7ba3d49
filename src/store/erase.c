/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase.h"

#include "core/customer.h"
#include "core/erasure.h"
#include "core/json.h"
#include "store/attachments.h"
#include "store/backup-check.h"
#include "store/backup-file.h"
#include "store/backup-keep.h"
#include "store/customer-merge.h"
#include "store/erase-rows.h"
#include "store/right-guard.h"
#include "store/row-sql.h"
#include "store/scratch.h"
#include "store/search-file.h"
#include "store/store-private.h"
#include "store/transaction.h"
#include "store/writer.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* What is to go stands in this file from before the first thing is gone until the last is, and in no other. */
#define JOB_NAME "daybook.erasing"
#define STEPS 5

typedef struct
{
  DaybookStore     *store;
  DaybookErasePlan *plan;
  char             *reason;
  char             *passphrase;
  GPtrArray        *results;  /* DaybookCheck */
  int               lock;     /* of the job's file, while this process works at it; or -1 */
  gboolean          begun;    /* something may be gone */
  guint             sealed;   /* encrypted backups of which nobody gave the passphrase */
  GPtrArray        *failed;   /* backups that could not be cleared (element-type filename) */
} Job;

static void
job_free (Job *job)
{
  if (job->lock >= 0)
    close (job->lock);
  daybook_erase_plan_free (job->plan);
  g_ptr_array_unref (job->results);
  g_ptr_array_unref (job->failed);
  g_free (job->reason);
  g_free (job->passphrase);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (DaybookStore *store)
{
  Job *job = g_new0 (Job, 1);

  job->store = store;
  job->lock = -1;
  job->plan = daybook_erase_plan_new ();
  job->results = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_check_free);
  job->failed = g_ptr_array_new_with_free_func (g_free);
  return job;
}

static void
add_result (Job        *job,
            const char *what,
            gint64      count,
            const char *fault)
{
  DaybookCheck *check = g_new0 (DaybookCheck, 1);

  check->what = g_strdup (what);
  check->count = count;
  check->fault = g_strdup (fault);
  g_ptr_array_add (job->results, check);
}

static char *
job_path (DaybookStore *store)
{
  return g_build_filename (daybook_store_get_folder (store), JOB_NAME, NULL);
}

/* --- The job's file ------------------------------------------------------------ */

static void
put_texts (JsonObject *object,
           const char *member,
           GPtrArray  *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (texts, i));
  json_object_set_array_member (object, member, array);
}

static void
take_texts (JsonObject *object,
            const char *member,
            GPtrArray  *texts)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (texts, g_strdup (json_array_get_string_element (array, i)));
}

/* FALSE: another process works at it. */
static gboolean
lock_job (Job *job)
{
  g_autofree char *path = job_path (job->store);

  job->lock = g_open (path, O_RDWR | O_CLOEXEC, 0600);
  return job->lock >= 0 && flock (job->lock, LOCK_EX | LOCK_NB) == 0;
}

static gboolean
write_job (Job     *job,
           GError **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  g_autofree char *path = job_path (job->store);

  for (guint i = 0; i < job->plan->customers->len; i++)
    g_ptr_array_add (customers, daybook_id_to_string (g_ptr_array_index (job->plan->customers, i)));
  put_texts (object, "customers", customers);
  put_texts (object, "strong", job->plan->strong);
  put_texts (object, "weak", job->plan->weak);
  put_texts (object, "nicks", job->plan->nicks);
  put_texts (object, "masked", job->plan->masked);
  put_texts (object, "hashes", job->plan->hashes);
  put_texts (object, "files", job->plan->files);
  if (job->reason != NULL)
    json_object_set_string_member (object, "reason", job->reason);
  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error)
         && daybook_file_sync (path, error) && lock_job (job);
}

static void
forget_job (Job *job)
{
  g_autofree char *path = job_path (job->store);

  daybook_file_shred (path);
}

static Job *
read_job (DaybookStore  *store,
          GError       **error)
{
  g_autofree char *path = job_path (store);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(Job) job = job_new (store);
  JsonObject *object;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  object = json_node_get_object (json_parser_get_root (parser));
  take_texts (object, "customers", customers);
  take_texts (object, "strong", job->plan->strong);
  take_texts (object, "weak", job->plan->weak);
  take_texts (object, "nicks", job->plan->nicks);
  take_texts (object, "masked", job->plan->masked);
  take_texts (object, "hashes", job->plan->hashes);
  take_texts (object, "files", job->plan->files);
  job->reason = json_object_has_member (object, "reason") ? g_strdup (json_object_get_string_member (object, "reason")) : NULL;
  for (guint i = 0; i < customers->len; i++)
    {
      DaybookId id;

      if (daybook_id_parse (g_ptr_array_index (customers, i), &id))
        g_ptr_array_add (job->plan->customers, g_memdup2 (&id, sizeof id));
    }
  return g_steal_pointer (&job);
}

/* --- The book --------------------------------------------------------------------- */

/* That there was somebody: what of them stays. */
static gboolean
write_hashes (Job                 *job,
              DaybookTransaction  *transaction,
              GError             **error)
{
  gint64 now = daybook_store_get_now (job->store);

  for (guint i = 0; i < job->plan->hashes->len; i++)
    {
      const char *hash = g_ptr_array_index (job->plan->hashes, i);
      const char *parts[] = { hash };
      DaybookValue values[DAYBOOK_ERASURE_N_FIELDS] = {
        [DAYBOOK_ERASURE_HASH] = { .type = DAYBOOK_VALUE_TEXT, .text = (char *) hash },
        [DAYBOOK_ERASURE_AT] = daybook_value_int (now),
        [DAYBOOK_ERASURE_AGENT] = daybook_value_id (daybook_store_get_agent (job->store)),
        [DAYBOOK_ERASURE_REASON] = { .type = job->reason != NULL ? DAYBOOK_VALUE_TEXT : DAYBOOK_VALUE_NONE, .text = job->reason },
      };
      DaybookId id;
      GError *local = NULL;

      daybook_id_derive (&id, daybook_erasures.kind, parts, G_N_ELEMENTS (parts));
      if (daybook_row_key (daybook_transaction_database (transaction), &daybook_erasures, &id, NULL, NULL, &local) == 0 && local == NULL)
        daybook_transaction_create (transaction, &daybook_erasures, &id, values, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
erase_in_book (Job              *job,
               DaybookDatabase  *db,
               GError          **error)
{
  DaybookActSpec spec;
  g_autoptr(DaybookTransaction) transaction = NULL;

  /* Of whom is not said: that is what was erased. */
  daybook_act_spec_init (&spec, job->store, DAYBOOK_ACT_ERASE, _("A person’s data erased"), daybook_store_get_agent (job->store));
  if (!daybook_database_run (db, "PRAGMA secure_delete = ON", error) || !daybook_erase_look (job->plan, db, error))
    return FALSE;

  transaction = daybook_transaction_begin (db, &spec, daybook_store_get_now_ms (job->store), error);
  return transaction != NULL && daybook_erase_rows (job->plan, db, error) && write_hashes (job, transaction, error)
         && daybook_transaction_act (transaction, error) != 0
         && daybook_transaction_commit (g_steal_pointer (&transaction), error);
}

static DaybookStep
run_in_book (DaybookWriter  *writer,
             DaybookRequest *request,
             gpointer        data)
{
  Job *job = data;
  DaybookDatabase *db = daybook_writer_database (writer);

  if (!daybook_store_lock_long (job->store))
    {
      g_set_error_literal (&request->error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY,
                           _("An import or another long act is going on. Erase the person when it is through."));
      return DAYBOOK_STEP_DONE;
    }

  job->begun = TRUE;
  if (erase_in_book (job, db, &request->error) && daybook_search_file_rewrite (db, &request->error))
    request->outcome = daybook_outcome_new ();
  daybook_store_unlock_long (job->store);
  daybook_store_notify (job->store);
  return DAYBOOK_STEP_DONE;
}

static gboolean
do_book (Job     *job,
         GError **error)
{
  g_autoptr(DaybookOutcome) outcome =
    daybook_writer_run (daybook_store_get_writer (job->store),
                        daybook_request_new (run_in_book, job, NULL, DAYBOOK_PRIORITY_PERSON, NULL), error);

  return outcome != NULL;
}

/* --- Beside it ----------------------------------------------------------------------- */

static void
do_files (Job *job)
{
  const char *folder = daybook_store_get_folder (job->store);
  guint n = 0;

  for (guint i = 0; i < job->plan->files->len; i++)
    {
      const char *hash = g_ptr_array_index (job->plan->files, i);

      if (daybook_attachments_has (folder, hash))
        n += daybook_attachments_erase (folder, hash);
    }
  add_result (job, _("Files of cases"), n, NULL);
}

/* What an import that ended badly has left. */
static void
do_staging (Job *job)
{
  const char *folder = daybook_store_get_folder (job->store);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "staging-"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        daybook_file_shred (path);
        n++;
      }
  add_result (job, _("Files of imports that were not ended"), n, NULL);
}

/* --- Backups ------------------------------------------------------------------------- */

/* (element-type filename) */
static GPtrArray *
list_backups (DaybookStore *store)
{
  g_autofree char *folder = daybook_backup_keep_folder (daybook_store_get_folder (store));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "daybook-") && (g_str_has_suffix (name, ".db") || g_str_has_suffix (name, ".sealed")))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

static gboolean
erase_in_copy (Job         *job,
               const char  *path,
               GError     **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_SCRATCH, 0, error);

  if (db == NULL || !daybook_erase_look (job->plan, db, error) || !daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!daybook_erase_rows (job->plan, db, error) || !daybook_erase_packed (job->plan, db, error))
    return FALSE;

  return daybook_database_run (db, "COMMIT", error) && daybook_database_run (db, "VACUUM", error);
}

/* The copy is made beside the backup, and takes its place when it has been checked. */
static gboolean
erase_in_backup (Job         *job,
                 const char  *path,
                 GError     **error)
{
  gboolean sealed = daybook_file_is_encrypted (path);
  g_autofree char *name = g_strconcat (path, ".erasing", NULL);
  g_autofree char *closed = g_strconcat (path, ".sealing", NULL);
  g_autoptr(DaybookScratch) plain = daybook_scratch_new (name, error);
  g_autoptr(DaybookScratch) cover = NULL;

  if (plain == NULL
      || !(sealed ? daybook_file_decrypt (path, plain->path, job->passphrase, NULL, error) : daybook_file_copy (path, plain->path, error))
      || !erase_in_copy (job, plain->path, error) || !daybook_backup_check_copy (plain->path, NULL, error))
    return FALSE;
  if (!sealed)
    return daybook_scratch_place (plain, path, error);

  cover = daybook_scratch_new (closed, error);
  return cover != NULL && daybook_file_encrypt (plain->path, cover->path, job->passphrase, NULL, error)
         && daybook_scratch_place (cover, path, error);
}

static void
do_backup (Job        *job,
           const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *what = g_strdup_printf (_("Backup %s, checked again"), name);
  g_autoptr(GError) error = NULL;

  if (daybook_file_is_encrypted (path) && job->passphrase == NULL)
    {
      job->sealed++;
      add_result (job, what, 0, _("It is encrypted: its passphrase is needed."));
    }
  else if (erase_in_backup (job, path, &error))
    add_result (job, what, 1, NULL);
  else
    {
      g_ptr_array_add (job->failed, g_strdup (path));
      add_result (job, what, 0, error->message);
    }
}

static void
do_backups (Job *job)
{
  g_autoptr(GPtrArray) paths = list_backups (job->store);

  for (guint i = 0; i < paths->len; i++)
    do_backup (job, g_ptr_array_index (paths, i));
}

/* Whether each encrypted backup opens: before anything is gone. */
static gboolean
check_sealed (Job     *job,
              GError **error)
{
  g_autoptr(GPtrArray) paths = list_backups (job->store);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_strconcat (path, ".looking", NULL);
      g_autoptr(DaybookScratch) plain = NULL;

      if (!daybook_file_is_encrypted (path))
        continue;
      if (job->passphrase == NULL)
        {
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("There are encrypted backups: “%s”. The person stands in them too: give their passphrase, or delete them first."), path);
          return FALSE;
        }
      plain = daybook_scratch_new (name, error);
      if (plain == NULL || !daybook_file_decrypt (path, plain->path, job->passphrase, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* --- What is left ---------------------------------------------------------------------- */

/* A short number is part of order numbers, beside which in a file anything may stand. */
static gboolean
tells (const char *needle)
{
  gsize length = strlen (needle);

  return length >= DAYBOOK_PHONE_NATIONAL_DIGITS || strspn (needle, "0123456789") < length;
}

static gboolean
holds (const char *content,
       gsize       length,
       GPtrArray  *needles)
{
  for (guint i = 0; i < needles->len; i++)
    if (tells (g_ptr_array_index (needles, i))
        && memmem (content, length, g_ptr_array_index (needles, i), strlen (g_ptr_array_index (needles, i))) != NULL)
      return TRUE;

  return FALSE;
}

/* Every byte of every file below the folder. Names and nicks are not looked for: others have them, and so has the shop. */
static void
scan (Job        *job,
      const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GMappedFile) file = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) || g_str_equal (name, JOB_NAME))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        scan (job, path);
      else if ((file = g_mapped_file_new (path, FALSE, NULL)) != NULL && g_mapped_file_get_length (file) > 0
               && holds (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), job->plan->strong))
        add_result (job, path, 0, _("Something of the person is still in this file."));
    }
}

/* --- The whole ---------------------------------------------------------------------------- */

static void
count_gone (Job *job)
{
  add_result (job, _("Customers"), job->plan->customers->len, NULL);
  add_result (job, _("Accounts, phones and e-mails, of which a keyed hash stays"), job->plan->hashes->len, NULL);
}

static void
tell (GFileProgressCallback progress,
      gpointer              data,
      guint                 step)
{
  if (progress != NULL)
    progress (step, STEPS, data);
}

/* What is to go is known only from the job's file: it stays as long as there is something to go. */
static void
end_job (Job *job)
{
  g_autofree char *path = job_path (job->store);

  if (job->sealed == 0 && job->failed->len == 0)
    forget_job (job);
  else
    add_result (job, path, 0, _("The person could not be erased from every backup. Until those that are left are deleted, this file keeps"
                                " what is to be erased, and each start tries again."));
}

static gboolean
run_job (Job                    *job,
         GFileProgressCallback   progress,
         gpointer                data,
         GError                **error)
{
  if (!do_book (job, error))
    return FALSE;
  count_gone (job);
  tell (progress, data, 2);
  if (!daybook_search_file_clean (job->store, error))
    return FALSE;
  add_result (job, _("Search index, book and log written afresh"), 1, NULL);
  tell (progress, data, 3);
  do_files (job);
  do_staging (job);
  do_backups (job);
  tell (progress, data, 4);
  scan (job, daybook_store_get_folder (job->store));
  end_job (job);
  tell (progress, data, STEPS);
  return TRUE;
}

/* NOT_FOUND: there is no such customer. */
static gboolean
check_there (DaybookDatabase  *db,
             const DaybookId  *customer,
             GError          **error)
{
  GError *local = NULL;

  if (daybook_row_key (db, &daybook_customers, customer, NULL, NULL, &local) == 0 && local == NULL)
    g_set_error_literal (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no such customer any more."));
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* The customer's card, and what hangs on it, as it is now: on a connection of its own, in whatever thread. */
static gboolean
look (Job              *job,
      const DaybookId  *customer,
      DaybookDatabase **db,
      GError          **error)
{
  g_ptr_array_add (job->plan->customers, g_memdup2 (customer, sizeof *customer));
  *db = daybook_database_open (daybook_store_get_path (job->store), DAYBOOK_DATABASE_READ, 5000, error);
  return *db != NULL && check_there (*db, customer, error) && daybook_database_run (*db, "PRAGMA query_only = 0", error)
         && daybook_erase_look (job->plan, *db, error);
}

gboolean
daybook_store_measure_erasure (DaybookStore        *store,
                               const DaybookId     *customer,
                               DaybookErasureSize  *size,
                               GError             **error)
{
  g_autoptr(Job) job = job_new (store);
  g_autoptr(DaybookDatabase) db = NULL;
  g_autoptr(GPtrArray) backups = list_backups (store);

  if (!look (job, customer, &db, error))
    return FALSE;

  *size = (DaybookErasureSize) {
    .customers = daybook_erase_count (db, "customers"),
    .orders = daybook_erase_count (db, "orders"),
    .cases = daybook_erase_count (db, "cases"),
    .files = job->plan->files->len,
    .backups = backups->len,
  };
  for (guint i = 0; i < backups->len; i++)
    size->sealed += daybook_file_is_encrypted (g_ptr_array_index (backups, i));
  return TRUE;
}

GPtrArray *
daybook_store_erase (DaybookStore           *store,
                     const DaybookId        *customer,
                     const char             *reason,
                     const char             *passphrase,
                     GFileProgressCallback   progress,
                     gpointer                progress_data,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_autoptr(Job) job = job_new (store);
  g_autoptr(DaybookDatabase) db = NULL;

  job->reason = g_strdup (reason);
  job->passphrase = g_strdup (passphrase);
  if (!look (job, customer, &db, error) || !daybook_right_guard_one (db, daybook_store_get_agent (store), daybook_store_get_now (store), DAYBOOK_RIGHT_ERASE, error)
      || !check_sealed (job, error))
    return NULL;
  g_clear_pointer (&db, daybook_database_close);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped. Everything is as it was."));
      return NULL;
    }

  tell (progress, progress_data, 1);
  if (!write_job (job, error))
    return NULL;
  if (run_job (job, progress, progress_data, error))
    return g_ptr_array_ref (job->results);

  /* Whoever was refused asks again: no next start does it. */
  if (!job->begun)
    forget_job (job);
  return NULL;
}

/* (transfer full) */
static char *
tell_end (const Job *job)
{
  if (job->failed->len > 0)
    return g_strdup_printf (_("A person is not erased from all backups: “%s” could not be cleared. Delete it."),
                            (const char *) g_ptr_array_index (job->failed, 0));

  return g_strdup (job->sealed == 0 ? _("A person was being erased when the program was cut off. That has been finished now.")
                   : _("A person was being erased when the program was cut off. That has been finished now, but for encrypted"
                       " backups: delete them."));
}

char *
daybook_store_resume_erasure (DaybookStore  *store,
                              GError       **error)
{
  g_autofree char *path = job_path (store);
  g_autoptr(Job) job = NULL;
  g_autoptr(GError) local = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  job = read_job (store, error);
  if (job == NULL || !lock_job (job) || !run_job (job, NULL, NULL, &local))
    {
      /* A long act of another process goes first: the next start comes back to it. */
      if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY))
        g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return tell_end (job);
}
