/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard-list.h"

#include "core/error.h"

#include <string.h>

/* A list of one word, of which these are the members. */
#define LIST(members) "{\"rule\": \"tone\", \"title\": \"Tone\", \"why\": \"Be kind.\",\n\"words\": [\n{" members "}]}"

static void
test_a_list_is_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookGuardList) list = daybook_guard_list_parse (
    "{\"rule\": \"tone\", \"handbook\": \"PH-03\", \"title\": {\"zh_CN\": \"语气\", \"en\": \"Tone\"}, \"why\": {\"en\": \"Be kind.\"}, \"words\": ["
    " {\"text\": {\"zh_CN\": [\"滚\", \"走开\"], \"en\": [\"go away\"]}, \"instead\": {\"zh_CN\": \"请稍等\"}, \"channels\": [\"wechat\", \"sms\"],"
    "  \"unless\": {\"zh_CN\": [\"滚筒\"]}}, {\"text\": {\"zh_TW\": [\"煩\"]}}]}", "tone.json", &error);
  const DaybookGuardWord *word;

  g_assert_no_error (error);
  g_assert_cmpstr (list->rule, ==, "tone");
  g_assert_cmpstr (list->title, ==, "Tone");
  g_assert_cmpstr (list->why, ==, "Be kind.");
  g_assert_cmpuint (list->words->len, ==, 2);

  word = g_ptr_array_index (list->words, 0);
  g_assert_cmpstr (word->texts[DAYBOOK_LANGUAGE_ZH_CN][1], ==, "走开");
  g_assert_cmpstr (word->texts[DAYBOOK_LANGUAGE_EN][0], ==, "go away");
  g_assert_cmpuint (g_strv_length (word->texts[DAYBOOK_LANGUAGE_ZH_TW]), ==, 0);
  g_assert_cmpstr (word->instead[DAYBOOK_LANGUAGE_ZH_CN], ==, "请稍等");
  g_assert_null (word->instead[DAYBOOK_LANGUAGE_EN]);
  g_assert_cmpstr (word->unless[DAYBOOK_LANGUAGE_ZH_CN][0], ==, "滚筒");
  g_assert_cmpuint (word->channels, ==, DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_WECHAT) | DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SMS));

  word = g_ptr_array_index (list->words, 1);
  g_assert_cmpstr (word->texts[DAYBOOK_LANGUAGE_ZH_TW][0], ==, "煩");
  g_assert_cmpuint (word->channels, ==, 0);
}

static void
assert_refused (const char *json,
                const char *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookGuardList) list = daybook_guard_list_parse (json, "tone.json", &error);

  g_test_message ("%s", json);
  g_assert_null (list);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "tone.json"));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, said));
}

/* The sentence names the line and what is wrong there. */
static void
test_what_is_wrong_is_named (void)
{
  assert_refused ("", "line 1");
  assert_refused ("[]", "{");
  assert_refused ("{\"rule\": \"Tone!\", \"title\": \"T\", \"why\": \"W\"}", "“Tone!” is no name");
  assert_refused ("{\"rule\": \"tone\",\n\"why\": \"W\"}", "“title” is missing");
  assert_refused ("{\"rule\": \"tone\", \"title\": \"T\"}", "“why” is missing");
  assert_refused ("{\"rule\": \"tone\", \"title\": \"T\", \"why\": \"W\"}", "“words” names no word");
  assert_refused ("{\"rule\": \"tone\", \"title\": \"T\", \"why\": \"W\", \"words\": 7}", "“words” is not what it should be");
  assert_refused ("{\"rule\": \"tone\", \"title\": \"T\", \"why\": \"W\", \"words\": [\"滚\"]}", "“words” is not what it should be");
  assert_refused (LIST (""), "“text” is missing");
  assert_refused (LIST ("\"text\": {}"), "line 3: “text” names no word");
  assert_refused (LIST ("\"text\": \"滚\""), "line 3: “text” is not what it should be");
  assert_refused (LIST ("\"text\": {\"zh_CN\": \"滚\"}"), "“zh_CN” is not what it should be");
  assert_refused (LIST ("\"text\": {\"de\": [\"weg\"]}"), "“de” is no language of it");
  assert_refused (LIST ("\"text\": {\"en\": [\"!?\"]}"), "“!?” has no letters");
  assert_refused (LIST ("\"text\": {\"en\": [\"V+\"]}"), "“V+” is a single letter");
  assert_refused (LIST ("\"text\": {\"zh_CN\": [\"滚\"]},\n\"unless\": {\"zh_CN\": [\"走开\"]}"), "line 4: “走开” does not hold the word");
  assert_refused (LIST ("\"text\": {\"zh_CN\": [\"滚\"]}, \"unless\": {\"zh_CN\": [\"滾\"]}"), "“滾” does not hold the word");
  assert_refused (LIST ("\"text\": {\"zh_CN\": [\"滚\"]}, \"instead\": \"请稍等\""), "“instead” is not what it should be");
  assert_refused (LIST ("\"text\": {\"zh_CN\": [\"滚\"]}, \"channels\": [\"taobao\"]"), "“taobao” is no channel; there are: shop_chat, phone");
  assert_refused (LIST ("\"text\": {\"zh_CN\": [\"滚\"]}, \"channels\": [\"unknown\"]"), "“unknown” is no channel");
}

static void
test_what_can_be_looked_for (void)
{
  static const char *const GOOD[] = { "滚", "加V", "no", "100%", "第1", "$", "かな", "사과" };
  static const char *const BAD[] = { "", " ", "v", "Ｖ。", "7", "😀😀", "\u200b", "\u0301" };
  g_autoptr(GString) longest = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    g_assert_true (daybook_guard_check_word (GOOD[i], NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    g_assert_false (daybook_guard_check_word (BAD[i], NULL));

  for (guint i = 0; i < 64; i++)
    g_string_append (longest, "最 ");
  g_assert_true (daybook_guard_check_word (longest->str, NULL));
  g_string_append (longest, "好");
  g_assert_false (daybook_guard_check_word (longest->str, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guard-list/read", test_a_list_is_read);
  g_test_add_func ("/guard-list/wrong", test_what_is_wrong_is_named);
  g_test_add_func ("/guard-list/word", test_what_can_be_looked_for);

  return g_test_run ();
}
