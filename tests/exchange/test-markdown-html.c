/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/markdown-html.h"

#include <expat.h>
#include <string.h>

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Articles that begin with x are not in the file, nor are pictures but one. */
static char *
map_link (const DaybookMarkdownLink *link,
          gpointer                   data)
{
  g_assert_cmpint (link->kind, !=, DAYBOOK_MARKDOWN_NOWHERE);
  if (link->kind == DAYBOOK_MARKDOWN_TO_PICTURE)
    return g_strdup ("pictures/1.png");
  if (link->kind == DAYBOOK_MARKDOWN_TO_ARTICLE && !g_str_has_prefix (link->target, "article:x"))
    return g_strdup_printf ("%s.html?a=\"1\"&b", link->target + strlen ("article:"));

  return NULL;
}

static char *
convert (const char *text)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, -1);

  return daybook_markdown_to_html (doc, map_link, NULL);
}

static const struct
{
  const char *text;
  const char *html;
} ROWS[] = {
  { "", "" },
  { "# 退 *货*\n\na\nb  \nc", "<h1>退 <em>货</em></h1>\n<p>a b<br>\nc</p>\n" },
  { "<script>alert('1')</script> & \"x\"", "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;</p>\n" },
  { "***a*** ~~b~~ `<c>`", "<p><strong><em>a</em></strong> <del>b</del> <code>&lt;c&gt;</code></p>\n" },
  { "[a](article:退货) [b](article:x) [c](http://d.e/?f&g) [h](javascript:i) [j](k.md)",
    "<p><a href=\"退货.html?a=&quot;1&quot;&amp;b\">a</a> <span class=\"nowhere\">b</span> <a href=\"http://d.e/?f&amp;g\">c</a> "
    "<span class=\"nowhere\">h</span> <span class=\"nowhere\">j</span></p>\n" },
  { "![a \"b\"](picture:" HASH ")\n![c](picture:1)\n![d](http://e.f/g.png)",
    "<p><img src=\"pictures/1.png\" alt=\"a &quot;b&quot;\"></p>\n<p><span class=\"missing\">c</span></p>\n"
    "<p><span class=\"missing\">d</span></p>\n" },
  { "- a\n- b\n  1. c\n  2. d\n- e\n\nf", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n</li>\n<li>e</li>\n</ul>\n<p>f</p>\n" },
  { "3. a\n\n   b\n\n4. c", "<ol start=\"3\">\n<li><p>a</p>\n<p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ol>\n" },
  { "- a\n+ b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n" },
  { "- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n" },
  { "> a\n>> b\n> - c\n\nd", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n<ul>\n<li>c</li>\n</ul>\n</blockquote>\n<p>d</p>\n" },
  { "- > a\n- b", "<ul>\n<li><blockquote>\n<p>a</p>\n</blockquote>\n</li>\n<li>b</li>\n</ul>\n" },
  { "> a\n\nb\n\n> c", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n<blockquote>\n<p>c</p>\n</blockquote>\n" },
  { "```\n<a>\n*b*\n```\n***", "<pre><code>&lt;a&gt;\n*b*</code></pre>\n<hr>\n" },
  { "a|b|c\n:-|:-:|-:\n*1*|2\n", "<table>\n<tr><th>a</th><th style=\"text-align: center\">b</th><th style=\"text-align: right\">c</th></tr>\n"
    "<tr><td><em>1</em></td><td style=\"text-align: center\">2</td><td style=\"text-align: right\"></td></tr>\n</table>\n" },
};

static void
test_documents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *html = convert (ROWS[i].text);

      g_test_message ("%s", ROWS[i].text);
      g_assert_cmpstr (html, ==, ROWS[i].html);
    }
}

static void
test_without_a_map_addresses_stay (void)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse ("[a](article:b) [c](tel:1)", -1);
  g_autofree char *html = daybook_markdown_to_html (doc, NULL, NULL);

  g_assert_cmpstr (html, ==, "<p><span class=\"nowhere\">a</span> <a href=\"tel:1\">c</a></p>\n");
}

static const char *const PIECES[] = {
  "[", "](", ")", "!", "<", ">", "*", "**", "`", "\\", "&", "a", "中", " ", "\n", "\n\n", "- ", "> ", "    ", "|", "|---|\n",
  "1. ", "article:a", "picture:" HASH, "[ ] ", "\"", "'", "```\n", "# ", "<b", "onload=",
};

/* What HTML does not close, closed. */
static GString *
as_xml (const char *html)
{
  GString *xml = g_string_new ("<body>");
  g_autoptr(GRegex) pictures = g_regex_new ("<(img [^>]*|br|hr)>", 0, 0, NULL);
  g_autofree char *closed = g_regex_replace (pictures, html, -1, 0, "<\\1/>", 0, NULL);

  g_string_append_printf (xml, "%s</body>", closed);
  return xml;
}

/* Whatever the text, each tag is closed where it should be, and there are none but ours. */
static void
test_it_is_well_formed (void)
{
  for (int i = 0; i < 5000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *html = NULL;
      g_autoptr(GString) xml = NULL;
      XML_Parser parser = XML_ParserCreate ("UTF-8");

      for (int n = g_test_rand_int_range (1, 30); n > 0; n--)
        g_string_append (text, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
      html = convert (text->str);
      xml = as_xml (html);
      g_assert_cmpint (XML_Parse (parser, xml->str, (int) xml->len, TRUE), ==, XML_STATUS_OK);
      XML_ParserFree (parser);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-html/documents", test_documents);
  g_test_add_func ("/markdown-html/without-a-map-addresses-stay", test_without_a_map_addresses_stay);
  g_test_add_func ("/markdown-html/it-is-well-formed", test_it_is_well_formed);

  return g_test_run ();
}
