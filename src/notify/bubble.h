/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notify/words.h"

G_BEGIN_DECLS

/* The one bubble, at one notification server. */
typedef struct _DaybookBubble DaybookBubble;

typedef enum
{
  DAYBOOK_BUBBLE_OPEN,
  DAYBOOK_BUBBLE_DO,
  DAYBOOK_BUBBLE_SNOOZE,
} DaybookBubbleButton;

typedef enum
{
  DAYBOOK_BUBBLE_MANY = 0,
  DAYBOOK_BUBBLE_DOABLE = 1 << 0, /* with a button for done */
  DAYBOOK_BUBBLE_PLAIN = 1 << 1,  /* without any */
} DaybookBubbleFlags;

/* Called on the main context. */
typedef struct
{
  /* `token` lets a window come to the front; or NULL. */
  void (*pressed) (DaybookBubbleButton button, const char *token, gpointer data);
  /* By a person, or by its server in time. */
  void (*closed)  (gpointer data);
} DaybookBubbleEvents;

/* `id`: the number of one that stands there already; 0: of none. Borrows `events`. */
DaybookBubble *daybook_bubble_new    (guint                      id,
                                      const DaybookBubbleEvents *events,
                                      gpointer                   data);
/* Nothing is told any more; the bubble stays. */
void           daybook_bubble_free   (DaybookBubble             *self);
/* Shows it, or says something else in it. TRUE: the server has accepted it. */
gboolean       daybook_bubble_show   (DaybookBubble             *self,
                                      const DaybookNotifyText   *text,
                                      DaybookBubbleFlags         flags,
                                      GError                   **error);
void           daybook_bubble_close  (DaybookBubble             *self);
/* Its number at the server; 0: it has none. */
guint          daybook_bubble_get_id (DaybookBubble             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookBubble, daybook_bubble_free)

G_END_DECLS
