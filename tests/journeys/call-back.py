#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan makes a call due; its sheet says what is known and asks; what came of it is one act that Ctrl+Z takes back."""

import datetime
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
import tmall  # noqa: E402

PLAN = "Ask them how it is"
QUESTION = "How do you like it?"
ANSWER = "Better than she thought"
OPINION = "A lid would be nice"


def prepare(j):
    """An important customer, and a plan that began yesterday: whoever has not heard from the shop for a day is called."""
    j.run("import", tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    customer = json.loads(j.run("list", "customers", "--json", "--limit", "1"))["rows"][0]["id"]
    j.run("set", "customers", customer, "grade=vip_2")
    yesterday = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)).isoformat(timespec="seconds")
    j.run("--now", yesterday, "call", "plan", "add", PLAN, "on=interval", "days=1", "used=true", "survey=true", f"questions={QUESTION}")


def due(j):
    """How many calls Today has."""
    return sum(row["rule"] == "call_back" for row in json.loads(j.run("today", "--json", "--limit", "0"))["rows"])


def count(j, *words):
    """How many rows a list has."""
    return json.loads(j.run(*words, "--json"))["total"]


def call_back(j):
    """From Today to the undo."""
    _ = j.word
    prepare(j)
    j.expect(due(j), 1)
    app = j.start("--page", "today")

    with j.step("the call stands in Today under its plan's name, and its sheet has the questions"):
        app.click(app.find("label", PLAN))
        app.key("Return")
        app.find("entry", QUESTION)
        app.find("label", _("Last order"))
        app.check_names()

    with j.step("who said nothing was not called"):
        app.press(_("_Write Down"))
        app.find("label", _("Write down what the customer said."))
        j.expect(due(j), 1)

    with j.step("an answer, stars, an opinion and the suggestion made of it are one act; the call is due no longer"):
        app.focus(app.find("entry", QUESTION))
        app.type(ANSWER)
        stars = j.words("%d star", "%d stars", 4) % 4
        app.press(_("%1$s %2$s").replace("%1$s", _("Were we friendly?")).replace("%2$s", stars))
        app.focus(app.find("entry", _("What the Customer Thinks Besides")))
        app.type(OPINION)
        app.click(app.find("check box", _("Keep the opinion as a su_ggestion")))
        app.press(_("_Write Down"))
        app.wait_for(lambda: due(j) == 0, "the call is made")
        survey = json.loads(j.run("survey", "list", "--json"))["rows"]
        j.expect([(row["attitude"], row["opinion"]) for row in survey], [(4, OPINION)])
        j.expect(count(j, "list", "tasks"), 1)
        j.expect(survey[0]["suggestion"], json.loads(j.run("list", "cases.suggestion", "--json"))["rows"][0]["id"])

    with j.step("Ctrl+Z takes all of it back"):
        app.key("ctrl+z")
        app.wait_for(lambda: due(j) == 1, "the call is due again")
        j.expect(count(j, "survey", "list"), 0)
        j.expect(count(j, "list", "tasks"), 0)
        j.expect(count(j, "list", "cases"), 0)


journey.main(call_back)
