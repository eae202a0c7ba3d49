/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper.h"
#include "exchange/report.h"
#include "store/reader.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A report as a file: pages for people (.pdf, .html), tables for other programs (.xlsx, .csv), all of it for
 * scripts (.json). */
typedef enum
{
  DAYBOOK_REPORT_PDF,
  DAYBOOK_REPORT_HTML,
  DAYBOOK_REPORT_XLSX,
  DAYBOOK_REPORT_CSV,
  DAYBOOK_REPORT_JSON,
  DAYBOOK_REPORT_N_FORMATS,
} DaybookReportFormat;

/* The format that the end of a file's name asks for. FALSE: none. */
gboolean      daybook_report_format_find (const char           *path,
                                          DaybookReportFormat  *format);
/* Only the owner or a lead may take lists out of the book. Errors: FORMAT (the name asks for none), REFUSED; as
 * daybook_new_file_keep(). Main thread. */
gboolean      daybook_report_save        (const DaybookReport  *report,
                                          DaybookStore         *store,
                                          const char           *path,
                                          GError              **error);
/* On paper, for a printer too. (transfer full) */
DaybookPaper *daybook_report_print       (const DaybookReport  *report,
                                          DaybookStore         *store);
/* {"report","currency","parts":[{"part","rows":[{…,"ids":[…]}]}]}: of the rows behind a figure so many ids, 0: all.
 * (transfer full) Errors: as daybook_reader_id(). */
JsonObject   *daybook_report_to_json     (const DaybookReport  *report,
                                          DaybookReader        *reader,
                                          guint                 most_ids,
                                          GError              **error);

G_END_DECLS
