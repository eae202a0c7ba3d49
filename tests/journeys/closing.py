#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window is closed while something is being typed: it is there the next
time. And the keys of the book, while a text has the focus, mean the text."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

ORDER = tmall.ORDERS[0][0]
OTHER = tmall.ORDERS[1][0]

NOTE = "Our Note"


def note(app):
    """The note of the open panel, once N has brought the focus there."""
    app.key("n")
    return app.wait_for(lambda: next((entry for entry in app.find_all("entry", NOTE)
                                      if "focused" in entry.states), None), "the note")


def write(app, text):
    """Types into the note, and waits until all of it stands there."""
    entry = note(app)
    app.type(text)
    app.wait_for(lambda: entry.text.endswith(text), "the words")


def end(j):
    """Waits for the program to end, which then has complained of nothing."""
    j.expect(j.app.process.wait(journey.LONG * journey.PATIENCE), 0)
    j.expect(j.app.complaints(), [])


def open_first(j, place):
    """Turns to a place and opens the first row of its list."""
    desk.turn_to(j, place)
    j.app.key("ctrl+Down", "Return")
    j.app.find("button", "Close the Panel")


def closing(j):
    app = desk.open_shop(j)

    with j.step("Ctrl+Z with nothing left to take back in the text leaves the book alone"):
        desk.open_order(j, ORDER)
        app.find(None, "Flag: Red").press()
        app.find("label", "Flag set: Red")
        write(app, "abc")
        app.key(*["ctrl+z"] * 5)
        app.wait_for(lambda: app.find("entry", NOTE).text == "", "the empty note")
        app.key("ctrl+f", "ctrl+z", "ctrl+shift+z")
        app.key("Escape")
        j.expect("Undo" in j.run("history"), False)
        j.expect("red" in j.run("show", "order", ORDER), True)

    with j.step("outside of it Ctrl+Z takes back the act"):
        app.click(app.find("label", OTHER))
        app.key("ctrl+z")
        app.find("label", "Undo: Flag set: Red")

    with j.step("Ctrl+Q saves the note that is being typed"):
        write(app, "called her at noon")
        app.key("ctrl+q")
        end(j)
        app = j.start()
        app.find("label", "called her at noon")
        j.expect("called her at noon" in j.run("show", "order", OTHER), True)

    with j.step("and Ctrl+W, and the flag set just before"):
        desk.open_order(j, ORDER)
        app.find(None, "Flag: Blue").press()
        write(app, "wants the tin")
        app.key("ctrl+w")
        end(j)
        j.expect([word in j.run("show", "order", ORDER) for word in ("wants the tin", "blue")],
                 [True, True])

    with j.step("a flag alone is not lost either"):
        app = j.start()
        desk.open_order(j, OTHER)
        app.click(app.find(None, "Flag: Green"))
        app.key("ctrl+q")
        end(j)
        j.expect("green" in j.run("show", "order", OTHER), True)

    with j.step("the close button saves a customer's note"):
        app = j.start()
        open_first(j, "Customers")
        write(app, "likes it strong")
        app.press(j.word("Close"))
        end(j)
        j.expect("likes it strong" in j.run("list", "customers", "--json"), True)

    with j.step("and Ctrl+Q a product's"):
        app = j.start("--sample")
        open_first(j, "Products")
        write(app, "is out of print")
        app.key("ctrl+q")
        end(j)
        app = j.start("--sample")
        desk.turn_to(j, "Products")
        app.find("label", "is out of print")


journey.main(closing)
