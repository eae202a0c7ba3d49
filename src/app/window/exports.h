/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/shell.h"
#include "app/window/window.h"

G_BEGIN_DECLS

/* Asks into which file the list is to go, and whether personal data is to be in it in
 * full; writes it in the background (window/work.h), and says where it is in a toast
 * that opens its folder. */
void daybook_exports_begin (DaybookWindow           *window,
                            const DaybookListExport *list);

G_END_DECLS
