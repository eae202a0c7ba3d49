#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without the mouse: out of the list and back, round the panes, several orders."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402

FIRST = tmall.ORDERS[0][0]


def has_focus(j, node):
    """Whether the focus is at a node or below."""
    return bool(node.find_all(state="focused"))


def in_panel(app, close):
    """Whether the focus is right of the list, where the panel begins."""
    return any(node.place[0] >= close.place[0] - 20 for node in app.root.search(state="focused"))


def await_focus(j, role, name):
    """Waits until the focus is at a node or below it."""
    node = j.app.find(role, name)
    j.app.wait_for(lambda: has_focus(j, node), f"the focus at {node}")
    return node


def keys(j):
    _ = j.word
    app = desk.open_shop(j)
    selected = re.compile("^" + re.escape(j.words("%s selected", "%s selected", 2) % "2"))
    everything = re.compile("^" + re.escape(j.words("%s selected", "%s selected", 6) % "6"))
    app.resize(1180, 720)

    with j.step("Tab leaves the list, and Shift+Tab goes to the filters before it"):
        app.click(app.find("label", FIRST))
        await_focus(j, "table row", re.compile(re.escape(FIRST)))
        app.key("shift+Tab")
        await_focus(j, "button", _("Filter"))
        app.key("Tab")
        await_focus(j, "table row", re.compile(re.escape(FIRST)))

    with j.step("the bar for several orders comes after the list"):
        app.key("shift+Up")
        app.find("label", selected)
        app.key("Tab")
        await_focus(j, "button", _("Select Nothing"))
        app.key("shift+Tab")
        app.wait_for(lambda: not has_focus(j, app.find("button", _("Select Nothing"))), "the focus in the list")

    with j.step("F goes to its flags, Esc back to the rows, which stay selected"):
        app.key("f")
        await_focus(j, "button", _("No Flag"))
        app.key("Escape")
        app.wait_for(lambda: not has_focus(j, app.find("button", _("No Flag"))), "the focus in the list")
        app.find("label", selected)

    with j.step("a flag is set for both with the keyboard, and the next key is for the rows"):
        app.key("f")
        await_focus(j, "button", _("No Flag"))
        app.key("Right", "space")
        done = j.words("Flag of %u order changed", "Flag of %u orders changed", 2) % 2
        app.find("label", done)
        app.wait_for(lambda: not has_focus(j, app.find("button", _("Select Nothing")).parent.parent),
                     "the focus in the list")
        app.key("ctrl+z")
        app.find("label", _("Undo: %s") % done)

    with j.step("A opens its list of agents: Space is for that, and unselects no order"):
        app.key("ctrl+a")
        app.find("label", everything)
        app.key("a")
        app.find("label", _("Nobody"))
        app.key("space")
        app.find("label", everything)
        app.key("Down", "Return")
        app.find("label", j.words("Agent of %u order changed", "Agent of %u orders changed", 6) % 6)
        app.find("label", everything)
        app.key("ctrl+z")

    with j.step("F6 goes round sidebar, list and panel, and Shift+F6 the other way"):
        app.click(app.find("label", FIRST))
        app.key("Return")
        close = app.find("button", _("Close the Panel"))
        app.key("F6")
        app.wait_for(lambda: in_panel(app, close), "the focus in the panel")
        app.click(app.find("label", FIRST))
        app.key("Tab")
        app.wait_for(lambda: in_panel(app, close), "the focus in the panel, which comes after the list")
        app.key("F6")
        await_focus(j, "list", _("Places"))
        app.key("F6")
        await_focus(j, "table row", re.compile(re.escape(FIRST)))
        app.key("shift+F6")
        await_focus(j, "list", _("Places"))
        app.key("shift+F6")
        app.wait_for(lambda: in_panel(app, close), "the focus in the panel")
        app.key("Escape")
        app.gone("button", _("Close the Panel"))

    with j.step("a section of the sidebar is folded by its heading and by keys, and stays so"):
        places = app.find("list", _("Places"))
        app.find("label", _("Box on the Table"), places)
        app.click(app.find("label", _("Desk"), places))
        app.gone("label", _("Box on the Table"), places)
        app.key("Right")
        app.find("label", _("Box on the Table"), places)
        app.key("Down", "Left", "Left")
        app.gone("label", _("Box on the Table"), places)
        app.find("label", _("History"), places)
        app.quit()
        app = j.start()
        places = app.find("list", _("Places"))
        app.find("label", _("History"), places)
        app.gone("label", _("Box on the Table"), places)
        app.click(app.find("label", _("Desk"), places))
        app.find("label", _("Box on the Table"), places)

    with j.step("and says so among the shortcuts"):
        app.key("ctrl+question")
        app.find("label", _("Next Pane, Previous Pane"))
        app.key("ctrl+Next")
        app.find("label", _("Edit the Selected Phrase"))
        app.shot(j.folder / "shortcuts.png")
        app.key("Escape")
        app.gone("label", _("Edit the Selected Phrase"))

    with j.step("what the preferences say is said in them, with Undo"):
        desk.open_preferences(j, "_People")
        app.press(_("Add a Person"))
        dialog = app.window
        app.find("label", _("Person added"), dialog)
        app.press(_("Undo"), within=dialog)
        app.gone("label", _("New person"))
        app.check_names()
        # libadwaita takes the toast away by the first.
        app.key("Escape", "Escape")
        app.wait_for(lambda: len(app.root.children) == 1, "the preferences to close")


journey.main(keys)
