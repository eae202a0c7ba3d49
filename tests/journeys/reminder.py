#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders that cannot be lost: one bubble in a real notification server, whose buttons act; a server and
a machine that are not there for a while, clocks that are set; and what was missed, on Today."""

import contextlib
import datetime
import json
import re
import sqlite3
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
from session import wait_until  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
YEAR = 365 * 24 * 3600
# What no bubble may say.
PERSONAL = ["李小龙", "13800001111", "Parker", "tape", "2-1"]


def moment(**span):
    """A moment as the command line takes it, and in seconds since 1970."""
    at = (datetime.datetime.now(journey.CHINA) + datetime.timedelta(**span)).replace(microsecond=0)
    return at.isoformat(timespec="seconds"), at.timestamp()


def due(j, *options):
    """The keys of what is due."""
    return [row["key"] for row in json.loads(j.run("today", "--limit", "0", "--json", *options))["rows"]]


def end_all(j, *options):
    """All of it is done, what was put off too."""
    for key in due(j, "--snoozed", *options):
        j.run("done", key)


def prepare(j):
    """A shop that is always open, with nothing due: its orders were seen to."""
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    j.run("calendar", "set", "daily=00:00-24:00")
    end_all(j)


def count(j, where, table="reminders"):
    """How many rows of what was told there are, as another program reads them."""
    with contextlib.closing(sqlite3.connect(f"file:{j.data / 'daybook.db'}?mode=ro", uri=True)) as book:
        return book.execute(f"SELECT count (*) FROM {table} WHERE {where}").fetchone()[0]


def words_for(j, n):
    return re.compile(re.escape(j.words("%u thing is due", "%u things are due", n).replace("%u", str(n))))


def tell(j, bubbles, process):
    """The first bubble, and what its buttons do."""
    _ = j.word
    with j.step("what gets near is told, and told again when it is due, not before and in the same bubble"):
        process.start()
        wait_until(lambda: count(j, "1", "reminder_state") > 0, 30, "it to look")
        iso, at = moment(seconds=6)
        j.run("task", "new", "Call Parker 13800001111 about tape", "--due", iso)
        late = bubbles.wait(lambda bubble: bubble.at >= at)
        j.plan.note(f"the bubble came {1000 * (late.at - at):.0f} ms after its time")
        # A slow machine may have come to it only when it was due.
        j.expect([bubble.replaces == 0 for bubble in bubbles.told], [True, False][:len(bubbles.told)])
        bubbles.seen("open", "done", "snooze")
        j.expect(late.summary, _("Task"))
        bubbles.shot(j.folder / "bubble.png")

    with j.step("Done in the bubble is done in the book, and the bubble goes"):
        bubbles.press("done")
        wait_until(lambda: not due(j), 30, "the task to be done")
        bubbles.gone()

    with j.step("two things are one bubble, without a button for done; put off, it goes"):
        j.run("case", "new", "inquiry", "name=李小龙", "contact=13800001111", "--now", moment(days=-9)[0])
        j.run("task", "new", "Buy tape", "--due", moment(minutes=-5)[0])
        n = len(due(j))
        bubbles.wait(lambda bubble: words_for(j, n).search(bubble.summary))
        bubbles.seen("open", "snooze")
        bubbles.shot(j.folder / "bubbles.png")
        bubbles.press("snooze")
        wait_until(lambda: not due(j), 30, "all of it to be put off")
        bubbles.gone()
        j.expect(len(due(j, "--snoozed")), n)
        end_all(j)


def keep_quiet(j, bubbles):
    """Outside the person's shift, and outside opening hours."""
    hour = (datetime.datetime.now(journey.CHINA).hour + 2) % 24
    for title, begin, end in (("outside the shift nothing is shown; when it begins, what came due meanwhile is",
                               [["shift", "set", "Other", f"daily={hour:02}:00-{hour:02}:30"], ["set", "agents", "001", "shift=Other"]],
                               ["set", "agents", "001", "shift="]),
                              ("outside opening hours nothing is shown either", [["calendar", "set", f"daily={hour:02}:00-{hour:02}:30"]],
                               ["calendar", "set", "daily=00:00-24:00"])):
        with j.step(title):
            for words in begin:
                j.run(*words)
            told = len(bubbles.told)
            j.run("task", "new", "Buy glue", "--due", moment(minutes=-5)[0])
            j.run("task", "new", "Buy tape", "--due", moment(minutes=-5)[0])
            j.expect(bubbles.stays_silent(told), True)
            j.run(*end)
            bubbles.wait(lambda bubble: words_for(j, 2).search(bubble.summary), told)
            j.expect(len(bubbles.told), told + 1)
            bubbles.seen("open", "snooze")
            end_all(j)
            bubbles.gone()


def miss_server(j, bubbles, process):
    """A server that dies, restarts, and is not there."""
    _ = j.word
    with j.step("a server that dies takes the bubble with it: the next one has it again, and nothing is told twice"):
        j.run("task", "new", "Buy more tape", "--due", moment(minutes=-5)[0])
        bubbles.seen("open", "done", "snooze")
        told = len(bubbles.told)
        bubbles.keep_server_away()
        bubbles.kill_server()
        bubbles.start_server()
        bubbles.wait(lambda bubble: bubble.replaces == 0, told)
        bubbles.seen("open", "done", "snooze")
        j.expect(bubbles.stays_silent(told + 1), True)

    with j.step("started again, it takes its bubble over"):
        told = len(bubbles.told)
        j.expect(process.stop(), 0)
        process.start()
        taken = bubbles.wait(lambda bubble: True, told)
        j.expect(taken.replaces != 0, True)
        bubbles.press("done")
        bubbles.gone()
        wait_until(lambda: not due(j), 30, "the task to be done")

    with j.step("without a server nothing is lost: the next one tells it"):
        bubbles.kill_server()
        told = len(bubbles.told)
        j.run("task", "new", "Buy string", "--due", moment(minutes=-5)[0])
        j.expect(bubbles.stays_silent(told), True)
        bubbles.start_server()
        bubbles.wait(lambda bubble: bubble.replaces == 0, told)
        bubbles.seen("open", "done", "snooze")
        end_all(j)
        bubbles.gone()


def miss_book(j, bubbles, process):
    """A book that is locked, restored, and reminders without a bus."""
    with j.step("a book that another program has locked holds nothing up, and nothing is told twice"):
        iso, at = moment(seconds=3)
        j.run("task", "new", "Buy ink", "--due", iso)
        told = len(bubbles.told)
        with contextlib.closing(sqlite3.connect(j.data / "daybook.db", isolation_level=None)) as book:
            book.execute("BEGIN IMMEDIATE")
            bubbles.wait(lambda bubble: bubble.at >= at, told)
            told = len(bubbles.told)
            time.sleep(1)
            book.execute("ROLLBACK")
        wait_until(lambda: count(j, f"told = 2 AND due = {at:.0f}") == 1, 30, "what was told to be written")
        j.expect(bubbles.stays_silent(told), True)

    with j.step("a backup that takes the book's place is followed"):
        end_all(j)
        bubbles.gone()
        j.run("backup", "--to", j.folder / "backup.db")
        j.run("task", "new", "Buy more ink", "--due", moment(minutes=-5)[0])
        bubbles.seen("open", "done", "snooze")
        j.run("restore", j.folder / "backup.db")
        bubbles.gone()

    with j.step("without a bus nobody can be told, and it is noted as missed"):
        j.expect(process.stop(), 0)
        process.start(DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
        j.run("task", "new", "Buy nothing", "--due", moment(seconds=100)[0])
        wait_until(lambda: count(j, "1", "reminder_state") > 0, 30, "it to look")
        process.set_clock(200, 200)
        wait_until(lambda: count(j, "missed_at <> 0") == 1, 30, "it to be missed")
        j.expect(process.stop(), 0)
        process.start()
        end_all(j)


def sleep_over(j, bubbles, process):
    """A machine asleep over ten due times."""
    with j.step("ten things that came due while it slept are one bubble"):
        told = len(bubbles.told)
        for minutes in range(61, 71):
            j.run("task", "new", f"Thing {minutes}", "--due", moment(minutes=minutes)[0])
        j.expect(bubbles.stays_silent(told), True)
        with process.frozen():
            process.set_clock(7200, 7200)
        bubbles.wait(lambda bubble: words_for(j, 10).search(bubble.summary), told)
        j.expect(bubbles.stays_silent(told + 1), True)
        j.expect(len(bubbles.told), told + 1)


def look(j, app):
    """What was missed, in the window."""
    _ = j.word
    with j.step("what was missed stands on Today until it is seen"):
        app.find("label", re.compile(re.escape(_("Missed While Closed (%s)").split("%s")[0])))
        app.find("label", "Thing 61")
        app.check_names()
        app.shot(j.folder / "missed.png")
        app.press(_("_Seen"))
        app.gone("label", re.compile(re.escape(_("Missed While Closed (%s)").split("%s")[0])))


def set_clock(j, app, bubbles, process):
    """A clock that is set back a year, and forward again."""
    _ = j.word
    with j.step("a clock set back a year fires nothing, and Today says it"):
        end_all(j)
        told = len(bubbles.told)
        process.set_clock(7200 - YEAR, 7200)
        app.find("label", re.compile(re.escape(_("The Clock Was Set"))))
        app.find("label", re.compile("365"))
        app.shot(j.folder / "clock.png")
        j.expect(bubbles.stays_silent(told), True)

    with j.step("and forward again: nothing twice, and what came meanwhile once"):
        told = len(bubbles.told)
        process.set_clock(7200, 7200)
        j.expect(bubbles.stays_silent(told), True)
        j.run("task", "new", "Buy paper", "--due", moment(minutes=100)[0])
        bubbles.wait(lambda bubble: True, told)
        j.expect(bubbles.stays_silent(told + 1), True)
        # By the clock of the program that may be tomorrow.
        end_all(j, "--now", moment(hours=2)[0])


def come_due(j, bubbles, process):
    """Days later it is told; then all is as before."""
    told = len(bubbles.told)
    process.set_clock(7200 + 4 * 24 * 3600, 7200 + 4 * 24 * 3600)
    bubbles.wait(lambda bubble: True, told)
    end_all(j)
    for key in due(j, "--now", moment(days=5)[0]):
        j.run("done", key)
    process.set_clock(7200, 7200)


def set_clock_ahead(j, app, bubbles, process):
    """A clock that runs ahead, and is put right."""
    _ = j.word
    with j.step("what a clock that was set too far has told is told again in its time"):
        j.run("task", "new", "Buy ribbon", "--due", moment(days=3)[0])
        told = len(bubbles.told)
        process.set_clock(7200 + YEAR, 7200)
        bubbles.wait(lambda bubble: True, told)
        bubbles.seen("open", "done", "snooze")
        app.find("label", re.compile("365"))
        told = len(bubbles.told)
        process.set_clock(7200, 7200)
        bubbles.gone()
        j.expect(bubbles.stays_silent(told), True)
        come_due(j, bubbles, process)

    with j.step("so is what could not be written down, since the book was locked all the while"):
        j.run("task", "new", "Buy tin", "--due", moment(days=3)[0])
        told = len(bubbles.told)
        with contextlib.closing(sqlite3.connect(j.data / "daybook.db", isolation_level=None)) as book:
            book.execute("BEGIN IMMEDIATE")
            process.set_clock(7200 + YEAR, 7200)
            bubbles.wait(lambda bubble: True, told)
            # Twice it tries to write, for five seconds each, and rests then.
            time.sleep(11.5)
            process.set_clock(7200, 7200)
            time.sleep(1)
            book.execute("ROLLBACK")
        bubbles.gone()
        come_due(j, bubbles, process)


def open_window(j, app, bubbles):
    """A bubble opens the window on its thing."""
    import tree
    _ = j.word
    with j.step("Open shows in the window what the bubble is about"):
        app.press(_("_Seen"))
        app.click(app.find("label", _("Orders")))
        row = json.loads(j.run("case", "new", "inquiry", "name=Ann", "--now", moment(days=-3)[0], "--json"))
        for key in due(j)[1:]:
            j.run("done", key)
        bubbles.seen("open", "done", "snooze")
        bubbles.press("open")
        app.find("heading", row["number"])
        bubbles.gone()
        end_all(j)

    with j.step("and where the program does not run, it starts"):
        app.quit()
        row = json.loads(j.run("case", "new", "inquiry", "name=Bob", "--now", moment(days=-3)[0], "--json"))
        for key in due(j)[1:]:
            j.run("done", key)
        bubbles.seen("open", "done", "snooze")
        bubbles.press("open")
        pid = wait_until(lambda: find_program(j), 60, "another program")
        other = wait_until(lambda: tree.application(pid), 60, "another window")
        wait_until(lambda: other.find_all("heading", row["number"]), 60, "the case in it")
        j.session.close_window(pid)


def find_program(j):
    """The process of a Daybook that the reminder has started."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().decode().split("\0")
        except OSError:
            continue
        if words[0].endswith("app/daybook") and str(j.data) in words and "--due" in words:
            return int(folder.name)
    return None


def end(j, bubbles, process):
    """What was said, and how it ends."""
    _ = j.word
    with j.step("no bubble has said anything personal"):
        said = " ".join(f"{bubble.summary} {bubble.body}" for bubble in bubbles.told)
        j.expect([word for word in PERSONAL if word in said], [])

    with j.step("a book that a newer program has written is left alone, and that is said"):
        told = len(bubbles.told)
        with contextlib.closing(sqlite3.connect(j.data / "daybook.db")) as book:
            version = book.execute("PRAGMA user_version").fetchone()[0]
            book.execute("PRAGMA user_version = 99")
        bubbles.wait(lambda bubble: bubble.actions == [] and bubble.summary == _("Reminders have stopped"), told)
        j.expect(process.process.wait(30), 1)
        with contextlib.closing(sqlite3.connect(j.data / "daybook.db")) as book:
            book.execute(f"PRAGMA user_version = {version}")
        process.start()

    with j.step("switched off in the preferences, it ends, and does not come back"):
        app = j.start("--page", "today")
        desk.open_preferences(j, "_Hours")
        app.press(_("Notify of what is due"), "switch")
        j.expect(process.process.wait(30), 0)
        process.start()
        j.expect(process.process.wait(30), 0)
        app.press(_("Close"), within=app.window)
        app.gone("label", _("Notify of what is due"))

    with j.step("it had nothing to complain of"):
        text = process.log.read_text(encoding="utf-8")
        j.expect([line for line in text.splitlines() if journey.COMPLAINT.search(line) and not journey.NOT_OURS.search(line)], [])


def remind(j):
    import bubbles as shown  # The bindings look for the session when they are loaded.
    bubbles = shown.Bubbles(j.session)
    process = shown.Reminder(j)
    prepare(j)
    tell(j, bubbles, process)
    keep_quiet(j, bubbles)
    miss_server(j, bubbles, process)
    miss_book(j, bubbles, process)
    sleep_over(j, bubbles, process)
    app = j.start("--page", "today")
    j.take_starters_back()
    look(j, app)
    set_clock(j, app, bubbles, process)
    set_clock_ahead(j, app, bubbles, process)
    open_window(j, app, bubbles)
    end(j, bubbles, process)


journey.main(remind)
