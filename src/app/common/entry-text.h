/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what the book says in a line that can be typed in: undone elsewhere, or set by
 * somebody else, it is shown anew. What was typed and not confirmed yet is left alone. */
void daybook_entry_text_show (AdwEntryRow *row,
                              const char  *text);
/* The line is of another thing from now on: what was typed for the one before goes. */
void daybook_entry_text_turn (AdwEntryRow *row,
                              const char  *text);

G_END_DECLS
