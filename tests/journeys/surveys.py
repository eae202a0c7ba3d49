#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What customers say when asked: from month to month, the surveys behind a number, a complaint with one key, and a survey without a call."""

import datetime
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
import tmall  # noqa: E402

LOW = "Nobody called me back"
NAME = "陶渊明"


def prepare(j):
    """A customer was content two months ago, another is not today."""
    j.run("import", tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    customers = [row["id"] for row in json.loads(j.run("list", "customers", "--json"))["rows"]]
    before = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=70)).isoformat(timespec="seconds")
    j.run("--now", before, "survey", "add", customers[0], "--stars", "5,5,4,5")
    j.run("survey", "add", customers[1], "--stars", "3,1,2,1", "--opinion", LOW)


def rows(j, *words):
    """The rows of a list."""
    return json.loads(j.run(*words, "--json"))["rows"]


def surveys(j):
    """From the plot to the case and back."""
    _ = j.word
    prepare(j)
    app = j.start("--page", "surveys")

    with j.step("the four questions are drawn from month to month"):
        app.press(_("Over Time"))
        app.find("label", _("Satisfaction by Month"))
        app.check_names()

    with j.step("C makes a complaint of a low score, with the customer and what was said"):
        app.focus(app.find("table row", journey.re.compile(LOW)))
        app.key("Return")
        app.find("button", _("Open a Complaint"))
        app.key("c")
        app.wait_for(lambda: rows(j, "list", "cases.complaint"), "the complaint")
        case = rows(j, "list", "cases.complaint")[0]
        survey = next(row for row in rows(j, "survey", "list") if row["opinion"] == LOW)
        j.expect((survey["complaint"], survey["customer"]), (case["id"], case["customer"]))
        j.expect(LOW in case["content"], True)

    with j.step("the survey has the way to the case, and the case the way back"):
        app.press(_("%1$s: %2$s").replace("%1$s", _("Complaint made of it")).replace("%2$s", case["number"]))
        app.find("label", _("From a survey"))
        app.press(journey.re.compile(journey.re.escape(_("%.1f stars") % 1.75)))
        app.find("button", journey.re.compile(case["number"]))

    with j.step("Ctrl+Z takes the complaint back"):
        app.key("ctrl+z")
        app.wait_for(lambda: not rows(j, "list", "cases.complaint"), "the complaint is gone")
        app.find("button", _("Open a Complaint"))

    with j.step("a survey is written down without a call, by the keyboard alone"):
        app.key("ctrl+shift+n")
        app.focus(app.find("entry", _("Customer: name or nick")))
        app.type(NAME)
        app.key("Down", "Return")
        app.focus(app.find("entry", _("What the Customer Thinks Besides")))
        app.press(_("_Save"))
        app.find("label", _("Give stars to at least one of the questions."))
        stars = j.words("%d star", "%d stars", 4) % 4
        app.press(_("%1$s %2$s").replace("%1$s", _("Were we friendly?")).replace("%2$s", stars))
        app.press(_("_Save"))
        app.wait_for(lambda: len(rows(j, "survey", "list")) == 3, "the survey is written down")


journey.main(surveys)
