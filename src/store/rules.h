/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Rules and opening hours, as a shop has them. */

/* What is in force. daybook_due_terms_clear() frees what is in it. */
gboolean    daybook_reader_due_terms (DaybookReader    *reader,
                                      DaybookDueTerms  *terms,
                                      GError          **error);
/* What the shop has said of its opening hours, also when that is in the trash; NULL without error: nothing.
 * (transfer full) */
DaybookRow *daybook_reader_opening   (DaybookReader    *reader,
                                      GError          **error);
/* When the agent works, by the shift that they have; NULL: they have none. (transfer full) */
DaybookCalendar *daybook_reader_shift (DaybookReader   *reader,
                                      const DaybookId  *agent);
/* Adds to the edit what is now said of a rule: `field` of its row. Takes over `value`. Errors: as the reader;
 * CONSTRAINT, of a number that it does not take. */
gboolean    daybook_rule_say         (DaybookEdit      *edit,
                                      DaybookReader    *reader,
                                      DaybookRuleId     rule,
                                      guint             field,
                                      DaybookValue      value,
                                      GError          **error);

G_END_DECLS
