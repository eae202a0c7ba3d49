#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos of a case: from a file, by a drop and from the clipboard, looked at, saved, removed and back."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
from picture import write_bomb, write_png  # noqa: E402

NUMBER = "R-A1001"
# The panel takes the place of the list: what is dropped on the middle of the window is dropped on the case.
FOLDED = (620, 720)


def names(j):
    """The photos of the case, as the command line lists them."""
    return sorted(row["name"] for row in json.loads(j.run("--json", "list", "attachments"))["rows"])


def photos(j):
    _ = j.word
    home = j.session.home
    lid, box, shot = (write_png(home / name, 60, 40, colour) for name, colour in
                      (("lid.png", (200, 40, 40)), ("box.png", (40, 40, 200)), ("shot.png", (40, 160, 60))))
    bomb = write_bomb(home / "bomb.png")
    j.run("case", "new", "return")
    app = j.start("--page", "cases.return")

    def tile(name):
        return app.find("button", re.compile("^" + re.escape(name) + " · "))

    with j.step("the panel says how photos come in"):
        app.click(app.find("label", NUMBER))
        app.key("Return")
        app.find("heading", NUMBER)
        app.find("label", _("Drop photos here, or paste a screenshot with Ctrl+V."))
        app.check_names()

    with j.step("from a file"):
        app.press(_("Add Photos…"))
        desk.choose_file(j, lid, "Choose Photos")
        tile("lid.png")
        app.find("label", re.compile(re.escape(j.words("%u photo added", "%u photos added", 1) % 1)))
        app.check_names()

    with j.step("a drop of several: what is a bomb is said, the others go in"):
        app.resize(*FOLDED)
        app.find("button", _("Back to the List"))
        files = app.drop(bomb, box, lid)
        tile("box.png")
        app.find("label", re.compile("^" + re.escape(_("Not added:")) + r"\nbomb\.png: .*\n.*lid\.png", re.DOTALL))
        j.expect(names(j), ["box.png", "lid.png"])
        app.check_names()
        files.kill()
        app.press(_("Close What Was Not Added"))
        app.gone("label", re.compile("^" + re.escape(_("Not added:"))))

    with j.step("a screenshot from the clipboard"):
        app.resize(1200, 720)
        app.gone("button", _("Back to the List"))
        other = app.copy(shot)
        app.key("ctrl+v")
        tile(_("Pasted picture") + ".png")
        other.kill()

    with j.step("one after the other, larger"):
        tile("lid.png").press()
        window = app.find("frame", _("Photo"))
        app.find("label", _("%u of %u") % (1, 3), window)
        app.key("Right")
        app.find("label", _("%u of %u") % (2, 3), window)
        app.find("label", "box.png", window)
        app.check_names()

    with j.step("a copy into a file"):
        app.press(_("Save a Copy…"), within=window)
        copy = home / "copy.png"
        chooser = app.find(None, _("Save a Copy of the Photo"))

        def has(text):
            return any(entry.text == text for entry in app.find_all("entry", None, chooser))

        app.wait_for(lambda: has("box.png"), "the name that is proposed")
        app.key("ctrl+a")
        app.type(str(copy))
        app.wait_for(lambda: has(str(copy)), "the whole path")
        app.press(_("_Save"), within=chooser)
        app.wait_for(copy.is_file, "the copy")
        j.expect(copy.read_bytes()[:4], b"\x89PNG")
        app.find("label", _("Copy saved: %s") % "copy.png", window)

    with j.step("Escape closes it"):
        app.key("Escape")
        app.gone("frame", _("Photo"))
        app.find("heading", NUMBER)

    with j.step("removed, and back"):
        tile("box.png").press()
        window = app.find("frame", _("Photo"))
        app.press(_("Remove the Photo"), within=window)
        app.gone("button", re.compile(r"^box\.png · "))
        app.key("ctrl+z")
        tile("box.png")
        j.expect(len(names(j)), 3)

    with j.step("the case's history names them"):
        acts = [row["title"] for row in json.loads(j.run("--json", "history", "--of", NUMBER))["rows"]]
        j.expect(f"{NUMBER}: " + _("Photo removed") in acts, True)
        app.find("label", re.compile(re.escape(_("Photo removed"))))

    with j.step("a file that is gone from the disk is said"):
        for path in (j.data / "attachments").rglob("*"):
            if path.is_file():
                path.unlink()
        tile("lid.png").press()
        window = app.find("frame", _("Photo"))
        app.find("label", _("The Photo Cannot Be Shown"), window)
        app.check_names()
        app.key("Escape")
        app.gone("frame", _("Photo"))


journey.main(photos)
