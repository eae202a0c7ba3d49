#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in any order, edits, undo and redo, against a model of the book.

    files.py PROGRAM [--seeds N] [--first N] [--steps N]

The files are Taobao's, each with some of its columns, some of its cells blank, and a time
of its own or another's; they come in any order, and of every second seed the first is one
of few columns. The model knows of each order what was told last by time, in a dozen lines
of Python. After each step the book is read by SQL and compared with it: orders, lines,
parcels, whose the orders are, and what the import said it did. One seed is one run.
"""

import argparse
import copy
import csv
import random
import sqlite3
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))
sys.path.insert(0, str(HERE.parent / "cli"))
import tap  # noqa: E402
from book import Book  # noqa: E402

N_ORDERS = 4
STAGES = {"等待买家付款": 1, "等待卖家发货": 2, "买家已付款，等待卖家发货": 2,
          "卖家已发货，等待买家确认": 3, "交易成功": 5, "卖家已同意退款": 0}
FLAGS = {"红": 1, "黄": 2, "绿": 3}
TITLES = ["龙井", "龙井，紫砂壶", "陈皮", "紫砂壶，陈皮，龙井"]

# A column, the field it fills, and what may stand in it.
COLUMNS = {
    "订单状态": ("status", list(STAGES)),
    "订单关闭原因": ("close_reason", ["买家不想要了", "缺货"]),
    "总金额": ("total", ["100.00"]),
    "退款金额": ("refunded", ["0.00", "5.00", "100.00"]),
    "买家实际支付金额": ("paid", ["80.00", "90.00", "100.00"]),
    "买家会员名": ("buyer", ["茶客一号", "山中人", "听雨轩"]),
    "收货人姓名": ("receiver", ["张三丰", "李清照", "张**"]),
    "联系手机": ("phone", ["13800130001", "13900130002", "1******0001"]),
    "物流公司": ("courier", ["顺丰速运", "圆通速递"]),
    "物流单号": ("tracking", ["SF1001", "SF1002", "YT2001, YT2002"]),
    "支付单号": ("payment", ["2026112200001", "2026112200002"]),
    "买家留言": ("buyer_note", ["请快一点", "送人的"]),
    "订单备注": ("seller_note", ["已核对", "加急"]),
    "打标颜色": ("seller_flag", list(FLAGS)),
    "宝贝标题": ("title", TITLES),
    "宝贝总数量": ("quantity", ["1", "2"]),
}
MONEY = ("total", "refunded", "paid")
NUMBERS = ("quantity",)
MASKED = ("receiver", "phone")
FIELDS = [field for field, _ in COLUMNS.values()] + ["stage", "refund"]
# What is told together has one time.
TOGETHER = [{"status", "stage", "close_reason"}, {"refund", "refunded"}, {"seller_note", "seller_flag"}]
ENUMS = ("stage", "refund", "seller_flag")
RANKS = (0, 1, 2, 3, 4, 5, 5)  # of the stages: two of them are ends
UNSURE = -1  # a refund of a file that does not say of how much
GUESSED = -2  # the stage of a file without a status


def read_cell(field, text):
    """The value that the book makes of a cell; None for a blank one."""
    if text == "":
        return None
    if field in MONEY:
        return round(float(text) * 100)
    if field in NUMBERS:
        return int(text)
    return FLAGS[text] if field == "seller_flag" else text


def stamp_of(minutes):
    """A time as the names of files carry it: ten hours of two days."""
    return f"202611{20 + minutes // 600:02}{minutes % 600 // 60:02}{minutes % 60:02}"


def refund_of(refunded, total, paid):
    """How much of an order it is: none, a part, all of it."""
    if refunded == 0:
        return 0
    if total is not None and refunded >= total or (total, paid) == (None, None):
        return 3
    return 3 if paid is not None and refunded == paid and refunded + paid != total else 2


def told_by(cells):
    """What a row tells: field → value."""
    told = {COLUMNS[column][0]: read_cell(COLUMNS[column][0], text) for column, text in cells.items()}
    if told.get("status") is not None:
        told["stage"] = STAGES[told["status"]]
    if told.get("refunded") is not None:
        total, paid = told.get("total"), told.get("paid")
        told["refund"] = UNSURE if told["refunded"] > 0 and total is None and paid is None \
            else refund_of(told["refunded"], total, paid)
    if "订单状态" not in cells and told.get("refund") == 3:
        told["stage"] = GUESSED
    return {field: value for field, value in told.items() if value is not None}


def is_masked(field, value):
    """Whether stars stand for a part of it."""
    return field in MASKED and "*" in value


class Order:
    """An order as the book should have it, and from when it knows each field."""

    def __init__(self):
        self.values = {field: 0 if field in ENUMS else None for field in FIELDS}
        self.known = {field: 0 for field in [*FIELDS, "account", "lines"]}
        self.account = None
        self.lines = {}  # title → quantity
        self.parcels = set()
        self.note = None
        self.deleted = False

    def shown(self):
        """What is compared with the book."""
        return {**self.values, "account": self.account, "lines": sorted(self.lines.items()),
                "parcels": sorted(self.parcels), "note": self.note, "deleted": self.deleted}

    def time_of(self, field):
        """From when it is known, with all that is told together with it."""
        group = next((group for group in TOGETHER if field in group), {field})
        return max(self.known[other] for other in group)

    def is_open(self, field):
        """Whether nobody has said anything of it."""
        group = next((group for group in TOGETHER if field in group), {field})
        return all(self.values[other] in (None, 0) if other in ENUMS else self.values[other] is None
                   for other in group)

    def goes_on(self, field, value, told):
        """Whether it takes the order no step back: of two files of one time nobody knows
        which is the newer."""
        if field in ("status", "stage") and "stage" in told:
            return RANKS[told["stage"]] >= RANKS[self.values["stage"]]
        return field not in ("refund", "refunded") or value >= (self.values[field] or 0)

    def takes(self, field, told, time, ahead):
        """Whether a file of that time has its way."""
        value = told[field]
        old = self.values[field]
        if value == old:
            return False
        is_open = (self.values["stage"], self.values["status"]) == (0, None) if field in ("status", "stage") \
            else self.is_open(field)
        if is_open:
            return True
        if old is not None and field in MASKED and is_masked(field, value) != is_masked(field, old):
            return is_masked(field, old)
        if time == self.time_of(field) and not self.goes_on(field, value, told):
            return False
        return ahead or time >= self.time_of(field)

    def tell_lines(self, told, time, ahead):
        """Joined titles: the newest list goes, an older one only fills. Whether it changed."""
        titles = told["title"].split("，")
        quantity = told.get("quantity")
        if len(titles) > 1:
            quantity = 1 if quantity == len(titles) else None
        before = dict(self.lines)
        is_newer = ahead or not self.lines or time >= self.known["lines"]
        if is_newer:
            self.lines = {title: before.get(title) for title in titles}
        for title in set(titles) & set(self.lines):
            if quantity is not None and (is_newer or self.lines[title] is None):
                self.lines[title] = quantity
        return self.lines != before

    def completes(self, told):
        """Whether a file says of how much a refund is that the book knows of."""
        return "refunded" not in told and {"total", "paid"} & set(told) and self.values["refunded"] \
            and (self.values["total"], self.values["paid"]) == (None, None) and self.values["refund"] == 3 \
            and self.values["stage"] != 6

    def settle(self, told):
        """What a file leaves to the book: with that filled in, and the names of it."""
        told, unsure = dict(told), set()
        if self.completes(told):
            told["refund"] = refund_of(self.values["refunded"], told.get("total"), told.get("paid"))
            unsure.add("refund")
        elif told.get("refund") == UNSURE:
            total = self.values["total"]
            is_known = self.values["refunded"] == told["refunded"] and (total, self.values["paid"]) != (None, None)
            told["refund"] = self.values["refund"] if is_known else refund_of(told["refunded"], total, self.values["paid"] if total is None else None)
            unsure.add("refund")
        if told.get("stage") == GUESSED:
            told["stage"] = 6
            unsure.add("stage")
            if self.values["stage"] != 0:
                del told["stage"]
        return told, unsure

    def tell(self, told, time):
        """A file tells of it. Whether what a person sees has changed, and whether
        anything is known anew."""
        # Older than the book's status and yet further on: it is followed in all.
        ahead = 0 < self.values["stage"] < told.get("stage", 0) and time < self.time_of("stage")
        told, unsure = self.settle(told)
        taken = [field for field, value in told.items() if self.takes(field, told, time, ahead)
                 or field == "refund" and self.completes(told) and value != self.values[field]]
        numbers = told.get("tracking", "").replace(",", " ").split()
        news = bool(taken) or self.deleted
        self.deleted = False
        if numbers and (ahead or not self.parcels or time >= self.known["tracking"]):
            news = news or not self.parcels.issuperset(numbers)
            self.parcels |= set(numbers)
        changed = bool(taken)
        if "title" in told:
            changed = self.tell_lines(told, time, ahead) or changed
        account = told.get("buyer")
        if account is not None and (ahead or self.account is None or time >= self.known["account"]):
            news = news or account != self.account
            self.account = account

        confirmed = {field for field, value in told.items() if not is_masked(field, value)} - unsure
        if account is not None:
            confirmed.add("account")
        if "title" in told:
            confirmed.add("lines")
        for field in sorted(confirmed | set(taken)):
            news = news or time > self.known[field]
            # What an older file is right about is as new as what it replaces.
            if field in taken and not ahead:
                self.known[field] = time
            else:
                self.known[field] = max(self.known[field], time)
        for field in taken:
            self.values[field] = told[field]
        return changed, news or changed


class Run:
    """One seed."""

    def __init__(self, program, seed, steps):
        self.dice = random.Random(seed)
        self.book = Book(program)
        self.steps = steps
        self.seed = seed
        self.orders = {}
        self.past = []    # the orders before each act that is in force
        self.future = []  # those after each act that is undone
        self.files = []   # (path, minutes, rows)
        self.fault = ""
        self.did = []

    def make_order(self):
        """One that nobody has told anything of."""
        return Order()

    def number_of(self, at):
        """A number as Taobao gives them."""
        return f"3801000000000{at:02}4417"

    def choose_time(self, full):
        """The full file is from the midst; now and then two are of one time."""
        if self.files and self.dice.random() < 0.2:
            return self.dice.choice(self.files)[1]
        return 600 if full else self.dice.randrange(1, 1200)

    def write_file(self, full):
        """Makes a file: its path, its time in minutes, and what it tells by order."""
        minutes = self.choose_time(full)
        columns = [column for column in COLUMNS if full or self.dice.random() < 0.35]
        if len(columns) < 2:
            columns = ["买家留言", "订单备注"]
        rows = {}
        for at in range(N_ORDERS):
            if not full and rows and self.dice.random() < 0.3:
                continue
            rows[at] = {column: "" if not full and column not in ("总金额", "订单状态") and self.dice.random() < 0.2
                        or full and column in ("订单关闭原因", "打标颜色", "买家留言") and self.dice.random() < 0.5
                        else self.dice.choice(COLUMNS[column][1]) for column in columns}
        path = self.book.home / f"ExportOrderList{stamp_of(minutes)}-{len(self.files)}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([["订单编号", *columns],
                                       *([self.number_of(at), *cells.values()] for at, cells in rows.items())])
        return path, minutes, {at: told_by(cells) for at, cells in rows.items()}

    def fail(self, what):
        """Notes the first thing that was not as it should be."""
        self.fault = self.fault or what

    def act(self, *words, status=0):
        """Runs a command that must end so."""
        done = self.book.run(*words)
        self.did.append(" ".join(map(str, words)))
        if done.status != status:
            self.fail(str(done))
        return done.lines[0] if done.lines else {}

    def remember(self):
        """An act is about to change the book."""
        self.past.append(copy.deepcopy(self.orders))
        self.future.clear()

    def import_file(self, file):
        """A file comes, perhaps not for the first time."""
        path, minutes, rows = file
        before = copy.deepcopy(self.orders)
        counts = {"new": 0, "updated": 0, "same": 0}
        any_news = False
        for at, told in rows.items():
            is_new = at not in self.orders or self.orders[at].deleted
            changed, news = self.orders.setdefault(at, self.make_order()).tell(told, minutes)
            counts["new" if is_new else "updated" if changed else "same"] += 1
            any_news = any_news or news
        answer = self.act("import", path)
        if self.fault:
            return
        said = {name: answer[name] for name in counts}
        if said != counts:
            self.compare()
            self.fault = f"the import said {said}, expected {counts}\n{self.fault}"
        if answer["act"] is not None:
            self.past.append(before)
            self.future.clear()
        elif any_news:
            self.fail("the import left no act")

    def set_note(self):
        """A person writes a note."""
        at = self.dice.choice(list(self.orders))
        note = f"note {self.dice.randrange(100)}"
        if self.orders[at].deleted or self.orders[at].note == note:
            return
        self.remember()
        self.orders[at].note = note
        self.act("set", "orders", self.number_of(at), f"note={note}")

    def delete(self):
        """A person puts an order into the trash."""
        at = self.dice.choice(list(self.orders))
        if self.orders[at].deleted:
            return
        self.remember()
        self.orders[at].deleted = True
        self.act("delete", "orders", self.number_of(at))

    def undo(self):
        """The newest act goes; the first file stays."""
        if len(self.past) < 2:
            return
        self.future.append(self.orders)
        self.orders = self.past.pop()
        self.act("undo")

    def redo(self):
        """And comes back."""
        if not self.future:
            return
        self.past.append(self.orders)
        self.orders = self.future.pop()
        self.act("redo")

    def read_book(self):
        """The book's own words, in the model's."""
        with sqlite3.connect(self.book.folder / "daybook.db") as db:
            db.row_factory = sqlite3.Row
            orders = {}
            for row in db.execute("SELECT o.*, h.account FROM orders o LEFT JOIN handles h ON h.customer = o.customer"):
                parts = {table: sorted(tuple(part) for part in db.execute(
                    f"SELECT {name} FROM {table} WHERE \"order\" = ? AND deleted = 0", (row["rowid"],)))
                    for table, name in (("order_lines", "title, quantity"), ("parcels", "tracking"))}
                orders[row["number"]] = {**{field: row[field] for field in FIELDS}, "account": row["account"],
                                         "lines": parts["order_lines"], "parcels": [part[0] for part in parts["parcels"]],
                                         "note": row["note"], "deleted": row["deleted"] != 0}
        db.close()
        return orders

    def compare(self):
        """The book against the model."""
        there = self.read_book()
        for at, order in self.orders.items():
            book = there.pop(self.number_of(at), {})
            for field, value in order.shown().items():
                if book.get(field) != value:
                    self.fail(f"order {at}: {field} is {book.get(field)!r}, expected {value!r}"
                              f" (known from {order.known.get(field)})")
        # Those that an undone file made lie in the trash.
        there = [number for number, order in there.items() if not order["deleted"]]
        if there:
            self.fail(f"more orders than there should be: {there}")

    def step(self):
        """Anything that people do."""
        thrown = self.dice.random()
        if thrown < 0.45:
            self.files.append(self.write_file(False))
            self.import_file(self.files[-1])
        elif thrown < 0.60:
            self.import_file(self.dice.choice(self.files))
        elif thrown < 0.66:
            self.set_note()
        elif thrown < 0.70:
            self.delete()
        elif thrown < 0.86:
            self.undo()
        else:
            self.redo()

    def run(self):
        """What was wrong; empty when nothing was."""
        self.files.append(self.write_file(self.seed % 2 == 0))
        self.import_file(self.files[0])
        self.compare()
        for _ in range(self.steps):
            if self.fault:
                break
            self.step()
            self.compare()
        if not self.fault:
            self.act("verify")
        self.book.close()
        return f"seed {self.seed}, after\n  " + "\n  ".join(self.did) + f"\n{self.fault}" if self.fault else ""


def run_seeds(make_run):
    """A point for each seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--steps", type=int, default=40)
    options = parser.parse_args()
    plan = tap.Plan()
    for seed in range(options.first, options.first + options.seeds):
        fault = make_run(options.program, seed, options.steps).run()
        plan.check(f"seed {seed}: the book is as the model", not fault, fault)
    return plan.finish()


if __name__ == "__main__":
    sys.exit(run_seeds(Run))
