/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-facts.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The rows of which a phrase speaks, out of the book. */
typedef struct
{
  DaybookPhraseAbout  about; /* points at the rows below; the language and what is promised are the caller's */
  DaybookRow         *order;
  DaybookRow         *customer;
  DaybookRow         *agent;
  DaybookRow         *shop;
} DaybookPhraseRows;

/* Reads what hangs on a case, an order or a customer, who speaks and for which shop. `of`: it stays the caller's,
 * and is in its register's table; a row of another kind, or NULL: nobody in particular is spoken to.
 * Errors: as daybook_reader_find(); `rows` is empty then. */
gboolean daybook_phrase_rows_read  (DaybookStore       *store,
                                    const DaybookRow   *of,
                                    DaybookPhraseRows  *rows,
                                    GError            **error);
void     daybook_phrase_rows_clear (DaybookPhraseRows  *rows);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookPhraseRows, daybook_phrase_rows_clear)

G_END_DECLS
