#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first day: doors, the first import, a view, a note, undo, and finding."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

FIRST, SECOND, UNPAID = (order[0] for order in tmall.ORDERS[:3])
SUM = "¥1,522.40"
REASON = ("A spreadsheet program has rounded this order number. Download the file again and "
          "import it without opening it first.")


def count_of(j, caption):
    """The figure above a caption, such as "New"."""
    figure = j.app.find("panel", j.word(caption))
    return j.app.find_all("label", None, figure)[0].name


def begin(j, path):
    """From the doors to the sums."""
    _, app = j.word, j.app
    with j.step("a new book opens with its doors"):
        app.find("heading", _("Welcome to Daybook"))
        for door in ("Import my _orders", "Look around a _sample shop", "Join my shop’s server"):
            app.find("label", _(door))
        app.check_names()

    with j.step("the first door asks for the file"):
        app.click(app.find("label", _("Import my _orders")))
        desk.choose_file(j, path)

    with j.step("the preview counts, and says what is wrong with which row"):
        app.find("heading", path.name)
        j.expect([count_of(j, what) for what in ("New", "Updated", "Same", "Problems")],
                 ["6", "0", "0", "1"])
        app.find("label", _(REASON))
        app.find("label", _("%s · %s: %s") % (_("Row %s") % "8", "订单编号", tmall.RUINED))
        app.find("label", SUM, app.find("list", _("Sums of the file")))
        app.check_names()
        j.expect(desk.orders(j), [])

    with j.step("after the import the sums stand there to compare"):
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 6) % "6")
        app.find("label", _("Compare these sums with the platform’s own page:"))
        app.find("label", SUM, app.find("list", _("Sums of the file")))
        app.check_names()


def work(j):
    """A view, a note, and its way back."""
    _, app = j.word, j.app
    with j.step("the orders are listed"):
        app.press(_("Show the _Orders"))
        for number in (FIRST, UNPAID):
            app.find("label", number)
        app.check_names()

    with j.step("a view shows what is to do, and its filter as a chip"):
        desk.turn_to(j, "To Ship")
        app.gone("label", UNPAID)
        app.find("label", FIRST)
        chip = _("%s %s %s", "filter") % (_("Stage"), _("is"), _("To ship", "stage"))
        app.press(_("Remove the Filter “%s”") % chip)
        app.find("label", UNPAID)

    with j.step("a note is written in the panel and saved"):
        desk.open_order(j, FIRST)
        app.check_names()
        app.key("n")
        app.wait_for(lambda: "focused" in app.find("entry", _("Our Note")).states, "the note")
        app.type("明天回电 call back")
        app.key("ctrl+Return")
        app.find("label", _("Note saved"))
        j.expect("明天回电 call back" in j.run("list", "orders", "--json"), True)

    with j.step("after it letters are keys again, and no part of the note"):
        app.key("f")
        app.wait_for(lambda: "focused" in app.find(None, _("No Flag")).states, "the flags")
        j.expect(app.find("entry", _("Our Note")).text, "明天回电 call back")

    with j.step("Ctrl+Z in the list takes it back, Ctrl+Shift+Z brings it again"):
        app.click(app.find("label", SECOND))
        app.find("heading", SECOND)
        app.key("ctrl+z")
        app.wait_for(lambda: "call back" not in j.run("list", "orders", "--json"), "the undo")
        app.key("ctrl+shift+z")
        app.wait_for(lambda: "call back" in j.run("list", "orders", "--json"), "the redo")


def search(j):
    """From the end of a number to its order, without the mouse."""
    _, app = j.word, j.app
    with j.step("Ctrl+K and the last four figures open the order"):
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.check_names()
        app.type(FIRST[-4:])
        app.find("label", re.compile(f"^{FIRST} · "), palette)
        app.key("Return")
        app.find("heading", FIRST)
        app.wait_for(lambda: app.find("entry", _("Our Note")).text == "明天回电 call back",
                     "its note")


def first_day(j):
    path = tmall.write(j.session.home / "ExportOrderList202611221800.csv", ruined=True)
    j.start()
    begin(j, path)
    work(j)
    search(j)


journey.main(first_day)
