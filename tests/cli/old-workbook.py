#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""daybookctl import of an XLS, made here (tests/lib/xls.py), so that it is tried
where the shared samples are not: as it should be, cut off, and bent.

    old-workbook.py DAYBOOKCTL
"""

import datetime
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))
sys.path.insert(0, str(HERE))
import tap  # noqa: E402
import xls  # noqa: E402
from book import Book  # noqa: E402

HEADINGS = ["订单编号", "订单状态", "买家实际支付金额", "订单付款时间", "宝贝标题"]
PAID = datetime.datetime(2026, 11, 20, 9, 12, 30)
ORDERS = [
    HEADINGS,
    ["3000000000000000001", "交易成功", 12.5, PAID, "明前龙井"],
    ["3000000000000000002", "交易成功", 8, "2026-11-20 10:00:00", "盖碗"],
    [1930679858170640123.0, "交易成功", 1, PAID, "茶"],  # typed as a number: rounded
]
BENT = 40


def try_whole(plan, book, whole):
    """Texts, numbers and dates; the first sheet holds no table."""
    path = book.home / "orders.xls"
    path.write_bytes(whole)
    done = book.run("import", path)
    answer = done.answer
    plan.check("it is an XLS with two orders and a rounded number",
               (done.status, answer["encoding"], answer["new"], [error["row"] for error in answer["errors"]]) == (3, "XLS", 2, [4])
               and "rounded" in answer["errors"][0]["why"], str(done))
    plan.check("its sums", answer["sums"]["paid_minor"] == 2050, str(answer["sums"]))
    row = book.run("show", "orders", "3000000000000000001").answer
    plan.check("texts, numbers and dates are what they were",
               (row["paid"]["minor"], row["paid_at"], row["lines"][0]["title"]) == (1250, "2026-11-20T09:12:30+08:00", "明前龙井"), str(row))


def try_damaged(plan, book, whole):
    """Whatever becomes of it, it is read or refused in one sentence, and nothing else happens."""
    dice = random.Random(20261122)
    path = book.home / "bent.xls"
    refused, wrong = 0, []
    for number in range(BENT):
        bent = bytearray(whole)
        if number % 4 == 0:
            bent = bent[:dice.randrange(8, len(bent))]
        else:
            for _ in range(dice.randrange(1, 60)):
                bent[dice.randrange(8, len(bent))] = dice.randrange(256)
        path.write_bytes(bent)
        done = book.run("import", path, "--dry-run")
        refused += done.status == 1
        if done.status not in (0, 1, 3) or (done.status == 1 and done.complaint.count("\n") != 1):
            wrong.append(f"{number}: {done}")
    plan.none(f"{BENT} bent files are read or refused", wrong)
    plan.check("some of them are refused", refused > 0)
    plan.check("the book is sound", book.run("verify").answer["sound"])


def main():
    """Tries both on one book."""
    plan = tap.Plan()
    whole = xls.workbook({"说明": [["2026 年 11 月"]], "订单": ORDERS})
    book = Book(sys.argv[1])
    try:
        try_whole(plan, book, whole)
        try_damaged(plan, book, whole)
    finally:
        book.close()
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
