# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl grade` and `daybookctl activity`: see contract.py."""

from book import Book


def try_vips(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_grades(contract)
        try_proposals(contract)
        try_discount(contract)
        try_activities(contract)
        try_refusals(contract)
    finally:
        contract.book.close()
        contract.book = shop


def try_grades(contract):
    """They are off until somebody confirms them."""
    plan = contract.plan
    listed = contract.expect("grade-list", "grade", "list")
    plan.check("no grade is in use at first, but each has figures to begin with",
               [(row["used"], row["spent"] is not None) for row in listed["rows"]] == [(False, True)] * 3, str(listed))
    plan.check("and nobody is proposed", contract.book.run("grade", "proposals").answer["total"] == 0)
    grade = contract.expect("grade-set", "grade", "set", "vip_2", "name=金卡", "spent=200", "orders=null", "discount=7.5", "stacked=true", "interval=30", by="Owner")
    plan.check("what is set is in use", (grade["used"], grade["title"], grade["discount"], grade["orders"]) == (True, "金卡", 7.5, None), str(grade))


def try_proposals(contract):
    """With the reason; confirmed, declined, and taken back."""
    book, plan = contract.book, contract.plan
    found = contract.expect("grade-proposals", "grade", "proposals", "--limit", "2")
    plan.check("who has spent enough is proposed, with the reason",
               found["total"] > 2 and all(row["to"] == "vip_2" and "金卡" in row["why"] for row in found["rows"]), str(found))
    first, second = (row["id"] for row in found["rows"])
    contract.expect("grade-confirm", "grade", "confirm", first, by="007")
    plan.check("who was confirmed has the grade", book.run("show", "customers", first).answer["grade"] == "vip_2")
    contract.expect("grade-decline", "grade", "decline", second, by="007")
    left = book.run("grade", "proposals", "--limit", "0").answer
    plan.check("neither is proposed again", left["total"] == found["total"] - 2 and not {first, second} & {row["id"] for row in left["rows"]}, str(left))
    book.run("undo", by="007")
    plan.check("a decline that is taken back is", book.run("grade", "proposals").answer["total"] == found["total"] - 1)
    plan.check("all at once is one act", book.run("grade", "confirm", "--all", by="007").answer["changes"] == found["total"] - 1)
    plan.check("a customer of the grade is due to hear from the shop",
               any(row["key"].startswith("vip_contact:") for row in book.run("today", "--limit", "0").answer["rows"]))
    try_contacts(contract)
    book.run("grade", "set", "vip_2", "used=no", by="Owner")
    plan.check("a grade that is off takes nothing away", book.run("grade", "proposals").answer["total"] == 0)
    book.run("grade", "set", "vip_2", "used=yes", by="Owner")


def try_contacts(contract):
    """Who is to hear from the shop, with the next day to remember."""
    book, plan = contract.book, contract.plan
    listed = contract.expect("grade-contacts", "grade", "contacts", "--limit", "3")
    plan.check("nobody's days are known yet", listed["total"] > 0 and {row["next_day"] for row in listed["rows"]} == {None}, str(listed))
    one = listed["rows"][0]["id"]
    book.run("customer", "day", one, "05-03", "--lunar", "--name", "Leo", by="007")
    row = book.run("grade", "contacts", "--limit", "1").answer["rows"][0]
    plan.check("the next one stands beside the contact",
               (row["id"], row["next_day"]["name"], row["next_day"]["lunar"], row["next_day"]["in_days"] > 0) == (one, "Leo", True, True), str(row))
    listed = contract.expect("grade-contacts-day", "grade", "contacts", "--limit", "1")
    rest = book.run("grade", "contacts", "--limit", "0", "--after", one).answer
    plan.check("the others come after the first", len(rest["rows"]) == listed["total"] - 1, str(rest["total"]))
    book.run("undo", by="007")


def try_discount(contract):
    """What was taken off an order (OR-12)."""
    book, plan = contract.book, contract.plan
    order = book.run("list", "orders", "--limit", "1").answer["rows"][0]
    book.run("set", "orders", order["id"], "vip_off=5.50", by="007")
    plan.check("it is recorded", book.run("show", "orders", order["id"]).answer["vip_off"]["minor"] == 550)


def try_activities(contract):
    """A list, from making it to the last customer."""
    book, plan = contract.book, contract.plan
    vips = book.run("list", "customers", "--where", "grade = vip_2", "--limit", "0").answer["rows"]
    book.run("set", "customers", vips[0]["id"], "quiet=true", by="007")
    book.run("phrase", "new", "双十二", "--text", "{customer|亲}，双十二周五开始。", "--language", "zh_cn", by="007")
    made = contract.expect("activity-new", "activity", "new", "双十二", "--grade", "vip_2", "--phrase", "双十二", "--channel", "wechat", by="007")
    plan.check("who wants no messages is left out, and that is said",
               (made["customers"], made["open"], made["left_out_quiet"]) == (len(vips) - 1, len(vips) - 1, 1), str(made))
    contract.expect("activity-list", "activity", "list")
    line = contract.expect("activity-next", "activity", "next", "双十二")
    plan.check("the text is filled", "双十二周五开始。" in line["text"] and line["blanks"] == [], str(line))
    sent = contract.expect("activity-sent", "activity", "sent", "双十二", line["customer"], by="007")
    plan.check("it was sent", sent["outcome"] == "sent" and sent["at"] is not None, str(sent))
    told = [row for row in book.run("list", "events", "--limit", "0").answer["rows"] if row["customer"] == line["customer"] and row["event_kind"] == "told"]
    plan.check("it is written down as told", len(told) == 1 and told[0]["text"] == line["text"], str(told))
    contract.refuse("who was told is not told again", 1, ["activity", "sent", "双十二", line["customer"]], "done this one already", by="007")
    line = book.run("activity", "next", "双十二").answer
    contract.expect("activity-skip", "activity", "skip", "双十二", line["customer"], "--unwanted", "--note", "asked for it", by="007")
    plan.check("who wants none is on no list any more", book.run("show", "customers", line["customer"]).answer["quiet"] is True)
    shown = contract.expect("activity-show", "activity", "show", made["id"])
    plan.check("the list says how far it is", (shown["sent"], shown["unwanted"], shown["open"]) == (1, 1, len(vips) - 3), str(shown))
    try_for_whom(contract)
    ended = book.run("activity", "new", "one", "--where", f"id = '{vips[0]['id']}'", by="007")
    plan.check("a list of nobody is none", ended.status != 0)


def try_for_whom(contract):
    """Lists of what is counted: a segment of customer value, and whose day is near."""
    book, plan = contract.book, contract.plan
    segments = {row["segment"]: row["customers"] for row in book.run("report", "value").answer["parts"][0]["rows"]}
    segment = max(segments, key=segments.get)
    made = contract.expect("activity-segment", "activity", "new", "value", "--segment", segment, by="007")
    plan.check("those in the segment are on the list", made["customers"] + made["left_out_quiet"] == segments[segment], str((made, segments)))
    plan.check("and it is said how many have given no consent", made["no_consent"] == made["customers"], str(made))
    plan.check("nobody's day is near", book.run("activity", "new", "days", "--days", by="007").status != 0)
    customer = book.run("list", "customers", "--where", "quiet = false", "--limit", "1").answer["rows"][0]["id"]
    book.run("customer", "day", customer, "2020-12-03", by="007")
    made = book.run("activity", "new", "days", "--days", by="007").answer
    plan.check("whose day is near is on a list of days", made["customers"] == 1, str(made))
    contract.refuse("a segment that there is not", 1, ["activity", "new", "x", "--segment", "no"], "no segment", by="007")
    contract.refuse("a segment and days", 2, ["activity", "new", "x", "--segment", segment, "--days"], "either", by="007")


def try_refusals(contract):
    """With a sentence."""
    for name, status, words, sentence in (
            ("a grade that there is not", 1, ["grade", "set", "vip_9", "spent=1"], "vip_1, vip_2 and vip_3"),
            ("a discount of all", 1, ["grade", "set", "vip_1", "discount=100"], "0 to 99.9"),
            ("nobody named", 2, ["grade", "confirm"], "--all"),
            ("a list for nobody in particular", 2, ["activity", "new", "x"], "--where EXPR"),
            ("a list that there is not", 1, ["activity", "next", "no such"], "activity list"),
            ("no verb", 2, ["activity"], "activity new TITLE"),
            ("no verb of grades", 2, ["grade"], "grade list")):
        contract.refuse(name, status, words, sentence, by="Owner")
