#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminders start with the window, by the bus, once; and a bubble has the bus start the window."""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import journey  # noqa: E402
from session import wait_until  # noqa: E402

APP = "io.github.daybook.Daybook"
REMINDER = f"{APP}.Reminder"
FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Cup,1,90.00\n")
# What the bus is to tell those that it starts.
TOLD = ["DISPLAY", "GSETTINGS_SCHEMA_DIR", "DAYBOOK_PKGDATADIR", "DAYBOOK_LOCALEDIR", "XDG_DATA_DIRS", "LC_ALL", "LANGUAGE", "G_DEBUG"]


def install(j):
    """As the package does it: the bus knows both programs."""
    services = j.session.home / "data" / "dbus-1" / "services"
    services.mkdir(parents=True)
    for name, command in ((APP, f"{j.build}/src/app/daybook --gapplication-service"), (REMINDER, f"{j.build}/src/reminder/daybook-reminder")):
        (services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec={command}\n", encoding="utf-8")
    env = ", ".join(f'"{name}": "{j.session.env[name]}"' for name in TOLD if name in j.session.env)
    for method, argument in (("ReloadConfig", []), ("UpdateActivationEnvironment", ["{" + env + "}"])):
        j.session.call("--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus", "--method",
                       f"org.freedesktop.DBus.{method}", *argument)


def start(j):
    import bubbles as shown  # The bindings look for the session when they are loaded.
    import tree
    bubbles = shown.Bubbles(j.session)
    install(j)
    # The person's own book.
    j.data = j.session.home / "data" / "daybook"
    path = j.folder / "orders.csv"
    path.write_text(FILE, encoding="utf-8")
    j.run("import", path)
    j.run("calendar", "set", "daily=00:00-24:00")

    with j.step("the window starts the reminders"):
        app = j.start(program=[j.build / "src" / "app" / "daybook"])
        wait_until(lambda: j.session.owns(REMINDER), 30, "the reminders")
        reminder = j.session.process_of(REMINDER)
        app.quit()

    with j.step("they are there once, and stay when the window is closed"):
        other = subprocess.run([j.build / "src" / "reminder" / "daybook-reminder"], env=j.session.env, check=False, timeout=30)
        j.expect(other.returncode, 0)
        j.expect(j.session.process_of(REMINDER), reminder)

    with j.step("a bubble has the bus start the window, on its thing"):
        for row in json.loads(j.run("today", "--limit", "0", "--json"))["rows"]:
            j.run("done", row["key"])
        past = (datetime.datetime.now(journey.CHINA) - datetime.timedelta(days=3)).isoformat(timespec="seconds")
        case = json.loads(j.run("case", "new", "inquiry", "name=Ann", "--now", past, "--json"))
        for row in json.loads(j.run("today", "--limit", "0", "--json"))["rows"][1:]:
            j.run("done", row["key"])
        bubbles.seen("open", "done", "snooze")
        bubbles.press("open")
        wait_until(lambda: j.session.owns(APP), 60, "the window")
        window = wait_until(lambda: tree.application(j.session.process_of(APP)), 60, "the window to be seen")
        wait_until(lambda: window.find_all("heading", case["number"]), 60, "the case in it")
        bubbles.gone()
        j.session.close_window(j.session.process_of(APP))

    with j.step("asked to end, they do so at once"):
        os.kill(reminder, 15)
        wait_until(lambda: not j.session.owns(REMINDER), 30, "the reminders to end")
        wait_until(lambda: not j.session.owns(APP), 60, "the window to end")


journey.main(start)
