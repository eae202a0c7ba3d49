#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Days to come (CU-07): the nearest first, by either calendar, with a greeting one key away and an end for this year; the next
one stands beside a VIP who is to be contacted (CU-11), and whose day is near can be told something by a list (CU-04)."""

import datetime
import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

HEADER = "Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
LINE = "#{n},{mail},paid,{at},0.00,CNY,{total}.00,Cup,1,{total}.00\n"
# The greeting that Daybook brings for a birthday.
GREETINGS = {"": "Birthday", "zh_CN": "生日"}


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"days-{name}.png")


def rows(j, *words):
    return json.loads(j.run(*words, "--json"))["rows"]


def prepare(j):
    """Ann's birthday is in three days, Bob's wedding tomorrow; both are VIPs who are to be contacted."""
    today = datetime.datetime.now(journey.CHINA)
    path = j.folder / "orders.csv"
    path.write_text(HEADER + "".join(LINE.format(n=7001 + i, mail=f"{who}@example.com", at=f"{today - datetime.timedelta(days=40):%Y-%m-%d %H:%M:%S} +0800",
                                                 total=600 + i) for i, who in enumerate(("ann", "bob"))), encoding="utf-8")
    j.run("import", path)
    bob, ann = sorted(rows(j, "list", "customers"), key=lambda row: rows(j, "list", "orders", "--where", f"customer = '{row['id']}'")[0]["paid"]["minor"],
                      reverse=True)
    j.run("customer", "day", ann["id"], f"{today + datetime.timedelta(days=3):1990-%m-%d}")
    j.run("customer", "day", bob["id"], f"{today + datetime.timedelta(days=1):%m-%d}", "--kind", "wedding")
    j.run("grade", "set", "vip_1", "used=yes", "spent=500", "orders=null", "interval=30")
    j.run("grade", "confirm", "--all")


def look(j, app):
    """The page of days."""
    _ = j.word
    with j.step("the nearest day is first, with how far off it is"):
        app.find("label", _("tomorrow", "day"))
        app.find("label", re.compile("3"))
        app.find("label", _("Wedding", "day"))
        app.find("label", _("Solar", "calendar"))
        app.check_names()
        picture(app, f"page-{j.name}")

    with j.step("it opens the customer's card"):
        app.click(app.find("label", _("Birthday", "day")))
        app.key("Return")
        app.find("label", _("Accounts and Contacts"))
        app.check_names()

    with j.step("R opens the picker with the greetings for that day"):
        app.key("r")
        app.find("entry", _("Find a Phrase"))
        app.find("label", GREETINGS[j.session.language or ""], app.find("list", _("Phrases")))
        app.key("Escape")
        app.gone("entry", _("Find a Phrase"))

    with j.step("E is done until it comes again; undone, it is there"):
        app.click(app.find("label", _("Wedding", "day")))
        app.key("e")
        app.gone("label", _("Wedding", "day"), app.find("list", _("Days to Come")))
        j.expect(len(rows(j, "customer", "days")), 1)
        app.key("ctrl+z")
        app.find("label", _("Wedding", "day"), app.find("list", _("Days to Come")))


def contact(j, app):
    """The next day beside the contact."""
    _ = j.word
    with j.step("who is to be contacted has the next day to remember beside it"):
        app.click(app.find("label", _("VIPs"), app.find("list", _("Places"))))
        app.press(_("To Contact"))
        app.find("label", re.compile(".*" + re.escape(_("tomorrow", "day")) + "$"))
        picture(app, f"vips-{j.name}")


def tell(j, app):
    """A list of those whose day is near."""
    _ = j.word
    with j.step("an activity list can be of those whose day is near; how many have given no consent is said before"):
        j.run("activity", "new", "Days", "--days")
        activity, = rows(j, "activity", "list")
        j.expect(json.loads(j.run("activity", "show", activity["id"], "--json"))["customers"], 2)


def segment(j, app):
    """From the table of segments."""
    _ = j.word
    with j.step("a segment of customer value is an activity list by one button"):
        app.key("ctrl+k")
        app.find(None, _("Search and Commands"))
        app.type(_("Customer Value"))
        app.key("Return")
        app.press(re.compile(re.escape(_("Make an activity list of these")) + ": .*"))
        button = app.find("button", _("_Make the List"))
        app.find("label", re.compile(r"^\d+ .*\n\d+ ", re.DOTALL))
        app.check_names()
        app.type("Value")
        app.wait_for(lambda: button.is_sensitive, "it can be made")
        picture(app, f"dialog-{j.name}")
        app.press(_("_Make the List"))
        app.wait_for(lambda: any(row["title"] == "Value" for row in rows(j, "activity", "list")), "the list")


def days(j):
    prepare(j)
    app = j.start("--page", "days")
    look(j, app)
    contact(j, app)
    tell(j, app)
    segment(j, app)


journey.main(days)
