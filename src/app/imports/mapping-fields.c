/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/mapping-fields.h"

#include "core/customer.h"
#include "core/membership.h"
#include "core/order.h"
#include "exchange/form.h"
#include "exchange/mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ORDER(field) &daybook_orders, DAYBOOK_ORDER_##field
#define LINE(field) &daybook_order_lines, DAYBOOK_LINE_##field

/* Of orders. The words are folded already (see daybook_mapping_fold_heading()), longest
 * meaning first. Source: the header rows of PLATFORMS §1.1, and what people
 * write over columns of their own. */
static const DaybookMappingField ORDER_FIELDS[] = {
  { "number", ORDER (NUMBER), DAYBOOK_MAPPING_WHEN, "订单编号|主订单编号|订单号|单号|编号|ordernumber|orderid|orderno|order|salesrecordnumber|receiptid" },

  { "created", ORDER (CREATED), DAYBOOK_MAPPING_WHEN, "订单创建时间|下单时间|订单提交时间|创建时间|订单日期|日期|createdat|orderdate|saledate|purchasedate|ordered|date" },
  { "paid_at", ORDER (PAID_AT), DAYBOOK_MAPPING_WHEN, "订单付款时间|买家付款时间|付款时间|支付时间|支付完成时间|paidat|paidon|datepaid|paidondate|paymentdate|paymentsdate" },
  { "shipped_at", ORDER (SHIPPED_AT), DAYBOOK_MAPPING_WHEN, "发货时间|订单发货时间|发货日期|shippedat|fulfilledat|dateshipped|shippedondate|shippedon" },
  { "completed_at", ORDER (COMPLETED_AT), DAYBOOK_MAPPING_WHEN, "确认收货时间|交易成功时间|订单完成时间|完成时间|completedat|completedon|datecompleted" },
  { "status", ORDER (STATUS), DAYBOOK_MAPPING_WHEN, "订单状态|状态|orderstatus|status" },
  { "refund", ORDER (REFUND), DAYBOOK_MAPPING_WHEN, "订单退款状态|orderrefundstatus" },
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
  { "seller_flag", ORDER (SELLER_FLAG), DAYBOOK_MAPPING_NOTES, "备注旗帜|订单旗帜|旗帜颜色|旗帜|标旗|插旗|flagcolour|flagcolor|flag" },
  { "seller_note", ORDER (SELLER_NOTE), DAYBOOK_MAPPING_NOTES, "订单备注|商家备注|商家订单备注|商家备忘|卖家备注|备注|privatenote|notes|note|remark|memo" },
};

/* Of the other kinds all fields are offered that a file may tell of. A field that has no line
 * here is guessed by its own label alone. */
static const struct { const char *kind, *field, *words; } WORDS[] = {
  { "refunds", "number", "退款编号|退款单号|售后编号|售后单号|售后单编号|維權編號|退款編號|售後編號|refundid|refundnumber|returnid|returnnumber|rmanumber|rma|caseid" },
  { "refunds", "order_number", "订单编号|订单号|主订单编号|訂單編號|訂單號|ordernumber|orderid|orderno|order" },
  { "refunds", "kind", "售后类型|退款类型|退款類型|类型|refundtype|returntype|type" },
  { "refunds", "stage", "售后进度|退款进度|进度|stage" },
  { "refunds", "status", "退款状态|售后状态|退款狀態|状态|refundstatus|returnstatus|status" },
  { "refunds", "buyer", "买家会员名|买家会员名称|买家昵称|买家|昵称|旺旺|買家|buyerusername|buyer|customer|username" },
  { "refunds", "title", "宝贝标题|商品标题|商品名称|商品標題|商品|标题|producttitle|productname|itemtitle|items|item|product|title" },
  { "refunds", "sku", "商家编码|外部系统编号|货号|商家編碼|sku" },
  { "refunds", "quantity", "退款数量|退货数量|申请数量|数量|件数|quantity|qty" },
  { "refunds", "currency", "币种|货币|currency|currencycode" },
  { "refunds", "paid", "买家实际支付金额|实付金额|实付款|实付|amountpaid|paid" },
  { "refunds", "amount", "买家退款金额|退款金额|应退金额|退款总金额|退款金額|金额|refundamount|refund|amount" },
  { "refunds", "asked_at", "退款的申请时间|退款申请时间|售后申请时间|申请时间|申請時間|requestedat|requestdate|refunddate|returndate|date" },
  { "refunds", "deadline", "超时时间|截止时间|处理期限|超時時間|deadline|dueby|respondby" },
  { "refunds", "ended_at", "退款完结时间|完结时间|退款时间|完成时间|endedat|closedat|completedat" },
  { "refunds", "reason", "买家退款原因|退款原因|售后原因|退货原因|原因|refundreason|returnreason|reason" },
  { "refunds", "words", "买家退款说明|退款说明|买家说明|问题描述|说明|buyercomment|comments|comment|description" },
  { "refunds", "goods", "货物状态|收货状态|货物情况" },
  { "refunds", "courier", "退货物流公司|物流公司|快递公司|快递|courier|carrier" },
  { "refunds", "tracking", "退货物流单号|物流单号|快递单号|运单号|trackingnumber|tracking" },
  { "refunds", "seller_note", "商家备注|卖家备注|备注|notes|note|remark|memo" },

  { "reviews", "number", "评论id|评价id|评论编号|评价编号|評論id|評價id|評論編號|評價編號|reviewid|commentid" },
  { "reviews", "order_number", "订单编号|订单号|子订单编号|訂單編號|訂單號|ordernumber|orderid|orderno" },
  { "reviews", "written_at", "评价时间|评论时间|初评时间|评价日期|评论日期|評價時間|評論時間|评价于|时间|日期|reviewdate|reviewtime|reviewedat|createdat|date|time" },
  { "reviews", "stars", "评分|星级|评价星级|评论星级|评价等级|评级|好差评|评价结果|评价类型|評分|星級|stars|star|rating|starrating|score" },
  { "reviews", "buyer", "用户昵称|买家昵称|买家会员名|会员名|昵称|用户名|用户|买家|评价人|评论人|買家|reviewername|reviewer|nickname|username|customer|buyer|author|name" },
  { "reviews", "product", "商品标题|商品名称|宝贝标题|宝贝名称|商品標題|商品名稱|商品|宝贝|producttitle|productname|product|itemtitle|itemname|item" },
  { "reviews", "sku", "商品sku|商家编码|规格|商品规格|购买规格|颜色分类|sku|skuid|variant|variation" },
  { "reviews", "title", "评价标题|評價標題|headline|reviewtitle|title" },
  { "reviews", "words", "初评内容|评价内容|评论内容|评价详情|評價內容|評論內容|评价|评论|初评|内容|reviewtext|reviewcontent|reviewbody|review|content|comments|comment|body|text|feedback" },
  { "reviews", "follow_up", "追评内容|追加评价|追加评论|追评|追評|followupreview|followup" },
  { "reviews", "followed_at", "追评时间|追加时间|追評時間|followupdate|followuptime" },
  { "reviews", "reply", "商家回复|卖家回复|掌柜回复|店铺回复|回复内容|回复|解释|商家回覆|回覆|sellerreply|ourreply|reply|response|answer" },
  { "reviews", "replied_at", "回复时间|商家回复时间|回覆時間|replydate|replytime|repliedat" },

  { "bill", "number", "账务流水号|交易单号|交易号|流水号|支付单号|付款单号|业务流水号|帳務流水號|交易單號|transactionid|transactionnumber|paymentid|paymentnumber|paymentreference|reference" },
  { "bill", "order_number", "订单编号|订单号|商户订单号|訂單編號|訂單號|ordernumber|orderid|orderno|order|invoicenumber" },
  { "bill", "at", "交易时间|发生时间|入账时间|付款时间|支付时间|交易创建时间|记账日期|交易時間|时间|日期|transactiondate|paymentdate|paidat|datetime|date|time" },
  { "bill", "kind", "收支|收支类型|业务类型|交易类型|账务类型|类型|transactiontype|paymenttype|type" },
  { "bill", "stage", "进度|stage" },
  { "bill", "status", "交易状态|当前状态|状态|status|transactionstatus|paymentstatus" },
  { "bill", "currency", "币种|货币|currency|currencycode" },
  { "bill", "amount", "交易金额|收支金额|发生金额|金额|金额元|交易金額|金額|amount|gross|sum|net" },
  { "bill", "fee", "服务费|手续费|手續費|fees|fee" },
  { "bill", "refunded", "已退款|退款金额|成功退款|refunded" },
  { "bill", "party", "交易对方|对方账户|对方账号|对方名称|对方|付款人|付款方|收款方|交易對方|counterparty|payer|payee|from|name" },
  { "bill", "merchant_number", "商家订单号|商户单号|商户流水号|merchantorderid|merchantreference|ourreference" },
  { "bill", "title", "商品名称|商品说明|商品|摘要|用途|subject|itemtitle|description" },
  { "bill", "note", "备注|備註|notes|note|remark|memo" },

  { "stock", "number", "商品sku|商家编码|规格编码|商品编码|存货编码|物料编码|货号|商家編碼|貨號|编码|sku|skuid|sellersku|itemsku|productsku|variantsku" },
  { "stock", "title", "商品名称|商品标题|宝贝标题|品名|存货名称|物料名称|商品名稱|名称|商品|producttitle|productname|product|itemname|item|title" },
  { "stock", "variant", "规格名称|商品规格|颜色规格|规格型号|规格|variant|option" },
  { "stock", "on_hand", "可用库存|可售库存|现有库存|库存数量|实际库存|当前库存|剩余库存|在库数量|结存数量|库存数|库存|庫存數量|庫存|剩余|数量|stockonhand|quantityonhand|qtyonhand|quantityavailable|onhand|available|instock|inventory|stock|quantity|qty" },
  { "stock", "place", "仓库名称|所在仓库|仓库|库位|货位|倉庫|warehouse|location|place|shelf" },
  { "stock", "counted_at", "盘点时间|盘点日期|库存更新时间|更新时间|更新日期|盤點時間|countedat|counted|updatedat|lastupdated|date" },

  { "customers", "name", "客户姓名|会员姓名|客户名称|真实姓名|姓名|客户|顾客|customername|fullname|customer|name" },
  { "customers", "nick", "客户昵称|会员昵称|昵称|nickname|nick" },
  { "customers", "account", "会员账号|会员名|买家会员名|旺旺|账号|帳號|account|username" },
  { "customers", "phone", "客户手机号|会员手机号|手机号码|手机号|手机|手機|联系电话|电话|phonenumber|phone|mobile|tel" },
  { "customers", "email", "电子邮箱|邮箱|email|emailaddress" },
  { "customers", "address", "收货地址|详细地址|地址|address" },
  { "customers", "birthday", "客户生日|会员生日|生日|birthday|dateofbirth" },
  { "customers", "gender", "客户性别|性别|性別|gender|sex" },
  { "customers", "tags", "客户标签|标签|標籤|客户分组|分组|tags" },
  { "customers", "grade", "会员等级|客户等级|等级|等級|grade|tier|level" },
  { "customers", "points", "会员积分|客户积分|积分|積分|loyaltypoints|points" },
  { "customers", "currency", "币种|货币|currency|currencycode" },
  { "customers", "balance", "储值余额|余额|餘額|balance" },
  { "customers", "n_orders", "消费次数|交易笔数|成交笔数|订单数|totalorders|orders" },
  { "customers", "spent", "累计消费|消费金额|交易总额|成交金额|totalspent|spent" },
  { "customers", "refunded", "退款金额|refunded" },
  { "customers", "bought_at", "上次消费时间|最近交易时间|最近购买时间|最后交易时间|lastorderdate|lastorder" },
  { "customers", "joined_at", "首次交易时间|注册时间|加入时间|入会时间|customersince|joined|createdat" },
  { "customers", "note", "客户备注|备注|備註|notes|note|remark|memo" },
};

/* Which columns most often tell one row from another where there are no numbers. */
static const struct { const char *kind, *fields; } KEYS[] = {
  { "orders", "buyer|created|paid_at|title|line.title" },
  { "refunds", "order_number|buyer|asked_at|title" },
  { "reviews", "buyer|written_at|words" },
  { "bill", "at|amount|party|title" },
  { "stock", "title|variant|place" },
  { "customers", "account|phone|email|name" },
};

/* Where the number is one of the other fields, the first that there is. */
static const struct { const char *kind, *fields; } NUMBERS[] = {
  { "customers", "account|phone|email" },
};

static const char *
find_words (const char *kind,
            const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (WORDS[i].kind, kind) && g_str_equal (WORDS[i].field, field))
      return WORDS[i].words;

  return "";
}

static void
add_field (GArray             *fields,
           const char         *kind,
           const DaybookTable *table,
           guint               field)
{
  const char *name = table->fields[field].name;
  const DaybookMappingField row = { name, table, field, DAYBOOK_MAPPING_ROW, find_words (kind, name), NULL };
  DaybookTarget target;

  if (daybook_target_parse (name, table, NULL, &target))
    g_array_append_val (fields, row);
}

/* The number first, then as the registry has them. */
static GArray *
list_fields (const char         *kind,
             const DaybookTable *table)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (DaybookMappingField));
  int number = daybook_table_field (table, "number");

  add_field (fields, kind, table, (guint) number);
  for (guint i = 0; i < table->n_fields; i++)
    if ((int) i != number)
      add_field (fields, kind, table, i);
  return fields;
}

static DaybookMappingKind
make_kind (const char *name)
{
  DaybookMappingKind kind = { name, NULL, daybook_form_kind_about (name), ORDER_FIELDS, G_N_ELEMENTS (ORDER_FIELDS) };

  kind.label = kind.table == &daybook_memberships ? daybook_customers.labels : kind.table->labels;
  if (kind.table != &daybook_orders)
    {
      GArray *fields = list_fields (name, kind.table);

      kind.n_fields = fields->len;
      kind.fields = (const DaybookMappingField *) (gpointer) g_array_free (fields, FALSE);
    }
  return kind;
}

static GArray *
list_kinds (void)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (DaybookMappingKind));
  const char *name;

  for (guint i = 0; (name = daybook_form_kind_at (i)) != NULL; i++)
    if (daybook_mapping_takes_kind (name))
      {
        DaybookMappingKind kind = make_kind (name);

        g_array_append_val (kinds, kind);
      }
  return kinds;
}

const DaybookMappingKind *
daybook_mapping_kinds (guint *n_kinds)
{
  static GArray *kinds = NULL;

  if (g_once_init_enter (&kinds))
    g_once_init_leave (&kinds, list_kinds ());
  if (n_kinds != NULL)
    *n_kinds = kinds->len;
  return &g_array_index (kinds, DaybookMappingKind, 0);
}

const DaybookMappingKind *
daybook_mapping_kind_find (const char *name)
{
  guint n_kinds;
  const DaybookMappingKind *kinds = daybook_mapping_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];

  return NULL;
}

gboolean
daybook_mapping_field_is_key (const DaybookMappingKind  *kind,
                              const DaybookMappingField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++)
    if (g_str_equal (KEYS[i].kind, kind->name))
      {
        g_auto (GStrv) names = g_strsplit (KEYS[i].fields, "|", -1);

        return g_strv_contains ((const char *const *) names, field->name);
      }

  return FALSE;
}

char **
daybook_mapping_kind_numbers (const DaybookMappingKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    if (g_str_equal (NUMBERS[i].kind, kind->name))
      return g_strsplit (NUMBERS[i].fields, "|", -1);

  return g_new0 (char *, 1);
}

const char *
daybook_mapping_field_label (const DaybookMappingField *field)
{
  return _(field->label != NULL ? field->label : field->table->fields[field->field].label);
}
