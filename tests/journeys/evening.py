#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The evening: a part-time agent sits down with her PIN, finds a caller by the last four digits of the phone, and shows
the number with a reason, and goes to dinner; the owner sees that, and says who answers for what."""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

OWNER, EVE = "2580", "6914"
# The caller: 13800130003.
AT, TAIL, WHOLE, REASON = 3, "0003", "13800130003", "caller asks where it is"
NOTE = "dinner until eight"


def ctl(j, pins, *words):
    """Runs daybookctl with PINs through a descriptor, one a line."""
    reading, writing = os.pipe()
    os.write(writing, "".join(pin + "\n" for pin in pins).encode())
    os.close(writing)
    command = [j.build / "src" / "cli" / "daybookctl", "--data", j.data, *words]
    done = subprocess.run([str(word) for word in command], env={**j.session.env, "DAYBOOK_PIN_FD": str(reading)}, pass_fds=(reading,),
                          check=False, capture_output=True, text=True)
    os.close(reading)
    j.expect((done.returncode, done.stderr), (0, ""))
    return done.stdout


def prepare(j):
    """A shop of two, with a PIN each."""
    j.run("import", tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    j.run("agent", "add", "Eve", "--code", "021", "--role", "part_time")
    ctl(j, [EVE], "--as", "001", "agent", "pin", "021")
    ctl(j, [OWNER], "--as", "001", "agent", "pin", "001")


def sit(j, pin):
    """Types a PIN where it is asked for."""
    app = j.app
    app.focus(app.find("entry", j.word("PIN")))
    app.type(pin)
    app.key("Return")


def person(j, *keys):
    """Chooses who sits down."""
    j.app.choose(j.app.find("combo box", j.word("Person")), *keys)


def sign_in(j):
    """Nobody gets in without the right PIN."""
    _, app = j.word, j.app
    with j.step("the window is shut, and nothing of the shop is to be seen"):
        app.find("label", _("Who Is at the Desk?"))
        app.gone("label", tmall.ORDERS[0][0])
        app.check_names()

    with j.step("a wrong PIN is not let in, and says so"):
        person(j, "Down", "Return")
        sit(j, "1357")
        app.find("label", (_("This is not the PIN of “%s”. Try again.") % "Eve"))
        app.gone("label", tmall.ORDERS[0][0])

    with j.step("the right one is"):
        sit(j, EVE)
        app.gone("label", _("Who Is at the Desk?"))
        app.find("list", _("Places"))

    with j.step("lists of everybody are not hers"):
        app.gone("label", _("Days to Come"))
        app.gone("label", _("VIPs"))


def look(j):
    """On shift any order is found."""
    _, app = j.word, j.app
    with j.step("she signs on"):
        app.click(app.find("button", re.compile("^" + re.escape(_("At the desk: %s") % "Eve"))))
        app.press(_("Sign _On for a Shift"), role="menu item")
        app.find("label", _("“%s” is on shift") % "Eve")

    with j.step("four digits of the phone find the caller"):
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.type(TAIL)
        app.find("label", re.compile(f"^{tmall.ORDERS[AT][0]} · "), palette)
        app.key("Return")
        app.find("heading", tmall.ORDERS[AT][0])
        app.find("label", re.compile(r"138\*+0003"))

    with j.step("the whole number is shown for a reason"):
        app.press(_("Show in Full for 30 Seconds"))
        app.find("label", _("Why Must You See It?"))
        app.check_names()
        app.type(REASON)
        app.key("Return")
        app.find("label", re.compile(WHOLE))


def leave(j):
    """Away from the desk for a while."""
    _, app = j.word, j.app
    with j.step("she goes to dinner, and says so by the command"):
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.type(_("Away From the Desk…").rstrip("…"))
        app.find("label", _("Away From the Desk…"), palette)
        app.key("Return")
        app.find("label", _("Your colleagues see it beside your name, with this note and since when."))
        app.check_names()
        app.type(NOTE)
        app.key("Return")
        app.find("label", _("“%s” is away from the desk") % "Eve")


def name_people(j):
    """The owner says who answers for what."""
    _, app = j.word, j.app
    with j.step("the owner sees that she is away, why and since when"):
        desk.open_preferences(j, "_People")
        app.find("label", re.compile(NOTE))

    with j.step("a channel gets somebody who answers for it"):
        app.find("label", _("Nobody is named yet. Name somebody for each channel, and who answers when they are not there."))
        app.click(app.find("button", _("Name Somebody for a Channel")))
        app.press(_("Phone", "channel"), role="menu item")
        app.find("button", _("Nobody answers for %s") % _("Phone", "channel"))
        app.find("label", re.compile(re.escape(_("Answers for: %s") % _("Phone", "channel"))))
        app.check_names()

    with j.step("a sub-account too"):
        entry = app.find("entry", _("Add a sub-account: its name"))
        app.focus(entry)
        app.type("teahouse:eve")
        app.key("Return")
        app.find("button", re.compile("teahouse:eve"))

    with j.step("who is taken away comes back by undo"):
        app.press(_("Nobody answers for %s") % _("Phone", "channel"))
        app.gone("button", _("Nobody answers for %s") % _("Phone", "channel"))
        app.press(re.compile("^" + re.escape(_("_Undo").replace("_", "").partition("(")[0])))
        app.find("button", _("Nobody answers for %s") % _("Phone", "channel"))
        app.key("Escape")


def oversee(j):
    """The owner."""
    _, app = j.word, j.app
    with j.step("Ctrl+L shuts the window, and the number is gone"):
        app.key("ctrl+l")
        app.find("label", _("Who Is at the Desk?"))
        app.gone("label", re.compile(WHOLE))

    with j.step("the owner sits down"):
        person(j, "Up", "Return")
        sit(j, OWNER)
        app.gone("label", _("Who Is at the Desk?"))
        app.gone("label", re.compile(WHOLE))

    with j.step("and sees who has looked, at what and why"):
        desk.turn_to(j, "Who Has Looked")
        app.find("label", re.compile(f"^Eve · {tmall.ORDERS[AT][0]}.*{_('Phone')}"))
        app.find("label", re.compile(REASON))
        app.find("label", _("New", "look"))
        app.check_names()

    with j.step("seen, it is new no more"):
        app.press(_("I Have Seen These"))
        app.gone("label", _("New", "look"))


def sit_down_after(j):
    """Who sits down where the owner was looking at everybody."""
    _, app = j.word, j.app
    with j.step("the owner has such lists"):
        desk.turn_to(j, "Days to Come")
        app.find("label", _("No Days to Come"))

    with j.step("who comes after is not left in one"):
        app.key("ctrl+l")
        app.find("label", _("Who Is at the Desk?"))
        person(j, "Down", "Return")
        sit(j, EVE)
        app.gone("label", _("Who Is at the Desk?"))
        app.gone("label", _("No Days to Come"))
        app.gone("label", _("Days to Come"))

    with j.step("the owner comes back"):
        app.key("ctrl+l")
        app.find("label", _("Who Is at the Desk?"))
        person(j, "Up", "Return")
        sit(j, OWNER)
        app.gone("label", _("Who Is at the Desk?"))


def evening(j):
    prepare(j)
    j.start("--page", "orders")
    sign_in(j)
    look(j)
    leave(j)
    oversee(j)
    sit_down_after(j)
    name_people(j)


journey.main(evening)
