/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "exchange/articles-import.h"

G_BEGIN_DECLS

/* Commits what files have brought, unless `dry`, and prints it: {"files":[{"file","state","id","title","remarks":[…]}],
 * "refused":[{"file","why"}],"new","changed","same","act"}; `act` is null where nothing changed. A refused file makes the
 * exit PARTLY. Errors: as daybook_store_commit(); FORMAT: not one file could be read. */
gboolean daybook_commit_articles        (DaybookCli             *cli,
                                         DaybookArticlesImport  *import,
                                         gboolean                dry,
                                         GError                **error);
/* {"rows","file"} */
void     daybook_print_articles_written (DaybookCli             *cli,
                                         guint                   n,
                                         const char             *path);

G_END_DECLS
