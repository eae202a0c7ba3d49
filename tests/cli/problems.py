# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl imports --problems … --to`: see contract.py."""

from book import Book


def try_problem_rows(contract, fixtures):
    """The rows of a file that were not imported: written, corrected and imported, in a shop of their own."""
    others, contract.book = contract.book, Book(contract.book.program)
    try:
        try_saving(contract, fixtures)
        try_refusals(contract)
    finally:
        contract.book.close()
        contract.book = others


def try_saving(contract, fixtures):
    """A file with three bad rows."""
    book, plan = contract.book, contract.plan
    source, to = book.home / "orders.csv", book.home / "problems.csv"
    text = (fixtures / "problems.csv").read_text(encoding="utf-8")
    bad = text.splitlines(keepends=True)[3].replace("000013", "000014").replace("2026-11-10 22:10:00", "yesterday").replace("ninety", "96.00")
    source.write_text(text.rstrip("\n") + "\n" + bad, encoding="utf-8")
    first = book.run("import", source, "--platform", "tmall")
    plan.check("three rows of the file are wrong", first.status == 3 and first.answer["new"] == 1
               and len({error["row"] for error in first.answer["errors"]}) == 3, str(first))

    saved = contract.expect("imports-problems-to", "imports", "--problems", "orders.csv", "--to", to, "--unmasked", "--basis", "order")
    plan.check("all three are written", saved["rows"] == 3, str(saved))
    plan.check("only its owner may read the file", to.stat().st_mode & 0o777 == 0o600)
    audit = book.run("audit").answer["rows"]
    plan.check("it is in the log", len(audit) == 1 and audit[0]["how"] == "export" and audit[0]["rows"] == 3, str(audit))
    again = book.run("import", to, "--dry-run", "--platform", "tmall")
    plan.check("uncorrected they are as wrong as they were", again.status == 3 and again.answer["new"] == 0
               and [(error["column"], error["why"]) for error in again.answer["errors"]]
               == [(error["column"], error["why"]) for error in first.answer["errors"]], str(again))

    for wrong, right in (("1.93068E+15", "3000000000000000012"), ("ninety", "96.00"), ("yesterday", "2026-11-10 22:10:00")):
        to.write_bytes(to.read_bytes().replace(wrong.encode(), right.encode()))
    done = book.run("import", to)
    plan.check("corrected they come in, and it is known what the file is", done.status == 0 and done.answer["new"] == 3
               and done.answer["platform"] == first.answer["platform"], str(done))
    numbers = {row["number"][-2:] for row in book.run("list", "orders").answer["rows"]}
    plan.check("and are in the book", numbers == {"11", "12", "13", "14"}, str(numbers))


def try_refusals(contract):
    """Who may, and what must be said."""
    book, plan = contract.book, contract.plan
    to = book.home / "none.csv"
    words = ["imports", "--problems", "orders.csv", "--to", to]
    contract.refuse("rows that are to be masked", 2, words, "--unmasked")
    contract.refuse("rows by consent, which nobody knows", 1, [*words, "--unmasked", "--basis", "consent"], "not known")
    contract.refuse("rows into a workbook", 2, [*words[:-1], book.home / "problems.xlsx", "--unmasked", "--basis", "order"], ".csv")
    contract.refuse("rows of no import", 2, ["imports", "--to", to, "--unmasked", "--basis", "order"], "--problems")
    contract.refuse("rows of a file that had no bad ones", 1, ["imports", "--problems", "problems.csv", "--to", to, "--unmasked", "--basis", "order"],
                    "not kept")
    contract.refuse("rows into no folder", 1, words[:-1] + [book.home / "no/x.csv", "--unmasked", "--basis", "order"], "x.csv")
    book.run("agent", "add", "Lin", "--code", "012", "--role", "agent")
    contract.refuse("rows for an agent", 1, words + ["--unmasked", "--basis", "order"], "Only the owner or a lead", by="012")
    plan.check("nothing was written", not to.exists() and not list(book.home.glob(".daybook-export-*")))
