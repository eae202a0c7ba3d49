/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/word-item.h"
#include "app/settings/words-page.h"
#include "core/guarded-word.h"
#include "stage.h"
#include "store/word-guard.h"

/* --- Helpers ------------------------------------------------------------------------------- */

static GtkWidget *
open_page (Book       *book,
           TestStage **stage)
{
  GtkWidget *page;

  book_open (book);
  page = daybook_words_page_new (book->store);
  *stage = test_stage_new (book->store, page);
  daybook_words_page_begin (DAYBOOK_WORDS_PAGE (page));
  return page;
}

static void
close_page (Book      *book,
            TestStage *stage)
{
  test_stage_close (stage);
  book_close (book);
}

typedef struct
{
  GtkWidget  *page;
  const char *text; /* of the first word in sight; NULL: there is none */
} Wanted;

static GListModel *
get_words (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (test_find (page, GTK_TYPE_LIST_VIEW, NULL))));
}

static gboolean
is_first (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *list = test_find (wanted->page, GTK_TYPE_LIST_VIEW, NULL);
  g_autoptr(DaybookWordItem) item = list != NULL ? g_list_model_get_item (get_words (wanted->page), 0) : NULL;

  return item != NULL ? g_strcmp0 (daybook_word_item_get_entry (item)->text, wanted->text) == 0 : wanted->text == NULL;
}

static void
await_first (GtkWidget  *page,
             const char *text)
{
  Wanted wanted = { page, text };

  test_wait_until (is_first, &wanted);
}

static gboolean
is_off (gpointer page)
{
  g_autoptr(DaybookWordItem) item = g_list_model_get_item (get_words (page), 0);

  return item != NULL && daybook_word_item_get_entry (item)->off;
}

static void
look_for (GtkWidget  *page,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (test_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
}

static void
fill (GtkWidget  *page,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (test_await (page, ADW_TYPE_ENTRY_ROW, title)), text);
}

static guint
count_found (Book       *book,
             const char *text)
{
  g_autoptr(DaybookGuard) guard = daybook_reader_guard (daybook_store_get_reader (book->store), NULL);
  g_autoptr(GArray) findings = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_UNKNOWN, NULL);

  return findings->len;
}

static void
undo (Book *book)
{
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book->store, NULL, NULL);

  g_assert_nonnull (outcome);
}

static void
add_word (GtkWidget  *page,
          const char *text,
          const char *instead)
{
  gtk_widget_activate_action (page, "words.add", NULL);
  fill (page, "Word", text);
  fill (page, "Better wording", instead);
  test_press (page, "Save");
}

/* --- Tests --------------------------------------------------------------------------------- */

static void
test_added_changed_taken_away (void)
{
  Book book;
  TestStage *stage;
  GtkWidget *page = open_page (&book, &stage);

  test_await (page, GTK_TYPE_LIST_VIEW, NULL);
  add_word (page, "没货", "正在调货");
  await_first (page, "没货");
  g_assert_cmpuint (count_found (&book, "没貨了"), ==, 1);

  /* Opened, changed, saved. */
  g_signal_emit_by_name (test_find (page, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  fill (page, "Word", "缺货");
  test_press (page, "Save");
  await_first (page, "缺货");
  g_assert_cmpuint (count_found (&book, "没货"), ==, 0);
  undo (&book);
  await_first (page, "没货");

  /* Opened, taken away. */
  g_signal_emit_by_name (test_find (page, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  test_press (page, "Take Away");
  test_await (page, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_cmpuint (count_found (&book, "没货"), ==, 0);
  undo (&book);
  await_first (page, "没货");
  close_page (&book, stage);
}

static void
test_what_cannot_be_saved (void)
{
  Book book;
  TestStage *stage;
  GtkWidget *page = open_page (&book, &stage);
  GtkWidget *save;

  add_word (page, "没货", "");
  await_first (page, "没货");
  gtk_widget_activate_action (page, "words.add", NULL);
  test_await (page, ADW_TYPE_ENTRY_ROW, "Word");
  save = test_find (page, GTK_TYPE_BUTTON, "Save");
  g_assert_false (gtk_widget_get_sensitive (save));
  fill (page, "Word", "没 貨");
  g_assert_false (gtk_widget_get_sensitive (save));
  test_await (page, GTK_TYPE_LABEL, "“没 貨” is guarded already.");
  fill (page, "Word", "<v>");
  g_assert_false (gtk_widget_get_sensitive (save));
  test_await (page, GTK_TYPE_LABEL, "The word guard cannot use this: “&lt;v&gt;” is a single letter, which says too little.");
  fill (page, "Word", "vv");
  g_assert_true (gtk_widget_get_sensitive (save));
  close_page (&book, stage);
}

static void
test_looked_for (void)
{
  Book book;
  TestStage *stage;
  GtkWidget *page = open_page (&book, &stage);
  GtkWidget *which = test_await (page, GTK_TYPE_DROP_DOWN, NULL);

  await_first (page, "refund for 5 stars");
  look_for (page, "SECOND to none");
  await_first (page, "second to none");
  g_assert_cmpuint (g_list_model_get_n_items (get_words (page)), ==, 1);
  look_for (page, "hologram");
  test_press (page, "Add a Word…");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (test_await (page, ADW_TYPE_ENTRY_ROW, "Word"))), ==, "hologram");
  gtk_widget_activate_action (page, "words.back", NULL);
  look_for (page, "");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), 1);
  test_await (page, ADW_TYPE_STATUS_PAGE, "No Words of Your Own Yet");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), 0);
  await_first (page, "refund for 5 stars");
  close_page (&book, stage);
}

static void
test_one_switched_off (void)
{
  Book book;
  TestStage *stage;
  GtkWidget *page = open_page (&book, &stage);
  GtkWidget *on_switch;

  await_first (page, "refund for 5 stars");
  look_for (page, "second to none");
  await_first (page, "second to none");
  on_switch = test_await (page, GTK_TYPE_SWITCH, NULL);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (on_switch)));
  gtk_switch_set_active (GTK_SWITCH (on_switch), FALSE);
  g_assert_cmpuint (count_found (&book, "It is second to none."), ==, 0);
  test_wait_until (is_off, page);
  gtk_switch_set_active (GTK_SWITCH (test_await (page, GTK_TYPE_SWITCH, NULL)), TRUE);
  g_assert_cmpuint (count_found (&book, "It is second to none."), ==, 1);
  close_page (&book, stage);
}

static void
test_many_pasted (void)
{
  Book book;
  TestStage *stage;
  GtkWidget *page = open_page (&book, &stage);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  gtk_widget_activate_action (page, "words.paste", NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_await (page, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "秒杀\t特价\nv\n全网最低价，价格实在\n", -1);
  test_press (page, "Add 2 Words");
  await_first (page, "全网最低价");
  g_assert_cmpuint (count_found (&book, "秒杀"), ==, 1);

  /* What is wrong was said, and is there to be mended. */
  gtk_widget_activate_action (page, "words.paste", NULL);
  test_await (page, GTK_TYPE_LABEL, "Line 1: The word guard cannot use this: “v” is a single letter, which says too little.");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *left = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (left, ==, "v\n");

  undo (&book);
  g_assert_cmpuint (count_found (&book, "秒杀"), ==, 0);
  close_page (&book, stage);
}

static void
test_tried (void)
{
  Book book;
  TestStage *stage;
  GtkWidget *page = open_page (&book, &stage);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_await (page, GTK_TYPE_TEXT_VIEW, NULL)));

  gtk_text_buffer_set_text (buffer, "没货了", -1);
  test_await (page, GTK_TYPE_LABEL, "Nothing is found in it.");
  /* A word that is added is found at once. */
  add_word (page, "没货", "正在调货");
  test_await (page, GTK_TYPE_LABEL, "“没货”: The shop’s own word");
  test_press (page, "Put the Better Wording In (Alt+G)");
  test_await (page, GTK_TYPE_LABEL, "Nothing is found in it.");
  close_page (&book, stage);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/words-page/added", test_added_changed_taken_away);
  g_test_add_func ("/words-page/refused", test_what_cannot_be_saved);
  g_test_add_func ("/words-page/looked-for", test_looked_for);
  g_test_add_func ("/words-page/switched-off", test_one_switched_off);
  g_test_add_func ("/words-page/pasted", test_many_pasted);
  g_test_add_func ("/words-page/tried", test_tried);
  return g_test_run ();
}
