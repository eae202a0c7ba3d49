# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl task`, of the calls that cases make, and of what takes links and watchers off
again: see contract.py."""


def try_tasks(contract, order):
    """In the book of the cases."""
    try_calls(contract, order)
    try_first_calls(contract)
    try_undoing(contract)
    try_hands(contract)


def new_case(book, *words):
    """The number of a new case."""
    return book.run("case", "new", *words, by="007").answer["number"]


def shown(book, number):
    """The case with what hangs on it."""
    return book.run("show", "case", number).answer


def try_calls(contract, order):
    """A call is planned, tried, and made."""
    book, plan = contract.book, contract.plan
    number = new_case(book, "inquiry", f"order={order}", "name=李小龙")
    task = contract.expect("task-new", "task", "new", "问尺码", "--due", "2026-11-23T10:00", "--for", number, "--call", "--to", "012", by="007")
    plan.check("it hangs on the case, its order and its customer",
               [task[field] for field in ("case", "order", "customer")]
               == [shown(book, number)[field] for field in ("id", "order", "customer")], str(task))
    again = contract.expect("task-not-reached", "task", "done", task["id"], "占线", "--outcome", "not_reached", "--again", "2026-11-23T15:00", by="012")
    plan.check("who was not reached is called again", (again["done_at"], again["due"], again["outcome"])
               == (None, "2026-11-23T15:00:00+08:00", "not_reached"), str(again))
    done = contract.expect("task-done", "task", "done", task["id"], "很客气", "--answer", "穿多大？ 38", "--satisfied", "yes", by="012")
    case = shown(book, number)
    plan.check("what was said stands in the task and in the case",
               done["answers"] == "占线\n穿多大？ 38\n很客气" and case["satisfied"] == "yes"
               and [event["event_kind"] for event in case["events"]] == ["call", "call"], str(case["events"]))
    act = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("it is one act, which names case and task", act["title"] == f"{number}: 问尺码", str(act))
    book.run("undo", by="012")
    plan.check("an undo takes it back", shown(book, number)["tasks"][0]["done_at"] is None and shown(book, number)["satisfied"] == "unknown")
    todo = book.run("task", "new", "buy tape", "--due", "tomorrow", by="007").answer
    plan.check("what is to be done may be about nothing", [todo[field] for field in ("task_kind", "case", "order", "customer")]
               == ["todo", None, None, None], str(todo))
    plan.check("and is done", book.run("task", "done", todo["id"], by="007").answer["done_at"] is not None)
    for name, status, words, sentence in (
            ("a task without a time", 2, ["new", "x"], "--due"),
            ("a time that is none", 1, ["new", "x", "--due", "soonish"], "“soonish”: A time is expected"),
            ("a task of nothing", 1, ["new", "x", "--due", "today", "--for", "Z-A1001"], "Z-A1001"),
            ("done twice", 1, ["done", todo["id"]], "done already"),
            ("reached, and nothing was said", 1, ["done", task["id"]], "Write down what the customer said"),
            ("not reached, and never again", 1, ["done", task["id"], "--outcome", "not_reached"], "when it is tried again"),
            ("given up without a reason", 1, ["done", task["id"], "--outcome", "given_up"], "why nobody calls any more"),
            ("no verb", 2, [], "task new TITLE")):
        contract.refuse(name, status, ["task", *words], sentence, by="007")


def try_first_calls(contract):
    """Complaints, refunds, disputes and bad reviews begin with a call (RV-03, RV-08)."""
    book, plan = contract.book, contract.plan
    for register, n in (("complaint", 1), ("refund", 1), ("dispute", 1), ("return", 0), ("review", 0)):
        tasks = shown(book, new_case(book, register))["tasks"]
        plan.check(f"{register}: {n} call(s) at the beginning", [task["task_kind"] for task in tasks] == ["call"] * n, str(tasks))
    review = new_case(book, "review", "rating=good")
    book.run("case", "set", review, "rating=bad", by="007")
    plan.check("a review that becomes a bad one, too", len(shown(book, review)["tasks"]) == 1)
    book.run("case", "set", review, "rating=good", by="007")
    book.run("case", "set", review, "rating=bad", by="007")
    plan.check("once", len(shown(book, review)["tasks"]) == 1)


def try_undoing(contract):
    """Links are shown in both cases and taken away; who watches no longer wants to."""
    book, plan = contract.book, contract.plan
    one, other = new_case(book, "return"), new_case(book, "resend")
    book.run("case", "link", other, one, "--kind", "follows", by="007")
    plan.check("both cases show the link", [len(shown(book, number)["links"]) for number in (one, other)] == [1, 1])
    book.run("case", "link", one, other, "--remove", by="007")
    plan.check("neither does when it was taken away, from whichever side", [len(shown(book, number)["links"]) for number in (one, other)] == [0, 0])
    contract.refuse("a link that is not there", 1, ["case", "link", one, other, "--remove"], f"not linked to {other}", by="007")
    book.run("case", "watch", one, by="007")
    done = book.run("case", "watch", one, "--remove", by="007")
    plan.check("nobody watches any more", done.status == 0 and shown(book, one)["watchers"] == [], str(done))
    contract.refuse("who does not watch", 1, ["case", "watch", one, "012", "--remove"], "daybookctl: ", by="007")


def try_hands(contract):
    """Whoever has found the result does not accept it (AS-07)."""
    book = contract.book
    number = new_case(book, "inquiry")
    book.run("case", "set", number, "handler=012", "need=x", "expected_at=tomorrow", by="007")
    book.run("case", "set", number, "result=y", "result_review=to_review", by="012")
    contract.refuse("the handler accepts", 1, ["case", "set", number, "result_review=accepted"], "does not review the result", by="012")
    done = book.run("case", "set", number, "result_review=accepted", by="007")
    contract.plan.check("the owner does", done.answer["result_review"] == "accepted", str(done))
