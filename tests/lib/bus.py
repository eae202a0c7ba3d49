# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus: many questions to a program at once.

A window has a thousand nodes, and each question about one of them takes a program and two
others a moment. Sent one after another they would take most of a journey's time; sent
together they are answered while the next are still being written.
"""

import functools

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

# What a busy machine takes now and then, in ms.
PATIENCE = 30000


def is_late(error):
    """Whether the program is there, and has not answered in time."""
    return error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.TIMED_OUT)


class Question:
    """One question to an object of a program, and later its answer."""

    def __init__(self, interface, method, *arguments, types=""):
        self.interface = interface
        self.method = method
        self.arguments = GLib.Variant(f"({types})", arguments) if types else None

    @classmethod
    def of(cls, interface, name):
        """The value of a property."""
        return cls("org.freedesktop.DBus.Properties", "Get", interface, name, types="ss")


class Bus:
    """The connection of one test to the accessibility bus of its session."""

    @staticmethod
    @functools.cache
    def of_session():
        """The one connection."""
        return Bus()

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()[0]
        self._context = GLib.MainContext()
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def process_of(self, name):
        """The number of the process that a program on the bus is."""
        return self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", Question(
            "org.freedesktop.DBus", "GetConnectionUnixProcessID", name, types="s"))

    def ask(self, name, path, question):
        """Puts one question to the object `path` of the program `name`; returns what it
        answers. Raises GLib.Error."""
        answer = self._connection.call_sync(
            name, path, question.interface, question.method, question.arguments, None,
            Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()
        return answer[0] if len(answer) == 1 else answer

    def ask_all(self, name, asked):
        """Puts many at once, each a pair of path and question; returns their answers in
        this order, None for what got none: the object may be gone. Raises GLib.Error where
        the program does not answer in time: what is not told is not gone."""
        answers = [None] * len(asked)
        left = len(asked)
        late = None

        def take(connection, result, at):
            nonlocal left, late
            left -= 1
            try:
                answer = connection.call_finish(result).unpack()
            except GLib.Error as error:
                late = error if is_late(error) else late
                return
            answers[at] = answer[0] if len(answer) == 1 else answer

        self._context.push_thread_default()
        try:
            for at, (path, question) in enumerate(asked):
                self._connection.call(
                    name, path, question.interface, question.method, question.arguments, None,
                    Gio.DBusCallFlags.NONE, PATIENCE, None, take, at)
            while left:
                self._context.iteration(True)
        finally:
            self._context.pop_thread_default()
        if late:
            raise late
        return answers
