/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A PIN comes through the file descriptor whose number is in DAYBOOK_PIN_FD, one line for each that is asked for, or
 * from the terminal. (transfer full): daybook_hidden_line_free(). Errors: REFUSED (nobody to ask), CANCELLED, FORMAT. */

/* That of whoever is named, who acts. */
char *daybook_pin_ask     (const char  *name,
                           GError     **error);
/* A new one: on a terminal it is typed twice. */
char *daybook_pin_ask_new (const char  *name,
                           GError     **error);

G_END_DECLS
