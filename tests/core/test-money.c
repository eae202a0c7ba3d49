/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *currency;
  gint64      minor;
} AMOUNTS[] = {
  { "598", "CNY", 59800 },
  { "62.86", "CNY", 6286 },
  { "0.5", "CNY", 50 },
  { ".5", "CNY", 50 },
  { "5.", "CNY", 500 },
  { "0", "CNY", 0 },
  { "-0", "CNY", 0 },
  { "007", "CNY", 700 },
  { "  12.30\t", "CNY", 1230 },
  { "¥1,325.00", "CNY", 132500 },
  { "￥1,325.00", "CNY", 132500 },
  { "¥ 28.16", "CNY", 2816 },
  { "¥500", "JPY", 500 },
  { "-3.5", "CNY", -350 },
  { "−3.5", "CNY", -350 },
  { "+3.5", "CNY", 350 },
  { "-¥3.50", "CNY", -350 },
  { "¥-3.50", "CNY", -350 },
  { "0元", "CNY", 0 },
  { "12.5 元", "CNY", 1250 },
  { "人民币 12", "CNY", 1200 },
  { "RMB12", "CNY", 1200 },
  { "116,99 €", "EUR", 11699 },
  { "1.234,56", "EUR", 123456 },
  { "1.234.567,89", "EUR", 123456789 },
  { "1,234,567.89", "USD", 123456789 },
  { "12,34,567.89", "INR", 123456789 },
  { "1 325,00 €", "EUR", 132500 },
  { "1\u202f325,00\u00a0€", "EUR", 132500 },
  { "1'325.00", "CHF", 132500 },
  { "CHF 1'325.00", "CHF", 132500 },
  { "$1,325.00", "USD", 132500 },
  { "$12", "MXN", 1200 },
  { "$12", "TWD", 1200 },
  { "12 元", "TWD", 1200 },
  { "US$12.00", "USD", 1200 },
  { "29.98 USD", "USD", 2998 },
  { "EUR12", "EUR", 1200 },
  { "1.325", "CNY", 132500 },
  { "62.865", "CNY", 6286500 },
  { "1.325", "CNY", 132500 },
  { "62.865", "CNY", 6286500 },
  { "1,325,000", "CNY", 132500000 },
  { "0.500", "CNY", 50 },
  { "62.8600", "CNY", 6286 },
  { "12,5", "EUR", 1250 },
  { "500", "JPY", 500 },
  { "500.00", "JPY", 500 },
  { "598.000 ₫", "VND", 598000 },
  { "1.325", "KWD", 1325 },
  { "1,325", "KWD", 1325000 },
  { "1,325.500", "KWD", 1325500 },
  { "2.5", "BHD", 2500 },
  { "131.77(已退款89.84)", "CNY", 13177 },
  { "499.00（系统计算中，该值仅供参考）", "CNY", 49900 },
  { "499.00 (…) ", "CNY", 49900 },
  { "１２３．４５", "CNY", 12345 },
  { "90071992547409.92", "CNY", G_GINT64_CONSTANT (9007199254740992) },
  { "1.5", NULL, 150 },
};

static const struct
{
  const char *text;
  const char *currency;
  const char *word; /* of the sentence */
} REFUSED[] = {
  { "$12", "CNY", "CNY" },
  { "$12", "EUR", "EUR" },
  { "12元", "USD", "USD" },
  { "", "CNY", "not an amount" },
  { " ", "CNY", "not an amount" },
  { "-", "CNY", "not an amount" },
  { ".", "CNY", "not an amount" },
  { "--3", "CNY", "not an amount" },
  { "3-", "CNY", "not an amount" },
  { "无退款申请", "CNY", "无退款申请" },
  { "1E5", "CNY", "not an amount" },
  { "0x10", "CNY", "not an amount" },
  { "nan", "CNY", "not an amount" },
  { "1 2", "CNY", "not an amount" },
  { "12 34", "CNY", "not an amount" },
  { "1.2.3", "CNY", "not an amount" },
  { "1,2,3", "CNY", "not an amount" },
  { "1,234.567.890", "CNY", "not an amount" },
  { "12.34,5.6", "CNY", "not an amount" },
  { "12(34", "CNY", "not an amount" },
  { "12(3)4", "CNY", "not an amount" },
  { "12abc", "CNY", "not an amount" },
  { "12 34.00", "CNY", "not an amount" },
  { "1.234\xff", "CNY", "not an amount" },
  { "1234.567", "CNY", "more decimals" },
  { "62.8651", "CNY", "more decimals" },
  { "0.001", "CNY", "more decimals" },
  { "0.5", "JPY", "more decimals" },
  { "€5.00", "CNY", "not in CNY" },
  { "116,99 €", "CNY", "not in CNY" },
  { "¥5.00", "USD", "not in USD" },
  { "5.00 USD", "CNY", "not in CNY" },
  { "HK$5", "USD", "not in USD" },
  { "90071992547409.93", "CNY", "too large" },
  { "99999999999999999999999999", "CNY", "too large" },
  { "9223372036854775808", "JPY", "too large" },
};

static void
test_amounts_are_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor = -1;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      daybook_money_parse (AMOUNTS[i].text, AMOUNTS[i].currency, &minor, &error);
      g_assert_no_error (error);
      g_assert_cmpint (minor, ==, AMOUNTS[i].minor);
    }
}

static void
test_a_known_decimal_sign (void)
{
  static const struct
  {
    const char     *text;
    DaybookDecimal  decimal;
    gint64          minor; /* -1: refused */
  } ROWS[] = {
    { "1.234", DAYBOOK_DECIMAL_POINT, -1 },
    { "12.345", DAYBOOK_DECIMAL_POINT, -1 },
    { "10.000", DAYBOOK_DECIMAL_POINT, 1000 },
    { "1,234", DAYBOOK_DECIMAL_POINT, 123400 },
    { "1,234.50", DAYBOOK_DECIMAL_POINT, 123450 },
    { "62,8", DAYBOOK_DECIMAL_POINT, -1 },
    { "1.234.567", DAYBOOK_DECIMAL_POINT, -1 },
    { "1.234", DAYBOOK_DECIMAL_COMMA, 123400 },
    { "1,234", DAYBOOK_DECIMAL_COMMA, -1 },
    { "1.234,5", DAYBOOK_DECIMAL_COMMA, 123450 },
    { "1.234", DAYBOOK_DECIMAL_GUESSED, 123400 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      gint64 minor = -1;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_true (daybook_money_parse_as (ROWS[i].text, "CNY", ROWS[i].decimal, &minor, NULL) == (ROWS[i].minor >= 0));
      g_assert_cmpint (minor, ==, ROWS[i].minor);
    }
}

static void
test_others_are_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor = 77;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (daybook_money_parse (REFUSED[i].text, REFUSED[i].currency, &minor, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, REFUSED[i].word));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (minor, ==, 77);
      g_assert_false (daybook_money_parse (REFUSED[i].text, REFUSED[i].currency, &minor, NULL));
    }
}

static const struct
{
  gint64      minor;
  const char *currency;
  const char *plain;
  const char *shown;
} PRINTED[] = {
  { 132500, "CNY", "1325.00", "¥1,325.00" },
  { 0, "CNY", "0.00", "¥0.00" },
  { 5, "CNY", "0.05", "¥0.05" },
  { -350, "EUR", "-3.50", "−€3.50" },
  { 99999, "USD", "999.99", "$999.99" },
  { 100000, "USD", "1000.00", "$1,000.00" },
  { 123456789, "GBP", "1234567.89", "£1,234,567.89" },
  { 500, "JPY", "500", "¥500" },
  { 0, "JPY", "0", "¥0" },
  { 1234567, "JPY", "1234567", "¥1,234,567" },
  { 1325, "KWD", "1.325", "KWD\u00a01.325" },
  { 1325, "SEK", "13.25", "SEK\u00a013.25" },
  { 1325, NULL, "13.25", "13.25" },
  { G_MININT64, "CNY", "-92233720368547758.08", "−¥92,233,720,368,547,758.08" },
  { G_MAXINT64, "CLF", "922337203685477.5807", "CLF\u00a0922,337,203,685,477.5807" },
};

static void
test_printing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PRINTED); i++)
    {
      g_autofree char *plain = daybook_money_to_string (PRINTED[i].minor, PRINTED[i].currency);
      g_autofree char *shown = daybook_money_format (PRINTED[i].minor, PRINTED[i].currency);

      g_assert_cmpstr (plain, ==, PRINTED[i].plain);
      g_assert_cmpstr (shown, ==, PRINTED[i].shown);
    }
}

/* What is printed for files or for people is read back as the same amount. */
static void
test_printed_amounts_are_read_back (void)
{
  static const char *const CURRENCIES[] = { "CNY", "USD", "EUR", "JPY", "KWD", "TWD", "SEK", "CLF", "VND" };
  const gint64 largest = (G_GINT64_CONSTANT (1) << 53) - 1;

  for (int i = 0; i < 20000; i++)
    {
      const char *currency = CURRENCIES[i % G_N_ELEMENTS (CURRENCIES)];
      gint64 minor = (gint64) (((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) & (guint64) largest)
                     >> g_test_rand_int_range (0, 53);
      g_autoptr(GError) error = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *shown = NULL;
      gint64 back = 0;

      minor = i % 2 == 0 ? minor : -minor;
      plain = daybook_money_to_string (minor, currency);
      shown = daybook_money_format (minor, currency);
      daybook_money_parse (plain, currency, &back, &error);
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, minor);
      daybook_money_parse (shown, currency, &back, &error);
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, minor);
    }
}

static void
test_digits (void)
{
  g_assert_cmpint (daybook_money_digits ("CNY"), ==, 2);
  g_assert_cmpint (daybook_money_digits ("JPY"), ==, 0);
  g_assert_cmpint (daybook_money_digits ("KWD"), ==, 3);
  g_assert_cmpint (daybook_money_digits ("CLF"), ==, 4);
  g_assert_cmpint (daybook_money_digits ("???"), ==, 2);
  g_assert_cmpint (daybook_money_digits (NULL), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/amounts-are-read", test_amounts_are_read);
  g_test_add_func ("/money/a-known-decimal-sign", test_a_known_decimal_sign);
  g_test_add_func ("/money/others-are-refused", test_others_are_refused);
  g_test_add_func ("/money/printing", test_printing);
  g_test_add_func ("/money/printed-amounts-are-read-back", test_printed_amounts_are_read_back);
  g_test_add_func ("/money/digits", test_digits);

  return g_test_run ();
}
