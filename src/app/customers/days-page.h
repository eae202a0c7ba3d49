/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The customers' days to remember in the next weeks (CU-07), the nearest first. */
#define DAYBOOK_TYPE_DAYS_PAGE (daybook_days_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDaysPage, daybook_days_page, DAYBOOK, DAYS_PAGE, DaybookPage)

DaybookPage *daybook_days_page_new          (DaybookStore    *store);
/* The customer in the panel, or at hand; NULL: none. (transfer full) */
DaybookRow  *daybook_days_page_get_open     (DaybookDaysPage *self);
/* By which words the greetings of that day are found; NULL: none is at hand. (transfer none) */
const char  *daybook_days_page_get_greeting (DaybookDaysPage *self);

/* Commands: `open`, `next`, `previous`, `select-all`; `done`: until the day comes again. */

G_END_DECLS
