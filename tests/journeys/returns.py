#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A return of two cups of three, from the request to the refund."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
REGISTER = json.loads((ROOT / "data" / "registers" / "return.json").read_text(encoding="utf-8"))

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,3\n")

SIXTY = {"minor": 6000, "currency": "CNY"}


def said(j, what):
    """What the definition calls something in the language of the journey."""
    return what[j.session.language or "en"]


def stage(j, name):
    return said(j, REGISTER["stages"][name]["label"])


def label(j, field):
    return said(j, REGISTER["fields"][field]["label"])


def form_of(j, name):
    """The form in which what a stage demands is filled in."""
    return j.app.find("label", j.word("Move to “%s”") % stage(j, name)).parent


def choose(j, name, field):
    """The first word of a choice in the form of a move."""
    j.app.click(j.app.find("combo box", field, within=form_of(j, name)))
    j.app.key("Down", "Return")


def write(j, name, field, text):
    """Writes into a line of the form of a move, over what is there."""
    j.app.click(j.app.find("entry", field, within=form_of(j, name)))
    j.app.key("ctrl+a")
    j.app.type(text)
    j.app.key("Tab")


def count(app, name, pieces):
    """Types a number of pieces, as a person does who does not click seven times."""
    app.click(app.find("spin button", name), across=0.1)
    app.key("ctrl+a")
    app.type(str(pieces))
    app.key("Tab")


def goods(j):
    """The quantities of the case's goods, and how many were received."""
    rows = json.loads(j.run("list", "case_lines", "--json"))["rows"]
    return [(row["quantity"], row.get("received")) for row in rows]


def said_of(j, *fields):
    """What the command line says of the case."""
    row = json.loads(j.run("show", "cases.return", "R-A1001", "--json"))
    return [row.get(field) for field in fields]


def returns(j):
    _ = j.word
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    app = j.start()
    with j.step("a case is begun from the order"):
        app.click(app.find("label", "#7001"))
        app.key("Return")
        app.click(app.find("button", _("New Case")))
        app.press(said(j, REGISTER["one"]), role="menu item")
        app.press(_("Open the _Case"))
        app.find("heading", "R-A1001")
        app.check_names()

    with j.step("two of the three cups come back"):
        app.press("Cup")
        count(app, _("Quantity"), 2)
        j.expect(goods(j), [(2, None)])

    with j.step("what the stage demands is asked for, and nothing moves before it is there"):
        app.press(stage(j, "agreed"))
        app.press(stage(j, "agreed"), within=form_of(j, "agreed"))
        app.find("label", _("“%s” needs: %s.") % (stage(j, "agreed"), _("Reason")))
        app.check_names()
        choose(j, "agreed", _("Reason"))
        app.press(stage(j, "agreed"), within=form_of(j, "agreed"))
        app.find("panel", _("Stage: %s") % stage(j, "agreed"))
        app.gone("label", _("Move to “%s”") % stage(j, "agreed"))

    with j.step("one of the two was received"):
        app.press(stage(j, "received"))
        choose(j, "received", label(j, "condition"))
        app.press(stage(j, "received"), within=form_of(j, "received"))
        app.find("panel", _("Stage: %s") % stage(j, "received"))
        count(app, _("Received"), 1)
        j.expect(goods(j), [(2, 1)])

    with j.step("more than was paid does not go back, and nothing is lost by asking"):
        app.press(stage(j, "refunding"))
        write(j, "refunding", label(j, "refund"), "91")
        choose(j, "refunding", label(j, "freight_by"))
        app.press(stage(j, "refunding"), within=form_of(j, "refunding"))
        app.find("label", _("%s cannot go back: %s was paid.") % ("¥91.00", "¥90.00"))
        write(j, "refunding", label(j, "refund"), "60")
        app.press(stage(j, "refunding"), within=form_of(j, "refunding"))
        app.find("panel", _("Stage: %s") % stage(j, "refunding"))
        app.check_names()

    with j.step("closing asks what became of it"):
        app.press(stage(j, "refunded"))
        app.wait_for(lambda: "focused" in app.find("text", _("Result"), within=form_of(j, "refunded")).states, "the line")
        app.type("60.00 by the platform")
        app.press(stage(j, "refunded"), within=form_of(j, "refunded"))
        app.find("label", _("Before a case is closed, this is answered: %s.")
                 % _(", ").join(_(name) for name in ("Cause", "Customer was told", "Customer is satisfied")))
        for name in ("Cause", "Customer was told", "Customer is satisfied"):
            choose(j, "refunded", _(name))
        app.press(stage(j, "refunded"), within=form_of(j, "refunded"))
        app.find("panel", _("Stage: %s") % stage(j, "refunded"))
        j.expect(said_of(j, "stage", "refund", "result", "told"), ["refunded", SIXTY, "60.00 by the platform", "yes"])

    with j.step("undo opens it again, and what was written is as before"):
        app.key("ctrl+z")
        app.find("panel", _("Stage: %s") % stage(j, "refunding"))
        j.expect(said_of(j, "stage", "refund", "result"), ["refunding", SIXTY, None])
        j.expect(goods(j), [(2, 1)])
        app.key("ctrl+shift+z")
        app.find("panel", _("Stage: %s") % stage(j, "refunded"))

    with j.step("the order shows its case, and leads back to it"):
        app.press("#7001")
        app.find("button", _("Copy the Order Number"))
        app.press(re.compile("^R-A1001"))
        app.find("heading", "R-A1001")
        app.find("panel", _("Stage: %s") % stage(j, "refunded"))
        app.check_names()


journey.main(returns)
