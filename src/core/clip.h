/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of a text from outside that is fit for a message: valid UTF-8, on one
 * line, cut with an ellipsis after some forty characters. NULL gives "". */
char *daybook_clip (const char *text);

G_END_DECLS
