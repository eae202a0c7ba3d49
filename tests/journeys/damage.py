#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A book that cannot be opened, and the way back to its newest backup."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
import tmall  # noqa: E402

FIRST = tmall.ORDERS[0][0]
RUBBISH = b"\xa5" * 8192


def back_up(j):
    """A shop with a backup, then with rubbish where the book was; the backup's name."""
    j.run("import", tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    backup = Path(json.loads(j.run("--json", "backup"))["file"]).name
    (j.data / "daybook.db").write_bytes(RUBBISH)
    return backup


def damage(j):
    """From the page that says what is wrong to the orders."""
    _ = j.word
    backup = back_up(j)
    app = j.start("--page", "orders")
    with j.step("the page says what is wrong, and which backup is the newest"):
        app.find("label", _("The Book Could Not Be Opened"))
        app.find("label", _("The file is not a Daybook book. Restore a backup, or choose another folder."))
        app.find("label", re.compile(re.escape(backup)))
        app.check_names()

    with j.step("the newest backup is proposed"):
        app.press(_("_Restore a Backup…"))
        chooser = app.find(None, _("Choose a Backup"))
        app.press(_("_Choose"), within=chooser)
        app.find("label", re.compile(re.escape(backup)), app.find(None, _("Replace the Book by This Backup?")))

    with j.step("the orders are back"):
        app.press(_("_Restore"))
        app.find("label", FIRST)
        app.gone("label", _("The Book Could Not Be Opened"))
        app.check_names()

    with j.step("the damaged file is kept beside the book"):
        kept = list(j.data.glob("daybook-damaged-*.db"))
        j.expect([path.read_bytes() for path in kept], [RUBBISH])


journey.main(damage)
