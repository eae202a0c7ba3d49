# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl register`: see contract.py."""

import json

from book import Book

OWN = {
    "register": "keys", "prefix": "K", "title": {"en": "Lost keys", "zh_CN": "丢失的钥匙", "zh_TW": "遺失的鑰匙"},
    "fields": {"door": {"type": "text", "label": "Door"}},
    "stages": {"open": {"label": "Open", "moves": ["shut"]}, "shut": {"label": "Shut", "ends": True, "moves": ["open"]}},
    "columns": ["number", "stage", "door"],
}


def try_registers(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "3")
        try_shipped(contract)
        try_own(contract)
        try_changes(contract)
        try_statistics(contract)
        try_wrong(contract)
    finally:
        contract.book.close()
        contract.book = shop


def listed(book):
    """What the list has, by key."""
    return {row["key"]: row for row in book.run("register", "list").answer["rows"]}


def try_shipped(contract):
    """Ours are there, some of them shown; each can be shown and hidden."""
    book, plan = contract.book, contract.plan
    contract.expect("register-list", "register", "list")
    rows = listed(book)
    plan.check("seventeen registers, each with its own letters", len(rows) == len({row["prefix"] for row in rows.values()}) == 17, str(rows))
    plan.check("a shop begins with a few", rows["return"]["used"] and not rows["incident"]["used"])
    contract.expect("register-use", "register", "use", "incident", by="Owner")
    plan.check("one is shown", listed(book)["incident"]["used"])
    book.run("register", "hide", "return", by="Owner")
    plan.check("one is hidden", not listed(book)["return"]["used"])
    book.run("undo", by="Owner")
    plan.check("and that undone", listed(book)["return"]["used"])


def try_own(contract):
    """A register of the shop's own, from a file; passed on to another shop."""
    book, plan = contract.book, contract.plan
    file, out = book.home / "keys.json", book.home / "out.json"
    file.write_text(json.dumps(OWN), encoding="utf-8")
    contract.expect("register-import", "register", "import", file, by="Owner")
    row = listed(book)["keys"]
    plan.check("it is there", row["title"] == "Lost keys" and row["used"] and not row["shipped"] and row["fields"] == 1, str(row))
    done = book.run("register", "export", "keys", "--to", out, by="Owner")
    plan.check("it is written whole", done.status == 0 and json.loads(out.read_text(encoding="utf-8")) == OWN, str(done))
    other = Book(book.program)
    try:
        other.run("sample", "--orders", "1")
        taken = other.run("register", "import", out, by="Owner")
        plan.check("another shop takes it", taken.status == 0 and listed(other)["keys"]["stages"] == 2, str(taken))
    finally:
        other.close()
    book.run("undo", by="Owner")
    plan.check("undone, it is gone", "keys" not in listed(book))
    book.run("redo", by="Owner")
    plan.check("and back", "keys" in listed(book))


def try_changes(contract):
    """A shop's changes to one of ours are kept as changes, so that its next version brings the rest."""
    book, plan = contract.book, contract.plan
    file = book.home / "return.json"
    whole = book.run("register", "export", "return").answer
    whole["title"] = "Back again"
    whole["reasons"]["moved"] = {"en": "The buyer has moved"}
    whole["reasons"]["late"] = {"label": whole["reasons"]["late"], "retired": True}
    file.write_text(json.dumps(whole), encoding="utf-8")
    book.run("register", "import", file, by="Owner")
    row = listed(book)["return"]
    plan.check("ours, changed", row["title"] == "Back again" and row["shipped"] and row["changed"], str(row))
    plan.check("the whole is what was taken", book.run("register", "export", "return").answer == whole)
    kept = json.loads(book.run("show", "registers", "return").answer["changes"])
    plan.check("only what differs is kept", set(kept) == {"title", "reasons"} and set(kept["reasons"]) == {"moved", "late"}, str(kept))
    book.run("undo", by="Owner")
    plan.check("undone, it is ours again", not listed(book)["return"]["changed"])


def try_statistics(contract):
    """How many cases there were; the owner's ledger of complaints (RV-04) is off until it is wanted."""
    book, plan = contract.book, contract.plan
    contract.expect("register-statistics", "register", "statistics", "complaint", "--months", "2")
    plan.check("the ledger is off", book.run("register", "ledger", by="Owner").answer == {"first_minor": None})
    contract.expect("register-ledger", "register", "ledger", "--first", "20", by="Owner")
    for subject in ("slow", "slower"):
        book.run("case", "new", "complaint", f"subject={subject}", "because_of_service=yes", "concerned=Owner", by="Owner")
    contract.expect("register-statistics-ledger", "register", "statistics", "complaint", "--months", "2", by="Owner")
    nobody = book.run("register", "statistics", "complaint", "--months", "2").answer
    plan.check("and for nobody else: not where nobody says who asks", nobody["ledger"] is None, str(nobody))
    said = book.text("register", "statistics", "complaint", "--months", "1", by="Owner").text
    plan.check("it is said to people", "¥60.00" in said, said)
    contract.refuse("a first sum of nothing", 2, ["register", "ledger", "--first", "0"], "--first", by="Owner")
    contract.refuse("on and off at once", 2, ["register", "ledger", "--first", "5", "--off"], "--off", by="Owner")
    plan.check("off again", book.run("register", "ledger", "--off", by="Owner").answer == {"first_minor": None})
    contract.refuse("statistics of nothing", 1, ["register", "statistics", "wishes"], "register list", by="Owner")


def try_wrong(contract):
    """What cannot be taken is named, and nothing changes."""
    book = contract.book
    file = book.home / "wrong.json"
    before = listed(book)
    for what, said in ((json.dumps({**OWN, "prefix": "R"}), "begin with R too"), ("{\n\"register\": 5}", "line 2"), ("[]", "does not begin with {"),
                       ("[" * 100_000, "brackets"), (json.dumps({**OWN, "columns": ["window"]}), "“window”")):
        file.write_text(what, encoding="utf-8")
        contract.refuse(f"a register that says {said}", 1, ["register", "import", file], said, by="Owner")
    contract.refuse("no file", 1, ["register", "import", book.home / "none.json"], "none.json", by="Owner")
    contract.refuse("a register nobody knows", 1, ["register", "export", "wishes"], "register list", by="Owner")
    contract.refuse("to show one that nobody knows", 1, ["register", "use", "wishes"], "register list", by="Owner")
    book.run("agent", "add", "Lin", "--code", "012", "--role", "agent", by="Owner")
    contract.refuse("an agent", 1, ["register", "hide", "return"], "Only the owner or a lead", by="012")
    contract.refuse("an agent has no ledger", 1, ["register", "ledger", "--first", "20"], "Only the owner", by="012")
    contract.refuse("nor is it told of it", 1, ["register", "ledger"], "Only the owner", by="012")
    contract.plan.check("nothing has changed", listed(book) == before)
