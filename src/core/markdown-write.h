/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text that comes from elsewhere so that Markdown shows it as it stands: nothing of it is a heading, a list,
 * emphasis, a link or HTML. Its lines stay lines. `length` in bytes, or -1. */
void daybook_markdown_append_plain (GString    *out,
                                    const char *text,
                                    gssize      length);

G_END_DECLS
