/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/article-starters.h"

#include "core/article-edit.h"
#include "core/markdown-rewrite.h"
#include "core/shop.h"
#include "store/articles-resource.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/articles/"

/* --- Those that there are ------------------------------------------------------------------ */

static void
add_file (GPtrArray  **starters,
          const char  *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_articles_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
  g_autoptr(GError) error = NULL;
  DaybookArticleStarter *starter = daybook_article_starter_parse (text, name, &error);

  /* It is ours: a test reads each of them. */
  if (starter == NULL)
    g_warning ("%s", error->message);
  else
    g_ptr_array_add (starters[starter->language], starter);
}

static int
compare_starters (gconstpointer a,
                  gconstpointer b)
{
  return strcmp ((*(DaybookArticleStarter *const *) a)->key, (*(DaybookArticleStarter *const *) b)->key);
}

/* A GPtrArray for each language. */
static gpointer
read_all (gpointer data G_GNUC_UNUSED)
{
  GPtrArray **starters = g_new0 (GPtrArray *, DAYBOOK_N_LANGUAGES);
  g_auto(GStrv) names = g_resource_enumerate_children (daybook_articles_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    starters[i] = g_ptr_array_new ();
  for (char **name = names; name != NULL && *name != NULL; name++)
    add_file (starters, *name);
  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    g_ptr_array_sort (starters[i], compare_starters);
  return starters;
}

GPtrArray *
daybook_article_starters (DaybookLanguage language)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray **starters = g_once (&once, read_all, NULL);

  g_return_val_if_fail (language < DAYBOOK_N_LANGUAGES, NULL);
  return starters[language];
}

const DaybookArticleStarter *
daybook_article_starter_find (DaybookLanguage  language,
                              const char      *key)
{
  GPtrArray *starters = daybook_article_starters (language);

  for (guint i = 0; i < starters->len; i++)
    if (g_str_equal (((const DaybookArticleStarter *) g_ptr_array_index (starters, i))->key, key))
      return g_ptr_array_index (starters, i);

  return NULL;
}

/* --- Making articles of them --------------------------------------------------------------------- */

/* A link to a key becomes one to the article that is made of it. */
static char *
target_of (const DaybookMarkdownLink *link,
           gpointer                   data)
{
  const DaybookLanguage *language = data;
  char text[DAYBOOK_ID_STRING_SIZE];
  DaybookId id;

  if (link->kind != DAYBOOK_MARKDOWN_TO_ARTICLE)
    return NULL;

  daybook_article_starter_id (&id, link->target + strlen (DAYBOOK_MARKDOWN_ARTICLE_SCHEME), *language);
  daybook_id_print (&id, text);
  return g_strconcat (DAYBOOK_MARKDOWN_ARTICLE_SCHEME, text, NULL);
}

char *
daybook_article_starter_body (const DaybookArticleStarter *starter)
{
  DaybookLanguage language = starter->language;

  return daybook_markdown_rewrite_links (starter->body, -1, target_of, &language);
}

/* (transfer full) */
static DaybookRow *
make_draft (const DaybookArticleStarter *starter,
            const DaybookId             *owner,
            gint64                       now,
            GTimeZone                   *zone)
{
  DaybookRow *row = daybook_article_draft (owner, now, zone);
  DaybookLanguage language = starter->language;
  g_autofree char *body = daybook_article_starter_body (starter);

  daybook_article_starter_id (&row->id, starter->key, language);
  row->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text (starter->title);
  row->values[DAYBOOK_ARTICLE_KIND] = daybook_value_int (starter->kind);
  row->values[DAYBOOK_ARTICLE_STATE] = daybook_value_int (DAYBOOK_ARTICLE_IN_USE);
  row->values[DAYBOOK_ARTICLE_TOLD] = daybook_value_int (starter->told);
  row->values[DAYBOOK_ARTICLE_CATEGORY] = daybook_value_text (starter->category);
  row->values[DAYBOOK_ARTICLE_TAGS] = daybook_value_text (starter->tags);
  row->values[DAYBOOK_ARTICLE_LANGUAGE] = daybook_value_int (language);
  row->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text (body);
  row->values[DAYBOOK_ARTICLE_REVIEW_MONTHS] = daybook_value_int (starter->review_months);
  row->values[DAYBOOK_ARTICLE_REVIEW_BY] = daybook_value_int (daybook_article_review_after (now, starter->review_months, zone));
  row->values[DAYBOOK_ARTICLE_REGISTERS] = daybook_value_text (starter->registers);
  row->values[DAYBOOK_ARTICLE_STARTER] = daybook_value_text (starter->key);
  return row;
}

/* FALSE without error: the shop has none any more. */
static gboolean
find_owner (DaybookReader  *reader,
            DaybookId      *owner,
            GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT id FROM agents WHERE role = :owner AND deleted = 0 ORDER BY rowid LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":owner", DAYBOOK_ROLE_OWNER);
  return daybook_statement_next (statement, error) && daybook_column_id (statement, 0, owner);
}

gboolean
daybook_article_starters_add (DaybookEdit      *edit,
                              DaybookReader    *reader,
                              DaybookLanguage   language,
                              gint64            now,
                              guint            *n,
                              GError          **error)
{
  GPtrArray *starters = daybook_article_starters (language);
  GError *local = NULL;
  DaybookId owner;
  gboolean has_owner = find_owner (reader, &owner, &local);

  for (guint i = 0; local == NULL && i < starters->len; i++)
    {
      g_autoptr(DaybookRow) draft = make_draft (g_ptr_array_index (starters, i), has_owner ? &owner : NULL, now,
                                                daybook_store_get_zone (reader->store));

      /* Known, in the trash too: the shop has it, or had it. */
      if (daybook_row_key (reader->db, &daybook_articles, &draft->id, NULL, NULL, &local) != 0 || local != NULL
          || !daybook_article_add (edit, draft, NULL, now, &local))
        continue;
      if (n != NULL)
        (*n)++;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
