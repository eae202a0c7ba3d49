/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* A shop without an owner could never be set up again. The rule is checked where a
 * person acts (RECORDS §2): around what a commit or an undo changes, before it
 * is committed. What arrives from other laptops is not refused. */

/* The name of an owner; NULL without an error when there is none. */
char     *daybook_owner_rule_before (DaybookDatabase  *db,
                                     GError          **error);
/* Whether there is an owner still, if there was one: `before` is what the above
 * gave. Errors: REFUSED. */
gboolean  daybook_owner_rule_check  (DaybookDatabase  *db,
                                     const char       *before,
                                     GError          **error);

G_END_DECLS
