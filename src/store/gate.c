/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/gate.h"

#include "core/error.h"
#include "core/pin.h"
#include "store/author.h"
#include "store/local.h"
#include "store/migrate.h"
#include "store/reader-private.h"
#include "store/writer.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* Keys of `local`, before the person's id: how often it was wrong in a row, and when last (UTC seconds). */
#define FAILURES "pin_failures:"
#define FAILED_AT "pin_failed_at:"

typedef struct
{
  DaybookId agent;
  char     *pin;
} Try;

static void
free_try (gpointer data)
{
  Try *try = data;

  sodium_memzero (try->pin, strlen (try->pin));
  g_free (try->pin);
  g_free (try);
}

static Try *
new_try (const DaybookId *agent,
         const char      *pin)
{
  Try *try = g_new0 (Try, 1);

  try->agent = *agent;
  try->pin = g_strdup (pin);
  return try;
}

/* --- What the book says ------------------------------------------------------------------- */

/* The PIN as it is kept, NULL when there is none, and whose. (transfer full) */
static gboolean
read_pin (DaybookDatabase  *db,
          const DaybookId  *agent,
          char            **hash,
          char            **name,
          GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT pin, name FROM agents WHERE id = :agent AND deleted = 0", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":agent", agent);
  if (daybook_statement_next (statement, &local))
    {
      *hash = g_strdup (daybook_column_text (statement, 0));
      *name = g_strdup (daybook_column_text (statement, 1));
      return TRUE;
    }

  if (local == NULL)
    g_set_error_literal (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("This person does not work here any more."));
  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_gate_asks (DaybookReader    *reader,
                   const DaybookId  *agent,
                   gboolean         *asks,
                   GError          **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  if (!read_pin (reader->db, agent, &hash, &name, error) || !daybook_author_read (reader->db, agent, daybook_store_get_now (reader->store), &author, error))
    return FALSE;

  *asks = hash != NULL && *hash != '\0' && !author.person.alone;
  return TRUE;
}

/* --- Counting ----------------------------------------------------------------------------- */

static gboolean
read_failures (DaybookDatabase  *db,
               const char       *id,
               gint64           *n,
               gint64           *at,
               GError          **error)
{
  g_autofree char *of_number = g_strconcat (FAILURES, id, NULL);
  g_autofree char *of_time = g_strconcat (FAILED_AT, id, NULL);

  return daybook_local_read (db, of_number, n, error) && daybook_local_read (db, of_time, at, error);
}

static gboolean
write_failures (DaybookDatabase  *db,
                const char       *id,
                gint64            n,
                gint64            at,
                GError          **error)
{
  g_autofree char *of_number = g_strconcat (FAILURES, id, NULL);
  g_autofree char *of_time = g_strconcat (FAILED_AT, id, NULL);

  return daybook_local_write (db, of_number, n, error) && daybook_local_write (db, of_time, at, error);
}

/* Whoever sets the clock back waits no longer than that. */
static guint
left_to_wait (gint64 n_failures,
              gint64 failed_at,
              gint64 now)
{
  guint wait = daybook_pin_wait ((guint) n_failures);

  return (guint) CLAMP (failed_at + wait - now, 0, (gint64) wait);
}

static void
refuse_wait (guint    seconds,
             GError **error)
{
  if (seconds < 60)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                 g_dngettext (GETTEXT_PACKAGE, "The PIN was wrong too often. Wait %u second.", "The PIN was wrong too often. Wait %u seconds.", seconds),
                 seconds);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                 g_dngettext (GETTEXT_PACKAGE, "The PIN was wrong too often. Wait %u minute.", "The PIN was wrong too often. Wait %u minutes.",
                              (seconds + 59) / 60),
                 (seconds + 59) / 60);
}

static void
refuse_pin (const char *name,
            guint       wait,
            GError    **error)
{
  if (wait > 0)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                 g_dngettext (GETTEXT_PACKAGE, "This is not the PIN of “%s”. Wait %u second before you try again.",
                              "This is not the PIN of “%s”. Wait %u seconds before you try again.", wait), name, wait);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("This is not the PIN of “%s”. Try again."), name);
}

/* --- The try ------------------------------------------------------------------------------ */

/* It counts as wrong until it is right: a program that is ended meanwhile has no free try. */
static gboolean
count_try (DaybookDatabase  *db,
           const char       *id,
           gint64           *n_failures,
           GError          **error)
{
  gint64 at, now = g_get_real_time () / G_USEC_PER_SEC;

  if (!read_failures (db, id, n_failures, &at, error))
    return FALSE;

  guint wait = left_to_wait (*n_failures, at, now);
  if (wait == 0)
    return write_failures (db, id, ++*n_failures, now, error);

  refuse_wait (wait, error);
  return FALSE;
}

/* One transaction: two programs that try at once have two tries. */
static gboolean
begin_try (DaybookDatabase  *db,
           const char       *id,
           gint64           *n_failures,
           GError          **error)
{
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (daybook_migrate_check (db, error) && count_try (db, id, n_failures, error) && daybook_database_run (db, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
try_pin (DaybookDatabase  *db,
         const Try        *try,
         GError          **error)
{
  g_autofree char *id = daybook_id_to_string (&try->agent);
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;
  gint64 n_failures = 0;

  if (!read_pin (db, &try->agent, &hash, &name, error))
    return FALSE;
  if (hash == NULL || *hash == '\0')
    return TRUE;
  if (!begin_try (db, id, &n_failures, error))
    return FALSE;
  if (daybook_pin_matches (hash, try->pin))
    return write_failures (db, id, 0, 0, error);

  refuse_pin (name, daybook_pin_wait ((guint) n_failures), error);
  return FALSE;
}

static DaybookStep
run_try (DaybookWriter  *writer,
         DaybookRequest *request,
         gpointer        data)
{
  if (try_pin (daybook_writer_database (writer), data, &request->error))
    request->outcome = daybook_outcome_new ();

  return DAYBOOK_STEP_DONE;
}

static DaybookRequest *
make_request (const DaybookId *agent,
              const char      *pin,
              GCancellable    *cancellable)
{
  return daybook_request_new (run_try, new_try (agent, pin), free_try, DAYBOOK_PRIORITY_PERSON, cancellable);
}

gboolean
daybook_gate_pass (DaybookStore     *store,
                   const DaybookId  *agent,
                   const char       *pin,
                   GError          **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store), make_request (agent, pin, NULL), error);

  return outcome != NULL;
}

void
daybook_gate_pass_async (DaybookStore        *store,
                         const DaybookId     *agent,
                         const char          *pin,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  daybook_writer_run_async (daybook_store_get_writer (store), make_request (agent, pin, cancellable), store,
                            daybook_gate_pass_async, callback, data);
}

gboolean
daybook_gate_pass_finish (DaybookStore  *store,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  g_autoptr(DaybookOutcome) outcome = g_task_propagate_pointer (G_TASK (result), error);
  return outcome != NULL;
}

/* --- The laptop --------------------------------------------------------------------------- */

static DaybookStep
run_laptop (DaybookWriter  *writer,
            DaybookRequest *request,
            gpointer        data)
{
  const DaybookRole *role = data;

  if (daybook_local_write (daybook_writer_database (writer), DAYBOOK_LAPTOP_ROLE, *role, &request->error))
    request->outcome = daybook_outcome_new ();

  return DAYBOOK_STEP_DONE;
}

gboolean
daybook_gate_set_laptop (DaybookStore  *store,
                         DaybookRole    role,
                         GError       **error)
{
  DaybookRequest *request = daybook_request_new (run_laptop, &role, NULL, DAYBOOK_PRIORITY_PERSON, NULL);
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store), request, error);

  return outcome != NULL;
}

gboolean
daybook_gate_read_laptop (DaybookReader  *reader,
                          DaybookRole    *role,
                          GError        **error)
{
  gint64 number;

  if (!daybook_local_read (reader->db, DAYBOOK_LAPTOP_ROLE, &number, error))
    return FALSE;

  *role = (DaybookRole) CLAMP (number, DAYBOOK_ROLE_OWNER, DAYBOOK_ROLE_READ_ONLY);
  return TRUE;
}
