#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is typed twice (OR-14): agent and flag come from the platform's note
and colour, for one order and for several, and go again with Ctrl+Z."""

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
import desk  # noqa: E402
import journey  # noqa: E402

NUMBERS = ["3801000000000104417", "3801000000000204528", "3801000000000304639"]
AGENT = "Mei"
# Each is of the agent and has the colour; the platform says it in its own words.
NOTES = ["Mei 已改地址", "加急 Mei", "Mei"]
COLOUR = "蓝"


def write(path):
    """An export of the seller's page with notes and colours, in GBK."""
    rows = ["订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间,订单备注,打标颜色"]
    for at, (number, note) in enumerate(zip(NUMBERS, NOTES)):
        rows.append(f'="{number}",茶客{at},128.00,"买家已付款，等待卖家发货",'
                    f"2026-11-20 10:{at:02}:00,2026-11-20 10:{at + 1:02}:00,{note},{COLOUR}")
    path.write_bytes(("\r\n".join(rows) + "\r\n").encode("gbk"))
    return path


def taken(j):
    """How many orders have the agent and the flag, as the command line says."""
    filters = f"agent = {AGENT} and flag = blue"
    return json.loads(j.run("list", "orders", "--json", "--where", filters))["total"]


def untouched(j):
    """How many have neither."""
    return json.loads(j.run("list", "orders", "--json", "--where", "agent = null and flag = none"))["total"]


def expect_taken(j, count):
    """Waits until so many orders have both, and the others neither."""
    j.app.wait_for(lambda: (taken(j), untouched(j)) == (count, len(NUMBERS) - count), f"{count} taken over")


def one(j):
    """In the panel."""
    _, app = j.word, j.app
    with j.step("an order's panel proposes what the platform says"):
        desk.open_order(j, NUMBERS[1])
        expect_taken(j, 0)
        app.find("label", re.compile(f".*{AGENT}.*{_('Blue', 'flag')}.*"))
        app.check_names()

    with j.step("Take Over sets agent and flag, and proposes nothing any more"):
        app.press(_("Take Over"))
        expect_taken(j, 1)
        app.gone("button", _("Take Over"))

    with j.step("Ctrl+Z takes both back, and they are proposed again"):
        app.key("ctrl+z")
        expect_taken(j, 0)
        app.find("button", _("Take Over"))
        app.press(_("Close the Panel"))
        app.gone("button", _("Close the Panel"))


def many(j):
    """In the bar of several orders."""
    _, app = j.word, j.app
    with j.step("Take Over in the bar sets those of all that are selected"):
        app.click(app.find("label", NUMBERS[2]))
        app.key("shift+Down", "shift+Down")
        said = re.compile("^" + re.escape(j.words("%s selected", "%s selected", 3) % "3"))
        bar = app.find("label", said).parent.parent
        app.press(_("Take Over"), within=bar)
        expect_taken(j, 3)

    with j.step("one Ctrl+Z takes all back"):
        app.click(app.find("label", NUMBERS[0]))
        app.key("ctrl+z")
        expect_taken(j, 0)


def take_over(j):
    j.run("agent", "add", AGENT)
    j.run("--as", AGENT, "import", write(j.session.home / "ExportOrderList202611221800.csv"))
    app = j.start()
    app.find("label", NUMBERS[0])
    one(j)
    many(j)


journey.main(take_over)
