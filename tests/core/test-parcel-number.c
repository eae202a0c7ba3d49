/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/parcel-number.h"

/* The same parcel, as scanners, platforms and people write it. */
static const struct
{
  const char *text;
  const char *number; /* the likeliest, or NULL */
} READ[] = {
  { "SF1234567890123", "SF1234567890123" },
  { "sf1234567890123", "SF1234567890123" },
  { "  SF1234567890123\r\n", "SF1234567890123" },
  { "SF 1234-5678 90123", "SF1234567890123" },
  { "ＳＦ１２３４５６７８９０１２３", "SF1234567890123" },
  { "顺丰速运：SF1234567890123", "SF1234567890123" },
  { "运单号 75312345678901（圆通）", "75312345678901" },
  { "ZTO 75312345678901", "75312345678901" },
  { "No. 75312345678901", "75312345678901" },
  { "Tracking number: 1Z 999 AA1 01 2345 6784", "1Z999AA10123456784" },
  { "RB 123 456 789 CN", "RB123456789CN" },
  { "SF1234567890123 broken box", "SF1234567890123" },
  { "JDVA00123456789-1-2-", "JDVA00123456789" },
  { "]C1SF1234567890123", "SF1234567890123" },
  { "420100119400111899223100001234", "9400111899223100001234" },
  { "4201001112349400111899223100001234", "9400111899223100001234" },
  { "https://ucmp.sf-express.com/wx/code?p1=SF1234567890123&from=2", "SF1234567890123" },
  { "http://m.zto.com/s?billcode=75312345678901", "75312345678901" },
  { "HTTPS://T.CN/Q/YT9876543210123", "YT9876543210123" },
  { "", NULL },
  { "   ", NULL },
  { "12345", NULL },
  { "ABCDEFGH", NULL },
  { "ABC123", NULL },
  { "退回的盒子", NULL },
  { "https://www.example.com/", NULL },
  { "https://www.example.com", NULL },
  { "\xff\xfe" "1234567890", NULL },
};

static void
test_numbers_are_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (READ); i++)
    {
      g_autofree char *number = daybook_parcel_number (READ[i].text);
      g_autofree char *shown = g_strescape (READ[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (number, ==, READ[i].number);
    }
}

/* What was read once is read the same again: what is kept finds itself. */
static void
test_a_number_stays_itself (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (READ); i++)
    {
      g_autofree char *again = READ[i].number != NULL ? daybook_parcel_number (READ[i].number) : NULL;

      g_assert_cmpstr (again, ==, READ[i].number);
    }
}

static void
assert_among (const char *text,
              const char *number)
{
  g_auto(GStrv) numbers = daybook_parcel_numbers (text);

  g_test_message ("%s", text);
  g_assert_true (g_strv_contains ((const char *const *) numbers, number));
}

/* Where two readings are possible, the other one is there, too. */
static void
test_other_readings_are_kept (void)
{
  assert_among ("SF 123456789012", "123456789012");
  assert_among ("STO 123456789012", "STO123456789012");
  assert_among ("JDVA00123456789-1-2-", "JDVA0012345678912");
  assert_among ("https://a.b/c/12345678?n=75312345678901", "12345678");
  assert_among ("https://a.b/c/12345678?n=75312345678901", "75312345678901");
}

/* A reading is there once, and what is no code at all has none. */
static void
test_too_much_is_nothing (void)
{
  g_autofree char *long_text = g_strnfill (DAYBOOK_PARCEL_LONGEST + 1, '7');
  g_auto(GStrv) none = daybook_parcel_numbers (long_text);
  g_auto(GStrv) one = daybook_parcel_numbers ("75312345678901");

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parcel-number/read", test_numbers_are_read);
  g_test_add_func ("/parcel-number/itself", test_a_number_stays_itself);
  g_test_add_func ("/parcel-number/other-readings", test_other_readings_are_kept);
  g_test_add_func ("/parcel-number/too-much", test_too_much_is_nothing);

  return g_test_run ();
}
