#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract of daybookctl with scripts: every command on a real book.

    contract.py PROGRAM [--update]

Each answer is validated against the JSON Schema of its command (schemas/) and
compared with a golden example (golden/), in which ids stand in the order of
their appearance. --update writes the examples anew: read them before they
are committed.
"""

import csv
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jsonschema

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lib"))
sys.path.insert(0, str(HERE))
import tap  # noqa: E402
import tmall  # noqa: E402
from amounts import try_amounts  # noqa: E402
from announcements import try_announcements  # noqa: E402
from articles import try_articles  # noqa: E402
from births import try_births  # noqa: E402
from book import Book  # noqa: E402
from calls import try_calls  # noqa: E402
from cases import try_cases  # noqa: E402
from chores import try_chores  # noqa: E402
from copies import try_backups  # noqa: E402
from customers import try_customers  # noqa: E402
from desk_commands import try_desk  # noqa: E402
from figures import try_figures  # noqa: E402
from due import try_due  # noqa: E402
from exports import try_export  # noqa: E402
from forms import try_forms  # noqa: E402
from guards import try_guard  # noqa: E402
from mappings import try_mapped_kinds  # noqa: E402
from passwords import try_locked  # noqa: E402
from photos import try_photos  # noqa: E402
from people import try_people  # noqa: E402
from persons import try_persons  # noqa: E402
from phrases import try_phrases  # noqa: E402
from prints import try_prints  # noqa: E402
from privacies import try_privacy  # noqa: E402
from problems import try_problem_rows  # noqa: E402
from quick import try_quick  # noqa: E402
from refunds import try_refunds  # noqa: E402
from registers import try_registers  # noqa: E402
from reviews import try_reviews  # noqa: E402
from traces import try_traces  # noqa: E402
from vips import try_vips  # noqa: E402

FIXTURES = HERE / "fixtures"


class Contract:
    """The plan, the schemas, and which commands have been tried."""

    def __init__(self, program, update):
        self.plan = tap.Plan()
        self.update = update
        self.book = Book(program)
        self.tried = set()
        self.golden_left = {path.name for path in (HERE / "golden").glob("*.json")}
        self.rows = json.loads((HERE / "schemas/rows.json").read_text(encoding="utf-8"))

    def validate(self, command, line):
        """Why a line does not fit the schema of its command; empty if it does."""
        schema = json.loads((HERE / f"schemas/{command}.json").read_text(encoding="utf-8"))
        resolver = jsonschema.RefResolver("", schema, store={"rows.json": self.rows})
        validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
        best = jsonschema.exceptions.best_match(validator.iter_errors(line))
        return f"{command}: {best.message[:400]} at {list(best.absolute_path)}" if best else ""

    def compare(self, name, lines):
        """Why the lines differ from the golden example `name`."""
        path = HERE / f"golden/{name}.json"
        self.golden_left.discard(path.name)
        shown = [self.book.normal(line) for line in lines]
        text = "".join(json.dumps(line, ensure_ascii=False, indent=1) + "\n" for line in shown)
        if self.update:
            path.write_text(text, encoding="utf-8")
        if not path.exists():
            return f"there is no {path.name}"
        return "" if path.read_text(encoding="utf-8") == text else f"expected {path.name}, got\n{text}"

    def expect(self, name, command, *words, status=0, lines=1, **how):
        """Runs a command and makes the points that its status, its schema and
        its golden example are what they should be."""
        done = self.book.run(command, *words, **how)
        self.tried.add(command)
        self.plan.check(f"{name}: exit {status}", done.status == status, str(done))
        answers = done.lines
        self.plan.check(f"{name}: {lines} line(s) of JSON", len(answers) == lines, str(done))
        self.plan.none(f"{name}: as the schema says", filter(None, (self.validate(command, line) for line in answers)))
        difference = self.compare(name, answers)
        self.plan.check(f"{name}: as the golden example", not difference, difference)
        return answers[0] if answers else {}

    def refuse(self, name, status, words, says, **how):
        """Makes the points that wrong words give this status, one sentence on
        standard error that holds `says`, and no answer."""
        done = self.book.run(*words, **how)
        sentence = done.complaint.rstrip("\n")
        self.plan.check(f"{name}: exit {status}", done.status == status, str(done))
        self.plan.check(f"{name}: one sentence says why",
                        sentence.startswith("daybookctl: ") and "\n" not in sentence and says in sentence, str(done))
        self.plan.check(f"{name}: nothing on standard output", done.text == "", str(done))


# --- What is tried, in the order of a day ---------------------------------


def try_sample(contract):
    """A shop from nothing; the same seed makes the same one elsewhere."""
    contract.refuse("a book that is not there", 1, ["list", "orders"], "There is no book")
    contract.expect("sample", "sample", "--orders", "24", "--seed", "7")
    other = Book(contract.book.program)
    try:
        other.run("sample", "--orders", "24", "--seed", "7")
        here, there = (book.normal(book.run("list", "orders", "--limit", "0").answer) for book in (contract.book, other))
        contract.plan.check("the same seed makes the same shop", here == there)
        contract.plan.check("and there is something in it", here["total"] == 24 == len(here["rows"]))
    finally:
        other.close()
    contract.refuse("an undo in a fresh sample", 1, ["undo"], "nothing", by="Owner")
    another = Book(contract.book.program)
    try:
        another.run("sample", "--orders", "24", "--seed", "8")
        numbers = [{row["number"] for row in book.run("list", "orders", "--limit", "0").answer["rows"]}
                   for book in (contract.book, another)]
        contract.plan.check("another seed makes other orders", numbers[1] and not numbers[0] & numbers[1], str(numbers))
    finally:
        another.close()
    contract.refuse("a sample among orders", 1, ["sample", "--orders", "24"], "orders in this book already", by="Owner")


def try_list(contract):
    """Lists of every kind, cut, sorted and filtered."""
    for kind in ("shops", "agents", "customers", "handles", "products", "orders", "order_lines", "parcels",
                 "contacts", "imports", "settings"):
        contract.expect(f"list-{kind}", "list", kind, "--limit", "2")

    contract.expect("list-where", "list", "orders", "--where", "stage in (paid, shipped) and total >= 100",
                    "--sort", "-total", "--limit", "3")
    book, plan = contract.book, contract.plan
    whole = book.run("list", "orders", "--sort", "created", "--limit", "0").answer
    first = book.run("list", "orders", "--sort", "created", "--limit", "5").answer
    rest = book.run("list", "orders", "--sort", "created", "--after", first["rows"][-1]["id"], "--limit", "0").answer
    plan.check("--limit and --after cut without a gap", first["rows"] + rest["rows"] == whole["rows"])
    plan.check("total counts all", first["total"] == rest["total"] == whole["total"])
    turned = book.run("list", "orders", "--sort", "-number", "--limit", "0").answer["rows"]
    numbers = [row["number"] for row in turned]
    plan.check("- turns the order round, and a shorter number is a smaller one",
               numbers == sorted(numbers, key=lambda number: (len(number), number), reverse=True), str(numbers))
    shown = [row["buyer"] for row in book.run("list", "orders", "--sort", "buyer", "--limit", "0").answer["rows"]]
    plan.check("buyers stand in the order of what is shown of them, and there are some with a star",
               shown == sorted(shown, key=lambda buyer: (buyer is None, buyer or "")) and "*" in "".join(filter(None, shown)),
               str(shown))
    either = book.run("list", "orders", "--where", "total > 0 and (stage = paid or stage = shipped)", "--limit", "0").answer
    plan.check("of what stands in brackets one is enough", either["total"] > 0 and either["rows"] == book.run(
        "list", "orders", "--where", "total > 0 and stage in (paid, shipped)", "--limit", "0").answer["rows"])
    paid = book.run("list", "orders", "--where", "stage = paid", "--limit", "0").answer
    plan.check("--where leaves out the others",
               {row["stage"] for row in paid["rows"]} <= {"paid"} and paid["total"] == len(paid["rows"]))


def try_show(contract):
    """Rows with what hangs on them."""
    order = contract.book.run("list", "orders", "--where", "stage = completed and note != null", "--limit", "1").answer["rows"]
    order = order or contract.book.run("list", "orders", "--where", "stage = completed", "--limit", "1").answer["rows"]
    number = order[0]["number"]
    shown = contract.expect("show-order", "show", "orders", number)
    contract.plan.check("by id it is the same", contract.book.run("show", "orders", shown["id"]).answer == shown)
    contract.plan.check("and by SHOP:NUMBER",
                        contract.book.run("show", "orders", f"{shown['refs']['shop']['name']}:{number}").answer == shown)
    contract.expect("show-customer", "show", "customers", shown["customer"])
    contract.expect("show-product", "show", "products", shown["lines"][0]["product"])
    contract.expect("show-agent", "show", "agent", "007")
    return number


def try_masks(contract, number):
    """Who may see a phone number in full."""
    book, plan = contract.book, contract.plan
    masked = book.run("show", "orders", number).answer
    full = book.run("show", "orders", number, "--unmasked", by="Owner").answer
    plan.check("a phone is masked", "*" in masked["phone"], masked["phone"])
    plan.check("so is the receiver, also where it hangs on something",
               "*" in masked["receiver"] and "*" in masked["refs"]["customer"]["title"])
    plan.check("so are contacts", all("*" in part["value"] for part in masked["refs"]["customer"]["contacts"]))
    plan.check("the owner sees it in full with --unmasked", "*" not in full["phone"] and full["phone"][-2:] == masked["phone"][-2:])
    contract.refuse("--unmasked for a part-timer", 1, ["show", "orders", number, "--unmasked"], "Only the owner or a lead", by="021")
    contract.refuse("--unmasked without a name", 2, ["show", "orders", number, "--unmasked"], "--as")


def try_guesses(contract, number):
    """What is covered is not found out by asking."""
    order = contract.book.run("show", "orders", number, "--unmasked", by="Owner").answer
    full, address = order["phone"], order["address"]
    digits = "".join(filter(str.isdigit, full))
    shown = contract.book.run("show", "orders", number).answer["phone"]
    for what, where, found in (("the end of a phone", f"phone ~ {digits[-4:]}", True),
                               ("as it is shown", f"phone ~ '{shown}'", True),
                               ("its middle", f"phone ~ {digits[-8:-3]}", False),
                               ("the province", f"address ~ {address[:2]}", True),
                               ("a street", "address ~ 路", False)):
        listed = contract.book.run("list", "orders", "--where", f"{where} and number = '{number}'").answer
        contract.plan.check(f"{what} finds {'it' if found else 'nothing'}", listed["total"] == int(found), str(listed))
    before = contract.book.run("audit", by="Owner").answer["total"]
    contract.refuse("a whole phone as a filter, and nobody asks", 2, ["list", "orders", "--where", f"phone = '{full}'"], "--as")
    listed = contract.book.run("list", "orders", "--where", f"phone in ('{full}', 'x') and number = '{number}'", by="Owner").answer
    log = contract.book.run("audit", by="Owner").answer
    contract.plan.check("a whole phone as a filter finds it, which is written down",
                        listed["total"] == 1 and log["total"] == before + 1 and log["rows"][0]["how"] == "search"
                        and log["rows"][0]["field"] == "phone", f"{listed} {log['rows'][:1]}")
    looks = len(contract.book.run("audit", by="Owner").answer["rows"])
    contract.refuse("whose phone it is, and nobody asks", 2, ["search", digits], "--as")
    found = contract.book.run("search", digits, by="Owner").answer["rows"]
    log = contract.book.run("audit", by="Owner").answer["rows"]
    contract.plan.check("a whole phone finds its owner, which is written down",
                        number in [row.get("number") for row in found] and len(log) == looks + len(found)
                        and all(look["how"] == "search" and look["field"] == "phone" for look in log[:len(found)]), f"{found} {log}")
    contract.book.run("search", digits[-4:], by="Owner")
    contract.plan.check("its end is not", len(contract.book.run("audit", by="Owner").answer["rows"]) == len(log))
    contract.refuse("more or less than a phone", 2, ["list", "orders", "--where", "phone > 135"], "personal")
    contract.refuse("the order of phones", 2, ["list", "orders", "--sort", "phone"], "personal")


def try_audit(contract, number):
    """What was shown in full is written down, before it is shown."""
    book, plan = contract.book, contract.plan
    before = book.run("audit", by="Owner").answer
    plan.check("--unmasked was logged, for the order and for whom it names",
               before["total"] > 1 and {"order", "customer"} <= {row["row_kind"] for row in before["rows"]}, str(before))
    order = book.run("show", "orders", number).answer
    seen = contract.expect("reveal", "reveal", number, "phone", "--reason", "the courier asks", by="Owner")
    plan.check("the value is the whole one", "*" not in seen["value"] and seen["value"][-2:] == order["phone"][-2:], str(seen))
    listed = contract.expect("audit", "audit", "--limit", "1", by="Owner")
    newest = listed["rows"][0]
    plan.check("the log says who, when, which and why",
               (newest["id"], newest["agent_name"], newest["row"], newest["field"], newest["reason"], newest["how"], newest["at"])
               == (seen["reveal"], "Owner", order["id"], "phone", "the courier asks", "command", "2026-11-22T10:00:00+08:00"), str(newest))
    plan.check("and adds to what was there", listed["total"] == before["total"] + 1)
    plan.check("the value itself is nowhere in it",
               seen["value"] not in book.run("audit", "--limit", "0", by="Owner").text)
    mine = book.run("audit", "--of", number, by="Owner").answer
    plan.check("--of narrows it to a row", {row["row"] for row in mine["rows"]} == {order["id"]} and mine["total"] >= 2, str(mine))
    rest = book.run("audit", "--after", newest["id"], "--limit", "0", by="Owner").answer
    plan.check("--after goes on behind a row", rest["rows"] == before["rows"], str(rest["total"]))

    book.run("list", "orders", "--unmasked", "--limit", "3", by="Owner")
    three = book.run("audit", "--limit", "3", by="Owner").answer
    plan.check("of a short list each row is named",
               three["total"] == listed["total"] + 3 and all(row["row"] and row["rows"] == 1 for row in three["rows"]), str(three))
    book.run("list", "products", "--unmasked", by="Owner")
    book.run("list", "orders", by="Owner")
    plan.check("what shows nobody is not logged", book.run("audit", "--limit", "1", by="Owner").answer["total"] == three["total"])
    book.run("search", number, "--unmasked", by="Owner")
    plan.check("a search is logged too", book.run("audit", "--limit", "1", by="Owner").answer["total"] > three["total"])
    plan.check("nothing of it in the history",
               "reveal" not in {act["what"] for act in book.run("history", "--limit", "0").answer["rows"]})

    try_long_list(contract)
    reveal = newest["id"]
    contract.refuse("the log, by an agent", 1, ["audit"], "Only the owner or a lead", by="021")
    contract.refuse("nor as a list", 1, ["list", "reveals"], "Only the owner or a lead", by="021")
    contract.refuse("nor one of it", 1, ["show", "reveals", reveal], "Only the owner or a lead", by="021")
    contract.expect("list-reveals", "list", "reveals", "--where", "reason != null", by="Owner")
    contract.refuse("the log is not deleted", 1, ["delete", "reveals", reveal], "written once", by="Owner")
    contract.refuse("nor changed", 1, ["set", "reveals", reveal, "reason=a better one"], "written once", by="Owner")
    act = book.run("history", "--of", reveal).answer["rows"][0]
    contract.refuse("nor undone", 1, ["undo", act["id"]], "stays in the log", by="012")
    contract.refuse("a field nobody knows", 2, ["reveal", number, "colour"], "colour", by="012")
    contract.refuse("a field that is not masked", 2, ["reveal", number, "note"], "not masked", by="012")
    contract.refuse("a look without a name", 2, ["reveal", number, "phone"], "--as")
    try_full_disk(contract, number, seen["value"])


def try_long_list(contract):
    """A list that nobody reads row by row is one entry with its number."""
    book = Book(contract.book.program)
    try:
        book.run("sample", "--orders", "130", "--seed", "5")
        book.run("list", "orders", "--unmasked", "--limit", "0", by="Owner")
        log = book.run("audit", by="Owner").answer
        contract.plan.check("a long list is one entry",
                            [(row["row_kind"], row["rows"]) for row in log["rows"] if row["row"] is None] == [("order", 130)], str(log))
    finally:
        book.close()


def try_full_disk(contract, number, value):
    """What cannot be written down is not shown."""
    book = contract.book
    full = ["bash", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "-", book.program, "--data", str(book.folder), "--as", "Owner"]
    for words in (["reveal", number, "phone"], ["show", "orders", number, "--unmasked"], ["list", "orders", "--unmasked"]):
        done = subprocess.run([*full, *words], capture_output=True, check=False, env=book.environment(), timeout=60)
        contract.plan.check(f"on a full disk {words[0]} shows nothing",
                            done.returncode == 1 and done.stdout == b"" and value.encode() not in done.stderr and done.stderr != b"",
                            f"{done.returncode} {done.stdout} {done.stderr}")


def try_search(contract, number):
    """Something of everything is found."""
    contract.expect("search-word", "search", "盖碗", "--limit", "2")
    found = contract.expect("search-number", "search", number[4:-1])
    contract.plan.check("a part of the number finds the order", number in [row.get("number") for row in found["rows"]])
    for kind, field in ("handles", "account"), ("contacts", "value"):
        row = next(row for row in contract.book.run("list", kind, "--unmasked", "--limit", "0", by="007").answer["rows"]
                   if row.get("contact_kind") != "address" and "*" not in row[field])
        found = [hit for hit in contract.book.run("search", row[field], "--limit", "0", by="007").answer["rows"] if hit["kind"] == "customer"]
        contract.plan.check(f"a customer found by one of the {kind} says so",
                            found and all(hit["match"] and hit["excerpt"] for hit in found), str(found))
    none = contract.expect("search-nothing", "search", "zzzzqqq")
    contract.plan.check("what is not there is not found", none["total"] == 0)


def try_set(contract, number):
    """One act with several fields; the same again is none."""
    contract.expect("set", "set", "orders", number, "note=told her, 'calls back' at 10", "flag=blue", "agent=012", by="007")
    contract.expect("set-again", "set", "orders", number, "flag=blue", by="007")
    row = contract.book.run("show", "orders", number).answer
    mine = contract.book.run("list", "orders", "--where", "agent in (012, 'Mia Wong') and flag = blue", "--limit", "0").answer
    contract.plan.check("--where takes an agent's code or name", number in [one["number"] for one in mine["rows"]], str(mine["total"]))
    contract.refuse("--where with a stranger", 1, ["list", "orders", "--where", "agent = nobody"], "“nobody” does not exist")
    contract.plan.check("the fields hold what was set",
                        (row["note"], row["flag"], row["refs"]["agent"]["code"]) == ("told her, 'calls back' at 10", "blue", "012"))
    contract.expect("set-empty", "set", "orders", number, "agent=", by="007")
    contract.plan.check("nothing behind the sign empties", contract.book.run("show", "orders", number).answer["agent"] is None)
    contract.expect("set-setting", "set", "settings", "agent-pattern", "value=\\d{3}", by="Owner")
    contract.expect("set-setting-again", "set", "settings", "agent-pattern", "value=客服", by="Owner")
    contract.expect("show-setting", "show", "settings", "agent-pattern")
    contract.refuse("a setting, by an agent", 1, ["set", "settings", "agent-pattern", "value=x"], "Only the owner or a lead", by="012")
    contract.refuse("what the platform says", 1, ["set", "orders", number, "stage=paid"], "only an import changes it", by="007")
    contract.refuse("a flag nobody knows", 1, ["set", "orders", number, "flag=pink"], "pink", by="007")
    contract.refuse("a field nobody knows", 2, ["set", "orders", number, "colour=red"], "colour", by="007")
    contract.refuse("no field at all", 2, ["set", "orders", number, "red"], "FIELD=VALUE", by="007")
    contract.refuse("a writer without a name", 2, ["set", "orders", number, "flag=red"], "--as")
    contract.refuse("a stranger", 1, ["set", "orders", number, "flag=red"], "“nobody” does not exist", by="nobody")
    contract.refuse("an agent's role, by an agent", 1, ["set", "agents", "021", "role=owner"], "Only the owner or a lead", by="012")


def try_set_several(contract):
    """What the window's bar does to many orders: fields, a line of note, Take Over; each one act."""
    book, plan = contract.book, contract.plan
    numbers = [row["number"] for row in book.run("list", "orders", "--sort", "number", "--limit", "3").answer["rows"]]

    def fields(name):
        return [book.run("show", "orders", number).answer[name] for number in numbers]

    before = fields("note")
    contract.expect("set-several", "set", "orders", *numbers, "flag=green", "agent=012", by="007")
    plan.check("each of them is changed", fields("flag") == ["green"] * 3, str(fields("flag")))
    contract.expect("set-add", "set", "orders", *numbers, "note+=parcel is late = wait", by="007")
    added = [f"{note}\nparcel is late = wait" if note else "parcel is late = wait" for note in before]
    plan.check("a line is added to what is there", fields("note") == added, str(fields("note")))
    book.run("undo", by="007")
    book.run("undo", by="007")
    plan.check("each is one act, and one undo", fields("note") == before and "green" not in fields("flag"), str(fields("note")))
    contract.refuse("one of several that is not there", 1, ["set", "orders", numbers[0], "0000", "flag=green"], "“0000” does not exist",
                    by="007")
    plan.check("and none of them is changed", "green" not in fields("flag"))
    contract.refuse("a line to what has none", 2, ["set", "orders", numbers[0], "flag+=red"], "flag=VALUE", by="007")


def import_noted(book):
    """Two orders whose notes say on the platform who attended to them; their numbers."""
    orders = [order for order in tmall.ORDERS if order[3] == tmall.TO_SHIP][:2]
    rows = [tmall.row_of(at, *order) for at, order in enumerate(orders)]
    place = [name.strip() for name in tmall.HEADER].index("订单备注")
    for row, code in zip(rows, ("007", "012")):
        row[place] = f"客服{code} 已核对地址"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([tmall.HEADER, *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ExportOrderList202611220900.csv"
        path.write_bytes(text.getvalue().encode("gbk"))
        book.run("import", str(path), by="Owner")
    return [order[0] for order in orders]


def try_take_over(contract):
    """Who attended to an order, from the platform's note (OR-14), where ours is empty."""
    book, plan = contract.book, contract.plan
    pattern = book.run("show", "settings", "agent-pattern").answer["value"]
    book.run("set", "settings", "agent-pattern", "value=客服{agent}", by="Owner")
    numbers = import_noted(book)
    contract.expect("take-over", "take-over", *numbers, by="007")
    codes = [book.run("show", "orders", number).answer["refs"]["agent"]["code"] for number in numbers]
    plan.check("they are whom the notes name", codes == ["007", "012"], str(codes))
    contract.expect("take-over-again", "take-over", *numbers, by="007")
    book.run("undo", by="007")
    agents = [book.run("show", "orders", number).answer["agent"] for number in numbers]
    plan.check("one undo takes all back", agents == [None, None], str(agents))
    contract.refuse("an order that is not there", 1, ["take-over", "0000"], "“0000” does not exist", by="007")
    contract.refuse("no order", 2, ["take-over"], "take-over", by="007")
    book.run("set", "settings", "agent-pattern", f"value={pattern}", by="Owner")


def try_much(contract):
    """A large part of the book is deleted on the explicit word only."""
    book, plan = contract.book, contract.plan
    rows = book.run("list", "orders", "--limit", "0").answer["rows"]
    ids = [row["id"] for row in rows[:len(rows) // 2]]
    plan.check("there are enough for half of them to be much", len(rows) > 20, str(len(rows)))
    contract.refuse("half of the orders", 1, ["delete", "orders", *ids], "say --yes", by="007")
    plan.check("nothing was deleted", book.run("list", "orders", "--limit", "1").answer["total"] == len(rows))
    contract.expect("delete-much", "delete", "orders", *ids, "--yes", by="007")
    plan.check("it is done with --yes", book.run("list", "orders", "--limit", "1").answer["total"] == len(rows) - len(ids))
    plan.check("and undone without", book.run("undo", by="007").status == 0
               and book.run("list", "orders", "--limit", "1").answer["total"] == len(rows))


def try_undo(contract, number):
    """Undo, redo, and what somebody has changed since."""
    contract.expect("history", "history", "--limit", "3")
    contract.expect("history-of", "history", "--of", number)
    contract.expect("undo", "undo", by="007")
    contract.plan.check("the agent is back", contract.book.run("show", "orders", number).answer["agent"] is not None)
    contract.expect("redo", "redo", by="007")
    contract.expect("undo-again", "undo", by="007")

    act = contract.book.run("set", "orders", number, "note=first", "flag=red", by="007").answer["act"]
    contract.book.run("set", "orders", number, "note=second", by="012")
    kept = contract.expect("undo-partly", "undo", act, status=3, by="007")
    contract.plan.check("the note of the other is kept, and said so",
                        [(one["field"], one["by"]) for one in kept["kept"]] == [("note", "陈露")], str(kept))
    row = contract.book.run("show", "orders", number).answer
    contract.plan.check("the rest is undone", (row["note"], row["flag"]) == ("second", "blue"), f"{row['note']} {row['flag']}")
    contract.refuse("undone twice", 1, ["undo", act], "undone already", by="007")
    cut_off(contract.book)
    again = contract.book.run("undo", by="007")
    contract.plan.check("an undo that was cut off, said again, undoes no more",
                        again.status == 1 and "settled just now" in again.complaint, str(again))
    contract.refuse("an act nobody knows", 1, ["undo", "00000000-0000-4000-8000-000000000000"], "daybookctl: ", by="007")
    contract.refuse("nothing to redo", 1, ["redo"], "nothing to redo", by="021")


def cut_off(book):
    """Leaves the newest undo as a killed program does that had done all but its end."""
    with sqlite3.connect(book.folder / "daybook.db") as file:
        file.execute("UPDATE acts SET state = 1 WHERE key = (SELECT max(key) FROM acts WHERE kind = 2)")
    file.close()


def try_clock(contract):
    """A clock that stood wrong once is not the time of all that follows."""
    book = Book(contract.book.program)
    try:
        book.run("view", "save", "a", "orders", now="2030-01-01T00:00:00+08:00")
        book.run("view", "save", "b", "orders")
        book.run("view", "save", "c", "orders", now="2026-01-01T00:00:00+08:00")
        rows = book.run("history", "--limit", "3").answer["rows"]
        contract.plan.check("each act has the time of --now, newest first",
                            [row["at"] for row in rows] == ["2026-01-01T00:00:00+08:00", "2026-11-22T10:00:00+08:00",
                                                            "2030-01-01T00:00:00+08:00"], str(rows))
    finally:
        book.close()


def try_trash(contract, number):
    """Into the trash and back."""
    row = contract.book.run("show", "orders", number).answer
    contract.expect("delete", "delete", "orders", number, by="007")
    contract.expect("trash", "trash")
    listed = contract.book.run("list", "orders", "--where", f"number = '{number}'").answer
    contract.plan.check("what is in the trash is in no list", listed["total"] == 0)
    contract.expect("restore-row", "restore-row", row["id"], by="007")
    contract.plan.check("it is back", contract.book.run("show", "orders", number).answer["deleted"] is False)
    contract.refuse("not in the trash", 1, ["restore-row", row["id"]], "not in the trash", by="007")
    contract.book.run("delete", "orders", number, by="007")
    contract.plan.check("in the trash it has its number still", contract.book.run("show", "orders", number).answer["deleted"] is True)
    contract.refuse("what is in the trash is not changed", 1, ["set", "orders", number, "note=x"], "is in the trash", by="007")
    contract.refuse("nor put there again", 1, ["delete", "orders", number], "is in the trash", by="007")
    contract.plan.check("and comes back by it", contract.book.run("restore-row", number, by="007").status == 0
                        and contract.book.run("show", "orders", number).answer["deleted"] is False)
    contract.refuse("nothing to delete", 1, ["delete", "orders", "0000"], "“0000” does not exist", by="007")


def try_views(contract):
    """A list with a name."""
    contract.expect("view-save", "view", "save", "待发货", "orders", "--where", "stage = paid", "--sort", "-total", by="007")
    contract.expect("view-save-again", "view", "save", "待发货", "orders", "--where", "stage = shipped", by="007")
    contract.expect("view-list", "view", "list")
    contract.expect("list-view", "list", "orders", "--view", "待发货", "--limit", "2")
    book = contract.book
    mine = book.run("view", "save", "mine", "orders", "--where", "agent = 012", by="007").answer["where"]
    contract.plan.check("a view keeps ids, which the window knows", "012" not in mine and len(mine) > 36, mine)
    contract.plan.check("and shows the same", book.run("list", "orders", "--view", "mine").answer["rows"]
                        == book.run("list", "orders", "--where", "agent = 012").answer["rows"])
    check_views(contract, "a new view stands behind the others", "待发货", "mine")
    contract.expect("view-move", "view", "move", "mine", "up", by="007")
    check_views(contract, "moved up", "mine", "待发货")
    book.run("view", "move", "mine", "9", by="007")
    check_views(contract, "a place behind the last is the last", "待发货", "mine")
    book.run("undo", by="007")
    check_views(contract, "moving is undone as one act", "mine", "待发货")
    contract.expect("view-rename", "view", "rename", "mine", "我的", "--icon", "starred-symbolic", by="007")
    check_views(contract, "its place stays", "我的", "待发货")
    contract.refuse("a name that another has", 1, ["view", "rename", "我的", "待发货"], "already a view", by="007")
    contract.refuse("no place", 2, ["view", "move", "我的", "sideways"], "up, down", by="007")
    contract.refuse("a view nobody knows", 1, ["view", "rename", "nobody's", "x"], "does not exist", by="007")
    book.run("view", "delete", "我的", by="007")
    contract.refuse("a view of another kind", 2, ["list", "customers", "--view", "待发货"], "shows orders")
    contract.refuse("a view that could not be shown", 2, ["view", "save", "x", "orders", "--where", "stage ="], "daybookctl: ", by="007")
    contract.expect("view-delete", "view", "delete", "待发货", by="007")
    contract.refuse("a view that is gone", 1, ["list", "orders", "--view", "待发货"], "does not exist")
    contract.refuse("no verb", 2, ["view"], "daybookctl view")


def check_views(contract, what, *names):
    """Makes the point that the views stand in this order."""
    listed = [row["name"] for row in contract.book.run("view", "list").answer["rows"]]
    contract.plan.check(what, listed == list(names), str(listed))


def try_agents(contract):
    """The people of the shop."""
    contract.expect("agent-add", "agent", "add", "王芳", "--code", "033", "--role", "read_only", by="Owner")
    contract.expect("agent-list", "agent", "list")
    contract.refuse("two of one name", 1, ["agent", "add", "王芳"], "already", by="Owner")
    contract.refuse("two of one code", 1, ["agent", "add", "王五", "--code", "033"], "already", by="Owner")
    contract.refuse("nobody", 1, ["agent", "add", ""], "cannot be empty", by="Owner")
    contract.refuse("no such role", 2, ["agent", "add", "王五", "--role", "king"], "part_time", by="Owner")
    contract.refuse("a reader writes", 1, ["view", "save", "x", "orders"], "may read", by="033")
    contract.expect("agent-role", "agent", "role", "033", "agent", by="Owner")
    contract.refuse("the last owner", 1, ["agent", "role", "Owner", "agent"], "only owner", by="Owner")
    contract.refuse("the last owner, as a field", 1, ["set", "agents", "Owner", "role=lead"], "only owner", by="Owner")
    contract.refuse("the last owner into the trash", 1, ["delete", "agents", "Owner"], "only owner", by="Owner")
    history = contract.book.run("history", "--limit", "0").answer["rows"]
    opening = history[-1]
    contract.refuse("undoing what opened the book", 1, ["undo", opening["id"]], "opened the book", by="Owner")
    contract.plan.check("nothing has changed by all that",
                        opening["what"] == "rule" and contract.book.run("history", "--limit", "0").answer["rows"] == history)


def try_problems(contract):
    """What was wrong with a file can be asked for later."""
    book, plan = contract.book, contract.plan
    kept = contract.expect("imports-problems", "imports", "--problems", "problems.csv")
    said = json.loads((HERE / "golden/import-problems.json").read_text(encoding="utf-8"))["errors"]
    plan.check("the problems are those that the import told of", said and kept["errors"] == said, str(kept))
    plan.check("by the act they are the same", book.run("imports", "--problems", kept["act"]).answer == kept)
    text = book.text("imports", "--problems", "problems.csv")
    plan.check("people see them as a table", text.status == 0 and said[0]["why"] in text.text, str(text))
    clean = book.run("imports", "--problems", "shopify.csv").answer
    plan.check("a good file has none", clean["errors"] == [] and clean["problems"] == 0, str(clean))
    contract.refuse("an import that is not there", 1, ["imports", "--problems", "nothing.csv"], "“nothing.csv” does not exist")
    try_problem_rows(contract, FIXTURES)


def try_source(contract):
    """Every cell of the file that says something is shown with the order."""
    book, plan = contract.book, contract.plan
    shown = contract.expect("show-order-source", "show", "orders", "#9001")
    first, second = shown["source"][0]["rows"]
    plan.check("a column that no field is read from is there", first["Payment Method"] == "Shopify Payments", str(first))
    plan.check("with every line", second["Lineitem name"] == "Dehua porcelain gaiwan - Plain", str(second))
    plan.check("a person is masked", first["Shipping Name"] == "A** W*****" and "Walk" not in json.dumps(shown), str(first))
    full = book.run("show", "orders", "#9001", "--unmasked", by="Owner").answer["source"][0]["rows"][0]
    plan.check("--unmasked shows the cells in full",
               full["Shipping Name"] == "Ann Walker" and full["Shipping Address1"] == "1 Leith Walk", str(full))
    text = book.text("show", "orders", "#9001")
    plan.check("people see them under their headings",
               "Payment Method      Shopify Payments" in text.text and "Ann Walker" not in text.text, str(text))
    plan.check("of the second row only what is new", text.text.count("Name                #9001") == 1, str(text))


def try_import(contract):
    """Files of two platforms, good and bad."""
    tmall, shopify = FIXTURES / "tmall.csv", FIXTURES / "shopify.csv"
    contract.expect("import-dry-run", "import", tmall, "--dry-run", "--platform", "tmall")
    contract.expect("import", "import", tmall, "--platform", "tmall", by="Owner")
    contract.expect("import-same", "import", tmall, "--platform", "tmall", by="Owner")
    contract.expect("import-problems", "import", FIXTURES / "problems.csv", "--platform", "tmall", status=3, by="Owner")
    contract.expect("import-several", "import", shopify, FIXTURES / "not-a-table.bin", status=1, lines=2, by="Owner")
    contract.expect("imports", "imports", "--limit", "2")
    try_forms(contract)
    try_problems(contract)
    try_source(contract)

    unknown = FIXTURES / "unknown.csv"
    contract.expect("import-unknown", "import", unknown, "--dry-run", status=1)
    contract.expect("import-mapping", "import", unknown, "--mapping", FIXTURES / "mapping.json", by="Owner")
    contract.refuse("a mapping that is none", 1, ["import", unknown, "--mapping", tmall], "daybookctl: ", by="Owner")
    pipe = contract.book.home / "pipe"
    os.mkfifo(pipe)
    contract.refuse("a mapping that is a pipe", 1, ["import", unknown, "--mapping", pipe], "no ordinary file", by="Owner")
    again = contract.book.run("import", unknown, by="Owner")
    contract.plan.check("the mapping is remembered", again.status == 0 and again.answer["same"] == again.answer["rows"], str(again))
    contract.plan.check("the mapped columns are the order's",
                        contract.book.run("show", "orders", "A-1001").answer["paid"] == {"minor": 12800, "currency": "CNY"})

    odd = contract.book.home / os.fsdecode(b"odd\xff.csv")
    odd.write_bytes(tmall.read_bytes())
    named = contract.book.run("import", odd, "--platform", "tmall", by="Owner")
    contract.plan.check("a name that is no text is told as one", named.status == 0 and named.answer["file"].startswith("odd"), str(named))

    try_refunds(contract, FIXTURES / "refunds.csv")
    try_older(contract)
    twice = contract.book.run("import", tmall, "--platform", "tmall", "--shop", "二店", by="Owner")
    number = contract.book.run("list", "orders", "--where", "number = 3000000000000000001").answer
    contract.plan.check("two shops may have an order of the same number", twice.status == 0 and number["total"] == 2, str(twice))
    done = contract.book.run("show", "orders", "3000000000000000001")
    contract.plan.check("then the number alone is an error that lists both",
                        done.status == 1 and done.complaint.count("3000000000000000001") == 2 and "二店:" in done.complaint, str(done))
    one = contract.book.run("show", "orders", "二店:3000000000000000001")
    contract.plan.check("SHOP:NUMBER decides", one.status == 0 and one.answer["refs"]["shop"]["name"] == "二店", str(one))
    contract.refuse("a zone that is none", 1, ["set", "shops", "二店", "zone=Mars/Base"], "Asia/Shanghai", by="Owner")
    contract.refuse("a currency that is none", 1, ["set", "shops", "二店", "currency=yuan"], "three letters", by="Owner")
    contract.refuse("a person in a view", 1, ["view", "save", "V", "orders", "--where", "phone = 13900001111"],
                    "seen by everyone", by="Owner")
    contract.refuse("a shop with orders stays", 1, ["delete", "shops", "二店"], "has orders", by="Owner")
    contract.refuse("no file", 2, ["import"], "FILE")
    other = contract.book.run("import", tmall, "--platform", "shopify", "--dry-run")
    contract.plan.check("another platform's file", other.status == 1 and "from Taobao, not from Shopify" in other.complaint, str(other))


def try_older(contract):
    """An export of one order only: its time is asked for where it is taken for older."""
    head = "Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity\n"
    first = '#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,10.00,Cup,1\n'
    second = '#7002,a@b.c,paid,2026-11-21 10:00:00 +0800,0.00,CNY,10.00,Cup,1\n'
    whole, part = contract.book.home / "whole.csv", contract.book.home / "part.csv"
    whole.write_text(head + first + second, encoding="utf-8")
    part.write_text(head + first.replace("paid", "partially_refunded").replace("0.00,CNY", "4.00,CNY", 1), encoding="utf-8")
    contract.book.run("import", whole, by="Owner")
    told = contract.book.run("import", part, "--dry-run").answer
    contract.plan.check("what is taken for older is said", (told["older"], told["updated"]) == (1, 0), str(told))
    done = contract.book.run("import", part, "--as-of", "2026-11-22 09:00", by="Owner").answer
    row = contract.book.run("show", "orders", "#7001").answer
    contract.plan.check("and followed when its time is said",
                        (done["older"], done["updated"], row["refund"], row["refunded"]["minor"]) == (0, 1, "part", 400), f"{done} {row}")
    contract.refuse("a time that is none", 2, ["import", part, "--as-of", "soon"], "daybookctl: ", by="Owner")


def wait_for(holds, seconds=60):
    """Waits until something holds; gives up quietly, the points tell."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not holds():
        time.sleep(0.1)


def try_interrupt(contract):
    """Ctrl+C in the middle of long work takes back what was done."""
    book = Book(contract.book.program)
    try:
        book.run("view", "save", "before", "orders")
        command = [book.program, "--data", str(book.folder), "--json", "sample", "--orders", "200000"]
        with subprocess.Popen(command, env=book.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as work:
            wait_for(lambda: book.run("history", "--limit", "1").answer["total"] > 2)
            work.send_signal(signal.SIGINT)
            answer, complaint = work.communicate(timeout=120)
        contract.plan.check("stopped: exit 1 and one sentence",
                            work.returncode == 1 and answer == b"" and complaint.count(b"\n") == 1, f"{work.returncode} {complaint}")
        left = [book.run("list", kind, "--limit", "1").answer["total"] for kind in ("orders", "customers", "products", "order_lines")]
        contract.plan.check("stopped: nothing is left", left == [0, 0, 0, 0], str(left))
        contract.plan.check("stopped: one agent is left", book.run("list", "agents").answer["total"] == 1)
        contract.plan.check("stopped: the book is sound", book.run("verify").answer["sound"])
    finally:
        book.close()


def try_no_number(contract):
    """What names an order of a table without numbers is for commands, not for people."""
    book = Book(contract.book.program)
    try:
        mapping = book.folder.parent / "keyed.json"
        mapping.write_text(json.dumps({"platform": "generic", "key": ["客人", "下单"],
                                       "columns": {"receiver": "客人", "created": "下单"}}), encoding="utf-8")
        book.run("import", FIXTURES / "unknown.csv", "--mapping", mapping)
        number = book.run("list", "orders").answer["rows"][0]["number"]
        contract.plan.check("JSON has the derived number", re.fullmatch("K[0-9a-f]{16}", number), number)
        for words in (["list", "orders"], ["show", "orders", number]):
            told = book.text(*words).text
            contract.plan.check(f"{words[0]} says that there is no number", f"no number ({number})" in told, told)
    finally:
        book.close()


def try_together(contract):
    """A long import and short edits at once: nobody loses anything."""
    book = Book(contract.book.program)
    try:
        book.run("view", "save", "before", "orders")
        command = [book.program, "--data", str(book.folder), "--as", "Owner", "sample", "--orders", "3000"]
        edits = []
        with subprocess.Popen(command, env=book.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as work:
            while work.poll() is None:
                edits.append(book.run("view", "save", f"view {len(edits)}", "orders", by="Owner"))
            complaint = work.stderr.read().decode()
        contract.plan.check("the long work is done", work.returncode == 0, complaint)
        contract.plan.check("there were edits meanwhile, and each was saved",
                            len(edits) > 1 and all(edit.status == 0 for edit in edits), "".join(map(str, edits)))
        left = [book.run("list", kind, "--limit", "1").answer["total"] for kind in ("orders", "views")]
        contract.plan.check("and everything is there", left == [3000, len(edits) + 1], f"{left}, {len(edits)} edits")
        contract.plan.check("together: the book is sound", book.run("verify").answer["sound"])
    finally:
        book.close()


def try_usage(contract):
    """Wrong words."""
    contract.refuse("no command", 2, [], "--help")
    contract.refuse("no such command", 2, ["lst"], "lst")
    contract.refuse("no such kind", 2, ["list", "ordrs"], "order_lines")
    contract.refuse("no kind", 2, ["list"], "KIND")
    contract.refuse("too many words", 2, ["where", "there"], "too much")
    contract.refuse("no such option", 2, ["list", "orders", "--colour"], "--colour")
    contract.refuse("a wrong expression", 2, ["list", "orders", "--where", "stage ="], "--where")
    contract.refuse("a wrong value", 2, ["list", "orders", "--where", "stage = red"], "red")
    contract.refuse("a wrong order", 2, ["list", "orders", "--sort", "beauty"], "beauty")
    contract.refuse("a wrong number", 2, ["list", "orders", "--limit", "-1"], "--limit")
    contract.refuse("a wrong time", 2, ["list", "orders"], "--now", now="yesterday-ish")
    contract.refuse("too small a sample", 2, ["sample", "--orders", "0"], "--orders")
    contract.refuse("an order that is not there", 1, ["show", "orders", "123"], "“123” does not exist")
    contract.refuse("a row that is not there", 1, ["history", "--of", "00000000-0000-4000-8000-000000000000"], "does not exist")
    contract.refuse("after a row that is not there", 1,
                    ["list", "orders", "--after", "00000000-0000-4000-8000-000000000000"], "not in this list")


def try_text(contract):
    """What people read."""
    book, plan = contract.book, contract.plan
    listed = book.text("list", "orders", "--limit", "3")
    plan.check("a table without --json", listed.text.startswith("Shop") and "Order number" in listed.text, str(listed))
    plan.check("no colour where there is no terminal", "\033" not in listed.text)
    plan.check("no row of it is JSON", "{" not in listed.text)
    for words in (["history"], ["trash"], ["imports"], ["agent", "list"], ["view", "list"], ["where"], ["search", "茶"],
                  ["verify"], ["show", "agents", "007"]):
        done = book.text(*words)
        plan.check(f"{' '.join(words)} in text", done.status == 0 and done.text.strip() and "{" not in done.text, str(done))
    read = book.text("import", FIXTURES / "tmall.csv", "--platform", "tmall", "--dry-run")
    told = contract.book.run("import", FIXTURES / "tmall.csv", "--platform", "tmall", "--dry-run").answer["sums"]
    plan.check("an import tells its sums", f"¥{told['paid_minor'] / 100:,.2f}" in read.text and told["last_date"] in read.text, str(read))
    german = book.text("list", "orders", "--limit", "1", LANG="C")
    plan.check("UTF-8 whatever the locale", "茶" in german.text or "Tea" in german.text, str(german))


def check_whole(contract, program):
    """Nothing was forgotten."""
    listed = contract.book.raw("--help").text.split("Commands:")[1].splitlines()
    commands = {line.split()[0] for line in listed if line.startswith("  ")}
    contract.plan.check("every command was tried", commands == contract.tried,
                        f"not tried: {commands - contract.tried}; not in the help: {contract.tried - commands}")
    contract.plan.none("every golden example belongs to a point", contract.golden_left)
    wrong = {"kind": "orders", "total": 1, "rows": [{"id": "x"}]}
    contract.plan.check("a row that breaks its schema is found", contract.validate("list", wrong) != "")


def main():
    """Tries everything on one book."""
    contract = Contract(sys.argv[1], "--update" in sys.argv)
    try:
        try_sample(contract)
        try_list(contract)
        number = try_show(contract)
        try_masks(contract, number)
        try_guesses(contract, number)
        try_audit(contract, number)
        try_search(contract, number)
        try_export(contract)
        try_set(contract, number)
        try_undo(contract, number)
        try_clock(contract)
        try_trash(contract, number)
        try_views(contract)
        try_agents(contract)
        try_people(contract)
        try_import(contract)
        try_reviews(contract, FIXTURES)
        try_mapped_kinds(contract)
        try_registers(contract)
        try_desk(contract)
        try_figures(contract)
        try_due(contract)
        try_traces(contract)
        try_guard(contract)
        try_privacy(contract)
        try_chores(contract)
        try_calls(contract)
        try_customers(contract)
        try_announcements(contract)
        try_articles(contract)
        try_phrases(contract)
        try_vips(contract)
        try_quick(contract)
        try_births(contract, FIXTURES)
        try_cases(contract)
        try_prints(contract)
        try_amounts(contract, FIXTURES / "tmall.csv", FIXTURES / "refunds.csv")
        try_photos(contract)
        try_locked(contract)
        try_no_number(contract)
        try_set_several(contract)
        try_take_over(contract)
        try_much(contract)
        try_together(contract)
        try_interrupt(contract)
        try_usage(contract)
        try_text(contract)
        try_persons(contract)
        try_backups(contract)
        check_whole(contract, sys.argv[1])
    finally:
        contract.book.close()
    return contract.plan.finish()


if __name__ == "__main__":
    sys.exit(main())
