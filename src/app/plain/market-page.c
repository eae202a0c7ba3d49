/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/market-page.h"

#include "app/plain/plain-page.h"
#include "core/campaign.h"

#include <glib/gi18n-lib.h>

static const int COLUMNS[] = { DAYBOOK_MARKET_NOTE_TITLE, DAYBOOK_MARKET_NOTE_KIND, DAYBOOK_MARKET_NOTE_AT, DAYBOOK_MARKET_NOTE_SOURCE, -1 };

static const int FIELDS[] = {
  DAYBOOK_MARKET_NOTE_TITLE, DAYBOOK_MARKET_NOTE_KIND, DAYBOOK_MARKET_NOTE_SOURCE, DAYBOOK_MARKET_NOTE_AT, DAYBOOK_MARKET_NOTE_AGENT,
  DAYBOOK_MARKET_NOTE_TEXT, -1,
};

static const DaybookShippedView VIEWS[] = {
  { "market-all", N_("Market Notes"), "user-bookmarks-symbolic", "", N_("Nothing was heard of the market yet."), .sort = "-at" },
  { "market-competitors", N_("Competitors"), "system-users-symbolic", "kind = competitor", N_("Nothing was heard of competitors yet."), .sort = "-at", .at_need = TRUE },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n), n);
}

static void
fill (DaybookPlainPage *page,
      DaybookEdit      *edit)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page));

  daybook_edit_give (edit, DAYBOOK_MARKET_NOTE_AT, daybook_value_int (daybook_store_get_now (store)));
  daybook_edit_give (edit, DAYBOOK_MARKET_NOTE_AGENT, daybook_value_id (daybook_store_get_agent (store)));
}

static const DaybookPlainSpec SPEC = {
  .list = { &daybook_market_notes, COLUMNS, VIEWS, "market-all", "market-all", N_("There is no such note."), count },
  .fields = FIELDS,
  .title = N_("Market Notes"),
  .icon = "user-bookmarks-symbolic",
  .empty = N_("No Market Notes Yet"),
  .teaches = N_("What competitors do, what the platform and the authorities announce, what customers ask for: a line when it is heard, found again when it is needed."),
  .make = N_("New Note…"),
  .asks = N_("What was heard"),
  .fill = fill,
  .copies = -1,
};

DaybookPage *
daybook_market_page_new (DaybookStore *store)
{
  return daybook_plain_page_new (store, &SPEC);
}

DaybookViewList *
daybook_market_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC.list);
}
