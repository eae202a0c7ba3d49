/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export-sheet.h"

G_BEGIN_DECLS

/* Paper with the shop's name and the time on each page. (transfer full) */
DaybookPaper *daybook_print_begin   (const DaybookManner     *manner,
                                     const DaybookPrinted    *printed,
                                     const char              *title);
/* "2026-11-29 10:20", as the shop's clock has it. (transfer full) */
char         *daybook_print_time    (GTimeZone               *zone,
                                     gint64                   moment);
/* For reading rows of the table one by one. (transfer full) */
DaybookExportSheet *daybook_print_sheet (const DaybookManner   *manner,
                                     const DaybookTable        *table);
/* Whether the field says nothing worth the ink: empty, or the word for what is as usual. */
gboolean      daybook_print_is_quiet (const DaybookRow        *row,
                                     guint                     field);
/* What a cell says to people; "" where there is nothing. (transfer full) */
char         *daybook_print_cell    (const DaybookExportSheet *sheet,
                                     const DaybookOutCell     *cell);
/* The same of a column of a row, masked as the sheet says. (transfer full) */
char         *daybook_print_value   (const DaybookExportSheet *sheet,
                                     const DaybookRow         *row,
                                     guint                     column);

G_END_DECLS
