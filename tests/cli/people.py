# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what, by PIN and by role: each role tries each act. See contract.py."""

import os
import sqlite3
import time
from datetime import datetime

from book import Book

EVENING = "2026-11-22T19:00:00+08:00"
OWNER, LEAD, AGENT, EVE, READER = "Owner", "007", "012", "021", "033"
ROLES = {"owner": OWNER, "lead": LEAD, "agent": AGENT, "on shift": EVE, "off shift": EVE, "reader": READER}


def try_people(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "160", "--seed", "7")
        contract.book.run("agent", "add", "王芳", "--code", READER, "--role", "read_only", by=OWNER)
        try_alone(contract)
        try_shift(contract)
        try_forgotten(contract)
        try_answering(contract)
        try_rights(contract)
        try_reach(contract)
        try_quota(contract)
        try_kept(contract)
        try_laptop(contract)
        try_pins(contract)
        try_secret(contract)
    finally:
        contract.book.close()
        contract.book = shop


def with_pins(run, pins, *words, **how):
    """Runs something with these PINs through a descriptor, one a line."""
    reading, writing = os.pipe()
    os.write(writing, "".join(pin + "\n" for pin in pins).encode())
    os.close(writing)
    try:
        return run(*words, DAYBOOK_PIN_FD=str(reading), pass_fds=(reading,), **how)
    finally:
        os.close(reading)


def try_alone(contract):
    """A shop of one person: no PIN, whatever is set, no role and no quota."""
    book = Book(contract.book.program)
    plan = contract.plan
    try:
        book.run("sample", "--orders", "8", "--seed", "1")
        for code in (LEAD, AGENT, EVE):
            book.run("delete", "agents", code, by=OWNER)
        done = with_pins(book.run, ["2580"], "agent", "pin", OWNER)
        plan.check("alone, a PIN may be set", done.status == 0 and done.answer["has_pin"], str(done))
        done = book.run("list", "orders")
        plan.check("and nobody asks for it", done.status == 0, str(done))
        done = book.run("reveal", done.answer["rows"][0]["number"], "phone")
        plan.check("nor for a reason", done.status == 0 and "*" not in done.answer["value"], str(done))
    finally:
        book.close()


def try_shift(contract):
    """On, away, back and off."""
    contract.refuse("away before a shift", 1, ["away"], "not on shift", by=EVE, now=EVENING)
    contract.expect("on", "on", by=EVE, now=EVENING)
    contract.refuse("on twice", 1, ["on"], "on shift already", by=EVE, now=EVENING)
    contract.expect("away", "away", "晚饭", "20:00", by=EVE, now=EVENING)
    contract.refuse("away twice", 1, ["away"], "away already", by=EVE, now=EVENING)
    contract.expect("agent-list-on", "agent", "list", by=EVE, now=EVENING)
    contract.expect("back", "back", by=EVE, now=EVENING)
    contract.refuse("back twice", 1, ["back"], "not away", by=EVE, now=EVENING)
    contract.book.run("away", by=EVE, now=EVENING)
    done = contract.expect("off", "off", by=EVE, now=EVENING)
    contract.plan.check("who goes is not away any more", done["away_since"] is None and done["on_since"] is None, str(done))
    contract.refuse("off twice", 1, ["off"], "not on shift", by=EVE, now=EVENING)
    contract.refuse("a reader has no shift", 1, ["on"], "may read", by=READER, now=EVENING)


def try_forgotten(contract):
    """Who does not sign off is off after the shop's hours; who comes again ends the day before by it."""
    book, plan = contract.book, contract.plan
    contract.expect("agent-hours", "agent", "hours")
    contract.refuse("no number of hours", 2, ["agent", "hours", "99"], "1 to 72", by=LEAD)
    contract.refuse("hours are a setting", 1, ["agent", "hours", "10"], "owner or a lead", by=AGENT)
    plan.check("they are set", book.run("agent", "hours", "10", by=LEAD).answer == {"hours": 10})
    book.run("on", by=EVE, now="2026-11-21T18:00:00+08:00")
    on = [book.run("agent", "list", by=EVE, now=now).answer["rows"] for now in ("2026-11-22T03:59:59+08:00", "2026-11-22T04:00:00+08:00")]
    plan.check("on for ten hours, and no second more", [any(row["on_since"] for row in rows) for rows in on] == [True, False], str(on))
    book.run("on", by=EVE, now=EVENING)
    rows = book.run("list", "presences", by=OWNER).answer["rows"]
    plan.check("the day before is ended, and marked", [row["forgotten"] for row in rows if row["began"].startswith("2026-11-21")] == [True]
               and sum(row["forgotten"] for row in rows) == 1, str(rows))
    book.run("off", by=EVE, now=EVENING)
    book.run("agent", "hours", "14", by=LEAD)


def try_answering(contract):
    """Sub-accounts and channels."""
    contract.expect("agent-sub-account", "agent", "sub-account", "taobao", "山居茶舍:小陈", AGENT, by=LEAD)
    contract.book.run("agent", "sub-account", "taobao", "山居茶舍:小陈", EVE, by=LEAD)
    rows = contract.expect("agent-sub-accounts", "agent", "sub-account", by=AGENT)["rows"]
    contract.plan.check("one account is one row", len(rows) == 1, str(rows))
    contract.expect("agent-sub-account-ends", "agent", "sub-account", "taobao", "山居茶舍:小陈", by=LEAD)
    contract.plan.check("ended, it is gone", contract.book.run("agent", "sub-account").answer["rows"] == [])
    contract.expect("agent-channel", "agent", "channel", "phone", AGENT, LEAD, by=LEAD)
    contract.book.run("agent", "channel", "phone", EVE, by=LEAD)
    rows = contract.expect("agent-channels", "agent", "channel", by=AGENT)["rows"]
    contract.plan.check("without a deputy there is none", len(rows) == 1 and rows[0]["deputy"] is None, str(rows))
    contract.refuse("no such channel", 2, ["agent", "channel", "pigeon", AGENT], "phone", by=LEAD)


def acts(book):
    """What is tried: name, who may, and the words; each leaves things as they are or is undone by its own way back."""
    order = book.run("list", "orders", "--limit", "1", "--where", "agent = null").answer["rows"][0]
    own = book.run("list", "orders", "--limit", "1", "--where", "agent = '021'").answer["rows"][0]
    customer = book.run("list", "customers", "--limit", "1").answer["rows"][0]
    everybody = set(ROLES)
    writes, agents, leads = everybody - {"reader"}, {"owner", "lead", "agent"}, {"owner", "lead"}
    here = agents | {"on shift"}
    return [
        ("look an order up", here | {"reader"}, ["show", "orders", order["number"]]),
        ("look one's own up", everybody, ["show", "orders", own["number"]]),
        ("work on any", here, ["set", "orders", order["number"], "note=ask"]),
        ("work on one's own", writes, ["set", "orders", own["number"], "note=ask"]),
        ("make a case of one's own", writes, ["case", "new", "inquiry", "subject=?"]),
        ("look who is twice in the book", agents | {"reader"}, ["customer", "duplicates"]),
        ("look who is to be a VIP", agents | {"reader"}, ["grade", "proposals"]),
        ("look who is to hear from the shop", agents | {"reader"}, ["grade", "contacts"]),
        ("look whose day is near", agents | {"reader"}, ["customer", "days"]),
        ("reveal any", here, ["reveal", order["number"], "phone", "--reason", "asked"]),
        ("reveal one's own", writes, ["reveal", own["number"], "phone", "--reason", "asked"]),
        ("print in full", leads, ["show", "orders", own["number"], "--unmasked"]),
        ("list in bulk, or one's own few", leads | {"on shift", "off shift"}, ["list", "orders", "--limit", "0", "--where", "stage != null"]),
        ("export", leads, ["export", "orders", "--to", "x.csv"]),
        ("grade a customer", leads, ["set", "customers", customer["id"], "grade=vip_1"]),
        ("decline the proposed grades", leads, ["grade", "decline", "--all"]),
        ("write a shop's phrase", agents, ["phrase", "new", "话术", "--text", "您好"]),
        ("set a rule", leads, ["rule", "set", "unpaid", "within=45min"]),
        ("set opening hours", leads, ["calendar", "set", "mon=09:00-18:00"]),
        ("change a setting", leads, ["set", "settings", "colour", "value=red"]),
        ("say how long rows of files are kept", leads, ["privacy", "keep", "source", "9000"]),
        ("say how long looks are kept", {"owner"}, ["privacy", "keep", "reveals", "9"]),
        ("say so by the setting", {"owner"}, ["set", "settings", "keep-reveals", "value=9"]),
        ("say how long customers are kept", {"owner"}, ["privacy", "keep", "customers", "9"]),
        ("let looks and customers go", {"owner"}, ["privacy", "keep", "run"]),
        ("add a person", leads, ["agent", "role", READER, "read_only"]),
        ("make an owner", {"owner"}, ["agent", "role", LEAD, "owner"]),
        ("unmake an owner", {"owner"}, ["set", "agents", OWNER, "code=009"]),
        ("say who is trusted", {"owner"}, ["agent", "trust", AGENT]),
        ("say how many reveals", {"owner"}, ["agent", "quota", AGENT, "50"]),
        ("read the log of reveals", leads, ["audit"]),
        ("back up", leads, ["backup"]),
    ]


def try_rights(contract):
    """Each role tries each act; what was done is undone by the owner."""
    book = contract.book
    tried = acts(book)
    for role, who in ROLES.items():
        if role == "on shift":
            book.run("on", by=EVE)
        elif role == "off shift":
            book.run("off", by=EVE)
        for name, may, words in tried:
            done = book.run(*words, by=who)
            sentence = done.complaint.strip()
            fits = done.status == 0 if role in may else done.status == 1 and sentence.startswith("daybookctl: ") and done.text == ""
            contract.plan.check(f"{role}: {name}", fits, str(done))
            if role in may and name in ("make an owner", "unmake an owner"):
                book.run("undo", by=who)
    try_colleagues_shift(contract)
    contract.refuse("undo is a change like others", 1, ["undo", last_trust(book)], "owner", by=LEAD)


def try_colleagues_shift(contract):
    """Whoever has seen in the history that a colleague has signed on does not end it by an undo."""
    book = contract.book
    book.run("on", by=EVE)
    act = book.run("history", "--limit", "1", by=OWNER).answer["rows"][0]["id"]
    contract.refuse("a colleague's shift is not undone", 1, ["undo", act], "Only the owner or a lead", by=AGENT)
    contract.plan.check("their own is", book.run("undo", act, by=EVE).status == 0)


def last_trust(book):
    """The newest act about who is trusted."""
    rows = book.run("history", "--limit", "0", by=OWNER).answer["rows"]
    return next(row["id"] for row in rows if row["title"].startswith("Trusted with personal data"))


def try_reach(contract):
    """A part-timer off shift has what is assigned to them, in each list; on shift any is found."""
    book, plan = contract.book, contract.plan
    every = book.run("list", "orders", "--limit", "0", by=OWNER).answer
    own = book.run("list", "orders", "--limit", "0", by=EVE).answer
    names = {row["id"]: row for row in every["rows"]}
    plan.check("off shift: their own orders only", 0 < own["total"] < every["total"] and all(row["id"] in names for row in own["rows"]), str(own["total"]))
    other = next(row for row in every["rows"] if row["id"] not in {one["id"] for one in own["rows"]})
    tail = other["number"][-6:]
    plan.check("off shift: no other is found", other["id"] not in [row["id"] for row in book.run("search", tail, by=EVE).answer["rows"]])
    plan.check("off shift: nor by a filter", book.run("list", "orders", "--where", f"number = '{other['number']}'", by=EVE).answer["total"] == 0)
    contract.refuse("off shift: nor by its number", 1, ["show", "orders", other["number"]], "Sign on first", by=EVE)
    contract.refuse("off shift: nor what was done to it", 1, ["history", "--of", other["number"]], "Sign on first", by=EVE)
    done = book.run("history", "--limit", "0", by=EVE).answer["rows"]
    plan.check("off shift: the history is their own", done and all(row["agent_name"] == "Mia Wong" for row in done), str(done[:3]))
    due = book.run("today", "--limit", "0", by=EVE).answer["rows"]
    mine = book.run("today", "--mine", "--limit", "0", by=EVE).answer["rows"]
    plan.check("off shift: so is Today", due == mine and len(due) < len(book.run("today", "--limit", "0", by=OWNER).answer["rows"]), str(due))
    case = book.run("case", "new", "inquiry", "subject=晚班", by=OWNER).answer
    plan.check("off shift: no case of others", case["id"] not in [row["id"] for row in book.run("list", "cases", "--limit", "0", by=EVE).answer["rows"]])
    book.run("assign", case["number"], EVE, by=OWNER)
    plan.check("assigned, it is theirs", case["id"] in [row["id"] for row in book.run("list", "cases", "--limit", "0", by=EVE).answer["rows"]])
    done = book.run("case", "note", case["number"], "看到了", by=EVE)
    plan.check("and they work on it", done.status == 0, str(done))
    book.run("on", by=EVE)
    plan.check("on shift: any is found", other["id"] in [row["id"] for row in book.run("search", tail, by=EVE).answer["rows"]])
    plan.check("on shift: by a filter", book.run("list", "orders", "--where", f"number = '{other['number']}'", by=EVE).answer["total"] == 1)
    plan.check("on shift: lists are still one's own", book.run("list", "orders", "--limit", "0", by=EVE).answer["total"] == own["total"])
    cases = [book.run("list", "cases", "--limit", "0", by=who).answer["total"] for who in (OWNER, EVE)]
    plan.check("on shift: all cases", cases[0] == cases[1], str(cases))
    masked = book.run("show", "orders", other["number"], by=EVE).answer
    plan.check("on shift: masked", "*" in masked["phone"], str(masked["phone"]))
    book.run("off", by=EVE)


def try_quota(contract):
    """So many reveals a day, and for a part-timer a reason each."""
    book, plan = contract.book, contract.plan
    number = book.run("list", "orders", "--limit", "1", by=EVE).answer["rows"][0]["number"]
    contract.refuse("a part-timer says why", 1, ["reveal", number, "phone"], "Say why", by=EVE)
    words = ["reveal", number, "phone", "--reason", "asked"]
    used = looks_of(book, EVE)
    book.run("agent", "quota", EVE, len(used) + 2, by=OWNER)
    for now in ("2026-11-25T10:00:00+08:00", "2031-01-01T10:00:00+08:00"):
        done = book.run(*words, by=EVE, now=now)
        plan.check("within the number", done.status == 0, str(done))
    for now in ("2026-11-25T10:00:00+08:00", "2032-01-01T10:00:00+08:00"):
        contract.refuse("the number is used up, whatever day is said to be", 1, words, "times a day", by=EVE, now=now)
    looks = book.run("audit", "--limit", "0", by=OWNER).answer["rows"]
    plan.check("that it was asked in vain is written down", [row["reason"] for row in looks if row["rows"] == 0] == ["asked"] * 2, str(looks))
    now = time.time()
    plan.check("and when, by nobody's word", all(abs(seconds - now) < 3600 for seconds in looks_of(book, EVE)), str(looks_of(book, EVE)))
    book.run("agent", "quota", EVE, "role", by=OWNER)
    done = book.run(*words, by=EVE)
    plan.check("as many as the role has", done.status == 0, str(done))
    book.run("reveal", number, "phone", by=OWNER, now="2026-11-25T10:00:00+08:00")
    looks = book.run("audit", "--limit", "0", by=OWNER).answer["rows"]
    plan.check("the owner's are as they say", "2026-11-25T10:00:00+08:00" in [row["at"] for row in looks], str(looks))


def looks_of(book, who):
    """When somebody has looked at a row in full by the command line."""
    agent = book.run("show", "agents", who, by=OWNER).answer["id"]
    rows = book.run("audit", "--limit", "0", by=OWNER).answer["rows"]
    return [datetime.fromisoformat(row["at"]).timestamp() for row in rows if row["agent"] == agent and row["how"] == "command" and row["rows"] > 0]


def try_kept(contract):
    """What goes for good goes by nobody's word but the owner's."""
    book, plan = contract.book, contract.plan
    for keep in ("reveals", "customers"):
        book.run("privacy", "keep", keep, "off", by=OWNER)
    plan.check("a lead lets go what a lead may say", book.run("privacy", "keep", "run", by=LEAD).status == 0)
    with sqlite3.connect(book.folder / "daybook.db") as db:
        db.execute("UPDATE source_rows SET raw = 'x' WHERE \"order\" = (SELECT min (\"order\") FROM source_rows)")
    db.close()
    gone = [book.run("privacy", "keep", "run", by=who, now="2060-01-01T10:00:00+08:00").answer["act"] for who in (LEAD, OWNER)]
    plan.check("but not what a day to come would", gone[0] is None and gone[1] is not None, str(gone))
    book.run("privacy", "keep", "source", "off", by=OWNER)


def try_laptop(contract):
    """The laptop's role limits whoever sits at it."""
    book = contract.book
    contract.expect("agent-laptop", "agent", "laptop", "part_time", by=OWNER)
    contract.refuse("a lead is limited there", 1, ["export", "orders", "--to", "x.csv"], "laptop", by=LEAD)
    contract.refuse("and may not lift it", 1, ["agent", "laptop", "owner"], "owner", by=LEAD)
    done = book.run("set", "orders", book.run("list", "orders", "--limit", "1", by=LEAD).answer["rows"][0]["number"], "note=x", by=LEAD)
    contract.plan.check("but works on", done.status == 0, str(done))
    contract.plan.check("the owner lifts it", book.run("agent", "laptop", "owner", by=OWNER).status == 0)


def forget_wait(book):
    """As if the last wrong PIN were long ago: nobody waits in a test."""
    with sqlite3.connect(book.folder / "daybook.db") as db:
        db.execute("UPDATE local SET value = 1 WHERE key LIKE 'pin_failed_at:%'")
    db.close()


def try_pins(contract):
    """A PIN is asked for, a wrong one is counted and delayed, and a right one forgets that."""
    book, plan = contract.book, contract.plan
    for pin, why in (("1111", "first"), ("12", "digits"), ("12a4", "digits")):
        done = with_pins(book.run, [pin], "agent", "pin", EVE, by=OWNER)
        plan.check(f"no PIN: {pin}", done.status == 1 and why in done.complaint, str(done))
    done = with_pins(book.run, ["2580"], "agent", "pin", EVE, by=LEAD)
    plan.check("a lead sets a PIN", done.status == 0 and done.answer["has_pin"], str(done))
    done = with_pins(book.run, ["7913"], "agent", "pin", OWNER, by=LEAD)
    plan.check("but none of the owner's", done.status == 1 and "owner" in done.complaint, str(done))
    done = with_pins(book.run, ["2580", "6914"], "agent", "pin", EVE, by=EVE)
    plan.check("everybody changes their own", done.status == 0, str(done))
    contract.refuse("without a PIN nobody is let in", 1, ["list", "orders"], "DAYBOOK_PIN_FD", by=EVE)
    done = with_pins(book.run, ["6914"], "list", "orders", by=EVE)
    plan.check("with it one is", done.status == 0, str(done))
    for n in range(3):
        done = with_pins(book.run, ["2580"], "list", "orders", by=EVE)
        plan.check(f"wrong, {n + 1}", done.status == 1 and "not the PIN" in done.complaint and "Wait" not in done.complaint, str(done))
    done = with_pins(book.run, ["2580"], "list", "orders", by=EVE)
    plan.check("the fourth says to wait", "Wait 1 second" in done.complaint, str(done))
    forget_wait(book)
    for seconds in ("2 seconds", "4 seconds", "8 seconds", "16 seconds"):
        done = with_pins(book.run, ["2580"], "list", "orders", by=EVE)
        plan.check(f"and the next {seconds}", f"Wait {seconds}" in done.complaint, str(done))
        if seconds != "16 seconds":
            forget_wait(book)
    done = with_pins(book.run, ["6914"], "list", "orders", by=EVE, now="2027-11-22T10:00:00+08:00")
    plan.check("the right one waits too, whatever time is said to be", done.status == 1 and "too often" in done.complaint, str(done))
    forget_wait(book)
    done = with_pins(book.run, ["6914"], "list", "orders", by=EVE)
    plan.check("later it is let in", done.status == 0, str(done))
    done = with_pins(book.run, ["2580"], "list", "orders", by=EVE)
    plan.check("and the wrong ones are forgotten", "Wait" not in done.complaint, str(done))
    plan.check("others need none", book.run("list", "orders", by=AGENT).status == 0)
    with_pins(book.run, ["3691"], "agent", "pin", OWNER, by=OWNER)
    contract.refuse("nobody is the owner by saying nothing", 2, ["list", "orders"], "--as")
    done = with_pins(book.run, ["3691"], "agent", "pin", EVE, "--remove", by=OWNER)
    plan.check("a PIN is taken away", done.status == 0 and not done.answer["has_pin"], str(done))
    plan.check("and asked for no more", book.run("list", "orders", by=EVE).status == 0)


def try_secret(contract):
    """No way out tells a PIN, and it is written by its own command only."""
    book, plan = contract.book, contract.plan

    def owner(*words):
        return with_pins(book.run, ["3691"], *words, by=OWNER)

    target = book.home / "agents.json"
    told = [owner("show", "agents", OWNER), owner("list", "agents"), owner("agent", "list"), owner("search", "Owner"), owner("history", "--limit", "0"),
            owner("history", "--of", owner("show", "agents", OWNER).answer["id"]), with_pins(book.text, ["3691"], "show", "agents", OWNER, by=OWNER),
            with_pins(book.text, ["3691"], "list", "agents", by=OWNER), owner("export", "agents", "--to", target)]
    plan.check("nothing that is printed has it", all(done.status == 0 and "argon2" not in done.text for done in told), "\n".join(map(str, told)))
    plan.check("nor has a file", "argon2" not in target.read_text(encoding="utf-8") and '"pin"' not in target.read_text(encoding="utf-8"))
    for words in (["list", "agents", "--where", "pin ~ 'argon'"], ["list", "agents", "--where", "pin != null"], ["list", "agents", "--sort", "pin"],
                  ["set", "agents", AGENT, "pin=1"], ["reveal", owner("show", "agents", OWNER).answer["id"], "pin"]):
        done = owner(*words)
        plan.check(f"it is no field: {' '.join(words[:2] + words[-1:])}", done.status in (1, 2) and "argon2" not in done.complaint, str(done))
