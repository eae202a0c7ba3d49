/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/markdown-maker.h"

#include "core/edit.h"
#include "core/markdown-write.h"

#include <string.h>

/* Lists and quotes within each other; deeper ones stand as deep as that. */
#define MOST_DEPTH 12
/* A list counts no further: Markdown looks at its first number alone. */
#define MOST_NUMBER 99
#define INDENT "    "
#define LONGEST_TARGET 2048
/* A word that is longer is taken piece by piece. */
#define LONGEST_WORD 1024
/* What ends a document may need so much room. */
#define ROOM (16 * 1024)

typedef struct
{
  DaybookListKind kind;
  guint           number;
} List;

struct _DaybookMarkdownMaker
{
  GString *out;
  GString *line;      /* the block at hand */
  GString *cells;     /* the row at hand; NULL: in no row */
  GArray  *lists;     /* List */
  guint    too_deep;  /* lists that are no more than the innermost of these */
  guint    quotes;
  guint    tables;    /* within each other */
  guint    n_cells;   /* of the row at hand */
  guint    n_rows;    /* of the table */
  guint    level;     /* of a heading; 0: none */
  gboolean item;      /* the block at hand is the first of an item */
  gboolean in_list;   /* the last block was in a list */
  gboolean blank;     /* a blank is due before what comes */
  guint    pending;   /* marks that begin with what comes: a bit each */
  guint    open;      /* marks that are open */
  char    *target;    /* of the link at hand; or NULL */
  gboolean link_open; /* ... and its bracket stands there */
};

static const char *const MARKS[] = {
  [DAYBOOK_MARK_STRONG] = "**",
  [DAYBOOK_MARK_EMPHASIS] = "*",
  [DAYBOOK_MARK_TYPED] = "`",
};

DaybookMarkdownMaker *
daybook_markdown_maker_new (void)
{
  DaybookMarkdownMaker *self = g_new0 (DaybookMarkdownMaker, 1);

  self->out = g_string_new (NULL);
  self->line = g_string_new (NULL);
  self->lists = g_array_new (FALSE, TRUE, sizeof (List));
  return self;
}

void
daybook_markdown_maker_free (DaybookMarkdownMaker *self)
{
  g_string_free (self->out, TRUE);
  g_string_free (self->line, TRUE);
  if (self->cells != NULL)
    g_string_free (self->cells, TRUE);
  g_array_unref (self->lists);
  g_free (self->target);
  g_free (self);
}

gboolean
daybook_markdown_maker_is_full (DaybookMarkdownMaker *self)
{
  return self->out->len + self->line->len + (self->cells != NULL ? self->cells->len : 0) > DAYBOOK_LONG_TEXT_MAX / 2 - ROOM;
}

/* --- Within a block ---------------------------------------------------------------------- */

/* What was due before the first character of a text. */
static void
open_up (DaybookMarkdownMaker *self)
{
  if (self->blank && self->line->len > 0 && self->line->str[self->line->len - 1] != '\n')
    g_string_append_c (self->line, ' ');
  self->blank = FALSE;
  if (self->target != NULL && !self->link_open)
    {
      g_string_append_c (self->line, '[');
      self->link_open = TRUE;
    }
  for (guint i = 0; i < DAYBOOK_N_MARKS; i++)
    if ((self->pending & 1u << i) != 0)
      g_string_append (self->line, MARKS[i]);
  self->open |= self->pending;
  self->pending = 0;
}

void
daybook_markdown_maker_text (DaybookMarkdownMaker *self,
                             const char           *text,
                             gssize                length)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));

  while (text < end && !daybook_markdown_maker_is_full (self))
    {
      const char *word = text;

      while (word < end && (g_ascii_isspace (*word) || g_ascii_iscntrl (*word)))
        word++;
      self->blank |= word > text;
      text = word;
      while (text < end && text - word < LONGEST_WORD && !g_ascii_isspace (*text) && !g_ascii_iscntrl (*text))
        text++;
      if (text == word)
        break;
      open_up (self);
      /* Code has no escapes; of what would end it is made what looks like it. */
      if ((self->open & 1u << DAYBOOK_MARK_TYPED) == 0)
        daybook_markdown_append_plain (self->line, word, (gssize) (text - word));
      else
        for (const char *p = word; p < text; p++)
          g_string_append_c (self->line, *p == '`' ? '\'' : *p);
    }
}

void
daybook_markdown_maker_begin_mark (DaybookMarkdownMaker *self,
                                   DaybookMark           mark)
{
  if ((self->open & 1u << mark) == 0)
    self->pending |= 1u << mark;
}

void
daybook_markdown_maker_end_mark (DaybookMarkdownMaker *self,
                                 DaybookMark           mark)
{
  self->pending &= ~(1u << mark);
  if ((self->open & 1u << mark) == 0)
    return;

  /* What was begun later ends first, and begins again. */
  for (guint i = DAYBOOK_N_MARKS; i-- > 0;)
    if ((self->open & 1u << i) != 0 && i >= (guint) mark)
      {
        g_string_append (self->line, MARKS[i]);
        self->open &= ~(1u << i);
        self->pending |= i > (guint) mark ? 1u << i : 0;
      }
}

static void
end_marks (DaybookMarkdownMaker *self)
{
  for (guint i = DAYBOOK_N_MARKS; i-- > 0;)
    if ((self->open & 1u << i) != 0)
      g_string_append (self->line, MARKS[i]);
  self->open = self->pending = 0;
}

/* Whether it leads to where a person may follow: a page, an address, a file beside it. */
static gboolean
may_lead (const char *target)
{
  static const char *const SCHEMES[] = { "http:", "https:", "mailto:", "tel:" };
  gsize scheme = strspn (target, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

  if (*target == '\0' || strlen (target) > LONGEST_TARGET)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (SCHEMES); i++)
    if (g_ascii_strncasecmp (target, SCHEMES[i], strlen (SCHEMES[i])) == 0)
      return TRUE;

  return target[scheme] != ':';
}

/* A target that ends where it ends. (transfer full) */
static char *
safe_target (const char *target)
{
  GString *safe = g_string_new (NULL);

  for (const char *p = target; *p != '\0'; p++)
    if (g_ascii_isspace (*p) || g_ascii_iscntrl (*p) || strchr ("()<>\\\"", *p) != NULL)
      g_string_append_printf (safe, "%%%02X", (guchar) *p);
    else
      g_string_append_c (safe, *p);
  return g_string_free (safe, FALSE);
}

void
daybook_markdown_maker_begin_link (DaybookMarkdownMaker *self,
                                   const char           *target)
{
  daybook_markdown_maker_end_link (self);
  if (target != NULL && may_lead (target))
    self->target = safe_target (target);
}

void
daybook_markdown_maker_end_link (DaybookMarkdownMaker *self)
{
  if (self->link_open)
    {
      end_marks (self);
      g_string_append_printf (self->line, "](%s)", self->target);
    }
  self->link_open = FALSE;
  g_clear_pointer (&self->target, g_free);
}

void
daybook_markdown_maker_picture (DaybookMarkdownMaker *self,
                                const char           *target,
                                const char           *words)
{
  g_autofree char *safe = target != NULL && may_lead (target) ? safe_target (target) : NULL;

  if (daybook_markdown_maker_is_full (self))
    return;
  if (safe == NULL || self->target != NULL)
    {
      daybook_markdown_maker_text (self, words, -1);
      return;
    }

  open_up (self);
  g_string_append (self->line, "![");
  daybook_markdown_append_plain (self->line, words, (gssize) strcspn (words, "\r\n"));
  g_string_append_printf (self->line, "](%s)", safe);
}

void
daybook_markdown_maker_line (DaybookMarkdownMaker *self)
{
  self->blank = FALSE;
  if (self->cells != NULL || self->level > 0)
    self->blank = TRUE;
  else if (self->line->len > 0)
    g_string_append (self->line, "\\\n");
}

/* --- Blocks ---------------------------------------------------------------------------------- */

/* In front of a line; `first`: of an item's first. */
static void
add_front (DaybookMarkdownMaker *self,
           gboolean              first)
{
  guint n = self->lists->len;
  List *list = n > 0 ? &g_array_index (self->lists, List, n - 1) : NULL;

  for (guint i = 0; i < MIN (self->quotes, MOST_DEPTH); i++)
    g_string_append (self->out, "> ");
  for (guint i = 0; i + (first && list != NULL ? 1 : 0) < n; i++)
    g_string_append (self->out, INDENT);
  if (!first || list == NULL)
    return;

  if (list->kind == DAYBOOK_LIST_NUMBERS)
    g_string_append_printf (self->out, "%-4s", (char[]) { (char) ('0' + list->number / 10), (char) ('0' + list->number % 10), '.', '\0' });
  else
    g_string_append (self->out, "-   ");
}

/* Items of one list stand together, all else has an empty line before. */
static void
part (DaybookMarkdownMaker *self)
{
  if (self->out->len > 0 && !(self->item && self->in_list))
    {
      add_front (self, FALSE);
      while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
        g_string_truncate (self->out, self->out->len - 1);
      g_string_append_c (self->out, '\n');
    }
}

/* A block of lines, each with `lead` in front. */
static void
add_block (DaybookMarkdownMaker *self,
           const char           *text,
           const char           *lead)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  part (self);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      add_front (self, i == 0 && self->item);
      g_string_append_printf (self->out, "%s%s\n", lead, lines[i]);
    }
  self->in_list = self->lists->len > 0;
  self->item = FALSE;
}

/* What stands in the block at hand, which then is empty. (transfer full) */
static char *
take_line (DaybookMarkdownMaker *self)
{
  char *text;

  daybook_markdown_maker_end_link (self);
  end_marks (self);
  while (g_str_has_suffix (self->line->str, "\\\n"))
    g_string_truncate (self->line, self->line->len - 2);
  text = g_strdup (self->line->str);
  g_string_truncate (self->line, 0);
  self->blank = FALSE;
  return g_strstrip (text);
}

void
daybook_markdown_maker_end_block (DaybookMarkdownMaker *self)
{
  g_autofree char *text = NULL;
  g_autofree char *lead = NULL;

  /* The cell goes on. */
  if (self->cells != NULL)
    {
      self->blank = TRUE;
      return;
    }

  text = take_line (self);
  lead = self->level > 0 ? g_strdup_printf ("%.*s ", (int) self->level, "######") : g_strdup ("");
  self->level = 0;
  if (*text != '\0' && !daybook_markdown_maker_is_full (self))
    add_block (self, text, lead);
}

void
daybook_markdown_maker_heading (DaybookMarkdownMaker *self,
                                guint                 level)
{
  daybook_markdown_maker_end_block (self);
  if (self->cells == NULL)
    self->level = CLAMP (level, 1, 6);
}

void
daybook_markdown_maker_begin_list (DaybookMarkdownMaker *self,
                                   DaybookListKind       kind)
{
  const List list = { kind, 0 };

  daybook_markdown_maker_end_block (self);
  if (self->cells != NULL || self->lists->len >= MOST_DEPTH)
    self->too_deep++;
  else
    g_array_append_val (self->lists, list);
}

void
daybook_markdown_maker_end_list (DaybookMarkdownMaker *self)
{
  daybook_markdown_maker_end_block (self);
  if (self->too_deep > 0)
    self->too_deep--;
  else if (self->lists->len > 0)
    g_array_set_size (self->lists, self->lists->len - 1);
  self->item = FALSE;
}

void
daybook_markdown_maker_item (DaybookMarkdownMaker *self)
{
  List *list;

  daybook_markdown_maker_end_block (self);
  if (self->lists->len == 0)
    return;

  list = &g_array_index (self->lists, List, self->lists->len - 1);
  list->number = MIN (list->number + 1, MOST_NUMBER);
  self->item = TRUE;
}

void
daybook_markdown_maker_begin_quote (DaybookMarkdownMaker *self)
{
  daybook_markdown_maker_end_block (self);
  self->quotes++;
}

void
daybook_markdown_maker_end_quote (DaybookMarkdownMaker *self)
{
  daybook_markdown_maker_end_block (self);
  if (self->quotes > 0)
    self->quotes--;
}

/* A fence that is longer than any in the text. */
static char *
fence_for (const char *text)
{
  gsize longest = 2;

  for (const char *p = strchr (text, '`'); p != NULL; p = strchr (p, '`'))
    {
      gsize n = strspn (p, "`");

      longest = MAX (longest, n);
      p += n;
    }
  return g_strnfill (longest + 1, '`');
}

void
daybook_markdown_maker_code (DaybookMarkdownMaker *self,
                             const char           *text)
{
  g_autofree char *fence = fence_for (text);
  g_autofree char *bare = g_strchomp (g_strdup (text));
  g_autofree char *block = g_strdup_printf ("%s\n%s\n%s", fence, bare + strspn (bare, "\r\n"), fence);

  daybook_markdown_maker_end_block (self);
  if (self->cells != NULL)
    daybook_markdown_maker_text (self, text, -1);
  else if (*bare != '\0' && strlen (block) < ROOM + DAYBOOK_LONG_TEXT_MAX / 4 && !daybook_markdown_maker_is_full (self))
    add_block (self, block, "");
}

void
daybook_markdown_maker_rule (DaybookMarkdownMaker *self)
{
  daybook_markdown_maker_end_block (self);
  if (self->cells == NULL && !daybook_markdown_maker_is_full (self))
    add_block (self, "---", "");
}

/* --- Tables ------------------------------------------------------------------------------------- */

static void
end_cell (DaybookMarkdownMaker *self)
{
  g_autofree char *text = take_line (self);

  if (self->cells == NULL || self->n_cells == 0)
    return;

  g_strdelimit (text, "\n", ' ');
  g_string_append_printf (self->cells, " %s |", text);
}

static void
end_row (DaybookMarkdownMaker *self)
{
  g_autofree char *row = NULL;

  if (self->cells == NULL)
    return;

  end_cell (self);
  row = g_string_free (g_steal_pointer (&self->cells), FALSE);
  if (self->n_cells == 0 || daybook_markdown_maker_is_full (self))
    return;

  if (self->n_rows == 0)
    part (self);
  add_front (self, self->item && self->n_rows == 0);
  g_string_append_printf (self->out, "%s\n", row);
  if (self->n_rows++ > 0)
    return;

  /* Its first row is its head: Markdown has no table without one. */
  add_front (self, FALSE);
  g_string_append_c (self->out, '|');
  for (guint i = 0; i < self->n_cells; i++)
    g_string_append (self->out, " --- |");
  g_string_append_c (self->out, '\n');
  self->in_list = self->lists->len > 0;
  self->item = FALSE;
}

void
daybook_markdown_maker_begin_table (DaybookMarkdownMaker *self)
{
  daybook_markdown_maker_end_block (self);
  if (self->tables++ == 0)
    self->n_rows = 0;
}

void
daybook_markdown_maker_end_table (DaybookMarkdownMaker *self)
{
  if (self->tables > 0 && --self->tables == 0)
    end_row (self);
}

void
daybook_markdown_maker_row (DaybookMarkdownMaker *self)
{
  if (self->tables != 1)
    return;

  if (self->cells == NULL)
    daybook_markdown_maker_end_block (self);
  end_row (self);
  self->cells = g_string_new ("|");
  self->n_cells = 0;
}

void
daybook_markdown_maker_cell (DaybookMarkdownMaker *self)
{
  if (self->tables != 1 || self->cells == NULL)
    {
      self->blank = TRUE;
      return;
    }

  end_cell (self);
  self->n_cells++;
}

char *
daybook_markdown_maker_finish (DaybookMarkdownMaker *self)
{
  char *text;

  self->tables = self->tables > 0;
  daybook_markdown_maker_end_table (self);
  daybook_markdown_maker_end_block (self);
  text = g_strdup (self->out->str);
  g_string_truncate (self->out, 0);
  return text;
}
