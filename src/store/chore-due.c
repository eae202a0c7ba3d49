/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/chore-due.h"

#include "core/chore.h"
#include "core/day.h"
#include "core/moment.h"
#include "store/passes.h"
#include "store/row-sql.h"

#include <json-glib/json-glib.h>

/* What was done late is done for the times between too. */
static gboolean
read_said (DaybookDatabase   *db,
           const DaybookRow  *row,
           gint64            *done,
           GError           **error)
{
  char id[DAYBOOK_ID_STRING_SIZE];
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT max (max (CAST (cycle AS INTEGER), done_at)) FROM attentions"
    " WHERE row = :row AND rule = :rule AND done_at IS NOT NULL AND deleted = 0", error);

  if (statement == NULL)
    return FALSE;

  daybook_id_print (&row->id, id);
  daybook_bind_text (statement, ":row", id);
  daybook_bind_text (statement, ":rule", daybook_rule_kind (DAYBOOK_RULE_CHORE)->key);
  return daybook_statement_number (statement, done, error);
}

/* --- Ticked off ---------------------------------------------------------------------------- */

static char *
list_steps (const DaybookPass *pass)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) node = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < pass->steps->len; i++)
    json_builder_add_string_value (builder, ((const DaybookPassStep *) g_ptr_array_index (pass->steps, i))->key);
  json_builder_end_array (builder);
  node = json_builder_get_root (builder);
  return json_to_string (node, FALSE);
}

/* The last day on which all of them are ticked, and when the last of them was; NULL without error: there is none.
 * The index of days is walked from the newest on, and left at the first that is whole. */
static char *
find_whole_day (DaybookDatabase    *db,
                const DaybookPass  *pass,
                gint64             *at,
                GError            **error)
{
  const DaybookPassRound *round = g_ptr_array_index (pass->rounds, 0);
  g_autofree char *steps = list_steps (pass);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT day, max (at) FROM pass_ticks WHERE pass = :pass AND round = :round AND deleted = 0"
    " AND step IN (SELECT value FROM json_each (:steps))"
    " GROUP BY day HAVING count (*) = :n ORDER BY day DESC LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":pass", pass->key);
  daybook_bind_text (statement, ":round", round->key);
  daybook_bind_text (statement, ":steps", steps);
  daybook_bind_int (statement, ":n", pass->steps->len);
  if (!daybook_statement_next (statement, error))
    return NULL;

  *at = sqlite3_column_int64 (statement, 1);
  return g_strdup (daybook_column_text (statement, 0));
}

/* The time of that day, where it has one. */
static gint64
time_on (const DaybookDueTerms *terms,
         const DaybookRow      *row,
         const char            *day)
{
  DaybookRecurrence recurrence;
  gint64 begin, next;

  if (!daybook_recurrence_parse (daybook_row_text (row, DAYBOOK_CHORE_RECURRENCE), &recurrence, NULL)
      || !daybook_moment_parse (day, terms->zone, &begin, NULL))
    return 0;

  next = daybook_recurrence_next (&recurrence, terms->open, terms->zone, begin - 1);
  return next < daybook_moment_day (begin, terms->zone, 1) ? next : 0;
}

static gboolean
read_ticked (DaybookDatabase        *db,
             const DaybookDueTerms  *terms,
             const DaybookRow       *row,
             gint64                 *done,
             GError                **error)
{
  const DaybookPass *shipped = daybook_row_has (row, DAYBOOK_CHORE_TEMPLATE) ? daybook_pass_shipped (daybook_row_text (row, DAYBOOK_CHORE_TEMPLATE)) : NULL;
  g_autoptr(DaybookPass) pass = daybook_chore_checklist (row, shipped);
  GError *local = NULL;
  gint64 at = 0;
  g_autofree char *day = pass->steps->len > 0 ? find_whole_day (db, pass, &at, &local) : NULL;

  *done = day != NULL ? MAX (at, time_on (terms, row, day)) : 0;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_chore_reckon (DaybookDatabase        *db,
                      const DaybookDueTerms  *terms,
                      const DaybookRow       *row,
                      GArray                 *items,
                      GError                **error)
{
  gint64 said, ticked;

  if (!read_said (db, row, &said, error) || !read_ticked (db, terms, row, &ticked, error))
    return FALSE;

  daybook_due_of_chore (terms, row, MAX (said, ticked), items);
  return TRUE;
}

/* --- Whose tick ------------------------------------------------------------------------------ */

gint64
daybook_chore_of_tick (DaybookDatabase  *db,
                       gint64            tick,
                       GError          **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_pass_ticks, tick, error);
  DaybookId id;

  if (row == NULL)
    return 0;

  /* A chore of the shop's own is its own pass. */
  if (!daybook_id_parse (daybook_row_text (row, DAYBOOK_PASS_TICK_PASS), &id))
    daybook_chore_template_id (&id, daybook_row_text (row, DAYBOOK_PASS_TICK_PASS), daybook_row_text (row, DAYBOOK_PASS_TICK_ROUND));
  return daybook_row_key (db, &daybook_chores, &id, NULL, NULL, error);
}
