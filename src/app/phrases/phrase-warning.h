/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

G_BEGIN_DECLS

/* What is the matter with a phrase, in a few words behind a sign: "⚠ {custmer}", "⚠ best". "" where nothing is. What the
 * word guard would find is said once somebody has made it known (below). Main thread. (transfer full) */
char *daybook_phrase_warning (DaybookDesk      *desk,
                              const DaybookRow *row);

/* Makes known what the word guard knows, off the main thread, as often as the shop's words change. */
#define DAYBOOK_TYPE_PHRASE_WARNINGS (daybook_phrase_warnings_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseWarnings, daybook_phrase_warnings, DAYBOOK, PHRASE_WARNINGS, GObject)

DaybookPhraseWarnings *daybook_phrase_warnings_new (DaybookDesk *desk);

/* Signal `changed`: warnings may read otherwise now. */

G_END_DECLS
