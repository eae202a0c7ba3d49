/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The cells of the files that told of an order, or of a row that is none (core/entry.h), as they
 * stand (PLATFORMS §2: a column that nobody mapped is not lost). They stay on the device that
 * imported. */

/* The rows of one form of file. */
typedef struct
{
  guint64    form;     /* fingerprint of its header */
  char     **headings; /* NULL: an older Daybook, which kept none, brought the rows in */
  GPtrArray *rows;     /* GStrv: a cell for each heading, or fewer or more */
  guint      n_rows;   /* how many there are; `rows` has at most as many as were asked for */
} DaybookSourceTable;

void       daybook_source_table_free (DaybookSourceTable *table);

/* Notes which headings the rows of a form have; "" notes nothing. `header`: US
 * between the headings. */
gboolean   daybook_source_note_form  (DaybookDatabase    *db,
                                      guint64             form,
                                      const char         *header,
                                      GError            **error);
/* Whether what any file said of the row is kept: quick. */
gboolean   daybook_reader_has_source (DaybookReader      *self,
                                      const DaybookRow   *row);
/* What files said of a row; at most `max_rows` rows of each form, 0: all.
 * (element-type DaybookSourceTable) */
GPtrArray *daybook_reader_source     (DaybookReader      *self,
                                      const DaybookRow   *row,
                                      guint               max_rows,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookSourceTable, daybook_source_table_free)

G_END_DECLS
