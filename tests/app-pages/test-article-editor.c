/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-picker.h"
#include "app/common/scaled-picture.h"
#include "app/knowledge/article-editor.h"
#include "case-book.h"
#include "photo-fixture.h"
#include "stage.h"

#include "core/article.h"
#include "core/shop.h"
#include "store/attachments.h"

#include <gtksourceview/gtksource.h>

/* An article on its way into the book: pictures in its text. */

typedef struct
{
  Book       book;
  TestStage *stage;
  GtkWindow *editor;
  GtkWidget *text;
} Fixture;

static void
on_saved (GtkWindow       *editor,
          DaybookEdit     *edit,
          const DaybookId *id,
          Fixture         *fixture)
{
  case_commit (&fixture->book, edit);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->stage = test_stage_new (fixture->book.store, gtk_label_new (NULL));
  fixture->editor = daybook_article_editor_new (GTK_WINDOW (fixture->stage), daybook_desk_of (fixture->book.store), NULL);
  g_signal_connect (fixture->editor, "saved", G_CALLBACK (on_saved), fixture);
  gtk_window_present (fixture->editor);
  fixture->text = test_await (GTK_WIDGET (fixture->editor), GTK_SOURCE_TYPE_VIEW, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static GtkTextBuffer *
buffer_of (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
}

static char *
text_of (Fixture *fixture)
{
  g_autofree char *text = NULL;

  g_object_get (buffer_of (fixture), "text", &text, NULL);
  return g_steal_pointer (&text);
}

/* Lets files fall into the text. */
static void
drop (Fixture *fixture,
      GFile   *file)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->text);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  GSList files = { file, NULL };

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 4.0, 4.0, &taken);
    }
  g_assert_true (taken);
}

static GFile *
write_picture (Fixture *fixture)
{
  g_autoptr(GBytes) png = fixture_photo_make ("png", 24, 16);
  g_autofree char *path = g_build_filename (fixture->book.folder, "Red [cup].png", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL));
  return g_file_new_for_path (path);
}

static gboolean
has_picture (gpointer data)
{
  g_autofree char *text = text_of (data);

  return strstr (text, "](picture:") != NULL;
}

static void
drop_picture (Fixture *fixture)
{
  g_autoptr(GFile) file = write_picture (fixture);

  drop (fixture, file);
  test_wait_until (has_picture, fixture);
}

static guint
count_pictures (Fixture *fixture)
{
  return book_count (&fixture->book, &daybook_pictures, "");
}

static void
save (Fixture *fixture)
{
  gtk_editable_set_text (GTK_EDITABLE (test_await (GTK_WIDGET (fixture->editor), GTK_TYPE_ENTRY, NULL)), "Cups");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
}

/* What is said of it is selected, it is seen beside the text, and kept with the article. */
static void
test_put_in (Fixture       *fixture,
             gconstpointer  data)
{
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer_of (fixture), "", -1);
  drop_picture (fixture);
  g_autofree char *text = text_of (fixture);
  g_assert_true (g_str_has_prefix (text, "![Red  cup](picture:"));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer_of (fixture), &start, &end));
  g_autofree char *words = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (words, ==, "Red  cup");
  test_await (GTK_WIDGET (fixture->editor), DAYBOOK_TYPE_SCALED_PICTURE, NULL);

  save (fixture);
  g_assert_cmpuint (count_pictures (fixture), ==, 1);
  g_autoptr(GPtrArray) pictures = daybook_reader_all (daybook_store_get_reader (fixture->book.store), &daybook_pictures, NULL);
  const DaybookRow *picture = g_ptr_array_index (pictures, 0);
  g_assert_cmpint (daybook_row_int (picture, DAYBOOK_PICTURE_WIDTH), ==, 24);
  g_assert_true (daybook_attachments_has (fixture->book.folder, daybook_row_text (picture, DAYBOOK_PICTURE_HASH)));
}

/* One undo takes it back; the book is told of nothing then. */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  gtk_text_buffer_begin_irreversible_action (buffer_of (fixture));
  gtk_text_buffer_set_text (buffer_of (fixture), "Before after", -1);
  gtk_text_buffer_end_irreversible_action (buffer_of (fixture));
  drop_picture (fixture);
  gtk_text_buffer_undo (buffer_of (fixture));
  g_autofree char *text = text_of (fixture);
  g_assert_cmpstr (text, ==, "Before after");

  save (fixture);
  g_assert_cmpuint (count_pictures (fixture), ==, 0);
}

/* In a list it belongs to its item, and in a table it breaks no row. */
static void
test_where_it_stands (Fixture       *fixture,
                      gconstpointer  data)
{
  gtk_text_buffer_set_text (buffer_of (fixture), "| a | b |", -1);
  drop_picture (fixture);
  g_autofree char *text = text_of (fixture);
  g_assert_null (strchr (text, '\n'));

  gtk_text_buffer_set_text (buffer_of (fixture), "- one", -1);
  drop_picture (fixture);
  g_autofree char *item = text_of (fixture);
  g_assert_null (strstr (item, "\n\n"));
}

static gboolean
is_refused (gpointer data)
{
  Fixture *fixture = data;

  return test_find (GTK_WIDGET (fixture->editor), GTK_TYPE_LABEL, "Not added:\nnotes.png: This is no picture. Choose a photo, saved as JPEG or PNG.") != NULL;
}

static void
test_no_picture (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GFile) file = test_write_file (&fixture->book, "notes.png", "just words");

  gtk_text_buffer_set_text (buffer_of (fixture), "Text", -1);
  drop (fixture, file);
  test_wait_until (is_refused, fixture);
  g_autofree char *text = text_of (fixture);
  g_assert_cmpstr (text, ==, "Text");
}

/* --- Its product ------------------------------------------------------------------------------------- */

static DaybookId
add_product (Fixture    *fixture,
             const char *number,
             const char *title)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_products, &id);
  daybook_edit_give (edit, DAYBOOK_PRODUCT_SHOP, daybook_value_id (daybook_store_get_shop (fixture->book.store)));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_PLATFORM, daybook_value_text ("taobao"));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_TITLE, daybook_value_text (title));
  case_commit (&fixture->book, edit);
  return id;
}

/* By its number; other kinds of articles are asked for none. */
static void
test_product (Fixture       *fixture,
              gconstpointer  data)
{
  add_product (fixture, "70011", "Red cup");
  DaybookId blue = add_product (fixture, "70022", "Blue cup");
  GtkWidget *editor = GTK_WIDGET (fixture->editor);

  g_assert_null (test_find (editor, DAYBOOK_TYPE_ROW_PICKER, NULL));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (test_await (editor, GTK_TYPE_DROP_DOWN, NULL)), DAYBOOK_ARTICLE_PRODUCT);
  GtkWidget *picker = test_await (editor, DAYBOOK_TYPE_ROW_PICKER, NULL);
  gtk_editable_set_text (GTK_EDITABLE (test_await (picker, ADW_TYPE_ENTRY_ROW, NULL)), "70022");
  GtkWidget *found = test_await (picker, ADW_TYPE_ACTION_ROW, "Blue cup");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (found)), ==, "70022");
  g_signal_emit_by_name (gtk_widget_get_parent (found), "row-activated", found);

  save (fixture);
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (fixture->book.store), &daybook_articles, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (g_ptr_array_index (rows, 0), DAYBOOK_ARTICLE_PRODUCT_OF), &blue));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/article-editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("picture/put-in", test_put_in);
  ADD ("picture/taken-back", test_taken_back);
  ADD ("picture/where-it-stands", test_where_it_stands);
  ADD ("picture/no-picture", test_no_picture);
  ADD ("product", test_product);
  return g_test_run ();
}
