# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl guard`: see contract.py."""

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


def feed(book, data):
    """The guard on what it is fed."""
    return subprocess.run([book.program, "--data", str(book.folder), "--json", "guard", "-"], input=data, capture_output=True,
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
