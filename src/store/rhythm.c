/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rhythm.h"

#include "core/task.h"
#include "store/customer-group.h"
#include "store/grades.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* The customer and whoever was merged into them. */
#define THEM DAYBOOK_CUSTOMER_GROUP (":customer")

gboolean
daybook_rhythm_last (DaybookDatabase  *db,
                     gint64            customer,
                     gint64           *last,
                     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT max (at) FROM ("
    " SELECT at FROM events WHERE customer IN " THEM " AND kind IN (:note, :call, :told, :heard) AND deleted = 0"
    " UNION ALL"
    " SELECT e.at FROM cases k JOIN events e ON e.\"case\" = k.rowid"
    "  WHERE k.customer IN " THEM " AND e.kind IN (:call, :told, :heard) AND e.deleted = 0"
    " UNION ALL"
    " SELECT done_at FROM tasks WHERE customer IN " THEM " AND outcome = :reached AND deleted = 0"
    " UNION ALL"
    " SELECT at FROM uses WHERE customer IN " THEM " AND deleted = 0)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":customer", customer);
  daybook_bind_int (statement, ":note", DAYBOOK_EVENT_NOTE);
  daybook_bind_int (statement, ":call", DAYBOOK_EVENT_CALL);
  daybook_bind_int (statement, ":told", DAYBOOK_EVENT_TOLD);
  daybook_bind_int (statement, ":heard", DAYBOOK_EVENT_HEARD);
  daybook_bind_int (statement, ":reached", DAYBOOK_CALL_REACHED);
  return daybook_statement_number (statement, last, error);
}

gboolean
daybook_rhythm_reckon (DaybookDatabase        *db,
                       const DaybookDueTerms  *terms,
                       const DaybookRow       *customer,
                       GArray                 *items,
                       GError                **error)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  gint64 interval, last;

  if (!daybook_grades_read (db, &rules, error))
    return FALSE;

  interval = daybook_rhythm_interval (customer, &rules);
  if (interval == 0)
    return TRUE;
  if (!daybook_rhythm_last (db, customer->rowid, &last, error))
    return FALSE;

  daybook_due_of_customer (terms, customer, interval, last, items);
  return TRUE;
}

GArray *
daybook_reader_rhythms (DaybookReader        *reader,
                        DaybookRhythmsOrder   order,
                        GError              **error)
{
  const char *sql = order == DAYBOOK_RHYTHMS_BY_GRADE
    ? "SELECT d.row, d.began, d.due FROM due_items d JOIN customers c ON c.rowid = d.row WHERE d.kind = 'customer' AND d.rule = :rule"
      " ORDER BY c.grade DESC, d.due, d.row"
    : "SELECT row, began, due FROM due_items WHERE kind = 'customer' AND rule = :rule ORDER BY due, row";
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (DaybookRhythmMark));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":rule", daybook_rule_kind (DAYBOOK_RULE_VIP_CONTACT)->key);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookRhythmMark mark = {
        sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2),
      };

      g_array_append_val (marks, mark);
    }
  if (local == NULL)
    return g_steal_pointer (&marks);

  g_propagate_error (error, local);
  return NULL;
}

gint64
daybook_reader_count_late (DaybookReader  *reader,
                           gint64          now,
                           GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT count (*) FROM due_items WHERE kind = 'customer' AND rule = :rule AND due <= :now", error);

  if (statement == NULL)
    return -1;

  daybook_bind_text (statement, ":rule", daybook_rule_kind (DAYBOOK_RULE_VIP_CONTACT)->key);
  daybook_bind_int (statement, ":now", now);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : -1;
}

GArray *
daybook_reader_vips (DaybookReader  *reader,
                     guint           limit,
                     GError        **error)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (DaybookRhythmMark));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT c.rowid, d.began, d.due FROM customers c INDEXED BY customers_graded"
    " LEFT JOIN due_items d ON d.kind = 'customer' AND d.row = c.rowid AND d.rule = :rule"
    " WHERE c.grade <> 0 AND c.deleted = 0 AND c.merged_into IS NULL ORDER BY c.grade DESC, c.rowid LIMIT :limit", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":rule", daybook_rule_kind (DAYBOOK_RULE_VIP_CONTACT)->key);
  daybook_bind_int (statement, ":limit", limit);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookRhythmMark mark = {
        sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2),
      };

      g_array_append_val (marks, mark);
    }
  if (local == NULL)
    return g_steal_pointer (&marks);

  g_propagate_error (error, local);
  return NULL;
}

void
daybook_contacted_add (DaybookEdit      *edit,
                       const DaybookId  *customer,
                       DaybookEventKind  kind,
                       const DaybookId  *agent,
                       gint64            now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_events, &id);
  daybook_edit_give (edit, DAYBOOK_EVENT_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_EVENT_KIND, daybook_value_int (kind));
  daybook_edit_give (edit, DAYBOOK_EVENT_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_EVENT_AGENT, daybook_value_id (agent));
  daybook_edit_give (edit, DAYBOOK_EVENT_TEXT, daybook_value_text (kind == DAYBOOK_EVENT_CALL ? _("Called") : _("Contacted")));
}
