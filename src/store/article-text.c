/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/article-text.h"

#include "core/article.h"
#include "core/han.h"
#include "core/markdown-parts.h"
#include "core/markdown-rewrite.h"
#include "store/reader-private.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
put_text (DaybookRow *row,
          guint       field,
          const char *text)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = daybook_value_text (text);
}

/* --- Titles ----------------------------------------------------------------------------- */

/* (transfer full) */
static char *
fold_title (const char *title)
{
  g_autofree char *copy = g_strstrip (g_strdup (title));

  return daybook_han_fold (copy);
}

/* Of each title, folded, the target of the article; "" where several have it. `but`: left out; or NULL. (transfer full) */
static GHashTable *
read_titles (DaybookReader     *reader,
             const DaybookRow  *but,
             GError           **error)
{
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, "SELECT id, title FROM articles WHERE deleted = 0", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, &local))
    {
      char *folded = fold_title (daybook_column_text (statement, 1));
      char id[DAYBOOK_ID_STRING_SIZE];
      DaybookId of;

      if (!daybook_column_id (statement, 0, &of) || (but != NULL && daybook_id_equal (&of, &but->id)))
        {
          g_free (folded);
          continue;
        }
      daybook_id_print (&of, id);
      g_hash_table_insert (titles, folded, g_hash_table_contains (titles, folded) ? g_strdup ("") : g_strconcat (DAYBOOK_MARKDOWN_ARTICLE_SCHEME, id, NULL));
    }
  if (local == NULL)
    return g_steal_pointer (&titles);

  g_propagate_error (error, local);
  return NULL;
}

static char *
target_of (const char *title,
           gpointer    data)
{
  g_autofree char *folded = fold_title (title);
  const char *target = g_hash_table_lookup (data, folded);

  return target != NULL && *target != '\0' ? g_strdup (target) : NULL;
}

gboolean
daybook_article_find_titled (DaybookReader  *reader,
                             const char     *title,
                             DaybookId      *id,
                             GError        **error)
{
  g_autoptr(GHashTable) titles = read_titles (reader, NULL, error);
  g_autofree char *folded = fold_title (title);
  const char *target = titles != NULL ? g_hash_table_lookup (titles, folded) : NULL;

  if (target == NULL)
    return FALSE;
  if (*target != '\0')
    return daybook_id_parse (target + strlen (DAYBOOK_MARKDOWN_ARTICLE_SCHEME), id);

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT, _("Several articles are called “%s”: name one by its id."), title);
  return FALSE;
}

static gboolean
link_titles (DaybookReader  *reader,
             DaybookRow     *after,
             GError        **error)
{
  const char *body = daybook_row_text (after, DAYBOOK_ARTICLE_BODY);
  g_autoptr(GHashTable) titles = NULL;
  g_autofree char *linked = NULL;

  if (strstr (body, "[[") == NULL)
    return TRUE;
  if ((titles = read_titles (reader, after, error)) == NULL)
    return FALSE;

  linked = daybook_markdown_link_titles (body, -1, target_of, titles);
  put_text (after, DAYBOOK_ARTICLE_BODY, linked);
  return TRUE;
}

/* --- Places --------------------------------------------------------------------------------- */

static gboolean
check_place (DaybookReader  *reader,
             const char     *place,
             GError        **error)
{
  g_auto(GStrv) parts = g_strsplit (place, "/", 2);
  DaybookRegister *definition = daybook_reader_register (reader, parts[0]);

  if (definition == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("There is no register “%s”."), parts[0]);
  else if (parts[1] != NULL && daybook_register_find_stage (definition, parts[1]) < 0)
    /* Translators: a register, and a stage. */
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The register “%1$s” has no stage “%2$s”."), parts[0], parts[1]);
  else
    return TRUE;

  return FALSE;
}

/* In one form: single blanks between them. What stood there before stays, even where the register is gone. */
static gboolean
check_places (DaybookReader     *reader,
              const DaybookRow  *before,
              DaybookRow        *after,
              GError           **error)
{
  g_auto(GStrv) old = g_strsplit (before != NULL ? daybook_row_text (before, DAYBOOK_ARTICLE_REGISTERS) : "", " ", -1);
  g_auto(GStrv) places = g_strsplit_set (daybook_row_text (after, DAYBOOK_ARTICLE_REGISTERS), " ,\t\n", -1);
  g_autoptr(GString) even = g_string_new (NULL);

  for (char **place = places; *place != NULL; place++)
    {
      if (**place == '\0')
        continue;
      if (!g_strv_contains ((const char *const *) old, *place) && !check_place (reader, *place, error))
        return FALSE;
      g_string_append_printf (even, "%s%s", even->len > 0 ? " " : "", *place);
    }
  put_text (after, DAYBOOK_ARTICLE_REGISTERS, even->len > 0 ? even->str : NULL);
  return TRUE;
}

gboolean
daybook_article_make_ready (DaybookReader     *reader,
                            const DaybookRow  *before,
                            DaybookRow        *after,
                            GError           **error)
{
  g_autofree char *title = g_strstrip (g_strdup (daybook_row_text (after, DAYBOOK_ARTICLE_TITLE)));

  put_text (after, DAYBOOK_ARTICLE_TITLE, *title != '\0' ? title : NULL);
  return check_places (reader, before, after, error) && link_titles (reader, after, error);
}

/* --- Links ------------------------------------------------------------------------------------ */

static void
free_link (gpointer data)
{
  DaybookArticleLink *link = data;

  g_free (link->title);
  g_free (link);
}

static DaybookArticleLink *
read_link (DaybookReader  *reader,
           const char     *target,
           GError        **error)
{
  DaybookArticleLink *link = g_new0 (DaybookArticleLink, 1);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(GError) local = NULL;

  if (!daybook_id_parse (target, &link->id))
    return link;

  row = daybook_reader_find (reader, &daybook_articles, &link->id, &local);
  if (row != NULL && daybook_row_int (row, DAYBOOK_ARTICLE_DELETED) == 0)
    link->title = g_strdup (daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
  if (local == NULL || g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    return link;

  g_propagate_error (error, g_steal_pointer (&local));
  free_link (link);
  return NULL;
}

GPtrArray *
daybook_article_links (DaybookReader     *reader,
                       const DaybookRow  *article,
                       GError           **error)
{
  g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (daybook_row_text (article, DAYBOOK_ARTICLE_BODY), -1);
  g_autoptr(GPtrArray) targets = daybook_markdown_targets (body, DAYBOOK_MARKDOWN_TO_ARTICLE);
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func (free_link);

  for (guint i = 0; i < targets->len; i++)
    {
      DaybookArticleLink *link = read_link (reader, g_ptr_array_index (targets, i), error);

      if (link == NULL)
        return NULL;
      g_ptr_array_add (links, link);
    }
  return g_steal_pointer (&links);
}
