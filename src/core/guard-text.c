/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guard-text.h"

#include "core/han.h"
#include "core/look-alike.h"

#include <string.h>

/* Between the letters of one word there are no more characters than these. */
#define LONGEST_GAP 4

/* The last code point of the alphabets that Chinese shops and their customers meet: Latin, Greek, Cyrillic,
 * Hebrew, Arabic and India's. Behind them are Thai and others without blanks between words. */
#define LAST_ALPHABETIC 0x0dff

#define APOSTROPHE '\''

/* What has been read behind the last letter. */
typedef struct
{
  DaybookGuardText *text;
  DaybookGap        gap;
  guint             length;     /* characters of the gap, without those that nobody sees */
  guint             n_newlines;
  gunichar          last;       /* of them, or 0 */
  gboolean          stop;       /* a full stop with a blank behind it is among them */
  gboolean          apostrophe; /* one stands directly behind the letter, and nothing behind it */
  guint             at;         /* that one's place */
} Reading;

/* --- What a character is ---------------------------------------------------------------- */

static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_CONTROL)
    return !g_unichar_isspace (c) && c != '\v';
  /* The others are Hangul letters without a shape. */
  return type == G_UNICODE_FORMAT || c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == APOSTROPHE || c == 0x2019 || c == 0x2018 || c == 0x02bc || c == 0x2032 || c == '`' || c == 0x00b4 || c == 0xff07;
}

static gboolean
is_newline (gunichar c)
{
  return c == '\n' || c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || c == '%' || c == 0x2030 || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static DaybookLetterClass
class_of (gunichar c)
{
  if (g_unichar_isdigit (c))
    return DAYBOOK_LETTER_DIGIT;

  return c <= LAST_ALPHABETIC && g_unichar_isalnum (c) ? DAYBOOK_LETTER_ALPHABETIC : DAYBOOK_LETTER_IDEOGRAPH;
}

/* What differs in nothing that people see becomes the same. */
static guint
fold (gunichar c,
      gunichar folded[DAYBOOK_HAN_FOLD_MAX])
{
  guint n = daybook_han_fold_char (c, folded);

  for (guint i = 0; i < n; i++)
    folded[i] = daybook_look_alike (folded[i]);
  return n;
}

/* Keeps the letters among what a character folded into. */
static guint
keep_letters (gunichar  c,
              gunichar *folded,
              guint     n_folded)
{
  guint n = 0;

  for (guint i = 0; i < n_folded; i++)
    if (is_letter (folded[i]))
      folded[n++] = folded[i];

  /* Ⓥ is a letter in a picture, ™ is none. */
  return n > 1 && g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL ? 0 : n;
}

/* What a character that is no letter, folded, makes of a gap. */
static DaybookGap
gap_of (gunichar c)
{
  static const gunichar WEAK[] = { '*', '.', '/', '\\', '&', '@', '#', 0xb7, 0x2022, 0x2027, 0x30fb };

  if (g_unichar_isspace (c))
    return DAYBOOK_GAP_WEAK;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_OTHER_PUNCTUATION:
      for (gsize i = 0; i < G_N_ELEMENTS (WEAK); i++)
        if (WEAK[i] == c)
          return DAYBOOK_GAP_WEAK;
      return DAYBOOK_GAP_STRONG;
    case G_UNICODE_DASH_PUNCTUATION:
      return c == '-' || c == 0x2010 || c == 0x2011 ? DAYBOOK_GAP_WEAK : DAYBOOK_GAP_STRONG;
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return DAYBOOK_GAP_STRONG;
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_MODIFIER_SYMBOL:
      return DAYBOOK_GAP_WEAK;
    case G_UNICODE_MATH_SYMBOL:
      return c == '~' ? DAYBOOK_GAP_ORNAMENT : DAYBOOK_GAP_WEAK;
    default:
      return DAYBOOK_GAP_ORNAMENT;
    }
}

/* --- Reading ---------------------------------------------------------------------------- */

static DaybookGuardLetter *
last_letter (Reading *reading)
{
  GArray *letters = reading->text->letters;

  return letters->len > 0 ? &g_array_index (letters, DaybookGuardLetter, letters->len - 1) : NULL;
}

static void
widen (Reading   *reading,
       DaybookGap gap)
{
  reading->gap = MAX (reading->gap, gap);
  reading->length++;
}

/* What looked like an apostrophe is a quote. */
static void
settle_quote (Reading *reading)
{
  if (reading->apostrophe)
    widen (reading, DAYBOOK_GAP_STRONG);
  reading->apostrophe = FALSE;
}

static void
read_separator (Reading *reading,
                gunichar c)
{
  settle_quote (reading);
  if (c == '\r')
    return;
  if (is_newline (c))
    reading->n_newlines++;
  else
    widen (reading, gap_of (c));
  if (reading->last == '.' && g_unichar_isspace (c))
    reading->stop = TRUE;
  reading->last = c;
}

/* Only directly between two letters is it one itself: that shows when the next one comes. */
static void
read_apostrophe (Reading *reading,
                 guint    place)
{
  const DaybookGuardLetter *before = last_letter (reading);

  if (before != NULL && before->kind == DAYBOOK_LETTER_ALPHABETIC && reading->last == 0 && !reading->apostrophe)
    {
      reading->apostrophe = TRUE;
      reading->at = place;
      return;
    }

  settle_quote (reading);
  widen (reading, DAYBOOK_GAP_STRONG);
  reading->last = APOSTROPHE;
}

/* The gap before a letter of that class. */
static DaybookGap
measure_gap (Reading           *reading,
             DaybookLetterClass kind)
{
  const DaybookGuardLetter *before = last_letter (reading);
  gboolean wrapped = reading->n_newlines == 1 && kind == DAYBOOK_LETTER_ALPHABETIC && before != NULL
                     && before->kind == DAYBOOK_LETTER_ALPHABETIC;

  if (before == NULL || reading->length > LONGEST_GAP || (reading->n_newlines > 0 && !wrapped)
      || (reading->stop && kind != DAYBOOK_LETTER_DIGIT))
    return DAYBOOK_GAP_STRONG;

  return wrapped ? MAX (reading->gap, DAYBOOK_GAP_WEAK) : reading->gap;
}

static void
forget_gap (Reading *reading)
{
  DaybookGuardText *text = reading->text;

  *reading = (Reading) { .text = text };
}

static void
read_letter (Reading *reading,
             gunichar c,
             guint    place)
{
  DaybookGuardLetter letter = { c, place, place + 1, DAYBOOK_GAP_NONE, (guint8) class_of (c) };

  if (reading->apostrophe && letter.kind == DAYBOOK_LETTER_ALPHABETIC)
    {
      const DaybookGuardLetter apostrophe = { APOSTROPHE, reading->at, reading->at + 1, DAYBOOK_GAP_NONE, DAYBOOK_LETTER_ALPHABETIC };

      g_array_append_val (reading->text->letters, apostrophe);
    }
  else
    {
      settle_quote (reading);
      letter.gap = (guint8) measure_gap (reading, letter.kind);
    }

  g_array_append_val (reading->text->letters, letter);
  forget_gap (reading);
}

static void
read_mark (Reading *reading,
           guint    place)
{
  DaybookGuardLetter *before = last_letter (reading);

  if (before != NULL && before->to == place)
    before->to++;
}

static void
count_han (DaybookGuardText *text,
           gunichar          c)
{
  if (!daybook_han_is (c))
    return;

  text->n_han++;
  if (daybook_han_simplify (c) != c)
    text->n_traditional++;
}

/* Adds a character, the last of the text so far. */
static void
read_character (Reading *reading,
                gunichar c,
                gsize    byte)
{
  DaybookGuardText *text = reading->text;
  guint place = text->characters->len, n;
  gunichar folded[DAYBOOK_HAN_FOLD_MAX];
  guint n_folded = fold (c, folded);
  const DaybookGuardCharacter character = { byte, n_folded == 1 ? folded[0] : c };

  g_array_append_val (text->characters, character);
  count_han (text, c);
  if (g_unichar_ismark (c))
    read_mark (reading, place);
  else if (is_apostrophe (c))
    read_apostrophe (reading, place);
  else if (!is_invisible (c))
    {
      n = keep_letters (c, folded, n_folded);
      for (guint i = 0; i < n; i++)
        read_letter (reading, folded[i], place);
      if (n == 0)
        read_separator (reading, character.folded);
    }
}

DaybookGuardText *
daybook_guard_text_new (const char *text)
{
  DaybookGuardText *self = g_new0 (DaybookGuardText, 1);
  Reading reading = { .text = self };
  DaybookGuardCharacter end = { 0 };

  self->characters = g_array_new (FALSE, FALSE, sizeof (DaybookGuardCharacter));
  self->letters = g_array_new (FALSE, FALSE, sizeof (DaybookGuardLetter));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    read_character (&reading, g_utf8_get_char (p), (gsize) (p - text));

  end.byte = strlen (text);
  g_array_append_val (self->characters, end);
  return self;
}

void
daybook_guard_text_free (DaybookGuardText *self)
{
  g_array_unref (self->characters);
  g_array_unref (self->letters);
  g_free (self);
}

const DaybookGuardLetter *
daybook_guard_text_letters (const DaybookGuardText *self)
{
  return (const DaybookGuardLetter *) (void *) self->letters->data;
}

gunichar
daybook_guard_text_character (const DaybookGuardText *self,
                              guint                   place)
{
  return g_array_index (self->characters, DaybookGuardCharacter, place).folded;
}

guint
daybook_guard_text_length (const DaybookGuardText *self)
{
  return self->characters->len - 1;
}
