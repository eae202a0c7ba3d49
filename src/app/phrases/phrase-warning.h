/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

G_BEGIN_DECLS

/* What is the matter with a phrase, in a few words behind a sign: "⚠ {custmer}", "⚠ best". "" where nothing is. What the
 * word guard knows is read once while the book stays the same. Main thread. (transfer full) */
char *daybook_phrase_warning (DaybookDesk      *desk,
                              const DaybookRow *row);

G_END_DECLS
