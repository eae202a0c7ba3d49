/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The next web address (http://, https://) in a text that ends with NUL, and how many bytes it has; NULL: there is none.
 * It ends where a blank or anything else than ASCII stands, before what ends a sentence, and before a bracket that was
 * opened before it: people write “见https://a.b/c，” and “(https://a.b).” */
const char *daybook_web_address_find (const char *text,
                                      gsize      *n);

G_END_DECLS
