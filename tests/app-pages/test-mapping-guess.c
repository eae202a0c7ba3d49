/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-guess.h"

#include "core/order.h"

#include <string.h>

static const DaybookMappingKind *
orders (void)
{
  return daybook_mapping_kind_find ("orders");
}

/* Asserts that the field of this kind gets the column with this heading; NULL: none. */
static void
assert_guess_of (const DaybookMappingKind *kind,
                 const char *const        *headings,
                 const char               *field,
                 const char               *expected)
{
  g_autofree int *columns = daybook_mapping_guess (kind, headings, g_strv_length ((char **) headings));

  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, field) == 0)
      {
        g_assert_cmpstr (columns[i] >= 0 ? headings[columns[i]] : NULL, ==, expected);
        return;
      }

  g_error ("no field %s", field);
}

static void
assert_guess (const char *const *headings,
              const char        *field,
              const char        *expected)
{
  assert_guess_of (orders (), headings, field, expected);
}

static void
assert_fields (const DaybookMappingKind *kind)
{
  g_assert_cmpstr (kind->fields[0].name, ==, "number");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const DaybookMappingField *field = &kind->fields[i];
      gboolean of_line = g_str_has_prefix (field->name, "line.");

      g_assert_true (field->table == (of_line ? &daybook_order_lines : kind->table));
      g_assert_cmpstr (field->table->fields[field->field].name, ==, of_line ? field->name + strlen ("line.") : field->name);
      g_assert_cmpint (field->table->fields[field->field].field_class, ==, DAYBOOK_CLASS_PLATFORM);
    }
}

static void
test_fields_are_the_registrys (void)
{
  static const char *const KINDS[] = { "orders", "refunds", "reviews", "bill", "stock", "customers" };
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);

  g_assert_cmpstr (kinds[0].name, ==, "orders");
  g_assert_cmpuint (kinds[0].n_fields, >, 20);
  for (guint i = 0; i < n_kinds; i++)
    assert_fields (&kinds[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    g_assert_nonnull (daybook_mapping_kind_find (KINDS[i]));
  g_assert_null (daybook_mapping_kind_find ("settlement"));
  g_assert_null (daybook_mapping_kind_find ("order_lines"));
}

/* The importer takes each of them, and a saved answer fills the page again. */
static void
assert_kept (const DaybookMappingKind *kind)
{
  g_autoptr (DaybookMapping) mapping = daybook_mapping_new ("generic");
  const char *const key[] = { "买家", "时间", NULL };
  g_autofree char *json = NULL;
  g_autoptr (DaybookMapping) again = NULL;

  daybook_mapping_set_kind (mapping, kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    daybook_mapping_set (mapping, kind->fields[i].name, kind->fields[i].name);
  daybook_mapping_set (mapping, "number", "编号");
  daybook_mapping_set_key (mapping, key);

  json = daybook_mapping_to_json (mapping);
  again = daybook_mapping_from_json (json, NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (daybook_mapping_get_kind (again), ==, kind->name);
  g_assert_cmpstr (daybook_mapping_get (again, "number"), ==, "编号");
  for (guint i = 1; i < kind->n_fields; i++)
    g_assert_cmpstr (daybook_mapping_get (again, kind->fields[i].name), ==, kind->fields[i].name);
  g_assert_null (daybook_mapping_get (again, "deleted"));
  g_assert_cmpstrv (daybook_mapping_get_key (again), key);
}

static void
test_a_mapping_keeps_each_field (void)
{
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    assert_kept (&kinds[i]);
}

static void
assert_folded (const DaybookMappingField *field)
{
  g_auto (GStrv) words = g_strsplit (field->words, "|", -1);

  for (guint k = 0; words[k] != NULL; k++)
    {
      g_autofree char *folded = daybook_mapping_fold_heading (words[k]);

      g_assert_cmpstr (folded, ==, words[k]);
    }
}

static void
test_words_are_folded (void)
{
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint f = 0; f < kinds[i].n_fields; f++)
      assert_folded (&kinds[i].fields[f]);
}

static void
assert_kind (const char *kind,
             const char *const *headings)
{
  const DaybookMappingKind *guessed = daybook_mapping_guess_kind (headings, g_strv_length ((char **) headings));

  g_assert_cmpstr (guessed->name, ==, kind);
}

#define LIST(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_the_kind_is_guessed (void)
{
  assert_kind ("reviews", LIST ("买家", "评价时间", "评分", "评价内容", "商家回复", "x"));
  assert_kind ("reviews", LIST ("Reviewer", "Review Date", "Rating", "Comment", "Our reply"));
  assert_kind ("stock", LIST ("编码", "品名", "剩余库存", "库位", "盘点日期"));
  assert_kind ("stock", LIST ("Item SKU", "Location", "Qty on hand", "Last updated"));
  assert_kind ("bill", LIST ("流水号", "交易时间", "交易对方", "收支金额", "手续费", "备注"));
  assert_kind ("refunds", LIST ("售后单号", "订单号", "售后类型", "应退金额", "申请时间", "原因"));
  assert_kind ("customers", LIST ("姓名", "手机", "生日", "会员等级", "积分", "消费次数"));
  /* Nothing, or a little more of another kind, leaves it with orders. */
  assert_kind ("orders", LIST ("a", "b", "c"));
  assert_kind ("orders", LIST ("单子", "客人", "金额", "下单", "货"));
  assert_kind ("orders", LIST ("Order No.", "Date", "Customer", "Item", "Qty", "Unit price", "Total", "Status", "Note"));
  assert_kind ("orders", LIST ("订单编号", "买家会员名", "总金额", "收货人姓名", "收货地址", "联系手机", "宝贝标题", "物流单号"));
}

static void
test_columns_of_other_kinds (void)
{
  const DaybookMappingKind *reviews = daybook_mapping_kind_find ("reviews");
  const DaybookMappingKind *stock = daybook_mapping_kind_find ("stock");
  const DaybookMappingKind *customers = daybook_mapping_kind_find ("customers");
  const char *const *headings = LIST ("昵称", "评价时间", "评分", "评价内容（首次）", "Later review written");

  assert_guess_of (reviews, headings, "number", NULL);
  assert_guess_of (reviews, headings, "buyer", "昵称");
  assert_guess_of (reviews, headings, "written_at", "评价时间");
  assert_guess_of (reviews, headings, "stars", "评分");
  assert_guess_of (reviews, headings, "words", "评价内容（首次）");
  /* A customer's number is the account, or the phone. */
  assert_guess_of (customers, LIST ("姓名", "手机", "生日"), "number", "手机");
  assert_guess_of (customers, LIST ("姓名", "手机", "生日"), "phone", "手机");
  assert_guess_of (customers, LIST ("昵称", "手机", "账号"), "number", "账号");
  /* What the registry calls it. */
  assert_guess_of (reviews, headings, "followed_at", "Later review written");
  assert_guess_of (stock, LIST ("SKU", "Product", "On hand"), "number", "SKU");
  assert_guess_of (stock, LIST ("SKU", "Product", "On hand"), "on_hand", "On hand");
}

static void
test_headings_fold (void)
{
  static const struct { const char *heading, *folded; } CASES[] = {
    { "Order No.", "orderno" },
    { " 订单编号 ", "订单编号" },
    { "货品总价(元)", "货品总价元" },
    { "商品编码（平台）", "商品编码平台" },
    { "ｏｒｄｅｒ－ｉｄ", "orderid" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *folded = daybook_mapping_fold_heading (CASES[i].heading);

      g_assert_cmpstr (folded, ==, CASES[i].folded);
    }
}

static void
test_chinese_headings (void)
{
  static const char *const HEADINGS[] = {
    "买家会员名", "收货人姓名", "收货地址 ", "联系手机", "订单创建时间", "订单付款时间 ", "宝贝标题 ",
    "物流单号 ", "物流公司", "订单备注", "买家实际支付金额", "总金额", "订单状态", NULL,
  };

  assert_guess (HEADINGS, "number", NULL);
  assert_guess (HEADINGS, "buyer", "买家会员名");
  assert_guess (HEADINGS, "receiver", "收货人姓名");
  assert_guess (HEADINGS, "phone", "联系手机");
  assert_guess (HEADINGS, "created", "订单创建时间");
  assert_guess (HEADINGS, "paid_at", "订单付款时间 ");
  assert_guess (HEADINGS, "tracking", "物流单号 ");
  assert_guess (HEADINGS, "seller_note", "订单备注");
  assert_guess (HEADINGS, "paid", "买家实际支付金额");
  assert_guess (HEADINGS, "total", "总金额");
  assert_guess (HEADINGS, "status", "订单状态");
}

static void
test_english_headings (void)
{
  static const char *const HEADINGS[] = {
    "Order No.", "Date", "Customer", "Item", "Qty", "Unit price", "Total", "Tracking Number", "E-mail", NULL,
  };

  assert_guess (HEADINGS, "number", "Order No.");
  assert_guess (HEADINGS, "created", "Date");
  assert_guess (HEADINGS, "buyer", "Customer");
  assert_guess (HEADINGS, "line.title", "Item");
  assert_guess (HEADINGS, "line.quantity", "Qty");
  assert_guess (HEADINGS, "line.price", "Unit price");
  assert_guess (HEADINGS, "total", "Total");
  assert_guess (HEADINGS, "tracking", "Tracking Number");
  assert_guess (HEADINGS, "email", "E-mail");
}

/* "Shipping" is postage, not the address that only holds the word. */
static void
test_exact_goes_before_part (void)
{
  static const char *const HEADINGS[] = { "Shipping Address 1", "Shipping", "My order number here", NULL };

  assert_guess (HEADINGS, "postage", "Shipping");
  assert_guess (HEADINGS, "address", "Shipping Address 1");
  assert_guess (HEADINGS, "number", "My order number here");
}

static void
test_short_words_are_no_part (void)
{
  static const char *const HEADINGS[] = { "图书编号", "paid", "快递单号 (旧)", "我的订单编号", NULL };

  assert_guess (HEADINGS, "number", "我的订单编号");
  assert_guess (HEADINGS, "tracking", "快递单号 (旧)");
}

/* Though it ends like one. */
static void
test_a_book_number_is_no_order_number (void)
{
  static const char *const HEADINGS[] = { "图书编号", "收货地址", NULL };

  assert_guess (HEADINGS, "number", NULL);
}

static void
test_a_column_is_given_once (void)
{
  static const char *const HEADINGS[] = { "订单编号", "主订单编号", "订单编号", "x", NULL };
  g_autofree int *columns = daybook_mapping_guess (orders (), HEADINGS, 4);
  gboolean taken[4] = { FALSE };

  g_assert_cmpint (columns[0], ==, 0);
  for (guint i = 0; i < orders ()->n_fields; i++)
    {
      if (columns[i] < 0)
        continue;

      g_assert_cmpint (columns[i], <, 4);
      g_assert_false (taken[columns[i]]);
      taken[columns[i]] = TRUE;
    }
}

static void
test_strange_headings (void)
{
  static const char *const HEADINGS[] = { "", "()", "\xf0\x9f\x98\x80", "paid", "id", NULL };

  assert_guess (HEADINGS, "paid", "paid");
  assert_guess (HEADINGS, "number", NULL);
}

static void
assert_decimal (const char     *first,
                const char     *second,
                DaybookDecimal  decimal)
{
  static const char *const HEADINGS[] = { "Order No.", "paid", "Address", NULL };
  g_autofree int *columns = daybook_mapping_guess (orders (), HEADINGS, 3);
  const char *const rows[2][4] = { { "1", first, "Hauptstr. 5,1" }, { "2", second, "x" } };
  g_autoptr (GPtrArray) sample = g_ptr_array_new ();

  g_ptr_array_add (sample, (gpointer) rows[0]);
  g_ptr_array_add (sample, (gpointer) rows[1]);
  g_assert_cmpint (daybook_mapping_guess_decimal (orders (), sample, columns), ==, decimal);
}

static void
test_decimal_sign (void)
{
  assert_decimal ("5", "12,50", DAYBOOK_DECIMAL_COMMA);
  assert_decimal ("1.234,5 €", "", DAYBOOK_DECIMAL_COMMA);
  assert_decimal ("1,234", "12.50", DAYBOOK_DECIMAL_POINT);
  assert_decimal ("1,234.56", "12,345,678", DAYBOOK_DECIMAL_POINT);
  assert_decimal ("", "", DAYBOOK_DECIMAL_POINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-guess/fields-are-the-registrys", test_fields_are_the_registrys);
  g_test_add_func ("/mapping-guess/a-mapping-keeps-each-field", test_a_mapping_keeps_each_field);
  g_test_add_func ("/mapping-guess/words-are-folded", test_words_are_folded);
  g_test_add_func ("/mapping-guess/the-kind-is-guessed", test_the_kind_is_guessed);
  g_test_add_func ("/mapping-guess/columns-of-other-kinds", test_columns_of_other_kinds);
  g_test_add_func ("/mapping-guess/headings-fold", test_headings_fold);
  g_test_add_func ("/mapping-guess/chinese-headings", test_chinese_headings);
  g_test_add_func ("/mapping-guess/english-headings", test_english_headings);
  g_test_add_func ("/mapping-guess/exact-goes-before-part", test_exact_goes_before_part);
  g_test_add_func ("/mapping-guess/short-words-are-no-part", test_short_words_are_no_part);
  g_test_add_func ("/mapping-guess/a-book-number-is-no-order-number", test_a_book_number_is_no_order_number);
  g_test_add_func ("/mapping-guess/a-column-is-given-once", test_a_column_is_given_once);
  g_test_add_func ("/mapping-guess/strange-headings", test_strange_headings);
  g_test_add_func ("/mapping-guess/decimal-sign", test_decimal_sign);
  return g_test_run ();
}
