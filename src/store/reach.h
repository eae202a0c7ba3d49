/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "store/author.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What somebody's rights let them see (RECORDS §9). Off shift a part-timer has what is assigned to them: cases that they
 * own, handle, call back or watch, tasks and orders in their name, and what hangs on those. On shift they find any
 * order or customer by looking it up, and lists of them show their own. */

/* Adds to a statement over `t` what of the query's rows the author has: " AND …", or nothing. */
void     daybook_reach_add_query (GString              *sql,
                                  const DaybookQuery   *query,
                                  const DaybookAuthor  *author);
/* Whether a row is assigned to the author or hangs on one that is. `key`: 0 is nobody's. */
gboolean daybook_reach_owns      (DaybookDatabase      *db,
                                  const DaybookTable   *table,
                                  gint64                key,
                                  const DaybookAuthor  *author,
                                  gboolean             *owns,
                                  GError              **error);

/* --- For whoever shows rows; the author is the person at the desk --- */

gboolean daybook_reader_author   (DaybookReader        *reader,
                                  DaybookAuthor        *author,
                                  GError              **error);
/* Errors: REFUSED, with who may. */
gboolean daybook_reader_check    (DaybookReader        *reader,
                                  DaybookRight          right,
                                  GError              **error);
gboolean daybook_reader_may      (DaybookReader        *reader,
                                  DaybookRight          right);
/* Whether they may see the row, which they have found by its number or id. Errors: REFUSED. */
gboolean daybook_reader_check_row (DaybookReader       *reader,
                                  const DaybookRow     *row,
                                  GError              **error);
/* Leaves of a search's keys (gint64) those that they may see. */
gboolean daybook_reader_keep_reached (DaybookReader    *reader,
                                  const DaybookTable   *table,
                                  GArray               *keys,
                                  GError              **error);

G_END_DECLS
