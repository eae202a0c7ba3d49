# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl customer`: see contract.py."""

from book import Book

NOW = "2026-04-30T12:00:00+08:00"


def try_customers(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        customers = contract.book.run("list", "customers", "--limit", "2", by="Owner").answer["rows"]
        try_ways(contract, *(row["id"] for row in customers))
        try_days(contract, customers[0]["id"])
        try_marks(contract, customers[0]["id"])
    finally:
        contract.book.close()
        contract.book = shop


def try_ways(contract, first, second):
    """A phone is found, and an account is somebody's."""
    book, plan = contract.book, contract.plan
    contact = contract.expect("customer-contact", "customer", "contact", first, "phone", "+86 138-1234 1234", "--until", "2026-05-20T18:00",
                              "--note", "office", by="Owner", now=NOW)
    plan.check("it is masked, and has its end", [contact["value"], contact["valid_until"]] == ["138****1234", "2026-05-20T18:00:00+08:00"], str(contact))
    plan.check("a full phone finds whose it is", [row["id"] for row in book.run("search", "13812341234", by="Owner").answer["rows"]] == [first])
    wechat = book.run("customer", "contact", first, "wechat", "zhang_san88", by="Owner").answer
    plan.check("so is a name in WeChat", wechat["value"] == "zh***88", str(wechat))
    contract.expect("customer-account", "customer", "account", first, "douyin", "bamboo", by="Owner")
    for name, words, sentence in (
            ("a phone that is none", ["contact", first, "phone", "ask her"], "is no phone number"),
            ("the same phone twice", ["contact", first, "phone", "13812341234"], "has it already"),
            ("a kind that is none", ["contact", first, "pager", "1"], "pager"),
            ("an account of somebody else's", ["account", second, "douyin", "bamboo"], "merge the two customers"),
            ("a masked account", ["account", second, "douyin", "b***o"], "stars")):
        contract.refuse(name, 1, ["customer", *words], sentence, by="Owner")
    contract.refuse("no verb", 2, ["customer"], "contact ID KIND VALUE", by="Owner")


def try_days(contract, customer):
    """A day is due each year, explained, and done for one."""
    book, plan = contract.book, contract.plan
    day = contract.expect("customer-day", "customer", "day", customer, "1990-05-03", "--ahead", "5", by="Owner", now=NOW)
    lunar = book.run("customer", "day", customer, "1990-05-03", "--lunar", "--kind", "wedding", by="Owner", now=NOW).answer
    plan.check("the lunar one says so", [lunar["lunar"], lunar["remembered_day_kind"]] == [True, "wedding"], str(lunar))
    days = contract.expect("customer-days", "customer", "days", by="Owner", now=NOW)
    plan.check("one comes within thirty days", [row["id"] for row in days["rows"]] == [day["id"]], str(days))
    further = book.run("customer", "days", "--within", "60", by="Owner", now=NOW).answer["rows"]
    plan.check("in sixty days both", [row["due"] for row in further] == ["2026-05-03T10:00:00+08:00", "2026-06-17T10:00:00+08:00"], str(further))
    key = days["rows"][0]["key"]
    plan.check("it stands in Today", key in [row["key"] for row in book.run("today", "--limit", "0", by="Owner", now=NOW).answer["rows"]])
    why = book.run("explain", key, by="Owner", now=NOW).answer["why"]
    plan.check("and says why", "turns 36" in why and "2026" in why, why)
    book.run("done", key, by="Owner", now=NOW)
    plan.check("done, it is not due this year", key not in [row["key"] for row in book.run("today", "--limit", "0", by="Owner", now=NOW).answer["rows"]])
    for name, status, words, sentence in (
            ("no day", 1, ["day", customer, "soon"], "is no day"),
            ("the 30th of February", 1, ["day", customer, "02-30"], "no such day"),
            ("a leap month that there was not", 1, ["day", customer, "1990-闰四月初一"], "no leap month 4"),
            ("once, and nobody knows when", 1, ["day", customer, "05-03", "--once"], "needs its year"),
            ("a listed birthday that there is not", 1, ["day", customer, "--listed"], "No list tells"),
            ("neither", 2, ["day", customer], "--listed")):
        contract.refuse(name, status, ["customer", *words], sentence, by="Owner", now=NOW)


def try_marks(contract, customer):
    """Tags and consent."""
    book, plan = contract.book, contract.plan
    tagged = contract.expect("customer-tag", "customer", "tag", customer, "#老客", "大件", by="Owner")
    plan.check("both are there", tagged["tags"] == "老客 大件", str(tagged))
    plan.check("and one is taken away", book.run("customer", "tag", customer, "大件", "--remove", by="Owner").answer["tags"] == "老客")
    consent = contract.expect("customer-consent", "customer", "consent", customer, "given", "--how", "in the chat", by="Owner", now=NOW)
    plan.check("with when and how", [consent["consent"], consent["consent_at"], consent["consent_how"]]
               == ["given", "2026-04-30T12:00:00+08:00", "in the chat"], str(consent))
    again = book.run("customer", "consent", customer, "unasked", by="Owner").answer
    plan.check("nobody asked, there is neither", [again["consent_at"], again["consent_how"]] == [None, None], str(again))
