/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Makes an article ready to be kept, as a person has it at a form (core/article-edit.h): its title without blanks around
 * it; each [[Title]] of its body, where just one other article that is in no trash has that title, a link to it, which survives
 * renaming; the registers that it names looked up. Whoever writes an article from the window, the command line or a file calls it before the
 * edit is made. `before`: as it was; NULL: it is new. `after` is changed.
 * Errors: as the reader; CONSTRAINT: a register or stage that is not there, unless it stood there already. */
gboolean    daybook_article_make_ready (DaybookReader     *reader,
                                        const DaybookRow  *before,
                                        DaybookRow        *after,
                                        GError           **error);

/* The one article that is in no trash and has that title, however it is written. FALSE without error: there is none.
 * Errors: as the reader; CONFLICT: several have it. */
gboolean    daybook_article_find_titled (DaybookReader    *reader,
                                         const char       *title,
                                         DaybookId        *id,
                                         GError          **error);

/* A link of an article to another one. */
typedef struct
{
  DaybookId   id;
  char       *title;   /* the other one's by now; NULL: there is none, or it is in the trash */
} DaybookArticleLink;

/* The articles to which the body leads, each once, as they come; what is no id is as one that is not there, with the
 * null id. (element-type DaybookArticleLink) (transfer full) Errors: as the reader. */
GPtrArray  *daybook_article_links      (DaybookReader     *reader,
                                        const DaybookRow  *article,
                                        GError           **error);

G_END_DECLS
