#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is followed up on orders: from today's list to yesterday's parcels, one key each; one that does not move,
with its courier, its customer and its receipt; and the rules behind it, with what they would raise."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402


def traces(j):
    """The parcels, as the command line has them."""
    return json.loads(j.run("trace", "list", "--json"))["rows"]


def n_looked_up(j):
    """How many somebody has looked up."""
    return sum(row["looked_up"] is not None for row in traces(j))


def rule(j, key):
    """A rule, as the command line has it."""
    return next(row for row in json.loads(j.run("rule", "list", "--json"))["rows"] if row["key"] == key)


def from_today(j, app):
    """The line that stands for all of them."""
    with j.step("an order that is late shows itself, with why"):
        app.click(app.find("label", j.word("No tracking number")))
        app.key("Return")
        app.find("heading", j.word("No tracking number"))
        app.find("label", re.compile(re.escape(j.word("%1$s The newest export of the order is of %2$s.").split("%2$s")[0].replace("%1$s", ""))))
        app.check_names()

    with j.step("the parcels of a day are one line, which leads to them"):
        app.key("Escape")
        app.click(app.find("label", j.word("Look up parcels")))
        app.key("Return")
        app.press(j.word("_Look Up the Parcels"))
        app.find("label", traces(j)[0]["tracking"])
        app.check_names()


def look_up(j, app):
    """One key each."""
    first, second = traces(j)[:2]
    with j.step("E: it moves, and the next is at hand"):
        app.click(app.find("label", first["tracking"]))
        app.key("e")
        app.wait_for(lambda: n_looked_up(j) == 1, "one looked up")
        app.key("e")
        app.wait_for(lambda: n_looked_up(j) == 2, "and the next")

    with j.step("undone, it is to be looked up again"):
        app.key("ctrl+z")
        app.wait_for(lambda: n_looked_up(j) == 1, "one less")

    with j.step("1, 2, 3: what is done about one that does not"):
        app.click(app.find("label", second["tracking"]))
        app.key("1")
        app.wait_for(lambda: traces(j)[1]["asked"], "the courier asked")
        app.key("2")
        app.wait_for(lambda: traces(j)[1]["told"], "the customer told")
        app.key("3")
        app.wait_for(lambda: traces(j)[1]["extended"], "the receipt extended")
        app.find("button", j.word("Courier asked"))
        app.check_names()

    with j.step("its case is one press away"):
        number = json.loads(j.run("show", "cases", traces(j)[1]["case"], "--json"))["number"]
        app.press(number)
        app.find("heading", number)


def say_rules(j, app):
    """Each with how many it raises, or would."""
    _ = j.word
    with j.step("a rule says how many things it would raise, and where it cannot"):
        desk.open_preferences(j, "_Hours")
        many = rule(j, "unshipped")["now"]
        app.find("label", j.words("%u now", "%u now", many).replace("%u", str(many)))
        app.find("label", re.compile(re.escape(_("The platform does not end orders by itself."))))
        app.check_names()

    with j.step("a time of day that is none is refused; another is kept"):
        entry = app.find("entry", _("%s: at this time of day").replace("%s", _("Not shipped")))
        app.write(entry, "25:00")
        app.find("label", re.compile("25:00"))
        j.expect(rule(j, "unshipped")["at"], "16:00")
        app.write(entry, "17:30")
        app.wait_for(lambda: rule(j, "unshipped")["at"] == "17:30", "another time")
        app.press(_("Close"), within=app.window)
        app.gone("entry", _("%s: at this time of day").replace("%s", _("Not shipped")))


def parcels(j):
    j.run("sample", "--orders", "2000")
    # VIPs who wait longer than any parcel would stand before it.
    j.run("--as", j.word("Owner"), "rule", "set", "vip_contact", "used=no")
    app = j.start("--page", "today")
    from_today(j, app)
    look_up(j, app)
    say_rules(j, app)


journey.main(parcels)
