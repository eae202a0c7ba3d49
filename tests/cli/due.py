# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl today`, `done`, `snooze`, `explain`, `rule` and `calendar`: see contract.py."""

import re

from book import Book

OPENED = "2026-11-22T16:00:00+08:00"
LATER = "2026-11-23T09:00:00+08:00"


def try_due(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        number = contract.book.run("case", "new", "return", "name=王五", by="007", now=OPENED).answer["number"]
        contract.book.run("case", "new", "exchange", "name=赵六", by="012", now=OPENED)
        try_today(contract, number)
        try_attention(contract, number)
        try_calendar(contract, number)
        try_shift(contract)
        try_rules(contract, number)
    finally:
        contract.book.close()
        contract.book = shop


def due_of(book, number, now=LATER):
    """When what is due of the case is, by rule."""
    title = f" · {number}"
    return {row["rule"]: row["due"] for row in book.run("today", "--limit", "0", now=now).answer["rows"] if row["title"].endswith(title)}


def try_today(contract, number):
    """The worst first, each with its arithmetic."""
    book, plan = contract.book, contract.plan
    answer = contract.expect("today", "today", now=LATER)
    rows = answer["rows"]
    order = [row["due"] for row in rows if row["due"]]
    plan.check("the worst comes first", order == sorted(order) and answer["total"] == len(rows) > 1, str(rows))
    plan.check("what stands still comes last", "paused" not in [row["state"] for row in rows[:len(order)]])
    # From eight to midnight: eight hours of the Sunday, and of Monday until midnight.
    plan.check("24 hours of opening hours", due_of(book, number) == {"respond": "2026-11-24T00:00:00+08:00", "step": "2026-11-24T00:00:00+08:00"},
               str(due_of(book, number)))
    clocks = book.run("show", "cases", number, now=LATER).answer["clocks"]
    plan.check("a case shows its clocks, the nearest first", [clock["rule"] for clock in clocks][-1] == "resolve" and len(clocks) == 3
               and [clock["due"] for clock in clocks] == sorted(clock["due"] for clock in clocks), str(clocks))
    plan.check("for people too", "What is due\nAnswer the customer: 24 h of opening hours" in book.text("show", "cases", number, now=LATER).text)
    contract.expect("explain", "explain", f"respond:{number}", now=LATER)
    plan.check("and for people", "24 h of opening hours since Sun 11-22 16:00" in book.text("explain", f"respond:{number}").text)
    mine = book.run("today", "--mine", by="007", now=LATER).answer["rows"]
    plan.check("mine is mine", mine and all(row["agent"] == mine[0]["agent"] for row in mine) and len(mine) < len(rows), str(mine))
    first = book.run("today", "--limit", "1", now=LATER).answer
    rest = book.run("today", "--after", first["rows"][0]["id"], "--limit", "0", now=LATER).answer
    plan.check("cut", len(first["rows"]) == 1 and first["total"] == answer["total"] and rest["rows"], str(rest))
    plan.check("a table for people", re.search(rf"Answer the customer · {number} .* respond:{number}\n", book.text("today", now=LATER).text) is not None)
    for name, status, words, sentence in (
            ("no key", 2, ["explain", "respond"], "no key of something that is due"), ("no rule", 2, ["explain", f"moonlight:{number}"], "no key"),
            ("no such case", 1, ["explain", "respond:R-Z9"], "R-Z9"), ("not due", 1, ["explain", f"promise:{number}"], "not due any more"),
            ("mine of nobody", 2, ["today", "--mine"], "--as")):
        contract.refuse(name, status, words, sentence)


def try_attention(contract, number):
    """Done and put off, and both undone."""
    book, plan = contract.book, contract.plan
    key = f"step:{number}"
    contract.expect("snooze", "snooze", key, "--until", "2026-11-23T15:00", by="007", now=LATER)
    plan.check("it is not shown before", "step" not in due_of(book, number))
    plan.check("but asked for it is", [row["snoozed"] for row in book.run("today", "--snoozed", "--limit", "0", now=LATER).answer["rows"]
                                       if row["snoozed"]] == ["2026-11-23T15:00:00+08:00"])
    plan.check("then it is", "step" in due_of(book, number, "2026-11-23T15:00:00+08:00"))
    book.run("case", "note", number, "还没收到", "--kind", "heard", by="007", now="2026-11-23T09:10:00+08:00")
    plan.check("the customer's answer wakes it", "step" in due_of(book, number))
    book.run("snooze", key, "--until", "2026-11-23T15:00", "--keep", by="007", now="2026-11-23T09:20:00+08:00")
    book.run("case", "note", number, "在吗", "--kind", "heard", by="007", now="2026-11-23T09:30:00+08:00")
    plan.check("unless it was said otherwise", "step" not in due_of(book, number))
    contract.expect("done", "done", key, f"respond:{number}", by="007", now=LATER)
    plan.check("several at once", not due_of(book, number), str(due_of(book, number)))
    contract.refuse("done twice", 1, ["done", key], "not due any more", by="007")
    book.run("undo", by="007")
    plan.check("undone, it is due again", sorted(due_of(book, number, "2026-11-23T16:00:00+08:00")) == ["respond", "step"])
    task = book.run("task", "new", "买胶带", "--due", "2026-11-23T12:00", by="007", now=LATER).answer
    book.run("done", f"task:{task['id']}", by="007", now=LATER)
    plan.check("a task gets its end", book.run("show", "tasks", task["id"]).answer["done_at"] == LATER)
    call = book.run("task", "new", "打电话", "--due", "2026-11-23T12:00", "--call", "--for", number, by="007", now=LATER).answer
    for name, status, words, sentence in (
            ("put off to the past", 1, ["snooze", key, "--until", "2020-01-01"], "That time is over"),
            ("put off for ever", 2, ["snooze", key], "--until"), ("no time", 1, ["snooze", key, "--until", "soonish"], "A time is expected"),
            ("a call of which nobody says what was said", 1, ["done", f"task:{call['id']}"], "Write down what the customer said")):
        contract.refuse(name, status, words, sentence, by="007")


def try_shift(contract):
    """Shifts that people work, in which reminders come."""
    book, plan = contract.book, contract.plan
    made = contract.expect("shift-set", "shift", "set", "晚班", "daily=15:00-18:00,18:00-24:00", by="Owner", now=LATER)
    plan.check("each day has its spans", '"sun":["15:00-18:00","18:00-24:00"]' in made["week"], str(made))
    changed = book.run("shift", "set", "晚班", "weekend=closed", by="Owner").answer
    plan.check("the same shift is changed, not made twice", changed["id"] == made["id"] and '"sun":[]' in changed["week"], str(changed))
    contract.expect("shift-list", "shift", "list", now=LATER)
    book.run("set", "agents", "021", "shift=晚班", by="Owner")
    plan.check("somebody works it", book.run("show", "agents", "021").answer["refs"]["shift"]["title"] == "晚班",
               str(book.run("show", "agents", "021").answer))
    book.run("set", "agents", "021", "shift=", by="Owner")
    for name, status, words, sentence in (
            ("a shift without hours", 1, ["晚班", "daily=closed"], "never opens"), ("no assignment", 2, ["晚班", "mon"], "DAY=SPANS"),
            ("overlapping spans", 1, ["早班", "mon=08:00-12:00,11:00-13:00"], "overlap")):
        contract.refuse(name, status, ["shift", "set", *words], sentence, by="Owner")
    contract.refuse("a shift is not an agent's business", 1, ["shift", "set", "晚班", "mon=08:00-12:00"], "Only the owner or a lead", by="021")


def try_calendar(contract, number):
    """Opening hours move what is due."""
    book, plan = contract.book, contract.plan
    contract.expect("calendar-show", "calendar", "show", now=LATER)
    shown = contract.expect("calendar-set", "calendar", "set", "weekdays=9:00-12:00,13:00–18:00", "weekend=closed",
                            "2026-11-23..2026-11-24=closed", by="Owner", now=LATER)
    plan.check("spans are written evenly", shown["week"]["mon"] == ["09:00-12:00", "13:00-18:00"] and shown["week"]["sun"] == [], str(shown))
    plan.check("it opens on the first day that is none off", shown["opens"] == "2026-11-25T09:00:00+08:00" and not shown["open"], str(shown))
    # Eight hours of each day from Wednesday on.
    plan.check("what is due is reckoned anew", book.run("explain", f"respond:{number}").answer["due"] == "2026-11-27T18:00:00+08:00",
               str(book.run("explain", f"respond:{number}")))
    book.run("calendar", "set", "2026-11-23=usual", by="Owner", now=LATER)
    plan.check("a day is as usual again", list(book.run("calendar", "show").answer["days"]) == ["2026-11-24"])
    plan.check("a table for people", "09:00-12:00, 13:00-18:00" in book.text("calendar", "show").text)
    for name, status, words, sentence in (
            ("a shop that never opens", 1, ["daily=closed"], "never opens"), ("overlapping spans", 1, ["mon=08:00-12:00,11:00-13:00"], "overlap"),
            ("a span backwards", 1, ["mon=17:00-08:00"], "ends before it begins"), ("no span", 1, ["mon=morning"], "no span"),
            ("no day", 1, ["someday=08:00-12:00"], "no day"), ("no such day", 1, ["2026-02-30=closed"], "no day"),
            ("no assignment", 2, ["mon"], "DAY=SPANS"), ("more than a season", 1, ["2026-01-01..2026-12-31=closed"], "more than 100 days")):
        contract.refuse(name, status, ["calendar", "set", *words], sentence, by="Owner")
    contract.refuse("not an agent's business", 1, ["calendar", "set", "mon=closed"], "Only the owner or a lead", by="021")
    plan.check("the hours before stay", book.run("calendar", "show").answer["week"]["mon"] == ["09:00-12:00", "13:00-18:00"])
    book.run("undo", by="Owner")
    book.run("undo", by="Owner")
    plan.check("undone, so is what follows", due_of(book, number, LATER)["respond"] == "2026-11-24T00:00:00+08:00", str(due_of(book, number)))


def try_rules(contract, number):
    """Rules, and grades that make clocks faster."""
    book, plan = contract.book, contract.plan
    contract.expect("rule-list", "rule", "list")
    contract.expect("rule-set", "rule", "set", "step", "used=no", by="Owner", now=LATER)
    plan.check("a rule that is off raises nothing", sorted(due_of(book, number)) == ["respond"], str(due_of(book, number)))
    book.run("rule", "set", "promise", "within=10min", by="Owner", now=LATER)
    book.run("case", "note", number, "明早回您", "--kind", "told", "--by", "2026-11-23T18:00", by="007", now=LATER)
    promise = book.run("explain", f"promise:{number}", now=LATER).answer
    plan.check("a promise is near when the rule says", promise["warn"] == "2026-11-23T17:50:00+08:00", str(promise))
    order = book.run("list", "orders", "--where", "customer != null", "--limit", "1").answer["rows"][0]
    other = book.run("case", "new", "return", f"order={order['number']}", by="007", now=OPENED).answer["number"]
    book.run("set", "customers", order["customer"], "grade=vip_2", by="007", now=LATER)
    plan.check("half the time for a VIP 2", due_of(book, other)["respond"] == "2026-11-23T12:00:00+08:00", str(due_of(book, other)))
    book.run("rule", "set", "vip_2", "number=25", by="Owner", now=LATER)
    plan.check("a quarter, if the shop says so", due_of(book, other)["respond"] == "2026-11-22T22:00:00+08:00", str(due_of(book, other)))
    for name, status, words, sentence in (
            ("a rule with no time", 1, ["promise", "within=0min"], "is switched off"), ("a time that is none", 1, ["promise", "within=soon"], "no time such as"),
            ("a share over all of it", 1, ["vip_1", "number=101"], "from 1 to 100"), ("a number where none belongs", 1, ["promise", "number=3"], "takes no number"),
            ("no such rule", 1, ["moonlight", "used=no"], "There is no rule"), ("no such field", 2, ["promise", "key=x"], "none of them")):
        contract.refuse(name, status, ["rule", "set", *words], sentence, by="Owner")
    contract.refuse("not an agent's business", 1, ["rule", "set", "step", "used=yes"], "Only the owner or a lead", by="021")
    kept = book.run("rule", "list").answer["rows"]
    plan.check("the rules before stay", [row["within_s"] for row in kept if row["key"] == "promise"] == [600], str(kept))
