/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* The commands, each in the file of its name (`command-list.c`). */
extern const DaybookCommand daybook_command_ack;
extern const DaybookCommand daybook_command_agent;
extern const DaybookCommand daybook_command_announce;
extern const DaybookCommand daybook_command_article;
extern const DaybookCommand daybook_command_attachment;
extern const DaybookCommand daybook_command_audit;
extern const DaybookCommand daybook_command_backup;
extern const DaybookCommand daybook_command_delete;
extern const DaybookCommand daybook_command_export;
extern const DaybookCommand daybook_command_history;
extern const DaybookCommand daybook_command_import;
extern const DaybookCommand daybook_command_imports;
extern const DaybookCommand daybook_command_list;
extern const DaybookCommand daybook_command_phrase;
extern const DaybookCommand daybook_command_print;
extern const DaybookCommand daybook_command_on;
extern const DaybookCommand daybook_command_off;
extern const DaybookCommand daybook_command_away;
extern const DaybookCommand daybook_command_back;
extern const DaybookCommand daybook_command_read;
extern const DaybookCommand daybook_command_rebuild;
extern const DaybookCommand daybook_command_redo;
extern const DaybookCommand daybook_command_add;
extern const DaybookCommand daybook_command_assign;
extern const DaybookCommand daybook_command_case;
extern const DaybookCommand daybook_command_calendar;
extern const DaybookCommand daybook_command_shift;
extern const DaybookCommand daybook_command_done;
extern const DaybookCommand daybook_command_explain;
extern const DaybookCommand daybook_command_rule;
extern const DaybookCommand daybook_command_snooze;
extern const DaybookCommand daybook_command_today;
extern const DaybookCommand daybook_command_task;
extern const DaybookCommand daybook_command_chore;
extern const DaybookCommand daybook_command_box;
extern const DaybookCommand daybook_command_tally;
extern const DaybookCommand daybook_command_sweep;
extern const DaybookCommand daybook_command_trace;
extern const DaybookCommand daybook_command_guard;
extern const DaybookCommand daybook_command_register;
extern const DaybookCommand daybook_command_restore;
extern const DaybookCommand daybook_command_restore_row;
extern const DaybookCommand daybook_command_reveal;
extern const DaybookCommand daybook_command_sample;
extern const DaybookCommand daybook_command_search;
extern const DaybookCommand daybook_command_set;
extern const DaybookCommand daybook_command_show;
extern const DaybookCommand daybook_command_take_over;
extern const DaybookCommand daybook_command_trash;
extern const DaybookCommand daybook_command_undo;
extern const DaybookCommand daybook_command_verify;
extern const DaybookCommand daybook_command_view;
extern const DaybookCommand daybook_command_where;

/* Every command, in the order of the help; ends with NULL. */
extern const DaybookCommand *const daybook_commands[];

G_END_DECLS
