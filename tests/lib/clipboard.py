#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program from which a picture was copied, as a screenshot is; or a text. Or one into which a text is pasted.

    clipboard.py FILE.png|FILE.txt
    clipboard.py --read

It prints "ready" when the clipboard has it, and stays, as the clipboard asks it for
what it has. With --read it prints the text that is in the clipboard.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def read():
    """Prints the text in the clipboard; nothing where there is none."""
    loop = GLib.MainLoop()

    def told(clipboard, result):
        try:
            print(clipboard.read_text_finish(result) or "", end="")
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
        loop.quit()

    Gdk.Display.get_default().get_clipboard().read_text_async(None, told)
    loop.run()


def main():
    """Runs it."""
    Gtk.init()
    if sys.argv[1] == "--read":
        read()
        return
    content = GLib.Bytes.new(Path(sys.argv[1]).read_bytes())
    kind = "text/plain;charset=utf-8" if sys.argv[1].endswith(".txt") else "image/png"
    clipboard = Gdk.Display.get_default().get_clipboard()
    clipboard.set_content(Gdk.ContentProvider.new_for_bytes(kind, content))
    print("ready", flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    sys.exit(main())
