/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Markdown that is made of another format, block by block. Whatever text it is given is text: nothing of it becomes a sign
 * of Markdown's. What was begun and not ended is no fault, and what goes past a document's size is left out. */
typedef struct _DaybookMarkdownMaker DaybookMarkdownMaker;

typedef enum
{
  DAYBOOK_MARK_STRONG,
  DAYBOOK_MARK_EMPHASIS,
  DAYBOOK_MARK_TYPED, /* code within a line */
  DAYBOOK_N_MARKS,
} DaybookMark;

typedef enum
{
  DAYBOOK_LIST_BULLETS,
  DAYBOOK_LIST_NUMBERS,
} DaybookListKind;

DaybookMarkdownMaker *daybook_markdown_maker_new      (void);
void                  daybook_markdown_maker_free     (DaybookMarkdownMaker *self);
/* What was made, and nothing is left. (transfer full) */
char                 *daybook_markdown_maker_finish   (DaybookMarkdownMaker *self);
/* Whether more is left out. */
gboolean              daybook_markdown_maker_is_full  (DaybookMarkdownMaker *self);

/* --- Within a block --- */

/* Any blanks and ends of lines are one blank. UTF-8; `length` in bytes, or -1. */
void daybook_markdown_maker_text       (DaybookMarkdownMaker *self,
                                        const char           *text,
                                        gssize                length);
void daybook_markdown_maker_begin_mark (DaybookMarkdownMaker *self,
                                        DaybookMark           mark);
void daybook_markdown_maker_end_mark   (DaybookMarkdownMaker *self,
                                        DaybookMark           mark);
/* `target` NULL, or of a kind that is not followed (a script): its words are no link. */
void daybook_markdown_maker_begin_link (DaybookMarkdownMaker *self,
                                        const char           *target);
void daybook_markdown_maker_end_link   (DaybookMarkdownMaker *self);
void daybook_markdown_maker_picture    (DaybookMarkdownMaker *self,
                                        const char           *target,
                                        const char           *words);
/* Another line of the same block. */
void daybook_markdown_maker_line       (DaybookMarkdownMaker *self);

/* --- Blocks --- */

/* Ends the block at hand, if there is anything in it. */
void daybook_markdown_maker_end_block  (DaybookMarkdownMaker *self);
/* The block that comes is a heading of 1 to 6. */
void daybook_markdown_maker_heading    (DaybookMarkdownMaker *self,
                                        guint                 level);
void daybook_markdown_maker_begin_list (DaybookMarkdownMaker *self,
                                        DaybookListKind       kind);
void daybook_markdown_maker_end_list   (DaybookMarkdownMaker *self);
/* The block that comes is the first of an item of the innermost list. */
void daybook_markdown_maker_item       (DaybookMarkdownMaker *self);
void daybook_markdown_maker_begin_quote (DaybookMarkdownMaker *self);
void daybook_markdown_maker_end_quote  (DaybookMarkdownMaker *self);
/* Lines as they stand. */
void daybook_markdown_maker_code       (DaybookMarkdownMaker *self,
                                        const char           *text);
void daybook_markdown_maker_rule       (DaybookMarkdownMaker *self);

/* A table: what is written between is in the cell at hand. Within a cell another one is text. */
void daybook_markdown_maker_begin_table (DaybookMarkdownMaker *self);
void daybook_markdown_maker_end_table  (DaybookMarkdownMaker *self);
void daybook_markdown_maker_row        (DaybookMarkdownMaker *self);
void daybook_markdown_maker_cell       (DaybookMarkdownMaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookMarkdownMaker, daybook_markdown_maker_free)

G_END_DECLS
