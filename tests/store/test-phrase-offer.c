/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/use.h"
#include "store/phrase-offer.h"

/* Which phrases are offered to whom, and in which order. */

typedef struct
{
  const char      *title;
  DaybookLanguage  language;
  const char      *registers;
  const char      *channels;
  DaybookDaypart   daypart;
  DaybookPurpose   purpose;
  const DaybookId *agent;
  gboolean         retired;
} Phrase;

static void
set_up (Book          *book,
        gconstpointer  data G_GNUC_UNUSED)
{
  book_open (book);
}

static void
tear_down (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  book_close (book);
}

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static DaybookId
add (Book         *book,
     const Phrase *phrase)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (phrase->title));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Your parcel is on its way"));
  daybook_edit_give (edit, DAYBOOK_PHRASE_LANGUAGE, daybook_value_int (phrase->language));
  daybook_edit_give (edit, DAYBOOK_PHRASE_REGISTERS, daybook_value_text (phrase->registers));
  daybook_edit_give (edit, DAYBOOK_PHRASE_CHANNELS, daybook_value_text (phrase->channels));
  daybook_edit_give (edit, DAYBOOK_PHRASE_DAYPART, daybook_value_int (phrase->daypart));
  daybook_edit_give (edit, DAYBOOK_PHRASE_PURPOSE, daybook_value_int (phrase->purpose));
  daybook_edit_give (edit, DAYBOOK_PHRASE_AGENT, daybook_value_id (phrase->agent));
  daybook_edit_give (edit, DAYBOOK_PHRASE_RETIRED, daybook_value_int (phrase->retired));
  case_commit (book, edit);
  return id;
}

static void
use (Book            *book,
     const DaybookId *phrase,
     guint            times)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);

  for (guint i = 0; i < times; i++)
    {
      DaybookId id;

      daybook_id_random (&id);
      daybook_edit_create (edit, &daybook_uses, &id);
      daybook_edit_give (edit, DAYBOOK_USE_PHRASE, daybook_value_id (phrase));
      daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (BOOK_NOW));
    }
  case_commit (book, edit);
}

static DaybookPhraseWish
wish_of (Book *book)
{
  return (DaybookPhraseWish) {
    .purpose = DAYBOOK_PURPOSE_ANY, .agent = daybook_store_get_agent (book->store), .language = DAYBOOK_LANGUAGE_EN,
    .daypart = DAYBOOK_DAYPART_MORNING,
  };
}

static void
expect (Book                    *book,
        const DaybookPhraseWish *wish,
        const char              *titles)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) offers = daybook_reader_offer_phrases (reader_of (book), wish, 100, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < offers->len; i++)
    {
      const DaybookPhraseOffer *offer = g_ptr_array_index (offers, i);

      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", daybook_row_text (offer->row, DAYBOOK_PHRASE_TITLE));
    }
  g_assert_cmpstr (found->str, ==, titles);
}

static void
make_favourite (Book            *book,
                const DaybookId *phrase,
                guint            slot)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_favourite_set (edit, reader_of (book), daybook_store_get_agent (book->store), slot, phrase, &error));
  g_assert_no_error (error);
  case_commit (book, edit);
}

/* Language, place, channel, part of the day and use, in this order. */
static void
test_order (Book          *book,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookPhraseWish wish = wish_of (book);
  DaybookId often;

  add (book, &(Phrase) { .title = "chinese", .language = DAYBOOK_LANGUAGE_ZH_CN, .registers = "return/asked" });
  add (book, &(Phrase) { .title = "elsewhere", .registers = "review" });
  add (book, &(Phrase) { .title = "seldom" });
  often = add (book, &(Phrase) { .title = "often" });
  use (book, &often, 3);
  add (book, &(Phrase) { .title = "evening", .daypart = DAYBOOK_DAYPART_EVENING });
  add (book, &(Phrase) { .title = "morning", .daypart = DAYBOOK_DAYPART_MORNING });
  add (book, &(Phrase) { .title = "by phone", .channels = "phone" });
  add (book, &(Phrase) { .title = "register", .registers = "return" });
  add (book, &(Phrase) { .title = "stage", .registers = "review return/asked" });
  wish.reg = "return";
  wish.stage = "asked";
  wish.channel = "wechat";
  expect (book, &wish, "stage, register, morning, often, seldom, evening, by phone, elsewhere, chinese");

  wish.channel = "phone";
  wish.language = DAYBOOK_LANGUAGE_ZH_CN;
  wish.daypart = DAYBOOK_DAYPART_EVENING;
  expect (book, &wish, "chinese, stage, register, evening, often, seldom, by phone, morning, elsewhere");
}

static void
test_whose (Book          *book,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookPhraseWish wish = wish_of (book);
  DaybookId other = case_add_agent (book, "Other", DAYBOOK_ROLE_AGENT);

  add (book, &(Phrase) { .title = "shop", .purpose = DAYBOOK_PURPOSE_APOLOGY });
  add (book, &(Phrase) { .title = "mine", .agent = wish.agent });
  add (book, &(Phrase) { .title = "theirs", .agent = &other });
  add (book, &(Phrase) { .title = "retired", .retired = TRUE });
  expect (book, &wish, "shop, mine");
  wish.of = DAYBOOK_PHRASES_OWN;
  expect (book, &wish, "mine");
  wish.of = DAYBOOK_PHRASES_SHOP;
  expect (book, &wish, "shop");
  wish.of = DAYBOOK_PHRASES_ALL;
  wish.purpose = DAYBOOK_PURPOSE_APOLOGY;
  expect (book, &wish, "shop");
  wish.purpose = DAYBOOK_PURPOSE_THANKS;
  expect (book, &wish, "");

  /* Words find nothing else than that. */
  wish.purpose = DAYBOOK_PURPOSE_ANY;
  daybook_store_settle (book->store);
  wish.text = "parcel way";
  expect (book, &wish, "mine, shop");
  wish.text = "theirs";
  expect (book, &wish, "");
}

static void
test_favourites (Book          *book,
                 gconstpointer  data G_GNUC_UNUSED)
{
  DaybookPhraseWish wish = wish_of (book);
  DaybookId one = add (book, &(Phrase) { .title = "one", .language = DAYBOOK_LANGUAGE_ZH_CN });
  DaybookId two = add (book, &(Phrase) { .title = "two" });
  g_autoptr(DaybookRow) taken = NULL, given_up = NULL, none = NULL;

  expect (book, &wish, "two, one");
  make_favourite (book, &one, 3);
  make_favourite (book, &two, 5);
  expect (book, &wish, "one, two");
  taken = daybook_reader_favourite (reader_of (book), wish.agent, 3, NULL);
  g_assert_cmpstr (daybook_row_text (taken, DAYBOOK_PHRASE_TITLE), ==, "one");

  /* It moves to another key, and takes the place of the one there. */
  make_favourite (book, &two, 3);
  given_up = daybook_reader_favourite (reader_of (book), wish.agent, 5, NULL);
  g_assert_null (given_up);
  expect (book, &wish, "two, one");

  make_favourite (book, &two, 0);
  none = daybook_reader_favourite (reader_of (book), wish.agent, 3, NULL);
  g_assert_null (none);
  make_favourite (book, &one, 3);
  expect (book, &wish, "one, two");
}

static void
test_copy (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  DaybookPhraseWish wish = wish_of (book);
  DaybookId shop = add (book, &(Phrase) { .title = "one", .registers = "return", .daypart = DAYBOOK_DAYPART_NOON }), id;
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) phrase = book_row (book, &daybook_phrases, &shop), copy = NULL;

  daybook_phrase_copy (edit, phrase, wish.agent, BOOK_NOW, &id);
  case_commit (book, edit);
  copy = book_row (book, &daybook_phrases, &id);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (copy, DAYBOOK_PHRASE_AGENT), wish.agent));
  for (guint i = DAYBOOK_PHRASE_TITLE; i < DAYBOOK_PHRASE_N_FIELDS; i++)
    if (i != DAYBOOK_PHRASE_AGENT)
      g_assert_true (daybook_value_equal (&copy->values[i], &phrase->values[i]));
}

#define ADD(path, func) g_test_add ("/phrase-offer/" path, Book, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", test_order);
  ADD ("whose", test_whose);
  ADD ("favourites", test_favourites);
  ADD ("copy", test_copy);

  return g_test_run ();
}
