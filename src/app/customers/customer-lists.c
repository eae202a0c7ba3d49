/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-lists.h"

#include "app/common/facts.h"
#include "core/membership.h"
#include "store/entries.h"

#include <glib/gi18n-lib.h>

/* One who is on more lists is no single person. */
#define LINES_MAX 10

struct _DaybookCustomerLists
{
  DaybookCustomerBox parent_instance;

  DaybookFacts      *facts;
};

G_DEFINE_FINAL_TYPE (DaybookCustomerLists, daybook_customer_lists, DAYBOOK_TYPE_CUSTOMER_BOX)

static const guint SHOWN[] = {
  DAYBOOK_MEMBERSHIP_GRADE,     DAYBOOK_MEMBERSHIP_TAGS,     DAYBOOK_MEMBERSHIP_BIRTHDAY,  DAYBOOK_MEMBERSHIP_GENDER,
  DAYBOOK_MEMBERSHIP_POINTS,    DAYBOOK_MEMBERSHIP_BALANCE,  DAYBOOK_MEMBERSHIP_N_ORDERS,  DAYBOOK_MEMBERSHIP_SPENT,
  DAYBOOK_MEMBERSHIP_REFUNDED,  DAYBOOK_MEMBERSHIP_BOUGHT_AT, DAYBOOK_MEMBERSHIP_JOINED_AT, DAYBOOK_MEMBERSHIP_NOTE,
  DAYBOOK_MEMBERSHIP_AS_OF,
};

static void
add_line (DaybookFacts     *facts,
          DaybookDesk      *desk,
          const DaybookRow *line)
{
  g_autofree char *platform = daybook_desk_format (desk, line, DAYBOOK_MEMBERSHIP_PLATFORM, DAYBOOK_SHOW_MASKED);

  daybook_facts_add (facts, _(daybook_memberships.fields[DAYBOOK_MEMBERSHIP_PLATFORM].label), platform, DAYBOOK_FACT_PLAIN);
  for (gsize i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    {
      g_autofree char *value = daybook_desk_format (desk, line, SHOWN[i], DAYBOOK_SHOW_MASKED);

      daybook_facts_add (facts, _(daybook_memberships.fields[SHOWN[i]].label), value, DAYBOOK_FACT_PLAIN);
    }
}

static void
show (DaybookCustomerBox *box)
{
  DaybookFacts *facts = DAYBOOK_CUSTOMER_LISTS (box)->facts;
  g_autoptr(GPtrArray) lines = daybook_reader_memberships (daybook_customer_box_get_reader (box), daybook_customer_box_get_customer (box),
                                                           LINES_MAX, NULL);

  daybook_facts_begin (facts);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_line (facts, daybook_customer_box_get_desk (box), g_ptr_array_index (lines, i));
  daybook_facts_end (facts);
  gtk_widget_set_visible (GTK_WIDGET (box), !daybook_facts_is_empty (facts));
}

static void
daybook_customer_lists_class_init (DaybookCustomerListsClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_customer_lists_init (DaybookCustomerLists *self)
{
  self->facts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "panel-card");
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("From the Platform’s Customer List"), NULL);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->facts));
}
