/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-time.h"

#include "core/moment.h"

#include <string.h>

#define DAY 86400
/* Files and laptops disagree about the clock by less than this. */
#define SLACK 3600
/* 1 January 2005: no shop's export is older. */
#define EARLIEST G_GINT64_CONSTANT (1104537600)
#define MAX_TIME_TEXT 32

/* What a name says: a moment, or a day and which time of it is meant. */
typedef struct
{
  gint64 begin; /* of the day; 0: it says nothing */
  gint64 moment;
} NamedTime;

static const char *const LABELS[] = { "导出时间", "下载时间", "生成时间", "申请时间", "Exported", "Generated" };

static gboolean
is_possible (gint64 moment,
             gint64 now)
{
  return moment >= EARLIEST && moment <= now + SLACK;
}

/* No file is older than its rows, unless those are in times to come. */
static gboolean
is_outdated (gint64 moment,
             gint64 newest,
             gint64 now)
{
  return moment < MIN (newest, now) - SLACK;
}

/* The time that begins at `text`; what follows it does not matter. */
static gint64
parse_at (const char *text,
          GTimeZone  *zone,
          gint64      now)
{
  char copy[MAX_TIME_TEXT + 1];
  gsize n = MIN (strspn (text, "0123456789-/: T"), (gsize) MAX_TIME_TEXT);
  gint64 moment;

  memcpy (copy, text, n);
  copy[n] = '\0';
  g_strchomp (copy);
  return daybook_moment_parse (copy, zone, &moment, NULL) && is_possible (moment, now) ? moment : 0;
}

/* "导出时间：[2023-02-13 09:12:52]" */
static gint64
time_inside (const char *prologue,
             gint64      newest,
             GTimeZone  *zone,
             gint64      now)
{
  for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
    {
      const char *label = strstr (prologue, LABELS[i]);
      const char *digits = label != NULL ? strpbrk (label, "0123456789\n") : NULL;
      gint64 moment = digits != NULL ? parse_at (digits, zone, now) : 0;

      if (moment != 0 && !is_outdated (moment, newest, now))
        return moment;
    }

  return 0;
}

/* 12 or 14 digits are a time, 8 a day. A day alone is taken as its end, or the
 * newest time in the rows when that is on it: the file was made after both. */
static NamedTime
time_of_digits (const char *digits,
                gsize       n,
                gint64      newest,
                GTimeZone  *zone,
                gint64      now)
{
  g_autofree char *text = NULL;
  NamedTime time = { 0 };

  if (n != 8 && n != 12 && n != 14)
    return time;

  text = n == 8 ? g_strdup_printf ("%.4s-%.2s-%.2s", digits, digits + 4, digits + 6)
                : g_strdup_printf ("%.4s-%.2s-%.2s %.2s:%.2s:%.2s", digits, digits + 4, digits + 6,
                                   digits + 8, digits + 10, n == 14 ? digits + 12 : "00");
  time.begin = time.moment = parse_at (text, zone, now);
  if (time.begin != 0 && n == 8)
    time.moment = newest >= time.begin && newest < time.begin + DAY ? newest : MIN (time.begin + DAY - 1, now);
  return time;
}

/* "orders-2026-11-22.csv" */
static NamedTime
time_of_dashes (const char *text,
                gint64      newest,
                GTimeZone  *zone,
                gint64      now)
{
  char digits[9];

  if (strlen (text) < 10 || text[4] != '-' || text[7] != '-' ||
      strspn (text + 5, "0123456789") != 2 || strspn (text + 8, "0123456789") != 2)
    return (NamedTime) { 0 };

  g_snprintf (digits, sizeof digits, "%.4s%.2s%.2s", text, text + 5, text + 8);
  return time_of_digits (digits, 8, newest, zone, now);
}

/* "1791430000_orders.csv": Douyin begins with the time itself. */
static NamedTime
unix_time (const char *digits,
           gint64      now)
{
  gint64 moment = g_ascii_strtoll (digits, NULL, 10);

  return is_possible (moment, now) ? (NamedTime) { moment, moment } : (NamedTime) { 0 };
}

/* Of the `n` digits at `p`, which what follows may go on with. */
static NamedTime
time_at (const char *file,
         const char *p,
         gsize       n,
         gint64      newest,
         GTimeZone  *zone,
         gint64      now)
{
  if (n == 10 && p == file && p[n] == '_')
    return unix_time (p, now);

  return n == 4 ? time_of_dashes (p, newest, zone, now) : time_of_digits (p, n, newest, zone, now);
}

/* The latest: of a range its end. */
static gint64
time_in_name (const char *file,
              gint64      newest,
              GTimeZone  *zone,
              gint64      now)
{
  NamedTime latest = { 0 };

  for (const char *p = file; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");
      NamedTime time = time_at (file, p, n, newest, zone, now);

      if (time.begin > latest.begin)
        latest = time;
      p += MAX (n, 1);
    }

  return is_outdated (latest.moment, newest, now) ? 0 : latest.moment;
}

gint64
daybook_export_time (const char *prologue,
                     const char *file,
                     gint64      newest,
                     gint64      modified,
                     GTimeZone  *zone,
                     gint64      now)
{
  gint64 moment = time_inside (prologue, newest, zone, now);

  if (moment == 0)
    moment = time_in_name (file, newest, zone, now);
  if (moment == 0)
    moment = newest;
  return moment != 0 ? moment : MIN (modified, now);
}
