/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-guess.h"

#include "core/order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ORDER(field) &daybook_orders, DAYBOOK_ORDER_##field
#define LINE(field) &daybook_order_lines, DAYBOOK_LINE_##field

/* The words are folded already (see daybook_mapping_fold_heading()), longest
 * meaning first. Source: the header rows of PLATFORMS §1.1, and what people
 * write over columns of their own. */
static const DaybookMappingField FIELDS[] = {
  { "number", ORDER (NUMBER), DAYBOOK_MAPPING_WHEN, "订单编号|主订单编号|订单号|单号|编号|ordernumber|orderid|orderno|order|salesrecordnumber|receiptid" },

  { "created", ORDER (CREATED), DAYBOOK_MAPPING_WHEN, "订单创建时间|下单时间|订单提交时间|创建时间|订单日期|日期|createdat|orderdate|saledate|purchasedate|ordered|date" },
  { "paid_at", ORDER (PAID_AT), DAYBOOK_MAPPING_WHEN, "订单付款时间|买家付款时间|付款时间|支付时间|支付完成时间|paidat|paidon|datepaid|paidondate|paymentdate|paymentsdate" },
  { "shipped_at", ORDER (SHIPPED_AT), DAYBOOK_MAPPING_WHEN, "发货时间|订单发货时间|发货日期|shippedat|fulfilledat|dateshipped|shippedondate|shippedon" },
  { "completed_at", ORDER (COMPLETED_AT), DAYBOOK_MAPPING_WHEN, "确认收货时间|交易成功时间|订单完成时间|完成时间|completedat|completedon|datecompleted" },
  { "status", ORDER (STATUS), DAYBOOK_MAPPING_WHEN, "订单状态|状态|orderstatus|status" },
  { "close_reason", ORDER (CLOSE_REASON), DAYBOOK_MAPPING_WHEN, "订单关闭原因|关闭原因|取消原因|closereason|cancelreason" },

  { "title", ORDER (TITLE), DAYBOOK_MAPPING_ITEMS, "宝贝标题|全部商品名称|titles|items",
    N_("All items in one cell") },
  { "quantity", ORDER (QUANTITY), DAYBOOK_MAPPING_ITEMS, "宝贝总数量|总数量|totalitems|numberofitems|totalquantity",
    N_("Quantity of the whole order") },
  { "line.title", LINE (TITLE), DAYBOOK_MAPPING_ITEMS, "商品标题|商品名称|货品标题|选购商品|商品|标题|品名|lineitemname|itemname|itemtitle|productname|title|item|product",
    N_("Title of the item") },
  { "line.variant", LINE (VARIANT), DAYBOOK_MAPPING_ITEMS, "商品属性|商品规格|规格|属性|productvariation|variationdetails|variant|variations|options" },
  { "line.sku", LINE (SKU), DAYBOOK_MAPPING_ITEMS, "商家编码|外部系统编号|货号|lineitemsku|customlabel|sku" },
  { "line.quantity", LINE (QUANTITY), DAYBOOK_MAPPING_ITEMS, "购买数量|商品数量|订购数量|数量|件数|lineitemquantity|quantitypurchased|quantity|qty",
    N_("Quantity of the item") },
  { "line.price", LINE (PRICE), DAYBOOK_MAPPING_ITEMS, "商品价格|单价|价格|lineitemprice|itemprice|itemcost|unitprice|price" },
  { "line.number", LINE (NUMBER), DAYBOOK_MAPPING_ITEMS, "子订单编号|子订单号|transactionid|orderitemid|lineid" },
  { "line.status", LINE (STATUS), DAYBOOK_MAPPING_ITEMS, "退款状态|售后状态|itemstatus|lineitemfulfillmentstatus" },

  { "total", ORDER (TOTAL), DAYBOOK_MAPPING_MONEY, "总金额|订单金额|应付金额|买家应付货款|订单应付金额|商品总价|合计|ordertotal|totalprice|ordervalue|total|amount" },
  { "postage", ORDER (POSTAGE), DAYBOOK_MAPPING_MONEY, "买家应付邮费|邮费|运费|运费金额|postage|shipping|shippingprice|shippingandhandling" },
  { "paid", ORDER (PAID), DAYBOOK_MAPPING_MONEY, "买家实际支付金额|买家实付金额|用户实付金额|订单实付金额|实付款|实付金额|实付|paidamount|amountpaid|paid" },
  { "refunded", ORDER (REFUNDED), DAYBOOK_MAPPING_MONEY, "退款金额|订单已退款金额|已退款金额|refundedamount|orderrefundamount|refund|refunded" },
  { "currency", ORDER (CURRENCY), DAYBOOK_MAPPING_MONEY, "币种|货币|currency|currencycode" },
  { "payment", ORDER (PAYMENT), DAYBOOK_MAPPING_MONEY, "支付单号|交易单号|支付流水号|paymentreference|paymentid|paymentnumber" },

  { "buyer", ORDER (BUYER), DAYBOOK_MAPPING_BUYER, "买家会员名|买家会员名称|买家昵称|下单帐号|会员名|昵称|买家|旺旺|buyerusername|buyer|customer|username|nickname" },
  { "receiver", ORDER (RECEIVER), DAYBOOK_MAPPING_BUYER, "收货人姓名|收件人姓名|收货人|收件人|客户姓名|姓名|recipientname|shippingname|shiptoname|shipname|fullname|buyername|receiver|name" },
  { "phone", ORDER (PHONE), DAYBOOK_MAPPING_BUYER, "联系手机|联系电话|收件人手机|收件人手机号|收货人手机号|手机号|手机|电话|shippingphone|shipphonenumber|buyerphonenumber|phone|phonenumber|mobile|tel" },
  { "email", ORDER (EMAIL), DAYBOOK_MAPPING_BUYER, "邮箱|电子邮箱|email|buyeremail|emailaddress" },

  { "address", ORDER (ADDRESS), DAYBOOK_MAPPING_DELIVERY, "收货地址|详细收货地址|详细地址|收件人地址|客户地址|地址|shippingaddress|shippingaddress1|shipaddress1|address" },
  { "region", ORDER (REGION), DAYBOOK_MAPPING_DELIVERY, "地区|省份|收货人省份|省|shippingprovince|shipstate|shippingcountry|region|state|province|country" },
  { "courier", ORDER (COURIER), DAYBOOK_MAPPING_DELIVERY, "物流公司|快递公司|快递|courier|carrier|shippingservice|shippingmethod" },
  { "tracking", ORDER (TRACKING), DAYBOOK_MAPPING_DELIVERY, "物流单号|快递单号|运单号|trackingnumber|trackingno|tracking" },

  { "buyer_note", ORDER (BUYER_NOTE), DAYBOOK_MAPPING_NOTES, "买家留言|买家备注|留言|customernote|buyernote|message" },
  { "seller_note", ORDER (SELLER_NOTE), DAYBOOK_MAPPING_NOTES, "订单备注|商家备注|商家订单备注|商家备忘|卖家备注|备注|privatenote|notes|note|remark|memo" },
};

/* Shorter words are too easily a part of something else: "id" of "paid", 编号 of
 * 图书编号. A Han character says as much as two letters and a half. */
#define MIN_PART_CHARS 3
#define MIN_PART_BYTES 5

/* How sure a heading makes us. */
typedef enum
{
  MATCH_NONE,
  MATCH_PART,  /* the heading holds the word */
  MATCH_EXACT, /* it is the word */
} Match;

const DaybookMappingField *
daybook_mapping_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (FIELDS);
  return FIELDS;
}

const char *
daybook_mapping_field_label (const DaybookMappingField *field)
{
  return _(field->label != NULL ? field->label : field->table->fields[field->field].label);
}

char *
daybook_mapping_fold_heading (const char *heading)
{
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *kept = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

static gboolean
holds (const char *heading,
       const char *word)
{
  return strlen (word) >= MIN_PART_BYTES
         && g_utf8_strlen (word, -1) >= MIN_PART_CHARS
         && strstr (heading, word) != NULL;
}

/* The rank of the first of the field's words that matches: the lower the more
 * particular; -1 when none does. */
static int
rank_of (const DaybookMappingField *field,
         const char                *heading,
         Match                      wanted)
{
  g_auto (GStrv) words = g_strsplit (field->words, "|", -1);

  for (int i = 0; words[i] != NULL; i++)
    {
      if (wanted == MATCH_EXACT && strcmp (heading, words[i]) == 0)
        return i;
      if (wanted == MATCH_PART && holds (heading, words[i]))
        return i;
    }

  return -1;
}

static int
best_column (const DaybookMappingField *field,
             char                     **folded,
             guint                      n_columns,
             const gboolean            *taken,
             Match                      wanted)
{
  int best = -1;
  int best_rank = G_MAXINT;

  for (guint i = 0; i < n_columns; i++)
    {
      int rank = taken[i] ? -1 : rank_of (field, folded[i], wanted);

      if (rank >= 0 && rank < best_rank)
        {
          best = i;
          best_rank = rank;
        }
    }

  return best;
}

static void
guess_by (Match      wanted,
          char     **folded,
          guint      n_columns,
          gboolean  *taken,
          int       *columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      if (columns[i] >= 0)
        continue;

      columns[i] = best_column (&FIELDS[i], folded, n_columns, taken, wanted);
      if (columns[i] >= 0)
        taken[columns[i]] = TRUE;
    }
}

int *
daybook_mapping_guess (const char *const *headings,
                       guint              n_columns)
{
  g_auto (GStrv) folded = g_new0 (char *, n_columns + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n_columns);
  int *columns = g_new (int, G_N_ELEMENTS (FIELDS));

  for (guint i = 0; i < n_columns; i++)
    folded[i] = daybook_mapping_fold_heading (headings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    columns[i] = -1;

  guess_by (MATCH_EXACT, folded, n_columns, taken, columns);
  guess_by (MATCH_PART, folded, n_columns, taken, columns);
  return columns;
}

/* "12,5", "1.234,56 €" */
static gboolean
ends_in_comma (const char *cell)
{
  const char *comma = strrchr (cell, ',');
  gsize digits = comma != NULL ? strspn (comma + 1, "0123456789") : 0;

  return (digits == 1 || digits == 2) && !g_ascii_ispunct (comma[1 + digits]);
}

DaybookDecimal
daybook_mapping_guess_decimal (GPtrArray *rows,
                               const int *columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      if (columns[i] < 0 || FIELDS[i].table->fields[FIELDS[i].field].type != DAYBOOK_TYPE_MONEY)
        continue;

      for (guint r = 0; rows != NULL && r < rows->len; r++)
        {
          char **cells = g_ptr_array_index (rows, r);

          if ((guint) columns[i] < g_strv_length (cells) && ends_in_comma (cells[columns[i]]))
            return DAYBOOK_DECIMAL_COMMA;
        }
    }

  return DAYBOOK_DECIMAL_POINT;
}
