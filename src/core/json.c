/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/json.h"

#include "core/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  gboolean in_text;
  gboolean escaped;
  guint    depth;
} Place;

/* One byte more; FALSE where it cannot stand there. */
static gboolean
step (Place *place,
      char   c)
{
  if (place->in_text)
    {
      place->in_text = place->escaped || c != '"';
      place->escaped = !place->escaped && c == '\\';
      return TRUE;
    }

  if (c == '"')
    place->in_text = TRUE;
  else if (c == '[' || c == '{')
    place->depth++;
  else if (c == ']' || c == '}')
    place->depth -= MIN (place->depth, 1);
  else
    return g_ascii_isalnum (c) || g_ascii_isspace (c) || (c != '\0' && strchr (",:+-.", c) != NULL);
  return place->depth <= DAYBOOK_JSON_MAX_DEPTH;
}

static void
set_error (guint    line,
           guint    depth,
           GError **error)
{
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               /* Translators: in the middle of a sentence; %u is the number of a line of a file. */
               depth > DAYBOOK_JSON_MAX_DEPTH ? _("in line %u there are too many brackets in each other")
                                              : _("line %u is not written as JSON is"), line);
}

/* Whether the text may be handed to json-glib, which goes one step down its stack with each
 * bracket, without an end, and takes comments and quotation marks for more than JSON
 * does. Not whether it is JSON. */
static gboolean
is_safe (const char  *text,
         gssize       length,
         GError     **error)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  gsize at = n >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0
    ? strlen (BYTE_ORDER_MARK) : 0;
  Place place = { FALSE, FALSE, 0 };
  guint line = 1;

  for (; at < n; at++)
    {
      if (!step (&place, text[at]))
        {
          set_error (line, place.depth, error);
          return FALSE;
        }
      line += text[at] == '\n';
    }

  return TRUE;
}

/* Asked afterwards, the parser knows no more where it was. */
static void
on_error (JsonParser *parser,
          GError     *error,
          guint      *line)
{
  *line = json_parser_get_current_line (parser);
}

JsonNode *
daybook_json_read (const char  *text,
                   gssize       length,
                   GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();

  return daybook_json_read_by (parser, text, length, error);
}

JsonNode *
daybook_json_read_by (JsonParser  *parser,
                      const char  *text,
                      gssize       length,
                      GError     **error)
{
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (on_error), &line);
  if (!is_safe (text, length, error))
    return NULL;
  if (json_parser_load_from_data (parser, text, length, NULL) && json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);

  set_error (line, 0, error);
  return NULL;
}

JsonNode *
daybook_json_read_object (const char  *text,
                          GError     **error)
{
  g_autoptr(JsonNode) node = daybook_json_read (text, -1, error);

  if (node == NULL || JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&node);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("it does not begin with {"));
  return NULL;
}
