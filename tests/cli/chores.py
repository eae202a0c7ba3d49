# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl chore`, and of memos: see contract.py."""

from book import Book

SUNDAY = "2026-11-22T10:00:00+08:00"
TUESDAY = "2026-11-24T10:00:00+08:00"


def try_chores(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_templates(contract)
        try_own(contract)
        try_ticks(contract)
        try_refusals(contract)
        try_memos(contract)
    finally:
        contract.book.close()
        contract.book = shop


def find(book, name, now=SUNDAY):
    """The chore of that title or template, as it is listed."""
    rows = book.run("chore", "list", now=now).answer["rows"]
    return next(row for row in rows if name in (row["title"], row["template"]))


def due(book, now):
    """Titles and times of the chores in Today."""
    rows = book.run("today", "--limit", "0", now=now).answer["rows"]
    return [(row["title"], row["due"]) for row in rows if row["kind"] == "chore"]


def try_templates(contract):
    """None is on by itself; one that is switched on is due."""
    book, plan = contract.book, contract.plan
    rows = contract.expect("chore-list", "chore", "list", now=SUNDAY)["rows"]
    plan.check("none is on by itself", len(rows) == 14 and not any(row["used"] or row["id"] for row in rows), str(rows))
    meeting = contract.expect("chore-on", "chore", "on", "weekly_meeting", by="Owner", now=SUNDAY)
    plan.check("Sunday at half past two", due(book, SUNDAY) == [(meeting["title"], "2026-11-22T14:30:00+08:00")], str(due(book, SUNDAY)))
    act = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("the history names it", act["title"] == "Switched on: Report for the Weekly Meeting", str(act))
    book.run("chore", "off", "weekly_meeting", by="Owner", now=SUNDAY)
    plan.check("off, it is not", due(book, SUNDAY) == [])
    book.run("undo", by="Owner")
    plan.check("undone, it is again", len(due(book, SUNDAY)) == 1)
    book.run("chore", "on", "sweep/after", by="Owner", now=SUNDAY)
    plan.check("a round of a pass has its own time", find(book, "sweep/after")["open"] == "2026-11-22T22:00:00+08:00")
    for place in ("reviews", "review_replies", "station_messages", "complaints", "messages"):
        book.run("sweep", "tick", "after", place, by="007", now=SUNDAY)
    plan.check("the sweep that is ticked off is the chore's", find(book, "sweep/after")["open"] == "2026-11-23T22:00:00+08:00")


def try_own(contract):
    """One of the shop's own: done, missed, moved."""
    book, plan = contract.book, contract.plan
    made = contract.expect("chore-new", "chore", "new", "关店", "--every", "Daily  18:00", "--item", "关灯", "--item", "对账", "--role", "agent",
                           "--note", "最后走的人做", by="Owner", now=SUNDAY)
    plan.check("its times are written evenly", made["recurrence"] == "daily 18:00" and made["items"] == "关灯\n对账", str(made))
    plan.check("a person names it by its title", find(book, "关店")["open"] == "2026-11-22T18:00:00+08:00")
    plan.check("it is mine in my role", ("关店", "2026-11-22T18:00:00+08:00")
               in [(row["title"], row["due"]) for row in book.run("today", "--mine", by="012", now=SUNDAY).answer["rows"]]
               and "关店" not in [row["title"] for row in book.run("today", "--mine", by="007", now=SUNDAY).answer["rows"]])
    missed = find(book, "关店", TUESDAY)
    plan.check("what was missed is one", (missed["open"], missed["times"], missed["at_hand"])
               == ("2026-11-22T18:00:00+08:00", 2, "2026-11-23T18:00:00+08:00"), str(missed))
    plan.check("and it is said how often", "It was due 2 times." in book.run("explain", f"chore:{made['id']}", now=TUESDAY).answer["why"])
    contract.expect("chore-done", "chore", "done", "关店", by="012", now=TUESDAY)
    plan.check("done late, today's is still to come", find(book, "关店", TUESDAY)["open"] == "2026-11-24T18:00:00+08:00")
    act = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("the history says so", act["title"] == "Done: 关店", str(act))
    book.run("undo", by="012")
    plan.check("undone, it is missed again", find(book, "关店", TUESDAY)["times"] == 2)
    changed = contract.expect("chore-set", "chore", "set", "关店", "recurrence=weekly sat,sun 20:00", "items+=锁门", by="Owner", now=SUNDAY)
    plan.check("other times, and one more to tick", (changed["recurrence"], changed["items"]) == ("weekly sat,sun 20:00", "关灯\n对账\n锁门"), str(changed))
    plan.check("they hold from now on", find(book, "关店")["open"] == "2026-11-22T20:00:00+08:00")
    plan.check("a table for people", "weekly_meeting" in book.text("chore", "list", now=SUNDAY).text and "Every Sat, Sun at 20:00"
               in book.text("chore", "list", now=SUNDAY).text, book.text("chore", "list", now=SUNDAY).text)


def try_ticks(contract):
    """Ticked off to the end, it is done."""
    book, plan = contract.book, contract.plan
    contract.expect("chore-tick", "chore", "tick", "关店", "关灯", by="007", now=SUNDAY)
    book.run("chore", "tick", "关店", "对账", by="012", now=SUNDAY)
    steps = find(book, "关店")["steps"]
    plan.check("each tick says who", [step["done"] for step in steps] == [True, True, False] and steps[0]["agent"] != steps[1]["agent"], str(steps))
    book.run("chore", "untick", "关店", "对账", by="012", now=SUNDAY)
    book.run("chore", "tick", "关店", "锁门", by="012", now=SUNDAY)
    plan.check("one is missing", find(book, "关店")["open"] == "2026-11-22T20:00:00+08:00")
    book.run("chore", "tick", "关店", "对账", by="012", now=SUNDAY)
    after = find(book, "关店")
    plan.check("now it is done, and the next begins without ticks", after["open"] == "2026-11-28T20:00:00+08:00"
               and not any(step["done"] for step in after["steps"]), str(after))
    book.run("undo", by="012")
    plan.check("undone, one is missing again", [step["done"] for step in find(book, "关店")["steps"]] == [True, False, True])


def try_refusals(contract):
    """What cannot be is said with its reason, and changes nothing."""
    book = contract.book
    kept = book.run("chore", "list", now=SUNDAY).answer
    for name, status, words, sentence in (
            ("no recurrence", 2, ["new", "x"], "--every"), ("one that is none", 1, ["new", "x", "--every", "sometimes"], "does not say how often"),
            ("set to none", 1, ["set", "关店", "recurrence=daily"], "does not say how often"), ("no such chore", 1, ["on", "moonlight"], "no chore “moonlight”"),
            ("a template that is off", 1, ["set", "patrol", "title=x"], "Nobody has switched on"), ("off already", 1, ["off", "patrol"], "Nobody has switched on"),
            ("no such step", 1, ["tick", "关店", "扫地"], "there are: 关灯, 对账, 锁门"), ("no day", 2, ["tick", "关店", "关灯", "--day", "someday"], "no day"),
            ("no such role", 1, ["new", "x", "--every", "daily 18:00", "--role", "king"], "king")):
        contract.refuse(name, status, ["chore", *words], sentence, by="Owner")
    contract.refuse("not an agent's business", 1, ["chore", "on", "patrol"], "Only the owner or a lead", by="021")
    contract.plan.check("all is as it was", book.run("chore", "list", now=SUNDAY).answer == kept)


def try_memos(contract):
    """A memo has no time, until it gets one (IN-09)."""
    book, plan = contract.book, contract.plan
    product = book.run("list", "products", "--limit", "1").answer["rows"][0]
    memo = contract.expect("task-memo", "task", "memo", "包装盒太薄", "--for", product["id"], by="007", now=SUNDAY)
    plan.check("it is about a product, and has no time", (memo["product"], memo["due"]) == (product["id"], None), str(memo))
    plan.check("nothing is due", not any(row["kind"] == "task" for row in book.run("today", now=SUNDAY).answer["rows"]))
    plan.check("memos are listed by themselves", [row["id"] for row in contract.expect("task-list", "task", "list", "--memos")["rows"]] == [memo["id"]]
               and book.run("task", "list").answer["total"] == 0)
    task = contract.expect("task-set", "task", "set", memo["id"], "due=2026-11-22T15:00", "agent=012", by="007", now=SUNDAY)
    plan.check("with a time it is due", task["due"] == "2026-11-22T15:00:00+08:00"
               and [row["title"] for row in book.run("today", now=SUNDAY).answer["rows"] if row["kind"] == "task"] == ["包装盒太薄"])
    order = book.run("list", "orders", "--limit", "1").answer["rows"][0]
    moved = book.run("task", "set", memo["id"], f"order={order['number']}", "product=", by="007", now=SUNDAY).answer
    plan.check("it is about something else", (moved["order"], moved["product"]) == (order["id"], None), str(moved))
    book.run("task", "done", memo["id"], by="012", now=SUNDAY)
    plan.check("done it is among the done", book.run("task", "list", "--done").answer["total"] == 1 and book.run("task", "list").answer["total"] == 0)
    contract.refuse("its outcome is not set so", 2, ["task", "set", memo["id"], "done_at=null"], "none of them", by="007")
