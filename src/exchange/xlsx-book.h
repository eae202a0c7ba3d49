/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/serial.h"
#include "core/error.h"

G_BEGIN_DECLS

/* What the sheets of an XLSX share: their names and places, the calendar, which
 * cell styles show dates, and the shared strings. */
typedef struct _DaybookXlsxBook DaybookXlsxBook;

typedef struct
{
  char *name;
  char *relation; /* id under which the workbook names the part */
  char *part;     /* place in the archive */
} DaybookXlsxSheet;

/* Errors: FORMAT: no workbook, no sheets, damaged, too large. */
DaybookXlsxBook *daybook_xlsx_book_new      (const char       *path,
                                             GError          **error);
void             daybook_xlsx_book_free     (DaybookXlsxBook  *book);

/* (element-type DaybookXlsxSheet) in the order of their tabs. */
GPtrArray       *daybook_xlsx_book_sheets   (DaybookXlsxBook  *book);
DaybookEpoch     daybook_xlsx_book_epoch    (DaybookXlsxBook  *book);
/* Whether a cell of this style shows its number as a date. */
gboolean         daybook_xlsx_book_is_date  (DaybookXlsxBook  *book,
                                             guint             style);
/* A shared string, or NULL when there is none of that number. */
const char      *daybook_xlsx_book_string   (DaybookXlsxBook  *book,
                                             guint             index,
                                             gsize            *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookXlsxBook, daybook_xlsx_book_free)

G_END_DECLS
