/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Articles that come from a folder, or from files: Markdown (exchange/article-file.h), HTML and texts of Word's. What is in
 * them is shown first; then one act makes of it what the person saw. */

/* In bytes: files that are larger are not read. */
#define DAYBOOK_ARTICLES_IMPORT_TEXT_MAX (4 * 1024 * 1024)
#define DAYBOOK_ARTICLES_IMPORT_WORD_MAX (64 * 1024 * 1024)
/* So many files are read at once, from folders so deep within each other. */
#define DAYBOOK_ARTICLES_IMPORT_MOST 5000
#define DAYBOOK_ARTICLES_IMPORT_DEPTH 8

typedef enum
{
  DAYBOOK_ARTICLE_COMES_NEW,
  DAYBOOK_ARTICLE_COMES_CHANGED,
  DAYBOOK_ARTICLE_COMES_SAME,
} DaybookArticleComes;

typedef struct
{
  char                *file;     /* as the person named it, or below what they named */
  DaybookArticleComes  comes;
  DaybookRow          *before;   /* the one that it changes; NULL: it is new */
  DaybookRow          *after;
  GPtrArray           *pictures; /* DaybookBatchPhoto that it gets; what they hold lies beside the book already */
  GPtrArray           *remarks;  /* char *: sentences about what was left out */
  gint64               changed;  /* of a new one: when it was written so, as the file says; UTC seconds; 0: now */
} DaybookArticleFile;

typedef struct
{
  char *file;
  char *why; /* a sentence */
} DaybookArticleRefusal;

typedef struct
{
  GPtrArray *files;   /* DaybookArticleFile, by name */
  GPtrArray *refused; /* DaybookArticleRefusal */
} DaybookArticlesImport;

/* Reads files, and all that are read in folders, whose names begin with no dot. One that names an article by its id, or has
 * the title of just one, changes that; all others are new. Links from one of the files to another become links between
 * their articles; pictures that lie beside or below a file come with it. Registers that the shop has not are left out, with a
 * sentence, and so is who keeps it where nobody here is called so, and a product that is not here. Nothing in the book
 * changes. `progress` (or NULL) is told how many of the files are read. Not for the thread of the window. `paths`: ends with NULL.
 * Errors: as the reader; CANCELLED; FULL. */
DaybookArticlesImport *daybook_articles_import_read (DaybookStore          *store,
                                                     DaybookReader         *reader,
                                                     char                 **paths,
                                                     GFileProgressCallback  progress,
                                                     gpointer               progress_data,
                                                     GCancellable          *cancellable,
                                                     GError               **error);
void                   daybook_articles_import_free (DaybookArticlesImport *self);
guint                  daybook_articles_import_count (DaybookArticlesImport *self,
                                                     DaybookArticleComes     comes);
/* The act: of size 0 where all are the same. (transfer full) Errors: CONSTRAINT. */
DaybookEdit           *daybook_articles_import_act  (DaybookArticlesImport *self,
                                                     const DaybookId       *agent,
                                                     gint64                 now,
                                                     GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookArticlesImport, daybook_articles_import_free)

G_END_DECLS
