/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* In SQL: masked (MASK, text), what may be shown of personal data without a reveal, as
 * daybook_mask() gives it; MASK is a DaybookMask. */
#define DAYBOOK_MASK_FUNCTION "masked"

gboolean daybook_mask_function_register (DaybookDatabase  *db,
                                         GError          **error);

G_END_DECLS
