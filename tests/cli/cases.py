# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl case`: see contract.py. Whole lives of cases are in lives.py, lists of
them and a register of the shop's own in tastings.py."""

from book import Book
from lives import try_lives
from tasks import try_tasks
from tastings import try_tastings


def try_cases(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "3")
        order = order_of_three(contract.book)
        try_verbs(contract, order)
        try_together(contract)
        try_notes(contract)
        try_moves(contract)
        try_fields(contract)
        try_goods(contract, order)
        try_money(contract, order)
        try_handing(contract)
        try_people(contract)
        try_merging(contract, order)
        try_trash(contract)
        try_lives(contract, order)
        try_tastings(contract)
        try_tasks(contract, order)
        try_many(contract)
    finally:
        contract.book.close()
        contract.book = shop


def order_of_three(book):
    """The number of an order of three lines: one piece each of two, three of the last."""
    line = book.run("list", "order_lines", "--where", "quantity = 3 and position = 3").answer["rows"][0]
    return book.run("show", "order", line["order"]).answer["number"]


def shown(book, number):
    """The case with what hangs on it."""
    return book.run("show", "case", number).answer


def numbers(book, kind="cases"):
    """The numbers of all that are listed, newest first."""
    return [row["number"] for row in book.run("list", kind, "--limit", "0").answer["rows"]]


def new(book, *words):
    """The number of a new case."""
    return book.run("case", "new", *words, by="007").answer["number"]


def refuse_all(contract, said, by="007"):
    """Makes the points that each of these is refused with its sentence, and that nothing has changed by it."""
    before = contract.book.run("history", "--limit", "1").answer
    for what, status, words, sentence in said:
        contract.refuse(what, status, ["case", *words], sentence, by=by)
    contract.plan.check("and nothing has changed", contract.book.run("history", "--limit", "1").answer == before)


# --- Each verb --------------------------------------------------------------------------------


def try_verbs(contract, order):
    """What each says, and what is in the lists then."""
    book, plan = contract.book, contract.plan
    contract.expect("case-new", "case", "new", "return", f"order={order}", "content=杯子太大", "channel=shop_chat",
                    "--line", "1", "--line", "3:2", by="007")
    contract.expect("case-set", "case", "set", "r-a1001", "reason=size", "refund=338", "subject=太大", by="007")
    contract.expect("case-move", "case", "move", "R-A1001", "agreed", "goods_back=yes", by="007")
    contract.expect("case-note", "case", "note", "R-A1001", "她明天寄", by="007")
    contract.expect("show-case", "show", "case", "R-A1001")
    acts = [row["title"] for row in book.run("history", "--limit", "4").answer["rows"]]
    plan.check("each is one act, which names the case",
               acts == ["R-A1001: Note", "R-A1001: Agreed", "R-A1001: Changed", "New: Return and refund"], str(acts))
    again = book.run("case", "set", "R-A1001", "reason=size", by="007")
    plan.check("the same again is none", again.answer["reason"] == "size"
               and book.run("history", "--limit", "1").answer["rows"][0]["title"] == "R-A1001: Note", str(again))

    case = shown(book, "R-A1001")
    ordered = case["refs"]["order"]
    plan.check("by id it is the same, and by the kind of its register",
               shown(book, case["id"]) == case == book.run("show", "cases.return", "R-A1001").answer)
    plan.check("the order gave it customer, shop, currency and platform",
               all(case[field] == ordered[field] is not None for field in ("customer", "shop", "currency", "platform")), str(case))
    plan.check("its goods are lines of the order, one piece where nothing is said",
               [(part["line"], part["quantity"]) for part in case["lines"]]
               == [(ordered["lines"][0]["id"], 1), (ordered["lines"][2]["id"], 2)], str(case["lines"]))
    whole = book.run("show", "order", order).answer
    plan.check("the order shows its case, and what was written into it",
               [row["number"] for row in whole["cases"]] == ["R-A1001"] and [row["text"] for row in whole["events"]] == ["她明天寄"])

    book.run("case", "set", "R-A1001", "content+=明天寄", "subject=", by="007")
    case = shown(book, "R-A1001")
    plan.check("a line is added to what is there, and nothing behind the sign empties",
               (case["content"], case["subject"]) == ("杯子太大\n明天寄", None), str(case))
    for kind in ("cases", "cases.return", "case_lines", "events"):
        contract.expect(f"list-{kind.replace('.', '-')}", "list", kind)
    text = book.text("show", "case", "R-A1001").text
    plan.check("people see fields under the register's names", "\nGoods come back        yes\n" in text and "\nEvents\n" in text, text)
    text = book.text("list", "cases").text
    plan.check("and in lists the number, not the id", "R-A1001" in text and case["id"] not in text, text)


def try_together(contract):
    """Links to other cases, and those who want to know."""
    book, plan = contract.book, contract.plan
    contract.expect("case-new-plain", "case", "new", "resend", by="007")
    for again in ("", " again"):
        done = book.run("case", "link", "S-A1001", "R-A1001", "--kind", "follows", by="007")
        links = shown(book, "S-A1001")["links"]
        plan.check(f"a link is made{again}, once", done.status == 0 and not contract.validate("case", done.answer)
                   and [link["other"] for link in links] == [shown(book, "R-A1001")["id"]], f"{done} {links}")
    plan.check("the kind of a link is told", shown(book, "S-A1001")["links"][0].get("case_link_kind") == "follows")
    book.run("case", "link", "S-A1001", "R-A1001", "--kind", "duplicate", by="007")
    plan.check("and said anew it is another", shown(book, "S-A1001")["links"][0].get("case_link_kind") == "duplicate")
    for words, codes in (([], ["007"]), (["012"], ["007", "012"]), (["陈露"], ["007", "012"])):
        done = book.run("case", "watch", "R-A1001", *words, by="007")
        watching = [book.run("show", "agents", row["agent"]).answer["code"] for row in shown(book, "R-A1001")["watchers"]]
        plan.check(f"{' '.join(words) or 'who acts'} watches, once",
                   done.status == 0 and not contract.validate("case", done.answer) and watching == codes, f"{done} {watching}")
    for kind, total in (("case_links", 1), ("watchers", 2), ("attachments", 0), ("tasks", 0)):
        listed = book.run("list", kind).answer
        plan.none(f"{kind} as the schema says", filter(None, [contract.validate("list", listed)]))
        plan.check(f"there are {total} {kind}", listed["total"] == total, str(listed))
    for kind, number, rows in (("case_link", "S-A1001", "links"), ("watcher", "R-A1001", "watchers"), ("case_line", "R-A1001", "lines"),
                               ("event", "R-A1001", "events")):
        seen = book.run("show", kind, shown(book, number)[rows][0]["id"]).answer
        plan.none(f"one {kind} as the schema says", filter(None, [contract.validate("show", seen)]))
        plan.check(f"a {kind} shows its case", seen["refs"]["case"]["number"] == number, str(seen))
    book.run("delete", "watchers", shown(book, "R-A1001")["watchers"][1]["id"], by="007")
    plan.check("whoever no longer wants to is taken off", len(shown(book, "R-A1001")["watchers"]) == 1)
    refuse_all(contract, [
        ("one case with itself", 2, ["link", "R-A1001", "R-A1001"], "Name two cases"),
        ("a link of no kind", 2, ["link", "R-A1001", "S-A1001", "--kind", "pink"], "related, follows or duplicate"),
        ("a link to no case", 1, ["link", "R-A1001", "R-A9999"], "Case “R-A9999” does not exist"),
        ("a link to nothing", 2, ["link", "R-A1001"], "link ID ID"),
        ("nobody watches", 1, ["watch", "R-A1001", "nobody"], "Agent “nobody” does not exist"),
        ("no verb", 2, [], "case new REGISTER"),
        ("a verb nobody knows", 2, ["close", "R-A1001"], "case new REGISTER"),
        ("too many words", 2, ["watch", "R-A1001", "007", "012"], "That is too much"),
    ])


NOTES = (
    (["好的", "--kind", "told", "--channel", "wechat", "--by", "2026-11-23T12:00"], {"promised_at": "2026-11-23T12:00:00+08:00"}),
    (["--kind", "call", "--channel", "phone"], {}),
    (["寄出了", "--kind", "heard"], {}),
    (["要换颜色吗？", "--kind", "question", "--to", "012"], {}),
    (["看看怎么办", "--kind", "escalated"], {"level": 1, "handler": None}),
    (["请今天定", "--kind", "escalated", "--to", "陈露", "--by", "today+1"],
     {"level": 2, "need": "请今天定", "expected_at": "2026-11-23T00:00:00+08:00"}),
    (["缺照片", "--kind", "sent_back"], {"result_review": "sent_back"}),
    (["先退一半", "--kind", "money", "--amount", "12.50", "--way", "alipay", "--reference", "A-77"], {}),
    (["--kind", "money", "--amount", "-3"], {}),
    (["--kind", "goods", "--reference", "SF100"], {}),
    (["很细心", "--kind", "opinion"], {}),
)


def try_notes(contract):
    """Every kind of note, and what follows from it for the case."""
    book, plan = contract.book, contract.plan
    number = new(book, "inquiry", "name=李小龙", "contact=13800001111")
    for words, follows in NOTES:
        done = book.run("case", "note", number, *words, by="007")
        kind = words[words.index("--kind") + 1]
        told = {field: done.answer[field] for field in follows} if done.status == 0 else None
        plan.check(f"{kind}: written, and what follows from it", told == follows and not contract.validate("case", done.answer), str(done))
    contract.expect("list-events-all", "list", "events", "--where", f"case = {number}", "--sort", "text")
    case = shown(book, number)
    plan.check("the one it was given to is its handler", case["refs"]["handler"]["code"] == "012", str(case["refs"]))
    contract.plan.none("and all of it as the schema says", filter(None, [contract.validate("show", case)]))
    bare = new(book, "inquiry")
    refuse_all(contract, [
        ("a note without words", 1, ["note", number], "Nothing was written"),
        ("a note of blanks", 1, ["note", number, " \n"], "Nothing was written"),
        ("told, and nothing is said", 1, ["note", number, "--kind", "told"], "Nothing was written"),
        ("money without an amount", 1, ["note", number, "--kind", "money", "先退"], "Say which amount was moved"),
        ("money of none", 1, ["note", number, "--kind", "money", "--amount", "0"], "Say which amount was moved"),
        ("an amount that is none", 1, ["note", number, "--kind", "money", "--amount", "5x"], "“5x” is not an amount"),
        ("a way that is none", 1, ["note", number, "--kind", "money", "--amount", "5", "--way", "pigeon"], "alipay"),
        ("a kind that is none", 1, ["note", number, "x", "--kind", "pink"], "sent_back"),
        ("a channel that is none", 1, ["note", number, "x", "--channel", "pigeon"], "shop_chat"),
        ("a time that is none", 1, ["note", number, "x", "--kind", "told", "--by", "soon"], "“soon”: A time is expected"),
        ("to nobody", 1, ["note", number, "x", "--kind", "question", "--to", "nobody"], "Agent “nobody” does not exist"),
        ("to a superior, who is not told by when", 1, ["note", number, "x", "--kind", "escalated", "--to", "012"],
         "by when an answer is expected"),
        ("to a superior, who cannot reach the customer", 1, ["note", bare, "x", "--kind", "escalated"], "how the customer is reached"),
        ("what merging writes", 2, ["note", number, "--kind", "merged"], "daybookctl case merge"),
        ("an amount of what is no money", 2, ["note", number, "x", "--amount", "5"], "--kind money"),
        ("a note to no case", 1, ["note", "Z-A1001", "x"], "Case “Z-A1001” does not exist"),
        ("more than one text", 2, ["note", number, "a", "b"], "That is too much"),
    ])


# --- What is refused --------------------------------------------------------------------------


def try_moves(contract):
    """Only where the register leads, and with all that the stage demands."""
    book, plan = contract.book, contract.plan
    number = new(book, "return")
    complaint = new(book, "complaint")
    refuse_all(contract, [
        ("a move that is not allowed", 1, ["move", number, "refunded"], "From “Asked for” a case does not go to “Refunded”"),
        ("a move as a field is one", 1, ["set", number, "stage=refunded"], "From “Asked for” a case does not go to “Refunded”"),
        ("a new case at an end it does not come to at once", 1, ["new", "return", "stage=refunded"], "does not go to “Refunded”"),
        ("a stage nobody knows", 1, ["move", number, "eaten"], "“Returns” has no stage “eaten”"),
        ("a stage of another register", 1, ["move", number, "filed"], "“Returns” has no stage “filed”"),
        ("no stage", 2, ["move", number], "move ID… STAGE"),
        ("what one field demands", 1, ["move", number, "agreed"], "“Agreed” needs: Reason."),
        ("all that is missing is named", 1, ["move", complaint, "recorded"],
         "“Recorded” needs: Content, When it happened, Who is concerned."),
        ("what is missing still", 1, ["move", complaint, "recorded", "people=小周"], "“Recorded” needs: Content, When it happened."),
        ("an end without answers", 1, ["move", number, "withdrawn"],
         "Before a case is closed, this is answered: Result, Cause, Customer was told, Customer is satisfied."),
        ("an end with one of them", 1, ["move", number, "withdrawn", "told=no"], "this is answered: Result, Cause."),
        ("an end, and the result is to be reviewed", 1,
         ["move", number, "withdrawn", "result=x", "cause=buyer", "told=no", "result_review=to_review"], "accept it before the case is closed"),
    ])
    book.run("case", "move", number, "agreed", "reason=size", by="007")
    refuse_all(contract, [
        ("what the stage demands is not taken away there", 1, ["set", number, "reason="], "“Agreed” needs: Reason."),
        ("goods, of which there are none", 1, ["move", number, "received", "condition=good"], "“Received” needs: What comes back."),
    ])
    settled = book.run("case", "new", "return", "stage=refused", "result=用过了", "cause=buyer", "told=yes", "satisfied=no", by="007")
    plan.check("what was settled while it was told is written down as such",
               settled.status == 0 and settled.answer["closed_at"] == "2026-11-22T10:00:00+08:00", str(settled))


def try_many(contract):
    """Several at once: what may go goes as one act, the rest is named."""
    book, plan = contract.book, contract.plan
    those = [new(book, "return", *words) for words in (["reason=size"], [], ["reason=late"])]
    done = contract.expect("case-move-many", "case", "move", *those, those[0], "agreed", status=3, by="007")
    stages = [shown(book, number)["stage"] for number in those]
    plan.check("two of three went, and the third is named", stages == ["agreed", "asked", "agreed"]
               and [row["number"] for row in done["refused"]] == [those[1]], f"{stages} {done}")
    book.run("undo", by="007")
    plan.check("and one undo takes both back", all(shown(book, number)["stage"] == "asked" for number in those))
    text = book.text("--as", "007", "case", "move", *those, "agreed").text
    plan.check("the same for people", text == f"2 cases moved to “Agreed”\n{those[1]}: “Agreed” needs: Reason.\n", text)
    again = book.run("case", "move", those[0], those[2], "agreed", by="007")
    plan.check("where nothing is to do nothing is done", (again.status, again.answer["act"]) == (0, None), str(again))
    refuse_all(contract, [
        ("none of several may go", 1, ["move", those[0], those[2], "partly"], f"{those[2]}: From “Agreed” a case does not go"),
        ("several, and one nobody knows", 1, ["move", *those, "R-A9999", "received"], "Case “R-A9999” does not exist"),
        ("several, and a field nobody knows", 2, ["move", *those, "received", "beauty=1"], "no field “beauty”"),
        ("fields and no stage", 2, ["move", those[0], "reason=size"], "which stage"),
    ])
    for number in those:
        book.run("case", "move", number, "withdrawn", "result=x", "cause=buyer", "told=yes", "satisfied=yes", by="007")


def try_fields(contract):
    """Values that are none, and fields that nobody writes."""
    number = numbers(contract.book, "cases.return")[-1]
    refuse_all(contract, [
        ("a register nobody knows", 1, ["new", "wishes"], "There is no register “wishes”"),
        ("no register", 2, ["new"], "new REGISTER"),
        ("a field nobody knows", 2, ["set", number, "beauty=1"], "Returns have no field “beauty”"),
        ("a field of another register", 2, ["set", number, "severity=minor"], "Returns have no field “severity”"),
        ("no field at all", 2, ["set", number, "red"], "“red” is not FIELD=VALUE"),
        ("a line to what has none", 2, ["set", number, "reason+=size"], "reason=VALUE"),
        ("a choice that is none", 1, ["set", number, "condition=pink"], "“condition” is one of: good, opened, damaged"),
        ("a reason that is none", 1, ["set", number, "reason=pink"], "“reason” is one of: size, unwanted"),
        ("an answer that is none", 1, ["set", number, "told=maybe"], "“told” is one of: unknown, yes, no"),
        ("a time that is none", 1, ["set", number, "received_at=2026-13-40"], "“2026-13-40”: A time is expected"),
        ("an amount that is none", 1, ["set", number, "refund=many"], "“many” is not an amount"),
        ("an order that is none", 1, ["set", number, "order=12"], "Order “12” does not exist"),
        ("nobody's case", 1, ["set", number, "owner=nobody"], "Agent “nobody” does not exist"),
        ("the number", 2, ["new", "return", "number=R-A9"], "“number” is not set by hand"),
        ("the register", 2, ["set", number, "register=complaint"], "“register” is not set by hand"),
        ("when it was closed", 2, ["set", number, "closed_at=now"], "“closed_at” is not set by hand"),
        ("how often it was opened again", 2, ["set", number, "reopened=7"], "“reopened” is not set by hand"),
        ("into which it was merged", 2, ["set", number, "merged_into=R-A1001"], "“merged_into” is not set by hand"),
        ("what the platform says", 1, ["new", "return", "platform_deadline=tomorrow"], "only an import changes it"),
        ("a case nobody knows", 1, ["set", "R-A9999", "reason=size"], "Case “R-A9999” does not exist"),
        ("an order in the place of a case", 1, ["set", order_of_three(contract.book), "reason=size"], "does not exist"),
        ("no such option", 2, ["new", "return", "--colour"], "--colour"),
    ])
    contract.refuse("a stage with set, which would follow no rule of closing", 2, ["set", "cases", number, "stage=withdrawn"],
                    "daybookctl case move", by="007")
    for kind, says in (("cases.wishes", "“cases.wishes” names no register"), ("orders.return", "names no register")):
        contract.refuse(f"a list of {kind}", 2, ["list", kind], says)
    contract.refuse("a field of one register in the list of all", 2, ["list", "cases", "--where", "condition = good"],
                    "“condition” is not a field of cases")


def try_goods(contract, order):
    """Goods by place, SKU and name; no more of them than there are."""
    book, plan = contract.book, contract.plan
    lines = book.run("show", "order", order).answer["lines"]
    number = new(book, "damage", f"order={order}", "--line", f"{lines[2]['sku']}:3:2:1", "--line", f"{lines[1]['id']}", "--line", "木盒:2")
    parts = shown(book, number)["lines"]
    told = [(part["line"], part["title"], part["quantity"], part["received"], part["damaged"]) for part in parts]
    plan.check("by SKU, by id, and what is in no order by its name",
               told == [(lines[2]["id"], "", 3, 2, 1), (lines[1]["id"], "", 1, None, None), (None, "木盒", 2, None, None)], str(told))
    plan.check("the line of the order shows them",
               [part["id"] for part in book.run("show", "order_line", lines[1]["id"]).answer["case_lines"]] == [parts[1]["id"]])
    refuse_all(contract, [
        ("more than was bought", 1, ["new", "exchange", f"order={order}", "--line", "1:2"],
         "1 were bought, and 2 would be in cases like this one"),
        ("more than is left by cases like it", 1, ["new", "return", f"order={order}", "--line", "3:2"],
         "3 were bought, and 4 would be in cases"),
        ("more back than was bought", 1, ["new", "exchange", f"order={order}", "--line", "3:3:4"],
         "3 were bought, and 4 cannot have come back"),
        ("more damaged than came back", 1, ["new", "exchange", f"order={order}", "--line", "3:3:1:2"],
         "1 came back, and 2 of them cannot be damaged"),
        ("a quantity that is none", 1, ["new", "exchange", f"order={order}", "--line", "3:some"], "“3:some”: “some” is no quantity"),
        ("a line that the order has not", 1, ["new", "exchange", f"order={order}", "--line", "4"], "“4”: the order has 3 lines"),
        ("no goods", 1, ["new", "exchange", f"order={order}", "--line", ""], "Say which goods"),
        ("so many of none", 1, ["new", "exchange", f"order={order}", "--line", ":2"], "Say which goods"),
        ("less than nothing", 1, ["new", "exchange", f"order={order}", "--line", "3:-1"], "“3:-1”"),
    ])
    received = book.run("set", "case_lines", parts[0]["id"], "received=3", by="007")
    plan.check("what came back is written down when it comes",
               received.status == 0 and shown(book, number)["lines"][0]["received"] == 3, str(received))
    contract.refuse("and not more than that", 1, ["set", "case_lines", parts[0]["id"], "damaged=4"], "3 came back", by="007")


def try_money(contract, order):
    """What goes back is held against what was paid."""
    book, plan = contract.book, contract.plan
    paid = book.run("show", "order", order).answer["paid"]["minor"]
    wanted = shown(book, "R-A1001")["refund"]["minor"]
    left = paid - wanted
    number = new(book, "refund", f"order={order}", f"refund={left / 100:.2f}")
    plan.check("what is left may go back", shown(book, number)["refund"]["minor"] == left)
    refuse_all(contract, [
        ("more than was paid", 1, ["set", "R-A1001", "refund=99999"], "¥99,999.00 cannot go back"),
        ("more than is left", 1, ["set", number, f"refund={(left + 1) / 100:.2f}"], f"¥{wanted / 100:.2f} of it goes back by other cases"),
        ("less than nothing", 1, ["set", number, "refund=-1"], "not below zero"),
    ])
    book.run("delete", "case", number, by="007")
    other = new(book, "refund", f"order={order}", f"refund={left / 100:.2f}")
    plan.check("what is in the trash is not counted", shown(book, other)["refund"]["minor"] == left)
    book.run("case", "set", other, "refund=", by="007")
    free = new(book, "refund", "refund=99999")
    plan.check("of what was paid nobody knows there is no limit", shown(book, free)["refund"]["minor"] == 9999900)


def try_handing(contract):
    """Whoever is given a case is told what for, and by when."""
    book, plan = contract.book, contract.plan
    number = new(book, "return")
    says = "told what is required, and by when it is expected"
    refuse_all(contract, [
        ("handed over with no word", 1, ["set", number, "handler=012"], says),
        ("and no time", 1, ["set", number, "handler=012", "need=查物流"], says),
        ("and no need", 1, ["set", number, "handler=012", "expected_at=tomorrow"], says),
        ("a new one", 1, ["new", "return", "handler=012"], says),
        ("to one who is not given such cases", 1, ["new", "complaint", "handler=021", "need=x", "expected_at=tomorrow"],
         "Cases of “Complaints” are not given to people of this role"),
    ])
    done = book.run("case", "set", number, "handler=012", "need=查物流", "expected_at=tomorrow", by="007").answer
    plan.check("with both it is", (done["need"], done["expected_at"]) == ("查物流", "2026-11-23T00:00:00+08:00"), str(done))
    mine = book.run("case", "new", "return", "handler=007", by="007")
    plan.check("whoever keeps it need not be told", mine.status == 0, str(mine))


def try_people(contract):
    """Who may write."""
    book, plan = contract.book, contract.plan
    book.run("agent", "add", "王芳", "--code", "033", "--role", "read_only", by="Owner")
    every = (["new", "return"], ["set", "R-A1001", "subject=x"], ["move", "R-A1001", "received"], ["note", "R-A1001", "x"],
             ["merge", "R-A1001", "S-A1001", "--keep", "R-A1001"], ["link", "R-A1001", "S-A1001"], ["watch", "R-A1001"])
    refuse_all(contract, [(f"{words[0]}, by a reader", 1, words, "“王芳” may read but not change anything") for words in every], by="033")
    refuse_all(contract, [(f"{words[0]}, by nobody", 2, words, "say who acts with --as") for words in every], by=None)
    refuse_all(contract, [(f"{words[0]}, by a stranger", 1, words, "“nobody” does not exist") for words in every], by="nobody")
    plan.check("a reader reads", book.run("show", "case", "R-A1001", by="033").status == 0)
    alone = Book(book.program)
    try:
        done = alone.run("case", "new", "inquiry", "content=有货吗")
        plan.check("whoever is alone need not be named, and a case may be the first of a book",
                   done.status == 0 and done.answer["number"] == "Q-A1001", str(done))
        plan.check("the owner has it", shown(alone, "Q-A1001")["refs"]["owner"]["role"] == "owner")
    finally:
        alone.close()


def try_merging(contract, order):
    """Cases that are one."""
    book, plan = contract.book, contract.plan
    keep, other, third = (new(book, "inquiry", *words) for words in (
        [f"order={order}"], ["content=几时发货", "priority=high", "--line", "茶杯:2"], ["content=还没发"]))
    unlike = new(book, "return")
    refuse_all(contract, [
        ("merged, and nobody says into which", 2, ["merge", keep, other], "Say with --keep which of the cases stays"),
        ("into one that is not among them", 2, ["merge", keep, other, "--keep", third], "Say with --keep which of the cases stays"),
        ("one and itself", 1, ["merge", keep, keep, "--keep", keep], "At least two cases"),
        ("one alone", 2, ["merge", keep, "--keep", keep], "merge ID ID"),
        ("of different registers", 1, ["merge", keep, unlike, "--keep", keep], "Link them to each other instead"),
        ("with no case", 1, ["merge", keep, "Q-A9999", "--keep", keep], "Case “Q-A9999” does not exist"),
    ])
    before = shown(book, keep), shown(book, other)
    contract.expect("case-merge", "case", "merge", keep, other, "--keep", keep.lower(), by="007")
    kept, gone = shown(book, keep), shown(book, other)
    plan.check("what the kept one has not is the other's", (kept["content"], kept["priority"], kept["order"])
               == ("几时发货", "high", before[0]["order"]), str(kept))
    plan.check("so are the goods", [(part["title"], part["quantity"]) for part in kept["lines"]] == [("茶杯", 2)], str(kept["lines"]))
    plan.check("it says which it took in", [(event["event_kind"], event["reference"]) for event in kept["events"]] == [("merged", other)])
    plan.check("the other one points at it, and is in no list", gone["merged_into"] == kept["id"] and other not in numbers(book)
               and gone["refs"]["merged_into"]["number"] == keep, str(gone))
    says = f"“{other}” was merged into {keep}"
    refuse_all(contract, [
        ("merged twice", 1, ["merge", third, other, "--keep", third], says),
        ("what was merged is not changed", 1, ["set", other, "subject=x"], says),
        ("nor moved", 1, ["move", other, "answering"], says),
        ("nor written into", 1, ["note", other, "x"], says),
        ("nor linked", 1, ["link", third, other], says),
        ("nor watched", 1, ["watch", other], says),
    ])
    plan.check("undone, both are as they were",
               book.run("undo", by="007").status == 0 and (shown(book, keep), shown(book, other)) == before)
    book.run("redo", by="007")
    three = book.run("case", "merge", keep, third, "--keep", third, by="007")
    try_merging_goods(contract, order)
    plan.check("the kept one may be merged into a third",
               three.status == 0 and shown(book, keep)["merged_into"] == three.answer["id"], str(three))


def try_merging_goods(contract, order):
    """Three that are about the same goods are about them once."""
    book, plan = contract.book, contract.plan
    keep, *others = (new(book, "repair", f"order={order}", *words) for words in ([], ["--line", "3:1", "--line", "1"], ["--line", "3:1"]))
    kept = shown(book, keep)["id"]
    done = book.run("case", "merge", keep, *others, "--keep", kept, by="007")
    plan.check("each of the goods once, and the one that stays may be named by its id",
               done.status == 0 and [part["quantity"] for part in shown(book, keep)["lines"]] == [1, 1], f"{done} {shown(book, keep)['lines']}")
    left = book.run("case", "new", "repair", f"order={order}", "--line", "3:2", by="007")
    plan.check("what was merged holds no goods any more", left.status == 0, str(left))


def try_trash(contract):
    """Into the trash and back."""
    book, plan = contract.book, contract.plan
    number = new(book, "trace", "content=三天没动")
    case = shown(book, number)
    contract.expect("delete-case", "delete", "case", number, by="007")
    contract.expect("trash-case", "trash", "--limit", "1")
    plan.check("what is in the trash is in no list", number not in numbers(book) and number not in numbers(book, "cases.trace"))
    says = f"“{number}” is in the trash. Restore it first."
    refuse_all(contract, [
        ("what is in the trash is not changed", 1, ["set", number, "subject=x"], says),
        ("nor moved", 1, ["move", number, "asked"], says),
        ("nor written into", 1, ["note", number, "x"], says),
        ("nor merged", 1, ["merge", number, "R-A1001", "--keep", number], says),
        ("nor linked", 1, ["link", "R-A1001", number], says),
    ])
    plan.check("it has its number still", shown(book, number)["deleted"] is True)
    contract.expect("restore-row-case", "restore-row", number, by="007")
    plan.check("and is back by it", shown(book, number) == case)
    book.run("delete", "cases.trace", case["id"], by="007")
    plan.check("deleted by the kind of its register", number not in numbers(book))
    plan.check("the next one has the next number", new(book, "trace") == "T-A1002")
    book.run("undo", by="007")
    plan.check("also when that is undone", new(book, "trace") == "T-A1003")
