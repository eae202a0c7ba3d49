# SPDX-License-Identifier: GPL-3.0-or-later
"""A register, as a journey meets it: its words come from its definition, its cases are moved in
the panel at the right."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Register:
    """One of the registers that come along."""

    def __init__(self, j, key):
        self.j = j
        self.key = key
        self.definition = json.loads((ROOT / "data" / "registers" / f"{key}.json").read_text(encoding="utf-8"))

    def said(self, what):
        """What the definition calls something in the language of the journey."""
        return what[self.j.session.language or "en"]

    @property
    def one(self):
        return self.said(self.definition["one"])

    def stage(self, name):
        return self.said(self.definition["stages"][name]["label"])

    def label(self, field):
        return self.said(self.definition["fields"][field]["label"])

    def form(self, stage):
        """The form in which what a stage demands is filled in."""
        return self.j.app.find("label", self.j.word("Move to “%s”") % self.stage(stage)).parent

    def choose(self, stage, *fields):
        """The first word of each choice in that form."""
        for field in fields:
            self.j.app.choose(self.j.app.find("combo box", field, within=self.form(stage)), "Down", "Return")

    def write(self, stage, role, field, text):
        """Writes into a line, or a text of several, over what is there."""
        self.j.app.write(self.j.app.find(role, field, within=self.form(stage)), text)

    def ask(self, stage):
        """Presses the stage in the bar: its form comes, or the case is moved."""
        self.j.app.press(self.stage(stage))

    def confirm(self, stage):
        """Presses the button of the form."""
        self.j.app.press(self.stage(stage), within=self.form(stage))

    def arrive(self, stage):
        """Waits until the case is there."""
        self.j.app.find("panel", self.j.word("Stage: %s") % self.stage(stage))

    def row(self, number, *fields):
        """What the command line says of a case."""
        row = json.loads(self.j.run("show", f"cases.{self.key}", number, "--json"))
        return [row.get(field) for field in fields]
