# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of call-backs, surveys, trade contacts, campaigns and market notes: see contract.py."""

from book import Book

SUNDAY = "2026-11-22T10:00:00+08:00"


def try_calls(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_plans(contract)
        try_surveys(contract)
        try_contacts(contract)
        try_campaigns(contract)
    finally:
        contract.book.close()
        contract.book = shop


def find(rows, name):
    return next(row for row in rows if row["starter"] == name)


def try_plans(contract):
    """None is on by itself; one that is switched on says so, and whoever is no lead may not."""
    book, plan = contract.book, contract.plan
    rows = contract.expect("call-plan-list", "call", "plan", "list", now=SUNDAY)["rows"]
    plan.check("none is on by itself", len(rows) == 4 and not any(row["used"] or row["id"] for row in rows), str(rows))
    plan.check("without grades nobody is called now and then", find(rows, "vip_rhythm")["wants"] is not None, str(rows))
    contract.expect("call-plan-on", "call", "plan", "on", "after_return", by="Owner", now=SUNDAY)
    changed = contract.expect("call-plan-set", "call", "plan", "set", "after_complaint", "days=5", "grade=vip_1", by="Owner", now=SUNDAY)
    plan.check("one that was never on becomes the shop's, and stays off",
               (changed["days"], changed["grade"], changed["used"]) == (5, "vip_1", False), str(changed))
    contract.expect("call-plan-add", "call", "plan", "add", "大客户", "on=interval", "days=30", "grade=vip_2", "used=true", by="Owner", now=SUNDAY)
    rows = book.run("call", "plan", "list", now=SUNDAY).answer["rows"]
    plan.check("those in use come first", [row["used"] for row in rows] == [True, True, False, False, False], str(rows))
    contract.expect("call-plan-off", "call", "plan", "off", "大客户", by="Owner", now=SUNDAY)
    contract.refuse("whoever is no lead makes no plans", 1, ["call", "plan", "on", "after_delivery", "--as", "012"], "lead")
    contract.refuse("there is no such plan", 1, ["call", "plan", "on", "nothing", "--as", "001"], "nothing")


def try_surveys(contract):
    """Four answers, what they come to, and what is none."""
    book, plan = contract.book, contract.plan
    of = book.run("list", "customers", "--limit", "1", now=SUNDAY).answer["rows"][0]["id"]
    made = contract.expect("survey-add", "survey", "add", of, "--stars", "5,4,-,2", "--opinion", "包装再结实点", "--served", "007",
                           by="012", now=SUNDAY)
    plan.check("a dash is no answer", (made["convenience"], made["ability"], made["result"]) == (5, None, 2), str(made))
    book.run("survey", "add", of, "--stars", "3,3,3,3", "--served", "012", by="012", now=SUNDAY)
    contract.expect("survey-list", "survey", "list", now=SUNDAY)
    rows = contract.expect("survey-figures", "survey", "figures", "--by", "agent", now=SUNDAY)["rows"]
    plan.check("the lowest first", [row["average"] for row in rows] == [3.0, 3.67], str(rows))
    become = contract.expect("survey-case", "survey", "case", made["id"], "suggestion", by="Owner", now=SUNDAY)
    case = book.run("show", "case", become["suggestion"], now=SUNDAY).answer
    plan.check("the opinion is a suggestion", (case["register"], case["content"], case["customer"]) == ("suggestion", "包装再结实点", of), str(case))
    contract.refuse("it is one already", 1, ["survey", "case", made["id"], "suggestion", "--as", "Owner"], case["number"])
    contract.refuse("a survey becomes no refund", 2, ["survey", "case", made["id"], "refund", "--as", "012"], "refund")
    none = book.run("survey", "figures", "--until", "2026-01-01", now=SUNDAY).answer["rows"]
    plan.check("nobody was asked before", none == [], str(none))
    picture = book.home / "surveys.svg"
    book.run("survey", "figures", "--plot", str(picture), now=SUNDAY)
    plan.check("the four questions are drawn", picture.read_text().count("<svg") == 1, str(picture))
    contract.refuse("nothing is drawn of nobody", 1, ["survey", "figures", "--until", "2026-01-01", "--plot", str(picture)], "Nobody")
    contract.refuse("six stars are none", 2, ["survey", "add", of, "--stars", "6,1,1,1", "--as", "012"], "6,1,1,1")
    contract.refuse("nothing was answered", 1, ["survey", "add", of, "--as", "012"], "stars")


def try_contacts(contract):
    """A number typed oddly is kept, and the word guard knows it; the emergency list has an order."""
    book, plan = contract.book, contract.plan
    made = contract.expect("contact-add", "contact", "add", "顺丰王哥", "kind=courier", "phone=021-5555 1234 转 8", by="012", now=SUNDAY)
    plan.check("it is as it was typed", made["phone"] == "021-5555 1234 转 8", str(made))
    book.run("contact", "add", "机房", "kind=technical", by="012", now=SUNDAY)
    contract.expect("contact-emergency", "contact", "emergency", "机房", "顺丰王哥", by="012", now=SUNDAY)
    rows = book.run("contact", "emergency", now=SUNDAY).answer["rows"]
    plan.check("in this order", [row["name"] for row in rows] == ["机房", "顺丰王哥"], str(rows))
    found = book.run("guard", "请打 02155551234", now=SUNDAY).answer["findings"]
    plan.check("the word guard warns of the number", [one["rule"] for one in found] == ["contact"], str(found))
    contract.expect("contact-set", "contact", "set", "顺丰王哥", "for=丢件", by="012", now=SUNDAY)
    contract.expect("contact-remove", "contact", "remove", "机房", by="012", now=SUNDAY)
    plan.check("it is off the list", len(book.run("contact", "emergency", now=SUNDAY).answer["rows"]) == 1)


def try_due_campaign(contract):
    """What begins soon is due, is put off, and is done; moved to another day it is asked for anew."""
    book, plan = contract.book, contract.plan
    made = book.run("campaign", "add", "返场", "begins=2026-11-25", "ahead=5", by="012", now=SUNDAY).answer
    key = f"campaign:{made['id']}:20261125"

    def keys():
        return [row["key"] for row in book.run("today", "--limit", "0", now=SUNDAY).answer["rows"] if row["kind"] == "campaign"]

    plan.check("it is in Today", keys() == [key], str(keys()))
    contract.expect("campaign-explain", "explain", key, now=SUNDAY)
    book.run("snooze", key, "--until", "2026-11-24", by="012", now=SUNDAY)
    plan.check("it is put off", keys() == [], str(keys()))
    book.run("undo", by="012", now=SUNDAY)
    book.run("done", key, by="012", now=SUNDAY)
    plan.check("it is done", keys() == [], str(keys()))
    book.run("campaign", "set", made["id"], "begins=2026-11-26", by="012", now=SUNDAY)
    plan.check("another day is asked for anew", keys() == [key[:-8] + "20261126"], str(keys()))
    book.run("campaign", "remove", made["id"], by="012", now=SUNDAY)


def try_campaigns(contract):
    """By their day; and notes with the moment at which they were heard."""
    book, plan = contract.book, contract.plan
    contract.expect("campaign-add", "campaign", "add", "双11", "kind=platform", "begins=2026-11-11", "ends=2026-11-13", by="012", now=SUNDAY)
    book.run("campaign", "add", "年中", "begins=2026-06-18", by="012", now=SUNDAY)
    rows = contract.expect("campaign-list", "campaign", "list", now=SUNDAY)["rows"]
    plan.check("the first first", [row["title"] for row in rows] == ["年中", "双11"], str(rows))
    try_due_campaign(contract)
    note = contract.expect("market-add", "market", "add", "同行降价", "kind=competitor", "source=朋友圈", by="012", now=SUNDAY)
    plan.check("it has its moment", note["at"] == SUNDAY, str(note))
    contract.expect("market-list", "market", "list", now=SUNDAY)
