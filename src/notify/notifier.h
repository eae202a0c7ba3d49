/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notify/jump.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Tells the person what is due in one bubble, and remembers what was told (DESIGN §7). It looks when it is told
 * to and when the book or the notification server changes, and says when it wants to be told the next time.
 * Main thread. */
typedef struct _DaybookNotifier DaybookNotifier;

/* What it is told of the world, and asks of it. */
typedef struct
{
  /* Both clocks. `boot_id` is borrowed. */
  void (*read_clocks) (DaybookClockReading *reading, gpointer data);
  /* The next look: not before `moment` (UTC seconds; G_MAXINT64: never). */
  void (*wake_at)     (gint64 moment, gpointer data);
  /* The window is wanted: on what has this key (core/due.h), or, NULL, on all that is due. */
  void (*open)        (const char *key, const char *token, gpointer data);
  /* It cannot go on: the book was written by a newer program. */
  void (*stopped)     (const GError *error, gpointer data);
} DaybookNotifierWorld;

/* Borrows `world`. */
DaybookNotifier *daybook_notifier_new    (DaybookStore               *store,
                                          const DaybookNotifierWorld *world,
                                          gpointer                    data);
void             daybook_notifier_look   (DaybookNotifier            *self);

typedef enum
{
  DAYBOOK_NOTIFIER_LEAVE,    /* what stands there stays */
  DAYBOOK_NOTIFIER_WITHDRAW, /* nobody wants to be told any more */
} DaybookNotifierEnd;

/* Remembers until when it has looked, and frees it. */
void             daybook_notifier_end    (DaybookNotifier            *self,
                                          DaybookNotifierEnd          end);

G_END_DECLS
