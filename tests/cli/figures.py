# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl report` and `value`: see contract.py."""

from book import Book

BOUNDS = "30,90,180,365;2,3,5,10;5000,10000,20000,50000"


def try_figures(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "60", "--seed", "3")
        try_value(contract)
        try_commission(contract)
        try_quality(contract)
        try_files(contract)
    finally:
        contract.book.close()
        contract.book = shop


def part(answer, name):
    """The rows of a part of a report."""
    return next(one["rows"] for one in answer["parts"] if one["part"] == name)


def try_value(contract):
    """Segments add up, have ids, and go by the bounds that were set."""
    book, plan = contract.book, contract.plan
    contract.expect("report-value", "report", "value", "--months", "3", "--limit", "2")
    answer = book.run("report", "value", "--limit", "0").answer
    segments = part(answer, "segments")
    plan.check("behind each figure are as many ids", all(row["customers"] == row["total"] == len(row["ids"]) for row in segments), str(segments))
    plan.check("nobody is in two segments", len({key for row in segments for key in row["ids"]}) == sum(row["customers"] for row in segments))
    plan.check("the cells are the same customers", sum(row["customers"] for row in part(answer, "rfm")) == sum(row["customers"] for row in segments))
    months = part(answer, "repeat")
    plan.check("and behind each month, and those who bought again",
               any(row["again"] for row in months) and all(row["customers"] == row["total"] == len(row["ids"]) and row["again"] == len(row["again_ids"])
                                                           and set(row["again_ids"]) <= set(row["ids"]) for row in months), str(months))
    later = [(row, key) for row in part(answer, "cohorts") for key in row if key.startswith("month_") and not key.endswith("_ids") and row[key] is not None]
    plan.check("and behind those who came back", later and all(row[key] == len(row[key + "_ids"]) and set(row[key + "_ids"]) <= set(row["ids"])
                                                               for row, key in later), str(later))
    contract.expect("value-bounds-set", "value", "bounds", BOUNDS, by="001")
    plan.check("they are in force", [row["days"] for row in part(book.run("report", "value").answer, "bounds")] == [30, 90, 180, 365])
    contract.refuse("bounds that fall", 1, ["value", "bounds", "9,8,7,6;2,3,4,5;1,2,3,4"], "higher", by="001")
    contract.refuse("bounds of an agent", 1, ["value", "bounds", BOUNDS], "", by="012")
    contract.expect("value-bounds", "value", "bounds", "--proposed", by="001")
    contract.refuse("no months", 2, ["report", "value", "--months", "0"], "1 to")
    contract.refuse("no report", 2, ["report", "weather"], "commission")


def try_commission(contract):
    """An agent sees their own, the owner all and what has no name."""
    book, plan = contract.book, contract.plan
    orders = book.run("list", "orders", "--where", "agent != null and created >= 2026-11-01 and created < 2026-12-01", "--limit", "0").answer
    contract.expect("report-commission", "report", "commission", "--date", "2026-11", "--limit", "1", by="001")
    everyone = book.run("report", "commission", "--date", "2026-11", by="001").answer
    plan.check("each order with a name is counted once", sum(row["orders"] for row in part(everyone, "agents")) == orders["total"], str(everyone))
    own = book.run("report", "commission", "--date", "2026-11", by="012").answer
    plan.check("an agent sees their own alone", {row["code"] for row in part(own, "agents")} <= {"012"}
               and [one["part"] for one in own["parts"]] == ["agents", "orders"], str(own))
    contract.refuse("no month", 2, ["report", "commission", "--date", "soon"], "2026-11", by="001")


def try_quality(contract):
    """Of a product and of a customer, of nothing else."""
    book = contract.book
    product = book.run("list", "products", "--limit", "1").answer["rows"][0]["id"]
    contract.expect("report-quality", "report", "quality", "products", product)
    customer = book.run("list", "customers", "--limit", "1").answer["rows"][0]["id"]
    book.run("report", "quality", "customers", customer)
    contract.refuse("of an order", 2, ["report", "quality", "orders", product], "quality record")
    contract.refuse("of nothing", 1, ["report", "quality", "products", customer], customer)


def try_files(contract):
    """As pages and as tables; an agent takes none away."""
    book, plan = contract.book, contract.plan
    beginnings = {"pdf": b"%PDF", "html": b"<!DOCTYPE", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b'{"report"'}
    for end, beginning in beginnings.items():
        file = book.home / f"value.{end}"
        written = book.run("report", "value", "--to", file, by="001")
        plan.check(f"a report is written as {end}", written.answer["file"] == str(file) and file.read_bytes().startswith(beginning), str(written))
    contract.refuse("an unknown end", 1, ["report", "value", "--to", book.home / "value.txt"], ".xlsx", by="001")
    contract.refuse("a file of an agent", 1, ["report", "value", "--to", book.home / "mine.csv"], "owner", by="012")
