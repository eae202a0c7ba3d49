/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as the word guard sees it: its letters, folded (core/han.h, core/look-alike.h), and how far each is from the one
 * before. Of core/guard*.c alone. */

/* What stands between two letters, the less likely to be inside a word the later. */
typedef enum
{
  DAYBOOK_GAP_NONE,     /* nothing, or what nobody sees: a zero-width space, a mark upon a letter */
  DAYBOOK_GAP_WEAK,     /* a blank, or what is put between letters to keep a word from being found: * . - _ / */
  DAYBOOK_GAP_ORNAMENT, /* a picture or ~, with which people end sentences too */
  DAYBOOK_GAP_STRONG,   /* what ends a sentence or a part of one; brackets, quotes, a long gap */
} DaybookGap;

/* Where a word begins and ends depends on its letters: between two of the same class there is none of its
 * borders, but of ideographs any may begin one. */
typedef enum
{
  DAYBOOK_LETTER_IDEOGRAPH, /* of a script without blanks between words; % and signs of currencies, too */
  DAYBOOK_LETTER_ALPHABETIC, /* and the apostrophe between two of them, as ' */
  DAYBOOK_LETTER_DIGIT,
} DaybookLetterClass;

typedef struct
{
  gunichar c;
  guint    from, to; /* characters it came of, with the marks upon it */
  guint8   gap;      /* DaybookGap before it */
  guint8   kind;     /* DaybookLetterClass */
} DaybookGuardLetter;

/* One character, letter or not. */
typedef struct
{
  gsize    byte;   /* where it begins */
  gunichar folded; /* one that folds into several, or into none, stays as it is */
} DaybookGuardCharacter;

typedef struct
{
  GArray *characters;  /* DaybookGuardCharacter; one more, for the end */
  GArray *letters;     /* DaybookGuardLetter */
  guint   n_han;       /* Chinese characters */
  guint   n_traditional; /* those whose simplified form is another */
} DaybookGuardText;

/* `text` is UTF-8. */
DaybookGuardText         *daybook_guard_text_new       (const char             *text);
void                      daybook_guard_text_free      (DaybookGuardText       *self);

const DaybookGuardLetter *daybook_guard_text_letters   (const DaybookGuardText *self);
gunichar                  daybook_guard_text_character (const DaybookGuardText *self,
                                                        guint                   place);
/* How many characters it has. */
guint                     daybook_guard_text_length    (const DaybookGuardText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookGuardText, daybook_guard_text_free)

G_END_DECLS
