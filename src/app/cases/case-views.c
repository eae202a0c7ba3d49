/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-views.h"

#include "app/common/shared-views.h"
#include "core/case.h"
#include "core/intern.h"
#include "core/query.h"
#include "core/register-money.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* With the person at the desk as handler, or as owner where it is with nobody else (AS-06). */
static char *
where_mine (DaybookStore *store,
            const char   *where)
{
  g_autofree char *agent = daybook_id_to_string (daybook_store_get_agent (store));

  return g_strdup_printf ("%s and (handler = '%s' or owner = '%s')", where, agent, agent);
}

/* Behind the views that every register has, those of registers that know claims have one more. */
#define CLAIMS_ICON "emblem-important-symbolic"

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

/* Claimed, and nothing is said of what came of it; whether the case is closed or not. */
static DaybookShippedView
make_claims_view (const DaybookRegisterClaim *claim)
{
  g_autofree char *where = g_strdup_printf ("%s > 0 and %s = null", claim->amount, claim->paid);

  return (DaybookShippedView) {
    DAYBOOK_CASE_VIEW_CLAIMS, N_("Open Claims"), CLAIMS_ICON, daybook_intern (where),
    N_("No claim is open: of each that was made, somebody wrote down what was paid."),
  };
}

/* The views of a register that knows claims; they live for good, as its table does. Main thread. */
static const DaybookShippedView *
obtain_with_claims (const DaybookTable         *table,
                    const DaybookRegisterClaim *claim)
{
  static GHashTable *all; /* DaybookTable → DaybookShippedView[] */
  DaybookShippedView *views;

  if (all == NULL)
    all = g_hash_table_new (NULL, NULL);
  views = g_hash_table_lookup (all, table);
  if (views == NULL)
    {
      views = g_new0 (DaybookShippedView, G_N_ELEMENTS (VIEWS) + 1);
      memcpy (views, VIEWS, sizeof VIEWS);
      views[G_N_ELEMENTS (VIEWS) - 1] = make_claims_view (claim);
      g_hash_table_insert (all, (gpointer) table, views);
    }
  return views;
}

DaybookViewList *
daybook_case_views_for (DaybookStore       *store,
                        const DaybookTable *table)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  DaybookRegister *definition = daybook_reader_register (reader, table->part);
  const DaybookRegisterClaim *claim = definition != NULL ? daybook_register_get_claim (definition) : NULL;

  return daybook_shared_views (store, table, claim != NULL && claim->amount != NULL ? obtain_with_claims (table, claim) : VIEWS);
}
