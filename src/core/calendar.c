/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/calendar.h"

#include "core/day.h"
#include "core/json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE 60
#define DAY_MINUTES (24 * 60)
#define DAY_SECONDS (DAY_MINUTES * MINUTE)
#define WEEK 7

/* Minutes of the day; `ends` is at most DAY_MINUTES. */
typedef struct
{
  guint begins;
  guint ends;
} Span;

struct _DaybookCalendar
{
  gatomicrefcount refs;
  GArray         *week[WEEK]; /* Span, in order; 0 is Monday */
  GHashTable     *days;       /* number of the day since 1970 → GArray of Span */
};

static const char *const DAYS[WEEK] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* --- Reading ------------------------------------------------------------------- */

static DaybookCalendar *
new_calendar (void)
{
  DaybookCalendar *self = g_new0 (DaybookCalendar, 1);

  g_atomic_ref_count_init (&self->refs);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < WEEK; i++)
    self->week[i] = g_array_new (FALSE, FALSE, sizeof (Span));
  return self;
}

/* "08:00" and "24:00"; -1: no time. */
static int
read_time (const char *text,
           gsize       length)
{
  int hours, minutes;

  if (length != strlen ("00:00") || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return -1;

  hours = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  minutes = g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);
  return minutes < MINUTE && hours * 60 + minutes <= DAY_MINUTES ? hours * 60 + minutes : -1;
}

int
daybook_wall_time_parse (const char *text)
{
  int minutes = read_time (text, strlen (text));

  return minutes < DAY_MINUTES ? minutes : -1;
}

static gboolean
read_span (const char  *text,
           Span        *span,
           GError     **error)
{
  const char *dash = strchr (text, '-');
  int begins = dash != NULL ? read_time (text, (gsize) (dash - text)) : -1;
  int ends = dash != NULL ? read_time (dash + 1, strlen (dash + 1)) : -1;

  if (begins < 0 || ends < 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no span of opening hours: they are written like 08:00-17:30."), text);
      return FALSE;
    }
  if (ends <= begins)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("“%s” ends before it begins. Hours past midnight are a span of the next day."), text);
      return FALSE;
    }

  *span = (Span) { (guint) begins, (guint) ends };
  return TRUE;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *first = a, *second = b;

  return first->begins < second->begins ? -1 : first->begins > second->begins;
}

/* As people call it; a date as it stands. (transfer full) */
static char *
name_day (const char *of)
{
  for (guint i = 0; i < WEEK; i++)
    if (g_str_equal (DAYS[i], of))
      {
        /* The first of January 2024 was a Monday. */
        g_autoptr(GDateTime) day = g_date_time_new_utc (2024, 1, 1 + (int) i, 0, 0, 0);

        return g_date_time_format (day, "%A");
      }

  return g_strdup (of);
}

static gboolean
check_apart (GArray      *spans,
             const char  *of,
             GError     **error)
{
  for (guint i = 1; i < spans->len; i++)
    {
      const Span *before = &g_array_index (spans, Span, i - 1), *span = &g_array_index (spans, Span, i);

      if (span->begins < before->ends)
        {
          g_autofree char *day = name_day (of);

          /* Translators: a day: Monday, 2026-10-01 */
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("On %s two spans overlap at %02u:%02u."), day, span->begins / 60,
                       span->begins % 60);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_spans (JsonObject  *object,
            const char  *member,
            GArray      *spans,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no list of opening hours."), member);
      return FALSE;
    }

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *one = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (one) && json_node_get_value_type (one) == G_TYPE_STRING ? json_node_get_string (one) : "";
      Span span;

      if (!read_span (text, &span, error))
        return FALSE;
      g_array_append_val (spans, span);
    }

  g_array_sort (spans, compare_spans);
  return check_apart (spans, member, error);
}

static JsonObject *
object_of (JsonObject *root,
           const char *member)
{
  JsonNode *node = json_object_get_member (root, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_week (DaybookCalendar  *self,
           JsonObject       *week,
           GError          **error)
{
  guint n_spans = 0;

  for (guint i = 0; i < WEEK; i++)
    {
      if (week != NULL && !read_spans (week, DAYS[i], self->week[i], error))
        return FALSE;
      n_spans += self->week[i]->len;
    }

  if (n_spans == 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                           _("The shop never opens in such a week: nothing would ever be due. Give at least one day its hours."));
      return FALSE;
    }

  return TRUE;
}

/* The number of a day since 1970, as calendars count it. */
static int
number_of (int year,
           int month,
           int day)
{
  GDate date;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date) - 719163; /* 1970-01-01 */
}

static gboolean
read_days (DaybookCalendar  *self,
           JsonObject       *days,
           GError          **error)
{
  g_autoptr(GList) names = days != NULL ? json_object_get_members (days) : NULL;

  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *day = name->data;
      GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
      int year, month, date;

      if (!daybook_day_is (day))
        {
          g_array_unref (spans);
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no day: they are written like 2026-10-01."), day);
          return FALSE;
        }
      year = (int) g_ascii_strtoull (day, NULL, 10);
      month = (int) g_ascii_strtoull (day + 5, NULL, 10);
      date = (int) g_ascii_strtoull (day + 8, NULL, 10);
      g_hash_table_insert (self->days, GINT_TO_POINTER (number_of (year, month, date)), spans);
      if (!read_spans (days, day, spans, error))
        return FALSE;
    }

  return TRUE;
}

DaybookCalendar *
daybook_calendar_parse (const char  *text,
                        GError     **error)
{
  g_autoptr(JsonNode) node = daybook_json_read (text, -1, error);
  g_autoptr(DaybookCalendar) self = new_calendar ();
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (node == NULL)
    return NULL;
  if (root == NULL)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("This is no calendar."));
      return NULL;
    }

  return read_week (self, object_of (root, "week"), error) && read_days (self, object_of (root, "days"), error)
         ? g_steal_pointer (&self) : NULL;
}

DaybookCalendar *
daybook_calendar_new_always (void)
{
  DaybookCalendar *self = new_calendar ();
  const Span whole = { 0, DAY_MINUTES };

  for (guint i = 0; i < WEEK; i++)
    g_array_append_val (self->week[i], whole);
  return self;
}

DaybookCalendar *
daybook_calendar_ref (DaybookCalendar *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
daybook_calendar_unref (DaybookCalendar *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < WEEK; i++)
    g_array_unref (self->week[i]);
  g_hash_table_unref (self->days);
  g_free (self);
}

/* --- Pieces of time ---------------------------------------------------------------- */

/* A piece in which the wall shows one day, and its clock runs on evenly. */
typedef struct
{
  gint64        from;     /* UTC seconds */
  gint64        to;
  gint64        midnight; /* when the wall would show the day's 00:00, did it run evenly before */
  const GArray *spans;
} Piece;

static gint64
offset_at (GTimeZone *zone,
           gint64     moment)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment));
}

/* The first moment after `from` and until `to` at which the clocks are turned; `to` when they are not.
 * Within a day they are turned once at most. */
static gint64
find_turn (GTimeZone *zone,
           gint64     from,
           gint64     to)
{
  gint64 offset = offset_at (zone, from), same = from, other = to;

  if (offset_at (zone, to) == offset)
    return to;

  while (other - same > 1)
    {
      gint64 middle = same + (other - same) / 2;

      if (offset_at (zone, middle) == offset)
        same = middle;
      else
        other = middle;
    }
  return other;
}

static Piece
piece_at (const DaybookCalendar *self,
          GTimeZone             *zone,
          gint64                 moment)
{
  gint64 wall = moment + offset_at (zone, moment);
  gint64 day = wall >= 0 ? wall / DAY_SECONDS : -((-wall + DAY_SECONDS - 1) / DAY_SECONDS);
  gint64 midnight = moment - (wall - day * DAY_SECONDS);
  gpointer own;
  Piece piece = { moment, find_turn (zone, moment, midnight + DAY_SECONDS), midnight, NULL };

  /* 1970 began on a Thursday. */
  piece.spans = g_hash_table_lookup_extended (self->days, GINT_TO_POINTER ((int) day), NULL, &own) ? own
    : self->week[((day + 3) % WEEK + WEEK) % WEEK];
  return piece;
}

/* The part of a span that lies in the piece; FALSE: none. */
static gboolean
clip (const Piece *piece,
      guint        i,
      gint64      *from,
      gint64      *to)
{
  const Span *span = &g_array_index (piece->spans, Span, i);

  *from = MAX (piece->from, piece->midnight + (gint64) span->begins * MINUTE);
  *to = MIN (piece->to, piece->midnight + (gint64) span->ends * MINUTE);
  return *from < *to;
}

/* --- Asking ------------------------------------------------------------------------- */

gboolean
daybook_calendar_is_open (const DaybookCalendar *self,
                          GTimeZone             *zone,
                          gint64                 moment)
{
  return daybook_calendar_next_open (self, zone, moment) == moment;
}

gint64
daybook_calendar_next_open (const DaybookCalendar *self,
                            GTimeZone             *zone,
                            gint64                 from)
{
  gint64 last = from + (gint64) DAYBOOK_CALENDAR_LOOK_DAYS * DAY_SECONDS;

  for (gint64 at = from; at < last;)
    {
      Piece piece = piece_at (self, zone, at);
      gint64 begins, ends;

      for (guint i = 0; i < piece.spans->len; i++)
        if (clip (&piece, i, &begins, &ends))
          return begins;
      at = piece.to;
    }

  return G_MAXINT64;
}

gint64
daybook_calendar_add (const DaybookCalendar *self,
                      GTimeZone             *zone,
                      gint64                 from,
                      gint64                 seconds)
{
  gint64 left = seconds, last_open = from;

  for (gint64 at = from; left > 0;)
    {
      Piece piece = piece_at (self, zone, at);

      for (guint i = 0; i < piece.spans->len; i++)
        {
          gint64 begins, ends;

          if (!clip (&piece, i, &begins, &ends))
            continue;
          if (ends - begins >= left)
            return begins + left;
          left -= ends - begins;
          last_open = ends;
        }
      at = piece.to;
      if (at - last_open > (gint64) DAYBOOK_CALENDAR_LOOK_DAYS * DAY_SECONDS)
        return G_MAXINT64;
    }

  return from;
}

gint64
daybook_calendar_between (const DaybookCalendar *self,
                          GTimeZone             *zone,
                          gint64                 from,
                          gint64                 to)
{
  gint64 sum = 0;

  for (gint64 at = from; at < to;)
    {
      Piece piece = piece_at (self, zone, at);

      piece.to = MIN (piece.to, to);
      for (guint i = 0; i < piece.spans->len; i++)
        {
          gint64 begins, ends;

          if (clip (&piece, i, &begins, &ends))
            sum += ends - begins;
        }
      at = piece.to;
    }
  return sum;
}
