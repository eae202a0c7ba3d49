/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/trade-contact.h"

#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_TRADE_OTHER] = QUIET_WORD ("other", "trade", "Other"),
  [DAYBOOK_TRADE_COURIER] = WORD ("courier", "trade", "Courier"),
  [DAYBOOK_TRADE_WAREHOUSE] = WORD ("warehouse", "trade", "Warehouse"),
  [DAYBOOK_TRADE_FINANCE] = WORD ("finance", "trade", "Finance"),
  [DAYBOOK_TRADE_SUPERIOR] = WORD ("superior", "trade", "Superior"),
  [DAYBOOK_TRADE_SUPPLIER] = WORD ("supplier", "trade", "Supplier"),
  [DAYBOOK_TRADE_REPAIR] = WORD ("repair", "trade", "Repair partner"),
  [DAYBOOK_TRADE_PLATFORM] = WORD ("platform", "trade", "Platform"),
  [DAYBOOK_TRADE_TECHNICAL] = WORD ("technical", "trade", "Technical"),
  [DAYBOOK_TRADE_AUTHORITY] = WORD ("authority", "trade", "Authority"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_TRADE_CONTACT_DELETED] = DELETED_FIELD,
  [DAYBOOK_TRADE_CONTACT_NAME] = { "name", N_("Name"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_TRADE_CONTACT_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, KIND_WORDS) },
  [DAYBOOK_TRADE_CONTACT_COMPANY] = { "company", N_("Company"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_TRADE_CONTACT_PHONE] = { "phone", N_("Phone"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_TRADE_CONTACT_WECHAT] = { "wechat", N_("WeChat"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_TRADE_CONTACT_EMAIL] = { "email", N_("E-mail"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_TRADE_CONTACT_HOURS] = { "hours", N_("Reachable"), TEXT (REGISTER) },
  [DAYBOOK_TRADE_CONTACT_FOR] = { "for", N_("For what"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_TRADE_CONTACT_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_TRADE_CONTACT_EMERGENCY] = { "emergency", N_("Emergency list"), BOOL (REGISTER) },
  [DAYBOOK_TRADE_CONTACT_POSITION] = { "position", N_("Position"), INT (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN },
};

const DaybookTable daybook_trade_contacts = {
  "trade_contact", "trade_contacts", N_("Trade contact"), N_("Trade contacts"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_TRADE_CONTACT_NAME, -1,
};

/* -1: it is not on it. */
static int
find_place (GPtrArray        *list,
            const DaybookRow *row)
{
  for (guint i = 0; i < list->len; i++)
    if (daybook_id_equal (&((const DaybookRow *) g_ptr_array_index (list, i))->id, &row->id))
      return (int) i;

  return -1;
}

static void
set_if_other (DaybookEdit      *edit,
              const DaybookRow *row,
              guint             field,
              gint64            number)
{
  if (!daybook_row_has (row, field) || daybook_row_int (row, field) != number)
    daybook_edit_set (edit, row->table, &row->id, field, daybook_value_int (number));
}

void
daybook_trade_contact_set_emergency (DaybookEdit *edit,
                                     GPtrArray   *all,
                                     GPtrArray   *list)
{
  for (guint i = 0; i < all->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (all, i);
      int place = find_place (list, row);

      if (place >= 0)
        set_if_other (edit, row, DAYBOOK_TRADE_CONTACT_POSITION, place + 1);
      if (place >= 0 || daybook_row_int (row, DAYBOOK_TRADE_CONTACT_EMERGENCY) != 0)
        set_if_other (edit, row, DAYBOOK_TRADE_CONTACT_EMERGENCY, place >= 0);
    }
}
