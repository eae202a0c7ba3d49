/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/photo-batch.h"

#include "core/attachment.h"
#include "exchange/small-file.h"
#include "store/attachments.h"

#include <glib/gi18n-lib.h>

static void
free_photo (gpointer data)
{
  DaybookBatchPhoto *one = data;

  g_free (one->name);
  daybook_photo_free (one->photo);
  g_free (one);
}

static void
free_refusal (gpointer data)
{
  DaybookBatchRefusal *one = data;

  g_free (one->name);
  g_free (one->reason);
  g_free (one);
}

DaybookPhotoBatch *
daybook_photo_batch_new (DaybookStore     *store,
                         DaybookReader    *reader,
                         const DaybookId  *of,
                         GError          **error)
{
  g_autoptr(GPtrArray) rows = of != NULL ? daybook_reader_parts (reader, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, of, error)
                                         : g_ptr_array_new ();
  DaybookPhotoBatch *self = NULL;

  if (rows == NULL)
    return NULL;

  self = g_new0 (DaybookPhotoBatch, 1);
  self->folder = g_strdup (daybook_store_get_folder (store));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->photos = g_ptr_array_new_with_free_func (free_photo);
  self->refused = g_ptr_array_new_with_free_func (free_refusal);
  self->same = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (self->known, g_strdup (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_ATTACHMENT_HASH)));
  return self;
}

void
daybook_photo_batch_free (DaybookPhotoBatch *self)
{
  g_free (self->folder);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->photos);
  g_ptr_array_unref (self->refused);
  g_ptr_array_unref (self->same);
  g_free (self);
}

/* --- Reading ------------------------------------------------------------------ */

/* Of a folder that is no local one: no more than is looked at. */
static GBytes *
read_stream (GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guint8 *content = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  content = g_malloc (DAYBOOK_PHOTO_FILE_MAX + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content, DAYBOOK_PHOTO_FILE_MAX + 1, &length, cancellable, error))
    return NULL;

  return g_bytes_new (content, length);
}

static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *content = NULL;
  gsize length;

  if (path == NULL)
    return read_stream (file, cancellable, error);

  content = daybook_small_file_read (path, DAYBOOK_PHOTO_FILE_MAX, &length, error);
  /* A copy: the other has room for the largest. */
  return content != NULL ? g_bytes_new (content, length) : NULL;
}

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_strdup ("");
}

/* --- Taking ------------------------------------------------------------------- */

/* Takes over `reason`. */
static gboolean
refuse (DaybookPhotoBatch  *self,
        const char         *name,
        GError             *reason,
        GError            **error)
{
  DaybookBatchRefusal *one;

  /* The next one would meet it too. */
  if (g_error_matches (reason, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED) || g_error_matches (reason, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL))
    {
      g_propagate_error (error, reason);
      return FALSE;
    }

  one = g_new0 (DaybookBatchRefusal, 1);
  one->name = g_strdup (name);
  one->reason = g_strdup (reason->message);
  g_ptr_array_add (self->refused, one);
  g_error_free (reason);
  return TRUE;
}

static void
add (DaybookPhotoBatch *self,
     DaybookPhoto      *photo,
     const char        *name)
{
  DaybookBatchPhoto *one = g_new0 (DaybookBatchPhoto, 1);

  one->name = daybook_attachment_name (name, photo->type);
  one->size = g_bytes_get_size (photo->bytes);
  /* What it holds is on the disk; of a hundred at once only the thumbnails stay. */
  g_clear_pointer (&photo->bytes, g_bytes_unref);
  one->photo = photo;
  g_ptr_array_add (self->photos, one);
}

gboolean
daybook_photo_batch_take_bytes (DaybookPhotoBatch  *self,
                                GBytes             *bytes,
                                const char         *name,
                                GCancellable       *cancellable,
                                GError            **error)
{
  GError *reason = NULL;
  g_autoptr(DaybookPhoto) photo = daybook_photo_read (bytes, cancellable, &reason);

  if (photo == NULL)
    return refuse (self, name, reason, error);
  if (g_hash_table_contains (self->known, photo->sha256))
    {
      g_ptr_array_add (self->same, g_strdup (name));
      return TRUE;
    }
  if (!daybook_attachments_keep (self->folder, photo->sha256, photo->bytes, &reason))
    return refuse (self, name, reason, error);

  g_hash_table_add (self->known, g_strdup (photo->sha256));
  add (self, g_steal_pointer (&photo), name);
  return TRUE;
}

gboolean
daybook_photo_batch_take (DaybookPhotoBatch  *self,
                          GFile              *file,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_autofree char *name = name_of (file);
  g_autoptr(GError) local = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *reason = NULL;

  if (g_cancellable_is_cancelled (cancellable))
    return refuse (self, name, g_error_new_literal (DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped.")), error);

  bytes = read_file (file, cancellable, &local);
  if (bytes != NULL)
    return daybook_photo_batch_take_bytes (self, bytes, name, cancellable, error);

  /* Translators: %s is what the system says: “No such file or directory”. */
  g_set_error (&reason, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The file cannot be read: %s."), local->message);
  return refuse (self, name, reason, error);
}

/* --- The edit ----------------------------------------------------------------- */

DaybookAttachment
daybook_batch_photo_describe (const DaybookBatchPhoto *one)
{
  return (DaybookAttachment) {
    .hash = one->photo->sha256,
    .name = one->name,
    .media = one->photo->type,
    .size = (gint64) one->size,
    .width = one->photo->width,
    .height = one->photo->height,
  };
}

void
daybook_photo_batch_build (DaybookPhotoBatch  *self,
                           DaybookEdit        *edit,
                           const DaybookId    *of,
                           gint64              now)
{
  for (guint i = 0; i < self->photos->len; i++)
    {
      const DaybookAttachment attachment = daybook_batch_photo_describe (g_ptr_array_index (self->photos, i));

      daybook_attachment_add (edit, of, &attachment, daybook_edit_agent (edit), now);
    }
}

char *
daybook_photo_batch_title (DaybookPhotoBatch *self)
{
  const guint n = self->photos->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u photo added", "%u photos added", n), n);
}
