# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl guard`: see contract.py."""

import json
import subprocess

from book import Book

TEXT = "亲👍，我 不 能 给您退，加微信13812341234聊，把密碼告诉我"


def try_guard(contract):
    """In a book of its own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_findings(contract)
        try_input(contract)
        try_contacts(contract)
        try_refused(contract)
        try_words(contract)
        try_many_words(contract)
        try_switches(contract)
        try_wrong_words(contract)
    finally:
        contract.book.close()
        contract.book = shop


def try_findings(contract):
    """What is found, and where."""
    book, plan = contract.book, contract.plan
    told = contract.expect("guard", "guard", TEXT, "--channel", "shop_chat")
    plan.check("offsets are those of characters", all(TEXT[one["start"]:one["end"]] == one["text"] for one in told["findings"]), str(told))
    plan.check("each by its rule", [one["rule"] for one in told["findings"]] == ["negative", "offplatform", "contact", "password"], str(told))
    elsewhere = book.run("guard", TEXT, "--channel", "wechat").answer["findings"]
    plan.check("a word is guarded in its channels only", [one["rule"] for one in elsewhere] == ["negative", "contact", "password"], str(elsewhere))
    anywhere = book.run("guard", TEXT).answer
    plan.check("without a channel all of them are", anywhere == told, str(anywhere))
    contract.expect("guard-nothing", "guard", "您好，请问有什么可以帮您？")
    text = book.text("guard", TEXT, "--channel", "shop_chat")
    better = [f"  Better: {one['instead']}" for one in told["findings"] if one["instead"]]
    plan.check("people see where, why and what is better", "[我 不 能]" in text.text and "  Contact: Private contacts" in text.text
               and better and set(better) <= set(text.text.splitlines()) and text.text.rstrip().endswith("4 places found."), str(text))
    plan.check("that there is nothing is told, too", book.text("guard", "您好").text == "Nothing found.\n")
    broken = book.text("guard", "I can’t\ndo it\x1b[2J")
    plan.check("a place is one line, whatever is around it", broken.text.startswith("[I can’t] do it [2J\n"), str(broken))


def feed(book, data, *words):
    """The guard on what it is fed."""
    return subprocess.run([book.program, "--data", str(book.folder), "--json", *(words or ("guard", "-"))], input=data, capture_output=True,
                          check=False, env=book.environment(), timeout=60)


def try_input(contract):
    """Standard input."""
    book, plan = contract.book, contract.plan
    done = feed(book, "Sorry,\nI can’t\n".encode())
    plan.check("- is standard input", done.returncode == 0 and b'"start":7,"end":14' in done.stdout, str(done))
    plan.check("an empty one is harmless", feed(book, b"").stdout == b'{"findings":[]}\n')
    for name, data, says in (("bytes that are no text", b"\xff\xfe", b"UTF-8"), ("a zero byte", b"a\0b", b"UTF-8"),
                             ("more than any message", b"a" * (1024 * 1024 + 1), b"too long")):
        done = feed(book, data)
        plan.check(f"{name}: exit 1 and a sentence", done.returncode == 1 and says in done.stderr and done.stdout == b"", str(done))


def try_contacts(contract):
    """The customer's own may be in it, and whoever learns so is written down."""
    book, plan = contract.book, contract.plan
    order = next(row for row in book.run("list", "orders", "--unmasked", "--limit", "0", by="007").answer["rows"]
                 if row["customer"] and row["phone"] and "*" not in row["phone"])
    text = f"您留的电话是{order['phone']}，对吗？我同事的是13812341234"
    plan.check("a stranger's and the customer's are found", len(book.run("guard", text).answer["findings"]) == 2)
    looks = book.run("audit", by="Owner").answer["total"]
    contract.refuse("whose phone it is, and nobody asks", 2, ["guard", text, "--for", order["number"]], "--as")
    case = book.run("case", "new", "inquiry", f"order={order['number']}", "subject=x", by="007").answer
    for name in (order["number"], order["customer"], case["number"]):
        left = book.run("guard", text, "--for", name, by="007").answer["findings"]
        plan.check("the customer's is not", [one["text"] for one in left] == ["13812341234"], str(left))
    log = book.run("audit", by="Owner").answer
    plan.check("each look is in the log", log["total"] == looks + 3 and {row["how"] for row in log["rows"][:3]} == {"search"}
               and {row["row_kind"] for row in log["rows"][:3]} == {"order", "customer", "case"}, str(log["rows"][:3]))
    book.run("guard", "您好，13812341234", "--for", order["number"])
    plan.check("what tells nothing is not", book.run("audit", by="Owner").answer["total"] == log["total"])


def try_refused(contract):
    """Wrong words."""
    contract.refuse("no text", 2, ["guard"], "TEXT")
    contract.refuse("two texts", 2, ["guard", "a", "b"], "too much")
    contract.refuse("no such channel", 1, ["guard", "a", "--channel", "taobao"], "shop_chat")
    contract.refuse("no such row", 1, ["guard", "a", "--for", "12"], "“12” does not exist")
    agent = contract.book.run("list", "agents").answer["rows"][0]["id"]
    contract.refuse("a row without contacts", 1, ["guard", "a", "--for", agent], "Only an order, a case or a customer")


def found(book, text, *words):
    """What is found in a text."""
    return [one["text"] for one in book.run("guard", text, *words).answer["findings"]]


def try_words(contract):
    """The shop's own words are added, changed and taken away; each is one act."""
    book, plan = contract.book, contract.plan
    contract.expect("guard-list", "guard", "list", "--rule", "colleague", "--limit", "3")
    plan.check("a new shop has none of its own", book.run("guard", "list", "--own").answer["total"] == 0)
    row = contract.expect("guard-add", "guard", "add", "没货", "--instead", "正在为您调货", "--why", "先说能做什么", "--channels", "shop_chat,wechat", by="007")
    plan.check("it is guarded, however it is written", found(book, "没 貨 了", "--channel", "wechat") == ["没 貨"])
    plan.check("and only where it is not said", not found(book, "没货", "--channel", "sms"))
    contract.refuse("it is there, in another spelling", 1, ["guard", "add", "没貨"], "“没貨” is guarded already", by="007")
    told = contract.expect("guard-set", "guard", "set", "没货", "instead=马上补货", "channels=", by="007")
    plan.check("it is the same row", told["id"] == row["id"])
    plan.check("the better wording is the new one", book.run("guard", "没货", "--channel", "sms").answer["findings"][0]["instead"] == "马上补货")
    listed = contract.expect("guard-list-own", "guard", "list", "--own", "--search", "補貨")
    plan.check("it is looked for in the better wording too", listed["total"] == 1)
    book.run("guard", "add", "今天没货就没货", "--spares", by="007")
    plan.check("what spares others is no finding", not found(book, "今天没货就没货"))
    contract.expect("guard-remove", "guard", "remove", "没货", "今天没货就没货", by="007")
    plan.check("they are gone, both with one act", not found(book, "没货") and book.run("guard", "list", "--own").answer["total"] == 0)
    book.run("undo", by="007")
    plan.check("and back", found(book, "没货") == ["没货"] and not found(book, "今天没货就没货"))
    text = book.text("guard", "list", "--own").text
    plan.check("people see a table", "没货" in text and "马上补货" in text and "The shop’s" in text and "May be said" in text, text)
    plan.check("with look-alike letters, too", book.run("guard", "add", "wechat", by="007").status == 0 and found(book, "我的wеchаt") == ["wеchаt"])


def try_many_words(contract):
    """Many at once, from standard input."""
    book, plan = contract.book, contract.plan
    done = feed(book, "秒杀\t特价\t太急\n没货\n\nv\n全网最低价，价格实在\n".encode(), "--as", "007", "guard", "add", "-", "--rule", "superlative")
    told = json.loads(done.stdout)
    plan.none("many: as the schema says", filter(None, [contract.validate("guard", told)]))
    plan.check("what is wrong with a line is said, the others are added", done.returncode == 3 and told["added"] == 2
               and [(one["line"], one["why"].split(":")[0]) for one in told["problems"]] == [(2, "Line 2"), (4, "Line 4")], str(done))
    rows = book.run("guard", "list", "--own", "--limit", "2").answer["rows"]
    plan.check("each with what its line says", [(row["text"], row["instead"], row["rule"]) for row in rows]
               == [("全网最低价", "价格实在", "superlative"), ("秒杀", "特价", "superlative")], str(rows))
    book.run("undo", by="007")
    plan.check("one undo takes them all back", not found(book, "秒杀"))
    again = feed(book, b"v\n", "--as", "007", "guard", "add", "-")
    plan.check("nothing to add: no act", json.loads(again.stdout)["act"] is None and again.returncode == 3, str(again))
    plan.check("bytes that are no text are refused", feed(book, b"\xff", "--as", "007", "guard", "add", "-").returncode == 1)


def try_switches(contract):
    """Rules and words that Daybook brings are switched off and on."""
    book, plan = contract.book, contract.plan
    contract.expect("guard-off", "guard", "off", "negative", by="Owner")
    plan.check("a rule that is off finds nothing", not found(book, "我不能给您退"))
    plan.check("the others do", found(book, "把密码告诉我") != [])
    off = book.run("guard", "list", "--off", "--limit", "0").answer["rows"]
    plan.check("its words are listed as off", {row["rule"] for row in off} == {"negative"}, str(len(off)))
    plan.check("what is off is off", book.run("guard", "off", "negative", by="Owner").answer["act"] is None)
    book.run("guard", "on", "negative", by="Owner")
    plan.check("and on again", found(book, "我不能给您退") == ["我不能"])
    one = contract.expect("guard-off-word", "guard", "off", "我不能", by="007")
    plan.check("one word that is off", one["changes"] == 1 and "我不能" not in found(book, "我不能给您退"))
    plan.check("is listed so, and is no word of the shop", [row["text"] for row in book.run("guard", "list", "--off").answer["rows"]] == ["我不能"]
               and book.run("guard", "list", "--own", "--search", "我不能").answer["total"] == 0)
    book.run("undo", by="007")
    plan.check("undo switches it on", found(book, "我不能给您退") == ["我不能"])
    book.run("guard", "off", "我不能", by="007")
    book.run("guard", "on", "我不能", by="007")
    plan.check("so does on", found(book, "我不能给您退") == ["我不能"])


def try_wrong_words(contract):
    """What is no word, no rule, or not theirs."""
    contract.refuse("nothing to add", 2, ["guard", "add"], "WORD", by="007")
    contract.refuse("one letter", 1, ["guard", "add", "v"], "single letter", by="007")
    contract.refuse("no such channel for it", 2, ["guard", "add", "秒杀", "--channels", "taobao"], "shop_chat", by="007")
    contract.refuse("a word that nobody guards", 1, ["guard", "remove", "你好呀"], "guards no word “你好呀”", by="007")
    contract.refuse("a word that Daybook brings", 1, ["guard", "remove", "我不能"], "switched off", by="007")
    contract.refuse("neither rule nor word", 1, ["guard", "off", "你好呀"], "neither a rule nor a word", by="007")
    contract.refuse("a rule is the lead's", 1, ["guard", "off", "negative"], "owner or a lead", by="012")
    contract.refuse("a field that it has not", 2, ["guard", "set", "没货", "colour=red"], "colour", by="007")
