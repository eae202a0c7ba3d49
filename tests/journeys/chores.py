#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes again: a checklist of the handbook is switched on and ticked off with the keyboard, and the next time
is there; one of the shop's own is missed, done in Today, and taken back."""

import datetime
import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
PATROL = {"": "Patrol of the Shop", "zh_CN": "巡店"}


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"chores-{name}.png")


def find(j, name):
    """The chore of that title or template."""
    rows = json.loads(j.run("chore", "list", "--json"))["rows"]
    return next((row for row in rows if name in (row["title"], row["template"])), None)


def prepare(j):
    """A shop with an order, and a chore that nobody has done for two days."""
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    now = datetime.datetime.now(journey.CHINA)
    # Today, also just after midnight: else it would come again before the day is over.
    when = max(now - datetime.timedelta(hours=1), now.replace(hour=0, minute=1))
    j.run("chore", "new", "Shutters", "--every", when.strftime("daily %H:%M"), "--now", (now - datetime.timedelta(days=2)).isoformat(timespec="seconds"))


def switch_on(j, app):
    """From the handbook."""
    _ = j.word
    title = PATROL[j.session.language or ""]
    with j.step("what was missed is one line that says how often"):
        app.find("label", re.compile("2"), within=app.find("list item", re.compile("Shutters")))
        app.find("label", re.compile("^" + re.escape(_("From the handbook: switch on what your shop does. Times, people and lines can be changed afterwards."))))
        app.check_names()
        picture(app, f"page-{j.name}")

    with j.step("a checklist is switched on with one click, and opens"):
        app.click(app.find("check box", title))
        app.find("heading", title)
        app.wait_for(lambda: find(j, "patrol")["used"], "it is in use")
        app.check_names()
        picture(app, f"panel-{j.name}")

    with j.step("Space ticks a place and goes on; ticked off to the end, the next time is there"):
        first = find(j, "patrol")["open"]
        for n in range(3):
            app.key("space")
            if n < 2:
                app.wait_for(lambda n=n: sum(step["done"] for step in find(j, "patrol")["steps"]) == n + 1, f"{n + 1} ticks")
        app.wait_for(lambda: find(j, "patrol")["open"] > first, "the next time")
        picture(app, f"ticked-{j.name}")

    with j.step("undone, one place is open, and the time is"):
        app.key("ctrl+z")
        app.wait_for(lambda: find(j, "patrol")["open"] == first and sum(step["done"] for step in find(j, "patrol")["steps"]) == 2, "two ticks")


def change(j, app):
    """Its times are others here."""
    _ = j.word
    with j.step("other times are chosen, read in words, and saved"):
        app.write(app.find("entry", _("Time of the day")), "9:15")
        app.find("label", re.compile("09:15"))
        app.press(re.compile(_("Save the _Times").replace("_", "").partition("(")[0]))
        app.wait_for(lambda: "09:15" in find(j, "patrol")["recurrence"], "the time")
    with j.step("a time that is none cannot be saved"):
        app.write(app.find("entry", _("Time of the day")), "soon")
        app.find("label", _("Choose days, and a time such as 14:30."))
        j.expect("09:15" in find(j, "patrol")["recurrence"], True)


def in_today(j, app):
    """Where everything is that is due."""
    with j.step("Today has it once; E is done, undone it is back"):
        app.click(app.find("list item", re.compile("^" + re.escape(j.word("Today")))))
        row = app.find("label", "Shutters")
        picture(app, f"today-{j.name}")
        app.click(row)
        app.key("Return")
        app.find("heading", "Shutters")
        app.check_names()
        app.key("e")
        app.wait_for(lambda: find(j, "Shutters")["times"] == 0, "it is done")
        app.gone("label", "Shutters")
        app.key("ctrl+z")
        app.wait_for(lambda: find(j, "Shutters")["times"] == 2, "it is open again")


def tasks(j):
    """Every task, as the command line lists it."""
    return {row["title"]: row["due"] for options in ([], ["--memos"]) for row in json.loads(j.run("task", "list", "--json", *options))["rows"]}


def memos(j, app):
    """Written down with one key, and given a time later (IN-09)."""
    _ = j.word
    with j.step("W, a few words and Enter are a memo, from any page"):
        app.key("w")
        app.find("label", _("Without a time it is a memo."))
        app.check_names()
        app.type("Boxes are too thin")
        picture(app, f"memo-{j.name}")
        app.key("Return")
        app.wait_for(lambda: tasks(j) == {"Boxes are too thin": None}, "the memo")

    with j.step("memos are listed, and one that gets a time is a task"):
        app.click(app.find("list item", re.compile("^" + re.escape(_("Memos")))))
        app.click(app.find("label", "Boxes are too thin"))
        app.key("Return")
        app.find("heading", "Boxes are too thin")
        app.check_names()
        picture(app, f"memos-{j.name}")
        row = app.find("entry", _("By when: 14:30, tomorrow, 2026-12-01 10:00"))
        app.write(row, "2027-01-04 10:00")
        app.key("Return")
        app.wait_for(lambda: tasks(j) == {"Boxes are too thin": "2027-01-04T10:00:00+08:00"}, "its time")

    with j.step("a task of what is open; a time that is none is said to be none"):
        app.click(app.find("list item", re.compile("^" + re.escape(_("All Orders")))))
        app.click(app.find("label", "#7001"))
        app.key("w")
        app.find("check box", re.compile("#7001"))
        app.type("Ask for the colour")
        app.key("Tab")
        app.type("soonish")
        app.find("label", re.compile("soonish"))
        app.key("ctrl+a")
        app.type("2027-01-05")
        app.gone("label", re.compile("soonish"))
        picture(app, f"task-{j.name}")
        app.key("Return")
        app.wait_for(lambda: tasks(j).get("Ask for the colour") == "2027-01-05T09:00:00+08:00", "the task")
        j.expect(json.loads(j.run("task", "list", "--json"))["rows"][1]["order"] is not None, True)

    with j.step("E is done, and undone it is open"):
        app.click(app.find("list item", re.compile("^" + re.escape(_("Tasks")))))
        app.click(app.find("label", "Ask for the colour"))
        app.key("Return")
        app.find("heading", "Ask for the colour")
        picture(app, f"tasks-{j.name}")
        app.press(_("It is not about this"))
        app.wait_for(lambda: json.loads(j.run("task", "list", "--json"))["rows"][1]["order"] is None, "no order")
        app.key("ctrl+z")
        app.wait_for(lambda: json.loads(j.run("task", "list", "--json"))["rows"][1]["order"] is not None, "the order")
        app.key("e")
        app.wait_for(lambda: list(tasks(j)) == ["Boxes are too thin"], "one less")
        app.key("ctrl+z")
        app.wait_for(lambda: len(tasks(j)) == 2, "both")


def chores(j):
    prepare(j)
    app = j.start("--page", "chores")
    switch_on(j, app)
    change(j, app)
    in_today(j, app)
    memos(j, app)


journey.main(chores)
