/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reveals.h"

#include "core/error.h"
#include "core/moment.h"
#include "core/reveal.h"
#include "store/reach.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

/* What one act shows is one look. */
#define LOOKS_TODAY \
  "SELECT count (DISTINCT o.act) FROM reveals r JOIN ops o ON o.n = r.born" \
  " WHERE r.agent = :agent AND r.at >= :day AND r.how <= :last_how AND r.rows > 0 AND r.deleted = 0"

static gboolean
count_today (DaybookDatabase      *db,
             DaybookStore         *store,
             const DaybookAuthor  *author,
             gint64                at,
             guint                *n,
             GError              **error)
{
  gint64 number;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, LOOKS_TODAY, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":agent", author->key);
  daybook_bind_int (statement, ":day", daybook_moment_day (at, daybook_store_get_zone (store), 0));
  daybook_bind_int (statement, ":last_how", DAYBOOK_REVEAL_COMMAND);
  if (!daybook_statement_number (statement, &number, error))
    return FALSE;

  *n = (guint) number;
  return TRUE;
}

gboolean
daybook_reveals_check_quota (DaybookDatabase      *db,
                             DaybookStore         *store,
                             const DaybookAuthor  *author,
                             gint64                at,
                             GError              **error)
{
  guint n = 0;

  if (author->quota == 0)
    return TRUE;
  if (!count_today (db, store, author, at, &n, error))
    return FALSE;
  if (n < author->quota)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE, "“%s” may see personal data in full %u time a day, and has. Ask the owner for more.",
                            "“%s” may see personal data in full %u times a day, and has. Ask the owner for more.", author->quota),
               author->name, author->quota);
  return FALSE;
}

gboolean
daybook_reader_check_quota (DaybookReader  *reader,
                            gint64          at,
                            GError        **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  return daybook_reader_author (reader, &author, error) && daybook_reveals_check_quota (reader->db, reader->store, &author, at, error);
}
