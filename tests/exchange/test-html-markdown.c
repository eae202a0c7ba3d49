/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/html-markdown.h"

#include "core/edit.h"

#include <string.h>

static void
check (const char *html,
       const char *expected)
{
  g_autofree char *text = daybook_html_to_markdown (html, strlen (html), NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_blocks (void)
{
  check ("<h1>Cups</h1><p>Ask for a photo.</p>\n<p>Or a film.\n  Then\twait.", "# Cups\n\nAsk for a photo.\n\nOr a film. Then wait.\n");
  check ("One<br>two<br><div>three</div><hr>four", "One\\\ntwo\n\nthree\n\n---\n\nfour\n");
  check ("<blockquote><p>Said<p>twice</blockquote>after", "> Said\n>\n> twice\n\nafter\n");
  check ("<pre>a  b\n `c`\n</pre>", "```\na  b\n `c`\n```\n");
  check ("<pre>```</pre>", "````\n```\n````\n");
}

static void
test_lists (void)
{
  check ("<p>Do:</p><ul><li>one<li>two<ol><li>a</li><li>b</li></ol></li></ul><p>done", "Do:\n\n-   one\n-   two\n    01. a\n    02. b\n\ndone\n");
  check ("<ol><li><p>one</p><p>more</p></li></ol>", "01. one\n\n    more\n");
}

static void
test_marks_and_links (void)
{
  check ("<p>a <b> bold </b>and <em>so</em><strong></strong></p>", "a **bold** and *so*\n");
  check ("<p><b>a <i>b</b> c</i></p>", "**a *b*** *c*\n");
  check ("<code>a`b*</code>", "`a'b*`\n");
  check ("<a href='https://e.com/a(b)'>here</a>, <a href=\"cups.html\">cups</a>", "[here](https://e.com/a%28b%29), [cups](cups.html)\n");
  check ("<a href='javascript:alert(1)'>click</a> <a href='data:text/html,x'>this</a> <a>that</a>", "click this that\n");
  check ("<img src='a b.png' alt='A cup'> <img src='data:image/png;base64,AA' alt='none'>", "![A cup](a%20b.png) none\n");
}

static void
test_tables (void)
{
  check ("<table><thead><tr><th>What<th>When</thead><tbody><tr><td>a|b<td><p>1</p><p>2</p></table>after",
         "| What | When |\n| --- | --- |\n| a\\|b | 1 2 |\n\nafter\n");
  check ("<table><tr><td>out<table><tr><td>in</td></tr></table></td></tr></table>", "| out in |\n| --- |\n");
}

static void
test_what_people_do_not_read (void)
{
  g_autofree char *title = NULL;
  const char *html = "<!DOCTYPE html><html><head><title>A &amp; B</title><style>p{}</style><script>if (a<b) alert('</p>')</script></head>"
                     "<body><!-- <b>no</b> --><p onclick=x>yes</p><SCRIPT>x</SCRIPT ></body></html>";
  g_autofree char *text = daybook_html_to_markdown (html, strlen (html), &title);

  g_assert_cmpstr (text, ==, "yes\n");
  g_assert_cmpstr (title, ==, "A & B");
}

static void
test_text_is_text (void)
{
  check ("<p># no heading *no* &lt;script&gt; [[x]] 1 &lt; 2 &nosuch; 好&#22909;</p>",
         "\\# no heading \\*no\\* \\<script\\> \\[\\[x\\]\\] 1 \\< 2 \\&nosuch; 好好\n");
  check ("a < b <3 <", "a \\< b \\<3 \\<\n");
}

static void
test_whatever_comes (void)
{
  static const char *const BROKEN[] = { "<", "<a", "<a href", "<a href=", "<a href='", "</", "<!--", "<?", "<p <b", "<table><td>x", "<tr><td>", "&#", "<pre>", "<title>",
                                        "</ul></ol></blockquote></table>", "<li>x", "\xff\xfe<p>\xff", "<script", "<x:y/z>" };

  for (guint i = 0; i < G_N_ELEMENTS (BROKEN); i++)
    {
      g_autofree char *text = daybook_html_to_markdown (BROKEN[i], strlen (BROKEN[i]), NULL);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

/* Deep and long ones cost no more than their length. */
static void
test_sizes (void)
{
  static const char *const PIECES[] = { "<ul><li>x", "<blockquote>", "<table><tr><td>", "<b><i>", "<a href=x>", "&", "<", "<pre>", "<img src=x alt=y>", "word " };

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    {
      g_autoptr(GString) html = g_string_new (NULL);

      while (html->len < 2 * 1024 * 1024)
        g_string_append (html, PIECES[i]);
      g_autofree char *text = daybook_html_to_markdown (html->str, html->len, NULL);
      g_assert_cmpuint (strlen (text), <=, DAYBOOK_LONG_TEXT_MAX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-markdown/blocks", test_blocks);
  g_test_add_func ("/html-markdown/lists", test_lists);
  g_test_add_func ("/html-markdown/marks-and-links", test_marks_and_links);
  g_test_add_func ("/html-markdown/tables", test_tables);
  g_test_add_func ("/html-markdown/what-people-do-not-read", test_what_people_do_not_read);
  g_test_add_func ("/html-markdown/text-is-text", test_text_is_text);
  g_test_add_func ("/html-markdown/whatever-comes", test_whatever_comes);
  g_test_add_func ("/html-markdown/sizes", test_sizes);
  return g_test_run ();
}
