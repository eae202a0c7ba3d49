/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Which tags people have given, to be offered again. */

/* The tags of the newest cases of a register, the most frequent first, at most `limit`. (transfer full) */
char **daybook_reader_case_tags     (DaybookReader  *reader,
                                     const char     *key,
                                     guint           limit,
                                     GError        **error);
/* Likewise of the newest customers that have some. (transfer full) */
char **daybook_reader_customer_tags (DaybookReader  *reader,
                                     guint           limit,
                                     GError        **error);

G_END_DECLS
