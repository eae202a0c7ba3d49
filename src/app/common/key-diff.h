/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One step from an old list of row keys to a new one: at `position` of the list
 * as the steps before have left it, `removed` keys go and `added` keys come. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} DaybookKeyStep;

/* More steps than this are told as one: each costs the list a splice. */
#define DAYBOOK_KEY_STEPS_MAX 16

/* The steps that make `to` out of `from`, in the order to take them; those of a
 * step's added keys are to[position ... position + added - 1]. Keys are distinct
 * within each list. A key that moved is removed and added. (element-type DaybookKeyStep) */
GArray *daybook_key_diff (const gint64 *from,
                          guint         n_from,
                          const gint64 *to,
                          guint         n_to);

G_END_DECLS
