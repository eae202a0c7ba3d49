/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *label;
} Name;

/* CLI.md's list of platforms. */
static const Name PLATFORMS[] = {
  { "taobao", NC_ ("platform", "Taobao") },
  { "tmall", NC_ ("platform", "Tmall") },
  { "1688", NC_ ("platform", "1688") },
  { "jd", NC_ ("platform", "JD") },
  { "pdd", NC_ ("platform", "Pinduoduo") },
  { "douyin", NC_ ("platform", "Douyin") },
  { "wechat_shop", NC_ ("platform", "WeChat shop") },
  { "youzan", NC_ ("platform", "Youzan") },
  { "shopify", NC_ ("platform", "Shopify") },
  { "woocommerce", NC_ ("platform", "WooCommerce") },
  { "etsy", NC_ ("platform", "Etsy") },
  { "ebay", NC_ ("platform", "eBay") },
  { "amazon", NC_ ("platform", "Amazon") },
  { "paypal", NC_ ("platform", "PayPal") },
  { "alipay", NC_ ("platform", "Alipay") },
  { "wechat_pay", NC_ ("platform", "WeChat Pay") },
  { "jd_pay", NC_ ("platform", "JD Pay") },
  { "meituan", NC_ ("platform", "Meituan") },
  { "judgeme", NC_ ("platform", "Judge.me") },
  { "generic", NC_ ("platform", "Own table") },
};

static const Name KINDS[] = {
  { "orders", NC_ ("import kind", "orders") },
  { "order_lines", NC_ ("import kind", "order lines") },
  { "refunds", NC_ ("import kind", "refunds") },
  { "reviews", NC_ ("import kind", "reviews") },
  { "customers", NC_ ("import kind", "customers") },
  { "stock", NC_ ("import kind", "stock") },
  { "bill", NC_ ("import kind", "bill") },
};

static const char *
find_name (const Name *names,
           gsize       n_names,
           const char *context,
           const char *id)
{
  if (id == NULL)
    return "";

  for (gsize i = 0; i < n_names; i++)
    if (strcmp (names[i].id, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, context, names[i].label);

  return id;
}

const char *
daybook_words_platform (const char *platform)
{
  return find_name (PLATFORMS, G_N_ELEMENTS (PLATFORMS), "platform", platform);
}

const char *
daybook_words_platform_key (guint index)
{
  return index < G_N_ELEMENTS (PLATFORMS) ? PLATFORMS[index].id : NULL;
}

const char *
daybook_words_kind (const char *kind)
{
  return find_name (KINDS, G_N_ELEMENTS (KINDS), "import kind", kind);
}

const char *
daybook_words_enum (const DaybookField *field,
                    gint64              value)
{
  return daybook_field_word_name (field, value) != NULL ? daybook_words_label (&field->words[value]) : "";
}

const char *
daybook_words_label (const DaybookWord *word)
{
  return word->context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, word->context, word->label) : word->label;
}

char *
daybook_words_choices (const DaybookField *field,
                       const char         *keys)
{
  g_auto(GStrv) words = g_strsplit (keys, " ", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (char **key = words; *key != NULL; key++)
    {
      int word = daybook_field_word (field, *key);

      if (**key != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "",
                                word >= 0 ? daybook_words_label (&field->words[word]) : *key);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
