/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/assign.h"

#include "core/article.h"
#include "core/case-draft.h"
#include "core/chore.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/case-write.h"
#include "store/reader-private.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

static DaybookValue
value_of (const DaybookRow *agent)
{
  return agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT;
}

/* The field that says whose a row is; -1: none does. */
static int
field_of (const DaybookTable *table)
{
  if (table == &daybook_cases)
    return DAYBOOK_CASE_OWNER;
  if (table == &daybook_tasks)
    return DAYBOOK_TASK_AGENT;
  if (table == &daybook_chores)
    return DAYBOOK_CHORE_PERSON;
  if (table == &daybook_articles)
    return DAYBOOK_ARTICLE_OWNER;

  return table == &daybook_orders ? DAYBOOK_ORDER_AGENT : -1;
}

gboolean
daybook_assign_can (const DaybookTable *table)
{
  return field_of (daybook_table_base (table)) >= 0;
}

/* By the rules of its register, where the shop knows it. */
static gboolean
assign_case (DaybookReader     *reader,
             DaybookEdit       *edit,
             const DaybookRow  *row,
             const DaybookRow  *agent,
             gint64             now,
             GError           **error)
{
  DaybookRegister *definition = daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  g_autoptr(DaybookCaseDraft) draft = NULL;

  if (definition == NULL)
    {
      daybook_edit_set (edit, &daybook_cases, &row->id, DAYBOOK_CASE_OWNER, value_of (agent));
      return TRUE;
    }

  draft = daybook_case_draft_of (definition, row, now);
  daybook_case_draft_set (draft, DAYBOOK_CASE_OWNER, value_of (agent));
  return daybook_reader_build_case (reader, draft, edit, error);
}

static gboolean
assign (DaybookReader     *reader,
        DaybookEdit       *edit,
        const DaybookRow  *row,
        const DaybookRow  *agent,
        gint64             now,
        GError           **error)
{
  const DaybookTable *table = daybook_table_base (row->table);
  int field = field_of (table);

  if (table == &daybook_cases)
    return assign_case (reader, edit, row, agent, now, error);
  if (field >= 0)
    {
      daybook_edit_set (edit, table, &row->id, (guint) field, value_of (agent));
      return TRUE;
    }

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("A case, a task, a chore, an article or an order is given to somebody; %s is none."),
               _(table->label));
  return FALSE;
}

/* “R-A2031: Lin”, “3 things: Lin”. (transfer full) */
static char *
title_of (DaybookReader     *reader,
          GPtrArray         *rows,
          const DaybookRow  *agent)
{
  const char *whose = agent != NULL ? daybook_row_text (agent, DAYBOOK_AGENT_NAME) : _("nobody");
  g_autofree char *name = NULL;
  DaybookMask mask;

  if (rows->len == 1)
    name = daybook_reader_title (reader, g_ptr_array_index (rows, 0), &mask);
  else
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing", "%u things", rows->len), rows->len);

  /* Translators: a case, task or order, and whose it is now. */
  return g_strdup_printf (_("%1$s: %2$s"), name, whose);
}

DaybookEdit *
daybook_assign_act (DaybookReader     *reader,
                    GPtrArray         *rows,
                    const DaybookRow  *agent,
                    const DaybookId   *by,
                    gint64             now,
                    GError           **error)
{
  g_autofree char *title = title_of (reader, rows, agent);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, by);

  for (guint i = 0; i < rows->len; i++)
    if (!assign (reader, edit, g_ptr_array_index (rows, i), agent, now, error))
      return NULL;
  return g_steal_pointer (&edit);
}
