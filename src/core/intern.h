/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one copy of a text that is kept until the program ends; NULL of NULL. From any thread. It
 * takes no place among GLib's quarks as g_intern_string() does: the registers have thousands of
 * texts, and the table of the quarks leaks whenever it grows (glib/gquark.c). */
const char *daybook_intern (const char *text);

G_END_DECLS
