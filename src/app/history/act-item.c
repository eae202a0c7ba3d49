/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-item.h"

struct _DaybookActItem
{
  GObject parent_instance;

  DaybookAct *act;
};

G_DEFINE_FINAL_TYPE (DaybookActItem, daybook_act_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
daybook_act_item_finalize (GObject *object)
{
  daybook_act_free (DAYBOOK_ACT_ITEM (object)->act);
  G_OBJECT_CLASS (daybook_act_item_parent_class)->finalize (object);
}

static void
daybook_act_item_class_init (DaybookActItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_act_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_act_item_init (DaybookActItem *self)
{
}

DaybookActItem *
daybook_act_item_new (DaybookAct *act)
{
  DaybookActItem *self = g_object_new (DAYBOOK_TYPE_ACT_ITEM, NULL);

  self->act = act;
  return self;
}

/* The rest of an act never changes; the name of its author may. */
static gboolean
reads_the_same (const DaybookAct *a,
                const DaybookAct *b)
{
  return a->undone == b->undone
         && a->running == b->running
         && a->n_changes == b->n_changes
         && g_str_equal (a->agent, b->agent);
}

void
daybook_act_item_swap (DaybookActItem *self,
                       DaybookActItem *newer)
{
  DaybookAct *old;

  g_return_if_fail (DAYBOOK_IS_ACT_ITEM (self) && DAYBOOK_IS_ACT_ITEM (newer));

  old = g_steal_pointer (&self->act);
  self->act = g_steal_pointer (&newer->act);
  newer->act = old;
  if (!reads_the_same (self->act, old))
    g_signal_emit (self, signals[CHANGED], 0);
}

const DaybookAct *
daybook_act_item_get (DaybookActItem *self)
{
  g_return_val_if_fail (DAYBOOK_IS_ACT_ITEM (self), NULL);

  return self->act;
}
