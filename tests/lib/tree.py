# SPDX-License-Identifier: GPL-3.0-or-later
"""A window as a screen reader sees it: nodes with a role, a name and states.

What AT-SPI and GTK 4.8 make of our widgets, so that journeys need not know:

- A control without a label has its class's name ("GtkSwitch") for a name,
  which is nameless to a person: Node.name is empty then.
- Pages that are not shown still count as visible, and those that once were
  keep their place. What the pointer cannot find is not shown: Node.is_shown.
- What is in a leaflet comes last child first: the panel before the list, the
  list before the sidebar.
- A toggle button is a "push button", a switch a "check box", an entry a
  "text": ROLES has the words that people use.
- Rows have no action and no name: Node.label is what is written in them.
- Nothing can be told to take the focus: App.focus clicks, or turns by Tab.
- libatspi remembers what it was told once; every look here asks anew.
"""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# GTK has no cache to ask for, which libatspi finds worth a warning each time.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None)

# By itself it gives up after 800 ms, which a busy machine takes now and then.
Atspi.set_timeout(20000, 30000)

ROLES = {
    "button": {"push button", "toggle button", "button"},
    "entry": {"text", "entry", "password text"},
    "switch": {"check box", "toggle button", "switch"},
    "check": {"check box", "radio button"},
    "row": {"table row", "list item"},
    "cell": {"table cell"},
    "window": {"frame", "dialog", "alert", "window"},
    "menu item": {"menu item", "check menu item", "radio menu item"},
}

# What a person can act on, and so must be able to call by its name.
CONTROLS = {"push button", "toggle button", "button", "text", "entry", "password text",
            "check box", "radio button", "switch", "combo box", "slider", "spin button",
            "link", "menu item", "check menu item", "radio menu item", "page tab"}

# The place of what has none.
NOWHERE = (0, 0, 0, 0)
# At most so far what a window tells of places is beside what is seen.
SHADOW = 8

CLASS_NAME = re.compile(r"^(?:Gtk|Gdk|Adw|Daybook)[A-Z]\w*$")


def matches(wanted, text):
    """Whether a name is the wanted one: a whole string, a pattern, or any."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text))
    return wanted == text


class Node:
    """One node. It may vanish at any time: then it is named "", has no
    children and is not shown, and acting on it raises GLib.Error."""

    def __init__(self, accessible):
        self._accessible = accessible

    def _ask(self, question, otherwise):
        try:
            return question(self._accessible)
        except GLib.Error:
            return otherwise

    def refresh(self):
        """Forgets what is remembered of this node and all below."""
        self._ask(Atspi.Accessible.clear_cache, None)

    @property
    def name(self):
        """The accessible name, or "" where there is none for people."""
        name = self._ask(Atspi.Accessible.get_name, "") or ""
        return "" if CLASS_NAME.match(name) else name

    @property
    def description(self):
        """What the name does not say."""
        return self._ask(Atspi.Accessible.get_description, "") or ""

    @property
    def role(self):
        """The role in AT-SPI's words."""
        return self._ask(Atspi.Accessible.get_role_name, "") or ""

    @property
    def states(self):
        """The names of the states, such as "focused" or "checked"."""
        found = self._ask(lambda node: node.get_state_set().get_states(), [])
        return {state.value_nick for state in found}

    @property
    def children(self):
        """The nodes right below."""
        count = self._ask(Atspi.Accessible.get_child_count, 0)
        found = [self._ask(lambda node, at=index: node.get_child_at_index(at), None)
                 for index in range(count)]
        return [Node(child) for child in found if child is not None]

    @property
    def text(self):
        """What an entry or a label holds."""
        return self._ask(lambda node: Atspi.Text.get_text(
            node, 0, Atspi.Text.get_character_count(node)), "")

    @property
    def label(self):
        """The name, or else what is written inside, joined by blanks."""
        if self.name:
            return self.name
        written = (node.name for node in self.walk() if node.role == "label")
        return " ".join(word for word in written if word)

    @property
    def place(self):
        """x, y, width, height in the window; all 0 for what has no place."""
        rect = self._ask(lambda node: Atspi.Component.get_extents(
            node, Atspi.CoordType.WINDOW), None)
        return (rect.x, rect.y, rect.width, rect.height) if rect else (0, 0, 0, 0)

    @property
    def is_shown(self):
        """Whether a person can see it, or could after scrolling."""
        return self._is_shown_at(self.place)

    def _is_shown_at(self, place):
        """The same with the place known, since each question takes its time."""
        x, y, width, height = place
        return width > 0 and height > 0 and self.has_point(x + width // 2, y + height // 2)

    @property
    def is_sensitive(self):
        """Whether a person may act on it."""
        return "sensitive" in self.states

    @property
    def is_on(self):
        """Whether a switch, check or toggle is on, or a row selected."""
        return bool(self.states & {"checked", "pressed", "selected"})

    def _shown_children(self, place):
        """The nodes right below with their places in which something may be shown. The
        pages of a stack have no place, what is in them has; but where neither has one,
        nothing is."""
        homeless = place == NOWHERE and self.role != "application"
        for child in self.children:
            at = child.place
            if at == NOWHERE:
                shown = not homeless and "visible" in child.states
            else:
                shown = child._is_shown_at(at)
            if shown:
                yield child, at

    def walk(self, place=None):
        """This node and all below that may be shown, depth first. `place` is the node's,
        where it is known."""
        yield self
        for child, at in self._shown_children(place or self.place):
            yield from child.walk(at)

    @property
    def parent(self):
        """The node right above, or None."""
        above = self._ask(Atspi.Accessible.get_parent, None)
        return Node(above) if above is not None else None

    @property
    def hidden_by(self):
        """What holds the node with its middle, or what is just below that, scrolled
        out of it, or None: then a click meets it, also where the window's shadow
        moves what is told by a few pixels."""
        x, y, width, height = self.place
        low = y + min(height // 2 + SHADOW, height - 2)
        above = self.parent
        while above is not None and above.role not in ROLES["window"]:
            if above.place != NOWHERE and not (above.has_point(x + width // 2, y + height // 2)
                                               and above.has_point(x + width // 2, low)):
                # A button's popover lies outside of it.
                return None if above.role in CONTROLS else above
            above = above.parent
        return None

    def has_point(self, x, y):
        """Whether the pointer, at a place in the window, is over it."""
        return self._ask(lambda node: Atspi.Component.contains(
            node, x, y, Atspi.CoordType.WINDOW), False)

    def search(self, role=None, name=None):
        """The shown nodes of a role (ROLES or AT-SPI's word) and a name
        (string, or pattern to search for), one by one in the order of the tree.
        Without a role only names count, not what is written in the nodes below."""
        self.refresh()
        roles = ROLES.get(role, {role})
        for node in self.walk():
            if role is None:
                found = matches(name, node.name)
            else:
                found = node.role in roles and matches(name, node.label)
            if found and node.is_shown:
                yield node

    def find_all(self, role=None, name=None):
        """All that search() comes to."""
        return list(self.search(role, name))

    def _actions(self):
        count = Atspi.Action.get_n_actions(self._accessible)
        return [Atspi.Action.get_action_name(self._accessible, index) for index in range(count)]

    def do(self, action):
        """Does an action of the widget's own, such as "window.close"."""
        try:
            Atspi.Action.do_action(self._accessible, self._actions().index(action))
        except GLib.Error as error:
            if "disconnected" not in error.message:  # It may have ended the program.
                raise

    def press(self):
        """Does what a click does: clicks, toggles, activates."""
        names = self._actions()
        for wanted in ("click", "toggle", "activate", "press"):
            if wanted in names:
                self.do(wanted)
                return
        raise ValueError(f"{self} has none of the actions of a click, but {names}")

    def set_text(self, text):
        """Puts a text into an entry, in place of what was there."""
        if not Atspi.EditableText.set_text_contents(self._accessible, text):
            raise ValueError(f"{self} cannot be written into")

    def unnamed(self):
        """The shown controls at or below that a screen reader has no name for.

        What the focus does not come to is no control but a wrapper around one;
        and the part of a named control, such as the button inside a menu
        button, answers to its name."""
        self.refresh()
        return list(self._unnamed_below(self.place))

    def _unnamed_below(self, place):
        is_control = self.role in CONTROLS
        if is_control and self.name:
            return
        if is_control and "focusable" in self.states and self._is_shown_at(place):
            yield self
            return
        for child, at in self._shown_children(place):
            yield from child._unnamed_below(at)

    def outline(self, depth=0):
        """The shown part of the tree as text, for the log of a failed test."""
        lines = []
        if self.name or self.role in CONTROLS | {"table row", "frame", "dialog"}:
            marks = sorted(self.states & {"focused", "checked", "selected", "pressed"})
            lines.append(" ".join([" " * depth + self.role, f"“{self.name}”", *marks]))
        for child in self.children:
            if child.is_shown or child.place == (0, 0, 0, 0):
                lines += child.outline(depth + 1)
        return lines

    def __repr__(self):
        return f"<{self.role} “{self.label}”>"


def application(pid):
    """The node of the program with a process id, or None while it has none."""
    desktop = Node(Atspi.get_desktop(0))
    desktop.refresh()
    for node in desktop.children:
        if node._ask(Atspi.Accessible.get_process_id, 0) == pid:
            return node
    return None
