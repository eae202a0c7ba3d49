/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "headers.h"

#include "exchange/personal.h"
#include "exchange/recognise.h"

#include <string.h>

/* Which platform each header row of PLATFORMS §1.1 is of: never another's. */

typedef struct
{
  const char *header;
  const char *delimiter;
  const char *platform; /* NULL: none of those that are asked for here */
  const char *kind;
} Case;

static const Case CASES[] = {
  { AMAZON_ORDERS, "\t", "amazon", "orders" },
  { AMAZON_UNSHIPPED, "\t", "amazon", "orders" },
  { AMAZON_ALL, "\t", "amazon", "orders" },
  { ETSY_ORDERS, ",", "etsy", "orders" },
  { ETSY_ITEMS, ",", "etsy", "order_lines" },
  { EBAY_US, ",", "ebay", "orders" },
  { EBAY_UK, ",", "ebay", "orders" },
  { EBAY_GERMAN, ";", "ebay", "orders" },
  { WOOCOMMERCE, ",", "woocommerce", "orders" },
  { SHOPIFY_ALL, ",", "shopify", "orders" },
  { JUDGEME, ",", "judgeme", "reviews" },
  { TAOBAO_REPORT, ",", "taobao", "orders" },

  { TAOBAO_DETAIL, ",", NULL, NULL },
  { TAOBAO_ITEMS, ",", NULL, NULL },
  { ALI_1688, ",", NULL, NULL },
  { JD_ORDERS, ",", NULL, NULL },
  { PDD_ORDERS, ",", NULL, NULL },
  { DOUYIN_ORDERS, ",", NULL, NULL },
  { WECHAT_SHOP, ",", NULL, NULL },
  { YOUZAN_ORDERS, ",", NULL, NULL },
  { YOUZAN_CUSTOMERS, ",", NULL, NULL },
  { TMALL_REFUNDS, ",", NULL, NULL },
  { PAYPAL, ",", NULL, NULL },
  { ALIPAY_MERCHANT, ",", NULL, NULL },
  /* Other tables of the same platforms, and some that people keep. */
  { "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\n", "\t", NULL, NULL },
  { "settlement-id\tsettlement-start-date\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tamount-type\tamount\n", "\t", NULL, NULL },
  { "amazon-order-id\tmerchant-order-id\tshipment-id\tshipment-item-id\tpurchase-date\tpayments-date\tsku\tquantity-shipped\n", "\t", NULL, NULL },
  { "Order Number,Order Status,Order Date\n", ",", NULL, NULL },
  { "Order ID,Order Status,Total\n", ",", NULL, NULL },
  { "Order ID,Transaction ID,Amount,Status\n", ",", NULL, NULL },
  { "Sale Date,Item Name,Price\n", ",", NULL, NULL },
  { "order-id,what,who\n", ",", NULL, NULL },
};

static const char *const MINE[] = { "amazon", "ebay", "etsy", "judgeme", "woocommerce", NULL };

typedef struct
{
  GPtrArray *profiles;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->profiles = daybook_profiles_load (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->profiles);
}

static char **
split_header (const Case *test)
{
  g_autofree char *line = g_strndup (test->header, strcspn (test->header, "\n"));
  g_autoptr(GString) plain = g_string_new (line);

  g_string_replace (plain, "\"", "", 0);
  return g_strsplit (plain->str, test->delimiter, -1);
}

/* The platform's id, or NULL. */
static const char *
ask (Fixture            *fixture,
     const char *const  *headings,
     guint               n_headings,
     const DaybookForm **form)
{
  const DaybookProfile *profile = NULL;

  *form = daybook_recognise_header (fixture->profiles, NULL, headings, n_headings, &profile);
  return *form != NULL ? profile->id : NULL;
}

static void
test_whole_headers (Fixture       *fixture,
                    gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto(GStrv) headings = split_header (&CASES[i]);
      const DaybookForm *form;
      const char *platform = ask (fixture, (const char *const *) headings, g_strv_length (headings), &form);

      g_test_message ("%s: %s", CASES[i].header, platform);
      if (CASES[i].platform == NULL)
        g_assert_false (platform != NULL && g_strv_contains (MINE, platform));
      else
        {
          g_assert_cmpstr (platform, ==, CASES[i].platform);
          g_assert_cmpstr (form->kind, ==, CASES[i].kind);
        }
    }
}

/* What is left when a person has taken columns out: the platform's, or nobody's; without the
 * columns that are the platform's alone it may be any table of that kind. */
static void
assert_mine_or_none (Fixture    *fixture,
                     const Case *test,
                     GPtrArray  *headings)
{
  const DaybookForm *form;
  const char *platform = ask (fixture, (const char *const *) headings->pdata, headings->len, &form);

  if (platform == NULL || (g_str_equal (platform, DAYBOOK_PROFILE_GENERIC) && g_strcmp0 (form->kind, test->kind) == 0))
    return;
  if (test->platform != NULL ? !g_str_equal (platform, test->platform) : g_strv_contains (MINE, platform))
    {
      g_ptr_array_add (headings, NULL);
      g_autofree char *row = g_strjoinv ("|", (char **) headings->pdata);

      g_error ("%s: %s, not %s", row, platform, test->platform);
    }
}

/* One column is missing, whichever it is. */
static void
test_headers_without_one (Fixture       *fixture,
                          gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto(GStrv) all = split_header (&CASES[i]);
      guint n = g_strv_length (all);

      for (guint left_out = 0; left_out < n; left_out++)
        {
          g_autoptr(GPtrArray) headings = g_ptr_array_new ();

          for (guint k = 0; k < n; k++)
            if (k != left_out)
              g_ptr_array_add (headings, all[k]);
          assert_mine_or_none (fixture, &CASES[i], headings);
        }
    }
}

/* Any columns, in any order. */
static void
test_any_columns (Fixture       *fixture,
                  gconstpointer  data)
{
  for (guint round = 0; round < 4000; round++)
    {
      const Case *test = &CASES[g_test_rand_int_range (0, G_N_ELEMENTS (CASES))];
      g_auto(GStrv) all = split_header (test);
      g_autoptr(GPtrArray) headings = g_ptr_array_new ();
      guint n = g_strv_length (all);
      gint32 share = g_test_rand_int_range (1, 10);

      for (guint k = 0; k < n; k++)
        if (g_test_rand_int_range (0, 10) < share)
          g_ptr_array_insert (headings, g_test_rand_int_range (0, (gint32) headings->len + 1), all[k]);
      if (headings->len > 0)
        assert_mine_or_none (fixture, test, headings);
    }
}

/* The columns that people keep when they tidy up are enough. */
static void
test_few_columns (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *headings[8];
    const char *platform;
  } FEW[] = {
    { { "order-id", "purchase-date", "sku", "quantity-purchased" }, "amazon" },
    { { "amazon-order-id", "purchase-date", "order-status", "sku", "item-price" }, "amazon" },
    { { "Sale Date", "Order ID", "Full Name", "Order Total", "Status" }, "etsy" },
    { { "Sale Date", "Item Name", "Quantity", "Price", "Transaction ID", "Order ID" }, "etsy" },
    { { "Sales Record Number", "Order Number", "Item Title", "Total Price", "Paid On Date" }, "ebay" },
    { { "Sales record number", "Order number", "Post to name", "Total price", "Paid on date" }, "ebay" },
    { { "Verkaufsprotokollnummer", "Gesamtbetrag", "Verkauft am", "Name des Käufers" }, "ebay" },
    { { "Order Number", "Order Status", "Email (Billing)", "Order Total Amount" }, "woocommerce" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FEW); i++)
    {
      guint n = 0;
      const DaybookForm *form;

      while (n < G_N_ELEMENTS (FEW[i].headings) && FEW[i].headings[n] != NULL)
        n++;
      g_assert_cmpstr (ask (fixture, FEW[i].headings, n, &form), ==, FEW[i].platform);
    }
}

/* A note is for the seller; and where there is no address the city is the order's region. */
static gboolean
is_shown (const Case *test,
          const char *folded)
{
  return g_str_equal (folded, "buyer note") || g_str_equal (folded, "buyer tax identifier name")
         || (g_str_equal (test->header, AMAZON_ALL) && g_str_equal (folded, "ship-city"));
}

/* Who bought and where they live is masked in every column, read or not; goods are not. */
static void
test_personal_columns (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const PERSONAL[] = {
    "buyer-", "recipient-name", "ship-address", "ship-city", "ship-postal", "ship-phone", "delivery-instructions",
    "buyer user", "full name", "first name", "last name", "street", "ship city", "ship state", "ship zip", "ship name", "ship address",
    "buyer name", "buyer email", "buyer address", "buyer city", "buyer zip", "identifier value", "ship to", "post to",
    "(billing)", "(shipping)", "käufers",
  };
  static const char *const GOODS[] = { "product-name", "item name", "item title", "name", "item-price", "total price", "tracking number", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES) && CASES[i].platform != NULL; i++)
    {
      g_auto(GStrv) headings = split_header (&CASES[i]);
      guint n = g_strv_length (headings);
      const DaybookProfile *profile = daybook_profiles_find (fixture->profiles, CASES[i].platform);
      const DaybookForm *form;
      g_autoptr(DaybookBinding) binding = NULL;

      if (!g_strv_contains (MINE, ask (fixture, (const char *const *) headings, n, &form)))
        continue;
      binding = daybook_binding_new (form, (const char *const *) headings, n);
      for (guint c = 0; c < n; c++)
        {
          g_autofree char *folded = g_utf8_strdown (headings[c], -1);
          DaybookPersonalColumn column = daybook_personal_column (profile, binding, c, headings[c]);

          g_test_message ("%s %s", profile->id, headings[c]);
          for (gsize k = 0; k < G_N_ELEMENTS (PERSONAL); k++)
            if (strstr (folded, PERSONAL[k]) != NULL && !is_shown (&CASES[i], folded))
              g_assert_cmpint (column.mask, !=, DAYBOOK_MASK_NONE);
          if (g_strv_contains (GOODS, folded))
            g_assert_cmpint (column.mask, ==, DAYBOOK_MASK_NONE);
        }
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/recognise-abroad/whole-headers", test_whole_headers);
  ADD ("/recognise-abroad/headers-without-one", test_headers_without_one);
  ADD ("/recognise-abroad/any-columns", test_any_columns);
  ADD ("/recognise-abroad/few-columns", test_few_columns);
  ADD ("/recognise-abroad/personal-columns", test_personal_columns);

  return g_test_run ();
}
