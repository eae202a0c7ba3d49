#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A customer's birthday: it is due on Today with their card, R opens the picker with its greeting, the greeting is copied and
written down, and the day is done until next year."""

import datetime
import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Billing Name\n"
        "#7001,ann@example.com,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00,Ann Miller\n")
# The greeting that Daybook brings, and what it begins with.
GREETINGS = {"": ("Birthday", "Happy birthday, .*tea.*"), "zh_CN": ("生日", ".*生日快乐.*tea.*")}


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"birthday-{name}.png")


def rows(j, *words):
    return json.loads(j.run(*words, "--json"))["rows"]


def told(j):
    return [event["text"] for event in rows(j, "list", "events", "--limit", "0") if event["event_kind"] == "told"]


def days(j):
    """The years of the days that are due within a year or so."""
    return [row["key"].rsplit(":", 1)[1] for row in rows(j, "customer", "days", "--within", "400")]


def prepare(j):
    """A customer whose birthday it is today, and a phrase that is no greeting."""
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    customer, = rows(j, "list", "customers")
    today = datetime.datetime.now(journey.CHINA)
    j.run("customer", "day", customer["id"], today.strftime("1990-%m-%d"))
    j.run("phrase", "new", "Out of paper", "--text", "We are out of paper.", "--purpose", "answer")
    return today


def congratulate(j, app):
    """From the list to the customer."""
    _ = j.word
    title, beginning = GREETINGS[j.session.language or ""]
    with j.step("the day is due, and opens with the customer's card"):
        app.click(app.find("label", _("Birthday", "day")))
        app.key("Return")
        app.find("heading", _("Day to remember"))
        app.find("label", _("Accounts and Contacts"))
        app.check_names()
        picture(app, f"due-{j.name}")

    with j.step("R opens the picker with the greetings for a birthday, and no others"):
        app.key("r")
        app.find("entry", _("Find a Phrase"))
        app.find("label", title, app.find("list", _("Phrases")))
        app.wait_for(lambda: not app.has("label", "Out of paper", app.find("list", _("Phrases"))), "only greetings")
        app.check_names()
        picture(app, f"picker-{j.name}")

    with j.step("it is taken, copied, and written down as told to the customer"):
        app.key("Return")
        app.wait_for(lambda: "focused" in app.find(None, _("What Is Said")).states, "the focus in the text")
        app.type("tea")
        app.key("ctrl+Return")
        app.wait_for(lambda: re.fullmatch(beginning, app.copied()), "the greeting in the clipboard")
        app.wait_for(lambda: len(told(j)) == 1, "what was told")


def birthday(j):
    today = prepare(j)
    app = j.start("--page", "today")
    _ = j.word
    congratulate(j, app)
    with j.step("E is done: it comes again next year, and undone it is there"):
        app.gone("entry", _("Find a Phrase"))
        app.find("label", _("Accounts and Contacts"))
        app.key("e")
        app.wait_for(lambda: str(today.year) not in days(j), "nothing this year")
        j.expect(str(today.year + 1) in days(j), True)
        app.key("ctrl+z")
        app.wait_for(lambda: str(today.year) in days(j), "the day again")


journey.main(birthday)
