#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A return of two cups of three, from the request to the refund."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,3,30.00\n")
NUMBER = "R-A1001"
THIRTY = {"minor": 3000, "currency": "CNY"}
SIXTY = {"minor": 6000, "currency": "CNY"}


def count(app, name, pieces):
    """Types a number of pieces, as a person does who does not click seven times."""
    app.write(app.find("spin button", name), str(pieces), across=0.1)


def goods(j):
    """The quantities of the case's goods, and how many were received."""
    rows = json.loads(j.run("list", "case_lines", "--json"))["rows"]
    return [(row["quantity"], row.get("received")) for row in rows]


def await_goods(j, *wanted):
    """The book says so once the window has written it."""
    j.app.wait_for(lambda: goods(j) == list(wanted), f"the goods {wanted}")


def returns(j):
    _, path, back = j.word, j.folder / "orders.csv", Register(j, "return")
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    app = j.start()
    with j.step("a case is begun from the order"):
        app.click(app.find("label", "#7001"))
        app.key("Return")
        app.click(app.find("button", _("New Case")))
        app.press(back.one, role="menu item")
        app.press(_("Open the _Case"))
        app.find("heading", NUMBER)
        app.check_names()

    with j.step("two of the three cups come back"):
        app.press("Cup")
        count(app, _("Quantity"), 2)
        await_goods(j, (2, None))

    with j.step("what the stage demands is asked for, and nothing moves before it is there"):
        back.ask("agreed")
        back.confirm("agreed")
        app.find("label", _("“%s” needs: %s.") % (back.stage("agreed"), _("Reason")))
        app.check_names()
        back.choose("agreed", _("Reason"))
        back.confirm("agreed")
        back.arrive("agreed")
        app.gone("label", _("Move to “%s”") % back.stage("agreed"))

    with j.step("one of the two was received"):
        back.ask("received")
        back.choose("received", back.label("condition"))
        back.confirm("received")
        back.arrive("received")
        count(app, _("Received"), 1)
        await_goods(j, (2, 1))
        app.find("label", j.words("%1$d of %2$d came: %3$d is missing", "%1$d of %2$d came: %3$d are missing", 1)
                 .replace("%1$d", "1").replace("%2$d", "2").replace("%3$d", "1"))

    with j.step("what the one is worth is proposed, and taken back by undo"):
        app.press(_("Propose %s") % "¥30.00")
        app.wait_for(lambda: back.row(NUMBER, "refund") == [THIRTY], "the refund")
        app.find("label", "30.00 − 0.00 = 30.00")
        app.key("ctrl+z")
        app.wait_for(lambda: back.row(NUMBER, "refund") == [None], "no refund")

    with j.step("more than was paid does not go back, and nothing is lost by asking"):
        back.ask("refunding")
        back.write("refunding", "entry", back.label("refund"), "91")
        back.choose("refunding", back.label("freight_by"))
        back.confirm("refunding")
        app.find("label", _("%s cannot go back: %s was paid.") % ("¥91.00", "¥90.00"))
        back.write("refunding", "entry", back.label("refund"), "60")
        app.find("label", "60.00 − 0.00 = 60.00")
        back.confirm("refunding")
        back.arrive("refunding")
        app.check_names()

    with j.step("the balance says what goes to the customer, and what was moved"):
        app.find("label", "60.00 − 0.00 = 60.00")
        money = j.word("%1$s goes to the customer: %2$s moved, %3$s left.")
        app.find("label", money.replace("%1$s", "¥60.00").replace("%2$s", "¥0.00").replace("%3$s", "¥60.00"))
        app.key("n")
        app.choose(app.find("combo box", _("What It Is")), "Home", *["Down"] * 5, "Return")
        app.write(app.find("entry", _("Amount That Went Back")), "60")
        app.press(_("Add"))
        app.find("label", _("%s went to the customer: settled.") % "¥60.00")

    with j.step("closing asks what became of it"):
        asked = [_("Cause"), _("Customer was told"), _("Customer is satisfied")]
        back.ask("refunded")
        back.write("refunded", "text", _("Result"), "60.00 by the platform")
        back.confirm("refunded")
        app.find("label", _("Before a case is closed, this is answered: %s.") % _(", ").join(asked))
        back.choose("refunded", *asked)
        back.confirm("refunded")
        back.arrive("refunded")
        j.expect(back.row(NUMBER, "stage", "refund", "result", "told"), ["refunded", SIXTY, "60.00 by the platform", "yes"])

    with j.step("undo opens it again, and what was written is as before"):
        app.key("ctrl+z")
        back.arrive("refunding")
        j.expect(back.row(NUMBER, "stage", "refund", "result"), ["refunding", SIXTY, None])
        j.expect(goods(j), [(2, 1)])
        app.key("ctrl+shift+z")
        back.arrive("refunded")

    with j.step("the order shows its case, and leads back to it"):
        app.press("#7001")
        app.find("button", _("Copy the Order Number"))
        app.press(re.compile("^" + NUMBER))
        app.find("heading", NUMBER)
        back.arrive("refunded")
        app.check_names()


journey.main(returns)
