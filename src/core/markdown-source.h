/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/markdown.h"

#include <md4c.h>

G_BEGIN_DECLS

/* A text made ready for md4c, and the way back from what md4c says of it; of core/markdown.c and
 * core/markdown-rewrite.c alone.
 *
 * Three things are done to it, of which nobody sees anything:
 * - CommonMark knows where emphasis ends by blanks, which Chinese has none of: 请**“看”**这里 and
 *   **注意：**请 would stay stars. Where a star stands between punctuation and a letter, and one of
 *   the two is not of the West, nothing keeps it from being a beginning or an end.
 * - Nesting past all use is taken as text. md4c needs time by its square: minutes for a megabyte.
 * - |-|-| below the head of a table gets the three dashes that md4c wants. */
typedef struct
{
  char   *valid;  /* the text as UTF-8: what is none, and NUL, is U+FFFD */
  gsize   length;
  char   *text;   /* for md4c */
  gsize   text_length;
  GArray *marks;  /* where `text` has more bytes than `valid` */
} DaybookMarkdownSource;

typedef enum
{
  DAYBOOK_MARKDOWN_AS_WRITTEN,
  /* Escapes and entities are characters that mean nothing, as long as they: then md4c gives each target, and each
   * piece of text, where it stands. Nothing else of the text may differ by it. */
  DAYBOOK_MARKDOWN_BARE,
} DaybookMarkdownReading;

/* `length` in bytes, or -1. At most DAYBOOK_MARKDOWN_MAX_BYTES are made ready; `valid` has them all. */
DaybookMarkdownSource *daybook_markdown_source_new    (const char                  *text,
                                                       gssize                       length,
                                                       DaybookMarkdownReading       reading);
void                   daybook_markdown_source_free   (DaybookMarkdownSource       *self);
/* Sets what is ours to say in `parser`, and has md4c read. What md_parse() returns. */
int                    daybook_markdown_source_parse  (const DaybookMarkdownSource *self,
                                                       MD_PARSER                   *parser,
                                                       gpointer                     data);
/* Where in `valid` a piece that md4c gave stands; FALSE where it is not of the text. */
gboolean               daybook_markdown_source_find   (const DaybookMarkdownSource *self,
                                                       const char                  *piece,
                                                       gsize                       *at);
/* Appends `n` bytes that md4c gave, as they stand in `valid`. */
void                   daybook_markdown_source_append (const DaybookMarkdownSource *self,
                                                       GString                     *out,
                                                       const char                  *piece,
                                                       gsize                        n);
/* Where a link leads, as it is meant. (transfer full) */
char                  *daybook_markdown_source_target (const MD_ATTRIBUTE          *attribute);
/* A document of no blocks, whose `text` is not set yet. */
DaybookMarkdown       *daybook_markdown_new           (void);
/* Whether a backslash makes a letter of the sign at `at`. */
gboolean               daybook_markdown_is_escaped    (const char                  *text,
                                                       gsize                        at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookMarkdownSource, daybook_markdown_source_free)

G_END_DECLS
