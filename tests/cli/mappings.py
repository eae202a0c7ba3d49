# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the contract that is of tables whose kind a mapping says; contract.py calls it."""

import json

from book import Book

STOCK = {"kind": "stock", "columns": {"number": "Code", "on_hand": "Left", "place": "Where"}}
TABLE = "Code,Left,Where\nCUP,12,Hall\nBOWL,3,Attic\n"


def try_mapped_kinds(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        try_stock(contract)
    finally:
        contract.book.close()
        contract.book = shop


def try_stock(contract):
    """A table of the shop's own: imported, remembered, undone; and mappings that are wrong."""
    book, plan = contract.book, contract.plan
    table, mapping = book.home / "shelf.csv", book.home / "shelf.json"
    table.write_text(TABLE, encoding="utf-8")
    mapping.write_text(json.dumps(STOCK), encoding="utf-8")
    done = book.run("import", table, "--mapping", mapping)
    plan.check("a mapped table of stock", done.status == 0 and done.answer["kind"] == "stock" and done.answer["new"] == 2, str(done))
    again = book.run("import", table)
    plan.check("its kind is remembered", again.status == 0 and again.answer["kind"] == "stock" and again.answer["same"] == 2, str(again))
    book.run("undo", done.answer["act"])
    renewed = book.run("import", table)
    plan.check("undone, its rows are new again", renewed.status == 0 and renewed.answer["new"] == 2, str(renewed))
    mapping.write_text("[" * 1_000_000, encoding="utf-8")
    contract.refuse("a mapping of nothing but brackets", 1, ["import", table, "--mapping", mapping], "brackets")

    mapping.write_text(json.dumps({**STOCK, "kind": "wishes"}), encoding="utf-8")
    contract.refuse("a mapping of an unknown kind", 1, ["import", table, "--mapping", mapping], "“kind”")
    mapping.write_text(json.dumps({**STOCK, "kind": "reviews"}), encoding="utf-8")
    contract.refuse("a mapping with another kind's field", 1, ["import", table, "--mapping", mapping], "“on_hand”")
