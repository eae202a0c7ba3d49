/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-cases.h"

#include "app/common/row-cases.h"

#include <glib/gi18n-lib.h>

struct _DaybookCustomerCases
{
  DaybookCustomerBox parent_instance;

  DaybookRowCases   *cases;
};

G_DEFINE_FINAL_TYPE (DaybookCustomerCases, daybook_customer_cases, DAYBOOK_TYPE_CUSTOMER_BOX)

static void
show (DaybookCustomerBox *box)
{
  daybook_row_cases_show (DAYBOOK_CUSTOMER_CASES (box)->cases, daybook_customer_box_get_desk (box), daybook_customer_box_get_customer (box));
}

static void
daybook_customer_cases_class_init (DaybookCustomerCasesClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_customer_cases_init (DaybookCustomerCases *self)
{
  self->cases = g_object_new (DAYBOOK_TYPE_ROW_CASES, NULL);
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("Cases"), NULL);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->cases));
}
