#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journeys' harness, tried on a small window of its own (tests/lib/probe.py).

It must see what is there, act as a person does, and, above all, fail when
something is wrong: journeys that cannot fail show nothing.
"""

import re
import struct
import sys
from pathlib import Path

LIB = Path(__file__).resolve().parent.parent / "lib"
sys.path.insert(0, str(LIB))
import journey  # noqa: E402

# What GTK calls the button that closes a window.
CLOSE = {None: "Close", "zh_CN": "关闭", "zh_TW": "關閉"}

PROBE = [sys.executable, LIB / "probe.py"]


def size_of(png):
    """The width and height in a PNG's head."""
    return struct.unpack(">II", Path(png).read_bytes()[16:24])


def fails(action, words):
    """Whether an action raises a JourneyError that says `words`."""
    try:
        action()
    except journey.JourneyError as error:
        return words in str(error)
    return False


def expect(holds):
    """An assertion that is there under -O as well."""
    if not holds:
        raise journey.JourneyError("not so")


def look(j, app):
    """Seeing what is there, and not what is not."""
    with j.step("finds what is shown, by role and name"):
        expect(app.find("button", "Greet").is_sensitive)
        expect(app.find("entry", "Note"))
        expect(app.find("row", re.compile("order 1003")))
    with j.step("a page that is not shown is not found"):
        expect(app.has("button", "on page one"))
        expect(not app.has("button", "on page two"))
    with j.step("looks in a part of the window alone"):
        row = app.find("row", re.compile("order 1003"))
        expect(app.find("label", "order 1003", row))
        expect(not app.has("label", "order 1004", row))
    with j.step("what does not come fails"):
        expect(fails(lambda: app.find("button", "Nowhere", seconds=0.3), "not within"))
        expect(fails(lambda: app.gone("button", "Greet", seconds=0.3), "to go"))
    with j.step("style and language are the session's"):
        app.find("label", j.session.style or "light")
        app.find("button", CLOSE[j.session.language])


def act(j, app):
    """Acting as a person does."""
    with j.step("presses a button"):
        app.press("Greet")
        app.find("label", "hello")
    with j.step("turns a page"):
        app.press("Turn")
        app.find("button", "on page two")
        app.gone("button", "on page one")
    with j.step("writes into an entry"):
        entry = app.find("entry", "Note")
        entry.set_text("by hand")
        expect(entry.text == "by hand")
    with j.step("types letters, Chinese too, and strikes Enter"):
        app.focus(app.find("entry", "Note"))
        app.key("ctrl+a")
        app.type("call 张三 back")
        app.key("Return")
        app.find("label", "noted call 张三 back")
    with j.step("clicks on a row, and moves on by keys"):
        app.click(app.find("row", re.compile("order 1002")))
        app.find("label", "at 1002")
        app.key("Down")
        app.find("label", "at 1003")
    with j.step("scrolls to what is not in sight before it clicks, there and back"):
        for line in ("line 30", "line 1", "line 15"):
            app.click(app.find("button", line))
            app.find("label", f"on {line}")
    with j.step("clicks on what moves when it stands still"):
        app.press("Slide")
        app.click(app.find("label", "order 1001"))
        app.find("label", "at 1001")
    with j.step("comes to a button by Tab, and presses it by Space"):
        app.focus(app.find("button", "Greet"))
        app.key("space")
        app.find("label", "hello")
    with j.step("makes the window larger and takes its picture"):
        app.resize(760, 740)
        app.wait_for(lambda: app.window.place[2] > 700, "the larger window")
        app.shot(j.folder / "probe.png")
        expect(size_of(j.folder / "probe.png") == (760, 740))


def complain(j):
    """What is wrong with a program is noticed."""
    with j.step("a control without a name is noticed"):
        app = j.start(program=[*PROBE, "nameless"])
        expect(fails(app.check_names, "check box"))
        app.quit()
    with j.step("a program that dies is noticed"):
        app = j.start(program=[*PROBE, "crash"])
        expect(fails(lambda: app.find("label", "never"), "ended with status"))
    with j.step("a warning is noticed"):
        app = j.start(program=[*PROBE, "complain"])
        expect(app.complaints())
        app.quit()
    j.app = None


def walk(j):
    """The whole way."""
    app = j.start(program=PROBE)
    look(j, app)
    act(j, app)
    with j.step("every control has a name"):
        app.check_names()
    with j.step("a window that is closed ends its program"):
        app.quit()
        expect(not app.complaints())
    with j.step("so does one whose actions come and go meanwhile"):
        j.start(program=[*PROBE, "restless"]).quit()
    with j.step("a run has its files to itself, also beside another one"):
        other = journey.own_folder(j.folder)
        expect(other != j.folder and not list(other.iterdir()) and list(j.folder.iterdir()))
    complain(j)


if __name__ == "__main__":
    journey.main(walk)
