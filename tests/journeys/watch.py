#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder that is watched for exports: what comes is offered, looked at, imported
or dismissed; and rows that were wrong are saved, corrected and taken again."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

NUMBERS = [order[0] for order in tmall.ORDERS]
RUINED = "1.93068E+15"
CORRECTED = "3801000000001111076"


def turn_on(j, folder):
    """In Preferences; it is off at first."""
    _, app = j.word, j.app
    with j.step("nothing is watched until somebody wants it"):
        tmall.write(folder / "before.csv")
        desk.open_preferences(j, "_Data")
        app.find("label", _("None was chosen"))
        desk.toggle(j, "Watch a folder for exports")
        app.find("label", str(folder))
        app.check_names()
        app.key("Escape")
        app.gone("window", _("Preferences"))


def offered(j, folder):
    """On whatever page, without taking anything."""
    _, app = j.word, j.app
    with j.step("what comes is told of, with the way to it"):
        desk.turn_to(j, "Customers")
        tmall.write(folder / "ExportOrderList202611221800.csv", ruined=True)
        app.find("label", j.words("%1$s new export in %2$s", "%1$s new exports in %2$s", 1)
                 .replace("%1$s", "1").replace("%2$s", folder.name))
        j.expect(desk.orders(j), [])
        app.press(_("Show"))
        app.find("label", _("New in %s") % folder.name)
        app.find("label", "ExportOrderList202611221800.csv")
        j.expect(app.has("label", "before.csv"), False)
        app.check_names()

    with j.step("looked at and left, it is still there"):
        app.press(_("Import “%s”…") % "ExportOrderList202611221800.csv")
        app.press(_("_Leave It"))
        app.press(_("Import “%s”…") % "ExportOrderList202611221800.csv")
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 6) % "6")
        j.expect(desk.orders(j), NUMBERS)


def corrected(j, folder):
    """The row that was wrong."""
    _, app = j.word, j.app
    path = folder / "corrected.csv"
    with j.step("the row that was wrong is saved, where it is not offered as it is"):
        app.press(_("_Save Problem Rows…"))
        chooser = app.find(None, _("Save Problem Rows"))
        app.wait_for(lambda: any(entry.text.endswith(".csv") and "focused" in entry.states
                                 for entry in app.find_all("entry", None, chooser)), "the name that is proposed")
        app.key("ctrl+a")
        app.type(str(path))
        app.wait_for(lambda: any(entry.text == str(path) for entry in app.find_all("entry", None, chooser)), "the whole path")
        app.press(_("_Save"), within=chooser)
        desk.give_away(j, "To carry out an order or settle a case", "I know that names, numbers and addresses are in it in full")
        app.find("label", j.words("%1$s row exported: %2$s", "%1$s rows exported: %2$s", 1)
                 .replace("%1$s", "1").replace("%2$s", path.name))
        app.press(_("_Done"))
        app.gone("label", _("New in %s") % folder.name)

    with j.step("corrected, it is offered, and comes in"):
        text = path.read_text(encoding="utf-8-sig")
        j.expect(text.count(RUINED), 1)
        path.write_text(text.replace(RUINED, CORRECTED), encoding="utf-8-sig")
        app.press(_("Import “%s”…") % path.name)
        app.press(_("_Import"))
        app.find("heading", j.words("%s Order Imported", "%s Orders Imported", 1) % "1")
        app.press(_("_Done"))
        j.expect(CORRECTED in j.run("list", "orders"), True)


def dismissed(j, folder):
    """What is not wanted."""
    _, app = j.word, j.app
    with j.step("what is dismissed goes, and stays away after a restart"):
        tmall.write(folder / "other.csv")
        app.press(_("Dismiss “%s”") % "other.csv")
        app.gone("label", "other.csv")
        app.quit()
        app = j.start("--page", "imports")
        app.find("label", "corrected.csv")
        tmall.write(folder / "later.csv")
        app.find("label", "later.csv")
        j.expect(app.has("label", "other.csv"), False)

    with j.step("a folder that is taken away is said, and followed again when it is back"):
        away = folder.rename(folder.parent / "away")
        app.find("label", _("The folder “%s” is not there. New exports are looked for again when it is back.") % folder.name)
        away.rename(folder)
        app.find("label", "later.csv")


def walk(j):
    """The journey."""
    folder = desk.make_downloads(j)
    j.start("--page", "imports")
    turn_on(j, folder)
    offered(j, folder)
    corrected(j, folder)
    dismissed(j, folder)


if __name__ == "__main__":
    journey.main(walk)
