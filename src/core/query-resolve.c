/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/query.h"

#include "core/clip.h"
#include "core/day.h"
#include "core/decimal.h"
#include "core/moment.h"
#include "core/money.h"
#include "core/time-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  MINUTE = 60,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR,
  /* A hundred years either way: more would only overflow. */
  MAX_DAYS = 36525,
};

static gboolean
refuse_word (const char  *word,
             const char  *sentence,
             GError     **error)
{
  g_autofree char *clip = daybook_clip (word);

  /* Translators: a value that cannot be read, and a sentence about what is expected. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s”: %s"), clip, sentence);
  return FALSE;
}

static gboolean
resolve_int (const DaybookField *field,
             const char         *word,
             DaybookValue       *value,
             GError            **error)
{
  gint64 number;

  if (!daybook_decimal_parse (word, field->digits, &number))
    return refuse_word (word, field->digits == 0 ? _("A whole number is expected, such as 12.")
                                                 : _("A number is expected, such as 12.5."), error);

  *value = daybook_value_int (number);
  return TRUE;
}

static gboolean
resolve_bool (const char   *word,
              DaybookValue *value,
              GError      **error)
{
  gboolean is_true = g_str_equal (word, "true");

  if (!is_true && !g_str_equal (word, "false"))
    return refuse_word (word, _("Either true or false is expected."), error);

  *value = daybook_value_int (is_true);
  return TRUE;
}

static gboolean
resolve_enum (const DaybookField *field,
              const char         *word,
              DaybookValue       *value,
              GError            **error)
{
  int index = daybook_field_word (field, word);

  if (index < 0)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      g_autofree char *sentence = NULL;

      for (const DaybookWord *w = field->words; w->word != NULL; w++)
        g_string_append_printf (words, "%s%s", w > field->words ? ", " : "", w->word);
      sentence = words->len > 0 ? g_strdup_printf (_("“%s” is one of: %s."), daybook_field_get_name (field), words->str)
                                : g_strdup_printf (_("“%s” has no choices here."), daybook_field_get_name (field));
      return refuse_word (word, sentence, error);
    }

  *value = field->type == DAYBOOK_TYPE_ENUM ? daybook_value_int (index) : daybook_value_text (word);
  return TRUE;
}

/* Several are parted by blanks, or by commas as people write them. */
static gboolean
resolve_choices (const DaybookField *field,
                 const char         *word,
                 DaybookValue       *value,
                 GError            **error)
{
  g_auto(GStrv) words = g_strsplit_set (word, " ,", -1);
  g_autoptr(GString) keys = g_string_new (NULL);

  for (char **key = words; *key != NULL; key++)
    {
      g_auto(DaybookValue) one = DAYBOOK_VALUE_INIT;

      if (**key != '\0' && !resolve_enum (field, *key, &one, error))
        return FALSE;
    }
  /* In the register's order, each once: two people who mean the same write the same. */
  for (const DaybookWord *w = field->words; w->word != NULL; w++)
    if (g_strv_contains ((const char *const *) words, w->word))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", w->word);

  *value = daybook_value_text (keys->str);
  return TRUE;
}

static gboolean
resolve_ref (const char   *word,
             DaybookValue *value,
             GError      **error)
{
  DaybookId id;

  if (!daybook_id_parse (word, &id))
    return refuse_word (word, _("The id of a row is expected."), error);

  *value = daybook_value_id (&id);
  return TRUE;
}

/* Reads what follows `today` or `now`: "", "-3", "+1d", "-2h", "-30m". The number
 * without a unit counts `plain` seconds, or is an error when that is 0. */
static gboolean
read_shift (const char *text,
            gint64      plain,
            gint64     *seconds)
{
  gint64 sign = *text == '-' ? -1 : 1;
  gint64 unit = plain;
  char *end;

  *seconds = 0;
  if (*text == '\0')
    return TRUE;
  if ((*text != '-' && *text != '+') || !g_ascii_isdigit (text[1]))
    return FALSE;

  guint64 number = g_ascii_strtoull (text + 1, &end, 10);
  if (plain == 0 && *end != '\0')
    {
      unit = *end == 'd' ? DAY : *end == 'h' ? HOUR : *end == 'm' ? MINUTE : 0;
      end++;
    }
  if (*end != '\0' || unit == 0 || number > (guint64) (MAX_DAYS * (gint64) DAY / unit))
    return FALSE;

  *seconds = sign * (gint64) number * unit;
  return TRUE;
}

/* The midnight that begins the month. */
static gint64
month_of (gint64     now,
          GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return daybook_moment_day (now, zone, 1 - g_date_time_get_day_of_month (local));
}

static gboolean
resolve_time (const char   *word,
              gint64        now,
              GTimeZone    *zone,
              DaybookValue *value,
              GError      **error)
{
  g_autofree char *written = daybook_time_word (word);
  const char *given = word;
  gint64 moment, shift;

  if (written != NULL)
    word = written;
  if (g_str_equal (word, "month"))
    moment = month_of (now, zone);
  else if (g_str_has_prefix (word, "today") && read_shift (word + strlen ("today"), DAY, &shift))
    moment = daybook_moment_day (now, zone, (int) (shift / DAY));
  else if (g_str_has_prefix (word, "now") && read_shift (word + strlen ("now"), 0, &shift))
    moment = now + shift;
  else if (!daybook_moment_parse (word, zone, &moment, NULL))
    /* Translators: “yesterday” and “3 days ago” may be written in any of the program’s languages; “now-2h” as it stands. */
    return refuse_word (given, _("A time is expected, such as 2026-11-22, 2026-11-22T10:20, yesterday, 3 days ago or now-2h."),
                        error);

  *value = daybook_value_int (moment);
  return TRUE;
}

/* Any time names its day. */
static gboolean
resolve_date (const char   *word,
              gint64        now,
              GTimeZone    *zone,
              DaybookValue *value,
              GError      **error)
{
  g_autofree char *day = NULL;

  if (!resolve_time (word, now, zone, value, error))
    return FALSE;

  day = daybook_day_of (value->number, zone);
  *value = daybook_value_text (day);
  return TRUE;
}

static gboolean
resolve_money (const char   *word,
               const char   *currency,
               DaybookValue *value,
               GError      **error)
{
  gint64 minor;

  if (!daybook_money_parse (word, currency, &minor, error))
    return FALSE;

  *value = daybook_value_int (minor);
  return TRUE;
}

gboolean
daybook_query_resolve (const DaybookField *field,
                       const char         *word,
                       gint64              now,
                       GTimeZone          *zone,
                       const char         *currency,
                       DaybookValue       *value,
                       GError            **error)
{
  if (word == NULL || (field->type != DAYBOOK_TYPE_TEXT && field->type != DAYBOOK_TYPE_ANY && g_str_equal (word, "null")))
    {
      *value = (DaybookValue) DAYBOOK_VALUE_INIT;
      return TRUE;
    }

  switch (field->type)
    {
    case DAYBOOK_TYPE_TEXT:
    case DAYBOOK_TYPE_ANY:
      *value = daybook_value_text (word);
      return TRUE;
    case DAYBOOK_TYPE_INT:
      return resolve_int (field, word, value, error);
    case DAYBOOK_TYPE_BOOL:
      return resolve_bool (word, value, error);
    case DAYBOOK_TYPE_MONEY:
      return resolve_money (word, currency, value, error);
    case DAYBOOK_TYPE_TIME:
      return resolve_time (word, now, zone, value, error);
    case DAYBOOK_TYPE_DATE:
      return resolve_date (word, now, zone, value, error);
    case DAYBOOK_TYPE_ENUM:
    case DAYBOOK_TYPE_CHOICE:
      return resolve_enum (field, word, value, error);
    case DAYBOOK_TYPE_CHOICES:
      return resolve_choices (field, word, value, error);
    case DAYBOOK_TYPE_REF:
      return resolve_ref (word, value, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
