#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complaint through all its steps, from the first word to the form on file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

NUMBER = "C-A1001"


def complaint(j):
    _, complaints = j.word, Register(j, "complaint")
    app = j.start("--page", "cases.complaint")
    with j.step("the empty list says what the register is for"):
        app.find("label", complaints.said(complaints.definition["help"]))
        app.check_names()

    with j.step("C begins a case, without an order"):
        app.key("c")
        app.press(_("Open the _Case"))
        app.find("heading", NUMBER)

    with j.step("recorded: what, when and who, so that nobody calls again"):
        complaints.ask("recorded")
        complaints.write("recorded", "text", _("Content"), "The parcel was thrown over the gate")
        complaints.write("recorded", "entry", complaints.label("happened_at"), "2026-11-21 18:30")
        complaints.write("recorded", "entry", complaints.label("people"), "the courier, a neighbour")
        complaints.confirm("recorded")
        complaints.arrive("recorded")
        app.check_names()

    with j.step("checked: how serious, what was looked at, what was found"):
        complaints.ask("checked")
        complaints.choose("checked", complaints.label("severity"))
        tracking = complaints.said(complaints.definition["fields"]["checked"]["choices"]["parcel"])
        app.click(app.find("check", tracking, within=complaints.form("checked")), across=0.1)
        complaints.write("checked", "text", complaints.label("findings"), "Thrown: the neighbour has a film of it")
        complaints.confirm("checked")
        complaints.arrive("checked")

    with j.step("the cause, and whether it was our service"):
        complaints.ask("cause")
        complaints.choose("cause", _("Cause"), complaints.label("because_of_service"))
        complaints.confirm("cause")
        complaints.arrive("cause")

    with j.step("coordinated and submitted, with an opinion, to a superior"):
        complaints.ask("coordinating")
        complaints.arrive("coordinating")
        complaints.ask("submitted")
        complaints.write("submitted", "text", _("Handling opinion"), "The courier pays")
        complaints.write("submitted", "text", _("Result"), "A new vase is sent")
        complaints.choose("submitted", _("Agent"))
        complaints.confirm("submitted")
        complaints.arrive("submitted")
        app.check_names()

    with j.step("confirmed, told, analysed, assessed and called back"):
        for stage, field, text in (("confirmed", complaints.label("decision"), None),
                                   ("archived", _("Customer was told"), None),
                                   ("analysed", complaints.label("analysis"), "One driver, three times this month"),
                                   ("assessed", complaints.label("assessment"), "Nobody of ours")):
            complaints.ask(stage)
            if text is None:
                complaints.choose(stage, field)
            else:
                complaints.write(stage, "text", field, text)
            complaints.confirm(stage)
            complaints.arrive(stage)
        complaints.ask("called_back")
        complaints.arrive("called_back")

    with j.step("filed: whether the customer is satisfied is asked, and all is in the book"):
        complaints.ask("filed")
        complaints.choose("filed", _("Customer is satisfied"))
        complaints.confirm("filed")
        complaints.arrive("filed")
        j.expect(complaints.row(NUMBER, "stage", "severity", "checked", "opinion", "result", "told", "satisfied", "analysis"),
                 ["filed", "minor", "parcel", "The courier pays", "A new vase is sent", "yes", "yes",
                  "One driver, three times this month"])


journey.main(complaint)
