#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a customer: ways to reach them are added, corrected and taken away, a full phone finds them, a day is written
by the lunar calendar, tags, wishes and consent are kept, and the timeline tells what happened."""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Billing Name\n"
        "#7001,ann@example.com,paid,2026-03-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00,Ann Miller\n"
        "#7002,ann@example.com,partially_refunded,2026-09-21 10:00:00 +0800,20.00,CNY,150.00,Pot,1,150.00,Ann Miller\n"
        "#7003,bob@example.com,paid,2026-10-21 10:00:00 +0800,0.00,CNY,50.00,Cup,1,50.00,Bob Stone\n")
PHONE = "13812341234"


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"card-{name}.png")


def rows(j, *words):
    return json.loads(j.run(*words, "--json"))["rows"]


def parts(j, kind):
    return rows(j, "list", kind, "--limit", "0")


def shown(j):
    """Ann, with what hangs on her."""
    ann = next(row for row in rows(j, "list", "customers") if row["name"].startswith("A"))
    return json.loads(j.run("show", "customers", ann["id"], "--json"))


def plain(text):
    """A label without its mnemonic."""
    return re.sub(r"\(_\w\)|_", "", text)


def reach(j, app):
    """Phones and accounts by hand."""
    _ = j.word
    with j.step("a phone is added with a note, kept as digits, and masked"):
        app.press(_("Add a Way to Reach the Customer"))
        entry = app.find("entry", _("Number, address or name"))
        app.check_names()
        app.write(entry, "138-1234 1234")
        app.write(app.find("entry", _("Note: office, her mother’s")), "office")
        picture(app, f"form-{j.name}")
        app.press(plain(_("_Save")))
        app.find("label", "138****1234")
        app.find("label", "office")
        app.check_names()
        j.expect([contact["value"] for contact in shown(j)["contacts"] if contact["contact_kind"] == "phone"], ["138****1234"])

    with j.step("what is no phone is refused where it stands"):
        app.press(_("Add a Way to Reach the Customer"))
        app.write(app.find("entry", _("Number, address or name")), "ask her")
        app.press(plain(_("_Save")))
        app.find(None, re.compile("[“「]ask her"))
        app.press(plain(_("_Cancel")))

    with j.step("it is taken away, and one Ctrl+Z brings it back"):
        app.press(_("Change “%s”") % _("Phone", "contact"))
        app.find("entry", _("Empty: %s stays") % "138****1234")
        app.press(plain(_("Take _Away")))
        app.gone("label", "138****1234")
        app.key("ctrl+z")
        app.find("label", "138****1234")


def days(j, app):
    """By the lunar calendar."""
    _ = j.word
    with j.step("a lunar day says the other calendar's date and when it comes next while it is typed"):
        app.press(_("Add a Day to Remember"))
        entry = app.find("entry", _("Day: 1990-05-03, 05-03 or 农历五月初三"))
        app.write(entry, "1990年五月初三")
        app.find("label", re.compile("1990"))
        app.find("label", re.compile(re.escape(_("Next on %1$s, %2$s").split("%1$s")[0])))
        app.check_names()
        picture(app, f"day-{j.name}")
        app.press(plain(_("_Save")))
        app.wait_for(lambda: [(day["lunar"], day["month"], day["day"]) for day in shown(j)["remembered_days"]] == [(True, 5, 3)], "the day")
        app.find("label", _("Birthday", "day"))


def marks(j, app):
    """Tags, ticks, consent."""
    _ = j.word
    with j.step("a tag is a chip, and a tick is an act"):
        app.click(app.find("entry", _("Add a Tag")))
        app.type("regular")
        app.key("Return")
        app.wait_for(lambda: shown(j)["tags"] == "regular", "the tag")
        app.click(app.find("check box", _("Added as a friend")))
        app.wait_for(lambda: shown(j)["friend"], "the tick")

    with j.step("consent is kept with when and how"):
        app.choose(app.find("combo box", _("Consent")), "Down", "Return")
        app.wait_for(lambda: shown(j)["consent"] == "given" and shown(j)["consent_at"] is not None, "consent")
        app.check_names()
        picture(app, f"marks-{j.name}")


def story(j, app):
    """What was bought, and what happened."""
    _ = j.word
    with j.step("figures, plot and timeline tell of both orders"):
        app.find("label", _("Bought and Returned"))
        app.find("label", re.compile("^¥240.00 "))
        app.find("label", re.compile("^¥20.00 "))
        app.bring_to_sight(app.find("label", _("Timeline")))
        app.find("push button", re.compile("#7002"))
        app.check_names()
        picture(app, f"story-{j.name}")


def found(j, app):
    """By a full phone."""
    _ = j.word
    with j.step("the whole phone finds whose it is"):
        j.expect(len(json.loads(j.run("search", PHONE, "--json"))["rows"]), 1)


def customer_card(j):
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    app = j.start("--page", "customers")
    app.resize(1366, 1000)
    app.click(app.find("label", re.compile(r"^A\*")))
    app.key("Return")
    app.find("label", j.word("Accounts and Contacts"))
    picture(app, f"open-{j.name}")
    reach(j, app)
    days(j, app)
    marks(j, app)
    story(j, app)
    found(j, app)


journey.main(customer_card)
