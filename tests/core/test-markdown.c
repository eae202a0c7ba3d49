/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown.h"

#include <string.h>

#define PHOTO "picture:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* --- A document as one line a block ------------------------------------------------ */

static void
write_span (const DaybookMarkdown     *doc,
            const DaybookMarkdownSpan *span,
            GString                   *out)
{
  static const char SIGNS[] = "ibsc";
  g_autofree char *text = g_strndup (doc->text + span->start, span->end - span->start);

  for (guint i = 0; i < strlen (SIGNS); i++)
    if ((span->styles & 1u << i) != 0)
      g_string_append_printf (out, "<%c>", SIGNS[i]);
  if (span->link >= 0)
    {
      const DaybookMarkdownLink *link = daybook_markdown_link (doc, span->link);

      g_string_append_printf (out, "<%s%s=%s>", link->is_picture ? "pic" : "a",
                              link->kind == DAYBOOK_MARKDOWN_NOWHERE ? "?" : "", link->target);
    }
  g_string_append_printf (out, "%s</>", text);
}

/* Also that the spans lie in it, in order and apart. */
static void
write_text (const DaybookMarkdown *doc,
            gsize                  start,
            gsize                  end,
            guint                  span,
            guint                  n_spans,
            GString               *out)
{
  gsize at = start;

  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, strlen (doc->text));
  g_assert_cmpuint (span + n_spans, <=, doc->spans->len);
  for (guint i = span; i < span + n_spans; i++)
    {
      const DaybookMarkdownSpan *s = daybook_markdown_span (doc, i);

      g_assert_cmpuint (s->start, >=, at);
      g_assert_cmpuint (s->end, >, s->start);
      g_assert_cmpuint (s->end, <=, end);
      g_string_append_len (out, doc->text + at, (gssize) (s->start - at));
      write_span (doc, s, out);
      at = s->end;
    }
  g_string_append_len (out, doc->text + at, (gssize) (end - at));
}

static void
write_path (const DaybookMarkdown      *doc,
            const DaybookMarkdownBlock *block,
            guint                       i,
            GString                    *out)
{
  static const char *const TASKS[] = { "", "[ ]", "[x]" };
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  guint depth = daybook_markdown_path (doc, block, path);

  for (guint at = 0; at < depth; at++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (doc, path[at]);

      if (holder->kind == DAYBOOK_MARKDOWN_QUOTE)
        g_string_append (out, "> ");
      else if (holder->block != i)
        g_string_append (out, "  ");
      else if (holder->kind == DAYBOOK_MARKDOWN_BULLET)
        g_string_append_printf (out, "-%s ", TASKS[holder->task]);
      else
        g_string_append_printf (out, "%u.%s ", holder->number, TASKS[holder->task]);
    }
}

static void
write_table (const DaybookMarkdown      *doc,
             const DaybookMarkdownBlock *block,
             GString                    *out)
{
  static const char *const ALIGNS[] = { "", ":", ">" };

  for (guint i = 0; i < block->n_cells; i++)
    {
      const DaybookMarkdownCell *cell = daybook_markdown_cell (doc, block->cell + i);

      g_assert_cmpuint (cell->start, >=, block->start);
      g_assert_cmpuint (cell->end, <=, block->end);
      if (cell->column == 0 && cell->row > 0)
        g_string_append (out, " / ");
      g_string_append_printf (out, "[%s", ALIGNS[cell->align]);
      write_text (doc, cell->start, cell->end, cell->span, cell->n_spans, out);
      g_string_append_c (out, ']');
    }
}

static void
write_block (const DaybookMarkdown      *doc,
             const DaybookMarkdownBlock *block,
             GString                    *out)
{
  switch (block->kind)
    {
    case DAYBOOK_MARKDOWN_TABLE:
      write_table (doc, block, out);
      return;
    case DAYBOOK_MARKDOWN_RULE:
      g_string_append (out, "---");
      break;
    case DAYBOOK_MARKDOWN_CODE:
      g_string_append (out, "```");
      break;
    case DAYBOOK_MARKDOWN_HEADING:
      for (guint i = 0; i < block->level; i++)
        g_string_append_c (out, '#');
      g_string_append_c (out, ' ');
      break;
    case DAYBOOK_MARKDOWN_PICTURE:
      g_string_append_printf (out, "!%s ", daybook_markdown_link (doc, block->link)->target);
      break;
    case DAYBOOK_MARKDOWN_PARAGRAPH:
    default:
      break;
    }
  write_text (doc, block->start, block->end, block->span, block->n_spans, out);
}

/* Line ends within a block as ↵. */
static char *
dump_document (const DaybookMarkdown *doc)
{
  g_autoptr(GString) out = g_string_new (NULL);

  g_assert_true (g_utf8_validate (doc->text, -1, NULL));
  for (guint i = 0; i < doc->blocks->len; i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);
      const DaybookMarkdownBlock *block = daybook_markdown_block (doc, i);

      write_path (doc, block, i, line);
      write_block (doc, block, line);
      g_string_replace (line, "\n", "↵", 0);
      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", line->str);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
dump (const char *text,
      gssize      length)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, length);

  return dump_document (doc);
}

typedef struct
{
  const char *text;
  const char *shown;
} Row;

static void
check_rows (const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *shown = dump (rows[i].text, -1);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

/* --- Tests --------------------------------------------------------------------------- */

static const Row BLOCKS[] = {
  { "", "" },
  { "\n \n\t\n", "" },
  { "a", "a" },
  { "# A\n## B ##\nC\n===\nD\n-\n####### E", "# A\n## B\n# C\n## D\n####### E" },
  { "a\nb\n\nc", "a b\nc" },
  { "a  \nb\\\nc", "a↵b↵c" },
  { "a\n***\nb\n\n- - -\n____", "a\n---\nb\n---\n---" },
  { "    x\n\n    y", "```x↵↵y" },
  { "```sh\n<a> &amp; *b*\n\n```\nc", "```<a> &amp; *b*↵\nc" },
  { "~~~\nnever closed", "```never closed" },
  { "> a\nb\n> > c\n\nd", "> a b\n> > c\nd" },
  { "- a\n- b\n  - c\n    1. d\n- e", "- a\n- b\n  - c\n    1. d\n- e" },
  { "3. a\n1. b\n\n- c\n+ d", "3. a\n4. b\n- c\n- d" },
  { "- a\n\n  b\n\n      c\n- > d\n  > e", "- a\n  b\n  ```c\n- > d e" },
  { "-\n- \n1.", "- \n- \n1. " },
  { "- - 1. a", "- - 1. a" },
  { "- [ ] a\n- [x] b\n- [X] c\n- [y] d\n1. [ ] e", "-[ ] a\n-[x] b\n-[x] c\n- [y] d\n1.[ ] e" },
  { "- # a\n- ```\n  b\n  ```", "- # a\n- ```b" },
  { "1986\\. a", "1986. a" },
  { "[a]: b\n", "" },
  { "a\r\nb\r\n\r\n- c\r\n", "a b\n- c" },
};

static void
test_blocks (void)
{
  check_rows (BLOCKS, G_N_ELEMENTS (BLOCKS));
}

static const Row TABLES[] = {
  { "|a|b|\n|---|---|\n|1|2|", "[a][b] / [1][2]" },
  { "a | b | c\n:--|:-:|--:\n1 | 2", "[a][:b][>c] / [1][:2][>]" },
  { "|a|\n|---|\n|x \\| y `c\\|d`|", "[a] / [x | y <c>c|d</>]" },
  { "|*a*|\n|---|\n|[b](article:c) d|", "[<i>a</>] / [<a=article:c>b</> d]" },
  { "|a|\n|---|\n|![](" PHOTO ")|\n|![x](" PHOTO ")|", "[a] / [<pic=" PHOTO ">🖼</>] / [<pic=" PHOTO ">x</>]" },
  { "> |a|\n> |---|\n> ||", "> [a] / []" },
  { "|a|b|\n|-|:-|\n|c|d|", "[a][b] / [c][d]" },
  { "a|b|c\n-|:-:|-:\n1|2", "[a][:b][>c] / [1][:2][>]" },
  { "> |a|\n> |--|\r\n> |b|", "> [a] / [b]" },
  { "    |a|b|\n    |-|-|\n\n|a\n\n|-|", "```|a|b|↵|-|-|\n|a\n|-|" },
  { "```\n|a|b|\n|-|:--|\n```", "```|a|b|↵|-|:--|" },
};

static void
test_tables (void)
{
  check_rows (TABLES, G_N_ELEMENTS (TABLES));
}

static const Row INLINE[] = {
  { "*a* **b** ***c*** ~~d~~ `e` _f_ __g__", "<i>a</> <b>b</> <i><b>c</> <s>d</> <c>e</> <i>f</> <b>g</>" },
  { "**a *b* c**", "<b>a </><i><b>b</><b> c</>" },
  { "*a **b", "*a **b" },
  { "**a", "**a" },
  { "snake_case_word 2*3*4", "snake_case_word 2<i>3</>4" },
  { "\\*a\\* \\\\ \\z", "*a* \\ \\z" },
  { "`` a`b ``", "<c>a`b</>" },
  { "*a\nb*", "<i>a b</>" },
  { "&lt;b&gt; &hellip; &#22909;&#x597D; &nothing; &#0; &#xD800; &#xFDD0; &", "<b> … 好好 &nothing; \xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd &" },
  { "<b>x</b> <script>alert('1')</script>", "<b>x</b> <script>alert('1')</script>" },
  { "<div>\n*a*\n</div>", "<div> <i>a</> </div>" },
  { "[a](http://b.c 'd') [e][f] [g]\n\n[f]: <mailto:x@y.z>\n[g]: tel:123",
    "<a=http://b.c>a</> <a=mailto:x@y.z>e</> <a=tel:123>g</>" },
  { "<https://a.b/?c=d&e=f> https://a.b/?c=d&e=f。好", "<a=https://a.b/?c=d&e=f>https://a.b/?c=d&e=f</> <a=https://a.b/?c=d&e=f>https://a.b/?c=d&e=f</>。好" },
  { "[**a** b](article:c)", "<b><a=article:c>a</><a=article:c> b</>" },
  { "[a](article:x\\_y&amp;z)", "<a=article:x_y&z>a</>" },
  { "[a](javascript:x) [b](file:///etc/passwd) [c](d.md) [e](article:) [f](#g) [h](<http://x y>)",
    "<a?=javascript:x>a</> <a?=file:///etc/passwd>b</> <a?=d.md>c</> <a?=article:>e</> <a?=#g>f</> <a?=http://x y>h</>" },
  { "[[Title]] [a [b](x)", "[[Title]] [a <a?=x>b</>" },
  { "a ![p *q*](" PHOTO ") b", "a\n!" PHOTO " p q\nb" },
  { "![](" PHOTO ")![x](http://a.b/c.png)", "!" PHOTO " \n!http://a.b/c.png x" },
  { "**a ![b](" PHOTO ") c**", "<b>a</>\n!" PHOTO " b\n<b>c</>" },
  { "- ![b](" PHOTO ")\n- c", "- !" PHOTO " b\n- c" },
  { "# a ![b](" PHOTO ") c", "# a <pic=" PHOTO ">b</> c" },
  { "![a](article:b)", "!article:b a" },
};

static void
test_what_stands_in_lines (void)
{
  check_rows (INLINE, G_N_ELEMENTS (INLINE));
}

/* CommonMark alone leaves the stars of half of these. */
static const Row ADDRESSES[] = {
  { "看https://a.b/c?d=e&f=g，好", "看<a=https://a.b/c?d=e&f=g>https://a.b/c?d=e&f=g</>，好" },
  { "(http://a.b/x_(y)_z). http://c.d, HTTP://E.F!",
    "(<a=http://a.b/x_(y)_z>http://a.b/x_(y)_z</>). <a=http://c.d>http://c.d</>, <a=HTTP://E.F>HTTP://E.F</>!" },
  { "**http://a.b** `http://c.d` [http://e.f](article:g)",
    "<b><a=http://a.b>http://a.b</> <c>http://c.d</> <a=article:g>http://e.f</>" },
  { "ftp://a.b https:// http://. xhttp://a.b ://", "ftp://a.b https:// http://. xhttp://a.b ://" },
  { "    http://a.b", "```http://a.b" },
  { "http://a.b/%20/#x;\nhttp://c.d", "<a=http://a.b/%20/#x>http://a.b/%20/#x</>; <a=http://c.d>http://c.d</>" },
};

static void
test_bare_addresses_are_links (void)
{
  check_rows (ADDRESSES, G_N_ELEMENTS (ADDRESSES));
}

static const Row CHINESE[] = {
  { "请**务必**保留*小票*。", "请<b>务必</>保留<i>小票</>。" },
  { "**注意：**请看", "<b>注意：</>请看" },
  { "**注意:**请看", "<b>注意:</>请看" },
  { "**型号：**iPhone", "<b>型号：</>iPhone" },
  { "请**“看”**这里", "请<b>“看”</>这里" },
  { "请**(看)**这里", "请<b>(看)</>这里" },
  { "用户*《手册》*说", "用户<i>《手册》</>说" },
  { "（**急**）和（*缓*）", "（<b>急</>）和（<i>缓</>）" },
  { "**退货**：**必须**在7天内", "<b>退货</>：<b>必须</>在7天内" },
  { "**退货。**换货。**维修。**", "<b>退货。</>换货。<b>维修。</>" },
  { "***非常，***重要", "<i><b>非常，</>重要" },
  { "价：5*3=15，尺寸：2*3", "价：5<i>3=15，尺寸：2</>3" },
  { "价：5 * 3=15，尺寸：2*3", "价：5 * 3=15，尺寸：2*3" },
  { "注意：\\**请看**", "注意：*<i>请看</>*" },
  { "`**注意：**请` ~~原价：~~99", "<c>**注意：**请</> <s>原价：</>99" },
  { "```\n**注意：**请\n```", "```**注意：**请" },
  { "[看](http://a.b/**：**看)", "<a=http://a.b/**：**看>看</>" },
  { "第一行，\n第二行\nabc\n第三行 \n「四」", "第一行，第二行 abc 第三行「四」" },
  { "한국\n사람", "한국 사람" },
  { "\xef\xb7\x90**a**\xef\xb7\x91", "\xef\xbf\xbd<b>a</>\xef\xbf\xbd" },
};

static void
test_chinese_needs_no_blanks (void)
{
  check_rows (CHINESE, G_N_ELEMENTS (CHINESE));
}

static void
test_plain_text_has_no_signs (void)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (
    "# 退**货**\n\n> - [x] 看 [这里](article:a)\n\n***\n\n|a|b|\n|---|---|\n|`c`|d|\n\n```\ne\n\nf\n```\n![g](" PHOTO ")\n", -1);

  g_assert_cmpstr (doc->text, ==, "退货\n看 这里\n\na\tb\nc\td\ne\n\nf\ng");
  g_assert_false (doc->cut);
}

static void
test_any_bytes_do (void)
{
  static const char BYTES[] = "a\0b **c\xff** \xe4\xb8\n- \0[\0](\0)\n\x80";
  g_autofree char *shown = dump (BYTES, sizeof BYTES - 1);

  g_assert_cmpstr (shown, ==, "a\xef\xbf\xbd" "b <b>c\xef\xbf\xbd</> \xef\xbf\xbd\xef\xbf\xbd\n- \xef\xbf\xbd<a?=\xef\xbf\xbd>\xef\xbf\xbd</> \xef\xbf\xbd");
}

static char *
repeat (const char *unit,
        gsize       size)
{
  GString *text = g_string_sized_new (size + strlen (unit));

  while (text->len < size)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

/* Each of these keeps a parser busy. */
static const char *const TIRING[] = {
  "[", "![", "*a **b ", "_a", "`", "<", "> ", "- ", "1. ", "- a\n", "|", "a|b\n", "[a](", "\\", "&", "http://a.b/ ", "**：", "a\n\n",
  "x\n-\n", "[a]: b\n\n", "![a](b) ", "\xff", "\n", "\t", "***a", "~~a ", "- [ ] a\n", "中**：",
};

static void
test_size_is_bounded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TIRING); i++)
    {
      g_autofree char *text = repeat (TIRING[i], DAYBOOK_MARKDOWN_MAX_BYTES);
      g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, -1);
      g_autofree char *shown = dump_document (doc);

      g_assert_cmpuint (doc->blocks->len, <=, DAYBOOK_MARKDOWN_MAX_BLOCKS + 1);
      g_assert_cmpuint (doc->cells->len, <=, DAYBOOK_MARKDOWN_MAX_CELLS);
      g_assert_cmpuint (strlen (shown), <=, 40 * DAYBOOK_MARKDOWN_MAX_BYTES);
    }
}

/* md4c alone needs minutes for each of the last two. */
static void
test_nesting_is_bounded (void)
{
  g_autofree char *brackets = repeat ("[", 400000);
  g_autofree char *closing = repeat ("]", 400000);
  g_autofree char *nested = g_strdup_printf ("[a]: b\n\n%s%s", brackets, closing);
  g_autofree char *quotes = repeat ("> ", 200);
  g_autofree char *items = repeat ("- ", 400000);
  g_autofree char *lines = repeat ("\n", 400000);
  g_autofree char *list = g_strdup_printf ("%sa%sb", items, lines);
  g_autoptr(DaybookMarkdown) in_brackets = daybook_markdown_parse (nested, -1);
  g_autoptr(DaybookMarkdown) in_quotes = daybook_markdown_parse (quotes, -1);
  g_autoptr(DaybookMarkdown) in_lists = daybook_markdown_parse (list, -1);

  g_assert_cmpuint (strlen (in_brackets->text), ==, 800000);
  g_assert_cmpuint (in_quotes->holders->len, ==, DAYBOOK_MARKDOWN_MAX_DEPTH);
  g_assert_cmpuint (in_lists->holders->len, ==, DAYBOOK_MARKDOWN_MAX_DEPTH);
  g_assert_true (g_str_has_suffix (in_lists->text, "a\nb"));
}

/* Deeper by its indentation, line after line. */
static void
test_what_lies_deeper_lies_in_the_deepest (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(DaybookMarkdown) doc = NULL;
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%*s- %u\n", (int) (2 * i), "", i);
  doc = daybook_markdown_parse (text->str, -1);
  g_assert_cmpuint (doc->blocks->len, ==, 40);
  g_assert_cmpuint (daybook_markdown_path (doc, daybook_markdown_block (doc, 39), path), ==, DAYBOOK_MARKDOWN_MAX_DEPTH);
  g_assert_cmpuint (daybook_markdown_path (doc, daybook_markdown_block (doc, 5), path), ==, 6);
}

/* A rule of many signs is one, a document too long is cut where a line begins. */
static void
test_limits_spare_what_is_sound (void)
{
  g_autofree char *rule = repeat ("- ", 200);
  g_autofree char *shown = dump (rule, -1);
  g_autofree char *long_text = repeat ("0123456789abcdef\n\n", DAYBOOK_MARKDOWN_MAX_BYTES + 40);
  g_autofree char *short_text = g_strndup (long_text, 18 * 1000);
  g_autofree char *long_line = repeat ("中", DAYBOOK_MARKDOWN_MAX_BYTES + 1);
  g_autoptr(DaybookMarkdown) cut = daybook_markdown_parse (long_text, -1);
  g_autoptr(DaybookMarkdown) whole = daybook_markdown_parse (short_text, -1);
  g_autoptr(DaybookMarkdown) line = daybook_markdown_parse (long_line, -1);

  g_assert_cmpstr (shown, ==, "---");
  g_assert_true (cut->cut);
  g_assert_false (whole->cut);
  g_assert_cmpuint (whole->blocks->len, ==, 1000);
  g_assert_true (line->cut);
  g_assert_cmpuint (strlen (line->text), ==, DAYBOOK_MARKDOWN_MAX_BYTES / 3 * 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/tables", test_tables);
  g_test_add_func ("/markdown/what-stands-in-lines", test_what_stands_in_lines);
  g_test_add_func ("/markdown/bare-addresses-are-links", test_bare_addresses_are_links);
  g_test_add_func ("/markdown/chinese-needs-no-blanks", test_chinese_needs_no_blanks);
  g_test_add_func ("/markdown/plain-text-has-no-signs", test_plain_text_has_no_signs);
  g_test_add_func ("/markdown/any-bytes-do", test_any_bytes_do);
  g_test_add_func ("/markdown/size-is-bounded", test_size_is_bounded);
  g_test_add_func ("/markdown/nesting-is-bounded", test_nesting_is_bounded);
  g_test_add_func ("/markdown/what-lies-deeper-lies-in-the-deepest", test_what_lies_deeper_lies_in_the_deepest);
  g_test_add_func ("/markdown/limits-spare-what-is-sound", test_limits_spare_what_is_sound);

  return g_test_run ();
}
