/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"

G_BEGIN_DECLS

/* How a word changes a field. */
typedef enum
{
  DAYBOOK_ASSIGN_PUT_IN_PLACE, /* FIELD=VALUE */
  DAYBOOK_ASSIGN_ADD_A_LINE,   /* FIELD+=TEXT, under what is there */
} DaybookAssignManner;

/* Splits FIELD=VALUE or FIELD+=TEXT; `value` points into `word`. The field's index, or -1.
 * Errors: DAYBOOK_CLI_ERROR_USAGE. */
int      daybook_split_assignment (const DaybookTable   *table,
                                   const char           *word,
                                   DaybookAssignManner  *manner,
                                   const char          **value,
                                   GError              **error);
/* The word's value in a field of the row: a row that is pointed at may be named as on any command
 * line, everything else is written as in --where. No text is no value.
 * Errors: NOT_FOUND; FORMAT; DAYBOOK_CLI_ERROR. */
gboolean daybook_read_value       (DaybookCli           *cli,
                                   const DaybookRow     *row,
                                   const DaybookField   *field,
                                   const char           *word,
                                   DaybookValue         *value,
                                   GError              **error);
/* Both: the field of `table` that the word names, and the value that it gets: FIELD+=TEXT is under what the row has there.
 * `row` NULL: there is none so far. Errors: as above. */
gboolean daybook_read_assignment  (DaybookCli           *cli,
                                   const DaybookTable   *table,
                                   const DaybookRow     *row,
                                   const char           *word,
                                   guint                *field,
                                   DaybookValue         *value,
                                   GError              **error);
/* The number that an option's word stands for in `field`: of an enumeration, a time. 0 where there is no
 * word. Errors: FORMAT. */
gboolean daybook_read_word        (DaybookCli           *cli,
                                   const DaybookField   *field,
                                   const char           *word,
                                   gint64               *number,
                                   GError              **error);
/* A moment to come that an option says: a time as anywhere, or as people write it (core/soon-word.h). 0
 * where there is no word. Errors: FORMAT. */
gboolean daybook_read_soon        (DaybookCli           *cli,
                                   const DaybookField   *field,
                                   const char           *word,
                                   gint64               *moment,
                                   GError              **error);

G_END_DECLS
