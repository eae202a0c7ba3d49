#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due, the worst first: done with one key, which opens the next; put off, and back again; and the
opening hours, by which all of it is reckoned."""

import datetime
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
LATE, LATER = "R-A1001", "X-A1001"


def from_now(**span):
    """A moment as the command line takes it."""
    return (datetime.datetime.now(journey.CHINA) + datetime.timedelta(**span)).isoformat(timespec="seconds")


def prepare(j):
    """A return of three days ago, an exchange of two, and a task of half an hour from now."""
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    j.run("case", "new", "return", "order=#7001", "--now", from_now(days=-3))
    j.run("case", "new", "exchange", "order=#7001", "--now", from_now(days=-2))
    j.run("task", "new", "Buy tape", "--due", from_now(minutes=30))


def due(j, *options):
    """What the command line says is due, as “rule number”."""
    rows = json.loads(j.run("today", "--limit", "0", "--json", *options))["rows"]
    return {f"{row['rule']} {row['title'].rpartition(' ')[2]}" for row in rows}


def look(j, app):
    """The list, and one of it."""
    with j.step("it stands above all other pages, with its sections"):
        app.find("label", j.word("Left From Before", "due"))
        app.find("label", j.word("Next Hour", "due"))
        app.find("label", "Buy tape")
        app.check_names()

    with j.step("a task opens under its title"):
        app.click(app.find("label", "Buy tape"))
        app.key("Return")
        app.find("heading", "Buy tape")

    with j.step("Enter opens what it is about, with its clocks"):
        app.click(app.find("label", re.compile(re.escape(f" · {LATE}") + "$")))
        app.key("Return")
        app.find("heading", LATE)
        app.find("label", j.word("Answer the customer"))
        app.check_names()


def triage(j, app):
    """One key each."""
    _ = j.word
    with j.step("E is done, and the next one opens"):
        before = due(j)
        app.key("e")
        app.wait_for(lambda: len(due(j)) == len(before) - 1, "one less")
        app.find("label", re.compile(re.escape(_("Done: %s").replace("%s", ""))))

    with j.step("and undone it is there again"):
        app.key("ctrl+z")
        app.wait_for(lambda: due(j) == before, "what was there before")

    with j.step("S says until when, exactly; a time that is none is said to be none"):
        app.click(app.find("label", "Buy tape"))
        app.key("s")
        app.find("button", re.compile("^" + re.escape(_("1 hour")) + " · .*[0-9]:[0-9]"))
        app.write(app.find("entry", _("Another time")), "soonish")
        app.press(_("S_nooze"))
        app.find("label", re.compile("soonish"))
        app.check_names()

    with j.step("put off, it is not in the list, and comes back when it was said"):
        app.press(re.compile("^" + re.escape(_("1 hour"))))
        app.wait_for(lambda: "task tape" not in due(j), "one less")
        app.gone("label", "Buy tape")
        j.expect("task tape" in due(j, "--snoozed"), True)
        j.expect("task tape" in due(j, "--now", from_now(minutes=61)), True)


def copy_and_shut(j, app):
    """The number of what is chosen; and what is shut takes no room."""
    _ = j.word
    with j.step("the number of the chosen row is copied with its key"):
        app.click(app.find("label", re.compile(re.escape(f" · {LATER}") + "$")))
        app.key("period")
        app.find("label", _("Copied: %s") % LATER)

    with j.step("the form that is shut leaves no room, and reads a time as people say it"):
        app.click(app.find("label", re.compile(re.escape(f" · {LATER}") + "$")))
        height = app.find("list", _("What is due")).place[3]
        app.key("s")
        app.write(app.find("entry", _("Another time")), "yesterday")
        app.press(_("S_nooze"))
        app.find("label", re.compile("yesterday"))
        app.key("Escape", "Escape")
        app.wait_for(lambda: app.find("list", _("What is due")).place[3] == height, "the list as high as before")
        app.click(app.find("label", re.compile(re.escape(f" · {LATER}") + "$")))
        app.key("s")
        app.write(app.find("entry", _("Another time")), "in 61 min")
        before = due(j)
        app.press(_("S_nooze"))
        app.wait_for(lambda: len(due(j)) == len(before) - 1, "one less")


def remember_whose(j, app):
    """Mine, or everyone's."""
    _ = j.word
    with j.step("whose is shown is as it was chosen last"):
        j.run("agent", "add", "Ann")
        app.press(_("Mine"))
        app.wait_for(lambda: "pressed" in app.find("button", _("Mine")).states, "mine")
        app.quit()
        app = j.start("--page", "today")
        app.wait_for(lambda: "pressed" in app.find("button", _("Mine")).states, "mine as before")
        app.find("label", re.compile(re.escape(f" · {LATE}") + "$"))
        app.check_names()


def say_hours(j, app):
    """A shop that is open otherwise."""
    _ = j.word
    overlap = re.compile(re.escape(_("On %s two spans overlap at %02u:%02u.")).replace("%s", ".*").replace("%02u:%02u", "11:00"))
    with j.step("opening hours that cannot be are named, and nothing is changed"):
        desk.open_preferences(j, "_Hours")
        monday = app.find("entry", datetime.date(2024, 1, 1).strftime("%A") if not j.session.language else re.compile("星期一"))
        app.click(monday)
        app.key("ctrl+a")
        app.type("9:00-12:00, 11:00-18:00")
        app.find("label", overlap)
        app.key("Return")
        j.expect(json.loads(j.run("calendar", "show", "--json"))["week"]["mon"], ["08:00-24:00"])
        app.check_names()

    with j.step("what is written says at once what it does, and is kept"):
        app.key("ctrl+a")
        app.type("9:00-12:00, 13:00-18:00")
        app.gone("label", overlap)
        app.key("Return")
        app.wait_for(lambda: json.loads(j.run("calendar", "show", "--json"))["week"]["mon"] == ["09:00-12:00", "13:00-18:00"], "the hours")

    with j.step("a holiday of three days"):
        app.write(app.find("entry", re.compile(r"2026-10-01\.\.2026-10-07")), "2027-02-05..2027-02-07")
        app.key("shift+Tab", "Return")
        app.wait_for(lambda: list(json.loads(j.run("calendar", "show", "--json"))["days"]) == ["2027-02-05", "2027-02-06", "2027-02-07"],
                     "the holiday")
        app.find("entry", re.compile("2027-02-06"))
        app.press(_("Close"), within=app.window)
        app.gone("entry", re.compile("2027-02-06"))


def today(j):
    prepare(j)
    app = j.start("--page", "today")
    look(j, app)
    triage(j, app)
    copy_and_shut(j, app)
    say_hours(j, app)
    remember_whose(j, app)


journey.main(today)
