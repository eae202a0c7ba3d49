#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seeds that the fuzzers start from: seeds.py FOLDER"""

import io
import pathlib
import struct
import sys
import zipfile

TABLE = (
    '订单编号,买家会员名,订单状态,总金额,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类\r\n'
    '="1930679858170647",小鱼儿,"卖家已发货，等待买家确认",62.86,2018-05-16 09:38:00,2018/5/16 9:41,甲，乙,2\r\n'
    "'1930679858170648\t,张*,交易关闭,1.93E+15,'null,,\"一\n\"\"二\"\"\",1\r\n"
)
SHOPIFY = (
    'Name,Email,Financial Status,Created at,Total,Currency,Lineitem name,Lineitem quantity\n'
    '#1001,a@b.c,paid,2024-05-01 10:00:00 +0000,10.00,USD,"Cup, large",1\n#1001,,,,,,Plate,2\n'
)
EBAY = (
    '"",""\nSales Record Number,Order Number,Buyer Username,Item Title,Quantity,Sold For,Total Price,Sale Date,Paid On Date\n'
    '83,12-34567-89012,ann,,3,,"$1,325.00",Jul-25-26,Jul-26-26\n83,,,Cup,1,US $5.00,,,\n"2 record(s) downloaded"\n'
)
AMAZON = (
    'amazon-order-id,purchase-date,order-status,sku,item-status,quantity,currency,item-price,item-tax,ship-promotion-discount\n'
    '701-1,2026-04-10T09:15:00Z,Shipped,A,Cancelled,0,,,,\n701-1,2026-04-10T09:15:00Z,Shipped,B,Shipped,2,EUR,10.00,1.00,-0.50\n'
)
DOUYIN = (
    '主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单状态,售后状态,快递信息\n'
    '1001\t,1001;1002,杯子;盘子,2;1,52.50,2026-09-22 00:54:10,已发货,-,SF1-顺丰速运\n'
    '1003,1003,碗,1,9.90,2026-09-22 00:54:10,已完成,退款成功,SF2-顺丰速运\n1003,1004,勺,1,-,-,已关闭,-,-\n'
)
SHEET = (
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    '<row><c t="inlineStr"><is><t>19306</t></is></c><c s="1"><v>43236.4</v></c>'
    '<c t="str"><v>x</v></c><c t="b"><v>1</v></c><c t="d"><v>2020-02-01T00:00:00</v></c><c><v>1.5E3</v></c></row>'
    '</sheetData></worksheet>'
)
BOOK = (
    '<sst><si><t>订单编号</t></si><si><r><t>订单</t></r><rPh><t>x</t></rPh><r><t>状态</t></r></si></sst>',
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="a"/></sheets></workbook>',
)
CONTENT = (
    '<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>'
    '<table:table-cell office:value-type="string"><text:p>订单编号</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>订<text:s text:c="2"/>单</text:p>'
    '<text:p>状<text:line-break/>态<office:annotation><text:p>x</text:p></office:annotation></text:p></table:table-cell>'
    '<table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">'
    '<table:table-cell office:value-type="float" office:value="19306" table:number-columns-repeated="2"/>'
    '<table:table-cell office:value-type="date" office:date-value="2018-05-16T09:38:00.9"/>'
    '<table:table-cell office:value-type="time" office:time-value="PT09H38M00S"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true" table:formula="of:=1"/>'
    '</table:table-row></table:table><table:table table:name="b"/></office:spreadsheet></office:body></office:document-content>'
)
MANIFEST = '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
PAGE = (
    '商品评价\n好评\n中评\nt**8（匿名）\n2026年11月20日已购：颜色分类：白色；尺码：M\n杯子很厚实。\n收货3天后追加：\n还是好\n商家回复：谢谢\n\n'
    'jd_1****x\nPLUS会员\n★★★★☆\n不错\n白色 M 2026-11-20 10:03\n回复：好\n2026.11.21 09:00:07\n'
    '买家：张三\n评价时间：2026/11/20\n评分：5星\n订单编号：1234\n[追加评价] 2026-11-25 坏了\n【掌柜回复】已补发\n差评\n'
)
TEXTS = (
    '="1930679858170647"', "'0012", '1.93068E+15', '¥1,325.00', '131.77(已退款89.84)', '116,99 €', '0元',
    '2018-05-16 09:38:00', '2016/5/23 22:02', '09/03/26', 'Sep-30-26 23:45:00', '10-Dez-25', 'DD. Mon YYYY', '2019-03-15T10:00:00.000Z', '2024-05-01 10:00:00 +0000',
    '江苏省 扬州市 null 某某路1号', '广东省东莞市万江街道', '1******6198', '导出时间：[2023-02-13 09:12:52]',
    'ExportOrderList202302141200.csv',
)


def write(folder, name, data):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def frame(kind, index, text=''):
    """One frame of what daybook-xls tells (exchange/xls-frame.h)."""
    return struct.pack('=III', kind, index, len(text.encode())) + text.encode()


def told():
    """A workbook as daybook-xls tells it: a list of sheets, and the rows of one."""
    sheets = frame(1, 0, 'a') + frame(1, 1, '订单') + frame(5, 2)
    rows = frame(2, 0, '订单编号') + frame(2, 1, '订单状态') + frame(4, 1) + frame(3, 0, '19306') + frame(4, 2) + frame(5, 2)
    return struct.pack('<H', len(sheets)) + sheets + rows


def archive():
    """A ZIP of two tables."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as file:
        file.writestr('订单.csv', TABLE)
        file.writestr('readme', 'nothing')
    return packed.getvalue()


def main(target):
    csv = target / 'csv'
    for name, text in (('taobao', TABLE), ('shopify', SHOPIFY), ('ebay', EBAY), ('amazon', AMAZON), ('douyin', DOUYIN)):
        write(csv, name, text.encode())
        write(csv, name + '-tab', text.replace(',', '\t').encode())
        write(csv, name + '-semicolon', ('sep=;\n' + text.replace(',', ';')).encode())
    write(csv, 'gb18030', TABLE.encode('gb18030'))
    write(csv, 'utf-16', TABLE.encode('utf-16'))
    write(csv, 'marked', TABLE.encode('utf-8-sig'))
    write(csv, 'western', 'Order;Name\n1;Jürgen\n'.encode('cp1252'))
    write(csv, 'html', b'<html><table></table></html>')
    write(target / 'xlsx', 'whole', '\x1e'.join((SHEET,) + BOOK).encode())
    write(target / 'xlsx', 'sheet', SHEET.encode())
    write(target / 'ods', 'whole', '\x1e'.join((CONTENT, MANIFEST)).encode())
    write(target / 'ods', 'content', CONTENT.encode())
    write(target / 'xls', 'told', told())
    write(target / 'zip', 'archive', archive())
    write(target / 'zip', 'files', ('a.csv\n' + TABLE + '\x1eb/readme.txt\nnothing\x1ec.csv\n' + SHOPIFY).encode())
    write(target / 'paste', 'page', PAGE.encode())
    write(target / 'paste', 'cells', PAGE.replace('\n', '\t').encode())
    write(target / 'paste', 'blanks', PAGE.replace('\n', '\r\n\r\n').encode())
    for number, text in enumerate(TEXTS):
        write(target / 'text', str(number), text.encode())
    data = pathlib.Path(__file__).parents[2] / 'data'
    for name, folder in (('profile', 'platforms'), ('register', 'registers')):
        for path in sorted((data / folder).glob('*.json')):
            write(target / name, path.name, path.read_bytes())
    write(target / 'mapping', 'mapping', b'{"platform": "generic", "columns": {"paid": "a"}, "key": ["b", "c"]}')


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]))
