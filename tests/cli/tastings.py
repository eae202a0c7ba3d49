# SPDX-License-Identifier: GPL-3.0-or-later
"""A register of the shop's own, from a file, and what is done with lists of its cases; cases.py calls it."""

import json
import zipfile

from exports import read_csv

OWN = {
    "register": "tasting", "prefix": "TA", "title": {"en": "Tastings", "zh_CN": "品鉴"}, "one": {"en": "Tasting", "zh_CN": "品鉴会"},
    "fields": {
        "day": {"type": "date", "label": "Day"},
        "grams": {"type": "number", "digits": 2, "label": "Tea in grams"},
        "guests": {"type": "number", "label": "Guests"},
        "teas": {"type": "choices", "label": "Teas", "choices": {"green": "Green", "black": "Black", "puer": {"label": "Pu’er"}}},
        "room": {"type": "choice", "label": "Room", "choices": {"small": {"en": "Small room"}, "garden": "Garden"}},
        "host": {"type": "person", "label": "Host"},
        "because": {"type": "link", "register": "return", "label": "Came of"},
        "phone": {"type": "text", "mask": "phone", "label": "Phone"},
        "liked": {"type": "stars", "label": "Liked"},
        "cost": {"type": "money", "label": "Cost"},
        "guest": {"type": "text", "mask": "name", "label": "Guest"},
        "words": {"type": "long_text", "label": "Words"},
        "again": {"type": "yes_no", "label": "Again"},
        "parcel": {"type": "parcel", "label": "Samples"},
    },
    "reasons": {"gift": "A gift", "taste": "To taste"},
    "stages": {
        "planned": {"label": "Planned", "waits_for": "customer", "moves": ["held", "off"]},
        "held": {"label": "Held", "requires": ["day", {"one_of": ["guest", "guests"]}], "moves": ["done", "planned"]},
        "done": {"label": "Done", "ends": True, "moves": ["held"]},
        "off": {"label": "Called off", "ends": True},
    },
    "columns": ["number", "stage", "day", "room", "host", "liked"],
}

FULL = ("day=2026-12-01", "grams=12.5", "guests=3", "teas=puer,green,puer", "phone=13955508877", "room=garden", "host=012", "because=R-A1001", "liked=4", "cost=88",
        "guest=张三丰", "words=very good", "again=yes", "parcel=SF99887766", "parcel_courier=顺丰", "reason=gift")


def try_tastings(contract):
    """It is made, used, listed, exported and masked."""
    book, plan = contract.book, contract.plan
    file = book.home / "tasting.json"
    file.write_text(json.dumps(OWN), encoding="utf-8")
    done = book.run("register", "import", file, by="Owner")
    plan.check("the register is there", done.status == 0, str(done))
    try_own(contract)
    try_where(contract)
    try_sort(contract)
    try_views(contract)
    try_out(contract)
    try_words(contract)
    try_phones(contract)
    try_masks(contract)
    try_without(contract)


def found(book, *words):
    """The places of the tastings that are listed: 1 is the first that was made."""
    listed = book.run("list", "cases.tasting", "--limit", "0", *words)
    return [int(row["number"][-1]) for row in listed.answer["rows"]] if listed.status == 0 else str(listed)


def try_own(contract):
    """Each type of field takes what it should, and nothing else."""
    book, plan = contract.book, contract.plan
    contract.expect("case-own", "case", "new", "tasting", *FULL, by="007")
    contract.expect("show-case-own", "show", "cases.tasting", "TA-A1001")
    book.run("case", "new", "tasting", "day=2027-01-05", "grams=3", "guests=12", "teas=black", "room=small", "host=Mia Wong", "liked=2",
             "cost=5.5", by="007")
    book.run("case", "new", "tasting", "teas=black green", by="007")
    for field, value, says in (
            ("day", "someday", "A time is expected"), ("grams", "1.234", "A number is expected, such as 12.5"), ("guests", "1.5", "A whole number is expected"),
            ("teas", "green,oolong", "“oolong”: “teas” is one of: green, black, puer"), ("room", "attic", "“room” is one of: small, garden"),
            ("host", "nobody", "Agent “nobody” does not exist"), ("because", "R-A9999", "Case “R-A9999” does not exist"),
            ("because", "S-A1001", "S-A1001 is none of it"), ("cause", "x", "“cause” has no choices here"), ("liked", "6", "“Liked”"),
            ("liked", "0", "“Liked”"), ("cost", "dear", "“dear” is not an amount"), ("again", "maybe", "“again” is one of: unknown, yes, no"),
            ("reason", "size", "“reason” is one of: gift, taste")):
        contract.refuse(f"a tasting's {field} is not {value}", 1, ["case", "new", "tasting", f"{field}={value}"], says, by="007")
    contract.refuse("what its stage demands, of which one is enough", 1, ["case", "move", "TA-A1003", "held"],
                    "“Held” needs: Day, Guest or Guests.", by="007")
    done = book.run("case", "move", "TA-A1002", "held", by="007")
    plan.check("a tasting is held", done.status == 0 and done.answer["stage"] == "held", str(done))
    text = book.text("show", "case", "TA-A1001").text
    for line in ("Tea in grams           12.50", "Host                   陈露", "Came of                R-A1001", "Cost                   ¥88.00",
                 "Samples: courier       顺丰", "Day                    2026-12-01"):
        plan.check(f"people read: {line}", f"\n{line}\n" in text, text)


def try_where(contract):
    """Its own fields, and those of every case."""
    book, plan = contract.book, contract.plan
    for where, places in (
            ("room = garden", [1]), ("room in (garden, small)", [2, 1]), ("room != garden", [3, 2]), ("room = null", [3]),
            ("teas = green", [3, 1]), ("teas = puer", [1]), ("teas in (puer, black)", [3, 2, 1]), ("teas != black", [1]),
            ("cost > 10", [1]), ("cost <= 5.50", [2]), ("day < 2027-01-01", [1]), ("day = 2027-01-05", [2]), ("day >= today", [2, 1]),
            ("grams >= 3", [2, 1]), ("grams > 3.00", [1]), ("grams = 12.5", [1]), ("guests = 12", [2]), ("liked >= 4", [1]), ("host = 012", [1]),
            ("because = R-A1001", [1]), ("again = yes", [1]), ("guest ~ 张", [1]), ("words ~ good", [1]), ("parcel ~ 9988", [1]),
            ("phone ~ 8877", [1]), ("phone ~ 5550", []), ("reason = gift", [1]), ("stage in (held, done)", [2]), ("closed_at = null and (liked = 2 or liked = 4)", [2, 1])):
        plan.check(f"tastings where {where}", found(book, "--where", where) == places, found(book, "--where", where))
    for where, says in (("room = attic", "“room” is one of: small, garden"), ("grams = x", "A number is expected"), ("day = someday", "A time is expected"),
                        ("beauty = 1", "“beauty”"), ("condition = good", "“condition”"), ("room ~ gar", "compared with ="), ("stage = asked", "“stage” is one of")):
        contract.refuse(f"tastings where {where}", 2, ["list", "cases.tasting", "--where", where], says)
    for kind, where, some in (("cases", "register = tasting and stage = planned", 2), ("cases.complaint", "checked = calls and severity != minor", 1),
                              ("cases.complaint", "compensation >= 20 and happened_at < 2026-11-21", 1), ("cases", "merged_into != null", 0)):
        listed = book.run("list", kind, "--where", where)
        plan.check(f"{kind} where {where}", listed.status == 0 and listed.answer["total"] == some, str(listed))


def try_sort(contract):
    """In the order of any of them; what is not there comes last."""
    book, plan = contract.book, contract.plan
    for sort, places in (("day", [1, 2, 3]), ("-day", [2, 1, 3]), ("grams", [2, 1, 3]), ("-grams", [1, 2, 3]), ("cost", [2, 1, 3]), ("liked", [2, 1, 3]),
                         ("guests", [1, 2, 3]), ("number", [1, 2, 3]), ("-number", [3, 2, 1])):
        plan.check(f"tastings in the order of {sort}", found(book, "--sort", sort) == places, found(book, "--sort", sort))
    contract.refuse("in the order of what it has not", 2, ["list", "cases.tasting", "--sort", "condition"], "“condition”")
    whole = found(book, "--sort", "day")
    first = book.run("list", "cases.tasting", "--sort", "day", "--limit", "1").answer
    rest = found(book, "--sort", "day", "--after", first["rows"][0]["id"])
    plan.check("--limit and --after cut without a gap",
               first["total"] == 3 and [int(first["rows"][0]["number"][-1])] + rest == whole, str(rest))


def try_views(contract):
    """A list of one register with a name."""
    book, plan = contract.book, contract.plan
    saved = book.run("view", "save", "花园", "cases.tasting", "--where", "room = garden and host = 012", "--sort", "-day", by="007")
    plan.check("a view of a register is saved", saved.status == 0 and saved.answer["view_kind"] == "cases.tasting"
               and not contract.validate("view", saved.answer), str(saved))
    plan.check("and shows its cases", found(book, "--view", "花园") == [1], found(book, "--view", "花园"))
    done = book.run("export", "花园", "--to", book.home / "v.csv", "--columns", "number,room", by="007")
    plan.check("also in a file", done.status == 0 and read_csv(book.home / "v.csv") == [{"Case number": "TA-A1001", "Room": "Garden"}], str(done))
    contract.refuse("not those of another", 2, ["list", "cases.return", "--view", "花园"], "shows")
    contract.refuse("a view of what it has not", 2, ["view", "save", "x", "cases.tasting", "--where", "condition = good"], "“condition”", by="007")
    book.run("view", "delete", "花园", by="007")


# --- Files ----------------------------------------------------------------------------------------


def try_out(contract):
    """Headings and words for people in tables, names and keys in JSON."""
    book, plan = contract.book, contract.plan
    contract.expect("export-cases", "export", "cases.tasting", "--to", book.home / "t.csv", by="007")
    rows = read_csv(book.home / "t.csv")
    told = {"Case number": "TA-A1001", "Stage": "Planned", "Reason": "A gift", "Day": "2026-12-01", "Tea in grams": "12.50", "Guests": "3",
            "Teas": "Green, Pu’er", "Room": "Garden", "Host": "陈露", "Came of": "R-A1001", "Liked": "4", "Cost": "88.00", "Guest": "张**",
            "Words": "very good", "Again": "Yes", "Samples": "SF99887766", "Samples: courier": "顺丰"}
    plan.check("CSV has the register's headings and words", {heading: rows[2].get(heading) for heading in told} == told, str(rows[2]))
    plan.check("every tasting is in it, in the order of the list",
               [row["Case number"] for row in rows] == ["TA-A1003", "TA-A1002", "TA-A1001"])
    book.run("export", "cases.tasting", "--to", book.home / "t.json", "--where", "liked > 1", "--sort", "day", by="007")
    listed = book.run("list", "cases.tasting", "--where", "liked > 1", "--sort", "day").answer["rows"]
    plan.check("JSON is the rows of the list",
               json.loads((book.home / "t.json").read_text(encoding="utf-8")) == listed and len(listed) == 2)
    book.run("export", "cases.tasting", "--to", book.home / "t.xlsx", "--columns", "number,day,teas,host,grams", by="007")
    with zipfile.ZipFile(book.home / "t.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
    plan.check("a workbook has them too", sheet.count("<row ") == 4
               and all(f">{word}<" in sheet for word in ("Case number", "Day", "Teas", "Tea in grams", "Green, Pu’er", "陈露", "2027-01-05")), sheet[-2500:])
    book.run("export", "cases.complaint", "--to", book.home / "c.csv", by="007")
    row = read_csv(book.home / "c.csv")[0]
    plan.check("so do the cases of another register",
               {"How serious": "Serious", "Check form": "Chats, Calls, Those concerned were asked"}.items()
               <= row.items() and "Room" not in row, str(row))
    book.run("export", "cases", "--to", book.home / "all.csv", by="007")
    rows = read_csv(book.home / "all.csv")
    plan.check("all together have what all have, each in its register's words", "Room" not in rows[0] and {"Planned", "Held", "Agreed"}
               <= {row["Stage"] for row in rows} and len(rows) == book.run("list", "cases", "--limit", "1").answer["total"], str(rows[:2]))
    contract.refuse("an export of no register", 1, ["export", "cases.wishes", "--to", book.home / "x.csv"], "cases.wishes", by="007")
    contract.refuse("an export of a field it has not", 2, ["export", "cases.tasting", "--to", book.home / "x.csv", "--columns", "condition"],
                    "condition", by="007")
    contract.refuse("an export by an agent", 1, ["export", "cases", "--to", book.home / "x.csv"], "Only the owner or a lead", by="012")


def try_words(contract):
    """Cases are found by number, words, names and parcels."""
    book, plan = contract.book, contract.plan
    for text, field in (("TA-A1001", "number"), ("ta-a1001", "number"), ("张三丰", None), ("zhangsanfeng", None), ("very good", None), ("99887", None)):
        rows = [row for row in book.run("search", text).answer["rows"] if row["kind"] == "case"]
        plan.check(f"“{text}” finds the tasting",
                   "TA-A1001" in [row["number"] for row in rows] and all(row["match"] and row["excerpt"] for row in rows)
                   and (field is None or rows[0]["match"] == field), str(rows))
        plan.check("and hides the guest", "三丰" not in json.dumps(rows, ensure_ascii=False))


def try_phones(contract):
    """What is covered is not found digit by digit, and whole not by nobody."""
    book, plan = contract.book, contract.plan
    for text, some in (("13955", 0), ("5550887", 0), ("508877", 0), ("8877", 1)):
        rows = [row["number"] for row in book.run("search", text).answer["rows"] if row["kind"] == "case"]
        plan.check(f"“{text}” finds {some}", len(rows) == some, str(rows))
    contract.refuse("a whole phone, by nobody", 2, ["search", "13955508877"], "--as")
    rows = book.run("search", "13955508877", by="012").answer["rows"]
    look = book.run("audit", "--limit", "1", by="Owner").answer["rows"][0]
    plan.check("by somebody, which is written down", [(row["number"], row["match"]) for row in rows] == [("TA-A1001", "phone")]
               and (look["how"], look["row"]) == ("search", rows[0]["id"]), f"{rows} {look}")


# --- Persons --------------------------------------------------------------------------------------


def try_masks(contract):
    """Who is in a case is hidden from those who pass by."""
    book, plan = contract.book, contract.plan
    number = book.run("case", "new", "inquiry", "name=欧阳小明", "contact=ming@example.com", "content=问尺码", by="007").answer["number"]
    case = book.run("show", "case", number).answer
    plan.check("name and contact are masked", (case["name"], case["contact"]) == ("欧阳**", "m***@example.com"), str(case))
    book.run("case", "set", number, "contact=13800002222", by="007")
    plan.check("a phone as a phone", book.run("show", "case", number).answer["contact"] == "138****2222")
    book.run("case", "note", number, "请回电", "--kind", "escalated", "--contact", "13800003333", by="007")
    event = book.run("show", "case", number).answer["events"][0]
    plan.check("so is the contact in what was written",
               event["contact"] == "138****3333" == book.run("show", "case", number).answer["contact"], str(event))
    text = book.text("show", "case", number).text + book.text("list", "cases").text + book.text("list", "events").text
    plan.check("also for people", "小明" not in text and "0000" not in text and "138****3333" in text, text)
    before = book.run("audit", by="Owner").answer["total"]
    full = book.run("list", "cases.inquiry", "--where", f"number = {number}", "--unmasked", by="007").answer["rows"][0]
    log = book.run("audit", "--limit", "1", by="Owner").answer
    look = log["rows"][0]
    plan.check("--unmasked shows them, which is written down", (full["name"], full["contact"]) == ("欧阳小明", "13800003333")
               and log["total"] == before + 1 and (look["row_kind"], look["row"], look["agent_name"]) == ("case", full["id"], "林晓"), f"{full} {log}")
    full = book.run("show", "case", number, "--unmasked", by="007").answer
    plan.check("with what hangs on it", full["events"][0]["contact"] == "13800003333"
               and {"case", "event"} <= {row["row_kind"] for row in book.run("audit", "--limit", "2", by="Owner").answer["rows"]}, str(full["events"]))
    contract.expect("reveal-case", "reveal", number, "contact", "--reason", "to call back", by="012")
    seen = book.run("reveal", "TA-A1001", "guest", by="012")
    plan.check("a field of the register's own is revealed as well", seen.status == 0 and seen.answer["value"] == "张三丰", str(seen))
    plan.check("under the name that people know", (seen.answer["field"], book.run("audit", "--limit", "1", by="Owner").answer["rows"][0]["field"])
               == ("guest", "guest"), str(seen))
    plan.check("both are in the log", book.run("audit", "--of", number, by="Owner").answer["rows"][0]["reason"] == "to call back"
               and book.run("audit", "--of", "TA-A1001", by="Owner").answer["rows"][0]["field"] == "guest")
    contract.refuse("--unmasked for an agent", 1, ["show", "case", number, "--unmasked"], "Only the owner or a lead", by="012")
    contract.refuse("what is not masked", 2, ["reveal", number, "content"], "not masked", by="007")
    for where, total in (("contact ~ 3333", 1), ("contact ~ 0000", 0), ("contact = 13800003333", 1)):
        listed = book.run("list", "cases.inquiry", "--where", where, by="007").answer
        plan.check(f"{where} finds {total}", listed["total"] == total, str(listed))
    plan.check("a whole contact is a question that is written down",
               book.run("audit", "--limit", "1", by="Owner").answer["rows"][0]["how"] == "search")
    contract.refuse("and nobody's is not answered", 2, ["list", "cases", "--where", "contact = 13800003333"], "--as")
    contract.refuse("nothing is sorted by it", 2, ["list", "cases", "--sort", "contact"], "personal")


def try_without(contract):
    """A register that is taken back leaves its cases."""
    book, plan = contract.book, contract.plan
    act = next(row["id"] for row in book.run("history", "--limit", "0").answer["rows"] if "asting" in row["title"] and row["agent_name"] == "Owner")
    book.run("undo", act, by="Owner")
    contract.refuse("its list is gone", 2, ["list", "cases.tasting"], "names no register")
    contract.refuse("and it takes no case", 1, ["case", "new", "tasting"], "no register “tasting”", by="007")
    contract.refuse("nor changes one", 1, ["case", "move", "TA-A1001", "held"], "no register “tasting”", by="007")
    case = book.run("show", "case", "TA-A1001").answer
    plan.check("its cases are there, with what every case has",
               (case["number"], case["stage"], case.get("day")) == ("TA-A1001", "planned", None), str(case))
    text = book.text("list", "cases")
    plan.check("people see them", text.status == 0 and "TA-A1001" in text.text, str(text))
    book.run("redo", by="Owner")
    plan.check("it comes back with all they have", book.run("show", "case", "TA-A1001").answer.get("day") == "2026-12-01")
