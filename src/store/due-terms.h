/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Among the numbers of this laptop (store/local.h): DaybookDueTerms.year, that of the newest rebuild. */
#define DAYBOOK_DUE_YEAR "due_year"

/* What is due by what a book says: its rules, its opening hours, its shop's zone. What came from another
 * laptop and cannot be read is as if nothing had been said. */
gboolean daybook_due_terms_read (DaybookDatabase  *db,
                                 DaybookDueTerms  *terms,
                                 GError          **error);

G_END_DECLS
