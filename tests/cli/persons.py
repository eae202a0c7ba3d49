# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the contract that is of customers who are one person, and of what is known of one; contract.py calls it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import tmall  # noqa: E402
from book import Book  # noqa: E402

AGAIN = ("3801000000000904417", "茶客二号", "张三丰", tmall.TO_SHIP, "64.00", "明前龙井 狮峰 100g")


def try_persons(contract):
    """In a book of its own, in which one person has two accounts."""
    before = contract.book
    contract.book = Book(before.program)
    try:
        for name, orders in (("one", tmall.ORDERS[:2]), ("two", [AGAIN])):
            path = contract.book.home / f"{name}.csv"
            tmall.write(path, orders)
            contract.book.run("import", path, "--platform", "tmall")
        try_together(contract)
        try_person(contract)
    finally:
        contract.book.close()
        contract.book = before


def customer_of(book, number):
    return book.run("show", "orders", number).answer["customer"]


def try_together(contract):
    """Found, merged, taken apart, told apart."""
    book, plan = contract.book, contract.plan
    one, other, stranger = (customer_of(book, order[0]) for order in (tmall.ORDERS[0], AGAIN, tmall.ORDERS[1]))
    contract.expect("customer-duplicates", "customer", "duplicates")
    contract.refuse("merged, and which one stays?", 2, ["customer", "merge", one, other], "--keep")
    contract.refuse("merged with nobody", 2, ["customer", "merge", one], "daybookctl customer")
    contract.expect("customer-merge", "customer", "merge", one, other, "--keep", one)
    plan.check("one is in no list", book.run("list", "customers").answer["total"] == 2)
    plan.check("orders of both are the person’s", book.run("list", "orders", "--where", f"customer = {other}").answer["total"] == 2)
    plan.check("those who were merged are listed when they are asked for",
               [row["id"] for row in book.run("list", "customers", "--where", "merged_into != null").answer["rows"]] == [other])
    contract.refuse("merged twice", 1, ["customer", "merge", other, stranger, "--keep", stranger], "merged into another already")
    contract.refuse("pointed at each other", 1, ["set", "customer", one, f"merged_into={other}"], "Take those apart first")
    contract.expect("customer-unmerge", "customer", "unmerge", other)
    plan.check("they are two again", book.run("list", "customers").answer["total"] == 3)
    contract.refuse("apart already", 1, ["customer", "unmerge", other], "was not merged")
    contract.expect("customer-merge-exact", "customer", "duplicates", "--merge-exact")
    book.run("undo")
    contract.expect("customer-differ", "customer", "differ", one, other)
    plan.check("they do not come back", book.run("customer", "duplicates").answer["total"] == 0)
    contract.refuse("no verb", 2, ["customer"], "daybookctl customer")


def try_person(contract):
    """What is known of a person is found, given and erased; erasing.py looks at every byte."""
    book = contract.book
    hers = customer_of(book, AGAIN[0])
    contract.expect("privacy-find", "privacy", "find", hers)
    contract.refuse("an export to nowhere", 2, ["privacy", "export", hers], "--to")
    contract.expect("privacy-export", "privacy", "export", hers, "--to", book.home / "hers")
    contract.expect("privacy-erase", "privacy", "erase", hers, "--reason", "asked for it")
    contract.refuse("erased twice", 1, ["privacy", "erase", hers], hers)
