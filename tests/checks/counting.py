#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The count that tests/run ends with, tried on planted logs.

A suite is worth what its last line is worth: a program that dies after its
last `ok`, or never starts, must not count as passed.
"""

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import tally  # noqa: E402
import tap  # noqa: E402

# What a program said, how meson judged it, and the count: passed, failed, skipped.
PLANTED = [
    ("two points", "ok 1 - a\nok 2 - b\n1..2\n", "OK", (2, 0, 0)),
    ("a point that fails", "ok 1 - a\nnot ok 2 - b\n1..2\n", "FAIL", (1, 1, 0)),
    ("a skipped point", "ok 1 - a\nok 2 - b # SKIP no root\n", "OK", (1, 0, 1)),
    ("a program that dies after its last point", "ok 1 - a\n1..1\n", "ERROR", (1, 1, 0)),
    ("a program that dies at once", "", "ERROR", (0, 1, 0)),
    ("a program out of time", "ok 1 - a\n", "TIMEOUT", (1, 1, 0)),
    ("a program that only has a status", "hello\n", "OK", (1, 0, 0)),
    ("a program that was to fail and did", "", "EXPECTEDFAIL", (1, 0, 0)),
    ("a program that was to fail and did not", "", "UNEXPECTEDPASS", (0, 1, 0)),
    ("points within a point", "    ok 1 - inner\nok 1 - outer\n", "OK", (1, 0, 0)),
    ("a comment that looks like a point", "# not ok 1 - b\nok 1 - a\n", "OK", (1, 0, 0)),
]


def count(said, result):
    """What the tally makes of one program: passed, failed, skipped."""
    with tempfile.TemporaryDirectory() as tree:
        log = Path(tree, "meson-logs", "testlog-everything.json")
        log.parent.mkdir()
        log.write_text(json.dumps({"name": "planted", "stdout": said, "result": result}),
                       encoding="utf-8")
        counted = tally.Tally()
        with contextlib.redirect_stdout(io.StringIO()):
            counted.add_tree(tree)
        return counted.passed, len(counted.failures), counted.skipped


def last_line(*arguments):
    """The status and the last line for a command line."""
    sys.argv = ["tally.py", *arguments]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = tally.main()
    return status, printed.getvalue().splitlines()[-1]


def main():
    """Counts what is planted."""
    plan = tap.Plan()
    for title, said, result, expected in PLANTED:
        got = count(said, result)
        plan.check(title, got == expected, f"counted {got}, not {expected}")
    plan.check("a run in which nothing ran is a failure",
               last_line("/nowhere") == (1, "0 passed, 1 failed"))
    plan.check("a tree that does not build is a failure",
               last_line("--broken", "/nowhere", "/nowhere") == (1, "0 passed, 1 failed"))
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
