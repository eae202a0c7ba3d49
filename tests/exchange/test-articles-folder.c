/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/articles-export.h"
#include "exchange/articles-import.h"

#include "book-fixture.h"
#include "core/article-edit.h"
#include "core/shop.h"
#include "exchange/article-file.h"
#include "fixtures.h"
#include "photo-fixture.h"
#include "store/article-starters.h"
#include "store/attachments.h"
#include "store/starters.h"

#include <glib/gstdio.h>
#include <string.h>

/* The knowledge base as files, and back. */

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->store);
}

static DaybookArticlesImport *
look (Fixture    *fixture,
      const char *path)
{
  char *paths[] = { (char *) path, NULL };
  g_autoptr(GError) error = NULL;
  DaybookArticlesImport *import = daybook_articles_import_read (fixture->store, reader_of (fixture), paths, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static void
take (Fixture               *fixture,
      DaybookArticlesImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_articles_import_act (import, daybook_store_get_agent (fixture->store), daybook_store_get_now (fixture->store), &error);

  g_assert_no_error (error);
  book_commit (fixture, edit);
}

static void
assert_counts (DaybookArticlesImport *import,
               guint                  n_new,
               guint                  n_changed,
               guint                  n_same,
               guint                  n_refused)
{
  for (guint i = 0; i < import->refused->len && n_refused == 0; i++)
    g_test_message ("%s: %s", ((DaybookArticleRefusal *) g_ptr_array_index (import->refused, i))->file,
                    ((DaybookArticleRefusal *) g_ptr_array_index (import->refused, i))->why);
  g_assert_cmpuint (daybook_articles_import_count (import, DAYBOOK_ARTICLE_COMES_NEW), ==, n_new);
  g_assert_cmpuint (daybook_articles_import_count (import, DAYBOOK_ARTICLE_COMES_CHANGED), ==, n_changed);
  g_assert_cmpuint (daybook_articles_import_count (import, DAYBOOK_ARTICLE_COMES_SAME), ==, n_same);
  g_assert_cmpuint (import->refused->len, ==, n_refused);
}

static const DaybookArticleFile *
file_named (DaybookArticlesImport *import,
            const char            *name)
{
  for (guint i = 0; i < import->files->len; i++)
    {
      const DaybookArticleFile *file = g_ptr_array_index (import->files, i);

      if (g_str_has_suffix (file->file, name))
        return file;
    }
  g_error ("%s is not there", name);
}

static char *
write_in (Fixture    *fixture,
          const char *name,
          const char *text)
{
  return fixture_write (fixture->folder, name, text, -1);
}

/* --- There and back --------------------------------------------------------------------------- */

static void
bring (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_starters_bring (fixture->store, DAYBOOK_LANGUAGE_ZH_CN, &error);

  g_assert_no_error (error);
}

/* With brackets in their titles, and links to those. */
static void
bring_english (Fixture *fixture)
{
  g_autoptr(DaybookOutcome) outcome = daybook_starters_bring (fixture->store, DAYBOOK_LANGUAGE_EN, NULL);

  g_assert_nonnull (outcome);
}

/* Without an end of its last line, as people type it. */
static void
write_bare (Fixture *fixture)
{
  g_autoptr(DaybookRow) draft = daybook_article_draft (daybook_store_get_agent (fixture->store), daybook_store_get_now (fixture->store),
                                                       daybook_store_get_zone (fixture->store));

  draft->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text ("Bare");
  draft->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text ("One\n\nTwo");
  g_autoptr(DaybookEdit) edit = daybook_article_act_add (draft, daybook_store_get_agent (fixture->store), daybook_store_get_now (fixture->store), NULL);
  book_commit (fixture, edit);
}

static char *
export_to (Fixture    *fixture,
           const char *name)
{
  char *folder = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  g_assert_true (daybook_articles_export_folder (fixture->store, reader_of (fixture), NULL, folder, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, daybook_article_starters (DAYBOOK_LANGUAGE_ZH_CN)->len);
  return folder;
}

static void
assert_same_articles (Fixture *here,
                      Fixture *there)
{
  static const guint FIELDS[] = { DAYBOOK_ARTICLE_TITLE, DAYBOOK_ARTICLE_BODY, DAYBOOK_ARTICLE_KIND, DAYBOOK_ARTICLE_STATE, DAYBOOK_ARTICLE_TOLD, DAYBOOK_ARTICLE_TAGS,
                                  DAYBOOK_ARTICLE_CATEGORY, DAYBOOK_ARTICLE_LANGUAGE, DAYBOOK_ARTICLE_REGISTERS, DAYBOOK_ARTICLE_REVIEW_MONTHS };
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (here), &daybook_articles, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      g_autoptr(DaybookRow) other = daybook_reader_find (reader_of (there), &daybook_articles, &row->id, NULL);

      g_assert_nonnull (other);
      for (guint f = 0; f < G_N_ELEMENTS (FIELDS); f++)
        if (FIELDS[f] == DAYBOOK_ARTICLE_TOLD)
          g_assert_cmpint (daybook_row_int (row, FIELDS[f]), ==, daybook_row_int (other, FIELDS[f]));
        else if (FIELDS[f] == DAYBOOK_ARTICLE_BODY)
          g_assert_true (g_str_has_prefix (daybook_row_text (other, FIELDS[f]), daybook_row_text (row, FIELDS[f])));
        else if (!daybook_value_equal (&row->values[FIELDS[f]], &other->values[FIELDS[f]]))
          g_error ("%s differs in %s", daybook_row_text (row, DAYBOOK_ARTICLE_TITLE), daybook_articles.fields[FIELDS[f]].name);
    }
}

static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  Fixture other = { NULL };
  book_fixture_set_up (&other, NULL);

  bring (fixture);
  bring_english (fixture);
  write_bare (fixture);
  g_autofree char *folder = export_to (fixture, "out");
  /* In the same book nothing is new. */
  g_autoptr(DaybookArticlesImport) same = look (fixture, folder);
  guint n = same->files->len;
  assert_counts (same, 0, 0, n, 0);

  g_autoptr(DaybookArticlesImport) import = look (&other, folder);
  assert_counts (import, n, 0, 0, 0);
  take (&other, import);
  assert_same_articles (fixture, &other);
  g_autoptr(DaybookArticlesImport) again = look (&other, folder);
  assert_counts (again, 0, 0, n, 0);
  book_fixture_tear_down (&other, NULL);
}

static void
test_pictures_go_along (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *page = write_in (fixture, "cup.md", "# The cup\n\nLook: ![cup](red%20cup.png) ![cup](red%20cup.png) ![no](none.png) ![out](../../etc/passwd) ![text](text.png)\n");
  g_autofree char *text = write_in (fixture, "text.png", "no picture");
  g_autoptr(GBytes) png = fixture_photo_make ("png", 24, 16);
  g_autofree char *picture = fixture_write (fixture->folder, "red cup.png", g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
  g_autoptr(DaybookArticlesImport) import = look (fixture, page);

  const DaybookArticleFile *file = g_ptr_array_index (import->files, 0);
  g_assert_cmpstr (daybook_row_text (file->after, DAYBOOK_ARTICLE_TITLE), ==, "The cup");
  g_assert_cmpuint (file->pictures->len, ==, 1);
  g_assert_cmpuint (file->remarks->len, ==, 2);
  g_assert_nonnull (strstr (daybook_row_text (file->after, DAYBOOK_ARTICLE_BODY), "![text](text.png)"));
  g_assert_nonnull (strstr (daybook_row_text (file->after, DAYBOOK_ARTICLE_BODY), "![cup](picture:"));
  g_assert_nonnull (strstr (daybook_row_text (file->after, DAYBOOK_ARTICLE_BODY), "../../etc/passwd"));
  take (fixture, import);
  g_autoptr(GPtrArray) pictures = daybook_reader_all (reader_of (fixture), &daybook_pictures, NULL);
  g_assert_cmpuint (pictures->len, ==, 1);

  /* Written out beside its article, it is known again. */
  bring (fixture);
  g_autofree char *folder = export_to (fixture, "out");
  g_autofree char *name = g_strconcat (daybook_row_text (g_ptr_array_index (pictures, 0), DAYBOOK_PICTURE_HASH), ".png", NULL);
  g_autofree char *out = g_build_filename (folder, "pictures", name, NULL);
  g_assert_true (g_file_test (out, G_FILE_TEST_IS_REGULAR));
  g_autoptr(DaybookArticlesImport) again = look (fixture, folder);
  assert_counts (again, 0, 0, again->files->len, 0);
}

/* --- What comes from elsewhere ------------------------------------------------------------------- */

static void
test_a_folder_of_others (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "in", NULL);
  g_autofree char *inner = g_build_filename (folder, "more", NULL);
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_autofree char *a = fixture_write (folder, "a.md", "---\ntitle: A\nkind: faq\ntags: [x, y]\nregisters: nothing\nlayout: page\ntold: perhaps\n---\nSee [b](more/b.html), [c](c.md#x), [web](https://e.com).\n", -1);
  g_autofree char *b = fixture_write (inner, "b.html", "<html><head><title>B page</title></head><body><p>Back to <a href='../a.md'>a</a></body></html>", -1);
  g_autofree char *d = fixture_write (folder, "d.md", "---\ntitle: D\n", -1);
  g_autofree char *e = fixture_write (folder, "e.docx", "none", -1);
  g_autofree char *f = fixture_write (folder, "f.png", "not asked for", -1);
  g_autofree char *hidden = fixture_write (folder, ".hidden.md", "# Hidden", -1);
  g_autofree char *chinese = fixture_write_in (folder, "g.txt", "杯子漏水，先要照片。", "GB18030");
  g_autoptr(DaybookArticlesImport) import = look (fixture, folder);

  assert_counts (import, 3, 0, 0, 2);
  const DaybookArticleFile *first = file_named (import, "a.md"), *second = file_named (import, "b.html"), *third = file_named (import, "g.txt");
  g_autofree char *to_b = daybook_id_to_string (&second->after->id);
  g_autofree char *to_a = daybook_id_to_string (&first->after->id);
  g_autofree char *body = g_strdup_printf ("See [b](article:%s), [c](c.md#x), [web](https://e.com).\n", to_b);
  g_autofree char *back = g_strdup_printf ("Back to [a](article:%s)\n", to_a);
  g_assert_cmpstr (daybook_row_text (first->after, DAYBOOK_ARTICLE_BODY), ==, body);
  g_assert_cmpstr (daybook_row_text (first->after, DAYBOOK_ARTICLE_TAGS), ==, "x y");
  g_assert_cmpint (daybook_row_int (first->after, DAYBOOK_ARTICLE_KIND), ==, DAYBOOK_ARTICLE_FAQ);
  /* “told”, and a register that the shop has not. */
  g_assert_cmpuint (first->remarks->len, ==, 2);
  g_assert_cmpstr (daybook_row_text (second->after, DAYBOOK_ARTICLE_TITLE), ==, "B page");
  g_assert_cmpstr (daybook_row_text (second->after, DAYBOOK_ARTICLE_BODY), ==, back);
  g_assert_cmpstr (daybook_row_text (third->after, DAYBOOK_ARTICLE_TITLE), ==, "g");
  g_assert_cmpstr (daybook_row_text (third->after, DAYBOOK_ARTICLE_BODY), ==, "杯子漏水，先要照片。");
}

static void
test_one_that_is_there_is_changed (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *path = write_in (fixture, "cup.md", "# The *cup*\n\nOne\n");
  g_autofree char *twin = write_in (fixture, "twin.md", "# the CUP\n\nTwin\n");
  g_autoptr(DaybookArticlesImport) import = look (fixture, path);
  take (fixture, import);

  g_autofree char *changed = write_in (fixture, "cup.md", "# The cup\n\nTwo\n");
  g_autoptr(DaybookArticlesImport) second = look (fixture, changed);
  assert_counts (second, 0, 1, 0, 0);
  /* What the file does not say stays: somebody keeps it. */
  const DaybookArticleFile *file = g_ptr_array_index (second->files, 0);
  g_assert_true (daybook_value_equal (&file->before->values[DAYBOOK_ARTICLE_OWNER], &file->after->values[DAYBOOK_ARTICLE_OWNER]));
  take (fixture, second);
  g_autoptr(GPtrArray) revisions = daybook_reader_all (reader_of (fixture), &daybook_revisions, NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  book_undo (fixture, NULL);
  g_autoptr(DaybookArticlesImport) third = look (fixture, changed);
  assert_counts (third, 0, 1, 0, 0);

  /* Two files are not one article. */
  char *paths[] = { changed, twin, NULL };
  g_autoptr(DaybookArticlesImport) both = daybook_articles_import_read (fixture->store, reader_of (fixture), paths, NULL, NULL, NULL, NULL);
  assert_counts (both, 0, 1, 0, 1);
}

/* --- Names and documents ---------------------------------------------------------------------------- */

static void
check_name (const char *title,
            const char *expected)
{
  g_autofree char *name = daybook_article_file_name (title);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names_are_safe (void)
{
  check_name ("退货流程", "退货流程");
  check_name ("A/B: \"C\"?", "A-B- -C");
  check_name ("../../etc", "etc");
  check_name (" . ", "_");
  check_name ("con", "_con");
  check_name ("COM1.txt", "_COM1.txt");
  check_name ("Console", "Console");
  g_autofree char *wide = g_strnfill (300, 'x');
  g_autofree char *name = daybook_article_file_name (wide);
  g_assert_cmpuint (strlen (name), ==, 80);
}

static void
test_two_of_one_title (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *a = write_in (fixture, "a.md", "---\nid: 11111111-1111-4111-8111-111111111111\ntitle: Cups\n---\nOne\n");
  g_autofree char *b = write_in (fixture, "b.md", "---\nid: 22222222-2222-4222-8222-222222222222\ntitle: CUPS\n---\nTwo\n");
  char *paths[] = { a, b, NULL };
  g_autoptr(DaybookArticlesImport) import = daybook_articles_import_read (fixture->store, reader_of (fixture), paths, NULL, NULL, NULL, NULL);

  take (fixture, import);
  bring (fixture);
  g_autofree char *folder = export_to (fixture, "out");
  g_autofree char *second = g_build_filename (folder, "CUPS 2.md", NULL);
  g_autofree char *other = g_build_filename (folder, "Cups 2.md", NULL);
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS) || g_file_test (other, G_FILE_TEST_EXISTS));
  g_autoptr(GError) error = NULL;
  guint n;
  g_assert_false (daybook_articles_export_folder (fixture->store, reader_of (fixture), NULL, folder, &n, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
}

static void
test_one_document (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *html = g_build_filename (fixture->folder, "all.html", NULL);
  g_autofree char *pdf = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autofree char *bad = write_in (fixture, "bad.md", "# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n");
  g_autoptr(DaybookArticlesImport) import = look (fixture, bad);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;
  guint n = 0;

  take (fixture, import);
  bring (fixture);
  g_assert_true (daybook_articles_export_file (fixture->store, reader_of (fixture), NULL, html, DAYBOOK_ARTICLES_HTML, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, daybook_article_starters (DAYBOOK_LANGUAGE_ZH_CN)->len + 1);
  g_assert_true (g_file_get_contents (html, &text, &length, NULL));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "<img"));
  g_assert_nonnull (strstr (text, "售后流程"));
  g_assert_nonnull (strstr (text, "@media print"));
  g_clear_pointer (&text, g_free);

  g_assert_true (daybook_articles_export_file (fixture->store, reader_of (fixture), NULL, pdf, DAYBOOK_ARTICLES_PDF, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &text, &length, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_assert_cmpuint (length, >, 50000);
}

/* --- Who keeps it, who reads it, and when -------------------------------------------------------------- */

#define DAY G_GINT64_CONSTANT (24 * 3600)

static DaybookId
make_row (Fixture            *fixture,
          const DaybookTable *table,
          guint               field,
          const char         *text)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (table == &daybook_products ? DAYBOOK_ACT_IMPORT : DAYBOOK_ACT_EDIT, "New", daybook_store_get_agent (fixture->store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, field, daybook_value_text (text));
  if (field == DAYBOOK_AGENT_CODE && table == &daybook_agents)
    daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Somebody"));
  if (table == &daybook_products)
    {
      daybook_edit_give (edit, DAYBOOK_PRODUCT_SHOP, daybook_value_id (daybook_store_get_shop (fixture->store)));
      daybook_edit_give (edit, DAYBOOK_PRODUCT_PLATFORM, daybook_value_text ("taobao"));
      if (field == DAYBOOK_PRODUCT_SKU)
        daybook_edit_give (edit, DAYBOOK_PRODUCT_NUMBER, daybook_value_text ("1"));
    }
  book_commit (fixture, edit);
  return id;
}

/* The page of the cup, that others wrote ten days ago and everybody is to read. */
static void
write_cup (Fixture *fixture)
{
  g_autofree char *text = g_strdup ("---\ntitle: Cup\nkind: product\nowner: Wang\nproduct: 778\nreaders: lead\nread_by: 2026-12-01\n"
                                    "review_by: 2027-03-01T09:00:00+08:00\nlaunch: 2026-11-30\ncreated: 2026-11-01T08:00:00+08:00\n"
                                    "changed: 2026-11-12 10:20:30+08:00\n---\n\nRed.\n");
  g_autofree char *path = write_in (fixture, "cup.md", text);
  g_autoptr(DaybookArticlesImport) import = look (fixture, path);

  assert_counts (import, 1, 0, 0, 0);
  g_assert_cmpuint (file_named (import, "cup.md")->remarks->len, ==, 0);
  take (fixture, import);
}

static DaybookRow *
only_article (Fixture *fixture)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (fixture), &daybook_articles, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  return daybook_row_ref (g_ptr_array_index (rows, 0));
}

static void
assert_is_cup (Fixture         *fixture,
               const DaybookId *agent,
               const DaybookId *product)
{
  static const guint MOMENTS[] = { DAYBOOK_ARTICLE_READ_BY, DAYBOOK_ARTICLE_REVIEW_BY, DAYBOOK_ARTICLE_LAUNCH, DAYBOOK_ARTICLE_CHANGED_AT };
  const gint64 EXPECTED[] = { 1796054400, 1803862800, 1795968000, 1794450030 };
  g_autoptr(DaybookRow) row = only_article (fixture);
  gint64 made = 0;

  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_ARTICLE_OWNER), agent));
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_ARTICLE_PRODUCT_OF), product));
  g_assert_cmpstr (daybook_field_word_name (&daybook_articles.fields[DAYBOOK_ARTICLE_READERS], daybook_row_int (row, DAYBOOK_ARTICLE_READERS)), ==, "lead");
  for (guint i = 0; i < G_N_ELEMENTS (MOMENTS); i++)
    g_assert_cmpint (daybook_row_int (row, MOMENTS[i]), ==, EXPECTED[i]);
  g_assert_true (daybook_id_made_at (&row->id, &made));
  g_assert_cmpint (made / 1000, ==, 1793491200);
}

static char *
write_all (Fixture *fixture)
{
  char *folder = g_build_filename (fixture->folder, "all", NULL);
  guint n = 0;

  g_assert_true (daybook_articles_export_folder (fixture->store, reader_of (fixture), NULL, folder, &n, NULL, NULL));
  return folder;
}

static void
test_who_and_when (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookId wang = make_row (fixture, &daybook_agents, DAYBOOK_AGENT_NAME, "Wang");
  DaybookId cup = make_row (fixture, &daybook_products, DAYBOOK_PRODUCT_NUMBER, "778");
  Fixture other = { NULL };
  Fixture stranger = { NULL };

  write_cup (fixture);
  assert_is_cup (fixture, &wang, &cup);
  g_autofree char *folder = write_all (fixture);

  book_fixture_set_up (&other, NULL);
  DaybookId same_wang = make_row (&other, &daybook_agents, DAYBOOK_AGENT_CODE, "Wang");
  DaybookId same_cup = make_row (&other, &daybook_products, DAYBOOK_PRODUCT_SKU, "778");
  g_autoptr(DaybookArticlesImport) import = look (&other, folder);
  take (&other, import);
  assert_is_cup (&other, &same_wang, &same_cup);
  g_autoptr(DaybookArticlesImport) again = look (&other, folder);
  assert_counts (again, 0, 0, 1, 0);
  book_fixture_tear_down (&other, NULL);

  /* Where nobody is called so, whoever brings it keeps it. */
  book_fixture_set_up (&stranger, NULL);
  g_autoptr(DaybookArticlesImport) strange = look (&stranger, folder);
  g_assert_cmpuint (file_named (strange, "Cup.md")->remarks->len, ==, 2);
  take (&stranger, strange);
  g_autoptr(DaybookRow) row = only_article (&stranger);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_ARTICLE_OWNER), daybook_store_get_agent (stranger.store)));
  book_fixture_tear_down (&stranger, NULL);
}

/* --- On paper, in part, and not at all ------------------------------------------------------------------ */

static void
write_with_picture (Fixture *fixture)
{
  g_autoptr(GBytes) jpeg = fixture_photo_make ("jpeg", 600, 400);
  g_autofree char *picture = fixture_write (fixture->folder, "red.jpg", g_bytes_get_data (jpeg, NULL), (gssize) g_bytes_get_size (jpeg));
  g_autofree char *page = write_in (fixture, "pictured.md", "# Pictured\n\nLook:\n\n![cup](red.jpg)\n");
  g_autofree char *plain = write_in (fixture, "plain.md", "# Plain\n\nNothing to see.\n");
  char *paths[] = { page, plain, NULL };
  g_autoptr(DaybookArticlesImport) import = daybook_articles_import_read (fixture->store, reader_of (fixture), paths, NULL, NULL, NULL, NULL);

  take (fixture, import);
}

static gint64
key_of (Fixture    *fixture,
        const char *title)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (fixture), &daybook_articles, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_ARTICLE_TITLE), title))
      return ((const DaybookRow *) g_ptr_array_index (rows, i))->rowid;
  g_error ("%s is not there", title);
}

static gboolean
holds (const char *path,
       const char *bytes)
{
  char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_autoptr(GBytes) whole = g_bytes_new_take (content, length);
  return fixture_photo_has (whole, bytes);
}

static void
test_pictures_on_paper (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const DaybookArticlesWish wish = { keys, NULL, NULL };
  g_autofree char *all = g_build_filename (fixture->folder, "all.pdf", NULL);
  g_autofree char *one = g_build_filename (fixture->folder, "one.pdf", NULL);
  gint64 key;
  guint n = 0;

  write_with_picture (fixture);
  g_assert_true (daybook_articles_export_file (fixture->store, reader_of (fixture), NULL, all, DAYBOOK_ARTICLES_PDF, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 2);
  /* As it is packed: nothing is lost once more. */
  g_assert_true (holds (all, "/DCTDecode"));

  key = key_of (fixture, "Plain");
  g_array_append_val (keys, key);
  g_assert_true (daybook_articles_export_file (fixture->store, reader_of (fixture), &wish, one, DAYBOOK_ARTICLES_PDF, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (holds (one, "/DCTDecode"));
  g_autoptr(DaybookPaper) paper = daybook_articles_export_paper (fixture->store, reader_of (fixture), &wish, NULL, NULL);
  g_assert_cmpuint (daybook_paper_get_n_pages (paper), ==, 1);
}

static void
test_some_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  const DaybookArticlesWish wish = { keys, NULL, NULL };
  g_autofree char *folder = g_build_filename (fixture->folder, "some", NULL);
  g_autofree char *page = g_build_filename (folder, "Plain.md", NULL);
  g_autofree char *other = g_build_filename (folder, "Pictured.md", NULL);
  g_autofree char *pictures = g_build_filename (folder, "pictures", NULL);
  gint64 key;
  guint n = 0;

  write_with_picture (fixture);
  key = key_of (fixture, "Plain");
  g_array_append_val (keys, key);
  g_assert_true (daybook_articles_export_folder (fixture->store, reader_of (fixture), &wish, folder, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (pictures, G_FILE_TEST_EXISTS));
}

static void
stop (goffset  done,
      goffset  total,
      gpointer cancellable)
{
  g_assert_cmpint (total, ==, 2);
  g_cancellable_cancel (cancellable);
}

/* Half an export is none. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const DaybookArticlesWish wish = { NULL, stop, cancellable };
  g_autofree char *folder = g_build_filename (fixture->folder, "half", NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  write_with_picture (fixture);
  g_assert_false (daybook_articles_export_folder (fixture->store, reader_of (fixture), &wish, folder, &n, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/articles-folder/" name, Fixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("pictures-go-along", test_pictures_go_along);
  ADD ("a-folder-of-others", test_a_folder_of_others);
  ADD ("one-that-is-there-is-changed", test_one_that_is_there_is_changed);
  ADD ("two-of-one-title", test_two_of_one_title);
  ADD ("one-document", test_one_document);
  ADD ("who-and-when", test_who_and_when);
  ADD ("pictures-on-paper", test_pictures_on_paper);
  ADD ("some-alone", test_some_alone);
  ADD ("stopped", test_stopped);
  g_test_add_func ("/articles-folder/names-are-safe", test_names_are_safe);
  return g_test_run ();
}
