/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Header rows as platforms write them (PLATFORMS §1.1). */

#define AMAZON_ORDERS \
  "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\t" \
  "quantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\trecipient-name\t" \
  "ship-address-1\tship-address-2\tship-address-3\tship-city\tship-state\tship-postal-code\tship-country\tship-phone-number\t" \
  "delivery-start-date\tdelivery-end-date\tdelivery-time-zone\tdelivery-Instructions\n"
/* Its 27 columns are not in PLATFORMS by name: from memory, and no price among them. */
#define AMAZON_UNSHIPPED \
  "order-id\torder-item-id\tpurchase-date\tpayments-date\treporting-date\tpromise-date\tdays-past-promise\tbuyer-email\tbuyer-name\t" \
  "buyer-phone-number\tsku\tproduct-name\tquantity-purchased\tquantity-shipped\tquantity-to-ship\tship-service-level\trecipient-name\t" \
  "ship-address-1\tship-address-2\tship-address-3\tship-city\tship-state\tship-postal-code\tship-country\tis-business-order\t" \
  "purchase-order-number\tprice-designation\n"
#define AMAZON_ALL \
  "amazon-order-id\tmerchant-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\tproduct-name\t" \
  "sku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\titem-promotion-discount\t" \
  "ship-promotion-discount\tship-city\tship-country\n"

#define ETSY_ORDERS \
  "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Street 2," \
  "Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount," \
  "Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees," \
  "Adjusted Net Order Amount,Buyer,Order Type,Payment Type\n"
#define ETSY_ITEMS \
  "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping," \
  "Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2," \
  "Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type\n"

#define EBAY_US \
  "Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer Address 1,Buyer Address 2,Buyer City," \
  "Buyer State,Buyer Zip,Buyer Country,Buyer Tax Identifier Name,Buyer Tax Identifier Value,Ship To Name,Ship To Phone," \
  "Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label," \
  "Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Item Location,Item Zip Code,Item Country,Total Price," \
  "eBay Collected Tax Included in Total,Payment Method,Commitment Date,Sale Date,Paid On Date,Ship By Date," \
  "Minimum Estimated Delivery Date,Maximum Estimated Delivery Date,Shipped On Date,Feedback Left,Feedback Received,My Item Note," \
  "PayPal Transaction ID,Shipping Service,Tracking Number,Transaction ID,Variation Details,eBay International Shipping\n"
/* PLATFORMS says how the words of the UK differ: "Post to ...", "Sales record number". */
#define EBAY_UK \
  "Sales record number,Order number,Buyer username,Buyer name,Buyer email,Buyer note,Post to name,Post to phone,Post to address 1," \
  "Post to address 2,Post to city,Post to county,Post to postcode,Post to country,Item number,Item title,Custom label,Quantity," \
  "Sold for,Postage and packaging,Total price,Payment method,Sale date,Paid on date,Post by date,Shipped on date,Tracking number," \
  "Transaction ID,Variation details\n"
#define EBAY_GERMAN \
  "Verkaufsprotokollnummer;Bestellnummer;Gesamtbetrag;Verkauft am;Zahlungsdatum;Nutzername des Käufers;Name des Käufers\n"

#define WOOCOMMERCE \
  "\"Order Number\",\"Order Status\",\"Order Date\",\"Customer Note\",\"First Name (Billing)\",\"Last Name (Billing)\"," \
  "\"Company (Billing)\",\"Address 1&2 (Billing)\",\"City (Billing)\",\"State Code (Billing)\",\"Postcode (Billing)\"," \
  "\"Country Code (Billing)\",\"Email (Billing)\",\"Phone (Billing)\",\"First Name (Shipping)\",\"Last Name (Shipping)\"," \
  "\"Address 1&2 (Shipping)\",\"City (Shipping)\",\"State Code (Shipping)\",\"Postcode (Shipping)\",\"Country Code (Shipping)\"," \
  "\"Item #\",SKU,Name,\"Product Variation\",Quantity,\"Quantity (- Refund)\",\"Item Cost\",\"Order Line (w/o tax)\"," \
  "\"Order Line Tax\",\"Order Line Total\",\"Order Line Total Refunded\",\"Order Line Total (- Refund)\",\"Image URL\"," \
  "\"Coupon Code\",\"Discount Amount\",\"Discount Amount Tax\",\"Payment Method Title\",\"Coupons Used\",\"Cart Discount Amount\"," \
  "\"Order Subtotal Amount\",\"Order Tax Amount\",\"Order Shipping Amount\",\"Order Refund Amount\",\"Order Total Amount\"," \
  "\"Order Total Tax Amount\",\"Total items\",\"Total products\"\n"

#define SHOPIFY_ALL \
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total," \
  "Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price," \
  "Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name," \
  "Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country," \
  "Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip," \
  "Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference," \
  "Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name," \
  "Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number," \
  "Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References\n"

#define TAOBAO_REPORT \
  "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付," \
  "主动赔付金额,主动赔付出账时间,商品属性SKU,C2B小额收款,确认收货打款金额,含应开票给个人红包,总金额(旧版)\n"
#define TAOBAO_DETAIL "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n"
#define TAOBAO_ITEMS \
  "子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,支付单号,买家应付货款,买家实际支付金额," \
  "退款状态,退款金额,订单创建时间,订单付款时间\n"
#define ALI_1688 \
  "订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费(元),涨价或折扣(元),实付款(元),订单状态,订单创建时间,订单付款时间," \
  "发货方,收货人姓名,收货地址,邮编,联系手机,货品标题,单价(元),数量,单位,货号,型号,OfferID,SKUID,货品种类,买家留言,物流公司运单号\n"
#define JD_ORDERS \
  "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址," \
  "联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间," \
  "订单来源,订单渠道,\n"
#define PDD_ORDERS \
  "订单成交时间,商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元)," \
  "商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号," \
  "快递公司\n"
#define DOUYIN_ORDERS \
  "主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码,订单应付金额,运费,收件人,收件人手机号,详细地址,订单提交时间,商家备注,订单完成时间," \
  "订单状态,售后状态,取消原因,发货时间,平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额\n"
#define WECHAT_SHOP \
  "订单号,订单下单时间,订单发货时间,订单确认收货时间,订单完成结算时间,订单状态,发货方式,收件人姓名,收件人地址,省,市,区,收件人手机,买家备注," \
  "商家备注,打标颜色,商品总价,订单实际支付金额,订单实际收款金额,订单运费,商品名称,商品编码(平台),商品属性,商品数量,商品售后,商品已退款金额\n"
#define YOUZAN_ORDERS \
  "订单号,销售渠道,归属店铺,订单类型,订单状态,推广方式,订单来源,订单创建时间,买家付款时间,交易成功时间,付款方式,支付流水号,商品金额合计,运费," \
  "店铺优惠合计,应收订单金额,订单实付金额,支付优惠合计,订单实收金额,订单退款状态,订单已退款金额,商家订单备注\n"
#define YOUZAN_CUSTOMERS "客户姓名,客户昵称,客户手机号,客户生日,客户性别,标签,是否会员,成长值,免费等级,付费等级,权益卡\n"
#define PAYPAL \
  "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"From Email Address\"," \
  "\"To Email Address\",\"Transaction ID\",\"Reference Txn ID\",\"Invoice Number\",\"Balance\"\n"
#define JUDGEME \
  "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date," \
  "picture_urls,ip_address,location\n"
#define ALIPAY_MERCHANT \
  "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\n"
#define TMALL_REFUNDS \
  "订单编号,退款编号,支付宝交易号,订单付款时间,商家编码,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款," \
  "是否需要退货,退款的申请时间,超时时间,退款状态\n"
