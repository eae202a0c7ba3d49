/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "photo-fixture.h"

#include "core/case-draft.h"
#include "core/case-parts.h"
#include "exchange/photo-batch.h"
#include "store/attachments.h"
#include "store/registers.h"

#include <glib/gstdio.h>
#include <string.h>

/* Photos on their way into a case of a real book. */

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->store);
}

static DaybookId
make_case (Fixture *fixture)
{
  g_autoptr(DaybookCaseDraft) draft =
    daybook_case_draft_new (daybook_reader_register (reader_of (fixture), "return"), daybook_store_get_shop (fixture->store),
                            daybook_store_get_agent (fixture->store), "CNY", daybook_store_get_now (fixture->store));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "New", daybook_store_get_agent (fixture->store));

  daybook_case_draft_build (draft, NULL, edit);
  book_commit (fixture, edit);
  return daybook_case_draft_row (draft)->id;
}

static DaybookPhotoBatch *
begin (Fixture         *fixture,
       const DaybookId *of)
{
  g_autoptr(GError) error = NULL;
  DaybookPhotoBatch *batch = daybook_photo_batch_new (fixture->store, reader_of (fixture), of, &error);

  g_assert_no_error (error);
  return batch;
}

static void
take (Fixture           *fixture,
      DaybookPhotoBatch *batch,
      const char        *name,
      GBytes            *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = content != NULL ? g_bytes_get_data (content, &size) : NULL;

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  g_assert_true (daybook_photo_batch_take (batch, file, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_refused (DaybookPhotoBatch *batch,
                guint              at,
                const char        *name,
                const char        *said)
{
  const DaybookBatchRefusal *one = g_ptr_array_index (batch->refused, at);

  g_assert_cmpstr (one->name, ==, name);
  g_assert_nonnull (strstr (one->reason, said));
}

static void
commit_batch (Fixture           *fixture,
              DaybookPhotoBatch *batch,
              const DaybookId   *of)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Photos", daybook_store_get_agent (fixture->store));

  daybook_photo_batch_build (batch, edit, of, daybook_store_get_now (fixture->store));
  book_commit (fixture, edit);
}

static GPtrArray *
photos_of (Fixture         *fixture,
           const DaybookId *of)
{
  GPtrArray *rows = daybook_reader_parts (reader_of (fixture), &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, of, NULL);

  g_assert_nonnull (rows);
  return rows;
}

static void
test_what_can_be_read_goes_in (Fixture       *fixture,
                               gconstpointer  data)
{
  DaybookId of = make_case (fixture);
  g_autoptr(DaybookPhotoBatch) batch = begin (fixture, &of);
  g_autoptr(GBytes) lid = fixture_photo_make ("jpeg", 40, 30);
  g_autoptr(GBytes) box = fixture_photo_make ("png", 20, 20);
  g_autoptr(GBytes) text = g_bytes_new_static ("nothing of the kind", 19);
  g_autoptr(GBytes) packed = fixture_photo_packed (0, 1000);
  g_autoptr(GBytes) bomb = fixture_photo_png (30000, 30000, packed);
  g_autofree char *title = NULL;

  take (fixture, batch, "lid.jpg", lid);
  take (fixture, batch, "text.jpg", text);
  take (fixture, batch, "bomb.png", bomb);
  take (fixture, batch, "gone.jpg", NULL);
  take (fixture, batch, "box.webp", box);
  title = daybook_photo_batch_title (batch);
  g_assert_cmpstr (title, ==, "2 photos added");
  g_assert_cmpuint (batch->refused->len, ==, 3);
  assert_refused (batch, 0, "text.jpg", "This is no picture.");
  assert_refused (batch, 1, "bomb.png", "pixels");
  assert_refused (batch, 2, "gone.jpg", "No such file");
  commit_batch (fixture, batch, &of);

  g_autoptr(GPtrArray) rows = photos_of (fixture, &of);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_ATTACHMENT_NAME), ==, "lid.jpg");
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (rows, 1), DAYBOOK_ATTACHMENT_NAME), ==, "box.png");
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (rows, 0), DAYBOOK_ATTACHMENT_WIDTH), ==, 40);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      g_autoptr(GBytes) kept = daybook_attachments_read (daybook_store_get_folder (fixture->store),
                                                         daybook_row_text (row, DAYBOOK_ATTACHMENT_HASH), NULL);

      g_assert_cmpint ((gint64) g_bytes_get_size (kept), ==, daybook_row_int (row, DAYBOOK_ATTACHMENT_SIZE));
    }
}

static void
test_what_the_case_has_is_not_added_again (Fixture       *fixture,
                                           gconstpointer  data)
{
  DaybookId of = make_case (fixture);
  DaybookId other = make_case (fixture);
  g_autoptr(GBytes) lid = fixture_photo_make ("jpeg", 40, 30);
  g_autoptr(DaybookPhotoBatch) first = begin (fixture, &of);

  take (fixture, first, "lid.jpg", lid);
  take (fixture, first, "copy.jpg", lid);
  g_assert_cmpuint (first->photos->len, ==, 1);
  g_assert_cmpuint (first->same->len, ==, 1);
  commit_batch (fixture, first, &of);

  g_autoptr(DaybookPhotoBatch) second = begin (fixture, &of);
  take (fixture, second, "lid.jpg", lid);
  g_assert_cmpuint (second->photos->len, ==, 0);
  g_assert_cmpstr (g_ptr_array_index (second->same, 0), ==, "lid.jpg");

  /* Of another case it is another photo. */
  g_autoptr(DaybookPhotoBatch) third = begin (fixture, &other);
  take (fixture, third, "lid.jpg", lid);
  g_assert_cmpuint (third->photos->len, ==, 1);
}

static void
test_what_was_stopped_is_an_error (Fixture       *fixture,
                                   gconstpointer  data)
{
  DaybookId of = make_case (fixture);
  g_autoptr(DaybookPhotoBatch) batch = begin (fixture, &of);
  g_autoptr(GBytes) lid = fixture_photo_make ("jpeg", 400, 300);
  g_autoptr(GFile) file = g_file_new_for_path (fixture->folder);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (daybook_photo_batch_take_bytes (batch, lid, "lid.jpg", cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (daybook_photo_batch_take (batch, file, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_cmpuint (batch->photos->len + batch->refused->len, ==, 0);
}

/* A cache that was emptied is filled again from what is kept. */
static void
test_a_thumbnail_is_made_again (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GBytes) bytes = fixture_photo_make ("jpeg", 1200, 600);
  g_autoptr(DaybookPhoto) photo = fixture_photo_read (bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) thumbnail = daybook_photo_make_thumbnail (photo->bytes, NULL, &error);
  g_autoptr(GBytes) text = g_bytes_new_static ("nothing of the kind", 19);

  g_assert_no_error (error);
  g_autoptr(GdkPixbuf) shown = fixture_photo_decode (thumbnail);
  g_assert_cmpint (gdk_pixbuf_get_width (shown), ==, DAYBOOK_PHOTO_THUMBNAIL_MAX);
  g_assert_cmpint (gdk_pixbuf_get_height (shown), ==, DAYBOOK_PHOTO_THUMBNAIL_MAX / 2);
  g_assert_null (daybook_photo_make_thumbnail (text, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/photo-batch/what-can-be-read-goes-in", test_what_can_be_read_goes_in);
  add ("/photo-batch/what-the-case-has-is-not-added-again", test_what_the_case_has_is_not_added_again);
  add ("/photo-batch/what-was-stopped-is-an-error", test_what_was_stopped_is_an_error);
  add ("/photo-batch/a-thumbnail-is-made-again", test_a_thumbnail_is_made_again);

  return g_test_run ();
}
