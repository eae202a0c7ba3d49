/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-words.h"

#include "core/moment.h"

/* --- The clock --------------------------------------------------------------------------- */

const char *
daybook_phrase_greeting (DaybookLanguage language,
                         DaybookDaypart  part)
{
  static const char *const ZH_CN[] = {
    [DAYBOOK_DAYPART_ANY] = "您好",
    [DAYBOOK_DAYPART_MORNING] = "早上好",
    [DAYBOOK_DAYPART_NOON] = "中午好",
    [DAYBOOK_DAYPART_AFTERNOON] = "下午好",
    [DAYBOOK_DAYPART_EVENING] = "晚上好",
    [DAYBOOK_DAYPART_NIGHT] = "您好", /* nobody is told how late it is */
  };
  static const char *const ZH_TW[] = {
    [DAYBOOK_DAYPART_ANY] = "您好",
    [DAYBOOK_DAYPART_MORNING] = "早安",
    [DAYBOOK_DAYPART_NOON] = "午安",
    [DAYBOOK_DAYPART_AFTERNOON] = "午安",
    [DAYBOOK_DAYPART_EVENING] = "晚安",
    [DAYBOOK_DAYPART_NIGHT] = "您好",
  };
  static const char *const EN[] = {
    [DAYBOOK_DAYPART_ANY] = "Hello",
    [DAYBOOK_DAYPART_MORNING] = "Good morning",
    [DAYBOOK_DAYPART_NOON] = "Hello", /* from eleven: some of it is morning still */
    [DAYBOOK_DAYPART_AFTERNOON] = "Good afternoon",
    [DAYBOOK_DAYPART_EVENING] = "Good evening",
    [DAYBOOK_DAYPART_NIGHT] = "Hello",
  };

  if (language == DAYBOOK_LANGUAGE_EN)
    return EN[part];
  return language == DAYBOOK_LANGUAGE_ZH_TW ? ZH_TW[part] : ZH_CN[part];
}

/* A moment that no calendar has comes from a damaged book: the nearest that one has. */
static GDateTime *
to_local (gint64     moment,
          GTimeZone *zone)
{
  g_autofree char *iso = daybook_moment_to_iso (moment, zone);
  g_autoptr(GDateTime) read = g_date_time_new_from_iso8601 (iso, zone);

  return g_date_time_to_timezone (read, zone);
}

const char *
daybook_phrase_weekday (DaybookLanguage  language,
                        gint64           moment,
                        GTimeZone       *zone)
{
  static const char *const HAN[] = { "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" };
  static const char *const LATIN[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  g_autoptr(GDateTime) local = to_local (moment, zone);
  int day = g_date_time_get_day_of_week (local) - 1;

  return language == DAYBOOK_LANGUAGE_EN ? LATIN[day] : HAN[day];
}

static char *
print_day (DaybookLanguage  language,
           GDateTime       *local)
{
  static const char *const MONTHS[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  };
  int month = g_date_time_get_month (local), day = g_date_time_get_day_of_month (local);

  return language == DAYBOOK_LANGUAGE_EN ? g_strdup_printf ("%d %s", day, MONTHS[month - 1]) : g_strdup_printf ("%d月%d日", month, day);
}

char *
daybook_phrase_day (DaybookLanguage  language,
                    gint64           moment,
                    GTimeZone       *zone)
{
  g_autoptr(GDateTime) local = to_local (moment, zone);

  return print_day (language, local);
}

/* The word for one of the days from today on; NULL: there is none. */
static const char *
near_day (DaybookLanguage language,
          int             days)
{
  static const char *const HAN[] = { "今天", "明天" };
  static const char *const LATIN[] = { "today", "tomorrow" };

  if (days < (int) G_N_ELEMENTS (HAN))
    return language == DAYBOOK_LANGUAGE_EN ? LATIN[days] : HAN[days];
  if (language == DAYBOOK_LANGUAGE_EN)
    return NULL;
  return language == DAYBOOK_LANGUAGE_ZH_TW ? "後天" : "后天";
}

static const char *
find_near_day (DaybookLanguage  language,
               gint64           moment,
               gint64           now,
               GTimeZone       *zone)
{
  for (int days = 0; days <= 2; days++)
    if (moment >= daybook_moment_day (now, zone, days) && moment < daybook_moment_day (now, zone, days + 1))
      return near_day (language, days);

  return NULL;
}

char *
daybook_phrase_time (DaybookLanguage  language,
                     gint64           moment,
                     gint64           now,
                     GTimeZone       *zone)
{
  const char *near = find_near_day (language, moment, now, zone);
  g_autoptr(GDateTime) local = to_local (moment, zone);
  g_autoptr(GDateTime) today = to_local (now, zone);
  g_autofree char *day = near != NULL ? g_strdup (near) : print_day (language, local);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  int year = g_date_time_get_year (local);

  if (near != NULL || year == g_date_time_get_year (today))
    return g_strdup_printf ("%s %s", day, clock);
  return language == DAYBOOK_LANGUAGE_EN ? g_strdup_printf ("%s %d, %s", day, year, clock) : g_strdup_printf ("%d年%s %s", year, day, clock);
}

/* --- Several things ------------------------------------------------------------------------- */

char *
daybook_phrase_list (DaybookLanguage  language,
                     GPtrArray       *texts)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (list, language == DAYBOOK_LANGUAGE_EN ? ", " : "、");
      g_string_append (list, g_ptr_array_index (texts, i));
    }

  return g_string_free (list, FALSE);
}

char *
daybook_phrase_beside (DaybookLanguage  language,
                       const char      *text,
                       const char      *beside)
{
  return language == DAYBOOK_LANGUAGE_EN ? g_strdup_printf ("%s (%s)", text, beside) : g_strdup_printf ("%s（%s）", text, beside);
}

char *
daybook_phrase_and_more (DaybookLanguage  language,
                         const char      *first,
                         guint            n)
{
  if (language == DAYBOOK_LANGUAGE_EN)
    return g_strdup_printf ("%s and %u more", first, n - 1);
  return g_strdup_printf (language == DAYBOOK_LANGUAGE_ZH_TW ? "%s等%u種商品" : "%s等%u种商品", first, n);
}
