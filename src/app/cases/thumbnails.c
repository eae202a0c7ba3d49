/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/thumbnails.h"

#include "exchange/photo-part.h"
#include "exchange/small-file.h"
#include "store/attachments.h"
#include "store/task.h"

#include <glib/gstdio.h>

/* In bytes: one of 256 pixels has some tens of thousands. */
#define LARGEST (1024 * 1024)

typedef struct
{
  char               *folder; /* of the book */
  char               *hash;
  DaybookPictureSize  size;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_free (wish->folder);
  g_free (wish->hash);
  g_free (wish);
}

/* --- The cache ---------------------------------------------------------------- */

static char *
path_of (const char *hash)
{
  return g_build_filename (g_get_user_cache_dir (), "daybook", "thumbnails", hash, NULL);
}

/* What cannot be kept is made again next time. */
static void
keep (const char *hash,
      GBytes     *thumbnail)
{
  g_autofree char *path = path_of (hash);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (thumbnail, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("A thumbnail is not kept: %s", error != NULL ? error->message : folder);
}

static GBytes *
find (const char *hash)
{
  g_autofree char *path = path_of (hash);
  g_autofree char *content = NULL;
  gsize length;

  content = daybook_small_file_read (path, LARGEST, &length, NULL);
  return content != NULL && length <= LARGEST ? g_bytes_new (content, length) : NULL;
}

void
daybook_thumbnail_keep (const DaybookPhoto *photo)
{
  keep (photo->sha256, photo->thumbnail);
}

/* --- Loading ------------------------------------------------------------------ */

/* A book may be somebody else's, and a cache be damaged: headers first, as ever. */
static GdkTexture *
decode (GBytes  *bytes,
        GError **error)
{
  g_auto(DaybookPhotoPart) part = { 0 };

  return daybook_photo_part_find (bytes, &part, error) ? gdk_texture_new_from_bytes (part.bytes, error) : NULL;
}

static GdkTexture *
load_thumbnail (const Wish    *wish,
                GCancellable  *cancellable,
                GError       **error)
{
  /* Of what is missing none is shown, though it may still be known. */
  g_autoptr(GBytes) kept = daybook_attachments_has (wish->folder, wish->hash) ? find (wish->hash) : NULL;
  GdkTexture *texture = kept != NULL ? decode (kept, NULL) : NULL;
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GBytes) made = NULL;

  if (texture != NULL)
    return texture;

  whole = daybook_attachments_read (wish->folder, wish->hash, error);
  made = whole != NULL ? daybook_photo_make_thumbnail (whole, cancellable, error) : NULL;
  if (made == NULL)
    return NULL;

  keep (wish->hash, made);
  return decode (made, error);
}

static GdkTexture *
load_whole (const Wish  *wish,
            GError     **error)
{
  g_autoptr(GBytes) whole = daybook_attachments_read (wish->folder, wish->hash, error);

  return whole != NULL ? decode (whole, error) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Wish *wish = task_data;
  GError *error = NULL;
  GdkTexture *texture = wish->size == DAYBOOK_PICTURE_THUMBNAIL ? load_thumbnail (wish, cancellable, &error)
                                                                : load_whole (wish, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
daybook_picture_load_async (DaybookStore        *store,
                            const char          *hash,
                            DaybookPictureSize   size,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);
  Wish *wish = g_new0 (Wish, 1);

  wish->folder = g_strdup (daybook_store_get_folder (store));
  wish->hash = g_strdup (hash);
  wish->size = size;
  g_task_set_source_tag (task, daybook_picture_load_async);
  g_task_set_task_data (task, wish, free_wish);
  daybook_task_run_in_thread (task, load_in_thread);
}

GdkTexture *
daybook_picture_load_finish (DaybookStore  *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
