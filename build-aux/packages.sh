# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The packages that building and testing ask for; sourced by ./run, tests/run
# and build-aux/make-deb. debian/control is the one list: what only the tests
# need is marked <!nocheck> there, as Debian does it.

# Prints the packages to install, one a line. $1: build, package for making a
# .deb as well, or test for both and what only the tests need.
packages_needed () {
  local name rest
  awk '/^[A-Za-z-]+:/ { inside = ($1 == "Build-Depends:"); sub (/^[^:]*:/, "") }
       inside { gsub (/,/, "\n"); print }' debian/control |
  while read -r name rest; do
    case "$1 $name $rest" in
      "$1  " | "$1 debhelper-compat "*) ;;
      build*'<!nocheck>'* | package*'<!nocheck>'*) ;;
      *) echo "$name" ;;
    esac
  done
  echo build-essential
  [ "$1" = build ] || echo debhelper
}

# Prints those of the packages named on standard input that are not installed.
packages_missing () {
  sort -u | comm -23 - <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' |
                         sed -n 's/^installed //p' | sort -u)
}

# Prints the words to put before a command that only root may run; fails
# where that would ask for a password.
packages_as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    echo env
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    echo sudo -n
  else
    return 1
  fi
}

# Installs what is missing, or names it and fails. $1 as above.
packages_ensure () {
  local missing as_root
  if ! command -v dpkg-query >/dev/null; then
    command -v meson >/dev/null && return 0
    echo "This is not a Debian system. Please install what these Debian packages hold:" >&2
    packages_needed "$1" | paste -sd ' ' >&2
    return 1
  fi
  missing=$(packages_needed "$1" | packages_missing | paste -sd ' ')
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null || ! as_root=$(packages_as_root); then
    echo "Some packages are missing. Please install them, then try again:" >&2
    echo "  sudo apt-get install $missing" >&2
    return 1
  fi
  echo "Installing: $missing"
  # shellcheck disable=SC2086 # both are lists of words
  $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends $missing </dev/null
}
