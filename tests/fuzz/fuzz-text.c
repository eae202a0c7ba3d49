/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell's text through everything that reads texts from outside. */

#include "harness.h"

#include "core/date-pattern.h"
#include "core/mask.h"
#include "core/money.h"
#include "core/moment.h"
#include "exchange/clean.h"
#include "exchange/export-time.h"

#include <string.h>

static void
check_clean (const char *text)
{
  g_autoptr(GString) once = g_string_new (NULL);
  g_autoptr(GString) id = g_string_new (NULL);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *folded = daybook_clean_fold (text);

  daybook_clean_text (text, strlen (text), once);
  g_assert_true (once->len <= strlen (text));
  g_assert_true (g_utf8_validate (once->str, -1, NULL));
  g_assert_true (g_utf8_validate (folded, -1, NULL));

  if (daybook_clean_id (text, strlen (text), DAYBOOK_CELL_NUMBER, id) == DAYBOOK_ID_GOOD)
    {
      g_autofree char *first = g_strdup (id->str);

      /* What is clean stays as it is. */
      g_assert_cmpint (daybook_clean_id (first, strlen (first), DAYBOOK_CELL_NUMBER, id), ==, DAYBOOK_ID_GOOD);
      g_assert_cmpstr (id->str, ==, first);
    }

  daybook_clean_region (text, out);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  daybook_clean_address (text, out);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
}

static void
check_money (const char *text,
             const char *currency)
{
  g_autofree char *printed = NULL;
  gint64 minor = 0;
  gint64 again = 0;

  if (!daybook_money_parse (text, currency, &minor, NULL))
    return;
  printed = daybook_money_to_string (minor, currency);
  g_assert_true (daybook_money_parse (printed, currency, &again, NULL));
  g_assert_cmpint (again, ==, minor);
}

static void
check_moment (const char *text)
{
  static const char *const PATTERNS[] = { "MM/DD/YY", "Mon-DD-YY", "DD-Mon-YY", "DD.MM.YYYY", NULL };
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *printed = NULL;
  gint64 moment = 0;
  gint64 again = 0;

  daybook_export_time (text, text, 0, 0, zone, G_GINT64_CONSTANT (1795305600));
  if (daybook_date_pattern_is_good (text))
    daybook_moment_parse_as (text, (const char *const[]) { text, NULL }, zone, &moment, NULL);
  if (!daybook_moment_parse_as (text, PATTERNS, zone, &moment, NULL))
    return;
  printed = daybook_moment_to_iso (moment, zone);
  g_assert_true (daybook_moment_parse (printed, zone, &again, NULL));
  g_assert_cmpint (again, ==, moment);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *masked = daybook_mask (DAYBOOK_MASK_NAME, text);

  check_clean (text);
  check_money (text, "CNY");
  check_money (text, "JPY");
  check_moment (text);
  daybook_mask_is_masked (text);
  g_assert_true (g_utf8_validate (masked, -1, NULL));
  return 0;
}
