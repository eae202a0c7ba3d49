/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reveal.h"
#include "exchange/paper.h"
#include "exchange/row-json.h"

G_BEGIN_DECLS

/* Of what is printed: by which shop, and when (UTC seconds). */
typedef struct
{
  DaybookId shop;
  gint64    now;
} DaybookPrinted;

/* Who does it, and when, as it is now: for the log of what was seen, and for the foot of pages. */
void daybook_export_note_person (DaybookStore   *store,
                                 DaybookLook    *look,
                                 DaybookPrinted *printed);

/* What the writers of an export know of the list they write. */
typedef struct
{
  const DaybookTable *table;   /* borrowed */
  GArray             *columns; /* guint: the fields in their order, and derived ones (exchange/derived.h) */
  char               *title;   /* of the list */
  GTimeZone          *zone;
  char               *currency;
  DaybookManner       manner;
  GHashTable         *names;   /* DaybookId → what the row is called, masked */
  DaybookPrinted      printed; /* of paper */
  GCancellable       *cancellable; /* borrowed, or NULL: of writers that are not done with their last row */
  DaybookPaper       *paper;   /* once it is filled; else NULL */
} DaybookExportSheet;

/* `reader` is borrowed. Of a list whose fields hold amounts, `columns` must name their
 * currency where they have several. */
DaybookExportSheet *daybook_export_sheet_new  (const DaybookTable *table,
                                               GArray             *columns,
                                               const char         *title,
                                               DaybookReader      *reader,
                                               GTimeZone          *zone,
                                               const char         *currency,
                                               DaybookShow         show);
void                daybook_export_sheet_free (DaybookExportSheet *sheet);

/* What a cell holds, as far as spreadsheets tell values apart. */
typedef enum
{
  DAYBOOK_OUT_NONE,
  DAYBOOK_OUT_TEXT,
  DAYBOOK_OUT_INT,
  DAYBOOK_OUT_MONEY,
  DAYBOOK_OUT_TIME,
} DaybookOutKind;

typedef struct
{
  DaybookOutKind  kind;
  const char     *text;     /* TEXT */
  gint64          number;   /* INT; MONEY: minor units; TIME: UTC seconds */
  const char     *currency; /* MONEY */
  char           *owned;    /* what `text` stands in, or NULL */
} DaybookOutCell;

#define DAYBOOK_OUT_CELL_INIT { DAYBOOK_OUT_NONE, NULL, 0, NULL, NULL }

/* What people call a column. (transfer none) */
const char         *daybook_export_sheet_label (const DaybookExportSheet *sheet,
                                               guint                     column);
/* A column of a row, masked as the sheet says; words are those of people. Fills `cell`,
 * which is good as long as the row. */
void                daybook_out_cell_read     (const DaybookExportSheet *sheet,
                                               const DaybookRow         *row,
                                               guint                     column,
                                               DaybookOutCell           *cell);
void                daybook_out_cell_clear    (DaybookOutCell           *cell);
/* What a clock on the wall of the shop showed, as if it were UTC seconds. */
gint64              daybook_out_wall_time     (const DaybookExportSheet *sheet,
                                               gint64                    moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookExportSheet, daybook_export_sheet_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookOutCell, daybook_out_cell_clear)

G_END_DECLS
