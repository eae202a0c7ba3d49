/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"

G_BEGIN_DECLS

/* What all files of one kind have in common and no table of the platform says: amounts of a bill
 * are kept without their sign, which the kind has told; a customer is known by what is not masked.
 * @entry: all of it read.
 * Returns NULL, or a sentence that says why it cannot be imported. */
const char *daybook_entry_settle (DaybookEntry *entry);

G_END_DECLS
