/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Open cases of the same register and order as one that is being begun (UX 6), each a click away.
 * In sight only while there are some. */
#define DAYBOOK_TYPE_SIMILAR_CASES (daybook_similar_cases_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSimilarCases, daybook_similar_cases, DAYBOOK, SIMILAR_CASES, AdwBin)

/* `row` NULL: none is being begun. */
void daybook_similar_cases_show (DaybookSimilarCases *self,
                                 DaybookDesk         *desk,
                                 DaybookRegister     *definition,
                                 const DaybookRow    *row);

G_END_DECLS
