# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos of cases, in a book of their own; contract.py calls it."""

import os

from book import Book
from picture import chunk, write_bomb, write_png

PLACE = b"3 Willow Lane, Suzhou"


def try_photos(contract):
    """From a file into a case, and back."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        book = contract.book
        book.run("sample", "--orders", "24", "--seed", "3")
        book.run("case", "new", "damage", by="007")
        try_adding(contract)
        try_refusing(contract)
        try_demanded(contract)
        try_files(contract)
        try_backup(contract)
    finally:
        contract.book.close()
        contract.book = shop


def photos_of(book, number):
    """The attachments of a case, as shown with it."""
    return book.run("show", "case", number).answer["attachments"]


def newest(book):
    """The title of the newest act."""
    return book.run("history", "--limit", "1").answer["rows"][0]["title"]


def try_adding(contract):
    """Several at once are one act; what is no photo holds nothing up."""
    book, plan = contract.book, contract.plan
    lid = write_png(book.home / "lid.png", 40, 30, (200, 30, 30), chunk(b"tEXt", b"Comment\x00" + PLACE))
    box = write_png(book.home / "箱子 1.png", 30, 40, (30, 30, 200))
    (book.home / "no.jpg").write_text("nothing of the kind", encoding="utf-8")
    contract.expect("case-attach", "case", "attach", "D-A1001", lid, book.home / "no.jpg", box, book.home / "gone.jpg", status=3, by="007")
    plan.check("they are one act", newest(book) == "D-A1001: 2 photos added", newest(book))
    contract.expect("case-attach-same", "case", "attach", "D-A1001", lid, by="007")
    plan.check("the same again is none", newest(book) == "D-A1001: 2 photos added" and len(photos_of(book, "D-A1001")) == 2)
    contract.expect("list-attachments", "list", "attachments")

    label = write_png(book.home / "label.png", 20, 20, (250, 250, 250))
    contract.expect("case-note-attach", "case", "note", "D-A1001", "the label", "--attach", label, "--attach", lid, by="007")
    plan.check("a note with a photo is one act", newest(book) == "D-A1001: Note, 1 photo added", newest(book))
    plan.check("the case shows them all", [row["name"] for row in photos_of(book, "D-A1001")] == ["lid.png", "箱子 1.png", "label.png"])
    one = book.run("show", "attachment", photos_of(book, "D-A1001")[0]["id"]).answer
    plan.none("one photo as the schema says", filter(None, [contract.validate("show", one)]))
    text = book.text("--as", "007", "case", "attach", "D-A1001", lid, book.home / "no.jpg",
                     write_png(book.home / "more.png", 9, 9, (1, 2, 3)))
    plan.check("people are told of each", text.status == 3 and "more.png: added\n" in text.text and "lid.png: the case has it already\n" in text.text
               and "no.jpg: This is no picture." in text.text, str(text))


def try_refusing(contract):
    """Where nothing goes in, nothing is done."""
    book, plan = contract.book, contract.plan
    bomb = write_bomb(book.home / "bomb.png")
    pipe = book.home / "pipe.png"
    os.mkfifo(pipe)
    before = book.run("history", "--limit", "1").answer
    for what, words, said in (("a bomb", ["attach", "D-A1001", bomb], "bomb.png: "),
                              ("no picture, with a note", ["note", "D-A1001", "x", "--attach", book.home / "no.jpg"], "no.jpg: This is no picture."),
                              ("a file that is not there", ["attach", "D-A1001", book.home / "gone.jpg"], "No such file"),
                              ("a pipe", ["attach", "D-A1001", pipe], "no ordinary file"),
                              ("a case that is not there", ["attach", "D-A9999", book.home / "lid.png"], "“D-A9999” does not exist")):
        contract.refuse(what, 1, ["case", *words], said, by="007")
    contract.refuse("no file", 2, ["case", "attach", "D-A1001"], "attach ID FILE", by="007")
    contract.refuse("nobody", 2, ["case", "attach", "D-A1001", book.home / "lid.png"], "--as")
    plan.check("and nothing has changed", book.run("history", "--limit", "1").answer == before)


def try_demanded(contract):
    """A stage that demands photos has one, while the case is in it."""
    book, plan = contract.book, contract.plan
    number = book.run("case", "new", "dispute", by="007").answer["number"]
    book.run("case", "move", number, "evidence", "evidence_by=2026-11-24T12:00", by="007")
    move = ["case", "move", number, "deciding", "statement=it was whole"]
    contract.refuse("a stage that demands photos", 1, move, "“Platform decides” needs: Evidence.", by="007")
    book.run("case", "attach", number, book.home / "lid.png", by="007")
    plan.check("with one it is reached", book.run(*move, by="007").answer["stage"] == "deciding")
    photo = photos_of(book, number)[0]["id"]
    contract.refuse("it is not taken away", 1, ["delete", "attachments", photo], "Evidence", by="007")


def try_files(contract):
    """Back into a file, without what was hidden in it."""
    book, plan = contract.book, contract.plan
    lid, box = photos_of(book, "D-A1001")[:2]
    contract.expect("attachment-save", "attachment", "save", lid["id"], "--to", book.home / "copy.png")
    copy = (book.home / "copy.png").read_bytes()
    plan.check("it is a picture, and says nothing of the place", copy[:4] == b"\x89PNG" and PLACE not in copy
               and PLACE in (book.home / "lid.png").read_bytes() and len(copy) == lid["size"])
    (book.home / "photos").mkdir()
    book.run("attachment", "save", box["id"], "--to", book.home / "photos")
    plan.check("into a folder it goes by its name", (book.home / "photos/箱子 1.png").is_file())
    contract.refuse("no file named", 2, ["attachment", "save", lid["id"]], "--to")
    contract.refuse("a photo that is not there", 1, ["attachment", "save", "0", "--to", "x"], "does not exist")

    book.run("delete", "attachments", lid["id"], by="007")
    plan.check("one is taken away", len(photos_of(book, "D-A1001")) == 3)
    book.run("undo", by="007")
    plan.check("and comes back", len(photos_of(book, "D-A1001")) == 4)


def try_backup(contract):
    """A backup has them; a book without them says so."""
    book, plan = contract.book, contract.plan
    book.run("backup", "--to", book.home / "whole.db", by="Owner")
    plan.check("the book is sound", book.run("verify").answer["sound"])
    files = [path for path in (book.folder / "attachments").rglob("*") if path.is_file()]
    plan.check("each is there once", len(files) == 4, str(files))
    files[0].write_bytes(b"changed")
    files[1].unlink()
    said = book.run("verify")
    fault = said.lines[0]["checks"][-1]["fault"]
    plan.check("two that are not as they were are named", said.status == 1 and fault.startswith("2 photos are missing or were changed: ")
               and fault.count("(D-A") == 2, str(said))
    book.run("restore", book.home / "whole.db", by="Owner")
    plan.check("the backup brings them back", book.run("verify").answer["sound"])
