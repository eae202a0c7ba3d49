#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles in and out: a folder with a file that cannot be read is looked at, imported, taken back and imported again; one
gets a picture and its product, is opened from there, and all go out as files that say the same."""

import json
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
from picture import write_png  # noqa: E402

FILE = ("Name,Email,Financial Status,Created at,Refunded Amount,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Lineitem sku\n"
        "#7001,a@b.c,paid,2026-11-20 10:00:00 +0800,0.00,CNY,90.00,Red cup,1,90.00,CUP-R\n")
TITLE = "The red cup"
SAID = "from above"
CUP = f"---\ntitle: {TITLE}\nkind: product\nreview_by: 2027-06-01T09:00:00+08:00\nreaders: anyone\n---\n\nHolds a pint. See [lids](lids.html).\n"
LIDS = "<html><head><title>Lids</title></head><body><h2>Which</h2><p>All of <b>them</b>.</p><script>alert(1)</script></body></html>"


def articles(j, where="state = in_use"):
    return json.loads(j.run("list", "articles", "--where", where, "--limit", "0", "--json"))["rows"]


def article(j, title):
    return next((row for row in articles(j) if row["title"] == title), None)


def rows(j, kind):
    return json.loads(j.run("list", kind, "--limit", "0", "--json"))["rows"]


def write_folder(j):
    folder = j.session.home / "wiki"
    folder.mkdir()
    (folder / "cup.md").write_text(CUP, encoding="utf-8")
    (folder / "lids.html").write_text(LIDS, encoding="utf-8")
    (folder / "endless.md").write_text("---\ntitle: Endless\n", encoding="utf-8")
    return folder


def command(j, words):
    """One of the palette's, by its words."""
    _, app = j.word, j.app
    app.key("ctrl+k")
    palette = app.find("filler", _("Search and Commands"))
    app.type(_(words).rstrip("…"))
    app.find("label", _(words), palette)
    app.key("Return")


def look(j):
    """The counts, and the file that cannot be read with its reason."""
    _, app = j.word, j.app
    app.find("heading", _("New %1$u · changed %2$u · the same %3$u · with a problem %4$u")
             .replace("%1$u", "2").replace("%2$u", "0").replace("%3$u", "0").replace("%4$u", "1"))
    app.find("label", "endless.md")
    app.find("label", "Lids")
    app.check_names()


def take(j):
    _, app = j.word, j.app
    app.press((j.words("_Import %u Article", "_Import %u Articles", 2) % 2).replace("_", ""))
    app.wait_for(lambda: article(j, TITLE) and article(j, "Lids"), "both articles")


def bring(j, folder):
    """Once dropped, once chosen."""
    _, app = j.word, j.app
    with j.step("a folder that is dropped on the page is looked at, and nothing is in the book"):
        files = app.drop(folder)
        look(j)
        j.expect(article(j, TITLE), None)
        app.shot(j.folder / "looked-at.png")
        files.kill()
    with j.step("imported, it can be taken back at once"):
        take(j)
        app.find("label", j.words("%u article imported", "%u articles imported", 2) % 2)
        app.click(app.find("label", "Lids"))
        app.key("ctrl+z")
        app.wait_for(lambda: article(j, TITLE) is None and article(j, "Lids") is None, "them to go")
    with j.step("chosen by a command, it comes again"):
        command(j, "Import a Folder of Articles…")
        desk.choose_file(j, folder, "Choose a Folder of Articles")
        look(j)
        take(j)
        j.expect("script" in article(j, "Lids")["body"], False)
        j.expect(article(j, TITLE)["review_by"], "2027-06-01T09:00:00+08:00")


def edit(j, picture):
    """A picture from the clipboard, and the product by its number."""
    _, app = j.word, j.app
    with j.step("a picture is pasted into the text; what is said of it is typed over"):
        app.click(app.find("label", TITLE))
        app.key("F4")
        app.find("label", _("Edit the Article"))
        app.key("ctrl+End")
        other = app.copy(picture)
        app.key("ctrl+v")
        app.find("image", _("Pasted picture"))
        app.type(SAID)
        app.find("image", SAID)
        app.check_names()
        app.shot(j.folder / "picture.png")
        other.kill()
    with j.step("its product is found by its number"):
        app.press(_("_Details"))
        app.find("entry", _("Page of which product: words of its title, or its number"))
        app.key("shift+Tab")
        app.type("CUP-R")
        app.find("label", "Red cup")
        app.key("Return")
        app.find("button", _("It is not the page of this product"))
        app.check_names()
        app.key("ctrl+s")
        app.wait_for(lambda: (article(j, TITLE) or {}).get("product"), "the product")
        j.expect(f"![{SAID}](picture:" in article(j, TITLE)["body"], True)


def lead(j):
    """From the product to its article, and from there to what leads to it."""
    _, app = j.word, j.app
    with j.step("the product leads to its article"):
        desk.turn_to(j, "Products")
        app.click(app.find("label", "Red cup"))
        app.key("Return")
        app.click(app.find("label", TITLE))
        app.find("heading", TITLE)
        app.find("image", SAID)
        app.check_names()
    with j.step("an article lists what leads to it; thrown away, that is said, and undone"):
        desk.turn_to(j, "Articles")
        app.click(app.find("label", "Lids"))
        app.key("Return")
        app.find("heading", "Lids")
        app.click(app.find("label", _("What Leads Here")))
        app.find("label", TITLE)
        app.click(app.find("label", "Lids"))
        app.key("Delete")
        app.find("label", re.compile(re.escape(j.words("%u other leads to it", "%u others lead to it", 1) % 1)))
        app.key("ctrl+z")
        app.wait_for(lambda: article(j, "Lids"), "it back")


def send(j):
    """Out as files, and on paper."""
    _, app = j.word, j.app
    with j.step("all go out as files that say the same"):
        out = j.session.home / "out"
        out.mkdir()
        command(j, "Export All Articles as Markdown…")
        desk.choose_file(j, out, "Choose a Folder to Export Into")
        page = out / f"{TITLE}.md"
        app.wait_for(page.exists, "the file")
        app.find("label", re.compile("^" + re.escape(_("Saved: %s") % "out")))
        text = page.read_text(encoding="utf-8")
        j.expect("product: CUP-R\n" in text and "kind: product\n" in text and "readers: anyone\n" in text, True)
        j.expect("review_by: 2027-06-01T09:00:00+08:00" in text.replace('"', ""), True)
        j.expect(len(list((out / "pictures").iterdir())), 1)
        j.expect(bool(re.search(rf"!\[{SAID}\]\(pictures/[0-9a-f]{{64}}\.png\)", text)), True)
        j.expect("](Lids.md)" in text, True)
        done = json.loads(j.run("article", "import", out, "--dry-run", "--json"))
        j.expect((done["new"], done["changed"], done["refused"]), (0, 0, []))
    with j.step("one is saved for paper, with its picture"):
        app.click(app.find("label", TITLE))
        command(j, "Save the Selected Articles as One Document…")
        path = j.session.home / "cup.pdf"
        save_as(j, _("Save as One Document"), path)
        listed = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, check=True, text=True).stdout
        j.expect(len(listed.strip().splitlines()), 3)


def save_as(j, title, path):
    _, app = j.word, j.app
    chooser = app.find(None, title)
    app.wait_for(lambda: any(entry.text.endswith(".pdf") and "focused" in entry.states for entry in app.find_all("entry", None, chooser)),
                 "the name that is proposed")
    app.key("ctrl+a")
    app.type(str(path))
    app.wait_for(lambda: any(entry.text == str(path) for entry in app.find_all("entry", None, chooser)), "the whole path")
    app.press(_("_Save"), within=chooser)
    app.wait_for(lambda: path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF"), "the whole file")


def exchange(j):
    orders = j.folder / "orders.csv"
    orders.write_text(FILE, encoding="utf-8")
    j.run("import", orders)
    picture = write_png(j.session.home / "cup.png", 60, 40, (200, 40, 40))
    folder = write_folder(j)
    j.start("--page", "knowledge")
    j.app.find("label", j.word("Articles"))
    bring(j, folder)
    edit(j, picture)
    lead(j)
    send(j)


journey.main(exchange)
