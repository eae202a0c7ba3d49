/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rules.h"

#include "core/opening.h"
#include "core/shift.h"
#include "core/shop.h"
#include "store/due-terms.h"
#include "store/reader-private.h"

gboolean
daybook_reader_due_terms (DaybookReader    *reader,
                          DaybookDueTerms  *terms,
                          GError          **error)
{
  return daybook_due_terms_read (reader->db, terms, error);
}

/* NULL without error: there is no such row. */
static DaybookRow *
find_row (DaybookReader       *reader,
          const DaybookTable  *table,
          const DaybookId     *id,
          GError             **error)
{
  g_autoptr(GError) local = NULL;
  DaybookRow *row = daybook_reader_find (reader, table, id, &local);

  if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return row;
}

DaybookRow *
daybook_reader_opening (DaybookReader  *reader,
                        GError        **error)
{
  DaybookId id;

  daybook_opening_row_id (&id, DAYBOOK_OPENING_SHOP);
  return find_row (reader, &daybook_openings, &id, error);
}

DaybookCalendar *
daybook_reader_shift (DaybookReader   *reader,
                      const DaybookId *agent)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_agents, agent, NULL);
  const DaybookId *of = row != NULL ? daybook_row_ref_id (row, DAYBOOK_AGENT_SHIFT) : NULL;
  g_autoptr(DaybookRow) shift = of != NULL ? daybook_reader_find (reader, &daybook_shift_templates, of, NULL) : NULL;

  return shift != NULL && daybook_row_int (shift, DAYBOOK_SHIFT_TEMPLATE_DELETED) == 0 ? daybook_shift_template_calendar (shift, NULL) : NULL;
}

/* Several things may be said of one rule in one edit: the row is made once. */
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

static gboolean
ensure_row (DaybookEdit      *edit,
            DaybookReader    *reader,
            const char       *key,
            const DaybookId  *id,
            GError          **error)
{
  GError *local = NULL;
  g_autoptr(DaybookRow) row = find_row (reader, &daybook_rules, id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if ((row == NULL || daybook_row_int (row, DAYBOOK_RULE_ROW_DELETED) != 0) && !is_made (edit, id))
    {
      daybook_edit_create (edit, &daybook_rules, id);
      daybook_edit_give (edit, DAYBOOK_RULE_ROW_KEY, daybook_value_text (key));
    }
  return TRUE;
}

gboolean
daybook_rule_say (DaybookEdit    *edit,
                  DaybookReader  *reader,
                  DaybookRuleId   rule,
                  guint           field,
                  DaybookValue    value,
                  GError        **error)
{
  const char *key = daybook_rule_kind (rule)->key;
  DaybookId id;

  daybook_rule_row_id (&id, key);
  if ((field == DAYBOOK_RULE_ROW_NUMBER && value.type == DAYBOOK_VALUE_INT && !daybook_rule_check (rule, value.number, error))
      || !ensure_row (edit, reader, key, &id, error))
    {
      daybook_value_clear (&value);
      return FALSE;
    }

  daybook_edit_set (edit, &daybook_rules, &id, field, value);
  return TRUE;
}
