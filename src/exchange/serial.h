/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How workbooks write numbers and dates. */

/* The first day of a workbook's calendar. */
typedef enum
{
  DAYBOOK_EPOCH_1900,
  DAYBOOK_EPOCH_1904,
} DaybookEpoch;

/* Room for what the functions here write. */
#define DAYBOOK_SERIAL_SIZE 40

/* Whether a number format ("yyyy/m/d h:mm", built-in number 22) shows a number
 * as a date or time. `code` may be NULL for built-in formats.
 * Source: ECMA-376 part 1, §18.8.30; 27-36 and 50-58 are dates in East Asia. */
gboolean daybook_format_is_date   (guint         id,
                                   const char   *code);

/* Writes a serial date as "YYYY-MM-DD HH:MM:SS", rounded to the second; one
 * below a day as "HH:MM:SS". Returns the length, 0 when it is no date. */
gsize    daybook_serial_print     (double        serial,
                                   DaybookEpoch  epoch,
                                   char          text[DAYBOOK_SERIAL_SIZE]);

/* Writes a number without the noise of binary fractions: "62.86", not
 * "62.859999999999999". Integers of more than 15 digits, which a workbook
 * cannot hold, come as "1.93067985817065E+17", so that nobody takes them for a
 * whole id. Returns the length. */
gsize    daybook_number_print     (double        number,
                                   char          text[DAYBOOK_SERIAL_SIZE]);

G_END_DECLS
