# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the contract that is of backups and damage; contract.py calls it."""

from pathlib import Path

from passwords import secret

FIXTURES = Path(__file__).resolve().parent / "fixtures"


def try_backups(contract):
    """Copies, with a passphrase and without, and back."""
    book, plan = contract.book, contract.plan
    orders = book.run("list", "orders", "--limit", "1").answer["total"]
    contract.expect("backup", "backup", "--to", book.home / "copy.db", by="Owner")
    secret("correct horse", contract.expect, "backup-encrypted", "backup", "--to", book.home / "copy.enc", by="Owner")
    book.run("import", FIXTURES / "tmall.csv", "--platform", "tmall", "--shop", "三店", by="Owner")
    more = book.run("list", "orders", "--limit", "1").answer["total"]
    plan.check("something came later", more > orders, f"{orders} {more}")
    contract.expect("restore", "restore", book.home / "copy.db", by="Owner")
    plan.check("what came later is gone", book.run("list", "orders", "--limit", "1").answer["total"] == orders)
    contract.refuse("encrypted, and no passphrase", 1, ["restore", book.home / "copy.enc"], "DAYBOOK_PASSPHRASE_FD", by="Owner")
    secret("correct horse", contract.expect, "restore-encrypted", "restore", book.home / "copy.enc", by="Owner")
    contract.refuse("a descriptor that is none", 1, ["backup"], "DAYBOOK_PASSPHRASE_FD", by="Owner", DAYBOOK_PASSPHRASE_FD="77")
    wrong = secret("wrong horse", book.run, "restore", book.home / "copy.enc", by="Owner")
    plan.check("the wrong passphrase is refused", wrong.status == 1 and wrong.text == "" and wrong.complaint.count("\n") == 1, str(wrong))
    plan.check("and nothing has changed", book.run("list", "orders", "--limit", "1").answer["total"] == orders)
    contract.refuse("no backup at all", 1, ["restore", FIXTURES / "tmall.csv"], "daybookctl: ", by="Owner")
    contract.expect("verify", "verify")
    contract.expect("rebuild", "rebuild")
    contract.expect("where", "where")
    contract.refuse("a folder that is not there", 1, ["backup", "--to", "/no/such/folder/copy.db"], "“/no/such/folder”", by="Owner")
    try_keeping(contract)
    try_damage(contract)


def backups(book):
    """The names of the copies in the book's folder."""
    return sorted(path.name for path in (book.folder / "backups").iterdir())


def try_keeping(contract):
    """What was asked for, and what a restore replaced, is not swept away."""
    book, plan = contract.book, contract.plan
    before = backups(book)
    made = [book.run("backup", by="Owner").answer["file"] for _ in range(2)]
    plan.check("two backups of one second are two", len(set(made)) == 2 and len(backups(book)) == len(before) + 2, str(made))
    replaced = book.run("restore", book.home / "copy.db", by="Owner").answer["before"]
    book.run("restore", FIXTURES / "tmall.csv", by="Owner")
    book.run("restore", book.home / "nothing.db", by="Owner")
    plan.check("a refused restore makes and deletes nothing", len(backups(book)) == len(before) + 3, str(backups(book)))
    plan.check("what was replaced is where it was said to be", Path(replaced).is_file(), replaced)


def try_damage(contract):
    """A book that nobody can open, and back."""
    book, plan = contract.book, contract.plan
    orders = book.run("list", "orders", "--limit", "1").answer["total"]
    file = book.folder / "daybook.db"
    with open(file, "r+b") as stream:
        stream.write(b"\xa5" * 8192)
    rubbish = file.read_bytes()
    for words in (["list", "orders"], ["verify"], ["backup"]):
        contract.refuse(f"damaged: {words[0]}", 1, words, "estore")
    contract.expect("where-damaged", "where")
    contract.refuse("damaged: no backup", 1, ["restore", FIXTURES / "tmall.csv"], "not a Daybook backup")
    plan.check("a refused restore leaves the damaged file", file.read_bytes() == rubbish)
    contract.expect("restore-damaged", "restore", book.home / "copy.db")
    plan.check("the book is back", book.run("list", "orders", "--limit", "1").answer["total"] == orders)
    plan.check("and sound", book.run("verify").answer["sound"])
    kept = list(book.folder.glob("daybook-damaged-*.db"))
    plan.check("the damaged file is kept", [path.read_bytes() for path in kept] == [rubbish], str(kept))

    for path in book.folder.glob("daybook.db*"):
        path.unlink()
    file.touch(0o600)
    contract.refuse("emptied: it is no new book", 1, ["list", "orders"], "There is a backup of")
    contract.expect("where-emptied", "where")
    secret("correct horse", contract.expect, "restore-emptied", "restore", book.home / "copy.enc")
    plan.check("it is back too", book.run("list", "orders", "--limit", "1").answer["total"] == orders)
