# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl trace`, and of what `today` and `rule list` say of orders: see contract.py."""

from book import Book

# The export, and the days after it in the shop's zone.
FILE = ("Name,Email,Financial Status,Fulfillment Status,Created at,Paid at,Fulfilled at,Refunded Amount,Currency,Total,"
        "Lineitem name,Lineitem quantity,Lineitem price,Shipping Method\n"
        "#7001,a@b.c,paid,unfulfilled,2026-11-20 10:00:00 +0800,2026-11-20 10:05:00 +0800,,0.00,CNY,90.00,Cup,1,90.00,\n"
        "#7002,b@b.c,pending,unfulfilled,2026-11-20 11:00:00 +0800,,,0.00,CNY,60.00,Cup,1,60.00,\n")
EXPORTED = "2026-11-20T12:00:00+08:00"
SAME_DAY = "2026-11-20T15:00:00+08:00"
NEXT_DAY = "2026-11-21T09:30:00+08:00"


def try_traces(contract):
    """In books of their own."""
    within_a_book(contract, try_stale)
    within_a_book(contract, try_parcels, try_follow_ups)


def within_a_book(contract, *tries):
    """One after the other, in a new book."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        for one in tries:
            one(contract)
    finally:
        contract.book.close()
        contract.book = shop


def states(book, now):
    """What is due of orders, and how sure that is."""
    rows = book.run("today", "--limit", "0", now=now).answer["rows"]
    return {f"{row['rule']} {row['title'].rpartition(' ')[2]}": row["state"] for row in rows if row["kind"] == "order"}


def try_stale(contract):
    """What rests on an export that is older than its time is not late, but not sure."""
    book, plan = contract.book, contract.plan
    path = book.home / "orders_export_202611201200.csv"
    path.write_text(FILE, encoding="utf-8")
    book.run("import", path, now=EXPORTED)
    plan.check("late by the export itself", states(book, EXPORTED).get("unpaid #7002") == "overdue", str(states(book, EXPORTED)))
    plan.check("near before the courier comes", states(book, SAME_DAY).get("unshipped #7001") == "soon", str(states(book, SAME_DAY)))
    plan.check("not sure after that", states(book, NEXT_DAY).get("unshipped #7001") == "stale", str(states(book, NEXT_DAY)))
    rows = book.run("today", "--limit", "0", now=NEXT_DAY).answer["rows"]
    stale = [row for row in rows if row["state"] == "stale"]
    plan.check("with the time of the export", stale and stale[0]["as_of"] == EXPORTED and "newest export of the order" in stale[0]["why"], str(stale))
    plan.check("for people too", "as of Yesterday 12:00" in book.text("today", now=NEXT_DAY).text, book.text("today", now=NEXT_DAY).text)
    later = book.run("today", "--limit", "0", now="2026-11-21T12:30:00+08:00").answer["rows"]
    plan.check("that it is old is one thing more", [row["rule"] for row in later if row["kind"] == "shop"] == ["stale"], str(later))


def try_parcels(contract):
    """Yesterday's parcels, one by one."""
    book, plan = contract.book, contract.plan
    book.run("sample", "--orders", "400", "--seed", "5", now=NEXT_DAY)
    rows = contract.expect("trace-list", "trace", "list", now=NEXT_DAY)["rows"]
    first, second, third = (row["title"] for row in rows[:3])
    plan.check("none was looked up", len(rows) > 3 and not any(row["looked_up"] or row["case"] for row in rows), str(rows[:3]))
    contract.expect("trace-moves", "trace", "moves", first, by="007", now=NEXT_DAY)
    contract.expect("trace-ask", "trace", "ask", second, by="007", now=NEXT_DAY)
    book.run("trace", "tell", second, by="007", now=NEXT_DAY)
    book.run("trace", "extend", second, third, by="007", now=NEXT_DAY)
    after = {row["title"]: row for row in book.run("trace", "list", now=NEXT_DAY).answer["rows"]}
    plan.check("it moves, and has no case", after[first]["looked_up"] == NEXT_DAY and after[first]["case"] is None, str(after[first]))
    plan.check("one case with all three steps", after[second]["case"] and after[second]["asked"] and after[second]["told"] and after[second]["extended"],
               str(after[second]))
    plan.check("several at once", after[third]["case"] and after[third]["extended"] and not after[third]["asked"], str(after[third]))
    case = book.run("show", "cases", after[second]["case"], now=NEXT_DAY).answer
    plan.check("in its register", case["register"] == "trace" and case["stage"] == "waiting" and case["parcel"] == after[second]["tracking"], str(case))
    plan.check("for people", second in book.text("trace", "list", now=NEXT_DAY).text)
    book.run("undo", by="007", now=NEXT_DAY)
    undone = {row["title"]: row for row in book.run("trace", "list", now=NEXT_DAY).answer["rows"]}
    plan.check("and back", not undone[second]["extended"] and undone[third]["case"] is None and undone[third]["looked_up"] is None, str(undone[third]))
    contract.refuse("no such order", 1, ["trace", "moves", "nothing"], "nothing", by="007")
    contract.refuse("no verb", 2, ["trace", "fly", first], "Say what to do")


def try_follow_ups(contract):
    """How many each would raise, and where it is off."""
    book, plan = contract.book, contract.plan
    rules = {row["key"]: row for row in book.run("rule", "list", now=NEXT_DAY).answer["rows"]}
    listed = book.run("today", "--limit", "0", now=NEXT_DAY).answer["rows"]
    for rule in ("unshipped", "confirm", "stock"):
        n = sum(row["rule"] == rule for row in listed)
        plan.check(f"as many as today has: {rule}", rules[rule]["now"] == n, f"{rules[rule]['now']} and {n}")
    plan.check("one that is off says what it would do", not rules["tell"]["used"] and rules["tell"]["now"] > 0, str(rules["tell"]))
    plan.check("and where it cannot", {"platform": "shopify", "why": "The platform does not end orders by itself."} in rules["confirm"]["off_for"],
               str(rules["confirm"]))
    plan.check("of other rules nobody counts", rules["respond"]["now"] is None and rules["respond"]["off_for"] == [])
    book.run("rule", "set", "unshipped", "at=09:00", by="001", now=NEXT_DAY)
    book.run("rule", "set", "tell", "used=yes", by="001", now=NEXT_DAY)
    changed = {row["key"]: row for row in book.run("rule", "list", now=NEXT_DAY).answer["rows"]}
    plan.check("another time of day", changed["unshipped"]["at"] == "09:00" and changed["tell"]["used"], str(changed["unshipped"]))
    told = [row for row in book.run("today", "--limit", "0", now=NEXT_DAY).answer["rows"] if row["rule"] == "tell"]
    plan.check("switched on, it raises what it said", len(told) == changed["tell"]["now"] > 0, f"{len(told)} and {changed['tell']['now']}")
    contract.refuse("no time of day", 1, ["rule", "set", "unshipped", "at=25:00"], "no time of day", by="001")
