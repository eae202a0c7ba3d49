/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A pass (core/pass.h): today’s places with a tick each, who and when; what is found there begins a case.
 * Yesterday’s below. */
#define DAYBOOK_TYPE_PASS_PAGE (daybook_pass_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPassPage, daybook_pass_page, DAYBOOK, PASS_PAGE, DaybookPage)

/* The daily sweep of the shop's back office (IN-20). */
DaybookPage *daybook_sweep_page_new (DaybookStore *store);

G_END_DECLS
