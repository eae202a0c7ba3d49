/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/personal.h"

#include "core/mask.h"
#include "exchange/clean.h"

#include <string.h>

enum
{
  MIN_PHONE = 7, /* digits; E.164 has at most 15 */
  MAX_PHONE = 15,
};

/* Parts of folded headings, the first that is met goes: 收货人手机 is a phone, 邮箱地址
 * an e-mail address. Of papers as of addresses nothing is shown. */
static const struct
{
  DaybookMask mask;
  const char *words[40];
} PERSONAL_WORDS[] = {
  { DAYBOOK_MASK_EMAIL, {
      "邮箱", "郵箱", "邮件", "郵件", "mail", NULL
    } },
  { DAYBOOK_MASK_PHONE, {
      "电话", "電話", "手机", "手機", "联系方式", "聯繫方式", "聯絡方式", "phone", "mobile", NULL
    } },
  { DAYBOOK_MASK_ADDRESS, {
      "地址", "住址", "邮编", "郵編", "邮政编码", "郵遞區號", "身份证", "身分證", "證件", "证件", "街道",
      "address", "street", "postcode", "postal", "zip", "passport", NULL
    } },
  { DAYBOOK_MASK_NAME, {
      "姓名", "名字", "收货人", "收貨人", "收件人", "联系人", "聯絡人", "聯繫人", "买家", "買家",
      "会员", "會員", "昵称", "暱稱", "旺旺", "微信", "客户", "客戶", "客人", "顾客", "顧客",
      "账号", "帐号", "帳號", "賬號", "抬头", "抬頭", "name", "buyer", "customer",
      "recipient", "receiver", "consignee", "contact", NULL
    } },
};

/* Parts of folded headings in Chinese, and whole words of others. */
static const char *const NUMBER_PARTS[] = {
  "编号", "編號", "单号", "單號", "订单号", "訂單號", "交易号", "交易號", "流水", "编码", "編碼",
  "条码", "條碼", "货号", "貨號", "款号", "款號",
};
static const char *const NUMBER_WORDS[] = {
  "id", "number", "no", "order", "tracking", "reference", "references", "sku", "code", "barcode",
};

/* What only addresses have behind a province. */
static const char *const STREET_PARTS[] = {
  "路", "街", "巷", "弄", "号", "號", "村", "镇", "鎮", "幢", "栋", "棟", "楼", "樓", "室",
};

#define EMAIL "[^\\s@,;:<>()]+@[^\\s@,;:<>()]+\\.[^\\s@,;:<>()]+"
/* A mobile number, one with its country or a landline with its area, within other words. */
#define PHONE "(?<![0-9.])(1[3-9][0-9]{9}|1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}|\\+[0-9][0-9 ()-]{5,}[0-9]|0[0-9]{2,3}-[0-9]{7,8})(?![0-9])"
#define DATE_OR_DECIMAL "^\\s*([0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]+\\.[0-9]{1,4})\\s*$"

static gboolean
matches (const char *pattern,
         const char *text)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

static gboolean
has_part (const char        *text,
          const char *const *parts,
          gsize              n_parts)
{
  for (gsize i = 0; i < n_parts && parts[i] != NULL; i++)
    if (strstr (text, parts[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_word (const char        *folded,
          const char *const *words,
          gsize              n_words)
{
  g_auto(GStrv) tokens = g_strsplit_set (folded, " _-./()#:", -1);

  for (gsize i = 0; i < n_words; i++)
    if (g_strv_contains ((const char *const *) tokens, words[i]))
      return TRUE;

  return FALSE;
}

/* --- Columns -------------------------------------------------------------- */

static DaybookPersonalColumn
read_heading (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PERSONAL_WORDS); i++)
    if (has_part (folded, PERSONAL_WORDS[i].words, G_N_ELEMENTS (PERSONAL_WORDS[i].words)))
      return (DaybookPersonalColumn) { DAYBOOK_COLUMN_SETTLED, PERSONAL_WORDS[i].mask };

  if (has_part (folded, NUMBER_PARTS, G_N_ELEMENTS (NUMBER_PARTS))
      || has_word (folded, NUMBER_WORDS, G_N_ELEMENTS (NUMBER_WORDS)))
    return (DaybookPersonalColumn) { DAYBOOK_COLUMN_NUMBERS, DAYBOOK_MASK_NONE };

  return (DaybookPersonalColumn) { DAYBOOK_COLUMN_OPEN, DAYBOOK_MASK_NONE };
}

DaybookPersonalColumn
daybook_personal_column (const DaybookProfile  *profile,
                         const DaybookBinding  *binding,
                         guint                  column,
                         const char            *heading)
{
  g_autofree char *folded = daybook_clean_fold (heading);
  int said;

  if (binding != NULL && daybook_binding_reads (binding, column))
    return (DaybookPersonalColumn) { DAYBOOK_COLUMN_SETTLED, daybook_binding_mask (binding, column) };

  said = profile != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (profile->personal, folded)) : 0;
  if (said != 0)
    return (DaybookPersonalColumn) { DAYBOOK_COLUMN_SETTLED, (DaybookMask) (said - 1) };
  /* Nothing says what stands there. */
  if (*folded == '\0')
    return (DaybookPersonalColumn) { DAYBOOK_COLUMN_SETTLED, DAYBOOK_MASK_ADDRESS };

  return read_heading (folded);
}

/* --- Cells ---------------------------------------------------------------- */

static gboolean
is_phone (const char *text)
{
  g_autofree char *digits = daybook_phone_normalise (text);

  return digits != NULL && strlen (digits) >= MIN_PHONE && strlen (digits) <= MAX_PHONE
         && !matches (DATE_OR_DECIMAL, text);
}

/* One that begins with a province, as Chinese ones do. */
static gboolean
is_address (const char *text)
{
  g_autofree char *masked = daybook_mask (DAYBOOK_MASK_ADDRESS, text);

  return !g_str_equal (masked, "***") && has_part (text, STREET_PARTS, G_N_ELEMENTS (STREET_PARTS));
}

static DaybookMask
look_at (DaybookColumnKind  kind,
         const char        *text)
{
  if (matches ("^\\s*" EMAIL "\\s*$", text))
    return DAYBOOK_MASK_EMAIL;
  if (kind == DAYBOOK_COLUMN_OPEN && is_phone (text))
    return DAYBOOK_MASK_PHONE;
  /* Among other words nobody can say where the person ends: all of it. */
  if (matches (EMAIL, text) || (kind == DAYBOOK_COLUMN_OPEN && matches (PHONE, text)) || is_address (text))
    return DAYBOOK_MASK_ADDRESS;

  return DAYBOOK_MASK_NONE;
}

DaybookMask
daybook_personal_stray_mask (const char *text)
{
  if (matches ("^\\s*" PHONE "\\s*$", text))
    return DAYBOOK_MASK_PHONE;

  return matches (PHONE, text) ? DAYBOOK_MASK_ADDRESS : look_at (DAYBOOK_COLUMN_NUMBERS, text);
}

DaybookMask
daybook_personal_mask (const DaybookPersonalColumn *column,
                       const char                  *text)
{
  return column->kind == DAYBOOK_COLUMN_SETTLED ? column->mask : look_at (column->kind, text);
}
