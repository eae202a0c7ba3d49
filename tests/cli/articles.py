# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tried of `daybookctl article` and `daybookctl read`: see contract.py."""

from book import Book

MONDAY = "2026-11-23T10:00:00+08:00"
JUNE = "2027-06-01T10:00:00+08:00"


def try_articles(contract):
    """In a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "24", "--seed", "5")
        try_writing(contract)
        try_people(contract)
        try_training(contract)
        try_due(contract)
        try_from_case(contract)
        try_starters(contract)
        try_files(contract)
        try_refusals(contract)
    finally:
        contract.book.close()
        contract.book = shop


def try_writing(contract):
    """Written, changed, restored: nothing is lost."""
    book, plan = contract.book, contract.plan
    file = book.home / "cups.md"
    file.write_text("Ask for a **photo**.\n", encoding="utf-8")
    made = contract.expect("article-new", "article", "new", "Cups that leak", "--body", f"@{file}", "--kind", "faq",
                           "category=Goods", "told=true", "registers=return damage", by="Owner")
    plan.check("its text is the file's", made["body"] == "Ask for a **photo**.\n", str(made))
    other = book.run("article", "new", "Pots", "--body", "As of [[cups THAT leak]], and [[Nothing]].", by="Owner").answer
    plan.check("a typed title is a link", other["body"] == f"As of [cups THAT leak](article:{made['id']}), and [[Nothing]].", str(other))
    contract.expect("article-set", "article", "set", "Cups that leak", "title=Cups that drip", "body+=Or for a film.", "review_months=3",
                    "--note", "films say more", by="007", now=MONDAY)
    shown = contract.expect("article-show", "article", "show", "Pots")
    plan.check("the link knows the new title", shown["links"] == [{"id": made["id"], "title": "Cups that drip"}], str(shown))
    contract.expect("article-revision", "article", "show", made["id"], "--revision", "1")
    contract.expect("article-diff", "article", "show", made["id"], "--diff", "1..2")
    plan.check("since the first, for people", "+ Or for a film." in book.text("article", "show", made["id"], "--diff", "1").text)
    contract.expect("article-restore", "article", "restore", made["id"], "1", by="Owner", now=MONDAY)
    revisions = book.run("article", "show", made["id"]).answer["revisions"]
    plan.check("restoring is a third revision", [one["number"] for one in revisions] == [3, 2, 1], str(revisions))
    plan.check("text for people", "Ask for a **photo**." in book.text("article", "show", made["id"]).text)


def try_people(contract):
    """Comments, uses and readers."""
    book, plan = contract.book, contract.plan
    contract.expect("article-comment", "article", "comment", "Pots", "Not for glass", by="007")
    order = book.run("list", "orders", "--limit", "1").answer["rows"][0]["id"]
    contract.expect("article-used", "article", "used", "Pots", "--wrong", "--for", order, "--note", "old price", by="007")
    book.run("article", "used", "Pots", "--right", by="Owner")
    uses = book.run("article", "show", "Pots").answer["uses"]
    plan.check("both were counted", (uses["total"], uses["right"], uses["wrong"]) == (2, 1, 1), str(uses))
    book.run("article", "set", "Pots", f"read_by={MONDAY}", by="Owner")
    contract.expect("read", "read", "Pots", by="007")
    contract.expect("article-readers", "article", "readers", "Pots")
    book.run("article", "set", "Pots", "body=Other words", by="Owner", now=MONDAY)
    states = {one["name"]: one["state"] for one in book.run("article", "readers", "Pots").answer["rows"]}
    plan.check("what was changed since was read before", "older" in states.values() and states["Owner"] == "current", str(states))
    plan.check("readers for people", "Read before it was changed" in book.text("article", "readers", "Pots").text)


def try_training(contract):
    """Points of a path, ticked and judged."""
    book, plan = contract.book, contract.plan
    book.run("article", "new", "First week", "--kind", "training", "--body", "- [ ] Take one call\n- [ ] Write a note\n", by="Owner")
    book.run("article", "train", "First week", "007", "1", by="007")
    contract.expect("article-train", "article", "train", "First week", "007", "write", "--stars", "4", "--note", "well", by="Owner")
    training = book.run("article", "show", "First week").answer["training"]
    plan.check("two of two, four stars", [(one["done"], one["points"], one["stars"]) for one in training] == [(2, 2, 4)], str(training))
    book.run("article", "train", "First week", "007", "1", "--to-do", by="Owner")
    plan.check("one is not after all", book.run("article", "show", "First week").answer["training"][0]["done"] == 1)


def try_due(contract):
    """A review that is over is due to whoever keeps the article, until it is reviewed."""
    book, plan = contract.book, contract.plan

    def due():
        return [row for row in book.run("today", "--limit", "0", now=JUNE).answer["rows"] if row["kind"] == "article"]

    rows = due()
    key = next(row["key"] for row in rows if row["title"].endswith("Pots"))
    plan.check("all are over by June", len(rows) == 3, str(rows))
    contract.expect("article-explain", "explain", key, now=JUNE)
    book.run("done", key, by="Owner", now=JUNE)
    plan.check("done is reviewed", len(due()) == 2, str(due()))
    contract.expect("article-review", "article", "review", "First week", by="Owner", now=JUNE)
    plan.check("so is review", len(due()) == 1, str(due()))


def try_from_case(contract):
    """What a case has taught, without anybody's name."""
    book, plan = contract.book, contract.plan
    case = book.run("case", "new", "complaint", "subject=Came late", "name=王小明", "contact=13800138000",
                    "content=王小明 says call 13800138000", by="Owner").answer
    draft = contract.expect("article-from-case", "article", "from-case", case["number"], by="Owner")
    plan.check("nobody is in it", "王" not in draft["body"] and "138" not in draft["body"] and draft["state"] == "draft", str(draft))


def try_starters(contract):
    """Brought once, not taken back by a bare undo."""
    book, plan = contract.book, contract.plan
    before = book.run("list", "articles", "--limit", "1").answer["total"]
    done = contract.expect("article-starters", "article", "starters", "--language", "zh_TW", by="Owner")
    after = book.run("list", "articles", "--limit", "1").answer["total"]
    plan.check("there are at least thirty", after - before >= 30, f"{before} {after}")
    again = book.run("article", "starters", "--language", "zh_TW", by="Owner").answer
    plan.check("they come once", again["act"] is None, str(again))
    undone = book.run("undo", by="Owner").answer
    plan.check("undo takes back what the person did", book.run("list", "articles", "--limit", "1").answer["total"] == after - 1, str(undone))
    book.run("undo", done["act"], by="Owner")
    plan.check("undone by name they are gone", book.run("list", "articles", "--limit", "1").answer["total"] == before - 1)


def try_files(contract):
    """Out into a folder and into a document, and back in."""
    book, plan = contract.book, contract.plan
    folder = book.home / "out"
    written = contract.expect("article-export", "article", "export", "--to", folder, by="Owner")
    plan.check("a file for each", len(list(folder.glob("*.md"))) == written["rows"] >= 3, str(written))
    contract.expect("article-import-same", "article", "import", folder, "--dry-run", by="Owner")
    extra = book.home / "in"
    extra.mkdir()
    (extra / "new.html").write_text("<h1>Sieves</h1><p>See <a href='old.md'>the other</a><script>x</script>", encoding="utf-8")
    (extra / "old.md").write_text("---\ntitle: Pots\nregisters: nothing\n---\nNew words\n", encoding="utf-8")
    (extra / "bad.docx").write_bytes(b"none")
    contract.expect("article-import-dry-run", "article", "import", extra, "--dry-run", by="Owner", status=3)
    done = contract.expect("article-import", "article", "import", extra, by="Owner", status=3)
    plan.check("one act", book.run("history", "--limit", "1").answer["rows"][0]["id"] == done["act"], str(done))
    plan.check("the other is linked", f"article:{done['files'][1]['id']}" in book.run("article", "show", "Sieves").answer["body"])
    document = book.home / "all.html"
    book.run("article", "export", "--to", document, by="Owner")
    text = document.read_text(encoding="utf-8")
    plan.check("one document has all", "Sieves" in text and "<script" not in text and "New words" in text)
    told = book.text("article", "import", extra, by="Owner")
    plan.check("an import for people", told.status == 3 and "Sieves" in told.text, str(told))
    contract.refuse("article: a folder that is in use", 1, ["article", "export", "--to", folder], "empty folder", by="Owner")
    contract.refuse("article: nothing to import", 1, ["article", "import", book.home / "nowhere"], "Markdown", by="Owner")
    contract.refuse("article: not for everybody", 1, ["article", "export", "--to", document], "owner or a lead", by="012")


def try_refusals(contract):
    """Each with a sentence."""
    book = contract.book
    file = book.home / "large.md"
    file.write_bytes(b"x" * (1024 * 1024 + 1))
    bad = book.home / "bad.md"
    bad.write_bytes(b"\xff\xfe\x00")
    book.run("article", "new", "Twice", by="Owner")
    book.run("article", "new", "twice", by="Owner")
    for name, words, says in (
            ("no title", ["new", " "], "title"),
            ("too long", ["new", "Long", "--body", f"@{file}"], "1024 kB"),
            ("no text", ["new", "Bad", "--body", f"@{bad}"], "UTF-8"),
            ("no file", ["new", "None", "--body", "@nowhere"], "cannot be read"),
            ("too many months", ["set", "Pots", "review_months=61"], "1 to 60"),
            ("read by yesterday", ["set", "Pots", "read_by=2026-11-01"], "over already"),
            ("no such register", ["set", "Pots", "registers=nothing"], "nothing"),
            ("no such revision", ["restore", "Pots", "99"], "revision 99"),
            ("which of two", ["show", "TWICE"], "Several articles"),
            ("not there", ["show", "Nobody wrote it"], "does not exist"),
            ("an empty comment", ["comment", "Pots", " "], "Nothing was written"),
            ("no such point", ["train", "First week", "007", "9"], "Take one call"),
            ("six stars", ["train", "First week", "007", "1", "--stars", "6"], "1 to 5")):
        contract.refuse(f"article: {name}", 1, ["article", *words], says, by="Owner")
    contract.refuse("article: no two revisions", 2, ["article", "show", "Pots", "--diff", "one"], "3..5", by="Owner")
    contract.refuse("article: right and wrong", 2, ["article", "used", "Pots", "--right", "--wrong"], "not both", by="Owner")
    contract.refuse("article: set elsewhere", 2, ["set", "articles", book.run("article", "show", "Pots").answer["id"], "body=x"], "article set", by="Owner")
    contract.refuse("article: judging oneself", 1, ["article", "train", "First week", "012", "1", "--stars", "5"], "owner or a lead", by="012")
