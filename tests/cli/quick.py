# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl add` and `assign`, and of the times that people say: see contract.py."""

from book import Book

NOW = "2026-11-30T10:00:00+08:00"


def try_quick(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_add(contract)
        try_refused(contract)
        try_times(contract)
        try_assign(contract)
    finally:
        contract.book.close()
        contract.book = shop


def an_order(book):
    """One of the orders, with a customer."""
    return next(row for row in book.run("list", "orders", "--limit", "0").answer["rows"] if row["customer"])


def agent_named(book, code):
    """Their id."""
    return next(row["id"] for row in book.run("list", "agents").answer["rows"] if row["code"] == code)


def try_add(contract):
    """A case, a task, and how they are understood."""
    book, plan = contract.book, contract.plan
    order = an_order(book)
    line = f"退货 {order['number']} 运费我们出 明天10点 @012 #易碎"
    before = book.run("list", "cases", "--limit", "0").answer["total"]
    told = contract.expect("add-dry-run", "add", line, "--dry-run", by="007", now=NOW)
    plan.check("it makes nothing", book.run("list", "cases", "--limit", "0").answer["total"] == before)
    plan.check("offsets are those of characters", all(line[part["start"]:part["end"]] == part["text"] for part in told["parts"]), str(told))
    case = contract.expect("add-case", "add", line, by="007", now=NOW)
    plan.check("the case has what was said", [case[field] for field in ("register", "subject", "order", "customer", "owner", "promised_at", "tags")]
               == ["return", "运费我们出", order["id"], order["customer"], agent_named(book, "012"), "2026-12-01T10:00:00+08:00", "易碎"], str(case))
    act = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("it is an act like any other", act["agent_name"] is not None and not act["undone"], str(act))
    book.run("undo", by="007")
    plan.check("an undo takes it back", book.run("list", "cases", "--limit", "0").answer["total"] == before)

    task = contract.expect("add-task", "add", "call", "the", "courier", "in 2 hours", "@007", by="012", now=NOW)
    plan.check("words without blanks around them are one line", (task["title"], task["due"], task["agent"])
               == ("call the courier", "2026-11-30T12:00:00+08:00", agent_named(book, "007")), str(task))
    pasted = book.run("add", "投诉 到货破损\n盒子全湿了", by="007", now=NOW).answer
    plan.check("of several lines the first is the subject, and the whole is kept", (pasted["subject"], pasted["content"])
               == ("到货破损", "投诉 到货破损\n盒子全湿了"), str(pasted))
    told = book.run("add", "查件 99999999999999 @nobody", by="007", now=NOW)
    plan.check("what names nothing stays among the words, and is told", told.answer["subject"] == "99999999999999 @nobody"
               and told.complaint.count("\n") == 2 and "“@nobody”" in told.complaint, str(told))
    text = book.text("add", line, "--dry-run", by="007", now=NOW)
    plan.check("people see the parts and a sentence", "012" in text.text and order["number"][-4:] in text.text.splitlines()[-1], str(text))


def try_refused(contract):
    """Nothing to make."""
    for name, status, words, sentence in (
            ("an empty line", 1, [" ， "], "Write down what it is about"),
            ("no line", 2, [], "add")):
        contract.refuse(name, status, ["add", *words], sentence, by="007")
    contract.refuse("nobody who acts", 2, ["add", "x"], "--as")


def try_times(contract):
    """`task new --due` and `snooze --until`, as people say it."""
    book, plan = contract.book, contract.plan
    for word, due in (("2026-12-05T08:00", "2026-12-05T08:00:00+08:00"), ("2026-12-05", "2026-12-05T00:00:00+08:00"),
                      ("明天下午3点半", "2026-12-01T15:30:00+08:00"), ("in 30 min", "2026-11-30T10:30:00+08:00")):
        task = book.run("task", "new", "tape", "--due", word, by="007", now=NOW).answer
        plan.check(f"due {word}", task["due"] == due, str(task))
    key = f"task:{task['id']}"
    book.run("snooze", key, "--until", "下周一", by="007", now=NOW)
    row = next(row for row in book.run("today", "--snoozed", "--limit", "0", now=NOW).answer["rows"] if row["id"] == task["id"])
    plan.check("put off until next Monday", row["snoozed"] == "2026-12-07T09:00:00+08:00", str(row))
    contract.refuse("a time that is none", 1, ["snooze", key, "--until", "soonish"], "“soonish”: A time is expected", by="007")


def try_assign(contract):
    """A case, a task, an order, and what a key stands for."""
    book, plan = contract.book, contract.plan
    case = book.run("add", "换货 尺码小了", by="007", now=NOW).answer
    task = book.run("add", "buy tape", by="007", now=NOW).answer
    order = an_order(book)
    other = agent_named(book, "012")
    contract.expect("assign", "assign", case["number"], "012", by="007", now=NOW)
    plan.check("the case is theirs", book.run("show", "case", case["number"]).answer["owner"] == other)
    book.run("assign", f"task:{task['id']}", "012", by="007", now=NOW)
    plan.check("so is the task that a key stands for", book.run("show", "task", task["id"]).answer["agent"] == other)
    book.run("assign", order["number"], "陈露", by="007", now=NOW)
    plan.check("and an order", book.run("show", "order", order["number"]).answer["agent"] == other)
    book.run("undo", by="007")
    plan.check("until it is undone", book.run("show", "order", order["number"]).answer["agent"] == order["agent"])
    for name, words, sentence in (
            ("nobody of that name", [case["number"], "nobody"], "“nobody” does not exist"),
            ("no such case", ["R-A9999", "012"], "R-A9999"),
            ("a customer", [order["customer"], "012"], "A case, a task, a chore, an article or an order")):
        contract.refuse(name, 1, ["assign", *words], sentence, by="007")
