/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/day-object.h"

struct _DaybookDayObject
{
  GObject           parent_instance;

  DaybookDueItem   *item;
  DaybookRow       *day;
  DaybookYearlyTime time;
};

G_DEFINE_FINAL_TYPE (DaybookDayObject, daybook_day_object, G_TYPE_OBJECT)

static void
daybook_day_object_finalize (GObject *object)
{
  DaybookDayObject *self = DAYBOOK_DAY_OBJECT (object);

  daybook_due_item_free (self->item);
  daybook_row_unref (self->day);

  G_OBJECT_CLASS (daybook_day_object_parent_class)->finalize (object);
}

static void
daybook_day_object_class_init (DaybookDayObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_day_object_finalize;
}

static void
daybook_day_object_init (DaybookDayObject *self)
{
}

DaybookDayObject *
daybook_day_object_new (DaybookReader  *reader,
                        DaybookDueItem *item)
{
  g_autoptr(DaybookDueItem) own = item;
  g_autoptr(DaybookRow) day = daybook_reader_row (reader, &daybook_remembered_days, item->rowid, NULL);
  DaybookDayObject *self;
  DaybookYearlyTime time;

  if (day == NULL || !daybook_remembered_day_in (day, (int) item->due.cycle, &time))
    return NULL;

  self = g_object_new (DAYBOOK_TYPE_DAY_OBJECT, NULL);
  self->item = g_steal_pointer (&own);
  self->day = g_steal_pointer (&day);
  self->time = time;
  return self;
}

/* It comes once a year. */
gint64
daybook_day_object_get_key (DaybookDayObject *self)
{
  return self->item->rowid * 10000 + self->item->due.cycle;
}

void
daybook_day_object_take (DaybookDayObject *self,
                         DaybookDayObject *newer)
{
  *self->item = *newer->item;
  daybook_row_unref (self->day);
  self->day = daybook_row_ref (newer->day);
  self->time = newer->time;
}

DaybookDueItem *
daybook_day_object_get_item (DaybookDayObject *self)
{
  return self->item;
}

DaybookRow *
daybook_day_object_get_day (DaybookDayObject *self)
{
  return self->day;
}

const DaybookYearlyTime *
daybook_day_object_get_time (DaybookDayObject *self)
{
  return &self->time;
}

const DaybookId *
daybook_day_object_get_who (DaybookDayObject *self)
{
  return daybook_row_ref_id (self->day, DAYBOOK_REMEMBERED_CUSTOMER);
}
