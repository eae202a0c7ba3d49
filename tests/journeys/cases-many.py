#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several returns at once: moved, of which one may not go; merged; and a card on the board."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

NUMBERS = ["R-A1001", "R-A1002", "R-A1003", "R-A1004"]


def stages(j):
    """Where each case is, by its number."""
    rows = json.loads(j.run("list", "cases.return", "--json"))["rows"]
    return {row["number"]: row["stage"] for row in rows}


def await_stages(j, *wanted):
    """The book says so once the window has written it."""
    j.app.wait_for(lambda: [stages(j).get(number) for number in NUMBERS] == list(wanted), f"the stages {wanted}")


def select(j, first, more):
    """Selects a case and so many below it."""
    j.app.click(j.app.find("label", first))
    j.app.key(*["shift+Down"] * more)
    j.app.find("label", re.compile("^" + re.escape(j.words("%s selected", "%s selected", more + 1) % (more + 1))))


def move_three(j, back):
    """One of them has no reason, and nobody says one."""
    _, app = j.word, j.app
    with j.step("three are moved, the one that may not go says why"):
        select(j, "R-A1004", 2)
        app.click(app.find("button", _("Move to…")))
        app.press(back.stage("agreed"), role="menu item")
        app.find("label", j.words("Move %1$u Case to “%2$s”", "Move %1$u Cases to “%2$s”", 3)
                 .replace("%1$u", "3").replace("%2$s", back.stage("agreed")))
        app.check_names()
        app.press(back.stage("agreed"))
        await_stages(j, "asked", "agreed", "asked", "agreed")
        app.find("label", j.words("%u case stays as it is", "%u cases stay as they are", 1).replace("%u", "1"))
        app.find("label", _("“%s” needs: %s.") % (back.stage("agreed"), _("Reason")))
        app.shot(j.folder / "moved.png")
        app.check_names()

    with j.step("one undo takes both back, Esc puts the list away"):
        app.key("ctrl+z")
        await_stages(j, "asked", "asked", "asked", "asked")
        app.key("Escape")
        app.gone("label", _("“%s” needs: %s.") % (back.stage("agreed"), _("Reason")))


def merge_two(j):
    """The newer one is the same as the older."""
    _, app = j.word, j.app
    with j.step("two are merged side by side, the older stays"):
        select(j, "R-A1002", 1)
        app.key("m")
        app.find("label", j.words("Merge %u Case", "Merge %u Cases", 2).replace("%u", "2"))
        app.check_names()
        app.shot(j.folder / "merge.png")
        app.press(_("_Merge"))
        app.wait_for(lambda: sorted(stages(j)) == ["R-A1001", "R-A1003", "R-A1004"], "the merge")
        j.expect(json.loads(j.run("show", "cases.return", "R-A1001", "--json"))["reason"], "size")


def use_board(j, back):
    """Cards go with Shift and an arrow."""
    _, app = j.word, j.app
    with j.step("on the board a card goes on by Shift and an arrow"):
        app.click(app.find("button", _("Board by Stage")))
        app.find("button", _("%s: %s") % (back.stage("asked"), "3"))
        app.click(app.find("label", "R-A1004"))
        app.key("shift+Right")
        app.wait_for(lambda: stages(j)["R-A1004"] == "agreed", "the move")
        app.find("button", _("%s: %s") % (back.stage("agreed"), "1"))
        app.shot(j.folder / "board.png")
        app.check_names()

    with j.step("what the stage demands is asked in the panel"):
        app.click(app.find("label", "R-A1003"))
        app.key("shift+Right")
        app.find("heading", "R-A1003")
        back.choose("agreed", _("Reason"))
        back.confirm("agreed")
        app.wait_for(lambda: stages(j)["R-A1003"] == "agreed", "the move")
        app.find("button", _("%s: %s") % (back.stage("agreed"), "2"))


def cases_many(j):
    back = Register(j, "return")
    for words in (["subject=Cup"], ["reason=size"], [], ["reason=late"]):
        j.run("case", "new", "return", *words)
    j.start("--page", "cases.return")
    move_three(j, back)
    merge_two(j)
    use_board(j, back)


journey.main(cases_many)
