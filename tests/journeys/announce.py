#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new product, read by two agents before it is listed (RH-12, RH-26): it is announced with its article, stands
first in everybody's Today until they have read it, and who has not is seen beside it. With the keyboard."""

import json
import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

TITLE = {"": "The cloud bottle is listed on Friday", "zh_CN": "云朵保温杯周五上架"}
ARTICLE = {"": "Cloud bottle: what it can do", "zh_CN": "云朵保温杯：卖点与疑问"}
WORD = {"": "Cloud", "zh_CN": "云朵"}
SPECIAL = {"": "The till is broken", "zh_CN": "收款码打不开"}


def picture(app, name):
    """Left where whoever looks at pictures wants them."""
    folder = os.environ.get("DAYBOOK_PICTURES")
    if folder:
        app.settle()
        app.shot(Path(folder) / f"announce-{name}.png")


def unread(j, agent):
    """What the command line says that agent is to read first."""
    return [row["title"] for row in json.loads(j.run("today", "--json", "--limit", "1", "--as", agent))["announcements"]]


def sit_down(j, name):
    """Somebody else comes to the desk, by its menu."""
    said = j.word("At the desk: %s")
    j.app.click(j.app.find("button", re.compile("^" + re.escape(said % ""))))
    j.app.press(re.compile("^" + name), role="menu item")
    j.app.find("button", re.compile("^" + re.escape(said % name)))


def announce(j, app):
    """The owner writes it, with the article."""
    _, language = j.word, j.session.language or ""
    with j.step("an empty page says what it is for"):
        app.find("label", _("Nothing Announced Yet"))
        app.check_names()
        picture(app, f"empty-{j.name}")

    with j.step("G asks what is announced; nothing is announced without words"):
        app.key("g")
        button = app.find("button", _("_Announce"))
        j.expect(button.is_sensitive, False)
        app.type(TITLE[language])
        app.wait_for(lambda: button.is_sensitive, "it can be announced")

    with j.step("its article is found by a word of its title, and chosen"):
        app.focus(app.find("entry", _("About an article: words of its title")))
        app.type(WORD[language])
        app.find("label", ARTICLE[language])
        app.key("Return")
        app.find("button", _("It is not about this article"))
        app.check_names()
        picture(app, f"new-{j.name}")

    with j.step("announced, it is in the list; whoever wrote it has read it"):
        app.press(_("_Announce"))
        app.find("label", TITLE[language])
        j.expect(unread(j, "007"), [TITLE[language]])
        j.expect(unread(j, "001"), [])


def first_reads(j, app):
    """007 comes to the desk."""
    _, language = j.word, j.session.language or ""
    with j.step("it stands first in Today of whoever comes to the desk, above it what is special"):
        j.run("announce", SPECIAL[language], "--kind", "special", "--as", "001")
        sit_down(j, "林晓")
        app.click(app.find("list item", re.compile("^" + re.escape(_("Today")))))
        app.find("label", _("To Be Read (%u)") % 2)
        app.find("list item", re.compile(re.escape(SPECIAL[language])))
        app.check_names()
        picture(app, f"card-{j.name}")

    with j.step("E says that it was read, and the next one has the focus; Enter says it too"):
        app.key("e")
        app.find("label", _("To Be Read (%u)") % 1)
        j.expect(unread(j, "007"), [TITLE[language]])
        app.key("Return")
        app.gone("list item", re.compile(re.escape(TITLE[language])))
        j.expect(unread(j, "007"), [])

    with j.step("Ctrl+Z takes it back"):
        app.key("ctrl+z")
        app.find("label", _("To Be Read (%u)") % 1)
        row = app.find("list item", re.compile(re.escape(TITLE[language])))
        app.press(_("_Read"), within=row)
        app.wait_for(lambda: unread(j, "007") == [], "it is read")


def owner_looks(j, app):
    """Who has not?"""
    _, language = j.word, j.session.language or ""
    with j.step("the owner sees who has read it, and who has not"):
        sit_down(j, "店主" if language else "Owner")
        app.click(app.find("list item", re.compile("^" + re.escape(_("Announcements")))))
        app.click(app.find("label", TITLE[language]))
        app.key("Return")
        app.find("heading", TITLE[language])
        app.find("label", _("%1$u of %2$u").replace("%1$u", "2").replace("%2$u", "4"))
        j.expect(len(app.find_all("label", _("Not yet"))), 2)
        app.check_names()
        picture(app, f"panel-{j.name}")


def other_reads(j, app):
    """012 reads them all at once."""
    _, language = j.word, j.session.language or ""
    with j.step("for the other one it still stands first"):
        sit_down(j, "陈露")
        app.click(app.find("list item", re.compile("^" + re.escape(_("Today")))))
        app.find("label", _("To Be Read (%u)") % 2)
        app.find("list item", re.compile(re.escape(TITLE[language])))

    with j.step("all read, the card is gone, and what is due has the focus"):
        app.focus(app.find("button", _("All R_ead")))
        app.key("Return")
        app.gone("button", _("All R_ead"))
        app.gone("label", _("To Be Read (%u)") % 2)
        j.expect(unread(j, "012"), [])
        picture(app, f"read-{j.name}")

    with j.step("it holds no longer: dim in the list, and nobody is asked"):
        app.click(app.find("list item", re.compile("^" + re.escape(_("Announcements")))))
        app.click(app.find("label", TITLE[language]))
        app.key("Return")
        app.press(_("Holds No _Longer"))
        app.gone("button", _("Holds No _Longer"))
        j.expect(unread(j, "021"), [SPECIAL[language]])
        picture(app, f"ended-{j.name}")


def walk(j):
    language = j.session.language or ""
    j.run("sample", "--orders", "40", "--seed", "3")
    j.run("article", "new", ARTICLE[language], "--kind", "product", "--as", "001")
    app = j.start("--page", "announcements")
    announce(j, app)
    first_reads(j, app)
    owner_looks(j, app)
    other_reads(j, app)


journey.main(walk)
