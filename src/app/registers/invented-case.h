/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

G_BEGIN_DECLS

#define DAYBOOK_INVENTED_CASES 2

/* A made-up case of the register, the i-th: something in every field, so that it can be seen what a
 * case looks like. It is in no book. (transfer full) */
DaybookRow *daybook_invented_case (DaybookDesk     *desk,
                                   DaybookRegister *definition,
                                   guint            i);
/* What it is called that the field of that case points at, a row that is not there; NULL: it points
 * at none, or at what is there. */
const char *daybook_invented_name (const DaybookField *field,
                                   guint               i);

G_END_DECLS
