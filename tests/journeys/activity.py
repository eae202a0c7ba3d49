#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Customers of one segment are told of a sale, one after the other (CU-04, CU-06): the phrase is filled for each, copied, and
written down as told. Whoever wants no messages is left out. With the keyboard."""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

HEADER = "Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
LINE = "#{n},{name}@example.com,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n"
SALE = {"": "Winter sale", "zh_CN": "冬季促销"}
TEXT = {"": "Our winter sale begins on Friday.", "zh_CN": "冬季促销周五开始。"}


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"activity-{name}.png")


def prepare(j):
    """Four VIPs, of whom one wants no messages, and a phrase."""
    path = j.folder / "orders.csv"
    path.write_text(HEADER + "".join(LINE.format(n=7001 + n, name=name) for n, name in enumerate(("ann", "bob", "cid", "dan"))), encoding="utf-8")
    j.run("import", path)
    rows = json.loads(j.run("list", "customers", "--json"))["rows"]
    for row in rows:
        j.run("set", "customers", row["id"], "grade=vip_1")
    j.run("set", "customers", rows[0]["id"], "quiet=true")
    language = j.session.language or ""
    j.run("phrase", "new", SALE[language], "--text", TEXT[language])


def show(j):
    """How far the list is, by the command line."""
    return json.loads(j.run("activity", "show", SALE[j.session.language or ""], "--json"))


def told(j):
    """What customers were told, as every other telling."""
    return [row["text"] for row in json.loads(j.run("list", "events", "--json"))["rows"] if row["event_kind"] == "told"]


def make(j, app):
    """A new list, by its dialog."""
    _, language = j.word, j.session.language or ""
    with j.step("an empty page says what it is for"):
        app.find("label", _("No Activity Lists Yet"))
        app.check_names()
        picture(app, f"empty-{j.name}")

    with j.step("a new list says at once how many it has, and who is left out"):
        app.press(_("New Activity List…"))
        button = app.find("button", _("_Make the List"))
        app.find("label", re.compile("^3 .*1 "))
        j.expect(button.is_sensitive, False)
        app.type(SALE[language])
        app.wait_for(lambda: button.is_sensitive, "it can be made")

    with j.step("the phrase is found by a word of its title"):
        app.focus(app.find("entry", _("What they are told: words of a phrase")))
        app.type(SALE[language])
        app.find("label", SALE[language])
        app.key("Return")
        app.find("button", _("They are not told this"))
        app.check_names()
        picture(app, f"new-{j.name}")
        app.press(_("_Make the List"))
        app.gone("button", _("_Make the List"))
        app.find("label", SALE[language])
        app.wait_for(lambda: show(j)["customers"] == 3, "the list")


def work(j, app):
    """One after the other."""
    _, language = j.word, j.session.language or ""
    with j.step("opened, the list has the first customer and the filled text"):
        app.click(app.find("label", SALE[language]))
        app.key("Return")
        app.find("text", _("What the Customer Is Told"))
        app.find("button", _("_Copy, and the Next One"))
        app.check_names()
        picture(app, f"list-{j.name}")

    with j.step("E copies the text, writes it down as told, and goes on to the next one"):
        app.key("e")
        app.wait_for(lambda: show(j)["sent"] == 1, "one was told")
        j.expect(app.copied(), TEXT[language])
        j.expect(told(j), [TEXT[language]])
        j.expect(len(json.loads(j.run("list", "uses", "--json"))["rows"]), 1)

    with j.step("Ctrl+Z takes it back, all of it"):
        app.key("ctrl+z")
        app.wait_for(lambda: (show(j)["sent"], told(j)) == (0, []), "nobody was told")
        app.key("ctrl+shift+z")
        app.wait_for(lambda: show(j)["sent"] == 1, "one was told")

    with j.step("X goes on without; and who wants no messages is on no list any more"):
        app.key("x")
        app.wait_for(lambda: show(j)["skipped"] == 1, "one was skipped")
        app.press(_("Wants No Messages"))
        app.wait_for(lambda: (show(j)["unwanted"], show(j)["open"]) == (1, 0), "nobody is left")
        app.find("label", _("Nobody is left to be told."))
        j.expect(sum(row["quiet"] for row in json.loads(j.run("list", "customers", "--json"))["rows"]), 2)
        picture(app, f"done-{j.name}")

    with j.step("closed, it leaves the open ones"):
        app.press(_("Close the List"))
        app.wait_for(lambda: show(j)["closed_at"] is not None, "it is closed")


def activity(j):
    prepare(j)
    app = j.start("--page", "activities")
    make(j, app)
    work(j, app)


journey.main(activity)
