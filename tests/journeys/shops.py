#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that do not say when they were made, nor whose they are: one that is taken for
older than it is, and one of another shop with the same numbers."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

HEAD = "Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity\n"
FIRST = "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,10.00,Cup,1\n"
SECOND = "#7002,a@b.c,paid,2026-11-21 10:00:00 +0800,0.00,CNY,10.00,Cup,1\n"


def write(j, name, *rows):
    """An export of the shop."""
    path = j.folder / name
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path


def older(j):
    """An export of one order has no newer time in it than that order's."""
    _, app = j.word, j.app
    with j.step("what a file taken for older says otherwise is left out, and that is said"):
        app.find("label", j.words("%s is in the book from a later file. What this file says otherwise of it is left out.",
                                  "%s are in the book from a later file. What this file says otherwise of them is left out.",
                                  1) % "1")
        app.find("label", _("Nothing in this file changes an order."))
        app.check_names()

    with j.step("with the time of the file it is followed"):
        app.press(_("_Take the Time of the File"))
        app.gone("button", _("_Take the Time of the File"))
        app.gone("label", _("Nothing in this file changes an order."))
        app.press(_("_Import"))
        app.press(_("_Done"))
        j.expect("4.00" in j.run("show", "orders", "#7001"), True)


def another(j):
    """An order of the same number from another day."""
    _, app = j.word, j.app
    with j.step("another shop's order does not become the book's"):
        j.give(write(j, "other.csv", FIRST.replace("2026-11-20", "2026-11-01")))
        app.find("heading", "other.csv")
        app.find("label", j.words("%s row has a problem and will not be imported",
                                  "%s rows have problems and will not be imported", 1) % "1")

    with j.step("another shop is opened for it, and has an order of the same number"):
        app.press(_("_Another Shop…"))
        app.find(None, _("Name of the Shop"))
        app.check_names()
        app.type("Second House")
        app.key("Return")
        app.gone("label", j.words("%s row has a problem and will not be imported",
                                  "%s rows have problems and will not be imported", 1) % "1")
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 1) % "1")
        app.press(_("_Done"))
        listed = j.run("list", "orders", "--where", "number = '#7001'")
        j.expect(listed.count("#7001"), 2)


def shops(j):
    j.run("import", write(j, "whole.csv", FIRST, SECOND))
    j.start(write(j, "part.csv", FIRST.replace("0.00,CNY", "4.00,CNY", 1)))
    older(j)
    another(j)


journey.main(shops)
