#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what is missing in po/.

    translations.py ROOT

POTFILES.in names every file with words for people; every word is translated
in every language of LINGUAS, with the same %s; nothing is left fuzzy. What
the sources say now is asked of them, not of a template that may be old.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "lib"), str(HERE.parent.parent / "po")]
import potfiles  # noqa: E402
import tap  # noqa: E402


def say(*command, cwd):
    """Runs a command in the C locale; returns (status, what it printed)."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False,
                          env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=""))
    return done.returncode, done.stdout + done.stderr


def untranslated(listing):
    """The words of each entry in a listing of entries, its head apart."""
    entries = re.findall(r'^msgid ((?:".*"\n?)+)', listing, re.MULTILINE)
    return [" ".join(entry.split("\n")).strip() for entry in entries if entry.strip() != '""']


def check_language(plan, root, language, template):
    """One language: well-formed, complete, nothing fuzzy."""
    file = root / "po" / f"{language}.po"
    status, printed = say("msgfmt", "--check", "-o", os.devnull, str(file), cwd=root)
    plan.check(f"{language} is well-formed", status == 0, printed)

    with tempfile.TemporaryDirectory() as folder:
        merged = str(Path(folder, "merged.po"))
        say("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, str(file), template,
            cwd=root)
        _, missing = say("msgattrib", "--untranslated", "--no-obsolete", merged, cwd=root)
        _, fuzzy = say("msgattrib", "--only-fuzzy", "--no-obsolete", merged, cwd=root)
        plan.none(f"{language} says everything", untranslated(missing))
        plan.none(f"{language} has nothing fuzzy", untranslated(fuzzy))


def make_template(root, target):
    """Extracts the words as po/refresh does; returns what went wrong, or None."""
    status, printed = say("po/refresh", "--template", target, cwd=root)
    return None if status == 0 and Path(target).stat().st_size else printed


def cut_short(words):
    """Of entries those that stop in the middle of a conversion: gettext reads no
    macro, and what follows one (`"%2$" G_GUINT64_FORMAT " values"`) is lost."""
    return [text for text in words
            if re.search(r"%\d+\$(?![-+#0']*[\d*.]*[a-zA-Z])|(?<!%)(?:%%)*%$", text.strip('"'))]


def entries_of(template):
    """The words of every entry of a template, with their plurals."""
    text = Path(template).read_text(encoding="utf-8")
    entries = re.findall(r'^msgid(?:_plural)? ((?:".*"\n?)+)', text, re.MULTILINE)
    return ["".join(re.findall(r'^"(.*)"$', entry, re.MULTILINE)) for entry in entries]


def check_planted(plan, template):
    """The check can fail: a file without translations is not complete."""
    planted = ["%1$s · %2$", "kept: %", "%2$ values"]
    plan.check("planted words that are cut short are found", cut_short(planted) == planted)
    plan.none("whole words are not", cut_short(["%d %%", "%2$lld of %1$-3u", "100%%", "%1$s"]))
    words = entries_of(template)
    plan.check("there are words to look at", len(words) > 500, str(len(words)))
    plan.none("no words are cut short by a spliced format", cut_short(words))
    _, missing = say("msgattrib", "--untranslated", template, cwd=HERE)
    plan.check("a planted empty translation is found", untranslated(missing))


def main():
    """Looks at po/."""
    root = Path(sys.argv[1]).resolve()
    plan = tap.Plan()
    wanted, present = potfiles.wanted(root), potfiles.present(root)
    plan.none("POTFILES.in misses no file (else: po/potfiles.py)", set(wanted) - set(present))
    plan.none("POTFILES.in names no file without words", set(present) - set(wanted))

    if not shutil.which("xgettext"):
        plan.skip("the languages are complete", "gettext is not installed")
        return plan.finish()
    with tempfile.TemporaryDirectory() as folder:
        template = str(Path(folder, "daybook.pot"))
        wrong = make_template(root, template)
        if plan.check("the words can be extracted", not wrong, wrong or ""):
            check_planted(plan, template)
            for language in (root / "po" / "LINGUAS").read_text(encoding="utf-8").split("\n"):
                if language and not language.startswith("#"):
                    check_language(plan, root, language, template)
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
