/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/language.h"
#include "core/phrase.h"

G_BEGIN_DECLS

/* What stands in a phrase is in the language of the phrase, whatever the program's is: so it is no matter for
 * gettext. A language here is never ANY. Moments are UTC seconds, `zone` is the shop's. Pure; any thread. */

/* By the part of the day: 早上好, 早安, “Good morning” (PH-02). */
const char *daybook_phrase_greeting (DaybookLanguage  language,
                                     DaybookDaypart   part);
/* 星期日, “Sunday”. */
const char *daybook_phrase_weekday  (DaybookLanguage  language,
                                     gint64           moment,
                                     GTimeZone       *zone);
/* 11月29日, “29 November”. (transfer full) */
char       *daybook_phrase_day      (DaybookLanguage  language,
                                     gint64           moment,
                                     GTimeZone       *zone);
/* When something will be, said at `now`: 明天 10:00, “4 December 10:00”, with the year where it is another one.
 * daybook_soon_word() reads the same moment of it, to the minute. (transfer full) */
char       *daybook_phrase_time     (DaybookLanguage  language,
                                     gint64           moment,
                                     gint64           now,
                                     GTimeZone       *zone);
/* 茶杯、茶壶, “cup, pot”. (element-type char) (transfer full) */
char       *daybook_phrase_list     (DaybookLanguage  language,
                                     GPtrArray       *texts);
/* What is said beside something: SF123（顺丰）, “SF123 (DHL)”. (transfer full) */
char       *daybook_phrase_beside   (DaybookLanguage  language,
                                     const char      *text,
                                     const char      *beside);
/* So many kinds of goods, of which the first is named: 茶杯等5种商品, “cup and 4 more”. (transfer full) */
char       *daybook_phrase_and_more (DaybookLanguage  language,
                                     const char      *first,
                                     guint            n);

G_END_DECLS
