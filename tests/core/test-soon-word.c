/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/folded.h"
#include "core/moment.h"
#include "core/soon-word.h"

#include <string.h>

#define SHANGHAI "Asia/Shanghai"
#define NEW_YORK "America/New_York"

typedef struct
{
  const char *text;
  const char *expected; /* by the wall in the zone; NULL: it is no word */
} Case;

static gint64
at (const char *text,
    GTimeZone  *zone)
{
  gint64 moment;

  g_assert_true (daybook_moment_parse (text, zone, &moment, NULL));
  return moment;
}

static char *
wall (gint64     moment,
      GTimeZone *zone)
{
  g_autofree char *iso = daybook_moment_to_iso (moment, zone);

  iso[10] = ' ';
  return g_strndup (iso, strlen ("2026-11-30 10:00"));
}

static void
check (const Case *cases,
       const char *now,
       const char *zone_name)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  for (; cases->text != NULL; cases++)
    {
      gint64 moment = 0;
      gboolean found = daybook_soon_word (cases->text, at (now, zone), zone, &moment);
      g_autofree char *read = found ? wall (moment, zone) : NULL;

      if (g_strcmp0 (read, cases->expected) != 0)
        {
          g_test_message ("“%s” at %s is %s, not %s", cases->text, now, read, cases->expected);
          g_test_fail ();
        }
      if (!found && moment != 0)
        {
          g_test_message ("“%s” is no word, and sets a moment", cases->text);
          g_test_fail ();
        }
    }
}

/* 2026-11-30 is a Monday. */
static void
test_chinese (void)
{
  static const Case CASES[] = {
    { "明天10点", "2026-12-01 10:00" }, { "明天", "2026-12-01 09:00" }, { "明早", "2026-12-01 09:00" }, { "明早8点", "2026-12-01 08:00" },
    { "明晚", "2026-12-01 20:00" }, { "明晚9点半", "2026-12-01 21:30" }, { "后天下午3点半", "2026-12-02 15:30" }, { "后天下午", "2026-12-02 14:00" },
    { "大后天", "2026-12-03 09:00" }, { "今晚8点", "2026-11-30 20:00" }, { "今晚", "2026-11-30 20:00" }, { "今晚上9点", "2026-11-30 21:00" },
    { "今天", "2026-11-30 18:00" }, { "今天下午", "2026-11-30 14:00" }, { "今天3点", "2026-11-30 15:00" }, { "今天8点", "2026-11-30 20:00" },
    { "下周一", "2026-12-07 09:00" }, { "下周三下午2点", "2026-12-09 14:00" }, { "周五17:00", "2026-12-04 17:00" }, { "周五", "2026-12-04 09:00" },
    { "星期天", "2026-12-06 09:00" }, { "礼拜三晚上", "2026-12-02 20:00" }, { "周一", "2026-12-07 09:00" }, { "周一11点", "2026-11-30 11:00" },
    { "周一9点", "2026-11-30 21:00" }, { "本周四", "2026-12-03 09:00" }, { "下下周二", "2026-12-15 09:00" }, { "周末", "2026-12-05 09:00" },
    { "下周", "2026-12-07 09:00" }, { "半小时后", "2026-11-30 10:30" }, { "半个小时之后", "2026-11-30 10:30" }, { "2小时后", "2026-11-30 12:00" },
    { "两个小时以后", "2026-11-30 12:00" }, { "一个半小时后", "2026-11-30 11:30" }, { "1小时30分钟后", "2026-11-30 11:30" },
    { "十五分钟后", "2026-11-30 10:15" }, { "20分钟内", "2026-11-30 10:20" }, { "3天后", "2026-12-03 09:00" }, { "三天后下午4点", "2026-12-03 16:00" },
    { "两周后", "2026-12-14 09:00" }, { "1个月后", "2026-12-30 09:00" }, { "月底", "2026-11-30 18:00" }, { "下月底", "2026-12-31 09:00" },
    { "年底", "2026-12-31 09:00" }, { "25号", "2026-12-25 09:00" }, { "25日10点", "2026-12-25 10:00" }, { "二十五号", "2026-12-25 09:00" },
    { "30号", "2026-11-30 18:00" }, { "31号", "2026-12-31 09:00" }, { "下月5号", "2026-12-05 09:00" }, { "下个月", "2026-12-01 09:00" },
    { "12月1日 9:30", "2026-12-01 09:30" }, { "12月1号", "2026-12-01 09:00" }, { "十二月二十日", "2026-12-20 09:00" }, { "3月8日", "2027-03-08 09:00" },
    { "2027年1月2日 8点", "2027-01-02 08:00" }, { "11-30 14:00", "2026-11-30 14:00" }, { "11-30", "2026-11-30 18:00" }, { "11/29", "2027-11-29 09:00" },
    { "2026-12-01", "2026-12-01 09:00" }, { "2026-12-01 14:30", "2026-12-01 14:30" }, { "2026/12/1", "2026-12-01 09:00" }, { "2026-12-01T14:30", "2026-12-01 14:30" },
    { "10点", "2026-11-30 22:00" }, { "11点", "2026-11-30 11:00" }, { "9点", "2026-11-30 21:00" }, { "3点", "2026-11-30 15:00" }, { "3点一刻", "2026-11-30 15:15" },
    { "三点二十", "2026-11-30 15:20" }, { "15时30分", "2026-11-30 15:30" }, { "9:30", "2026-12-01 09:30" }, { "17:00", "2026-11-30 17:00" }, { "24点", "2026-12-01 00:00" },
    { "早上8点", "2026-12-01 08:00" }, { "下午", "2026-11-30 14:00" }, { "中午", "2026-11-30 12:00" }, { "中午1点", "2026-11-30 13:00" },
    { "晚上12点", "2026-12-01 00:00" }, { "晚上2点", "2026-12-01 02:00" }, { "明天凌晨2点", "2026-12-01 02:00" }, { "明天半夜", "2026-12-02 00:00" },
    { "明天10点前", "2026-12-01 10:00" }, { "周五之前", "2026-12-04 09:00" }, { "下班前", "2026-11-30 18:00" }, { "明天的下午3点", "2026-12-01 15:00" },
    { "周五晚", "2026-12-04 20:00" }, { "周五早8点", "2026-12-04 08:00" }, { "明天一点", "2026-12-01 13:00" },
    /* as wide as the characters beside them, and traditional */
    { "明天１０：３０", "2026-12-01 10:30" }, { "　後天下午３點半　", "2026-12-02 15:30" }, { "兩小時後", "2026-11-30 12:00" }, { "下週一", "2026-12-07 09:00" },
    { "半個鐘頭後", "2026-11-30 10:30" }, { "禮拜五", "2026-12-04 09:00" }, { "２５號", "2026-12-25 09:00" }, { "這週四", "2026-12-03 09:00" },
    { NULL },
  };

  check (CASES, "2026-11-30 10:00", SHANGHAI);
}

static void
test_english (void)
{
  static const Case CASES[] = {
    { "tomorrow 10:00", "2026-12-01 10:00" }, { "Tomorrow", "2026-12-01 09:00" }, { "tomorrow at 5", "2026-12-01 17:00" }, { "tomorrow at 9", "2026-12-01 09:00" },
    { "by tomorrow 10:00", "2026-12-01 10:00" }, { "tomorrow morning", "2026-12-01 09:00" }, { "tomorrow afternoon", "2026-12-01 14:00" },
    { "the day after tomorrow", "2026-12-02 09:00" }, { "tonight", "2026-11-30 20:00" }, { "tonight at 9", "2026-11-30 21:00" }, { "today", "2026-11-30 18:00" },
    { "today 14:00", "2026-11-30 14:00" }, { "next Monday", "2026-12-07 09:00" }, { "next week", "2026-12-07 09:00" }, { "next month", "2026-12-01 09:00" },
    { "Friday", "2026-12-04 09:00" }, { "Fri 17:00", "2026-12-04 17:00" }, { "on Friday at 5pm", "2026-12-04 17:00" }, { "sat", "2026-12-05 09:00" },
    { "this Thursday", "2026-12-03 09:00" }, { "weekend", "2026-12-05 09:00" }, { "in 2 hours", "2026-11-30 12:00" }, { "in 30 min", "2026-11-30 10:30" },
    { "in 30min", "2026-11-30 10:30" }, { "in half an hour", "2026-11-30 10:30" }, { "in an hour", "2026-11-30 11:00" }, { "in 1 h 30 min", "2026-11-30 11:30" },
    { "2 hours from now", "2026-11-30 12:00" }, { "in 3 days", "2026-12-03 09:00" }, { "in a week", "2026-12-07 09:00" }, { "in 2 months", "2027-01-30 09:00" },
    { "5pm", "2026-11-30 17:00" }, { "5 p.m.", "2026-11-30 17:00" }, { "9am", "2026-12-01 09:00" }, { "12pm", "2026-11-30 12:00" }, { "12am", "2026-12-01 00:00" },
    { "10:15 am", "2026-11-30 10:15" }, { "5 o'clock", "2026-11-30 17:00" }, { "Dec 1 9:30", "2026-12-01 09:30" }, { "Dec. 1st", "2026-12-01 09:00" },
    { "1 December", "2026-12-01 09:00" }, { "December 24, 2027", "2027-12-24 09:00" }, { "the 25th", "2026-12-25 09:00" }, { "25th of December at 8am", "2026-12-25 08:00" },
    { "Mar 3", "2027-03-03 09:00" }, { "end of month", "2026-11-30 18:00" }, { "end of next month", "2026-12-31 09:00" }, { "noon", "2026-11-30 12:00" },
    { "tomorrow noon", "2026-12-01 12:00" }, { "midnight", "2026-12-01 00:00" }, { "eod", "2026-11-30 18:00" }, { "5pm tomorrow", "2026-12-01 17:00" },
    { "10 pm on Friday", "2026-12-04 22:00" }, { "2026-12-01 09:30", "2026-12-01 09:30" },
    { NULL },
  };

  check (CASES, "2026-11-30 10:00", SHANGHAI);
}

static void
test_no_words (void)
{
  static const Case CASES[] = {
    { "" }, { " " }, { "张三" }, { "1234567890123456789" }, { "25" }, { "昨天" }, { "yesterday" }, { "2小时前" }, { "2小时" }, { "2026-11-29" }, { "2025年1月1日" },
    { "2026-02-30 10:00" }, { "13月1日" }, { "32号" }, { "25:00" }, { "10:60" }, { "10:30:60" }, { "今天9:00" }, { "今早" }, { "13pm" }, { "0pm" }, { "明天的" }, { "tomorrows" },
    { "in" }, { "in 2" }, { "一点" }, { "3点意见" }, { "早上好" }, { "周" }, { "下" }, { "99999天后" }, { "明天10点和小王" }, { "0分钟后" }, { "0天后天" }, { "may" }, { "march 40" },
    { "\xff\xfe" },
    { NULL },
  };

  check (CASES, "2026-11-30 10:00", SHANGHAI);
}

/* What is past today comes next. */
static void
test_evening (void)
{
  static const Case CASES[] = {
    { "今晚", "2026-12-31 22:00" }, { "今晚8点" }, { "8点", "2027-01-01 08:00" }, { "10点", "2026-12-31 22:00" }, { "21:00", "2027-01-01 21:00" },
    { "今天", "2026-12-31 22:00" }, { "明天", "2027-01-01 09:00" }, { "月底", "2026-12-31 22:00" }, { "年底", "2026-12-31 22:00" }, { "周四", "2027-01-07 09:00" },
    { "周四9点", "2027-01-07 09:00" }, { "周五", "2027-01-01 09:00" }, { "1号", "2027-01-01 09:00" }, { "31日20:00", "2027-01-31 20:00" }, { "30号", "2027-01-30 09:00" },
    { "12月31日", "2026-12-31 22:00" }, { "12月31日20:00", "2027-12-31 20:00" }, { "2月29日", "2028-02-29 09:00" }, { "1个月后", "2027-01-31 09:00" },
    { "2个月后", "2027-02-28 09:00" }, { "3小时后", "2027-01-01 00:30" }, { "下个月", "2027-01-01 09:00" }, { "下月底", "2027-01-31 09:00" }, { "noon", "2027-01-01 12:00" },
    { "midnight", "2027-01-01 00:00" },
    { NULL },
  };
  static const Case LATE[] = { { "今晚", "2026-12-31 23:59" }, { "今天", "2026-12-31 23:59" }, { "10点", "2027-01-01 10:00" }, { NULL } };

  check (CASES, "2026-12-31 21:30", SHANGHAI);
  check (LATE, "2026-12-31 22:10", SHANGHAI);
}

/* On 2026-03-08 New York's clocks jump from 2:00 to 3:00, on 2026-11-01 back from 2:00 to 1:00. */
static void
test_summer_time (void)
{
  static const Case SPRING[] = {
    { "tomorrow 2:30am", "2026-03-08 03:00" }, { "tomorrow", "2026-03-08 09:00" }, { "in 24 hours", "2026-03-08 12:00" }, { "in 1 day", "2026-03-08 09:00" },
    { "in 15 hours", "2026-03-08 03:00" },
    { NULL },
  };
  static const Case AUTUMN[] = { { "tomorrow 1:30am", "2026-11-01 01:30" }, { "tomorrow", "2026-11-01 09:00" }, { "in 15 hours", "2026-11-01 01:00" }, { NULL } };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (NEW_YORK);
  gint64 moment;

  check (SPRING, "2026-03-07 11:00", NEW_YORK);
  check (AUTUMN, "2026-10-31 11:00", NEW_YORK);
  g_assert_true (daybook_soon_word ("in 15 hours", at ("2026-10-31 11:00", zone), zone, &moment));
  g_assert_cmpint (moment - at ("2026-10-31 11:00", zone), ==, 15 * 3600);
}

static void
check_found (const char *line,
             const char *part,
             const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (SHANGHAI);
  g_autoptr(DaybookFolded) folded = daybook_folded_new (line);
  DaybookSoon soon = { 0 };
  gboolean found = daybook_soon_find (folded->text, 0, at ("2026-11-30 10:00", zone), zone, &soon);
  g_autofree char *read = found ? wall (soon.moment, zone) : NULL;
  g_autofree char *cut = found ? g_strndup (line + folded->origins[soon.from], folded->origins[soon.to] - folded->origins[soon.from]) : NULL;

  if (g_strcmp0 (cut, part) != 0 || g_strcmp0 (read, expected) != 0)
    {
      g_test_message ("“%s”: “%s” %s, not “%s” %s", line, cut, read, part, expected);
      g_test_fail ();
    }
}

static void
test_in_a_line (void)
{
  check_found ("退货 张三 运费我们出 明天10点 @小王", "明天10点", "2026-12-01 10:00");
  check_found ("退货張三後天下午３點半易碎", "後天下午３點半", "2026-12-02 15:30");
  check_found ("call Ann by Friday 17:00, she asks", "by Friday 17:00", "2026-12-04 17:00");
  check_found ("call Ann in 2 hours about the cup", "in 2 hours", "2026-11-30 12:00");
  check_found ("上周五说的，周三回复", "周三", "2026-12-02 09:00");
  check_found ("昨天10点打过电话", NULL, NULL);
  check_found ("每周五盘点", NULL, NULL);
  check_found ("last Friday 10:00 he called", NULL, NULL);
  check_found ("路上明天到", "明天", "2026-12-01 09:00");
  check_found ("尺码 11-30 不合", NULL, NULL);
  check_found ("11-30 14:00 回电", "11-30 14:00", "2026-11-30 14:00");
  check_found ("it sat there", NULL, NULL);
  check_found ("he came at 5 with two", NULL, NULL);
  check_found ("便宜一点", NULL, NULL);
  check_found ("提了3点意见", NULL, NULL);
  check_found ("10点前台集合", "10点", "2026-11-30 22:00");
  check_found ("#明天 @今晚", NULL, NULL);
  check_found ("2026-11-01 10:00 下的单", NULL, NULL);
  check_found ("1234567890123456789", NULL, NULL);
  check_found ("111-1234567-1234567 5pm", "5pm", "2026-11-30 17:00");
  check_found ("2026-12-01T10:00:00+08:00", "2026-12-01T10:00:00", "2026-12-01 10:00");
  check_found ("", NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/soon-word/chinese", test_chinese);
  g_test_add_func ("/soon-word/english", test_english);
  g_test_add_func ("/soon-word/no-words", test_no_words);
  g_test_add_func ("/soon-word/evening", test_evening);
  g_test_add_func ("/soon-word/summer-time", test_summer_time);
  g_test_add_func ("/soon-word/in-a-line", test_in_a_line);
  return g_test_run ();
}
