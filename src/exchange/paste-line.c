/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste-line.h"

#include "exchange/clean.h"
#include "exchange/paste-time.h"
#include "exchange/stars.h"

#include <string.h>

enum
{
  MAX_LABEL = 24,   /* characters */
  MAX_NAME = 30,
  MAX_VARIANT = 120,
  MAX_SECRET = 12,  /* of a covered nick, at either side of its stars */
};

/* Folded. */
static const struct
{
  DaybookPasteKind kind;
  const char      *labels[24];
} LABELS[] = {
  { DAYBOOK_PASTE_NICK, {
      "买家", "用户", "昵称", "用户昵称", "买家昵称", "用户名", "会员名", "评价人", "評價人", "買家", "用戶", "暱稱",
      "buyer", "user", "nickname", "reviewer", "by", NULL
    } },
  { DAYBOOK_PASTE_TIME, {
      "评价时间", "评论时间", "初评时间", "评价日期", "时间", "日期", "評價時間", "評論時間", "時間", "date", "time", "review date", NULL
    } },
  { DAYBOOK_PASTE_STARS, { "评分", "星级", "评价星级", "評分", "星級", "rating", "stars", NULL } },
  { DAYBOOK_PASTE_VARIANT, {
      "颜色分类", "颜色", "尺码", "尺寸", "规格", "款式", "型号", "套餐", "口味", "商品规格", "购买规格", "商品属性", "已购", "已购买",
      "顏色分類", "顏色", "尺碼", "規格", "sku", "variant", "size", "color", "colour", NULL
    } },
  { DAYBOOK_PASTE_PRODUCT, { "宝贝", "宝贝名称", "宝贝标题", "商品", "商品名称", "商品标题", "商品名稱", "商品標題", "product", "item", NULL } },
  { DAYBOOK_PASTE_ORDER, { "订单编号", "订单号", "訂單編號", "訂單號", "order", "order number", "order id", NULL } },
  { DAYBOOK_PASTE_WORDS, { "评价", "评论", "初评", "评价内容", "评论内容", "初评内容", "評價", "評論", "評價內容", "review", NULL } },
  { DAYBOOK_PASTE_FOLLOW_UP, {
      "追评", "追加", "追加评价", "追加评论", "追评内容", "追加内容", "追評", "追加評價", "follow-up", "follow up", "later review", NULL
    } },
  { DAYBOOK_PASTE_FOLLOWED_AT, { "追评时间", "追加时间", "追評時間", NULL } },
  { DAYBOOK_PASTE_REPLY, {
      "商家回复", "掌柜回复", "卖家回复", "店家回复", "店铺回复", "客服回复", "回复", "解释", "掌柜解释", "卖家解释", "商家解释",
      "商家回覆", "賣家回覆", "店家回覆", "回覆", "解釋", "reply", "seller reply", "our reply", NULL
    } },
  { DAYBOOK_PASTE_REPLIED_AT, { "回复时间", "回覆時間", "reply date", NULL } },
};

/* Nobody's name, and said in its place. */
static const char *const NAMELESS[] = { "匿名", "匿名用户", "匿名买家", "匿名用戶", "匿名買家", "anonymous", NULL };

/* What a page has in a line of its own beside the reviews: no names. */
static const char *const FURNITURE[] = {
  "全部", "全部评价", "评价管理", "评价", "累计评价", "商品评价", "有图", "图片", "追评", "最新", "推荐", "默认排序", "推荐排序",
  "回复", "举报", "有用", "展开", "收起", "上一页", "下一页", "查看全部", "reviews", "all reviews", NULL
};

/* What stands under each review, and is no part of it; a number in brackets may follow. */
static const char *const BUTTONS[] = {
  "有用", "点赞", "點讚", "举报", "檢舉", "展开", "展開", "收起", "查看全部", "上一页", "下一页", "上一頁", "下一頁", "helpful", "report", NULL
};

/* What may stand behind a date in its line. */
static const char *const BEHIND_TIME[] = { "来自", "來自", "ip", "发表", "评价", "购买", NULL };

/* Invisible, and at the ends of what is copied from pages. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xfeff || (c >= 0x200b && c <= 0x200f) || c == 0x2060;
}

static char *
trim (const char *text,
      gsize       length)
{
  const char *end = text + length;

  while (text < end && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

static char *
trim_text (const char *text)
{
  return trim (text, strlen (text));
}

void
daybook_paste_line_free (DaybookPasteLine *line)
{
  g_free (line->whole);
  g_free (line->text);
  g_free (line->after);
  g_free (line->time);
  g_free (line);
}

/* --- Names ---------------------------------------------------------------- */

static gboolean
is_one_of (const char        *text,
           const char *const *words)
{
  g_autofree char *folded = daybook_clean_fold (text);

  return g_strv_contains (words, folded);
}

gboolean
daybook_paste_line_may_be_name (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > MAX_NAME || (!g_unichar_isalnum (c) && c != ' ' && c != '_' && c != '-' && c != '.' && c != '*' && !g_unichar_ismark (c)))
        return FALSE;
    }

  return n > 0 && !is_one_of (text, FURNITURE);
}

/* Brackets of full width are folded into others. */
static gboolean
is_button (const char *text)
{
  g_autofree char *folded = daybook_clean_fold (text);
  char *count = strpbrk (folded, "( ");

  if (count != NULL && strspn (count, " ()0123456789+") == strlen (count))
    *count = '\0';
  return g_strv_contains (BUTTONS, folded);
}

/* t**8, jd_1****x, 张*: some signs, stars in one place, some signs. */
static gboolean
is_masked (const char *text)
{
  gsize before = strcspn (text, "*");
  gsize stars = strspn (text + before, "*");
  const char *behind = text + before + stars;

  if (stars == 0 || before + strlen (behind) == 0 || strpbrk (behind, "*") != NULL || strpbrk (text, " ") != NULL)
    return FALSE;
  if (g_utf8_strlen (text, (gssize) before) > MAX_SECRET || g_utf8_strlen (behind, -1) > MAX_SECRET)
    return FALSE;

  return daybook_paste_line_may_be_name (text);
}

/* "t**8（匿名）" */
static gboolean
is_masked_nick (const char *text)
{
  static const char *const TAILS[] = { "(匿名)", "（匿名）", "(匿名用户)", "（匿名用户）", NULL };

  for (gsize i = 0; TAILS[i] != NULL; i++)
    if (g_str_has_suffix (text, TAILS[i]))
      {
        g_autofree char *nick = trim (text, strlen (text) - strlen (TAILS[i]));

        return is_masked (nick);
      }

  return is_masked (text);
}

/* --- Labels --------------------------------------------------------------- */

static gboolean
find_label (const char       *label,
            DaybookPasteKind *kind)
{
  g_autofree char *folded = daybook_clean_fold (label);

  for (gsize i = 0; i < G_N_ELEMENTS (LABELS); i++)
    if (g_strv_contains (LABELS[i].labels, folded))
      {
        *kind = LABELS[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* "收货3天后追加", "用户当天追评": a follow-up that says how long after. */
static gboolean
is_late_word (const char *label)
{
  static const char *const ENDS[] = { "追加", "追评", "追加评价", "追加评论", "追評", "追加評價", NULL };
  static const char *const SPANS[] = { "天", "月", "小时", "小時", "后", "後", NULL };
  g_autofree char *folded = daybook_clean_fold (label);
  gboolean has_end = FALSE;
  gboolean has_span = FALSE;

  if (g_utf8_strlen (folded, -1) > MAX_LABEL)
    return FALSE;
  for (gsize i = 0; ENDS[i] != NULL; i++)
    has_end = has_end || g_str_has_suffix (folded, ENDS[i]);
  for (gsize i = 0; SPANS[i] != NULL; i++)
    has_span = has_span || strstr (folded, SPANS[i]) != NULL;
  return has_end && has_span;
}

/* The end of a label in brackets at the beginning, or NULL. */
static const char *
find_bracket (const char  *text,
              const char **label)
{
  static const char *const PAIRS[][2] = { { "[", "]" }, { "【", "】" }, { "(", ")" }, { "（", "）" } };

  for (gsize i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    if (g_str_has_prefix (text, PAIRS[i][0]))
      {
        *label = text + strlen (PAIRS[i][0]);
        return strstr (*label, PAIRS[i][1]);
      }

  return NULL;
}

/* The colon behind a label, or NULL. */
static const char *
find_colon (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n <= MAX_LABEL; p = g_utf8_next_char (p), n++)
    if (*p == ':' || g_str_has_prefix (p, "："))
      return p;

  return NULL;
}

/* Splits "[追加评价] …" and "追评：…". */
static gboolean
split_label (const char        *text,
             DaybookPasteKind  *kind,
             char             **value)
{
  const char *label = text;
  const char *end = find_bracket (text, &label);
  g_autofree char *name = NULL;
  const char *rest;

  if (end == NULL)
    {
      label = text;
      end = find_colon (text);
    }
  if (end == NULL || end - label > MAX_LABEL * 4)
    return FALSE;

  name = trim (label, (gsize) (end - label));
  rest = g_utf8_next_char (end);
  rest += strspn (rest, " ");
  if (label != text && (*rest == ':' || g_str_has_prefix (rest, "：")))
    rest = g_utf8_next_char (rest);
  *value = trim_text (rest);
  if (find_label (name, kind))
    return TRUE;
  *kind = DAYBOOK_PASTE_FOLLOW_UP;
  if (is_late_word (name))
    return TRUE;

  g_clear_pointer (value, g_free);
  return FALSE;
}

/* What has no end of a sentence in it. */
static gboolean
is_variant (const char *value)
{
  static const char *const SENTENCE[] = { "，", "。", "！", "？", "!", "?", NULL };

  for (gsize i = 0; SENTENCE[i] != NULL; i++)
    if (strstr (value, SENTENCE[i]) != NULL)
      return FALSE;

  return *value != '\0' && g_utf8_strlen (value, -1) <= MAX_VARIANT;
}

static gboolean
has_time (const char *value)
{
  g_autofree char *time = NULL;
  const char *rest;

  return daybook_paste_time_find (value, &time, &rest) != NULL;
}

static gboolean
take_whole_time (DaybookPasteLine *line,
                 const char       *value)
{
  const char *rest = "";

  line->time = daybook_paste_time_take (value, &rest);
  if (line->time == NULL || *rest != '\0')
    g_clear_pointer (&line->time, g_free);
  return line->time != NULL;
}

/* Whether the value is what the label promises: "颜色：很正，喜欢" is a sentence. */
static gboolean
keeps_promise (DaybookPasteLine *line,
               DaybookPasteKind  kind,
               const char       *value,
               GHashTable       *words)
{
  switch (kind)
    {
    case DAYBOOK_PASTE_TIME:
    case DAYBOOK_PASTE_FOLLOWED_AT:
    case DAYBOOK_PASTE_REPLIED_AT:
      return take_whole_time (line, value);
    case DAYBOOK_PASTE_STARS:
      line->stars = daybook_stars_read (value, words);
      return line->stars > 0;
    case DAYBOOK_PASTE_VARIANT:
    case DAYBOOK_PASTE_PRODUCT:
      return is_variant (value);
    case DAYBOOK_PASTE_NICK:
      return *value != '\0' && g_utf8_strlen (value, -1) <= MAX_NAME && !has_time (value);
    case DAYBOOK_PASTE_ORDER:
      return strspn (value, "0123456789-") == strlen (value) && *value != '\0';
    case DAYBOOK_PASTE_BLANK:
    case DAYBOOK_PASTE_TEXT:
    case DAYBOOK_PASTE_MASKED:
    case DAYBOOK_PASTE_WORDS:
    case DAYBOOK_PASTE_FOLLOW_UP:
    case DAYBOOK_PASTE_REPLY:
    case DAYBOOK_PASTE_PAGE:
    default:
      return TRUE;
    }
}

static void
settle (DaybookPasteLine *line,
        DaybookPasteKind  kind,
        char             *text)
{
  line->kind = kind;
  g_free (line->text);
  line->text = text;
}

/* "颜色分类：白色；尺码：M" is kept whole: its label says what it is. */
static gboolean
read_labelled (DaybookPasteLine *line,
               GHashTable       *words)
{
  DaybookPasteKind kind;
  g_autofree char *value = NULL;

  if (!split_label (line->whole, &kind, &value) || !keeps_promise (line, kind, value, words))
    return FALSE;

  if (kind == DAYBOOK_PASTE_WORDS)
    line->stars = daybook_stars_recognise (value, words);
  if (line->stars > 0)
    kind = DAYBOOK_PASTE_STARS;
  if (kind == DAYBOOK_PASTE_VARIANT && !g_str_has_prefix (line->whole, "已购"))
    settle (line, kind, g_strdup (line->whole));
  else
    settle (line, kind, line->time != NULL ? g_strdup ("") : g_steal_pointer (&value));
  return TRUE;
}

/* --- Whole lines ---------------------------------------------------------- */

static gboolean
read_stars (DaybookPasteLine *line,
            GHashTable       *words)
{
  line->stars = daybook_stars_recognise (line->whole, words);
  line->is_word = line->stars > 0 && daybook_stars_recognise (line->whole, NULL) == 0;
  if (line->stars > 0)
    settle (line, DAYBOOK_PASTE_STARS, g_strdup (line->whole));
  return line->stars > 0;
}

static gboolean
begins_with (const char        *text,
             const char *const *words)
{
  g_autofree char *folded = daybook_clean_fold (text);

  for (; *words != NULL; words++)
    if (g_str_has_prefix (folded, *words))
      return TRUE;

  return FALSE;
}

/* What stands beside a date must be something that stands there. */
static gboolean
may_be_beside (const char *text,
               gboolean    is_behind,
               GHashTable *words)
{
  g_autoptr(DaybookPasteLine) part = NULL;

  if (*text == '\0')
    return TRUE;
  if (strlen (text) > MAX_VARIANT * 4)
    return FALSE;

  part = daybook_paste_line_read (text, strlen (text), words);
  return part->kind == DAYBOOK_PASTE_NICK || part->kind == DAYBOOK_PASTE_MASKED || part->kind == DAYBOOK_PASTE_STARS
         || part->kind == DAYBOOK_PASTE_VARIANT
         || (is_behind ? begins_with (text, BEHIND_TIME) : daybook_paste_line_may_be_name (text));
}

/* "2026-11-20 10:03", "t**8 2026.11.20", "2026年11月20日已购：白色". */
static gboolean
read_time (DaybookPasteLine *line,
           GHashTable       *words)
{
  const char *rest = "";
  g_autofree char *time = NULL;
  const char *begin = daybook_paste_time_find (line->whole, &time, &rest);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (begin == NULL)
    return FALSE;

  if (begin > line->whole && (begin[-1] == '[' || begin[-1] == '(') && (*rest == ']' || *rest == ')'))
    {
      begin--;
      rest++;
    }
  before = trim (line->whole, (gsize) (begin - line->whole));
  after = trim_text (rest);
  if (!may_be_beside (before, FALSE, words) || !may_be_beside (after, TRUE, words))
    return FALSE;

  settle (line, DAYBOOK_PASTE_TIME, g_steal_pointer (&before));
  line->after = g_steal_pointer (&after);
  line->time = g_steal_pointer (&time);
  return TRUE;
}

DaybookPasteLine *
daybook_paste_line_read (const char *text,
                         gsize       length,
                         GHashTable *words)
{
  DaybookPasteLine *line = g_new0 (DaybookPasteLine, 1);

  line->whole = trim (text, length);
  if (*line->whole == '\0' || read_labelled (line, words) || read_stars (line, words) || read_time (line, words))
    return line;

  if (is_late_word (line->whole))
    settle (line, DAYBOOK_PASTE_FOLLOW_UP, g_strdup (""));
  else if (is_one_of (line->whole, NAMELESS))
    settle (line, DAYBOOK_PASTE_NICK, g_strdup (line->whole));
  else if (is_button (line->whole))
    settle (line, DAYBOOK_PASTE_PAGE, g_strdup (line->whole));
  else
    settle (line, is_masked_nick (line->whole) ? DAYBOOK_PASTE_MASKED : DAYBOOK_PASTE_TEXT, g_strdup (line->whole));
  return line;
}
