#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The knowledge base by keyboard: a new shop has one; an article is found, read and marked in few keys, written
anew with what becomes of it beside it, restored, commented on, and made of a case."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
# What somebody looks for, and the starter that answers it.
SOUGHT = {"": "freight", "zh_CN": "运费"}
STARTER = "return_flow"
TITLE = "Gift boxes"
INQUIRIES = {"": "Inquiries", "zh_CN": "咨询"}


def articles(j, where):
    return json.loads(j.run("list", "articles", "--where", where, "--limit", "0", "--json"))["rows"]


def article(j, title):
    return next((row for row in articles(j, f"title = '{title}'")), None)


def count(j, kind):
    return json.loads(j.run("list", kind, "--limit", "1", "--json"))["total"]


def find_one(j, app):
    """In few keys, the matching words marked."""
    _ = j.word
    lang = j.session.language or ""
    starter = next(row for row in articles(j, "state = in_use") if row["starter"] == STARTER)
    with j.step("a new shop is not without knowledge"):
        j.expect(len(articles(j, "state = in_use")) >= 30, True)
        app.find("label", _("Articles"))
        app.check_names()
    with j.step("what is sought is the first of what is found"):
        app.key("ctrl+f")
        app.type(SOUGHT[lang])
        rows = json.loads(j.run("search", SOUGHT[lang], "--json"))["rows"]
        best = [row["title"] for row in rows if row["kind"] == "article"]
        app.find("label", best[0])
        j.expect(starter["title"] in best[:3], True)
    with j.step("where it was found is seen below its title, and said as its description"):
        app.wait_for(lambda: SOUGHT[lang] in app.find("label", starter["title"]).description.lower(), "the excerpt")
        j.expect([sign in app.find("label", starter["title"]).description for sign in ("**", "##", "](")], [False] * 3)
        app.settle()
        app.shot(j.folder / "found.png")
    with j.step("it is read in the panel"):
        app.click(app.find("label", starter["title"]))
        app.key("Return")
        app.find("heading", starter["title"])
        app.check_names()
        app.shot(j.folder / "read.png")
        app.key("ctrl+f")
        app.key("ctrl+a", "Delete")


def write_one(j, app):
    """Markdown at one side, what becomes of it at the other."""
    _ = j.word
    with j.step("a new article is written, and seen as it becomes"):
        app.press(_("New Article"))
        app.find("label", _("New Article"))
        app.type(TITLE)
        app.key("Return")
        app.type("# Folded in ten seconds")
        app.key("Return", "Return")
        app.type("- [ ] lid first")
        app.find("heading", "Folded in ten seconds")
        app.check_names()
        app.shot(j.folder / "written.png")
        app.key("ctrl+s")
        app.wait_for(lambda: article(j, TITLE), "the article")
        app.find("heading", TITLE)
    with j.step("changed, it has another version, and what it was can be seen"):
        app.key("F4")
        app.find("label", _("Edit the Article"))
        app.key("ctrl+End")
        app.type(" and gently")
        app.key("ctrl+s")
        app.wait_for(lambda: "gently" in article(j, TITLE)["body"], "the change")
        app.find("label", re.compile("gently"))


def restore_one(j, app):
    _ = j.word
    with j.step("an older version is compared, and restored"):
        app.click(app.find("label", _("What It Was Before")))
        rows = app.wait_for(lambda: [node for node in app.window.find_all("list item") if re.search(r"\d\d:\d\d", node.label)], "the versions")
        app.click(rows[-1])
        app.find("label", re.compile("gently"))
        app.shot(j.folder / "difference.png")
        app.press(_("_Restore"))
        app.wait_for(lambda: "gently" not in article(j, TITLE)["body"], "the older text")
        j.expect(count(j, "revisions") > 3, True)


def begin_comment(app, comment):
    """N; whether the comment has the keyboard then. While the list is made anew after an act the key is for nothing."""
    app.key("n")
    return app.soon(lambda: "focused" in comment.states)


def say_something(j, app):
    _ = j.word
    with j.step("it was right, and somebody says what is missing"):
        app.press(_("_Right"))
        app.wait_for(lambda: count(j, "uses") == 1, "the use")
        comment = app.find("text", _("Write a Comment"))
        app.wait_for(lambda: begin_comment(app, comment), "the keyboard in the comment")
        app.type("Which tape?")
        app.key("ctrl+Return")
        app.wait_for(lambda: count(j, "comments") == 1, "the comment")
        app.find("label", "Which tape?")
    with j.step("E says that it was read"):
        before = count(j, "read_marks")
        app.click(app.find("label", TITLE))
        app.key("e")
        app.wait_for(lambda: count(j, "read_marks") == before + 1, "the mark")


def learn(j, app):
    """One key makes a draft of a case."""
    _ = j.word
    with j.step("L makes an article of a case, which waits as a draft"):
        row = json.loads(j.run("case", "new", "inquiry", "name=Ann", "contact=13800001111", "--json"))
        app = j.app
        app.click(app.find("list item", re.compile("^" + re.escape(INQUIRIES[j.session.language or ""]))))
        app.click(app.find("label", row["number"]))
        app.key("l")
        app.wait_for(lambda: articles(j, "state = draft"), "the draft")
        draft = articles(j, "state = draft")[0]
        j.expect("13800001111" in draft["body"] or "Ann" in draft["body"], False)
    with j.step("the case leads to how it is done"):
        app.key("Return")
        app.find("heading", row["number"])
        app.find("button", re.compile("^" + re.escape(_("Procedure: %s").split("%s", maxsplit=1)[0])))
        app.check_names()


def know(j):
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    app = j.start("--page", "knowledge")
    find_one(j, app)
    write_one(j, app)
    restore_one(j, app)
    say_something(j, app)
    learn(j, app)


journey.main(know)
