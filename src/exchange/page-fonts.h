/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The fonts of pages and of plots that are written into files: those of the person's own script, with
 * letters as they are drawn and not as a screen rounds them; one unit is one point. (transfer full) */
PangoContext *daybook_page_fonts_new (void);

G_END_DECLS
