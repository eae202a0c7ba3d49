#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phrases by keyboard alone: an inquiry is answered with few keys, blanks are filled, a word that the shop does not say
is put better, a phrase goes into the note box, what is typed finds its answer, and part of an article is told."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402

NUMBER = desk.tmall.ORDERS[0][0]
TITLES = ["On its way", "Colour and size", "Refused", "Calm words"]
# Of an article that customers may be told: what each of its parts says once its blanks are filled.
POLICY = """Goods come back within [days].

## Who pays the freight

Where we are at fault we pay the freight, up to [sum].

[Shop: complete every bracket, then delete this line.]
"""
QUESTION = "who pays the freight if I send it back?"
FREIGHT = "Where we are at fault we pay the freight, up to %s."
# At most so many keys are struck for an answer (UX 5).
FEW = 10


class Keys:
    """Strikes keys, and counts them."""

    def __init__(self, app):
        self.app = app
        self.n = 0

    def strike(self, *keys):
        self.n += len(keys)
        self.app.key(*keys)

    def type(self, text):
        self.n += len(text)
        self.app.type(text)


def prepare(j):
    """Phrases, an order, and an inquiry about it."""
    j.run("import", desk.tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    j.run("phrase", "new", "On its way", "--text", "Hello {customer|there}, {order} is on its way. You hear from us by {promise_time}.",
          "--purpose", "shipping", "promise=2h", "stage=answering")
    j.run("phrase", "new", "Colour and size", "--text", "We send {?colour} in {?size}, {custmer|dear customer}.\n---\nYou get {?size} in {?colour}.",
          "--purpose", "answer")
    j.run("phrase", "new", "Refused", "--text", "I can't help with that.", "--purpose", "explanation", "paths=Still angry -> calm")
    j.run("phrase", "new", "Calm words", "--key", "calm", "--text", "Thank you for your patience.", "--purpose", "thanks")
    j.run("case", "new", "inquiry", f"order={NUMBER}")


def rows(j, kind):
    return json.loads(j.run("list", kind, "--limit", "0", "--json"))["rows"]


def told(j):
    """What customers were told, the last one last."""
    return [event["text"] for event in sorted(rows(j, "events"), key=lambda event: event["at"]) if event["event_kind"] == "told"]


def inquiry(j):
    case, = rows(j, "cases.inquiry")
    return case


def await_found(j, title):
    """Until the list has that phrase alone."""
    def titles():
        return [name for name in TITLES if j.app.has("label", name, j.app.find("list", j.word("Phrases")))]

    j.app.wait_for(lambda: titles() == [title], f"“{title}” alone")


def await_copied(j, wanted):
    """Until another program would paste that."""
    j.app.wait_for(lambda: re.fullmatch(wanted, j.app.copied()), f"“{wanted}” in the clipboard")


def answer(j):
    """From the list to the customer."""
    _, app, keys = j.word, j.app, Keys(j.app)
    with j.step("an inquiry is answered from a phrase in under ten keys"):
        app.find("label", "Q-A1001")
        app.key("Home")
        app.wait_for(lambda: any("selected" in row.states for row in app.find_all("table row")), "the row to be selected")
        keys.strike("r")
        app.find("entry", _("Find a Phrase"))
        app.find("label", re.compile("Q-A1001 · "))
        app.check_names()
        keys.type("way")
        await_found(j, "On its way")
        keys.strike("Return")
        app.find("check box", _("The customer hears again"))
        app.find("check box", re.compile(re.escape(_("Move the case to “%s”").split("%s")[0])))
        app.check_names()
        app.settle()
        app.shot(j.folder / "taken.png")
        keys.strike("ctrl+Return")
        await_copied(j, f"Hello .+, {NUMBER} is on its way. You hear from us by .+")
        j.expect(keys.n < FEW, True)

    with j.step("it is written down with its promise and its use, and the case stays where it is"):
        app.wait_for(lambda: len(told(j)) == 1, "what was told")
        j.expect(told(j)[0], app.copied())
        j.expect("{" in told(j)[0], False)
        j.expect([inquiry(j)["stage"], inquiry(j)["promised_at"] is not None, len(rows(j, "uses"))], ["asked", True, 1])
        app.gone("entry", _("Find a Phrase"))

    with j.step("one Ctrl+Z takes all of it back"):
        app.key("ctrl+z")
        app.wait_for(lambda: not told(j), "nothing told")
        j.expect([inquiry(j)["promised_at"], rows(j, "uses")], [None, []])


def fill_blanks(j):
    """Two of them, and a placeholder that is none, which is a third."""
    _, app = j.word, j.app
    with j.step("with a blank open nothing is copied: it says which"):
        app.key("r")
        app.type("colour")
        await_found(j, "Colour and size")
        app.key("Return")
        app.wait_for(lambda: "focused" in app.find(None, _("What Is Said")).states, "the focus in the text")
        before = app.copied()
        app.key("ctrl+Return")
        app.find("label", _("“%s” is not filled in yet.") % "colour")
        j.expect(app.copied(), before)
        app.settle()
        app.shot(j.folder / "blanks.png")
        app.check_names()

    with j.step("typing replaces the blank, Tab goes to the next one"):
        app.type("blue")
        app.key("Tab")
        app.type("M")
        app.key("ctrl+Return")
        app.find("label", _("“%s” is not filled in yet.") % "custmer")
        app.type("dear friend")
        app.key("ctrl+Return")
        await_copied(j, "We send blue in M, dear friend.")
        app.gone("entry", _("Find a Phrase"))


def guard(j):
    """What is found has a better wording, a key away."""
    _, app = j.word, j.app
    with j.step("a word that the shop does not say is told of, and copied only when it is asked for twice"):
        app.key("r")
        app.type("Refused")
        await_found(j, "Refused")
        app.key("Return")
        app.find("button", re.compile(re.escape(_("Better: “%s”").split("%s")[0])))
        app.check_names()
        app.settle()
        app.shot(j.folder / "guard.png")
        before = app.copied()
        app.key("ctrl+Return")
        app.find("button", _("_Copy Anyway"))
        j.expect(app.copied(), before)

    with j.step("Alt+G puts the better wording in, and nothing is left to say"):
        app.key("alt+g")
        app.gone("button", re.compile(re.escape(_("Better: “%s”").split("%s")[0])))
        app.key("ctrl+Return")
        app.wait_for(lambda: "I can't" not in app.copied() and app.copied() != before, "the better wording in the clipboard")

    with j.step("what the customer may say next leads to the phrase for that"):
        app.find("button", re.compile("Still angry.*Calm words"))
        app.key("Return")
        app.wait_for(lambda: app.find(None, _("What Is Said")).text == "Thank you for your patience.", "the next phrase")
        app.key("ctrl+Return")
        await_copied(j, "Thank you for your patience.")
        app.gone("entry", _("Find a Phrase"))


def write_note(j):
    """In the note box."""
    _, app = j.word, j.app
    with j.step("/ in the note box finds a phrase, Alt+Enter puts it in"):
        count = len(told(j))
        app.key("n")
        note = app.find(None, _("Write Into This Case"))
        app.wait_for(lambda: "focused" in note.states, "the focus in the note")
        app.type("/")
        app.find("entry", _("Find a Phrase"))
        app.type("calm")
        await_found(j, "Calm words")
        app.key("Return", "alt+Return")
        app.gone("entry", _("Find a Phrase"))
        app.wait_for(lambda: note.text == "Thank you for your patience.", "the phrase in the note")
        app.key("ctrl+Return")
        app.wait_for(lambda: len(told(j)) == count + 1, "what was told")

    with j.step("a slash that was none is one after Esc"):
        app.wait_for(lambda: "focused" in note.states, "the focus in the note")
        app.type("and /")
        app.find("entry", _("Find a Phrase"))
        app.key("Escape")
        app.gone("entry", _("Find a Phrase"))
        app.wait_for(lambda: note.text == "and /", "the slash")
        app.key("ctrl+a", "BackSpace")

    with j.step("what is typed finds its answer below, and Alt+1 takes it"):
        app.type("thank you for your patience please")
        app.find("button", _("Phrase: %s") % "Calm words")
        app.settle()
        app.shot(j.folder / "answers.png")
        app.check_names()
        app.key("alt+1")
        app.wait_for(lambda: app.has(None, _("What Is Said")) and app.find(None, _("What Is Said")).text == "Thank you for your patience.",
                     "the phrase in the picker")
        app.key("Escape", "Escape")
        app.gone("entry", _("Find a Phrase"))


def tell_article(j):
    """What the case is about has its answer in an article: the part that answers is told."""
    _, app, keys = j.word, j.app, Keys(j.app)
    j.run("article", "new", "Goods that come back", "--body", POLICY, "told=true")
    j.run("article", "new", "Freight, for us alone", "--body", "What freight costs us when a customer sends it back: who pays.", "told=false")
    number = json.loads(j.run("case", "new", "inquiry", f"content={QUESTION}", "--json"))["number"]

    def case():
        return next(row for row in rows(j, "cases.inquiry") if row["number"] == number)

    with j.step("before anything is typed, what the case is about has its answers below the note box"):
        app.click(app.find("label", number))
        app.key("Return")
        app.find("heading", number)
        keys.strike("n")
        offered = app.find("button", _("Article: %s") % "Goods that come back")
        app.find("button", _("Internal article: %s") % "Freight, for us alone")
        place = [button.label for button in app.find_all("button") if button.label in
                 (_("Article: %s") % "Goods that come back", _("Internal article: %s") % "Freight, for us alone")].index(offered.label) + 1
        app.check_names()
        app.settle()
        app.shot(j.folder / "articles.png")

    with j.step("its key takes the part that answers, with the blank selected"):
        count = len(told(j))
        keys.strike(f"alt+{place}")
        app.wait_for(lambda: app.has(None, _("What Is Said")) and app.find(None, _("What Is Said")).text == FREIGHT % "[sum]", "the part")
        app.wait_for(lambda: "focused" in app.find(None, _("What Is Said")).states, "the focus in the text")
        app.find("button", _("Article: %s") % "Goods that come back")
        app.check_names()
        app.settle()
        app.shot(j.folder / "told.png")

    with j.step("an inquiry is answered from an article in under ten keys"):
        keys.type("$8")
        keys.strike("ctrl+Return")
        await_copied(j, re.escape(FREIGHT % "$8"))
        j.expect(keys.n < FEW, True)
        app.wait_for(lambda: len(told(j)) == count + 1, "what was told")
        j.expect(told(j)[-1], FREIGHT % "$8")
        article, = json.loads(j.run("list", "articles", "--where", "title = 'Goods that come back'", "--json"))["rows"]
        j.expect([use["article"] for use in rows(j, "uses") if use["article"]], [article["id"]])
        app.gone("entry", _("Find a Phrase"))
        app.find("label", re.compile(re.escape(FREIGHT % "$8")))

    with j.step("one Ctrl+Z takes all of it back"):
        app.click(app.find("label", number))
        app.key("ctrl+z")
        app.wait_for(lambda: len(told(j)) == count, "nothing told")
        j.expect([use for use in rows(j, "uses") if use["article"]], [])
        j.expect(case()["stage"], "asked")

    with j.step("Alt+Down tells another part; with a blank open nothing is copied, and Tab goes to the next one"):
        before = app.copied()
        app.key("n")
        app.find("button", _("Article: %s") % "Goods that come back")
        app.key(f"alt+{place}")
        app.wait_for(lambda: "focused" in app.find(None, _("What Is Said")).states, "the focus in the text")
        app.key("alt+Down")
        app.wait_for(lambda: app.find(None, _("What Is Said")).text.startswith("Goods that") or "Who pays" in app.find(None, _("What Is Said")).text, "all of it")
        app.key("ctrl+Return")
        app.find("label", _("“%s” is not filled in yet.") % "days")
        j.expect(app.copied(), before)
        app.type("7 days")
        app.key("Tab")
        app.type("$9")
        app.key("alt+Return")
        app.gone("entry", _("Find a Phrase"))
        note = app.find(None, _("Write Into This Case"))
        app.wait_for(lambda: note.text.startswith("Goods come back within 7 days.") and note.text.endswith(FREIGHT % "$9"), "all of it in the note")
        j.expect("[" in note.text, False)
        app.key("ctrl+a", "BackSpace")


def read_and_tell(j):
    """The article itself, read in its page, is told from there."""
    _, app = j.word, j.app
    with j.step("R in an article that customers may be told takes its first paragraph"):
        app.click(app.find("list item", re.compile("^" + re.escape(_("Articles")))))
        app.click(app.find("label", "Goods that come back"))
        app.key("Return")
        app.find("heading", "Goods that come back")
        app.find("button", _("Tell a Customer"))
        app.check_names()
        app.key("r")
        app.wait_for(lambda: app.has(None, _("What Is Said")) and app.find(None, _("What Is Said")).text == "Goods come back within [days].", "the part")
        app.type("7 days")
        app.key("ctrl+Return")
        await_copied(j, "Goods come back within 7 days\\.")


def phrases(j):
    prepare(j)
    j.start("--page", "cases.inquiry")
    j.take_starters_back()
    answer(j)
    fill_blanks(j)
    guard(j)
    write_note(j)
    tell_article(j)
    with j.step("the palette finds phrases, and opens the picker with one"):
        j.app.key("ctrl+k")
        j.app.find("entry", j.word("Search and Commands"))
        j.app.type("Calm words")
        j.app.find("label", "Calm words")
        j.app.key("Return")
        j.app.wait_for(lambda: j.app.has(None, j.word("What Is Said")), "the text of it")
        j.app.key("Escape", "Escape")
    read_and_tell(j)


journey.main(phrases)
