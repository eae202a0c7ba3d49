#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program from which a picture was copied, as a screenshot is; or a text.

    clipboard.py FILE.png|FILE.txt

It prints "ready" when the clipboard has it, and stays, as the clipboard asks it for
what it has.
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
    content = GLib.Bytes.new(Path(sys.argv[1]).read_bytes())
    kind = "text/plain;charset=utf-8" if sys.argv[1].endswith(".txt") else "image/png"
    clipboard = Gdk.Display.get_default().get_clipboard()
    clipboard.set_content(Gdk.ContentProvider.new_for_bytes(kind, content))
    print("ready", flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    sys.exit(main())
