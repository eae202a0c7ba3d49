/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/articles-export.h"

#include "core/article.h"
#include "core/markdown-parts.h"
#include "core/markdown-rewrite.h"
#include "core/moment.h"
#include "core/shop.h"
#include "exchange/article-file.h"
#include "exchange/articles-paper.h"
#include "exchange/markdown-html.h"
#include "exchange/new-file.h"
#include "store/articles.h"
#include "store/attachments.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PICTURES "pictures"

/* --- What there is ---------------------------------------------------------------------------- */

typedef struct
{
  DaybookStore              *store;
  DaybookReader             *reader;
  const DaybookArticlesWish *wish;     /* or NULL */
  GPtrArray                 *rows;     /* by category, then title */
  GHashTable                *names;    /* id as text → the file's name */
  GHashTable                *pictures; /* hash → its file's name; those that stand in one of them */
  GPtrArray                 *written;  /* paths of what is there by now, folders first */
} Work;

static void
tell (Work  *work,
      guint  done)
{
  if (work->wish != NULL && work->wish->progress != NULL)
    work->wish->progress (done, work->rows->len, work->wish->data);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  static const guint FIELDS[] = { DAYBOOK_ARTICLE_CATEGORY, DAYBOOK_ARTICLE_TITLE };
  DaybookRow *first = *(DaybookRow *const *) a, *second = *(DaybookRow *const *) b;

  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const char *one = daybook_row_text (first, FIELDS[i]), *other = daybook_row_text (second, FIELDS[i]);
      /* What has no category comes last. */
      int by = (*one == '\0') != (*other == '\0') ? (*one == '\0' ? 1 : -1) : g_utf8_collate (one, other);

      if (by != 0)
        return by;
    }
  return daybook_id_compare (&first->id, &second->id);
}

/* (element-type DaybookRow) (transfer full) */
static GPtrArray *
read_meant (Work    *work,
            GError **error)
{
  const GArray *keys = work->wish != NULL ? work->wish->keys : NULL;

  return keys != NULL ? daybook_reader_rows (work->reader, &daybook_articles, (const gint64 *) (void *) keys->data, keys->len, error)
                      : daybook_reader_all (work->reader, &daybook_articles, error);
}

/* One that is retired is written where it is meant. */
static gboolean
is_written (Work             *work,
            const DaybookRow *row)
{
  return daybook_row_int (row, DAYBOOK_ARTICLE_DELETED) == 0
         && ((work->wish != NULL && work->wish->keys != NULL) || daybook_row_int (row, DAYBOOK_ARTICLE_STATE) != DAYBOOK_ARTICLE_RETIRED);
}

static gboolean
read_rows (Work    *work,
           GError **error)
{
  g_autoptr(GPtrArray) all = read_meant (work, error);

  work->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_written (work, g_ptr_array_index (all, i)))
      g_ptr_array_add (work->rows, daybook_row_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (work->rows, compare_rows);
  return all != NULL;
}

/* The hashes of the pictures that stand in them. (element-type utf8) (transfer full) */
static GHashTable *
find_used (Work *work)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < work->rows->len; i++)
    {
      const char *text = daybook_row_text (g_ptr_array_index (work->rows, i), DAYBOOK_ARTICLE_BODY);
      g_autoptr(DaybookMarkdown) body = strstr (text, DAYBOOK_MARKDOWN_PICTURE_SCHEME) != NULL ? daybook_markdown_parse (text, -1) : NULL;
      g_autoptr(GPtrArray) hashes = body != NULL ? daybook_markdown_targets (body, DAYBOOK_MARKDOWN_TO_PICTURE) : NULL;

      for (guint k = 0; hashes != NULL && k < hashes->len; k++)
        g_hash_table_add (used, g_strdup (g_ptr_array_index (hashes, k)));
    }
  return used;
}

static gboolean
read_pictures (Work    *work,
               GError **error)
{
  g_autoptr(GPtrArray) all = daybook_reader_all (work->reader, &daybook_pictures, error);
  g_autoptr(GHashTable) used = find_used (work);

  work->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *hash = daybook_row_text (g_ptr_array_index (all, i), DAYBOOK_PICTURE_HASH);
      const char *media = daybook_row_text (g_ptr_array_index (all, i), DAYBOOK_PICTURE_MEDIA);

      if (daybook_attachments_is_hash (hash) && g_hash_table_contains (used, hash))
        g_hash_table_insert (work->pictures, g_strdup (hash), g_strconcat (hash, g_str_equal (media, "image/png") ? ".png" : ".jpg", NULL));
    }
  return all != NULL;
}

/* No two are the same to any system. */
static void
name_files (Work *work)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  work->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < work->rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (work->rows, i);
      g_autofree char *base = daybook_article_file_name (daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
      char *name = g_strconcat (base, ".md", NULL);
      char *folded = g_utf8_casefold (name, -1);

      for (guint n = 2; !g_hash_table_add (taken, folded); n++)
        {
          g_free (name);
          name = g_strdup_printf ("%s %u.md", base, n);
          folded = g_utf8_casefold (name, -1);
        }
      g_hash_table_insert (work->names, daybook_id_to_string (&row->id), name);
    }
}

static gboolean
begin (Work                       *work,
       DaybookStore               *store,
       DaybookReader              *reader,
       const DaybookArticlesWish  *wish,
       GError                    **error)
{
  work->store = store;
  work->reader = reader;
  work->wish = wish;
  work->written = g_ptr_array_new_with_free_func (g_free);
  if (!read_rows (work, error) || !read_pictures (work, error))
    return FALSE;

  name_files (work);
  return TRUE;
}

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->rows, g_ptr_array_unref);
  g_clear_pointer (&work->names, g_hash_table_unref);
  g_clear_pointer (&work->pictures, g_hash_table_unref);
  g_clear_pointer (&work->written, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* What stands behind the scheme of a target, or NULL. */
static const char *
behind (const DaybookMarkdownLink *link,
        DaybookMarkdownLinkKind    kind,
        const char                *scheme)
{
  return link->kind == kind && g_str_has_prefix (link->target, scheme) ? link->target + strlen (scheme) : NULL;
}

static const char *
name_of (Work                      *work,
         const DaybookMarkdownLink *link)
{
  const char *id = behind (link, DAYBOOK_MARKDOWN_TO_ARTICLE, DAYBOOK_MARKDOWN_ARTICLE_SCHEME);

  return id != NULL ? g_hash_table_lookup (work->names, id) : NULL;
}

static const char *
picture_of (Work                      *work,
            const DaybookMarkdownLink *link)
{
  const char *hash = behind (link, DAYBOOK_MARKDOWN_TO_PICTURE, DAYBOOK_MARKDOWN_PICTURE_SCHEME);

  return hash != NULL ? g_hash_table_lookup (work->pictures, hash) : NULL;
}

/* --- A folder ----------------------------------------------------------------------------------- */

/* Brackets in a target would be written as they stand, and be read as another way of writing it. */
#define PLAIN_IN_TARGET "@!$&'*+,;="

static char *
target_in_folder (const DaybookMarkdownLink *link,
                  gpointer                   data)
{
  const char *name = name_of (data, link);
  const char *picture = picture_of (data, link);

  if (picture != NULL)
    return g_strconcat (PICTURES, "/", picture, NULL);
  return name != NULL ? g_uri_escape_string (name, PLAIN_IN_TARGET, TRUE) : NULL;
}

static gboolean
is_stopped (GCancellable  *cancellable,
            GError       **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("The export was stopped. No file was written."));
  return TRUE;
}

static gboolean
write_file (Work        *work,
            const char  *folder,
            const char  *name,
            const char  *content,
            gsize        length,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);

  if (file == NULL)
    return FALSE;

  daybook_new_file_write (file, content, length);
  if (!daybook_new_file_keep (file, error))
    return FALSE;

  g_ptr_array_add (work->written, g_steal_pointer (&path));
  return TRUE;
}

static gboolean
make_folder (Work        *work,
             const char  *folder,
             GError     **error)
{
  g_autoptr(GDir) dir = NULL;
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_mkdir (folder, 0700) == 0)
    {
      g_ptr_array_add (work->written, g_strdup (folder));
      return TRUE;
    }
  if (errno != EEXIST)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("The folder “%1$s” cannot be made: %2$s."), shown, g_strerror (errno));
      return FALSE;
    }
  if ((dir = g_dir_open (folder, 0, NULL)) != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("“%s” is no empty folder: articles are written into one of their own."), shown);
  return FALSE;
}

/* One that is missing beside the book is missing here. */
static gboolean
write_pictures (Work          *work,
                const char    *folder,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *inner = g_build_filename (folder, PICTURES, NULL);
  GHashTableIter iter;
  gpointer hash, name;

  if (g_hash_table_size (work->pictures) == 0)
    return TRUE;
  if (!make_folder (work, inner, error))
    return FALSE;

  g_hash_table_iter_init (&iter, work->pictures);
  while (g_hash_table_iter_next (&iter, &hash, &name))
    {
      g_autoptr(GBytes) content = daybook_attachments_read (daybook_store_get_folder (work->store), hash, NULL);

      if (is_stopped (cancellable, error))
        return FALSE;
      if (content != NULL && !write_file (work, inner, name, g_bytes_get_data (content, NULL), g_bytes_get_size (content), error))
        return FALSE;
    }
  return TRUE;
}

/* What the shop says of it in its own words. */
static void
find_facts (Work                *work,
            const DaybookRow    *row,
            DaybookArticleFacts *facts)
{
  g_autoptr(DaybookRow) first = daybook_article_revision_numbered (work->reader, row, 1, NULL);
  const DaybookId *owner = daybook_row_ref_id (row, DAYBOOK_ARTICLE_OWNER), *product = daybook_row_ref_id (row, DAYBOOK_ARTICLE_PRODUCT_OF);
  g_autoptr(DaybookRow) agent = owner != NULL ? daybook_reader_find (work->reader, &daybook_agents, owner, NULL) : NULL;
  g_autoptr(DaybookRow) of = product != NULL ? daybook_reader_find (work->reader, &daybook_products, product, NULL) : NULL;
  gint64 made;

  facts->owner = agent != NULL ? g_strdup (daybook_row_text (agent, DAYBOOK_AGENT_NAME)) : NULL;
  if (of != NULL)
    facts->product = g_strdup (daybook_row_text (of, DAYBOOK_PRODUCT_NUMBER));
  facts->changed = daybook_row_int (row, DAYBOOK_ARTICLE_CHANGED_AT);
  facts->created = first != NULL ? daybook_row_int (first, DAYBOOK_REVISION_AT) : facts->changed;
  if (daybook_id_made_at (&row->id, &made))
    facts->created = MIN (facts->created, made / 1000);
}

static gboolean
write_article_file (Work              *work,
                    const DaybookRow  *row,
                    const char        *folder,
                    GError           **error)
{
  g_auto(DaybookArticleFacts) facts = { { { 0 } }, NULL, NULL, 0, 0 };
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *body = daybook_markdown_rewrite_links (daybook_row_text (row, DAYBOOK_ARTICLE_BODY), -1, target_in_folder, work);
  g_autofree char *text = NULL;

  find_facts (work, row, &facts);
  text = daybook_article_file_write (row, &facts, daybook_store_get_zone (work->store), body);
  return write_file (work, folder, g_hash_table_lookup (work->names, id), text, strlen (text), error);
}

/* The newest first: a folder goes when it is empty. */
static void
take_back (Work *work)
{
  for (guint i = work->written->len; i > 0; i--)
    g_remove (g_ptr_array_index (work->written, i - 1));
}

static gboolean
write_folder (Work          *work,
              const char    *folder,
              GCancellable  *cancellable,
              GError       **error)
{
  if (!make_folder (work, folder, error))
    return FALSE;

  for (guint i = 0; i < work->rows->len; i++)
    {
      if (is_stopped (cancellable, error) || !write_article_file (work, g_ptr_array_index (work->rows, i), folder, error))
        return FALSE;
      tell (work, i + 1);
    }
  return write_pictures (work, folder, cancellable, error);
}

gboolean
daybook_articles_export_folder (DaybookStore               *store,
                                DaybookReader              *reader,
                                const DaybookArticlesWish  *wish,
                                const char                 *folder,
                                guint                      *n,
                                GCancellable               *cancellable,
                                GError                    **error)
{
  g_auto(Work) work = { NULL };

  if (!begin (&work, store, reader, wish, error))
    return FALSE;
  if (!write_folder (&work, folder, cancellable, error))
    {
      take_back (&work);
      return FALSE;
    }

  *n = work.rows->len;
  return TRUE;
}

/* --- One document in HTML ------------------------------------------------------------------------ */

static const char HEAD[] =
  "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n<style>\n"
  "body { font: 11pt/1.5 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff; }\n"
  "h1 { font-size: 1.8em; } h2 { font-size: 1.4em; border-bottom: 1px solid #bbb; } h3 { font-size: 1.2em; }\n"
  "table { border-collapse: collapse; } td, th { border: 1px solid #999; padding: .2em .5em; text-align: left; vertical-align: top; }\n"
  "blockquote { margin: .5em 0; padding-left: 1em; border-left: 3px solid #bbb; } pre { white-space: pre-wrap; background: #f4f4f4; padding: .5em; }\n"
  "img { max-width: 100%%; } nav ul { list-style: none; padding-left: 1em; } .told { color: #666; font-size: .9em; }\n"
  "@media print { body { margin: 0; max-width: none; font-size: 10pt; } a { color: inherit; text-decoration: none; }\n"
  "  article { break-before: page; } h2, h3, h4 { break-after: avoid; } table, img, blockquote, pre { break-inside: avoid; } }\n"
  "</style>\n</head>\n<body>\n<h1>%s</h1>\n<p class=\"told\">%s</p>\n";

/* An article in the same file, a picture within it. */
static char *
target_in_file (const DaybookMarkdownLink *link,
                gpointer                   data)
{
  Work *work = data;
  const char *hash = behind (link, DAYBOOK_MARKDOWN_TO_PICTURE, DAYBOOK_MARKDOWN_PICTURE_SCHEME);
  const char *picture = picture_of (work, link);
  g_autoptr(GBytes) content = NULL;
  g_autofree char *packed = NULL;

  if (name_of (work, link) != NULL)
    return g_strconcat ("#", link->target + strlen (DAYBOOK_MARKDOWN_ARTICLE_SCHEME), NULL);
  if (picture == NULL)
    return NULL;

  content = daybook_attachments_read (daybook_store_get_folder (work->store), hash, NULL);
  if (content == NULL)
    return NULL;

  packed = g_base64_encode (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  return g_strconcat (g_str_has_suffix (picture, ".png") ? "data:image/png;base64," : "data:image/jpeg;base64,", packed, NULL);
}

static void
write_text (DaybookNewFile *file,
            const char     *format,
            ...) G_GNUC_PRINTF (2, 3);

/* Every argument is escaped. */
static void
write_text (DaybookNewFile *file,
            const char     *format,
            ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  daybook_new_file_write (file, text, strlen (text));
}

static const char *
category_of (const DaybookRow *row)
{
  const char *category = daybook_row_text (row, DAYBOOK_ARTICLE_CATEGORY);

  return *category != '\0' ? category : _("Others");
}

static gboolean
begins_category (GPtrArray *rows,
                 guint      i)
{
  return i == 0 || !g_str_equal (category_of (g_ptr_array_index (rows, i)), category_of (g_ptr_array_index (rows, i - 1)));
}

static void
write_contents (DaybookNewFile *file,
                GPtrArray      *rows)
{
  write_text (file, "<nav>\n<h2>%s</h2>\n", _("Contents"));
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      g_autofree char *id = daybook_id_to_string (&row->id);

      if (begins_category (rows, i))
        write_text (file, "%s<h3>%s</h3>\n<ul>\n", "", category_of (row));
      write_text (file, "<li><a href=\"#%s\">%s</a></li>\n", id, daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
      if (i + 1 == rows->len || begins_category (rows, i + 1))
        write_text (file, "</ul>\n");
    }
  write_text (file, "</nav>\n");
}

static void
write_article (DaybookNewFile   *file,
               Work             *work,
               const DaybookRow *row)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (daybook_row_text (row, DAYBOOK_ARTICLE_BODY), -1);
  g_autofree char *html = daybook_markdown_to_html (body, target_in_file, work);

  write_text (file, "<article id=\"%s\">\n<h2>%s</h2>\n", id, daybook_row_text (row, DAYBOOK_ARTICLE_TITLE));
  daybook_new_file_write (file, html, strlen (html));
  write_text (file, "</article>\n");
}

static gboolean
write_html (Work          *work,
            const char    *path,
            const char    *shop,
            const char    *printed,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *language = g_strdelimit (g_strdup (daybook_language_code (daybook_language_here ())), "_", '-');
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);

  if (file == NULL)
    return FALSE;

  write_text (file, HEAD, language, shop, shop, printed);
  if (work->rows->len != 1)
    write_contents (file, work->rows);
  for (guint i = 0; i < work->rows->len; i++)
    {
      if (is_stopped (cancellable, error))
        return FALSE;
      write_article (file, work, g_ptr_array_index (work->rows, i));
      tell (work, i + 1);
    }
  write_text (file, "</body>\n</html>\n");
  return daybook_new_file_keep (file, error);
}

/* --- Either ----------------------------------------------------------------------------------------- */

gboolean
daybook_articles_format_find (const char            *path,
                              DaybookArticlesFormat *format)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  *format = g_str_has_suffix (small, ".pdf") ? DAYBOOK_ARTICLES_PDF : DAYBOOK_ARTICLES_HTML;
  return g_str_has_suffix (small, ".pdf") || g_str_has_suffix (small, ".html") || g_str_has_suffix (small, ".htm");
}

/* The name of the shop, for the head. (transfer full) */
static char *
find_shop (DaybookStore   *store,
           DaybookReader  *reader,
           GError        **error)
{
  g_autoptr(DaybookRow) shop = daybook_reader_find (reader, &daybook_shops, daybook_store_get_shop (store), error);

  if (shop == NULL)
    return NULL;

  return g_strdup (daybook_row_has (shop, DAYBOOK_SHOP_NAME) ? daybook_row_text (shop, DAYBOOK_SHOP_NAME) : _("Knowledge base"));
}

static GBytes *
read_picture (const char *hash,
              gpointer    data)
{
  Work *work = data;

  return g_hash_table_contains (work->pictures, hash) ? daybook_attachments_read (daybook_store_get_folder (work->store), hash, NULL) : NULL;
}

static DaybookPaper *
fill_paper (Work          *work,
            const char    *shop,
            const char    *printed,
            GCancellable  *cancellable,
            GError       **error)
{
  const DaybookArticlesWish *wish = work->wish;

  return daybook_articles_paper_fill (work->rows, shop, printed, read_picture, work, wish != NULL ? wish->progress : NULL,
                                      wish != NULL ? wish->data : NULL, cancellable, error);
}

static gboolean
write_pdf (Work          *work,
           const char    *path,
           const char    *shop,
           const char    *printed,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(DaybookPaper) paper = fill_paper (work, shop, printed, cancellable, error);
  g_autoptr(DaybookNewFile) file = paper != NULL ? daybook_new_file_create (path, error) : NULL;

  return file != NULL && daybook_paper_write (paper, file, cancellable, error) && daybook_new_file_keep (file, error);
}

gboolean
daybook_articles_export_file (DaybookStore               *store,
                              DaybookReader              *reader,
                              const DaybookArticlesWish  *wish,
                              const char                 *path,
                              DaybookArticlesFormat       format,
                              guint                      *n,
                              GCancellable               *cancellable,
                              GError                    **error)
{
  g_auto(Work) work = { NULL };
  g_autofree char *shop = find_shop (store, reader, error);
  g_autofree char *printed = daybook_moment_format_long (daybook_store_get_now (store), daybook_store_get_zone (store));

  if (shop == NULL || !begin (&work, store, reader, wish, error))
    return FALSE;

  *n = work.rows->len;
  return format == DAYBOOK_ARTICLES_HTML ? write_html (&work, path, shop, printed, cancellable, error)
                                         : write_pdf (&work, path, shop, printed, cancellable, error);
}

DaybookPaper *
daybook_articles_export_paper (DaybookStore               *store,
                               DaybookReader              *reader,
                               const DaybookArticlesWish  *wish,
                               GCancellable               *cancellable,
                               GError                    **error)
{
  g_auto(Work) work = { NULL };
  g_autofree char *shop = find_shop (store, reader, error);
  g_autofree char *printed = daybook_moment_format_long (daybook_store_get_now (store), daybook_store_get_zone (store));

  return shop != NULL && begin (&work, store, reader, wish, error) ? fill_paper (&work, shop, printed, cancellable, error) : NULL;
}
