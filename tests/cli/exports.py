# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl export`: see contract.py."""

import csv
import io
import json
import os
import zipfile

from book import Book


def read_csv(path):
    """The rows of an exported file, each by its headings, as a program reads them."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def try_export(contract):
    """Lists in files, on a shop of their own."""
    others, contract.book = contract.book, Book(contract.book.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "7")
        try_export_lists(contract)
        try_export_views(contract)
        try_export_rights(contract)
        try_export_again(contract)
    finally:
        contract.book.close()
        contract.book = others


def try_export_lists(contract):
    """What is listed is what is in the file."""
    book, plan = contract.book, contract.plan
    contract.expect("export", "export", "orders", "--to", book.home / "orders.csv", by="Owner")
    listed = book.run("list", "orders", "--limit", "0").answer
    rows = read_csv(book.home / "orders.csv")
    plan.check("every order is in the file, in the order of the list",
               [row["Order number"].strip("\t") for row in rows] == [row["number"] for row in listed["rows"]], str(rows[:2]))
    plan.check("personal data is masked", [row["Receiver"] for row in rows] == [row["receiver"] or "" for row in listed["rows"]])
    contract.expect("export-json", "export", "orders", "--to", book.home / "orders.json", "--where", "stage in (paid, shipped)",
                    "--sort", "-total", by="Owner")
    shown = book.run("list", "orders", "--where", "stage in (paid, shipped)", "--sort", "-total", "--limit", "0").answer
    plan.check("JSON is the rows of the list", json.loads((book.home / "orders.json").read_text(encoding="utf-8")) == shown["rows"])


def try_export_views(contract):
    """Views that Daybook brings and those of the shop, and chosen columns."""
    book, plan = contract.book, contract.plan
    book.run("view", "save", "dear", "orders", "--where", "total >= 100", by="007")
    for view, where in (("To Ship", "stage = paid"), ("no-agent", "agent = null and stage in (paid, shipped, delivered, completed)"), ("dear", "total >= 100")):
        done = book.run("export", view, "--to", book.home / "view.csv", "--columns", "number,total", by="007")
        numbers = [row["number"] for row in book.run("list", "orders", "--where", where, "--limit", "0").answer["rows"]]
        rows = read_csv(book.home / "view.csv")
        plan.check(f"the view “{view}” is exported", done.answer["rows"] == len(numbers) > 0
                   and [row["Order number"].strip("\t") for row in rows] == numbers, str(done))
        plan.check("with the columns that were asked for", list(rows[0])[:2] == ["Order number", "Total"], str(rows[0]))
    book.run("view", "delete", "dear", by="007")
    workbook = book.run("export", "products", "--to", book.home / "products.xlsx", by="007")
    with zipfile.ZipFile(book.home / "products.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
    plan.check("a workbook has a row for each, and one of headings", sheet.count("<row ") == workbook.answer["rows"] + 1 > 1)


def try_export_rights(contract):
    """Who may, and what is written down."""
    book, plan = contract.book, contract.plan
    to = book.home / "full.csv"
    contract.refuse("an export for an agent", 1, ["export", "orders", "--to", to], "Only the owner or a lead", by="012")
    contract.refuse("an export without a name", 2, ["export", "orders", "--to", to], "--as")
    contract.refuse("an export to no file", 2, ["export", "orders"], "--to", by="Owner")
    contract.refuse("an export to another kind of file", 2, ["export", "orders", "--to", book.home / "x.pdf"], ".csv", by="Owner")
    contract.refuse("an export of nothing known", 1, ["export", "beauties", "--to", to], "does not exist", by="Owner")
    contract.refuse("an export into no folder", 1, ["export", "orders", "--to", book.home / "no/x.csv"], "x.csv", by="Owner")
    pipe = book.home / "pipe.csv"
    os.mkfifo(pipe)
    contract.refuse("an export in the place of a pipe", 1, ["export", "orders", "--to", pipe], "no file but a device or a pipe", by="Owner")
    plan.check("the pipe is there still", pipe.is_fifo())
    contract.refuse("columns nobody knows", 2, ["export", "orders", "--to", to, "--columns", "number,beauty"], "beauty", by="Owner")
    contract.refuse("a value nobody knows", 2, ["export", "orders", "--to", to, "--where", "stage = red"], "red", by="Owner")
    plan.check("nothing was written", not to.exists() and not list(book.home.glob(".daybook-export-*")))
    before = book.run("audit", by="Owner").answer["total"]
    book.run("export", "orders", "--to", to, "--unmasked", "--basis", "order", "--where", "stage = paid", by="Owner")
    seen = book.run("audit", "--limit", "0", by="Owner").answer
    n_rows = len(read_csv(to))
    plan.check("what is exported in full is in the log", seen["total"] - before == n_rows > 0
               and {row["how"] for row in seen["rows"][:n_rows]} == {"export"}, str(seen["rows"][:2]))
    plan.check("and only its owner may read the file", to.stat().st_mode & 0o777 == 0o600)


def try_export_again(contract):
    """What was exported is what is imported."""
    book, plan = contract.book, contract.plan
    fields = ["number", "title", "created", "currency", "paid", "tracking", "receiver", "phone", "seller_note"]
    to, mapping = book.home / "again.csv", book.home / "again.json"
    book.run("export", "orders", "--to", to, "--unmasked", "--basis", "order", "--columns", ",".join(fields), by="Owner")
    mapping.write_text(json.dumps({"platform": "generic", "columns": dict(zip(fields, read_csv(to)[0]))}), encoding="utf-8")
    other = Book(book.program)
    try:
        done = other.run("import", to, "--mapping", mapping)
        told = [[{row["number"]: [row["order_title" if field == "title" else field] for field in fields] for row in made["rows"]}]
                for made in (book.run("list", "orders", "--limit", "0", "--unmasked", by="Owner").answer,
                             other.run("list", "orders", "--limit", "0", "--unmasked").answer)]
        plan.check("our own importer reads back what was written", done.status == 0 and told[0] == told[1],
                   f"{done}\n{told[0]}\n{told[1]}")
    finally:
        other.close()
