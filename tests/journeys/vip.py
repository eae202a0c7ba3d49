#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A customer who has bought enough is proposed for a VIP grade with the reason, and has it once somebody confirms it: then
their open case has a shorter clock (CU-04, CU-11). Whoever has not heard from the shop for long is contacted."""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

HEADER = "Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
LINE = "#{n},{mail},paid,2026-11-{day} 10:00:00 +0800,{back}.00,CNY,{total}.00,Cup,1,{total}.00\n"


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"vip-{name}.png")


def prepare(j):
    """Ann has spent 600, Bob too, but 300 of it went back; Ann has an open case."""
    path = j.folder / "orders.csv"
    path.write_text(HEADER + LINE.format(n=7001, mail="ann@example.com", day=20, back=0, total=400)
                    + LINE.format(n=7002, mail="ann@example.com", day=21, back=0, total=200)
                    + LINE.format(n=7003, mail="bob@example.com", day=21, back=300, total=600), encoding="utf-8")
    j.run("import", path)
    j.run("case", "new", "complaint", "order=#7001", "name=Ann")


def grades(j):
    """Of those who have one."""
    return [row["grade"] for row in json.loads(j.run("list", "customers", "--json"))["rows"] if row["grade"] != "none"]


def answer_by(j):
    """When the case is to be answered."""
    case, = json.loads(j.run("list", "cases", "--json"))["rows"]
    return min(clock["due"] for clock in json.loads(j.run("show", "case", case["id"], "--json"))["clocks"] if clock["rule"] in ("respond", "resolve"))


def set_up(j, app):
    """The owner says what a VIP is."""
    _ = j.word
    with j.step("before anybody has said what a VIP is, nobody is proposed"):
        app.find("label", _("What Is a VIP?"))
        app.check_names()
        picture(app, f"empty-{j.name}")

    with j.step("a grade is switched on, with the figures that the shop wants"):
        j.run("grade", "set", "vip_2", "used=yes", "spent=500", "orders=null", "interval=30")
        app.find("label", re.compile(re.escape("¥600.00")))
        j.expect(len(app.find_all("button", _("Confirm"))), 1)
        app.check_names()
        picture(app, f"proposals-{j.name}")


def promote(j, app):
    """With the keyboard."""
    _ = j.word
    before = answer_by(j)
    with j.step("E confirms the proposal: the open case is answered sooner"):
        app.key("Down")
        app.key("e")
        app.wait_for(lambda: grades(j) == ["vip_2"], "a VIP")
        app.gone("button", _("Confirm"))
        app.wait_for(lambda: answer_by(j) < before, "a shorter clock")

    with j.step("undone, it is proposed again, and the clock is as it was"):
        app.key("ctrl+z")
        app.find("button", _("Confirm"))
        j.expect(grades(j), [])
        app.wait_for(lambda: answer_by(j) == before, "the clock of before")

    with j.step("declined, it does not come back"):
        app.press(_("Decline"))
        app.gone("button", _("Decline"))
        j.expect(json.loads(j.run("grade", "proposals", "--json"))["total"], 0)
        app.key("ctrl+z")
        app.press(_("Confirm"))
        app.wait_for(lambda: grades(j) == ["vip_2"], "a VIP")


def contact(j, app):
    """Who has not heard from the shop."""
    _ = j.word
    with j.step("all VIPs are listed, with the clock of their grade"):
        app.press(_("All VIPs"))
        app.find("label", re.compile(re.escape("50 %")))
        picture(app, f"all-{j.name}")

    with j.step("who is to be contacted stands under To Contact; contacted, the time begins anew"):
        app.press(_("To Contact"))
        app.find("button", _("Contacted"))
        app.check_names()
        picture(app, f"contact-{j.name}")
        app.press(_("Contacted"))
        app.wait_for(lambda: any(row["event_kind"] == "told" for row in json.loads(j.run("list", "events", "--json"))["rows"]), "an event")

    with j.step("the card says the same"):
        app.click(app.find("label", "a***@example.com"))
        app.key("Return")
        app.find("label", _("Keep this grade"))
        app.check_names()
        picture(app, f"card-{j.name}")


def vip(j):
    prepare(j)
    app = j.start("--page", "vips")
    set_up(j, app)
    promote(j, app)
    contact(j, app)


journey.main(vip)
