#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./run and tests/run do on a machine where something is missing.

    setup.py ROOT

build-aux/packages.sh on made-up machines: the programs that it asks are
stubs, and what it would have installed is written down instead. And what
build-aux/tree.sh does with the tree of a folder that was moved, and what ./run
passes on.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import tap  # noqa: E402

# The real programs that the script may use besides the stubs.
TOOLS = ["awk", "bash", "comm", "env", "paste", "sed", "sort"]

NOTHING_INSTALLED = "exit 0"
WRITE_DOWN = 'echo "apt-get $*" >>"$LOG"; [ ! -t 0 ]'


class Machine:
    """A machine of which only the stubs are known."""

    def __init__(self, root, **stubs):
        """stubs: a program's name, _ for -, and what it does in sh."""
        self._root = root
        self._stubs = {"id": "echo 1000", **{name.replace("_", "-"): text
                                             for name, text in stubs.items()}}

    def ensure(self, kind):
        """Runs packages_ensure; returns (status, what it said, what apt was told)."""
        with tempfile.TemporaryDirectory() as folder:
            for name in TOOLS:
                os.symlink(f"/usr/bin/{name}", Path(folder, name))
            for name, text in self._stubs.items():
                stub = Path(folder, name)
                stub.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
                stub.chmod(0o755)
            log = Path(folder, "log")
            done = subprocess.run(
                ["/bin/bash", "-euo", "pipefail", "-c",
                 f"source build-aux/packages.sh; packages_ensure {kind}"],
                cwd=self._root, env={"PATH": folder, "LOG": str(log)}, check=False,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True)
            told = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            return done.returncode, done.stdout, told


def check_install(plan, root, title, **stubs):
    """Where it may, it installs what is missing and nothing else."""
    status, said, told = Machine(root, dpkg_query=NOTHING_INSTALLED, apt_get=WRITE_DOWN,
                                 **stubs).ensure("build")
    plan.check(f"{title}: it installs", status == 0 and len(told) == 2, f"{said}\n{told}")
    plan.check(f"{title}: the lists come first", told[:1] == ["apt-get update -q"], str(told))
    plan.check(f"{title}: what the program is built with", " libgtk-4-dev" in "".join(told))
    plan.check(f"{title}: not what only tests need", "xvfb" not in "".join(told))


def check_refusals(plan, root):
    """Where it may not, it names what is missing and stops."""
    status, said, told = Machine(root, dpkg_query=NOTHING_INSTALLED, apt_get=WRITE_DOWN,
                                 sudo="exit 1").ensure("build")
    plan.check("without rights it stops", status != 0 and not told, str(told))
    plan.check("and says the command", "sudo apt-get install " in said and "libgtk-4-dev" in said,
               said)
    status, said, told = Machine(root).ensure("build")
    plan.check("on another system it stops", status != 0 and not told)
    plan.check("and names the packages", "libgtk-4-dev" in said, said)
    status, _, _ = Machine(root, dpkg_query=NOTHING_INSTALLED, apt_get="exit 100",
                           id="echo 0").ensure("build")
    plan.check("an installation that fails is a failure", status != 0)


def check_nothing_to_do(plan, root):
    """Where everything is there, nothing is asked of the network."""
    listing = subprocess.run(["bash", "-c", "source build-aux/packages.sh; packages_needed test"],
                             cwd=root, capture_output=True, text=True, check=True).stdout
    lines = "; ".join(f"echo installed {name}" for name in listing.split())
    status, said, told = Machine(root, dpkg_query=lines, apt_get=WRITE_DOWN,
                                 id="echo 0").ensure("test")
    plan.check("with everything there it asks for nothing", status == 0 and not told and not said,
               f"{said}{told}")
    plan.check("tests ask for more than the build", " xvfb" in " ".join(listing.split()))


def keeps_tree(root, info):
    """Whether a tree with this in its meson-info.json is kept; {here} is its place."""
    with tempfile.TemporaryDirectory(prefix="掌柜簿 ") as folder:
        tree = Path(folder, "build")
        Path(tree, "meson-info").mkdir(parents=True)
        Path(tree, "build.ninja").touch()
        if info is not None:
            text = json.dumps({"directories": {"source": info.format(here=folder)}})
            Path(tree, "meson-info", "meson-info.json").write_text(text, encoding="utf-8")
        subprocess.run(["bash", "-euo", "pipefail", "-c", 'source "$1/build-aux/tree.sh"; tree_forget_moved build',
                        "-", root], cwd=folder, check=True, stdin=subprocess.DEVNULL)
        return Path(tree, "build.ninja").exists()


def check_moved(plan, root):
    """A tree knows whole paths: it is of no use in another place."""
    plan.check("a tree of this place is kept", keeps_tree(root, "{here}"))
    plan.check("one of another place is not", not keeps_tree(root, "{here}/elsewhere"))
    plan.check("nor one that does not say", not keeps_tree(root, None))


# Instead of meson and ninja: what they leave, and a program that says how it was called.
MESON = """
echo "meson $*" >>"$LOG"
mkdir -p "$2/meson-info"
touch "$2/build.ninja"
printf '{"directories": {"source": "%s"}}' "$PWD" >"$2/meson-info/meson-info.json"
"""
NINJA = r"""
echo "ninja $*" >>"$LOG"
mkdir -p build/src/app
printf '#!/bin/sh\npwd\nprintf "%%s\\n" "$@" "$DAYBOOK_PKGDATADIR" "$GSETTINGS_SCHEMA_DIR"\n' >build/src/app/daybook
chmod +x build/src/app/daybook
"""


def check_run(plan, root):
    """./run builds once, and calls the program where it was called, with what it was given."""
    with tempfile.TemporaryDirectory(prefix="掌柜簿 ") as folder:
        home, log, stubs = Path(folder, "house"), Path(folder, "log"), Path(folder, "bin")
        stubs.mkdir()
        for name, text in (("meson", MESON), ("ninja", NINJA)):
            Path(stubs, name).write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
            Path(stubs, name).chmod(0o755)
        for name in ("build-aux", "debian"):
            shutil.copytree(Path(root, name), home / name)
        shutil.copy(Path(root, "run"), home)
        Path(folder, "link").symlink_to(home / "run")

        def run(script, *words):
            done = subprocess.run([script, *words], cwd=folder, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                  env={"PATH": f"{stubs}:/usr/bin:/bin", "LOG": str(log), "HOME": folder})
            return done.stdout.splitlines()[-6:], done.stderr

        words = ["--data", "my shop", "a b.csv", ""]
        wanted = [folder, *words, str(home / "data"), str(home / "build/data")]
        said, wrong = run("house/run", *words)
        plan.check("./run passes its words on, where it was called", said == wanted[-6:], f"{said}\n{wrong}")
        said, wrong = run("./link", "--sample")
        plan.check("also through a link", said == [folder, "--sample", *wanted[-2:]], f"{said}\n{wrong}")
        asked = log.read_text(encoding="utf-8").splitlines()
        plan.check("it sets up once", [line.split()[0] for line in asked] == ["meson", "ninja", "ninja"], str(asked))
        home.rename(Path(folder, "elsewhere"))
        said, wrong = run("elsewhere/run", "--sample")
        asked = log.read_text(encoding="utf-8").splitlines()[3:]
        plan.check("and anew where the folder was moved", said[-4:-2] == [folder, "--sample"] and asked[0].startswith("meson"),
                   f"{said} {asked}\n{wrong}")


def main():
    """Tries the made-up machines."""
    root = Path(sys.argv[1]).resolve()
    plan = tap.Plan()
    check_install(plan, root, "as root", id="echo 0")
    check_install(plan, root, "by sudo without a password",
                  sudo='[ "$2" != true ] || exit 0; shift; exec "$@"')
    check_refusals(plan, root)
    check_nothing_to_do(plan, root)
    check_moved(plan, root)
    check_run(plan, root)
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
