/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an article says, taken apart: CommonMark with tables, task lists and strikethrough, read by md4c into
 * blocks one after the other, each of which knows what lists and quotes it lies in. HTML is text as any other.
 *
 * Emphasis begins and ends also where Chinese has no blank (**注意：**请看), and a line that ends between two Chinese
 * characters goes on without one. A web address is a link also where nobody made it one; it ends where Chinese begins. */

/* What lies beyond is left out, and `cut` says so. */
#define DAYBOOK_MARKDOWN_MAX_BYTES (1024 * 1024)
#define DAYBOOK_MARKDOWN_MAX_BLOCKS 20000
#define DAYBOOK_MARKDOWN_MAX_CELLS 20000
/* Lists and quotes within each other; what lies deeper lies in the deepest. */
#define DAYBOOK_MARKDOWN_MAX_DEPTH 24

#define DAYBOOK_MARKDOWN_ARTICLE_SCHEME "article:"
#define DAYBOOK_MARKDOWN_PICTURE_SCHEME "picture:"

typedef enum
{
  DAYBOOK_MARKDOWN_PARAGRAPH,
  DAYBOOK_MARKDOWN_HEADING,
  DAYBOOK_MARKDOWN_CODE,    /* its lines as they stand, without the last one's end */
  DAYBOOK_MARKDOWN_TABLE,
  DAYBOOK_MARKDOWN_RULE,
  DAYBOOK_MARKDOWN_PICTURE, /* its text is what is said of it; one in a heading or a table is a span */
} DaybookMarkdownBlockKind;

typedef enum
{
  DAYBOOK_MARKDOWN_QUOTE,
  DAYBOOK_MARKDOWN_BULLET,
  DAYBOOK_MARKDOWN_NUMBER,
} DaybookMarkdownHolderKind;

typedef enum
{
  DAYBOOK_MARKDOWN_NO_TASK,
  DAYBOOK_MARKDOWN_OPEN,
  DAYBOOK_MARKDOWN_DONE,
} DaybookMarkdownTaskState;

typedef enum
{
  DAYBOOK_MARKDOWN_EMPHASIS = 1 << 0,
  DAYBOOK_MARKDOWN_STRONG = 1 << 1,
  DAYBOOK_MARKDOWN_STRIKE = 1 << 2,
  DAYBOOK_MARKDOWN_TYPED = 1 << 3, /* code within a line */
} DaybookMarkdownStyle;

typedef enum
{
  DAYBOOK_MARKDOWN_LEFT, /* also where nothing is said of it */
  DAYBOOK_MARKDOWN_CENTRE,
  DAYBOOK_MARKDOWN_RIGHT,
} DaybookMarkdownAlign;

typedef enum
{
  DAYBOOK_MARKDOWN_NOWHERE, /* never to be followed: files, scripts, what nobody knows */
  DAYBOOK_MARKDOWN_TO_ARTICLE,
  DAYBOOK_MARKDOWN_TO_PICTURE,
  DAYBOOK_MARKDOWN_TO_WEB,
  DAYBOOK_MARKDOWN_TO_MAIL,
  DAYBOOK_MARKDOWN_TO_PHONE,
} DaybookMarkdownLinkKind;

/* Where a link leads, or which picture stands there. */
typedef struct
{
  char                   *target;
  DaybookMarkdownLinkKind kind;
  gboolean                is_picture;
} DaybookMarkdownLink;

/* A quote, or an item of a list. */
typedef struct
{
  DaybookMarkdownHolderKind kind;
  int                       inside; /* the holder around it, or -1 */
  guint                     block;  /* its first */
  guint                     list;   /* which items of one list have in common */
  guint                     number; /* of a NUMBER */
  gboolean                  tight;  /* its list has no space between items */
  DaybookMarkdownTaskState  task;
} DaybookMarkdownHolder;

/* A piece of text that is not plain. Bytes from `start` up to, not including, `end` of `text`. */
typedef struct
{
  gsize start;
  gsize end;
  guint styles; /* DaybookMarkdownStyle */
  int   link;   /* or -1 */
} DaybookMarkdownSpan;

typedef struct
{
  gsize                start; /* as of a span */
  gsize                end;
  guint                span;    /* its first */
  guint                n_spans;
  guint                row;     /* the first one is the head */
  guint                column;
  DaybookMarkdownAlign align;
} DaybookMarkdownCell;

typedef struct
{
  DaybookMarkdownBlockKind kind;
  int                      inside;  /* the innermost holder, or -1 */
  guint                    level;   /* of a HEADING: 1 to 6 */
  int                      link;    /* of a PICTURE; else -1 */
  gsize                    start;   /* as of a span */
  gsize                    end;
  guint                    span;    /* its first; of a TABLE those of its cells */
  guint                    n_spans;
  guint                    cell;    /* of a TABLE: its first */
  guint                    n_cells;
} DaybookMarkdownBlock;

typedef struct
{
  char    *text;    /* without any signs: blocks parted by line ends, cells by tabs; valid UTF-8 */
  GArray  *blocks;  /* DaybookMarkdownBlock: as they are read */
  GArray  *holders; /* DaybookMarkdownHolder: as they begin */
  GArray  *spans;   /* DaybookMarkdownSpan: in order, apart from each other */
  GArray  *cells;   /* DaybookMarkdownCell: row by row */
  GArray  *links;   /* DaybookMarkdownLink: as they stand in the text, pictures among them */
  gboolean cut;     /* something was left out */
} DaybookMarkdown;

/* Any bytes do. `length` in bytes, or -1. Never fails. */
DaybookMarkdown             *daybook_markdown_parse     (const char                 *text,
                                                         gssize                      length);
void                         daybook_markdown_free      (DaybookMarkdown            *self);

const DaybookMarkdownBlock  *daybook_markdown_block     (const DaybookMarkdown      *self,
                                                         guint                       i);
const DaybookMarkdownHolder *daybook_markdown_holder    (const DaybookMarkdown      *self,
                                                         int                         i);
const DaybookMarkdownSpan   *daybook_markdown_span      (const DaybookMarkdown      *self,
                                                         guint                       i);
const DaybookMarkdownCell   *daybook_markdown_cell      (const DaybookMarkdown      *self,
                                                         guint                       i);
const DaybookMarkdownLink   *daybook_markdown_link      (const DaybookMarkdown      *self,
                                                         int                         i);
/* The holders that a block lies in, the outermost first; returns how many. */
guint                        daybook_markdown_path      (const DaybookMarkdown      *self,
                                                         const DaybookMarkdownBlock *block,
                                                         int                         path[DAYBOOK_MARKDOWN_MAX_DEPTH]);
/* What kind of target it is. One of a known kind that cannot be one (picture:x) leads nowhere. */
DaybookMarkdownLinkKind      daybook_markdown_link_kind (const char                 *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookMarkdown, daybook_markdown_free)

G_END_DECLS
