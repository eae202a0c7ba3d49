#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who is everywhere in a book is erased, and then looked for in every byte of every file of its folder (RECORDS §10).

    erasing.py DAYBOOKCTL
"""

import csv
import io
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))
sys.path.insert(0, str(HERE))
import tap  # noqa: E402
import tmall  # noqa: E402
from book import Book  # noqa: E402
from passwords import secret  # noqa: E402
from picture import write_png  # noqa: E402

NAME, NICK, PHONE = "慕容雪晴", "xueqing_murong", "13987651234"
STREET, EMAIL, NICK_ABROAD = "听涛路八十八号望江苑", "xueqing.murong@example.com", "murongsnow"
OTHER = "欧阳修"
ALSO_AT, PAY_TO = "宁波市月湖街九十九号柳汀公寓", "6222020011112233445"
# As they stand in files, and as the index of words has them: Han text in pairs, folded.
TRACES = [NAME, NICK, PHONE, STREET, EMAIL, NICK_ABROAD, "慕容", "容雪", "雪晴", "听涛", "murong", "13987651234"[-8:], ALSO_AT, PAY_TO]


def orders(path, more=()):
    """A file of Tmall's with two orders of hers, one of somebody else's, and a row that is not taken."""
    rows = [("3801000000000104417", NICK, NAME, PHONE, "128.00"), ("3801000000000204528", NICK, NAME, PHONE, "256.50"),
            ("3801000000000304639", "tingyuxuan", OTHER, "13700001111", "99.00"),
            ("1.93068E+15", NICK, NAME, PHONE, "10.00"), *more]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(tmall.HEADER)
    for at, (number, nick, name, phone, money) in enumerate(rows):
        row = tmall.row_of(at, number, nick, name, tmall.TO_SHIP, money, "明前龙井 狮峰 100g")
        for head, cell in (("联系手机", phone), ("收货地址 ", f"浙江省 杭州市 西湖区 {STREET}" if name == NAME else "浙江省 杭州市"),
                           ("买家留言", f"请打 {PHONE}，{NAME}收" if name == NAME else ""), ("订单备注", "")):
            row[tmall.HEADER.index(head)] = cell
        writer.writerow(row)
    path.write_bytes(out.getvalue().encode("gb18030"))


def abroad(path):
    """One order of hers from a shop abroad."""
    path.write_text("Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,"
                    "Lineitem name,Lineitem price,Billing Name,Shipping Name,Shipping Street,Shipping City,Shipping Phone,Id\n"
                    f"#1001,{EMAIL},paid,2026-11-20 10:00:00 +0800,unfulfilled,USD,20.00,0.00,20.00,2026-11-20 09:59:00 +0800,1,"
                    f"Tea,20.00,{NAME},{NAME},{STREET},Hangzhou,{PHONE},5551001\n", encoding="utf-8")


def traces(folder):
    """Which of her traces are in which file."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            found += [f"{path.relative_to(folder)}: {trace}" for trace in TRACES if trace.encode() in content]
    return found


def customer_of(book, number):
    return book.run("show", "orders", number).answer["customer"]


def prepare(plan, book, files):
    """She is in orders of two platforms, a case with a photo, notes, what she was told, a problem, backups and the history."""
    for path, platform in files:
        done = book.run("import", path, "--platform", platform)
        plan.check(f"{path.name} is imported", done.status in (0, 3) and done.answer["new"] > 0, str(done))
    hers = customer_of(book, "3801000000000104417")
    also = customer_of(book, "#1001")
    book.run("set", "customer", hers, f"note={NAME} 喜欢绿茶，电话 {PHONE}")
    book.run("set", "customer", hers, "note=")
    book.run("undo")
    case = book.run("case", "new", "return", "order=3801000000000104417", f"content={NAME} 要退", "--customer", hers).answer
    picture = write_png(book.home / "photo.png", 40, 30, (200, 30, 30))
    noted = book.run("case", "note", case["number"], f"打了 {PHONE}，{NAME} 没接", "--attach", picture)
    plan.check("a case with a photo", noted.status == 0, str(noted))
    for words in (("resend", f"new_address={ALSO_AT}", "cost_by=shop"), ("refund", f"pay_to={PAY_TO}")):
        own = book.run("case", "new", *words, "order=3801000000000104417", "--customer", hers)
        plan.check(f"a case of the register {words[0]} with what it asks for", own.status == 0, str(own))
    book.run("task", "new", f"回访 {NAME}", "--due", "2026-11-25T10:00", "--for", hers)
    book.run("task", "new", f"问仓库：{NAME} 的包裹", "--due", "2026-11-25T11:00")
    book.run("reveal", hers, "name", "--reason", f"{NAME} 来电")
    merged = book.run("customer", "merge", hers, also, "--keep", hers)
    plan.check("two of her accounts are one customer", merged.status == 0, str(merged))
    book.run("backup")
    secret("correct horse", book.run, "backup")
    book.run("set", "customer", hers, "note=later")
    plan.check("she is in the book", len(traces(book.folder)) > 10)
    return hers, case


def try_export(plan, book, hers):
    """All that is known of her goes into a folder, and that it did is written down."""
    to = book.home / "hers"
    done = book.run("privacy", "export", hers, "--to", to)
    plan.check("what is known of her is exported", done.status == 0 and done.answer["files"] == 2, str(done))
    told = json.loads((to / "person.json").read_text(encoding="utf-8"))
    text = json.dumps(told, ensure_ascii=False)
    plan.check("with all her orders, in full", len(told["orders"]) == 3 and all(trace in text for trace in (NAME, PHONE, STREET, EMAIL)), text[:500])
    plan.check("her case, its history, and who looked", told["cases"] and told["history"] and told["reveals"], str(told.keys()))
    plan.check("not with others’", OTHER not in text)
    log = book.run("audit").answer["rows"]
    plan.check("and it is in the log", any(row["basis"] == "own" for row in log), str(log))
    again = book.run("privacy", "export", hers, "--to", to)
    plan.check("not into a folder that is in use", again.status == 1, str(again))


def try_erase(plan, book, hers):
    """Nothing of her is left, and all else is."""
    acts = [act["id"] for act in book.run("history", "--limit", "0").answer["rows"]]
    before = book.run("list", "orders").answer["total"]
    found = book.run("privacy", "find", NICK)
    plan.check("she is found, with how much hangs on her", found.status == 0 and found.answer["rows"][0]["orders"] == 3, str(found))
    refused = book.run("privacy", "erase", hers)
    plan.check("an encrypted backup wants its passphrase first", refused.status == 1 and len(traces(book.folder)) > 10, str(refused))
    wrong = secret("wrong horse", book.run, "privacy", "erase", hers)
    plan.check("the right one", wrong.status == 1 and len(traces(book.folder)) > 10, str(wrong))
    erased = secret("correct horse", book.run, "privacy", "erase", hers, "--reason", "asked by mail")
    plan.check("she is erased", erased.status == 0, str(erased))
    plan.none("no byte of her is left", traces(book.folder))
    plan.check("orders stay as figures", book.run("list", "orders").answer["total"] == before)
    order = book.run("show", "orders", "3801000000000104417", "--unmasked").answer
    plan.check("without a person", order["customer"] is None and order["receiver"] is None and order["paid"]["minor"] == 12800, str(order)[:600])
    plan.check("nobody else has lost anything", book.run("show", "orders", "3801000000000304639", "--unmasked").answer["receiver"] == OTHER)
    sound = book.run("verify")
    plan.check("the book is sound", sound.status == 0 and sound.answer["sound"], str(sound))
    newest = book.run("history", "--limit", "1").answer["rows"][0]
    plan.check("the history says that somebody was erased, not who", newest["what"] == "erase" and newest["agent"] is not None, str(newest))
    plan.check("which no undo takes back", book.run("undo", newest["id"]).status == 1)
    undone = [book.run("undo", act) for act in acts[:12]]
    plan.check("an undo says that she was erased", any(kept.get("reason") for done in undone if done.status == 3 for kept in done.answer["kept"]),
               "\n".join(map(str, undone)))
    plan.none("no undo brings her back", traces(book.folder))


def try_backups(plan, book):
    """Each backup is sound, and has her no more: opened, too."""
    for path in sorted((book.folder / "backups").iterdir()):
        other = Book(book.program)
        restored = secret("correct horse", other.run, "restore", path)
        plan.check(f"{path.suffix} restores", restored.status == 0, str(restored))
        plan.none(f"{path.suffix}: nothing of her", traces(other.folder))
        plan.check(f"{path.suffix}: orders are there", other.run("list", "orders").answer["total"] == 4)
        other.close()


def try_again(plan, book, files):
    """The same files bring the orders again, not her."""
    for path, platform in files:
        book.run("import", path, "--platform", platform)
    plan.none("the same files bring nothing of her", traces(book.folder))
    more = book.home / "more.csv"
    orders(more, [("3801000000000904417", NICK, NAME, PHONE, "88.00")])
    done = book.run("import", more, "--platform", "tmall")
    plan.check("a new order of hers comes as a figure", done.answer["new"] == 1
               and book.run("show", "orders", "3801000000000904417").answer["paid"]["minor"] == 8800, str(done))
    plan.none("and brings nothing of her", traces(book.folder))


def try_cut_off(plan, program):
    """What was begun is ended by the next start."""
    book = Book(program)
    path = book.home / "tmall.csv"
    orders(path)
    book.run("import", path, "--platform", "tmall")
    book.run("backup")
    hers = customer_of(book, "3801000000000104417")
    job = book.folder / "daybook.erasing"
    job.write_text(json.dumps({"customers": [hers], "strong": [PHONE], "weak": [NAME], "masked": [], "hashes": [], "files": []}))
    next_start = book.run("list", "customers")
    plan.check("the next start ends it and says so", next_start.status == 0 and next_start.answer["total"] == 1
               and "erased" in next_start.complaint, str(next_start))
    plan.none("nothing of her is left then", traces(book.folder))
    plan.check("nor of the job", not job.exists())
    book.close()


def try_shared(plan, program):
    """Who lives with her keeps the phone and the address that are theirs too."""
    book = Book(program)
    path = book.home / "tmall.csv"
    orders(path, [("3801000000000904417", "sister_of_hers", "慕容雨薇", PHONE, "88.00")])
    book.run("import", path, "--platform", "tmall")
    hers = customer_of(book, "3801000000000104417")
    erased = book.run("privacy", "erase", hers)
    left = book.run("show", "orders", "3801000000000904417", "--unmasked").answer
    plan.check("what somebody else has too stays theirs", erased.status == 0 and left["phone"] == PHONE and left["receiver"] == "慕容雨薇",
               str([left[field] for field in ("phone", "receiver", "address", "buyer")]))
    plan.none("her own is gone", [trace for trace in traces(book.folder) if trace.split(": ")[1] in (NAME, NICK, STREET)])
    book.close()


def try_broken(plan, program):
    """A backup that cannot be read is told of, and what is to go is kept until it is gone."""
    book = Book(program)
    path = book.home / "tmall.csv"
    orders(path)
    book.run("import", path, "--platform", "tmall")
    book.run("backup")
    broken = book.folder / "backups" / "daybook-2026-11-01T080000.db"
    broken.write_text(f"no database, but {PHONE}", encoding="utf-8")
    erased = book.run("privacy", "erase", customer_of(book, "3801000000000104417"))
    faults = [cleared for cleared in erased.answer["cleared"] if cleared.get("fault")]
    plan.check("a backup that cannot be read is told of", erased.status == 3 and any(broken.name in fault["what"] for fault in faults), str(erased))
    plan.check("the next start says it again", broken.name in book.run("list", "orders").complaint)
    broken.unlink()
    book.run("list", "orders")
    plan.none("once it is deleted nothing of her is left", traces(book.folder))
    plan.check("nor of the job", not (book.folder / "daybook.erasing").exists())
    book.close()


def try_nick(plan, program):
    """A nick that is a word, and part of another's nick, goes as hers alone."""
    book = Book(program)
    path = book.home / "tmall.csv"
    orders(path, [("3801000000000904417", "lily12", "李白", "13800002222", "88.00"),
                  ("3801000000000904428", "lily123", "李白云", "13800003333", "66.00")])
    book.run("import", path, "--platform", "tmall")
    task = book.run("task", "new", "问 lily12 和 lily123", "--due", "2026-11-25T10:00").answer
    erased = book.run("privacy", "erase", customer_of(book, "3801000000000904417"))
    left = book.run("show", "orders", "3801000000000904428", "--unmasked").answer
    plan.check("another’s nick and name are whole", erased.status == 0 and left["buyer"] == "lily123" and left["receiver"] == "李白云", str(left)[:600])
    title = book.run("show", "tasks", task["id"]).answer["title"]
    plan.check("in what was written hers alone is covered", title == "问 *** 和 lily123", title)
    again = book.run("import", path, "--platform", "tmall")
    plan.check("the rows of the other’s file are known still", again.answer["updated"] == 0, str(again))
    book.close()


def main():
    plan = tap.Plan()
    book = Book(sys.argv[1])
    files = [(book.home / "tmall.csv", "tmall"), (book.home / "shopify.csv", "shopify")]
    orders(files[0][0])
    abroad(files[1][0])
    hers, _ = prepare(plan, book, files)
    try_export(plan, book, hers)
    try_erase(plan, book, hers)
    try_backups(plan, book)
    try_again(plan, book, files)
    try_cut_off(plan, sys.argv[1])
    try_shared(plan, sys.argv[1])
    try_broken(plan, sys.argv[1])
    try_nick(plan, sys.argv[1])
    book.close()
    return plan.finish()


sys.exit(main())
