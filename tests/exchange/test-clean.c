/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/clean.h"
#include "exchange/export-time.h"
#include "exchange/seen.h"

#include "core/moment.h"

#include <string.h>

static void
test_text (void)
{
  static const struct
  {
    const char *dirty;
    const char *clean;
  } CASES[] = {
    { "plain", "plain" },
    { "  two words \t", "two words" },
    { "\u00a0\u3000全角　空格\u3000", "全角　空格" },
    { "=\"0012\"", "0012" },
    { "=\" 0012\t\"", "0012" },
    { "'null", "null" },
    { "'01234", "01234" },
    { "`6931234", "6931234" },
    { "'+8613812341234", "+8613812341234" },
    { "'=1+1", "=1+1" }, { "'-5 off", "-5 off" }, { "'@home", "@home" }, { "'＝1+1", "＝1+1" },
    { "'Tis", "'Tis" },
    { "=A1+B1", "=A1+B1" },
    { "\ufeff订单编号", "订单编号" },
    { "\u2066张三\u2069", "张三" },
    { "", "" },
    { "\t\n ", "" },
    { "=\"", "=\"" },
    { "\xe3\x80", "\xe3\x80" },
    { "\u2003\u00ad张三\u180e\u202f", "张三" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      daybook_clean_text (CASES[i].dirty, strlen (CASES[i].dirty), out);
      g_assert_cmpstr (out->str, ==, CASES[i].clean);
    }
}

static void
test_ids (void)
{
  static const struct
  {
    const char     *dirty;
    DaybookCellKind kind;
    DaybookIdState  state;
    const char     *clean;
  } CASES[] = {
    { "=\"1930679858170647\"", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1930679858170647" },
    { "=1930679858170647", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1930679858170647" },
    { "'1930679858170647", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1930679858170647" },
    { "`6931234567890123456", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "6931234567890123456" },
    { "\t6917123456789012345", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "6917123456789012345" },
    { "1930679858170647\t", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1930679858170647" },
    { "\u00a0\"193067\"\t ", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "#1001", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "#1001" },
    { "260517-607198974342268", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "260517-607198974342268" },
    { "123456789012345", DAYBOOK_CELL_NUMBER, DAYBOOK_ID_GOOD, "123456789012345" },
    { "1930679858170647", DAYBOOK_CELL_NUMBER, DAYBOOK_ID_GOOD, "1930679858170647" },
    { "1.93068E+15", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "\"1.93068e+15\"", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "2E+17", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "1.9306798581706E17", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "1,93068E+15", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "1,93068E15", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "1.93068E-15", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "12E45", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "12E45" },
    { "12E-45", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "12E-45" },
    { "1.2E45A", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1.2E45A" },
    { "193067985817064000", DAYBOOK_CELL_NUMBER, DAYBOOK_ID_RUINED, NULL },
    { "193067985817064000", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067985817064000" },
    { "########", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "#REF!", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "#NAME?", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "3000000000000000127.0", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "3000000000000000128.00", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "3000000000000000128,0", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "3000000000000000128.5", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "1001.0", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "1001.1", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1001.1" },
    { "1,000", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1,000" },
    { "193,068,123,456,789,000", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "3.930.679.858.170.640.000", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "３，９３０，６７９，８５８，１７０，６４０，０００", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "193,068,123,456,789", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193,068,123,456,789" },
    { "193,068,1234,567,890,001", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193,068,1234,567,890,001" },
    { "193,068,123,456,789,000-1", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193,068,123,456,789,000-1" },
    { "193,068.123,456,789,000", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193,068.123,456,789,000" },
    { "1.2.3", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1.2.3" },
    { "#1001-A", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "#1001-A" },
    { "-5", DAYBOOK_CELL_TEXT, DAYBOOK_ID_BAD, NULL },
    { "1E+AB", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1E+AB" },
    { "", DAYBOOK_CELL_TEXT, DAYBOOK_ID_EMPTY, NULL },
    { "=\"\"", DAYBOOK_CELL_TEXT, DAYBOOK_ID_EMPTY, NULL },
    { "'null", DAYBOOK_CELL_TEXT, DAYBOOK_ID_EMPTY, NULL },
    { "-", DAYBOOK_CELL_TEXT, DAYBOOK_ID_EMPTY, NULL },
    { "12\n34", DAYBOOK_CELL_TEXT, DAYBOOK_ID_BAD, NULL },
    { "12\x1b" "34", DAYBOOK_CELL_TEXT, DAYBOOK_ID_BAD, NULL },
    { "\x1a", DAYBOOK_CELL_TEXT, DAYBOOK_ID_EMPTY, NULL }, /* the end of a file in DOS */
    { "\u202d1930679858170647\u202c", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1930679858170647" },
    { "\u2060'193067\u200d\u200e", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "１９３０６７", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "１．９３０６８Ｅ＋１５", DAYBOOK_CELL_TEXT, DAYBOOK_ID_RUINED, NULL },
    { "ａＢ－１～", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "aB-1~" },
    { "＇１９３０６７＂\u3000", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "＝＂１９３０６７＂", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "193067\u2003", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "\u2002193067\u2009\u202f", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "\u00ad193067\u180e", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "193067" },
    { "＂\u2003＂", DAYBOOK_CELL_TEXT, DAYBOOK_ID_EMPTY, NULL },
    { "1①", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1①" },
    { "1½", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "1½" },
    { "订单１", DAYBOOK_CELL_TEXT, DAYBOOK_ID_GOOD, "订单1" },
  };
  g_autoptr(GString) out = g_string_new ("left over");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_assert_cmpint (daybook_clean_id (CASES[i].dirty, strlen (CASES[i].dirty), CASES[i].kind, out), ==, CASES[i].state);
      if (CASES[i].clean != NULL)
        g_assert_cmpstr (out->str, ==, CASES[i].clean);
    }
}

static void
test_long_ids (void)
{
  g_autofree char *text = g_strnfill (129, '7');
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_cmpint (daybook_clean_id (text, 129, DAYBOOK_CELL_TEXT, out), ==, DAYBOOK_ID_BAD);
  g_assert_cmpint (daybook_clean_id (text, 128, DAYBOOK_CELL_TEXT, out), ==, DAYBOOK_ID_GOOD);
}

static void
test_what_means_nothing (void)
{
  static const char *const EMPTY[] = { "", "-", "null", "——", "/", "无", "0001-01-01 00:00:00" };
  static const char *const FULL[] = { "0", "无人", "nullable", "--- see note", " " };

  for (guint i = 0; i < G_N_ELEMENTS (EMPTY); i++)
    g_assert_true (daybook_clean_is_empty (EMPTY[i]));
  for (guint i = 0; i < G_N_ELEMENTS (FULL); i++)
    g_assert_false (daybook_clean_is_empty (FULL[i]));
}

static void
test_headings_are_folded (void)
{
  static const char *const SAME[][2] = {
    { "订单付款时间 ", "订单付款时间" },
    { "\ufeff订单编号", "订单编号" },
    { "商品编码（平台）", "商品编码(平台)" },
    { "买家已付款，等待卖家发货", "买家已付款,等待卖家发货" },
    { "Lineitem SKU", "lineitem sku" },
    { "=\"交收日期\"", "交收日期" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (SAME); i++)
    {
      g_autofree char *a = daybook_clean_fold (SAME[i][0]);
      g_autofree char *b = daybook_clean_fold (SAME[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_fingerprints (void)
{
  static const char *const ONE[] = { "订单编号", "总金额", "", "" };
  static const char *const MOVED[] = { "总金额", "订单编号" };
  static const char *const JOINED[] = { "订单编号总金额" };
  guint64 fingerprint = daybook_clean_fingerprint (ONE, 2);

  g_assert_cmpuint (fingerprint, ==, daybook_clean_fingerprint (ONE, 4));
  g_assert_cmpuint (fingerprint, !=, daybook_clean_fingerprint (MOVED, 2));
  g_assert_cmpuint (fingerprint, !=, daybook_clean_fingerprint (JOINED, 1));
  /* Stored in settings: another value would forget every mapping. */
  g_assert_cmpuint (fingerprint, ==, G_GUINT64_CONSTANT (0x692fb822e0184461));
}

static void
test_regions (void)
{
  static const char *const CASES[][2] = {
    { "江苏省 扬州市 广陵区 某某路1号", "江苏省 扬州市" },
    { "广东省 东莞市 null 万江街道", "广东省 东莞市" },
    { "江苏省扬州市广陵区某某路1号", "江苏省 扬州市" },
    { "内蒙古自治区", "内蒙古自治区" },
    { "上海", "上海" },
    { "上海市浦东新区某路", "上海市" },
    { "北京 北京市 朝阳区", "北京 北京市" },
    { "云南省红河哈尼族彝族自治州开远市", "云南省 红河哈尼族彝族自治州" },
    { "12 Main Street, Springfield", "" },
    { "***", "" },
    { "某某路1号", "" },
    { "", "" },
  };
  g_autoptr(GString) out = g_string_new ("left over");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      daybook_clean_region (CASES[i][0], out);
      g_assert_cmpstr (out->str, ==, CASES[i][1]);
    }
}

static void
test_addresses (void)
{
  g_autoptr(GString) out = g_string_new (NULL);

  daybook_clean_address ("广东省 东莞市 null 万江街道  1号(523000)", out);
  g_assert_cmpstr (out->str, ==, "广东省 东莞市 万江街道 1号(523000)");
}

static gint64
moment (const char *text)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  gint64 parsed = 0;

  g_assert_true (daybook_moment_parse (text, zone, &parsed, NULL));
  return parsed;
}

/* RECORDS §5.4: inside the file, in its name, in its rows, the file's own. */
static void
test_export_times (void)
{
  static const struct
  {
    const char *prologue;
    const char *file;
    const char *newest; /* or NULL */
    const char *expected;
  } CASES[] = {
    { "姓名：x\n导出时间：[2023-02-13 09:12:52] \n", "ExportOrderList202302141200.csv", "2023-02-10 10:00:00", "2023-02-13 09:12:52" },
    { "共26笔\n申请时间：2025-01-01 11:32:42\n", "a.csv", NULL, "2025-01-01 11:32:42" },
    { "", "ExportOrderList202302141200.csv", "2023-02-10 10:00:00", "2023-02-14 12:00:00" },
    { "", "orders_20230214120059(1).xlsx", NULL, "2023-02-14 12:00:59" },
    { "", "1676376000_abc.csv", NULL, "2023-02-14 12:00:00" },
    { "", "orders-2023-02-14.csv", NULL, "2023-02-14 23:59:59" },
    { "", "orders20230214.csv", "2023-02-14 10:00:00", "2023-02-14 10:00:00" },
    { "", "orders20230214.csv", "2023-02-11 10:00:00", "2023-02-14 23:59:59" },
    /* What is older than the file's own rows is no time of the file; of a range the last counts. */
    { "", "orders_20240301-20240331.csv", "2024-03-20 10:00:00", "2024-03-31 23:59:59" },
    { "", "orders_2024-03-01_2024-03-31.csv", "2024-03-20 10:00:00", "2024-03-31 23:59:59" },
    { "", "orders_202403010000-202403312359.csv", "2024-03-20 10:00:00", "2024-03-31 23:59:00" },
    { "", "orders_20240331_made_202404010930.csv", "2024-03-20 10:00:00", "2024-04-01 09:30:00" },
    { "", "1711963800_20240401.csv", "2024-03-20 10:00:00", "2024-04-01 09:30:00" },
    { "", "店铺20200101.csv", "2024-03-20 10:00:00", "2024-03-20 10:00:00" },
    { "", "orders_202403200930.csv", "2024-03-20 10:00:00", "2024-03-20 09:30:00" }, /* of a clock that goes a little after */
    { "", "orders_202403200830.csv", "2024-03-20 10:00:00", "2024-03-20 10:00:00" },
    { "导出时间：2024-03-01 10:00:00\n", "orders_202403210830.csv", "2024-03-20 10:00:00", "2024-03-21 08:30:00" },
    { "导出时间：2024-03-01 10:00:00\n生成时间：2024-03-22 10:00:00\n", "a.csv", "2024-03-20 10:00:00", "2024-03-22 10:00:00" },
    { "", "orders_202611212300.csv", "2026-11-22 20:00:00", "2026-11-21 23:00:00" }, /* rows of another zone, in times to come */
    { "", "orders.csv", "2023-02-11 10:00:00", "2023-02-11 10:00:00" },
    { "", "订单1930679858170647.csv", "2023-02-11 10:00:00", "2023-02-11 10:00:00" },
    { "", "ExportOrderList209902141200.csv", NULL, "2024-01-01 00:00:00" },
    { "", "orders_202611220030.csv", NULL, "2026-11-22 00:30:00" }, /* of a clock that goes a little before ours */
    { "", "orders_202611220130.csv", NULL, "2024-01-01 00:00:00" },
    { "导出时间：\n2023\n", "20239999.csv", NULL, "2024-01-01 00:00:00" },
    { "", "orders.csv", NULL, "2024-01-01 00:00:00" },
  };
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gint64 newest = CASES[i].newest != NULL ? moment (CASES[i].newest) : 0;
      gint64 got = daybook_export_time (CASES[i].prologue, CASES[i].file, newest, moment ("2024-01-01 00:00:00"), zone,
                                        moment ("2026-11-22 00:00:00"));
      g_autofree char *text = daybook_moment_to_iso (got, zone);
      g_autofree char *expected = daybook_moment_to_iso (moment (CASES[i].expected), zone);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_seen (void)
{
  DaybookSeen *seen = daybook_seen_new ();

  static const DaybookSeenState STATES[] = { DAYBOOK_SEEN_NEW, DAYBOOK_SEEN_AGAIN, DAYBOOK_SEEN_OTHERWISE };

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < 100000; i++)
      {
        char number[32];

        g_snprintf (number, sizeof number, "19306798%08u", i);
        if (daybook_seen_add (seen, number, round < 2 ? i : i + 1) != STATES[round])
          g_error ("%s in round %u", number, round);
      }
  g_assert_true (daybook_seen_has (seen, "1930679800099999"));
  g_assert_false (daybook_seen_has (seen, "1930679800100000"));
  daybook_seen_free (seen);
}

static void
test_tracking_numbers (void)
{
  static const char *const CASES[][2] = {
    { "No:2213076539", "2213076539" }, { "no: 2213076539", "2213076539" }, { "'2213076539", "2213076539" },
    { "No:'2213076539'", "2213076539" }, { "=\"2213076539\"", "2213076539" }, { "SF1234", "SF1234" },
    { "No:null", "" }, { "'null", "" }, { "No:", "" }, { "NOVA-1", "NOVA-1" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GString) out = g_string_new ("before");

      daybook_clean_tracking (CASES[i][0], out);
      g_assert_cmpstr (out->str, ==, CASES[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clean/text", test_text);
  g_test_add_func ("/clean/ids", test_ids);
  g_test_add_func ("/clean/long-ids", test_long_ids);
  g_test_add_func ("/clean/nothing", test_what_means_nothing);
  g_test_add_func ("/clean/headings", test_headings_are_folded);
  g_test_add_func ("/clean/fingerprints", test_fingerprints);
  g_test_add_func ("/clean/regions", test_regions);
  g_test_add_func ("/clean/addresses", test_addresses);
  g_test_add_func ("/clean/tracking-numbers", test_tracking_numbers);
  g_test_add_func ("/clean/export-times", test_export_times);
  g_test_add_func ("/clean/seen", test_seen);

  return g_test_run ();
}
