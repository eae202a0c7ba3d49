/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-book.h"

#include "core/article-edit.h"

/* A book with articles in it. */

/* One in use of the person at the desk. `body`: as it is kept, but for [[Title]]. */
DaybookId   article_make    (Book             *book,
                             const char       *title,
                             const char       *body);
DaybookRow *article_row     (Book             *book,
                             const DaybookId  *id);
/* Sets a field as a form does, with all that follows; returns the act. Takes over `value`. */
DaybookId   article_set     (Book             *book,
                             const DaybookId  *id,
                             guint             field,
                             DaybookValue      value);
/* That this is refused (CONSTRAINT) with this in the sentence. */
void        article_set_refused (Book         *book,
                             const DaybookId  *id,
                             guint             field,
                             DaybookValue      value,
                             const char       *said);
/* The body by now. (transfer full) */
char       *article_body    (Book             *book,
                             const DaybookId  *id);
