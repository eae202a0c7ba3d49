/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The pass over yesterday's parcels (store/trace-pass.h): one key each for “it moves”, and for what is done about
 * one that does not. */
#define DAYBOOK_TYPE_TRACE_PAGE (daybook_trace_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTracePage, daybook_trace_page, DAYBOOK, TRACE_PAGE, DaybookPage)

DaybookPage *daybook_trace_page_new (DaybookStore *store);

/* Commands: `done` (it moves), `ask-courier`, `tell-customer`, `extend-receipt`, `copy` (the tracking number),
 * `open` (the order), `next`, `previous`, `select-all`. */

G_END_DECLS
