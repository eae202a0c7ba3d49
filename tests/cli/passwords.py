# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the contract that is of passwords; contract.py calls it."""

import os
import pty
import select
import signal
import subprocess
import termios
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent / "fixtures"


def secret(passphrase, run, *words, **how):
    """Runs something with a passphrase through a descriptor."""
    reading, writing = os.pipe()
    os.write(writing, (passphrase + "\n").encode())
    os.close(writing)
    try:
        return run(*words, DAYBOOK_PASSPHRASE_FD=str(reading), pass_fds=(reading,), **how)
    finally:
        os.close(reading)


def type_in(book, answers, *words):
    """Runs a command on a terminal, and types an answer each time it asks for a password; None is Ctrl+C."""
    terminal, its = pty.openpty()
    command = [book.program, "--data", str(book.folder), *map(str, words)]
    with subprocess.Popen(command, stdin=its, stderr=its, stdout=subprocess.PIPE, env=book.environment(), cwd=book.home) as process:
        seen = b""
        for n, answer in enumerate(answers, 1):
            while process.poll() is None and (seen.count(b"Password of") < n or termios.tcgetattr(terminal)[3] & termios.ECHO):
                seen += os.read(terminal, 4096) if select.select([terminal], [], [], 0.01)[0] else b""
            if answer is None:
                process.send_signal(signal.SIGINT)
            else:
                os.write(terminal, answer)
        said = process.communicate(timeout=60)[0].decode()
    os.close(its)
    os.close(terminal)
    return process.returncode, said, seen.decode()


def try_locked(contract):
    """An archive with a password: none, a wrong one and the right one, by a descriptor and on a terminal."""
    plan, book, words = contract.plan, contract.book, ["import", FIXTURES / "locked.zip", "--dry-run", "--platform", "tmall"]
    rows = book.run("import", FIXTURES / "tmall.csv", "--dry-run", "--platform", "tmall").answer["rows"]
    none = book.run(*words)
    plan.check("a locked archive is refused without one", none.status == 1 and "DAYBOOK_PASSPHRASE_FD" in none.answer["error"], str(none))
    wrong = secret("wrong", book.run, *words)
    plan.check("a wrong password is refused", wrong.status == 1 and "does not fit" in wrong.complaint, str(wrong))
    right = secret("correct horse", book.run, *words)
    plan.check("the right one opens it", right.status == 0 and (right.answer["encoding"], right.answer["rows"]) == ("ZIP", rows), str(right))
    status, said, asked = type_in(book, [b"wrong\n", b"correct horse\n"], *words)
    plan.check("on a terminal it is asked for again", status == 0 and "locked.zip: tmall" in said and "does not fit" in asked, asked + said)
    status, said, asked = type_in(book, [None], *words)
    plan.check("Ctrl+C ends the asking", status == 1 and said == "", asked + said)
