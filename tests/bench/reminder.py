#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What daybook-reminder costs while nothing is due, and how soon its bubble comes.

    tests/bench/reminder.py BUILD-FOLDER BOOK-FOLDER [SECONDS]

Prints one JSON object: `switches`, how often any of its threads was woken (voluntary and other
context switches, as the kernel counts them) in so many seconds (60) with nothing due; `rss_mb` and
`pss_mb` then; and `delay_ms`, from a due time until the notification server is asked for a bubble,
the longest of a few. The book is changed by it: some tasks are added and done.
"""

import datetime
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from session import Session  # noqa: E402

CHINA = datetime.timezone(datetime.timedelta(hours=8))
# Before it is at rest: threads that wait for more work end.
SETTLE = 20
BUBBLES = 5


def switches(pid):
    """Of each thread so far."""
    return {status.parent.name: sum(int(line.split()[1]) for line in status.read_text(encoding="utf-8").splitlines()
                                    if "ctxt_switches" in line)
            for status in Path("/proc", str(pid), "task").glob("*/status")}


def count_since(before, after):
    """How often threads were woken between; one that has ended was once at the least."""
    return (sum(count - before.get(thread, 0) for thread, count in after.items())
            + len(before.keys() - after.keys()))


def memory(pid):
    """What it holds, in MB: all pages, and its share of those that others have too."""
    rollup = Path("/proc", str(pid), "smaps_rollup").read_text(encoding="utf-8")
    return {f"{name.lower()}_mb": next(int(line.split()[1]) for line in rollup.splitlines()
                                       if line.startswith(f"{name}:")) / 1024 for name in ("Rss", "Pss")}


def control(build, book, session, *words):
    """daybookctl on the book; returns its answer."""
    done = subprocess.run([build / "src" / "cli" / "daybookctl", "--json", "--data", book, *words],
                          env=session.env, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def longest_delay(build, book, session, bubbles):
    """From a due time until its bubble, in ms."""
    delays = []
    for _ in range(BUBBLES):
        at = datetime.datetime.now(CHINA).replace(microsecond=0) + datetime.timedelta(seconds=3)
        task = control(build, book, session, "task", "new", "x", "--due", at.isoformat())
        due = at.timestamp()
        shown = bubbles.wait(lambda bubble, due=due: bubble.at >= due)
        delays.append(1000 * (shown.at - due))
        control(build, book, session, "done", f"task:{task['id']}")
    return max(delays)


def measure(build, book, seconds=60):
    """The figures; see the head of this file."""
    with Session() as session:
        session.env.update(GSETTINGS_SCHEMA_DIR=str(build / "data"), DAYBOOK_LOCALEDIR=str(build / "po"))
        os.environ.update(session.env)
        import bubbles as shown  # The bindings look for the session when they are loaded.
        bubbles = shown.Bubbles(session)
        control(build, book, session, "calendar", "set", "daily=00:00-24:00")
        process = session.start([build / "src" / "reminder" / "daybook-reminder", "--data", book])
        time.sleep(SETTLE)
        before = switches(process.pid)
        time.sleep(seconds)
        figures = {"switches": count_since(before, switches(process.pid)), "seconds": seconds, **memory(process.pid)}
        figures["delay_ms"] = longest_delay(build, book, session, bubbles)
        figures["after_rss_mb"] = memory(process.pid)["rss_mb"]
        return figures


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(),
                             int(sys.argv[3]) if len(sys.argv) > 3 else 60)))
