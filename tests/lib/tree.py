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

A Node asks the program anew each time. A search is made on a Picture of the whole tree,
since GTK tells all that it was ever asked about in one answer.
"""

import functools
import re
from collections import namedtuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from bus import Bus, BusError, Question  # noqa: E402

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

# What a table shows of a row is shown with it: where, nobody needs to ask.
WHOLE = {"table row", "table cell"}

# The place of what has none.
NOWHERE = (0, 0, 0, 0)
# At most so far what a window tells of places is beside what is seen.
SHADOW = 8

CLASS_NAME = re.compile(r"^(?:Gtk|Gdk|Adw|Daybook)[A-Z]\w*$")

ROOT = "/org/a11y/atspi/accessible/root"
IN_WINDOW = int(Atspi.CoordType.WINDOW)
STATE_BITS = 32

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
ACTION = "org.a11y.atspi.Action"
TEXT = "org.a11y.atspi.Text"

ALL_ITEMS = Question("org.a11y.atspi.Cache", "GetItems")
CHILDREN = Question(ACCESSIBLE, "GetChildren")
NAME = Question.of(ACCESSIBLE, "Name")
DESCRIPTION = Question.of(ACCESSIBLE, "Description")
PARENT = Question.of(ACCESSIBLE, "Parent")
COUNT = Question.of(ACCESSIBLE, "ChildCount")
ROLE = Question(ACCESSIBLE, "GetRole")
STATES = Question(ACCESSIBLE, "GetState")
INTERFACES = Question(ACCESSIBLE, "GetInterfaces")
EXTENTS = Question(COMPONENT, "GetExtents", IN_WINDOW, types="u")
ACTION_COUNT = Question.of(ACTION, "NActions")
TEXT_LENGTH = Question.of(TEXT, "CharacterCount")

# What the program told of one node.
Fact = namedtuple("Fact", "role name states count is_widget")


def matches(wanted, text):
    """Whether a name is the wanted one: a whole string, a pattern, or any."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text))
    return wanted == text


def for_people(name):
    """A name, or "" where it is none for people."""
    return "" if name is None or CLASS_NAME.match(name) else name


@functools.cache
def role_name(number):
    """A role in AT-SPI's words."""
    return Atspi.role_get_name(Atspi.Role(number)) if number is not None else ""


def state_names(words):
    """The names of the states in the two words that stand for them."""
    return names_of_states(tuple(words or ()))


@functools.cache
def names_of_states(words):
    """As state_names(), once for all that are in the same."""
    return frozenset(Atspi.StateType(STATE_BITS * at + bit).value_nick
                     for at, word in enumerate(words) for bit in range(STATE_BITS) if word >> bit & 1)


def contains(x, y):
    """Whether the pointer, at a place in the window, is over a node."""
    return Question(COMPONENT, "Contains", x, y, IN_WINDOW, types="iiu")


def has_middle(place):
    """Whether the pointer, in the middle of a place, is over the node that has it."""
    x, y, width, height = place
    return contains(x + width // 2, y + height // 2)


class Picture:
    """A node and all below, as a program told of them at one moment.

    A program tells what a thousand nodes are in one answer, and each further question costs
    it a moment. So it is asked only what is below them, which pages are shown, and whether
    the pointer finds what is searched for."""

    def __init__(self, bus, program, top):
        self._bus = bus
        self._program = program
        self._top = top
        self._facts = {}
        self._above = {}
        self._places = {}
        self._found = {}
        self._below = {}
        for row in bus.ask(program, "/org/a11y/atspi/cache", ALL_ITEMS):
            (_, path), _, _, _, count, interfaces, name, role, _, states = row
            self._facts[path] = Fact(role_name(role), for_people(name), states, count, COMPONENT in interfaces)
        self._learn([top])
        level = [top]
        while level:
            level = self._open(level)

    def _ask_all(self, paths, *questions):
        """The answers to each of the questions, in the order of the paths."""
        answers = iter(self._bus.ask_all(self._program, [(path, question) for question in questions
                                                         for path in paths]))
        return [[next(answers) for _ in paths] for _ in questions]

    def _learn(self, paths):
        """Asks what nodes are that the program has not told of."""
        new = [path for path in paths if path not in self._facts]
        for path, *said in zip(new, *self._ask_all(new, ROLE, NAME, STATES, COUNT, INTERFACES)):
            role, name, states, count, interfaces = said
            self._facts[path] = Fact(role_name(role), for_people(name), states, count or 0,
                                     COMPONENT in (interfaces or ()))

    def _open(self, paths):
        """Makes known what is right below nodes, but for pages that are not shown; returns it."""
        # Of its root GTK does not tell how many there are.
        paths = [path for path in paths if path == ROOT or self._facts[path].count]
        below = {path: [child for _, child in children or ()]
                 for path, children in zip(paths, self._ask_all(paths, CHILDREN)[0])}
        self._learn([child for children in below.values() for child in children])
        self._above.update((child, path) for path in paths for child in below[path])
        self._look_at([child for path in paths if not self._facts[path].is_widget for child in below[path]])
        for path in paths:
            is_page = not self._facts[path].is_widget and path != ROOT
            self._below[path] = [child for child in below[path] if not is_page or self._found[child]]
        return [child for path in paths for child in self._below[path]]

    def _look_at(self, paths):
        """Asks where nodes are, and whether the pointer can find them there."""
        new = list(dict.fromkeys(path for path in paths if path not in self._places))
        self._places.update(zip(new, (tuple(place or NOWHERE) for place in self._ask_all(new, EXTENTS)[0])))
        sized = [(path, has_middle(self._places[path])) for path in new if all(self._places[path][2:])]
        self._found.update(dict.fromkeys(new, False))
        self._found.update((path, bool(found)) for (path, _), found
                           in zip(sized, self._bus.ask_all(self._program, sized)))

    def _is_visible(self, path):
        """Whether it says so of itself, wherever it is."""
        return "visible" in state_names(self._facts[path].states)

    def _whole(self, path):
        """The row that a node is a part of, or else the node itself."""
        while path != self._top and self._facts[self._above[path]].role in WHOLE:
            path = self._above[path]
        return path

    def _see(self, paths):
        """Makes known whether nodes are shown."""
        self._look_at(map(self._whole, paths))

    def is_shown(self, path):
        """Whether a person can see it, or could after scrolling."""
        whole = self._whole(path)
        self._look_at([whole])
        part = path
        while part != whole:
            if not self._is_visible(part):
                return False
            part = self._above[part]
        return self._found[whole] or path != whole == self._top

    def _says(self, path):
        """Whether a label counts for what it stands in. What has no place is only not drawn yet
        where that is shown."""
        return self.is_shown(path) or (self._places.get(path) == NOWHERE and self._is_visible(path)
                                       and path != self._top and self.is_shown(self._above[path]))

    def _labels(self, path):
        """What says something below a node."""
        return [below for below in self.walk(path)
                if self._facts[below].role == "label" and self._facts[below].name]

    def fact(self, path):
        """What is known of a node."""
        return self._facts[path]

    def below(self, path):
        """The nodes right below that may be shown."""
        return self._below.get(path, [])

    def walk(self, path):
        """A node and all below, depth first."""
        yield path
        for child in self.below(path):
            yield from self.walk(child)

    def shown(self):
        """All that is shown, to be asked about many."""
        everything = list(self.walk(self._top))
        self._see(everything)
        return {path for path in everything if self.is_shown(path)}

    def label(self, path):
        """The name, or else what is written inside, joined by blanks."""
        if self._facts[path].name:
            return self._facts[path].name
        return " ".join(self._facts[below].name for below in self._labels(path) if self._says(below))

    def _read(self, paths):
        """Makes known what is written in nodes, all at once."""
        labels = [label for path in paths if not self._facts[path].name for label in self._labels(path)]
        self._see(labels)
        self._see([self._above[label] for label in labels
                   if label != self._top and self._places.get(label) == NOWHERE])

    def search(self, top, role, name, state):
        """The shown nodes at or below `top`; see Node.search."""
        paths = [path for path in self.walk(top) if role is None or self._facts[path].role in ROLES.get(role, {role})]
        if state is not None:
            paths = [path for path in paths if state in state_names(self._facts[path].states)]
        if role is None:
            paths = [path for path in paths if matches(name, self._facts[path].name)]
        elif name is not None:
            self._read(paths)
            paths = [path for path in paths if matches(name, self.label(path))]
        self._see(paths)
        return [path for path in paths if self.is_shown(path)]


class Node:
    """One node. It may vanish at any time: then it is named "", has no
    children and is not shown, and acting on it raises BusError."""

    def __init__(self, bus, program, path):
        self._bus = bus
        self._program = program
        self._path = path

    def _at(self, path):
        return Node(self._bus, self._program, path)

    def _do(self, question):
        return self._bus.ask(self._program, self._path, question)

    def _ask(self, question, otherwise=None):
        try:
            return self._do(question)
        except BusError:
            return otherwise

    def _picture(self):
        """This node and all below as they are now; None where the program is gone."""
        try:
            return Picture(self._bus, self._program, self._path)
        except BusError as error:
            if error.is_late:
                raise
            return None

    @property
    def name(self):
        """The accessible name, or "" where there is none for people."""
        return for_people(self._ask(NAME))

    @property
    def description(self):
        """What the name does not say."""
        return self._ask(DESCRIPTION, "")

    @property
    def role(self):
        """The role in AT-SPI's words."""
        return role_name(self._ask(ROLE))

    @property
    def states(self):
        """The names of the states, such as "focused" or "checked"."""
        return state_names(self._ask(STATES))

    @property
    def children(self):
        """The nodes right below."""
        return [self._at(path) for _, path in self._ask(CHILDREN, ())]

    @property
    def text(self):
        """What an entry or a label holds."""
        length = self._ask(TEXT_LENGTH, 0)
        return self._ask(Question(TEXT, "GetText", 0, length, types="ii"), "")

    @property
    def label(self):
        """The name, or else what is written inside, joined by blanks."""
        name = self.name
        picture = None if name else self._picture()
        return picture.label(self._path) if picture else name

    @property
    def place(self):
        """x, y, width, height in the window; all 0 for what has no place."""
        return tuple(self._ask(EXTENTS, NOWHERE))

    @property
    def is_shown(self):
        """Whether a person can see it, or could after scrolling."""
        x, y, width, height = self.place
        return width > 0 and height > 0 and self.has_point(x + width // 2, y + height // 2)

    @property
    def is_sensitive(self):
        """Whether a person may act on it."""
        return "sensitive" in self.states

    @property
    def parent(self):
        """The node right above, or None."""
        _, path = self._ask(PARENT, (None, "/org/a11y/atspi/null"))
        return None if path == "/org/a11y/atspi/null" else self._at(path)

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
        return self._ask(contains(x, y), False)

    def search(self, role=None, name=None, state=None):
        """The shown nodes at or below this one of a role (ROLES or AT-SPI's word), a name
        (string, or pattern to search for) and a state, one by one in the order of the tree.
        Without a role only names count, not what is written in the nodes below."""
        picture = self._picture()
        if picture:
            yield from map(self._at, picture.search(self._path, role, name, state))

    def find_all(self, role=None, name=None, state=None):
        """All that search() comes to."""
        return list(self.search(role, name, state))

    def _actions(self):
        return [self._do(Question(ACTION, "GetName", at, types="i"))
                for at in range(self._do(ACTION_COUNT))]

    def press(self):
        """Does what a click does: clicks, toggles, activates."""
        names = self._actions()
        wanted = next((name for name in ("click", "toggle", "activate", "press") if name in names), None)
        if wanted is None:
            raise ValueError(f"{self} has none of the actions of a click, but {names}")
        try:
            self._do(Question(ACTION, "DoAction", names.index(wanted), types="i"))
        except BusError as error:
            if "disconnected" not in str(error):  # It may have ended the program.
                raise

    def set_text(self, text):
        """Puts a text into an entry, in place of what was there."""
        if not self._do(Question("org.a11y.atspi.EditableText", "SetTextContents", text, types="s")):
            raise ValueError(f"{self} cannot be written into")

    def unnamed(self):
        """The shown controls at or below that a screen reader has no name for.

        What the focus does not come to is no control but a wrapper around one;
        and the part of a named control, such as the button inside a menu
        button, answers to its name."""
        picture = self._picture()
        if not picture:
            return []
        return list(map(self._at, self._unnamed_below(picture, picture.shown(), self._path)))

    def _unnamed_below(self, picture, shown, path):
        fact = picture.fact(path)
        is_control = fact.role in CONTROLS
        if is_control and fact.name:
            return
        if is_control and "focusable" in state_names(fact.states) and path in shown:
            yield path
            return
        for child in picture.below(path):
            yield from self._unnamed_below(picture, shown, child)

    def outline(self):
        """The shown part of the tree as lines of text, for the log of a failed test."""
        picture = self._picture()
        if not picture:
            return []
        return list(self._outline_below(picture, picture.shown(), self._path, 0))

    def _outline_below(self, picture, shown, path, depth):
        fact = picture.fact(path)
        if path in shown and (fact.name or fact.role in CONTROLS | {"table row", "frame", "dialog"}):
            marks = sorted(state_names(fact.states) & {"focused", "checked", "selected", "pressed"})
            yield " ".join([" " * depth + fact.role, f"“{fact.name}”", *marks])
        for child in picture.below(path):
            yield from self._outline_below(picture, shown, child, depth + 1)

    def __repr__(self):
        return f"<{self.role} “{self.label}”>"


def application(pid):
    """The node of the program with a process id, or None while it has none."""
    bus = Bus.of_session()
    for name, _ in bus.ask("org.a11y.atspi.Registry", ROOT, CHILDREN):
        if bus.process_of(name) == pid:
            return Node(bus, name, ROOT)
    return None
