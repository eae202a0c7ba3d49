#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench can measure: every part of it but those that open windows, on a few
orders. How fast anything was is nobody's business here.

    works.py ROOT BUILD-TREE
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
import tap  # noqa: E402

ORDERS = 300


def run(root, tree, *options):
    """Runs the bench."""
    return subprocess.run([str(root / "tests" / "bench" / "run"), "--tree", str(tree), *options],
                          capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def check_figures(plan, figures):
    """What must be so on any machine."""
    detail = figures["detail"]
    ours = {row["name"]: row for row in figures["rows"]}
    plan.check("workbooks have the rows of their CSV", detail["tables"]["XLSX"]["rows"] == ORDERS + 1,
               detail["tables"])
    plan.check("all orders were imported as new", detail["import"]["first"]["new"] == ORDERS,
               detail["import"])
    plan.check("the same file again is the same", detail["import"]["again"]["same"] == ORDERS,
               detail["import"])
    plan.check("people are told what the file is", detail["import"]["look"]["look_ms"] > 0, detail["import"]["look"])
    plan.check("notes were saved meanwhile", detail["import"]["meanwhile"]["notes"]["count"] > 0)
    plan.check("the list of all orders is whole", detail["lists"]["all orders"]["rows"] == ORDERS,
               detail["lists"])
    for kind in ("frequent", "one character", "Latin prefix", "rare", "part of a number",
                 "phone tail"):
        plan.check(f"something is found: {kind}", detail["search"][kind]["hits_of_last"] > 0)
    plan.check("nothing is found that is not there", detail["search"]["absent"]["hits_of_last"] == 0)
    for kind in ("csv", "json", "xlsx"):
        plan.check(f"every order is exported as {kind}", detail["export"][kind]["rows"] == ORDERS, detail["export"])
    plan.check("an edit syncs the book", detail["save"]["syncs"] >= 1, detail["save"])
    plan.check("things are due, and are reckoned anew", detail["due"]["today"]["rows"] > 0 and detail["due"]["rebuild"]["acts"] > 0, detail["due"])
    plan.check("words are found, and more of them however they are spelt",
               detail["guard"]["a text"]["found"] > 0
               and detail["guard"]["nothing but words"]["found"] > detail["guard"]["nothing but words"]["strstr_found"], detail["guard"])
    for kind in ("articles", "phrases"):
        plan.check(f"{kind} are found, and have excerpts", detail["knowledge"][kind]["hits_of_last"] > 0
                   and detail["knowledge"][kind]["excerpts_ms"] > 0, detail["knowledge"])
        plan.check(f"{kind} are near to a question", detail["knowledge"][f"nearest {kind}"]["slowest_ms"] > 0, detail["knowledge"])
    value, people = detail["value"], detail["people"]
    plan.check("customers are valued", 0 < value["value"]["count"] <= ORDERS, value)
    plan.check("customers who are one person are found, merged, and taken apart again",
               people["duplicates"]["count"] > 0 and people["undo of the merge"]["cpu_ms"] > 0, people)
    plan.check("a list is made of customers", people["activity list: counting"]["count"] > 0, people)
    plan.check("a person is erased", people["erasing a person"]["count"] == 1, people)
    plan.check("a thousand cases are moved at once", detail["moves"]["count"] == 1000, detail["moves"])
    plan.check("each register's lists are opened", {"return", "review", "inquiry"}
               <= {name.split(":")[0] for name in detail["cases"]}, sorted(detail["cases"]))
    plan.none("every figure was measured", [name for name, row in ours.items()
                                            if row["baseline"] is not None and row["ratio"] is None])


def main():
    """Measures, and looks at what came of it."""
    root, tree = (Path(word).resolve() for word in sys.argv[1:3])
    plan = tap.Plan()
    refused = run(root, tree, str(ORDERS), "--only", "nothing")
    plan.check("a part that there is not is refused", refused.returncode == 2, refused.stderr)
    if not shutil.which("sqlite3"):
        plan.skip("the bench measures", "the program sqlite3 is not installed")
        return plan.finish()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "figures.json")
        done = run(root, tree, str(ORDERS), "--only", "tables,import,lists,search,save,moves,cases,due,guard,knowledge,export,value,people", "--json", str(path))
        if plan.check("the bench measures", done.returncode == 0, done.stdout + done.stderr):
            check_figures(plan, json.loads(path.read_text(encoding="utf-8")))
    return plan.finish()


if __name__ == "__main__":
    sys.exit(main())
