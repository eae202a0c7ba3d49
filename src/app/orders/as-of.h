/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "As of 09:12" (OR-17): how old what the list says is, for each shop, with the
 * way to a newer export. */
#define DAYBOOK_TYPE_AS_OF (daybook_as_of_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAsOf, daybook_as_of, DAYBOOK, AS_OF, AdwBin)

/* Once. */
void daybook_as_of_set_desk (DaybookAsOf *self,
                             DaybookDesk *desk);

G_END_DECLS
