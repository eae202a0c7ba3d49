/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "exchange/pasted.h"

G_BEGIN_DECLS

/* Reviews copied from a page: the text of a file, or of standard input until its end or until
 * it is cancelled. `n_left_out`: lines that are of no review.
 * Errors: FORMAT (no text, too long, no reviews in it), CANCELLED, those of daybook_pasted_new(). */
DaybookPasted *daybook_read_paste (DaybookCli    *cli,
                                   const char    *file,
                                   const char    *platform,
                                   guint         *n_left_out,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
