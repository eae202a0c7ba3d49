/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-source.h"

#include "core/html-entity.h"

#include <string.h>

/* Nobody's text has them (Unicode, noncharacters), and daybook_html_entity_append() makes none. */
static const char NOTHING[] = "\xef\xb7\x90"; /* U+FDD0: between two characters that are not to touch */
static const char BRACKET[] = "\xef\xb7\x91"; /* U+FDD1: a [ that begins no link */

enum
{
  MARK_SIZE = sizeof NOTHING - 1,
  REPLACEMENT = 0xfffd,
  MAX_INDENT = 128,  /* columns before what begins a list or a quote */
  MAX_BRACKETS = 12, /* open within each other */
  TAB = 4,
};

/* From `at` on the text for md4c is `extra` bytes longer in all. */
typedef struct
{
  gsize at;
  gsize extra;
} Mark;

typedef struct
{
  const char *in;
  gsize       length;
  GString    *out;
  GArray     *marks;
  guint       brackets; /* open in this paragraph */
  gsize       above;    /* where the line above begins */
} Preparation;

/* --- Valid UTF-8, without our own marks ------------------------------------------- */

static char *
make_valid (const char *text,
            gssize      length,
            gsize      *valid_length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  char *valid = g_utf8_make_valid (text, (gssize) n);
  char *p = valid;

  *valid_length = strlen (valid);
  while ((p = memchr (p, NOTHING[0], *valid_length - (gsize) (p - valid))) != NULL)
    {
      if (p[1] == NOTHING[1] && ((guchar) p[2] & 0xfe) == 0x90)
        memcpy (p, "\xef\xbf\xbd", MARK_SIZE); /* U+FFFD */
      p++;
    }
  return valid;
}

/* The bytes that are read: whole characters, and whole lines where there are any. */
static gsize
choose_length (const char *valid,
               gsize       length)
{
  const char *end;

  if (length <= DAYBOOK_MARKDOWN_MAX_BYTES)
    return length;

  end = g_utf8_find_prev_char (valid, valid + DAYBOOK_MARKDOWN_MAX_BYTES + 1);
  for (const char *line = end; line > valid; line--)
    if (line[-1] == '\n')
      return (gsize) (line - valid);
  return (gsize) (end - valid);
}

/* --- Marks -------------------------------------------------------------------------- */

/* Puts `mark` in place of `replaced` bytes. */
static void
add_mark (Preparation *p,
          const char  *mark,
          gsize        replaced)
{
  gsize extra = p->marks->len > 0 ? g_array_index (p->marks, Mark, p->marks->len - 1).extra : 0;
  Mark added;

  g_string_append (p->out, mark);
  added = (Mark) { p->out->len, extra + strlen (mark) - replaced };
  g_array_append_val (p->marks, added);
}

static gboolean
is_punctuation (gunichar c)
{
  if (c < 0x80)
    return g_ascii_ispunct ((char) c);

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a star between the two is to be free to begin and to end: CommonMark would let it be one of them. */
static gboolean
stand_in_the_way (gunichar punctuation,
                  gunichar other)
{
  return is_punctuation (punctuation) && !is_punctuation (other) && !g_unichar_isspace (other)
         && (punctuation >= 0x80 || g_unichar_iswide (other));
}

/* Copies the run of stars at `at`; returns where it ends. */
static gsize
copy_stars (Preparation *p,
            gsize        at)
{
  gsize end = at;
  gunichar before = ' ';
  gunichar after = ' ';
  gboolean is_free;

  while (end < p->length && p->in[end] == '*')
    end++;
  if (at > 0)
    before = g_utf8_get_char (g_utf8_prev_char (p->in + at));
  if (end < p->length)
    after = g_utf8_get_char (p->in + end);

  is_free = daybook_markdown_is_escaped (p->in, at);
  if (!is_free && stand_in_the_way (before, after))
    add_mark (p, NOTHING, 0);
  g_string_append_len (p->out, p->in + at, (gssize) (end - at));
  if (!is_free && stand_in_the_way (after, before))
    add_mark (p, NOTHING, 0);
  return end;
}

static gsize
copy_bracket (Preparation *p,
              gsize        at)
{
  if (daybook_markdown_is_escaped (p->in, at) || ++p->brackets <= MAX_BRACKETS)
    g_string_append_c (p->out, '[');
  else
    add_mark (p, BRACKET, 1);
  return at + 1;
}

static void
copy_rest_of_line (Preparation *p,
                   gsize        at,
                   gsize        end)
{
  while (at < end)
    {
      gsize n = 0;

      while (at + n < end && p->in[at + n] != '*' && p->in[at + n] != '[' && p->in[at + n] != ']')
        n++;
      g_string_append_len (p->out, p->in + at, (gssize) n);
      at += n;
      if (at >= end)
        return;

      if (p->in[at] == '*')
        at = copy_stars (p, at);
      else if (p->in[at] == '[')
        at = copy_bracket (p, at);
      else
        {
          p->brackets -= p->brackets > 0 && !daybook_markdown_is_escaped (p->in, at) ? 1 : 0;
          g_string_append_c (p->out, p->in[at++]);
        }
    }
}

/* --- What begins lists and quotes ----------------------------------------------------- */

/* Copies blanks; returns how many columns they are. */
static guint
copy_blanks (Preparation *p,
             gsize       *at,
             gsize        end)
{
  guint columns = 0;

  for (; *at < end && (p->in[*at] == ' ' || p->in[*at] == '\t'); (*at)++)
    {
      columns = p->in[*at] == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
      g_string_append_c (p->out, p->in[*at]);
    }
  return columns;
}

/* The bytes of what begins an item or a quote at `at`; 0: nothing does. */
static gsize
measure_opener (const Preparation *p,
                gsize              at,
                gsize              end)
{
  gsize n = 0;

  if (at < end && p->in[at] == '>')
    return 1;
  if (at < end && strchr ("-+*", p->in[at]) != NULL)
    n = 1;
  else
    {
      while (at + n < end && g_ascii_isdigit (p->in[at + n]))
        n++;
      if (n == 0 || at + n >= end || strchr (".)", p->in[at + n]) == NULL)
        return 0;
      n++;
    }
  return at + n >= end || strchr (" \t\r\n", p->in[at + n]) != NULL ? n : 0;
}

/* A line of stars or dashes alone is a rule, however many they are. */
static gboolean
is_rule (const Preparation *p,
         gsize              at,
         gsize              end)
{
  char c = at < end ? p->in[at] : '\0';

  if (c != '-' && c != '*')
    return FALSE;
  while (at < end && (p->in[at] == c || g_ascii_isspace (p->in[at])))
    at++;
  return at >= end;
}

/* Copies what begins lists and quotes on a line, as far as they may lie within each other. */
static gsize
copy_openers (Preparation *p,
              gsize        at,
              gsize        end)
{
  for (guint depth = 0;; depth++)
    {
      guint columns = copy_blanks (p, &at, end);
      gsize n = is_rule (p, at, end) ? 0 : measure_opener (p, at, end);

      if (n == 0)
        break;
      if (depth >= DAYBOOK_MARKDOWN_MAX_DEPTH || columns > MAX_INDENT)
        {
          add_mark (p, NOTHING, 0);
          break;
        }
      g_string_append_len (p->out, p->in + at, (gssize) n);
      at += n;
      p->brackets = 0;
    }
  return at;
}

/* --- Tables ------------------------------------------------------------------------------ */

/* How many of the bytes from at on are of these. */
static gsize
measure_run (const Preparation *p,
             gsize              at,
             gsize              end,
             const char        *bytes)
{
  gsize n = at;

  while (n < end && p->in[n] != '\0' && strchr (bytes, p->in[n]) != NULL)
    n++;
  return n - at;
}

/* Whether it can be the line below the head of a table, and the line above has more than one cell, too. */
static gboolean
is_below_head (const Preparation *p,
               gsize              line,
               gsize              at,
               gsize              end)
{
  gsize n = measure_run (p, at, end, "|:- \t\r");

  return at + n >= end - (end > at && p->in[end - 1] == '\n' ? 1 : 0) && memchr (p->in + at, '-', end - at) != NULL
         && memchr (p->in + at, '|', end - at) != NULL && memchr (p->in + p->above, '|', line - p->above) != NULL;
}

/* GitHub takes one dash for a column, md4c three. */
static void
copy_below_head (Preparation *p,
                 gsize        at,
                 gsize        end)
{
  static const char *const MISSING[] = { "", "--", "-" };

  while (at < end)
    {
      gsize dashes = measure_run (p, at, end, "-");

      g_string_append_len (p->out, p->in + at, (gssize) MAX (dashes, 1));
      if (dashes == 1 || dashes == 2)
        add_mark (p, MISSING[dashes], 0);
      at += MAX (dashes, 1);
    }
}

static void
copy_line (Preparation *p,
           gsize        line,
           gsize        end)
{
  gsize at = copy_openers (p, line, end);

  if (at >= end || p->in[at] == '\n' || p->in[at] == '\r')
    p->brackets = 0;
  if (is_below_head (p, line, at, end))
    copy_below_head (p, at, end);
  else
    copy_rest_of_line (p, at, end);
}

/* --- Bare ------------------------------------------------------------------------------ */

/* What is read otherwise in other places, where the backslash is none, stays: ends of code and of addresses. */
static gboolean
may_be_bare (char c)
{
  return g_ascii_ispunct (c) && strchr ("`<>", c) == NULL;
}

/* A percent sign is punctuation as they are, and nothing in Markdown. */
static void
make_bare (GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '&')
      text->str[i] = '%';
    else if (text->str[i] == '\\' && i + 1 < text->len && g_ascii_ispunct (text->str[i + 1]))
      {
        if (may_be_bare (text->str[i + 1]))
          text->str[i] = text->str[i + 1] = '%';
        i++;
      }
}

gboolean
daybook_markdown_is_escaped (const char *text,
                             gsize       at)
{
  gsize n = 0;

  while (n < at && text[at - n - 1] == '\\')
    n++;
  return n % 2 == 1;
}

/* --- The source -------------------------------------------------------------------------- */

DaybookMarkdownSource *
daybook_markdown_source_new (const char             *text,
                             gssize                  length,
                             DaybookMarkdownReading  reading)
{
  DaybookMarkdownSource *self = g_new0 (DaybookMarkdownSource, 1);
  Preparation p = { 0 };

  self->valid = make_valid (text, length, &self->length);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  p.in = self->valid;
  p.length = choose_length (self->valid, self->length);
  p.out = g_string_sized_new (p.length + 1);
  p.marks = self->marks;
  for (gsize at = 0; at < p.length;)
    {
      const char *newline = memchr (p.in + at, '\n', p.length - at);
      gsize end = newline != NULL ? (gsize) (newline - p.in) + 1 : p.length;

      copy_line (&p, at, end);
      p.above = at;
      at = end;
    }
  if (reading == DAYBOOK_MARKDOWN_BARE)
    make_bare (p.out);
  self->text_length = p.out->len;
  self->text = g_string_free (p.out, FALSE);
  return self;
}

void
daybook_markdown_source_free (DaybookMarkdownSource *self)
{
  g_free (self->valid);
  g_free (self->text);
  g_array_unref (self->marks);
  g_free (self);
}

int
daybook_markdown_source_parse (const DaybookMarkdownSource *self,
                               MD_PARSER                   *parser,
                               gpointer                     data)
{
  parser->flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTML;
  return md_parse (self->text, (MD_SIZE) self->text_length, parser, data);
}

gboolean
daybook_markdown_source_find (const DaybookMarkdownSource *self,
                              const char                  *piece,
                              gsize                       *at)
{
  gsize offset;
  guint low = 0;
  guint high = self->marks->len;

  if (piece < self->text || piece > self->text + self->text_length)
    return FALSE;

  offset = (gsize) (piece - self->text);
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->marks, Mark, middle).at <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  *at = offset - (low > 0 ? g_array_index (self->marks, Mark, low - 1).extra : 0);
  return TRUE;
}

void
daybook_markdown_source_append (const DaybookMarkdownSource *self,
                                GString                     *out,
                                const char                  *piece,
                                gsize                        n)
{
  gsize start;
  gsize end;

  if (daybook_markdown_source_find (self, piece, &start) && daybook_markdown_source_find (self, piece + n, &end))
    g_string_append_len (out, self->valid + start, (gssize) (end - start));
  else
    g_string_append_len (out, piece, (gssize) n);
}

/* md4c makes targets with escapes in them anew, with our marks. */
static void
take_marks_out (GString *target)
{
  g_string_replace (target, NOTHING, "", 0);
  g_string_replace (target, BRACKET, "[", 0);
}

char *
daybook_markdown_source_target (const MD_ATTRIBUTE *attribute)
{
  g_autoptr(GString) target = g_string_new (NULL);

  for (gsize i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *part = attribute->text + attribute->substr_offsets[i];
      gsize n = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_NULLCHAR)
        g_string_append_unichar (target, REPLACEMENT);
      else if (attribute->substr_types[i] != MD_TEXT_ENTITY || !daybook_html_entity_append (target, part, n))
        g_string_append_len (target, part, (gssize) n);
    }
  take_marks_out (target);
  return g_string_free (g_steal_pointer (&target), FALSE);
}
