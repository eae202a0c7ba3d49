#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program from which a picture was copied, as a screenshot is.

    clipboard.py FILE.png

It prints "ready" when the clipboard has it, and stays, as the clipboard asks it for
the picture.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def main():
    """Runs it."""
    Gtk.init()
    picture = GLib.Bytes.new(Path(sys.argv[1]).read_bytes())
    clipboard = Gdk.Display.get_default().get_clipboard()
    clipboard.set_content(Gdk.ContentProvider.new_for_bytes("image/png", picture))
    print("ready", flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    sys.exit(main())
