/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-course.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/due-clock.h"
#include "core/event.h"
#include "store/customer-group.h"
#include "store/history.h"

#define ALL 100

void
daybook_case_course_clear (DaybookCaseCourse *course)
{
  g_clear_pointer (&course->pauses, g_array_unref);
}

/* Of an act whose id and stamp are in two columns. UTC seconds. */
static gint64
read_time (DaybookStatement *statement,
           int               column)
{
  DaybookId act = { { 0 } };

  daybook_column_id (statement, column, &act);
  return daybook_history_time (&act, sqlite3_column_int64 (statement, column + 1)) / 1000;
}

/* --- Events ---------------------------------------------------------------------------- */

/* When the case was opened again the last time, if it is since; and by which act the promise was made. */
static gboolean
read_field_act (DaybookDatabase   *db,
                const DaybookRow  *row,
                guint              field,
                gint64            *act,
                gint64            *at,
                GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key, a.id, a.hlc"
    " FROM field_ops f"
    " JOIN ops o ON o.n = f.op"
    " JOIN acts a ON a.key = o.act"
    " WHERE f.tbl = 'case' AND f.row = :row AND f.field = :field", error);
  GError *local = NULL;

  *act = 0;
  *at = 0;
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_text (statement, ":field", daybook_cases.fields[field].name);
  if (daybook_statement_next (statement, &local))
    {
      *act = sqlite3_column_int64 (statement, 0);
      *at = read_time (statement, 1);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_reopened (DaybookDatabase   *db,
               const DaybookRow  *row,
               DaybookCaseCourse  *course,
               GError           **error)
{
  gint64 act;

  return daybook_row_int (row, DAYBOOK_CASE_REOPENED) == 0
         || read_field_act (db, row, DAYBOOK_CASE_REOPENED, &act, &course->reopened, error);
}

/* Telling is what the customer waits for; what we hear, note or ask each other is not. */
#define CONTACT "kind IN (:call, :told)"

static gboolean
read_contact (DaybookDatabase   *db,
              const DaybookRow  *row,
              DaybookCaseCourse  *course,
              GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT min (iif (at >= :reopened, at, NULL)), max (at)"
    " FROM events WHERE \"case\" = :row AND " CONTACT " AND deleted = 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_int (statement, ":reopened", course->reopened);
  daybook_bind_int (statement, ":call", DAYBOOK_EVENT_CALL);
  daybook_bind_int (statement, ":told", DAYBOOK_EVENT_TOLD);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  course->answered = sqlite3_column_int64 (statement, 0);
  course->contact = sqlite3_column_int64 (statement, 1);
  return TRUE;
}

/* What was told in the act that makes the promise is the promise. */
static gboolean
read_kept (DaybookDatabase   *db,
           const DaybookRow  *row,
           DaybookCaseCourse  *course,
           GError           **error)
{
  gint64 act, at;
  GError *local = NULL;

  if (!daybook_row_has (row, DAYBOOK_CASE_PROMISED_AT) || course->contact == 0)
    return TRUE;
  if (!read_field_act (db, row, DAYBOOK_CASE_PROMISED_AT, &act, &at, error))
    return FALSE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM events e JOIN ops o ON o.n = e.born"
    " WHERE e.\"case\" = :row AND e." CONTACT " AND e.deleted = 0 AND o.act > :act LIMIT 1", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":call", DAYBOOK_EVENT_CALL);
  daybook_bind_int (statement, ":told", DAYBOOK_EVENT_TOLD);
  course->kept = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- The customer -------------------------------------------------------------------------- */

static gboolean
read_grade (DaybookDatabase     *db,
            const DaybookRow    *row,
            const DaybookRules  *rules,
            DaybookCaseCourse    *course,
            GError             **error)
{
  static const DaybookRuleId OF_GRADE[] = {
    [DAYBOOK_GRADE_1] = DAYBOOK_RULE_GRADE_1,
    [DAYBOOK_GRADE_2] = DAYBOOK_RULE_GRADE_2,
    [DAYBOOK_GRADE_3] = DAYBOOK_RULE_GRADE_3,
  };
  const DaybookId *customer = daybook_row_ref_id (row, DAYBOOK_CASE_CUSTOMER);
  g_autoptr(DaybookStatement) statement = customer == NULL ? NULL : daybook_database_prepare (db,
    "SELECT c.grade FROM customers c WHERE c.rowid = " DAYBOOK_CUSTOMER_ROOT ("SELECT rowid FROM customers WHERE id = :id"), error);
  GError *local = NULL;
  gint64 grade = DAYBOOK_GRADE_NONE;

  course->percent = ALL;
  if (customer == NULL || statement == NULL)
    return customer == NULL;

  daybook_bind_id (statement, ":id", customer);
  if (daybook_statement_next (statement, &local))
    grade = sqlite3_column_int64 (statement, 0);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  /* Another laptop's Daybook may know more of them. */
  if (grade > DAYBOOK_GRADE_NONE && grade < (gint64) G_N_ELEMENTS (OF_GRADE))
    course->percent = rules->of[OF_GRADE[grade]].number;
  return TRUE;
}

/* --- Pauses ---------------------------------------------------------------------------------- */

typedef struct
{
  DaybookDatabase  *db;
  DaybookRegister  *definition;
  DaybookCaseCourse *course;
  int               stage;  /* in which the case was, -1: none that is known */
  gint64            since;
} Walk;

static void
add_pause (Walk *walk,
           gint64  until)
{
  const DaybookStageRule *stage = walk->stage >= 0 ? daybook_register_get_stage (walk->definition, (guint) walk->stage) : NULL;
  DaybookPause pause = { walk->since, until };

  if (stage == NULL || !stage->pauses || until <= walk->since)
    return;

  if (walk->course->pauses == NULL)
    walk->course->pauses = g_array_new (FALSE, FALSE, sizeof (DaybookPause));
  g_array_append_val (walk->course->pauses, pause);
  walk->course->waits = stage->waits;
}

/* A move that was undone, and its undoing, have not been. */
static gboolean
is_in_force (DaybookDatabase *db,
             gint64           act,
             gint64           of_act)
{
  gboolean undone;

  if (of_act != 0)
    return FALSE;

  daybook_history_last (db, act, &undone);
  return !undone;
}

static void
follow_move (Walk           *walk,
             DaybookStatement *statement)
{
  gint64 at = read_time (statement, 2);

  if (!is_in_force (walk->db, sqlite3_column_int64 (statement, 4), sqlite3_column_int64 (statement, 5)))
    return;

  if (walk->stage < 0)
    walk->stage = daybook_register_find_stage (walk->definition, daybook_column_text (statement, 0));
  add_pause (walk, at);
  walk->stage = daybook_register_find_stage (walk->definition, daybook_column_text (statement, 1));
  walk->since = MAX (walk->since, at);
}

static gboolean
read_pauses (DaybookDatabase   *db,
             DaybookRegister   *definition,
             const DaybookRow  *row,
             DaybookCaseCourse  *course,
             GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT o.old, o.value, a.id, a.hlc, a.key, a.of_act"
    " FROM ops o JOIN acts a ON a.key = o.act"
    " WHERE o.tbl = 'case' AND o.row = :row AND o.kind = 1 AND o.field = 'stage'"
    " ORDER BY a.hlc, o.act", error);
  Walk walk = { db, definition, course, -1, daybook_row_int (row, DAYBOOK_CASE_OPENED_AT) };
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  while (daybook_statement_next (statement, &local))
    follow_move (&walk, statement);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  /* The stage in which it is: without a move it was born there. */
  if (walk.stage < 0)
    walk.since = MAX (walk.since, daybook_row_int (row, DAYBOOK_CASE_STAGE_SINCE));
  walk.stage = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  add_pause (&walk, G_MAXINT64);
  return TRUE;
}

gboolean
daybook_case_course_read (DaybookDatabase     *db,
                         DaybookRegister     *definition,
                         const DaybookRow    *row,
                         const DaybookRules  *rules,
                         DaybookCaseCourse    *course,
                         GError             **error)
{
  return read_reopened (db, row, course, error)
         && read_contact (db, row, course, error)
         && read_kept (db, row, course, error)
         && read_grade (db, row, rules, course, error)
         && read_pauses (db, definition, row, course, error);
}
