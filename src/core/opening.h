/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"
#include "core/edit.h"
#include "core/id.h"
#include "core/registry.h"
#include "core/row.h"

G_BEGIN_DECLS

/* When a shop is open, as it is kept: a shared row (SH-04). */
enum
{
  DAYBOOK_OPENING_DELETED,
  DAYBOOK_OPENING_KEY,
  DAYBOOK_OPENING_WEEK, /* JSON: the member `week` of a calendar (core/calendar.h) */
  DAYBOOK_OPENING_DAYS, /* JSON: its member `days` */
  DAYBOOK_OPENING_N_FIELDS,
};

extern const DaybookTable daybook_openings;

/* The key of the shop's own hours. */
#define DAYBOOK_OPENING_SHOP "shop"

/* The id of the row: the same on every laptop. */
void             daybook_opening_row_id   (DaybookId         *id,
                                           const char        *key);
/* The hours before anybody has said others: those in which one of the handbook's shifts is on. JSON. */
const char      *daybook_opening_default  (void);
/* The calendar of both fields; one that is NULL or empty: the usual week, no days.
 * Errors: FORMAT, as daybook_calendar_parse(). */
DaybookCalendar *daybook_opening_calendar (const char        *week,
                                           const char        *days,
                                           GError           **error);

/* --- Saying them otherwise --- */

/* The spans of a day ("mon" … "sun" of a week, "2026-10-01" of days) as texts, "08:00-12:00"; none: closed.
 * NULL: nothing is said of the day, or the JSON cannot be read. (transfer full) */
char           **daybook_opening_spans    (const char         *json,
                                           const char         *day);
/* What people write for a day: spans with commas or blanks between, or one of the words for "closed"; as
 * texts. (transfer full) */
char           **daybook_opening_read_spans (const char       *text);
/* The JSON with a day that is open in these spans; `spans` NULL: nothing is said of it. `json` NULL or empty:
 * nothing was said of any. It is not checked. (transfer full) */
char            *daybook_opening_say      (const char         *json,
                                           const char         *day,
                                           const char *const  *spans);
/* The same of a date, or of a first and a last one: "2026-10-01..2026-10-07". NULL with an error: FORMAT, with a
 * sentence; more than a season at once is a mistake. (transfer full) */
char            *daybook_opening_say_days (const char         *json,
                                           const char         *word,
                                           const char *const  *spans,
                                           GError            **error);
/* Adds to the edit what is now said of the shop's hours: one text, or both; `row` is what was said before, or
 * NULL. */
void             daybook_opening_write    (DaybookEdit        *edit,
                                           const DaybookRow   *row,
                                           const char         *week,
                                           const char         *days);

G_END_DECLS
