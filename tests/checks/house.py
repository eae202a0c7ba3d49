#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every file of the house.

    house.py ROOT

Licence lines, sizes, no path of the machine it was written on, scripts that
shellcheck has nothing to say about, a package list that covers what the build
asks for, and settings that are read. Each rule is tried on a planted fault first.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import tap  # noqa: E402

MAX_LINES = 900
SOURCE = {".c", ".h", ".py", ".ui", ".css", ".sql", ".sh", ".build"}
LICENSED = SOURCE | {".svg", ".xml", ".po", ".inc"}

# Made-up homes in examples are fine; the one a developer sits in is not.
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:root|home/\w+|Users/\w+|work)/[\w.-]+")


def tracked(root):
    """The files of the house: what git has or would add."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z",
         "--cached", "--others", "--exclude-standard"],
        capture_output=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        return sorted(path for path in (Path(root, name) for name in names if name)
                      if path.is_file())
    return sorted(path for path in Path(root).rglob("*")
                  if path.is_file() and not path.relative_to(root).parts[0].startswith("build"))


def text_of(path):
    """The text of a file, or None where it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def is_script(path, text):
    """Whether a file without an extension is a program to read."""
    return not path.suffix and text.startswith("#!")


def licence_fault(path, text):
    """Sources say their licence within the first lines."""
    if path.suffix not in LICENSED and not is_script(path, text):
        return None
    if "SPDX-License-Identifier: " in "\n".join(text.splitlines()[:6]):
        return None
    return "has no SPDX-License-Identifier line at its head"


def size_fault(path, text):
    """A file past this size has more than one role."""
    lines = text.count("\n")
    if path.suffix in SOURCE and lines > MAX_LINES:
        return f"has {lines} lines; {MAX_LINES} are the limit: split it by role"
    return None


def path_fault(path, text):
    """A path of one machine works on no other."""
    if path.name == "LICENSE":
        return None
    found = MACHINE_PATH.search(text)
    return f"names {found[0]}" if found else None


# What waits, and what a network may keep for ever.
UNWAITED = {"task.c", "folder-scan.c"}


def thread_fault(path, text):
    """What runs while the process exits finds its resources gone (src/store/task.h)."""
    if path.suffix != ".c" or path.name in UNWAITED or "src" not in path.parts:
        return None
    found = re.search(r"\bg_task_run_in_thread \(", text)
    return "starts work that nobody waits for: daybook_task_run_in_thread()" if found else None


RULES = [
    ("every source says its licence", licence_fault,
     "a.c", "int a;\n"),
    (f"no source is longer than {MAX_LINES} lines", size_fault,
     "a.c", "\n" * (MAX_LINES + 1)),
    ("the program does not end under its own work", thread_fault,
     "src/a.c", "int\nmain (void)\n{\n  g_task_run_in_thread (task, work);\n}\n"),
    ("no path of one machine", path_fault,
     "a.sh", "cd /ho" + "me/lin/daybook\n"),
]


def faults(rule, root, files):
    """The faults of one rule, as lines for people."""
    for path in files:
        text = text_of(path)
        fault = rule(path, text) if text is not None else None
        if fault:
            yield f"{path.relative_to(root)} {fault}"


def check_scripts(plan, root, files):
    """Shell scripts, by shellcheck where it is installed."""
    scripts = [path for path in files
               if path.suffix == ".sh" or re.match(r"#!.*\b(?:ba)?sh\b", text_of(path) or "")]
    plan.check("there are shell scripts", scripts)
    if not shutil.which("shellcheck"):
        plan.skip("shellcheck has nothing to say", "shellcheck is not installed")
        return
    done = subprocess.run(["shellcheck", "-x", *scripts], cwd=root,
                          capture_output=True, text=True, check=False)
    plan.check("shellcheck has nothing to say", done.returncode == 0, done.stdout + done.stderr)


def built_with(root):
    """The names of pkg-config modules that the build asks for."""
    asked = re.compile(r"\bdependency\(\s*'([\w.+-]+)'")
    return sorted({name for path in [root / "meson.build", *root.glob("*/**/meson.build")]
                   if not path.relative_to(root).parts[0].startswith("build")
                   for name in asked.findall(path.read_text(encoding="utf-8"))})


def owner_of(path):
    """The package with a file, or None where it has no answer."""
    done = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
    return done.stdout.split(":")[0] if done.returncode == 0 else None


def description_of(module):
    """The path of a module's .pc file."""
    where = subprocess.run(["pkg-config", "--variable=pcfiledir", module],
                           capture_output=True, text=True, check=False).stdout.strip()
    return f"{where}/{module}.pc"


def check_packages(plan, root):
    """./run can only install what debian/control names."""
    title = "debian/control names what the build asks for"
    if not shutil.which("dpkg-query"):
        plan.skip(title, "not a Debian system")
        return
    control = (root / "debian" / "control").read_text(encoding="utf-8")
    modules = built_with(root)
    plan.check("the build asks for libraries", modules)
    asked = {module: owner_of(description_of(module)) for module in modules}
    asked["the characters of Unicode"] = owner_of("/usr/share/unicode")
    plan.none(title, [f"{what}: {package}" for what, package in asked.items()
                      if not re.search(rf"^ {re.escape(str(package))}\b", control, re.MULTILINE)])


def unread_settings(schema, sources):
    """The keys of a schema that no source names."""
    return [key for key in re.findall(r'<key name="([\w-]+)"', schema) if f'"{key}"' not in sources]


def check_settings(plan, root, files):
    """A setting that nobody reads promises what the program does not do."""
    sources = "".join(text_of(path) for path in files
                      if path.suffix == ".c" and path.relative_to(root).parts[0] == "src")
    plan.check("a planted setting is found", unread_settings('<key name="wish" type="s">', sources))
    plan.none("every setting is read", [
        f"{path.name}: {key}" for path in (root / "data").glob("*.gschema.xml")
        for key in unread_settings(text_of(path), sources)])


def main():
    """Looks at the whole house."""
    root = Path(sys.argv[1]).resolve()
    plan = tap.Plan()
    files = tracked(root)
    plan.check("there are files to look at", len(files) > 20)
    for title, rule, name, planted in RULES:
        plan.check(f"a planted fault is found: {title}", rule(Path(name), planted))
        plan.none(title, faults(rule, root, files))
    check_scripts(plan, root, files)
    check_packages(plan, root)
    check_settings(plan, root, files)
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
