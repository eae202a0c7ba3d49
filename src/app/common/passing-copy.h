/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A person's data that was copied does not lie in the clipboard for whoever comes next: so long after it was put there it is
 * taken out, unless something else was copied meanwhile, here or in another program. (What keeps a history of the clipboard
 * has it still.) */
#define DAYBOOK_PASSING_SECONDS 30

void daybook_passing_copy       (GdkClipboard *clipboard,
                                 const char   *text);
/* The same of what is in it now: what a person copied out of a label. */
void daybook_passing_copy_watch (GdkClipboard *clipboard,
                                 guint         seconds);

G_END_DECLS
