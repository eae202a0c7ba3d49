# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl print`: see contract.py. What is on the pages is read back by
pdftotext and the like."""

import os
import re
import shutil
import subprocess

from book import Book

PHONE, NAME = "13812341234", "Zhang Wei"


def try_prints(contract):
    """In a book of their own."""
    if not shutil.which("pdftotext"):
        contract.plan.skip("print", "poppler-utils is not installed")
        return
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "120", "--seed", "5")
        number = make_case(contract.book)
        try_case(contract, number)
        try_stages(contract, number)
        try_long_case(contract)
        try_form(contract)
        try_list(contract)
        try_script(contract, number)
        try_rights(contract, number)
        try_wrong(contract, number)
    finally:
        contract.book.close()
        contract.book = shop


def make_case(book):
    """A complaint of somebody in no customer's file, written into."""
    order = book.run("list", "orders", "--where", "stage = completed", "--limit", "1").answer["rows"][0]["number"]
    case = book.run("case", "new", "complaint", f"order={order}", "subject=The cup is broken", f"name={NAME}", f"contact={PHONE}",
                    "reason=product", "content=The handle came off on the first day.", "happened_at=2026-11-20T10:00", by="Owner").answer
    book.run("case", "note", case["number"], "A new one is on its way.", by="Owner")
    return case["number"]


def say(program, path):
    """What a program says of a PDF."""
    return subprocess.run([program, str(path), *(["-"] if program == "pdftotext" else [])], capture_output=True, check=True,
                          text=True).stdout


def pages_of(path):
    """What stands on each page."""
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True).stdout
    return text.split("\f")[:-1]


def fonts_of(path):
    """The fonts, and whether each is in the file."""
    lines = say("pdffonts", path).splitlines()[2:]
    return [(line.split()[0], line.split()[-5]) for line in lines]


def try_case(contract, number):
    """One case: what its register prints of it, masked."""
    book, plan = contract.book, contract.plan
    path = book.home / "case.pdf"
    answer = contract.expect("print-case", "print", "case", number, "--out", path, by="Owner")
    text = say("pdftotext", path)
    plan.check("as many pages as it says", f"Pages: {answer['pages']}" in re.sub(" +", " ", say("pdfinfo", path)), say("pdfinfo", path))
    plan.check("on A4", "(A4)" in say("pdfinfo", path))
    for wanted in (number, "The cup is broken", "The handle came off on the first day.", "A new one is on its way.", "2026-11-20 10:00",
                   "The complaint", "What Happened", "Handled by", "Printed 2026-11-22 10:00", "Page 1 of", "138****1234"):
        plan.check(f"it says “{wanted}”", wanted in text, text)
    plan.check("no phone and no name in full", PHONE not in text and NAME not in text, text)
    plan.check("nor anywhere in the file", PHONE.encode() not in path.read_bytes())
    plan.check("its fonts are in it", {there for _, there in fonts_of(path)} == {"yes"}, str(fonts_of(path)))
    plan.check("only its owner may read the file", path.stat().st_mode & 0o777 == 0o600)


def try_stages(contract, number):
    """Through which stages it went: what was undone it was not in."""
    book, plan = contract.book, contract.plan
    path = book.home / "stages.pdf"
    moved = book.run("case", "move", number, "recorded", "people=Lin", by="Owner")
    plan.check("it is moved", moved.status == 0, str(moved))
    book.run("print", "case", number, "--out", path, by="Owner")
    part = say("pdftotext", path).split("Stages")[1].split("What Happened")[0]
    plan.check("both stages are there", part.count("2026-11-22 10:00") == 2 and part.index("Accepted") < part.index("Recorded"), part)
    book.run("undo", by="Owner")
    book.run("print", "case", number, "--out", path, by="Owner")
    part = say("pdftotext", path).split("Stages")[1].split("What Happened")[0]
    plan.check("one that was undone is not", "Recorded" not in part and part.count("2026-11-22 10:00") == 1, part)


def try_long_case(contract):
    """A long text goes over as many pages as it needs, whole."""
    book, plan = contract.book, contract.plan
    path = book.home / "long.pdf"
    words = [f"w{number:04}" for number in range(2500)]
    case = book.run("case", "new", "inquiry", "subject=Long", "class=other", "content=" + " ".join(words), by="Owner").answer
    answer = book.run("print", "case", case["number"], "--out", path, by="Owner").answer
    found = re.findall(r"w\d{4}", say("pdftotext", path))
    plan.check("three pages at least", answer["pages"] >= 3, str(answer))
    plan.check("every word once, in order", found == words, str(found[:20]))


def try_form(contract):
    """A blank form has boxes for the words and nobody's data."""
    book, plan = contract.book, contract.plan
    path = book.home / "form.pdf"
    contract.expect("print-form", "print", "form", "return", "--out", path)
    text = say("pdftotext", path)
    for wanted in ("Returns", "Does not fit", "Quantity", "Who pays the freight", "Handled by"):
        plan.check(f"the form says “{wanted}”", wanted in text, text)
    keys = [row["key"] for row in book.run("register", "list").answer["rows"]]
    done = [book.run("print", "form", key, "--out", path) for key in keys]
    plan.check("every register has a form", all(one.status == 0 for one in done), "".join(map(str, done)))


def try_list(contract):
    """A list: every row once, its headings on each page, its amounts added up."""
    book, plan = contract.book, contract.plan
    path = book.home / "orders.pdf"
    where = ("--where", "currency = CNY", "--sort", "-paid")
    answer = contract.expect("print-list", "print", "list", "orders", "--out", path, *where, by="Owner")
    rows = book.run("list", "orders", "--limit", "0", *where).answer["rows"]
    pages = pages_of(path)
    plan.check("as many pages as it says", len(pages) == answer["pages"] > 1, str(answer))
    plan.check("its headings on each", all(page.count("Order number") == 1 for page in pages), pages[-1])
    found = [number for page in pages for number in re.findall(r"^ ?(\S+) ", page, re.MULTILINE) if number in {row["number"] for row in rows}]
    plan.check("every order once, in the order of the list", found == [row["number"] for row in rows], str(found))
    total = sum(row["paid"]["minor"] for row in rows if row["paid"])
    plan.check("and the sum", f"¥{total / 100:,.2f}" in pages[-1], pages[-1])
    receivers = {row["receiver"] for row in rows if row["receiver"]}
    plan.check("masked as it is in lists", all(name in "".join(pages) for name in list(receivers)[:5]), pages[0])
    book.run("print", "list", "orders", "--out", path, "--columns", "number,phone,address,receiver", by="Owner")
    full = [row for row in book.run("list", "orders", "--limit", "0", "--unmasked", by="Owner").answer["rows"] if row["phone"]]
    text = say("pdftotext", path)
    plan.check("no phone, name or address in full", full and not any(row[field] in text for row in full
                                                                       for field in ("phone", "receiver", "address") if row[field]), text)
    contract.expect("print-cases", "print", "list", "cases.complaint", "--out", path, by="Owner")
    plan.check("a register has its own columns", "Case number" in pages_of(path)[0], pages_of(path)[0])


def try_script(contract, number):
    """Chinese characters as they are written where the person reads."""
    book, plan = contract.book, contract.plan
    book.run("case", "note", number, "直接退还骨瓷杯", by="Owner")
    for language, script in (("zh_CN", "CJKsc"), ("zh_TW", "CJKtc")):
        path = book.home / f"{language}.pdf"
        book.run("print", "case", number, "--out", path, by="Owner", LANGUAGE=language)
        names = [name for name, _ in fonts_of(path) if "CJK" in name]
        plan.check(f"{language} has its own glyphs", names and all(script in name for name in names), str(fonts_of(path)))
        plan.check("and they are text", "直接退还骨瓷杯" in say("pdftotext", path), say("pdftotext", path))


def try_rights(contract, number):
    """Who may, and what is written down."""
    book, plan = contract.book, contract.plan
    path = book.home / "rights.pdf"
    contract.refuse("a list for an agent", 1, ["print", "list", "orders", "--out", path], "Only the owner or a lead", by="012")
    contract.refuse("a case in full for an agent", 1, ["print", "case", number, "--out", path, "--unmasked", "--basis", "order"], "", by="012")
    plan.check("nothing was written", not path.exists())
    plan.check("a case masked for an agent", book.run("print", "case", number, "--out", path, by="012").status == 0)
    before = book.run("audit", by="Owner").answer["total"]
    book.run("print", "case", number, "--out", path, "--unmasked", "--basis", "order", by="Owner")
    plan.check("in full where that is asked for", PHONE in say("pdftotext", path), say("pdftotext", path))
    plan.check("which is in the log", book.run("audit", by="Owner").answer["total"] == before + 1)
    book.run("print", "list", "cases.complaint", "--out", path, "--unmasked", "--basis", "order", "--columns", "number,contact",
             "--where", f"number = '{number}'", by="Owner")
    plan.check("a list likewise", PHONE in say("pdftotext", path) and book.run("audit", by="Owner").answer["total"] == before + 2)
    contract.refuse("in full without a basis", 2, ["print", "case", number, "--out", path, "--unmasked"], "--basis", by="Owner")
    contract.refuse("by consent that was not given", 1, ["print", "case", number, "--out", path, "--unmasked", "--basis", "consent"],
                    "has not given consent", by="Owner")
    contract.refuse("in full into no folder", 1, ["print", "case", number, "--out", book.home / "no/x.pdf", "--unmasked", "--basis", "order"],
                    "x.pdf", by="Owner")
    plan.check("which nobody has seen", book.run("audit", by="Owner").answer["total"] == before + 2)


def try_wrong(contract, number):
    """What cannot be printed, or not there."""
    book, plan = contract.book, contract.plan
    path = book.home / "wrong.pdf"
    contract.refuse("nothing to print", 2, ["print"], "case", by="Owner")
    contract.refuse("no such thing to print", 2, ["print", "beauty", "x"], "list", by="Owner")
    contract.refuse("a print to no file", 2, ["print", "case", number], "--out", by="Owner")
    contract.refuse("a print to another kind of file", 2, ["print", "case", number, "--out", book.home / "x.csv"], ".pdf", by="Owner")
    contract.refuse("other paper", 2, ["print", "case", number, "--out", path, "--paper", "letter"], "A4", by="Owner")
    contract.refuse("no such case", 1, ["print", "case", "R-Z9999", "--out", path], "R-Z9999", by="Owner")
    contract.refuse("no such register", 1, ["print", "form", "beauty", "--out", path], "beauty", by="Owner")
    contract.refuse("no such kind", 2, ["print", "list", "beauties", "--out", path], "beauties", by="Owner")
    contract.refuse("columns nobody knows", 2, ["print", "list", "orders", "--out", path, "--columns", "beauty"], "beauty", by="Owner")
    pipe = book.home / "pipe.pdf"
    os.mkfifo(pipe)
    contract.refuse("a print in the place of a pipe", 1, ["print", "case", number, "--out", pipe], "no file but a device or a pipe", by="Owner")
    plan.check("nothing was written", not path.exists() and not list(book.home.glob(".daybook-export-*")))
