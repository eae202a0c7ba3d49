#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window with one of each, for the harness to be tried on.

    probe.py [nameless | crash | complain | restless]
"""

import os
import sys

import gi

gi.require_version("Adw", "1")
gi.require_version("Gtk", "4.0")
from gi.repository import Adw, Gio, GLib, Gtk  # noqa: E402


def pages():
    """Two pages, of which one is shown."""
    stack = Gtk.Stack()
    stack.add_titled(Gtk.Button(label="on page one"), "one", "Page one")
    stack.add_titled(Gtk.Button(label="on page two"), "two", "Page two")
    turn = Gtk.Button(label="Turn")
    turn.connect("clicked", lambda _: stack.set_visible_child_name("two"))
    return stack, turn


def rows(status):
    """A list whose rows have no name of their own."""
    factory = Gtk.SignalListItemFactory()
    factory.connect("setup", lambda _, item: item.set_child(Gtk.Label(xalign=0)))
    factory.connect("bind", lambda _, item: item.get_child().set_label(
        item.get_item().get_string()))
    model = Gtk.SingleSelection(model=Gtk.StringList.new([f"order {n}" for n in range(1001, 1050)]))
    view = Gtk.ColumnView(model=model)
    view.append_column(Gtk.ColumnViewColumn(title="Number", factory=factory, expand=True))
    view.connect("activate", lambda _, at: status.set_label(f"opened {1001 + at}"))
    model.connect("notify::selected", lambda *_: status.set_label(
        f"at {1001 + model.get_selected()}"))
    return Gtk.ScrolledWindow(child=view, vexpand=True)


def tall(status):
    """More than is in sight at once."""
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    for number in range(1, 31):
        line = Gtk.Button(label=f"line {number}")
        line.connect("clicked", lambda button: status.set_label(f"on {button.get_label()}"))
        box.append(line)
    return Gtk.ScrolledWindow(child=box, vexpand=True)


def slide(box):
    """Something comes in above, as a search bar does: all below moves for a second."""
    bar = Gtk.Box()
    box.prepend(bar)

    def grow():
        bar.set_size_request(-1, bar.get_size_request()[1] + 4)
        return bar.get_size_request()[1] < 80

    GLib.timeout_add(50, grow)


def contents(wish):
    """What is in the window."""
    status = Gtk.Label(label="waiting")
    entry = Gtk.Entry(placeholder_text="a note")
    entry.update_property([Gtk.AccessibleProperty.LABEL], ["Note"])
    entry.connect("activate", lambda _: status.set_label(f"noted {entry.get_text()}"))
    button = Gtk.Button(label="Greet")
    button.connect("clicked", lambda _: status.set_label("hello"))
    dark = Gtk.Label(label="dark" if Adw.StyleManager.get_default().get_dark() else "light")
    below = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    move = Gtk.Button(label="Slide")
    move.connect("clicked", lambda _: slide(below))
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    for child in (Adw.HeaderBar(), status, dark, entry, button, move, *pages(), below):
        box.append(child)
    below.append(rows(status))
    below.append(tall(status))
    if wish == "nameless":
        box.append(Gtk.Switch(halign=Gtk.Align.START))
    return box


def be_restless(window):
    """Actions become possible and impossible all the time."""
    actions = [Gio.SimpleAction(name=f"act-{number}") for number in range(40)]
    for action in actions:
        window.add_action(action)

    def turn():
        for action in actions[:20]:
            action.set_enabled(not action.get_enabled())
        return True

    GLib.timeout_add(1, turn)


def on_activated(application, wish):
    """Opens the window, and then does what it was started to do."""
    window = Adw.ApplicationWindow(application=application, title="Probe",
                                   default_width=500, default_height=640)
    window.set_content(contents(wish))
    close = Gio.SimpleAction(name="close")
    close.connect("activate", lambda *_: window.close())
    window.add_action(close)
    if wish == "restless":
        be_restless(window)
    window.present()
    if wish == "crash":
        GLib.timeout_add(300, os.abort)
    if wish == "complain":
        print("(probe:1): Probe-WARNING **: 12:00:00.000: not well", file=sys.stderr)


def main():
    """Runs the window."""
    wish = sys.argv[1] if len(sys.argv) > 1 else ""
    application = Adw.Application(application_id="io.github.daybook.Probe")
    application.connect("activate", lambda app: on_activated(app, wish))
    return application.run([])


if __name__ == "__main__":
    sys.exit(main())
