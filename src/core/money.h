/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Money is integer minor units and an ISO 4217 code (DESIGN §3). */

/* How many digits follow the decimal sign: 2 for most, 0 for JPY, 3 for KWD ...
 * Source: ISO 4217. An unknown code, or NULL, counts 2. */
int      daybook_money_digits (const char *currency);

/* The code of the one currency that has this sign ("€"); NULL for one of several ("$", "¥"), and
 * for all else. */
const char *daybook_money_code_of_sign (const char *sign);

/* Reads an amount as exports write it: "598", "62.86", "¥1,325.00", "-3.5",
 * "0元", "116,99 €", "1.234,56". A note in brackets behind it
 * ("131.77(已退款89.84)", "499.00（系统计算中…）") is left out.
 *
 * A comma or point is the decimal sign when it is the last of both, or when
 * what stands around it cannot be groups of thousands: "62.8", "0.500",
 * "1234.567". So "1.325" is one thousand three hundred and twenty-five, except in
 * a currency of three digits (KWD), where the point is the decimal sign.
 *
 * A sign or code that names another currency ("€" in CNY) is an error: an
 * amount must never change its worth unseen. "$" and "元" name several.
 *
 * Errors: DAYBOOK_ERROR_FORMAT: no amount, another currency, or more digits than the
 * currency has (unless zeros), or beyond 2^53 minor units. */
gboolean daybook_money_parse  (const char *text,
                               const char *currency,
                               gint64     *minor,
                               GError    **error);

/* What is known of where an amount comes from. */
typedef enum
{
  DAYBOOK_DECIMAL_GUESSED, /* nothing: as above */
  DAYBOOK_DECIMAL_POINT,   /* a point is the decimal sign, a comma parts thousands */
  DAYBOOK_DECIMAL_COMMA,
} DaybookDecimal;

/* The same where the decimal sign is known: "1.325" with a point has too many digits
 * for CNY. */
gboolean daybook_money_parse_as (const char     *text,
                                 const char     *currency,
                                 DaybookDecimal  decimal,
                                 gint64         *minor,
                                 GError        **error);

/* An amount that was read in the digits of a currency that was only guessed, in those of the
 * right one; half a unit and more is rounded up. */
gint64   daybook_money_rescale (gint64      minor,
                                const char *guessed,
                                const char *currency);

/* "1325.00": for files and the command line. */
char    *daybook_money_to_string (gint64      minor,
                                  const char *currency);
/* "¥1,325.00", "−€3.50": for people, with the currency's sign and thousands
 * separators. A currency without a sign of its own: "SEK 1,325.00". */
char    *daybook_money_format    (gint64      minor,
                                  const char *currency);

G_END_DECLS
