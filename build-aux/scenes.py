# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person can see of Daybook, scene by scene, for build-aux/screenshots.

A walk is a way through one book; each of its scenes leaves the window as it is
for a picture, and `leave` what the next one starts from."""

import re
import traceback
from pathlib import Path

import desk
import journey
import tmall

ROOT = Path(__file__).resolve().parent.parent

# The pages of the window, as its own table names them.
PAGE = re.compile(r'^  \{ "(\w+)", N_', re.MULTILINE)
PAGES = PAGE.findall((ROOT / "src" / "app" / "window" / "page-table.c").read_text())

# Without a window manager the window draws an edge that belongs to no picture.
EDGE = 5

ORDER = re.compile(r"[¥$]")
SHIPPED = re.compile(r"(?:Shipped|已[发發出][货貨]).*[¥$]")

# Orders of a file that takes some seconds.
MANY = 150_000

UNKNOWN = """单子,客人,金额,下单,货
A-1001,陈静,128.00,2026-11-19 10:00:00,白瓷盖碗
A-1002,李磊,56.00,2026-11-20 11:30:00,茶针
"""
GUESTBOOK = """谁写的,评价日期,星数,评价内容,追加评价,掌柜的话,手写编号,哪一件,收录人,收录日期,页码,店里跟进
陈静,2026-11-19,5,白瓷盖碗很漂亮,,谢谢,1,白瓷盖碗,小林,2026-11-20,3,
李磊,2026-11-20,2,茶针弯了,,,2,茶针,小林,2026-11-20,3,换货
"""
REFUNDS = """订单编号,退款编号,买家退款金额,是否需要退货,退款的申请时间,超时时间,退款状态,货物状态,退货物流单号,退货物流公司,买家退款原因,买家退款说明
%s,120002,56.00,是,2026-11-20 11:00:00,2026-11-28 11:00:00,买家已经退货，等待卖家确认收货,买家已退货,SF1234567890123,顺丰速运,口味不合,想换红茶
"""

# A report that names neither buyer nor status.
REPORT = """订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付
2893812345678901234,1,无,56.00,0.00,56.00,56.00,2026-11-20 11:00:00,2026-11-20 11:02:00,白瓷盖碗,0.00,否
"""

# As a page shows them, with what stands above them.
REVIEWS = """Reviews
t**8
2026-11-20 10:03
★★★★★
The cup is thin and light
Reply: thank you

z**9
2026-11-21 09:00
Rating: 1
It came broken
"""
BILL = """账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
9001,b,T200P%s,安溪铁观音,2026-11-20 10:03:30,chen***@163.com,312.00,0.00,1312.00,支付宝,交易付款,
9002,b,T200P%s,安溪铁观音,2026-11-21 09:00:00,chen***@163.com,0.00,-56.00,1256.00,支付宝,交易退款,
9003,b,,提现,2026-11-21 12:00:00,,0.00,-500.00,756.00,支付宝,提现,
"""
STOCK = """SKU,商品名称,库存,仓库
TEA-01,安溪铁观音 清香型 250g,12,杭州
TEA-02,普洱 熟茶 357g,0,杭州
"""


class Walk:
    """A way through one book in one session: takes the pictures."""

    def __init__(self, session, build, size, save):
        """save(name) takes the picture of what is on the screen."""
        self.j = journey.Journey("screenshots", build, session)
        self.j.environment()
        self.size = size
        self.save = save
        self.app = None
        self.missed = []

    @property
    def is_narrow(self):
        """Whether one pane is shown at a time."""
        return self.size[0] < 500

    def word(self, text, context=None):
        """See journey.Journey.word()."""
        return self.j.word(text, context)

    def start(self, *arguments):
        """Opens the window at the walk's size."""
        self.app = self.j.start(*arguments)
        self.app.resize(self.size[0] + 2 * EDGE, self.size[1] + 2 * EDGE)
        self.app.settle()
        return self.app

    def turn(self, page, *book):
        """Shows a page, wherever the window is now."""
        self.j.give(*book, "--page", page)
        self.app.settle()

    def scene(self, name, *ways, moving=False):
        """Goes the ways one after the other and takes a picture: what one of
        them misses is told at the end, and the walk goes on. `moving`: what is
        seen does not come to rest, or not for long."""
        try:
            for way in ways:
                way()
            if not moving:
                self.app.settle()
            self.save(name)
        except Exception:  # pylint: disable=broad-exception-caught
            traceback.print_exc()
            self.missed.append(name)

    def leave(self, *keys):
        """Strikes keys that close what is open."""
        self.app.key(*keys)
        self.app.settle()

    def key(self, *keys):
        """A way: keys."""
        return lambda: self.app.key(*keys)

    def type(self, text):
        """A way: a text where the focus is."""
        return lambda: self.app.type(text)

    def press(self, name, role="button"):
        """A way: a button or an item of a menu."""
        return lambda: self.app.press(self.word(name), role)

    def click(self, name, role="label", button=1):
        """A way: a click in the middle of something."""
        return lambda: self.app.click(self.app.find(role, self.word(name)), button)


def pages(walk):
    """Every page of the sample shop, as it opens."""
    walk.start("--sample")
    for page in PAGES:
        walk.scene(page, lambda page=page: walk.turn(page, "--sample"))


def select_shipped(walk):
    """Selects an order that is on its way. In the small hours none of them is of yesterday,
    and the newest stands a screen further down."""
    app = walk.app
    app.find("row", ORDER)
    for _ in range(10):
        if app.has("row", SHIPPED):
            break
        app.key("Page_Down")
        app.settle()
    app.click(app.find("label", None, app.find("row", SHIPPED)))


def open_shipped_order(walk):
    """Opens an order that is on its way: its panel has something to show."""
    select_shipped(walk)
    walk.app.key("Return")


def eye(walk):
    """Presses the eye of the buyer."""
    button = walk.app.find("button", re.compile("^" + walk.word("Show in Full")))
    walk.app.bring_to_sight(button)
    button.press()


def panels(walk):
    """The panel of an order, and what is done in it."""
    walk.start("--sample", "--page", "orders")
    walk.scene("panel", lambda: open_shipped_order(walk))
    walk.scene("panel-eye", lambda: eye(walk))
    walk.scene("panel-flag", walk.press(walk.word("Flag: %s") % walk.word("Red", "flag")))
    walk.scene("panel-note", walk.key("n"), walk.type("call back, the cup came broken"))
    walk.scene("panel-note-saved", walk.key("ctrl+Return"))
    walk.scene("panel-agents", walk.key("a"), walk.key("space"))
    walk.leave("Escape")
    walk.scene("panel-end", walk.click("Everything From This Customer", "button"))


def other_panels(walk):
    """The panels of a customer, a product, an act."""
    walk.start("--sample")
    for page, place in (("customers", "table row"), ("products", "table row"), ("history", "list item")):
        def open_one(page=page, place=place):
            walk.turn(page, "--sample")
            within = walk.app.find("list", walk.word("History")) if page == "history" else None
            walk.app.find(place, None, within)
            walk.app.click(walk.app.find("label", None, walk.app.find_all(place, None, within)[3]))
            if page != "history":
                walk.app.key("Return")

        walk.scene(f"panel-{page}", open_one)
        walk.leave("Escape")


def select(walk, *keys):
    """Selects rows, an order on its way the first."""
    select_shipped(walk)
    walk.app.key(*keys)


def list_habits(walk):
    """What is above and below a list."""
    walk.start("--sample", "--page", "orders")
    walk.scene("find", walk.key("ctrl+f"), walk.type("15"))
    walk.leave("Escape")
    walk.scene("bulk", lambda: select(walk, "shift+Down", "shift+Down"))
    walk.scene("bulk-note", walk.press("Note"))
    walk.turn("orders", "--sample")
    walk.scene("trashed", lambda: select(walk, "shift+Down", "Delete"))
    walk.scene("trash-rows", lambda: walk.turn("trash", "--sample"))
    walk.turn("orders", "--sample")
    walk.scene("columns", walk.click("Choose the Columns", "button"))
    walk.leave("Escape")
    walk.scene("filter-editor", walk.key("ctrl+shift+f"))
    walk.scene("filter-problem", walk.press("Add Filter"))
    walk.turn("orders", "--sample")
    walk.scene("view-options", walk.click("View Options", "button"))
    walk.leave("Escape")


def views(walk):
    """Saved views: their filters, saving, the menu in the sidebar, the dialog."""
    walk.start("--sample", "--page", "orders")
    walk.scene("sidebar", walk.key("F9"))
    walk.scene("view", lambda: desk.turn_to(walk.j, "Unpaid"))
    walk.scene("view-saver", walk.key("ctrl+k"), walk.type(walk.word("Save the Filters as a View")),
               walk.key("Return"))
    walk.scene("view-saved", walk.type("Mine to ask"), walk.key("Return"))
    walk.leave("F9")
    walk.scene("view-menu", lambda: walk.app.click(
        walk.app.find("label", "Mine to ask", walk.app.find("list", walk.word("Places"))), 3))
    walk.leave("Escape")
    walk.scene("view-dialog", walk.key("F2"))
    walk.leave("Escape")


def knowledge(walk):
    """What the shop knows: found, read, compared, written and told."""
    walk.start("--sample")
    sought = {"zh_CN": "运费", "zh_TW": "運費"}.get(walk.j.session.language, "freight")
    walk.turn("knowledge", "--sample")
    walk.scene("articles-found", walk.key("ctrl+f"), walk.type(sought))
    walk.scene("article", lambda: walk.app.click(walk.app.find("label", None, walk.app.find_all("table row")[2])), walk.key("Return"))
    walk.scene("article-edit", walk.key("F4"))
    walk.leave("Escape")
    walk.scene("phrases", lambda: walk.turn("cases.inquiry", "--sample"), walk.key("Home"), walk.key("r"))
    walk.leave("Escape")
    walk.scene("answers", walk.key("n"), walk.type(sought))
    walk.scene("told", walk.key("alt+1"))


def dialogs(walk):
    """Menus, the palette, preferences, help."""
    walk.start("--sample", "--page", "orders")
    walk.scene("palette", walk.key("ctrl+k"))
    walk.scene("palette-found", walk.type("1472"))
    walk.scene("palette-commands", walk.key("ctrl+a"), walk.type(walk.word("Undo")))
    walk.scene("palette-nothing", walk.key("ctrl+a"), walk.type("zzzqq"))
    walk.leave("Escape", "Escape")
    if walk.is_narrow:
        walk.leave("F9")
    walk.scene("menu", walk.key("F10"))
    walk.leave("Escape")
    walk.scene("shortcuts", walk.key("ctrl+question"))
    walk.leave("Escape")
    walk.scene("preferences", walk.key("ctrl+comma"))
    for page in ("_People", "_Data"):
        walk.scene("preferences" + page.lower().replace("_", "-"),
                   lambda page=page: walk.app.click(walk.app.find_all("label", walk.word(page))[0]))
    walk.leave("Escape")
    walk.scene("about", walk.key("ctrl+k"), walk.type(walk.word("About Daybook")), walk.key("Return"))
    walk.leave("Escape")


def first_day(walk):
    """An empty book, a first import, a table of the shop's own."""
    walk.start()
    walk.scene("start")
    for page in PAGES:
        walk.scene(f"empty-{page}", lambda page=page: walk.turn(page))
    path = tmall.write(walk.j.session.home / "ExportOrderList202611221800.csv", ruined=True)
    walk.scene("import-preview", lambda: walk.j.give(path))
    walk.scene("import-result", walk.press("_Import"))
    walk.scene("import-result-orders", walk.press("Show the _Orders"))
    walk.scene("import-again", lambda: walk.j.give(path))
    walk.scene("imports-one", walk.press("_Leave It"))
    table = walk.j.session.home / "单子.csv"
    table.write_text(UNKNOWN, encoding="utf-8")
    walk.scene("mapping", lambda: walk.j.give(table))
    walk.scene("mapping-money", lambda: walk.app.bring_to_sight(walk.app.find("label", walk.word("Decimal sign"))))
    walk.app.press(walk.word("_Leave It"))
    table.write_text(GUESTBOOK, encoding="utf-8")
    walk.scene("mapping-reviews", lambda: walk.j.give(table))
    walk.app.press(walk.word("_Leave It"))
    walk.scene("view-empty", lambda: walk.turn("orders"), walk.key("F9"),
               lambda: desk.turn_to(walk.j, "No Tracking Number"))


def reading(walk):
    """A large file, of which the first rows are shown while the others are read."""
    walk.start()
    orders = [(str(3802000000000000000 + at), *tmall.ORDERS[at % len(tmall.ORDERS)][1:]) for at in range(MANY)]
    path = tmall.write(walk.j.session.home / "ExportOrderList202611221800.csv", orders)
    walk.scene("reading", lambda: walk.j.give(path), lambda: walk.app.find("label", re.compile(orders[0][0])),
               moving=True)


def watched(walk):
    """Problem rows, and a folder in which exports come."""
    home = walk.j.session.home
    folder = desk.make_downloads(walk.j)
    path = tmall.write(home / "ExportOrderList202611221800.csv", ruined=True)
    walk.start(path)
    walk.press("_Import")()
    walk.press("_Done")()
    walk.app.settle()
    walk.scene("imports-problems", walk.click(path.name))
    walk.leave("ctrl+comma")
    walk.app.click(walk.app.find_all("label", walk.word("_Data"))[0])
    walk.scene("preferences-watch", lambda: desk.toggle(walk.j, "Watch a folder for exports"))
    walk.leave("Escape")
    walk.turn("orders")
    tmall.write(folder / "ExportOrderList202611231800.csv")
    tmall.write(folder / "ExportOrderDetailList 2026-11-23 with a long name (1).csv")
    walk.scene("watch-toast", lambda: walk.app.find("button", walk.word("Show")))
    walk.scene("watch-offered", walk.press("Show"))
    folder.rename(home / "away")
    walk.scene("watch-gone", lambda: walk.app.find("label", re.compile("Downloads”|Downloads」")))


def refunds(walk):
    """A list of refunds, and an order that it tells of."""
    walk.start()
    walk.j.give(tmall.write(walk.j.session.home / "ExportOrderList202611221800.csv"))
    walk.app.press(walk.word("_Import"))
    walk.app.press(walk.word("_Done"))
    number = tmall.ORDERS[3][0]
    path = walk.j.session.home / "refunds.csv"
    path.write_text(REFUNDS % number, encoding="utf-8")
    walk.scene("refunds-preview", lambda: walk.j.give(path), lambda: walk.app.find("button", walk.word("_Import")))
    walk.scene("refunds-result", walk.press("_Import"))
    walk.turn("orders")
    walk.scene("panel-after-sales", lambda: walk.app.click(walk.app.find("label", number)), walk.key("Return"),
               lambda: walk.app.bring_to_sight(walk.app.find("label", walk.word("After-Sales"))))


def feeds(walk):
    """What a file tells, and what files can tell."""
    walk.start()
    path = walk.j.session.home / "report.csv"
    path.write_text(REPORT, encoding="utf-8")
    title = walk.word("What This File Tells")
    walk.scene("feeds-closed", lambda: walk.j.give(path), lambda: walk.app.bring_to_sight(walk.app.find("label", title)))
    walk.scene("feeds", lambda: walk.app.click(walk.app.find("label", title)), walk.app.settle,
               lambda: walk.app.bring_to_sight(walk.app.find("label", re.compile("ExportItemList"))))
    walk.press("_Leave It")()
    walk.scene("forms", walk.key("ctrl+k"), walk.type(walk.word("What Files Can Tell")), walk.key("Return"))
    walk.scene("forms-found", walk.type(walk.word("Pinduoduo", "platform")))
    walk.scene("forms-none", walk.key("ctrl+a"), walk.type("zzzqq"))
    walk.leave("Escape")


def bills(walk):
    """Orders, a bill that does not agree with one, and a list of stock."""
    walk.start()
    number = tmall.ORDERS[3][0]
    files = {"bill.csv": BILL % (number, number), "stock.csv": STOCK}
    walk.j.give(tmall.write(walk.j.session.home / "ExportOrderList202611221800.csv"))
    walk.app.press(walk.word("_Import"))
    walk.app.press(walk.word("_Done"))
    for name, text in files.items():
        path = walk.j.session.home / name
        path.write_text(text, encoding="utf-8")
        walk.j.give(path)
        walk.app.press(walk.word("_Import"))
        walk.app.press(walk.word("_Done"))
    walk.scene("payments", lambda: walk.turn("payments"))
    walk.scene("payment", lambda: walk.app.click(walk.app.find("label", walk.word("Refunded", "payment"))), walk.key("Return"))
    walk.scene("stock", lambda: walk.turn("stocks"))
    walk.turn("orders")
    walk.scene("panel-bills", lambda: walk.app.click(walk.app.find("label", number)), walk.key("Return"),
               lambda: walk.app.bring_to_sight(walk.app.find("label", walk.word("Payments"))))


def exports(walk):
    """A list on its way out."""
    walk.start("--sample", "--page", "orders")
    walk.scene("export", walk.key("ctrl+e"))
    walk.scene("exported", walk.key("ctrl+a"), walk.type(str(walk.j.session.home / "orders.xlsx")), walk.press("_Export"))
    walk.turn("customers", "--sample")
    walk.scene("list-options", walk.click("List Options", "button"))
    walk.leave("Escape")


def broken(walk):
    """Files that are none."""
    walk.start()
    folder = walk.j.session.home
    (folder / "photo.csv").write_bytes(b"%PDF-1.7 no table at all")
    (folder / "empty.csv").write_bytes(b"")
    walk.scene("import-not", lambda: walk.j.give(folder / "photo.csv"))
    walk.scene("import-waiting", lambda: walk.j.give(folder / "empty.csv"))
    walk.scene("import-empty", walk.press("_Done"))
    walk.press("_Done")()


def type_lines(walk, text):
    """Types a text of several lines."""
    for line in text.splitlines():
        walk.app.type(line)
        walk.app.key("Return")


def pasted(walk):
    """Reviews that are copied from a page."""
    walk.start()
    walk.turn("imports")
    walk.scene("paste", walk.press("_Paste Reviews…"))
    walk.scene("paste-nothing", walk.type("hello"))
    walk.scene("paste-reviews", walk.key("ctrl+a"), lambda: type_lines(walk, REVIEWS))
    walk.scene("paste-preview", walk.key("ctrl+Return"))
    walk.scene("paste-result", walk.press("_Import"))
    walk.scene("paste-imports", walk.press("_Done"))


def failure(walk):
    """A book that is none."""
    walk.j.data.mkdir(parents=True)
    (walk.j.data / "daybook.db").write_bytes(b"not a database" * 1000)
    walk.start()
    walk.scene("failure")


WALKS = [pages, panels, other_panels, list_habits, views, knowledge, dialogs, first_day, reading, watched, refunds, bills, feeds,
         exports, broken, pasted, failure]
