#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways back: the toast, the keys, the history, the trash."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

FIRST, SECOND, THIRD = (order[0] for order in tmall.ORDERS[:3])
NEWEST = tmall.ORDERS[-1][0]


def flags(j, flag):
    """How many orders have a flag, as the command line says."""
    return j.run("list", "orders", "--json").count(f'"flag":"{flag}"')


def flag(j, colour):
    """What a flag's button is called."""
    return j.word("Flag: %s") % j.word(colour, "flag")


def one(j):
    """One order."""
    _, app = j.word, j.app
    with j.step("a flag is set in the panel; the toast takes it back"):
        desk.open_order(j, FIRST)
        app.press(flag(j, "Red"))
        app.find("label", _("Flag set: %s") % _("Red", "flag"))
        app.press(_("Undo"))  # at once: a toast does not stay
        app.wait_for(lambda: flags(j, "red") == 0, "the undo")

    with j.step("set again it is set, and Ctrl+Z takes it back too"):
        app.press(flag(j, "Red"))
        app.wait_for(lambda: flags(j, "red") == 1, "a red flag")
        app.check_names()
        app.key("ctrl+z")
        app.wait_for(lambda: flags(j, "red") == 0, "the undo")


def many(j):
    """Several orders in one act."""
    _, app = j.word, j.app
    with j.step("three orders get a flag in one act"):
        app.click(app.find("label", NEWEST))
        app.key("shift+Down", "shift+Down")
        said = re.compile("^" + re.escape(j.words("%s selected", "%s selected", 3) % "3"))
        bar = app.find("label", said).parent.parent
        app.check_names()
        app.press(flag(j, "Blue"), within=bar)
        said = j.words("Flag of %u order changed", "Flag of %u orders changed", 3) % 3
        app.find("label", said)
        app.wait_for(lambda: flags(j, "blue") == 3, "three flags")

    with j.step("one Ctrl+Z takes all three back, Ctrl+Shift+Z sets them again"):
        app.click(app.find("label", SECOND))
        app.key("ctrl+z")
        app.wait_for(lambda: flags(j, "blue") == 0, "the undo")
        app.key("ctrl+shift+z")
        app.wait_for(lambda: flags(j, "blue") == 3, "the redo")


def history(j):
    """The act of long ago."""
    _, app = j.word, j.app
    said = j.words("Flag of %u order changed", "Flag of %u orders changed", 3) % 3
    with j.step("the history has the act, with what it changed"):
        desk.turn_to(j, "History")
        app.click(app.find("label", said, app.find("list", _("History"))))
        app.key("Return")
        app.find("heading", said)
        app.find("list", _("Changes"))
        app.check_names()

    with j.step("it is undone there, and done again"):
        app.press(_("_Undo This"))
        app.wait_for(lambda: flags(j, "blue") == 0, "the undo")
        app.press(_("_Redo This"))
        app.wait_for(lambda: flags(j, "blue") == 3, "the redo")
        app.find("button", _("_Undo This"))

    with j.step("what opened the book cannot be undone"):
        app.gone("button", _("Undo"))  # what said so lies over the oldest act
        app.click(app.find("label", _("Opened the book"), app.find("list", _("History"))))
        app.key("Return")
        app.find("heading", _("Opened the book"))
        app.gone("button", _("_Undo This"))


def trash(j):
    """Away and back."""
    _, app = j.word, j.app
    with j.step("an order in the trash is out of the list"):
        desk.turn_to(j, "All Orders")
        app.click(app.find("label", THIRD))
        app.find("heading", THIRD)
        app.key("Delete")
        app.wait_for(lambda: THIRD not in desk.orders(j), "the order to go")

    with j.step("the trash gives it back"):
        desk.turn_to(j, "Trash")
        app.click(app.find("label", re.compile(THIRD), app.find("list", _("Trash"))))
        app.check_names()
        app.press(_("_Restore"))
        app.wait_for(lambda: THIRD in desk.orders(j), "the order")
        app.find("label", _("The Trash Is Empty"))
        app.check_names()


def undo(j):
    desk.open_shop(j)
    one(j)
    many(j)
    history(j)
    trash(j)


journey.main(undo)
