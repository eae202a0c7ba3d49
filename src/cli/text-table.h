/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table for a terminal or a text file, its columns aligned also where Han
 * characters take two cells and combining marks none. */
typedef struct _DaybookTextTable DaybookTextTable;

typedef enum
{
  DAYBOOK_ALIGN_LEFT,
  DAYBOOK_ALIGN_RIGHT, /* amounts and counts */
  DAYBOOK_ALIGN_WHOLE, /* left, and never shortened: a sentence */
} DaybookAlign;

typedef enum
{
  DAYBOOK_COLOR_NEVER,
  DAYBOOK_COLOR_HEADING, /* the headings in bold */
} DaybookColor;

/* A table no wider than `width` cells; 0 is without a limit. */
DaybookTextTable *daybook_text_table_new     (guint             width);
void              daybook_text_table_free    (DaybookTextTable *table);
/* Columns are added before the first row. */
void              daybook_text_table_column  (DaybookTextTable *table,
                                              const char       *heading,
                                              DaybookAlign      align);
/* Begins a row; its cells follow from the left. */
void              daybook_text_table_row     (DaybookTextTable *table);
/* Line breaks and control characters in `text` become blanks. */
void              daybook_text_table_cell    (DaybookTextTable *table,
                                              const char       *text);
/* The table as lines of text. Columns that are empty in every row are left
 * out, and those that do not fit into the width, from the right. */
char             *daybook_text_table_to_string (DaybookTextTable *table,
                                                DaybookColor      color);

/* The text on one line: line breaks and control characters, with which a file
 * could steer the terminal, become blanks. */
char             *daybook_text_clean         (const char       *text);
/* How many cells of a terminal the text takes. */
guint             daybook_text_width         (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTextTable, daybook_text_table_free)

G_END_DECLS
