/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a moment to come, taken apart: of core/soon-word.c alone, which says what they are
 * worth. */

typedef enum
{
  DAYBOOK_SOON_NO_DAY,
  DAYBOOK_SOON_DAYS,         /* `day` days from today */
  DAYBOOK_SOON_WEEKDAY,      /* `day`: 1 Monday to 7 */
  DAYBOOK_SOON_DAY_OF_MONTH, /* `day` */
  DAYBOOK_SOON_DATE,         /* `month`, `day` */
  DAYBOOK_SOON_FULL_DATE,    /* `year`, `month`, `day` */
  DAYBOOK_SOON_MONTH_BEGIN,
  DAYBOOK_SOON_MONTH_END,
  DAYBOOK_SOON_YEAR_END,
  DAYBOOK_SOON_MONTHS,       /* `months` from today */
} DaybookSoonDay;

typedef enum
{
  DAYBOOK_SOON_NO_PART,
  DAYBOOK_SOON_DAWN,
  DAYBOOK_SOON_MORNING,
  DAYBOOK_SOON_NOON,
  DAYBOOK_SOON_AFTERNOON,
  DAYBOOK_SOON_CLOSING,
  DAYBOOK_SOON_DUSK,
  DAYBOOK_SOON_EVENING,
  DAYBOOK_SOON_MIDNIGHT,
} DaybookSoonPart;

typedef struct
{
  DaybookSoonDay  kind;
  int             year;
  int             month;
  int             day;
  int             weeks;  /* from this one; -1: it is not said which */
  int             months; /* from this one; -1: it is not said which */
  DaybookSoonPart part;
  int             hour;   /* -1: none */
  int             minute;
  gboolean        face;   /* the hour is that of a clock's face: 3点 may be 15:00 */
  int             wait;   /* minutes from now; -1: none */
  gboolean        firm;   /* it can hardly be anything else */
} DaybookSoonParts;

/* Reads as much as belongs together at the beginning of the folded text. The number of bytes; 0: it is
 * no such word. */
gsize daybook_soon_parts_read (const char       *folded,
                               DaybookSoonParts *parts);

G_END_DECLS
