/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* In which language a text of the shop's is, whatever language the program speaks. Stored: append only. */
typedef enum
{
  DAYBOOK_LANGUAGE_ANY,
  DAYBOOK_LANGUAGE_ZH_CN,
  DAYBOOK_LANGUAGE_ZH_TW,
  DAYBOOK_LANGUAGE_EN,
  DAYBOOK_N_LANGUAGES,
} DaybookLanguage;

extern const DaybookWord daybook_language_words[];

/* As our files and locales name it: "zh_CN"; "" for ANY. */
const char     *daybook_language_code (DaybookLanguage  language);
/* That of the person at the screen, by the first of the locale's that is ours; English where none is. */
DaybookLanguage daybook_language_here (void);

G_END_DECLS
