#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files hold words for people: po/POTFILES.in.

    po/potfiles.py            writes POTFILES.in anew

tests/checks/translations.py asks the same question and fails where the file
in the tree says otherwise.
"""

import re
from pathlib import Path

HEADER = "# SPDX-License-Identifier: GPL-3.0-or-later"

IN_C = re.compile(r'\b(?:NC_|WORD|N_|C_|_|ngettext|g_dngettext|g_dpgettext2?)\s?\(\s*(?:GETTEXT_PACKAGE, )?"')
IN_XML = re.compile(r'\btranslatable="(?:yes|true|1)"')
DATA = ["desktop.in", "gschema.xml", "metainfo.xml.in"]


def holds_words(path):
    """Whether a source has anything to translate."""
    pattern = IN_XML if path.suffix in {".ui", ".xml"} else IN_C
    return bool(pattern.search(path.read_text(encoding="utf-8")))


def wanted(root):
    """The lines that POTFILES.in is to have, sorted."""
    sources = [path for suffix in ("c", "h", "ui")
               for path in Path(root, "src").rglob(f"*.{suffix}") if holds_words(path)]
    data = [path for suffix in DATA for path in Path(root, "data").glob(f"*.{suffix}")]
    return sorted(str(path.relative_to(root)) for path in [*sources, *data])


def present(root):
    """The lines that POTFILES.in has."""
    lines = Path(root, "po", "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def main():
    """Writes the file anew."""
    root = Path(__file__).resolve().parent.parent
    Path(root, "po", "POTFILES.in").write_text(
        "\n".join([HEADER, *wanted(root)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
