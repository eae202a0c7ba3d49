#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows of DESIGN §2: which room of src/ may include from which.

    arrows.py ROOT

core <- store <- {exchange, sync, notify}; the programs stand on top. Nothing
points up, nothing sideways; GTK stays in src/app, SQL in src/store and
src/server. Trees with one planted fault each show that the check can fail.
"""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import tap  # noqa: E402

MIDDLE = {"core", "store"}
MAY_INCLUDE = {
    "core": set(),
    "store": {"core"},
    "exchange": MIDDLE,
    "sync": MIDDLE,
    "notify": MIDDLE,
    "app": MIDDLE | {"exchange", "sync", "notify"},
    "cli": MIDDLE | {"exchange", "sync", "notify"},
    "reminder": MIDDLE | {"notify"},
    "server": MIDDLE | {"sync"},
}

# Headers of libraries that only some rooms may see.
KEPT_IN = [
    (re.compile(r"^(gtk|gdk(?!-pixbuf)|gsk|adwaita|gtksourceview)\b.*"), {"app"}),
    (re.compile(r"^gdk-pixbuf\b.*"), {"exchange", "app"}),
    (re.compile(r"^sqlite3(ext)?\.h$"), {"store", "server"}),
    (re.compile(r"^libsoup/"), {"sync", "server"}),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"(?P<own>[^"]+)"|<(?P<library>[^>]+)>)',
                     re.MULTILINE)
GENERATED = {"config.h"}


def own_fault(room, header):
    """Why `room` may not include our own `header`, or None."""
    if header in GENERATED:
        return None
    target, slash, _ = header.partition("/")
    if not slash:
        return "is not named by its path from src/"
    if target not in MAY_INCLUDE:
        return "is in no known room"
    if target != room and target not in MAY_INCLUDE[room]:
        return f"{room} may not look into {target}"
    return None


def library_fault(room, header):
    """Why `room` may not include a library's `header`, or None."""
    for pattern, rooms in KEPT_IN:
        if pattern.match(header) and room not in rooms:
            return f"only {' and '.join(sorted(rooms))} may"
    return None


def faults_of_file(source, path):
    """Yields the faults of one file."""
    room = path.relative_to(source).parts[0]
    if room not in MAY_INCLUDE:
        yield f"{path.relative_to(source)}: src/{room} is not a room of DESIGN §2"
        return
    for match in INCLUDE.finditer(path.read_text(encoding="utf-8")):
        header = match["own"] or match["library"]
        fault = (own_fault if match["own"] else library_fault)(room, header)
        if fault:
            yield f"{path.relative_to(source)}: {header}: {fault}"


def faults(source):
    """All faults of the tree `source`, as lines for people."""
    files = sorted([*source.rglob("*.[ch]"), *source.rglob("*.inc")])
    return [fault for path in files for fault in faults_of_file(source, path)]


# What a planted file includes, and whether that is allowed.
PLANTED = [
    ("core/a.c", '#include "core/a.h"', True),
    ("core/a.c", '#include "config.h"', True),
    ("core/a.c", '#include <glib.h>', True),
    ("core/a.c", '#include "store/a.h"', False),
    ("core/a.c", '#include <sqlite3.h>', False),
    ("core/a.c", '#include "a.h"', False),
    ("store/a.c", '#include "core/a.h"', True),
    ("store/a.c", '#include <sqlite3.h>', True),
    ("store/a.h", '  #  include "exchange/a.h"', False),
    ("exchange/csv/a.c", '#include "sync/a.h"', False),
    ("exchange/csv/a.c", '#include <gtk/gtk.h>', False),
    ("notify/a.c", '#include <adwaita.h>', False),
    ("app/orders/a.c", '#include <adwaita.h>', True),
    ("app/orders/a.c", '#include "exchange/a.h"', True),
    ("app/orders/a.c", '#include <sqlite3.h>', False),
    ("app/orders/a.c", '#include "cli/a.h"', False),
    ("cli/a.c", '#include <gdk/gdk.h>', False),
    ("exchange/a.c", '#include <gdk-pixbuf/gdk-pixbuf.h>', True),
    ("store/a.c", '#include <gdk-pixbuf/gdk-pixbuf.h>', False),
    ("server/a.c", '#include "app/a.h"', False),
    ("attic/a.c", '#include <glib.h>', False),
]


def planted_faults(name, line):
    """The faults found in a tree of one file with one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True)
        path.write_text(line + "\n", encoding="utf-8")
        return faults(Path(folder))


def main():
    """Tries the check on planted trees, then on the real one."""
    source = Path(sys.argv[1], "src")
    plan = tap.Plan()
    for name, line, allowed in PLANTED:
        verdict = "may" if allowed else "may not"
        shown = " ".join(line.replace("#", " ").split())
        plan.check(f"{name} {verdict} {shown}",
                   allowed == (not planted_faults(name, line)))
    plan.check("there are sources to look at", any(source.rglob("*.c")))
    plan.none("no include points up or sideways", faults(source))
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
