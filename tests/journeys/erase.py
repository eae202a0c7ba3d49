#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person is erased from the window; every byte of the folder is looked through afterwards."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
import tmall  # noqa: E402

NICK, NAME = "xueqing_murong", "慕容雪晴"


def traces(j):
    """The files in which the person is."""
    return [str(path.relative_to(j.data)) for path in sorted(j.data.rglob("*")) if path.is_file()
            and any(word.encode() in path.read_bytes() for word in (NICK, NAME))]


def erase(j):
    path = j.folder / "orders.csv"
    tmall.write(path, [("3801000000000904417", NICK, NAME, tmall.TO_SHIP, "64.00", "明前龙井 狮峰 100g"), tmall.ORDERS[1]])
    j.run("import", path, "--platform", "tmall")
    j.run("backup")
    j.start("--page", "customers")
    _, app = j.word, j.app

    with j.step("the command asks first, and says what will go"):
        app.click(app.find("label", re.compile(NICK + "$")))
        app.key("Return")
        app.find("button", _("Customer Menu"))
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.type(_("Erase This Person…").rstrip("…"))
        app.find("label", _("Erase This Person…"), palette)
        app.key("Return")
        app.find("label", _("Erase This Person?"))
        app.check_names()
        app.shot(j.folder / "ask.png")
        app.press(_("_Cancel"))
        app.gone("label", _("Erase This Person?"))
        j.expect(len(traces(j)) > 1, True)

    with j.step("from the card’s menu the person is erased, and it is said what was cleared where"):
        app.click(app.find("button", _("Customer Menu")))
        app.press(_("_Erase This Person…").replace("_", ""), role="menu item")
        app.press(_("_Erase"))
        app.find("label", _("The Person Is Erased"))
        app.find("list", _("What was cleared where"))
        app.check_names()
        app.shot(j.folder / "erased.png")
        app.press(_("_Close"))

    with j.step("nothing of the person is in any file"):
        j.expect(traces(j), [])


journey.main(erase)
