/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tokenizer.h"

/* Until the tokenizer of RECORDS §8 stands here, words are told apart as
 * FTS5's own unicode61 does. */
static fts5_tokenizer unicode61;
static void *unicode61_data;

static int
create (void            *data,
        const char     **arguments,
        int              n_arguments,
        Fts5Tokenizer  **out)
{
  return unicode61.xCreate (unicode61_data, NULL, 0, out);
}

gboolean
daybook_tokenizer_register (sqlite3  *db,
                            GError  **error)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  static fts5_tokenizer tokenizer;

  sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL);
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);

  api->xFindTokenizer (api, "unicode61", &unicode61_data, &unicode61);
  tokenizer = unicode61;
  tokenizer.xCreate = create;
  return api->xCreateTokenizer (api, "daybook", NULL, &tokenizer, NULL) == SQLITE_OK;
}
