#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""As narrow as a phone: one pane at a time, and Esc goes back through them."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

FIRST = tmall.ORDERS[0][0]
PHONE = (360, 720)


def expect_in_window(j, role, name):
    """Waits for something and for all of it to be between the window's edges."""
    node = j.app.find(role, name)

    def is_inside():
        x, _y, width, _height = node.place
        return width > 0 and x >= 0 and x + width <= PHONE[0] and node.hidden_by is None

    j.app.wait_for(is_inside, f"{node} between the window's edges")


def still_bottom(node):
    """How far down a node reaches that may be sliding; 0 for what is gone."""
    return node.place[1] + node.place[3]


def narrow(j):
    _ = j.word
    app = desk.open_shop(j)

    with j.step("the window folds: the list alone is shown"):
        app.resize(*PHONE)
        app.gone("list", _("Places"))
        app.find("label", FIRST)
        app.check_names()

    with j.step("what is shown is said once"):
        j.give("--page", "customers")
        app.find("table row", re.compile("^" + tmall.ORDERS[0][2][0]))
        app.wait_for(lambda: len(app.find_all("label", _("Customers"))) == 1, "one heading")
        j.give("--page", "orders")

    with j.step("a page that was left wide comes back narrow"):
        app.resize(1200, 720)
        app.find("label", _("Ctrl+K"))
        j.give("--page", "imports")
        app.resize(*PHONE)
        app.gone("label", _("Ctrl+K"))
        j.give("--page", "orders")
        app.find("label", FIRST)
        expect_in_window(j, "button", _("Close"))

    with j.step("what came of an import, with all that can be done then"):
        j.give(tmall.write(j.session.home / "more.csv", [("3801000000000704417", *tmall.ORDERS[0][1:])]))
        app.press(_("_Import"))
        for name in ("_Undo", "Show the _Orders", "_Done"):
            expect_in_window(j, "button", _(name))
        app.press(_("_Undo"))
        app.find("heading", _("Import Undone"))
        app.press(_("_Done"))
        j.give("--page", "orders")
        app.find("label", FIRST)
        expect_in_window(j, "button", _("Close"))

    with j.step("what can be done to several orders has room under their sum"):
        app.click(app.find("label", FIRST))
        app.key("shift+Up")
        app.find("label", re.compile("^" + re.escape(j.words("%s selected", "%s selected", 2) % "2")))
        expect_in_window(j, "button", _("Flag: %s") % _("Purple", "flag"))
        expect_in_window(j, "combo box", _("Agent"))
        for name in ("Note", "Take Over", "Move to the Trash"):
            expect_in_window(j, "button", _(name))

    with j.step("what was done is said above that, and nothing is covered"):
        app.press(_("Flag: %s") % _("Red", "flag"))
        said = app.find("label", j.words("Flag of %u order changed", "Flag of %u orders changed", 2) % 2)
        bar = app.find("button", _("Select Nothing"))
        app.wait_for(lambda: still_bottom(said) and still_bottom(said) <= bar.place[1], "the toast above the bar")
        app.press(_("Select Nothing"))

    with j.step("an order covers the list"):
        app.click(app.find("label", FIRST))
        app.key("Return")
        app.find("heading", FIRST)
        app.gone("label", FIRST)
        app.find("button", _("Back to the List"))
        app.check_names()

    with j.step("Esc goes back to the list, and on to the places"):
        app.key("Escape")
        app.find("label", FIRST)
        app.gone("heading", FIRST)
        app.key("Escape")
        app.find("list", _("Places"))
        app.gone("label", FIRST)
        app.check_names()

    with j.step("a place chosen there shows its page"):
        desk.turn_to(j, "Unpaid")
        app.gone("list", _("Places"))
        app.find("label", tmall.ORDERS[2][0])

    with j.step("a view of several filters shows them all, and the way to another one"):
        app.key("Escape")
        desk.turn_to(j, "No Agent Name")
        app.find("label", FIRST)
        for chip in app.find_all("button", re.compile("^" + re.escape(_("Remove the Filter “%s”").split("%s")[0]))):
            expect_in_window(j, "button", chip.name)
        expect_in_window(j, "button", _("Filter"))

    with j.step("a filter can be added here too: the button is in the window"):
        app.key("ctrl+shift+f")
        expect_in_window(j, "button", _("Add Filter"))
        app.check_names()
        app.key("Escape", "Escape")
        desk.turn_to(j, "Unpaid")

    with j.step("wide again, all stand beside each other"):
        app.resize(1180, 720)
        app.find("list", _("Places"))
        app.find("label", tmall.ORDERS[2][0])
        app.check_names()


journey.main(narrow)
