/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "core/record.h"
#include "exchange/profile.h"
#include "exchange/table.h"

G_BEGIN_DECLS

/* Turns the rows of a table of after-sales, reviews or a bill into entries, one for each, as a
 * profile's form says. Whatever is wrong with a row is a problem, and it is not given out.
 * One thread at a time. */
typedef struct _DaybookEntryParser DaybookEntryParser;

/* Where entries and problems go; both are valid during the call only. Returning FALSE with an
 * error ends the parsing. */
typedef struct
{
  gboolean (*entry)   (const DaybookEntry *entry, gpointer data, GError **error);
  gboolean (*problem) (const DaybookProblem *problem, gpointer data, GError **error);
} DaybookEntrySink;

/* `headings` are those of the header row as they stand; `zone` and `currency` are the shop's,
 * for what the profile leaves open. Profile and form must outlive the parser. */
DaybookEntryParser *daybook_entry_parser_new    (const DaybookProfile    *profile,
                                                 const DaybookForm       *form,
                                                 const char *const       *headings,
                                                 guint                    n_headings,
                                                 GTimeZone               *zone,
                                                 const char              *currency,
                                                 const DaybookEntrySink  *sink,
                                                 gpointer                 data);
void                daybook_entry_parser_free   (DaybookEntryParser      *self);
/* Before the first row: what the first rows (char **) tell of the file as a whole. */
void                daybook_entry_parser_look_ahead (DaybookEntryParser  *self,
                                                 const GPtrArray         *sample);
/* Takes the next row below the header. Errors: FORMAT: other headings stand there, of another
 * table; the sink's. */
gboolean            daybook_entry_parser_row    (DaybookEntryParser      *self,
                                                 const DaybookTableRow   *row,
                                                 GError                 **error);
/* Gives out the last one. The parser can then take another sheet. */
gboolean            daybook_entry_parser_finish (DaybookEntryParser      *self,
                                                 GError                 **error);
/* Rows that held something, without remarks and rows of sums. */
guint64             daybook_entry_parser_rows   (DaybookEntryParser      *self);
/* The zone of times without an offset: the platform's, or the shop's. */
GTimeZone          *daybook_entry_parser_zone   (DaybookEntryParser      *self);
/* The newest time in any entry given out, at or before `limit`; 0: none. What is due later is
 * no news. */
gint64              daybook_entry_parser_newest (DaybookEntryParser      *self);
void                daybook_entry_parser_set_limit (DaybookEntryParser   *self,
                                                 gint64                   limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookEntryParser, daybook_entry_parser_free)

G_END_DECLS
