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

    with j.step("what can be done to several orders has room under their sum"):
        app.click(app.find("label", FIRST))
        app.key("shift+Up")
        app.find("label", re.compile("^" + re.escape(_("%s selected") % "2")))
        purple = app.find("button", _("Flag: %s") % _("Purple", "flag"))
        app.wait_for(lambda: purple.hidden_by is None, "the last flag in sight")
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

    with j.step("a filter can be added here too: the button is in the window"):
        app.key("ctrl+shift+f")
        add = app.find("button", _("Add Filter"))
        x, _y, width, _height = app.wait_for(lambda: (add.refresh(), add.place)[1], "its place")
        j.expect(x >= 0 and x + width <= PHONE[0], True)
        app.check_names()

    with j.step("wide again, all stand beside each other"):
        app.resize(1180, 720)
        app.find("list", _("Places"))
        app.find("label", tmall.ORDERS[2][0])
        app.check_names()


journey.main(narrow)
