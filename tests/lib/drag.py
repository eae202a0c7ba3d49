#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager of one file, to drag it from: a small window in the corner of
the screen.

    drag.py FILE
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

SIZE = (120, 80)


def on_activated(application, path):
    """Opens the window."""
    label = Gtk.Label(label=path.name, width_request=SIZE[0], height_request=SIZE[1])
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_bytes(
        "text/uri-list", GLib.Bytes.new(f"{path.as_uri()}\r\n".encode())))
    label.add_controller(source)
    Gtk.ApplicationWindow(application=application, title="Files", child=label,
                          decorated=False).present()


def main():
    """Runs the window."""
    application = Gtk.Application(application_id="io.github.daybook.Drag")
    application.connect("activate", on_activated, Path(sys.argv[1]))
    return application.run([])


if __name__ == "__main__":
    sys.exit(main())
