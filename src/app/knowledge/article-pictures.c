/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-pictures.h"

#include "app/cases/photo-adding.h"
#include "app/cases/photo-source.h"
#include "app/common/weak.h"
#include "core/article-edit.h"
#include "core/markdown-parts.h"
#include "store/attachments.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many that were refused are named. */
#define NAMED 5

struct _DaybookArticlePictures
{
  GObject       parent_instance;

  /* Borrowed */
  GtkTextView  *text;

  /* Owned */
  DaybookStore *store;
  GPtrArray    *batches; /* DaybookPhotoBatch: what was put in */
  GtkTextMark  *place;   /* where the next go */
  gboolean      pointed; /* a drop has said where that is */
  GCancellable *reading; /* or NULL */
  GCancellable *chooser; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DaybookArticlePictures, daybook_article_pictures, G_TYPE_OBJECT)

enum
{
  INSERTED,
  REFUSED,
  BUSY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

/* --- In the text ----------------------------------------------------------------------------- */

/* A table's row is one line. */
static gboolean
is_in_table (const GtkTextIter *iter)
{
  GtkTextIter start = *iter, end = *iter;
  g_autofree char *line = NULL;

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  line = g_strstrip (gtk_text_iter_get_text (&start, &end));
  return g_str_has_prefix (line, "|");
}

/* The file's name, without what Markdown would take for a sign. (transfer full) */
static char *
words_for (const DaybookBatchPhoto *one)
{
  const char *dot = strrchr (one->name, '.');
  char *words = g_strndup (one->name, dot != NULL ? (gsize) (dot - one->name) : strlen (one->name));

  return g_strstrip (g_strdelimit (words, "[]\\`*_<>|!", ' '));
}

/* On a line of its own, if that can be; a list's item stays one. Returns where what is said of it begins. */
static int
insert_one (GtkTextBuffer           *buffer,
            GtkTextIter             *at,
            const DaybookBatchPhoto *one)
{
  const char *gap = is_in_table (at) ? " " : "\n";
  g_autofree char *words = words_for (one);
  g_autofree char *sign = g_strdup_printf ("![%s](" DAYBOOK_MARKDOWN_PICTURE_SCHEME "%s)", words, one->photo->sha256);
  GtkTextIter before = *at;
  int begin;

  if (gtk_text_iter_backward_char (&before) && !g_unichar_isspace (gtk_text_iter_get_char (&before)))
    gtk_text_buffer_insert (buffer, at, gap, -1);
  begin = gtk_text_iter_get_offset (at) + 2;
  gtk_text_buffer_insert (buffer, at, sign, -1);
  if (!gtk_text_iter_ends_line (at))
    gtk_text_buffer_insert (buffer, at, gap, -1);
  return begin;
}

/* All that came at once goes back at once; what is said of the first is to be typed. */
static void
insert (DaybookArticlePictures  *self,
        const DaybookPhotoBatch *batch)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *words = words_for (g_ptr_array_index (batch->photos, 0));
  GtkTextIter at, end;
  int first = 0;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, self->place);
  gtk_text_buffer_begin_user_action (buffer);
  for (guint i = 0; i < batch->photos->len; i++)
    {
      int begin = insert_one (buffer, &at, g_ptr_array_index (batch->photos, i));

      first = i == 0 ? begin : first;
    }
  gtk_text_buffer_end_user_action (buffer);

  gtk_text_buffer_get_iter_at_offset (buffer, &at, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, first + (int) g_utf8_strlen (words, -1));
  gtk_text_buffer_select_range (buffer, &at, &end);
  gtk_text_view_scroll_mark_onscreen (self->text, gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  g_signal_emit (self, signals[INSERTED], 0);
}

/* --- On the way ---------------------------------------------------------------------------------- */

static void
refuse (const char *sentence,
        gpointer    data)
{
  g_signal_emit (data, signals[REFUSED], 0, sentence);
}

/* "Not added:", and a line for each. (transfer full), or NULL */
static char *
list_refused (const DaybookPhotoBatch *batch)
{
  g_autoptr(GString) text = g_string_new (_("Not added:"));

  for (guint i = 0; i < MIN (batch->refused->len, NAMED); i++)
    {
      const DaybookBatchRefusal *one = g_ptr_array_index (batch->refused, i);

      g_string_append_printf (text, "\n%s: %s", one->name, one->reason);
    }
  return batch->refused->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookArticlePictures) self = daybook_weak_take (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPhotoBatch) batch = daybook_photo_adding_finish (DAYBOOK_STORE (source), result, &error);
  g_autofree char *text = batch != NULL ? list_refused (batch) : NULL;

  if (self == NULL || self->text == NULL)
    return;

  g_clear_object (&self->reading);
  g_signal_emit (self, signals[BUSY], 0, FALSE);
  if (batch != NULL && batch->photos->len > 0)
    {
      insert (self, batch);
      g_ptr_array_add (self->batches, g_steal_pointer (&batch));
    }
  if (text != NULL || (error != NULL && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED)))
    refuse (text != NULL ? text : error->message, self);
}

static void
take (GListModel *files,
      GBytes     *bytes,
      gpointer    data)
{
  DaybookArticlePictures *self = data;

  if (self->reading != NULL)
    {
      refuse (_("Pictures are being read just now. Add these when that has ended."), self);
      return;
    }

  self->reading = g_cancellable_new ();
  g_signal_emit (self, signals[BUSY], 0, TRUE);
  daybook_photo_adding_async (self->store, NULL, files, bytes, NULL, NULL, self->reading, on_read, daybook_weak_new (self));
}

/* Where the cursor stands. */
static void
place_at_cursor (DaybookArticlePictures *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter iter, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_buffer_get_selection_bounds (buffer, NULL, &end))
    iter = end;
  gtk_text_buffer_move_mark (buffer, self->place, &iter);
}

static void
take_here (GListModel *files,
           GBytes     *bytes,
           gpointer    data)
{
  DaybookArticlePictures *self = data;

  /* All but a drop goes to the cursor. */
  if (!self->pointed && self->reading == NULL)
    place_at_cursor (self);
  self->pointed = FALSE;
  take (files, bytes, self);
}

/* Where it was let fall. */
static void
point (double   x,
       double   y,
       gpointer data)
{
  DaybookArticlePictures *self = data;
  GtkTextIter iter;
  int left, top;

  if (self->reading != NULL)
    return;

  gtk_text_view_window_to_buffer_coords (self->text, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left, &top);
  gtk_text_view_get_iter_at_location (self->text, &iter, left, top);
  gtk_text_buffer_move_mark (gtk_text_view_get_buffer (self->text), self->place, &iter);
  self->pointed = TRUE;
}

static gboolean
can_take (gpointer data)
{
  return TRUE;
}

static void
on_files_chosen (GListModel *files,
                 gpointer    data)
{
  take_here (files, NULL, data);
}

void
daybook_article_pictures_choose (DaybookArticlePictures *self)
{
  cancel (&self->chooser);
  self->chooser = g_cancellable_new ();
  daybook_photo_source_choose (GTK_WIDGET (self->text), self->chooser, on_files_chosen, self);
}

/* --- Keeping them ----------------------------------------------------------------------------------- */

static gboolean
has_hash (GPtrArray  *rows,
          const char *hash)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_PICTURE_HASH), hash))
      return TRUE;

  return FALSE;
}

/* NULL: it came not this way. */
static const DaybookBatchPhoto *
find_photo (DaybookArticlePictures *self,
            const char             *hash)
{
  for (guint i = 0; i < self->batches->len; i++)
    {
      const DaybookPhotoBatch *batch = g_ptr_array_index (self->batches, i);

      for (guint k = 0; k < batch->photos->len; k++)
        {
          const DaybookBatchPhoto *one = g_ptr_array_index (batch->photos, k);

          if (g_str_equal (one->photo->sha256, hash))
            return one;
        }
    }
  return NULL;
}

static gboolean
add (DaybookArticlePictures   *self,
     DaybookEdit              *edit,
     const DaybookRow         *article,
     const DaybookBatchPhoto  *one,
     GError                  **error)
{
  const DaybookAttachment picture = daybook_batch_photo_describe (one);

  if (!daybook_attachments_has (daybook_store_get_folder (self->store), picture.hash))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The picture “%s” has waited for more than a day: put it in again."), picture.name);
      return FALSE;
    }

  daybook_article_add_picture (edit, &article->id, &picture, daybook_store_get_agent (self->store), daybook_store_get_now (self->store));
  return TRUE;
}

gboolean
daybook_article_pictures_build (DaybookArticlePictures  *self,
                                DaybookEdit             *edit,
                                const DaybookRow        *article,
                                GError                 **error)
{
  g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (daybook_row_text (article, DAYBOOK_ARTICLE_BODY), -1);
  g_autoptr(GPtrArray) hashes = daybook_markdown_targets (body, DAYBOOK_MARKDOWN_TO_PICTURE);
  g_autoptr(GPtrArray) known = self->batches->len == 0 ? g_ptr_array_new ()
    : daybook_reader_parts (daybook_store_get_reader (self->store), &daybook_pictures, DAYBOOK_PICTURE_ARTICLE, &article->id, error);

  if (known == NULL)
    return FALSE;

  for (guint i = 0; i < hashes->len; i++)
    {
      const DaybookBatchPhoto *one = find_photo (self, g_ptr_array_index (hashes, i));

      if (one != NULL && !has_hash (known, one->photo->sha256) && !add (self, edit, article, one, error))
        return FALSE;
    }
  return TRUE;
}

/* --- The whole ---------------------------------------------------------------------------------------- */

static void
daybook_article_pictures_dispose (GObject *object)
{
  DaybookArticlePictures *self = DAYBOOK_ARTICLE_PICTURES (object);

  cancel (&self->reading);
  cancel (&self->chooser);
  g_clear_weak_pointer (&self->text);
  g_clear_object (&self->place);
  g_clear_object (&self->store);
  g_clear_pointer (&self->batches, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_article_pictures_parent_class)->dispose (object);
}

static void
daybook_article_pictures_class_init (DaybookArticlePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_article_pictures_dispose;

  signals[INSERTED] = g_signal_new ("inserted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BUSY] = g_signal_new ("busy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
daybook_article_pictures_init (DaybookArticlePictures *self)
{
  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_photo_batch_free);
}

DaybookArticlePictures *
daybook_article_pictures_new (DaybookStore *store,
                              GtkTextView  *text)
{
  static const DaybookPhotoSource SOURCE = { can_take, take_here, refuse, DAYBOOK_PHOTO_OTHERS_TAKEN, point };
  DaybookArticlePictures *self = g_object_new (DAYBOOK_TYPE_ARTICLE_PICTURES, NULL);
  GtkTextIter start;

  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->text, text);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (text), &start);
  self->place = g_object_ref (gtk_text_buffer_create_mark (gtk_text_view_get_buffer (text), NULL, &start, FALSE));
  daybook_photo_source_watch (GTK_WIDGET (text), &SOURCE, self);
  g_object_set_data_full (G_OBJECT (text), "daybook-article-pictures", g_object_ref (self), g_object_unref);
  return self;
}
