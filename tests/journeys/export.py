#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list in a file: all of it, some rows of it, with its columns as they are in
sight; and where the file is."""

import csv
import io
import re
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

NUMBERS = [order[0] for order in tmall.ORDERS]


def tick(app, check):
    """Ticks a check box of the file chooser: in its name Tab completes, Shift+Tab leaves."""
    def is_reached():
        if "focused" in check.states:
            return True
        app.key("shift+Tab")
        return False

    app.wait_for(is_reached, "the check box")
    app.key("space")
    app.wait_for(lambda: "checked" in check.states, "its tick")


def save_as(j, title, path, unmasked=False):
    """Types a file's path into the file chooser that is open, whose name has the focus,
    and saves."""
    _, app = j.word, j.app
    chooser = app.find(None, title)
    app.wait_for(lambda: any(entry.text.endswith(".xlsx") and "focused" in entry.states
                             for entry in app.find_all("entry", None, chooser)), "the name that is proposed")
    app.key("ctrl+a")
    app.type(str(path))
    app.wait_for(lambda: any(entry.text == str(path) for entry in app.find_all("entry", None, chooser)), "the whole path")
    if unmasked:
        tick(app, app.find("check", _("Names, numbers and addresses in full: this is written down"), chooser))
    app.press(_("_Export"), within=chooser)
    app.gone(None, title)


def rows_of(path):
    """The rows of an exported CSV by their headings."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def title_of(j, count):
    """What the chooser calls the whole list."""
    return j.words("Export %s Row", "Export %s Rows", count) % str(count)


def whole(j, folder):
    """All orders, from the menu of the list."""
    _, app = j.word, j.app
    path = folder / "orders.csv"
    with j.step("Ctrl+E asks where the list is to go, and says how many rows it has"):
        app.key("ctrl+e")
        save_as(j, title_of(j, len(NUMBERS)), path)
        app.find("label", j.words("%1$s row exported: %2$s", "%1$s rows exported: %2$s", len(NUMBERS))
                 .replace("%1$s", str(len(NUMBERS))).replace("%2$s", "orders.csv"))
        app.find("button", _("Open Folder"))
        app.check_names()

    with j.step("the file has the columns that are in sight, and every order, masked"):
        rows = rows_of(path)
        j.expect(sorted(row[_("Order number")].strip("\t") for row in rows), sorted(NUMBERS))
        j.expect(list(rows[0])[:2], [_("Order number"), _("Stage")])
        j.expect(_("Address") in rows[0], False)
        j.expect("李清照" in path.read_text(encoding="utf-8-sig"), False)

    with j.step("in the menu of the list it is found too"):
        app.click(app.find("button", _("View Options")))
        app.find(None, re.compile(re.escape(_("_Export the List…").replace("_", ""))))
        app.key("Escape")


def some(j, folder):
    """Selected orders, in full."""
    _, app = j.word, j.app
    path = folder / "some.xlsx"
    with j.step("the bar of the selected rows exports them alone"):
        app.click(app.find("label", NUMBERS[0]))
        app.key("shift+Up")
        app.press(_("Export…"))
        save_as(j, j.words("Export %s Selected Row", "Export %s Selected Rows", 2) % "2", path, unmasked=True)
        desk.give_away(j, "To carry out an order or settle a case", "I know that names, numbers and addresses are in it in full")
        app.find("label", re.compile(r"some\.xlsx"))

    with j.step("in full where that was asked for, and this is written down"):
        with zipfile.ZipFile(path) as archive:
            sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
        j.expect(sheet.count("<row "), 3)
        j.expect("*" in sheet, False)
        j.expect(len(re.findall("export", j.run("--json", "audit"))), 2)


def others(j, folder):
    """Another list has it as well, and what cannot be written is said."""
    _, app = j.word, j.app
    with j.step("customers are exported from their page"):
        desk.turn_to(j, "Customers")
        app.find("label", re.compile(f" · {tmall.ORDERS[0][1]}$"))
        app.key("ctrl+e")
        save_as(j, title_of(j, len(NUMBERS)), folder / "customers.csv")
        app.find("label", re.compile(r"customers\.csv"))
        rows = rows_of(folder / "customers.csv")
        j.expect(list(rows[0])[:3], [_("Name"), _("Account"), _("Orders")])
        j.expect(len(rows), len(NUMBERS))

    with j.step("a name of another kind is refused in a sentence"):
        app.key("ctrl+e")
        save_as(j, title_of(j, len(NUMBERS)), folder / "customers.pdf")
        app.find("label", _("Give the file a name that ends with .xlsx, .csv or .json."))
        j.expect(sorted(path.name for path in folder.iterdir()), ["customers.csv", "orders.csv", "some.xlsx"])


def export(j):
    folder = j.session.home / "out"
    folder.mkdir()
    desk.open_shop(j)
    whole(j, folder)
    some(j, folder)
    others(j, folder)


if __name__ == "__main__":
    journey.main(export)
