/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-terms.h"

#include "core/opening.h"
#include "store/due-calls.h"
#include "store/local.h"

static gboolean
read_rules (DaybookDatabase  *db,
            DaybookDueTerms  *terms,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT key, used, within, number, at FROM rules WHERE deleted = 0", error);
  GError *local = NULL;

  daybook_rules_init (&terms->rules);
  if (statement == NULL)
    return FALSE;

  while (daybook_statement_next (statement, &local))
    {
      DaybookValue number = daybook_column_value (statement, 3);

      daybook_rules_say (&terms->rules, daybook_column_text (statement, 0), sqlite3_column_int64 (statement, 1),
                         daybook_column_text (statement, 2), &number, daybook_column_text (statement, 4));
      daybook_value_clear (&number);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_hours (DaybookDatabase  *db,
            DaybookDueTerms  *terms,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT week, days FROM calendars WHERE id = :id AND deleted = 0", error);
  GError *local = NULL;
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_opening_row_id (&id, DAYBOOK_OPENING_SHOP);
  daybook_bind_id (statement, ":id", &id);
  if (daybook_statement_next (statement, &local))
    terms->open = daybook_opening_calendar (daybook_column_text (statement, 0), daybook_column_text (statement, 1), NULL);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (terms->open == NULL)
    terms->open = daybook_opening_calendar (NULL, NULL, NULL);
  terms->always = daybook_calendar_new_always ();
  return TRUE;
}

static gboolean
read_zone (DaybookDatabase  *db,
           DaybookDueTerms  *terms,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT zone FROM shops WHERE deleted = 0 ORDER BY rowid LIMIT 1", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;
  if (daybook_statement_next (statement, &local))
    terms->zone = g_time_zone_new_identifier (daybook_column_text (statement, 0));
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (terms->zone == NULL)
    terms->zone = g_time_zone_new_utc ();
  return TRUE;
}

static gboolean
read_year (DaybookDatabase  *db,
           DaybookDueTerms  *terms,
           GError          **error)
{
  gint64 year;

  if (!daybook_local_read (db, DAYBOOK_DUE_YEAR, &year, error))
    return FALSE;

  terms->year = (int) year;
  return TRUE;
}

gboolean
daybook_due_terms_read (DaybookDatabase  *db,
                        DaybookDueTerms  *terms,
                        GError          **error)
{
  g_auto(DaybookDueTerms) read = { 0 };

  if (!read_rules (db, &read, error) || !read_hours (db, &read, error) || !read_zone (db, &read, error)
      || !read_year (db, &read, error) || (read.calls = daybook_due_read_calls (db, error)) == NULL)
    return FALSE;

  *terms = read;
  read = (DaybookDueTerms) { 0 };
  return TRUE;
}
