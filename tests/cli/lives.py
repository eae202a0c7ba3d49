# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole lives of cases, as daybookctl leads them; cases.py calls it."""


def try_lives(contract, order):
    """Each register has its own stages; what follows from them is the same."""
    try_return(contract, order)
    try_undoing(contract)
    try_complaint(contract, order)
    try_exchange(contract, order)
    try_review(contract, order)


def shown(book, number):
    """The case with what hangs on it."""
    return book.run("show", "case", number).answer


def lead(contract, number, steps, now="2026-11-24T09:00:00+08:00"):
    """Moves a case from stage to stage; where that is refused, a point says so."""
    for stage, *fields in steps:
        done = contract.book.run("case", "move", number, stage, *fields, by="007", now=now)
        contract.plan.check(f"{number} goes to {stage}", done.status == 0 and done.answer["stage"] == stage, str(done))


# --- A return, from the request to the money ----------------------------------------------------

RETURN = (
    ("agreed", "reason=unwanted", "goods_back=yes"),
    ("on_the_way", "back=SF1234567890", "back_courier=顺丰"),
    ("received", "condition=opened", "received_at=2026-11-23T16:00"),
    ("refunding", "refund=70", "freight=8", "freight_by=buyer"),
    ("partly",),
)
END = ("result=退了", "cause=buyer", "told=no")
STATE = ("deleted", "stage", "stage_since", "closed_at", "reopened", "told", "satisfied", "result", "reason", "back", "condition", "refund")


def state(book, number):
    """What the steps of a life change: fields, and how much hangs on it."""
    case = shown(book, number)
    return [case[field] for field in STATE] + [len(case[part]) for part in ("lines", "events", "tasks")]


def try_return(contract, order):
    """One piece of three, with two payments; closed, and opened again."""
    book, plan = contract.book, contract.plan
    number = book.run("case", "new", "return", f"order={order}", "content=买多了", "--line", "3:1", by="007").answer["number"]
    book.life = [state(book, number)]

    def step(*words):
        done = book.run("case", *words, by="007", now="2026-11-24T09:00:00+08:00")
        book.life.append(state(book, number))
        return done

    for stage, *fields in RETURN:
        done = step("move", number, stage, *fields)
        plan.check(f"a return goes to {stage}", done.status == 0 and done.answer["stage"] == stage
                   and done.answer["stage_since"] == "2026-11-24T09:00:00+08:00", str(done))
    step("note", number, "--kind", "money", "--amount", "40", "--way", "platform")
    step("note", number, "余下的", "--kind", "money", "--amount", "30", "--way", "alipay", "--reference", "2026112400")
    contract.refuse("an end without answers", 1, ["case", "move", number, "refunded"], "this is answered: Result, Cause", by="007")
    step("move", number, "refunded", *END)
    contract.expect("show-case-refunded", "show", "case", number)
    plan.check("it is closed", shown(book, number)["closed_at"] == "2026-11-24T09:00:00+08:00")
    contract.expect("list-tasks", "list", "tasks")
    task = shown(book, number)["tasks"][0]
    plan.check("who was not told is called back a day later, by the owner of the case",
               (task["task_kind"], task["due"], task["agent"]) == ("call_back", "2026-11-25T09:00:00+08:00", shown(book, number)["owner"]), str(task))
    seen = book.run("show", "task", task["id"]).answer
    plan.none("one task as the schema says", filter(None, [contract.validate("show", seen)]))
    plan.check("it shows case, order and customer",
               seen["refs"]["case"]["number"] == number and {"order", "customer", "agent"} <= set(seen["refs"]))
    contract.refuse("an end leads where the register says", 1, ["case", "move", number, "asked"], "From “Refunded”", by="007")
    step("move", number, "received")
    case = shown(book, number)
    plan.check("opened again it is counted, and asks anew",
               (case["reopened"], case["closed_at"], case["told"], case["satisfied"]) == (1, None, "unknown", "unknown"), str(case))
    step("move", number, "refunding")
    step("move", number, "refunded", "told=yes", "satisfied=yes")
    plan.check("who was told is not called back", len(shown(book, number)["tasks"]) == 1)
    step("move", number, "received")
    plan.check("and the second time is counted", shown(book, number)["reopened"] == 2)
    contract.expect("history-of-case", "history", "--of", number)
    book.number = number


def try_undoing(contract):
    """Step by step back to nothing, and forward again."""
    book, plan, life, number = contract.book, contract.plan, contract.book.life, contract.book.number
    for before, after in zip(life[-2::-1], life[:0:-1]):
        done = book.run("undo", by="007")
        plan.check(f"undone: {after[1]} is {before[1]} again",
                   done.status == 0 and done.answer["kept"] == [] and state(book, number) == before,
                   f"{done}\n{state(book, number)}\n{before}")
    contract.expect("undo-case", "undo", by="007")
    listed = book.run("list", "cases.return", "--where", f"number = {number}").answer
    plan.check("undone, there is none", shown(book, number)["deleted"] is True and listed["total"] == 0, str(listed))
    contract.expect("redo-case", "redo", by="007")
    for after in life[1:]:
        done = book.run("redo", by="007")
        plan.check(f"done again: {after[1]}", done.status == 0 and state(book, number) == after, f"{done}\n{state(book, number)}\n{after}")
    plan.check("the book is sound", book.run("verify").answer["sound"])


# --- A complaint, through all its stages --------------------------------------------------------

COMPLAINT = (
    ("recorded", "happened_at=2026-11-20T14:00", "people=小周", "demand=道歉"),
    ("checked", "severity=serious", "checked=chat,calls people", "findings=漏看了\n没转交"),
    ("cause", "cause=person", "because_of_service=yes", "concerned=021"),
    ("coordinating", "departments=仓库", "departments_due=2026-11-25T18:00"),
    ("submitted", "opinion=补一份礼品", "result=道歉并补发", "submitted_to=Owner"),
    ("confirmed", "decision=changed", "compensation=20"),
    ("archived", "told=yes"),
    ("analysed", "analysis=早班交接没写"),
    ("assessed", "assessment=培训"),
    ("called_back", "satisfied=yes", "evaluation=4", "evaluation_words=态度好"),
    ("filed",),
)


def try_complaint(contract, order):
    """Twelve stages; back from two of them; at the end the lead calls in any case."""
    book, plan = contract.book, contract.plan
    number = book.run("case", "new", "complaint", f"order={order}", "content=两天没人回", "channel=phone", "reason=slow",
                      "name=李小龙", "contact=13800001111", by="012").answer["number"]
    for stage, *_ in COMPLAINT[1:]:
        done = book.run("case", "move", number, stage, by="007")
        plan.check(f"no stage is left out: not from the first to {stage}",
                   done.status == 1 and "does not go to" in done.complaint, str(done))
    lead(contract, number, COMPLAINT[:2] + (("recorded",),) + COMPLAINT[1:])
    contract.expect("show-case-filed", "show", "case", number)
    case = shown(book, number)
    calls = {task["task_kind"]: task for task in case["tasks"]}
    plan.check("she is called first, and at the end", set(calls) == {"call", "call_back"}, str(case["tasks"]))
    task = calls["call_back"]
    plan.check("although she was told, she is called back three days later, by the lead",
               (task["due"], book.run("show", "agents", task["agent"]).answer["role"]) == ("2026-11-27T09:00:00+08:00", "lead"), str(task))
    plan.check("whoever took it is its owner", case["refs"]["owner"]["code"] == "012", str(case["refs"]))
    lead(contract, number, (("coordinating",),))
    contract.refuse("more stars than there are", 1, ["case", "set", number, "evaluation=6"], "Customer’s evaluation", by="007")
    improvement = book.run("case", "new", "improvement", "subject=交接单", by="007").answer
    done = book.run("case", "set", number, f"improvement={improvement['number']}", by="007")
    plan.check("what came of it is linked", done.answer["improvement"] == improvement["id"]
               and shown(book, number)["refs"]["improvement"]["number"] == improvement["number"], str(done))


# --- An exchange --------------------------------------------------------------------------------


def try_exchange(contract, order):
    """Goods in, goods out, with a parcel each way."""
    book, plan = contract.book, contract.plan
    number = book.run("case", "new", "exchange", f"order={order}", "--line", "3:1:1", by="007").answer["number"]
    contract.refuse("all that agreeing needs", 1, ["case", "move", number, "agreed"], "“Agreed” needs: Reason, What goes out.", by="007")
    lead(contract, number, (
        ("agreed", "reason=color", "wanted=青花 30cm", "reserved=yes"),
        ("on_the_way", "back=YT1000000001", "back_courier=圆通"),
        ("received", "condition=good", "received_at=now"),
        ("sending", "freight_by=shop", "difference=5", "difference_by=buyer"),
        ("sent", "out=SF2000000002", "out_courier=顺丰"),
        ("done", "result=换好了", "cause=advice", "told=yes", "satisfied=yes")))
    case = shown(book, number)
    plan.check("it has both parcels", [case[field] for field in ("back", "back_courier", "out", "out_courier")]
               == ["YT1000000001", "圆通", "SF2000000002", "顺丰"] and case["closed_at"] is not None and case["tasks"] == [], str(case))
    for part in ("YT1000000001", "2000000002", "sf2000"):
        found = [row["number"] for row in book.run("search", part).answer["rows"] if row["kind"] == "case"]
        plan.check(f"found by {part}", found == [number], str(found))
    contract.expect("search-case", "search", "SF2000000002")


# --- A bad review (RV-01 to RV-03) ---------------------------------------------------------------


def try_review(contract, order):
    """Called within half an hour, made good, changed by the buyer; a good one is thanked."""
    book, plan = contract.book, contract.plan
    number = book.run("case", "new", "review", f"order={order}", "rating=bad", "stars=1", by="007",
                      now="2026-11-24T09:00:00+08:00").answer["number"]
    task = shown(book, number)["tasks"][0]
    plan.check("the buyer is called within half an hour", (task["task_kind"], task["due"]) == ("call", "2026-11-24T09:30:00+08:00"), str(task))
    contract.refuse("what the buyer wrote is needed first", 1, ["case", "move", number, "contacting"], "needs", by="007")
    lead(contract, number, (
        ("contacting", "words=杯盖有裂纹"),
        ("no_answer", "calls=2"),
        ("contacting",),
        ("waiting", "solution=补发杯盖"),
        ("changed", "stars_after=5", "cause=packing", "result=补发后改为好评")))
    case = shown(book, number)
    plan.check("it is closed as changed, with what it turned out to be",
               case["closed_at"] is not None and (case["stars"], case["stars_after"], case["cause"]) == (1, 5, "packing"), str(case))
    good = book.run("case", "new", "review", "rating=good", "stars=5", by="007").answer["number"]
    contract.refuse("a good one is answered, too", 1, ["case", "move", good, "replied"], "needs", by="007")
    lead(contract, good, (("replied", "reply=谢谢您，欢迎再来"),))
    counted = {part["by"]: {row["key"]: row["total"] for row in part["rows"]}
               for part in book.run("register", "statistics", "review", "--months", "1", now="2026-11-24T10:00:00+08:00").answer["counted"]}
    plan.check("its cause and the stars are counted", counted["cause"].get("packing") == 1 and counted["stars"].get("5") == 1, str(counted))
