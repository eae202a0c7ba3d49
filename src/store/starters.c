/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/starters.h"

#include "store/article-starters.h"
#include "store/phrase-starters.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

static const char KNOWN[] =
  "SELECT EXISTS (SELECT 1 FROM articles WHERE starter IS NOT NULL) OR EXISTS (SELECT 1 FROM phrases WHERE starter = 1)";

DaybookEdit *
daybook_starters_act (DaybookReader    *reader,
                      DaybookLanguage   language,
                      gint64            now,
                      GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, _("Starter articles and phrases"), NULL);

  return daybook_article_starters_add (edit, reader, language, now, NULL, error)
         && daybook_phrase_starters_add (edit, reader, language, error) ? g_steal_pointer (&edit) : NULL;
}

int
daybook_starters_known (DaybookReader  *reader,
                        GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, KNOWN, error);

  return statement != NULL && daybook_statement_next (statement, error) ? sqlite3_column_int (statement, 0) : -1;
}

DaybookOutcome *
daybook_starters_bring (DaybookStore     *store,
                        DaybookLanguage   language,
                        GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_starters_act (daybook_store_get_reader (store), language, daybook_store_get_now (store), error);

  return edit != NULL && daybook_edit_size (edit) > 0 ? daybook_store_commit (store, edit, error) : NULL;
}
