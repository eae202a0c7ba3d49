# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl phrase`: see contract.py."""

from book import Book

# An emoji is one character, as others are.
TEXT = "{greeting} 🐟, {?colour} or {?size}? {?Colour}!\n---\nOrder {order|of yours}: {product}, {amount}. {custmer}"
PLACEHOLDERS = ("customer", "nick", "order", "product", "quantity", "amount", "refund", "courier", "tracking", "case", "agent", "agent_no",
                "shop", "promise_time", "greeting", "today", "weekday")
CHINESE = "{customer|亲}，{promise_time}前给您答复，客服{agent|}{agent_no|}。"


def try_phrases(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_writing(contract)
        try_filling(contract)
        try_choosing(contract)
        try_lists(contract)
        try_refusals(contract)
    finally:
        contract.book.close()
        contract.book = shop


def new(book, *words, by="007"):
    """A new phrase."""
    return book.run("phrase", "new", *words, by=by).answer


def fill(book, *words, **how):
    """The answer of a phrase that is filled, and how it ended."""
    done = book.run("phrase", "fill", *words, **how)
    return done.answer, done.status


def try_writing(contract):
    """A phrase is written and changed; a slip in it is said."""
    book, plan = contract.book, contract.plan
    contract.expect("phrase-new", "phrase", "new", "Which one?", "--text", "{greeting}!", "--purpose", "inquiry", "--language", "en", "--key", "which_one",
                    "daypart=morning", "channels=wechat phone", "paths=Neither -> none_of_them", by="007")
    done = book.run("phrase", "set", "which_one", f"text={TEXT}", "daypart=", by="007")
    plan.check("a slip is said, and the text kept", done.answer["text"] == TEXT and done.complaint
               == "daybookctl: {custmer} is no placeholder: did you mean {customer}?\n", str(done))
    contract.expect("phrase-set", "phrase", "set", "which_one", "text+=---", "text+=As you like.", "promise=2h", by="007")
    plan.check("two lines are added", book.run("phrase", "fill", "which_one", "--variant", "3").answer["text"] == "As you like.")
    book.run("undo", by="007")
    plan.check("one undo takes both back", book.run("show", "phrase", done.answer["id"]).answer["text"] == TEXT)


def try_filling(contract):
    """What is known is put in; what is not is asked for."""
    book, plan = contract.book, contract.plan
    order = book.run("list", "orders", "--where", "stage = shipped", "--sort", "number", "--limit", "1", "--unmasked", by="Owner").answer["rows"][0]
    open_ = contract.expect("phrase-fill-open", "phrase", "fill", "which_one", status=3)
    for blank in open_["blanks"]:
        shown = [open_["text"][place["start"]:place["end"]] for place in blank["places"]]
        plan.check(f"{blank['name']}: it is where it says", shown == [f"[{blank['name']}]"] * len(shown), str(open_))
    plan.check("what is asked for twice is asked once", [(blank["name"], len(blank["places"])) for blank in open_["blanks"]]
               == [("colour", 2), ("size", 1)], str(open_))
    contract.expect("phrase-fill", "phrase", "fill", "which_one", "Colour=red", "size={order}")
    said, status = fill(book, "which_one", "--variant", "2", "--for", order["number"], "custmer=x", "shop=y")
    plan.check("of the order", status == 0 and said["text"].startswith(f"Order {order['number']}: ") and said["text"].endswith(" x"), str(said))
    said, status = fill(book, "which_one", "--variant", "2")
    plan.check("of nothing", status == 3 and said["text"] == "Order of yours: [product], [amount]. [custmer]", str(said))
    try_secrets(contract)
    done = book.text("phrase", "fill", "which_one", "colour=red")
    plan.check("for people the text, then what remains", (done.status, done.text) == (3, "Good morning 🐟, red or [size]? red!\n\nStill to be said: size\n"), str(done))


def try_secrets(contract):
    """Whatever a phrase asks for, what the screen covers is not told."""
    book, plan = contract.book, contract.plan
    new(book, "All", "--text", "".join(f"{{{name}|}} " for name in PLACEHOLDERS), "--key", "all")
    nicks = 0
    for order in book.run("list", "orders", "--limit", "0", "--unmasked", by="Owner").answer["rows"]:
        said, status = fill(book, "all", "--for", order["id"], by="007")
        covered = [order[name] for name in ("receiver", "phone", "email", "address") if order[name]]
        if "@" in (order["buyer"] or "@") or "*" in order["buyer"]:
            covered += [order["buyer"]] if order["buyer"] else []
        else:
            nicks += said["text"].count(order["buyer"]) == 2
        plan.check(f"{order['number']}: nobody is told what is covered", status == 0 and covered and not any(value in said["text"] for value in covered),
                   f"{said} {covered}")
    plan.check("nicks are told", nicks > 3, str(nicks))


def try_choosing(contract):
    """Of a case, in Chinese; of several with the same key the one that fits."""
    book, plan = contract.book, contract.plan
    new(book, "稍后答复", "--text", CHINESE, "--language", "zh_cn", "--key", "later", "promise=2h")
    new(book, "Later", "--text", "{customer|Hello}, you will hear from us {promise_time}.", "--language", "en", "--key", "later")
    order = book.run("list", "orders", "--where", "stage = shipped", "--sort", "number", "--limit", "1").answer["rows"][0]
    case = book.run("case", "new", "inquiry", f"order={order['number']}", by="007").answer["number"]
    said, status = fill(book, "later", "--language", "zh_cn", "--for", case, by="012")
    plan.check("the phrase's own promise, in its language, said by whoever speaks",
               status == 0 and "今天 12:00前给您答复" in said["text"] and said["text"].endswith("012。"), str(said))
    said, status = fill(book, "later", "--language", "zh_cn", "--promise", "tomorrow 10:00")
    plan.check("another promise, said by nobody in particular", (said["text"], status) == ("亲，明天 10:00前给您答复，客服。", 0), str(said))
    said, status = fill(book, "later")
    plan.check("in the language of the program", said["text"] == "Hello, you will hear from us [promise_time]." and status == 3, str(said))
    new(book, "Mine", "--text", "Soon.", "--language", "en", "--key", "later", "--own", by="012")
    plan.check("one's own comes first, for oneself alone",
               [fill(book, "later", by=by)[0]["text"][:5] for by in ("012", "021")] == ["Soon.", "Hello"])
    plan.check("it is found by its title too", fill(book, "稍后答复", "--promise", "1h")[1] == 0)


def try_lists(contract):
    """What there is, and how often it was of use."""
    book, plan = contract.book, contract.plan
    contract.expect("phrase-list", "phrase", "list")
    titles = [row["title"] for row in book.run("phrase", "list", by="012").answer["rows"]]
    plan.check("one's own is among one's own alone", "Mine" in titles and "Mine" not in
               [row["title"] for row in book.run("phrase", "list", by="021").answer["rows"]], str(titles))
    some = book.run("phrase", "list", "--purpose", "inquiry", "--language", "en", "--unused", "--most-used").answer
    plan.check("by purpose and language", [row["key"] for row in some["rows"]] == ["which_one"], str(some))
    first = book.run("phrase", "list", "--limit", "1").answer
    rest = book.run("phrase", "list", "--after", first["rows"][0]["id"]).answer
    plan.check("--limit and --after cut without a gap", first["total"] == rest["total"] == 1 + len(rest["rows"]), f"{first} {rest}")
    book.run("phrase", "set", "which_one", "retired=true", by="007")
    plan.check("what is retired is not offered", "which_one" not in [row["key"] for row in book.run("phrase", "list").answer["rows"]])
    plan.check("and is found nevertheless", fill(book, "which_one")[1] == 3)
    done = book.text("phrase", "list", "--purpose", "doubt")
    plan.check("of none it is said", done.text == "There are none.\n", str(done))


def try_refusals(contract):
    """Wrong words."""
    book = contract.book
    new(book, "Phone alone", "--text", "Hello.", "--key", "phone_alone", "channels=phone")
    for name, status, words, sentence in (
            ("a phrase that is not there", 1, ["fill", "nothing"], "Phrase “nothing” does not exist"),
            ("a value of nothing", 2, ["fill", "which_one", "red"], "NAME=VALUE"),
            ("what is not asked for", 2, ["fill", "which_one", "flavour=red"], "does not ask for “flavour”"),
            ("a way that is not there", 2, ["fill", "which_one", "--variant", "3"], "--variant takes 1 to 2"),
            ("no way at all", 2, ["fill", "which_one", "--variant", "0"], "--variant takes 1 to 2"),
            ("a promise that is none", 1, ["fill", "later", "--promise", "soonish"], "“soonish” is no time to come"),
            ("a channel that is none", 1, ["fill", "later", "--channel", "telegraph"], "telegraph"),
            ("another channel than it is for", 1, ["fill", "phone_alone", "--channel", "wechat"], "is for phone and not for wechat"),
            ("a language that is none", 1, ["fill", "later", "--language", "fr"], "fr"),
            ("for what is not there", 1, ["fill", "later", "--for", "Z-A1001"], "Z-A1001"),
            ("for what is nobody", 1, ["fill", "later", "--for", book.run("show", "agent", "007").answer["id"]], "no case, order or customer"),
            ("a phrase that says nothing", 2, ["new", "x"], "--text"),
            ("a purpose that is none", 1, ["new", "x", "--text", "y", "--purpose", "fun"], "fun"),
            ("a key that is none", 1, ["new", "x", "--text", "y", "--key", "A b"], "“A b” is no name"),
            ("paths to nowhere", 1, ["set", "later", "paths=too dear"], "leads to no phrase"),
            ("channels that are none", 1, ["set", "later", "channels=telegraph"], "“telegraph” is no channel"),
            ("a list for what is none", 1, ["list", "--purpose", "fun"], "fun"),
            ("no verb", 2, [], "phrase fill ID")):
        contract.refuse(name, status, ["phrase", *words], sentence, by="007")
    contract.refuse("nobody writes", 2, ["phrase", "new", "x", "--text", "y"], "--as")
