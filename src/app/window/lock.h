/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* Keeps the window shut until whoever is to sit at the desk has said their PIN: at the start, when they ask for it, when
 * nobody has touched it for a while, and when another person comes to sit there in whatever way. What is being typed
 * stays as it is behind it. */

/* Once there is a book; `stack` shows either the pages or the lock. */
void     daybook_lock_begin (DaybookWindow   *window,
                             GtkStack        *stack);
/* Turns the stack to that child; behind the lock, once it is open. */
void     daybook_lock_show  (DaybookWindow   *window,
                             GtkStack        *stack,
                             const char      *child);
gboolean daybook_lock_is_on (DaybookWindow   *window);
/* Shuts the window; where whoever sits there has no PIN, it is offered who sits down. */
void     daybook_lock_shut  (DaybookWindow   *window);
/* Somebody sits down: at once, or after their PIN. */
void     daybook_lock_sit   (DaybookWindow   *window,
                             const DaybookId *agent);
/* Whoever may stay goes back to work. */
void     daybook_lock_leave (DaybookWindow   *window);

G_END_DECLS
