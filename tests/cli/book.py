# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop's book in a folder of its own, and daybookctl run on it.

    book = Book(program)
    done = book.run("list", "orders")
    done.status, done.lines, done.complaint
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

NOW = "2026-11-22T10:00:00+08:00"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Done:
    """What came of one run: the exit status, the lines of the answer as they
    stand and as JSON, and the sentence on standard error."""

    def __init__(self, command, finished):
        self.command = " ".join(command)
        self.status = finished.returncode
        self.text = finished.stdout.decode("utf-8")
        self.complaint = finished.stderr.decode("utf-8")

    @property
    def lines(self):
        """The answer of a run with --json: one object a line."""
        return [json.loads(line) for line in self.text.splitlines()]

    @property
    def answer(self):
        """The only object of the answer."""
        lines = self.lines
        assert len(lines) == 1, f"{self.command}: {len(lines)} lines\n{self.complaint}"
        return lines[0]

    def __str__(self):
        return f"{self.command}\nexit {self.status}\n{self.text}{self.complaint}"


class Book:
    """A folder that is removed with its object."""

    def __init__(self, program):
        self.program = str(Path(program).resolve())
        self.home = Path(tempfile.mkdtemp(prefix="daybookctl-"))
        self.folder = self.home / "book"

    def close(self):
        """Removes the folder."""
        shutil.rmtree(self.home, ignore_errors=True)

    def environment(self, **more):
        """A person's surroundings that are the same on every machine."""
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("LC_", "DAYBOOK_PASSPHRASE", "DAYBOOK_PIN")) and name != "LANGUAGE"}
        return {**kept, "LANG": "C.UTF-8", "TZ": "Asia/Shanghai", "HOME": str(self.home),
                "XDG_DATA_HOME": str(self.home), "XDG_CACHE_HOME": str(self.home), **more}

    def raw(self, *words, pass_fds=(), **more):
        """Runs the program with just these words."""
        command = [self.program, *map(str, words)]
        finished = subprocess.run(command, capture_output=True, check=False, timeout=300,
                                  stdin=subprocess.DEVNULL, env=self.environment(**more),
                                  pass_fds=pass_fds, cwd=self.home)
        return Done(command, finished)

    def run(self, *words, by=None, now=NOW, **more):
        """Runs a command on this book with --json, as `by`."""
        who = ["--as", by] if by else []
        return self.raw("--data", self.folder, "--json", "--now", now, *who, *words, **more)

    def text(self, *words, by=None, now=NOW, **more):
        """Runs a command on this book without --json, as `by`."""
        who = ["--as", by] if by else []
        return self.raw("--data", self.folder, "--now", now, *who, *words, **more)

    def normal(self, value):
        """An answer with everything that differs from run to run replaced: ids
        by their order of appearance, folders, sizes and what files hold, and what the disk's clock
        says."""
        ids = {}

        def text(value):
            value = value.replace(str(self.folder), "/BOOK").replace(str(self.home), "/HOME")
            return UUID.sub(lambda found: ids.setdefault(found.group(), f"id-{len(ids) + 1}"), value)

        def walk(value, name=None):
            if isinstance(value, dict):
                return {key: walk(part, key) for key, part in value.items()}
            if isinstance(value, list):
                return [walk(part) for part in value]
            if name in ("bytes", "size"):
                return 0
            if name == "hash":
                return "HASH"
            if name == "backup_at" and value:
                return "TIME"
            if name == "fault" and value:
                value = re.sub(r"backup of [^:]*, \d\d:\d\d", "backup of TIME", value)
            return text(value) if isinstance(value, str) else value

        return walk(value)
