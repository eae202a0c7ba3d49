# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl imports --forms`: see contract.py."""

import json
import re


def try_forms(contract):
    """What the files of each platform can tell; a shop's own platform is among them."""
    book, plan = contract.book, contract.plan
    forms = contract.expect("imports-forms", "imports", "--forms")["rows"]
    pdd = next(form for form in forms if (form["platform"], form["kind"]) == ("pdd", "orders"))
    plan.check("no file of Pinduoduo names the buyer", "buyer" not in pdd["facts"] and pdd["missing"]["buyer"] == [], str(pdd))
    text = book.text("imports", "--forms")
    plan.check("people see them as a table", re.search(r"^Pinduoduo +refunds +.*After-sales deadline", text.text, re.M) is not None, str(text))
    contract.refuse("files of an import", 2, ["imports", "--forms", "--problems", "problems.csv"], "--forms")
    own = book.folder / "platforms"
    own.mkdir()
    (own / "stall.json").write_text(json.dumps({"id": "stall", "forms": [
        {"kind": "orders", "required": ["Ticket"], "columns": {"number": "Ticket", "tracking": "Parcel"}}]}), encoding="utf-8")
    rows = book.run("imports", "--forms").answer["rows"]
    plan.check("the shop's own platform is there", rows[0]["platform"] == "stall" and rows[0]["facts"] == ["tracking"], str(rows[:1]))
    (own / "stall.json").unlink()
    own.rmdir()
