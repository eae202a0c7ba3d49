#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One person under two accounts: offered, merged, taken back, merged with all sure ones, taken apart again."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402
import tmall  # noqa: E402


def count(j):
    """How many customers have a card."""
    return json.loads(j.run("list", "customers", "--json"))["total"]


def await_count(j, wanted):
    j.app.wait_for(lambda: count(j) == wanted, f"{wanted} customers")


def prepare(j):
    """The first order of each file has the same phone; two are of one person, and a third customer is somebody else."""
    for name, orders in (("one", [tmall.ORDERS[0], tmall.ORDERS[1]]),
                         ("two", [("3801000000000904417", "茶客二号", "张三丰", tmall.TO_SHIP, "64.00", "明前龙井 狮峰 100g")])):
        path = j.folder / f"{name}.csv"
        tmall.write(path, orders)
        j.run("import", path, "--platform", "tmall")
    order = json.loads(j.run("show", "orders", tmall.ORDERS[0][0], "--json"))
    j.run("set", "customer", order["customer"], "note=likes green tea")


def merge_offered(j):
    """From the panel, side by side; and back."""
    _, app = j.word, j.app
    with j.step("the panel offers the one who is similar"):
        app.click(app.find("label", re.compile("茶客一号$")))
        app.key("Return")
        app.find("label", j.words("%u similar customer", "%u similar customers", 1).replace("%u", "1"))
        app.check_names()
        app.shot(j.folder / "similar.png")
    with j.step("they are compared, and become one"):
        app.press(_("Compare…"))
        app.find("label", j.words("Merge %u Customer", "Merge %u Customers", 2).replace("%u", "2"))
        app.find("check box", _("%s: All together") % _("Note"))
        app.check_names()
        app.shot(j.folder / "merge.png")
        app.press(_("_Merge"))
        await_count(j, 2)
    with j.step("one undo makes them two again"):
        app.key("ctrl+z")
        await_count(j, 3)


def merge_sure(j):
    """On the page of all who are similar."""
    _, app = j.word, j.app
    with j.step("the page has them, with the reason, and merges the sure ones"):
        app.key("ctrl+k")
        palette = app.find("filler", _("Search and Commands"))
        app.type(_("Similar Customers"))
        app.find("label", _("Similar Customers"), palette)
        app.key("Return")
        app.find("label", re.compile(re.escape(_("same full phone number"))))
        app.check_names()
        app.shot(j.folder / "duplicates.png")
        app.press(j.words("Merge %u Sure One", "Merge %u Sure Ones", 1).replace("%u", "1"))
        await_count(j, 2)
        app.find("label", _("Nobody Is There Twice"))


def take_apart(j):
    """From the card of the one who stayed."""
    _, app = j.word, j.app
    with j.step("they are taken apart again from the card"):
        desk.turn_to(j, "Customers")
        app.click(app.find("label", re.compile("茶客.号$")))
        app.key("Return")
        app.press(re.compile("^" + re.escape(_("Take %s apart")).replace("%s", ".*") + "$"))
        await_count(j, 3)


def customer_merge(j):
    prepare(j)
    j.start("--page", "customers")
    merge_offered(j)
    merge_sure(j)
    take_apart(j)


journey.main(customer_merge)
