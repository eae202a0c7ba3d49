/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quick-add.h"

#include "core/folded.h"
#include "core/soon-word.h"

#include <string.h>

enum
{
  SHORTEST_NUMBER = 8,       /* digits of an order's number that nothing announces */
  SHORTEST_ANNOUNCED = 3,    /* and of one that does: 订单 1001 */
  SHORTEST_MIXED = 6,        /* digits among letters */
  PHONE_LENGTH = 11,
  LONGEST_NAME = 64,         /* of a number, a person or a tag, in bytes: more is no name */
};

typedef struct
{
  char               *line;   /* valid UTF-8 */
  DaybookFolded      *folded;
  gboolean           *taken;  /* for each byte of the folded line */
  const char *const  *plain;
  GPtrArray          *parts;  /* DaybookQuickPart */
} Parse;

static void
free_part (gpointer data)
{
  DaybookQuickPart *part = data;

  g_free (part->text);
  g_free (part->name);
  g_free (part);
}

/* --- Parts ------------------------------------------------------------------------------- */

/* What stands in the line there; offsets are of the folded line. (transfer full) */
static char *
cut (const Parse *parse,
     gsize        from,
     gsize        to)
{
  const gsize *origins = parse->folded->origins;

  return g_strndup (parse->line + origins[from], origins[to] - origins[from]);
}

static gboolean
is_plain (const Parse *parse,
          gsize        from,
          gsize        to)
{
  g_autofree char *text = parse->plain != NULL ? cut (parse, from, to) : NULL;

  return text != NULL && g_strv_contains (parse->plain, text);
}

static gboolean
is_free (const Parse *parse,
         gsize        from,
         gsize        to)
{
  for (gsize i = from; i < to; i++)
    if (parse->taken[i])
      return FALSE;

  return TRUE;
}

/* Takes over `name`. */
static DaybookQuickPart *
take (Parse            *parse,
      DaybookQuickKind  kind,
      gsize             from,
      gsize             to,
      char             *name)
{
  DaybookQuickPart *part = g_new0 (DaybookQuickPart, 1);

  part->kind = kind;
  part->from = parse->folded->origins[from];
  part->to = parse->folded->origins[to];
  part->text = cut (parse, from, to);
  part->name = name;
  g_ptr_array_add (parse->parts, part);
  for (gsize i = from; i < to; i++)
    parse->taken[i] = TRUE;
  return part;
}

/* --- Time --------------------------------------------------------------------------------- */

static void
take_time (Parse     *parse,
           gint64     now,
           GTimeZone *zone)
{
  DaybookSoon soon = { 0, 0, 0 };

  while (daybook_soon_find (parse->folded->text, soon.to, now, zone, &soon))
    if (!is_plain (parse, soon.from, soon.to))
      {
        take (parse, DAYBOOK_QUICK_TIME, soon.from, soon.to, NULL)->at = soon.moment;
        return;
      }
}

/* --- Numbers ------------------------------------------------------------------------------ */

static gboolean
is_of_number (char c)
{
  return g_ascii_isalnum (c) || c == '-';
}

/* R-A2031 */
static gboolean
is_case_number (const char *text,
                gsize       length)
{
  gsize letters = 0;

  while (letters < length && g_ascii_isalpha (text[letters]))
    letters++;
  if (letters < 1 || letters > 3 || length < letters + 3 || text[letters] != '-' || !g_ascii_isalpha (text[letters + 1]))
    return FALSE;
  for (gsize i = letters + 2; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_phone (const char *text,
          gsize       length)
{
  return length == PHONE_LENGTH && strspn (text, "0123456789") >= length && text[0] == '1' && text[1] >= '3';
}

/* FALSE: it is no number. `announced`: a word before it says that it is an order's. */
static gboolean
judge_number (const char       *text,
              gsize             length,
              gboolean          announced,
              DaybookQuickKind *kind)
{
  gsize digits = 0, letters = 0, first = 0;

  for (gsize i = 0; i < length; i++)
    {
      digits += g_ascii_isdigit (text[i]) != 0;
      letters += g_ascii_isalpha (text[i]) != 0;
    }
  while (first < length && g_ascii_isalpha (text[first]))
    first++;

  *kind = DAYBOOK_QUICK_NUMBER;
  if (announced)
    return digits >= SHORTEST_ANNOUNCED;
  if (is_case_number (text, length))
    *kind = DAYBOOK_QUICK_CASE;
  else if (is_phone (text, length))
    *kind = DAYBOOK_QUICK_PHONE;
  else if (letters > 0 && letters == first && letters <= 4 && digits >= SHORTEST_NUMBER && digits + letters == length)
    *kind = DAYBOOK_QUICK_PARCEL;
  else
    return digits >= (letters > 0 ? SHORTEST_MIXED : SHORTEST_NUMBER);
  return TRUE;
}

/* Where the word that announces an order's number begins; `from` where there is none. */
static gsize
find_announcement (const Parse *parse,
                   gsize        from)
{
  static const char *const WORDS[] = { "订单编号", "订单号", "订单", "单号", "order number", "order no.", "order no", "order", NULL };
  const char *text = parse->folded->text;
  gsize end = from;

  while (end > 0 && strchr (" :#", text[end - 1]) != NULL)
    end--;
  for (guint i = 0; WORDS[i] != NULL; i++)
    {
      gsize length = strlen (WORDS[i]);

      if (end >= length && strncmp (text + end - length, WORDS[i], length) == 0 && is_free (parse, end - length, from)
          && !(g_ascii_isalpha (WORDS[i][0]) && end > length && g_ascii_isalnum (text[end - length - 1])))
        return end - length;
    }

  return from;
}

static void
take_number (Parse *parse,
             gsize  from,
             gsize  to)
{
  const char *text = parse->folded->text;
  DaybookQuickKind kind;

  while (from < to && text[from] == '-')
    from++;
  while (to > from && text[to - 1] == '-')
    to--;

  gsize begin = find_announcement (parse, from);
  if (from == to || !is_free (parse, from, to) || !judge_number (text + from, to - from, begin < from, &kind)
      || (begin == from && from > 0 && strchr ("#@", text[from - 1]) != NULL) || is_plain (parse, begin, to))
    return;

  g_autofree char *number = cut (parse, from, to);
  g_autofree char *narrow = g_utf8_normalize (number, -1, G_NORMALIZE_NFKC);
  take (parse, kind, begin, to, kind == DAYBOOK_QUICK_NUMBER ? g_steal_pointer (&narrow) : g_ascii_strup (narrow, -1));
}

static void
take_numbers (Parse *parse)
{
  const char *text = parse->folded->text;

  for (gsize i = 0; i < parse->folded->length;)
    {
      gsize to = i;

      while (to < parse->folded->length && is_of_number (text[to]) && !parse->taken[to])
        to++;
      if (to > i && to - i <= LONGEST_NAME)
        take_number (parse, i, to);
      i = MAX (to, i + 1);
    }
}

/* --- Register ------------------------------------------------------------------------------ */

/* One that was found, and how well. */
typedef struct
{
  const char *key; /* NULL: none yet */
  gsize       from;
  gsize       to;
  guint       borders;
} Found;

/* Characters of one writing, between which no word of it ends. */
static guint
writing_of (gunichar c)
{
  if (!g_unichar_isalnum (c))
    return 0;
  return c < 0x80 && g_ascii_isdigit ((char) c) ? 1 : c < 0x2e80 ? 2 : 3;
}

static gunichar
char_before (const Parse *parse,
             gsize        at)
{
  const char *text = parse->folded->text;

  return at == 0 || parse->taken[at - 1] ? ' ' : g_utf8_get_char (g_utf8_find_prev_char (text, text + at));
}

static gunichar
char_at (const Parse *parse,
         gsize        at)
{
  return at >= parse->folded->length || parse->taken[at] ? ' ' : g_utf8_get_char (parse->folded->text + at);
}

/* At how many of its ends a word ends there: 0, 1 or 2. */
static guint
count_borders (const Parse *parse,
               gsize        from,
               gsize        to)
{
  const char *text = parse->folded->text;
  const char *last = g_utf8_find_prev_char (text + from, text + to);

  return (writing_of (char_before (parse, from)) != writing_of (g_utf8_get_char (text + from)))
         + (writing_of (char_at (parse, to)) != writing_of (g_utf8_get_char (last)));
}

/* A word that stands for itself goes before one that another one begins or ends with (客户要退货); in the
 * middle of one it is none (仓库退货地址). The first counts, and of those the longest. */
static gboolean
is_better (const Found *found,
           const Found *other)
{
  if (found->key == NULL || other->borders != found->borders)
    return found->key == NULL || other->borders > found->borders;
  if (other->from != found->from)
    return other->from < found->from;
  return other->to > found->to;
}

static void
find_name (const Parse *parse,
           const char  *key,
           const char  *name,
           Found       *found)
{
  g_autoptr(DaybookFolded) folded = daybook_folded_new (name);
  const char *wanted = g_strstrip (folded->text);
  const char *text = parse->folded->text;
  gboolean latin = writing_of (g_utf8_get_char (wanted)) < 3;

  if (*wanted == '\0')
    return;
  for (const char *p = strstr (text, wanted); p != NULL; p = strstr (p + 1, wanted))
    {
      Found other = { key, (gsize) (p - text), (gsize) (p - text) + strlen (wanted), 0 };

      if (!is_free (parse, other.from, other.to) || is_plain (parse, other.from, other.to)
          || (other.from > 0 && strchr ("#@", text[other.from - 1]) != NULL))
        continue;
      other.borders = count_borders (parse, other.from, other.to);
      if (other.borders >= (latin ? 2 : 1) && is_better (found, &other))
        *found = other;
    }
}

static void
take_register (Parse     *parse,
               GPtrArray *registers)
{
  Found found = { NULL, 0, 0, 0 };

  for (guint i = 0; i < registers->len; i++)
    {
      DaybookRegister *definition = g_ptr_array_index (registers, i);
      const char *key = daybook_register_get_key (definition);

      find_name (parse, key, daybook_register_get_title (definition), &found);
      find_name (parse, key, daybook_register_get_label (definition), &found);
      for (const char *const *name = daybook_register_get_names (definition); *name != NULL; name++)
        find_name (parse, key, *name, &found);
    }

  if (found.key != NULL)
    take (parse, DAYBOOK_QUICK_REGISTER, found.from, found.to, g_strdup (found.key));
}

/* --- People and tags ------------------------------------------------------------------------ */

static gboolean
is_of_name (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_' || c == '-' || c == '+';
}

/* An address a@b.com names nobody. */
static gboolean
is_sign (const Parse *parse,
         gsize        at)
{
  char c = parse->folded->text[at];

  return !parse->taken[at] && (c == '#' || (c == '@' && writing_of (char_before (parse, at)) != 2 && writing_of (char_before (parse, at)) != 1));
}

static void
take_named (Parse *parse)
{
  const char *text = parse->folded->text;

  for (gsize i = 0; i < parse->folded->length; i++)
    {
      gsize to = i + 1;

      if (!is_sign (parse, i))
        continue;
      while (to < parse->folded->length && !parse->taken[to] && is_of_name (g_utf8_get_char (text + to)))
        to = (gsize) (g_utf8_next_char (text + to) - text);
      if (to == i + 1 || to - i > LONGEST_NAME || is_plain (parse, i, to))
        continue;
      take (parse, text[i] == '#' ? DAYBOOK_QUICK_TAG : DAYBOOK_QUICK_AGENT, i, to, cut (parse, i + 1, to));
    }
}

/* --- Words ------------------------------------------------------------------------------------ */

/* What stands between words and belongs to none. */
static gboolean
is_between (gunichar c)
{
  static const char BETWEEN[] = ",，、;；。:：|";

  return g_unichar_isspace (c) || g_utf8_strchr (BETWEEN, -1, c) != NULL;
}

static void
take_word (Parse *parse,
           gsize  from,
           gsize  to)
{
  const char *text = parse->folded->text;
  const char *start = text + from;
  const char *end = text + to;

  while (start < end && is_between (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_between (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start < end)
    take (parse, DAYBOOK_QUICK_WORD, (gsize) (start - text), (gsize) (end - text), NULL);
}

static void
take_words (Parse *parse)
{
  const char *text = parse->folded->text;
  gsize from = 0;

  for (gsize i = 0; i <= parse->folded->length; i++)
    {
      if (i < parse->folded->length && text[i] != ' ' && !parse->taken[i])
        continue;
      if (i > from)
        take_word (parse, from, i);
      from = i + 1;
    }
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const DaybookQuickPart *one = *(DaybookQuickPart *const *) a;
  const DaybookQuickPart *other = *(DaybookQuickPart *const *) b;

  return (one->from > other->from) - (one->from < other->from);
}

char *
daybook_quick_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto(GStrv) lines = g_strsplit_set (valid, "\n\r", -1);

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      return g_strdup (*line);

  return g_strdup ("");
}

GPtrArray *
daybook_quick_parse (const char        *line,
                     GPtrArray         *registers,
                     const char *const *plain,
                     gint64             now,
                     GTimeZone         *zone)
{
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  g_autoptr(DaybookFolded) folded = daybook_folded_new (valid);
  g_autofree gboolean *taken = g_new0 (gboolean, folded->length + 1);
  Parse parse = { valid, folded, taken, plain, g_ptr_array_new_with_free_func (free_part) };

  take_time (&parse, now, zone);
  take_numbers (&parse);
  take_register (&parse, registers);
  take_named (&parse);
  take_words (&parse);
  g_ptr_array_sort (parse.parts, compare_parts);
  return parse.parts;
}
