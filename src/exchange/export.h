/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/disclosure.h"
#include "core/query.h"
#include "exchange/paper.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A list on its way into a file, for the window and the command line alike: the rows
 * of a query with some columns, as CSV, XLSX or JSON. The rows are read page by page,
 * so that a million need no memory, and the file is there whole or not at all. */
#define DAYBOOK_TYPE_EXPORT (daybook_export_get_type ())
G_DECLARE_FINAL_TYPE (DaybookExport, daybook_export, DAYBOOK, EXPORT, GObject)

typedef enum
{
  DAYBOOK_EXPORT_CSV,
  DAYBOOK_EXPORT_XLSX,
  DAYBOOK_EXPORT_JSON,
  DAYBOOK_EXPORT_PDF, /* no table for other programs but pages for people: see below */
  DAYBOOK_N_EXPORT_FORMATS,
} DaybookExportFormat;

/* More rows than these are not printed: nobody reads two thousand pages. */
#define DAYBOOK_PRINT_MOST_ROWS 50000

/* "csv", "xlsx", "json", "pdf" */
const char    *daybook_export_format_suffix (DaybookExportFormat   format);
/* The format that the end of a file's name asks for, of those that other programs read as a
 * table. FALSE: none. */
gboolean       daybook_export_format_find   (const char           *path,
                                             DaybookExportFormat  *format);
/* Whether the person at the desk may take lists away: the owner or a lead (RECORDS §9).
 * Main thread. Errors: REFUSED. */
gboolean       daybook_export_check_person  (DaybookStore         *store,
                                             GError              **error);

/* Copies `query`. The columns are those of its table that people see, in JSON all. `path` may be
 * NULL for PDF: then there is no file. */
DaybookExport *daybook_export_new           (DaybookStore         *store,
                                             const DaybookQuery   *query,
                                             const char           *path,
                                             DaybookExportFormat   format);
/* Before running, all optional. Fields, and columns of exchange/derived.h, in their order;
 * at least one. */
void           daybook_export_set_columns   (DaybookExport        *self,
                                             const guint          *columns,
                                             guint                 n_columns);
/* Only these rows, in this order, instead of all that the query has; taken over.
 * (element-type gint64) */
void           daybook_export_set_keys      (DaybookExport        *self,
                                             GArray               *keys);
/* What the list is called: the name of the sheet. */
void           daybook_export_set_title     (DaybookExport        *self,
                                             const char           *title);
/* It is exported in full: written down before it is (core/reveal.h), and by consent alone without the rows of those who have
 * not given it. Errors of a run: REFUSED (see daybook_disclosure_check()). */
void           daybook_export_disclose      (DaybookExport        *self,
                                             const DaybookDisclosure *disclosure);
/* So many rows were left out, once it has run. */
guint          daybook_export_get_n_left_out (DaybookExport       *self);

/* Writes the file; gives the number of rows in it, -1 on error. Progress in rows. Blocks,
 * and calls back in place: for the command line.
 * Errors: REFUSED (the person may not; the folder may not be written; too many rows to print), NOT_FOUND (the
 * folder), FULL, CANCELLED, FORMAT (a value in the query); as daybook_store_commit(). */
gint64         daybook_export_run           (DaybookExport        *self,
                                             GFileProgressCallback progress,
                                             gpointer              progress_data,
                                             GCancellable         *cancellable,
                                             GError              **error);
/* The same in a thread of its own, with progress on the main context. */
void           daybook_export_run_async     (DaybookExport        *self,
                                             GFileProgressCallback progress,
                                             gpointer              progress_data,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              data);
gint64         daybook_export_run_finish    (DaybookExport        *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* The pages of a PDF, after it has run; once. (transfer full) */
DaybookPaper  *daybook_export_take_paper     (DaybookExport        *self);

G_END_DECLS
