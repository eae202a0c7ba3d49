/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/number-order.h"

#define N_DIGITS 256
#define DIGIT_BITS 8
#define N_PASSES 8

typedef struct
{
  guint64 number;
  guint32 place;
} Slot;

/* Negative numbers come before the others. */
static guint64
as_unsigned (gint64 number)
{
  return (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63);
}

static guint
digit_of (guint64 number,
          guint   pass)
{
  return (guint) (number >> (pass * DIGIT_BITS)) & (N_DIGITS - 1);
}

/* Where each digit begins. FALSE: all have the same one. */
static gboolean
find_begins (const Slot *slots,
             guint32     n,
             guint       pass,
             guint32     begins[N_DIGITS])
{
  guint32 counts[N_DIGITS] = { 0 }, sum = 0;

  for (guint32 i = 0; i < n; i++)
    counts[digit_of (slots[i].number, pass)]++;
  if (counts[digit_of (slots[0].number, pass)] == n)
    return FALSE;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      begins[digit] = sum;
      sum += counts[digit];
    }
  return TRUE;
}

/* By one digit, the lowest first: what an earlier pass has put in order stays so within a digit. */
static gboolean
move (const Slot *from,
      Slot       *to,
      guint32     n,
      guint       pass)
{
  guint32 begins[N_DIGITS];

  if (!find_begins (from, n, pass, begins))
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    to[begins[digit_of (from[i].number, pass)]++] = from[i];
  return TRUE;
}

guint32 *
daybook_number_order (const gint64 *numbers,
                      guint32       n)
{
  g_autofree Slot *slots = g_new (Slot, n), *others = g_new (Slot, n);
  guint32 *order = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    slots[i] = (Slot) { as_unsigned (numbers[i]), i };
  for (guint pass = 0; n > 0 && pass < N_PASSES; pass++)
    if (move (slots, others, n, pass))
      {
        Slot *sorted = others;

        others = slots;
        slots = sorted;
      }
  for (guint32 i = 0; i < n; i++)
    order[i] = slots[i].place;
  return order;
}
