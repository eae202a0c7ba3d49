# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up export of Tmall's, for journeys: as the seller page gives it, in GBK."""

import csv
import io

# Some of the real names end with a blank.
HEADER = ("订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,"
          "买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,"
          "收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,"
          "宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,"
          "订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,"
          "特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,"
          "修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,新零售交易类型,"
          "新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,"
          "预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包,是否信用购,"
          "体验期结束时间,前N有礼,配送类型,主订单编号").split(",")

UNPAID, TO_SHIP, SHIPPED, DONE = ("等待买家付款", "买家已付款，等待卖家发货",
                                  "卖家已发货，等待买家确认", "交易成功")

# number, buyer, receiver, status, money, title
ORDERS = [
    ("3801000000000104417", "茶客一号", "张三丰", TO_SHIP, "128.00", "明前龙井 狮峰 100g"),
    ("3801000000000204528", "山中人", "李清照", TO_SHIP, "256.50", "手作紫砂壶 西施 200ml"),
    ("3801000000000304639", "听雨轩", "欧阳修", UNPAID, "99.00", "新会陈皮 十年 150g"),
    ("3801000000000404740", "南山菊", "陶渊明", SHIPPED, "312.00", "安溪铁观音 清香型 250g"),
    ("3801000000000504851", "长安客", "白居易", DONE, "45.90", "耐热玻璃品茗杯 四只装"),
    ("3801000000000604962", "江南雪", "柳如是", TO_SHIP, "780.00", "普洱熟茶饼 357g"),
]

# What Excel makes of an order number.
RUINED = "1.93068E+15"


def row_of(at, number, buyer, receiver, status, money, title):
    """One line of the file; `at` counts them, and the minutes between them."""
    minute = at % 59
    cells = {
        "订单编号": f'="{number}"' if number.isdigit() else number, "买家会员名": buyer,
        "买家应付货款": money, "买家应付邮费": "0.00", "总金额": money,
        "买家实际支付金额": "0.00" if status == UNPAID else money, "订单状态": status,
        "收货人姓名": receiver, "收货地址": "浙江省 杭州市 西湖区 龙井路1号", "运送方式": "快递",
        "联系手机": f"'1380013{at % 10000:04}", "订单创建时间": f"2026-11-20 10:{minute:02}:00",
        "订单付款时间": "" if status == UNPAID else f"2026-11-20 10:{minute + 1:02}:00",
        "宝贝标题": title, "宝贝种类": "1", "宝贝总数量": "1", "店铺名称": "山房茶舍"}
    if status in (SHIPPED, DONE):
        cells.update({"物流单号": f"No:SF14{at:011}", "物流公司": "顺丰速运"})
    return [cells.get(name.strip(), "") for name in HEADER]


def write(path, orders=None, ruined=False):
    """Writes orders (ORDERS where none are given), and after them, when asked
    for, one with a number that a spreadsheet has ruined."""
    rows = [row_of(at, *order) for at, order in enumerate(orders or ORDERS)]
    if ruined:
        rows.append(row_of(len(rows), RUINED, "路人甲", "王维", TO_SHIP, "10.00", "茶漏"))
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([HEADER, *rows])
    path.write_bytes(text.getvalue().encode("gbk"))
    return path
