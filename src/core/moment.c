/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/moment.h"

#include "core/clip.h"
#include "core/date-pattern.h"
#include "core/zone-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  DAY = 24 * 60 * 60,
  MAX_YEAR = 9999,
};

/* A day within the years 1 to 9999, so that every zone has a date for them. */
static const gint64 FIRST = G_GINT64_CONSTANT (-62135510400); /* 0001-01-02 UTC */
static const gint64 LAST = G_GINT64_CONSTANT (253402214400);  /* 9999-12-31 UTC */

/* What was read: a date, a time of day, and the offset where one is written. */
typedef struct
{
  int      year;
  int      month;
  int      day;
  int      seconds; /* since midnight */
  gboolean has_offset;
  int      offset;  /* seconds east of Greenwich */
} Parts;

/* GTimeZone walks all its transitions to find an interval: too slow for an
 * import that reads ten million times. So each thread remembers the offset of
 * whole spans of twelve days that lie, with two days on each side, within one
 * interval. Where an interval ends, GTimeZone is asked each time. */
enum
{
  SPAN_BITS = 20,
  SPAN_MARGIN = 2 * DAY,
  N_SPANS = 256,
};

typedef struct
{
  gint64   number; /* of the span, plus 1; 0 is an empty slot */
  gint32   offset;
  gboolean uniform;
} Span;

typedef struct
{
  GTimeZone *zone; /* owned */
  Span       spans[N_SPANS];
} Offsets;

static void
free_offsets (gpointer data)
{
  Offsets *offsets = data;

  g_clear_pointer (&offsets->zone, g_time_zone_unref);
  g_free (offsets);
}

static Offsets *
get_offsets (GTimeZone *zone)
{
  static GPrivate private = G_PRIVATE_INIT (free_offsets);
  Offsets *offsets = g_private_get (&private);

  if (offsets != NULL && offsets->zone == zone)
    return offsets;

  if (offsets != NULL)
    {
      g_time_zone_unref (offsets->zone);
      memset (offsets, 0, sizeof *offsets);
    }
  else
    {
      offsets = g_new0 (Offsets, 1);
      g_private_set (&private, offsets);
    }
  offsets->zone = g_time_zone_ref (zone);

  return offsets;
}

static void
fill_span (Span      *span,
           GTimeZone *zone,
           gint64     number)
{
  gint64 start = number * (G_GINT64_CONSTANT (1) << SPAN_BITS);
  gint64 end = start + (G_GINT64_CONSTANT (1) << SPAN_BITS);
  int first = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, start - SPAN_MARGIN);
  int last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, end + SPAN_MARGIN);

  span->number = number + 1;
  span->uniform = first == last;
  span->offset = g_time_zone_get_offset (zone, first);
}

/* The remembered span around `seconds`, which is a UTC or a wall time: the
 * margin is wider than any offset. NULL where the offset changes near it. */
static const Span *
find_span (GTimeZone *zone,
           gint64     seconds)
{
  Offsets *offsets = get_offsets (zone);
  gint64 number = seconds >> SPAN_BITS;
  Span *span = &offsets->spans[number & (N_SPANS - 1)];

  if (span->number != number + 1)
    fill_span (span, zone, number);

  return span->uniform ? span : NULL;
}

static gint64
offset_at (GTimeZone *zone,
           gint64     moment)
{
  const Span *span = find_span (zone, moment);

  if (span != NULL)
    return span->offset;

  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment));
}

/* `twice` says which is meant of a wall time that happened twice. */
static gint64
wall_to_moment (GTimeZone *zone,
                gint64     wall,
                GTimeType  twice)
{
  const Span *span = find_span (zone, wall);

  if (span != NULL)
    return wall - span->offset;

  int interval = g_time_zone_adjust_time (zone, twice, &wall);
  return wall - g_time_zone_get_offset (zone, interval);
}

/* Days since 1970-01-01 of a date of the Gregorian calendar. Years are counted
 * from March, so that the leap day is the last. */
static gint64
days_of_date (int year,
              int month,
              int day)
{
  gint64 y = month > 2 ? year : year - 1;
  int m = month > 2 ? month - 3 : month + 9;

  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

static gboolean
is_date (int year,
         int month,
         int day)
{
  return year >= 1 && year <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static const char *
skip_blanks (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* Reads `least` to `most` digits. FALSE when there are fewer or more. */
static gboolean
read_number (const char **at,
             int          least,
             int          most,
             int         *number)
{
  const char *p = *at;
  int value = 0;

  for (; g_ascii_isdigit (*p) && p - *at <= most; p++)
    value = value * 10 + (*p - '0');
  if (p - *at < least || p - *at > most)
    return FALSE;

  *number = value;
  *at = p;
  return TRUE;
}

static gboolean
skip_word (const char **at,
           const char  *word)
{
  gsize length = strlen (word);

  if (strncmp (*at, word, length) != 0)
    return FALSE;

  *at += length;
  return TRUE;
}

static gboolean
read_date (const char **at,
           Parts       *parts)
{
  const char *p = *at;

  if (!read_number (&p, 4, 4, &parts->year))
    return FALSE;

  gboolean chinese = skip_word (&p, "年");
  char separator = chinese ? '\0' : *p++;
  if (!chinese && separator != '-' && separator != '/' && separator != '.')
    return FALSE;

  if (!read_number (&p, 1, 2, &parts->month))
    return FALSE;
  if (chinese ? !skip_word (&p, "月") : *p++ != separator)
    return FALSE;
  if (!read_number (&p, 1, 2, &parts->day))
    return FALSE;
  if (chinese && !skip_word (&p, "日"))
    return FALSE;

  *at = p;
  return is_date (parts->year, parts->month, parts->day);
}

/* As one of the patterns says; not where two of them say different days. */
static gboolean
read_written_date (const char        **at,
                   const char *const  *patterns,
                   Parts              *parts)
{
  const char *end = NULL;

  for (; patterns != NULL && *patterns != NULL; patterns++)
    {
      const char *p = *at;
      Parts read = { 0 };

      if (!daybook_date_pattern_read (*patterns, &p, &read.year, &read.month, &read.day)
          || !is_date (read.year, read.month, read.day))
        continue;
      if (end != NULL && (read.year != parts->year || read.month != parts->month || read.day != parts->day))
        return FALSE;
      *parts = read;
      end = p;
    }

  if (end != NULL)
    *at = end;
  return end != NULL;
}

static gboolean
skip_fraction (const char **at)
{
  const char *p = *at;

  if (*p != '.' && *p != ',')
    return TRUE;

  p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;

  *at = p;
  return TRUE;
}

/* "22:02", "09:38:00", "10:00:00.000" */
static gboolean
read_time (const char **at,
           Parts       *parts)
{
  const char *p = *at;
  int hours, minutes, seconds = 0;

  if (!read_number (&p, 1, 2, &hours) || !skip_word (&p, ":") || !read_number (&p, 2, 2, &minutes))
    return FALSE;
  if (skip_word (&p, ":") && (!read_number (&p, 2, 2, &seconds) || !skip_fraction (&p)))
    return FALSE;
  if (hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;

  parts->seconds = (hours * 60 + minutes) * 60 + seconds;
  *at = p;
  return TRUE;
}

/* "08:00", "0500" or "01", behind its sign */
static gboolean
read_hours (const char **at,
            int         *hours,
            int         *minutes)
{
  const char *start = *at;

  *minutes = 0;
  if (!read_number (at, 2, 4, hours))
    return FALSE;

  if (*at - start == 4)
    {
      *minutes = *hours % 100;
      *hours /= 100;
    }
  else if (*at - start != 2 || (skip_word (at, ":") && !read_number (at, 2, 2, minutes)))
    return FALSE;

  return *hours <= 15 && *minutes <= 59;
}

static gint64
wall_of_parts (const Parts *parts)
{
  return days_of_date (parts->year, parts->month, parts->day) * DAY + parts->seconds;
}

/* "Z", "UTC", "+08:00", "-0500", "+01", "PDT", "GMT+08:00" */
static gboolean
read_offset (const char **at,
             Parts       *parts)
{
  int hours, minutes;

  parts->has_offset = TRUE;
  if (skip_word (at, "Z") || skip_word (at, "z") || skip_word (at, "UTC"))
    return TRUE;
  if (daybook_zone_word_read (at, wall_of_parts (parts), &parts->offset) && **at != '+' && **at != '-')
    return TRUE;

  int sign = **at == '-' ? -1 : 1;
  if (!skip_word (at, "+") && !skip_word (at, "-"))
    return FALSE;
  if (!read_hours (at, &hours, &minutes))
    return FALSE;

  parts->offset = sign * (hours * 60 + minutes) * 60;
  return TRUE;
}

static gboolean
read_parts (const char         *text,
            const char *const  *patterns,
            Parts              *parts)
{
  const char *p = skip_blanks (text);

  if (!read_date (&p, parts) && !read_written_date (&p, patterns, parts))
    return FALSE;

  if (*p == 'T' || *p == 't')
    p++;
  else if (*skip_blanks (p) == '\0')
    return TRUE;
  else if (!g_ascii_isspace (*p))
    return FALSE;

  p = skip_blanks (p);
  if (!read_time (&p, parts))
    return FALSE;

  p = skip_blanks (p);
  if (*p != '\0' && !read_offset (&p, parts))
    return FALSE;

  return *skip_blanks (p) == '\0';
}

static void
set_error (GError            **error,
           const char         *text,
           const char *const  *patterns)
{
  /* Callers that try a text without wanting a reason pay for none. */
  if (error == NULL)
    return;

  g_autofree char *clip = daybook_clip (text);
  g_autofree char *written = patterns != NULL ? g_strjoinv (", ", (char **) patterns) : NULL;
  if (written == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("“%s” is not a date or time such as 2026-11-22 10:20."), clip);
  else
    /* Translators: a text; how a platform writes dates, as "MM/DD/YY" */
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("“%s” is not a date as this platform writes it (%s)."), clip, written);
}

gboolean
daybook_moment_parse (const char  *text,
                      GTimeZone   *zone,
                      gint64      *moment,
                      GError     **error)
{
  return daybook_moment_parse_as (text, NULL, zone, moment, error);
}

gboolean
daybook_moment_parse_as (const char         *text,
                         const char *const  *patterns,
                         GTimeZone          *zone,
                         gint64             *moment,
                         GError            **error)
{
  Parts parts = { 0 };

  if (text == NULL || !read_parts (text, patterns, &parts))
    {
      set_error (error, text, patterns);
      return FALSE;
    }

  gint64 wall = wall_of_parts (&parts);
  gint64 read = parts.has_offset ? wall - parts.offset : wall_to_moment (zone, wall, G_TIME_TYPE_STANDARD);
  if (read < FIRST || read > LAST)
    {
      set_error (error, text, patterns);
      return FALSE;
    }

  *moment = read;
  return TRUE;
}

gboolean
daybook_moment_parse_wall (const char         *text,
                           const char *const  *patterns,
                           gint64             *wall)
{
  Parts parts = { 0 };

  if (!read_parts (text, patterns, &parts))
    return FALSE;

  *wall = wall_of_parts (&parts);
  return TRUE;
}

gint64
daybook_moment_to_wall (gint64     moment,
                        GTimeZone *zone)
{
  return moment + offset_at (zone, moment);
}

gint64
daybook_moment_of_wall (gint64     wall,
                        GTimeZone *zone)
{
  return wall_to_moment (zone, wall, G_TIME_TYPE_DAYLIGHT);
}

static gint64
floor_to_day (gint64 wall)
{
  gint64 rest = wall % DAY;

  return wall - (rest < 0 ? rest + DAY : rest);
}

gint64
daybook_moment_day (gint64     moment,
                    GTimeZone *zone,
                    int        days)
{
  gint64 today = floor_to_day (moment + offset_at (zone, moment));

  return wall_to_moment (zone, today + (gint64) days * DAY, G_TIME_TYPE_DAYLIGHT);
}

gint64
daybook_moment_at (gint64     moment,
                   GTimeZone *zone,
                   guint      minutes)
{
  gint64 today = floor_to_day (moment + offset_at (zone, moment));

  return wall_to_moment (zone, today + (gint64) minutes * 60, G_TIME_TYPE_DAYLIGHT);
}

/* Moments outside of them come from damaged books only; they are shown as the
 * nearest that has a date. */
static GDateTime *
to_date_time (gint64     moment,
              GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (CLAMP (moment, FIRST, LAST));

  return g_date_time_to_timezone (utc, zone);
}

char *
daybook_moment_to_iso (gint64     moment,
                       GTimeZone *zone)
{
  g_autoptr(GDateTime) local = to_date_time (moment, zone);
  g_autofree char *date = g_date_time_format (local, "%H:%M:%S%:z");
  int year, month, day;

  /* %Y does not pad years before 1000. */
  g_date_time_get_ymd (local, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%s", year, month, day, date);
}

static const char *
format_for_day (gint64     moment,
                gint64     now,
                GTimeZone *zone)
{
  if (moment >= daybook_moment_day (now, zone, -1) && moment < daybook_moment_day (now, zone, 2))
    {
      if (moment < daybook_moment_day (now, zone, 0))
        /* Translators: a time in a list, see strftime(3). */
        return C_("moment", "Yesterday %H:%M");
      if (moment >= daybook_moment_day (now, zone, 1))
        /* Translators: a time in a list, see strftime(3). */
        return C_("moment", "Tomorrow %H:%M");
      /* Translators: a time today, in a list, see strftime(3). */
      return C_("moment", "%H:%M");
    }

  return NULL;
}

char *
daybook_moment_format (gint64     moment,
                       gint64     now,
                       GTimeZone *zone)
{
  g_autoptr(GDateTime) local = to_date_time (moment, zone);
  g_autoptr(GDateTime) today = to_date_time (now, zone);
  const char *format = format_for_day (moment, now, zone);

  if (format != NULL)
    return g_date_time_format (local, format);
  if (g_date_time_get_year (local) == g_date_time_get_year (today))
    /* Translators: a day and time of this year, in a list, see strftime(3). */
    return g_date_time_format (local, C_("moment", "%m-%d %H:%M"));
  /* Translators: a day of another year, in a list, see strftime(3). */
  return g_date_time_format (local, C_("moment", "%Y-%m-%d"));
}

char *
daybook_moment_format_long (gint64     moment,
                            GTimeZone *zone)
{
  g_autoptr(GDateTime) local = to_date_time (moment, zone);

  /* Translators: day and time in full, see strftime(3); “%-d” is the day of
   * the month without a leading zero. */
  return g_date_time_format (local, C_("moment", "%A, %-d %B %Y, %H:%M"));
}
