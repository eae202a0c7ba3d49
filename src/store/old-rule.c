/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/old-rule.h"

#include "core/attention.h"
#include "core/due-call.h"
#include "core/register.h"
#include "store/call-plans.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* What the follow-up was in books of before: its key, after how long a call was due, how long one stayed so, and the
 * plan that does it now. */
#define OLD_KEY "delivered"
#define PLAN "after_delivery"
#define DAY (24 * 60 * 60)
#define OLD_LASTS (7 * DAY)

/* In seconds, as the shop had said. FALSE without error: it had not switched it on, or the plan is there. */
static gboolean
find_wanted (DaybookReader    *reader,
             const DaybookId  *plan,
             guint            *within,
             gboolean         *wanted,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT within FROM rules WHERE key = '" OLD_KEY "' AND used = 1 AND deleted = 0"
    " AND NOT EXISTS (SELECT 1 FROM call_plans WHERE id = :plan)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":plan", plan);
  if (!daybook_statement_found (statement, wanted, error))
    return FALSE;
  if (*wanted && !daybook_span_parse (daybook_column_text (statement, 0), within))
    *within = DAY;
  return TRUE;
}

static void
add_plan (DaybookEdit *edit,
          guint        within,
          gint64       now)
{
  daybook_call_starter_adopt (daybook_call_starter (PLAN), edit, TRUE, now);
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (MIN ((within + DAY - 1) / DAY, DAYBOOK_CALL_PLAN_MOST_DAYS)));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (now - within - OLD_LASTS));
}

/* Under which the plan asks whether an order's call was done, or put off. */
static void
create_attention (DaybookEdit      *edit,
                  const DaybookRow *old,
                  const DaybookId  *plan)
{
  const char *rule = daybook_rule_kind (DAYBOOK_RULE_CALL_BACK)->key;
  gint64 cycle = daybook_call_cycle (plan, 0);
  g_autofree char *cycle_text = g_strdup_printf ("%" G_GINT64_FORMAT, cycle);
  DaybookId id, of;

  if (!daybook_id_parse (daybook_row_text (old, DAYBOOK_ATTENTION_ROW), &of))
    return;

  daybook_attention_row_id (&id, rule, daybook_row_text (old, DAYBOOK_ATTENTION_KIND), &of, cycle);
  daybook_edit_create (edit, &daybook_attentions, &id);
  for (guint field = DAYBOOK_ATTENTION_KIND; field < DAYBOOK_ATTENTION_N_FIELDS; field++)
    if (field != DAYBOOK_ATTENTION_CYCLE && daybook_row_has (old, field))
      daybook_edit_give (edit, field, daybook_value_copy (&old->values[field]));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_RULE, daybook_value_text (rule));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_CYCLE, daybook_value_text (cycle_text));
}

static gboolean
add_attentions (DaybookEdit      *edit,
                DaybookReader    *reader,
                const DaybookId  *plan,
                GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM attentions WHERE rule = '" OLD_KEY "' AND deleted = 0", error);
  gboolean found = TRUE;

  while (statement != NULL && found)
    {
      g_autoptr(DaybookRow) old = NULL;

      if (!daybook_statement_found (statement, &found, error))
        return FALSE;
      if (!found)
        break;
      old = daybook_reader_row (reader, &daybook_attentions, sqlite3_column_int64 (statement, 0), error);
      if (old == NULL)
        return FALSE;
      create_attention (edit, old, plan);
    }
  return statement != NULL;
}

gboolean
daybook_store_take_over_old_rule (DaybookStore  *store,
                                  GError       **error)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autofree char *title = g_strdup_printf (_("Switched on: %s"), daybook_call_starter (PLAN)->title);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, title, NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;
  gboolean wanted = FALSE;
  guint within = DAY;
  DaybookId plan;

  daybook_call_starter_id (PLAN, &plan);
  if (!find_wanted (reader, &plan, &within, &wanted, error))
    return FALSE;
  if (!wanted)
    return TRUE;

  add_plan (edit, within, daybook_store_get_now (store));
  if (!add_attentions (edit, reader, &plan, error))
    return FALSE;

  outcome = daybook_store_commit (store, edit, error);
  return outcome != NULL;
}
