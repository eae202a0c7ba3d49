#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single tests of one or more meson build trees.

    tally.py [--broken TREE]... TREE...

Reads meson-logs/testlog-everything.json of each TREE and prints, after what failed and
its log, one last line: `N passed, N failed` (`, N skipped`). A program that
dies, runs out of time or complains after its last test counts as a failure of
its own, even if each of its tests said `ok`; so does a tree that did not
build (--broken), and a run in which nothing was tested at all.
"""

import argparse
import json
import re
import sys
from pathlib import Path

POINT = re.compile(r"^(?P<not>not )?ok\b\s*\d*\s*-?\s*(?P<title>[^#]*?)\s*"
                   r"(?:#\s*(?P<directive>skip|todo)\b.*)?$", re.IGNORECASE)
GOOD = {"OK", "EXPECTEDFAIL"}

# How much of a failed program's log is shown; meson-logs/ has the whole.
LOG_LINES = 120


def show_log(program, record):
    """Prints the end of what a failed program said."""
    print(f"-- {program}")
    for stream in ("stdout", "stderr"):
        for line in record.get(stream, "").splitlines()[-LOG_LINES:]:
            if not line.startswith("ok "):
                print(f"   {line}")


class Tally:
    """What was counted so far."""

    def __init__(self):
        self.passed = 0
        self.skipped = 0
        self.failures = []

    def add_point(self, program, match):
        """Counts one line of TAP."""
        directive = (match["directive"] or "").lower()
        if directive == "skip":
            self.skipped += 1
        elif match["not"] and directive != "todo":
            self.failures.append(f"{program}: {match['title']}")
        else:
            self.passed += 1

    def add_program(self, tree, record):
        """Counts one test program, as a line of meson's log describes it."""
        program = f"{tree}: {record['name']}"
        before = len(self.failures)
        points = [match for match in map(POINT.match, record.get("stdout", "").splitlines())
                  if match]
        for match in points:
            self.add_point(program, match)

        if record["result"] == "SKIP":
            self.skipped += 0 if points else 1
        elif record["result"] not in GOOD and len(self.failures) == before:
            self.failures.append(f"{program}: {record['result'].lower()}")
        elif not points and record["result"] in GOOD:
            self.passed += 1
        if len(self.failures) > before:
            show_log(program, record)

    def add_tree(self, tree):
        """Counts every program of a build tree."""
        log = Path(tree, "meson-logs", "testlog-everything.json")
        if not log.exists():
            return
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            self.add_program(tree, json.loads(line))

    def report(self):
        """Prints the last lines; returns the exit status."""
        for failure in self.failures:
            print(f"FAILED {failure}")
        line = f"{self.passed} passed, {len(self.failures)} failed"
        print(line + (f", {self.skipped} skipped" if self.skipped else ""))
        return 1 if self.failures else 0


def main():
    """Reads the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--broken", action="append", default=[])
    parser.add_argument("trees", nargs="+")
    options = parser.parse_args()

    tally = Tally()
    for tree in options.trees:
        if tree in options.broken:
            tally.failures.append(f"{tree}: does not build")
        else:
            tally.add_tree(tree)
    if not tally.passed and not tally.failures:
        tally.failures.append("no test ran")
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
