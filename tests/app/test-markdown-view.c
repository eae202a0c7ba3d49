/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/markdown-block-view.h"
#include "app/common/markdown-view.h"
#include "app/common/prose.h"
#include "app/common/scaled-picture.h"
#include "core/markdown-parts.h"

#include <string.h>

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"

typedef struct
{
  GtkWidget           *window;
  GtkWidget           *scroller;
  DaybookMarkdownView *view;
  GString             *heard; /* what its signals said */
} Fixture;

static void
on_link_followed (Fixture    *fixture,
                  const char *target)
{
  g_string_append_printf (fixture->heard, "link %s;", target);
}

static void
on_item_toggled (Fixture    *fixture,
                 const char *key,
                 gboolean    active)
{
  g_string_append_printf (fixture->heard, "item %s %d;", key, active);
}

static void
on_picture_needed (Fixture    *fixture,
                   const char *hash)
{
  g_string_append_printf (fixture->heard, "picture %.4s;", hash);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gtk_window_new ();
  fixture->scroller = gtk_scrolled_window_new ();
  fixture->view = DAYBOOK_MARKDOWN_VIEW (daybook_markdown_view_new ());
  fixture->heard = g_string_new (NULL);
  g_signal_connect_swapped (fixture->view, "link-followed", G_CALLBACK (on_link_followed), fixture);
  g_signal_connect_swapped (fixture->view, "item-toggled", G_CALLBACK (on_item_toggled), fixture);
  g_signal_connect_swapped (fixture->view, "picture-needed", G_CALLBACK (on_picture_needed), fixture);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scroller);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (fixture->scroller) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_string_free (fixture->heard, TRUE);
}

/* --- What is shown ------------------------------------------------------------------ */

/* All widgets of a type, in their order. */
static void
collect (GtkWidget *root,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (Fixture *fixture,
          GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->view), type, found);
  return found;
}

static GtkWidget *
find_at (Fixture *fixture,
         GType    type,
         guint    i)
{
  g_autoptr(GPtrArray) found = find_all (fixture, type);

  g_assert_cmpuint (i, <, found->len);
  return g_ptr_array_index (found, i);
}

static GtkLabel *
label_of (GtkWidget *prose)
{
  daybook_prose_wake (DAYBOOK_PROSE (prose));
  return GTK_LABEL (gtk_widget_get_first_child (prose));
}

/* Each text, and each sign before it. */
static char *
read_view (DaybookMarkdownView *view)
{
  g_autoptr(GPtrArray) proses = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  collect (GTK_WIDGET (view), DAYBOOK_TYPE_PROSE, proses);
  for (guint i = 0; i < proses->len; i++)
    label_of (g_ptr_array_index (proses, i));
  collect (GTK_WIDGET (view), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (labels, i)))
      g_string_append_printf (text, "%s|", gtk_label_get_label (g_ptr_array_index (labels, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_text (Fixture    *fixture,
            const char *text,
            const char *expected)
{
  g_autofree char *shown = NULL;

  daybook_markdown_view_set_text (fixture->view, text);
  shown = read_view (fixture->view);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_blocks_are_shown (Fixture       *fixture,
                       gconstpointer  data)
{
  check_text (fixture, "# A & B\n\na **b** *c* ~~d~~ <e>\n\n- f\n  1. g\n- h\n\n```\ni <j>\n```\n",
              "A &amp; B|a <b>b</b> <i>c</i> <s>d</s> &lt;e&gt;|•|f||1.|g|•|h|i &lt;j&gt;|");
  check_text (fixture, "|k|l|\n|-|-|\n|m|**n**|\n", "k|l|m|<b>n</b>|");
  /* Chinese has no slanted letters; a picture in a table is what is said of it. */
  check_text (fixture, "*轻*，*light*", "<span weight=\"600\">轻</span>，<i>light</i>|");
  check_text (fixture, "|![o](picture:" HASH ")|\n|-|\n|![p](q.png)|\n",
              "o|<span strikethrough=\"true\" strikethrough_color=\"#e01b24\" underline=\"error\" underline_color=\"#e01b24\" "
              "alpha=\"65%\">p</span>|");
  check_text (fixture, "", "");
}

static void
test_headings_are_headings (Fixture       *fixture,
                            gconstpointer  data)
{
  daybook_markdown_view_set_text (fixture->view, "a\n\n## b");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (find_at (fixture, DAYBOOK_TYPE_PROSE, 0))), ==,
                   GTK_ACCESSIBLE_ROLE_LABEL);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (find_at (fixture, DAYBOOK_TYPE_PROSE, 1))), ==,
                   GTK_ACCESSIBLE_ROLE_HEADING);
}

/* As for a key in a live preview: nothing is made anew, and nothing moves. */
static void
test_what_stays_is_not_made_anew (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) more = NULL;

  daybook_markdown_view_set_text (fixture->view, "# a\n\nb\n\nc\n\nd");
  before = find_all (fixture, DAYBOOK_TYPE_PROSE);
  daybook_markdown_view_set_text (fixture->view, "# a\n\nb\n\ncc\n\nd");
  after = find_all (fixture, DAYBOOK_TYPE_PROSE);
  daybook_markdown_view_set_text (fixture->view, "# a\n\nb\n\nnew\n\ncc\n\nd");
  more = find_all (fixture, DAYBOOK_TYPE_PROSE);

  g_assert_cmpuint (before->len, ==, 4);
  g_assert_cmpuint (more->len, ==, 5);
  for (guint i = 0; i < 4; i++)
    g_assert_true (g_ptr_array_index (before, i) == g_ptr_array_index (after, i));
  g_assert_true (g_ptr_array_index (more, 1) == g_ptr_array_index (after, 1));
  g_assert_true (g_ptr_array_index (more, 3) == g_ptr_array_index (after, 2));
  g_assert_true (g_ptr_array_index (more, 4) == g_ptr_array_index (after, 3));
}

static const char *const PIECES[] = {
  "# a\n\n", "b **c**\n\n", "- d\n", "- [ ] e\n", "1. f\n", "  - g\n", "> h\n\n", "|i|j|\n|-|-|\n|k|l|\n\n", "```\nm\n```\n", "***\n",
  "![n](picture:" HASH ")\n\n", "[o](article:p)\n\n", "   q\n\n",
};

/* However one came to a text, it looks the same. */
static void
test_each_way_to_a_text_shows_the_same (Fixture       *fixture,
                                        gconstpointer  data)
{
  for (int i = 0; i < 150; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(DaybookMarkdownView) fresh = g_object_ref_sink (DAYBOOK_MARKDOWN_VIEW (daybook_markdown_view_new ()));
      g_autofree char *shown = NULL;
      g_autofree char *expected = NULL;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
      daybook_markdown_view_set_text (fixture->view, text->str);
      daybook_markdown_view_set_text (fresh, text->str);
      shown = read_view (fixture->view);
      expected = read_view (fresh);
      g_assert_cmpstr (shown, ==, expected);
    }
}

static void
test_the_page_stays_where_it_was_turned_to (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "paragraph %u\n\n", i);
  daybook_markdown_view_set_text (fixture->view, text->str);
  while (gtk_adjustment_get_upper (adjustment) < 1200)
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_value (adjustment, 500);

  g_string_append (text, "one more\n");
  g_string_replace (text, "paragraph 20\n", "## paragraph 20\n\nand\n", 1);
  daybook_markdown_view_set_text (fixture->view, text->str);
  for (int i = 0; i < 20; i++)
    {
      g_usleep (10000);
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 500, 0.5);
}

/* --- Links ------------------------------------------------------------------------------ */

static gboolean
is_not_gone (const DaybookMarkdownLink *link,
             gpointer                   data)
{
  g_assert_cmpint (link->kind, !=, DAYBOOK_MARKDOWN_NOWHERE);
  return !g_str_equal (link->target, data);
}

static void
test_links_are_followed (Fixture       *fixture,
                         gconstpointer  data)
{
  gboolean handled = FALSE;

  check_text (fixture, "[a](article:b&amp;c) [d](http://e.f)",
              "<a href=\"article:b&amp;c\">a</a> <a href=\"http://e.f\" title=\"http://e.f\">d</a>|");
  g_signal_emit_by_name (label_of (find_at (fixture, DAYBOOK_TYPE_PROSE, 0)), "activate-link", "article:b&c", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (fixture->heard->str, ==, "link article:b&c;");
}

/* Not even Tab finds a way there. */
static void
test_what_leads_nowhere_is_no_link (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *shown = NULL;

  daybook_markdown_view_set_reach (fixture->view, is_not_gone, g_strdup ("article:gone"), g_free);
  daybook_markdown_view_set_text (fixture->view, "[a](javascript:b) [c](article:gone) [d](article:e)");
  shown = read_view (fixture->view);
  g_assert_null (strstr (shown, "javascript"));
  g_assert_null (strstr (shown, "gone"));
  g_assert_nonnull (strstr (shown, "strikethrough=\"true\""));
  g_assert_nonnull (strstr (shown, "<a href=\"article:e\">d</a>"));
}

static void
test_tab_stops_where_something_can_be_done (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkWidget *focus;

  daybook_markdown_view_set_text (fixture->view, "a\n\n[b](article:c)\n\nd\n\n- [ ] e");
  label_of (find_at (fixture, DAYBOOK_TYPE_PROSE, 0)); /* the pointer was over it */
  daybook_markdown_view_set_items (fixture->view, DAYBOOK_MARKDOWN_ITEMS_FOR_PEOPLE);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, find_at (fixture, DAYBOOK_TYPE_PROSE, 1)));
  while (gtk_widget_is_ancestor (focus, find_at (fixture, DAYBOOK_TYPE_PROSE, 1)))
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
    }
  g_assert_true (GTK_IS_CHECK_BUTTON (focus));
}

/* --- Items --------------------------------------------------------------------------------- */

static gboolean
is_checked (Fixture *fixture,
            guint    i)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (find_at (fixture, GTK_TYPE_CHECK_BUTTON, i)));
}

static void
test_items_are_ticked_off (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GPtrArray) checked = g_ptr_array_new ();
  g_autofree char *expected = NULL;
  const DaybookMarkdownTask *second;

  daybook_markdown_view_set_text (fixture->view, "- [x] a\n- [ ] b");
  tasks = daybook_markdown_tasks (daybook_markdown_view_get_document (fixture->view));
  second = g_ptr_array_index (tasks, 1);
  g_assert_false (gtk_widget_get_focusable (find_at (fixture, GTK_TYPE_CHECK_BUTTON, 0)));
  g_assert_true (is_checked (fixture, 0));
  g_assert_false (is_checked (fixture, 1));

  daybook_markdown_view_set_items (fixture->view, DAYBOOK_MARKDOWN_ITEMS_FOR_PEOPLE);
  g_assert_true (gtk_widget_get_focusable (find_at (fixture, GTK_TYPE_CHECK_BUTTON, 0)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_at (fixture, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  expected = g_strdup_printf ("item %s 1;", second->key);
  g_assert_cmpstr (fixture->heard->str, ==, expected);

  g_ptr_array_add (checked, second->key);
  daybook_markdown_view_set_checked (fixture->view, checked);
  g_assert_false (is_checked (fixture, 0));
  g_assert_true (is_checked (fixture, 1));
  g_assert_cmpstr (fixture->heard->str, ==, expected); /* nobody did that */
}

/* As where it could not be written down. */
static void
test_what_was_not_taken_is_set_back (Fixture       *fixture,
                                     gconstpointer  data)
{
  daybook_markdown_view_set_text (fixture->view, "text\n\n- [ ] a\n\n  more");
  daybook_markdown_view_set_items (fixture->view, DAYBOOK_MARKDOWN_ITEMS_FOR_PEOPLE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_at (fixture, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  daybook_markdown_view_set_checked (fixture->view, NULL);
  g_assert_false (is_checked (fixture, 0));
}

/* --- Pictures --------------------------------------------------------------------------------- */

static GdkPaintable *
make_picture (int width,
              int height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  return GDK_PAINTABLE (gdk_texture_new_for_pixbuf (pixbuf));
}

static void
test_pictures_come_later (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GdkPaintable) picture = make_picture (40, 20);
  g_autoptr(GPtrArray) shown = NULL;
  g_autofree char *waiting = NULL;

  daybook_markdown_view_set_text (fixture->view, "![a](picture:" HASH ")\n\n![b](picture:" HASH ")\n\n![c](picture:nothing)");
  waiting = read_view (fixture->view);
  g_assert_nonnull (strstr (waiting, "a|The picture is being loaded…|"));
  g_assert_nonnull (strstr (waiting, "c|The text names no picture that could be shown|"));
  g_assert_cmpstr (fixture->heard->str, ==, "picture 0123;");

  daybook_markdown_view_set_picture (fixture->view, HASH, picture);
  shown = find_all (fixture, DAYBOOK_TYPE_SCALED_PICTURE);
  g_assert_cmpuint (shown->len, ==, 2);

  /* Another text with it asks for the new one only. */
  daybook_markdown_view_set_text (fixture->view, "![a](picture:" HASH ")\n\n![b](picture:" OTHER ")");
  g_assert_cmpstr (fixture->heard->str, ==, "picture 0123;picture fedc;");
}

static void
test_a_picture_that_is_none_is_a_sentence (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *shown = NULL;

  daybook_markdown_view_set_text (fixture->view, "![a](picture:" HASH ") ![b](http://c.d/e.png)");
  daybook_markdown_view_set_picture (fixture->view, HASH, NULL);
  daybook_markdown_view_set_picture (fixture->view, OTHER, NULL); /* not of this text */
  shown = read_view (fixture->view);
  g_assert_cmpstr (shown, ==, "a|This picture is not in the book, or it is none|b|A picture on the web, which is not fetched|");
}

static void
check_size (int width,
            int height,
            int natural,
            int for_width,
            int expected)
{
  g_autoptr(GdkPaintable) picture = make_picture (width, height);
  g_autoptr(GtkWidget) widget = g_object_ref_sink (daybook_scaled_picture_new (picture, 560, 420, "said"));
  int size;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size, NULL, NULL);
  g_assert_cmpint (size, ==, natural);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, for_width, NULL, &size, NULL, NULL);
  g_assert_cmpint (size, ==, expected);
}

static void
test_pictures_keep_their_shape (void)
{
  check_size (100, 50, 100, 100, 50);
  check_size (100, 50, 100, 1000, 50);
  check_size (100, 50, 100, 20, 10);
  check_size (1120, 560, 560, -1, 280);
  check_size (420, 840, 210, 210, 420);
  check_size (2000, 1, 560, 560, 0);
}

/* --- Marks -------------------------------------------------------------------------------------- */

/* What is marked of a text, with blanks between. */
static char *
read_marks (GtkWidget *prose)
{
  GtkLabel *label = label_of (prose);
  GSList *attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (label));
  GString *marked = g_string_new (NULL);

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
        g_string_append_printf (marked, "%.*s ", (int) (attribute->end_index - attribute->start_index),
                                gtk_label_get_text (label) + attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (marked, FALSE);
}

static void
check_marks (Fixture    *fixture,
             guint       i,
             const char *expected)
{
  g_autofree char *marked = read_marks (find_at (fixture, DAYBOOK_TYPE_PROSE, i));

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_words_of_a_search_are_marked (Fixture       *fixture,
                                   gconstpointer  data)
{
  daybook_markdown_view_set_text (fixture->view, "# 申請退款\n\n先**退款**，再看退款单");
  daybook_markdown_view_set_marked_words (fixture->view, "退款 申请");
  check_marks (fixture, 0, "申請退款 ");
  check_marks (fixture, 1, "退款 退款 ");
  daybook_markdown_view_set_text (fixture->view, "# 申請退款\n\n先换货，不退款");
  check_marks (fixture, 1, "退款 ");
  daybook_markdown_view_set_marked_words (fixture->view, "");
  check_marks (fixture, 0, "");
}

/* --- Size ------------------------------------------------------------------------------------------ */

static void
test_long_texts_are_shown_to_a_limit (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *line = g_strnfill (1000000, 'a');
  g_autofree char *shown = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  daybook_markdown_view_set_text (fixture->view, line);
  shown = read_view (fixture->view);
  g_assert_cmpuint (strlen (shown), <, DAYBOOK_MARKDOWN_LONGEST + 100);
  g_assert_nonnull (strstr (shown, "aaa…|This text is too long to be shown in full here|"));

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "a\n\n");
  daybook_markdown_view_set_text (fixture->view, text->str);
  rows = find_all (fixture, DAYBOOK_TYPE_MARKDOWN_BLOCK_VIEW);
  g_assert_cmpuint (rows->len, ==, 2000);

  check_text (fixture, "short", "short|");
}

/* A label takes its place without anything moving. */
static void
test_a_text_is_as_high_as_its_label (void)
{
  static const char *const TEXTS[] = { "a", "中文<b>粗体</b>，很长的一段话，需要换行，需要换行，需要换行", "one\ntwo", "<tt>code</tt> and more" };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    for (int width = 120; width <= 400; width += 70)
      {
        g_autoptr(GtkWidget) prose = g_object_ref_sink (daybook_prose_new (0, DAYBOOK_PROSE_FILLS, 0));
        int own;
        int labels;

        daybook_prose_set (DAYBOOK_PROSE (prose), TEXTS[i], NULL);
        gtk_widget_measure (prose, GTK_ORIENTATION_VERTICAL, width, NULL, &own, NULL, NULL);
        gtk_widget_measure (GTK_WIDGET (label_of (prose)), GTK_ORIENTATION_VERTICAL, width, NULL, &labels, NULL, NULL);
        g_assert_cmpint (own, ==, labels);
        g_assert_cmpint (own, >, 0);
      }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/markdown-view/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("blocks-are-shown", test_blocks_are_shown);
  ADD ("headings-are-headings", test_headings_are_headings);
  ADD ("what-stays-is-not-made-anew", test_what_stays_is_not_made_anew);
  ADD ("each-way-to-a-text-shows-the-same", test_each_way_to_a_text_shows_the_same);
  ADD ("the-page-stays-where-it-was-turned-to", test_the_page_stays_where_it_was_turned_to);
  ADD ("links-are-followed", test_links_are_followed);
  ADD ("what-leads-nowhere-is-no-link", test_what_leads_nowhere_is_no_link);
  ADD ("tab-stops-where-something-can-be-done", test_tab_stops_where_something_can_be_done);
  ADD ("items-are-ticked-off", test_items_are_ticked_off);
  ADD ("what-was-not-taken-is-set-back", test_what_was_not_taken_is_set_back);
  ADD ("pictures-come-later", test_pictures_come_later);
  ADD ("a-picture-that-is-none-is-a-sentence", test_a_picture_that_is_none_is_a_sentence);
  ADD ("words-of-a-search-are-marked", test_words_of_a_search_are_marked);
  ADD ("long-texts-are-shown-to-a-limit", test_long_texts_are_shown_to_a_limit);
#undef ADD
  g_test_add_func ("/markdown-view/pictures-keep-their-shape", test_pictures_keep_their_shape);
  g_test_add_func ("/markdown-view/a-text-is-as-high-as-its-label", test_a_text_is_as_high_as_its_label);
  return g_test_run ();
}
