/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/error.h"
#include "core/json.h"

#include <string.h>

static void
test_read (void)
{
  static const char *const GOOD[] = {
    "{}", "[]", "null", "{\"a\": [1, -2.5e+3, true, \"x\"]}", "{\"a\": \"[[[ // ' # \\\" {\"}",
    "{\n\t\"订单\": \"编号\"\r\n}", "{\"a\": \"\\\\\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = daybook_json_read (GOOD[i], -1, &error);

      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    const char *line; /* that the message names */
  } BAD[] = {
    { "", "line 1 " }, { "{", "line 1 " }, { "{\n\"a\": 1,\n\n\"b\" 2}", "line 4 " },
    { "{\n'a': 1}", "line 2 " }, { "// x\n{}", "line 1 " }, { "{}\n/* x */", "line 2 " },
    { "{\"a\": \"x}", "line 1 " }, { "#\n{}", "line 1 " }, { "{\"a\": 1]", "line 1 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = daybook_json_read (BAD[i].text, -1, &error);

      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_null (node);
      if (strstr (error->message, BAD[i].line) == NULL)
        g_error ("%s: %s", BAD[i].text, error->message);
    }
}

/* `n` times the opening, nothing, and `n` times the closing. */
static char *
nest (guint       n,
      const char *opening,
      const char *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, opening);
  g_string_append (text, "1");
  for (guint i = 0; i < n; i++)
    g_string_append (text, closing);
  return g_string_free (text, FALSE);
}

/* A million brackets were a crash. */
static void
test_depth (void)
{
  g_autofree char *deepest = nest (DAYBOOK_JSON_MAX_DEPTH, "[", "]");
  g_autofree char *too_deep = nest (DAYBOOK_JSON_MAX_DEPTH + 1, "[", "]");
  g_autofree char *million = nest (1000 * 1000, "[", "");
  g_autofree char *objects = nest (200 * 1000, "{\"a\":", "}");
  g_autofree char *hidden = g_strconcat ("{\"a\": '\"', \"b\": ", million, "}", NULL);
  const char *const refused[] = { too_deep, million, objects, hidden };
  g_autoptr(JsonNode) node = daybook_json_read (deepest, -1, NULL);

  g_assert_nonnull (node);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (daybook_json_read (refused[i], -1, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/read", test_read);
  g_test_add_func ("/json/refuse", test_refuse);
  g_test_add_func ("/json/depth", test_depth);
  return g_test_run ();
}
