/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-write.h"

#include "core/case-parts.h"
#include "core/customer.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/reader-private.h"

/* The first there is. */
static const DaybookId *
find_lead (GPtrArray *agents)
{
  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (daybook_row_int (agent, DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_LEAD)
        return &agent->id;
    }

  return NULL;
}

gboolean
daybook_reader_build_case (DaybookReader     *reader,
                           DaybookCaseDraft  *draft,
                           DaybookEdit       *edit,
                           GError           **error)
{
  const DaybookId *id = &daybook_case_draft_row (draft)->id;
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, error);
  g_autoptr(GPtrArray) tasks = agents != NULL ? daybook_reader_parts (reader, &daybook_tasks, DAYBOOK_TASK_CASE, id, error) : NULL;

  if (tasks == NULL)
    return FALSE;

  daybook_case_draft_know_tasks (draft, tasks);
  daybook_case_draft_build (draft, find_lead (agents), edit);
  return TRUE;
}

gboolean
daybook_reader_take_customer (DaybookReader     *reader,
                              DaybookCaseDraft  *draft,
                              const DaybookRow  *customer,
                              GError           **error)
{
  g_autoptr(GPtrArray) handles = daybook_reader_parts (reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &customer->id, error);

  if (handles != NULL)
    daybook_case_draft_take_customer (draft, customer, handles);
  return handles != NULL;
}

/* --- Links ------------------------------------------------------------------------- */

static gboolean
is_in_use (DaybookReader   *reader,
           const DaybookId *id)
{
  g_autoptr(DaybookRow) row = id != NULL ? daybook_reader_find (reader, &daybook_cases, id, NULL) : NULL;

  return row != NULL && daybook_row_int (row, DAYBOOK_CASE_DELETED) == 0;
}

static void
add_links (DaybookReader *reader,
           GPtrArray     *links,
           GPtrArray     *found,
           guint          far)
{
  for (guint i = 0; i < found->len; i++)
    {
      DaybookRow *link = g_ptr_array_index (found, i);

      if (is_in_use (reader, daybook_row_ref_id (link, far)))
        g_ptr_array_add (links, daybook_row_ref (link));
    }
}

GPtrArray *
daybook_reader_case_links (DaybookReader    *reader,
                           const DaybookId  *of,
                           GError          **error)
{
  g_autoptr(GPtrArray) from = daybook_reader_parts (reader, &daybook_case_links, DAYBOOK_CASE_LINK_CASE, of, error);
  g_autoptr(GPtrArray) to = from != NULL ? daybook_reader_parts (reader, &daybook_case_links, DAYBOOK_CASE_LINK_OTHER, of, error) : NULL;
  GPtrArray *links;

  if (to == NULL)
    return NULL;

  links = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  add_links (reader, links, from, DAYBOOK_CASE_LINK_OTHER);
  add_links (reader, links, to, DAYBOOK_CASE_LINK_CASE);
  return links;
}
