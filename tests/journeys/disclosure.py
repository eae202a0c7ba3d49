#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Personal data leaves the shop in full: what the shop says of it is read first, by what right and for whom is said, and
stands in the log; whoever has refused is in no file that rests on consent. The owner writes the text, and says for how
long what nobody needs is kept."""

import csv
import io
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402
from export import save_as, title_of  # noqa: E402

NUMBERS = [order[0] for order in tmall.ORDERS]
DIALOG = "Give Away in Full?"


def rows_of(path):
    """The rows of an exported CSV by their headings."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def answer(j, *words):
    """What the command line says, as the owner."""
    return json.loads(j.run("--as", "001", "--json", *words))


def consent(j, buyer, word):
    """The customer of that account has said so."""
    row = next(row for row in answer(j, "list", "handles", "--unmasked", "--limit", "0")["rows"] if row["account"] == buyer)
    answer(j, "set", "customers", row["customer"], f"consent={word}")


def export_in_full(j, path):
    """As far as the question."""
    j.app.key("ctrl+e")
    save_as(j, title_of(j, len(NUMBERS)), path, unmasked=True)
    return j.app.find("frame", j.word(DIALOG))


def by_law(j, folder):
    """A court asks for it."""
    _, app = j.word, j.app
    path = folder / "court.csv"
    with j.step("an export in full asks first, with the shop's text and how many people are in it"):
        dialog = export_in_full(j, path)
        app.find("label", "Ours stay ours.", dialog)
        app.find("label", re.compile(re.escape(j.words("%s person is in it.", "%s people are in it.", len(NUMBERS)) % len(NUMBERS))), dialog)
        app.check_names()
        j.expect(app.find("push button", _("_Give Away"), dialog).is_sensitive, False)

    with j.step("legal process names the authority, and then the file is written"):
        desk.give_away(j, "Legal process", reason="City court 2026/118", recipient="the bailiff")
        app.find("label", re.compile(r"court\.csv"))
        j.expect(len(rows_of(path)), len(NUMBERS))
        j.expect("李清照" in path.read_text(encoding="utf-8-sig"), True)

    with j.step("the log says by what right, why and for whom"):
        newest = answer(j, "audit", "--limit", "1")["rows"][0]
        j.expect((newest["how"], newest["basis"]), ("export", "legal"))
        j.expect("City court 2026/118" in newest["reason"] and "the bailiff" in newest["reason"], True)


def by_consent(j, folder):
    """One has given consent, one has refused, the others were not asked."""
    _, app = j.word, j.app
    path = folder / "consent.csv"
    consent(j, tmall.ORDERS[0][1], "given")
    consent(j, tmall.ORDERS[1][1], "refused")
    with j.step("by consent, what is of others is left out, which is said before and after"):
        dialog = export_in_full(j, path)
        app.find("label", re.compile(re.escape(j.words("%s has refused or withdrawn consent.", "%s have refused or withdrawn consent.", 1) % 1)),
                 dialog)
        app.find("label", j.words("%s has given it; what is of others is left out", "%s have given it; what is of others is left out", 1) % 1, dialog)
        desk.give_away(j, "The customer’s consent")
        app.find("label", re.compile(re.escape(_("%1$s (without consent, left out: %2$s)").partition("%1$s")[2].replace("%2$s", str(len(NUMBERS) - 1)))))
        j.expect([row[_("Order number")].strip("\t") for row in rows_of(path)], [NUMBERS[0]])

    with j.step("whoever does not go on has no file"):
        export_in_full(j, folder / "nothing.csv")
        app.key("Escape")
        app.gone("frame", _(DIALOG))
        j.expect((folder / "nothing.csv").exists(), False)


def preferences(j):
    """The page on privacy."""
    _, app = j.word, j.app
    with j.step("the preferences have the text, what is kept for how long, and how safe the place is"):
        desk.open_preferences(j, "Privac_y")
        app.wait_for(lambda: any(node.text == "Ours stay ours." for node in app.find_all("text")), "the text")
        for title in ("Rows of imported files", "Virtual numbers", "The disk", "The files"):
            app.find("label", _(title))
        app.find("label", _("Nobody else on this computer may read the book and its backups."))
        app.check_names()


def disclosure(j):
    folder = j.session.home / "out"
    folder.mkdir()
    desk.open_shop(j)
    answer(j, "agent", "add", "林晓", "--code", "007")
    answer(j, "privacy", "text", "Ours stay ours.")
    by_law(j, folder)
    by_consent(j, folder)
    preferences(j)


if __name__ == "__main__":
    journey.main(disclosure)
