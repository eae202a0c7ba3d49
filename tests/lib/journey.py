# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys: a person's way through the real window, by its accessibility tree.

A journey is a program of its own under tests/journeys/:

    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
    import journey

    def undo(j):
        app = j.start("--sample")
        with j.step("the note is saved"):
            app.focus(app.find("row", re.compile("1042")))
            app.find("entry", "Our note").set_text("call back")
            app.key("Return")
            app.find("label", "call back")
        with j.step("Ctrl+Z takes it back"):
            app.key("ctrl+z")
            app.gone("label", "call back")
        with j.step("every control has a name"):
            app.check_names()

    journey.main(undo)

and a line in tests/journeys/meson.build. Words that the program translates are
looked up by j.word(), so that one journey serves every language. It runs in a session of its own
(session.py) and prints TAP: one point per step. A step fails when something
raises in it, most often because what is waited for does not come; the log then
has the window's outline, and a picture is left in the build tree under
tests/journeys/. A step that fails ends the journey.

To watch one by hand:

    tests/journeys/undo.py BUILD-FOLDER [--language zh_CN] [--style dark]
"""

import argparse
import contextlib
import datetime
import fcntl
import gettext
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
import traceback
from pathlib import Path

import tap
from session import PATIENCE, Session

LIB = Path(__file__).resolve().parent
ROOT = LIB.parent.parent

# What a program says on standard error when something is wrong with it.
COMPLAINT = re.compile(r"-(?:WARNING|CRITICAL|ERROR) \*\*|Sanitizer|runtime error:")

# Where the shop is: a day begins there when another does elsewhere.
CHINA = datetime.timezone(datetime.timedelta(hours=8))

# Pixels by which one notch of the wheel moves a list at the least.
WHEEL = 100

# So long a person would wait, on a machine that has much else to do.
LONG = 60

# Other people's complaints, which a session without a desktop brings about; and that of GTK 4.8 when a
# window goes whose labels name others: it takes its own reference away twice.
NOT_OURS = re.compile(r"dconf|Unable to acquire session bus|Theme parser|xdg-desktop-portal|couldn't find weak ref")


class JourneyError(AssertionError):
    """What a person would have expected did not happen."""


def said(what):
    """The words for something: made only where they are said, since the program is asked for them."""
    return what() if callable(what) else what


class App:
    """The running program, as a person meets it."""

    def __init__(self, session, command, log):
        self._session = session
        self._log = log
        with open(log, "wb") as stream:
            self.process = session.start([str(word) for word in command],
                                         stdout=stream, stderr=stream)
        import tree  # The bindings look for the session when they are loaded.
        self._tree = tree
        self.root = None
        self.root = self.wait_for(lambda: tree.application(self.process.pid),
                                  "the program on the accessibility bus", 30)
        self.wait_for(lambda: self.window, "a window", 30)

    # Looking

    @property
    def window(self):
        """The window that has the focus, or else the last one; None if none."""
        windows = [node for node in self.root.children if node.role in self._tree.ROLES["window"]]
        active = [node for node in windows if "active" in node.states]
        return (active or windows or [None])[-1]

    @staticmethod
    def soon(holds, seconds=1):
        """Whether it holds within a moment."""
        end = time.monotonic() + seconds * PATIENCE
        while not holds():
            if time.monotonic() >= end:
                return False
            time.sleep(0.03)
        return True

    def wait_for(self, holds, what, seconds=LONG):
        """Waits until `holds()` is true and returns what it returned. `what`
        names it for the log: "the toast", or says that when it is called."""
        end = time.monotonic() + seconds * PATIENCE
        while True:
            answer = holds()
            if answer:
                return answer
            if self.process.poll() is not None:
                raise JourneyError(f"waiting for {said(what)}: the program ended with status "
                                   f"{self.process.returncode}")
            if time.monotonic() > end:
                raise JourneyError(f"{said(what)}: not within {seconds * PATIENCE:g} s")
            time.sleep(0.03)

    def find_all(self, role=None, name=None, within=None):
        """What is shown now of a role and name; see tree.Node.search.
        `within` is the node to look in: most words stand in several places."""
        return (within or self.root).find_all(role, name)

    def _first(self, role, name, within):
        return next((within or self.root).search(role, name), None)

    def find(self, role=None, name=None, within=None, seconds=LONG):
        """Waits for the first node of a role and name, and returns it."""
        return self.wait_for(lambda: self._first(role, name, within),
                             f"{role or 'a node'} {name!r}", seconds)

    def gone(self, role=None, name=None, within=None, seconds=LONG):
        """Waits until no node of a role and name is shown."""
        self.wait_for(lambda: not self.has(role, name, within),
                      f"{role or 'the node'} {name!r} to go", seconds)

    def has(self, role=None, name=None, within=None):
        """Whether such a node is shown right now."""
        return self._first(role, name, within) is not None

    def check_names(self):
        """Raises where a shown control has no name for people."""
        unnamed = self.root.unnamed()
        if unnamed:
            raise JourneyError("without a name: " + "; ".join(
                f"{node.role} at {node.place[:2]} ({node.description or node.label or 'bare'})"
                for node in unnamed))

    def outline(self):
        """The shown part of the tree, as text."""
        return "\n".join(self.root.outline())

    # Acting

    def press(self, name, role="button", within=None):
        """Presses a button by its name, once it can be pressed."""
        node = self.find(role, name, within)
        self.wait_for(lambda: node.is_sensitive, lambda: f"{node} to be possible")
        node.press()

    def _xdotool(self, *words):
        done = subprocess.run(["xdotool", *map(str, words)], env=self._session.env, check=False,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise JourneyError(f"xdotool {words[0]}: {done.stderr.strip()}")
        return done.stdout.split()

    def _is_popup(self, number):
        """Whether a window is a tooltip or a menu: those never have the keyboard,
        and what is struck while one was given it is lost."""
        told = subprocess.run(["xwininfo", "-id", str(number)], env=self._session.env,
                              capture_output=True, text=True, check=False).stdout
        return "Override Redirect State: yes" in told

    def _own_windows(self):
        """The program's X windows. One that closes while they are counted ends the count:
        it is made again."""
        for left in reversed(range(5)):
            try:
                return set(map(int, self._xdotool("search", "--all", "--onlyvisible", "--pid",
                                                  self.process.pid, "--name", "")))
            except JourneyError as error:
                if "BadWindow" not in str(error) or left == 0:
                    raise
        return set()

    def _x_window(self):
        """The X window on top: without a window manager, the last one opened."""
        ours = self._own_windows()
        listing = subprocess.run(["xwininfo", "-root", "-children", "-int"],
                                 env=self._session.env, capture_output=True, text=True,
                                 check=True).stdout
        for line in listing.splitlines():
            number = re.match(r"\s+(\d+) ", line)
            if number and int(number[1]) in ours and not self._is_popup(int(number[1])):
                return int(number[1])
        raise JourneyError("the program has no window on the screen")

    def _take_keyboard(self):
        self._xdotool("windowfocus", self._x_window())

    def key(self, *keys):
        """Strikes keys, in xdotool's words: "ctrl+k", "Return", "shift+Tab"."""
        self._take_keyboard()
        self._xdotool("key", "--delay", 30, *keys)

    def type(self, text):
        """Types a text where the focus is, letter by letter. What no key has is
        composed from its number, as GTK's own input method does it: to give
        keys another meaning while they are struck loses letters under load."""
        self._take_keyboard()
        for part in re.findall(r"[ -~]+|[^ -~]", text):
            if part.isascii():
                self._xdotool("type", "--delay", 20, "--", part)
            else:
                self._xdotool("key", "--delay", 20, "ctrl+shift+u", *f"{ord(part):x}", "space")

    def _still_place(self, node):
        """The node's place once it stands still, for half a moment, as a person
        waits for it; None while it moves or is not shown."""
        before = node.place
        time.sleep(0.1)
        return before if node.is_shown and node.place == before else None

    def _scroll_to(self, node):
        """Turns the wheel towards a node, so often as brings it near; whether a click would meet
        it."""
        x, y, width, height = self.wait_for(lambda: self._still_place(node),
                                            lambda: f"{node} to stand still")
        around = node.hidden_by
        if around is None:
            return True
        left, top, _, height_around = around.place
        middle = top + height_around // 2
        self._point(max(left, x + width // 2), middle)
        away = y + height // 2 - middle
        self._xdotool("click", "--repeat", max(1, abs(away) // WHEEL), "--delay", 10, 5 if away > 0 else 4)
        return False

    def _point(self, x, y):
        """Moves the pointer to a place in the window."""
        window = self._x_window()
        self._xdotool("mousemove", "--window", window, *self._inside(window, x, y))

    def bring_to_sight(self, node):
        """Scrolls to a node as a person would, once it stands still."""
        self.wait_for(lambda: self._scroll_to(node), lambda: f"{node} in sight")

    def click(self, node, button=1, across=0.5):
        """Clicks with the mouse on a node, in its middle or where it is said across it: for
        what has no action. Before, it is waited for and scrolled to as a person would."""
        self.bring_to_sight(node)
        x, y, width, height = node.place
        self._point(x + int(width * across), y + height // 2)
        self._xdotool("click", button)

    def _are_choices_open(self):
        return bool(self.root.find_all("list item", state="focused"))

    def _open_choices(self, node):
        """Clicks on a list of choices; whether it is open then: what moved a moment ago has taken
        the click."""
        self.click(node)
        return self.soon(self._are_choices_open, 5)

    def _pick(self, node, keys):
        """Opens a list of choices, goes in it by keys, and waits until it is shut: keys before it
        is open are lost, and a click before it is shut."""
        self.wait_for(lambda: self._open_choices(node), lambda: f"the choices of {node}")
        self.key(*keys)
        if keys[-1] == "Return":
            self.wait_for(lambda: not self._are_choices_open(), lambda: f"the choices of {node} to go")

    def choose(self, node, *keys):
        """Chooses something else in a list of choices, by keys. Once more where it still says what it
        said: a key was lost while the list came up."""
        def shown():
            return [label.name for label in node.find_all("label")]

        before = shown()
        self._pick(node, keys)
        if not self.soon(lambda: shown() != before):
            self._pick(node, keys)

    def _is_written(self, node, text, across):
        """Types over what is there; whether the text is seen there then."""
        self.click(node, across=across)
        self.key("ctrl+a")
        self.type(text)
        return self.soon(lambda: node.text == text)

    def write(self, node, text, across=0.5):
        """Writes into a line, a text or a number over what is there, and leaves it. Once more
        where it is not seen there: what was still shutting has taken the click."""
        self.wait_for(lambda: self._is_written(node, text, across), lambda: f"“{text}” in {node}")
        self.key("Tab")

    def pull(self, node, to, across=0.5):
        """Takes hold of a node with the mouse, where it is said across it, and lets it go in the middle of
        another."""
        self.bring_to_sight(node)
        x, y, width, height = node.place
        begin = (x + min(int(width * across), width - 3), y + height // 2)
        end = (to.place[0] + to.place[2] // 2, to.place[1] + to.place[3] // 2)
        self._point(*begin)
        self._xdotool("mousedown", 1)
        # What is dragged is told so by the pointer's way.
        for step in range(1, 11):
            self._point(*(begin[i] + (end[i] - begin[i]) * step // 10 for i in (0, 1)))
            time.sleep(0.03)
        self._xdotool("mouseup", 1)

    def click_cell(self, row, column, times=1):
        """Clicks where a row and a column of a list cross, by what names them: the
        cell itself may hold nothing."""
        self.bring_to_sight(row)
        self.wait_for(lambda: self._still_place(column), lambda: f"{column} to stand still")
        self._point(column.place[0] + column.place[2] // 2, row.place[1] + row.place[3] // 2)
        self._xdotool("click", "--repeat", times, "--delay", 60, 1)

    def drop(self, *paths):
        """Drags files from another window, in the corner, onto this one, and
        lets them go where they would be taken."""
        self._xdotool("windowmove", "--sync", self._x_window(), 160, 0)
        said = Path(self._log).with_name("drag.txt")
        steps = itertools.count(0, 21)
        with open(said, "wb") as stream:
            files = self._session.start([sys.executable, LIB / "drag.py", *paths], stdout=stream)

        def last_word():
            return (said.read_text(encoding="utf-8").split() or [""])[-1]

        def carry():
            # Windows are asked about a drop when the pointer moves.
            at = next(steps)
            self._xdotool("mousemove", 60 + min(at, 400) + at % 2, 40 + min(at, 400) // 2)
            return at > 400 and last_word() == "taken"

        self.wait_for(lambda: last_word() == "ready", "the other window")
        self._xdotool("mousemove", 60, 40)
        self._xdotool("mousedown", 1)
        self.wait_for(carry, "the file to be taken")
        self._xdotool("mouseup", 1)
        return files

    def copy(self, path):
        """Puts a picture, or a text (.txt), into the clipboard, as another program would."""
        said = Path(self._log).with_name("copy.txt")
        with open(said, "wb") as stream:
            other = self._session.start([sys.executable, LIB / "clipboard.py", path], stdout=stream)
        self.wait_for(lambda: said.read_text(encoding="utf-8").split() == ["ready"], "it in the clipboard")
        return other

    def copied(self):
        """The text in the clipboard, as another program would paste it."""
        done = subprocess.run([sys.executable, str(LIB / "clipboard.py"), "--read"], env=self._session.env, check=True,
                              capture_output=True, text=True, timeout=LONG * PATIENCE)
        return done.stdout

    def focus(self, node):
        """Moves the keyboard's focus to a node: by a click into an entry or on
        a row, which that does no harm, else by the Tab key."""
        self.wait_for(lambda: node.is_shown, lambda: f"{node} on the screen")
        harmless = self._tree.ROLES["entry"] | self._tree.ROLES["row"]
        if node.role in harmless:
            self.click(node)
            return
        for _ in range(100):
            if "focused" in node.states:
                return
            self.key("Tab")
        raise JourneyError(f"the Tab key does not come to {node}")

    def _inside(self, window, x, y):
        """A place in the window's contents, counted from its frame's corner."""
        shape = dict(line.split("=") for line in
                     self._xdotool("getwindowgeometry", "--shell", window))
        _, _, width, height = self.window.place
        return x + (int(shape["WIDTH"]) - width) // 2, y + (int(shape["HEIGHT"]) - height) // 2

    def resize(self, width, height):
        """Makes the window as large as a person would drag it."""
        window = self._x_window()
        self._xdotool("windowmove", window, 0, 0)
        self._xdotool("windowsize", "--sync", window, width, height)

    def place_dialog(self, width, height):
        """Puts a dialog in the middle of a screen of this size and makes it fit,
        as a window manager would; the main window stays where it is."""
        window = self._x_window()
        shape = dict(line.split("=") for line in
                     self._xdotool("getwindowgeometry", "--shell", window))
        if len(self.root.children) < 2:
            return
        breadth, depth = min(int(shape["WIDTH"]), width), min(int(shape["HEIGHT"]), height)
        self._xdotool("windowsize", "--sync", window, breadth, depth)
        self._xdotool("windowmove", window, (width - breadth) // 2, (height - depth) // 2)
        self.settle()

    def shot(self, path):
        """Takes a picture of the window on top; `path` ends in .png."""
        subprocess.run(["import", "-silent", "-window", str(self._x_window()), str(path)],
                       env=self._session.env, check=True)

    def settle(self, seconds=LONG):
        """Waits until the picture of the window stands still: for pictures
        only, since a journey waits for what a person would wait for."""
        seen = []

        def still():
            seen.append(subprocess.run(["import", "-silent", "-window", str(self._x_window()),
                                        "rgb:-"], env=self._session.env, check=True,
                                       capture_output=True).stdout)
            time.sleep(0.3)
            return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

        self.wait_for(still, "the window to stand still", seconds)

    def quit(self, seconds=20):
        """Closes the window and waits for the program's end."""
        self._session.close_window(self.process.pid)
        status = self.process.wait(seconds * PATIENCE)
        if status != 0:
            raise JourneyError(f"the program ended with status {status}")

    def complaints(self):
        """What the program said on standard error that a person should hear of."""
        text = Path(self._log).read_text(encoding="utf-8", errors="replace")
        return [line for line in text.splitlines()
                if COMPLAINT.search(line) and not NOT_OURS.search(line)]


def take(folder):
    """Has a folder, with nothing in it, until the process ends; False: another process has it."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return False
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return True


def own_folder(folder):
    """The folder for what a journey makes and leaves. A second run at the same time has one with a
    number: they would set each other's clocks and take away each other's files."""
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in itertools.count(2))
    return next(path for path in itertools.chain([folder], numbered) if take(path))


class Journey:
    """One journey: its session, its files, its steps."""

    def __init__(self, name, build, session):
        self.name = name
        self.build = Path(build).resolve()
        self.session = session
        self.app = None
        self.plan = tap.Plan()
        self.over = False
        self.folder = own_folder(self.build / "tests" / "journeys" / name)
        # The shop's folder, unless a journey says another.
        self.data = self.session.home / "shop"
        self._words = gettext.translation("daybook", self.build / "po",
                                          [session.language or "en"], fallback=True)

    def word(self, text, context=None):
        """What the program says for a text of its sources, without the mark of
        a menu's key."""
        said = self._words.pgettext(context, text) if context else self._words.gettext(text)
        return said.replace("_", "")

    def words(self, one, many, count):
        """The same for a text that depends on a number."""
        return self._words.ngettext(one, many, count)

    def environment(self):
        """Tells the session where the programs find what is not installed."""
        self.session.env.update(
            GSETTINGS_SCHEMA_DIR=str(self.build / "data"),
            XDG_DATA_DIRS=f"{ROOT / 'data'}:/usr/local/share:/usr/share",
            DAYBOOK_PKGDATADIR=str(ROOT / "data"),
            DAYBOOK_LOCALEDIR=str(self.build / "po"))

    def start(self, *arguments, program=None):
        """Opens Daybook on the journey's own data folder; returns its App. It begins at the orders,
        where there are any, unless another page is said."""
        program = program or [self.build / "src" / "app" / "daybook", "--data", self.data]
        if "--page" not in arguments and ("--sample" in arguments or self.has_orders()):
            arguments = (*arguments, "--page", "orders")
        log = self.folder / f"{len(list(self.folder.glob('*.log')))}.log"
        self.app = App(self.session, [*program, *arguments], log)
        return self.app

    def has_orders(self):
        """Whether the book is there, whole, and has any."""
        try:
            return (self.data / "daybook.db").exists() and json.loads(self.run("list", "orders", "--limit", "1", "--json"))["total"] > 0
        except JourneyError:
            return False

    def give(self, *files):
        """Gives files to the program that is open, as a file manager does."""
        command = [self.build / "src" / "app" / "daybook", "--data", self.data, *files]
        done = subprocess.run([str(word) for word in command], env=self.session.env, check=False,
                              capture_output=True, text=True, timeout=LONG * PATIENCE)
        self.expect(done.returncode, 0)

    def run(self, *arguments):
        """Runs daybookctl on the same data; returns what it printed."""
        command = [self.build / "src" / "cli" / "daybookctl", "--data", self.data, *arguments]
        done = subprocess.run([str(word) for word in command], env=self.session.env, check=False,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise JourneyError(f"daybookctl {arguments[0]} exits with {done.returncode}: "
                               f"{done.stderr}")
        return done.stdout

    def take_starters_back(self):
        """The articles and phrases that a new shop begins with go: what a journey writes itself is alone, and no
        review of theirs comes due in a year."""
        rows = json.loads(self.run("history", "--limit", "0", "--json"))["rows"]
        act, = [row["id"] for row in rows if row["title"] == self.word("Starter articles and phrases")]
        self.run("undo", act)

    @staticmethod
    def expect(found, wanted):
        """Raises where something is not as it should be."""
        if found != wanted:
            raise JourneyError(f"{found!r} instead of {wanted!r}")

    @contextlib.contextmanager
    def step(self, title):
        """One point of the plan. What raises inside fails it and ends the journey."""
        try:
            yield
        except Exception:
            self.plan.check(title, False, traceback.format_exc())
            self._leave_traces()
            raise SystemExit(self.plan.finish()) from None
        self.plan.check(title, True)

    def _leave_traces(self):
        with contextlib.suppress(Exception):
            self.plan.note(self.app.outline())
            self.app.shot(self.folder / "failed.png")
            self.plan.note(f"picture: {self.folder / 'failed.png'}")
            self.plan.note("\n".join(self.app.complaints()))

    def finish(self):
        """Closes the program; the last step is that it had nothing to complain of."""
        if self.app and self.app.process.poll() is None:
            with self.step("the window closes and the program ends"):
                self.app.quit()
        if self.app:
            self.plan.none("the program complained of nothing", self.app.complaints())
        return self.plan.finish()


def main(walk):
    """Runs one journey as a program: `walk` is given the Journey."""
    parser = argparse.ArgumentParser()
    parser.add_argument("build", help="the build tree")
    parser.add_argument("--language", choices=["zh_CN", "zh_TW"])
    parser.add_argument("--style", choices=["light", "dark"])
    options = parser.parse_args()
    name = "-".join(filter(None, [Path(sys.argv[0]).stem, options.language, options.style]))

    with Session(options.language, options.style) as session:
        journey = Journey(name, options.build, session)
        journey.environment()
        os.environ.clear()  # The bindings speak to the same bus as the program.
        os.environ.update(session.env)
        walk(journey)
        status = journey.finish()
    sys.exit(status)
