/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CSV for spreadsheet programs: UTF-8 with the mark that tells them so, lines that end
 * with CR LF, and two guards, which our own importer takes off again (exchange/clean.h):
 *
 *   - A text that such a program would take for a formula, since it begins with = + - @,
 *     also full-width, a tab or a line break, has an apostrophe before it. Amounts and
 *     counts are numbers: they begin with - where they are below zero, and stay as they are.
 *   - A text of digits that it would take for a number, and spoil, ends with a tab:
 *     of sixteen digits and more it keeps fifteen, it drops zeros in front, shows from
 *     twelve digits on 3.8E+18 and saves that. `="380…"`, which does the same, would be
 *     a formula, and other programs would read it as one. */
#define DAYBOOK_CSV_MARK "\xef\xbb\xbf"
#define DAYBOOK_CSV_LINE_END "\r\n"

/* Appends a cell that is a text, with its guards and quotes. */
void     daybook_csv_append         (GString    *line,
                                     const char *text);
/* Whether a spreadsheet program would take the text, of `length` bytes, for a formula. */
gboolean daybook_csv_begins_formula (const char *text,
                                     gsize       length);

G_END_DECLS
