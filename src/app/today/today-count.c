/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/today-count.h"

#include "app/common/desk.h"
#include "store/due-list.h"

#define KEY "daybook-today-count"

struct _DaybookTodayCount
{
  GObject       parent_instance;

  DaybookStore *store; /* borrowed: it keeps this */
  gint64        count;
};

G_DEFINE_FINAL_TYPE (DaybookTodayCount, daybook_today_count, G_TYPE_OBJECT)

enum
{
  PROP_COUNT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* Ranges of indexes: the main thread may ask. */
static void
ask (DaybookTodayCount *self)
{
  gint64 count = daybook_due_count (daybook_store_get_reader (self->store), NULL, DAYBOOK_DUE_LIST_PLAIN, daybook_store_get_now (self->store), NULL);

  if (count < 0 || count == self->count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  g_value_set_int64 (value, DAYBOOK_TODAY_COUNT (object)->count);
}

static void
daybook_today_count_class_init (DaybookTodayCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;

  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_today_count_init (DaybookTodayCount *self)
{
}

gpointer
daybook_today_count_of (DaybookStore *store)
{
  DaybookTodayCount *self = g_object_get_data (G_OBJECT (store), KEY);

  if (self != NULL)
    return self;

  self = g_object_new (DAYBOOK_TYPE_TODAY_COUNT, NULL);
  self->store = store;
  g_object_set_data_full (G_OBJECT (store), KEY, self, g_object_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (daybook_desk_of (store)), "minute", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}
