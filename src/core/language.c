/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/language.h"

#include "core/fields.h"

const DaybookWord daybook_language_words[] = {
  [DAYBOOK_LANGUAGE_ANY] = QUIET_WORD ("any", "language", "Any"),
  [DAYBOOK_LANGUAGE_ZH_CN] = WORD ("zh_cn", "language", "Simplified Chinese"),
  [DAYBOOK_LANGUAGE_ZH_TW] = WORD ("zh_tw", "language", "Traditional Chinese"),
  [DAYBOOK_LANGUAGE_EN] = WORD ("en", "language", "English"),
  { NULL, NULL, NULL },
};

static const char *const CODES[] = {
  [DAYBOOK_LANGUAGE_ANY] = "",
  [DAYBOOK_LANGUAGE_ZH_CN] = "zh_CN",
  [DAYBOOK_LANGUAGE_ZH_TW] = "zh_TW",
  [DAYBOOK_LANGUAGE_EN] = "en",
};

const char *
daybook_language_code (DaybookLanguage language)
{
  return language < DAYBOOK_N_LANGUAGES ? CODES[language] : "";
}

static DaybookLanguage
language_of (const char *locale)
{
  if (g_str_has_prefix (locale, "zh_TW") || g_str_has_prefix (locale, "zh_HK") || g_str_has_prefix (locale, "zh_MO")
      || g_str_has_prefix (locale, "zh_Hant"))
    return DAYBOOK_LANGUAGE_ZH_TW;
  if (g_str_has_prefix (locale, "zh"))
    return DAYBOOK_LANGUAGE_ZH_CN;
  return g_str_has_prefix (locale, "en") ? DAYBOOK_LANGUAGE_EN : DAYBOOK_LANGUAGE_ANY;
}

DaybookLanguage
daybook_language_here (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (language_of (names[i]) != DAYBOOK_LANGUAGE_ANY)
      return language_of (names[i]);

  return DAYBOOK_LANGUAGE_EN;
}
