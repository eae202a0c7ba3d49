#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seeds that the fuzzers start from: seeds.py FOLDER"""

import base64
import io
import pathlib
import struct
import sys
import zipfile
import zlib

DATA = pathlib.Path(__file__).parents[2] / 'data'
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
LINES = (
    '退货 张三 1234567890123456789 运费我们出 明天10点 @小王 #易碎', '退貨張三1234567890123456789運費我們出後天下午３點半＠小王＃易碎',
    'return Ann 111-1234567-1234567 by Friday 5pm @007 #fragile', '催 SF1234567890123 半小时后', 'R-A2031 回电 13812345678 月底',
    'call in 2 hours 30 min, Dec 1st 2027 9:30 am', '订单 1001 周五晚8点前 下月5号 2026-12-01 11-30 14:00',
)
OUTGOING = (
    '亲，我 不 能 给您退，加*微*信 13812341234，把密碼告诉我', 'I can’t s e n d the p a s s w o r d to ann@example.com, WeChat ID: ann_2026',
    '微信号码是：abc123 QQ12345678 +886 912 345 678 最近\u200b最好😀。',
)
PHRASES = (
    'Dear {customer|there}, your order {order} {?colour} {{ }} {custmer} {\n---\n{greeting}｛nick｜亲｝，{？颜色} {{case}}',
    'too dear -> bargain_gift\n还是嫌贵 -> bargain_no\n',
)
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

# 16 × 16 pixels, in one scan and in several.
JPEG = base64.b64decode(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9'
    'lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABAD'
    'ASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFRABAQAAAAAAAAAAAAAAAAAAABP/xAAUAQEAAAAAAAAAAAAAAAAAAAAF/8QAFhEA'
    'AwAAAAAAAAAAAAAAAAAAABVh/9oADAMBAAIRAxEAPwDGoUS0KEFsFGFP/9k='
)
PROGRESSIVE = base64.b64decode(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9'
    'lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wgARCAAQABAD'
    'ASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/aAAwDAQACEAMQAAABxJEK/8QAFRABAQAAAAAA'
    'AAAAAAAAAAAAABH/2gAIAQEAAQUCqqr/xAAVEQEBAAAAAAAAAAAAAAAAAAAAFP/aAAgBAwEBPwGh/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAI'
    'AQIBAT8Bmf/EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEABj8CH//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEAAT8hAf/aAAwDAQACAAMA'
    'AAAQ8//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAEDAQE/EKf/xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAgEBPxCH/8QAFBABAAAAAAAA'
    'AAAAAAAAAAAAIP/aAAgBAQABPxAB/9k='
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


def chunk(kind, data=b''):
    """One chunk of a PNG."""
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(depth, colours, interlaced, rows, *more):
    """A PNG of 4 × 2 pixels."""
    return b''.join((b'\x89PNG\r\n\x1a\n', chunk(b'IHDR', struct.pack('>IIBBBBB', 4, 2, depth, colours, 0, 0, interlaced)),
                     *more, chunk(b'IDAT', zlib.compress(rows)), chunk(b'IEND')))


def tiff(order, packing, strip):
    """A TIFF of 4 × 2 pixels of three bytes."""
    at = 8 + 2 + 9 * 12 + 4
    entries = ((256, 3, 4), (257, 3, 2), (258, 3, 8), (259, 3, packing), (262, 3, 2), (273, 4, at), (274, 3, 6), (277, 3, 3),
               (279, 4, len(strip)))
    packed = (struct.pack(order + ('HHIHxx' if kind == 3 else 'HHII'), tag, kind, 1, value) for tag, kind, value in entries)
    mark = b'II' if order == '<' else b'MM'
    return mark + struct.pack(order + 'HIH', 42, 8, len(entries)) + b''.join(packed) + bytes(4) + strip


def photos():
    """A picture of each format, by name."""
    rows = bytes(range(24))
    exif = b'Exif\0\0II*\0' + struct.pack('<IHHHIII', 8, 1, 274, 3, 1, 6, 0)
    head = struct.pack('<2sIII', b'BM', 54 + 24, 0, 54)
    gif = b'GIF89a\4\0\2\0\x80\0\0\xff\0\0\0\0\xff!\xf9\4\1\0\0\1\0,\0\0\0\0\4\0\2\0\0\2\5\x04\x08\x10\x20\x50\0;'
    return {
        'jpeg': JPEG,
        'progressive': PROGRESSIVE,
        'turned': JPEG[:2] + struct.pack('>HH', 0xffe1, len(exif) + 2) + exif + JPEG[2:],
        'png': png(8, 2, 0, b'\0' + rows[:12] + b'\1' + rows[12:], chunk(b'tEXt', b'Comment\0x')),
        'alpha': png(8, 6, 1, bytes(40)),
        'palette': png(2, 3, 0, bytes((0, 27, 0, 228)), chunk(b'PLTE', rows[:12]), chunk(b'tRNS', b'\0\x80')),
        'grey': png(16, 0, 0, bytes(18)),
        'gif': gif,
        'bmp': head + struct.pack('<IiiHHIIIIII', 40, 4, -2, 1, 24, 0, 24, 0, 0, 0, 0) + rows,
        'bitfields': struct.pack('<2sIII', b'BM', 66 + 16, 0, 66) + struct.pack('<IiiHHIIIIII', 40, 4, 2, 1, 16, 3, 16, 0, 0, 0, 0)
                     + struct.pack('<III', 0xf800, 0x07e0, 0x001f) + rows[:16],
        'tiff': tiff('<', 1, rows),
        'deflate': tiff('>', 8, zlib.compress(rows)),
        'bits': tiff('<', 32773, b'\x17' + rows),
        'webp': b'RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0',
    }


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
    for number, text in enumerate(LINES):
        write(target / 'quick', str(number), text.encode())
    for number, text in enumerate(OUTGOING):
        for path in sorted((DATA / 'guard').glob('*.json')):
            write(target / 'guard', f'{number}-{path.name}', b'\x1e'.join((path.read_bytes(), text.encode(), b'13812341234')))
    for number, text in enumerate(PHRASES):
        write(target / 'phrase', str(number), text.encode())
    for name, data in photos().items():
        write(target / 'photo', name, data)
    for name, folder in (('profile', 'platforms'), ('register', 'registers'), ('phrase', 'phrases')):
        for path in sorted((DATA / folder).glob('*.json')):
            write(target / name, path.name, path.read_bytes())
    write(target / 'mapping', 'mapping', b'{"platform": "generic", "columns": {"paid": "a"}, "key": ["b", "c"]}')


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]))
