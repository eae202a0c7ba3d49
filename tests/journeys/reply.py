#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reply below a review, by keyboard: a phrase goes into its field, a word that the shop does not say is put better, and
with the reply it is written down what the customer was told. Then the shop guards a word of its own in the preferences,
tries it there, and it is caught in the reply."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
from register import Register  # noqa: E402

NUMBER = "V-A1001"
THANKS = "Thank you for your words."
REFUSED = "I can't change that."


def prepare(j):
    """Two phrases and a review."""
    j.run("import", desk.tmall.write(j.session.home / "ExportOrderList202611221800.csv"))
    j.run("phrase", "new", "Calm words", "--text", THANKS, "--purpose", "thanks")
    j.run("phrase", "new", "Refused", "--text", REFUSED, "--purpose", "explanation")
    j.run("case", "new", "review", "rating=bad", "words=Broken", "subject=Cup")


def rows(j, kind):
    return json.loads(j.run("list", kind, "--limit", "0", "--json"))["rows"]


def told(j):
    return [event["text"] for event in rows(j, "events") if event["event_kind"] == "told"]


def better(j):
    """The button that puts the better wording in."""
    return re.compile(re.escape(j.word("Better: “%s”").split("%s")[0]))


def open_review(j, review):
    """Opens the case; returns its field for the reply."""
    _, app = j.word, j.app
    app.find("label", NUMBER)
    app.key("Home")
    app.wait_for(lambda: any("selected" in row.states for row in app.find_all("table row")), "the row to be selected")
    app.key("Return")
    app.find("heading", NUMBER)
    return app.find("text", review.label("reply"))


def take(j, words, title, letter="/"):
    """Finds a phrase in the picker, and puts it in."""
    _, app = j.word, j.app
    app.type(letter)
    app.find("entry", _("Find a Phrase"))
    app.type(words)
    app.wait_for(lambda: [item.name for item in app.find("list", _("Phrases")).children if item.role == "list item"] != []
                 and app.has("label", title, app.find("list", _("Phrases"))), f"“{title}”")
    app.key("Return")
    app.wait_for(lambda: app.has(None, _("What Is Said")) and app.find(None, _("What Is Said")).text != "", "the phrase in the picker")
    app.key("alt+Return")
    app.gone("entry", _("Find a Phrase"))


def answer(j, review, reply):
    """The reply is made of a phrase."""
    app = j.app
    with j.step("/ in the reply finds a phrase, Alt+Enter puts it in"):
        app.focus(reply)
        take(j, "calm", "Calm words")
        app.wait_for(lambda: reply.text == THANKS, "the phrase in the reply")
        app.check_names()
        app.settle()
        app.shot(j.folder / "reply.png")

    with j.step("saved, it is the reply, what the customer was told, and a use of the phrase: one act"):
        app.key("ctrl+Return")
        app.wait_for(lambda: told(j) == [THANKS], "what was told")
        j.expect([review.row(NUMBER, "reply"), len(rows(j, "uses"))], [[THANKS], 1])
        app.key("ctrl+z")
        app.wait_for(lambda: not told(j), "nothing told")
        j.expect([review.row(NUMBER, "reply"), rows(j, "uses")], [[None], []])


def guard(j, review, reply):
    """What is found in it has a better wording, a key away."""
    app = j.app
    with j.step("with R, what is chosen can go into the reply as well"):
        app.wait_for(lambda: reply.text == "", "the empty reply")
        app.wait_for(lambda: "focused" not in reply.states, "the focus in the list")
        take(j, "refused", "Refused", letter="r")
        app.wait_for(lambda: reply.text == REFUSED, "the phrase in the reply")

    with j.step("a word that the shop does not say is underlined there, with the better wording"):
        app.find("button", better(j))
        app.check_names()
        app.settle()
        app.shot(j.folder / "guarded.png")

    with j.step("Alt+G puts the better wording in"):
        app.key("alt+g")
        app.gone("button", better(j))
        app.wait_for(lambda: "I can't" not in reply.text and reply.text.endswith("change that."), "the better wording")
        app.key("ctrl+Return")
        app.wait_for(lambda: len(told(j)) == 1, "what was told")
        j.expect(review.row(NUMBER, "reply"), told(j))


def guard_more(j):
    """A word of the shop's own."""
    _, app = j.word, j.app
    with j.step("the preferences have the word guard, and the words are a page further"):
        desk.open_preferences(j, "_Words")
        app.find("label", _("Word Guard"))
        app.check_names()
        app.click(app.find("label", _("Add your own with what you say instead, switch single ones off, try a text")))
        app.find("list", _("Guarded Words"))
        app.check_names()

    with j.step("a word is added, and is the first of the list"):
        app.key("ctrl+n")
        word = app.find("text", _("Word"))
        app.settle()
        app.type("hologram")
        app.wait_for(lambda: word.text == "hologram", "the word in the form")
        app.key("Tab")
        app.type("picture")
        app.settle()
        app.shot(j.folder / "form.png")
        app.check_names()
        app.key("Return")
        app.find("label", "hologram", within=app.find("list", _("Guarded Words")))
        app.wait_for(lambda: [row["text"] for row in rows(j, "guarded_words")] == ["hologram"], "the word in the book")

    with j.step("it is tried at once, with letters that only look the same"):
        app.focus(app.find("text", _("Text to Try the Word Guard On")))
        app.type("our h o l o g r a m")
        app.find("button", _("Better: “%s”") % "picture")
        app.settle()
        app.shot(j.folder / "tried.png")
        app.key("alt+g")
        app.gone("button", better(j))
        app.wait_for(lambda: app.find("text", _("Text to Try the Word Guard On")).text == "our picture", "the better wording")

    with j.step("Esc goes back, step by step"):
        app.key("Escape")
        app.gone("list", _("Guarded Words"))
        app.find("label", _("Word Guard"))
        app.gone("label", _("Guarded word added: %s") % "hologram")  # Esc takes such a message away first
        app.key("Escape")
        app.wait_for(lambda: len(app.root.children) == 1, "the preferences to close")


def catch(j, reply):
    """It is caught where a customer would read it."""
    _, app = j.word, j.app
    with j.step("the new word is caught in the reply"):
        app.focus(reply)
        app.key("ctrl+End")
        app.type(" See the hologram.")
        app.find("button", _("Better: “%s”") % "picture")
        app.key("alt+g")
        app.wait_for(lambda: reply.text.endswith("See the picture."), "the better wording")


def replies(j):
    prepare(j)
    j.start("--page", "cases.review")
    j.take_starters_back()
    review = Register(j, "review")
    with j.step("a review has a field for what is answered below it"):
        reply = open_review(j, review)
    answer(j, review, reply)
    guard(j, review, reply)
    guard_more(j)
    catch(j, reply)


journey.main(replies)
