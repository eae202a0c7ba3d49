/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/item.h"

struct _DaybookItem
{
  GObject          parent_instance;

  gint64           key;
  DaybookRow      *row;
  gboolean         read; /* also when there was none */

  /* Borrowed */
  gpointer         source;
  DaybookItemFetch fetch;
  DaybookItemGone  gone;
};

G_DEFINE_FINAL_TYPE (DaybookItem, daybook_item, G_TYPE_OBJECT)

enum
{
  PROP_ROW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
daybook_item_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_ROW)
    g_value_set_boxed (value, daybook_item_get_row (DAYBOOK_ITEM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_item_finalize (GObject *object)
{
  DaybookItem *self = DAYBOOK_ITEM (object);

  if (self->source != NULL)
    self->gone (self->source, self->key);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_item_parent_class)->finalize (object);
}

static void
daybook_item_class_init (DaybookItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_item_get_property;
  object_class->finalize = daybook_item_finalize;
  properties[PROP_ROW] = g_param_spec_boxed ("row", NULL, NULL, DAYBOOK_TYPE_ROW,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_item_init (DaybookItem *self)
{
}

DaybookItem *
daybook_item_new (gint64           key,
                  gpointer         source,
                  DaybookItemFetch fetch,
                  DaybookItemGone  gone)
{
  DaybookItem *self = g_object_new (DAYBOOK_TYPE_ITEM, NULL);

  self->key = key;
  self->source = source;
  self->fetch = fetch;
  self->gone = gone;
  return self;
}

void
daybook_item_forget_source (DaybookItem *self)
{
  self->source = NULL;
}

gint64
daybook_item_get_key (DaybookItem *self)
{
  return self->key;
}

DaybookRow *
daybook_item_get_row (DaybookItem *self)
{
  if (!self->read && self->source != NULL)
    {
      g_clear_pointer (&self->row, daybook_row_unref);
      self->row = self->fetch (self->source, self->key);
      self->read = TRUE;
    }

  return self->row;
}

static gboolean
is_same (const DaybookRow *a,
         const DaybookRow *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  for (guint i = 0; i < a->table->n_fields; i++)
    if (!daybook_value_equal (&a->values[i], &b->values[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_shown (DaybookItem *self)
{
  return g_signal_has_handler_pending (self, g_signal_lookup ("notify", DAYBOOK_TYPE_ITEM),
                                       g_quark_from_static_string ("row"), FALSE);
}

void
daybook_item_invalidate (DaybookItem *self)
{
  g_autoptr(DaybookRow) before = self->row != NULL ? daybook_row_ref (self->row) : NULL;

  self->read = FALSE;
  if (is_shown (self) && !is_same (before, daybook_item_get_row (self)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
