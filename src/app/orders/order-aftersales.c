/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-aftersales.h"

#include "core/aftersale.h"
#include "store/entries.h"

#include <glib/gi18n-lib.h>

/* More are read elsewhere. */
#define ROWS_MAX 20

/* What is shown of one, in this order, below what it is and where it stands. */
static const struct
{
  guint           field;
  DaybookFactKind kind;
} SHOWN[] = {
  { DAYBOOK_AFTERSALE_NUMBER, DAYBOOK_FACT_COPY },
  { DAYBOOK_AFTERSALE_AMOUNT, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_DEADLINE, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_REASON, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_WORDS, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_GOODS, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_COURIER, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_TRACKING, DAYBOOK_FACT_COPY },
  { DAYBOOK_AFTERSALE_ASKED_AT, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_ENDED_AT, DAYBOOK_FACT_PLAIN },
  { DAYBOOK_AFTERSALE_AS_OF, DAYBOOK_FACT_PLAIN },
};

/* The platform's own word says more than the stage, where nobody knows it. */
static char *
where_it_stands (DaybookDesk      *desk,
                 const DaybookRow *row)
{
  guint field = daybook_row_int (row, DAYBOOK_AFTERSALE_STAGE) != DAYBOOK_AFTERSALE_UNKNOWN ? DAYBOOK_AFTERSALE_STAGE
                                                                                           : DAYBOOK_AFTERSALE_STATUS;

  return daybook_desk_format (desk, row, field, DAYBOOK_SHOW_MASKED);
}

static void
add_row (DaybookFacts     *facts,
         DaybookDesk      *desk,
         const DaybookRow *row)
{
  g_autofree char *kind = daybook_desk_format (desk, row, DAYBOOK_AFTERSALE_KIND, DAYBOOK_SHOW_MASKED);
  g_autofree char *stands = where_it_stands (desk, row);

  daybook_facts_add (facts, kind, stands, DAYBOOK_FACT_PLAIN);
  for (gsize i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    {
      g_autofree char *value = daybook_desk_format (desk, row, SHOWN[i].field, DAYBOOK_SHOW_MASKED);

      daybook_facts_add (facts, _(daybook_aftersales.fields[SHOWN[i].field].label), value, SHOWN[i].kind);
    }
}

void
daybook_order_aftersales_fill (DaybookFacts     *facts,
                               DaybookDesk      *desk,
                               const DaybookRow *order)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GPtrArray) rows = daybook_reader_entries (reader, &daybook_aftersales, order, ROWS_MAX, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (facts, desk, g_ptr_array_index (rows, i));
}
