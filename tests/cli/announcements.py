# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl announce` and `ack`: see contract.py."""

from book import Book

NOON = "2026-11-22T12:00:00+08:00"
ONE = "2026-11-22T13:00:00+08:00"
TWO = "2026-11-22T14:00:00+08:00"
MONDAY = "2026-11-23T18:00:00+08:00"


def try_announcements(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_announce(contract)
        try_ack(contract)
        try_articles(contract)
        try_refusals(contract)
    finally:
        contract.book.close()
        contract.book = shop


def unread(book, agent, now):
    """Titles of what the agent is to read first."""
    return [row["title"] for row in book.run("today", "--limit", "1", by=agent, now=now).answer["announcements"]]


def try_announce(contract):
    """It is called by its first line, and stands in everybody's Today."""
    book, plan = contract.book, contract.plan
    made = contract.expect("announce", "announce", "Sale on Friday\n\nAll socks, half price.", "--kind", "activity", "--until", "tomorrow 18:00", by="Owner", now=NOON)
    plan.check("its title is the first line", made["title"] == "Sale on Friday", str(made))
    plan.check("until tomorrow", made["until"] == MONDAY, str(made))
    long = book.run("announce", "货" * 100, by="Owner", now=ONE).answer
    plan.check("of a long line the first 80 characters", long["title"] == "货" * 80 and long["text"] == "货" * 100, str(long))
    special = contract.expect("announce-special", "announce", "Nothing can be paid.", "--title", "The till is broken", "--kind", "special", "--readers", "lead", by="Owner", now=NOON)
    plan.check("special issues stand above all others", unread(book, "007", TWO) == ["The till is broken", "货" * 80, "Sale on Friday"], str(unread(book, "007", TWO)))
    plan.check("and are for those who are to read them", unread(book, "Owner", TWO) == ["货" * 80, "Sale on Friday"], str(unread(book, "Owner", TWO)))
    plan.check("after its end it is gone", unread(book, "Owner", MONDAY) == ["货" * 80], str(unread(book, "Owner", MONDAY)))
    text = book.text("today", "--limit", "1", by="007", now=TWO).text
    plan.check("people read it above what is due", text.index("The till is broken") < text.index("Sale on Friday") < text.index("\n\n"), text)
    plan.check("and by which id it is said to be read", special["id"] in text, text)
    listed = book.run("list", "announcements", now=TWO).answer
    plan.check("the list has them all", listed["total"] == 3, str(listed))
    act = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("the history names it", act["title"] == "Announced: The till is broken", str(act))


def try_ack(contract):
    """Read by one, it is unread for the others."""
    book, plan = contract.book, contract.plan
    sale = next(row for row in book.run("list", "announcements").answer["rows"] if row["title"] == "Sale on Friday")
    mark = contract.expect("ack", "ack", sale["id"], by="007", now=ONE)
    again = book.run("ack", sale["id"], by="007", now=TWO).answer
    plan.check("twice is once", again == mark and mark["at"] == ONE, f"{mark} {again}")
    plan.check("007 has read it", "Sale on Friday" not in unread(book, "007", TWO))
    plan.check("the owner has not", "Sale on Friday" in unread(book, "Owner", TWO))
    shown = book.run("show", "announcement", sale["id"]).answer
    plan.check("it says who has", [row["agent"] for row in shown["read_marks"]] == [mark["agent"]], str(shown["read_marks"]))
    contract.expect("today-announcements", "today", "--limit", "1", by="007", now=TWO)
    book.run("undo", by="007")
    plan.check("undone, it is unread", "Sale on Friday" in unread(book, "007", TWO))


def try_articles(contract):
    """Articles that are to be read stand beside them, until they are."""
    book, plan = contract.book, contract.plan
    book.run("article", "new", "How to fold", "--body", "Lid first.", by="Owner", now=NOON)
    plan.check("nobody need read it", book.run("today", "--limit", "1", by="007", now=ONE).answer["articles"] == [])
    book.run("article", "set", "How to fold", f"read_by={MONDAY}", by="Owner", now=NOON)
    today = contract.expect("today-articles", "today", "--limit", "1", by="007", now=ONE)
    plan.check("then it stands in Today", [row["title"] for row in today["articles"]] == ["How to fold"], str(today))
    text = book.text("today", "--limit", "1", by="007", now=ONE).text
    plan.check("people read by when", "How to fold" in text and "by " in text.split("How to fold", maxsplit=1)[0], text)
    book.run("read", "How to fold", by="007", now=ONE)
    plan.check("read, it is gone", book.run("today", "--limit", "1", by="007", now=TWO).answer["articles"] == [])


def try_refusals(contract):
    """Bad words change nothing."""
    book = contract.book
    sale = next(row for row in book.run("list", "announcements").answer["rows"] if row["title"] == "Sale on Friday")
    contract.refuse("nothing said", 1, ["announce", " \n"], "Say what is announced", by="Owner")
    contract.refuse("no text", 2, ["announce"], "", by="Owner")
    contract.refuse("a kind that is none", 1, ["announce", "x", "--kind", "gossip"], "gossip", by="Owner")
    contract.refuse("an end that is over", 1, ["announce", "x", "--until", "2026-11-22T11:00:00+08:00"], "over already", by="Owner", now=NOON)
    contract.refuse("an article that is none", 1, ["announce", "x", "--article", sale["id"]], sale["id"], by="Owner")
    contract.refuse("nobody says so", 2, ["announce", "x"], "--as")
    contract.refuse("what is no announcement", 1, ["ack", "00000000-0000-7000-8000-000000000000"], "00000000-0000-7000-8000-000000000000", by="Owner")
    contract.book.run("delete", "announcement", sale["id"], by="Owner")
    contract.refuse("what is in the trash", 1, ["ack", sale["id"]], "trash", by="Owner")
    contract.plan.check("nothing came of it", book.run("list", "announcements").answer["total"] == 2)
