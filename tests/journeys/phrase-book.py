#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop's phrases by keyboard: one with two blanks is written, stands among those that nobody uses, is said in a case
through the picker and leaves them, is put better from the picker, and goes and comes back with one key each."""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402

NUMBER = desk.tmall.ORDERS[0][0]
TITLE = "Colour and size"
OTHER = "Thank you"
UNUSED, MOST_USED = "Unused for 90 Days", "Most Used Phrases"


def picture(j, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        j.app.settle()
        j.app.shot(Path(folder) / f"phrase-book-{name}-{j.name}.png")


def rows(j, kind, where=""):
    return json.loads(j.run("list", kind, "--where", where, "--limit", "0", "--json"))["rows"]


def phrase(j):
    """The one that this is about, or None."""
    return next((row for row in rows(j, "phrases") if row["title"].startswith(TITLE)), None)


def turn_to(j, view, shown, hidden=None):
    """A view in the sidebar, until it shows the one phrase and not the other."""
    app = j.app
    app.click(app.find("list item", re.compile("^" + re.escape(j.word(view)) + "(, |，|$)")))
    app.find("label", shown)
    if hidden is not None:
        app.gone("label", hidden)


def prepare(j):
    j.run("import", desk.tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    j.run("phrase", "new", OTHER, "--text", "Thank you for your patience.", "--purpose", "thanks")
    j.run("case", "new", "inquiry", f"order={NUMBER}")


def write_one(j):
    _, app = j.word, j.app
    with j.step("a phrase with two blanks is written by keyboard, and seen as a customer reads it"):
        app.find("label", OTHER)
        app.key("shift+r")
        app.find("button", _("_Save"))
        app.type(TITLE)
        app.key("Return")
        app.type("{customer|Hello}, {?colour} in {?size}. I can't {custmer}")
        app.find("label", re.compile(r"\[colour\].*\[size\]"))
        app.find("label", re.compile(re.escape("{custmer}")))
        app.find("button", re.compile(re.escape(_("Better: “%s”").split("%s")[0])))
        app.check_names()
        picture(j, "form")
    with j.step("what is wrong with it is mended, and Ctrl+S keeps it"):
        app.key("ctrl+a")
        app.type("{customer|Hello}, {?colour} in {?size} is here.")
        app.gone("label", re.compile(re.escape("{custmer}")))
        app.key("ctrl+s")
        app.wait_for(lambda: phrase(j), "the phrase")
        app.find("heading", TITLE)
        app.find("label", "{customer|Hello}, {?colour} in {?size} is here.")
        app.check_names()
        picture(j, "read")


def find_in_picker(j):
    """For the inquiry, until the one phrase is found alone."""
    _, app = j.word, j.app
    app.click(app.find("list item", re.compile("^" + re.escape({"": "Inquiries", "zh_CN": "咨询"}[j.session.language or ""]))))
    app.click(app.find("label", "Q-A1001"))
    app.key("r")
    app.find("entry", _("Find a Phrase"))
    app.type("colour")
    app.gone("label", OTHER)
    app.find("label", TITLE, app.find("list", _("Phrases")))


def use_it(j):
    """In a case, through the picker."""
    _, app = j.word, j.app
    with j.step("nobody has used it yet"):
        turn_to(j, UNUSED, TITLE)
        app.find("label", OTHER)
        picture(j, "unused")
    with j.step("it is said in a case"):
        find_in_picker(j)
        app.key("Return")
        app.wait_for(lambda: "focused" in app.find(None, _("What Is Said")).states, "the focus in the text")
        app.type("blue")
        app.key("Tab")
        app.type("M")
        app.key("ctrl+Return")
        app.wait_for(lambda: len(rows(j, "uses")) == 1, "the use")
        app.gone("entry", _("Find a Phrase"))
    with j.step("it is unused no longer, and the most used"):
        turn_to(j, UNUSED, OTHER, TITLE)
        turn_to(j, MOST_USED, TITLE, OTHER)
        picture(j, "most-used")


def put_it_better(j):
    """From the picker to the form."""
    _, app = j.word, j.app
    with j.step("F4 in the picker leads to its form"):
        find_in_picker(j)
        app.key("F4")
        app.find("button", _("_Save"))
        app.wait_for(lambda: any("focused" in node.states for node in app.find_all(None, _("What It Says"))), "the focus in the text")
    with j.step("Esc keeps what was typed, and Ctrl+Z takes it back"):
        app.key("ctrl+End")
        app.type(" Bye!")
        app.gone("button", _("Undo"))  # the message of what was told, which takes the first Esc
        app.key("Escape")
        app.wait_for(lambda: phrase(j)["text"].endswith("Bye!"), "the change")
        app.gone("button", _("_Save"))
        app.key("ctrl+z")
        app.wait_for(lambda: phrase(j)["text"].endswith("here."), "what was there before")


def drop_it(j):
    _, app = j.word, j.app
    with j.step("Delete puts it into the trash, Ctrl+Z brings it back"):
        turn_to(j, MOST_USED, TITLE)
        app.click(app.find("label", TITLE))
        app.key("Delete")
        app.wait_for(lambda: phrase(j) is None, "no phrase")
        app.key("ctrl+z")
        app.wait_for(lambda: phrase(j), "the phrase again")
    with j.step("Ctrl+D writes it once more, otherwise"):
        app.click(app.find("label", TITLE))
        app.key("ctrl+d")
        app.find("button", _("_Save"))
        app.key("ctrl+s")
        app.wait_for(lambda: len([row for row in rows(j, "phrases") if row["title"].startswith(TITLE)]) == 2, "the copy")


def book(j):
    prepare(j)
    j.start("--page", "phrases")
    j.take_starters_back()
    write_one(j)
    use_it(j)
    put_it_better(j)
    drop_it(j)


journey.main(book)
