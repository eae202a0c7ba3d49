# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl privacy`, and of giving away in full: see contract.py."""

import csv
import json
import sqlite3

from book import Book


def try_privacy(contract):
    """In a book of its own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_text(contract)
        try_basis(contract)
        try_consent(contract)
        try_keep(contract)
        try_place(contract)
    finally:
        contract.book.close()
        contract.book = shop


def try_text(contract):
    """What is read before data is given away."""
    book, plan = contract.book, contract.plan
    contract.expect("privacy-text", "privacy", "text")
    contract.expect("privacy-text-set", "privacy", "text", "Ours stay ours.", by="Owner")
    plan.check("it is the shop's own", book.run("privacy", "text").answer == {"text": "Ours stay ours.", "own": True})
    contract.refuse("a text that nobody reads", 1, ["privacy", "text", "x" * 2001], "2000", by="Owner")
    contract.refuse("the text, by an agent", 1, ["privacy", "text", "Mine."], "Only the owner or a lead", by="012")
    book.run("privacy", "text", "", by="Owner")
    plan.check("an empty one puts Daybook's back", not book.run("privacy", "text").answer["own"])


def try_basis(contract):
    """By what right, each time, before anything is written."""
    book, plan = contract.book, contract.plan
    to = book.home / "full.csv"
    words = ["export", "orders", "--to", to, "--unmasked"]
    before = book.run("audit", by="Owner").answer["total"]
    contract.refuse("in full without a basis", 2, words, "--basis", by="Owner")
    contract.refuse("a basis nobody knows", 2, [*words, "--basis", "because"], "legal", by="Owner")
    contract.refuse("by law without a reason", 2, [*words, "--basis", "legal", "--reason", " "], "file number", by="Owner")
    contract.refuse("a basis for what is masked", 2, [*words[:-1], "--basis", "order"], "--unmasked", by="Owner")
    plan.check("nothing was written, nothing was seen", not to.exists() and book.run("audit", by="Owner").answer["total"] == before)
    contract.expect("export-unmasked", *words, "--basis", "legal", "--reason", "City court 2026/118", "--recipient", "the bailiff", by="Owner")
    newest = book.run("audit", "--limit", "1", by="Owner").answer["rows"][0]
    plan.check("the log says why and for whom", (newest["basis"], newest["reason"]) == ("legal", "City court 2026/118. For: the bailiff"), str(newest))


def try_consent(contract):
    """By consent, those alone who have given it."""
    book, plan = contract.book, contract.plan
    to = book.home / "consent.csv"
    customers = [row["id"] for row in book.run("list", "customers", "--limit", "2").answer["rows"]]
    book.run("set", "customers", customers[0], "consent=given", by="Owner")
    book.run("set", "customers", customers[1], "consent=refused", by="Owner")
    total = book.run("list", "customers").answer["total"]
    answer = book.run("export", "customers", "--to", to, "--unmasked", "--basis", "consent", by="Owner").answer
    with open(to, encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    plan.check("one has, the others are left out", (answer["rows"], answer["left_out"], len(rows)) == (1, total - 1, 2), str(answer))
    text = book.text("export", "customers", "--to", to, "--unmasked", "--basis", "consent", by="Owner").text
    plan.check("which people are told", f"{total - 1} rows left out" in text, text)


def add_source(book):
    """An old order gets a row of a file, as an import would keep it."""
    with sqlite3.connect(book.folder / "daybook.db") as shop:
        shop.execute("UPDATE source_rows SET raw = 'x13800001111' WHERE \"order\" = (SELECT min (\"order\") FROM source_rows)")


def try_keep(contract):
    """For how long what nobody needs is kept."""
    book, plan = contract.book, contract.plan
    contract.expect("privacy-keep", "privacy", "keep")
    contract.expect("privacy-keep-set", "privacy", "keep", "source", "30", by="Owner")
    for what, status, words, said in (("kept what nobody knows", 2, ["orders", "30"], "source"), ("no number", 2, ["source", "0"], "off"),
                                      ("for how long", 2, ["source"], "how long")):
        contract.refuse(what, status, ["privacy", "keep", *words], said, by="Owner")
    contract.refuse("set by an agent", 1, ["privacy", "keep", "source", "30"], "Only the owner or a lead", by="012")
    nothing = book.run("privacy", "keep", "run", by="Owner").answer
    plan.check("nothing is due", nothing["act"] is None, str(nothing))
    add_source(book)
    due = next(row for row in book.run("privacy", "keep").answer["rows"] if row["keep"] == "source")
    plan.check("what would go is counted, with whose it is", (due["after"], due["due"], len(due["ids"])) == (30, 1, 1), str(due))
    gone = contract.expect("privacy-keep-run", "privacy", "keep", "run", by="Owner")
    plan.check("it goes, and the history says so", "Rows of imported files: 1" in gone["title"], str(gone))
    newest = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("by a rule of the shop, not by a person", (newest["what"], newest["agent_name"]) == ("rule", None), str(newest))
    plan.check("then nothing is due", book.run("privacy", "keep", "run", by="Owner").answer["act"] is None)
    book.run("privacy", "keep", "source", "off", by="Owner")
    ask = book.run("privacy", "keep", "customers", "1", "--preview", by="Owner", now="2032-01-01T09:00:00+08:00").answer
    plan.check("who would be masked is counted before it is on", ask["after"] == 1 and ask["due"] > 0 and ask["for_good"], str(ask)[:300])
    plan.check("which sets nothing", book.run("privacy", "keep").answer["rows"][4]["after"] is None)
    plan.check("off is for ever", json.dumps(book.run("privacy", "keep").answer["rows"][0]["after"]) == "null")


def try_place(contract):
    """How safe the folder is."""
    book, plan = contract.book, contract.plan
    answer = book.run("privacy", "check").answer
    plan.check("it is as the schema says", not contract.validate("privacy", answer), str(answer))
    plan.check("whether the disk is encrypted is told, or that it is not known", answer["encrypted"] in ("yes", "no", "unknown"), str(answer))
    plan.check("others may read nothing", answer["open"] == 0, str(answer))
    book.run("backup", by="Owner")
    backups = sorted((book.folder / "backups").glob("*.db"))
    for n, path in enumerate(backups[:2], 1):
        path.chmod(0o644)
        plan.check(f"what they may is counted: {n}", book.run("privacy", "check").answer["open"] == n)
    plan.check("mending counts none that is left", book.run("privacy", "check", "--mend", by="Owner").answer["open"] == 0)
    plan.check("and leaves none", book.run("privacy", "check").answer["open"] == 0 and backups[0].stat().st_mode & 0o777 == 0o600)
    (book.folder / "daybook.db").chmod(0o644)
    contract.refuse("mended by an agent", 1, ["privacy", "check", "--mend"], "Only the owner or a lead", by="012")
    plan.check("and mended", book.run("privacy", "check", "--mend", by="Owner").answer["open"] == 0
               and (book.folder / "daybook.db").stat().st_mode & 0o777 == 0o600)
