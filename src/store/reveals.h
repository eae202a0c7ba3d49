/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/author.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* How often somebody has looked at personal data in full on a day, and how often they may (DESIGN §9). All that one look
 * shows counts once; searches by a whole number and exports do not. `at`: when they look, UTC seconds. */

/* Errors: REFUSED, with how many there are a day. */
gboolean daybook_reveals_check_quota (DaybookDatabase      *db,
                                      DaybookStore         *store,
                                      const DaybookAuthor  *author,
                                      gint64                at,
                                      GError              **error);
/* The same of the person at the desk, for whoever asks before. */
gboolean daybook_reader_check_quota  (DaybookReader        *reader,
                                      gint64                at,
                                      GError              **error);

G_END_DECLS
