/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-sums.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The control sums of an import as a list: what a person lays beside the
 * platform's own page. */
#define DAYBOOK_TYPE_SUMS_VIEW (daybook_sums_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSumsView, daybook_sums_view, DAYBOOK, SUMS_VIEW, AdwBin)

/* Reads the sums of `json` (CLI.md, `sums`) of an import of this kind. Hides itself when there are none. */
void daybook_sums_view_show (DaybookSumsView *self,
                             DaybookStore    *store,
                             const char      *kind,
                             const char      *json);

G_END_DECLS
