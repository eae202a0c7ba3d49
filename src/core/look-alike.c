/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/look-alike.h"

#include "core/han-pair.h"

/* What Unicode’s list of confusable characters (UTS #39, confusables.txt) has for the small letters a to z among
 * Latin, Greek, Cyrillic and Armenian ones, and for the capitals A to Z where the small letter looks otherwise: a word is
 * found in capitals too, so both have the same. Of Greek ν and υ, whose capitals look like other letters, the small one
 * counts. Small capitals stand for their letters. Sorted. */
static const HanPair ALIKE[] = {
  { 0x0251, 'a' }, { 0x0261, 'g' }, { 0x0262, 'g' }, { 0x0269, 'i' }, { 0x026a, 'i' }, { 0x026f, 'w' },
  { 0x0274, 'n' }, { 0x0280, 'r' }, { 0x028b, 'u' }, { 0x028f, 'y' }, { 0x0299, 'b' }, { 0x029c, 'h' },
  { 0x029f, 'l' }, { 0x03b1, 'a' }, { 0x03b2, 'b' }, { 0x03b3, 'y' }, { 0x03b5, 'e' }, { 0x03b6, 'z' },
  { 0x03b7, 'h' }, { 0x03b9, 'i' }, { 0x03ba, 'k' }, { 0x03bc, 'm' }, { 0x03bd, 'v' }, { 0x03bf, 'o' },
  { 0x03c1, 'p' }, { 0x03c4, 't' }, { 0x03c5, 'u' }, { 0x03c7, 'x' }, { 0x03c9, 'w' }, { 0x03f2, 'c' },
  { 0x03f3, 'j' }, { 0x0430, 'a' }, { 0x0432, 'b' }, { 0x0433, 'r' }, { 0x0435, 'e' }, { 0x043a, 'k' },
  { 0x043c, 'm' }, { 0x043d, 'h' }, { 0x043e, 'o' }, { 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' },
  { 0x0443, 'y' }, { 0x0445, 'x' }, { 0x044c, 'b' }, { 0x0455, 's' }, { 0x0456, 'i' }, { 0x0458, 'j' },
  { 0x0461, 'w' }, { 0x0475, 'v' }, { 0x04af, 'y' }, { 0x04bb, 'h' }, { 0x04bd, 'e' }, { 0x04cf, 'l' },
  { 0x0501, 'd' }, { 0x050d, 'g' }, { 0x051b, 'q' }, { 0x051d, 'w' }, { 0x0561, 'w' }, { 0x0563, 'q' },
  { 0x0566, 'q' }, { 0x0570, 'h' }, { 0x0578, 'n' }, { 0x057c, 'n' }, { 0x057d, 'u' }, { 0x0581, 'g' },
  { 0x0584, 'f' }, { 0x0585, 'o' }, { 0x1d00, 'a' }, { 0x1d04, 'c' }, { 0x1d05, 'd' }, { 0x1d07, 'e' },
  { 0x1d0a, 'j' }, { 0x1d0b, 'k' }, { 0x1d0d, 'm' }, { 0x1d0f, 'o' }, { 0x1d18, 'p' }, { 0x1d1b, 't' },
  { 0x1d1c, 'u' }, { 0x1d20, 'v' }, { 0x1d21, 'w' }, { 0x1d22, 'z' }, { 0xa730, 'f' }, { 0xa731, 's' },
};

/* White letters on black discs and squares, which do not decompose: A to Z each. */
static const gunichar PICTURES[] = { 0x1f150, 0x1f170 };

#define N_LETTERS ('z' - 'a' + 1)

gunichar
daybook_look_alike (gunichar c)
{
  /* Most of any text. */
  if (c < ALIKE[0].from || (c > 0x1d22 && c < 0xa730))
    return c;
  if (c <= ALIKE[G_N_ELEMENTS (ALIKE) - 1].from)
    return daybook_han_pair_find (ALIKE, G_N_ELEMENTS (ALIKE), c, c);

  for (gsize i = 0; i < G_N_ELEMENTS (PICTURES); i++)
    if (c >= PICTURES[i] && c < PICTURES[i] + N_LETTERS)
      return 'a' + (c - PICTURES[i]);
  return c;
}
