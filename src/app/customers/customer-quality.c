/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-quality.h"

#include "app/customers/quality-box.h"

struct _DaybookCustomerQuality
{
  DaybookCustomerBox parent_instance;

  DaybookQualityBox *box;
};

G_DEFINE_FINAL_TYPE (DaybookCustomerQuality, daybook_customer_quality, DAYBOOK_TYPE_CUSTOMER_BOX)

static void
show (DaybookCustomerBox *box)
{
  daybook_quality_box_show (DAYBOOK_CUSTOMER_QUALITY (box)->box, daybook_customer_box_get_desk (box),
                            daybook_customer_box_get_customer (box));
}

static void
daybook_customer_quality_class_init (DaybookCustomerQualityClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_customer_quality_init (DaybookCustomerQuality *self)
{
  self->box = g_object_new (DAYBOOK_TYPE_QUALITY_BOX, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  /* Where there is nothing to say, there is no gap. */
  g_object_bind_property (self->box, "visible", self, "visible", G_BINDING_SYNC_CREATE);
}
