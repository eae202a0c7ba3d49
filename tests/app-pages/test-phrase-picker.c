/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/page.h"
#include "app/phrases/answers.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-draft.h"
#include "app/phrases/phrase-picker.h"
#include "core/article.h"
#include "core/event.h"
#include "core/phrase.h"
#include "core/use.h"
#include "case-book.h"
#include "stage.h"

/* The phrase picker over a real book: what it offers, how a text is filled, what is copied and written down. */

typedef struct
{
  Book                 book;
  DaybookPage         *page;
  TestStage           *stage;
  DaybookPhrasePicker *picker;
  DaybookId            phrase;
  const char          *wanted; /* see reads() */
} Desk;

static DaybookId
add_phrase (Book       *book,
            const char *title,
            const char *text,
            const char *promise)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text (text));
  daybook_edit_give (edit, DAYBOOK_PHRASE_PROMISE, daybook_value_text (promise));
  case_commit (book, edit);
  return id;
}

static void
desk_open (Desk         *desk,
           gconstpointer text)
{
  DaybookId order, line;
  g_autoptr(DaybookRow) of = NULL;

  book_open (&desk->book);
  order = case_add_order (&desk->book, "1001", 1, &line);
  of = book_row (&desk->book, &daybook_orders, &order);
  desk->phrase = add_phrase (&desk->book, "Wanted", text, "2h");
  desk->page = g_object_ref_sink (g_object_new (DAYBOOK_TYPE_PAGE, NULL));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
  desk->picker = daybook_phrase_picker_open (desk->page, daybook_desk_of (desk->book.store), of);
  test_await (GTK_WIDGET (desk->stage), GTK_TYPE_LABEL, "Wanted");
}

static void
desk_close (Desk         *desk,
            gconstpointer text G_GNUC_UNUSED)
{
  test_stage_close (desk->stage);
  g_object_unref (desk->page);
  book_close (&desk->book);
}

static GtkTextBuffer *
get_buffer (Desk *desk)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_await (GTK_WIDGET (desk->picker), GTK_TYPE_TEXT_VIEW, NULL)));
}

static char *
read_text (Desk *desk)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (desk), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (desk), &start, &end, TRUE);
}

static gboolean
reads (gpointer data)
{
  Desk *desk = data;
  g_autofree char *text = read_text (desk);

  return g_str_equal (text, desk->wanted);
}

static void
await_text (Desk       *desk,
            const char *wanted)
{
  desk->wanted = wanted;
  test_wait_until (reads, desk);
}

/* As somebody types over what is selected. */
static void
type (Desk       *desk,
      const char *text)
{
  gtk_text_buffer_begin_user_action (get_buffer (desk));
  gtk_text_buffer_delete_selection (get_buffer (desk), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (get_buffer (desk), text, -1);
  gtk_text_buffer_end_user_action (get_buffer (desk));
}

static void
act (Desk       *desk,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->picker), action, NULL));
}

static guint
count (Desk               *desk,
       const DaybookTable *table)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  return (guint) daybook_reader_count (daybook_store_get_reader (desk->book.store), query, 0, NULL);
}

static gboolean
is_closed (gpointer data)
{
  return daybook_page_get_aside (((Desk *) data)->page) == NULL;
}

static DaybookRow *
only_event (Desk *desk)
{
  g_autoptr(GPtrArray) events = daybook_reader_all (daybook_store_get_reader (desk->book.store), &daybook_events, NULL);

  g_assert_cmpuint (events->len, ==, 1);
  return daybook_row_ref (g_ptr_array_index (events, 0));
}

/* Nothing is copied while a blank is open; what is typed for one stands wherever the same is asked. */
static void
test_blanks (Desk         *desk,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr(DaybookRow) event = NULL;

  daybook_phrase_picker_take (desk->picker, &desk->phrase);
  await_text (desk, "[colour] of 1001 in [size], [colour]{x}");
  act (desk, "picker.copy");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_LABEL, "“colour” is not filled in yet.");
  g_assert_cmpuint (count (desk, &daybook_events), ==, 0);

  type (desk, "blue");
  act (desk, "picker.copy");
  await_text (desk, "blue of 1001 in [size], blue{x}");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_LABEL, "“size” is not filled in yet.");
  type (desk, "M");
  act (desk, "picker.copy");
  test_wait_until (is_closed, desk);
  event = only_event (desk);
  g_assert_cmpstr (daybook_row_text (event, DAYBOOK_EVENT_TEXT), ==, "blue of 1001 in M, blue{x}");
  g_assert_cmpint (daybook_row_int (event, DAYBOOK_EVENT_PROMISED_AT), ==, BOOK_NOW + 7200);
  g_assert_cmpuint (count (desk, &daybook_uses), ==, 1);
}

/* A blank that is taken apart goes as a whole, and one that comes back is one again. */
static void
test_whole_blank (Desk         *desk,
                  gconstpointer data G_GNUC_UNUSED)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  daybook_phrase_picker_take (desk->picker, &desk->phrase);
  await_text (desk, "Dear [name], thank you");
  buffer = get_buffer (desk);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 10);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 11);
  gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
  await_text (desk, "Dear , thank you");
  gtk_text_buffer_undo (buffer);
  await_text (desk, "Dear [name], thank you");
  act (desk, "picker.copy");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_LABEL, "“name” is not filled in yet.");
  g_assert_cmpuint (count (desk, &daybook_events), ==, 0);
}

/* In other words, with what was given; and a second phrase behind it. */
static void
test_other_words (Desk         *desk,
                  gconstpointer data G_GNUC_UNUSED)
{
  DaybookId more = add_phrase (&desk->book, "More", "Good night", NULL);

  daybook_phrase_picker_take (desk->picker, &desk->phrase);
  await_text (desk, "One [what]");
  type (desk, "cup");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->picker), "picker.turn", "i", 1));
  await_text (desk, "Two cup");
  daybook_phrase_picker_take (desk->picker, &more);
  await_text (desk, "Two cup\nGood night");
  act (desk, "picker.copy");
  test_wait_until (is_closed, desk);
  g_assert_cmpuint (count (desk, &daybook_uses), ==, 2);
}

/* Copied in spite of the guard only when it is asked for twice. */
static void
test_guard (Desk         *desk,
            gconstpointer data G_GNUC_UNUSED)
{
  daybook_phrase_picker_take (desk->picker, &desk->phrase);
  test_await (GTK_WIDGET (desk->picker), DAYBOOK_TYPE_GUARD_BOX, NULL);
  act (desk, "picker.copy");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_BUTTON, "Copy Anyway");
  g_assert_cmpuint (count (desk, &daybook_events), ==, 0);

  /* A text that is another one is asked for anew. */
  type (desk, "!");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_BUTTON, "Copy");
  act (desk, "picker.copy");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_BUTTON, "Copy Anyway");
  act (desk, "picker.copy");
  test_wait_until (is_closed, desk);
  g_assert_cmpuint (count (desk, &daybook_events), ==, 1);
}

static void
on_inserted (Desk       *desk,
             const char *text,
             GPtrArray  *phrases,
             gint64      promised)
{
  g_assert_cmpstr (text, ==, "Hello");
  g_assert_cmpuint (phrases->len, ==, 1);
  g_assert_cmpint (promised, ==, BOOK_NOW + 7200);
  desk->wanted = "inserted";
}

static void
on_never (void)
{
  g_assert_not_reached ();
}

static void
test_insert (Desk         *desk,
             gconstpointer data G_GNUC_UNUSED)
{
  /* One that nobody tells any more once another text has asked. */
  g_signal_connect_swapped (desk->picker, "insert", G_CALLBACK (on_never), desk);
  daybook_phrase_picker_take (desk->picker, &desk->phrase);
  await_text (desk, "Hello");
  /* There is no text for it. */
  act (desk, "picker.insert");
  g_assert_false (is_closed (desk));
  daybook_phrase_picker_allow_insert (desk->picker);
  g_signal_connect_swapped (desk->picker, "insert", G_CALLBACK (on_inserted), desk);
  act (desk, "picker.insert");
  test_wait_until (is_closed, desk);
  g_assert_cmpstr (desk->wanted, ==, "inserted");
  g_assert_cmpuint (count (desk, &daybook_events), ==, 0);
}

/* What was chosen is filled anew for another order. */
static void
test_other_row (Desk         *desk,
                gconstpointer data G_GNUC_UNUSED)
{
  DaybookId line, order = case_add_order (&desk->book, "2002", 1, &line);
  g_autoptr(DaybookRow) of = book_row (&desk->book, &daybook_orders, &order);

  daybook_phrase_picker_take (desk->picker, &desk->phrase);
  await_text (desk, "Order 1001, [what]");
  type (desk, "this");
  daybook_phrase_picker_set_of (desk->picker, of);
  await_text (desk, "Order 2002, [what]");
  daybook_phrase_picker_set_of (desk->picker, NULL);
  await_text (desk, "Order [order], [what]");
}

/* Of an article the part that answers is told, with its brackets as blanks; the other parts are other ways to say it. It
 * was of use, and nothing of it is taken for what phrases propose. */
static void
test_article (Desk         *desk,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr(DaybookEdit) edit = case_edit (&desk->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) event = NULL;
  g_autoptr(GPtrArray) uses = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_articles, &id);
  daybook_edit_give (edit, DAYBOOK_ARTICLE_TITLE, daybook_value_text ("Goods that come back"));
  daybook_edit_give (edit, DAYBOOK_ARTICLE_BODY, daybook_value_text ("Within [days].\n\n## Freight\n\nWe pay **up to** [sum] {x}.\n\n[Shop: fill it in.]"));
  daybook_edit_give (edit, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text ("return"));
  case_commit (&desk->book, edit);

  daybook_phrase_picker_take_article (desk->picker, &id, "who pays the freight?", NULL);
  await_text (desk, "We pay up to [sum] {x}.");
  act (desk, "picker.copy");
  test_await (GTK_WIDGET (desk->picker), GTK_TYPE_LABEL, "“sum” is not filled in yet.");
  gtk_widget_activate_action (GTK_WIDGET (desk->picker), "picker.turn", "i", -1);
  await_text (desk, "Within [days].");
  type (desk, "7 days");
  act (desk, "picker.copy");
  test_wait_until (is_closed, desk);

  event = only_event (desk);
  g_assert_cmpstr (daybook_row_text (event, DAYBOOK_EVENT_TEXT), ==, "Within 7 days.");
  g_assert_false (daybook_row_has (event, DAYBOOK_EVENT_PROMISED_AT));
  uses = daybook_reader_all (daybook_store_get_reader (desk->book.store), &daybook_uses, NULL);
  g_assert_cmpuint (uses->len, ==, 1);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (g_ptr_array_index (uses, 0), DAYBOOK_USE_ARTICLE), &id));
  g_assert_false (daybook_row_has (g_ptr_array_index (uses, 0), DAYBOOK_USE_PHRASE));
}

static void
test_answers (Desk         *desk,
              gconstpointer data G_GNUC_UNUSED)
{
  const DaybookNearBy by = { .language = DAYBOOK_LANGUAGE_ANY };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) answers = NULL, none = NULL;
  const DaybookNearAnswer *first;

  add_phrase (&desk->book, "Customs duty abroad", "The customs duty of a parcel abroad is paid by {customer}", NULL);
  daybook_store_settle (desk->book.store);
  answers = daybook_answers_read (daybook_store_get_reader (desk->book.store), "who pays the customs duty for my parcel", DAYBOOK_ANSWERS_PHRASES,
                                  &by, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 1);
  first = g_ptr_array_index (answers, 0);
  g_assert_cmpstr (first->title, ==, "Customs duty abroad");
  g_assert_nonnull (strstr (first->excerpt->text, "[Customer]"));
  g_assert_cmpuint (first->excerpt->matches->len, >, 0);

  none = daybook_answers_read (daybook_store_get_reader (desk->book.store), "xyzzy", DAYBOOK_ANSWERS_PHRASES, &by, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
note_first (GListModel *model G_GNUC_UNUSED,
            guint       position G_GNUC_UNUSED,
            guint       removed G_GNUC_UNUSED,
            guint       added,
            guint      *first)
{
  if (*first == 0)
    *first = added;
}

static gboolean
has_fifty (gpointer model)
{
  return g_list_model_get_n_items (model) == 50;
}

static gboolean
is_noted (gpointer first)
{
  return *(guint *) first > 0;
}

/* As many as are in sight come first, and then the rest of those that are shown. */
static void
test_many (Desk         *desk,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *entry = test_await (GTK_WIDGET (desk->picker), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkListView *list = GTK_LIST_VIEW (test_await (GTK_WIDGET (desk->picker), GTK_TYPE_LIST_VIEW, NULL));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));
  guint first = 0;

  for (guint i = 0; i < 60; i++)
    add_phrase (&desk->book, "Many", "Of many", NULL);
  daybook_store_settle (desk->book.store);
  test_wait_until (has_fifty, model);
  g_signal_connect (model, "items-changed", G_CALLBACK (note_first), &first);
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  test_wait_until (is_noted, &first);
  test_wait_until (has_fifty, model);
  g_signal_handlers_disconnect_by_data (model, &first);
  g_assert_cmpuint (first, <, 50);
}

#define ADD(path, text, func) g_test_add ("/phrase-picker/" path, Desk, text, desk_open, func, desk_close)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("blanks", "{?colour} of {order} in {?size}, {?colour}{{x}}", test_blanks);
  ADD ("whole-blank", "Dear {?name}, thank you", test_whole_blank);
  ADD ("other-words", "One {?what}\n---\nTwo {?what}", test_other_words);
  ADD ("guard", "I can't do that", test_guard);
  ADD ("insert", "Hello", test_insert);
  ADD ("other-row", "Order {order}, {?what}", test_other_row);
  ADD ("article", "Hello", test_article);
  ADD ("answers", "Hello", test_answers);
  ADD ("many", "Hello", test_many);

  return g_test_run ();
}
