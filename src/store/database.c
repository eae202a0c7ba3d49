/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include "core/order.h"
#include "store/case-parcels.h"
#include "store/log-vfs.h"
#include "store/tokenizer.h"
#include "store/turn.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>

/* How many virtual machine steps pass between two looks at the cancellable:
 * some 0.1 ms. */
#define STEPS_PER_LOOK 2000
#define LOCK_LOOK_US 1000

typedef struct
{
  int          code;
  DaybookError ours;
  const char  *sentence;
} Mapping;

static const Mapping MAPPINGS[] = {
  { SQLITE_BUSY, DAYBOOK_ERROR_BUSY, N_("Another program is writing to the book. Try again in a moment.") },
  { SQLITE_LOCKED, DAYBOOK_ERROR_BUSY, N_("Another program is writing to the book. Try again in a moment.") },
  { SQLITE_INTERRUPT, DAYBOOK_ERROR_CANCELLED, N_("Stopped.") },
  { SQLITE_FULL, DAYBOOK_ERROR_FULL, N_("The disk is full. Nothing was changed; make room and try again.") },
  { SQLITE_NOTADB, DAYBOOK_ERROR_CORRUPT, N_("The file is not a Daybook book. Restore a backup, or choose another folder.") },
  { SQLITE_CORRUPT, DAYBOOK_ERROR_CORRUPT, N_("The book is damaged. Restore the last backup; the damaged file is kept.") },
  { SQLITE_READONLY, DAYBOOK_ERROR_REFUSED, N_("The book cannot be written: the file or its folder is read-only.") },
  { SQLITE_CANTOPEN, DAYBOOK_ERROR_REFUSED, N_("The book cannot be opened: check the folder’s permissions.") },
  { SQLITE_PERM, DAYBOOK_ERROR_REFUSED, N_("The book cannot be opened: check the folder’s permissions.") },
  { SQLITE_CONSTRAINT, DAYBOOK_ERROR_CONSTRAINT, N_("The change does not fit the other records.") },
  { SQLITE_IOERR, DAYBOOK_ERROR_FAILED, N_("The disk reported an error. Nothing was changed.") },
};

static int
code_of_errno (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      return SQLITE_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return SQLITE_READONLY;
    case EWOULDBLOCK:
      return SQLITE_BUSY;
    default:
      return SQLITE_IOERR;
    }
}

void
daybook_database_set_system_error (GError **error,
                                   int      code)
{
  daybook_database_set_error (error, NULL, code_of_errno (code));
}

/* SQLite says FULL of writes only: a log or a shared memory file that cannot be
 * made or grow for want of room is an I/O error to it. */
static int
find_cause (sqlite3 *handle,
            int      code)
{
  int family = code & 0xff;

  if (handle == NULL || (family != SQLITE_IOERR && family != SQLITE_CANTOPEN))
    return code;

  return code_of_errno (sqlite3_system_errno (handle)) == SQLITE_FULL ? SQLITE_FULL : code;
}

void
daybook_database_set_error (GError  **error,
                            sqlite3  *handle,
                            int       code)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  code = find_cause (handle, code);

  for (gsize i = 0; i < G_N_ELEMENTS (MAPPINGS); i++)
    if (MAPPINGS[i].code == (code & 0xff))
      {
        g_debug ("SQLite %d: %s", code, detail);
        g_set_error_literal (error, DAYBOOK_ERROR, MAPPINGS[i].ours, _(MAPPINGS[i].sentence));
        return;
      }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED, _("The book could not be read or written: %s."), detail);
}

static gboolean
check (DaybookDatabase  *self,
       int               code,
       GError          **error)
{
  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, self->handle, code);
  return FALSE;
}

/* Sets a pragma and reads it back: SQLite ignores what it cannot do. */
static gboolean
set_pragma (DaybookDatabase  *self,
            const char       *name,
            const char       *value,
            const char       *expected,
            GError          **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", name);

  if (!daybook_database_run (self, set, error))
    return FALSE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self, get, error);
  if (statement == NULL)
    return FALSE;

  GError *local = NULL;
  if (daybook_statement_next (statement, &local) && g_str_equal (daybook_column_text (statement, 0), expected))
    return TRUE;

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                 _("The book cannot be opened safely: the disk does not support %s=%s."), name, value);
  return FALSE;
}

/* The busy handler is not asked where waiting could be in vain: two processes that
 * both turn a new file over to the log. Whoever comes second finds it done. */
static gboolean
set_log (DaybookDatabase  *self,
         GError          **error)
{
  gint64 until = g_get_monotonic_time () + self->busy_us;
  GError *local = NULL;

  while (!set_pragma (self, "journal_mode", "wal", "wal", &local))
    {
      if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY) || g_get_monotonic_time () >= until)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      g_clear_error (&local);
      g_usleep (LOCK_LOOK_US);
    }

  return TRUE;
}

static gboolean
set_pragmas (DaybookDatabase      *self,
             DaybookDatabaseMode   mode,
             GError              **error)
{
  if (!set_pragma (self, "foreign_keys", "1", "1", error)
      || !set_pragma (self, "cell_size_check", "1", "1", error))
    return FALSE;

  if (mode == DAYBOOK_DATABASE_MEMORY)
    return TRUE;
  if (mode == DAYBOOK_DATABASE_READ)
    return set_pragma (self, "query_only", "1", "1", error);
  if (mode == DAYBOOK_DATABASE_SCRATCH)
    return set_pragma (self, "journal_mode", "off", "off", error)
           && set_pragma (self, "synchronous", "OFF", "0", error)
           && set_pragma (self, "locking_mode", "exclusive", "exclusive", error);

  return set_log (self, error)
         && set_pragma (self, "synchronous", "FULL", "2", error)
         && set_pragma (self, "cache_size", "-98304", "-98304", error);
}

static int
look_for_cancel (gpointer data)
{
  DaybookDatabase *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* Another process has the lock. SQLite's own waiting looks every 100 ms in the end
 * and would never meet the short pauses of an import (see writer.c). */
static int
wait_for_lock (gpointer data,
               int      n_looks)
{
  DaybookDatabase *self = data;

  if (n_looks == 0)
    {
      self->busy_since = g_get_monotonic_time ();
      self->asks = self->turn >= 0;
      if (self->asks)
        daybook_turn_ask (self->turn);
    }
  if (g_get_monotonic_time () - self->busy_since >= self->busy_us || look_for_cancel (self) != 0)
    return FALSE;

  g_usleep (LOCK_LOOK_US);
  return TRUE;
}

static int
open_flags (DaybookDatabaseMode mode)
{
  /* A reader opens read-write too: only so can it recover the WAL of a process
   * that was killed. `query_only` keeps it from writing. */
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

  return mode == DAYBOOK_DATABASE_CREATE || mode == DAYBOOK_DATABASE_SCRATCH ? flags | SQLITE_OPEN_CREATE : flags;
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* SQLite counts what it has allocated, for which all threads queue at each
 * allocation: an import and its search index spend a fifth of their time there. A file
 * that may not grow any more is an error like a full disk, not the program's end. */
static void
set_up_library (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      signal (SIGXFSZ, SIG_IGN);
      g_once_init_leave (&done, 1);
    }
}

DaybookDatabase *
daybook_database_open (const char           *path,
                       DaybookDatabaseMode   mode,
                       int                   busy_ms,
                       GError              **error)
{
  g_autoptr(DaybookDatabase) self = g_new0 (DaybookDatabase, 1);

  set_up_library ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);

  int code = sqlite3_open_v2 (path, &self->handle, open_flags (mode), daybook_log_vfs ());
  if (!check (self, code, error))
    return NULL;

  sqlite3_extended_result_codes (self->handle, 1);
  self->turn = -1;
  self->busy_us = (gint64) busy_ms * 1000;
  sqlite3_busy_handler (self->handle, wait_for_lock, self);
  sqlite3_progress_handler (self->handle, STEPS_PER_LOOK, look_for_cancel, self);

  if (!daybook_tokenizer_register (self->handle, error) || !daybook_case_parcels_register (self, error)
      || !set_pragmas (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
daybook_database_close (DaybookDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->heard, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

void
daybook_database_set_cancellable (DaybookDatabase *self,
                                  GCancellable    *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

void
daybook_database_set_turn (DaybookDatabase *self,
                           int              file)
{
  self->turn = file;
}

gboolean
daybook_database_run (DaybookDatabase  *self,
                      const char       *sql,
                      GError          **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (self->asks)
    daybook_turn_leave (self->turn);
  self->asks = FALSE;
  return check (self, code, error);
}

gboolean
daybook_database_set_sync (DaybookDatabase  *self,
                           DaybookSync       sync,
                           GError          **error)
{
  return daybook_database_run (self, sync == DAYBOOK_SYNC_NOW ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL",
                               error);
}

static DaybookStatement *
prepare_by_text (DaybookDatabase  *self,
                 const char       *sql,
                 GError          **error)
{
  DaybookStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;

  int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (!check (self, code, error))
    return NULL;

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/* Nearly every call gives the address of the same literal again. Comparing the
 * text costs a tenth of hashing it, and settles whether it is the same. */
DaybookStatement *
daybook_database_prepare (DaybookDatabase  *self,
                          const char       *sql,
                          GError          **error)
{
  gsize slot = (GPOINTER_TO_SIZE (sql) >> 4) % DAYBOOK_RECENT_STATEMENTS;

  if (self->recent[slot].sql != sql || strcmp (sqlite3_sql (self->recent[slot].statement), sql) != 0)
    {
      DaybookStatement *statement = prepare_by_text (self, sql, error);

      if (statement == NULL)
        return NULL;
      self->recent[slot].sql = sql;
      self->recent[slot].statement = statement;
    }

  g_return_val_if_fail (!sqlite3_stmt_busy (self->recent[slot].statement), NULL);
  return self->recent[slot].statement;
}

gint64
daybook_database_number (DaybookDatabase  *self,
                         const char       *sql,
                         gint64            fallback,
                         GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self, sql, error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return fallback;

  return sqlite3_column_type (statement, 0) == SQLITE_NULL ? fallback : sqlite3_column_int64 (statement, 0);
}

void
daybook_statement_done (DaybookStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

gboolean
daybook_statement_next (DaybookStatement  *statement,
                        GError           **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    daybook_database_set_error (error, sqlite3_db_handle (statement), code);

  return FALSE;
}

gboolean
daybook_statement_found (DaybookStatement  *statement,
                         gboolean          *found,
                         GError           **error)
{
  GError *local = NULL;

  *found = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_statement_number (DaybookStatement  *statement,
                          gint64            *number,
                          GError           **error)
{
  gboolean found;

  if (!daybook_statement_found (statement, &found, error))
    return FALSE;

  *number = found ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

gboolean
daybook_statement_run (DaybookStatement  *statement,
                       GError           **error)
{
  int code = sqlite3_step (statement);

  sqlite3_reset (statement);
  if (code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;

  daybook_database_set_error (error, sqlite3_db_handle (statement), code);
  return FALSE;
}

static int
place_of (DaybookStatement *statement,
          const char       *name)
{
  int place = sqlite3_bind_parameter_index (statement, name);

  if (place == 0)
    g_critical ("No parameter %s in: %s", name, sqlite3_sql (statement));
  return place;
}

void
daybook_bind_int (DaybookStatement *statement,
                  const char       *name,
                  gint64            number)
{
  sqlite3_bind_int64 (statement, place_of (statement, name), number);
}

void
daybook_bind_text (DaybookStatement *statement,
                   const char       *name,
                   const char       *text)
{
  sqlite3_bind_text (statement, place_of (statement, name), text, -1, SQLITE_STATIC);
}

void
daybook_bind_id (DaybookStatement *statement,
                 const char       *name,
                 const DaybookId  *id)
{
  int place = place_of (statement, name);

  if (id == NULL)
    sqlite3_bind_null (statement, place);
  else
    sqlite3_bind_blob (statement, place, id->bytes, sizeof id->bytes, SQLITE_STATIC);
}

void
daybook_bind_id_text (DaybookStatement *statement,
                      const char       *name,
                      const DaybookId  *id)
{
  char text[DAYBOOK_ID_STRING_SIZE];

  daybook_id_print (id, text);
  sqlite3_bind_text (statement, place_of (statement, name), text, -1, SQLITE_TRANSIENT);
}

void
daybook_bind_value_at (DaybookStatement   *statement,
                       int                 place,
                       const DaybookValue *value)
{
  switch (value->type)
    {
    case DAYBOOK_VALUE_NONE:
      sqlite3_bind_null (statement, place);
      break;
    case DAYBOOK_VALUE_INT:
      sqlite3_bind_int64 (statement, place, value->number);
      break;
    case DAYBOOK_VALUE_TEXT:
      sqlite3_bind_text (statement, place, value->text, -1, SQLITE_STATIC);
      break;
    case DAYBOOK_VALUE_ID:
      sqlite3_bind_blob (statement, place, value->id.bytes, sizeof value->id.bytes, SQLITE_STATIC);
      break;
    default:
      g_return_if_reached ();
    }
}

void
daybook_bind_value (DaybookStatement   *statement,
                    const char         *name,
                    const DaybookValue *value)
{
  daybook_bind_value_at (statement, place_of (statement, name), value);
}

DaybookValue
daybook_column_value (DaybookStatement *statement,
                      int               column)
{
  DaybookId id;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      return daybook_value_int (sqlite3_column_int64 (statement, column));
    case SQLITE_TEXT:
      return daybook_value_text ((const char *) sqlite3_column_text (statement, column));
    case SQLITE_BLOB:
      return daybook_column_id (statement, column, &id) ? daybook_value_id (&id) : (DaybookValue) DAYBOOK_VALUE_INIT;
    default:
      return (DaybookValue) DAYBOOK_VALUE_INIT;
    }
}

gboolean
daybook_column_id (DaybookStatement *statement,
                   int               column,
                   DaybookId        *id)
{
  if (sqlite3_column_bytes (statement, column) != sizeof id->bytes)
    return FALSE;

  memcpy (id->bytes, sqlite3_column_blob (statement, column), sizeof id->bytes);
  return TRUE;
}

const char *
daybook_column_text (DaybookStatement *statement,
                     int               column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

gint64
daybook_column_amount (DaybookStatement *statement,
                       int               column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? DAYBOOK_AMOUNT_UNKNOWN : sqlite3_column_int64 (statement, column);
}
