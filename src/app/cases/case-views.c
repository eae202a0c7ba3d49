/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-views.h"

#include "app/common/shared-views.h"
#include "core/case.h"
#include "core/query.h"

#include <glib/gi18n-lib.h>

/* With the person at the desk as handler, or as owner where it is with nobody else (AS-06). */
static char *
where_mine (DaybookStore *store,
            const char   *where)
{
  g_autofree char *agent = daybook_id_to_string (daybook_store_get_agent (store));

  return g_strdup_printf ("%s and (handler = '%s' or owner = '%s')", where, agent, agent);
}

static const DaybookShippedView VIEWS[] = {
  { DAYBOOK_CASE_VIEW_OPEN, N_("Open"), "view-list-symbolic", "closed_at = null",
    N_("Nothing is open here. What is asked for is written down the day it comes, and followed until it is settled.") },
  { DAYBOOK_CASE_VIEW_MINE, N_("Mine"), "avatar-default-symbolic", "closed_at = null",
    N_("Nothing here waits for you."), where_mine },
  /* A week is when people begin to ask where their case is (AS-13). */
  { DAYBOOK_CASE_VIEW_AGEING, N_("Open for a Week"), "document-open-recent-symbolic", "closed_at = null and opened_at < today-7",
    N_("No case drags on: each that is open was opened within the last seven days.") },
  { DAYBOOK_CASE_VIEW_ALL, N_("All"), "view-grid-symbolic", "", NULL },
  { NULL },
};

DaybookViewList *
daybook_case_views_for (DaybookStore       *store,
                        const DaybookTable *table)
{
  return daybook_shared_views (store, table, VIEWS);
}
