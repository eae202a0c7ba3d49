#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An act on thousands of orders: asked before much is deleted, seen and stopped while
it goes on."""

import contextlib
import fcntl
import json
import re
import sqlite3
import struct
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402

ORDERS = 2600  # more than one transaction takes
COUNT = "2,600"
OFD_SETLK = 37  # which Python has no word for


def ask_for_turn(lock):
    """Says that somebody waits, as each of our programs does (store/turn.c)."""
    byte = struct.pack("hhqqi4x", fcntl.F_RDLCK, 0, 1, 1, 0)
    fcntl.fcntl(lock, OFD_SETLK, byte)


@contextlib.contextmanager
def crowd(j):
    """Other programs write all the time: an act of many transactions goes on by one of
    them every three seconds, so that what is shown meanwhile can be looked at."""
    over = threading.Event()

    def take(book):
        while not over.is_set():
            try:
                book.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError:
                time.sleep(0.0005)

    def write():
        book = sqlite3.connect(j.data / "daybook.db", isolation_level=None, timeout=0)
        while not over.is_set():
            take(book)
            over.wait(3)
            if book.in_transaction:
                book.execute("ROLLBACK")
            time.sleep(0.02)
        book.close()

    with open(j.data / "daybook.lock", "rb") as lock:
        ask_for_turn(lock)
        thread = threading.Thread(target=write)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def total(j, *words):
    """How many orders there are, as the command line says."""
    return json.loads(j.run("list", "orders", "--limit", "1", "--json", *words))["total"]


def blue(j):
    return total(j, "--where", "flag = blue")


def newest(j, count):
    """What the newest acts were, the last first."""
    rows = json.loads(j.run("history", "--limit", str(count), "--json"))["rows"]
    return [row["what"] for row in rows]


def select_all(j):
    """Selects every order; returns the bar with what can be done to them."""
    app = j.app
    app.click(app.find("label", re.compile(r"^\d{12,}$")))
    app.key("ctrl+a")
    return app.find("label", re.compile("^" + re.escape(j.words("%s selected", "%s selected", 2600) % COUNT))).parent.parent


def find_bar(j, text):
    """Waits for the bar at the foot of the window that says `text`."""
    return j.app.find("label", text).parent.parent


def flag_all(j):
    app = j.app
    app.press(j.word("Flag: %s") % j.word("Blue", "flag"), within=select_all(j))


def went_on(j, label):
    """What the bar said after Cancel: "said" that it is taken back, "gone" without a word; None:
    nothing yet. Its label alone is asked: the bar goes within a moment."""
    names = {j.word("Taking back what was done…"): "said", j.word("Changing the book…"): None}
    return names.get(label.name, "gone")


def count_acts(j):
    """As another program reads it: at once."""
    with contextlib.closing(sqlite3.connect(f"file:{j.data / 'daybook.db'}?mode=ro", uri=True)) as book:
        return book.execute("SELECT count (*) FROM acts").fetchone()[0]


def stop(j, before):
    """Flags all, and cancels it once something is done; whether it was said that it is taken
    back."""
    _, app = j.word, j.app
    n_acts = count_acts(j)
    with crowd(j):
        flag_all(j)
        label = app.find("label", _("Changing the book…"))
        cancel = app.find("button", _("_Cancel"), within=label.parent.parent)
        app.wait_for(lambda: count_acts(j) > n_acts, "the first of it")
        cancel.press()
        said = app.wait_for(lambda: went_on(j, label), "the end of it")
    app.gone("button", _("_Cancel"))
    j.expect(blue(j), before)
    return said == "said" and count_acts(j) == n_acts + 2


def stopped(j, before):
    """Cancelled half-way. On a busy machine what was done may be taken back between two looks:
    then it is tried again."""
    with j.step("what takes long shows how far it is, and can be stopped"):
        j.expect(any(stop(j, before) for _ in range(8)), True)
        j.expect(newest(j, 2), ["undo", "edit"])


def done(j, before):
    """To its end, and back."""
    _, app = j.word, j.app
    with j.step("left alone it comes to its end, as one act"):
        with crowd(j):
            flag_all(j)
            find_bar(j, _("Changing the book…"))
            app.shot(j.folder / "going-on.png")
            app.check_names()
        app.gone("label", _("Changing the book…"))
        j.expect(blue(j), ORDERS)
        j.expect(newest(j, 3), ["edit", "undo", "edit"])

    with j.step("one Ctrl+Z takes all of it back"):
        app.key("ctrl+z")
        app.wait_for(lambda: blue(j) == before, "the undo")


def asked(j):
    """Into the trash, and back."""
    _, app = j.word, j.app
    question = j.words("Move %s Order to the Trash?", "Move %s Orders to the Trash?", ORDERS) % COUNT
    with j.step("much is not deleted unasked; to stay is what Return does"):
        select_all(j)
        app.key("Delete")
        app.find("label", question)
        app.check_names()
        app.shot(j.folder / "asked.png")
        app.key("Return")
        app.gone("label", question)
        j.expect(total(j), ORDERS)

    with j.step("asked once, it is done, and Undo brings all back"):
        app.key("Delete")
        app.find("label", question)
        app.press(_("_Move to Trash"))
        app.wait_for(lambda: total(j) == 0, "the trash")
        app.key("ctrl+z")
        app.wait_for(lambda: total(j) == ORDERS, "the orders")


def many(j):
    j.run("sample", "--orders", str(ORDERS), "--seed", "5")
    before = blue(j)
    j.start("--page", "orders")
    stopped(j, before)
    done(j, before)
    asked(j)


journey.main(many)
