/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"
#include "core/edit.h"
#include "core/registry.h"
#include "core/row.h"

G_BEGIN_DECLS

/* A shift that people work, as the shop names it: "early", 08:00-12:00 and 12:00-17:30 (SH-04). A shared row; an
 * agent has one, or none. */
enum
{
  DAYBOOK_SHIFT_TEMPLATE_DELETED,
  DAYBOOK_SHIFT_TEMPLATE_NAME,
  DAYBOOK_SHIFT_TEMPLATE_WEEK, /* JSON: the member `week` of a calendar (core/calendar.h) */
  DAYBOOK_SHIFT_TEMPLATE_N_FIELDS,
};

extern const DaybookTable daybook_shift_templates;

/* When it is worked. Errors: FORMAT, as daybook_calendar_parse(). */
DaybookCalendar *daybook_shift_template_calendar (const DaybookRow *row,
                                                  GError          **error);
/* The spans that every day of it has, as people write them ("15:00-18:00, 18:00-24:00"); NULL: its days
 * differ. (transfer full) */
char            *daybook_shift_template_spans    (const DaybookRow *row);
/* The week of a shift with the same spans every day, as people write them. (transfer full) */
char            *daybook_shift_template_daily    (const char       *spans);

G_END_DECLS
