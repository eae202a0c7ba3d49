/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The whole knowledge base, but what is retired or in the trash: as Markdown files that any program reads, and as one
 * document for paper. Not for the thread of the window. */

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
 * into the folder `pictures` beside them. The folder is made where there is none, and has to be empty. `n` gets how many
 * articles there are. Errors: as the reader; as exchange/new-file.h; REFUSED: the folder has something in it; CANCELLED. */
gboolean daybook_articles_export_folder (DaybookStore           *store,
                                         DaybookReader          *reader,
                                         const char             *folder,
                                         guint                  *n,
                                         GCancellable           *cancellable,
                                         GError                **error);
/* Writes all into one file, by category and title, behind a table of contents; in HTML with its pictures within, and laid
 * out for paper as well as for the screen; in PDF without pictures. Errors: likewise. */
gboolean daybook_articles_export_file   (DaybookStore           *store,
                                         DaybookReader          *reader,
                                         const char             *path,
                                         DaybookArticlesFormat   format,
                                         guint                  *n,
                                         GCancellable           *cancellable,
                                         GError                **error);

G_END_DECLS
