# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus: many questions to a program at once.

A window has a thousand nodes, and each question about one of them takes a program and two
others a moment. Sent one after another they would take most of a journey's time; sent
together they are answered while the next are still being written. libdbus's own binding
reads the answers: GLib's, which takes each apart in Python, had most of the journeys' time.
"""

import functools

import dbus
from dbus.bus import BusConnection
from dbus.lowlevel import ErrorMessage, MethodCallMessage

# What a busy machine takes now and then, in s.
PATIENCE = 30


class BusError(Exception):
    """A question was not answered: the object or its program is gone, or the program is late."""

    def __init__(self, reply):
        words = reply.get_args_list()
        super().__init__(f"{reply.get_error_name()}: {words[0] if words else ''}")
        # Of what the bus or a program refuses the sender is known; that time is up the connection finds by itself.
        self.is_late = reply.get_error_name() == "org.freedesktop.DBus.Error.NoReply" and not reply.get_sender()


class Question:
    """One question to an object of a program, and later its answer."""

    def __init__(self, interface, method, *arguments, types=""):
        self._interface = interface
        self._method = method
        self._arguments = arguments
        self._types = types

    @classmethod
    def of(cls, interface, name):
        """The value of a property."""
        return cls("org.freedesktop.DBus.Properties", "Get", interface, name, types="ss")

    def to(self, name, path):
        """The message that puts it to an object of a program."""
        message = MethodCallMessage(destination=name, path=path, interface=self._interface, method=self._method)
        message.append(*self._arguments, signature=self._types)
        return message


def answer_in(reply):
    """What a reply says: its only word, or all of them."""
    words = reply.get_args_list()
    return words[0] if len(words) == 1 else words


class Bus:
    """The connection of one test to the accessibility bus of its session."""

    @staticmethod
    @functools.cache
    def of_session():
        """The one connection."""
        return Bus()

    def __init__(self):
        session = dbus.SessionBus(private=True)
        address = session.call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", ())
        session.close()
        self._connection = BusConnection(str(address))
        # A test says itself what it makes of a bus that ends.
        self._connection.set_exit_on_disconnect(False)

    def process_of(self, name):
        """The number of the process that a program on the bus is."""
        return self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", Question(
            "org.freedesktop.DBus", "GetConnectionUnixProcessID", name, types="s"))

    def ask(self, name, path, question):
        """Puts one question to the object `path` of the program `name`; returns what it
        answers. Raises BusError."""
        replies = self._replies(name, [(path, question)])
        if isinstance(replies[0], ErrorMessage):
            raise BusError(replies[0])
        return answer_in(replies[0])

    def ask_all(self, name, asked):
        """Puts many at once, each a pair of path and question; returns their answers in
        this order, None for what got none: the object may be gone. Raises BusError where
        the program does not answer in time: what is not told is not gone."""
        answers = []
        for reply in self._replies(name, asked):
            error = BusError(reply) if isinstance(reply, ErrorMessage) else None
            if error and error.is_late:
                raise error
            answers.append(None if error else answer_in(reply))
        return answers

    def _replies(self, name, asked):
        """The messages that come back, in the order of the questions."""
        replies = [None] * len(asked)
        calls = [self._connection.send_message_with_reply(
            question.to(name, path), functools.partial(replies.__setitem__, at), PATIENCE)
                 for at, (path, question) in enumerate(asked)]
        for call in calls:
            call.block()
        return replies
