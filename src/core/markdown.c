/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown.h"

#include "core/html-entity.h"
#include "core/markdown-source.h"
#include "core/web-address.h"

#include <string.h>

#define NO_LINK (-1)
#define NO_HOLDER (-1)
/* What stands for a picture of which nothing is said, within a line. */
#define PICTURE_SIGN "🖼"

enum
{
  REPLACEMENT = 0xfffd,
  STOP = -1, /* to md4c, which goes on after any other */
};

/* A list that is open. */
typedef struct
{
  DaybookMarkdownHolderKind kind;
  guint                     id;
  guint                     next; /* number */
  gboolean                  tight;
} List;

typedef struct
{
  const DaybookMarkdownSource  *source;
  DaybookMarkdown              *doc;
  GString                      *text;
  GArray                       *lists;       /* List: the open ones, the innermost last */
  int                           holder;      /* the innermost open one, or NO_HOLDER */
  guint                         too_deep;    /* open holders within it that are not kept */
  guint                         n_lists;
  DaybookMarkdownBlock         *block;       /* the open one, or NULL */
  DaybookMarkdownCell          *cell;        /* the open one, or NULL */
  guint                         row;
  guint                         column;
  guint                         emphasis;    /* how often each is open */
  guint                         strong;
  guint                         strike;
  guint                         typed;
  guint                         pictures;    /* open: what is said of one may have others in it */
  int                           link;        /* the open one, or NO_LINK */
  int                           around;      /* the link around the open picture, or NO_LINK */
  gboolean                      line_ended;
} Parser;

/* --- Text --------------------------------------------------------------------------- */

static guint
styles_now (const Parser *p)
{
  return (p->emphasis > 0 ? DAYBOOK_MARKDOWN_EMPHASIS : 0) | (p->strong > 0 ? DAYBOOK_MARKDOWN_STRONG : 0)
         | (p->strike > 0 ? DAYBOOK_MARKDOWN_STRIKE : 0) | (p->typed > 0 ? DAYBOOK_MARKDOWN_TYPED : 0);
}

static gsize
start_of_text (const Parser *p)
{
  return p->cell != NULL ? p->cell->start : p->block->start;
}

static guint
first_span (const Parser *p)
{
  return p->cell != NULL ? p->cell->span : p->block->span;
}

/* Whether what is written now continues the span that ends at `start`. */
static gboolean
goes_on (const Parser *p,
         gsize         start)
{
  const GArray *spans = p->doc->spans;
  const DaybookMarkdownSpan *last;

  if (spans->len == first_span (p))
    return FALSE;

  last = &g_array_index (spans, DaybookMarkdownSpan, spans->len - 1);
  return last->end == start && last->styles == styles_now (p) && last->link == p->link;
}

/* The text from `start` on is as it is written now. */
static void
add_span (Parser *p,
          gsize   start)
{
  GArray *spans = p->doc->spans;
  DaybookMarkdownSpan span = { start, p->text->len, styles_now (p), p->link };

  if ((span.styles == 0 && span.link == NO_LINK) || span.start == span.end || p->block->kind == DAYBOOK_MARKDOWN_PICTURE)
    return;

  if (goes_on (p, start))
    g_array_index (spans, DaybookMarkdownSpan, spans->len - 1).end = span.end;
  else
    g_array_append_val (spans, span);
}

static void open_block (Parser                   *p,
                        DaybookMarkdownBlockKind  kind);

/* Whether Chinese or Japanese, which need no blank between two lines. Korean does. */
static gboolean
is_joined (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
}

static void
end_line (Parser     *p,
          const char *next)
{
  const char *end = p->text->str + p->text->len;

  p->line_ended = FALSE;
  if (p->text->len == start_of_text (p))
    return;

  if (!is_joined (g_utf8_get_char (g_utf8_prev_char (end))) || !is_joined (g_utf8_get_char_validated (next, 4)))
    g_string_append_c (p->text, ' ');
}

/* `text`, which ends with NUL, is as a person reads it. */
static void
add_text (Parser     *p,
          const char *text,
          gsize       n)
{
  gsize start;

  if (n == 0)
    return;

  if (p->block == NULL)
    open_block (p, DAYBOOK_MARKDOWN_PARAGRAPH);
  if (p->text->len == start_of_text (p) && p->block->kind != DAYBOOK_MARKDOWN_CODE)
    for (; n > 0 && (*text == ' ' || *text == '\n'); n--)
      text++;
  start = p->text->len;
  if (p->line_ended)
    end_line (p, text);
  if (!goes_on (p, start))
    start = p->text->len;
  g_string_append_len (p->text, text, (gssize) n);
  add_span (p, start);
}

/* --- Web addresses ------------------------------------------------------------------- */

static int
append_link (Parser   *p,
             char     *target,
             gboolean  is_picture)
{
  DaybookMarkdownLink link = { target, daybook_markdown_link_kind (target), is_picture };

  if (is_picture && link.kind != DAYBOOK_MARKDOWN_TO_PICTURE && link.kind != DAYBOOK_MARKDOWN_TO_WEB)
    link.kind = DAYBOOK_MARKDOWN_NOWHERE;
  g_array_append_val (p->doc->links, link);
  return (int) p->doc->links->len - 1;
}

/* Plain text: its addresses become links. */
static void
add_prose (Parser     *p,
           const char *text)
{
  const char *address;
  gsize n;

  while ((address = daybook_web_address_find (text, &n)) != NULL)
    {
      add_text (p, text, (gsize) (address - text));
      p->link = append_link (p, g_strndup (address, n), FALSE);
      add_text (p, address, n);
      p->link = NO_LINK;
      text = address + n;
    }
  add_text (p, text, strlen (text));
}

static int
on_text (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *data)
{
  Parser *p = data;
  g_autoptr(GString) meant = g_string_new (NULL);

  if (type == MD_TEXT_SOFTBR)
    {
      p->line_ended = p->block != NULL;
      return 0;
    }

  if (type == MD_TEXT_BR)
    g_string_append_c (meant, '\n');
  else if (type == MD_TEXT_NULLCHAR)
    g_string_append_unichar (meant, REPLACEMENT);
  else if (type != MD_TEXT_ENTITY || !daybook_html_entity_append (meant, text, size))
    daybook_markdown_source_append (p->source, meant, text, size);
  if (type == MD_TEXT_CODE && p->cell != NULL)
    g_string_replace (meant, "\\|", "|", 0); /* md4c leaves it, which GitHub's own rules do not */

  if (type == MD_TEXT_NORMAL && p->link == NO_LINK)
    add_prose (p, meant->str);
  else
    add_text (p, meant->str, meant->len);
  return 0;
}

/* --- Blocks -------------------------------------------------------------------------- */

static void
drop_end (Parser *p,
          gsize   length)
{
  GArray *spans = p->doc->spans;

  g_string_truncate (p->text, length);
  while (spans->len > first_span (p))
    {
      DaybookMarkdownSpan *last = &g_array_index (spans, DaybookMarkdownSpan, spans->len - 1);

      last->end = MIN (last->end, length);
      if (last->start < last->end)
        return;
      g_array_set_size (spans, spans->len - 1);
    }
}

static gsize
length_without_blanks (const Parser *p,
                       const char   *blanks)
{
  gsize length = p->text->len;

  while (length > start_of_text (p) && strchr (blanks, p->text->str[length - 1]) != NULL)
    length--;
  return length;
}

/* An empty paragraph is one only where it is all that an item has. */
static gboolean
is_needless (const Parser *p)
{
  const DaybookMarkdownBlock *block = p->block;

  return block->kind == DAYBOOK_MARKDOWN_PARAGRAPH && block->start == p->text->len;
}

static void
close_block (Parser *p)
{
  DaybookMarkdownBlock *block = p->block;

  if (block == NULL)
    return;

  if (block->kind == DAYBOOK_MARKDOWN_CODE)
    drop_end (p, p->text->len - (p->text->len > block->start && p->text->str[p->text->len - 1] == '\n' ? 1 : 0));
  else if (block->kind != DAYBOOK_MARKDOWN_TABLE)
    drop_end (p, length_without_blanks (p, " \n"));
  block->end = p->text->len;
  block->n_spans = p->doc->spans->len - block->span;
  block->n_cells = p->doc->cells->len - block->cell;
  if (is_needless (p))
    g_array_set_size (p->doc->blocks, p->doc->blocks->len - 1);
  p->block = NULL;
  p->line_ended = FALSE;
}

static gboolean
is_full (const Parser *p)
{
  return p->doc->blocks->len >= DAYBOOK_MARKDOWN_MAX_BLOCKS || p->doc->cells->len >= DAYBOOK_MARKDOWN_MAX_CELLS;
}

static void
open_block (Parser                   *p,
            DaybookMarkdownBlockKind  kind)
{
  DaybookMarkdownBlock block = { .kind = kind, .inside = p->holder, .link = NO_LINK };
  GArray *blocks = p->doc->blocks;

  close_block (p);
  if (p->text->len > 0 && (blocks->len == 0 || g_array_index (blocks, DaybookMarkdownBlock, blocks->len - 1).end == p->text->len))
    g_string_append_c (p->text, '\n');
  block.start = block.end = p->text->len;
  block.span = p->doc->spans->len;
  block.cell = p->doc->cells->len;
  g_array_append_val (blocks, block);
  p->block = &g_array_index (blocks, DaybookMarkdownBlock, blocks->len - 1);
}

static void
open_heading (Parser *p,
              guint   level)
{
  open_block (p, DAYBOOK_MARKDOWN_HEADING);
  p->block->level = level;
}

/* --- Lists and quotes ------------------------------------------------------------------ */

static void
open_holder (Parser                *p,
             DaybookMarkdownHolder  holder)
{
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  DaybookMarkdownBlock here = { .inside = p->holder };

  close_block (p);
  if (p->too_deep > 0 || daybook_markdown_path (p->doc, &here, path) == DAYBOOK_MARKDOWN_MAX_DEPTH)
    {
      p->too_deep++;
      return;
    }

  holder.inside = p->holder;
  holder.block = p->doc->blocks->len;
  g_array_append_val (p->doc->holders, holder);
  p->holder = (int) p->doc->holders->len - 1;
}

static void
close_holder (Parser *p)
{
  const DaybookMarkdownHolder *holder;

  close_block (p);
  if (p->too_deep > 0)
    {
      p->too_deep--;
      return;
    }

  holder = daybook_markdown_holder (p->doc, p->holder);
  if (holder->block == p->doc->blocks->len)
    {
      open_block (p, DAYBOOK_MARKDOWN_PARAGRAPH);
      p->block = NULL; /* kept, though it is empty */
    }
  p->holder = holder->inside;
}

static void
open_list (Parser                    *p,
           DaybookMarkdownHolderKind  kind,
           guint                      number,
           gboolean                   tight)
{
  List list = { kind, p->n_lists++, number, tight };

  close_block (p);
  g_array_append_val (p->lists, list);
}

static void
open_item (Parser                    *p,
           const MD_BLOCK_LI_DETAIL  *detail)
{
  List *list = &g_array_index (p->lists, List, p->lists->len - 1);
  DaybookMarkdownHolder item = { .kind = list->kind, .list = list->id, .number = list->next++, .tight = list->tight };

  if (detail->is_task)
    item.task = detail->task_mark == ' ' ? DAYBOOK_MARKDOWN_OPEN : DAYBOOK_MARKDOWN_DONE;
  open_holder (p, item);
}

/* --- Tables ------------------------------------------------------------------------------ */

static void
open_cell (Parser   *p,
           MD_ALIGN  align)
{
  GArray *cells = p->doc->cells;
  DaybookMarkdownCell cell = { .row = p->row, .column = p->column++ };

  if (cell.row > 0 || cell.column > 0)
    g_string_append_c (p->text, cell.column > 0 ? '\t' : '\n');
  cell.align = align == MD_ALIGN_CENTER ? DAYBOOK_MARKDOWN_CENTRE
               : align == MD_ALIGN_RIGHT ? DAYBOOK_MARKDOWN_RIGHT
               : DAYBOOK_MARKDOWN_LEFT;
  cell.start = p->text->len;
  cell.span = p->doc->spans->len;
  g_array_append_val (cells, cell);
  p->cell = &g_array_index (cells, DaybookMarkdownCell, cells->len - 1);
}

static void
close_cell (Parser *p)
{
  drop_end (p, length_without_blanks (p, " "));
  p->cell->end = p->text->len;
  p->cell->n_spans = p->doc->spans->len - p->cell->span;
  p->cell = NULL;
  p->line_ended = FALSE;
}

/* --- md4c: blocks -------------------------------------------------------------------------- */

static int
on_block_entered (MD_BLOCKTYPE  type,
                  void         *detail,
                  void         *data)
{
  Parser *p = data;

  if (is_full (p))
    return STOP;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      open_holder (p, (DaybookMarkdownHolder) { .kind = DAYBOOK_MARKDOWN_QUOTE });
      break;
    case MD_BLOCK_UL:
      open_list (p, DAYBOOK_MARKDOWN_BULLET, 0, ((MD_BLOCK_UL_DETAIL *) detail)->is_tight);
      break;
    case MD_BLOCK_OL:
      open_list (p, DAYBOOK_MARKDOWN_NUMBER, ((MD_BLOCK_OL_DETAIL *) detail)->start,
                 ((MD_BLOCK_OL_DETAIL *) detail)->is_tight);
      break;
    case MD_BLOCK_LI:
      open_item (p, detail);
      break;
    case MD_BLOCK_HR:
      open_block (p, DAYBOOK_MARKDOWN_RULE);
      break;
    case MD_BLOCK_H:
      open_heading (p, ((MD_BLOCK_H_DETAIL *) detail)->level);
      break;
    case MD_BLOCK_CODE:
      open_block (p, DAYBOOK_MARKDOWN_CODE);
      break;
    case MD_BLOCK_P:
      open_block (p, DAYBOOK_MARKDOWN_PARAGRAPH);
      break;
    case MD_BLOCK_TABLE:
      open_block (p, DAYBOOK_MARKDOWN_TABLE);
      p->row = 0;
      break;
    case MD_BLOCK_TR:
      p->column = 0;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      open_cell (p, ((MD_BLOCK_TD_DETAIL *) detail)->align);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML: /* never: it is text */
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      break;
    }
  return 0;
}

static int
on_block_left (MD_BLOCKTYPE  type,
               void         *detail,
               void         *data)
{
  Parser *p = data;

  switch (type)
    {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_LI:
      close_holder (p);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      g_array_set_size (p->lists, p->lists->len - 1);
      break;
    case MD_BLOCK_TR:
      p->row++;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      close_cell (p);
      break;
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
      close_block (p);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      break;
    }
  return 0;
}

/* --- md4c: within lines ---------------------------------------------------------------------- */

static gboolean
is_within_line (const Parser *p)
{
  return p->cell != NULL || (p->block != NULL && p->block->kind == DAYBOOK_MARKDOWN_HEADING);
}

/* A picture within a paragraph parts it in two. It leads nowhere, also where it stands in a link. */
static void
open_picture (Parser             *p,
              const MD_ATTRIBUTE *source)
{
  int picture;

  if (p->pictures++ > 0)
    return;

  picture = append_link (p, daybook_markdown_source_target (source), TRUE);
  p->around = p->link;
  p->link = picture;
  if (is_within_line (p))
    return;

  open_block (p, DAYBOOK_MARKDOWN_PICTURE);
  p->block->link = picture;
}

static void
close_picture (Parser *p)
{
  const DaybookMarkdownSpan *last;

  if (--p->pictures > 0)
    return;

  if (!is_within_line (p))
    close_block (p);
  else
    {
      last = p->doc->spans->len > first_span (p) ? daybook_markdown_span (p->doc, p->doc->spans->len - 1) : NULL;
      if (last == NULL || last->link != p->link)
        add_text (p, PICTURE_SIGN, strlen (PICTURE_SIGN));
    }
  p->link = p->around;
}

static void
count (Parser      *p,
       MD_SPANTYPE  type,
       int          by)
{
  guint *counter = type == MD_SPAN_EM ? &p->emphasis
                   : type == MD_SPAN_STRONG ? &p->strong
                   : type == MD_SPAN_DEL ? &p->strike
                   : type == MD_SPAN_CODE ? &p->typed
                   : NULL;

  if (counter != NULL)
    *counter += (guint) by;
}

static int
on_span_entered (MD_SPANTYPE  type,
                 void        *detail,
                 void        *data)
{
  Parser *p = data;

  if (is_full (p) && !is_within_line (p))
    return STOP;

  count (p, type, 1);
  if (type == MD_SPAN_IMG)
    open_picture (p, &((MD_SPAN_IMG_DETAIL *) detail)->src);
  else if (type == MD_SPAN_A && p->pictures == 0)
    p->link = append_link (p, daybook_markdown_source_target (&((MD_SPAN_A_DETAIL *) detail)->href), FALSE);
  return 0;
}

static int
on_span_left (MD_SPANTYPE  type,
              void        *detail,
              void        *data)
{
  Parser *p = data;

  count (p, type, -1);
  if (type == MD_SPAN_IMG)
    close_picture (p);
  else if (type == MD_SPAN_A && p->pictures == 0)
    p->link = NO_LINK;
  return 0;
}

/* --- The document ------------------------------------------------------------------------------ */

DaybookMarkdown *
daybook_markdown_parse (const char *text,
                        gssize      length)
{
  g_autoptr(DaybookMarkdownSource) source = daybook_markdown_source_new (text, length, DAYBOOK_MARKDOWN_AS_WRITTEN);
  g_autoptr(GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  MD_PARSER callbacks = {
    .enter_block = on_block_entered,
    .leave_block = on_block_left,
    .enter_span = on_span_entered,
    .leave_span = on_span_left,
    .text = on_text,
  };
  Parser p = {
    .source = source,
    .doc = daybook_markdown_new (),
    .text = g_string_sized_new (source->text_length),
    .lists = lists,
    .holder = NO_HOLDER,
    .link = NO_LINK,
    .around = NO_LINK,
  };

  p.doc->cut = daybook_markdown_source_parse (source, &callbacks, &p) != 0 || source->length > DAYBOOK_MARKDOWN_MAX_BYTES;
  while (p.holder != NO_HOLDER) /* where md4c was stopped */
    close_holder (&p);
  close_block (&p);
  if (p.doc->blocks->len > 0)
    g_string_truncate (p.text, daybook_markdown_block (p.doc, p.doc->blocks->len - 1)->end);
  p.doc->text = g_string_free (p.text, FALSE);
  return p.doc;
}
