#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop makes a register of its own from nothing, keeps a case in it, and no longer wants one of its
fields: the case still has it."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

NUMBER = "L-A1001"


class Editor:
    """The window in which a register is made, as a journey meets it."""

    def __init__(self, j):
        self.j, self.app = j, j.app

    def write(self, name, text):
        """Writes into a line over what is there."""
        self.app.write(self.app.find("entry", name), text)

    def add(self, question, *names):
        """Names new members, one after the other, in the line for them."""
        self.app.click(self.app.find("entry", self.j.word(question)))
        for name in names:
            self.app.type(name)
            self.app.key("Return")

    def open(self, name):
        """Opens or shuts what a row has."""
        self.app.click(self.app.find("row", name), across=0.3)

    def choose(self, name, steps):
        """Takes the choice so many steps down."""
        self.app.choose(self.app.find("combo box", self.j.word(name)), *["Down"] * steps, "Return")

    def save(self):
        """Saves it; the window goes."""
        self.app.press(self.j.word("_Save"))
        self.app.gone("button", self.j.word("_Save"))


def asked(app, page, command):
    """Chooses a command in the palette."""
    app.key("ctrl+k")
    app.find("entry", page)
    app.type(command)
    app.find("label", command)
    app.key("Return")


def own_register(j):
    _ = j.word
    app = j.start("--page", "cases.return")
    editor = Editor(j)
    palette = _("Search and Commands")
    app.find("label", _("Trash"))

    with j.step("a new register has three stages that make sense"):
        asked(app, palette, _("New Register…"))
        app.find("window", _("New Register"))
        for stage in ("Open", "In work", "Done"):
            app.find("row", _(stage, "stage"))
        app.check_names()

    with j.step("a title, and letters for the numbers by itself"):
        editor.write(_("Title"), "Loaned tools")
        app.find("heading", "Loaned tools")
        app.find("label", NUMBER)

    with j.step("two fields: a choice and money"):
        editor.add("New Field", "Tool", "Deposit")
        editor.open("Tool")
        editor.choose("Type", 2)
        editor.add("New Choice", "Drill", "Saw")
        editor.open("Tool")
        editor.open("Deposit")
        editor.choose("Type", 5)
        editor.open("Deposit")

    with j.step("a stage between work and the end"):
        editor.add("New Stage", "Lent")
        app.find("row", "Lent")

    with j.step("the preview shows them"):
        app.find("combo box", "Tool")
        app.find("entry", "Deposit")
        app.check_names()

    with j.step("a prefix that is taken is said in place, and cannot be saved"):
        editor.write(_("Numbers begin with"), "R")
        app.wait_for(lambda: not app.find("button", _("_Save")).is_sensitive, "saving to be impossible")
        app.press(_("Show"))
        editor.write(_("Numbers begin with"), "L")
        app.wait_for(lambda: app.find("button", _("_Save")).is_sensitive, "saving to be possible")

    with j.step("saved, it is in the sidebar"):
        editor.save()
        app.click(app.find("label", "Loaned tools"))
        app.find("label", _("%s: None Yet") % "Loaned tools")
        app.check_names()

    with j.step("a case is made, with a deposit"):
        app.key("c")
        app.press(_("Open the _Case"))
        app.find("heading", NUMBER)
        app.press(_("All Fields"))
        editor.write("Deposit", "50")
        app.key("Tab")
        app.wait_for(lambda: json.loads(j.run("show", "cases.loaned_tools", NUMBER, "--json")).get("deposit"), "the deposit")
        app.press(_("All Fields"))

    with j.step("and moved to the end"):
        for stage in (_("In work", "stage"), "Lent", _("Done", "stage")):
            app.press(stage)
            app.find("panel", _("Stage: %s") % stage)

    with j.step("the deposit is retired, in the same register"):
        asked(app, palette, _("Edit This Register…"))
        app.find("window", _("Edit Register"))
        editor.open("Deposit")
        app.click(app.find("button", _("Retire")))
        app.find("label", _("Retired · %s") % _("Money", "input"))
        app.gone("entry", "Deposit", within=app.find("window", _("Edit Register")))
        editor.save()

    with j.step("the open case has followed, and still has its deposit"):
        app.find("heading", NUMBER)
        app.find("label", _("No Longer Asked"))
        app.wait_for(lambda: not app.find("entry", "Deposit").is_sensitive, "a deposit to be read, not to be changed")
        app.check_names()

    with j.step("nothing is lost by closing, and undo asks for it again"):
        asked(app, palette, _("Edit This Register…"))
        editor.write(_("Title"), "Lent tools")
        app.key("Escape")
        app.press(_("_Discard"))
        app.gone("window", _("Edit Register"))
        app.key("ctrl+z")
        app.gone("label", _("No Longer Asked"))
        app.find("entry", "Deposit")


journey.main(own_register)
