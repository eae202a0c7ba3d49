/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is known of a file while it is still read: what it is, and its first rows. */
#define DAYBOOK_TYPE_FIRST_LOOK_VIEW (daybook_first_look_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFirstLookView, daybook_first_look_view, DAYBOOK, FIRST_LOOK_VIEW, AdwBin)

/* NULL: it is not known yet, and nothing is shown. */
void daybook_first_look_view_show (DaybookFirstLookView   *self,
                                   const DaybookFirstLook *look);

G_END_DECLS
