/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/cases-page.h"
#include "app/cases/told-field.h"
#include "app/common/note-editor.h"
#include "app/phrases/phrase-picker.h"
#include "case-book.h"
#include "core/phrase.h"
#include "core/use.h"
#include "stage.h"

/* The field of a case that customers read: phrases go into it, and the word guard stands under it. */

#define THANKS "Thank you for your words."

typedef struct
{
  Book         book;
  DaybookId    id;
  DaybookId    phrase;
  DaybookPage *page;
  TestStage   *stage;
} Desk;

/* The phrase is in the book before the page is there. */
static DaybookId
add_phrase (Book *book)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text ("Thanks"));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text (THANKS));
  case_commit (book, edit);
  return id;
}

static gboolean
can_open (gpointer data)
{
  return daybook_page_can (((Desk *) data)->page, "note");
}

static void
desk_open (Desk       *desk,
           const char *key)
{
  book_open (&desk->book);
  desk->phrase = add_phrase (&desk->book);
  desk->id = case_make (&desk->book, key, "Cup");
  desk->page = daybook_cases_page_new (desk->book.store, key);
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
  daybook_list_page_open (DAYBOOK_LIST_PAGE (desk->page), &desk->id);
  test_wait_until (can_open, desk);
  daybook_page_perform (desk->page, "open");
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static GtkTextBuffer *
get_reply (Desk *desk)
{
  GtkWidget *told = test_await (GTK_WIDGET (desk->page), DAYBOOK_TYPE_TOLD_FIELD, NULL);
  GtkWidget *box = gtk_widget_get_parent (told);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find (box, GTK_TYPE_TEXT_VIEW, NULL)));
}

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
assert_text (GtkTextBuffer *buffer,
             const char    *expected)
{
  g_autofree char *text = get_text (buffer);

  g_assert_cmpstr (text, ==, expected);
}

/* What is taken in the picker, as the person sees it. */
static void
take_phrase (Desk *desk)
{
  DaybookPhrasePicker *picker = daybook_phrase_picker_in (desk->page);

  g_assert_nonnull (picker);
  daybook_phrase_picker_take (picker, &desk->phrase);
  test_press (GTK_WIDGET (picker), "Insert");
}

static gboolean
is_without_picker (gpointer data)
{
  return daybook_phrase_picker_in (((Desk *) data)->page) == NULL;
}

/* As Ctrl+Enter does. */
static void
save (GtkWidget *page)
{
  GtkWidget *told = test_find (page, DAYBOOK_TYPE_TOLD_FIELD, NULL);

  daybook_note_editor_flush (DAYBOOK_NOTE_EDITOR (test_find (gtk_widget_get_parent (told), DAYBOOK_TYPE_NOTE_EDITOR, NULL)));
}

static GPtrArray *
read_all (Book               *book,
          const DaybookTable *table)
{
  GPtrArray *rows = daybook_reader_all (daybook_store_get_reader (book->store), table, NULL);

  g_assert_nonnull (rows);
  return rows;
}

/* --- Tests --------------------------------------------------------------------------------- */

static void
test_taken_and_saved (void)
{
  Desk desk;
  GtkTextBuffer *reply;

  desk_open (&desk, "review");
  reply = get_reply (&desk);
  test_press (GTK_WIDGET (desk.page), "Phrase…");
  take_phrase (&desk);
  test_wait_until (is_without_picker, &desk);
  assert_text (reply, THANKS);
  save (GTK_WIDGET (desk.page));

  g_autoptr(DaybookRow) row = case_row (&desk.book, &desk.id);
  g_autoptr(GPtrArray) events = read_all (&desk.book, &daybook_events);
  g_autoptr(GPtrArray) uses = read_all (&desk.book, &daybook_uses);
  const DaybookRow *event = g_ptr_array_index (events, events->len - 1);
  g_assert_cmpstr (daybook_row_text (row, case_field (&desk.book, "review", "reply")), ==, THANKS);
  g_assert_cmpint (daybook_row_int (event, DAYBOOK_EVENT_KIND), ==, DAYBOOK_EVENT_TOLD);
  g_assert_cmpstr (daybook_row_text (event, DAYBOOK_EVENT_TEXT), ==, THANKS);
  g_assert_cmpuint (uses->len, ==, 1);

  /* Changed by hand afterwards it is no news to the customer. */
  gtk_text_buffer_insert_at_cursor (reply, " Really.", -1);
  save (GTK_WIDGET (desk.page));
  g_autoptr(GPtrArray) later = read_all (&desk.book, &daybook_events);
  g_assert_cmpuint (later->len, ==, events->len);
  desk_close (&desk);
}

/* One undo takes the text, the event and the use back. */
static void
test_undone (void)
{
  Desk desk;

  desk_open (&desk, "review");
  g_autoptr(GPtrArray) before = read_all (&desk.book, &daybook_events);
  get_reply (&desk);
  test_press (GTK_WIDGET (desk.page), "Phrase…");
  take_phrase (&desk);
  test_wait_until (is_without_picker, &desk);
  save (GTK_WIDGET (desk.page));
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (desk.book.store, NULL, NULL);
  g_assert_nonnull (outcome);

  g_autoptr(DaybookRow) row = case_row (&desk.book, &desk.id);
  g_autoptr(GPtrArray) events = read_all (&desk.book, &daybook_events);
  g_autoptr(GPtrArray) uses = read_all (&desk.book, &daybook_uses);
  g_assert_false (daybook_row_has (row, case_field (&desk.book, "review", "reply")));
  g_assert_cmpuint (events->len, ==, before->len);
  g_assert_cmpuint (uses->len, ==, 0);
  desk_close (&desk);
}

/* The picker that R has opened puts it there as well; a register without such a field has nothing to put it into. */
static void
test_taken_from_the_open_picker (void)
{
  Desk desk;
  GtkTextBuffer *reply;
  g_autoptr(DaybookRow) row = NULL;

  desk_open (&desk, "review");
  reply = get_reply (&desk);
  row = case_row (&desk.book, &desk.id);
  daybook_phrase_picker_open (desk.page, daybook_desk_of (desk.book.store), row);
  g_assert_true (daybook_page_can (desk.page, "take-phrase"));
  daybook_page_perform (desk.page, "take-phrase");
  /* Twice, and it is put in once. */
  daybook_page_perform (desk.page, "take-phrase");
  take_phrase (&desk);
  test_wait_until (is_without_picker, &desk);
  assert_text (reply, THANKS);
  desk_close (&desk);
}

static void
test_none_where_customers_read_nothing (void)
{
  Desk desk;

  desk_open (&desk, "inquiry");
  test_await (GTK_WIDGET (desk.page), DAYBOOK_TYPE_NOTE_EDITOR, NULL);
  g_assert_null (test_find (GTK_WIDGET (desk.page), DAYBOOK_TYPE_TOLD_FIELD, NULL));
  daybook_page_perform (desk.page, "take-phrase");
  g_assert_null (daybook_phrase_picker_in (desk.page));
  desk_close (&desk);
}

static void
test_guarded (void)
{
  Desk desk;
  GtkTextBuffer *reply;

  desk_open (&desk, "review");
  reply = get_reply (&desk);
  gtk_text_buffer_set_text (reply, "I cannot change that.", -1);
  test_await (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "“I cannot”: Says no");
  test_press (GTK_WIDGET (desk.page), "Put the Better Wording In (Alt+G)");
  assert_text (reply, "let me see how we can change that.");
  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/told-field/saved", test_taken_and_saved);
  g_test_add_func ("/told-field/undone", test_undone);
  g_test_add_func ("/told-field/open-picker", test_taken_from_the_open_picker);
  g_test_add_func ("/told-field/none", test_none_where_customers_read_nothing);
  g_test_add_func ("/told-field/guarded", test_guarded);
  return g_test_run ();
}
