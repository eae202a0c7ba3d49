/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reminders.h"

#include "store/migrate.h"
#include "store/reader-private.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

/* So many of what is due no longer are kept. */
#define KEPT 100000

/* Among the numbers of this laptop (store/local.h): the key of agents of who sits at it. */
#define PERSON "person"

void
daybook_reminder_state_clear (DaybookReminderState *state)
{
  g_clear_pointer (&state->server, g_free);
  g_clear_pointer (&state->boot_id, g_free);
}

/* --- Reading --------------------------------------------------------------------------- */

#define SAME_THING "r.kind = d.kind AND r.row = d.row AND r.rule = d.rule AND r.cycle = d.cycle AND r.due = d.due AND r.shows = d.shows"

/* What stands still has the largest number for both its moments. */
static const char READ[] =
  "SELECT d.rowid, d.due, d.warn, d.shows, ifnull (r.told, 0), ifnull (r.seen, 0), ifnull (r.missed_at, 0) <> 0"
  " FROM due_items d INDEXED BY due_items_warn"
  " LEFT JOIN reminders r ON " SAME_THING
  " WHERE d.warn <= :now AND d.shows <= :now AND (d.ends = 0 OR d.ends > :now)"
  " AND NOT (d.as_of <> 0 AND d.as_of < d.due AND d.due <= :now)" /* nobody is called for what is not sure */
  " AND (:agent IS NULL OR d.agent IS NULL OR d.agent = (SELECT rowid FROM agents WHERE id = :agent))"
  " ORDER BY d.due, d.rowid";

GArray *
daybook_reminders_read (DaybookReader    *reader,
                        const DaybookId  *agent,
                        gint64            now,
                        GError          **error)
{
  g_autoptr(GArray) reminders = g_array_new (FALSE, FALSE, sizeof (DaybookReminder));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, READ, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":now", now);
  daybook_bind_id (statement, ":agent", agent);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookReminder reminder = {
        .key = sqlite3_column_int64 (statement, 0),
        .due = sqlite3_column_int64 (statement, 1),
        .warn = sqlite3_column_int64 (statement, 2),
        .shows = sqlite3_column_int64 (statement, 3),
        .told = (DaybookToldLevel) sqlite3_column_int (statement, 4),
        .seen = (DaybookToldLevel) sqlite3_column_int (statement, 5),
        .missed = sqlite3_column_int (statement, 6) != 0,
      };

      g_array_append_val (reminders, reminder);
    }
  if (local == NULL)
    return g_steal_pointer (&reminders);

  g_propagate_error (error, local);
  return NULL;
}

/* Each is the first entry of an index. */
static const char NEXT[] =
  "SELECT min (moment) FROM ("
  "SELECT min (due) AS moment FROM due_items WHERE due > :now"
  " UNION ALL SELECT min (warn) FROM due_items WHERE warn > :now"
  " UNION ALL SELECT min (shows) FROM due_items WHERE shows <> 0 AND shows > :now)";

gint64
daybook_reminders_next (DaybookReader  *reader,
                        gint64          now,
                        GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, NEXT, error);

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":now", now);
  if (!daybook_statement_next (statement, error))
    return -1;

  return sqlite3_column_type (statement, 0) != SQLITE_NULL ? sqlite3_column_int64 (statement, 0) : G_MAXINT64;
}

/* (transfer full) */
static char *
column_word (DaybookStatement *statement,
             int               column)
{
  const char *text = daybook_column_text (statement, column);

  return *text != '\0' ? g_strdup (text) : NULL;
}

gboolean
daybook_reminders_read_state (DaybookReader         *reader,
                              DaybookReminderState  *state,
                              GError               **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT server, bubble, standing, looked, wall, boot, boot_id, jump_at, jump_by, ahead_from, ahead_to FROM reminder_state", error);
  GError *local = NULL;

  /* Whoever reads on would write before long. */
  if (statement == NULL || !daybook_migrate_check (reader->db, error))
    return FALSE;

  *state = (DaybookReminderState) { 0 };
  if (daybook_statement_next (statement, &local))
    *state = (DaybookReminderState) {
      .server = column_word (statement, 0),
      .bubble = (guint) sqlite3_column_int64 (statement, 1),
      .standing = sqlite3_column_int (statement, 2) != 0,
      .looked = sqlite3_column_int64 (statement, 3),
      .wall = sqlite3_column_int64 (statement, 4),
      .boot = sqlite3_column_int64 (statement, 5),
      .boot_id = column_word (statement, 6),
      .jump_at = sqlite3_column_int64 (statement, 7),
      .jump_by = sqlite3_column_int64 (statement, 8),
      .ahead_from = sqlite3_column_int64 (statement, 9),
      .ahead_to = sqlite3_column_int64 (statement, 10),
    };
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

GArray *
daybook_reminders_missed (DaybookReader  *reader,
                          guint           limit,
                          GError        **error)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (DaybookDueMark));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT d.rowid, d.due, d.warn FROM reminders r INDEXED BY reminders_missed CROSS JOIN due_items d ON " SAME_THING
    " WHERE r.missed_at <> 0 ORDER BY r.missed_at, r.rowid LIMIT :limit", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":limit", limit);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookDueMark mark = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2) };

      g_array_append_val (marks, mark);
    }
  if (local == NULL)
    return g_steal_pointer (&marks);

  g_propagate_error (error, local);
  return NULL;
}

gboolean
daybook_reminders_person (DaybookReader  *reader,
                          DaybookId      *agent,
                          GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT id FROM agents WHERE rowid = (SELECT value FROM local WHERE key = '" PERSON "') AND deleted = 0", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;
  if (daybook_statement_next (statement, &local))
    return daybook_column_id (statement, 0, agent);

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("Nobody has said who is at the desk."));
  return FALSE;
}

/* --- Writing ----------------------------------------------------------------------------- */

typedef gboolean (*WorkFunc) (DaybookDatabase  *db,
                              gconstpointer     data,
                              GError          **error);

typedef struct
{
  WorkFunc      work;
  gconstpointer data;
} Work;

static gboolean
run_in_transaction (DaybookDatabase  *db,
                    const Work       *what,
                    GError          **error)
{
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (daybook_migrate_check (db, error) && what->work (db, what->data, error) && daybook_database_run (db, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);
  return FALSE;
}

static DaybookStep
run_work (DaybookWriter  *writer,
          DaybookRequest *request,
          gpointer        data)
{
  if (run_in_transaction (daybook_writer_database (writer), data, &request->error))
    {
      request->outcome = daybook_outcome_new ();
      daybook_store_notify (daybook_writer_store (writer));
    }
  return DAYBOOK_STEP_DONE;
}

static gboolean
run (DaybookStore   *store,
     WorkFunc        work,
     gconstpointer   data,
     GError        **error)
{
  Work what = { work, data };
  DaybookRequest *request = daybook_request_new (run_work, &what, NULL, DAYBOOK_PRIORITY_PERSON, NULL);
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store), request, error);

  return outcome != NULL;
}

typedef struct
{
  const GArray               *marks;
  const DaybookReminderState *state;
  gint64                      since;
  gint64                      now;
} Words;

/* Put off since, it is another matter: what was told before is over. */
static const char WRITE_MARK[] =
  "INSERT INTO reminders (kind, row, rule, cycle, due, shows, told, told_at, seen, missed_at)"
  " SELECT kind, row, rule, cycle, due, shows, :told, iif (:told > 0, :now, 0), :seen, iif (:missed, :now, 0)"
  "  FROM due_items WHERE rowid = :key AND due = :due"
  " ON CONFLICT (kind, row, rule, cycle, due) DO UPDATE SET"
  "  told = iif (shows = excluded.shows, max (told, excluded.told), excluded.told),"
  "  told_at = iif (excluded.told > 0 OR shows <> excluded.shows, excluded.told_at, told_at),"
  "  seen = iif (shows = excluded.shows, max (seen, excluded.seen), excluded.seen),"
  "  missed_at = iif (shows = excluded.shows AND excluded.missed_at = 0 AND excluded.seen = 0, missed_at, excluded.missed_at),"
  "  shows = excluded.shows";

static gboolean
write_mark (DaybookDatabase            *db,
            const DaybookReminderMark  *mark,
            gint64                      now,
            GError                    **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, WRITE_MARK, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":key", mark->key);
  daybook_bind_int (statement, ":due", mark->due);
  daybook_bind_int (statement, ":told", mark->told);
  daybook_bind_int (statement, ":seen", mark->seen);
  daybook_bind_int (statement, ":missed", mark->missed);
  daybook_bind_int (statement, ":now", now);
  return daybook_statement_run (statement, error);
}

static gboolean
write_state (DaybookDatabase             *db,
             const DaybookReminderState  *state,
             GError                     **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "REPLACE INTO reminder_state (key, server, bubble, standing, looked, wall, boot, boot_id, jump_at, jump_by, ahead_from, ahead_to)"
    " VALUES (1, :server, :bubble, :standing, :looked, :wall, :boot, :boot_id, :jump_at, :jump_by, :ahead_from, :ahead_to)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":server", state->server);
  daybook_bind_int (statement, ":bubble", state->bubble);
  daybook_bind_int (statement, ":standing", state->standing);
  daybook_bind_int (statement, ":looked", state->looked);
  daybook_bind_int (statement, ":wall", state->wall);
  daybook_bind_int (statement, ":boot", state->boot);
  daybook_bind_text (statement, ":boot_id", state->boot_id);
  daybook_bind_int (statement, ":jump_at", state->jump_at);
  daybook_bind_int (statement, ":jump_by", state->jump_by);
  daybook_bind_int (statement, ":ahead_from", state->ahead_from);
  daybook_bind_int (statement, ":ahead_to", state->ahead_to);
  return daybook_statement_run (statement, error);
}

/* The oldest of what is due no longer go. */
static gboolean
tidy_up (DaybookDatabase  *db,
         GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "DELETE FROM reminders WHERE rowid <= (SELECT max (rowid) FROM reminders) - :kept AND NOT EXISTS"
    " (SELECT 1 FROM due_items d WHERE d.kind = reminders.kind AND d.row = reminders.row"
    "  AND d.rule = reminders.rule AND d.cycle = reminders.cycle)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":kept", KEPT);
  return daybook_statement_run (statement, error);
}

static gboolean
write_in_db (DaybookDatabase  *db,
             gconstpointer     data,
             GError          **error)
{
  const Words *words = data;
  guint n = words->marks != NULL ? words->marks->len : 0;

  for (guint i = 0; i < n; i++)
    if (!write_mark (db, &g_array_index (words->marks, DaybookReminderMark, i), words->now, error))
      return FALSE;

  return (n == 0 || tidy_up (db, error)) && write_state (db, words->state, error);
}

gboolean
daybook_reminders_write (DaybookStore                *store,
                         const GArray                *marks,
                         const DaybookReminderState  *state,
                         gint64                       now,
                         GError                     **error)
{
  const Words words = { .marks = marks, .state = state, .now = now };

  return run (store, write_in_db, &words, error);
}

static gboolean
forget_in_db (DaybookDatabase  *db,
              gconstpointer     data,
              GError          **error)
{
  const Words *words = data;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "DELETE FROM reminders WHERE due > :now AND (told_at >= :since OR missed_at >= :since)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":since", words->since);
  daybook_bind_int (statement, ":now", words->now);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_reminders_forget (DaybookStore  *store,
                          gint64         since,
                          gint64         now,
                          GError       **error)
{
  const Words words = { .since = since, .now = now };

  return run (store, forget_in_db, &words, error);
}

static gboolean
sit_in_db (DaybookDatabase  *db,
           gconstpointer     data,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO local (key, value) SELECT '" PERSON "', rowid FROM agents WHERE id = :id"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":id", data);
  return daybook_statement_run (statement, error);
}

static DaybookStep
run_sit (DaybookWriter  *writer,
         DaybookRequest *request,
         gpointer        data)
{
  Work what = { sit_in_db, data };

  return run_work (writer, request, &what);
}

void
daybook_reminders_sit_down (DaybookStore    *store,
                            const DaybookId *agent)
{
  daybook_writer_run_detached (daybook_store_get_writer (store),
                               daybook_request_new (run_sit, g_memdup2 (agent, sizeof *agent), g_free, DAYBOOK_PRIORITY_PERSON, NULL));
}

static gboolean
see_in_db (DaybookDatabase  *db,
           gconstpointer     data,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "UPDATE reminders SET missed_at = 0, seen = :due WHERE missed_at <> 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":due", DAYBOOK_TOLD_DUE);
  return daybook_statement_run (statement, error)
         && daybook_database_run (db, "UPDATE reminder_state SET jump_by = 0", error);
}

gboolean
daybook_reminders_see_missed (DaybookStore  *store,
                              GError       **error)
{
  return run (store, see_in_db, NULL, error);
}
