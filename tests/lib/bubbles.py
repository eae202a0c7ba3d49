# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminders as a person has them: the process, the bubbles that a real notification server
shows, the buttons in them, and the clock.

    bubbles = Bubbles(session)          # before anything is shown
    process = Reminder(j)
    process.start()
    shown = bubbles.wait(lambda bubble: "3" in bubble.summary)
    bubbles.press("done")
    bubbles.gone()

What is told to the server is heard on the bus besides; the server is no other than the
session's own.
"""

import contextlib
import re
import signal
import subprocess
import time
from collections import namedtuple

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from session import NOTIFICATION_SERVER, PATIENCE, first_program, wait_until  # noqa: E402

NAME = "org.freedesktop.Notifications"
DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus")

# Of a bubble's picture: what is darker than paper, how far its edge, and its icon that closes it, reach, how
# high a line is, and what lies between two buttons and not between two words.
INK, EDGE, LINE, GAP = 300, 12, 16, 14

# One call of Notify: when it came (seconds since 1970), the number that it takes the place of, what
# it says, and the keys of its buttons.
Bubble = namedtuple("Bubble", "at replaces summary body actions")


class Bubbles:
    """What is shown, in the session's notification server."""

    def __init__(self, session):
        self._session = session
        self.told = []  # Bubble, in their order
        self._bus, self._talk = self._connect(), self._connect()
        self._bus.add_filter(self._hear)
        self._bus.call_sync(*DBUS, "org.freedesktop.DBus.Monitoring", "BecomeMonitor",
                            GLib.Variant("(asu)", ([f"interface='{NAME}',member='Notify'"], 0)),
                            None, Gio.DBusCallFlags.NONE, -1, None)

    def _connect(self):
        return Gio.DBusConnection.new_for_address_sync(
            self._session.env["DBUS_SESSION_BUS_ADDRESS"], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def _ask(self, method, arguments=None):
        return self._talk.call_sync(*DBUS, DBUS[0], method, arguments, None, Gio.DBusCallFlags.NONE, -1, None)

    def _hear(self, _bus, message, incoming):
        if not incoming or message.get_message_type() != Gio.DBusMessageType.METHOD_CALL:
            return message
        _, replaces, _, summary, body, actions, _, timeout = message.get_body().unpack()
        if timeout == 0:  # Else it is on its way out.
            self.told.append(Bubble(time.time(), replaces, summary, body, actions[::2]))
        return None  # A monitor answers nobody.

    def wait(self, holds, since=0, seconds=30):
        """The first of what was told from the number `since` on for which `holds` is true."""
        return wait_until(lambda: next((bubble for bubble in self.told[since:] if holds(bubble)), None),
                          seconds, "the bubble")

    def stays_silent(self, since, seconds=1.5):
        """Whether nothing more is told within a moment: what there is says otherwise at once."""
        time.sleep(seconds)
        return self.told[since:] == []

    # The server

    def _server(self):
        """Its process; 0: there is none."""
        try:
            return self._ask("GetConnectionUnixProcessID", GLib.Variant("(s)", (NAME,))).unpack()[0]
        except GLib.Error:
            return 0

    def kill_server(self):
        """It dies without a word."""
        server = self._server()
        subprocess.run(["kill", "-KILL", str(server)], check=True)
        wait_until(lambda: self._server() != server, 20, "the server to go")

    def start_server(self):
        """Another one."""
        self._session.start([first_program(NOTIFICATION_SERVER)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self._server, 20, NAME)

    def keep_server_away(self):
        """From now on the bus cannot start one by itself."""
        folder = self._session.home / "data" / "dbus-1" / "services"
        folder.mkdir(parents=True)
        (folder / f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec=/bin/false\n", encoding="utf-8")
        self._ask("ReloadConfig")

    # What a person sees. The server tells a screen reader nothing, and dies when it is asked.

    def _x(self, *words):
        return subprocess.run(list(map(str, words)), env=self._session.env, capture_output=True, check=False).stdout

    def _window(self):
        """The bubble on the screen: its X window, width and height; None: there is none."""
        found = re.search(rb'(0x[0-9a-f]+) "Notification": \(.*?\)\s+(\d+)x(\d+)', self._x("xwininfo", "-root", "-tree"))
        return (found[1].decode(), int(found[2]), int(found[3])) if found else None

    def _labels(self):
        """The window, and the middles of what is written in its last line: the buttons."""
        window, width, height = wait_until(self._window, 30, "a bubble on the screen")
        pixels = self._x("import", "-silent", "-window", window, "-depth", "8", "rgb:-")
        ink = [[sum(pixels[3 * (y * width + x):3 * (y * width + x) + 3]) < INK for x in range(width)]
               for y in range(height)] if len(pixels) == 3 * width * height else []
        lines = [y for y in range(EDGE, height - EDGE) if ink and any(ink[y][EDGE:width - EDGE])]
        low = [y for y in lines if y > lines[-1] - LINE]
        written = [x for x in range(EDGE, width - EDGE) if any(ink[y][x] for y in low)]
        words = [[x] for x in written[:1]]
        for x in written[1:]:
            if x - words[-1][-1] > GAP:
                words.append([])
            words[-1].append(x)
        return window, [((word[0] + word[-1]) // 2, (low[0] + low[-1]) // 2) for word in words]

    def seen(self, *actions):
        """Waits until the bubble is on the screen with just the buttons of these actions."""
        wait_until(lambda: self.told and self.told[-1].actions[1:] == list(actions)
                   and len(self._labels()[1]) == len(actions), 30, f"a bubble with {actions}")

    def press(self, action):
        """A button of the bubble on the screen, with the mouse."""
        place = self.told[-1].actions[1:].index(action)
        window, labels = self._labels()
        self._x("xdotool", "mousemove", "--window", window, *labels[place])
        time.sleep(0.2)
        self._x("xdotool", "click", 1)

    def gone(self):
        """Waits until no bubble is on the screen."""
        wait_until(lambda: not self._window(), 30, "the bubble to go")

    def shot(self, path):
        """A picture of the bubble."""
        window, _ = self._labels()
        self._x("import", "-silent", "-window", window, path)


class Reminder:
    """The process."""

    def __init__(self, j):
        self._j = j
        self._clock = j.folder / "clock"
        self.log = j.folder / "reminder.log"
        self.process = None

    def start(self, **env):
        """Starts it on the journey's book."""
        session = self._j.session
        self.set_clock(0)
        before = dict(session.env)
        session.env.update(DAYBOOK_TEST_CLOCK=str(self._clock), **env)
        with open(self.log, "ab") as stream:
            self.process = session.start([str(self._j.build / "src" / "reminder" / "daybook-reminder"), "--data", str(self._j.data)],
                                         stdout=stream, stderr=stream)
        session.env.clear()
        session.env.update(before)

    def set_clock(self, wall, slept=0):
        """Sets the clock on the wall so many seconds off, and has the machine have slept."""
        part = self._clock.with_suffix(".part")
        part.write_text(f"{wall} {slept}", encoding="utf-8")
        part.rename(self._clock)

    def stop(self):
        """Asks it to end; returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20 * PATIENCE)

    @contextlib.contextmanager
    def frozen(self):
        """It does not run meanwhile, as while the machine is asleep."""
        self.process.send_signal(signal.SIGSTOP)
        yield
        self.process.send_signal(signal.SIGCONT)
