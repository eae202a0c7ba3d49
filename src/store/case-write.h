/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-draft.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Adds a draft to the edit with all that follows from it, for which the book is asked: who among
 * the shop's leads calls, and which call-backs an end that is none any more leaves. */
gboolean   daybook_reader_build_case (DaybookReader    *reader,
                                      DaybookCaseDraft *draft,
                                      DaybookEdit      *edit,
                                      GError          **error);
/* The draft takes over what is known of a customer. Errors: as the reader. */
gboolean   daybook_reader_take_customer (DaybookReader  *reader,
                                      DaybookCaseDraft *draft,
                                      const DaybookRow *customer,
                                      GError          **error);
/* The links of a case, from either side; those to cases in the trash are not among them.
 * (element-type DaybookRow) (transfer full) */
GPtrArray *daybook_reader_case_links (DaybookReader    *reader,
                                      const DaybookId  *of,
                                      GError          **error);

G_END_DECLS
