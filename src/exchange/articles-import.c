/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/articles-import.h"

#include "core/article-edit.h"
#include "core/attachment.h"
#include "core/front-matter.h"
#include "core/markdown-rewrite.h"
#include "core/shop.h"
#include "exchange/article-file.h"
#include "exchange/docx-markdown.h"
#include "exchange/html-markdown.h"
#include "exchange/photo-batch.h"
#include "exchange/refuse.h"
#include "exchange/small-file.h"
#include "store/article-text.h"
#include "store/articles.h"
#include "store/attachments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file on its way: where it lies, and what of it is said to people. */
typedef struct
{
  char               *path;
  char               *root;  /* the folder that was named, or that the file is in: nothing beyond it is looked at */
  DaybookArticleFile *file;
  DaybookArticleFacts facts; /* what the file says beside the fields */
} Source;

typedef struct
{
  DaybookStore          *store;
  DaybookReader         *reader;
  GTimeZone             *zone;
  GCancellable          *cancellable;
  DaybookArticlesImport *import;
  GPtrArray             *sources; /* Source */
  GHashTable            *by_path; /* canonical path → Source */
  GHashTable            *claimed; /* DaybookId * of articles that a file has */
} Work;

static void
free_file (gpointer data)
{
  DaybookArticleFile *file = data;

  g_free (file->file);
  g_clear_pointer (&file->before, daybook_row_unref);
  g_clear_pointer (&file->after, daybook_row_unref);
  g_ptr_array_unref (file->pictures);
  g_ptr_array_unref (file->remarks);
  g_free (file);
}

static void
free_refusal (gpointer data)
{
  DaybookArticleRefusal *refusal = data;

  g_free (refusal->file);
  g_free (refusal->why);
  g_free (refusal);
}

static void
free_source (gpointer data)
{
  Source *source = data;

  g_free (source->path);
  g_free (source->root);
  daybook_article_facts_clear (&source->facts);
  g_clear_pointer (&source->file, free_file);
  g_free (source);
}

static void
free_picture (gpointer data)
{
  DaybookBatchPhoto *one = data;

  g_free (one->name);
  daybook_photo_free (one->photo);
  g_free (one);
}

void
daybook_articles_import_free (DaybookArticlesImport *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->refused);
  g_free (self);
}

guint
daybook_articles_import_count (DaybookArticlesImport *self,
                               DaybookArticleComes    comes)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += ((const DaybookArticleFile *) g_ptr_array_index (self->files, i))->comes == comes;
  return n;
}

/* Takes over `why`, which may name the file once more. */
static void
refuse (Work       *work,
        const char *file,
        char       *why)
{
  DaybookArticleRefusal *refusal = g_new0 (DaybookArticleRefusal, 1);
  g_autofree char *base = g_path_get_basename (file);
  const char *reason = g_str_has_prefix (why, base) ? why + strlen (base) : why;

  /* "cups.md: the line …", in Chinese with a colon as wide as a character. */
  if (reason != why && g_str_has_prefix (reason, ": "))
    reason += strlen (": ");
  else if (reason != why && g_str_has_prefix (reason, "："))
    reason += strlen ("：");
  refusal->file = g_filename_display_name (file);
  refusal->why = g_strdup (reason);
  g_free (why);
  g_ptr_array_add (work->import->refused, refusal);
}

/* --- Which files ------------------------------------------------------------------------- */

static void
add_source (Work       *work,
            const char *path,
            const char *root,
            const char *shown)
{
  DaybookArticleFileKind kind;
  Source *source;

  if (!daybook_article_file_kind (path, &kind))
    return;

  source = g_new0 (Source, 1);
  source->path = g_canonicalize_filename (path, NULL);
  source->root = g_canonicalize_filename (root, NULL);
  source->file = g_new0 (DaybookArticleFile, 1);
  source->file->file = g_filename_display_name (shown);
  source->file->pictures = g_ptr_array_new_with_free_func (free_picture);
  source->file->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (work->sources, source);
  g_hash_table_insert (work->by_path, source->path, source);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* (element-type filename) (transfer full) */
static GPtrArray *
list_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Links to other folders are not followed: they may lead back. */
static void
add_folder (Work       *work,
            const char *path,
            const char *root,
            const char *shown,
            guint       depth)
{
  g_autoptr(GPtrArray) names = list_folder (path);

  for (guint i = 0; i < names->len && work->sources->len < DAYBOOK_ARTICLES_IMPORT_MOST; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *inner = g_build_filename (path, name, NULL);
      g_autofree char *below = *shown != '\0' ? g_build_filename (shown, name, NULL) : g_strdup (name);

      if (g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (!g_file_test (inner, G_FILE_TEST_IS_DIR))
        add_source (work, inner, root, below);
      else if (depth < DAYBOOK_ARTICLES_IMPORT_DEPTH)
        add_folder (work, inner, root, below, depth + 1);
    }
}

static void
add_path (Work       *work,
          const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  DaybookArticleFileKind kind;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    add_folder (work, path, path, "", 1);
  else if (daybook_article_file_kind (path, &kind))
    add_source (work, path, folder, path);
  else
    refuse (work, path, g_strdup (_("Only Markdown, HTML and Word’s .docx are read.")));
}

/* --- What is in them ------------------------------------------------------------------------ */

/* As UTF-8. (transfer full) */
static char *
load_text (const char  *path,
           gsize       *length,
           GError     **error)
{
  g_autoptr(GError) reason = NULL;
  g_autofree char *content = daybook_small_file_read (path, DAYBOOK_ARTICLES_IMPORT_TEXT_MAX, length, &reason);
  char *text;

  if (content == NULL)
    daybook_refuse (error, _("It cannot be read: %s."), reason->message);
  else if (*length > DAYBOOK_ARTICLES_IMPORT_TEXT_MAX)
    daybook_refuse (error, _("It is larger than %d MB."), DAYBOOK_ARTICLES_IMPORT_TEXT_MAX / (1024 * 1024));
  else if (memchr (content, '\0', *length) != NULL)
    daybook_refuse (error, _("This is no text."));
  else if (g_utf8_validate (content, (gssize) *length, NULL))
    return g_steal_pointer (&content);
  else if ((text = g_convert (content, (gssize) *length, "UTF-8", "GB18030", NULL, length, NULL)) != NULL)
    return text;
  else
    daybook_refuse (error, _("It is neither UTF-8 nor GB18030: save it again as UTF-8."));
  return NULL;
}

static char *
load_docx (Source  *source,
           GError **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (source->path);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  guint n_pictures = 0;
  char *text;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > DAYBOOK_ARTICLES_IMPORT_WORD_MAX)
    {
      daybook_refuse (error, _("It cannot be read, or is larger than %d MB."), DAYBOOK_ARTICLES_IMPORT_WORD_MAX / (1024 * 1024));
      return NULL;
    }

  text = daybook_docx_to_markdown (source->path, &n_pictures, error);
  if (text != NULL && n_pictures > 0)
    g_ptr_array_add (source->file->remarks, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u picture was left out: add it here.", "%u pictures were left out: add them here.", n_pictures), n_pictures));
  return text;
}

/* What the file says, as Markdown, in front of it a title that it has of its own. (transfer full) */
static char *
load (Source  *source,
      GError **error)
{
  DaybookArticleFileKind kind = DAYBOOK_ARTICLE_FILE_MARKDOWN;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GString) whole = NULL;
  gsize length = 0;

  daybook_article_file_kind (source->path, &kind);
  if (kind == DAYBOOK_ARTICLE_FILE_DOCX)
    return load_docx (source, error);
  if ((text = load_text (source->path, &length, error)) == NULL || kind == DAYBOOK_ARTICLE_FILE_MARKDOWN)
    return g_steal_pointer (&text);

  g_autofree char *body = daybook_html_to_markdown (text, length, &title);
  if (title == NULL || g_str_has_prefix (body, "# "))
    return g_steal_pointer (&body);

  whole = g_string_new ("---\n");
  daybook_front_matter_write (whole, "title", title);
  g_string_append_printf (whole, "---\n%s", body);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* The article that it is of, as the book has it: by id, else by title. */
static gboolean
find_before (Work    *work,
             Source  *source,
             GError **error)
{
  GError *local = NULL;
  DaybookId id = source->facts.id;

  if (daybook_id_is_null (&id)
      && !daybook_article_find_titled (work->reader, daybook_row_text (source->file->after, DAYBOOK_ARTICLE_TITLE), &id, &local))
    {
      /* Of several with the title none is meant. */
      if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT))
        g_clear_error (&local);
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  source->file->before = daybook_reader_find (work->reader, &daybook_articles, &id, &local);
  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  /* One in the trash comes back as a new one. */
  if (source->file->before != NULL && daybook_row_int (source->file->before, DAYBOOK_ARTICLE_DELETED) != 0)
    g_clear_pointer (&source->file->before, daybook_row_unref);
  return local == NULL;
}

/* Two files cannot be the same article. */
static void
claim (Work   *work,
       Source *source)
{
  if (g_hash_table_add (work->claimed, &source->file->after->id))
    return;

  refuse (work, source->file->file, g_strdup (_("Another of these files is the same article.")));
  g_clear_pointer (&source->file, free_file);
}

/* A new one is as old as its file says: its id tells when it was made. */
static void
take_dates (Work   *work,
            Source *source)
{
  DaybookRow *row = source->file->after;
  gint64 now = daybook_store_get_now (work->store);

  if (!daybook_id_is_null (&source->facts.id))
    row->id = source->facts.id;
  else if (source->facts.created != 0)
    daybook_id_fresh (&row->id, CLAMP (source->facts.created, 0, now) * 1000);
  source->file->changed = MIN (source->facts.changed, now);
  if (daybook_row_int (row, DAYBOOK_ARTICLE_READ_BY) >= now || !daybook_row_has (row, DAYBOOK_ARTICLE_READ_BY))
    return;

  g_ptr_array_add (source->file->remarks, g_strdup (_("The time until which it was to be read is over: it was left out.")));
  daybook_value_clear (&row->values[DAYBOOK_ARTICLE_READ_BY]);
}

/* FALSE only where it is of no use to go on; a file that is not read is refused. */
static gboolean
read_source (Work    *work,
             Source  *source,
             GError **error)
{
  g_autofree char *name = g_path_get_basename (source->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(GError) reason = NULL;
  g_autofree char *text = load (source, &reason);
  DaybookRow *row = daybook_article_draft (daybook_store_get_agent (work->store), daybook_store_get_now (work->store), daybook_store_get_zone (work->store));

  source->file->after = row;
  if (text == NULL || !daybook_article_file_read (text, shown, work->zone, row, &source->facts, source->file->remarks, &reason))
    {
      refuse (work, source->file->file, g_strdup (reason->message));
      g_clear_pointer (&source->file, free_file);
      return TRUE;
    }
  if (!find_before (work, source, error))
    return FALSE;

  if (source->file->before == NULL)
    {
      take_dates (work, source);
      claim (work, source);
      return TRUE;
    }

  /* What the file does not say stays as it is. */
  g_autoptr(GPtrArray) twice = g_ptr_array_new_with_free_func (g_free);
  source->file->after = daybook_row_copy (source->file->before);
  g_clear_pointer (&row, daybook_row_unref);
  daybook_value_clear (&source->file->after->values[DAYBOOK_ARTICLE_TITLE]);
  daybook_article_facts_clear (&source->facts);
  if (!daybook_article_file_read (text, shown, work->zone, source->file->after, &source->facts, twice, error))
    return FALSE;
  claim (work, source);
  return TRUE;
}

/* --- Links and pictures ---------------------------------------------------------------------------- */

typedef struct
{
  Work      *work;
  Source    *source;
  GPtrArray *known; /* pictures that the article has; rows */
} Rewriting;

/* The file that a relative target names, if it lies where the person looked. (transfer full), or NULL */
static char *
path_of (Source     *source,
         const char *target)
{
  g_autofree char *bare = g_strndup (target, strcspn (target, "#?"));
  g_autofree char *name = g_uri_unescape_string (bare, NULL);
  g_autofree char *folder = g_path_get_dirname (source->path);
  g_autofree char *path = NULL;
  g_autofree char *inside = g_strconcat (source->root, G_DIR_SEPARATOR_S, NULL);

  if (name == NULL || *name == '\0' || g_path_is_absolute (name))
    return NULL;

  path = g_canonicalize_filename (name, folder);
  return g_str_has_prefix (path, inside) ? g_steal_pointer (&path) : NULL;
}

/* (transfer full), or NULL */
static char *
target_of_hash (const char *hash)
{
  return g_strconcat (DAYBOOK_MARKDOWN_PICTURE_SCHEME, hash, NULL);
}

/* One that the article has already is not encoded anew. (transfer full), or NULL */
static char *
find_known (Rewriting *self,
            GBytes    *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  for (guint i = 0; i < self->known->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (self->known, i), DAYBOOK_PICTURE_HASH), hash))
      return target_of_hash (hash);

  return NULL;
}

static gboolean
has_picture (DaybookArticleFile *file,
             const char         *hash)
{
  for (guint i = 0; i < file->pictures->len; i++)
    if (g_str_equal (((const DaybookBatchPhoto *) g_ptr_array_index (file->pictures, i))->photo->sha256, hash))
      return TRUE;

  return FALSE;
}

static void
keep_picture (DaybookArticleFile *file,
              DaybookPhoto       *photo,
              const char         *name)
{
  DaybookBatchPhoto *one = g_new0 (DaybookBatchPhoto, 1);

  one->name = daybook_attachment_name (name, photo->type);
  one->size = g_bytes_get_size (photo->bytes);
  g_clear_pointer (&photo->bytes, g_bytes_unref);
  one->photo = photo;
  g_ptr_array_add (file->pictures, one);
}

/* What is refused stays as it is written, with a sentence. (transfer full), or NULL */
static char *
take_picture (Rewriting  *self,
              const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr(GError) reason = NULL;
  gsize length = 0;
  g_autofree char *content = daybook_small_file_read (path, DAYBOOK_PHOTO_FILE_MAX, &length, &reason);
  g_autoptr(GBytes) bytes = content != NULL ? g_bytes_new (content, length) : NULL;
  g_autofree char *target = bytes != NULL ? find_known (self, bytes) : NULL;
  g_autoptr(DaybookPhoto) photo = bytes != NULL && target == NULL ? daybook_photo_read (bytes, self->work->cancellable, &reason) : NULL;

  if (target != NULL)
    return g_steal_pointer (&target);
  if (photo == NULL || !daybook_attachments_keep (daybook_store_get_folder (self->work->store), photo->sha256, photo->bytes, &reason))
    {
      /* Translators: the name of a picture, and why it was not read: a sentence. */
      g_ptr_array_add (self->source->file->remarks, g_strdup_printf (_("The picture “%1$s” stays out: %2$s"), name, reason->message));
      return NULL;
    }

  target = target_of_hash (photo->sha256);
  if (!has_picture (self->source->file, photo->sha256))
    keep_picture (self->source->file, g_steal_pointer (&photo), name);
  return g_steal_pointer (&target);
}

static char *
rewrite (const DaybookMarkdownLink *link,
         gpointer                   data)
{
  Rewriting *self = data;
  g_autofree char *path = link->kind == DAYBOOK_MARKDOWN_NOWHERE ? path_of (self->source, link->target) : NULL;
  Source *other = path != NULL ? g_hash_table_lookup (self->work->by_path, path) : NULL;

  if (path != NULL && link->is_picture && !g_cancellable_is_cancelled (self->work->cancellable))
    return take_picture (self, path);
  if (other == NULL || other->file == NULL)
    return NULL;

  g_autofree char *id = daybook_id_to_string (&other->file->after->id);
  return g_strconcat (DAYBOOK_MARKDOWN_ARTICLE_SCHEME, id, NULL);
}

/* Registers that this shop has not: the article comes without them. */
static gboolean
make_ready (Work    *work,
            Source  *source,
            GError **error)
{
  DaybookArticleFile *file = source->file;
  GError *local = NULL;

  if (daybook_article_make_ready (work->reader, file->before, file->after, &local))
    return TRUE;
  if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  /* Translators: %s is a sentence, such as “There is no register “returns”.” */
  g_ptr_array_add (file->remarks, g_strdup_printf (_("%s The article comes as the procedure of none."), local->message));
  g_error_free (local);
  daybook_value_clear (&file->after->values[DAYBOOK_ARTICLE_REGISTERS]);
  if (file->before != NULL)
    file->after->values[DAYBOOK_ARTICLE_REGISTERS] = daybook_value_copy (&file->before->values[DAYBOOK_ARTICLE_REGISTERS]);
  return daybook_article_make_ready (work->reader, file->before, file->after, error);
}

/* --- Who keeps it, and of what it is the page --------------------------------------------------------- */

static void
put_id (DaybookRow      *row,
        guint            field,
        const DaybookId *id)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = daybook_value_id (id);
}

/* By name or code; of two that are called so, neither. */
static gboolean
take_owner (Work    *work,
            Source  *source,
            GError **error)
{
  const char *name = source->facts.owner;
  g_autoptr(GPtrArray) agents = name != NULL ? daybook_reader_all (work->reader, &daybook_agents, error) : NULL;
  const DaybookRow *found = NULL;
  guint n = 0;

  if (name == NULL)
    return TRUE;

  for (guint i = 0; agents != NULL && i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);

      if (!g_str_equal (daybook_row_text (agent, DAYBOOK_AGENT_NAME), name) && !g_str_equal (daybook_row_text (agent, DAYBOOK_AGENT_CODE), name))
        continue;
      found = agent;
      n++;
    }
  if (n == 1)
    put_id (source->file->after, DAYBOOK_ARTICLE_OWNER, &found->id);
  else if (agents != NULL)
    g_ptr_array_add (source->file->remarks, g_strdup_printf (_("“%s”, who keeps it in the file, is nobody here: that was left out."), name));
  return agents != NULL;
}

static gboolean
take_product (Work    *work,
              Source  *source,
              GError **error)
{
  const char *number = source->facts.product;
  GError *local = NULL;
  DaybookId id;

  if (number == NULL)
    return TRUE;
  if (daybook_product_numbered (work->reader, number, &id, &local))
    put_id (source->file->after, DAYBOOK_ARTICLE_PRODUCT_OF, &id);
  else if (local == NULL)
    g_ptr_array_add (source->file->remarks, g_strdup_printf (_("There is no product “%s” here: the article comes as the page of none."), number));
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static DaybookArticleComes
compare (const DaybookArticleFile *file)
{
  if (file->before == NULL)
    return DAYBOOK_ARTICLE_COMES_NEW;

  for (guint i = 0; i < DAYBOOK_ARTICLE_N_FIELDS; i++)
    if (!daybook_value_equal (&file->before->values[i], &file->after->values[i]))
      return DAYBOOK_ARTICLE_COMES_CHANGED;
  return file->pictures->len > 0 ? DAYBOOK_ARTICLE_COMES_CHANGED : DAYBOOK_ARTICLE_COMES_SAME;
}

/* A file ends with the end of a line, also where the text in the book does not. */
static void
put_body (DaybookArticleFile *file,
          char               *body)
{
  const char *before = file->before != NULL ? daybook_row_text (file->before, DAYBOOK_ARTICLE_BODY) : "";
  gsize length = strlen (body);

  if (length > 0 && body[length - 1] == '\n' && strlen (before) == length - 1 && strncmp (before, body, length - 1) == 0)
    body[length - 1] = '\0';
  daybook_value_clear (&file->after->values[DAYBOOK_ARTICLE_BODY]);
  file->after->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text (*body != '\0' ? body : NULL);
}

/* FALSE only where it is of no use to go on. */
static gboolean
settle (Work    *work,
        Source  *source,
        GError **error)
{
  DaybookArticleFile *file = source->file;
  Rewriting rewriting = { .work = work, .source = source };
  g_autoptr(GError) reason = NULL;
  g_autofree char *body = NULL;

  rewriting.known = daybook_reader_parts (work->reader, &daybook_pictures, DAYBOOK_PICTURE_ARTICLE, &file->after->id, error);
  if (rewriting.known == NULL)
    return FALSE;

  body = daybook_markdown_rewrite_links (daybook_row_text (file->after, DAYBOOK_ARTICLE_BODY), -1, rewrite, &rewriting);
  g_ptr_array_unref (rewriting.known);
  put_body (file, body);
  if (!make_ready (work, source, error) || !take_owner (work, source, error) || !take_product (work, source, error))
    return FALSE;

  if (daybook_article_check (file->before, file->after, daybook_store_get_now (work->store), &reason))
    file->comes = compare (file);
  else
    {
      refuse (work, file->file, g_strdup (reason->message));
      g_clear_pointer (&source->file, free_file);
    }
  return TRUE;
}

static gboolean
read_all (Work                   *work,
          GFileProgressCallback   progress,
          gpointer                data,
          GError                **error)
{
  for (guint step = 0; step < 2; step++)
    for (guint i = 0; i < work->sources->len; i++)
      {
        Source *source = g_ptr_array_index (work->sources, i);

        if (g_cancellable_set_error_if_cancelled (work->cancellable, error))
          return FALSE;
        if (source->file != NULL && !(step == 0 ? read_source (work, source, error) : settle (work, source, error)))
          return FALSE;
        /* Half of it is to read, half to settle what leads where. */
        if (progress != NULL)
          progress ((step * work->sources->len + i + 1) / 2, work->sources->len, data);
      }
  return TRUE;
}

DaybookArticlesImport *
daybook_articles_import_read (DaybookStore           *store,
                              DaybookReader          *reader,
                              char                  **paths,
                              GFileProgressCallback   progress,
                              gpointer                progress_data,
                              GCancellable           *cancellable,
                              GError                **error)
{
  g_autoptr(DaybookArticlesImport) import = g_new0 (DaybookArticlesImport, 1);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (free_source);
  g_autoptr(GHashTable) by_path = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) claimed = g_hash_table_new (daybook_id_hash, daybook_id_equal);
  Work work = { store, reader, daybook_store_get_zone (store), cancellable, import, sources, by_path, claimed };

  import->files = g_ptr_array_new_with_free_func (free_file);
  import->refused = g_ptr_array_new_with_free_func (free_refusal);
  for (char **path = paths; *path != NULL; path++)
    add_path (&work, *path);
  if (!read_all (&work, progress, progress_data, error))
    return NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      Source *source = g_ptr_array_index (sources, i);

      if (source->file != NULL)
        g_ptr_array_add (import->files, g_steal_pointer (&source->file));
    }
  return g_steal_pointer (&import);
}

/* --- The act ------------------------------------------------------------------------------------ */

static gboolean
add_file (DaybookEdit              *edit,
          const DaybookArticleFile *file,
          const DaybookId          *agent,
          gint64                    now,
          GError                  **error)
{
  gboolean added = file->before == NULL ? daybook_article_add (edit, file->after, agent, file->changed != 0 ? file->changed : now, error)
                                        : daybook_article_change (edit, file->before, file->after, file->file, agent, now, error);

  for (guint i = 0; added && i < file->pictures->len; i++)
    {
      const DaybookAttachment picture = daybook_batch_photo_describe (g_ptr_array_index (file->pictures, i));

      daybook_article_add_picture (edit, &file->after->id, &picture, agent, now);
    }
  return added;
}

DaybookEdit *
daybook_articles_import_act (DaybookArticlesImport *self,
                             const DaybookId       *agent,
                             gint64                 now,
                             GError               **error)
{
  guint n = self->files->len - daybook_articles_import_count (self, DAYBOOK_ARTICLE_COMES_SAME);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article imported", "%u articles imported", n), n);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);

  for (guint i = 0; i < self->files->len; i++)
    {
      const DaybookArticleFile *file = g_ptr_array_index (self->files, i);

      if (file->comes != DAYBOOK_ARTICLE_COMES_SAME && !add_file (edit, file, agent, now, error))
        return NULL;
    }
  return g_steal_pointer (&edit);
}
