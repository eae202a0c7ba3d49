# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of the money of cases: the balance, the same goods twice, what the platform says,
and a case that is continued in another register. See contract.py."""

from book import Book

ORDERS = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
          "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,3,30.00\n"
          "#7002,c@b.c,paid,2026-11-20 11:00:00 +0800,0.00,CNY,128.00,Kettle,1,128.00\n")


def try_amounts(contract, orders, refunds):
    """In books of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        path = contract.book.home / "orders.csv"
        path.write_text(ORDERS, encoding="utf-8")
        contract.book.run("import", path)
        try_balance(contract)
        try_difference(contract)
        try_both(contract)
        try_continued(contract)
        try_claims(contract)
        contract.book.close()
        contract.book = Book(shop.program)
        contract.book.run("import", orders)
        contract.book.run("import", refunds, "--platform", "tmall")
        try_platform(contract)
    finally:
        contract.book.close()
        contract.book = shop


def shown(book, number):
    """The case with what hangs on it."""
    return book.run("show", "cases", number).answer


def case(book, *words):
    """What a case command says."""
    return book.run("case", *words)


def try_balance(contract):
    """Refund less freight, by who pays; moved and left."""
    book, plan = contract.book, contract.plan
    case(book, "new", "return", "order=#7002", "reason=size", "--line", "1")
    plan.check("no money, no balance", shown(book, "R-A1001")["balance"] is None)
    case(book, "set", "R-A1001", "refund=128", "freight=8", "freight_by=shop")
    plan.check("what we bear ourselves is not the customer's", shown(book, "R-A1001")["balance"]["figures"] == "128.00 − 0.00 = 128.00")
    case(book, "set", "R-A1001", "freight_by=buyer")
    case(book, "note", "R-A1001", "--kind", "money", "--amount", "50", "--way", "cash")
    found = contract.expect("show-case-balance", "show", "cases", "R-A1001")["balance"]
    plan.check("a part is moved, the rest is left",
               (found["state"], found["figures"], found["due_minor"], found["moved_minor"], found["left_minor"])
               == ("partly", "128.00 − 8.00 = 120.00", 12000, 5000, 7000), str(found))
    text = book.text("show", "cases", "R-A1001").text
    plan.check("people read the sum and its words",
               "\n128.00 − 8.00 = 120.00\n¥120.00 goes to the customer: ¥50.00 moved, ¥70.00 left.\n"
               "To be refunded ¥128.00 · Freight back ¥8.00 (The buyer)\n" in text, text)
    book.run("undo")
    plan.check("undone, nothing was moved", shown(book, "R-A1001")["balance"]["state"] == "to_pay")
    book.run("delete", "case", "R-A1001")


def try_difference(contract):
    """What the buyer owes is owed until it has come."""
    book, plan = contract.book, contract.plan
    case(book, "new", "exchange", "order=#7001", "reason=size", "wanted=Mug", "difference=30", "difference_by=buyer", "--line", "1:2")
    found = shown(book, "X-A1001")["balance"]
    plan.check("the difference is owed", (found["state"], found["owed_minor"]) == ("owed", 3000), str(found))
    case(book, "note", "X-A1001", "--kind", "money", "--amount=-10")
    found = shown(book, "X-A1001")["balance"]
    plan.check("less what came in", (found["state"], found["owed_minor"], found["left_minor"]) == ("partly", 2000, -2000), str(found))
    case(book, "note", "X-A1001", "--kind", "money", "--amount=-20")
    plan.check("until all of it has", shown(book, "X-A1001")["balance"]["state"] == "settled")


def try_both(contract):
    """An exchange and a refund of the same two cups of three."""
    book, plan = contract.book, contract.plan
    case(book, "new", "return", "order=#7001", "reason=size", "--line", "1:2")
    says = "X-A1001 sends other goods for these. Say first that both are meant"
    before = book.run("history", "--limit", "1").answer
    contract.refuse("a refund of goods that are exchanged", 1, ["case", "set", "R-A1002", "refund=60"], says, by="Owner")
    contract.refuse("money for them", 1, ["case", "note", "R-A1002", "--kind", "money", "--amount", "60"], says, by="Owner")
    contract.refuse("a new one with a refund", 1, ["case", "new", "refund", "order=#7001", "refund=10"], says, by="Owner")
    contract.refuse("both, without the other's number", 1, ["case", "note", "R-A1002", "since half is lost", "--kind", "both"],
                    "Say with the number of the other case", by="Owner")
    contract.refuse("both, without a reason", 1, ["case", "note", "R-A1002", "--kind", "both", "--reference", "X-A1001"],
                    "Nothing was written", by="Owner")
    plan.check("and nothing has changed", book.run("history", "--limit", "1").answer == before)
    plan.check("the other case is told", [(one["number"], one["confirmed"]) for one in shown(book, "R-A1002")["doubles"]] == [("X-A1001", False)])
    plan.check("to people, too", "Careful: X-A1001 is about the same goods." in book.text("show", "cases", "R-A1002").text)
    case(book, "note", "R-A1002", "half of it is lost", "--kind", "both", "--reference", "X-A1001")
    done = case(book, "set", "R-A1002", "refund=60")
    plan.check("once somebody has said why, it goes", done.status == 0 and shown(book, "R-A1002")["doubles"][0]["confirmed"], str(done))
    plan.check("and the exchange knows of the refund", [one["number"] for one in shown(book, "X-A1001")["doubles"]] == ["R-A1002"])
    case(book, "set", "R-A1002", "refund=")


def try_continued(contract):
    """The exchange turns out a refund."""
    book, plan = contract.book, contract.plan
    contract.refuse("into a register where it does not lead", 1, ["case", "continue", "X-A1001", "review"],
                    "A case of “Exchanges” is not continued as “Review”", by="Owner")
    contract.refuse("into none", 1, ["case", "continue", "X-A1001", "nothing"], "There is no register “nothing”", by="Owner")
    contract.refuse("without one", 2, ["case", "continue", "X-A1001"], "continue ID REGISTER", by="Owner")
    new = contract.expect("case-continue", "case", "continue", "X-A1001", "refund", "no mugs left", by="Owner")
    old, whole = shown(book, "X-A1001"), shown(book, new["number"])
    plan.check("the old one has ended, and says why",
               (old["stage"], old["result"]) == ("continued", "Continued as “Refund only”: no mugs left"), str(old))
    plan.check("what is known has moved along", (whole["order"], [part["quantity"] for part in whole["lines"]]) == (old["order"], [2]), str(whole))
    plan.check("and they are linked", [(link["other"], link["case_link_kind"]) for link in whole["links"]] == [(old["id"], "follows")])
    plan.check("no task to call was made of it", not old["tasks"])
    book.run("undo")
    plan.check("one undo takes all of it back", shown(book, "X-A1001")["stage"] == "asked" and shown(book, new["number"])["deleted"])
    case(book, "set", "R-A1002", "refund=60", "freight_by=shop")
    for stage in ("agreed", "refunding"):
        case(book, "move", "R-A1002", stage)
    contract.refuse("money is on its way", 1, ["case", "continue", "R-A1002", "repair"], "From “Refunding” a case is not continued", by="Owner")


def try_claims(contract):
    """Claimed of the courier: open until it is said what came of it."""
    book, plan = contract.book, contract.plan
    case(book, "new", "damage", "order=#7002", "claim=40", "claimed_on=2026-11-21", "ticket=K1")
    case(book, "new", "damage", "order=#7002")
    listed = ["list", "cases.damage", "--where", "claim > 0 and courier_paid = null"]
    plan.check("what is claimed is open", [row["number"] for row in book.run(*listed).answer["rows"]] == ["D-A1001"])
    case(book, "set", "D-A1001", "courier_paid=0")
    plan.check("also one that came to nothing is closed", book.run(*listed).answer["total"] == 0)
    new = case(book, "continue", "D-A1001", "resend").answer
    plan.check("the case that follows stands in it", (shown(book, "D-A1001")["follow"], shown(book, "D-A1001")["stage"]) == (new["id"], "asked"))
    plan.check("and knows where it comes from", shown(book, new["number"])["belongs"] == shown(book, "D-A1001")["id"])


def try_platform(contract):
    """What the list of refunds says of the same order."""
    book, plan = contract.book, contract.plan
    case(book, "new", "refund", "order=3000000000000000001", "refund=30")
    found = contract.expect("show-case-platform", "show", "cases", "F-A1001")["platform_money"]
    plan.check("it has paid, and nobody wrote it down",
               (found["verdict"], found["source"], found["refunded_minor"], found["written_minor"], found["number"])
               == ("differs", "list", 3000, 0, "120001"), str(found))
    text = book.text("show", "cases", "F-A1001").text
    plan.check("both figures are said", "refunded ¥30.00" in text and "refund 120001, but by the book ¥0.00 went that way." in text, text)
    case(book, "note", "F-A1001", "--kind", "money", "--amount", "30", "--way", "platform", "--reference", "120001")
    found = shown(book, "F-A1001")
    plan.check("written down, it agrees", (found["platform_money"]["verdict"], found["balance"]["state"]) == ("agrees", "settled"), str(found))
    case(book, "new", "return", "order=3000000000000000002")
    found = shown(book, "R-A1001")["platform_money"]
    plan.check("what is asked for there waits", (found["verdict"], found["waiting_minor"]) == ("waits", 19600), str(found))
