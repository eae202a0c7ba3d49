/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article.h"
#include "core/row.h"

G_BEGIN_DECLS

/* An article as a file that other programs read: Markdown with front matter (core/front-matter.h), its members named as
 * the fields are, in the words of the command line. What depends on the shop (who keeps it, who reads it, case and
 * product) does not leave with it. Where links lead is for whoever writes or reads the file. */

/* The whole file. `body`: its text, with the links it is to have. (transfer full) */
char       *daybook_article_file_write (const DaybookRow  *row,
                                        const char        *body);

/* How a file's text is to be taken. */
typedef enum
{
  DAYBOOK_ARTICLE_FILE_MARKDOWN,
  DAYBOOK_ARTICLE_FILE_HTML,
  DAYBOOK_ARTICLE_FILE_DOCX,
} DaybookArticleFileKind;

/* By the end of its name. FALSE: it is none that is read. */
gboolean    daybook_article_file_kind  (const char             *name,
                                        DaybookArticleFileKind *kind);
/* An article of a text in Markdown, and what the file's front matter says; where that names none, its title is its first
 * heading of the first rank, which the body then has no more, else the file's name. `row` is a new one of the caller's
 * (core/article-edit.h); what the file does not say of it stays. `id` gets the id that the file names, else the null id.
 * What is wrong in the front matter is left out, and `remarks` (char *) gets a sentence for each. `name` is the file's.
 * Errors: FORMAT: the front matter has no end, or is none. */
gboolean    daybook_article_file_read  (const char             *text,
                                        const char             *name,
                                        DaybookRow             *row,
                                        DaybookId              *id,
                                        GPtrArray              *remarks,
                                        GError                **error);
/* A file's name that every system takes, made of a title: without an ending, 80 characters at most. (transfer full) */
char       *daybook_article_file_name  (const char             *title);

G_END_DECLS
