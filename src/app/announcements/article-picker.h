/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which article something is about: words are typed, what they find stands below (no popover: UX), and one is chosen
 * or taken away again. Not shown in a shop without articles. */
#define DAYBOOK_TYPE_ARTICLE_PICKER (daybook_article_picker_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticlePicker, daybook_article_picker, DAYBOOK, ARTICLE_PICKER, AdwBin)

/* Once. */
void daybook_article_picker_set_desk    (DaybookArticlePicker *self,
                                         DaybookDesk          *desk);
/* Shows an article without emitting `picked`; NULL is none. What is being typed stays. */
void daybook_article_picker_set_article (DaybookArticlePicker *self,
                                         const DaybookId      *article);

/* Signal `picked` (const DaybookId *article): a person chose; NULL is none. */

G_END_DECLS
