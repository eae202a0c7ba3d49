/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* The orders of the sample shop, each a pure function of the plan and its
 * number: no order depends on the one made before it, so a million of them
 * need no memory and any one can be made alone. */

/* The platforms the shop sells on. */
typedef enum
{
  DAYBOOK_SAMPLE_TMALL,
  DAYBOOK_SAMPLE_TAOBAO,
  DAYBOOK_SAMPLE_PDD,
  DAYBOOK_SAMPLE_SHOPIFY,
  DAYBOOK_SAMPLE_N_PLATFORMS,
} DaybookSamplePlatform;

typedef struct
{
  guint32    seed;
  guint      n_orders;
  gint64     now;  /* UTC seconds: no order is later */
  GTimeZone *zone; /* borrowed: people order by day and in the evening */
} DaybookSamplePlan;

/* "tmall", ... */
const char           *daybook_sample_platform_name (DaybookSamplePlatform    platform);
/* The platform on which order `index` (0 is the oldest) was made. */
DaybookSamplePlatform daybook_sample_order_platform (const DaybookSamplePlan *plan,
                                                     guint                    index);
/* Fills an empty record with order `index`. */
void                  daybook_sample_order_fill     (const DaybookSamplePlan *plan,
                                                     guint                    index,
                                                     DaybookOrderRecord      *record);

/* --- Dice --------------------------------------------------------------- */

/* A small generator of our own (splitmix64): the same numbers with every
 * version of every library, and no state to carry from order to order. */
typedef struct
{
  guint64 state;
} DaybookDice;

typedef enum
{
  DAYBOOK_DICE_ORDER,
  DAYBOOK_DICE_CUSTOMER,
  DAYBOOK_DICE_WORK,
  DAYBOOK_DICE_NOTE,
  DAYBOOK_DICE_ENTRY,
} DaybookDiceStream;

/* The dice of thing `index` of one stream: independent of all others. */
DaybookDice daybook_dice        (guint32            seed,
                                 DaybookDiceStream  stream,
                                 guint              index);
/* A number from 0 to `sides` - 1. */
guint       daybook_dice_roll   (DaybookDice       *dice,
                                 guint              sides);
/* TRUE in `percent` of a hundred rolls. */
gboolean    daybook_dice_chance (DaybookDice       *dice,
                                 guint              percent);
/* One of a NULL-terminated list. */
const char *daybook_dice_pick   (DaybookDice       *dice,
                                 const char *const *list);

G_END_DECLS
