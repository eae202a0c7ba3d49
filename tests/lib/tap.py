# SPDX-License-Identifier: GPL-3.0-or-later
"""A test program's side of TAP, for the checks and journeys in Python.

    plan = tap.Plan()
    plan.check("two and two", 2 + 2 == 4)
    plan.none("no file is too long", ["src/a.c: 1200 lines"])
    sys.exit(plan.finish())

A plan in which nothing was checked fails: a check that looked at nothing
proves nothing.
"""

import sys


class Plan:
    """The points made so far."""

    def __init__(self):
        self._made = 0
        self._failed = 0

    def _say(self, line):
        print(line, flush=True)

    def note(self, text):
        """Prints lines for the reader of the log."""
        for line in str(text).splitlines():
            self._say(f"# {line}")

    def check(self, title, holds, why=""):
        """Makes a point; `why` is printed where it does not hold."""
        self._made += 1
        self._failed += 0 if holds else 1
        title = title.replace("#", "no. ")
        self._say(f"{'ok' if holds else 'not ok'} {self._made} - {title}")
        if not holds and why:
            self.note(why)
        return bool(holds)

    def none(self, title, findings):
        """Makes the point that there are no findings; lists those there are."""
        findings = list(findings)
        return self.check(title, not findings, "\n".join(map(str, findings)))

    def skip(self, title, why):
        """Makes a point that cannot be tried here."""
        self._made += 1
        self._say(f"ok {self._made} - {title} # SKIP {why}")

    def finish(self):
        """Ends the plan; returns the status to exit with."""
        if not self._made:
            self.check("something was checked", False, "nothing was")
        self._say(f"1..{self._made}")
        sys.stdout.flush()
        return 1 if self._failed else 0
