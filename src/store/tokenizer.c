/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tokenizer.h"

#include "core/tokens.h"

#include <glib/gi18n-lib.h>

/* What `tokenize='daybook …'` chose: how documents and queries are cut. */
typedef struct
{
  DaybookTokenMode document;
  DaybookTokenMode query;
} Tokenizer;

static const struct
{
  const char *name;
  Tokenizer   tokenizer;
} KINDS[] = {
  { "text", { DAYBOOK_TOKENS_TEXT, DAYBOOK_TOKENS_TEXT_QUERY } },
  { "number", { DAYBOOK_TOKENS_NUMBER, DAYBOOK_TOKENS_NUMBER } },
  { "pinyin", { DAYBOOK_TOKENS_PINYIN, DAYBOOK_TOKENS_PINYIN } },
};

typedef int (*TokenFunc) (void       *context,
                          int         flags,
                          const char *token,
                          int         n,
                          int         start,
                          int         end);

/* FTS5's own callback, as core/tokens.h calls it. */
typedef struct
{
  TokenFunc func;
  void     *context;
} Sink;

static int
pass_on (const char *token,
         gsize       n,
         gsize       start,
         gsize       end,
         gpointer    data)
{
  const Sink *sink = data;

  return sink->func (sink->context, 0, token, (int) n, (int) start, (int) end);
}

static int
on_created (void           *data,
            const char    **arguments,
            int             n_arguments,
            Fts5Tokenizer **out)
{
  const char *name = n_arguments > 0 ? arguments[0] : "text";

  if (n_arguments > 1)
    return SQLITE_ERROR;

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (KINDS[i].name, name))
      {
        *out = g_memdup2 (&KINDS[i].tokenizer, sizeof KINDS[i].tokenizer);
        return SQLITE_OK;
      }

  return SQLITE_ERROR;
}

static void
on_deleted (Fts5Tokenizer *tokenizer)
{
  g_free (tokenizer);
}

static int
on_tokenized (Fts5Tokenizer *tokenizer,
              void          *context,
              int            flags,
              const char    *text,
              int            length,
              TokenFunc      func)
{
  const Tokenizer *self = (const Tokenizer *) tokenizer;
  gboolean query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  Sink sink = { func, context };

  if (text == NULL || length <= 0)
    return SQLITE_OK;

  return daybook_tokens_foreach (text, (gsize) length, query ? self->query : self->document, pass_on, &sink);
}

/* The API that FTS5 hands out through a query (fts5.html, "Extending FTS5"). */
static fts5_api *
find_fts5 (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  return api;
}

gboolean
daybook_tokenizer_register (sqlite3  *db,
                            GError  **error)
{
  fts5_tokenizer tokenizer = { on_created, on_deleted, on_tokenized };
  fts5_api *api = find_fts5 (db);

  if (api == NULL || api->xCreateTokenizer (api, "daybook", NULL, &tokenizer, NULL) != SQLITE_OK)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                           _("Searching does not work: this system’s SQLite was built without FTS5."));
      return FALSE;
    }

  return TRUE;
}
