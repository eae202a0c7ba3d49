# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./run and tests/run do with the trees they build in; sourced by both.

# Forgets the tree $1 where it was set up for sources that were elsewhere: the
# folder was moved or copied since, and meson knows whole paths only.
tree_forget_moved () {
  [ -f "$1/build.ninja" ] || return 0
  python3 - "$1/meson-info/meson-info.json" "$PWD" 2>/dev/null <<'END' || rm -rf "$1"
import json
import os
import sys
with open(sys.argv[1], encoding="utf-8") as info:
    source = json.load(info)["directories"]["source"]
sys.exit(os.path.realpath(source) != os.path.realpath(sys.argv[2]))
END
}
