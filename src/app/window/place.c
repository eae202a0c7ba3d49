/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/place.h"

#include "core/id.h"

struct _DaybookPlace
{
  GObject                 parent_instance;

  const DaybookPageEntry *entry;
  char                   *view;
  char                   *title;
  char                   *icon;
  gint64                  count;
};

G_DEFINE_FINAL_TYPE (DaybookPlace, daybook_place, G_TYPE_OBJECT)

enum
{
  PROP_COUNT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
daybook_place_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    g_value_set_int64 (value, DAYBOOK_PLACE (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_place_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (id == PROP_COUNT)
    daybook_place_set_count (DAYBOOK_PLACE (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_place_finalize (GObject *object)
{
  DaybookPlace *self = DAYBOOK_PLACE (object);

  g_free (self->view);
  g_free (self->title);
  g_free (self->icon);

  G_OBJECT_CLASS (daybook_place_parent_class)->finalize (object);
}

static void
daybook_place_class_init (DaybookPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_place_get_property;
  object_class->set_property = daybook_place_set_property;
  object_class->finalize = daybook_place_finalize;
  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, DAYBOOK_COUNT_UNKNOWN, G_MAXINT64,
                                               DAYBOOK_COUNT_UNKNOWN,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
daybook_place_init (DaybookPlace *self)
{
  self->count = DAYBOOK_COUNT_UNKNOWN;
}

DaybookPlace *
daybook_place_new (const DaybookPageEntry *entry,
                   const char             *view,
                   const char             *title,
                   const char             *icon)
{
  DaybookPlace *self = g_object_new (DAYBOOK_TYPE_PLACE, NULL);

  self->entry = entry;
  self->view = g_strdup (view);
  self->title = g_strdup (title);
  self->icon = g_strdup (icon);
  return self;
}

const DaybookPageEntry *
daybook_place_get_entry (DaybookPlace *self)
{
  return self->entry;
}

const char *
daybook_place_get_view (DaybookPlace *self)
{
  return self->view;
}

gboolean
daybook_place_is_own_view (DaybookPlace *self)
{
  DaybookId id;

  /* Views that Daybook brings have a word for a key. */
  return daybook_id_parse (self->view, &id);
}

const char *
daybook_place_get_title (DaybookPlace *self)
{
  return self->title;
}

const char *
daybook_place_get_icon (DaybookPlace *self)
{
  return self->icon;
}

gint64
daybook_place_get_count (DaybookPlace *self)
{
  return self->count;
}

void
daybook_place_set_count (DaybookPlace *self,
                         gint64        count)
{
  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
