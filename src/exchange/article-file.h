/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article.h"
#include "core/row.h"

G_BEGIN_DECLS

/* An article as a file that other programs read: Markdown with front matter (core/front-matter.h), its members named as
 * the fields are, in the words of the command line, its times as ISO 8601. Who keeps it and what it is the page of are
 * named as people do; from which case it was learnt does not leave with it. Where links lead is for whoever writes or
 * reads the file. */

/* What a file says beside the fields. */
typedef struct
{
  DaybookId  id;      /* or the null id */
  char      *owner;   /* the name, or the code, of who keeps it; or NULL */
  char      *product; /* the item number, or SKU, of what it is the page of; or NULL */
  gint64     created; /* UTC seconds; 0: nothing is said */
  gint64     changed;
} DaybookArticleFacts;

void        daybook_article_facts_clear (DaybookArticleFacts *facts);

/* The whole file. `facts`: but for the id, which is the row's; `zone`: of its times; `body`: its text, with the links it
 * is to have. (transfer full) */
char       *daybook_article_file_write (const DaybookRow          *row,
                                        const DaybookArticleFacts *facts,
                                        GTimeZone                 *zone,
                                        const char                *body);

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
 * (core/article-edit.h); what the file does not say of it stays. `facts` gets what else it says, to be cleared. `zone`: of times that name none.
 * What is wrong in the front matter is left out, and `remarks` (char *) gets a sentence for each. `name` is the file's.
 * Errors: FORMAT: the front matter has no end, or is none. */
gboolean    daybook_article_file_read  (const char             *text,
                                        const char             *name,
                                        GTimeZone              *zone,
                                        DaybookRow             *row,
                                        DaybookArticleFacts    *facts,
                                        GPtrArray              *remarks,
                                        GError                **error);
/* A file's name that every system takes, made of a title: without an ending, 80 characters at most. (transfer full) */
char       *daybook_article_file_name  (const char             *title);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookArticleFacts, daybook_article_facts_clear)

G_END_DECLS
