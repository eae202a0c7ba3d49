/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/starters.h"

#include "store/article-starters.h"
#include "store/phrase-starters.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

static const char KNOWN[] =
  "SELECT EXISTS (SELECT 1 FROM articles WHERE starter IS NOT NULL), EXISTS (SELECT 1 FROM phrases WHERE starter = 1)";

DaybookEdit *
daybook_starters_act (DaybookReader    *reader,
                      DaybookStarters   kinds,
                      DaybookLanguage   language,
                      gint64            now,
                      GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, _("Starter articles and phrases"), NULL);

  if (((kinds & DAYBOOK_STARTERS_ARTICLES) != 0 && !daybook_article_starters_add (edit, reader, language, now, NULL, error))
      || ((kinds & DAYBOOK_STARTERS_PHRASES) != 0 && !daybook_phrase_starters_add (edit, reader, language, error)))
    return NULL;

  return g_steal_pointer (&edit);
}

int
daybook_starters_known (DaybookReader  *reader,
                        GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, KNOWN, error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return -1;

  return (sqlite3_column_int (statement, 0) != 0 ? DAYBOOK_STARTERS_ARTICLES : 0)
         | (sqlite3_column_int (statement, 1) != 0 ? DAYBOOK_STARTERS_PHRASES : 0);
}

DaybookOutcome *
daybook_starters_bring (DaybookStore     *store,
                        DaybookLanguage   language,
                        GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_starters_act (daybook_store_get_reader (store), DAYBOOK_STARTERS_ALL, language, daybook_store_get_now (store), error);

  return edit != NULL && daybook_edit_size (edit) > 0 ? daybook_store_commit (store, edit, error) : NULL;
}
