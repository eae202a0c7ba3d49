/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-begin.h"

#include "core/box.h"
#include "core/case-parts.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/register-money.h"
#include "store/case-write.h"
#include "store/parcel-find.h"

#include <glib/gi18n-lib.h>

/* The parcel in which the customer sends goods, and not that by which others go out; -1: there is
 * none. */
static int
find_parcel_back (DaybookRegister *definition)
{
  const char *replaces = daybook_register_get_replaces (definition);

  for (guint i = 0; i < daybook_register_get_n_fields (definition); i++)
    {
      const DaybookRegisterField *field = daybook_register_get_field (definition, i);

      if (field->input == DAYBOOK_INPUT_PARCEL && !field->retired && g_strcmp0 (field->key, replaces) != 0)
        return daybook_table_role (daybook_register_get_table (definition), field->key);
    }

  return -1;
}

/* The order is that which somebody named, or the only one that the number leads to. */
static DaybookRow *
take_box (DaybookReader    *reader,
          DaybookRegister  *definition,
          DaybookCaseDraft *draft,
          const DaybookRow *box)
{
  const char *number = daybook_row_text (box, DAYBOOK_BOX_NUMBER);
  const DaybookId *named = daybook_row_ref_id (box, DAYBOOK_BOX_ORDER);
  g_autoptr(DaybookParcelFind) find = named == NULL ? daybook_reader_find_parcel (reader, number, NULL) : NULL;
  int back = find_parcel_back (definition);

  if (back >= 0)
    daybook_case_draft_set (draft, (guint) back, daybook_value_text (number));
  if (named != NULL)
    return daybook_reader_find (reader, &daybook_orders, named, NULL);

  return find != NULL && find->orders->len == 1 ? daybook_row_ref (g_ptr_array_index (find->orders, 0)) : NULL;
}

void
daybook_case_begin_from (DaybookReader     *reader,
                         DaybookRegister   *definition,
                         DaybookCaseDraft  *draft,
                         const DaybookRow  *from,
                         DaybookRow       **line)
{
  g_autoptr(DaybookRow) order = NULL;

  *line = NULL;
  if (from->table == &daybook_customers)
    daybook_reader_take_customer (reader, draft, from, NULL);
  else if (from->table == &daybook_boxes)
    order = take_box (reader, definition, draft, from);
  else if (from->table == &daybook_order_lines)
    order = daybook_reader_find (reader, &daybook_orders, daybook_row_ref_id (from, DAYBOOK_LINE_ORDER), NULL);
  else
    order = daybook_row_ref ((DaybookRow *) from);

  if (order != NULL)
    daybook_case_draft_take_order (draft, order);
  if (order != NULL && from->table == &daybook_order_lines && daybook_register_has_goods (definition))
    *line = daybook_row_ref ((DaybookRow *) from);
}

static gint64
pieces_of (const DaybookRow *line)
{
  return MAX (1, daybook_row_int (line, DAYBOOK_LINE_QUANTITY));
}

void
daybook_case_begin_goods (DaybookEdit      *edit,
                          const DaybookRow *line,
                          const DaybookId  *of,
                          gint64            now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_case_lines, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_CASE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_LINE, daybook_value_id (&line->id));
  daybook_edit_give (edit, DAYBOOK_CASE_LINE_QUANTITY, daybook_value_int (pieces_of (line)));
}

char *
daybook_case_begin_describe (const DaybookRow *line)
{
  /* Translators: of a new case; %s is a product, %d how many pieces of it: “About: White cup × 2”. */
  return g_strdup_printf (_("About: %s × %d"), daybook_row_text (line, DAYBOOK_LINE_TITLE), (int) pieces_of (line));
}
