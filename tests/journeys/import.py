#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that come again, files nobody knows, files from another program; and
the way back to nothing."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

NUMBERS = [order[0] for order in tmall.ORDERS]
LATER = ("3801000000000705073", "桃花源", "杜子美", tmall.TO_SHIP, "66.00", "茉莉花茶 七窨 200g")

NEWER = ("3801000000000808074", "竹里馆", "王摩诘", tmall.TO_SHIP, "45.00", "茉莉花茶 七窨 100g")

RIGHT = ("3801000000000909075", "松风居", "陆鸿渐", tmall.TO_SHIP, "58.00", "碧螺春 明前 50g")

# A cell of which no field is made; a label is named with its heading.
HOW_SENT = re.compile("^快递( |$)")

UNKNOWN = """单子,客人,金额,下单,货
A-1001,陈静,128.00,2026-11-19 10:00:00,白瓷盖碗
A-1002,李磊,56.00,2026-11-20 11:30:00,茶针
"""


def again(j, path):
    """The same file twice, and undone."""
    _, app = j.word, j.app
    with j.step("a file that is given to the program opens in its preview"):
        app.find("heading", path.name)
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 6) % "6")
        app.press(_("_Done"))

    with j.step("given once more, to the window that is open, nothing in it is new"):
        j.give(path)
        app.find("label", _("Nothing in this file changes an order."))
        app.check_names()
        app.press(_("_Import"))
        app.find("heading", _("Everything Is Up to Date"))
        j.expect(desk.orders(j), NUMBERS)
        app.press(_("_Done"))

    with j.step("undone, the import leaves nothing behind"):
        app.click(app.find("label", path.name, app.find("list", _("Imports"))))
        app.press(_("_Undo This Import"))
        app.find("heading", _("Import Undone"))
        j.expect(desk.orders(j), [])
        app.press(_("_Done"))
        app.find("label", _("Undone", "import"))
        app.check_names()


def choose_column(j, field, column):
    """Opens a field's list of columns and goes down in it."""
    app = j.app
    app.choose(app.find("combo box", j.word(field)), *["Down"] * column, "Return")


def unknown(j):
    """A table of the shop's own."""
    _, app = j.word, j.app
    with j.step("a table that nobody knows is asked about, column by column"):
        table = j.session.home / "exports" / "单子.csv"
        table.parent.mkdir()
        table.write_text(UNKNOWN, encoding="utf-8")
        app.key("ctrl+o")
        desk.choose_file(j, table)
        app.find("heading", _("What Is in Which Column?"))
        app.find("label", _("What Comes of the First Rows"))
        app.check_names()

    with j.step("the columns are chosen, and the preview shows what comes of them"):
        choose_column(j, "Order number", 1)
        app.find("label", re.compile(re.escape(_("%s: %s") % (_("Order number"), "A-1001"))))
        choose_column(j, "Paid", 3)
        app.find("label", re.compile(re.escape(_("%s: %s") % (_("Paid"), "56.00"))))
        app.press(_("_Read the File"))
        app.find("label", "¥184.00", app.find("list", _("Sums of the file")))
        app.check_names()
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 2) % "2")
        app.press(_("_Done"))

    with j.step("how a column writes its amounts is guessed when it is said to hold them"):
        foreign = table.with_name("Liste.csv")
        foreign.write_text("Nr;Betrag;Datum\n7001;12,50;2026-11-19\n7002;1.234,50;2026-11-20\n", encoding="utf-8")
        app.key("ctrl+o")
        # Where the last one was.
        app.find("label", table.parent.name, app.find(None, _("Choose Files to Import")))
        desk.choose_file(j, foreign)
        app.find("heading", _("What Is in Which Column?"))
        app.find("label", _("A point: 1,234.56"))
        choose_column(j, "Order number", 1)
        choose_column(j, "Paid", 2)
        app.find("label", _("A comma: 1.234,56"))
        app.press(_("_Read the File"))
        app.find("label", "¥1,247.00", app.find("list", _("Sums of the file")))
        app.press(_("_Leave It"))

    with j.step("the next time the table is known"):
        j.give(table)
        app.find("label", _("Nothing in this file changes an order."))
        app.press(_("_Leave It"))


def dropped(j):
    """A file from another window."""
    _, app = j.word, j.app
    with j.step("a file dropped on the window opens in its preview"):
        files = app.drop(tmall.write(j.session.home / "dropped.csv"))
        app.find("heading", "dropped.csv")
        app.press(_("_Leave It"))
        app.find("list", _("Imports"))
        files.terminate()


def beside(j):
    """Another program on the same book."""
    _, app = j.word, j.app
    with j.step("what the command line imports appears in the open window"):
        desk.turn_to(j, "All Orders")
        app.gone("label", LATER[0])
        j.run("import", tmall.write(j.session.home / "later.csv", [LATER]))
        app.find("label", LATER[0])
        app.check_names()


def overtaken(j):
    """An older file comes in while the preview of a newer one is open."""
    _, app = j.word, j.app
    dearer = (*LATER[:4], "77.00", LATER[5])
    newest = tmall.write(j.session.home / "ExportOrderList202611232000.csv", [LATER])
    with j.step("a preview that another import has overtaken says so, with new figures"):
        j.give(newest)
        app.find("label", _("Nothing in this file changes an order."))
        j.run("import", tmall.write(j.session.home / "ExportOrderList202611231900.csv", [dearer]))
        app.press(_("_Import"))
        app.find("label", _("The book has changed since the file was read. These are the figures now."))
        app.check_names()

    with j.step("and what the newest file says is in the book"):
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 1) % "1")
        app.press(_("_Done"))
        desk.turn_to(j, "All Orders")
        app.find("label", "¥66.00")
        app.gone("label", "¥77.00")


def write_many(path, first, count, year):
    """A file of many orders, numbered from the first, a second apart."""
    rows = [f"{first + i},茶,10,10,交易成功,{year}-02-01 10:{i // 60:02}:{i % 60:02}" for i in range(count)]
    path.write_text("\n".join(["订单编号,宝贝标题,总金额,买家实际支付金额,订单状态,订单创建时间", *rows, ""]), encoding="utf-8")
    return path


def chosen(j):
    """Newer orders come while a row is chosen and another page is in view."""
    _, app = j.word, j.app
    with j.step("an import shows its orders where a row had been chosen"):
        j.run("import", write_many(j.session.home / "many.csv", 770000, 200, 2027))
        app.click(app.find("label", "770199"))
        j.give(write_many(j.session.home / "later.csv", 880000, 50, 2028))
        desk.import_orders(j, j.session.home / "later.csv")
        app.find("label", "880049")
        app.gone("label", re.compile("^7701"))


def shown(j):
    """The orders of one import."""
    _, app = j.word, j.app
    with j.step("after another import the list shows its orders, and no others"):
        j.give(tmall.write(j.session.home / "newer.csv", [NEWER]))
        desk.import_orders(j, j.session.home / "newer.csv")
        app.find("label", NEWER[0])
        app.gone("label", LATER[0])
        app.check_names()

    with j.step("the chip that says so can be taken away"):
        app.press(_("Remove the Filter “%s”") % _("Imported %s") % "newer.csv")
        app.find("label", LATER[0])


def wrong(j):
    """A file with a row that cannot be imported, and what is kept of it."""
    _, app = j.word, j.app
    path = tmall.write(j.session.home / "ExportOrderList202611240900.csv", [RIGHT], ruined=True)
    with j.step("after the import the list says what was not imported"):
        j.give(path)
        app.find("label", j.words("%s row has a problem and will not be imported",
                                  "%s rows have problems and will not be imported", 1) % "1")
        app.press(_("_Import"))
        app.find("label", j.words("%s row had a problem and was not imported",
                                  "%s rows had problems and were not imported", 1) % "1")
        app.check_names()
        app.press(_("_Done"))

    with j.step("the list is there when the import is looked at later, and can be copied"):
        app.click(app.find("label", path.name, app.find("list", _("Imports"))))
        app.find("label", _("%s · %s: %s") % (_("Row %s") % "3", "订单编号", tmall.RUINED))
        app.check_names()
        app.press(_("Copy the List"))
        app.find("label", re.compile(re.escape(_("Copied: %s") % "")))


def told(j):
    """What the file says of an order, in its panel."""
    _, app = j.word, j.app
    with j.step("the panel has a closed section with every cell of the order's file"):
        desk.turn_to(j, "All Orders")
        desk.open_order(j, RIGHT[0])
        app.gone("label", HOW_SENT)
        app.click(app.find("label", _("From the File")))
        app.find("label", HOW_SENT)
        app.find("label", "运送方式")
        app.gone("label", re.compile(RIGHT[2]))
        app.check_names()

    with j.step("which the keyboard closes and opens"):
        app.key("space")
        app.gone("label", HOW_SENT)
        app.key("space")
        app.find("label", HOW_SENT)
        app.press(_("Close the Panel"))


def imports(j):
    path = tmall.write(j.session.home / "ExportOrderList202611221800.csv")
    j.start(path)
    again(j, path)
    unknown(j)
    dropped(j)
    beside(j)
    overtaken(j)
    wrong(j)
    told(j)
    shown(j)
    chosen(j)


journey.main(imports)
