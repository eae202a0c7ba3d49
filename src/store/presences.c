/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/presences.h"

#include "core/moment.h"
#include "core/shop.h"
#include "store/history.h"
#include "store/presence-bound.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

#define OPEN \
  "SELECT p.id, p.kind, p.began, p.note FROM presences p JOIN agents a ON a.rowid = p.agent" \
  " WHERE a.id = :agent AND p.ended IS NULL AND p.deleted = 0 ORDER BY p.rowid"
/* Who has forgotten to sign off: with an open presence, and none that is not over yet. */
#define FORGETFUL \
  "SELECT DISTINCT a.id, a.name FROM presences p JOIN agents a ON a.rowid = p.agent" \
  " WHERE p.ended IS NULL AND p.deleted = 0 AND NOT EXISTS (SELECT 1 FROM presences o WHERE o.agent = p.agent AND o.ended IS NULL" \
  "  AND o.deleted = 0 AND o.kind = 0 AND o.began > :bound)"

enum
{
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_BEGAN,
  COLUMN_NOTE,
};

void
daybook_attendance_clear (DaybookAttendance *self)
{
  g_clear_pointer (&self->note, g_free);
  self->on_since = self->away_since = 0;
}

static void
take (DaybookStatement  *statement,
      gint64             bound,
      DaybookAttendance *attendance)
{
  gint64 began = sqlite3_column_int64 (statement, COLUMN_BEGAN);

  if (sqlite3_column_int (statement, COLUMN_KIND) == DAYBOOK_PRESENCE_ON)
    {
      attendance->on_since = began > bound ? began : attendance->on_since;
      return;
    }

  attendance->away_since = began;
  g_free (attendance->note);
  attendance->note = g_strdup (daybook_column_text (statement, COLUMN_NOTE));
}

gboolean
daybook_attendance_read (DaybookReader      *reader,
                         const DaybookId    *agent,
                         DaybookAttendance  *attendance,
                         GError            **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, OPEN, error);
  GError *local = NULL;
  gint64 bound;

  *attendance = (DaybookAttendance) DAYBOOK_ATTENDANCE_INIT;
  if (statement == NULL || !daybook_presence_bound (reader->db, daybook_store_get_now (reader->store), &bound, error))
    return FALSE;

  daybook_bind_id (statement, ":agent", agent);
  while (daybook_statement_next (statement, &local))
    take (statement, bound, attendance);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (attendance->on_since == 0)
    daybook_attendance_clear (attendance);
  return TRUE;
}

char *
daybook_attendance_describe (const DaybookAttendance *attendance,
                             gint64                   now,
                             GTimeZone               *zone)
{
  g_autofree char *on = attendance->on_since != 0 ? daybook_moment_format (attendance->on_since, now, zone) : NULL;
  g_autofree char *away = attendance->away_since != 0 ? daybook_moment_format (attendance->away_since, now, zone) : NULL;

  if (away != NULL && attendance->note != NULL && *attendance->note != '\0')
    /* Translators: a time, and what somebody has said of it */
    return g_strdup_printf (_("away since %s: %s"), away, attendance->note);
  if (away != NULL)
    return g_strdup_printf (_("away since %s"), away);

  return on != NULL ? g_strdup_printf (_("on shift since %s"), on) : g_strdup ("");
}

gboolean
daybook_attendance_allows (const DaybookAttendance *attendance,
                           DaybookPresenceAct       act)
{
  switch (act)
    {
    case DAYBOOK_PRESENCE_SIGN_ON:
      return attendance->on_since == 0;
    case DAYBOOK_PRESENCE_SIGN_OFF:
      return attendance->on_since != 0;
    case DAYBOOK_PRESENCE_LEAVE:
      return attendance->on_since != 0 && attendance->away_since == 0;
    case DAYBOOK_PRESENCE_RETURN:
    case DAYBOOK_PRESENCE_N_ACTS:
    default:
      return attendance->away_since != 0;
    }
}

static void
refuse (const DaybookAttendance  *attendance,
        DaybookPresenceAct        act,
        const char               *name,
        GError                  **error)
{
  g_autofree char *sentence = NULL;

  if (act == DAYBOOK_PRESENCE_SIGN_ON)
    sentence = g_strdup_printf (_("“%s” is on shift already."), name);
  else if (act == DAYBOOK_PRESENCE_RETURN)
    sentence = g_strdup_printf (_("“%s” is not away."), name);
  else if (attendance->on_since != 0)
    sentence = g_strdup_printf (_("“%s” is away already."), name);
  else
    sentence = g_strdup_printf (_("“%s” is not on shift. Sign on first."), name);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
}

static void
add_begin (DaybookEdit         *edit,
           const DaybookId     *agent,
           DaybookPresenceKind  kind,
           const char          *note,
           gint64               now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_presences, &id);
  daybook_edit_give (edit, DAYBOOK_PRESENCE_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_PRESENCE_KIND, daybook_value_int (kind));
  daybook_edit_give (edit, DAYBOOK_PRESENCE_BEGAN, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_PRESENCE_NOTE, daybook_value_text (note));
}

/* Ends what is open: all of it, or that they are away. */
static gboolean
add_end (DaybookEdit         *edit,
         DaybookReader       *reader,
         const DaybookId     *agent,
         DaybookPresenceAct   act,
         gint64               now,
         GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, OPEN, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":agent", agent);
  while (daybook_statement_next (statement, &local))
    {
      DaybookId id;

      if (act == DAYBOOK_PRESENCE_RETURN && sqlite3_column_int (statement, COLUMN_KIND) != DAYBOOK_PRESENCE_AWAY)
        continue;
      daybook_column_id (statement, COLUMN_ID, &id);
      daybook_edit_set (edit, &daybook_presences, &id, DAYBOOK_PRESENCE_ENDED, daybook_value_int (now));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Forgotten ------------------------------------------------------------------------------- */

/* When the person last did anything, up to that moment; 0: never. */
static gboolean
read_last (DaybookDatabase  *db,
           const DaybookId  *agent,
           gint64            until,
           gint64           *last,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT id, hlc FROM acts WHERE agent = :agent AND hlc < (:until * 1000) << 16 ORDER BY key DESC LIMIT 1", error);
  gboolean found;
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":agent", agent);
  daybook_bind_int (statement, ":until", until);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;

  *last = found && daybook_column_id (statement, 0, &id) ? daybook_history_time (&id, sqlite3_column_int64 (statement, 1)) / 1000 : 0;
  return TRUE;
}

/* Ends all of it that is still open, as the person would have. */
static gboolean
add_forgotten (DaybookEdit      *edit,
               DaybookReader    *reader,
               const DaybookId  *agent,
               GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, OPEN, error);
  GError *local = NULL;
  guint hours;

  if (statement == NULL || !daybook_presence_read_hours (reader->db, &hours, error))
    return FALSE;

  daybook_bind_id (statement, ":agent", agent);
  while (daybook_statement_next (statement, &local))
    {
      gint64 began = sqlite3_column_int64 (statement, COLUMN_BEGAN);
      gint64 last;
      DaybookId id;

      daybook_column_id (statement, COLUMN_ID, &id);
      if (!read_last (reader->db, agent, daybook_presence_end (began, G_MAXINT64, hours), &last, &local))
        break;
      daybook_edit_set (edit, &daybook_presences, &id, DAYBOOK_PRESENCE_ENDED, daybook_value_int (daybook_presence_end (began, last, hours)));
      daybook_edit_set (edit, &daybook_presences, &id, DAYBOOK_PRESENCE_FORGOTTEN, daybook_value_int (1));
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
end_forgotten (DaybookReader    *reader,
               const DaybookId  *agent,
               const char       *name,
               GError          **error)
{
  /* Translators: the title of an act; %s is a person whose shift has ended without them. */
  g_autofree char *title = g_strdup_printf (_("“%s” did not sign off"), name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, title, NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (!add_forgotten (edit, reader, agent, error))
    return FALSE;

  outcome = daybook_store_commit (reader->store, edit, error);
  return outcome != NULL;
}

/* Those who have forgotten to sign off: their ids, and names by them. (transfer full) */
static GHashTable *
find_forgetful (DaybookReader  *reader,
                GError        **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, FORGETFUL, error);
  GError *local = NULL;
  gint64 bound;

  if (statement == NULL || !daybook_presence_bound (reader->db, daybook_store_get_now (reader->store), &bound, error))
    return NULL;

  daybook_bind_int (statement, ":bound", bound);
  while (daybook_statement_next (statement, &local))
    {
      DaybookId id;

      if (daybook_column_id (statement, 0, &id))
        g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (daybook_column_text (statement, 1)));
    }
  if (local == NULL)
    return g_steal_pointer (&names);

  g_propagate_error (error, local);
  return NULL;
}

int
daybook_presences_end_forgotten (DaybookStore  *store,
                                 GError       **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  g_autoptr(GHashTable) names = reader != NULL ? find_forgetful (reader, error) : NULL;
  GHashTableIter iter;
  gpointer id, name;

  if (names == NULL)
    return -1;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    if (!end_forgotten (reader, id, name, error))
      return -1;

  return (int) g_hash_table_size (names);
}

/* --- Signing on and off ---------------------------------------------------------------------- */

static char *
title_of (DaybookPresenceAct act,
          const char        *name)
{
  switch (act)
    {
    case DAYBOOK_PRESENCE_SIGN_ON:
      return g_strdup_printf (_("“%s” is on shift"), name);
    case DAYBOOK_PRESENCE_SIGN_OFF:
      return g_strdup_printf (_("“%s” is off shift"), name);
    case DAYBOOK_PRESENCE_LEAVE:
      return g_strdup_printf (_("“%s” is away from the desk"), name);
    case DAYBOOK_PRESENCE_RETURN:
    case DAYBOOK_PRESENCE_N_ACTS:
    default:
      return g_strdup_printf (_("“%s” is back at the desk"), name);
    }
}

DaybookEdit *
daybook_presence_edit (DaybookReader       *reader,
                       const DaybookRow    *agent,
                       DaybookPresenceAct   act,
                       const char          *note,
                       gint64               now,
                       GError             **error)
{
  const char *name = daybook_row_text (agent, DAYBOOK_AGENT_NAME);
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;
  g_autofree char *title = title_of (act, name);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (reader->store));

  if (!daybook_attendance_read (reader, &agent->id, &attendance, error))
    return NULL;
  if (!daybook_attendance_allows (&attendance, act))
    {
      refuse (&attendance, act, name, error);
      return NULL;
    }

  if (act == DAYBOOK_PRESENCE_SIGN_ON && !add_forgotten (edit, reader, &agent->id, error))
    return NULL;
  if (act == DAYBOOK_PRESENCE_SIGN_ON)
    add_begin (edit, &agent->id, DAYBOOK_PRESENCE_ON, NULL, now);
  else if (act == DAYBOOK_PRESENCE_LEAVE)
    add_begin (edit, &agent->id, DAYBOOK_PRESENCE_AWAY, note, now);
  else if (!add_end (edit, reader, &agent->id, act, now, error))
    return NULL;

  return g_steal_pointer (&edit);
}
