#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What customers are worth, and whose orders a month's are."""

import json
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

HEAD = "Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity\n"
LINE = "#{number},{who}@b.c,paid,{at},0.00,CNY,{total},Cup,1\n"
# Number, customer, days ago, money: one came back, one came today, one long ago.
ORDERS = [(1, "ann", 330, "90.00"), (2, "ann", 26, "90.00"), (3, "ann", 16, "900.00"), (4, "bob", 0, "20.00"), (5, "eve", 300, "30.00")]
BOUNDS = "30,90,180,365;2,3,4,5;1000,5000,50000,100000"


def line(number, who, days, total):
    """An order as Shopify writes it."""
    at = datetime.now(timezone(timedelta(hours=8))) - timedelta(days=days, minutes=1)
    return LINE.format(number=7000 + number, who=who, at=f"{at:%Y-%m-%d %H:%M:%S} +0800", total=total)


def command(j, app, text):
    """Into the line that finds everything, wherever the focus is."""
    app.key("ctrl+k")
    app.find(None, j.word("Search and Commands"))
    app.type(text)
    app.key("Return")


def segment(j, key):
    """What the book says of a segment."""
    answer = json.loads(j.run("report", "value", "--json"))
    return next(row for row in answer["parts"][0]["rows"] if row["segment"] == key)


def look(j, app):
    """The page of customers' value."""
    _ = j.word
    with j.step("the page says who has bought again"):
        command(j, app, _("Customer Value"))
        app.find("label", re.compile(r"33\.3"))
        app.find("push button", j.word("New", "segment"))
        app.check_names()

    with j.step("a segment is a list of its customers"):
        j.expect(segment(j, "new")["customers"], 1)
        app.press(j.word("New", "segment"))
        app.find("label", j.word("New", "segment"))
        app.find("label", re.compile("bob|b\\*|B"))


def again(j, app):
    """Who bought again in a month: a list behind the number."""
    with j.step("those who bought again in a month are a list too"):
        command(j, app, j.word("Customer Value"))
        month = f"{datetime.now(timezone(timedelta(hours=8))) - timedelta(days=16, minutes=1):%Y-%m}"
        name = j.word("%s: repeat buyers").replace("%s", month)
        app.press(f"{name}: 1")
        app.find("label", name)
        app.find("label", re.compile("ann|a\\*|A"))


def own_bounds(j, app):
    """Other bounds make other segments, in the window too."""
    with j.step("bounds that the shop sets are those of the page at once"):
        command(j, app, j.word("Customer Value"))
        app.find("push button", j.word("Lost", "segment"))
        j.run("value", "bounds", BOUNDS)
        app.find("push button", j.word("Sleeping", "segment"))
        app.find("label", j.word("As the shop has set them."))


def months(j, app):
    """Whose orders they are."""
    with j.step("orders without a name are counted, and open as a list"):
        command(j, app, j.word("Orders by Agent"))
        app.press(j.word("Orders without a name"))
        app.find("label", j.word("Without a name"))


def value(j):
    path = j.folder / "orders.csv"
    path.write_text(HEAD + "".join(line(*order) for order in ORDERS), encoding="utf-8")
    j.run("import", path)
    app = j.start()
    look(j, app)
    again(j, app)
    own_bounds(j, app)
    months(j, app)


journey.main(value)
