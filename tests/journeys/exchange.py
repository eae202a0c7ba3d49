#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An exchange whose difference the buyer pays, from the request to the parcel out; and the warning
where a refund is begun for the same order."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
NUMBER = "X-A1001"


def begin(j, register):
    """Begins a case of the register from the order."""
    app = j.app
    app.click(app.find("button", j.word("New Case")))
    app.press(register.one, role="menu item")


def balance(j):
    """The balance as the command line has it."""
    found = json.loads(j.run("show", "cases", NUMBER, "--json"))["balance"]
    return [found["state"], found["figures"], found["owed_minor"]]


def write_money(j, amount):
    """Writes money into the case, in the box for notes: the sixth kind."""
    app = j.app
    app.key("n")
    app.choose(app.find("combo box", j.word("What It Is")), "Home", *["Down"] * 5, "Return")
    app.write(app.find("entry", j.word("Amount That Went Back")), amount)
    app.press(j.word("Add"))


def agree(j, swap):
    """To where the buyer sends the cup."""
    with j.step("what goes out is said when it is agreed"):
        swap.ask("agreed")
        swap.write("agreed", "entry", swap.label("wanted"), "Mug")
        swap.choose("agreed", j.word("Reason"))
        swap.confirm("agreed")
        swap.arrive("agreed")

    with j.step("the buyer pays the difference: it is owed"):
        app = j.app
        app.write(app.find("entry", swap.label("difference")), "30")
        app.choose(app.find("combo box", swap.label("difference_by")), "Down", "Return")
        app.find("label", "0.00 − 30.00 − 0.00 = −30.00")
        app.wait_for(lambda: balance(j) == ["owed", "0.00 − 30.00 − 0.00 = −30.00", 3000], "the balance")
        app.check_names()


def warn(j, back):
    """A refund is begun for the same order, and thought better of."""
    app, _ = j.app, j.word
    with j.step("a refund of the same order is warned of"):
        app.press("#7001")
        app.find("button", _("Copy the Order Number"))
        begin(j, back)
        app.find("label", _("Do not refund: %s sends other goods for these.") % NUMBER)
        app.check_names()

    with j.step("and not saved while nobody has said that both are meant"):
        app.write(app.find("entry", back.label("refund")), "90")
        app.press(_("Open the _Case"))
        app.find("label", _("%s sends other goods for these. Say first that both are meant, and why; else no money goes back.") % NUMBER)
        j.expect(json.loads(j.run("list", "cases.return", "--json"))["total"], 0)

    with j.step("the warning leads to the exchange"):
        app.press(_("Open %s") % NUMBER)
        app.find("heading", NUMBER)


def receive(j, swap):
    """The cup comes back."""
    with j.step("the cup is on its way, and here"):
        swap.ask("on_the_way")
        swap.write("on_the_way", "entry", swap.label("back"), "SF1000000001")
        swap.confirm("on_the_way")
        swap.arrive("on_the_way")
        swap.ask("received")
        swap.choose("received", swap.label("condition"))
        swap.confirm("received")
        swap.arrive("received")


def send(j, swap):
    """The mug goes out, once it is paid for."""
    app, _ = j.app, j.word
    with j.step("nothing is to be sent while the difference is owed"):
        swap.ask("sending")
        swap.choose("sending", swap.label("freight_by"))
        swap.confirm("sending")
        swap.arrive("sending")
        app.find("label", _("The customer still owes %s: send when it has come in.") % "¥30.00")
        app.check_names()

    with j.step("it comes in, and the warning goes"):
        write_money(j, "-30")
        app.gone("label", _("The customer still owes %s: send when it has come in.") % "¥30.00")
        app.find("label", _("%s came from the customer: settled.") % "¥30.00")
        j.expect(balance(j), ["settled", "0.00 − 30.00 − 0.00 = −30.00", 0])

    with j.step("the mug is sent, and the exchange is done"):
        swap.ask("sent")
        swap.write("sent", "entry", swap.label("out"), "SF1000000002")
        swap.confirm("sent")
        swap.arrive("sent")
        swap.ask("done")
        swap.write("done", "text", _("Result"), "A mug for the cup")
        swap.choose("done", _("Cause"), _("Customer was told"), _("Customer is satisfied"))
        swap.confirm("done")
        swap.arrive("done")
        j.expect(swap.row(NUMBER, "stage", "back", "out", "wanted"), ["done", "SF1000000001", "SF1000000002", "Mug"])


def exchange(j):
    path, swap, back = j.folder / "orders.csv", Register(j, "exchange"), Register(j, "return")
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    app = j.start()
    with j.step("an exchange is begun from the order"):
        app.click(app.find("label", "#7001"))
        app.key("Return")
        begin(j, swap)
        app.press(j.word("Open the _Case"))
        app.find("heading", NUMBER)
        app.press("Cup")
        app.check_names()

    agree(j, swap)
    warn(j, back)
    receive(j, swap)
    send(j, swap)


journey.main(exchange)
