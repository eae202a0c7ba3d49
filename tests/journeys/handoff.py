#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complaint from hand to hand: assigned with all that belongs to it, its result returned, sent back
and accepted, a question to the customer, a link, tags, and a call with its question sheet."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

NUMBER = "C-A1001"
OTHER = "R-A1001"
OWNER = "林晓"
HANDLER = "陈露"


def sit_down(j, name):
    """Somebody else comes to the desk, by its menu."""
    said = j.word("At the desk: %s")
    j.app.click(j.app.find("button", re.compile("^" + re.escape(said % ""))))
    j.app.press(re.compile("^" + name), role="menu item")
    j.app.find("button", re.compile("^" + re.escape(said % name)))


def write(j, role, name, text, within=None):
    """Writes into a line or a text of several, over what is there."""
    j.app.write(j.app.find(role, name, within), text)


def form(j, heading):
    """The form with that heading."""
    return j.app.find("label", heading).parent


def assign(j):
    """Fills in the form, but for what is left out by who forgets."""
    _ = j.word
    j.app.key("a")
    here = form(j, _("Assign the Case"))
    j.app.press(_("Assign"), within=here)
    j.app.find("label", _("Say to whom the case is given."), within=here)
    j.app.choose(j.app.find("combo box", _("Agent"), within=here), "Down", "Down", "Down", "Return")
    j.app.find("label", HANDLER + " 012", within=here)
    j.app.click(j.app.find("label", _("Assign the Case")))  # Without a window manager the first click after a list is lost.
    j.app.press(_("Assign"), within=here)
    j.app.find("label", _("Whoever is given a case is told what is required, and by when it is expected."), within=here)
    write(j, "entry", _("What is required"), "ask the courier", here)
    write(j, "entry", _("Expected"), "2026-11-01", here)
    j.app.press(_("Assign"), within=here)
    j.app.find("label", _("The time by which it is expected is over already. Choose one that is still to come."), within=here)
    write(j, "entry", _("Expected"), "2099-01-02 10:00", here)
    j.app.press(_("Assign"), within=here)


def return_result(j, text):
    """The handler writes down what came of it."""
    _ = j.word
    j.app.press(_("Return the Result…"))
    here = form(j, _("Return the Result"))
    write(j, "text", _("Result"), text, here)
    j.app.press(_("Return It"), within=here)
    j.app.find("label", _("%s has returned a result. Is it right, complete, and what was needed?") % HANDLER)


def note(j, kind, text):
    """Writes down what the note box has been opened for by that button."""
    j.app.press(kind)
    box = j.app.find("text", j.word("Write Into This Case"))
    j.app.wait_for(lambda: "focused" in box.states, "the focus in the note")
    j.app.type(text)
    j.app.key("ctrl+Return")


def calls(j):
    """Whether each call of the case is done, and what was answered."""
    rows = json.loads(j.run("show", "case", NUMBER, "--json"))["tasks"]
    return [(row["done_at"] is not None, row["answers"]) for row in rows]


def handoff(j):
    _, complaints = j.word, Register(j, "complaint")
    j.run("agent", "add", OWNER, "--code", "007", "--role", "lead")
    j.run("--as", "007", "agent", "add", HANDLER, "--code", "012", "--role", "agent")
    j.run("--as", "007", "case", "new", "return")
    j.run("--as", "007", "case", "new", "complaint", "subject=scratched")
    app = j.start("--page", "cases.complaint")
    with j.step("A assigns the case, with all that belongs to it"):
        sit_down(j, OWNER)
        app.click(app.find("label", NUMBER))
        app.key("Return")
        app.find("heading", NUMBER)
        assign(j)
        app.find("label", re.compile(re.escape(HANDLER) + ".*2099"))
        app.check_names()
        j.expect(complaints.row(NUMBER, "need", "priority"), ["ask the courier", "normal"])

    with j.step("P makes it urgent, and the case says so at once"):
        app.click(app.find("heading", NUMBER))
        app.key("p")
        app.press(j.word("Urgent", "priority"), role="menu item")
        app.find("label", j.word("Urgent", "priority"))
        app.wait_for(lambda: complaints.row(NUMBER, "priority") == ["urgent"], "the priority")

    with j.step("the handler asks the customer through the owner, and hears what the customer says"):
        sit_down(j, HANDLER)
        note(j, _("Ask the Customer…"), "which side?")
        app.find("label", _("%s asks the customer: %s") % (HANDLER, "which side?"))
        sit_down(j, OWNER)
        note(j, _("What the Customer Says…"), "the left one")
        app.gone("label", _("%s asks the customer: %s") % (HANDLER, "which side?"))

    with j.step("whoever has found the result does not accept it"):
        sit_down(j, HANDLER)
        return_result(j, "the courier pays")
        j.expect(app.has("button", _("Accept the Result")), False)

    with j.step("the owner sends it back, with the reason, and accepts it the next time"):
        sit_down(j, OWNER)
        note(j, _("Send It Back…"), "how much?")
        app.find("label", _("The result was sent back to %s") % HANDLER)
        return_result(j, "the courier pays 20")
        app.press(_("Accept the Result"))
        app.find("label", _("The result is accepted: the customer can be told"))
        j.expect(complaints.row(NUMBER, "result", "result_review", "handler")[:2], ["the courier pays 20", "accepted"])
        app.check_names()

    with j.step("a tag, and another one, and one less"):
        write(j, "entry", _("Add a Tag"), "#fragile vip")
        app.click(app.find("entry", _("Add a Tag")))
        app.key("Return")
        app.press(_("Take Away the Tag “%s”") % "vip")
        app.gone("button", _("Take Away the Tag “%s”") % "vip")
        j.expect(complaints.row(NUMBER, "tags"), ["fragile"])

    with j.step("the call is written down on the question sheet, in one act"):
        question = complaints.said(complaints.definition["call_first"]["questions"]["wanted"])
        app.press(_("Done…"))
        app.press(_("_Write Down"))
        app.find("label", _("Write down what the customer said."))
        write(j, "entry", question, "a new one")
        app.press(_("_Write Down"))
        app.gone("button", _("Done…"))
        app.check_names()
        j.expect(calls(j), [(True, f"{question} a new one")])
        app.key("ctrl+z")
        app.find("button", _("Done…"))
        j.expect(calls(j), [(False, None)])

    with j.step("a link is looked for, and stands in both cases"):
        app.find("entry", _("Link to Another Case")).set_text(OTHER.lower())
        app.press(re.compile("^" + OTHER))
        app.find("button", _("Take This Link Away"))
        app.press(re.compile("^" + OTHER))
        app.find("heading", OTHER)
        app.find("button", re.compile("^" + NUMBER))
        app.check_names()

    with j.step("and is taken away from there, and comes back"):
        app.press(_("Take This Link Away"))
        app.gone("button", _("Take This Link Away"))
        j.run("--as", "007", "undo")
        app.find("button", re.compile("^" + NUMBER))
        links = json.loads(j.run("show", "case", OTHER, "--json"))["links"]
        j.expect(len(links), 1)


journey.main(handoff)
