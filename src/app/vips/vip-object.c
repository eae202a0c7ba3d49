/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vip-object.h"

struct _DaybookVipObject
{
  GObject        parent_instance;

  DaybookVipMark mark;
};

G_DEFINE_FINAL_TYPE (DaybookVipObject, daybook_vip_object, G_TYPE_OBJECT)

static void
daybook_vip_object_class_init (DaybookVipObjectClass *klass)
{
}

static void
daybook_vip_object_init (DaybookVipObject *self)
{
}

DaybookVipObject *
daybook_vip_object_new (const DaybookVipMark *mark)
{
  DaybookVipObject *self = g_object_new (DAYBOOK_TYPE_VIP_OBJECT, NULL);

  self->mark = *mark;
  return self;
}

const DaybookVipMark *
daybook_vip_object_get_mark (DaybookVipObject *self)
{
  return &self->mark;
}

void
daybook_vip_object_take (DaybookVipObject *self,
                         DaybookVipObject *newer)
{
  self->mark = newer->mark;
}
