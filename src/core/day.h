/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days without a time, as they are kept: "2026-11-29". Their order is that of the texts. */

/* Whether it is one, and exists. */
gboolean daybook_day_is (const char *text);
/* FALSE: it is none; `date` is left alone. */
gboolean daybook_day_parse (const char *text,
                            GDate      *date);
/* (transfer full) */
char    *daybook_day_print (const GDate *date);
/* Its first moment in `zone`. */
gint64   daybook_day_begin (const GDate *date,
                            GTimeZone   *zone);
/* The day on which the moment (UTC seconds) is in `zone`. (transfer full) */
char    *daybook_day_of (gint64      moment,
                         GTimeZone  *zone);
/* The day after one that exists. (transfer full) */
char    *daybook_day_after (const char *day);

G_END_DECLS
