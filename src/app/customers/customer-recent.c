/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-recent.h"

#include "app/common/facts.h"
#include "core/event.h"
#include "core/order.h"
#include "store/customer-context.h"

#include <glib/gi18n-lib.h>

struct _DaybookCustomerRecent
{
  DaybookCustomerBox parent_instance;

  DaybookFacts      *facts;
};

G_DEFINE_FINAL_TYPE (DaybookCustomerRecent, daybook_customer_recent, DAYBOOK_TYPE_CUSTOMER_BOX)

/* "Tomorrow 10:00: the parcel is asked for" */
static void
add_promise (DaybookFacts     *facts,
             DaybookDesk      *desk,
             const DaybookRow *promise)
{
  g_autofree char *until = daybook_desk_format (desk, promise, DAYBOOK_EVENT_PROMISED_AT, DAYBOOK_SHOW_MASKED);
  const char *text = daybook_row_text (promise, DAYBOOK_EVENT_TEXT);
  g_autofree char *value = *text != '\0' ? g_strjoin (": ", until, text, NULL) : g_strdup (until);

  daybook_facts_add (facts, _("Last promise"), value, DAYBOOK_FACT_PLAIN);
}

static void
add_order (DaybookFacts     *facts,
           DaybookDesk      *desk,
           const DaybookRow *order)
{
  static const guint FIELDS[] = { DAYBOOK_ORDER_CREATED, DAYBOOK_ORDER_STAGE, DAYBOOK_ORDER_PAID, DAYBOOK_ORDER_TITLE };
  g_autoptr(GString) value = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autofree char *text = daybook_desk_format (desk, order, FIELDS[i], DAYBOOK_SHOW_MASKED);

      if (*text != '\0')
        g_string_append_printf (value, "%s%s", value->len > 0 ? " · " : "", text);
    }
  daybook_facts_add (facts, _("Last order"), value->str, DAYBOOK_FACT_PLAIN);
}

static void
add_note (DaybookFacts     *facts,
          DaybookDesk      *desk,
          const DaybookRow *note)
{
  g_autofree char *when = daybook_desk_format (desk, note, DAYBOOK_EVENT_AT, DAYBOOK_SHOW_MASKED);

  daybook_facts_add (facts, when, daybook_row_text (note, DAYBOOK_EVENT_TEXT), DAYBOOK_FACT_PLAIN);
}

static void
show (DaybookCustomerBox *box)
{
  DaybookFacts *facts = DAYBOOK_CUSTOMER_RECENT (box)->facts;
  DaybookDesk *desk = daybook_customer_box_get_desk (box);
  g_autoptr(DaybookCustomerContext) context = daybook_reader_customer_context (daybook_customer_box_get_reader (box),
                                                                               daybook_customer_box_get_customer (box), NULL);

  daybook_facts_begin (facts);
  if (context != NULL && context->promise != NULL)
    add_promise (facts, desk, context->promise);
  if (context != NULL && context->order != NULL)
    add_order (facts, desk, context->order);
  for (guint i = 0; context != NULL && i < context->notes->len; i++)
    add_note (facts, desk, g_ptr_array_index (context->notes, i));
  daybook_facts_end (facts);
  gtk_widget_set_visible (GTK_WIDGET (box), !daybook_facts_is_empty (facts));
}

static void
daybook_customer_recent_class_init (DaybookCustomerRecentClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_customer_recent_init (DaybookCustomerRecent *self)
{
  self->facts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "panel-card");
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("Before You Talk"), NULL);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->facts));
}
