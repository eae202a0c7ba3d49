/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Enquiries that were answered at once, counted with one key (IN-21): the channel stays chosen, a number
 * or a button counts one of its class. Below, what the last days come to. */
#define DAYBOOK_TYPE_TALLY_PAGE (daybook_tally_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTallyPage, daybook_tally_page, DAYBOOK, TALLY_PAGE, DaybookPage)

DaybookPage *daybook_tally_page_new (DaybookStore *store);

G_END_DECLS
