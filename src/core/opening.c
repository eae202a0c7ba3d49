/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/opening.h"

#include "core/day.h"
#include "core/error.h"
#include "core/fields.h"
#include "core/json.h"

#include <string.h>

/* So long a holiday is said at once. */
#define MOST_DAYS 100

static gboolean
check_week (const char  *text,
            GError     **error)
{
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (text, NULL, error);

  return calendar != NULL;
}

static gboolean
check_days (const char  *text,
            GError     **error)
{
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (NULL, text, error);

  return calendar != NULL;
}

static const DaybookField FIELDS[] = {
  [DAYBOOK_OPENING_DELETED] = DELETED_FIELD,
  [DAYBOOK_OPENING_KEY] = { "key", N_("Name"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_OPENING_WEEK] = { "week", N_("Week"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_MULTILINE, .check = check_week },
  [DAYBOOK_OPENING_DAYS] = { "days", N_("Other days"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_MULTILINE, .check = check_days },
};

const DaybookTable daybook_openings = {
  "calendar", "calendars", N_("Opening hours"), N_("Opening hours"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_OPENING_KEY, -1,
};

void
daybook_opening_row_id (DaybookId  *id,
                        const char *key)
{
  daybook_id_derive (id, daybook_openings.kind, &key, 1);
}

const char *
daybook_opening_default (void)
{
  /* SH-04: early 8:00-12:00 and 12:00-17:30, late 15:00-18:00 and 18:00-24:00. */
  return "{\"mon\":[\"08:00-24:00\"],\"tue\":[\"08:00-24:00\"],\"wed\":[\"08:00-24:00\"],\"thu\":[\"08:00-24:00\"],"
         "\"fri\":[\"08:00-24:00\"],\"sat\":[\"08:00-24:00\"],\"sun\":[\"08:00-24:00\"]}";
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A text that is no JSON of its own must not become one by what is put around it. */
static gboolean
check_whole (const char  *text,
             GError     **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(JsonNode) node = daybook_json_read_object (text, &local);

  if (node != NULL)
    return TRUE;

  /* Translators: %s is what is wrong with it. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("These are no opening hours: %s."), local->message);
  return FALSE;
}

DaybookCalendar *
daybook_opening_calendar (const char  *week,
                          const char  *days,
                          GError     **error)
{
  g_autofree char *text = g_strdup_printf ("{\"week\":%s,\"days\":%s}", is_given (week) ? week : daybook_opening_default (),
                                           is_given (days) ? days : "{}");

  if ((is_given (week) && !check_whole (week, error)) || (is_given (days) && !check_whole (days, error)))
    return NULL;

  return daybook_calendar_parse (text, error);
}

/* --- Saying them otherwise ------------------------------------------------------------- */

static JsonNode *
read_or_new (const char *json)
{
  JsonNode *node = is_given (json) ? daybook_json_read_object (json, NULL) : NULL;

  if (node == NULL)
    {
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
    }
  return node;
}

char **
daybook_opening_spans (const char *json,
                       const char *day)
{
  g_autoptr(JsonNode) node = read_or_new (json);
  JsonNode *member = json_object_get_member (json_node_get_object (node), day);
  JsonArray *array = member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;
  g_autoptr(GStrvBuilder) spans = g_strv_builder_new ();

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *span = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (span) && json_node_get_value_type (span) == G_TYPE_STRING)
        g_strv_builder_add (spans, json_node_get_string (span));
    }
  return g_strv_builder_end (spans);
}

static gboolean
is_closed (const char *word)
{
  return g_ascii_strcasecmp (word, "closed") == 0 || g_str_equal (word, "休息") || g_str_equal (word, "放假")
         || g_str_equal (word, _("closed"));
}

/* "9:00–12:00" is written "09:00-12:00". (transfer full) */
static char *
tidy_span (const char *word)
{
  g_autoptr(GString) dashed = g_string_new (word);
  g_auto(GStrv) ends = NULL;
  g_autoptr(GString) span = g_string_new (NULL);

  g_string_replace (dashed, "–", "-", 0);
  g_string_replace (dashed, "—", "-", 0);
  g_string_replace (dashed, "~", "-", 0);
  g_string_replace (dashed, "：", ":", 0);
  ends = g_strsplit (dashed->str, "-", -1);

  for (guint i = 0; ends[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (span, '-');
      if (strlen (ends[i]) == strlen ("0:00") && g_ascii_isdigit (ends[i][0]))
        g_string_append_c (span, '0');
      g_string_append (span, ends[i]);
    }
  return g_string_free (g_steal_pointer (&span), FALSE);
}

char **
daybook_opening_read_spans (const char *text)
{
  g_autoptr(GString) even = g_string_new (text);
  g_auto(GStrv) words = NULL;
  g_autoptr(GStrvBuilder) spans = g_strv_builder_new ();

  g_string_replace (even, "，", ",", 0);
  g_string_replace (even, "、", ",", 0);
  words = g_strsplit_set (even->str, ", ;\t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !is_closed (words[i]))
      {
        g_autofree char *span = tidy_span (words[i]);

        g_strv_builder_add (spans, span);
      }
  return g_strv_builder_end (spans);
}

char *
daybook_opening_say (const char        *json,
                     const char        *day,
                     const char *const *spans)
{
  g_autoptr(JsonNode) node = read_or_new (json);
  JsonObject *object = json_node_get_object (node);
  JsonArray *array;

  if (spans == NULL)
    {
      json_object_remove_member (object, day);
      return json_to_string (node, FALSE);
    }

  array = json_array_new ();
  for (guint i = 0; spans[i] != NULL; i++)
    json_array_add_string_element (array, spans[i]);
  json_object_set_array_member (object, day, array);
  return json_to_string (node, FALSE);
}

char *
daybook_opening_say_days (const char         *json,
                          const char         *word,
                          const char *const  *spans,
                          GError            **error)
{
  g_auto(GStrv) ends = g_strsplit (word, "..", 2);
  const char *first = ends[0] != NULL ? ends[0] : "", *last = ends[0] != NULL && ends[1] != NULL ? ends[1] : first;
  g_autofree char *day = g_strdup (first);
  g_autofree char *said = g_strdup (json);

  if (!daybook_day_is (day) || !daybook_day_is (last) || strcmp (day, last) > 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("“%s” is no day: one is written 2026-10-01, several 2026-10-01..2026-10-07."), word);
      return NULL;
    }

  for (guint i = 0; strcmp (day, last) <= 0; i++)
    {
      char *longer = daybook_opening_say (said, day, spans), *next = daybook_day_after (day);

      g_free (said);
      said = longer;
      g_free (day);
      day = next;
      if (i >= MOST_DAYS)
        {
          g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is more than %d days."), word, MOST_DAYS);
          return NULL;
        }
    }
  return g_steal_pointer (&said);
}

static void
give (DaybookEdit      *edit,
      const DaybookRow *row,
      guint             field,
      const char       *text)
{
  if (text == NULL)
    return;

  if (row != NULL)
    daybook_edit_set (edit, &daybook_openings, &row->id, field, daybook_value_text (text));
  else
    daybook_edit_give (edit, field, daybook_value_text (text));
}

void
daybook_opening_write (DaybookEdit      *edit,
                       const DaybookRow *row,
                       const char       *week,
                       const char       *days)
{
  const DaybookRow *there = row != NULL && daybook_row_int (row, DAYBOOK_OPENING_DELETED) == 0 ? row : NULL;

  /* One in the trash comes back with what it is given. */
  if (there == NULL)
    {
      DaybookId id;

      daybook_opening_row_id (&id, DAYBOOK_OPENING_SHOP);
      daybook_edit_create (edit, &daybook_openings, &id);
      daybook_edit_give (edit, DAYBOOK_OPENING_KEY, daybook_value_text (DAYBOOK_OPENING_SHOP));
    }
  give (edit, there, DAYBOOK_OPENING_WEEK, week);
  give (edit, there, DAYBOOK_OPENING_DAYS, days);
}
