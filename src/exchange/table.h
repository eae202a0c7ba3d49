/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* A file that holds a table, read row by row: CSV and its kin, XLS, XLSX, ODS,
 * or a ZIP with such files, whose sheets are then the archive's. What it is, is
 * seen from its bytes; names and extensions lie. Nothing grows with
 * the number of rows (an XLSX keeps its shared strings, an XLS is kept whole by
 * its library; both are bounded). One thread at a time. */
typedef struct _DaybookTableReader DaybookTableReader;

/* Bounds of what is read; whatever exceeds them is refused in one sentence. */
#define DAYBOOK_TABLE_MAX_COLUMNS 1000
#define DAYBOOK_TABLE_MAX_CELL (256 * 1024) /* bytes */
#define DAYBOOK_TABLE_MAX_ROW (4 * 1024 * 1024) /* bytes of all its cells */
#define DAYBOOK_TABLE_MAX_SHEETS 256

typedef enum
{
  DAYBOOK_CELL_TEXT,
  DAYBOOK_CELL_NUMBER, /* a workbook's number: ids in it may have lost digits */
  DAYBOOK_CELL_UNKNOWN, /* a workbook's formula whose result is not in the file; without text */
} DaybookCellKind;

/* Valid until the next row is read. Dates of workbooks come as text,
 * "YYYY-MM-DD HH:MM:SS". */
typedef struct
{
  const char      *text; /* UTF-8, NUL-terminated; "" when the cell is empty */
  gsize            length;
  DaybookCellKind  kind;
} DaybookCell;

typedef enum
{
  DAYBOOK_ROW_OF_CELLS, /* a workbook's: each cell is in its place */
  DAYBOOK_ROW_OF_TEXT,  /* cut at delimiters: one too many shifts the cells behind it */
  DAYBOOK_ROW_UNENDED,  /* the same, and the file ends without a line break behind it */
} DaybookRowKind;

typedef struct
{
  const DaybookCell *cells;
  guint              n_cells;
  DaybookRowKind     kind;
  guint64            number; /* as a spreadsheet counts: from 1, blank rows too */
  gboolean           doubtful; /* a cell may hold DAYBOOK_DAMAGE (exchange/encoding.h) */
} DaybookTableRow;

typedef enum
{
  DAYBOOK_TABLE_ROW,
  DAYBOOK_TABLE_END,
  DAYBOOK_TABLE_ERROR,
} DaybookTableStep;

/* Opens `path` at the first row of its first sheet.
 * Errors: NOT_FOUND, REFUSED (may not be read); FORMAT when it is no table:
 * empty, encrypted, damaged, of a kind that is not read. */
DaybookTableReader *daybook_table_reader_open     (const char          *path,
                                                   GError             **error);
/* The same of a file that may be an archive: its files are unpacked in `folder`,
 * one at a time and without a name (NULL: this machine's for temporary files),
 * with a passphrase where it has one (NULL: none).
 * Errors: PASSPHRASE besides, when there must be one, or another; FULL. */
DaybookTableReader *daybook_table_reader_open_locked (const char       *path,
                                                   const char          *folder,
                                                   const char          *passphrase,
                                                   GError             **error);
void                daybook_table_reader_free     (DaybookTableReader  *self);

/* The next row. Errors: FORMAT, with the row where it can be named. */
DaybookTableStep    daybook_table_reader_next     (DaybookTableReader  *self,
                                                   DaybookTableRow     *row,
                                                   GError             **error);

/* What the file is: "UTF-8", "GB18030", ... for text; "XLS", "XLSX", "ODS", "ZIP". */
const char         *daybook_table_reader_encoding (DaybookTableReader  *self);
guint               daybook_table_reader_n_sheets (DaybookTableReader  *self);
/* "" where the sheets of a file have no names. */
const char         *daybook_table_reader_sheet_name (DaybookTableReader *self,
                                                   guint                sheet);
/* The name of the file in an archive that a sheet is in, without its folders;
 * NULL where the file is no archive. */
const char         *daybook_table_reader_file_name (DaybookTableReader *self,
                                                   guint                sheet);
/* Goes to the first row of a sheet. */
gboolean            daybook_table_reader_select   (DaybookTableReader  *self,
                                                   guint                sheet,
                                                   GError             **error);
/* How far it is, in bytes of the file or the nearest to it. */
void                daybook_table_reader_progress (DaybookTableReader  *self,
                                                   guint64             *done,
                                                   guint64             *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTableReader, daybook_table_reader_free)

G_END_DECLS
