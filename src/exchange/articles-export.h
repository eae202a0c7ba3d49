/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The knowledge base as Markdown files that any program reads, and as one document for paper: all of it, but what is retired
 * or in the trash; or some articles. Not for the thread of the window. */

/* NULL in its place: all, without a word. */
typedef struct
{
  const GArray          *keys;     /* gint64: of the articles that are meant; NULL: all */
  GFileProgressCallback  progress; /* is told, in place, how many are through; or NULL */
  gpointer               data;
} DaybookArticlesWish;

/* How the document is written. */
typedef enum
{
  DAYBOOK_ARTICLES_HTML,
  DAYBOOK_ARTICLES_PDF,
} DaybookArticlesFormat;

/* By the end of a name: .html, .pdf. FALSE: neither; it is a folder. */
gboolean daybook_articles_format_find   (const char             *path,
                                         DaybookArticlesFormat  *format);
/* Writes each article into a file that has its title for a name, made safe, and links that lead to these files; pictures
 * into the folder `pictures` beside them. The folder is made where there is none, and has to be empty; it is empty again
 * where something fails. `n` gets how many articles there are. Errors: as the reader; as exchange/new-file.h; REFUSED: the folder has something in it; CANCELLED. */
gboolean daybook_articles_export_folder (DaybookStore           *store,
                                         DaybookReader          *reader,
                                         const DaybookArticlesWish *wish,
                                         const char             *folder,
                                         guint                  *n,
                                         GCancellable           *cancellable,
                                         GError                **error);
/* Writes all into one file, by category and title, behind a table of contents; in HTML with its pictures within, and laid
 * out for paper as well as for the screen. Errors: likewise. */
gboolean daybook_articles_export_file   (DaybookStore           *store,
                                         DaybookReader          *reader,
                                         const DaybookArticlesWish *wish,
                                         const char             *path,
                                         DaybookArticlesFormat   format,
                                         guint                  *n,
                                         GCancellable           *cancellable,
                                         GError                **error);
/* The same for a printer. (transfer full) */
DaybookPaper *daybook_articles_export_paper (DaybookStore        *store,
                                         DaybookReader          *reader,
                                         const DaybookArticlesWish *wish,
                                         GCancellable           *cancellable,
                                         GError                **error);

G_END_DECLS
