/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/output.h"
#include "core/row.h"

G_BEGIN_DECLS

/* An article with all that hangs on it. Errors: as the reader. */

/* {…the row, "revisions":[{"number","id","title","note","at","agent"}], "comments":[…],
 * "uses":{"total","right","wrong","last"}, "links":[{"id","title"}], "training":[…]}. */
gboolean   daybook_print_article         (DaybookCli        *cli,
                                          const DaybookRow  *row,
                                          GError           **error);
/* Who has read it: a list of {"agent","name","state","at","must"}. */
gboolean   daybook_print_article_readers (DaybookCli        *cli,
                                          const DaybookRow  *row,
                                          GError           **error);

G_END_DECLS
