/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-starter.h"

#include <string.h>

#define THREE(text) "{\"en\": \"" text "\", \"zh_CN\": \"" text "简\", \"zh_TW\": \"" text "繁\"}"
#define PHRASE(more) "{\"key\": \"a\", \"title\": " THREE ("T") ",\n\"text\": " THREE ("X") more "}"
#define FILE_OF(phrases) "{\"purpose\": \"apology\",\n\"phrases\": [" phrases "]}"

static void
test_a_file_is_read (void)
{
  static const char JSON[] = FILE_OF (
    PHRASE (", \"alternatives\": {\"en\": [\"Y\", \"Z\"], \"zh_TW\": []}, \"daypart\": \"morning\","
            " \"registers\": [\"complaint\", \"return/agreed\"], \"channels\": [\"phone\", \"wechat\"],"
            " \"paths\": [{\"label\": " THREE ("More") ", \"to\": \"b\"}, {\"label\": " THREE ("Less") ", \"to\": \"c\"}],"
            " \"proposes\": {\"stage\": \"agreed\", \"snooze\": \"2h\", \"promise\": \"tomorrow 10:00\"}")
    ", {\"key\": \"b\", \"title\": " THREE ("U") ", \"text\": " THREE ("W") "}");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) starters = daybook_phrase_starters_parse (JSON, -1, "apology.json", &error);
  const DaybookPhraseStarter *starter;

  g_assert_no_error (error);
  g_assert_cmpuint (starters->len, ==, 2);
  starter = g_ptr_array_index (starters, 0);
  g_assert_cmpstr (starter->key, ==, "a");
  g_assert_cmpint (starter->purpose, ==, DAYBOOK_PURPOSE_APOLOGY);
  g_assert_cmpint (starter->daypart, ==, DAYBOOK_DAYPART_MORNING);
  g_assert_cmpstr (starter->titles[DAYBOOK_LANGUAGE_ZH_CN], ==, "T简");
  g_assert_cmpstr (starter->texts[DAYBOOK_LANGUAGE_EN], ==, "X\n---\nY\n---\nZ");
  g_assert_cmpstr (starter->texts[DAYBOOK_LANGUAGE_ZH_TW], ==, "X繁");
  g_assert_null (starter->texts[DAYBOOK_LANGUAGE_ANY]);
  g_assert_cmpstr (starter->registers, ==, "complaint return/agreed");
  g_assert_cmpstr (starter->channels, ==, "phone wechat");
  g_assert_cmpstr (starter->paths[DAYBOOK_LANGUAGE_ZH_TW], ==, "More繁 -> b\nLess繁 -> c");
  g_assert_cmpstr (starter->stage, ==, "agreed");
  g_assert_cmpstr (starter->snooze, ==, "2h");
  g_assert_cmpstr (starter->promise, ==, "tomorrow 10:00");

  starter = g_ptr_array_index (starters, 1);
  g_assert_cmpint (starter->daypart, ==, DAYBOOK_DAYPART_ANY);
  g_assert_null (starter->registers);
  g_assert_null (starter->channels);
  g_assert_null (starter->paths[DAYBOOK_LANGUAGE_EN]);
  g_assert_null (starter->stage);
  g_assert_null (starter->promise);
}

/* The sentence names file, line and member. */
static void
test_what_is_wrong_is_named (void)
{
  static const struct
  {
    const char *json;
    const char *said;
  } CASES[] = {
    { "", "line 1" },
    { "[]", "does not begin with {" },
    { "{}", "“purpose” is missing" },
    { "{\"purpose\": \"apology\"}", "“phrases” is missing" },
    { "{\"purpose\": \"apology\", \"phrases\": 7}", "“phrases” is not what it should be" },
    { "{\"purpose\": \"apology\",\n\"phrases\": [7]}", "line 2: “phrases” is not what it should be" },
    { "{\"purpose\": \"sorry\", \"phrases\": [" PHRASE ("") "]}", "“purpose” is “sorry”, which is none that there is" },
    { FILE_OF ("{\"title\": " THREE ("T") ", \"text\": " THREE ("X") "}"), "“key” is missing" },
    { FILE_OF ("{\"key\": \"A b\", \"title\": " THREE ("T") ", \"text\": " THREE ("X") "}"), "“A b” is no name" },
    { FILE_OF (PHRASE ("") "," PHRASE ("")), "there are two of the name “a”" },
    { FILE_OF ("{\"key\": \"a\", \"title\": \"T\", \"text\": " THREE ("X") "}"), "“title” is not what it should be" },
    { FILE_OF ("{\"key\": \"a\", \"title\": " THREE ("T") ", \"text\": {\"en\": \"X\", \"zh_CN\": \"\", \"zh_TW\": \"X\"}}"), "“zh_CN” is not what it should be" },
    { FILE_OF ("{\"key\": \"a\", \"title\": " THREE ("T") ", \"text\": {\"en\": \"X\", \"zh_CN\": \"X\"}}"), "“zh_TW” is missing" },
    { FILE_OF (PHRASE (", \"alternatives\": [\"x\"]")), "“alternatives” is not what it should be" },
    { FILE_OF (PHRASE (", \"alternatives\": {\"en\": \"x\"}")), "“en” is not what it should be" },
    { FILE_OF (PHRASE (",\n\"daypart\": \"dusk\"")), "line 4: “daypart” is “dusk”" },
    { FILE_OF (PHRASE (", \"registers\": [\"a/b/c\"]")), "“registers” is “a/b/c”" },
    { FILE_OF (PHRASE (", \"registers\": [\"a b\"]")), "“registers” is “a b”" },
    { FILE_OF (PHRASE (", \"channels\": [\"telegraph\"]")), "“channels” is “telegraph”" },
    { FILE_OF (PHRASE (", \"channels\": [\"unknown\"]")), "“channels” is “unknown”" },
    { FILE_OF (PHRASE (", \"paths\": [7]")), "“paths” is not what it should be" },
    { FILE_OF (PHRASE (", \"paths\": [{\"label\": " THREE ("L") "}]")), "“to” is missing" },
    { FILE_OF (PHRASE (", \"paths\": [{\"label\": " THREE ("L") ", \"to\": \"B\"}]")), "“B” is no name" },
    { FILE_OF (PHRASE (", \"paths\": [{\"label\": " THREE ("L\\nM") ", \"to\": \"b\"}]")), "“label” is one line" },
    { FILE_OF (PHRASE (", \"paths\": [{\"to\": \"b\"}]")), "“label” is missing" },
    { FILE_OF (PHRASE (", \"proposes\": 7")), "“proposes” is not what it should be" },
    { FILE_OF (PHRASE (", \"proposes\": {\"stage\": \"A b\"}")), "“A b” is no name" },
    { FILE_OF (PHRASE (", \"proposes\": {\"snooze\": \"soon\"}")), "“snooze” is “soon”, which is no time" },
    { FILE_OF (PHRASE (", \"proposes\": {\"promise\": \"\"}")), "“promise” is not what it should be" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", CASES[i].json);
      g_assert_null (daybook_phrase_starters_parse (CASES[i].json, -1, "our.json", &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "our.json"));
      if (strstr (error->message, CASES[i].said) == NULL)
        g_error ("“%s” does not say “%s”", error->message, CASES[i].said);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase-starter/read", test_a_file_is_read);
  g_test_add_func ("/phrase-starter/wrong", test_what_is_wrong_is_named);

  return g_test_run ();
}
