#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""daybookctl among other programs, and in other languages.

    surroundings.py DAYBOOKCTL DAYBOOK

Answers that cannot be written, standard files that are closed, what a file of
somebody else's could do to a terminal, and what people read in Chinese.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))
sys.path.insert(0, str(HERE))
import tap  # noqa: E402
from book import Book  # noqa: E402
from session import locale_folder  # noqa: E402

FIXTURES = HERE / "fixtures"

# What clears the screen, and what gives the window another title.
CLEAR = "\x1b[2J"
TITLE = "\x1b]0;mine\x07"


def try_closed(plan, book):
    """The number of a closed file goes to the next one that is opened: never the book's."""
    book.run("import", FIXTURES / "tmall.csv", "--platform", "tmall")
    lock = book.folder / "daybook.lock"
    command = [book.program, "--data", str(book.folder), "--json"]
    for closed in (">&-", "2>&-", "<&-", "<&- >&- 2>&-"):
        for words in (["list", "orders"], ["set", "orders", "9", "note=x"], ["backup"], ["import", str(FIXTURES / "tmall.csv")]):
            done = subprocess.run(["bash", "-c", f'"$@" {closed}', "-", *command, *words], capture_output=True, check=False,
                                  env=book.environment(), timeout=60)
            plan.check(f"{closed} {words[0]}: nothing goes into the book's files", lock.read_bytes() == b"", str(lock.read_bytes()[:200]))
            if closed == ">&-":
                plan.check(f"{closed} {words[0]}: that is said", done.returncode == 1 and done.stderr.count(b"\n") == 1, str(done))
    plan.check("the book is sound afterwards", book.run("verify").answer["sound"])


def try_full(plan, book):
    """What cannot be written down is no success."""
    book.run("import", FIXTURES / "tmall.csv", "--platform", "tmall")
    with open("/dev/full", "wb") as full:
        for words in (["list", "orders"], ["--help"], ["list", "--help"], ["--version"], ["where"]):
            done = subprocess.run([book.program, "--data", str(book.folder), *words], stdout=full, stderr=subprocess.PIPE,
                                  check=False, env=book.environment(), timeout=60)
            plan.check(f"{' '.join(words)} into a full device fails", done.returncode == 1 and b"could not be written" in done.stderr,
                       str(done))


def try_terminal(plan, book):
    """Names from outside are shown, not obeyed."""
    file = book.home / f"orders{CLEAR}.csv"
    file.write_text(f"订单编号,买家会员名,订单状态,宝贝标题\n8,ni{CLEAR}ck,交易成功,茶{TITLE}\nx{CLEAR}E+17,a,b,c\n1.2E+17,{TITLE},b,c\n",
                    encoding="utf-8")
    wrong = book.home / f"wrong{CLEAR}.csv"
    wrong.touch()
    book.text("import", file)
    act = book.run("history", "--limit", "1").answer["rows"][0]["id"]
    for words in (["import", file], ["import", wrong], ["imports", "--problems", act], ["list", "orders"], ["show", "orders", "8"],
                  ["search", "茶"], ["view", "save", f"v{CLEAR}", "orders"], ["set", "orders", "8", f"note={TITLE}"], ["history"],
                  ["undo"], ["undo"], ["undo"], ["import", file, "--shop", f"s{CLEAR}"], ["list", "shops"], ["undo"], ["undo"],
                  ["show", "orders", CLEAR], [CLEAR], ["list", "orders", "--where", CLEAR]):
        done = book.text(*words)
        plan.check(f"{' '.join(map(repr, map(str, words)))} sends nothing to the terminal", "\x1b" not in done.text + done.complaint
                   and "\x07" not in done.text + done.complaint and done.text + done.complaint, repr(done.text + done.complaint))


def try_chinese(plan, book):
    """People read their own language; what scripts read stays as it is."""
    chinese = {"LANG": "zh_CN.UTF-8", "LOCPATH": locale_folder("zh_CN")}
    read = book.text("import", FIXTURES / "tmall.csv", "--dry-run", **chinese).text
    plan.check("the sums of an import", all(word in read for word in ("合计", "已完成", "实付")) and "Completed" not in read, read)
    other = book.text("import", FIXTURES / "shopify.csv", "--platform", "taobao", **chinese).complaint
    plan.check("the names of platforms", "淘宝" in other and "Taobao" not in other, other)
    english = book.run("list", "orders").text
    plan.check("JSON is the same", book.run("list", "orders", **chinese).text == english, english)


def try_new_shop(plan, book):
    """A shop is opened for a file that goes in, not for one that is refused."""
    book.run("import", FIXTURES / "tmall.csv", "--platform", "tmall")
    shops = book.run("list", "shops").answer["total"]
    acts = book.run("history").answer["total"]
    empty = book.home / "empty.csv"
    empty.touch()
    ruined = book.home / "ruined.csv"
    ruined.write_text("订单编号,买家会员名,订单状态,宝贝标题\n1.2E+17,a,b,c\n", encoding="utf-8")
    tmall = FIXTURES / "tmall.csv"
    for title, status, words in (("no file", 1, [book.home / "nothing.csv"]), ("an empty file", 1, [empty]),
                                 ("no such platform", 1, [tmall, "--platform", "nobody's"]), ("no time", 2, [tmall, "--as-of", "soon"]),
                                 ("no name", 1, [tmall, "--shop", ""]), ("no row that is an order", 3, [ruined]), ("a dry run", 0, [tmall, "--dry-run"])):
        done = book.run("import", "--shop", "New", *words)
        plan.check(f"{title}: exit {status}", done.status == status, str(done))
        plan.check(f"{title}: no shop is opened, nothing is done",
                   (book.run("list", "shops").answer["total"], book.run("history").answer["total"]) == (shops, acts))
    done = book.run("import", "--shop", "New", empty, tmall, FIXTURES / "shopify.csv")
    listed = book.run("list", "shops").answer
    plan.check("of several files the first that goes in opens it, once",
               done.status == 1 and listed["total"] == shops + 1 and len(done.lines) == 3, f"{done} {listed}")
    plan.check("and they are its orders", book.run("list", "orders", "--where", "shop = New").answer["total"]
               == sum(line.get("new", 0) for line in done.lines) > 0, str(done))


def try_shop_in_trash(plan, book):
    """What is in the trash takes no orders, whatever it is called by."""
    tmall = FIXTURES / "tmall.csv"
    book.run("import", tmall, "--shop", "Old")
    shop = next(row["id"] for row in book.run("list", "shops").answer["rows"] if row["name"] == "Old")
    plan.check("a shop is known by its id", book.run("import", tmall, "--shop", shop).answer["same"] > 0)
    book.run("undo")
    done = book.run("delete", "shops", shop)
    plan.check("a shop without orders goes to the trash", done.status == 0, str(done))
    acts = book.run("history").answer["total"]
    done = book.run("import", tmall, "--shop", shop)
    plan.check("a shop in the trash is refused", done.status == 1 and "in the trash" in done.complaint, str(done))
    plan.check("and nothing is done", book.run("history").answer["total"] == acts)


def try_no_folder(plan, book):
    """A script's variable that is not set."""
    for words in (["list", "orders"], ["import", FIXTURES / "tmall.csv"], ["where"]):
        done = book.raw("--data", "", *words)
        plan.check(f"--data '' {words[0]}: exit 2", done.status == 2 and "--data" in done.complaint, str(done))
    window = subprocess.run([Path(sys.argv[2]).resolve(), "--data", ""], capture_output=True, check=False, cwd=book.home,
                            env=book.environment(DISPLAY="", WAYLAND_DISPLAY=""), timeout=60)
    plan.check("the window says so too", window.returncode != 0 and b"--data" in window.stderr, str(window))
    plan.check("and no book in the folder at hand", not (book.home / "daybook.db").exists(), str(os.listdir(book.home)))


def main():
    """Tries everything, each on a book of its own."""
    plan = tap.Plan()
    for attempt in (try_closed, try_full, try_terminal, try_chinese, try_new_shop, try_shop_in_trash, try_no_folder):
        book = Book(sys.argv[1])
        try:
            attempt(plan, book)
        finally:
            book.close()
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
