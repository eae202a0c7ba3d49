/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-example.h"

/* By language: what stands in a phrase is in the phrase's, whatever the program's is. */
static const char *const EXAMPLES[DAYBOOK_N_PLACEHOLDERS][DAYBOOK_N_LANGUAGES] = {
  [DAYBOOK_PLACEHOLDER_CUSTOMER] = { [DAYBOOK_LANGUAGE_EN] = "Ann", [DAYBOOK_LANGUAGE_ZH_CN] = "小鱼儿", [DAYBOOK_LANGUAGE_ZH_TW] = "小魚兒" },
  [DAYBOOK_PLACEHOLDER_NICK] = { [DAYBOOK_LANGUAGE_EN] = "ann_2026", [DAYBOOK_LANGUAGE_ZH_CN] = "小鱼儿", [DAYBOOK_LANGUAGE_ZH_TW] = "小魚兒" },
  [DAYBOOK_PLACEHOLDER_ORDER] = { [DAYBOOK_LANGUAGE_EN] = "1234567890", [DAYBOOK_LANGUAGE_ZH_CN] = "1234567890", [DAYBOOK_LANGUAGE_ZH_TW] = "1234567890" },
  [DAYBOOK_PLACEHOLDER_PRODUCT] = { [DAYBOOK_LANGUAGE_EN] = "tea pot", [DAYBOOK_LANGUAGE_ZH_CN] = "紫砂壶", [DAYBOOK_LANGUAGE_ZH_TW] = "紫砂壺" },
  [DAYBOOK_PLACEHOLDER_QUANTITY] = { [DAYBOOK_LANGUAGE_EN] = "2", [DAYBOOK_LANGUAGE_ZH_CN] = "2", [DAYBOOK_LANGUAGE_ZH_TW] = "2" },
  [DAYBOOK_PLACEHOLDER_AMOUNT] = { [DAYBOOK_LANGUAGE_EN] = "¥128.00", [DAYBOOK_LANGUAGE_ZH_CN] = "¥128.00", [DAYBOOK_LANGUAGE_ZH_TW] = "NT$1,280" },
  [DAYBOOK_PLACEHOLDER_REFUND] = { [DAYBOOK_LANGUAGE_EN] = "¥64.00", [DAYBOOK_LANGUAGE_ZH_CN] = "¥64.00", [DAYBOOK_LANGUAGE_ZH_TW] = "NT$640" },
  [DAYBOOK_PLACEHOLDER_COURIER] = { [DAYBOOK_LANGUAGE_EN] = "DHL", [DAYBOOK_LANGUAGE_ZH_CN] = "顺丰", [DAYBOOK_LANGUAGE_ZH_TW] = "黑貓宅急便" },
  [DAYBOOK_PLACEHOLDER_TRACKING] = { [DAYBOOK_LANGUAGE_EN] = "SF1080024417", [DAYBOOK_LANGUAGE_ZH_CN] = "SF1080024417", [DAYBOOK_LANGUAGE_ZH_TW] = "SF1080024417" },
  [DAYBOOK_PLACEHOLDER_CASE] = { [DAYBOOK_LANGUAGE_EN] = "R-A2031", [DAYBOOK_LANGUAGE_ZH_CN] = "R-A2031", [DAYBOOK_LANGUAGE_ZH_TW] = "R-A2031" },
  [DAYBOOK_PLACEHOLDER_AGENT_NO] = { [DAYBOOK_LANGUAGE_EN] = "007", [DAYBOOK_LANGUAGE_ZH_CN] = "007", [DAYBOOK_LANGUAGE_ZH_TW] = "007" },
};

const char *
daybook_phrase_example (DaybookPlaceholder placeholder,
                        DaybookLanguage    language)
{
  g_return_val_if_fail (placeholder >= 0 && placeholder < DAYBOOK_N_PLACEHOLDERS, NULL);

  return EXAMPLES[placeholder][language];
}

const char *
daybook_phrase_example_lookup (DaybookPlaceholder placeholder,
                               gpointer           examples)
{
  const DaybookPhraseExamples *self = examples;
  const char *known = daybook_phrase_facts_get (self->facts, placeholder);

  return known != NULL ? known : daybook_phrase_example (placeholder, self->language);
}
