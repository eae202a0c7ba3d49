/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-sources.h"

#include "app/cases/thumbnails.h"
#include "app/common/weak.h"
#include "core/article.h"
#include "core/markdown.h"

#include <string.h>

/* --- Articles ---------------------------------------------------------------------------- */

/* Photos of a text are in it; nothing turns to one alone. */
static gboolean
is_there (const DaybookMarkdownLink *link,
          gpointer                   data)
{
  g_autoptr(DaybookRow) row = NULL;
  DaybookId id;

  if (link->kind != DAYBOOK_MARKDOWN_TO_ARTICLE)
    return link->kind != DAYBOOK_MARKDOWN_TO_PICTURE;

  if (daybook_id_parse (link->target + strlen (DAYBOOK_MARKDOWN_ARTICLE_SCHEME), &id))
    row = daybook_reader_find (daybook_store_get_reader (data), &daybook_articles, &id, NULL);
  return row != NULL && daybook_row_int (row, DAYBOOK_FIELD_DELETED) == 0;
}

/* --- Pictures ----------------------------------------------------------------------------- */

/* A picture that is being read. */
typedef struct
{
  DaybookStore *store;
  char         *hash;
  gpointer      view; /* daybook_weak_new() */
} Loading;

static void
on_picture_loaded (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  Loading *loading = data;
  g_autoptr(DaybookMarkdownView) view = daybook_weak_take (loading->view);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = daybook_picture_load_finish (loading->store, result, &error);

  if (texture == NULL)
    g_debug ("A picture of an article cannot be shown: %s", error->message);
  if (view != NULL)
    daybook_markdown_view_set_picture (view, loading->hash, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  g_object_unref (loading->store);
  g_free (loading->hash);
  g_free (loading);
}

static void
on_picture_needed (DaybookMarkdownView *view,
                   const char          *hash,
                   DaybookStore        *store)
{
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading) { g_object_ref (store), g_strdup (hash), daybook_weak_new (view) };
  daybook_picture_load_async (store, hash, DAYBOOK_PICTURE_WHOLE, NULL, on_picture_loaded, loading);
}

void
daybook_article_sources_connect (DaybookMarkdownView *view,
                                 DaybookDesk         *desk)
{
  DaybookStore *store = daybook_desk_get_store (desk);

  daybook_markdown_view_set_reach (view, is_there, g_object_ref (store), g_object_unref);
  g_signal_connect_object (view, "picture-needed", G_CALLBACK (on_picture_needed), store, 0);
}
