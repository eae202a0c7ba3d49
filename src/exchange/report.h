/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "exchange/plot.h"

G_BEGIN_DECLS

/* Figures that were counted out of a book, in parts: each a table, and where people would rather look than read a
 * plot, and behind each row the rows of the book that it counts. Made in any thread, shown by the window, told by
 * the command line, and written into files (exchange/report-file.h). */

typedef enum
{
  DAYBOOK_REPORT_TEXT,
  DAYBOOK_REPORT_COUNT,
  DAYBOOK_REPORT_MONEY,   /* minor units */
  DAYBOOK_REPORT_PERCENT, /* 12.5 is 12.5 % */
} DaybookReportKind;

typedef struct
{
  char             *key;   /* "customers": in JSON; of MONEY "_minor" is added */
  char             *label;
  DaybookReportKind kind;
} DaybookReportColumn;

typedef struct
{
  gboolean  given;    /* FALSE: nothing is known, or there is nothing to say */
  char     *text;     /* TEXT: as people read it */
  char     *word;     /* ... and as scripts do, or NULL: the same */
  gint64    number;   /* COUNT, MONEY */
  double    share;    /* PERCENT */
  GArray   *keys;     /* COUNT: gint64: what it counts, where the row counts something else; or NULL */
  char     *name;     /* what those are called */
} DaybookReportCell;

typedef struct
{
  GArray *cells;    /* DaybookReportCell: as many as columns */
  char   *currency; /* of MONEY in this row; NULL: the report's */
  GArray *keys;     /* gint64: what it counts, or NULL */
  char   *name;     /* what those are called */
} DaybookReportRow;

typedef struct
{
  char               *key;     /* "segments" */
  char               *title;
  char               *note;    /* what it says, in a sentence, or NULL */
  DaybookPlot        *plot;    /* or NULL */
  GArray             *columns; /* DaybookReportColumn */
  GPtrArray          *rows;    /* DaybookReportRow */
  const DaybookTable *table;   /* of the keys, or NULL */
} DaybookReportPart;

/* A column as it is written in code. */
typedef struct
{
  const char       *key;
  const char       *label; /* msgid */
  DaybookReportKind kind;
} DaybookReportHead;

typedef struct
{
  char      *key;      /* "value" */
  char      *title;
  char      *currency; /* the shop's main one */
  GPtrArray *notes;    /* char */
  GPtrArray *parts;    /* DaybookReportPart */
} DaybookReport;

DaybookReport     *daybook_report_new        (const char        *key,
                                              const char        *title,
                                              const char        *currency);
void               daybook_report_free       (DaybookReport     *self);
/* A sentence under the title; taken over. */
void               daybook_report_take_note  (DaybookReport     *self,
                                              char              *note);
DaybookReportPart *daybook_report_add_part   (DaybookReport     *self,
                                              const char        *key,
                                              const char        *title);
/* NULL: there is none of that key. */
DaybookReportPart *daybook_report_find_part  (DaybookReport     *self,
                                              const char        *key);
void               daybook_report_part_add_column (DaybookReportPart *part,
                                              const char        *key,
                                              const char        *label,
                                              DaybookReportKind  kind);
void               daybook_report_part_add_heads (DaybookReportPart *part,
                                              const DaybookReportHead *heads,
                                              guint              n_heads);
/* A row, whose cells are then added in the order of the columns. */
DaybookReportRow  *daybook_report_part_add_row (DaybookReportPart *part);
void               daybook_report_row_add_text (DaybookReportRow *row,
                                              const char        *word,
                                              const char        *text);
void               daybook_report_row_add_count (DaybookReportRow *row,
                                              gint64             count);
/* How many they are, and who; both are taken over. */
void               daybook_report_row_take_counted (DaybookReportRow *row,
                                              GArray            *keys,
                                              char              *name);
void               daybook_report_row_add_money (DaybookReportRow *row,
                                              gint64             minor);
void               daybook_report_row_add_share (DaybookReportRow *row,
                                              double             share);
void               daybook_report_row_add_nothing (DaybookReportRow *row);
/* `keys` is taken over. */
void               daybook_report_row_take_keys (DaybookReportRow *row,
                                              GArray            *keys,
                                              const char        *name);
/* A cell as people read it; "" where nothing is given. (transfer full) */
char              *daybook_report_say        (const DaybookReport     *self,
                                              const DaybookReportPart *part,
                                              guint                    row,
                                              guint                    column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookReport, daybook_report_free)

G_END_DECLS
