/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pin.h"

#include "core/error.h"

#include <string.h>

static void
test_what_a_pin_is (void)
{
  static const struct
  {
    const char *pin;
    gboolean    good;
  } PINS[] = {
    { "2580", TRUE }, { "201712", TRUE }, { "135790246813", TRUE }, { "1213", TRUE },
    { "", FALSE }, { "258", FALSE }, { "1357902468135", FALSE }, { "25a0", FALSE }, { "２５８０", FALSE }, { "25 80", FALSE },
    { "0000", FALSE }, { "77777", FALSE }, { "1234", FALSE }, { "0123456789", FALSE }, { "4321", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (PINS); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean good = daybook_pin_check (PINS[i].pin, &error);

      g_test_message ("%s", PINS[i].pin);
      g_assert_cmpint (good, ==, PINS[i].good);
      g_assert_true (good || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT));
    }
}

static void
test_kept_as_hash (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *hash = daybook_pin_hash ("2580", &error);
  g_autofree char *other = daybook_pin_hash ("2580", NULL);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$"));
  g_assert_null (strstr (hash, "2580"));
  g_assert_cmpstr (hash, !=, other); /* each has a salt of its own */
  g_assert_true (daybook_pin_matches (hash, "2580"));
  g_assert_true (daybook_pin_matches (other, "2580"));
  g_assert_false (daybook_pin_matches (hash, "2581"));
  g_assert_false (daybook_pin_matches (hash, ""));
  g_assert_false (daybook_pin_matches ("2580", "2580"));
  g_assert_false (daybook_pin_matches ("", ""));
  g_assert_null (daybook_pin_hash ("1111", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

static void
test_wait_grows (void)
{
  static const guint WAITS[] = { 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (WAITS); i++)
    g_assert_cmpuint (daybook_pin_wait (i), ==, WAITS[i]);
  g_assert_cmpuint (daybook_pin_wait (G_MAXUINT), ==, DAYBOOK_PIN_LONGEST_WAIT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/what-a-pin-is", test_what_a_pin_is);
  g_test_add_func ("/pin/kept-as-hash", test_kept_as_hash);
  g_test_add_func ("/pin/wait-grows", test_wait_grows);
  return g_test_run ();
}
