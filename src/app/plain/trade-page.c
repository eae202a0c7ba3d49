/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/trade-page.h"

#include "app/plain/plain-page.h"
#include "core/trade-contact.h"

#include <glib/gi18n-lib.h>

#define EMERGENCY_VIEW "trade-emergency"

static const int COLUMNS[] = {
  DAYBOOK_TRADE_CONTACT_NAME, DAYBOOK_TRADE_CONTACT_PHONE, DAYBOOK_TRADE_CONTACT_KIND, DAYBOOK_TRADE_CONTACT_COMPANY,
  DAYBOOK_TRADE_CONTACT_FOR, DAYBOOK_TRADE_CONTACT_HOURS, -1,
};

static const int FIELDS[] = {
  DAYBOOK_TRADE_CONTACT_NAME, DAYBOOK_TRADE_CONTACT_KIND, DAYBOOK_TRADE_CONTACT_COMPANY, DAYBOOK_TRADE_CONTACT_PHONE,
  DAYBOOK_TRADE_CONTACT_WECHAT, DAYBOOK_TRADE_CONTACT_EMAIL, DAYBOOK_TRADE_CONTACT_HOURS, DAYBOOK_TRADE_CONTACT_FOR,
  DAYBOOK_TRADE_CONTACT_EMERGENCY, DAYBOOK_TRADE_CONTACT_NOTE, -1,
};

static const DaybookShippedView VIEWS[] = {
  { "trade-all", N_("Trade Contacts"), "avatar-default-symbolic", "", N_("Nobody is written down yet."), .sort = "name" },
  { "trade-couriers", N_("Couriers"), "daybook-parcel-symbolic", "kind = courier", N_("No courier is written down yet."), .sort = "name", .at_need = TRUE },
  { "trade-warehouse", N_("Warehouse"), "daybook-box-symbolic", "kind = warehouse", N_("Nobody of the warehouse is written down yet."), .sort = "name", .at_need = TRUE },
  { "trade-finance", N_("Finance"), "accessories-calculator-symbolic", "kind = finance", N_("Nobody of finance is written down yet."), .sort = "name", .at_need = TRUE },
  { EMERGENCY_VIEW, N_("In an Emergency"), "dialog-warning-symbolic", "emergency = true",
    N_("Nobody is on the emergency list yet. A contact’s panel puts them on it; Ctrl+Shift+Up and Down order it."), .sort = "position", .at_need = TRUE },
  { NULL },
};

static char *
count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", n), n);
}

/* --- The emergency list ------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const DaybookRow *first = *(DaybookRow *const *) a, *second = *(DaybookRow *const *) b;
  gint64 one = daybook_row_int (first, DAYBOOK_TRADE_CONTACT_POSITION), other = daybook_row_int (second, DAYBOOK_TRADE_CONTACT_POSITION);

  return one < other ? -1 : one > other;
}

/* Those on it, in their order. (element-type DaybookRow, borrowed of `all`) (transfer full) */
static GPtrArray *
read_list (GPtrArray *all)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (daybook_row_int (g_ptr_array_index (all, i), DAYBOOK_TRADE_CONTACT_EMERGENCY) != 0)
      g_ptr_array_add (list, g_ptr_array_index (all, i));
  g_ptr_array_sort (list, compare_places);
  return list;
}

/* Whoever is put on the list comes last. */
static void
follow (DaybookEdit      *edit,
        DaybookStore     *store,
        const DaybookRow *row,
        guint             field,
        gint64            number)
{
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) list = NULL;
  gint64 last = 0;

  if (field != DAYBOOK_TRADE_CONTACT_EMERGENCY || number == 0)
    return;

  all = daybook_reader_all (daybook_store_get_reader (store), &daybook_trade_contacts, NULL);
  list = all != NULL ? read_list (all) : NULL;
  if (list != NULL && list->len > 0)
    last = daybook_row_int (g_ptr_array_index (list, list->len - 1), DAYBOOK_TRADE_CONTACT_POSITION);
  daybook_edit_set (edit, &daybook_trade_contacts, &row->id, DAYBOOK_TRADE_CONTACT_POSITION, daybook_value_int (last + 1));
}

static void
move_in_list (DaybookPlainPage *page,
              int               by)
{
  DaybookStore *store = daybook_list_page_get_store (DAYBOOK_LIST_PAGE (page));
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));
  g_autoptr(GPtrArray) all = daybook_reader_all (daybook_store_get_reader (store), &daybook_trade_contacts, NULL);
  g_autoptr(GPtrArray) list = all != NULL ? read_list (all) : NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Emergency list"), daybook_store_get_agent (store));

  for (guint i = 0; list != NULL && row != NULL && i < list->len; i++)
    if (daybook_id_equal (&((const DaybookRow *) g_ptr_array_index (list, i))->id, &row->id) && (int) i + by >= 0 && (int) i + by < (int) list->len)
      {
        gpointer moved = g_ptr_array_steal_index (list, i);

        g_ptr_array_insert (list, (int) i + by, moved);
        break;
      }
  if (list == NULL)
    return;

  daybook_trade_contact_set_emergency (edit, all, list);
  if (daybook_edit_size (edit) > 0)
    daybook_view_page_commit (DAYBOOK_VIEW_PAGE (page), edit);
}

static gboolean
can (DaybookPlainPage *page,
     const char       *command)
{
  g_autoptr(DaybookRow) row = NULL;

  if (!g_str_equal (command, "move-up") && !g_str_equal (command, "move-down"))
    return FALSE;

  row = daybook_list_page_get_current (DAYBOOK_LIST_PAGE (page));
  return row != NULL && daybook_row_int (row, DAYBOOK_TRADE_CONTACT_EMERGENCY) != 0;
}

static void
perform (DaybookPlainPage *page,
         const char       *command)
{
  move_in_list (page, g_str_equal (command, "move-up") ? -1 : 1);
}

/* --- The first cards ------------------------------------------------------------------------------ */

/* Whom every shop needs one day; their names and numbers are for the shop to fill in. */
static const struct { DaybookTradeKind kind; const char *name; const char *use; gboolean emergency; } CARDS[] = {
  { DAYBOOK_TRADE_COURIER, N_("Courier: who collects here"), N_("Parcels that do not move, are lost or damaged"), FALSE },
  { DAYBOOK_TRADE_WAREHOUSE, N_("Warehouse"), N_("Stock that is not what it should be, returns that came in"), FALSE },
  { DAYBOOK_TRADE_FINANCE, N_("Finance"), N_("Refunds outside of the platform, invoices"), FALSE },
  { DAYBOOK_TRADE_PLATFORM, N_("Support of the platform"), N_("A platform that is down, an account that is locked"), TRUE },
  { DAYBOOK_TRADE_TECHNICAL, N_("Who looks after site and network"), N_("A site that does not open, no network"), TRUE },
};

static DaybookEdit *
begin (DaybookStore *store)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Cards of trade contacts"), daybook_store_get_agent (store));
  gint64 position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (CARDS); i++)
    {
      DaybookId id;

      daybook_id_fresh (&id, daybook_store_get_now (store) * 1000);
      daybook_edit_create (edit, &daybook_trade_contacts, &id);
      daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_NAME, daybook_value_text (_(CARDS[i].name)));
      daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_KIND, daybook_value_int (CARDS[i].kind));
      daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_FOR, daybook_value_text (_(CARDS[i].use)));
      if (!CARDS[i].emergency)
        continue;
      daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_EMERGENCY, daybook_value_int (TRUE));
      daybook_edit_give (edit, DAYBOOK_TRADE_CONTACT_POSITION, daybook_value_int (++position));
    }
  return edit;
}

/* --- The page --------------------------------------------------------------------------------------- */

static const DaybookPlainSpec SPEC = {
  .list = { &daybook_trade_contacts, COLUMNS, VIEWS, "trade-all", "trade-all", N_("There is no such contact."), count },
  .fields = FIELDS,
  .follows = follow,
  .title = N_("Trade Contacts"),
  .icon = "avatar-default-symbolic",
  .empty = N_("No Trade Contacts Yet"),
  .teaches = N_("Couriers, the warehouse, finance, the platform: whom to call for what, and whom first in an emergency. Their numbers are not given to customers: the word guard warns."),
  .make = N_("New Contact…"),
  .asks = N_("Name"),
  .begin = N_("Cards to Fill In"),
  .begins = begin,
  .copies = DAYBOOK_TRADE_CONTACT_PHONE,
  .can = can,
  .perform = perform,
};

DaybookPage *
daybook_trade_page_new (DaybookStore *store)
{
  return daybook_plain_page_new (store, &SPEC);
}

DaybookViewList *
daybook_trade_views_for (DaybookStore *store)
{
  return daybook_view_page_views_for (store, &SPEC.list);
}
