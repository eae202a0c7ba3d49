#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+K: everything is found by a piece of it."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

# What a person remembers, and whose order it finds: its place in tmall.ORDERS.
PIECES = [
    ("a piece from the middle of the number", "30463", 2),
    ("the end of the number", "4740", 3),
    ("the whole name", "白居易", 4),
    ("the first letters of a name's sounds", "lqz", 1),
    ("a word in the middle of a title", "紫砂", 1),
    ("the buyer's name at the platform", "听雨轩", 2),
]


def search(j):
    _ = j.word
    app = desk.open_shop(j)
    for title, piece, at in PIECES:
        with j.step(f"{title} finds the order"):
            number = tmall.ORDERS[at][0]
            app.key("ctrl+k")
            palette = app.find("filler", _("Search and Commands"))
            app.type(piece)
            app.find("label", re.compile(f"^{number} · "), palette)
            app.key("Return")
            app.find("heading", number)
            app.gone(None, _("Search and Commands"))

    with j.step("what is nowhere is not found, and Esc goes back"):
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.type("99999999")
        app.find("label", _("Nothing Found"), palette)
        app.check_names()
        app.key("Escape")
        app.gone(None, _("Search and Commands"))

    with j.step("a command is found by its words, and done"):
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.check_names()
        app.type(_("History"))
        app.find("label", _("History"), palette)
        app.key("Return")
        app.find(None, _("Find in the titles of the history"))


journey.main(search)
