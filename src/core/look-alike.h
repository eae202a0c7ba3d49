/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Latin letter that a folded one (core/han.h) of another script is taken for: “е” of wеchаt is Cyrillic. Any other
 * character, and so all of Chinese, as it is. What is compared so is never shown. */
gunichar daybook_look_alike (gunichar c);

G_END_DECLS
