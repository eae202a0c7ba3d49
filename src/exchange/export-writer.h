/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export-sheet.h"
#include "exchange/new-file.h"

G_BEGIN_DECLS

/* One format of an export, each in the file of its name (`write-csv.c`). A writer
 * needs no more memory for a million rows than for one. */
typedef struct
{
  const char *suffix;
  /* Begins the file. `sheet` and `file` are there as long as the writer. `file` is NULL for a
   * printer. */
  gpointer (*open)  (DaybookExportSheet *sheet,
                     DaybookNewFile     *file,
                     guint64             n_rows,
                     GError            **error);
  gboolean (*add)   (gpointer            writer,
                     const DaybookRow   *row,
                     GError            **error);
  /* After some rows: whether what was added has arrived so far. */
  gboolean (*check) (gpointer            writer,
                     GError            **error);
  /* Ends the file; once, after the last row. */
  gboolean (*close) (gpointer            writer,
                     GError            **error);
  void     (*free)  (gpointer            writer);
} DaybookExportWriter;

extern const DaybookExportWriter daybook_csv_writer;
extern const DaybookExportWriter daybook_json_writer;
extern const DaybookExportWriter daybook_pdf_writer;
extern const DaybookExportWriter daybook_xlsx_writer;

G_END_DECLS
