/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/item.h"
#include "app/phrases/phrase-form.h"
#include "app/phrases/phrase-panel.h"
#include "app/phrases/phrase-warning.h"
#include "app/phrases/phrases-page.h"
#include "case-book.h"
#include "stage.h"

#include "core/phrase-edit.h"
#include "core/use.h"

/* The page of phrases over a real book: what its views ask for, and that nothing which is typed is lost. */

#define DAY (24 * 60 * 60)

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
  const char  *wanted; /* see has_title() */
  DaybookRow  *row;    /* see is_warned() */
} Desk;

static DaybookId
add_phrase (Book            *book,
            const char      *title,
            const char      *text,
            const DaybookId *agent)
{
  g_autoptr(DaybookRow) draft = daybook_phrase_draft (BOOK_NOW);
  g_autoptr(DaybookEdit) edit = NULL;

  daybook_id_random (&draft->id);
  draft->values[DAYBOOK_PHRASE_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_PHRASE_TEXT] = daybook_value_text (text);
  if (agent != NULL)
    draft->values[DAYBOOK_PHRASE_AGENT] = daybook_value_id (agent);
  edit = daybook_phrase_act_add (draft, daybook_store_get_agent (book->store), NULL);
  case_commit (book, edit);
  return draft->id;
}

static void
add_use (Book            *book,
         const DaybookId *phrase,
         gint64           at)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_uses, &id);
  daybook_edit_give (edit, DAYBOOK_USE_PHRASE, daybook_value_id (phrase));
  daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (at));
  daybook_edit_give (edit, DAYBOOK_USE_AGENT, daybook_value_id (daybook_store_get_agent (book->store)));
  case_commit (book, edit);
}

static void
desk_open (Desk          *desk,
           gconstpointer  data G_GNUC_UNUSED)
{
  book_open (&desk->book);
}

static void
desk_show (Desk *desk)
{
  desk->page = g_object_ref_sink (daybook_phrases_page_new (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
}

static void
desk_close (Desk          *desk,
            gconstpointer  data G_GNUC_UNUSED)
{
  GtkWidget *panel = daybook_page_obtain_panel (desk->page);

  g_object_add_weak_pointer (G_OBJECT (panel), (gpointer *) &panel);
  test_stage_close (desk->stage);
  g_object_unref (desk->page);
  test_turn_loop ();
  g_assert_null (panel);
  book_close (&desk->book);
}

/* The one phrase of that title, or NULL. (transfer full) */
static DaybookRow *
find (Desk       *desk,
      const char *title)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (desk->book.store), &daybook_phrases, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_PHRASE_TITLE), title))
      return daybook_row_ref (g_ptr_array_index (rows, i));
  return NULL;
}

static gboolean
has_title (gpointer data)
{
  Desk *desk = data;
  g_autoptr(DaybookRow) row = find (desk, desk->wanted);

  return row != NULL;
}

static void
await_title (Desk       *desk,
             const char *title)
{
  desk->wanted = title;
  test_wait_until (has_title, desk);
}

static GtkWidget *
find_form (Desk *desk)
{
  return test_await (GTK_WIDGET (desk->page), DAYBOOK_TYPE_PHRASE_FORM, NULL);
}

static void
type_text (Desk       *desk,
           const char *text)
{
  GtkWidget *view = test_await (find_form (desk), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
type_title (Desk       *desk,
            const char *title)
{
  GtkWidget *entry = test_await (find_form (desk), ADW_TYPE_ENTRY_ROW, "Title");

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
}

static void
act (Desk       *desk,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (find_form (desk), action, NULL));
}

/* --- Views ------------------------------------------------------------------------------------ */

static void
test_nothing_yet (Desk          *desk,
                  gconstpointer  data G_GNUC_UNUSED)
{
  desk_show (desk);
  test_await (GTK_WIDGET (desk->page), ADW_TYPE_STATUS_PAGE, "No Phrases Yet");
  g_assert_nonnull (test_find (GTK_WIDGET (desk->page), GTK_TYPE_BUTTON, "New Phrase…"));
}

/* The titles in the list, in its order, with blanks between. */
static gboolean
lists (gpointer data)
{
  Desk *desk = data;
  GtkWidget *view = test_find (GTK_WIDGET (desk->page), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *rows = view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))) : NULL;
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(DaybookItem) item = g_list_model_get_item (rows, i);
      DaybookRow *row = daybook_item_get_row (item);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", row != NULL ? daybook_row_text (row, DAYBOOK_PHRASE_TITLE) : "?");
    }
  return g_str_equal (titles->str, desk->wanted);
}

static void
expect_listed (Desk       *desk,
               const char *view,
               const char *titles)
{
  daybook_page_show_view (desk->page, view);
  desk->wanted = titles;
  test_wait_until (lists, desk);
}

/* Somebody else's own is in none of them; what is said leaves the unused, and is among the most used. */
static void
test_views (Desk          *desk,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId lin = case_add_agent (&desk->book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId said = add_phrase (&desk->book, "Said", "x", NULL);
  DaybookId own = add_phrase (&desk->book, "Own", "x", daybook_store_get_agent (desk->book.store));

  add_phrase (&desk->book, "Hers", "x", &lin);
  add_use (&desk->book, &said, BOOK_NOW - DAY);
  desk_show (desk);
  expect_listed (desk, NULL, "Said Own");
  expect_listed (desk, "own", "Own");
  expect_listed (desk, "shop", "Said");
  expect_listed (desk, "most-used", "Said");
  expect_listed (desk, "unused", "Own");

  /* Used in the meantime. */
  add_use (&desk->book, &own, BOOK_NOW);
  add_use (&desk->book, &own, BOOK_NOW);
  expect_listed (desk, "most-used", "Own Said");
}

/* By purpose; while words are looked for, the best first. */
static void
test_search (Desk          *desk,
             gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId parcel = add_phrase (&desk->book, "Parcel", "It is said somewhere in here that a refund is on its way", NULL);
  DaybookId refund = add_phrase (&desk->book, "Refund", "x", NULL);
  GtkWidget *entry;

  book_set (&desk->book, &daybook_phrases, &parcel, DAYBOOK_PHRASE_PURPOSE, daybook_value_int (DAYBOOK_PURPOSE_GREETING));
  book_set (&desk->book, &daybook_phrases, &refund, DAYBOOK_PHRASE_PURPOSE, daybook_value_int (DAYBOOK_PURPOSE_REVIEW));
  daybook_store_settle (desk->book.store);
  desk_show (desk);
  expect_listed (desk, NULL, "Parcel Refund");
  g_assert_true (daybook_page_find (desk->page));
  entry = test_await (GTK_WIDGET (desk->page), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "refund");
  desk->wanted = "Refund Parcel";
  test_wait_until (lists, desk);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  desk->wanted = "Parcel Refund";
  test_wait_until (lists, desk);
}

/* Once the word guard is known. */
static gboolean
is_warned (gpointer data)
{
  Desk *desk = data;
  g_autofree char *warning = daybook_phrase_warning (daybook_desk_of (desk->book.store), desk->row);

  return g_str_has_prefix (warning, desk->wanted);
}

/* What cannot be filled, and what the shop does not say, is marked. */
static void
test_warning (Desk          *desk,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    const char *warning;
  } CASES[] = {
    { "Hello {customer|there}", "" }, { "Hello {custmer}", "⚠ {custmer}" }, { "I can't do that", "⚠ I can't" }, { "a } b", "⚠ }" },
  };

  desk_show (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRow) row = daybook_phrase_draft (BOOK_NOW);
      g_autofree char *warning = NULL;

      row->values[DAYBOOK_PHRASE_TEXT] = daybook_value_text (CASES[i].text);
      desk->row = row;
      desk->wanted = CASES[i].warning;
      test_wait_until (is_warned, desk);
      warning = daybook_phrase_warning (daybook_desk_of (desk->book.store), row);
      if (*CASES[i].warning == '\0')
        g_assert_cmpstr (warning, ==, "");
      else
        g_assert_true (g_str_has_prefix (warning, CASES[i].warning));
    }
}

/* --- The panel -------------------------------------------------------------------------------------- */

static void
test_reading (Desk          *desk,
              gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = add_phrase (&desk->book, "Colour & size", "In {?colour}\n---\nOr {?colour}", NULL);
  GtkWidget *panel;

  add_use (&desk->book, &id, BOOK_NOW - DAY);
  desk_show (desk);
  daybook_page_open_row (desk->page, &id);
  panel = test_await (GTK_WIDGET (desk->page), DAYBOOK_TYPE_PHRASE_PANEL, NULL);
  test_await (panel, GTK_TYPE_LABEL, "Colour & size");
  test_await (panel, GTK_TYPE_LABEL, "In {?colour}");
  test_await (panel, GTK_TYPE_LABEL, "Or {?colour}");
  g_assert_true (daybook_page_can (desk->page, "edit-phrase"));
}

/* New, with what a customer will read beside it; saved it is in the book, and open. */
static void
test_new (Desk          *desk,
          gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(DaybookRow) row = NULL;

  desk_show (desk);
  daybook_page_perform (desk->page, "new-phrase");
  type_title (desk, "On its way");
  act (desk, "form.save");
  test_await (find_form (desk), GTK_TYPE_LABEL, "Write what the phrase says: without a text it is none.");
  type_text (desk, "{order} in {?colour} {custmer}");
  test_await (find_form (desk), GTK_TYPE_LABEL, "1234567890 in [colour] [custmer]");
  test_await (find_form (desk), GTK_TYPE_LABEL, "{custmer} is no placeholder: did you mean {customer}?");
  act (desk, "form.save");
  await_title (desk, "On its way");
  row = find (desk, "On its way");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_PHRASE_TEXT), ==, "{order} in {?colour} {custmer}");
  test_await (GTK_WIDGET (desk->page), GTK_TYPE_LABEL, "{order} in {?colour} {custmer}");
}

/* Whoever turns to another row, goes back or closes the panel has lost nothing. */
static void
test_left (Desk          *desk,
           gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId first = add_phrase (&desk->book, "First", "x", NULL), second = add_phrase (&desk->book, "Second", "y", NULL);

  desk_show (desk);
  daybook_page_open_row (desk->page, &first);
  daybook_page_perform (desk->page, "edit-phrase");
  type_title (desk, "First, changed");
  daybook_page_open_row (desk->page, &second);
  await_title (desk, "First, changed");

  daybook_page_perform (desk->page, "edit-phrase");
  type_title (desk, "Second, changed");
  g_assert_true (daybook_page_back (desk->page));
  await_title (desk, "Second, changed");
  g_assert_true (daybook_page_is_panel_open (desk->page));

  daybook_page_perform (desk->page, "edit-phrase");
  type_title (desk, "Second, closed");
  daybook_page_close_panel (desk->page);
  await_title (desk, "Second, closed");

  /* A new one too; what the person has turned to stays in sight. */
  daybook_page_perform (desk->page, "new-phrase");
  type_title (desk, "Third");
  daybook_page_open_row (desk->page, &first);
  await_title (desk, "Third");
  test_turn_loop ();
  test_await (daybook_page_obtain_panel (desk->page), GTK_TYPE_LABEL, "First, changed");
}

/* Of a field that cannot be kept stays what was there, and that is said. */
static void
test_left_wrong (Desk          *desk,
                 gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = add_phrase (&desk->book, "First", "x", NULL);
  g_autoptr(DaybookRow) row = NULL;
  GtkWidget *promise;

  desk_show (desk);
  daybook_page_open_row (desk->page, &id);
  daybook_page_perform (desk->page, "edit-phrase");
  type_title (desk, "Changed");
  promise = test_await (find_form (desk), ADW_TYPE_ENTRY_ROW, "The customer hears again");
  gtk_editable_set_text (GTK_EDITABLE (promise), "soon");
  g_assert_true (gtk_widget_has_css_class (promise, "error"));
  act (desk, "form.save");
  g_assert_null (find (desk, "Changed"));
  g_assert_true (daybook_page_back (desk->page));
  await_title (desk, "Changed");
  row = find (desk, "Changed");
  g_assert_false (daybook_row_has (row, DAYBOOK_PHRASE_PROMISE));
  g_assert_nonnull (strstr (test_stage_get_said (desk->stage), "soon"));
}

/* The window closes: a new one is kept as well, and one that says nothing but its title says that. */
static void
test_closed (Desk          *desk,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(DaybookRow) row = NULL;

  desk_show (desk);
  daybook_page_perform (desk->page, "new-phrase");
  type_title (desk, "Half a thought");
  test_stage_close (desk->stage);
  await_title (desk, "Half a thought");
  row = find (desk, "Half a thought");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_PHRASE_TEXT), ==, "Half a thought");
  desk->stage = test_stage_new (desk->book.store, gtk_label_new (NULL));
}

static void
test_discarded (Desk          *desk,
                gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = add_phrase (&desk->book, "First", "x", NULL);

  desk_show (desk);
  daybook_page_open_row (desk->page, &id);
  daybook_page_perform (desk->page, "edit-phrase");
  type_title (desk, "Changed");
  test_press (find_form (desk), "Discard");
  test_await (GTK_WIDGET (desk->page), GTK_TYPE_LABEL, "First");
  g_assert_null (find (desk, "Changed"));
}

static void
test_duplicate (Desk          *desk,
                gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = add_phrase (&desk->book, "First", "Hello {customer}", NULL);
  g_autoptr(DaybookRow) copy = NULL;

  desk_show (desk);
  daybook_page_open_row (desk->page, &id);
  daybook_page_perform (desk->page, "duplicate-phrase");
  act (desk, "form.save");
  await_title (desk, "First (copy)");
  copy = find (desk, "First (copy)");
  g_assert_cmpstr (daybook_row_text (copy, DAYBOOK_PHRASE_TEXT), ==, "Hello {customer}");
}

static gboolean
is_empty (gpointer data)
{
  return book_count (&((Desk *) data)->book, &daybook_phrases, "") == 0;
}

static void
test_trash (Desk          *desk,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = add_phrase (&desk->book, "First", "x", NULL);

  desk_show (desk);
  daybook_page_open_row (desk->page, &id);
  daybook_page_perform (desk->page, "trash");
  test_wait_until (is_empty, desk);
}

/* Several at once: one act, of those only that are not so already. */
static void
test_several (Desk          *desk,
              gconstpointer  data G_GNUC_UNUSED)
{
  add_phrase (&desk->book, "First", "x", NULL);
  add_phrase (&desk->book, "Second", "y", NULL);
  desk_show (desk);
  expect_listed (desk, NULL, "First Second");
  daybook_page_perform (desk->page, "select-all");
  test_press (GTK_WIDGET (desk->page), "Retire");
  test_await (GTK_WIDGET (desk->page), ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_cmpuint (book_count (&desk->book, &daybook_phrases, "retired = true"), ==, 2);
}

#define ADD(path, func) g_test_add ("/phrases-page/" path, Desk, NULL, desk_open, func, desk_close)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("nothing-yet", test_nothing_yet);
  ADD ("views", test_views);
  ADD ("search", test_search);
  ADD ("warning", test_warning);
  ADD ("reading", test_reading);
  ADD ("new", test_new);
  ADD ("left", test_left);
  ADD ("left-wrong", test_left_wrong);
  ADD ("closed", test_closed);
  ADD ("discarded", test_discarded);
  ADD ("duplicate", test_duplicate);
  ADD ("trash", test_trash);
  ADD ("several", test_several);

  return g_test_run ();
}
