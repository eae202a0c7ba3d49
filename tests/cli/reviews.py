# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the contract that is of reviews; contract.py calls it."""

import subprocess

from book import Book


def pipe(book, text, *words):
    """Runs a command on the book with a text on standard input."""
    done = subprocess.run([book.program, "--data", str(book.folder), "--now", "2026-11-22T10:00:00+08:00", *words],
                          input=text, capture_output=True, check=False, timeout=60, env=book.environment())
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def try_reviews(contract, fixtures):
    """Files of reviews, and reviews that were copied from a page, in a book of their own."""
    shop = contract.book
    contract.book = Book(shop.program)
    try:
        contract.book.run("sample", "--orders", "4", "--seed", "7")
        try_in(contract, fixtures)
    finally:
        contract.book.close()
        contract.book = shop


def try_in(contract, fixtures):
    """Files, texts, standard input, and what is refused."""
    plan, book = contract.plan, contract.book
    contract.expect("import-judgeme", "import", fixtures / "judgeme.csv", status=3, by="Owner")
    text = fixtures / "reviews.txt"
    contract.expect("import-reviews-dry-run", "import", "--reviews", text, "--platform", "jd", "--dry-run")
    contract.expect("import-reviews", "import", "--reviews", text, "--platform", "jd", by="Owner")
    contract.expect("import-reviews-same", "import", "--reviews", text, "--platform", "jd", by="Owner")
    contract.expect("list-reviews", "list", "reviews", "--sort", "written_at")
    code, said, _ = pipe(book, text.read_bytes(), "--as", "Owner", "import", "--reviews", "-", "--platform", "tmall")
    plan.check("standard input is read", code == 0 and said.startswith("Pasted reviews: tmall, reviews") and "new 2" in said
               and "2 lines are of no review" in said, said)
    code, said, _ = pipe(book, text.read_text(encoding="utf-8").encode("gb18030"), "--as", "Owner", "import", "--reviews", "-", "--platform", "tmall")
    plan.check("in any encoding", code == 0 and "same 2" in said, said)
    code, _, complaint = pipe(book, b"x" * (1024 * 1024 + 1), "--as", "Owner", "import", "--reviews", "-", "--platform", "tmall")
    plan.check("too much of it is refused", code == 1 and "more than 1 MB" in complaint, complaint)
    code, _, complaint = pipe(book, b"", "--as", "Owner", "import", "--reviews", "-", "--platform", "tmall")
    plan.check("nothing is refused", code == 1 and "No review" in complaint, complaint)
    contract.refuse("reviews of no platform", 2, ["import", "--reviews", text], "--platform", by="Owner")
    contract.refuse("reviews and a mapping", 2, ["import", "--reviews", text, "--platform", "jd", "--mapping", "m.json"], "--mapping", by="Owner")
    refused = book.run("import", "--reviews", fixtures / "tmall.csv", "--platform", "jd", by="Owner")
    plan.check("a table of orders is no text of reviews", refused.status == 1 and "not of reviews" in refused.complaint, str(refused))
    gone = book.run("import", "--reviews", fixtures / "nothing.txt", "--platform", "jd", by="Owner")
    plan.check("a text that is not there", gone.status == 1 and "nothing.txt" in gone.complaint, str(gone))
    left = [path.name for path in book.folder.iterdir() if "part" in path.name or path.suffix in (".csv", ".txt")]
    plan.check("nothing is left beside the book", not left, str(left))
