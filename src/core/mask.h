/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* Whether personal data is shown in full (UX 20). */
typedef enum
{
  DAYBOOK_SHOW_MASKED,
  DAYBOOK_SHOW_REVEALED,
} DaybookShow;

/* What may be shown of personal data without a reveal (CF-01, CF-02):
 *   name     张三 → 张*, 欧阳小明 → 欧阳**, Mary Smith → M*** S****
 *   phone    13812341234 → 138****1234 (short ones: the last two)
 *   e-mail   ann@example.com → a***@example.com
 *   address  the province and city stay, the rest is ***: 江苏省扬州市***; one
 *            whose province is not recognised is *** altogether
 *   chat     zhangsan88 → zh***88; short ones: the first character
 *   contact  whichever of phone, e-mail and address the value looks like
 * A value of which the export already covered as much stays as it is: 张**,
 * t***1, 1******6198, ##…. A star alone does not keep a name or an address from
 * being masked. NULL gives NULL. */
char    *daybook_mask             (DaybookMask  mask,
                                   const char  *text);

/* Whether a value was masked by the export: 1******6198, 张*, ***, ##…, $$….
 * Such a value never overwrites a full one and never names a person. */
gboolean daybook_mask_is_masked   (const char  *text);

/* A whole phone number without its country's code has so many digits; that code has
 * so many at most (ITU-T E.164). */
#define DAYBOOK_PHONE_NATIONAL_DIGITS 10
#define DAYBOOK_PHONE_MAX_COUNTRY_CODE 3

/* Digits of a phone number as it is dialled inside the country: blanks, dashes,
 * brackets, +86 / 0086 / 86- taken off. NULL when it is no phone number (fewer than
 * five digits or more than twenty, other characters, masked). */
char    *daybook_phone_normalise  (const char  *text);

G_END_DECLS
