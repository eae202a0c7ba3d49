# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of daybook for bash.

_daybook () {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}

  case $prev in
    --data) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
    --page | --due) COMPREPLY=(); return ;;
  esac

  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "--data --sample --page --quick-add --due --version --help" -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  fi
}

complete -o filenames -F _daybook daybook
