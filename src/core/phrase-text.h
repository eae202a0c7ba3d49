/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/placeholder.h"

G_BEGIN_DECLS

/* What a phrase says, taken apart (PH-01). In its text stand
 *   {customer}        a placeholder (core/placeholder.h)
 *   {customer|there}  ... and what stands in its place where nothing is known, which may be nothing
 *   {?colour}         a blank that the person is asked for
 *   {{ and }}         a brace that is sent
 *   ---               alone on a line: another way to say it all begins
 * Braces, bars and question marks may be as wide as Chinese characters. A placeholder of a name that is none,
 * and a brace that is not closed on its line, are blanks too, called as they are written: nobody is ever sent
 * them. Pure; any thread. */

typedef enum
{
  DAYBOOK_PIECE_WORDS,
  DAYBOOK_PIECE_PLACEHOLDER,
  DAYBOOK_PIECE_BLANK,
} DaybookPieceKind;

typedef struct
{
  DaybookPieceKind   kind;
  char              *text;        /* WORDS: as they are sent; else what it is called: a name, or a blank's label */
  char              *key;         /* the same as such names are compared; of WORDS NULL */
  DaybookPlaceholder placeholder; /* NONE but for a placeholder */
  char              *otherwise;   /* what stands where nothing is known; NULL: it is asked for then */
  gsize              from, to;    /* but of WORDS: where it stands with its braces, in bytes of `clean` */
  gboolean           is_fault;    /* a blank that was not meant to be one */
} DaybookPiece;

typedef enum
{
  DAYBOOK_PHRASE_UNKNOWN,  /* a name that is none */
  DAYBOOK_PHRASE_UNCLOSED, /* a brace that is opened alone */
  DAYBOOK_PHRASE_STRAY,    /* a brace that is closed alone */
  DAYBOOK_PHRASE_NAMELESS, /* nothing stands in the braces */
  DAYBOOK_PHRASE_DOUBLED,  /* {{customer}}: a placeholder is meant, and would be sent as it stands */
} DaybookPhraseFaultKind;

typedef struct
{
  DaybookPhraseFaultKind kind;
  char                  *words; /* what stands there */
} DaybookPhraseFault;

typedef struct
{
  GPtrArray *variants; /* of GPtrArrays of DaybookPiece; at least one, which may be empty */
  GPtrArray *faults;   /* DaybookPhraseFault, as they stand in the text */
  char      *clean;    /* the text that was read: UTF-8, without carriage returns */
  GArray    *bounds;   /* DaybookPhraseBounds: of each variant */
} DaybookPhraseText;

/* Bytes of the clean text, from the first up to, not including, the last. */
typedef struct
{
  gsize from;
  gsize to;
} DaybookPhraseBounds;

/* `text` may be any bytes; what is no UTF-8 becomes U+FFFD. */
DaybookPhraseText *daybook_phrase_text_parse  (const char              *text);
/* Of ways to say it that know no placeholders: braces are words, and what stands in square brackets on one line, also in
 * Chinese ones ([days], 【天数】), is a blank. Ended by NULL; valid UTF-8. */
DaybookPhraseText *daybook_phrase_text_bracketed (const char *const    *ways);
void               daybook_phrase_text_free   (DaybookPhraseText       *self);
/* The pieces of one way to say it. */
const GPtrArray   *daybook_phrase_text_get    (const DaybookPhraseText *self,
                                               guint                    variant);
/* One way to say it in plain words; what is put in later stands in square brackets, called as people know it:
 * “[Customer]”. (transfer full) */
char              *daybook_phrase_text_words  (const DaybookPhraseText *self,
                                               guint                    variant);
/* What may be given for it: whether the word names one of its blanks or placeholders, in any variant. */
gboolean           daybook_phrase_text_names  (const DaybookPhraseText *self,
                                               const char              *name);
/* The labels of the blanks that the person is asked for in any case, each once. (element-type char)
 * (transfer container); they are the text's. */
GPtrArray         *daybook_phrase_text_blanks (const DaybookPhraseText *self,
                                               guint                    variant);
/* Names as they are compared: {?颜色} and {?顏色} are one. (transfer full) */
char              *daybook_phrase_key         (const char              *name);

/* What is wrong with a text that somebody writes, a sentence each: “{custmer} is no placeholder: did you mean
 * {customer}?” Nothing of it is an error: such a text can be kept and filled. (element-type char)
 * (transfer full) */
GPtrArray         *daybook_phrase_text_check  (const char              *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPhraseText, daybook_phrase_text_free)

G_END_DECLS
