/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/own-columns.h"

G_BEGIN_DECLS

/* What a kind of file does; each embeds a DaybookTableReader at its beginning.
 * Paths are borrowed for the call. */
typedef struct
{
  DaybookTableStep (*next)   (DaybookTableReader *self, DaybookTableRow *row, GError **error);
  gboolean         (*select) (DaybookTableReader *self, guint sheet, GError **error);
  guint64          (*done)   (DaybookTableReader *self);
  void             (*free)   (DaybookTableReader *self);
} DaybookTableClass;

struct _DaybookTableReader
{
  const DaybookTableClass *klass;
  const char *encoding; /* owned by the kind */
  GPtrArray  *sheets;   /* char *, names */
  GPtrArray  *files;    /* char *, of an archive: the file of each sheet; else NULL */
  guint64     total;    /* bytes of the file */
  DaybookOwnColumns own;
};

/* How a file may be opened; both borrowed, and NULL where there is none. */
typedef struct
{
  const char *folder;     /* where the files of an archive are unpacked */
  const char *passphrase; /* of an archive */
} DaybookTableAccess;

/* The kinds. `fd` is taken over, also on failure. */
DaybookTableReader *daybook_csv_open     (int fd, const char *path, GError **error);
DaybookTableReader *daybook_xls_open     (const char *path, GError **error);
DaybookTableReader *daybook_xlsx_open    (const char *path, GError **error);
DaybookTableReader *daybook_ods_open     (const char *path, GError **error);
/* A ZIP of whatever kind. `access` is NULL for one that is in an archive itself:
 * then it must be a workbook. */
DaybookTableReader *daybook_zip_open     (const char *path, const DaybookTableAccess *access, GError **error);
/* An archive with tables in it. `entries` (DaybookZipEntry) is taken over. */
DaybookTableReader *daybook_archive_open (const char *path, GPtrArray *entries, const DaybookTableAccess *access,
                                          GError **error);

/* A file out of an archive, which is no archive itself. */
DaybookTableReader *daybook_table_open_member (const char *path, GError **error);
/* Whether a file that begins so can be a table; one of other kinds is refused. */
gboolean            daybook_table_may_be      (const char *head, gsize n);

/* The row that a reader of cells builds up: texts in one growing buffer. */
typedef struct
{
  GArray  *cells; /* DaybookCell; texts are offsets until the row is handed out */
  GString *text;
} DaybookRowBuffer;

void     daybook_row_buffer_init  (DaybookRowBuffer  *buffer);
void     daybook_row_buffer_clear (DaybookRowBuffer  *buffer);
void     daybook_row_buffer_reset (DaybookRowBuffer  *buffer);
/* Puts a cell at `column`, filling up with empty ones. FALSE with an error when
 * the column or the text is beyond the bounds. */
gboolean daybook_row_buffer_put   (DaybookRowBuffer  *buffer,
                                   guint              column,
                                   const char        *text,
                                   gsize              length,
                                   DaybookCellKind    kind,
                                   GError           **error);
/* The same of a number as a workbook writes it, without the noise of binary
 * fractions. `text` is NUL-terminated; text that is no number stays text. */
gboolean daybook_row_buffer_put_number (DaybookRowBuffer  *buffer,
                                        guint              column,
                                        const char        *text,
                                        gsize              length,
                                        GError           **error);
/* Hands the row out; once, until the buffer is reset. */
void     daybook_row_buffer_give  (DaybookRowBuffer  *buffer,
                                   guint64            number,
                                   DaybookTableRow   *row);

/* The sentences that several kinds share. Always FALSE. */
gboolean daybook_refuse_columns (GError **error, guint64 row);
gboolean daybook_refuse_cell    (GError **error, guint64 row);
gboolean daybook_refuse_empty   (GError **error);
gboolean daybook_refuse_sheets (GError **error);
gboolean daybook_refuse_document (GError **error);
gboolean daybook_refuse_encrypted (GError **error);

G_END_DECLS
