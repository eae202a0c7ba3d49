# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do in Daybook's window again and again, for journeys in every
language: each is given the Journey."""

import re

import tmall


def turn_to(j, place):
    """Clicks on a place in the sidebar: its name may stand elsewhere as well."""
    _ = j.word
    j.app.click(j.app.find("label", _(place), j.app.find("list", _("Places"))))


def open_preferences(j, title):
    """Opens the preferences at the page of that title, once the shop's book is open: before, no key does anything."""
    app = j.app
    app.find("list", j.word("Places"))
    app.key("ctrl+comma")
    app.click(app.find("page tab", re.compile(re.escape(j.word(title).partition("(")[0]))))


def import_orders(j, path):
    """Imports a file from the preview on, and shows the orders."""
    _ = j.word
    j.app.find("heading", path.name)
    j.app.press(_("_Import"))
    j.app.press(_("Show the _Orders"))


def open_shop(j, *arguments):
    """Opens Daybook on a new shop with tmall.ORDERS in it; returns its App."""
    path = tmall.write(j.session.home / "ExportOrderList202611221800.csv")
    j.run("import", path)
    app = j.start(*arguments)
    app.find("label", tmall.ORDERS[0][0])
    return app


def choose_file(j, path, title="Choose Files to Import"):
    """Types a file's path into the file chooser of that title, which is open."""
    chooser = j.app.find(None, j.word(title))
    j.app.type(str(path))
    j.app.find("entry", None, chooser)
    j.app.wait_for(lambda: any(entry.text == str(path)
                               for entry in j.app.find_all("entry", None, chooser)),
                   "the whole path in the entry")
    j.app.key("Return")
    j.app.gone(None, j.word(title))


def give_away(j, basis, tick="I have read it", reason=None, recipient=None):
    """Answers the question before personal data is given away in full."""
    _, app = j.word, j.app
    dialog = app.find("frame", _("Give Away in Full?"))
    app.click(app.find("check box", _(tick), dialog))
    app.click(app.find("check box", _(basis), dialog))
    if reason is not None:
        app.write(app.find("text", _("Authority and file number"), dialog), reason)
    if recipient is not None:
        app.write(app.find("text", _("Who gets it"), dialog), recipient)
    app.press(_("_Give Away"), within=dialog)
    app.gone("frame", _("Give Away in Full?"))


def open_order(j, number):
    """Clicks on an order in the list and opens it in the panel. A list that is just being
    filled may not have taken the click: as a person would, it is clicked on again."""
    app = j.app

    def is_selected():
        rows = [row for row in app.find_all("table row") if "selected" in row.states]
        return any(node.name == number for row in rows for node in app.find_all("label", number, row))

    def select():
        app.click(app.find("label", number))
        return is_selected() or is_selected()

    app.wait_for(select, f"{number} to be selected")
    app.key("Return")
    app.find("heading", number)


def orders(j):
    """The numbers of the orders in the book, as the command line lists them."""
    listed = j.run("list", "orders")
    return [order[0] for order in tmall.ORDERS if order[0] in listed]


def toggle(j, title):
    """Turns the switch of that name on, by a click on its row."""
    switch = j.app.find("switch", j.word(title))
    j.app.click(j.app.find("label", j.word(title)))
    j.app.wait_for(lambda: "checked" in switch.states, f"{title} to be on")


def make_downloads(j):
    """Makes the folder that the desktop calls that of downloads, before the program starts."""
    folder = j.session.home / "home" / "Downloads"
    folder.mkdir()
    (j.session.home / "config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{folder}"\n', encoding="utf-8")
    return folder
