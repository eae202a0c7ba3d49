#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""As files.py, with Shopify's files: an order is several rows, and its lines are a list.

    items.py PROGRAM [--seeds N] [--first N] [--steps N]

The newest list of an order's lines goes, an older one only fills; a file without lines
makes them no newer. Files that leave out the SKUs tell of the same lines by their titles. All is in dollars in a shop of yuan, though not every file says so.
"""

import csv
import sqlite3
import sys

import files

COLUMNS = {
    "Email": ("buyer", ["ann@example.com", "bob@example.com"]),
    "Notes": ("buyer_note", ["please hurry", "a gift"]),
    "Tags": ("seller_note", ["vip", "late"]),
    "Total": ("total", ["30.00", "40.00"]),
}
FIELDS = [*(field for field, _ in COLUMNS.values()), "paid", "title", "quantity"]
ITEMS = ["Cup", "Plate", "Bowl"]
LINE = ("quantity", "price", "sku")


class Order:
    """An order as the book should have it, and from when it knows each field."""

    def __init__(self):
        self.values = {field: None for field in [*FIELDS, "account"]}
        self.known = {field: 0 for field in [*FIELDS, "account", "lines", "rest"]}
        self.lines = {}  # (title, which of its equals) → quantity and price
        self.currency = None
        self.note = None
        self.deleted = False

    def shown(self):
        """What is compared with the book."""
        lines = sorted(((title, *line.values()) for (title, _), line in self.lines.items()), key=str)
        return {**self.values, "currency": self.currency, "lines": lines, "note": self.note, "deleted": self.deleted}

    def tell_lines(self, told, time):
        """A list of lines; whether it changed them."""
        before = {key: dict(line) for key, line in self.lines.items()}
        is_newer = not self.lines or time >= self.known["lines"]
        if is_newer:
            self.lines = {key: line for key, line in self.lines.items() if key in told}
        for key, line in told.items():
            if key in self.lines:
                for field in LINE:
                    if line[field] is not None and (is_newer or self.lines[key][field] is None):
                        self.lines[key][field] = line[field]
            elif is_newer:
                self.lines[key] = dict(line)
        return self.lines != before

    def tell_currency(self, currency):
        """A file that names one is right, whenever it comes; the shop's only fills."""
        before = self.currency
        if currency == "USD" or before is None:
            self.currency = currency
        return self.currency != before

    def tell(self, told, time):
        """A file tells of it. Whether what a person sees has changed, and whether
        anything is known anew."""
        told = {**told, "rest": None}
        lines = told.pop("lines", {})
        changed, news = self.tell_currency(told.pop("currency")), self.deleted
        self.deleted = False
        if lines:
            changed = self.tell_lines(lines, time) or changed
            told["lines"] = None
        for field, value in told.items():
            old = self.values.get(field)
            if value is not None and value != old and (old is None or time >= self.known[field]):
                self.values[field] = value
                self.known[field] = time
                changed = changed or field != "account"
                news = True
            news = news or time > self.known[field]
            self.known[field] = max(self.known[field], time)
        return changed, news or changed


class Run(files.Run):
    """One seed."""

    def make_order(self):
        """One that nobody has told anything of."""
        return Order()

    def number_of(self, at):
        """A number as Shopify gives them."""
        return f"#100{at}"

    def make_lines(self, with_quantity, with_sku):
        """A list of lines: what stands in the file of each. In every third seed there may be
        two of one title, which their prices tell apart, and no SKUs."""
        number = self.dice.randrange(1, 4)
        twins = self.seed % 3 == 0
        titles = self.dice.choices(ITEMS, k=number) if twins else self.dice.sample(ITEMS, number)
        return {(title, titles[:at].count(title)): {
            "quantity": self.dice.randrange(1, 3) if with_quantity else None,
            "price": 500 + 200 * titles[:at].count(title) if twins else self.dice.choice([500, 700]),
            "sku": f"SKU-{title}" if with_sku and not twins else None} for at, title in enumerate(titles)}

    def write_file(self, full):
        """Makes a file: its path, its time in minutes, and what it tells by order."""
        minutes = self.choose_time(full)
        columns = [column for column in COLUMNS if full or self.dice.random() < 0.4]
        if len(columns) < 2:
            columns = ["Notes", "Tags"]
        has_lines = full or self.dice.random() < 0.6
        has_quantity = full or self.dice.random() < 0.7
        has_sku = full or self.dice.random() < 0.6
        money = ["Currency"] if full or self.dice.random() < 0.5 else []
        table = [["Name", "Created at", "Financial Status", *money, *columns,
                  *(["Lineitem name", "Lineitem quantity", "Lineitem price", *(["Lineitem sku"] if has_sku else [])]
                    if has_lines else [])]]
        told = {}
        for at in range(files.N_ORDERS):
            if not full and told and self.dice.random() < 0.3:
                continue
            cells = {column: "" if not full and self.dice.random() < 0.2 else self.dice.choice(COLUMNS[column][1])
                     for column in columns}
            lines = self.make_lines(has_quantity, has_sku) if has_lines else {}
            table += lay_out([self.number_of(at), "2026-11-10 10:00:00 +0000", "paid", *("USD" for _ in money),
                              *cells.values()], lines)
            told[at] = told_by(cells, lines)
            told[at]["currency"] = "USD" if money else "CNY" if lines or "total" in told[at] else None
        path = self.book.home / f"orders_{files.stamp_of(minutes)}-{len(self.files)}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(table)
        return path, minutes, told

    def read_book(self):
        """The book's own words, in the model's."""
        orders = {}
        with sqlite3.connect(self.book.folder / "daybook.db") as db:
            db.row_factory = sqlite3.Row
            for row in db.execute("SELECT o.*, h.account FROM orders o LEFT JOIN handles h ON h.customer = o.customer"):
                lines = [tuple(line) for line in db.execute(
                    "SELECT title, quantity, price, sku, currency FROM order_lines WHERE \"order\" = ? AND deleted = 0",
                    (row["rowid"],))]
                if any(line[-1] != row["currency"] for line in lines):
                    self.fail(f"{row['number']} is in several currencies")
                orders[row["number"]] = {**{field: row[field] for field in [*FIELDS, "account", "currency", "note"]},
                                         "lines": sorted((line[:-1] for line in lines), key=str),
                                         "deleted": row["deleted"] != 0}
        db.close()
        return orders


def lay_out(order, lines):
    """The rows of an order: its own cells stand in the first."""
    cells = [[title, line["quantity"], f"{line['price'] / 100:.2f}", *([line["sku"]] if line["sku"] else [])]
             for (title, _), line in lines.items()] or [[]]
    return [[*(order if at == 0 else [order[0], *("" for _ in order[1:])]), *line] for at, line in enumerate(cells)]


def told_by(cells, lines):
    """What an order's rows tell: field → value."""
    told = {COLUMNS[column][0]: text for column, text in cells.items() if text}
    if "total" in told:
        told["total"] = told["paid"] = round(float(told["total"]) * 100)
    if "buyer" in told:
        told["account"] = told["buyer"]
    if lines:
        told["lines"] = lines
        told["title"] = ", ".join(title for title, _ in lines)
        told["quantity"] = sum(line["quantity"] or 0 for line in lines.values()) or None
    return {field: value for field, value in told.items() if value is not None}


if __name__ == "__main__":
    sys.exit(files.run_seeds(Run))
