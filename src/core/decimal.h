/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that are kept as whole ones and have some of their digits behind the decimal sign:
 * 1250 with 2 digits is 12.50. */

/* "12.50" (transfer full) */
char    *daybook_decimal_print (gint64      number,
                                guint       digits);
/* Reads "12.5", "12", "-0.25". FALSE: it is no number, has more digits than fit, or is too
 * large; `number` is not touched then. */
gboolean daybook_decimal_parse (const char *text,
                                guint       digits,
                                gint64     *number);

G_END_DECLS
