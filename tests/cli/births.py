# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases that are born of imported rows, and of customers: see contract.py."""

from book import Book


def try_births(contract, fixtures):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "3")
        try_imports(contract, fixtures)
        try_switch(contract, fixtures)
        try_customer(contract)
    finally:
        contract.book.close()
        contract.book = shop


def numbers(book):
    """The numbers of all cases."""
    return sorted(row["number"] for row in book.run("list", "cases", "--limit", "0").answer["rows"])


def try_imports(contract, fixtures):
    """Each row of after-sales and each review is a case, once; the answers count them."""
    book, plan = contract.book, contract.plan
    refunds = ["import", fixtures / "refunds.csv", "--platform", "tmall"]
    ahead = book.run(*refunds, "--dry-run").answer
    plan.check("a dry run foresees them", ahead["cases"] == {"refund": 1, "return": 1} and not numbers(book), str(ahead))
    done = book.run(*refunds, by="Owner").answer
    plan.check("a list of refunds opens cases", done["cases"] == {"refund": 1, "return": 1}, str(done))
    plan.check("with the numbers of their registers", numbers(book) == ["F-A1001", "R-A1001"], str(numbers(book)))
    contract.expect("show-case-born", "show", "case", "R-A1001")
    case = book.run("show", "case", "R-A1001").answer
    plan.check("each with what the row says",
               (case["platform_number"], case["stage"], case["platform_deadline"], case["refund"]["minor"], case["back"])
               == ("120002", "on_the_way", "2026-11-28T11:00:00+08:00", 19600, "SF1234567890123"), str(case))
    plan.check("and in nobody's charge", case["owner"] is None)
    again = book.run(*refunds, by="Owner").answer
    plan.check("once", again["cases"] == {} and len(numbers(book)) == 2, str(again))
    said = book.text("--as", "Owner", "import", "--reviews", fixtures / "reviews.txt", "--platform", "jd")
    plan.check("reviews that were copied too, and people are told", "2 cases were opened: Reviews 2" in said.text, str(said))
    plan.check("a bad one waits for somebody, one that has its reply is over",
               {(row["rating"], row["stage"]) for row in book.run("list", "cases.review").answer["rows"]}
               == {("bad", "new"), ("good", "replied")}, book.run("list", "cases.review").text)
    orders = book.run("import", fixtures / "tmall.csv", "--platform", "tmall", "--dry-run").answer
    plan.check("a file of orders speaks of none", "cases" not in orders, str(orders))
    book.run("case", "note", "R-A1001", "她打过电话", by="007")
    act = next(row["id"] for row in book.run("history").answer["rows"] if row["title"] == "Imported refunds.csv")
    undone = book.run("undo", act, by="Owner")
    plan.check("undone, what nobody has worked on is gone", undone.status == 3 and "F-A1001" not in numbers(book)
               and "R-A1001" in numbers(book), str(undone))
    book.run("redo", by="Owner")
    plan.check("and back", "F-A1001" in numbers(book), str(numbers(book)))


def try_switch(contract, fixtures):
    """A register can do without cases from imports; those of rows that were there are opened when asked for."""
    book, plan = contract.book, contract.plan
    more = book.home / "more.csv"
    more.write_bytes((fixtures / "refunds.csv").read_bytes().replace(b"12000", b"13000"))
    contract.expect("register-births-off", "register", "births", "refund", "--off", by="Owner")
    done = book.run("import", more, "--platform", "tmall", by="Owner").answer
    plan.check("switched off, imports open none of it", done["cases"] == {"return": 1}, str(done))
    contract.expect("register-births", "register", "births", "refund")
    contract.expect("register-births-open", "register", "births", "refund", "--on", "--open", by="Owner")
    plan.check("then they are there", book.run("list", "cases", "--where", "platform_number = 130001").answer["total"] == 1)
    said = book.text("register", "births", "refund").text
    plan.check("people are told", "Refunds: imports open cases by themselves.\n0 imported rows have no case." in said, said)
    book.run("undo", by="Owner")
    plan.check("the opening is one act", book.run("list", "cases", "--where", "platform_number = 130001").answer["total"] == 0)
    contract.refuse("a register of which no cases are born", 1, ["register", "births", "complaint"], "“complaint”", by="Owner")
    contract.refuse("on and off", 2, ["register", "births", "refund", "--on", "--off"], "--off", by="Owner")


def try_customer(contract):
    """A case of a customer who speaks of no order."""
    book, plan = contract.book, contract.plan
    customer = book.run("list", "customers").answer["rows"][0]
    made = contract.expect("case-new-customer", "case", "new", "inquiry", "content=要开发票", "channel=phone", "class=business", "--customer",
                           customer["id"], by="007")
    plan.check("it is theirs, and nothing of them is written down twice",
               made["customer"] == customer["id"] and made["name"] is None and made["contact"] is None, str(made))
    accounts = {row["platform"] for row in book.run("list", "handles", "--limit", "0").answer["rows"] if row["customer"] == customer["id"]}
    plan.check("on their platform", {made["platform"]} == accounts, str(made))
    contract.refuse("a customer who is not there", 1, ["case", "new", "inquiry", "--customer", "nobody at all"], "“nobody at all”", by="007")
