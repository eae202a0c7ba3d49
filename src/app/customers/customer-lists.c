/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/customer-lists.h"

#include "core/membership.h"
#include "store/entries.h"

#include <glib/gi18n-lib.h>

/* One who is on more lists is no single person. */
#define LINES_MAX 10

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

void
daybook_customer_lists_fill (DaybookFacts     *facts,
                             DaybookDesk      *desk,
                             const DaybookRow *customer)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GPtrArray) lines = daybook_reader_memberships (reader, customer, LINES_MAX, NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_line (facts, desk, g_ptr_array_index (lines, i));
}
