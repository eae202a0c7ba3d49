/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Everything that is due, worst first, in sections; done and put off with a key each (UX, DESIGN §4). */
#define DAYBOOK_TYPE_TODAY_PAGE (daybook_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTodayPage, daybook_today_page, DAYBOOK, TODAY_PAGE, DaybookPage)

DaybookPage *daybook_today_page_new (DaybookStore *store);
/* What is open in the panel: a case in its register's table, also where its task is due, the order of which something is, or
 * the customer whose day it is; NULL: something else, or nothing. (transfer full) */
DaybookRow  *daybook_today_page_get_open (DaybookTodayPage *self);
/* The words by which greetings are found for the customer's day that is open; NULL: it is none. (transfer none) */
const char  *daybook_today_page_get_greeting (DaybookTodayPage *self);
/* Opens what has the key (core/due.h) in the panel, once the list is there; what is not due any more is
 * not opened. */
void         daybook_today_page_open_key (DaybookTodayPage *self,
                                          const char       *key);

G_END_DECLS
