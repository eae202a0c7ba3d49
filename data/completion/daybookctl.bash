# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of daybookctl for bash.

_daybookctl_kinds="shops shift_templates agents presences sub_accounts channel_people customers handles products orders order_lines parcels contacts remembered_days grades erasures aftersales reviews payments stocks memberships registers cases case_lines events case_links watchers attachments call_plans tasks surveys chores attentions articles revisions comments pictures trainings phrases favourites guarded_words announcements read_marks uses campaigns market_notes activities activity_lines trade_contacts boxes tallies pass_ticks rules calendars views settings imports reveals"
_daybookctl_roles="owner lead agent part_time read_only"
_daybookctl_channels="shop_chat phone wechat wechat_account web_chat email forum qq sms station_mail back_office in_person"
_daybookctl_ways="platform alipay wechat bank cash voucher other"
_daybookctl_global="--data --json --as --now --unmasked --help"

# The options of the command $1, beside those of all commands.
_daybookctl_options () {
  case $1 in
    sample) echo --orders --seed ;;
    import) echo --platform --shop --as-of --dry-run --mapping --reviews ;;
    list) echo --view --where --sort --limit --after ;;
    imports) echo --limit --after --problems --to --forms --basis --reason --recipient ;;
    search | trash) echo --limit --after ;;
    history | audit) echo --of --limit --after ;;
    reveal) echo --reason ;;
    view) echo --where --sort --search --icon ;;
    box) echo --remark --all --limit --after ;;
    tally) echo --from --until --to ;;
    report) echo --months --date --limit --to ;;
    value) echo --proposed ;;
    sweep) echo --day ;;
    grade) echo --all --limit --after ;;
    activity) echo --view --where --grade --tag --segment --days --phrase --channel --text --unwanted --note --limit --after ;;
    guard) echo --channel --for --own --off --rule --search --limit --after --instead --why --channels --spares ;;
    announce) echo --title --kind --readers --until --article ;;
    today) echo --mine --snoozed --limit --after ;;
    snooze) echo --until --keep ;;
    case) echo --customer --line --kind --remove --channel --to --contact --by --amount --way --reference --keep --attach ;;
    agent) echo --code --role --remove ;;
    backup | attachment) echo --to ;;
    add) echo --dry-run ;;
    customer) echo --until --note --lunar --kind --name --ahead --once --listed --within --remove --how --keep --merge-exact --limit --after ;;
    task) echo --due --for --call --to --outcome --answer --satisfied --again --memos --done --limit --after ;;
    article) echo --body --kind --note --revision --diff --right --wrong --for --stars --to-do --language --dry-run --to ;;
    phrase) echo --for --channel --language --variant --promise --purpose --unused --most-used --limit --after --text --key --own ;;
    survey) echo --stars --opinion --served --channel --complaint --suggestion --by --from --until --plot --where --limit --after ;;
    contact | campaign | market) echo --where --limit --after ;;
    chore) echo --every --item --role --to --note --day ;;
    register) echo --to --on --off --open --months --first ;;
    export) echo --to --where --sort --columns --basis --reason --recipient ;;
    print) echo --out --paper --view --where --sort --columns --basis --reason --recipient ;;
    delete) echo --yes ;;
    customer) echo --keep --merge-exact --limit --after ;;
    privacy) echo --mend --to --reason --preview ;;
  esac
}

# What the verb $2 of the command $1 may be of a kind.
_daybookctl_kind () {
  case $1:$2 in
    case:note) echo note call told heard question escalated sent_back money goods opinion both ;;
    case:link) echo related follows duplicate ;;
    announce:*) echo news activity training special ;;
  esac
}

# What the word number $2 behind the command $1 may be; "file" is a file's name.
_daybookctl_word () {
  case $1:$2 in
    import:* | restore:1) echo file ;;
    list:1 | export:1 | show:1 | set:1 | delete:1) echo "$_daybookctl_kinds" ;;
    print:1) echo case form list ;;
    print:2) echo "$_daybookctl_kinds" ;;
    view:1) echo save list rename move delete ;;
    view:3) echo up down "$_daybookctl_kinds" ;;
    register:1) echo list export import use hide births statistics ledger ;;
    case:1) echo new set move note continue merge link watch attach ;;
    case:*) [ "$verb" = attach ] && echo file ;;
    article:*) [ "$verb" = import ] && echo file ;;
    attachment:1) echo save ;;
    customer:1) echo contact account day days tag consent merge unmerge duplicates differ ;;
    task:1) echo new memo list set 'done' ;;
    article:1) echo new set show restore comment review used from-case train readers starters import export ;;
    phrase:1) echo fill list new set ;;
    grade:1) echo list set proposals contacts confirm decline ;;
    grade:2) echo vip_1 vip_2 vip_3 ;;
    activity:1) echo new list show next sent skip ;;
    guard:1) echo list add set remove on off ;;
    call:1) echo plan ;;
    call:2) echo list set add on off ;;
    survey:1) echo add list case figures ;;
    survey:3) echo complaint suggestion ;;
    contact:1) echo list add set remove emergency ;;
    campaign:1 | market:1) echo list add set remove ;;
    chore:1) echo list new on off set 'done' tick untick ;;
    box:1) echo scan list match release ;;
    tally:1) echo add list ;;
    report:1) echo value commission quality ;;
    report:2) echo products customers ;;
    value:1) echo bounds ;;
    tally:3) echo "$_daybookctl_channels" ;;
    rule:1) echo list set ;;
    calendar:1) echo show set ;;
    trace:1) echo list moves ask tell extend ;;
    shift:1) echo list set ;;
    privacy:1) echo find export erase check keep text ;;
    privacy:2) [ "$verb" = keep ] && echo run source problems virtual reveals customers ;;
    sweep:1) echo list tick untick ;;
    sweep:2) echo before after ;;
    sweep:3) echo reviews review_replies station_messages complaints messages ;;
    agent:1) echo add list role pin trust quota sub-account channel hours laptop ;;
    agent:2) [ "$verb" = laptop ] && echo "$_daybookctl_roles" || { [ "$verb" = channel ] && echo "$_daybookctl_channels"; } ;;
    agent:3) echo "$_daybookctl_roles" ;;
  esac
}

_daybookctl () {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local commands="sample import imports list show search export print set take-over delete trash restore-row history undo redo reveal audit privacy view register today announce ack done snooze assign explain rule calendar shift add case customer article read attachment task chore phrase call survey contact campaign market box tally report value sweep trace guard grade activity agent on off away back backup restore verify rebuild where"
  local command="" verb="" position=0 i words

  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --data | --as | --now | --orders | --seed | --platform | --shop | --as-of | --mapping | --view | --where | \
        --sort | --limit | --after | --of | --search | --icon | --code | --role | --reason | --basis | --plot | --recipient | --problems | --to | --out | --paper | --columns | --line | --kind | \
        --channel | --contact | --by | --amount | --way | --reference | --keep | --attach | --remark | --from | --until | --day | --customer | --months | --date | --first | --due | --for | --outcome | --answer | --satisfied | --again | --every | --item | --note | --title | --readers | --article | --language | --variant | --promise | --purpose | --text | --key | --rule | --instead | --why | --channels | --how | --within | --name | --ahead | --stars | --served | --opinion | --grade | --tag | --segment | --phrase) i=$((i + 1)) ;;
      -*) ;;
      *) if [ -z "$command" ]; then command=${COMP_WORDS[i]}; else position=$((position + 1)); fi
        if [ "$position" = 1 ] && [ -z "$verb" ]; then verb=${COMP_WORDS[i]}; fi ;;
    esac
  done

  if [ "$command $prev" = "case --to" ]; then
    COMPREPLY=()
    return
  fi
  case $prev in
    --data) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
    --mapping | --to | --out | --attach | --plot) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
    --basis) mapfile -t COMPREPLY < <(compgen -W "order consent own legal" -- "$cur"); return ;;
    --paper) mapfile -t COMPREPLY < <(compgen -W "A4" -- "$cur"); return ;;
    --role) mapfile -t COMPREPLY < <(compgen -W "$_daybookctl_roles" -- "$cur"); return ;;
    --kind) mapfile -t COMPREPLY < <(compgen -W "$(_daybookctl_kind "$command" "$verb")" -- "$cur"); return ;;
    --channel) mapfile -t COMPREPLY < <(compgen -W "$_daybookctl_channels" -- "$cur"); return ;;
    --readers) mapfile -t COMPREPLY < <(compgen -W "anyone owner lead agent part_time" -- "$cur"); return ;;
    --way) mapfile -t COMPREPLY < <(compgen -W "$_daybookctl_ways" -- "$cur"); return ;;
    --as | --now | --orders | --seed | --platform | --shop | --as-of | --view | --where | --sort | --limit | --after | \
      --of | --search | --icon | --code | --reason | --basis | --recipient | --problems | --columns | --line | --customer | --months | --date | --first | --remark | --from | --until | --day | --due | --for | --outcome | --answer | --satisfied | --again | --every | --item | --note | --title | --article | --language | --variant | --promise | --purpose | --text | --key | --rule | --instead | --why | --channels | --how | --within | --name | --ahead | --stars | --served | --opinion | --grade | --tag | --segment | --phrase | --keep | --contact | --by | --amount | \
      --reference) COMPREPLY=(); return ;;
  esac

  if [[ $cur == -* ]]; then
    words="$_daybookctl_global $(_daybookctl_options "$command")"
    [ -n "$command" ] || words="$words --version"
  elif [ -z "$command" ]; then
    words=$commands
  else
    words=$(_daybookctl_word "$command" $((position + 1)))
  fi

  if [ "$words" = file ]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  fi
}

complete -o filenames -F _daybookctl daybookctl
