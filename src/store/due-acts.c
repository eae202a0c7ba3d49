/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due-acts.h"

#include "core/article-edit.h"
#include "core/attention.h"
#include "core/campaign.h"
#include "core/case-call.h"
#include "core/chore.h"
#include "core/due-order.h"
#include "core/mask.h"
#include "core/moment.h"
#include "store/call-plans.h"
#include "store/day-words.h"
#include "store/reader-private.h"
#include "store/rhythm.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

/* "Birthday · 张*" (transfer full) */
static char *
title_day (DaybookReader    *reader,
           const DaybookRow *day)
{
  g_autofree char *who = daybook_day_who (reader, day);

  return g_strdup_printf ("%s · %s", daybook_remembered_day_name (day), who);
}

/* By which plan: “After a Complaint · T-A0007”. */
static char *
title_call (DaybookReader        *reader,
            const DaybookDueItem *item,
            const char           *title)
{
  g_autoptr(DaybookRow) plan = daybook_call_plan_of_item (reader, item);

  return g_strdup_printf ("%s · %s", plan != NULL ? daybook_row_text (plan, DAYBOOK_CALL_PLAN_NAME) : _(daybook_rule_kind (item->due.rule)->label), title);
}

char *
daybook_due_item_title (DaybookReader        *reader,
                        const DaybookDueItem *item)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, item->table, item->rowid, NULL);
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = row != NULL ? daybook_reader_title (reader, row, &mask) : g_strdup ("");
  g_autofree char *title = daybook_mask (mask, full);
  g_autofree char *which = daybook_due_of_which (&item->due, daybook_store_get_zone (reader->store));

  if (item->due.rule == DAYBOOK_RULE_TASK || item->due.rule == DAYBOOK_RULE_CHORE)
    return g_steal_pointer (&title);
  if (item->due.rule == DAYBOOK_RULE_DAY && row != NULL)
    return title_day (reader, row);
  if (item->due.rule == DAYBOOK_RULE_CALL_BACK)
    return title_call (reader, item, title);

  return g_strdup_printf ("%s · %s", _(daybook_rule_kind (item->due.rule)->label), which != NULL ? which : title);
}

static guint
count_due (DaybookReader        *reader,
           const DaybookDueItem *item)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, item->table, item->rowid, NULL);
  g_auto(DaybookDueTerms) terms = { 0 };

  if (row == NULL || !daybook_reader_due_terms (reader, &terms, NULL))
    return 0;

  return daybook_chore_count_due (&terms, row, item->due.cycle, daybook_store_get_now (reader->store));
}

char *
daybook_due_item_explain (DaybookReader        *reader,
                          const DaybookDueItem *item)
{
  g_autofree char *why = daybook_due_explain (&item->due, daybook_store_get_zone (reader->store));
  g_autofree char *day = item->due.rule == DAYBOOK_RULE_DAY ? daybook_day_explain (reader, item->rowid, (int) item->due.cycle) : NULL;
  g_autoptr(DaybookRow) plan = daybook_call_plan_of_item (reader, item);
  guint n = item->due.rule == DAYBOOK_RULE_CHORE ? count_due (reader, item) : 0;

  if (day != NULL)
    return g_strjoin (" ", day, why, NULL);
  if (plan != NULL)
    /* Translators: a call-back plan, and since when and until when the call waits. */
    return g_strdup_printf (_("Call-back “%1$s”. %2$s"), daybook_row_text (plan, DAYBOOK_CALL_PLAN_NAME), why);
  if (n < 2)
    return g_steal_pointer (&why);

  /* Translators: %1$s is a sentence; it is followed by how often a chore was due, and done not once. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s It was due %2$u time.", "%1$s It was due %2$u times.", n), why, n);
}

/* --- Attention -------------------------------------------------------------------------- */

/* What is said of an item: a row that is made, or goes on. */
typedef struct
{
  DaybookEdit *edit;
  DaybookId    id;
  gboolean     fresh;
} Attention;

static void
say (Attention    *self,
     guint         field,
     DaybookValue  value)
{
  if (self->fresh)
    daybook_edit_give (self->edit, field, value);
  else
    daybook_edit_set (self->edit, &daybook_attentions, &self->id, field, value);
}

static gboolean
attend (Attention             *self,
        DaybookEdit           *edit,
        DaybookReader         *reader,
        const DaybookDueItem  *item,
        const DaybookId       *agent,
        GError               **error)
{
  const char *rule = daybook_rule_kind (item->due.rule)->key;
  g_autofree char *row = daybook_id_to_string (&item->id);
  g_autofree char *cycle = g_strdup_printf ("%" G_GINT64_FORMAT, item->due.cycle);
  g_autoptr(GError) local = NULL;
  g_autoptr(DaybookRow) known = NULL;

  self->edit = edit;
  daybook_attention_row_id (&self->id, rule, item->table->kind, &item->id, item->due.cycle);
  known = daybook_reader_find (reader, &daybook_attentions, &self->id, &local);
  if (local != NULL && !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  /* One in the trash comes back with what it is given. */
  self->fresh = known == NULL || daybook_row_int (known, DAYBOOK_ATTENTION_DELETED) != 0;
  if (self->fresh)
    {
      daybook_edit_create (edit, &daybook_attentions, &self->id);
      say (self, DAYBOOK_ATTENTION_RULE, daybook_value_text (rule));
      say (self, DAYBOOK_ATTENTION_KIND, daybook_value_text (item->table->kind));
      say (self, DAYBOOK_ATTENTION_ROW, daybook_value_text (row));
      say (self, DAYBOOK_ATTENTION_CYCLE, daybook_value_text (cycle));
    }
  say (self, DAYBOOK_ATTENTION_AGENT, daybook_value_id (agent));
  return TRUE;
}

gboolean
daybook_task_end (DaybookEdit       *edit,
                  DaybookReader     *reader,
                  const DaybookRow  *task,
                  const DaybookId   *agent,
                  gint64             now,
                  GError           **error)
{
  const DaybookCallReport report = { .outcome = DAYBOOK_CALL_REACHED };
  const DaybookId *of = daybook_row_ref_id (task, DAYBOOK_TASK_CASE);
  g_autoptr(DaybookRow) row = of != NULL ? daybook_reader_find (reader, &daybook_cases, of, error) : NULL;

  return (of == NULL || row != NULL) && daybook_case_call_report (edit, row, task, &report, agent, now, error);
}

static gboolean
end_task (DaybookEdit           *edit,
          DaybookReader         *reader,
          const DaybookDueItem  *item,
          const DaybookId       *agent,
          gint64                 now,
          GError               **error)
{
  g_autoptr(DaybookRow) task = daybook_reader_row (reader, &daybook_tasks, item->rowid, error);

  return task != NULL && daybook_task_end (edit, reader, task, agent, now, error);
}

static gboolean
review_article (DaybookEdit           *edit,
                DaybookReader         *reader,
                const DaybookDueItem  *item,
                gint64                 now,
                GError               **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_articles, item->rowid, error);

  if (row != NULL)
    daybook_article_review (edit, row, now, daybook_store_get_zone (reader->store));
  return row != NULL;
}

gboolean
daybook_due_add_done (DaybookEdit           *edit,
                      DaybookReader         *reader,
                      const DaybookDueItem  *item,
                      const DaybookId       *agent,
                      gint64                 now,
                      GError               **error)
{
  Attention said;

  if (item->table == &daybook_tasks)
    return end_task (edit, reader, item, agent, now, error);
  if (item->table == &daybook_articles)
    return review_article (edit, reader, item, now, error);
  if (item->due.rule == DAYBOOK_RULE_CAMPAIGN_END)
    {
      daybook_edit_set (edit, &daybook_campaigns, &item->id, DAYBOOK_CAMPAIGN_DONE_AT, daybook_value_int (now));
      return TRUE;
    }
  if (item->due.rule == DAYBOOK_RULE_VIP_CONTACT)
    {
      daybook_contacted_add (edit, &item->id, DAYBOOK_EVENT_TOLD, agent, now);
      return TRUE;
    }
  if (!attend (&said, edit, reader, item, agent, error))
    return FALSE;

  say (&said, DAYBOOK_ATTENTION_DONE_AT, daybook_value_int (now));
  return TRUE;
}

/* --- Acts -------------------------------------------------------------------------------- */

DaybookEdit *
daybook_due_act_done (DaybookReader    *reader,
                      GPtrArray        *items,
                      const DaybookId  *agent,
                      gint64            now,
                      GError          **error)
{
  g_autofree char *one = items->len == 1 ? daybook_due_item_title (reader, g_ptr_array_index (items, 0)) : NULL;
  g_autofree char *title = one != NULL
    /* Translators: an act in the history; %s: “Answer the customer · R-A2031”. */
    ? g_strdup_printf (_("Done: %s"), one)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing done", "%u things done", items->len), items->len);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  for (guint i = 0; i < items->len; i++)
    if (!daybook_due_add_done (edit, reader, g_ptr_array_index (items, i), agent, now, error))
      return NULL;

  return g_steal_pointer (&edit);
}

gboolean
daybook_due_add_snooze (DaybookEdit           *edit,
                        DaybookReader         *reader,
                        const DaybookDueItem  *item,
                        gint64                 until,
                        DaybookSnooze          manner,
                        const DaybookId       *agent,
                        gint64                 now,
                        GError               **error)
{
  Attention said;

  if (until <= now)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("That time is over: nothing can be put off until then."));
      return FALSE;
    }
  if (!attend (&said, edit, reader, item, agent, error))
    return FALSE;

  say (&said, DAYBOOK_ATTENTION_SNOOZED_AT, daybook_value_int (now));
  say (&said, DAYBOOK_ATTENTION_UNTIL, daybook_value_int (until));
  say (&said, DAYBOOK_ATTENTION_KEEP, daybook_value_int (manner == DAYBOOK_SNOOZE_ANYWAY));
  return TRUE;
}

static char *
snoozed_title (DaybookReader  *reader,
               GPtrArray      *items,
               gint64          until,
               gint64          now)
{
  g_autofree char *when = daybook_moment_format (until, now, daybook_store_get_zone (reader->store));
  g_autofree char *one = items->len == 1 ? daybook_due_item_title (reader, g_ptr_array_index (items, 0)) : NULL;

  if (one != NULL)
    /* Translators: an act in the history: until when, and “Answer the customer · R-A2031”. */
    return g_strdup_printf (_("Snoozed until %1$s: %2$s"), when, one);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u thing snoozed until %2$s", "%1$u things snoozed until %2$s", items->len),
                          items->len, when);
}

DaybookEdit *
daybook_due_act_snooze (DaybookReader    *reader,
                        GPtrArray        *items,
                        gint64            until,
                        DaybookSnooze     manner,
                        const DaybookId  *agent,
                        gint64            now,
                        GError          **error)
{
  g_autofree char *title = snoozed_title (reader, items, until, now);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  for (guint i = 0; i < items->len; i++)
    if (!daybook_due_add_snooze (edit, reader, g_ptr_array_index (items, i), until, manner, agent, now, error))
      return NULL;

  return g_steal_pointer (&edit);
}
