/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/html-markdown.h"

#include "core/html-entity.h"
#include "exchange/markdown-maker.h"

#include <string.h>

#define LONGEST_NAME 15
/* Blocks of code and titles of pages are no longer. */
#define LONGEST_RAW (256 * 1024)

typedef struct
{
  DaybookMarkdownMaker *maker;
  const char           *at;
  const char           *end;
  GString              *raw;     /* text that is collected as it stands: of a title, of code; NULL: none is */
  char                 *title;
} Reader;

typedef struct
{
  char      name[LONGEST_NAME + 1]; /* small letters */
  gboolean  ends;
  char     *href;
  char     *src;
  char     *alt;
} Tag;

static void
clear_tag (Tag *tag)
{
  g_free (tag->href);
  g_free (tag->src);
  g_free (tag->alt);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, clear_tag)

/* --- Text ---------------------------------------------------------------------------------- */

/* With its entities as characters. (transfer full) */
static char *
decode (const char *text,
        gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length;)
    {
      gsize n = text[i] == '&' ? daybook_html_entity_length (text + i, length - i) : 0;

      if (n > 0 && daybook_html_entity_append (out, text + i, n))
        i += n;
      else
        g_string_append_c (out, text[i++]);
    }
  return g_string_free (out, FALSE);
}

static void
add_text (Reader     *self,
          const char *text,
          gsize       length)
{
  g_autofree char *words = decode (text, length);

  if (self->raw == NULL)
    daybook_markdown_maker_text (self->maker, words, -1);
  else if (self->raw->len < LONGEST_RAW)
    g_string_append (self->raw, words);
}

/* --- Tags ------------------------------------------------------------------------------------ */

static void
skip_blanks (Reader *self)
{
  while (self->at < self->end && (g_ascii_isspace (*self->at) || *self->at == '/'))
    self->at++;
}

/* The value of an attribute, which stands at the cursor. (transfer full) */
static char *
take_value (Reader *self)
{
  char quote = self->at < self->end ? *self->at : '\0';
  const char *start;
  char *value;

  if (quote != '"' && quote != '\'')
    {
      start = self->at;
      while (self->at < self->end && !g_ascii_isspace (*self->at) && *self->at != '>')
        self->at++;
      return decode (start, (gsize) (self->at - start));
    }

  start = ++self->at;
  while (self->at < self->end && *self->at != quote)
    self->at++;
  value = decode (start, (gsize) (self->at - start));
  self->at += self->at < self->end;
  return value;
}

static char **
place_of (Tag        *tag,
          const char *name,
          gsize       length)
{
  if (length == 4 && g_ascii_strncasecmp (name, "href", 4) == 0)
    return &tag->href;
  if (length == 3 && g_ascii_strncasecmp (name, "src", 3) == 0)
    return &tag->src;

  return length == 3 && g_ascii_strncasecmp (name, "alt", 3) == 0 ? &tag->alt : NULL;
}

static void
take_attribute (Reader *self,
                Tag    *tag)
{
  const char *name = self->at;
  g_autofree char *value = NULL;
  char **place;

  while (self->at < self->end && !g_ascii_isspace (*self->at) && strchr ("=>/", *self->at) == NULL)
    self->at++;
  place = place_of (tag, name, (gsize) (self->at - name));
  /* A sign that begins nothing. */
  if (self->at == name)
    self->at++;
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
  if (self->at >= self->end || *self->at != '=')
    return;

  self->at++;
  while (self->at < self->end && g_ascii_isspace (*self->at))
    self->at++;
  value = take_value (self);
  if (place != NULL && *place == NULL)
    *place = g_steal_pointer (&value);
}

/* A tag that begins at the cursor; behind it then. FALSE: it is none, but text. */
static gboolean
take_tag (Reader *self,
          Tag    *tag)
{
  const char *p = self->at + 1;
  gsize n = 0;

  tag->ends = p < self->end && *p == '/';
  p += tag->ends;
  if (p >= self->end || !g_ascii_isalpha (*p))
    return FALSE;

  for (; p < self->end && (g_ascii_isalnum (*p) || *p == '-' || *p == ':'); p++)
    if (n < LONGEST_NAME)
      tag->name[n++] = g_ascii_tolower (*p);
  self->at = p;
  skip_blanks (self);
  while (self->at < self->end && *self->at != '>')
    {
      take_attribute (self, tag);
      skip_blanks (self);
    }
  self->at += self->at < self->end;
  return TRUE;
}

/* Behind what no person reads: up to its end tag. */
static void
skip_element (Reader     *self,
              const char *name)
{
  gsize length = strlen (name);

  for (; self->at < self->end; self->at++)
    if (*self->at == '<' && (gsize) (self->end - self->at) > length + 2 && self->at[1] == '/' && g_ascii_strncasecmp (self->at + 2, name, length) == 0
        && !g_ascii_isalnum (self->at[2 + length]))
      return;
}

/* Behind a comment, a document type, an instruction. */
static void
skip_declaration (Reader *self)
{
  const char *close = (gsize) (self->end - self->at) >= 4 && strncmp (self->at, "<!--", 4) == 0 ? "-->" : ">";
  const char *found = g_strstr_len (self->at, self->end - self->at, close);

  self->at = found != NULL ? found + strlen (close) : self->end;
}

/* --- What tags mean ---------------------------------------------------------------------------- */

static gboolean
is_one_of (const char *name,
           const char *words)
{
  g_auto(GStrv) all = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) all, name);
}

/* Text that is taken as it stands ends where its tag does. */
static void
end_raw (Reader     *self,
         const char *name)
{
  g_autofree char *text = self->raw != NULL ? g_string_free (g_steal_pointer (&self->raw), FALSE) : NULL;

  if (text == NULL)
    return;
  if (g_str_equal (name, "pre"))
    daybook_markdown_maker_code (self->maker, text);
  else if (self->title == NULL && *g_strstrip (text) != '\0')
    self->title = g_steal_pointer (&text);
}

static void
mark (Reader      *self,
      const Tag   *tag,
      DaybookMark  kind)
{
  if (tag->ends)
    daybook_markdown_maker_end_mark (self->maker, kind);
  else
    daybook_markdown_maker_begin_mark (self->maker, kind);
}

/* Tags within a line. TRUE: it was one. */
static gboolean
take_inline (Reader    *self,
             const Tag *tag)
{
  if (is_one_of (tag->name, "b strong"))
    mark (self, tag, DAYBOOK_MARK_STRONG);
  else if (is_one_of (tag->name, "i em cite"))
    mark (self, tag, DAYBOOK_MARK_EMPHASIS);
  else if (is_one_of (tag->name, "code kbd samp tt"))
    mark (self, tag, DAYBOOK_MARK_TYPED);
  else if (g_str_equal (tag->name, "br"))
    daybook_markdown_maker_line (self->maker);
  else if (g_str_equal (tag->name, "a") && tag->ends)
    daybook_markdown_maker_end_link (self->maker);
  else if (g_str_equal (tag->name, "a"))
    daybook_markdown_maker_begin_link (self->maker, tag->href);
  else if (g_str_equal (tag->name, "img"))
    daybook_markdown_maker_picture (self->maker, tag->src, tag->alt != NULL ? tag->alt : "");
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_list (Reader    *self,
           const Tag *tag)
{
  if (is_one_of (tag->name, "ul ol menu") && tag->ends)
    daybook_markdown_maker_end_list (self->maker);
  else if (is_one_of (tag->name, "ul ol menu"))
    daybook_markdown_maker_begin_list (self->maker, *tag->name == 'o' ? DAYBOOK_LIST_NUMBERS : DAYBOOK_LIST_BULLETS);
  else if (g_str_equal (tag->name, "li") && !tag->ends)
    daybook_markdown_maker_item (self->maker);
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_table (Reader    *self,
            const Tag *tag)
{
  if (g_str_equal (tag->name, "table") && tag->ends)
    daybook_markdown_maker_end_table (self->maker);
  else if (g_str_equal (tag->name, "table"))
    daybook_markdown_maker_begin_table (self->maker);
  else if (g_str_equal (tag->name, "tr") && !tag->ends)
    daybook_markdown_maker_row (self->maker);
  else if (is_one_of (tag->name, "td th") && !tag->ends)
    daybook_markdown_maker_cell (self->maker);
  else
    return FALSE;

  return TRUE;
}

static void
take_block (Reader    *self,
            const Tag *tag)
{
  if (tag->name[0] == 'h' && tag->name[1] >= '1' && tag->name[1] <= '6' && tag->name[2] == '\0' && !tag->ends)
    daybook_markdown_maker_heading (self->maker, (guint) (tag->name[1] - '0'));
  else if (g_str_equal (tag->name, "blockquote") && !tag->ends)
    daybook_markdown_maker_begin_quote (self->maker);
  else if (g_str_equal (tag->name, "blockquote"))
    daybook_markdown_maker_end_quote (self->maker);
  else if (g_str_equal (tag->name, "hr"))
    daybook_markdown_maker_rule (self->maker);
  else if (!is_one_of (tag->name, "span font small big u s del ins sub sup abbr mark label time q var dfn wbr tbody thead tfoot html body"))
    daybook_markdown_maker_end_block (self->maker);
}

static void
take_meaning (Reader    *self,
              const Tag *tag)
{
  gboolean is_raw = is_one_of (tag->name, "title pre");

  if (is_raw && !tag->ends && self->raw == NULL)
    self->raw = g_string_new (NULL);
  else if (is_raw && tag->ends)
    end_raw (self, tag->name);
  else if (self->raw == NULL && !take_inline (self, tag) && !take_list (self, tag) && !take_table (self, tag))
    take_block (self, tag);
}

/* What begins with <. */
static void
take_markup (Reader *self)
{
  g_auto(Tag) tag = { "" };

  if (self->at + 1 < self->end && (self->at[1] == '!' || self->at[1] == '?'))
    skip_declaration (self);
  else if (!take_tag (self, &tag))
    add_text (self, self->at++, 1);
  else if (!tag.ends && is_one_of (tag.name, "script style template noscript svg math iframe object select textarea"))
    skip_element (self, tag.name);
  else
    take_meaning (self, &tag);
}

char *
daybook_html_to_markdown (const char  *html,
                          gsize        length,
                          char       **title)
{
  g_autofree char *valid = g_utf8_make_valid (html, (gssize) length);
  g_autoptr(DaybookMarkdownMaker) maker = daybook_markdown_maker_new ();
  Reader self = { .maker = maker, .at = valid, .end = valid + strlen (valid) };

  while (self.at < self.end && !daybook_markdown_maker_is_full (maker))
    {
      const char *tag = memchr (self.at, '<', (gsize) (self.end - self.at));
      const char *until = tag != NULL ? tag : self.end;

      add_text (&self, self.at, (gsize) (until - self.at));
      self.at = until;
      if (tag != NULL)
        take_markup (&self);
    }
  end_raw (&self, "pre");
  if (title != NULL)
    *title = g_steal_pointer (&self.title);
  g_free (self.title);
  return daybook_markdown_maker_finish (maker);
}
