#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two reviews are imported and become two cases by themselves: the bad one is answered, and closed with
its cause, which the statistics count."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from register import Register  # noqa: E402

ORDERS = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity\n"
          "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,3\n")
REVIEWS = ("title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,"
           "picture_urls,ip_address,location\n"
           "Broken,The lid came in pieces,1,2026-11-20 10:00:00 UTC,web,,Eve,eve@example.com,12,white-cup,,,,10.0.0.9,Rome\n"
           "Lovely,\"Thin, and light\",5,2026-11-21 10:00:00 UTC,web,,Ann B,ann@example.com,11,white-cup,,,,10.0.0.7,Berlin\n")
BAD, GOOD = "V-A1001", "V-A1002"


def write(j, name, text):
    """A file that a shop was given."""
    path = j.folder / name
    path.write_text(text, encoding="utf-8")
    return path


def stages(j):
    """Where the cases of reviews are."""
    rows = json.loads(j.run("list", "cases.review", "--json"))["rows"]
    return sorted((row["number"], row["rating"], row["stage"]) for row in rows)


def import_them(j, review):
    _, app = j.word, j.start(write(j, "reviews.csv", REVIEWS))
    title = review.said(review.definition["title"])
    with j.step("the preview says that two cases will be opened"):
        app.find("heading", "reviews.csv")
        app.find("label", j.words("%u case will be opened: %s", "%u cases will be opened: %s", 2) % (2, f"{title} 2"))
        app.check_names()
        j.expect(stages(j), [])

    with j.step("imported, they are there, the bad one to be contacted at once"):
        app.press(_("_Import"))
        app.find("label", j.words("%u case was opened: %s", "%u cases were opened: %s", 2) % (2, f"{title} 2"))
        j.expect(stages(j), [(BAD, "bad", "new"), (GOOD, "good", "to_reply")])
        app.check_names()
        app.quit()


def work(j, review):
    _, app = j.word, j.start("--page", "cases.review")
    with j.step("the bad one is contacted"):
        app.click(app.find("label", BAD))
        app.key("Return")
        app.find("heading", BAD)
        review.ask("contacting")
        review.arrive("contacting")

    with j.step("it is not closed without an answer, a cause and a result"):
        review.ask("kept")
        review.confirm("kept")
        app.find("label", _("“%s” needs: %s.") % (review.stage("kept"), _(", ").join([review.label("reply"), _("Cause"), _("Result")])))
        review.write("kept", "text", review.label("reply"), "A new lid is on its way")
        review.write("kept", "text", _("Result"), "A new lid was sent")
        review.choose("kept", _("Cause"))
        review.confirm("kept")
        review.arrive("kept")
        j.expect(review.row(BAD, "stage", "cause", "reply"), ["kept", "product", "A new lid is on its way"])

    with j.step("undo opens it again, and redo closes it"):
        app.key("ctrl+z")
        review.arrive("contacting")
        app.key("ctrl+shift+z")
        review.arrive("kept")


def count(j, review):
    _, app = j.word, j.app
    cause = review.said(review.definition["causes"]["product"])
    with j.step("the statistics count it by its cause"):
        app.key("ctrl+k")
        app.find(None, _("Search and Commands"))
        app.type(_("Statistics of This Register"))
        app.find("label", _("Statistics of This Register"))
        app.key("Return")
        app.find("label", re.compile(re.escape(j.words("%u case", "%u cases", 2) % 2) + ".*50"))
        app.find(None, f"{_('Cause')}. {cause}: 1 · 100 %")
        app.check_names()

    with j.step("its table is one key away"):
        app.key("t")
        app.find("label", cause)
        app.find("label", "2026-11")
        app.check_names()
        app.key("Escape")
        app.gone("label", "2026-11")


def begin(j):
    _, back = j.word, Register(j, "return")
    j.app.quit()
    j.run("import", write(j, "orders.csv", ORDERS))
    app = j.start()
    with j.step("a case begins at a line of an order, and is about all its pieces"):
        app.click(app.find("label", "#7001"))
        app.key("Return")
        app.click(app.find("button", _("New Case: %s") % "Cup"))
        app.press(back.one, role="menu item")
        app.find("label", _("About: %s × %d") % ("Cup", 3))
        app.check_names()
        app.press(_("Open the _Case"))
        app.find("heading", "R-A1001")
        app.wait_for(lambda: [row["quantity"] for row in json.loads(j.run("list", "case_lines", "--where", "quantity = 3", "--json"))["rows"]] == [3],
                     "three cups in the case")


def switch(j):
    _, app = j.word, j.app
    with j.step("a register can do without cases from imports"):
        app.key("ctrl+k")
        app.find(None, _("Search and Commands"))
        app.type(_("Cases From Imports…"))
        app.find("label", _("Cases From Imports…"))
        app.key("Return")
        app.find("label", _("All imported rows have their case"))
        app.check_names()
        app.key("space")
        app.wait_for(lambda: json.loads(j.run("register", "births", "return", "--json"))["by_itself"] is False, "the switch")
        app.press(_("Undo"), within=app.window)
        app.wait_for(lambda: json.loads(j.run("register", "births", "return", "--json"))["by_itself"] is True, "the switch back")
        app.press(_("Close"), within=app.window)
        app.gone("label", _("All imported rows have their case"))


def reviews(j):
    review = Register(j, "review")
    import_them(j, review)
    work(j, review)
    count(j, review)
    begin(j)
    switch(j)


journey.main(reviews)
