#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""While an input method composes, keys belong to it; while a text has the
focus, letters belong to the text.

GTK's own input method composes a character from its number: Ctrl+Shift+U, the
digits, and Enter or a blank, which end the composing and do nothing else."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

FIRST, SECOND = (order[0] for order in tmall.ORDERS[:2])
ZHANG = "张"


def compose(app, letter):
    """Begins to compose a character by its number, and ends it with Enter."""
    app.key("ctrl+shift+u", *f"{ord(letter):x}", "Return")


def in_note(j):
    """The note of an order."""
    app = j.app
    with j.step("letters in the note are text and no commands"):
        desk.open_order(j, FIRST)
        app.key("n")
        app.wait_for(lambda: "focused" in app.find("entry", "Our Note").states, "the note")
        app.type("nfajk.")
        app.wait_for(lambda: app.find("entry", "Our Note").text == "nfajk.", "the letters")
        app.key("Delete")
        app.find("heading", FIRST)

    with j.step("Enter that ends composing makes the character and no new line"):
        app.key("ctrl+a")
        compose(app, ZHANG)
        app.wait_for(lambda: app.find("entry", "Our Note").text == ZHANG, "the character")

    with j.step("Esc that ends composing leaves the panel open"):
        app.key("ctrl+shift+u", "5", "f", "Escape")
        app.type("x")
        app.wait_for(lambda: app.find("entry", "Our Note").text.endswith("x"), "the letter")
        app.find("heading", FIRST)
        app.find("button", "Close the Panel")
        j.expect(desk.orders(j), [order[0] for order in tmall.ORDERS])


def in_palette(j):
    """The search entry, where Enter opens what is found."""
    app = j.app
    with j.step("in the palette Enter ends composing first, and opens only then"):
        app.key("ctrl+k")
        palette = app.find("filler", "Search and Commands")
        compose(app, "李")
        app.wait_for(lambda: any(entry.text == "李" for entry in app.find_all("entry", None, palette)),
                     "the character")
        app.find("label", re.compile(f"^{SECOND} · "), palette)
        app.key("Return")
        app.gone(None, "Search and Commands")
        app.find("heading", SECOND)


def outside(j):
    """No text has the focus."""
    app = j.app
    with j.step("outside of texts the letters are commands"):
        app.click(app.find("label", FIRST))
        app.find("heading", FIRST)
        app.key("k")
        app.find("heading", SECOND)
        app.key("j")
        app.find("heading", FIRST)
        app.key("period")
        app.find("label", f"Copied: {FIRST}")


def walk(j):
    desk.open_shop(j)
    in_note(j)
    in_palette(j)
    outside(j)


journey.main(walk)
