#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, man pages and completion say the same.

    pages.py ROOT DAYBOOKCTL DAYBOOK
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))
import tap  # noqa: E402

# Options whose value bash helps with; of others it knows nothing.
HELPED = {"--data", "--mapping", "--out", "--paper", "--to", "--attach", "--plot", "--role", "--kind", "--channel", "--way", "--readers", "--basis"}

COMPLETE = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMPREPLY=()
"_$1"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def ask(*words):
    """What a program says, both ways together."""
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False, stdin=subprocess.DEVNULL,
                          env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}, timeout=60)
    return (done.stdout + done.stderr).decode("utf-8")


def complete(root, *words):
    """What bash would offer for the last of these words."""
    return set(ask("bash", "-c", COMPLETE, "bash", root / f"data/completion/{words[0]}.bash", *words).split())


def sections(page):
    """The subsections of a man page: the words behind .SS and what follows."""
    found = {}
    for part in page.split("\n.SS ")[1:]:
        heading, _, text = part.partition("\n")
        found[plain(heading).strip().strip('"').strip()] = plain(text.split("\n.SH ")[0])
    return found


def plain(text):
    """Roff as people read it, near enough."""
    text = re.sub(r"\\f[A-Z]|\\&", "", text).replace("\\-", "-").replace("...", "…")
    return text


def options_of(text):
    """Every long option a text names."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


class Pages:
    """What the program says of itself, and what is written about it."""

    def __init__(self, root, program):
        self.plan = tap.Plan()
        self.root = Path(root)
        self.program = program
        text = ask(program, "--help")
        self.globals = options_of(text.split("Commands:")[0])
        self.commands = [line.split()[0] for line in text.split("Commands:")[1].splitlines() if line.startswith("  ")]
        self.page = (self.root / "data/man/daybookctl.1").read_text(encoding="utf-8")
        self.zsh = (self.root / "data/completion/_daybookctl").read_text(encoding="utf-8")

    def usage(self, command):
        """The words behind a command, as its help gives them."""
        line = ask(self.program, command, "--help").splitlines()[1]
        return line.split("[OPTION…]")[1].strip()

    def verbs(self, command):
        """The first words of what a command of several verbs takes; none where it has no verbs."""
        ways = self.usage(command).split(" | ")
        return [way.split()[0] for way in ways if len(ways) > 1]

    def helps(self, command):
        """The command's help, and that of each verb."""
        return [ask(self.program, command, *verb, "--help") for verb in ([], *([verb] for verb in self.verbs(command)))]

    def own_options(self, command):
        """The options that only this command has."""
        return options_of("\n".join(self.helps(command)) + self.usage(command)) - self.globals

    def check_man(self):
        """A section for each command, with its own words and options."""
        written = sections(self.page)
        wanted = {f"{command} {self.usage(command)}".strip() for command in self.commands}
        self.plan.none("every command has a section of its own in the man page", wanted - set(written))
        self.plan.none("every section is a command", set(written) - wanted)
        for command in self.commands:
            usage = f"{command} {self.usage(command)}".strip()
            text = usage + written.get(usage, "")
            self.plan.none(f"the man page has the options of {command}", self.own_options(command) - options_of(text))
        self.plan.none("the man page has the options of all commands", self.globals - options_of(plain(self.page)))

    def check_roff(self):
        """The pages are clean roff."""
        for name in ("daybookctl.1", "daybook.1"):
            if shutil.which("groff"):
                said = ask("groff", "-man", "-ww", "-z", "-K", "utf8", self.root / "data/man" / name)
                self.plan.check(f"{name} is clean roff", said.strip() == "", said)
            else:
                self.plan.skip(f"{name} is clean roff", "groff is not installed")

    def check_bash(self):
        """What bash offers is what there is."""
        offered = complete(self.root, "daybookctl", "")
        self.plan.check("bash offers every command", offered == set(self.commands), str(offered ^ set(self.commands)))
        for command in self.commands:
            offered = complete(self.root, "daybookctl", command, "--")
            wanted = self.own_options(command) | (self.globals - {"--version"})
            self.plan.check(f"bash offers the options of {command}", offered == wanted, str(offered ^ wanted))
            values = set(re.findall(r"(--[a-z-]+)=", "\n".join(self.helps(command)))) - HELPED
            self.plan.none(f"bash takes nothing else for the value of an option of {command}",
                           [option for option in values if complete(self.root, "daybookctl", command, option, "")
                            or complete(self.root, "daybookctl", command, option, "x", "") != complete(self.root, "daybookctl", command, "")])
        kinds = re.search(r"There are: (.*)\.", ask(self.program, "list", "no-such-kind")).group(1).split(", ")
        offered = complete(self.root, "daybookctl", "--data", "/x", "list", "")
        self.plan.check("bash offers every kind, options before it or not", offered == set(kinds), str(offered))
        roles = re.search(r"There are: (.*)\.", ask(self.program, "agent", "add", "x", "--role", "king")).group(1).split(", ")
        offered = complete(self.root, "daybookctl", "agent", "add", "x", "--role", "")
        self.plan.check("bash offers every role", offered == set(roles), str(offered))
        self.check_bash_case()

    def check_bash_case(self):
        """The verbs of a case, and the words of its notes."""
        offered = complete(self.root, "daybookctl", "case", "")
        self.plan.check("bash offers every verb of a case", offered == set(self.verbs("case")), str(offered))
        for verb in ("note", "link"):
            told = re.search(r"--kind=KIND.*: (.*)", ask(self.program, "case", verb, "--help")).group(1).split(", ")
            offered = complete(self.root, "daybookctl", "--as", "007", "case", verb, "R-A1001", "--kind", "")
            self.plan.check(f"bash offers every kind of a {verb}", offered == set(told), str(offered))
        for option in ("--to", "--line", "--keep"):
            self.plan.none(f"bash has nothing to offer for {option} of a case", complete(self.root, "daybookctl", "case", "note", "x", option, ""))
        self.plan.check("it is a file elsewhere", complete(self.root, "daybookctl", "export", "orders", "--to", "/usr/bi") == {"/usr/bin"})
        for option in ("--channel", "--way"):
            offered = complete(self.root, "daybookctl", "case", "note", "x", option, "")
            zsh = re.search(rf"^{option[2:]}s=\((.*)\)", self.zsh, re.MULTILINE).group(1).split()
            text = plain(sections(self.page)[f"case {self.usage('case')}"])
            self.plan.check(f"bash, zsh and the man page know the same for {option}", offered == set(zsh) and offered <= set(re.findall(r"[a-z_]+", text)),
                            str(offered))

    def check_window(self, window):
        """The other program's options, in its page and its completion."""
        options = options_of(ask(window, "--help").split("Application Options:")[1]) | {"--help"}
        page = (self.root / "data/man/daybook.1").read_text(encoding="utf-8")
        self.plan.check("the window's man page has its options", options_of(plain(page)) == options, str(options_of(plain(page)) ^ options))
        table = (self.root / "src/app/window/page-table.c").read_text(encoding="utf-8")
        names = set(re.findall(r'^  \{ "([a-z-]+)"', table, re.MULTILINE))
        written = set(re.findall(r"[a-z-]+", plain(page.split('" NAME"\n')[1].split(".TP")[0])))
        self.plan.none("the window's man page names every page", names - written)
        self.plan.check("there are pages", len(names) > 2)
        offered = complete(self.root, "daybook", "--")
        self.plan.check("bash offers the options of the window", offered == options, str(offered ^ options))

    def check_zsh(self):
        """What zsh offers is what there is."""
        offered = set(re.findall(r"^  '([a-z-]+):", self.zsh, re.MULTILINE))
        self.plan.check("zsh offers every command", offered == set(self.commands), str(offered ^ set(self.commands)))
        wanted = set().union(*(self.own_options(command) for command in self.commands)) | self.globals
        self.plan.none("zsh offers every option", wanted - options_of(self.zsh))
        kinds = re.search(r"There are: (.*)\.", ask(self.program, "list", "no-such-kind")).group(1).split(", ")
        self.plan.none("the man page names every kind", set(kinds) - set(re.findall(r"[a-z_]+", plain(self.page.split(".I KIND\nis\n")[1].split(".SS")[0]))))
        self.plan.check("zsh offers every kind", f"kinds=({' '.join(kinds)})" in self.zsh)
        if shutil.which("zsh"):
            said = ask("zsh", "-n", self.root / "data/completion/_daybookctl")
            self.plan.check("zsh can read it", said.strip() == "", said)
        else:
            self.plan.skip("zsh can read it", "zsh is not installed")


def main():
    """Makes every point."""
    pages = Pages(sys.argv[1], sys.argv[2])
    pages.check_man()
    pages.check_roff()
    pages.check_bash()
    pages.check_zsh()
    pages.check_window(sys.argv[3])
    return pages.plan.finish()


if __name__ == "__main__":
    sys.exit(main())
