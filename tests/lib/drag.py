#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager of some files, to drag them from: a small window in the corner of
the screen.

    drag.py FILE...

It prints "ready" when it can be dragged from, "taken" each time the window
under the pointer would take the file, and "left" when it would not.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

SIZE = (120, 80)


def say(word):
    """Tells whoever has started this."""
    print(word, flush=True)


def on_begun(_, drag):
    """Follows what the windows on the way would do."""
    drag.connect("notify::selected-action", lambda drag, _: say(
        "taken" if drag.get_selected_action() & Gdk.DragAction.COPY else "left"))


def on_frame(widget, clock, first):
    """A window has been drawn before it is dragged from."""
    first.append(clock.get_frame_counter())
    if first[-1] == first[0] or not widget.get_mapped():
        return GLib.SOURCE_CONTINUE
    say("ready")
    return GLib.SOURCE_REMOVE


def on_activated(application, paths):
    """Opens the window."""
    label = Gtk.Label(label=paths[0].name, width_request=SIZE[0], height_request=SIZE[1])
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_bytes(
        "text/uri-list", GLib.Bytes.new("".join(f"{path.as_uri()}\r\n" for path in paths).encode())))
    source.connect("drag-begin", on_begun)
    label.add_controller(source)
    label.add_tick_callback(on_frame, [])
    Gtk.ApplicationWindow(application=application, title="Files", child=label,
                          decorated=False).present()


def main():
    """Runs the window."""
    application = Gtk.Application(application_id="io.github.daybook.Drag")
    application.connect("activate", on_activated, [Path(name) for name in sys.argv[1:]])
    return application.run([])


if __name__ == "__main__":
    sys.exit(main())
