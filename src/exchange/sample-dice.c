/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-order.h"

/* splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014. */
static guint64
next (DaybookDice *dice)
{
  guint64 z = (dice->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

DaybookDice
daybook_dice (guint32           seed,
              DaybookDiceStream stream,
              guint             index)
{
  DaybookDice dice = { .state = ((guint64) seed << 32) + index };

  /* Neighbouring numbers would give overlapping sequences; one step mixes
   * them apart, and the stream then turns into another sequence. */
  dice.state = next (&dice) + stream;
  dice.state = next (&dice);
  return dice;
}

guint
daybook_dice_roll (DaybookDice *dice,
                   guint        sides)
{
  return (guint) (((next (dice) >> 32) * sides) >> 32);
}

gboolean
daybook_dice_chance (DaybookDice *dice,
                     guint        percent)
{
  return daybook_dice_roll (dice, 100) < percent;
}

const char *
daybook_dice_pick (DaybookDice       *dice,
                   const char *const *list)
{
  return list[daybook_dice_roll (dice, g_strv_length ((char **) list))];
}
