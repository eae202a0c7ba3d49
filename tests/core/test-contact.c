/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contact.h"

static const struct
{
  DaybookContactKind kind;
  const char        *typed;
  const char        *kept; /* NULL: refused */
} TYPED[] = {
  { DAYBOOK_CONTACT_PHONE, " 138-1234 1234", "13812341234" },
  { DAYBOOK_CONTACT_PHONE, "+86 138 1234 1234", "13812341234" },
  { DAYBOOK_CONTACT_PHONE, "+1 415 555 0123", "+14155550123" },
  { DAYBOOK_CONTACT_PHONE, "1******6198", "1******6198" },
  { DAYBOOK_CONTACT_PHONE, "ask her", NULL },
  { DAYBOOK_CONTACT_PHONE, "123", NULL },
  { DAYBOOK_CONTACT_PHONE, "  ", NULL },
  { DAYBOOK_CONTACT_EMAIL, " ann@example.com ", "ann@example.com" },
  { DAYBOOK_CONTACT_EMAIL, "ann@example", NULL },
  { DAYBOOK_CONTACT_EMAIL, "@example.com", NULL },
  { DAYBOOK_CONTACT_EMAIL, "a b@example.com", NULL },
  { DAYBOOK_CONTACT_EMAIL, "a@b@example.com", NULL },
  { DAYBOOK_CONTACT_QQ, "10001000", "10001000" },
  { DAYBOOK_CONTACT_QQ, "1000", NULL },
  { DAYBOOK_CONTACT_QQ, "01000100", NULL },
  { DAYBOOK_CONTACT_WECHAT, "zhang_san-88", "zhang_san-88" },
  { DAYBOOK_CONTACT_WECHAT, "wxid_7k2", "wxid_7k2" },
  { DAYBOOK_CONTACT_WECHAT, "13812341234", "13812341234" },
  { DAYBOOK_CONTACT_WECHAT, "张三", NULL },
  { DAYBOOK_CONTACT_WECHAT, "zs88", NULL },
  { DAYBOOK_CONTACT_ADDRESS, " 扬州市文昌路 8 号", "扬州市文昌路 8 号" },
  { DAYBOOK_CONTACT_OTHER, "at the market, stall 12", "at the market, stall 12" },
};

static void
test_what_people_type (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TYPED); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *kept = daybook_contact_read (TYPED[i].kind, TYPED[i].typed, &error);

      g_test_message ("%s", TYPED[i].typed);
      g_assert_cmpstr (kept, ==, TYPED[i].kept);
      if (TYPED[i].kept == NULL)
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
      else
        g_assert_no_error (error);
    }
}

static DaybookRow *
make_contact (DaybookContactKind kind,
              gint64             until)
{
  DaybookRow *row = daybook_row_new (&daybook_contacts);

  row->values[DAYBOOK_CONTACT_KIND] = daybook_value_int (kind);
  if (until != 0)
    row->values[DAYBOOK_CONTACT_VALID_UNTIL] = daybook_value_int (until);
  return row;
}

static void
test_what_is_over_comes_last (void)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  g_ptr_array_add (contacts, make_contact (DAYBOOK_CONTACT_PHONE, 100));
  g_ptr_array_add (contacts, make_contact (DAYBOOK_CONTACT_PHONE, 101));
  g_ptr_array_add (contacts, make_contact (DAYBOOK_CONTACT_EMAIL, 0));
  daybook_contacts_sort (contacts, 100);

  g_assert_cmpint (daybook_row_int (contacts->pdata[0], DAYBOOK_CONTACT_VALID_UNTIL), ==, 101);
  g_assert_cmpint (daybook_row_int (contacts->pdata[1], DAYBOOK_CONTACT_KIND), ==, DAYBOOK_CONTACT_EMAIL);
  g_assert_true (daybook_contact_is_over (contacts->pdata[2], 100));
  g_assert_false (daybook_contact_is_over (contacts->pdata[0], 100));
  g_assert_false (daybook_contact_is_over (contacts->pdata[1], 100));
}

static DaybookRow *
make_phone (const char *number,
            gint64      until,
            gboolean    masked)
{
  DaybookRow *row = make_contact (DAYBOOK_CONTACT_PHONE, until);

  row->values[DAYBOOK_CONTACT_VALUE] = daybook_value_text (number);
  row->values[DAYBOOK_CONTACT_MASKED] = daybook_value_int (masked);
  return row;
}

/* In full before masked, the first before others; never one that is over. */
static void
test_which_phone_is_picked (void)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  g_assert_null (daybook_contacts_pick_phone (contacts, 100));
  g_ptr_array_add (contacts, make_contact (DAYBOOK_CONTACT_EMAIL, 0));
  g_ptr_array_add (contacts, make_phone ("13800001111", 100, FALSE));
  g_assert_null (daybook_contacts_pick_phone (contacts, 100));
  g_assert_true (daybook_contacts_pick_phone (contacts, 99) == contacts->pdata[1]);
  g_ptr_array_add (contacts, make_phone ("138****2222", 0, TRUE));
  g_assert_true (daybook_contacts_pick_phone (contacts, 100) == contacts->pdata[2]);
  g_ptr_array_add (contacts, make_phone ("13800003333", 200, FALSE));
  g_ptr_array_add (contacts, make_phone ("13800004444", 0, FALSE));
  g_assert_true (daybook_contacts_pick_phone (contacts, 100) == contacts->pdata[3]);
  g_assert_true (daybook_contacts_pick_phone (contacts, 200) == contacts->pdata[4]);
}

/* An order has the number too; another contact may have it for good. */
static void
test_a_number_is_outlived (void)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  g_ptr_array_add (contacts, make_phone ("13800001111", 100, FALSE));
  g_assert_false (daybook_contacts_have_outlived (contacts, "13800001111", 99));
  g_assert_true (daybook_contacts_have_outlived (contacts, "138 0000 1111", 100));
  g_assert_false (daybook_contacts_have_outlived (contacts, "13800002222", 100));
  g_assert_false (daybook_contacts_have_outlived (contacts, "", 100));
  g_ptr_array_add (contacts, make_phone ("13800001111", 0, FALSE));
  g_assert_false (daybook_contacts_have_outlived (contacts, "13800001111", 100));
}

static void
test_each_kind_has_its_mask (void)
{
  static const struct { DaybookContactKind kind; DaybookMask mask; } MASKS[] = {
    { DAYBOOK_CONTACT_PHONE, DAYBOOK_MASK_PHONE }, { DAYBOOK_CONTACT_EMAIL, DAYBOOK_MASK_EMAIL },
    { DAYBOOK_CONTACT_ADDRESS, DAYBOOK_MASK_ADDRESS }, { DAYBOOK_CONTACT_WECHAT, DAYBOOK_MASK_CHAT },
    { DAYBOOK_CONTACT_QQ, DAYBOOK_MASK_CHAT }, { DAYBOOK_CONTACT_OTHER, DAYBOOK_MASK_ADDRESS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (MASKS); i++)
    {
      g_autoptr(DaybookRow) contact = make_contact (MASKS[i].kind, 0);

      g_assert_cmpint (daybook_row_mask (contact, DAYBOOK_CONTACT_VALUE), ==, MASKS[i].mask);
      g_assert_cmpint (daybook_row_mask (contact, DAYBOOK_CONTACT_NOTE), ==, DAYBOOK_MASK_NONE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact/what-people-type", test_what_people_type);
  g_test_add_func ("/contact/which-phone-is-picked", test_which_phone_is_picked);
  g_test_add_func ("/contact/a-number-is-outlived", test_a_number_is_outlived);
  g_test_add_func ("/contact/what-is-over-comes-last", test_what_is_over_comes_last);
  g_test_add_func ("/contact/each-kind-has-its-mask", test_each_kind_has_its_mask);

  return g_test_run ();
}
