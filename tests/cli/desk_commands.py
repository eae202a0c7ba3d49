# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl box`, `tally` and `sweep`: see contract.py."""

from book import Book

NUMBER, OTHER = "SF1234567890123", "75312345678901"


def try_desk(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "3")
        try_boxes(contract)
        try_order(contract)
        try_tally(contract)
        try_sweep(contract)
    finally:
        contract.book.close()
        contract.book = shop


def states(book):
    """Number and state of every box, oldest first."""
    return [(row["number"], row["state"]) for row in reversed(book.run("box", "list", "--all").answer["rows"])]


def try_boxes(contract):
    """A box goes to its case, or waits for it; twice is once; all of it undone."""
    book, plan = contract.book, contract.plan
    book.run("case", "new", "return", f"back={NUMBER}", by="007")
    book.run("case", "new", "return", "subject=杯子", by="007")
    contract.expect("box-scan-case", "box", "scan", "sf 1234-5678 90123", by="007")
    plan.check("the case is told", book.run("list", "events", "--where", "kind = goods").answer["total"] == 1)
    contract.expect("box-scan-nothing", "box", "scan", f"https://a.b/q?n={OTHER}", "--remark", "no name on it", by="007")
    contract.expect("box-list", "box", "list")
    plan.check("one of the two waits", states(book) == [(NUMBER, "matched"), (OTHER, "waiting")], str(states(book)))
    again = book.run("box", "scan", OTHER, by="007").answer
    plan.check("scanned twice it is one", again["again"] and len(states(book)) == 2, str(again))
    contract.expect("box-match", "box", "match", OTHER, "R-A1002", by="007")
    contract.refuse("another case", 1, ["box", "match", OTHER, "R-A1001"], "take the box from it first", by="007")
    contract.expect("box-release", "box", "release", OTHER, by="007")
    book.run("undo", by="007")
    plan.check("undone, it has its case", states(book)[1] == (OTHER, "matched"), str(states(book)))
    for what, status, words, said in (("no number", 1, ["scan", "a box"], "no tracking number"), ("nothing", 2, ["scan"], "scan"),
                                      ("a box that is not there", 1, ["match", "SF7777777777777", "R-A1001"], "box list"),
                                      ("a case that is not there", 1, ["match", NUMBER, "R-Z9"], "R-Z9"), ("no verb", 2, ["throw"], "scan")):
        contract.refuse(what, status, ["box", *words], said, by="007")


def try_order(contract):
    """One that comes back undelivered has the number with which it went out."""
    book, plan = contract.book, contract.plan
    order = next(row for row in book.run("list", "orders", "--where", "tracking != null", "--limit", "0").answer["rows"]
                 if row["tracking"].isalnum())
    answer = book.run("box", "scan", order["tracking"].lower(), by="007").answer
    plan.check("its order is found", answer["found"] == "order" and [row["id"] for row in answer["orders"]] == [order["id"]]
               and answer["box"]["order"] == order["id"] and answer["box"]["state"] == "waiting", str(answer))


def try_tally(contract):
    """Counted one by one, or several; summed by day."""
    book, plan = contract.book, contract.plan
    contract.expect("tally-add", "tally", "product", "phone", by="007")
    book.run("tally", "add", "fees", "shop_chat", "3", by="012")
    contract.expect("tally-list", "tally", "list")
    book.run("undo", by="012")
    plan.check("undone, three are not counted", book.run("tally", "list").answer["count"] == 1)
    file = book.home / "counts.csv"
    written = book.run("tally", "list", "--to", file, by="007")
    plan.check("the sums are in a file", written.answer["rows"] == 1 and "product" in file.read_text(encoding="utf-8-sig").lower(), str(written))
    for what, words, said in (("no such class", ["weather", "phone"], "product"), ("no such channel", ["product", "smoke"], "shop_chat"),
                              ("no number", ["product", "phone", "many"], "1 to"), ("none", ["product", "phone", "0"], "1 to")):
        contract.refuse(what, 1, ["tally", *words], said, by="007")
    contract.refuse("days that end before they begin", 1, ["tally", "list", "--from", "2026-11-22", "--until", "2026-11-20"], "before", by="007")


def try_sweep(contract):
    """A tick for each place."""
    book, plan = contract.book, contract.plan
    contract.expect("sweep-tick", "sweep", "tick", "before", "reviews", by="007")
    contract.expect("sweep-list", "sweep", "list")
    book.run("sweep", "untick", "before", "reviews", by="007")
    plan.check("without it there is none", book.run("sweep", "list").answer["done"] == 0)
    for what, status, words, said in (("no such place", 1, ["tick", "before", "attic"], "reviews"), ("no such round", 1, ["tick", "noon", "reviews"], "after"),
                                      ("no day", 2, ["list", "--day", "someday"], "2026-11-29")):
        contract.refuse(what, status, ["sweep", *words], said, by="007")
