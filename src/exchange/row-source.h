/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What the files said of an order, or of a row that is none, cell by cell, for people to read: also
 * the columns from which no field is made. Personal data is known as such (exchange/personal.h). */

typedef struct
{
  char       *heading; /* the only one of its row: of two equal ones the second is numbered */
  char       *text;    /* what the export wraps around it taken off; never empty */
  DaybookMask mask;
  gboolean    repeats; /* the order's first row says the same in this column */
} DaybookSourceCell;

/* The rows that files of one form have of it. */
typedef struct
{
  char      *platform;  /* "tmall" */
  char      *kind;      /* "orders" */
  guint      n_columns; /* 0: an older Daybook imported it, which did not keep the headings */
  GPtrArray *rows;      /* GPtrArray * of DaybookSourceCell *: the cells that say something */
  guint      n_rows;    /* also those beyond the limit */
} DaybookSourceFile;

void       daybook_source_file_free   (DaybookSourceFile       *file);

/* At most `max_rows` rows of each form, 0: all. `folder` is the book's, where a shop's
 * own platforms are. Any thread. (element-type DaybookSourceFile)
 * Errors: FORMAT (a platform's file), and those of reading. */
GPtrArray *daybook_row_source_read    (DaybookReader           *reader,
                                       const char              *folder,
                                       const DaybookRow        *row,
                                       guint                    max_rows,
                                       GError                 **error);
/* The cell's text, masked. */
char      *daybook_source_cell_mask   (const DaybookSourceCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookSourceFile, daybook_source_file_free)

G_END_DECLS
