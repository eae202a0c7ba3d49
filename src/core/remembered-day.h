/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* A day of a customer's that comes again each year: a birthday, a wedding (CU-07), by the solar or the Chinese lunar
 * calendar. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_DAY_BIRTHDAY,
  DAYBOOK_DAY_CHILD,       /* a child's birthday */
  DAYBOOK_DAY_WEDDING,
  DAYBOOK_DAY_MATERNITY,   /* a child is expected */
  DAYBOOK_DAY_ANNIVERSARY,
  DAYBOOK_DAY_FESTIVAL,
  DAYBOOK_DAY_OTHER,
} DaybookDayKind;

enum
{
  DAYBOOK_REMEMBERED_DELETED,
  DAYBOOK_REMEMBERED_CUSTOMER,
  DAYBOOK_REMEMBERED_KIND,
  DAYBOOK_REMEMBERED_NAME,  /* whose, or what it is: “Her son Leo” */
  DAYBOOK_REMEMBERED_LUNAR, /* month and day are those of the Chinese lunar calendar */
  DAYBOOK_REMEMBERED_YEAR,  /* in which it was first, of the solar calendar; none: nobody knows */
  DAYBOOK_REMEMBERED_MONTH, /* 1–12 */
  DAYBOOK_REMEMBERED_DAY,   /* 1–31, of a lunar month 1–30 */
  DAYBOOK_REMEMBERED_LEAP,  /* of a lunar calendar's leap month */
  DAYBOOK_REMEMBERED_AHEAD, /* so many days before it is due; none: as the shop has it */
  DAYBOOK_REMEMBERED_ONCE,  /* it does not come again */
  DAYBOOK_REMEMBERED_NOTE,
  DAYBOOK_REMEMBERED_N_FIELDS,
};

extern const DaybookTable daybook_remembered_days;

G_END_DECLS
