#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pile of parcels that came back."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,3\n")
NUMBER, OTHER, THIRD = "SF1234567890123", "75312345678901", "YT8812345678901"


def rows(j, kind, *fields):
    """What the book has of a kind."""
    return [tuple(row[field] for field in fields) for row in json.loads(j.run("list", kind, "--json", "--limit", "0"))["rows"]]


def await_rows(j, kind, fields, wanted):
    """The book says so once the window has written it."""
    j.app.wait_for(lambda: sorted(rows(j, kind, *fields)) == sorted(wanted), f"the {kind} {wanted}")


def scan(app, text):
    """As a scanner does: into the line that keeps the focus."""
    app.type(text)
    app.key("Return")


def command(j, app, text):
    """Into the line that finds everything, wherever the focus is."""
    app.key("ctrl+k")
    app.find(None, j.word("Search and Commands"))
    app.type(text)
    app.key("Return")


def boxes(j, app, back):
    """The pile."""
    _ = j.word
    with j.step("Ctrl+B is the way to the table, and it says what is done there"):
        app.key("ctrl+b")
        app.find("label", _("No Boxes Yet"))
        app.check_names()

    with j.step("a parcel goes to its case, however its number is written"):
        scan(app, "sf 1234-5678 90123")
        app.find("label", re.compile(f"^{NUMBER}: R-A1001"))
        app.find("heading", "R-A1001")
        await_rows(j, "boxes", ("number", "state"), [(NUMBER, "matched")])
        app.check_names()

    with j.step("Enter alone goes on: the goods are counted there, and the case moves on"):
        app.key("Return")
        app.press("Cup")
        app.write(app.find("spin button", _("Received")), "2", across=0.1)
        await_rows(j, "case_lines", ("quantity", "received"), [(3, 2)])
        back.ask("agreed")
        back.choose("agreed", _("Reason"))
        back.confirm("agreed")
        back.arrive("agreed")

    with j.step("one that nobody knows is kept, and Ctrl+K takes its number as well"):
        command(j, app, OTHER)
        app.find("label", f"{OTHER}: " + _("Box without a case"))
        await_rows(j, "boxes", ("number", "state"), [(NUMBER, "matched"), (OTHER, "waiting")])
        app.check_names()

    with j.step("scanned twice it says so"):
        app.key("ctrl+b")
        scan(app, OTHER)
        app.find("label", re.compile("^" + re.escape(_("Scanned before: %1$s, %2$s.").partition("%1$s")[0])))
        j.expect(len(rows(j, "boxes", "number")), 2)

    with j.step("its case comes later, is offered the box, and takes it"):
        j.run("case", "new", "return", f"back={OTHER}", "--as", "001")
        app.press(re.compile("R-A1002"))
        app.find("heading", "R-A1002")
        await_rows(j, "boxes", ("number", "state"), [(NUMBER, "matched"), (OTHER, "matched")])

    with j.step("undo takes it back, and the box waits again"):
        command(j, app, _("Undo"))
        await_rows(j, "boxes", ("number", "state"), [(NUMBER, "matched"), (OTHER, "waiting")])

    with j.step("a case begun from a box has its number, and the box is offered to it"):
        command(j, app, THIRD)
        app.press(_("New: %s") % back.one)
        app.press(_("Open the _Case"))
        app.find("heading", "R-A1003")
        j.expect(back.row("R-A1003", "back"), [THIRD])
        app.press(_("It Belongs to This Case"))
        await_rows(j, "boxes", ("number", "state"), [(NUMBER, "matched"), (OTHER, "waiting"), (THIRD, "matched")])


def box(j):
    path, back = j.folder / "orders.csv", Register(j, "return")
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    order = rows(j, "orders", "number")[0][0]
    j.run("case", "new", "return", f"order={order}", f"back={NUMBER}", "--as", "001")
    app = j.start()
    boxes(j, app, back)


journey.main(box)
