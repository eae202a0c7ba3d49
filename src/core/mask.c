/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mask.h"

#include <string.h>

enum
{
  MIN_PHONE = 5,
  MAX_PHONE = 20,
  LONG_PHONE = 11,    /* from here on a part in the middle is hidden */
  MOBILE_LENGTH = 11, /* a mainland mobile number: 1 and ten digits */
  SHORT_CHAT = 5,     /* up to here two characters at each end would be nearly all */
  MAX_CITY = 12,      /* characters; 克孜勒苏柯尔克孜自治州 has eleven */
};

/* The surnames of two characters that people still bear. */
static const char *const COMPOUND_SURNAMES[] = {
  "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫",
  "尉迟", "尉遲", "公孙", "公孫", "慕容", "司徒", "令狐", "宇文", "长孙", "長孫",
  "夏侯", "闻人", "聞人", "轩辕", "軒轅", "东郭", "東郭", "南宫", "南宮", "西门",
  "西門", "独孤", "獨孤", "端木", "百里", "呼延", "申屠", "太史", "澹台", "澹臺",
  "公羊", "万俟", "萬俟", "赫连", "赫連", "钟离", "鍾離", "濮阳", "濮陽", "淳于",
  "单于", "單于", "拓跋", "第五", "梁丘", "左丘", "东门", "東門", "纳兰", "納蘭",
};

static const char *const PROVINCES[] = {
  "北京", "天津", "上海", "重庆", "重慶", "河北", "山西", "辽宁", "遼寧", "吉林", "黑龙江", "黑龍江",
  "江苏", "江蘇", "浙江", "安徽", "福建", "江西", "山东", "山東", "河南", "湖北", "湖南", "广东", "廣東",
  "海南", "四川", "贵州", "貴州", "云南", "雲南", "陕西", "陝西", "甘肃", "甘肅", "青海", "台湾", "臺灣",
  "台灣", "内蒙古", "內蒙古", "广西", "廣西", "西藏", "宁夏", "寧夏", "新疆", "香港", "澳门", "澳門",
};

/* Longer ones first. */
static const char *const PROVINCE_ENDINGS[] = {
  "维吾尔自治区", "維吾爾自治區", "壮族自治区", "壯族自治區", "回族自治区", "回族自治區",
  "特别行政区", "特別行政區", "自治区", "自治區", "省", "市",
};

static const char *const CITY_ENDINGS[] = { "自治州", "地区", "地區", "市", "州", "盟" };

/* Where an address has gone past its city. */
static const char *const BELOW_A_CITY[] = {
  "县", "縣", "区", "區", "镇", "鎮", "乡", "鄉", "路", "街", "村",
};

/* The length of the first of `words` that `text` begins with, or 0. */
static gsize
match_prefix (const char        *text,
              const char *const *words,
              gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]))
      return strlen (words[i]);

  return 0;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* One word of a name: its first letter, or surname, and a star for each other
 * character. */
static void
add_masked_word (GString    *out,
                 const char *word,
                 const char *end)
{
  const char *rest = g_utf8_next_char (word);

  if (is_han (g_utf8_get_char (word)) && g_utf8_strlen (word, end - word) >= 3)
    {
      gsize surname = match_prefix (word, COMPOUND_SURNAMES, G_N_ELEMENTS (COMPOUND_SURNAMES));
      if (surname > 0)
        rest = word + surname;
    }

  g_string_append_len (out, word, rest - word);
  for (; rest < end; rest = g_utf8_next_char (rest))
    g_string_append_c (out, '*');
}

static char *
mask_name (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *p = text;

  /* The surname of a name of one character is all there is to hide. */
  if (g_utf8_strlen (text, -1) == 1)
    return g_string_free (g_string_append_c (out, '*'), FALSE);

  while (*p != '\0')
    {
      const char *end = p;

      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > p)
        add_masked_word (out, p, end);
      for (p = end; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        g_string_append_unichar (out, g_utf8_get_char (p));
    }

  return g_string_free (out, FALSE);
}

/* Stars over `text` but for its first `head` and last `tail` characters. */
static char *
cover (const char *text,
       glong       head,
       glong       tail)
{
  glong length = g_utf8_strlen (text, -1);
  GString *out = g_string_new (NULL);
  const char *p = text;

  for (glong i = 0; i < length; i++, p = g_utf8_next_char (p))
    g_string_append_unichar (out, i < head || i >= length - tail ? g_utf8_get_char (p) : '*');

  return g_string_free (out, FALSE);
}

static char *
mask_phone (const char *text)
{
  g_autofree char *digits = daybook_phone_normalise (text);

  if (digits == NULL)
    return cover (text, 0, g_utf8_strlen (text, -1) > 4 ? 2 : 0);

  return strlen (digits) >= LONG_PHONE ? cover (digits, 3, 4) : cover (digits, 0, 2);
}

static char *
mask_email (const char *text)
{
  const char *at = strrchr (text, '@');
  const char *rest = *text != '\0' && text != at ? g_utf8_next_char (text) : text;

  return g_strdup_printf ("%.*s***%s", (int) (rest - text), text, at != NULL ? at : "");
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* The end of the city that begins at `p`, or `p` when none is found. */
static const char *
find_city_end (const char *p)
{
  const char *city = p;

  for (int n = 0; n < MAX_CITY && is_han (g_utf8_get_char (p)); n++, p = g_utf8_next_char (p))
    {
      gsize ending = match_prefix (p, CITY_ENDINGS, G_N_ELEMENTS (CITY_ENDINGS));

      if (n > 0 && ending > 0)
        /* 苏州市: the 市 belongs to it. */
        return p + ending + (g_str_has_prefix (p + ending, "市") ? strlen ("市") : 0);
      if (match_prefix (p, BELOW_A_CITY, G_N_ELEMENTS (BELOW_A_CITY)) > 0)
        break;
    }

  return city;
}

static char *
mask_address (const char *text)
{
  const char *p = skip_blanks (text);
  gsize length = match_prefix (p, PROVINCES, G_N_ELEMENTS (PROVINCES));

  if (length == 0)
    return g_strdup ("***");

  p += length;
  p += match_prefix (p, PROVINCE_ENDINGS, G_N_ELEMENTS (PROVINCE_ENDINGS));

  const char *blank = skip_blanks (p);
  const char *city = find_city_end (blank);
  if (city > blank)
    p = city;

  return g_strdup_printf ("%.*s%s***", (int) (p - text), text, skip_blanks (p) > p ? " " : "");
}

static char *
mask_chat (const char *text)
{
  glong length = g_utf8_strlen (text, -1), kept = length > SHORT_CHAT ? 2 : 1;

  return g_strdup_printf ("%.*s***%s", (int) (g_utf8_offset_to_pointer (text, kept) - text), text,
                          length > SHORT_CHAT ? g_utf8_offset_to_pointer (text, length - kept) : "");
}

/* Which mask a contact wants that does not say what it is. */
static DaybookMask
guess_mask (const char *text)
{
  if (strchr (text, '@') != NULL)
    return DAYBOOK_MASK_EMAIL;

  g_autofree char *digits = daybook_phone_normalise (text);
  gboolean covered = strspn (text, "0123456789*+-() ") == strlen (text);
  return digits != NULL || covered ? DAYBOOK_MASK_PHONE : DAYBOOK_MASK_ADDRESS;
}

static gboolean
is_cipher (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return g_str_has_prefix (text, "##") || g_str_has_prefix (text, "$$");
}

static gboolean
is_star (gunichar c)
{
  return c == '*' || c == 0xff0a /* ＊ */;
}

/* Whether the export covered as much as we would. A star alone says little: an
 * address may name a size of 3*4, and a person may put one behind his name. */
static gboolean
is_covered (DaybookMask  mask,
            const char  *text)
{
  guint n_stars = 0, n_visible = 0;

  if (is_cipher (text))
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_star (g_utf8_get_char (p)))
      n_stars++;
    else if (!g_unichar_isspace (g_utf8_get_char (p)))
      n_visible++;

  return (mask == DAYBOOK_MASK_NAME && n_stars > 0 && n_visible <= 2)
         || (mask == DAYBOOK_MASK_PHONE && n_stars >= 3)
         || ((mask == DAYBOOK_MASK_EMAIL || mask == DAYBOOK_MASK_CHAT) && n_stars >= 2);
}

char *
daybook_mask (DaybookMask  mask,
              const char  *text)
{
  if (text == NULL || *text == '\0' || mask == DAYBOOK_MASK_NONE)
    return g_strdup (text);
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("***");

  if (mask == DAYBOOK_MASK_ACCOUNT && strchr (text, '@') == NULL)
    return g_strdup (text);
  if (mask == DAYBOOK_MASK_ACCOUNT)
    mask = DAYBOOK_MASK_EMAIL;
  if (mask == DAYBOOK_MASK_CONTACT)
    mask = guess_mask (text);
  if (is_covered (mask, text))
    return g_strdup (text);

  switch (mask)
    {
    case DAYBOOK_MASK_NAME:
      return mask_name (text);
    case DAYBOOK_MASK_PHONE:
      return mask_phone (text);
    case DAYBOOK_MASK_ADDRESS:
      return mask_address (text);
    case DAYBOOK_MASK_EMAIL:
      return mask_email (text);
    case DAYBOOK_MASK_CHAT:
      return mask_chat (text);
    case DAYBOOK_MASK_NONE:
    case DAYBOOK_MASK_CONTACT:
    case DAYBOOK_MASK_ACCOUNT:
    default:
      g_return_val_if_reached (g_strdup ("***"));
    }
}

gboolean
daybook_mask_is_masked (const char *text)
{
  return text != NULL && (is_cipher (text) || strchr (text, '*') != NULL || strstr (text, "＊") != NULL);
}

/* Whether people write it between the digits of a phone number. */
static gboolean
is_phone_filler (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == '(' || c == ')' || c == '+' || c == '.'
         || c == 0xff0d /* － */ || c == 0xff08 /* （ */ || c == 0xff09 /* ） */ || c == 0xff0b /* ＋ */
         || (c >= 0x2010 && c <= 0x2015) /* hyphens and dashes */;
}

/* The digits of `text`, at most MAX_PHONE; FALSE when anything else is in it. */
static gboolean
collect_digits (const char *text,
                char        digits[MAX_PHONE + 1],
                gsize      *n_digits)
{
  *n_digits = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0 && *n_digits < MAX_PHONE)
        digits[(*n_digits)++] = (char) ('0' + digit);
      else if (digit >= 0 || !is_phone_filler (c))
        return FALSE;
    }

  digits[*n_digits] = '\0';
  return *n_digits >= MIN_PHONE;
}

/* How many digits at the beginning are the country's code. Without a sign that
 * says so, 86 is one only in front of a mobile number: 8612345 is a landline. */
static gsize
country_code_length (const char *text,
                     const char *digits)
{
  const char *p = skip_blanks (text);

  if (g_str_has_prefix (digits, "0086"))
    return 4;
  if (!g_str_has_prefix (digits, "86"))
    return 0;

  gboolean says_so = *p == '+' || g_str_has_prefix (p, "＋") || g_str_has_prefix (p, "86-")
                     || g_str_has_prefix (p, "(86)") || g_str_has_prefix (p, "(+86)");
  gboolean mobile = strlen (digits) == 2 + MOBILE_LENGTH && digits[2] == '1';
  return says_so || mobile ? 2 : 0;
}

char *
daybook_phone_normalise (const char *text)
{
  char digits[MAX_PHONE + 1];
  gsize n_digits;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !collect_digits (text, digits, &n_digits))
    return NULL;

  gsize code = country_code_length (text, digits);
  return n_digits - code >= MIN_PHONE ? g_strdup (digits + code) : NULL;
}
