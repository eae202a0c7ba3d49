#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A book with nothing in it: what needs a book only can be done at its doors; and once there is a task, it opens
with its pages."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402


def doors(j):
    _ = j.word
    app = j.start()
    with j.step("at the doors the preferences open with their key"):
        app.find("label", _("Look around a _sample shop"))
        app.key("ctrl+comma")
        app.press(_("Close"), within=app.find("frame", _("Preferences")))
        app.gone("frame", _("Preferences"))

    with j.step("quick add does, and a first task leads to the pages"):
        app.key("ctrl+n")
        app.find("entry", _("In Plain Words"))
        app.type("buy tape tomorrow 10:00")
        app.key("Return")
        app.wait_for(lambda: json.loads(j.run("list", "tasks", "--json"))["total"] == 1, "the task")
        app.gone("label", _("Look around a _sample shop"))
        app.find("list", _("Places"))
        app.check_names()

    app.quit()
    with j.step("a book with a task and without an order opens with its pages"):
        app = j.start()
        app.find("list", _("Places"))
        j.expect(app.has("label", _("Look around a _sample shop")), False)

    app.quit()
    with j.step("a first launch opens quick add with the words behind it"):
        app = j.start("--quick-add", "buy", "cups", "in 2 hours")
        app.find("entry", _("In Plain Words"))
        app.find("button", _("Take “%s” for Plain Words").replace("%s", "in 2 hours"))
        app.key("Return")
        app.wait_for(lambda: json.loads(j.run("list", "tasks", "--json"))["total"] == 2, "the task")


journey.main(doors)
