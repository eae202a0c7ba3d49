/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "exchange/sample-words.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The sample shop's knowledge base: what Daybook brings, and what its people have made of it since. All edits are to be
 * committed; (transfer full). */

/* The articles and phrases that Daybook brings, in the program's language, as of `now` (UTC seconds). Errors: as the reader. */
DaybookEdit *daybook_sample_articles_begin (DaybookStore    *store,
                                            gint64           now,
                                            GError         **error);
/* Comments, uses of articles and phrases, one article that is to be read, the page of a product, and one review that is over, by `agents`
 * (DAYBOOK_SAMPLE_N_AGENTS). The same seed makes the same. Errors: as the reader. */
DaybookEdit *daybook_sample_articles_use   (DaybookStore    *store,
                                            guint            seed,
                                            const DaybookId *agents,
                                            gint64           now,
                                            GError         **error);

G_END_DECLS
