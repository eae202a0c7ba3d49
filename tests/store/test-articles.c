/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article-book.h"

#include "core/announcement-edit.h"
#include "core/chore.h"
#include "core/use.h"
#include "store/article-case.h"
#include "store/article-product.h"
#include "store/article-text.h"
#include "store/articles.h"
#include "store/read-marks.h"
#include "store/trainings.h"

#include <string.h>

/* The knowledge base in a real book: what was written stays, who has read and learnt what. */

#define HOUR G_GINT64_CONSTANT (3600)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static const DaybookId *
me (Book *book)
{
  return daybook_store_get_agent (book->store);
}

static void
go_on (Book   *book,
       gint64  seconds)
{
  daybook_store_fix_now (book->store, daybook_store_get_now (book->store) + seconds);
}

static gint64
now_of (Book *book)
{
  return daybook_store_get_now (book->store);
}

static void
assert_titles (GPtrArray  *rows,
               guint       field,
               const char *expected)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", daybook_row_text (g_ptr_array_index (rows, i), field));
  g_assert_cmpstr (titles->str, ==, expected);
}

/* --- Revisions --------------------------------------------------------------------------------- */

static void
test_revisions (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "one");

  go_on (&book, HOUR);
  article_set (&book, &id, DAYBOOK_ARTICLE_BODY, daybook_value_text ("two"));
  go_on (&book, HOUR);
  article_set (&book, &id, DAYBOOK_ARTICLE_CATEGORY, daybook_value_text ("Goods"));
  DaybookId third = article_set (&book, &id, DAYBOOK_ARTICLE_BODY, daybook_value_text ("three"));

  g_autoptr(DaybookRow) row = article_row (&book, &id);
  g_autoptr(GPtrArray) all = daybook_article_revisions (reader_of (&book), row, 0, &error);
  g_assert_no_error (error);
  assert_titles (all, DAYBOOK_REVISION_BODY, "three|two|one");
  g_autoptr(GPtrArray) newest = daybook_article_revisions (reader_of (&book), row, 2, &error);
  assert_titles (newest, DAYBOOK_REVISION_BODY, "three|two");
  g_autoptr(DaybookRow) first = daybook_article_revision_numbered (reader_of (&book), row, 1, &error);
  g_assert_cmpstr (daybook_row_text (first, DAYBOOK_REVISION_BODY), ==, "one");
  g_assert_null (daybook_article_revision_numbered (reader_of (&book), row, 4, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (daybook_article_revision_numbered (reader_of (&book), row, 0, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Restored, what came between stays. */
  go_on (&book, HOUR);
  g_autoptr(DaybookEdit) restore = daybook_article_act_restore (row, first, me (&book), now_of (&book), daybook_store_get_zone (book.store), &error);
  g_assert_no_error (error);
  DaybookId fourth = case_commit (&book, restore);
  g_autoptr(GPtrArray) after = daybook_article_revisions (reader_of (&book), row, 0, &error);
  assert_titles (after, DAYBOOK_REVISION_BODY, "one|three|two|one");

  /* What was taken back was never written. */
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &fourth);
  g_autoptr(DaybookOutcome) both = case_undo (&book, &third);
  g_autofree char *body = article_body (&book, &id);
  g_assert_cmpstr (body, ==, "two");
  g_autoptr(DaybookRow) now = daybook_article_revision (reader_of (&book), row, &error);
  g_assert_cmpstr (daybook_row_text (now, DAYBOOK_REVISION_BODY), ==, "two");
  book_close (&book);
}

static void
test_a_document_fits (void)
{
  g_autofree char *text = g_strnfill (DAYBOOK_LONG_TEXT_MAX, 'x');
  Book book;
  book_open (&book);

  DaybookId id = article_make (&book, "Long", text);
  g_autofree char *body = article_body (&book, &id);
  g_assert_cmpstr (body, ==, text);
  book_close (&book);
}

/* --- Text -------------------------------------------------------------------------------------- */

static void
test_typed_titles_become_links (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId cups = article_make (&book, "退貨 Flow", "…");
  article_make (&book, "Twice", "…");
  article_make (&book, "twice", "…");
  g_autofree char *of_cups = daybook_id_to_string (&cups);

  DaybookId id = article_make (&book, "Links", "See [[退货 flow]], [[Twice]], [[Nothing]], [[Links]] and `[[退货 flow]]`.");
  g_autofree char *body = article_body (&book, &id);
  g_autofree char *expected = g_strdup_printf ("See [退货 flow](article:%s), [[Twice]], [[Nothing]], [[Links]] and `[[退货 flow]]`.", of_cups);
  g_assert_cmpstr (body, ==, expected);

  /* A link survives renaming, and knows the new title. */
  article_set (&book, &cups, DAYBOOK_ARTICLE_TITLE, daybook_value_text ("  Returns  "));
  g_autoptr(DaybookRow) row = article_row (&book, &id);
  g_autoptr(GPtrArray) links = daybook_article_links (reader_of (&book), row, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (links->len, ==, 1);
  const DaybookArticleLink *link = g_ptr_array_index (links, 0);
  g_assert_true (daybook_id_equal (&link->id, &cups));
  g_assert_cmpstr (link->title, ==, "Returns");

  /* One to an article in the trash leads nowhere. */
  book_set (&book, &daybook_articles, &cups, DAYBOOK_ARTICLE_DELETED, daybook_value_int (1));
  g_autoptr(GPtrArray) dead = daybook_article_links (reader_of (&book), row, &error);
  g_assert_null (((const DaybookArticleLink *) g_ptr_array_index (dead, 0))->title);
  book_close (&book);
}

static void
test_registers_are_known (void)
{
  Book book;
  book_open (&book);
  case_adopt (&book, case_keys_register);
  DaybookId id = article_make (&book, "Keys", "…");

  article_set (&book, &id, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text (" return/asked,  keys/away "));
  g_autoptr(DaybookRow) row = article_row (&book, &id);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ARTICLE_REGISTERS), ==, "return/asked keys/away");
  article_set_refused (&book, &id, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text ("nothing"), "nothing");
  article_set_refused (&book, &id, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text ("keys/nowhere"), "nowhere");

  /* What stands there already is not asked for again. */
  book_run_sql (&book, "UPDATE articles SET registers = 'gone keys'");
  article_set (&book, &id, DAYBOOK_ARTICLE_BODY, daybook_value_text ("more"));
  article_set (&book, &id, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text (" "));
  g_autoptr(DaybookRow) none = article_row (&book, &id);
  g_assert_false (daybook_row_has (none, DAYBOOK_ARTICLE_REGISTERS));
  book_close (&book);
}

/* --- Finding ------------------------------------------------------------------------------------- */

static void
test_procedures (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  case_adopt (&book, case_keys_register);
  struct { const char *title; const char *registers; DaybookArticleState state; } const ALL[] = {
    { "B keys", "keys", DAYBOOK_ARTICLE_IN_USE }, { "C away", "return keys/away", DAYBOOK_ARTICLE_IN_USE },
    { "A keys", "keys/open", DAYBOOK_ARTICLE_IN_USE }, { "Draft", "keys", DAYBOOK_ARTICLE_DRAFT },
    { "Old", "keys/away", DAYBOOK_ARTICLE_RETIRED }, { "Other", "return", DAYBOOK_ARTICLE_IN_USE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ALL); i++)
    {
      DaybookId id = article_make (&book, ALL[i].title, "…");

      article_set (&book, &id, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text (ALL[i].registers));
      article_set (&book, &id, DAYBOOK_ARTICLE_STATE, daybook_value_int (ALL[i].state));
    }

  g_autoptr(GPtrArray) away = daybook_procedures (reader_of (&book), "keys", "away", 0, &error);
  g_assert_no_error (error);
  assert_titles (away, DAYBOOK_ARTICLE_TITLE, "C away|A keys|B keys");
  g_autoptr(GPtrArray) any = daybook_procedures (reader_of (&book), "keys", NULL, 2, &error);
  assert_titles (any, DAYBOOK_ARTICLE_TITLE, "A keys|B keys");
  g_autoptr(GPtrArray) none = daybook_procedures (reader_of (&book), "key", NULL, 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
  book_close (&book);
}

static DaybookId
add_product (Book       *book,
             const char *sku)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_products, &id);
  daybook_edit_give (edit, DAYBOOK_PRODUCT_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_PLATFORM, daybook_value_text ("taobao"));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_SKU, daybook_value_text (sku));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_NUMBER, daybook_value_text (sku));
  case_commit (book, edit);
  return id;
}

static void
test_the_page_of_a_product (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId product = add_product (&book, "A-1"), other = add_product (&book, "A-2");
  DaybookId id = article_make (&book, "The red cup", "…");
  article_set (&book, &id, DAYBOOK_ARTICLE_PRODUCT_OF, daybook_value_id (&product));

  g_autoptr(DaybookRow) page = daybook_product_page (reader_of (&book), &product, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_id_equal (&page->id, &id));
  g_assert_null (daybook_product_page (reader_of (&book), &other, &error));
  g_assert_no_error (error);
  article_set (&book, &id, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_RETIRED));
  g_assert_null (daybook_product_page (reader_of (&book), &product, &error));
  g_assert_no_error (error);
  book_close (&book);
}

/* What is the same goods on another platform is led to the same page. */
static void
test_what_is_written_of_a_product (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId product = add_product (&book, "A-1"), twin = add_product (&book, "A-2");
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_IMPORT);
  daybook_edit_set (edit, &daybook_products, &product, DAYBOOK_PRODUCT_SKU, daybook_value_text ("CUP"));
  daybook_edit_set (edit, &daybook_products, &twin, DAYBOOK_PRODUCT_SKU, daybook_value_text ("CUP"));
  case_commit (&book, edit);
  DaybookId page = article_make (&book, "The red cup", "…"), draft = article_make (&book, "Its next page", "…");
  article_set (&book, &draft, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_DRAFT));
  article_set (&book, &draft, DAYBOOK_ARTICLE_PRODUCT_OF, daybook_value_id (&product));
  article_set (&book, &page, DAYBOOK_ARTICLE_PRODUCT_OF, daybook_value_id (&twin));

  g_autoptr(GPtrArray) own = daybook_product_articles (reader_of (&book), &product, 0, &error);
  g_assert_no_error (error);
  assert_titles (own, DAYBOOK_ARTICLE_TITLE, "Its next page|The red cup");
  g_autoptr(GPtrArray) first = daybook_product_articles (reader_of (&book), &twin, 1, &error);
  assert_titles (first, DAYBOOK_ARTICLE_TITLE, "The red cup");

  DaybookId id;
  g_assert_true (daybook_product_numbered (reader_of (&book), "A-2", &id, &error));
  g_assert_true (daybook_id_equal (&id, &twin));
  g_assert_true (daybook_product_numbered (reader_of (&book), "CUP", &id, &error));
  g_assert_true (daybook_id_equal (&id, &product));
  g_assert_false (daybook_product_numbered (reader_of (&book), "A", &id, &error));
  g_assert_no_error (error);
  book_close (&book);
}

/* Of the shop's own template, without what it says of itself; else of Daybook's. */
static void
test_the_page_of_a_product_is_begun (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId product = add_product (&book, "A-1");
  g_autoptr(DaybookRow) row = daybook_reader_find (reader_of (&book), &daybook_products, &product, &error);

  g_autoptr(DaybookRow) draft = daybook_article_of_product (reader_of (&book), row, me (&book), now_of (&book), &error);
  g_assert_no_error (error);
  const char *body = daybook_row_text (draft, DAYBOOK_ARTICLE_BODY);
  g_assert_true (g_str_has_prefix (body, "- Product number: `A-1`\n"));
  g_assert_nonnull (strstr (body, "\n## At a Glance\n"));
  g_assert_nonnull (strstr (body, "\n## Price Talk\n"));
  g_assert_null (strstr (body, "Copy this article"));
  g_assert_null (strstr (body, "article:doubt_removal"));
  g_assert_cmpint (daybook_row_int (draft, DAYBOOK_ARTICLE_KIND), ==, DAYBOOK_ARTICLE_PRODUCT);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (draft, DAYBOOK_ARTICLE_PRODUCT_OF), &product));

  /* The shop has made it its own. */
  g_autoptr(DaybookRow) own = daybook_article_draft (me (&book), now_of (&book), daybook_store_get_zone (book.store));
  daybook_article_starter_id (&own->id, "product_page_template", daybook_language_here ());
  own->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text ("Ours");
  own->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text ("How to\n\n## Only this\n");
  g_autoptr(DaybookEdit) edit = daybook_article_act_add (own, me (&book), now_of (&book), &error);
  case_commit (&book, edit);
  g_autoptr(DaybookRow) second = daybook_article_of_product (reader_of (&book), row, me (&book), now_of (&book), &error);
  g_assert_true (g_str_has_suffix (daybook_row_text (second, DAYBOOK_ARTICLE_BODY), "\n\n## Only this\n"));
  g_assert_null (strstr (daybook_row_text (second, DAYBOOK_ARTICLE_BODY), "How to"));
  book_close (&book);
}

static void
announce_about (Book            *book,
                const DaybookId *article)
{
  g_autoptr(DaybookRow) draft = daybook_announcement_draft (me (book), now_of (book));

  draft->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text ("Read it");
  draft->values[DAYBOOK_ANNOUNCEMENT_ARTICLE] = daybook_value_id (article);
  g_autoptr(DaybookEdit) edit = daybook_announcement_act_add (draft, me (book), now_of (book), NULL);
  case_commit (book, edit);
}

static void
test_what_leads_to_one (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId cups = article_make (&book, "Cups", "To itself: [[Cups]]");
  article_make (&book, "Lids", "See [[Cups]], and [[Cups]] again.");
  DaybookId gone = article_make (&book, "Gone", "See [[Cups]].");
  article_make (&book, "Boxes", "Nothing of Cups.");
  announce_about (&book, &cups);
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  daybook_edit_delete (edit, &daybook_articles, &gone);
  case_commit (&book, edit);

  g_autoptr(DaybookRow) row = article_row (&book, &cups);
  g_autoptr(GPtrArray) rows = daybook_article_backlinks (reader_of (&book), row, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_ARTICLE_TITLE), ==, "Lids");
  g_assert_true (((const DaybookRow *) g_ptr_array_index (rows, 1))->table == &daybook_announcements);
  book_close (&book);
}

static void
use (Book           *book,
     const DaybookId *id,
     DaybookVerdict  verdict)
{
  g_autoptr(DaybookRow) row = article_row (book, id);
  const DaybookArticleUse of = { .verdict = verdict };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_article_act_use (row, &of, me (book), now_of (book), NULL, &error);

  g_assert_no_error (error);
  case_commit (book, edit);
}

static void
test_uses_and_comments (void)
{
  g_autoptr(GError) error = NULL;
  DaybookArticleUses uses;
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "…");
  g_autoptr(DaybookRow) row = article_row (&book, &id);

  g_assert_true (daybook_article_uses (reader_of (&book), row, &uses, &error));
  g_assert_cmpuint (uses.n, ==, 0);
  g_assert_cmpint (uses.last, ==, 0);
  use (&book, &id, DAYBOOK_VERDICT_RIGHT);
  use (&book, &id, DAYBOOK_VERDICT_NONE);
  go_on (&book, HOUR);
  use (&book, &id, DAYBOOK_VERDICT_WRONG);
  g_assert_true (daybook_article_uses (reader_of (&book), row, &uses, &error));
  g_assert_cmpuint (uses.n, ==, 3);
  g_assert_cmpuint (uses.n_right, ==, 1);
  g_assert_cmpuint (uses.n_wrong, ==, 1);
  g_assert_cmpint (uses.last, ==, BOOK_NOW + HOUR);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DaybookEdit) edit = daybook_article_act_comment (row, i == 0 ? "first" : "second", me (&book), now_of (&book), NULL, &error);

      case_commit (&book, edit);
      go_on (&book, 60);
    }
  g_autoptr(GPtrArray) comments = daybook_article_comments (reader_of (&book), row, 0, &error);
  assert_titles (comments, DAYBOOK_COMMENT_TEXT, "second|first");
  book_close (&book);
}

/* --- Reading ----------------------------------------------------------------------------------------- */

static void
read_it (Book            *book,
         const DaybookId *id,
         const DaybookId *agent)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = article_row (book, id);
  g_autoptr(DaybookRow) revision = daybook_article_revision (reader_of (book), row, &error);
  g_autoptr(DaybookRow) mark = daybook_read_mark_find (reader_of (book), id, agent, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookEdit) edit = daybook_article_act_read (row, &revision->id, mark, agent, now_of (book));

  case_commit (book, edit);
}

/* "Lin: not!, Mei: older", in their order; ! is said of those who must. */
static void
assert_readers (Book            *book,
                const DaybookId *id,
                const char      *expected)
{
  static const char *const WORDS[] = { "not", "older", "current" };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = article_row (book, id);
  g_autoptr(GPtrArray) readers = daybook_article_readers (reader_of (book), row, &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < readers->len; i++)
    {
      const DaybookArticleReader *self = g_ptr_array_index (readers, i);

      if (daybook_id_equal (&self->agent->id, me (book)))
        continue;
      g_string_append_printf (found, "%s%s: %s%s", found->len > 0 ? ", " : "", daybook_row_text (self->agent, DAYBOOK_AGENT_NAME),
                              WORDS[self->state], self->must ? "!" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_unread (Book            *book,
               const DaybookId *agent,
               const char      *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = book_row (book, &daybook_agents, agent);
  g_autoptr(GPtrArray) unread = daybook_unread (reader_of (book), row, now_of (book), 0, &error);

  g_assert_no_error (error);
  assert_titles (unread, DAYBOOK_ARTICLE_TITLE, expected);
}

static void
test_readers (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId mei = case_add_agent (&book, "Mei", DAYBOOK_ROLE_PART_TIME);
  DaybookId id = article_make (&book, "Cups", "one");

  /* Nobody must, until somebody says so. */
  assert_readers (&book, &id, "Lin: not, Mei: not");
  assert_unread (&book, &lin, "");
  article_set (&book, &id, DAYBOOK_ARTICLE_READ_BY, daybook_value_int (BOOK_NOW + HOUR));
  assert_readers (&book, &id, "Lin: not!, Mei: not!");
  assert_unread (&book, &lin, "Cups");
  /* Whoever wrote it has read it. */
  assert_unread (&book, me (&book), "");
  read_it (&book, &id, &lin);
  assert_readers (&book, &id, "Mei: not!, Lin: current!");
  assert_unread (&book, &lin, "");
  go_on (&book, 60);
  article_set (&book, &id, DAYBOOK_ARTICLE_BODY, daybook_value_text ("two"));
  assert_readers (&book, &id, "Mei: not!, Lin: older!");
  read_it (&book, &id, &lin);
  assert_readers (&book, &id, "Mei: not!, Lin: current!");

  /* Of a role only those who have it. */
  article_set (&book, &id, DAYBOOK_ARTICLE_READERS, daybook_value_int (DAYBOOK_CHORE_AGENT));
  assert_readers (&book, &id, "Lin: current!, Mei: not");
  assert_unread (&book, &mei, "");
  article_set (&book, &id, DAYBOOK_ARTICLE_READERS, daybook_value_int (DAYBOOK_CHORE_PART_TIME));
  assert_unread (&book, &mei, "Cups");
  article_set (&book, &id, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_RETIRED));
  assert_unread (&book, &mei, "");
  book_close (&book);
}

static void
announce (Book       *book,
          const char *title,
          gint64      until,
          gint64      readers)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_announcements, &id);
  daybook_edit_give (edit, DAYBOOK_ANNOUNCEMENT_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_ANNOUNCEMENT_READERS, daybook_value_int (readers));
  daybook_edit_give (edit, DAYBOOK_ANNOUNCEMENT_AT, daybook_value_int (now_of (book)));
  daybook_edit_give (edit, DAYBOOK_ANNOUNCEMENT_AGENT, daybook_value_id (me (book)));
  if (until != 0)
    daybook_edit_give (edit, DAYBOOK_ANNOUNCEMENT_UNTIL, daybook_value_int (until));
  case_commit (book, edit);
  go_on (book, 60);
}

static void
test_unread_announcements (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId id = article_make (&book, "Cups", "one");

  article_set (&book, &id, DAYBOOK_ARTICLE_READ_BY, daybook_value_int (BOOK_NOW + HOUR));
  announce (&book, "Sale", 0, DAYBOOK_CHORE_ANYONE);
  announce (&book, "Over soon", BOOK_NOW + HOUR, DAYBOOK_CHORE_AGENT);
  announce (&book, "For leads", 0, DAYBOOK_CHORE_LEAD);
  assert_unread (&book, &lin, "Over soon|Sale|Cups");
  /* It stands first for everybody: whoever said it sees that it does. */
  assert_unread (&book, me (&book), "Sale");
  go_on (&book, HOUR);
  assert_unread (&book, &lin, "Sale|Cups");
  book_close (&book);
}

/* --- Training ---------------------------------------------------------------------------------------- */

#define PATH "Learn:\n\n- [ ] Take one call\n- [ ] Write a note\n- [ ] Write a refund\n"

static void
learn (Book            *book,
       const DaybookId *id,
       const DaybookId *agent,
       const char      *word,
       guint            stars)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = article_row (book, id);
  g_autoptr(DaybookRow) learner = book_row (book, &daybook_agents, agent);
  g_autoptr(DaybookTrainingFound) found = daybook_training_find (reader_of (book), row, learner, word, &error);
  g_assert_no_error (error);
  const DaybookTrainingPoint point = { learner, found->item, found->label, found->mark };
  g_autoptr(DaybookEdit) edit = stars != 0 ? daybook_article_act_judge (row, &point, stars, NULL, me (book), now_of (book), &error)
                                           : daybook_article_act_tick (row, &point, DAYBOOK_TRAINING_DONE, me (book), now_of (book));

  g_assert_no_error (error);
  case_commit (book, edit);
}

static void
test_training (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId mei = case_add_agent (&book, "Mei", DAYBOOK_ROLE_AGENT);
  DaybookId id = article_make (&book, "First week", PATH);

  learn (&book, &id, &mei, "1", 0);
  learn (&book, &id, &lin, "call", 0);
  learn (&book, &id, &lin, "call", 5);
  go_on (&book, 60);
  learn (&book, &id, &lin, "refund", 2);
  g_autoptr(DaybookRow) row = article_row (&book, &id);
  g_autoptr(GPtrArray) trainees = daybook_trainees (reader_of (&book), row, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trainees->len, ==, 2);
  const DaybookTrainee *first = g_ptr_array_index (trainees, 0), *second = g_ptr_array_index (trainees, 1);
  g_assert_cmpstr (daybook_row_text (first->agent, DAYBOOK_AGENT_NAME), ==, "Lin");
  g_assert_cmpuint (first->n_done, ==, 2);
  g_assert_cmpuint (first->n_points, ==, 3);
  g_assert_cmpfloat_with_epsilon (first->stars, 3.5, 0.001);
  g_assert_cmpint (first->last, ==, BOOK_NOW + 60);
  g_assert_cmpuint (second->n_done, ==, 1);
  g_assert_cmpuint (second->n_judged, ==, 0);

  /* What the path no longer asks for does not count. */
  article_set (&book, &id, DAYBOOK_ARTICLE_BODY, daybook_value_text ("- [ ] Write a refund\n- [ ] Take two calls\n"));
  g_autoptr(DaybookRow) shorter = article_row (&book, &id);
  g_autoptr(GPtrArray) fewer = daybook_trainees (reader_of (&book), shorter, &error);
  first = g_ptr_array_index (fewer, 0);
  g_assert_cmpuint (first->n_done, ==, 1);
  g_assert_cmpuint (first->n_points, ==, 2);
  g_assert_cmpfloat_with_epsilon (first->stars, 2, 0.001);
  book_close (&book);
}

static void
assert_no_point (Book            *book,
                 const DaybookId *id,
                 const char      *word,
                 DaybookError     code,
                 const char      *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = article_row (book, id);
  g_autoptr(DaybookRow) agent = book_row (book, &daybook_agents, me (book));

  g_assert_null (daybook_training_find (reader_of (book), row, agent, word, &error));
  g_assert_error (error, DAYBOOK_ERROR, (int) code);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_points_are_named (void)
{
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "First week", PATH);
  DaybookId none = article_make (&book, "Nothing", "…");

  assert_no_point (&book, &id, "write", DAYBOOK_ERROR_CONFLICT, "number");
  assert_no_point (&book, &id, "4", DAYBOOK_ERROR_NOT_FOUND, "3 Write a refund");
  assert_no_point (&book, &id, "", DAYBOOK_ERROR_NOT_FOUND, "1 Take one call");
  assert_no_point (&book, &none, "1", DAYBOOK_ERROR_NOT_FOUND, "no points");
  book_close (&book);
}

/* --- Cases ------------------------------------------------------------------------------------------- */

static void
tell (Book            *book,
      const DaybookId *of,
      const char      *text)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_TOLD, .text = text };
  g_autoptr(DaybookRow) row = case_row (book, of);

  g_assert_true (daybook_case_event_add (edit, row, &event, me (book), now_of (book), NULL));
  case_commit (book, edit);
}

static void
test_a_case_becomes_a_draft (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  case_adopt (&book, case_keys_register);
  DaybookId of = case_make (&book, "keys", "Wang Xiaoming lost it");

  case_set (&book, &of, "content", daybook_value_text ("王小明 (13800138000) lost *all* keys.\n# Twice"));
  case_set (&book, &of, "witness", daybook_value_text ("王小明"));
  case_set (&book, &of, "result", daybook_value_text ("New keys for 王先生"));
  case_note (&book, &of, "not for others");
  tell (&book, &of, "They come on 2026-12-01, said to 王小明");
  g_autoptr(DaybookRow) row = case_row (&book, &of);
  g_autoptr(DaybookRow) draft = daybook_article_of_case (reader_of (&book), row, me (&book), now_of (&book), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_row_text (draft, DAYBOOK_ARTICLE_BODY), ==,
                   "## What happened\n\n… (…) lost \\*all\\* keys.\n\\# Twice\n\n"
                   "## What was done\n\nNew keys for …\n\n"
                   "## What the customer was told\n\nThey come on 2026-12-01, said to …\n\n");
  g_assert_cmpstr (daybook_row_text (draft, DAYBOOK_ARTICLE_TITLE), ==, "K-A1001 · Wang Xiaoming lost it");
  g_assert_cmpint (daybook_row_int (draft, DAYBOOK_ARTICLE_STATE), ==, DAYBOOK_ARTICLE_DRAFT);
  g_assert_cmpstr (daybook_row_text (draft, DAYBOOK_ARTICLE_REGISTERS), ==, "keys");

  g_autoptr(DaybookEdit) edit = daybook_article_act_add (draft, me (&book), now_of (&book), &error);
  case_commit (&book, edit);
  g_autoptr(GPtrArray) learnt = daybook_articles_of_case (reader_of (&book), &of, &error);
  g_assert_cmpuint (learnt->len, ==, 1);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/articles/revisions", test_revisions);
  g_test_add_func ("/articles/a-document-fits", test_a_document_fits);
  g_test_add_func ("/articles/typed-titles-become-links", test_typed_titles_become_links);
  g_test_add_func ("/articles/registers-are-known", test_registers_are_known);
  g_test_add_func ("/articles/procedures", test_procedures);
  g_test_add_func ("/articles/the-page-of-a-product", test_the_page_of_a_product);
  g_test_add_func ("/articles/what-is-written-of-a-product", test_what_is_written_of_a_product);
  g_test_add_func ("/articles/the-page-of-a-product-is-begun", test_the_page_of_a_product_is_begun);
  g_test_add_func ("/articles/what-leads-to-one", test_what_leads_to_one);
  g_test_add_func ("/articles/uses-and-comments", test_uses_and_comments);
  g_test_add_func ("/articles/readers", test_readers);
  g_test_add_func ("/articles/unread-announcements", test_unread_announcements);
  g_test_add_func ("/articles/training", test_training);
  g_test_add_func ("/articles/points-are-named", test_points_are_named);
  g_test_add_func ("/articles/a-case-becomes-a-draft", test_a_case_becomes_a_draft);
  return g_test_run ();
}
