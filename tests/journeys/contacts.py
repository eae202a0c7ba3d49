#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the shop itself calls, what it plans, what it hears: cards to fill in, a contact, the days of the year, a note."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402

NAME = "Wang"


def rows(j, *words):
    """The rows of a list."""
    return json.loads(j.run(*words, "--json"))["rows"]


def make(j, name):
    """A new row, by its key: its title is asked for."""
    j.app.key("ctrl+shift+n")
    j.app.find("button", j.word("_Save"))
    j.app.type(name)
    j.app.key("Return")


def contacts(j):
    """The empty page offers cards; one more is made; the list of an emergency has an order."""
    _, app = j.word, j.app
    with j.step("the empty page offers cards to fill in, in one act"):
        desk.turn_to(j, "Trade Contacts")
        app.find("label", _("No Trade Contacts Yet"))
        app.check_names()
        app.press(_("Cards to Fill In"))
        app.wait_for(lambda: len(rows(j, "contact", "list")) == 5, "five cards")
        j.expect(len(rows(j, "contact", "emergency")), 2)

    with j.step("Ctrl+Shift+N makes one, which opens"):
        make(j, NAME)
        app.wait_for(lambda: len(rows(j, "contact", "list")) == 6, "the sixth")
        app.find("button", _("Move to the Trash"))
        app.check_names()

    with j.step("Delete and Ctrl+Z"):
        app.click(app.find("label", NAME))
        app.key("Delete")
        app.wait_for(lambda: len(rows(j, "contact", "list")) == 5, "it is gone")
        app.key("ctrl+z")
        app.wait_for(lambda: len(rows(j, "contact", "list")) == 6, "it is back")


def plans(j):
    """The days of the year, and a note."""
    _, app = j.word, j.app
    with j.step("the days on which the whole trade has something to do are a click away"):
        desk.turn_to(j, "Campaigns")
        app.press(_("The Trade’s Days of the Year"))
        app.wait_for(lambda: len(rows(j, "campaign", "list")) == 10, "ten days")
        app.find("label", re.compile("^618$"))
        j.expect([row["title"] for row in rows(j, "campaign", "list")].count("618"), 1)

    with j.step("a note of the market has its moment and its writer"):
        desk.turn_to(j, "Market Notes")
        make(j, NAME)
        app.wait_for(lambda: len(rows(j, "market", "list")) == 1, "the note")
        note = rows(j, "market", "list")[0]
        j.expect((note["title"], note["at"] is not None, note["agent"] is not None), (NAME, True, True))


def whole(j):
    """One shop, one after the other."""
    desk.open_shop(j)
    contacts(j)
    plans(j)


journey.main(whole)
