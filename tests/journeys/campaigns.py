#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shop plans, by the month: days walked by keys, a campaign planned on a day, moved and made longer by keys and by
the mouse, a busy day, an empty month; and Today tells of one that begins soon."""

import datetime
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402

# A month that is far away: 1 March 2027 is a Monday.
FIRST = datetime.date(2027, 3, 1)


def day(number):
    """The day of that month, as it is kept."""
    return str(FIRST.replace(day=number))


def plan(j, title, begins, *words):
    """A campaign, as the command line makes it."""
    return json.loads(j.run("campaign", "add", title, f"begins={begins}", *words, "--json"))["id"]


def days_of(j, title):
    """Its first and its last day."""
    rows = json.loads(j.run("campaign", "list", "--json"))["rows"]
    return [(row["begins"], row["ends"]) for row in rows if row["title"] == title]


def cell_name(j, date):
    """What a screen reader says of a day begins so."""
    said = re.escape(j.word("%A, %-d %B %Y", "day")).replace(r"%\-d", str(date.day)).replace("%Y", str(date.year))
    said = re.sub("%m|%\\\\-m", str(date.month), said)
    return re.compile(f"(.*, |.*，)?{re.sub('%[AB]', '.+', said)}(:.*|：.*)?$")


def month_name(j):
    """As it stands over the month."""
    said = j.word("%B %Y", "month").replace("%B", ".+").replace("%Y", str(FIRST.year))
    return "^" + said.replace("%-m", str(FIRST.month)) + "$"


def cell(j, number):
    """The day of the month."""
    return j.app.find("table cell", cell_name(j, FIRST.replace(day=number)))


def focused_day(j):
    """The name of the day that has the focus, or of the bar."""
    return [node.name for role in ("table cell", "button") for node in j.app.root.find_all(role, state="focused")]


def stand_on(j, number):
    """The focus, by the mouse: on the number, which no bar covers."""
    app = j.app
    app.click(cell(j, number).find_all("label")[0])
    app.wait_for(lambda: any(cell_name(j, FIRST.replace(day=number)).match(name) for name in focused_day(j)), f"day {number}")


def expect_days(j, title, begins, ends):
    """Waits for them in the book."""
    j.app.wait_for(lambda: days_of(j, title) == [(begins, ends)], f"{title} from {begins} to {ends}")


def bar(j, title):
    """The bar of a campaign."""
    return j.app.find("button", re.compile(re.escape(title) + "[,，]"))


def turn_to_month(j):
    """From today's month, by keys, as far as it is away."""
    app = j.app
    today = datetime.datetime.now(journey.CHINA).date()
    app.press(j.word("Today", "calendar"))
    app.wait_for(lambda: any(cell_name(j, today).match(name) for name in focused_day(j)), "today has the focus")
    away = (FIRST.year - today.year) * 12 + FIRST.month - today.month
    app.key(*["Page_Down" if away > 0 else "Page_Up"] * abs(away))
    # Of another month's days some are in sight, too.
    app.find("label", re.compile(month_name(j)))



def by_keys(j):
    """Everything without the mouse."""
    app = j.app
    with j.step("an empty day plans something on Enter, on that day"):
        stand_on(j, 10)
        app.key("Return")
        app.find("button", j.word("_Save"))
        app.type("Spring")
        app.key("Return")
        expect_days(j, "Spring", day(10), None)
        app.check_names()
        app.key("Escape")

    with j.step("Alt and an arrow move it, and the focus goes along; with Shift its end"):
        bar(j, "Spring")
        stand_on(j, 10)
        app.key("alt+Right")
        expect_days(j, "Spring", day(11), None)
        app.wait_for(lambda: any("Spring" in name for name in focused_day(j)), "the bar has the focus")
        app.key("alt+Down")
        expect_days(j, "Spring", day(18), None)
        app.wait_for(lambda: any("Spring" in name for name in focused_day(j)), "the bar has the focus")
        app.key("alt+shift+Right")
        expect_days(j, "Spring", day(18), day(19))

    with j.step("each is one act"):
        app.key("ctrl+z")
        expect_days(j, "Spring", day(18), None)
        app.key("ctrl+z")
        expect_days(j, "Spring", day(11), None)

    with j.step("arrows walk on into the next month and back"):
        stand_on(j, 31)
        app.key("Right")
        app.wait_for(lambda: any(cell_name(j, datetime.date(2027, 4, 1)).match(name) for name in focused_day(j)), "the first of April")
        app.key("Up")
        app.wait_for(lambda: any(cell_name(j, FIRST.replace(day=25)).match(name) for name in focused_day(j)), "a week before")


def by_mouse(j):
    """A bar, and its end."""
    app = j.app
    with j.step("a bar is dragged to another day"):
        app.pull(bar(j, "Spring"), cell(j, 23))
        expect_days(j, "Spring", day(23), None)

    with j.step("and its end to another last day"):
        app.pull(bar(j, "Spring"), cell(j, 25), across=1)
        expect_days(j, "Spring", day(23), day(25))

    with j.step("a click opens it"):
        app.click(bar(j, "Spring"))
        app.find("button", j.word("Move to the Trash"))
        app.key("Escape")


def busy(j):
    """More than there is room for."""
    app = j.app
    with j.step("a busy day says what is on it, and offers all of it"):
        for i in range(6):
            plan(j, f"Plan {i}", day(4))
        app.find("table cell", re.compile(".*" + ".*".join(f"Plan {i}" for i in range(6))))
        stand_on(j, 4)
        app.key("Return")
        app.find("menu item", re.compile("Plan 5"))
        app.key("Escape")

    with j.step("a month without anything says so"):
        app.key("Page_Down", "Page_Down")
        app.find("label", re.compile(".*" + re.escape(j.word("Nothing is planned in %s. Enter on a day plans something.").split("%s")[1]) + "$"))


def today(j):
    """What begins soon is due."""
    app = j.app
    with j.step("what begins tomorrow is in Today, from where its page is a button away"):
        plan(j, "Tomorrow", str(datetime.datetime.now(journey.CHINA).date() + datetime.timedelta(days=1)))
        desk.turn_to(j, "Today")
        app.click(app.find("label", re.compile("^Tomorrow$")))
        app.key("Return")
        app.press(j.word("Show the _Campaign"))
        app.find("button", j.word("Move to the Trash"))


def whole(j):
    """One shop, one after the other."""
    desk.open_shop(j)
    plan(j, "Elsewhere", "2027-06-01")
    desk.turn_to(j, "Campaigns")
    j.app.press(j.word("Month", "calendar"))
    turn_to_month(j)
    by_keys(j)
    by_mouse(j)
    busy(j)
    today(j)


journey.main(whole)
