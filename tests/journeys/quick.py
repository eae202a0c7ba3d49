#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One line in plain words becomes a case or a task: understood while it is typed, corrected, saved with one key,
undone; with a photo, and from a second launch."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
import picture  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
MESSAGE = "退货 #7001 杯子裂了\n收到就是坏的\n请尽快处理"


def prepare(j):
    """An order."""
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)


def rows(j, kind):
    """What the command line lists."""
    return json.loads(j.run("list", kind, "--limit", "0", "--json"))["rows"]


def line_of(j, app):
    """The entry."""
    return app.find("entry", j.word("In Plain Words"))


def open_it(j, app):
    """Ctrl+N."""
    app.key("ctrl+n")
    return line_of(j, app)


def type_and_save(j, app):
    """The handbook's line, as it is typed."""
    _ = j.word
    with j.step("a line is understood while it is typed"):
        open_it(j, app)
        app.check_names()
        app.type("return #7001 box was wet tomorrow 10:00 @nobody #fragile")
        for part in ("return", "#7001", "tomorrow 10:00", "@nobody", "#fragile"):
            app.find("button", _("Take “%s” for Plain Words").replace("%s", part))
        app.find("label", re.compile("box was wet @nobody"))
        app.find("label", re.compile("“@nobody”: " + re.escape(_("Nobody in the shop is called so; this stays among the words."))))
        app.check_names()

    with j.step("Enter saves it, and Undo takes it back"):
        app.key("Return")
        app.gone("entry", _("In Plain Words"))
        app.wait_for(lambda: len(rows(j, "cases")) == 1, "the case")
        case, = rows(j, "cases")
        j.expect((case["register"], case["subject"], case["tags"], case["promised_at"] is not None, case["order"] is not None),
                 ("return", "box was wet @nobody", "fragile", True, True))
        app.press(_("Undo"))
        app.wait_for(lambda: not rows(j, "cases"), "no case")


def correct(j, app):
    """What was understood otherwise than it was meant."""
    _ = j.word
    with j.step("a part that is taken for plain words makes a task of it, and is read again"):
        open_it(j, app)
        app.type("return cups tomorrow 23:00")
        app.press(_("Take “%s” for Plain Words").replace("%s", "return"))
        app.find("label", re.compile("[:：] ?return cups"))
        app.press(_("Read “%s” Again").replace("%s", "return"))
        app.find("label", re.compile("[:：] ?cups$"))

    with j.step("a time that is none is marked, and nothing is saved"):
        when = app.find("entry", _("Promised For"))
        app.click(when)
        app.key("ctrl+a")
        app.type("soonish")
        app.wait_for(lambda: "sensitive" not in app.find("button", _("_Save")).states, "no saving")
        app.key("Return")
        j.expect(rows(j, "cases"), [])

    with j.step("one that is, is taken; and the register is chosen from the list"):
        app.key("ctrl+a")
        app.type("in 3 days 14:30")
        app.find("label", re.compile("14:30.*cups"))
        app.focus(line_of(j, app))
        app.key("Tab", "Tab", "Tab", "space")
        app.key("Home", "Return")
        app.find("label", re.compile("14:30.*return cups$"))
        app.find("entry", _("Due"))
        app.key("Escape")
        app.gone("entry", _("In Plain Words"))


def open_saved(j, app):
    """Ctrl+Enter."""
    with j.step("Ctrl+Enter saves, and opens it"):
        open_it(j, app)
        app.type("exchange #7001 too small")
        app.key("ctrl+Return")
        app.find("heading", re.compile("^X-A"))
        app.gone("entry", j.word("In Plain Words"))


def launch_again(j, app):
    """From a key of the desktop."""
    _ = j.word
    with j.step("a second launch opens it over the window, with its text; several lines are kept whole"):
        j.give("--quick-add", MESSAGE)
        app.find("label", re.compile(re.escape(j.words("The whole text (%u line) is kept in the case.",
                                                       "The whole text (%u lines) is kept in the case.", 3).replace("%u", "3"))))

    with j.step("a screenshot is pasted as its photo"):
        path = j.folder / "shot.png"
        picture.write_png(path, 60, 40, (200, 60, 60))
        other = app.copy(path)
        app.focus(line_of(j, app))
        app.key("ctrl+v")
        app.find("button", _("Leave the Photos Out"))
        app.check_names()
        app.key("Return")
        app.gone("entry", _("In Plain Words"))
        app.wait_for(lambda: any(row["subject"] == "杯子裂了" for row in rows(j, "cases")), "the case")
        case, = (row for row in rows(j, "cases") if row["subject"] == "杯子裂了")
        j.expect((case["content"], len(json.loads(j.run("show", "case", case["number"], "--json"))["attachments"])), (MESSAGE, 1))
        other.terminate()


def paste(j, app):
    """A message of the platform, from its page."""
    _ = j.word
    with j.step("a message of several lines that is pasted is kept whole"):
        path = j.folder / "message.txt"
        path.write_text("投诉 到货就是湿的\n盒子全坏了\n", encoding="utf-8")
        other = app.copy(path)
        open_it(j, app)
        app.key("ctrl+v")
        app.find("label", re.compile(re.escape(j.words("The whole text (%u line) is kept in the case.",
                                                       "The whole text (%u lines) is kept in the case.", 2).replace("%u", "2"))))
        app.key("Return")
        app.gone("entry", _("In Plain Words"))
        app.wait_for(lambda: any(row["content"] == "投诉 到货就是湿的\n盒子全坏了" for row in rows(j, "cases")), "the case")
        other.terminate()


def narrow(j, app):
    """On a phone."""
    with j.step("it fits a narrow window"):
        app.resize(360, 640)
        open_it(j, app)
        app.type("1234567890123456789 tomorrow 23:00 @nobody")
        app.find("label", re.compile("23:00"))
        j.expect(app.window.place[2] <= 360, True)
        app.check_names()
        app.key("Escape")


def quick(j):
    prepare(j)
    app = j.start()
    type_and_save(j, app)
    correct(j, app)
    open_saved(j, app)
    launch_again(j, app)
    paste(j, app)
    narrow(j, app)


journey.main(quick)
