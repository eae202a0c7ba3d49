# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of daybook-reminder for bash.

_daybook_reminder () {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}

  case $prev in
    --data) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "--data --version --help" -- "$cur")
}

complete -o filenames -F _daybook_reminder daybook-reminder
