#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case and a list on paper: by the print dialog into a file, and as PDF."""

import gettext
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402
from register import Register  # noqa: E402

PHONE = "13812341234"
SUBJECT = "The cup is broken"


def folder(j):
    """Where files are saved: an empty one."""
    path = j.session.home / "out"
    path.mkdir(exist_ok=True)
    return path


def toolkit(j):
    """What GTK calls something in the language of the journey."""
    language = j.session.language
    return gettext.translation("gtk40", languages=[language] if language else ["C"], fallback=True).gettext


def read(path):
    """What stands in a PDF."""
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True).stdout


def await_whole(app, path):
    """Waits until a PDF is there to its end."""
    app.wait_for(lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"), f"the file {path.name}")


def print_to_file(j, name):
    """In the print dialog, into a file of that name; returns it."""
    own, app = toolkit(j), j.app
    path = Path(j.session.env["HOME"]) / f"{name}.pdf"
    app.click(app.find("label", own("Print to File"), app.find("dialog", own("Print"))))
    app.press(own("_Print").replace("_", ""), within=app.find("dialog", own("Print")))
    app.gone("dialog", own("Print"))
    await_whole(app, path)
    return path


def save_as(j, title, path):
    """Types a file's path into the file chooser that is open, and saves."""
    _, app = j.word, j.app
    chooser = app.find(None, title)
    app.wait_for(lambda: any(entry.text.endswith(".pdf") and "focused" in entry.states
                             for entry in app.find_all("entry", None, chooser)), "the name that is proposed")
    app.key("ctrl+a")
    app.type(str(path))
    app.wait_for(lambda: any(entry.text == str(path) for entry in app.find_all("entry", None, chooser)), "the whole path")
    app.press(_("_Save"), within=chooser)
    await_whole(app, path)


def one_case(j, register):
    """The case that is open."""
    _, app = j.word, j.app
    with j.step("Ctrl+P prints the case that is open"):
        app.click(app.find("label", re.compile("^C-A1001$")))
        app.key("Return")
        app.find("heading", "C-A1001")
        app.key("ctrl+p")
        text = read(print_to_file(j, "C-A1001"))
        j.expect(SUBJECT in text, True)
        j.expect(register.stage("accepted") in text, True)
        j.expect(PHONE in text, False)
        j.expect("138****1234" in text, True)

    with j.step("its menu saves it as PDF"):
        path = folder(j) / "case.pdf"
        app.click(app.find("button", _("Print the Case")))
        app.press(_("_Save the Case as PDF…").replace("_", ""), role="menu item")
        save_as(j, _("Save as PDF"), path)
        app.check_names()
        j.expect(SUBJECT in read(path), True)
        j.expect(PHONE in read(path), False)


def whole_list(j):
    """The list, with and without a case that is open."""
    _, app = j.word, j.app
    with j.step("the menu of the list prints the list, be a case open or not"):
        app.click(app.find("button", _("View Options")))
        app.press(_("_Print the List…").replace("_", ""), role="menu item")
        own = toolkit(j)
        app.find("dialog", own("Print"))
        app.key("Escape")
        app.gone("dialog", own("Print"))

    with j.step("and saves it as PDF: its columns, each row, masked"):
        desk.turn_to(j, "All Orders")
        path = folder(j) / "orders.pdf"
        app.find("label", tmall.ORDERS[0][0])
        app.click(app.find("button", _("View Options")))
        app.press(_("Save the List as PD_F…").replace("_", ""), role="menu item")
        save_as(j, j.words("Export %s Row", "Export %s Rows", len(tmall.ORDERS)) % str(len(tmall.ORDERS)), path)
        text = read(path)
        for number, *_rest in tmall.ORDERS:
            j.expect(text.count(number), 1)
        j.expect("李清照" in text, False)


def print_all(j):
    register = Register(j, "complaint")
    desk_path = tmall.write(j.session.home / "ExportOrderList202611221800.csv")
    j.run("import", desk_path)
    j.run("case", "new", "complaint", f"subject={SUBJECT}", f"contact={PHONE}", "name=李清照", "happened_at=2026-11-20T10:00",
          "content=The handle came off.")
    app = j.start("--page", "cases.complaint")
    app.find("label", re.compile("^C-A1001$"))
    one_case(j, register)
    whole_list(j)


journey.main(print_all)
