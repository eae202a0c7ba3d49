/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/grades.h"

#include "store/reader-private.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* More than ten years are for ever, and more than everything is nobody's discount. */
#define DAYS_MAX 3650
#define DISCOUNT_MAX 999

/* --- Reading --------------------------------------------------------------------------- */

static gboolean
read_currency (DaybookDatabase    *db,
               DaybookGradeRules  *rules,
               GError            **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT currency FROM shops WHERE deleted = 0 ORDER BY rowid LIMIT 1", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  if (daybook_statement_next (statement, &local))
    daybook_grade_rules_init (rules, daybook_column_text (statement, 0));
  else if (local == NULL)
    daybook_grade_rules_init (rules, NULL);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_grades_read (DaybookDatabase    *db,
                     DaybookGradeRules  *rules,
                     GError            **error)
{
  g_auto(DaybookGradeRules) read = { 0 };
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT rowid FROM grades WHERE deleted = 0", error);
  g_autoptr(GArray) keys = statement != NULL ? daybook_statement_keys (statement, error) : NULL;

  if (keys == NULL || !read_currency (db, &read, error))
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_row_load (db, &daybook_grades, g_array_index (keys, gint64, i), error);

      if (row == NULL)
        return FALSE;
      daybook_grade_rules_say (&read, row);
    }

  *rules = read;
  read = (DaybookGradeRules) { 0 };
  return TRUE;
}

gboolean
daybook_reader_grades (DaybookReader      *reader,
                       DaybookGradeRules  *rules,
                       GError            **error)
{
  return daybook_grades_read (reader->db, rules, error);
}

/* --- Saying ---------------------------------------------------------------------------- */

static gboolean
is_made (const DaybookEdit *edit,
         const DaybookId   *id)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_CREATE && daybook_id_equal (&change->row, id))
        return TRUE;
    }
  return FALSE;
}

static void
give_number (DaybookEdit *edit,
             guint        field,
             gint64       number)
{
  if (number >= 0)
    daybook_edit_give (edit, field, daybook_value_int (number));
}

/* What it comes with becomes the shop's own, so that another version of the program changes nothing. */
static gboolean
make_row (DaybookEdit      *edit,
          DaybookReader    *reader,
          DaybookGrade      grade,
          const DaybookId  *id,
          GError          **error)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  const DaybookGradeRule *rule = &rules.of[grade];

  if (!daybook_reader_grades (reader, &rules, error))
    return FALSE;

  daybook_edit_create (edit, &daybook_grades, id);
  give_number (edit, DAYBOOK_GRADE_RULE_GRADE, grade);
  if (rule->currency != NULL)
    daybook_edit_give (edit, DAYBOOK_GRADE_RULE_CURRENCY, daybook_value_text (rule->currency));
  give_number (edit, DAYBOOK_GRADE_RULE_SPENT, rule->spent);
  give_number (edit, DAYBOOK_GRADE_RULE_ORDERS, rule->orders);
  give_number (edit, DAYBOOK_GRADE_RULE_DAYS, rule->days);
  give_number (edit, DAYBOOK_GRADE_RULE_EITHER, rule->either);
  return TRUE;
}

/* The row, also one in the trash; NULL without error: there is none. */
static DaybookRow *
find_row (DaybookReader    *reader,
          const DaybookId  *id,
          GError          **error)
{
  g_autoptr(GError) local = NULL;
  DaybookRow *row = daybook_reader_find (reader, &daybook_grades, id, &local);

  if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return row;
}

gboolean
daybook_grade_use (DaybookEdit    *edit,
                   DaybookReader  *reader,
                   DaybookGrade    grade,
                   gboolean        used,
                   GError        **error)
{
  DaybookId id;
  GError *local = NULL;
  g_autoptr(DaybookRow) row = NULL;

  daybook_grade_row_id (&id, grade);
  if (is_made (edit, &id))
    return TRUE;
  row = find_row (reader, &id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (row == NULL)
    return !used || make_row (edit, reader, grade, &id, error);
  if (used && daybook_row_int (row, DAYBOOK_GRADE_RULE_DELETED) != 0)
    daybook_edit_restore (edit, &daybook_grades, &id);
  else if (!used && daybook_row_int (row, DAYBOOK_GRADE_RULE_DELETED) == 0)
    daybook_edit_delete (edit, &daybook_grades, &id);
  return TRUE;
}

static gboolean
check (guint                field,
       const DaybookValue  *value,
       GError             **error)
{
  gint64 number = value->type == DAYBOOK_VALUE_INT ? value->number : 0;
  gint64 most = field == DAYBOOK_GRADE_RULE_DISCOUNT ? DISCOUNT_MAX
                : field == DAYBOOK_GRADE_RULE_DAYS || field == DAYBOOK_GRADE_RULE_INTERVAL ? DAYS_MAX : G_MAXINT32 * G_GINT64_CONSTANT (1000);

  if (field == DAYBOOK_GRADE_RULE_GRADE || field == DAYBOOK_GRADE_RULE_DELETED)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Of a VIP grade its conditions and benefits are set."));
      return FALSE;
    }
  if (number >= 0 && number <= most)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                       field == DAYBOOK_GRADE_RULE_DISCOUNT ? _("A discount is from 0 to 99.9 percent.") : _("That number is too large, or below 0."));
  return FALSE;
}

gboolean
daybook_grade_say (DaybookEdit    *edit,
                   DaybookReader  *reader,
                   DaybookGrade    grade,
                   guint           field,
                   DaybookValue    value,
                   GError        **error)
{
  DaybookId id;

  daybook_grade_row_id (&id, grade);
  if (!check (field, &value, error) || !daybook_grade_use (edit, reader, grade, TRUE, error))
    {
      daybook_value_clear (&value);
      return FALSE;
    }

  daybook_edit_set (edit, &daybook_grades, &id, field, value);
  return TRUE;
}
