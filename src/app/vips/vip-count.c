/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vip-count.h"

#include "app/common/desk.h"
#include "app/common/lane.h"
#include "store/grade-proposals.h"
#include "store/grades.h"
#include "store/rhythm.h"

#define KEY "daybook-vip-count"
/* Looking takes at most such a part of the time, and a change waits so long for others. */
#define PART 50
#define PAUSE_MS 500
#define PAUSE_MAX_MS (10 * 60 * 1000)

struct _DaybookVipCount
{
  GObject       parent_instance;

  DaybookStore *store;   /* weak: it keeps this */
  DaybookLane  *lane;    /* while it looks: it keeps the store; or NULL */
  gint64        count;
  guint         pause;   /* source id, or 0 */
  gint64        began;   /* of the look at hand, or 0 */
  guint         wait_ms; /* until the next */
  gboolean      again;   /* the book has changed since it began */
};

G_DEFINE_FINAL_TYPE (DaybookVipCount, daybook_vip_count, G_TYPE_OBJECT)

enum
{
  PROP_COUNT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void wait_a_while (DaybookVipCount *self);

static gpointer
count_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  gint64 now = *(const gint64 *) data;
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GArray) candidates = daybook_reader_grades (reader, &rules, error)
    ? daybook_reader_grade_candidates (reader, &rules, now, NULL, NULL, error) : NULL;
  gint64 late = candidates != NULL ? daybook_reader_count_late (reader, now, error) : -1;
  gint64 count = late >= 0 ? candidates->len + late : 0;

  return late >= 0 ? g_memdup2 (&count, sizeof count) : NULL;
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookVipCount) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *count = daybook_lane_run_finish (result, &error);
  gint64 took_ms = (g_get_monotonic_time () - self->began) / 1000;

  self->began = 0;
  g_clear_pointer (&self->lane, daybook_lane_free);
  self->wait_ms = (guint) CLAMP (took_ms * PART, PAUSE_MS, PAUSE_MAX_MS);
  if (count != NULL && *count != self->count)
    {
      self->count = *count;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
    }
  if (count == NULL && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    g_warning ("%s", error->message);
  if (self->again && self->store != NULL)
    wait_a_while (self);
}

static void
ask (DaybookVipCount *self)
{
  gint64 now = daybook_store_get_now (self->store);

  self->again = FALSE;
  self->began = g_get_monotonic_time ();
  self->lane = daybook_lane_new (self->store);
  daybook_lane_run_async (self->lane, count_in_db, g_memdup2 (&now, sizeof now), g_free, g_free, NULL, on_counted, g_object_ref (self));
}

static gboolean
on_waited (gpointer data)
{
  DaybookVipCount *self = data;

  self->pause = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
wait_a_while (DaybookVipCount *self)
{
  self->again = TRUE;
  if (self->began == 0 && self->pause == 0)
    self->pause = g_timeout_add (self->wait_ms, on_waited, self);
}

static void
daybook_vip_count_dispose (GObject *object)
{
  DaybookVipCount *self = DAYBOOK_VIP_COUNT (object);

  g_clear_weak_pointer (&self->store);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->lane, daybook_lane_free);

  G_OBJECT_CLASS (daybook_vip_count_parent_class)->dispose (object);
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  g_value_set_int64 (value, DAYBOOK_VIP_COUNT (object)->count);
}

static void
daybook_vip_count_class_init (DaybookVipCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = daybook_vip_count_dispose;
  object_class->get_property = get_property;

  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
daybook_vip_count_init (DaybookVipCount *self)
{
  self->wait_ms = PAUSE_MS;
}

gpointer
daybook_vip_count_of (DaybookStore *store)
{
  DaybookVipCount *self = g_object_get_data (G_OBJECT (store), KEY);

  if (self != NULL)
    return self;

  self = g_object_new (DAYBOOK_TYPE_VIP_COUNT, NULL);
  g_set_weak_pointer (&self->store, store);
  g_object_set_data_full (G_OBJECT (store), KEY, self, g_object_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (wait_a_while), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}
