/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard.h"

#include <string.h>

static const char NEGATIVE[] =
  "{\"rule\": \"negative\", \"title\": \"Negative\", \"why\": \"Say what can be done.\", \"words\": ["
  " {\"text\": {\"zh_CN\": [\"我不能\", \"不能\"], \"zh_TW\": [\"我不可以\"], \"en\": [\"I can't\", \"can't\", \"cannot\", \"money back\"]},"
  "  \"instead\": {\"zh_CN\": \"我帮您查一下能怎么处理\", \"zh_TW\": \"我幫您查一下能怎麼處理\", \"en\": \"what I can do is\"},"
  "  \"unless\": {\"zh_CN\": [\"不能不说\"], \"en\": [\"can't wait\", \"I can't wait\"]}},"
  " {\"text\": {\"zh_CN\": [\"不知道怎么处理\", \"这不是我负责的，是\"]}}]}";

static const char PASSWORD[] =
  "{\"rule\": \"password\", \"title\": \"Password\", \"why\": \"Nobody is asked for it.\", \"words\": ["
  " {\"text\": {\"zh_CN\": [\"密码\"], \"en\": [\"password\"]}, \"unless\": {\"zh_CN\": [\"忘记密码怎么办\"]}}]}";

static const char BEST[] =
  "{\"rule\": \"superlative\", \"title\": \"Superlative\", \"why\": \"The law forbids it.\", \"words\": ["
  " {\"text\": {\"zh_CN\": [\"最\", \"最好\", \"第1\", \"No.1\", \"100%\"], \"en\": [\"best\", \"top 1\"]},"
  "  \"instead\": {\"zh_CN\": \"很\"}, \"unless\": {\"zh_CN\": [\"最近\", \"最後\", \"最好先\"]}}]}";

static const char AWAY[] =
  "{\"rule\": \"offplatform\", \"title\": \"Elsewhere\", \"why\": \"Stay here.\", \"words\": ["
  " {\"text\": {\"zh_CN\": [\"加微信\", \"微信\", \"v信\", \"加V\", \"vx\", \"QQ\"]}, \"channels\": [\"shop_chat\", \"station_mail\"],"
  "  \"instead\": {\"zh_CN\": \"在这里\"}}]}";

static GPtrArray *
get_lists (void)
{
  static const char *const TEXTS[] = { NEGATIVE, PASSWORD, BEST, AWAY };
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_guard_list_free);

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (lists, daybook_guard_list_parse (TEXTS[i], "test", &error));
      g_assert_no_error (error);
    }

  return lists;
}

static DaybookGuard *
make_guard (const DaybookGuardOwn *own,
            guint                  n_own)
{
  g_autoptr(GPtrArray) lists = get_lists ();

  return daybook_guard_new (lists, own, n_own);
}

/* The text with what was found in brackets 〔〕. */
static char *
mark (const char *text,
      GArray     *findings)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const DaybookGuardFinding *finding = &g_array_index (findings, DaybookGuardFinding, i);

      g_assert_cmpuint (finding->from, >=, at);
      g_assert_cmpuint (finding->to, >, finding->from);
      g_assert_cmpint (g_utf8_pointer_to_offset (text, text + finding->from), ==, finding->start);
      g_assert_cmpint (g_utf8_pointer_to_offset (text, text + finding->to), ==, finding->end);
      g_string_append_len (marked, text + at, (gssize) (finding->from - at));
      g_string_append (marked, "〔");
      g_string_append_len (marked, text + finding->from, (gssize) (finding->to - finding->from));
      g_string_append (marked, "〕");
      at = finding->to;
    }

  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

/* Each text has what is to be found in brackets. */
static void
check_all (const DaybookGuard *guard,
           DaybookChannel      channel,
           const char *const  *allowed,
           const char *const  *expected)
{
  for (; *expected != NULL; expected++)
    {
      g_autoptr(GString) text = g_string_new (*expected);
      g_autoptr(GArray) findings = NULL;
      g_autofree char *marked = NULL;

      g_string_replace (text, "〔", "", 0);
      g_string_replace (text, "〕", "", 0);
      findings = daybook_guard_check (guard, text->str, channel, allowed);
      marked = mark (text->str, findings);
      if (!g_str_equal (marked, *expected))
        {
          g_test_message ("found %s, not %s", marked, *expected);
          g_test_fail ();
        }
    }
}

static void
check (DaybookChannel     channel,
       const char *const *expected)
{
  g_autoptr(DaybookGuard) guard = make_guard (NULL, 0);

  check_all (guard, channel, NULL, expected);
}

/* --- How it is written ------------------------------------------------------------------ */

static void
test_spellings (void)
{
  static const char *const EXPECTED[] = {
    "亲，〔我不能〕给您退", "親，〔我不能〕給您退", "〔我 不 能〕退", "〔我.不.能〕退", "〔我　不　能〕", "〔我-不_能〕", "〔我·不·能〕", "〔我 不能〕",
    "〔我\u200b不\u200d能〕", "〔我\ufeff不能〕", "〔我，不，能〕", "〔我😀不😀能〕", "〔我。不。能〕", "〔我（不）能〕",
    "請告訴我〔密碼〕", "〔密　碼〕", "〔密.码〕", "〔密😀码〕", "〔我不可以〕", "〔我不可以〕",
    "〔PASSWORD〕", "〔Ｐａｓｓｗｏｒｄ〕", "〔p a s s w o r d〕", "〔p.a.s.s.w.o.r.d〕", "〔p-a-s-s-w-o-r-d〕", "〔P  A  S  S  W  O  R  D〕", "〔pass\u200bword〕",
    "〔pässwörd〕", "〔pa\u0308ssword\u0308〕!", "〔𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝〕", "〔ⓟⓐⓢⓢⓦⓞⓡⓓ〕", "〔p,a,s,s,w,o,r,d〕", "〔pass\u00adword〕", "〔password〕™", "〔password〕’s", "“〔password〕”", "'〔password〕'",
    "〔I can't〕", "〔I can’t〕", "〔I can‘t〕", "〔i CAN´T〕", "〔Ｉ ｃａｎ＇ｔ〕", "〔I  can't〕", "〔I\ncan't〕", "〔I c a n ' t〕 do it", "〔I-can't〕", "〔can't〕've", "〔C.A.N.N.O.T〕",
    "〔v信〕", "〔V信〕", "〔ｖ信〕", "〔v 信〕", "〔v*信〕", "〔加*微*信〕", "〔加+微+信〕", "〔加／微／信〕", "〔加~微~信〕", "〔微❤️信〕", "〔加 微信〕", "〔加微 信〕", "〔加V〕138", "〔vx〕123", "〔v x〕", "〔Q.Q〕",
    "〔第1〕", "〔第 １〕", "〔第①〕", "〔NO.1〕", "〔No 1〕", "〔No1〕", "〔No. 1〕", "〔100%〕", "〔１００％〕", "〔100 %〕", "〔top 1〕", "〔TOP1〕",
    "〔pаsswоrd〕", "〔раѕѕwоrd〕", "〔РАЅЅWОRD〕", "〔ραssword〕", "〔p а s s w о r d〕", "〔pа\u200bssword〕", "〔ᴘᴀꜱꜱᴡᴏʀᴅ〕", "〔🅿🅰🆂🆂🆆🅾🆁🅳〕", "〔🅟🅐🅢🅢🅦🅞🅡🅓〕", "〔саnnоt〕", "〔І саn't〕", "〔νх〕", "〔ѵ信〕", "〔ｖх〕",
    "說：〔這不是我負責的，是〕倉庫", "〔这不是我负责的是〕", "〔这不是我负责的 是〕",
    NULL,
  };

  check (DAYBOOK_CHANNEL_SHOP_CHAT, EXPECTED);
}

static void
test_harmless (void)
{
  static const char *const EXPECTED[] = {
    "", " ", "😀", "您好，请问有什么可以帮您？", "您好，請問有什麼可以幫您？", "Hello, how can I help you?",
    "密，码得很整齐", "密\n码", "密。码", "密      码", "微，信不信由您", "要v，信不信", "不好知道怎么处理",
    "pass word", "p assword", "pas sword", "passwords", "p a s sword", "p-a-s-s-w-o-r-ds", "mypassword", "scan't", "can", "can 't", "I? Can",
    "moneyback", "money. Back it goes", "money, back", "money\n\nback", "bestow", "tbest", "第10", "no12", "1000%", "21 00%", "100元", "atop 1", "top 10",
    "Не рад, вес 5 кг, а не 6", "Τι κάνει; 5 μm", "pаsswоrdѕ", "раѕѕ wоrd", "aV信", "加vip", "vxx", "QQs", "kg ㎏ ™ ½ ①",
    NULL,
  };

  check (DAYBOOK_CHANNEL_SHOP_CHAT, EXPECTED);
}

static void
test_overlaps (void)
{
  static const char *const EXPECTED[] = {
    "〔不能〕", "〔我不能〕", "〔我不能〕〔不能〕", "〔最好〕", "〔最〕不好", "〔最〕〔最好〕〔最〕", "〔加微信〕", "〔微信〕〔加微信〕", "〔加微信〕号",
    "我〔不知道怎么处理〕", NULL,
  };

  check (DAYBOOK_CHANNEL_SHOP_CHAT, EXPECTED);
}

static void
test_unless (void)
{
  static const char *const EXPECTED[] = {
    "最近", "最 近", "最後", "最后", "〔最〕新", "〔最〕，近", "最近〔最〕新", "〔最〕最近", "最好先看看", "〔最好〕看看",
    "忘记密码怎么办", "忘記密碼怎麼辦？〔密碼〕", "I can't wait", "Can't wait!", "〔I can't〕 do it", "〔不能〕说", "不能不说", "〔我不能〕不说", NULL,
  };

  check (DAYBOOK_CHANNEL_SHOP_CHAT, EXPECTED);
}

static void
test_channels (void)
{
  static const char *const THERE[] = { "〔加微信〕聊", NULL };
  static const char *const ELSEWHERE[] = { "加微信聊，〔密码〕", NULL };

  check (DAYBOOK_CHANNEL_SHOP_CHAT, THERE);
  check (DAYBOOK_CHANNEL_STATION_MAIL, THERE);
  check (DAYBOOK_CHANNEL_UNKNOWN, THERE);
  check (DAYBOOK_CHANNEL_WECHAT, ELSEWHERE);
}

static void
test_offsets (void)
{
  static const char *const EXPECTED[] = {
    "👩‍👩‍👧‍👦🇹🇼e\u0301〔密码〕👍🏽", "𠮷野家〔最好〕看", "e\u0301e\u0301 〔pa\u030assword\u0301\u0302〕 e\u0301", "\r\n〔密\ufe0f码\ufe0f〕\r\n", NULL,
  };

  check (DAYBOOK_CHANNEL_SHOP_CHAT, EXPECTED);
}

/* --- What is said of it ----------------------------------------------------------------- */

static DaybookGuardFinding
find_one (const DaybookGuard *guard,
          const char         *text,
          DaybookChannel      channel)
{
  g_autoptr(GArray) findings = daybook_guard_check (guard, text, channel, NULL);

  g_assert_cmpuint (findings->len, ==, 1);
  return g_array_index (findings, DaybookGuardFinding, 0);
}

static void
test_better (void)
{
  static const struct
  {
    const char *text;
    const char *better;
  } CASES[] = {
    { "亲，我不能退", "亲，我帮您查一下能怎么处理退" },
    { "親，我不能退給您，這個", "親，我幫您查一下能怎麼處理退給您，這個" },
    { "著名设计师的作品我 不 能 给您修，请您原谅", "著名设计师的作品我帮您查一下能怎么处理 给您修，请您原谅" },
    { "I can’t send it", "What I can do is send it" },
    { "Sorry. I can’t send it", "Sorry. What I can do is send it" },
    { "Sorry, I can’t send it 亲", "Sorry, what I can do is send it 亲" },
    { "sorry, c a n n o t.", "sorry, what I can do is." },
    { "告诉我密码", "告诉我密码" },
    { "这是最 好的", "这是很的" },
    { "best quality", "best quality" },
  };
  g_autoptr(DaybookGuard) guard = make_guard (NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const DaybookGuardFinding finding = find_one (guard, CASES[i].text, DAYBOOK_CHANNEL_SHOP_CHAT);
      g_autofree char *better = daybook_guard_apply (CASES[i].text, &finding);

      g_assert_cmpstr (better, ==, CASES[i].better);
    }
}

/* The word of two languages is that of the text. */
static void
test_a_word_of_both_languages (void)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_guard_list_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (lists, daybook_guard_list_parse (
    "{\"rule\": \"r\", \"title\": \"R\", \"why\": \"W\", \"words\": [{\"text\": {\"zh_CN\": [\"VX\"], \"en\": [\"VX\"]},"
    " \"instead\": {\"zh_CN\": \"这里\", \"en\": \"here\"}}]}", "test", &error));
  g_assert_no_error (error);
  g_autoptr(DaybookGuard) guard = daybook_guard_new (lists, NULL, 0);

  g_assert_cmpstr (find_one (guard, "加vx聊", DAYBOOK_CHANNEL_UNKNOWN).instead, ==, "这里");
  g_assert_cmpstr (find_one (guard, "on vx", DAYBOOK_CHANNEL_UNKNOWN).instead, ==, "here");
}

static void
test_rule_and_why (void)
{
  g_autoptr(DaybookGuard) guard = make_guard (NULL, 0);
  const DaybookGuardFinding finding = find_one (guard, "密码", DAYBOOK_CHANNEL_PHONE);

  g_assert_cmpstr (finding.rule, ==, "password");
  g_assert_cmpstr (finding.title, ==, "Password");
  g_assert_cmpstr (finding.why, ==, "Nobody is asked for it.");
  g_assert_null (finding.instead);
}

/* --- The shop's own words --------------------------------------------------------------- */

static void
test_own_words (void)
{
  static const DaybookGuardOwn OWN[] = {
    { "没货", "negative", "补货中", NULL, 0, FALSE },
    { "密码", "tone", NULL, "Say PIN.", DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_PHONE) | DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SMS), FALSE },
    { "缺货", NULL, "", "", DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SHOP_CHAT), FALSE },
    { "最好", NULL, NULL, NULL, 0, TRUE },
    { "微信支付", NULL, NULL, NULL, DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SHOP_CHAT), TRUE },
    { "v", NULL, NULL, NULL, 0, FALSE },
  };
  static const char *const IN_SHOP[] = { "〔沒貨〕了，〔缺货〕", "v 最好用微信支付，〔最〕新，〔加微信〕", NULL };
  static const char *const BY_MAIL[] = { "缺货，〔微信〕支付", NULL };
  g_autoptr(DaybookGuard) guard = make_guard (OWN, G_N_ELEMENTS (OWN));
  DaybookGuardFinding finding = find_one (guard, "没货", DAYBOOK_CHANNEL_UNKNOWN);

  check_all (guard, DAYBOOK_CHANNEL_SHOP_CHAT, NULL, IN_SHOP);
  check_all (guard, DAYBOOK_CHANNEL_STATION_MAIL, NULL, BY_MAIL);
  g_assert_cmpstr (finding.title, ==, "Negative");
  g_assert_cmpstr (finding.why, ==, "Say what can be done.");
  g_assert_cmpstr (finding.instead, ==, "补货中");

  /* The shop's own goes before the list's, where it counts. */
  finding = find_one (guard, "密 码", DAYBOOK_CHANNEL_PHONE);
  g_assert_cmpstr (finding.rule, ==, "tone");
  g_assert_cmpstr (finding.title, ==, "tone");
  g_assert_cmpstr (finding.why, ==, "Say PIN.");
  g_assert_cmpstr (find_one (guard, "密码", DAYBOOK_CHANNEL_EMAIL).rule, ==, "password");

  finding = find_one (guard, "缺货", DAYBOOK_CHANNEL_SHOP_CHAT);
  g_assert_cmpstr (finding.rule, ==, DAYBOOK_GUARD_SHOP);
  g_assert_cmpstr (finding.why, !=, "");
  g_assert_null (finding.instead);
}

/* --- Contacts --------------------------------------------------------------------------- */

static void
test_contacts (void)
{
  static const char *const EXPECTED[] = {
    "打〔13812341234〕", "〔138 1234 1234〕", "〔138-1234-1234〕", "〔１３８１２３４１２３４〕", "+〔86 13812341234〕", "〔0086-138 1234 1234〕", "〔1 3 8 1 2 3 4 1 2 3 4〕",
    "〔13812341234〕，〔13912341234〕", "〔0912345678〕", "〔0912-345-678〕", "+〔886 912 345 678〕", "〔00886912345678〕", "電話〔0912345678〕。",
    "〔ann@example.com〕", "mail 〔Ann.B+c@mail.example.co.uk〕.", "〔ａｎｎ＠example．com〕", "邮箱〔ann@example.com〕谢谢", "〔wx@example.com〕",
    "微信：〔abc_123〕", "微信号 〔wxid_9k2〕", "微信〔abc12345〕", "我的微信号码是〔annwalker〕", "vx:〔ann2020〕", "V信〔ann2020〕", "WeChat ID: 〔annwalker〕", "W e C h a t 〔ann-2020〕",
    "QQ〔12345678〕", "QQ群：〔123456789〕", "扣扣号〔12345〕", "LINE ID：〔ann-2020〕",
    NULL,
  };
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(DaybookGuard) guard = daybook_guard_new (none, NULL, 0);

  check_all (guard, DAYBOOK_CHANNEL_PHONE, NULL, EXPECTED);
  g_assert_cmpstr (find_one (guard, "13812341234", DAYBOOK_CHANNEL_PHONE).rule, ==, DAYBOOK_GUARD_CONTACT);
}

static void
test_no_contacts (void)
{
  static const char *const EXPECTED[] = {
    "订单 3000000000000000001", "1381234123", "138123412345", "12812341234", "SF13812341234", "YT1381234123400", "13812341234abc", "138，12341234", "09123456789",
    "价格 138.00", "2026-11-29 10:00:00", "400-820-8820", "a@b", "@小王", "ann@ example.com", "ann@example.1", "@example.com", "ann@.com",
    "微信", "微信支付 100 元", "WeChat account", "wechat please", "微信，订单12345", "微信。12345678", "微信 2000", "vx\n12345678", "vxabc123", "order line 12345678",
    "QQ 3000000000000000001", "VX-2000-A1", "微信abcdefghij1234567890x", NULL,
  };
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(DaybookGuard) guard = daybook_guard_new (none, NULL, 0);

  check_all (guard, DAYBOOK_CHANNEL_PHONE, NULL, EXPECTED);
}

static void
test_allowed_contacts (void)
{
  static const char *const ALLOWED[] = { "+86 138-1234-1234", "Ann@Example.com", "0912 345 678", "annwalker", "139****1234", NULL };
  static const char *const EXPECTED[] = {
    "13812341234", "138 1234 1234", "008613812341234", "ann@example.com", "+886 912345678", "微信号：AnnWalker", "微信13812341234", "〔13912341234〕", "〔ann@example.org〕", NULL,
  };
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(DaybookGuard) guard = daybook_guard_new (none, NULL, 0);

  check_all (guard, DAYBOOK_CHANNEL_PHONE, ALLOWED, EXPECTED);
}

/* --- Long texts ------------------------------------------------------------------------- */

/* What costs more than its length would take for ever here. */
static void
test_long_texts (void)
{
  static const struct
  {
    const char *piece;
    guint       n_pieces;
    guint       n_found;
  } CASES[] = {
    { "最近", 200000, 0 }, { "最", 200000, 200000 }, { "我 不 能，", 100000, 100000 }, { "13812341234，", 50000, 0 }, { "13912341234，", 50000, 50000 },
    { "wx1", 200000, 1 }, { "a@", 200000, 0 }, { "a@b.cc ", 50000, 50000 }, { "'", 300000, 0 }, { "\u0301", 300000, 0 }, { "1", 300000, 0 },
  };
  static const char *const ALLOWED[] = { "13812341234", NULL };
  g_autoptr(DaybookGuard) guard = make_guard (NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint n = 0; n < CASES[i].n_pieces; n++)
        g_string_append (text, CASES[i].piece);
      g_autoptr(GArray) findings = daybook_guard_check (guard, text->str, DAYBOOK_CHANNEL_WECHAT, ALLOWED);
      g_test_message ("%s", CASES[i].piece);
      g_assert_cmpuint (findings->len, ==, CASES[i].n_found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guard/spellings", test_spellings);
  g_test_add_func ("/guard/harmless", test_harmless);
  g_test_add_func ("/guard/overlaps", test_overlaps);
  g_test_add_func ("/guard/unless", test_unless);
  g_test_add_func ("/guard/channels", test_channels);
  g_test_add_func ("/guard/offsets", test_offsets);
  g_test_add_func ("/guard/better", test_better);
  g_test_add_func ("/guard/both-languages", test_a_word_of_both_languages);
  g_test_add_func ("/guard/rule", test_rule_and_why);
  g_test_add_func ("/guard/own", test_own_words);
  g_test_add_func ("/guard/contacts", test_contacts);
  g_test_add_func ("/guard/no-contacts", test_no_contacts);
  g_test_add_func ("/guard/allowed", test_allowed_contacts);
  g_test_add_func ("/guard/long", test_long_texts);

  return g_test_run ();
}
