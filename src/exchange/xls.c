/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XLS (BIFF) through libfreexl, which keeps the workbook in memory: at most
 * 65,536 rows, and bounded here by the size of the file. */

#include "exchange/refuse.h"
#include "exchange/serial.h"
#include "exchange/table-private.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MAX_FILE (128 * 1024 * 1024)
/* Of OLE files; those with larger sectors have them aligned to this too. */
#define SECTOR_SIZE 512
#define DIRECTORY_ENTRY 128
/* A name in an OLE directory entry is UTF-16LE. */
#define ENCRYPTED_STREAM "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
#define RECORD_BOF 0x0809
#define RECORD_FILEPASS 0x002f
/* What may stand before it: a few marks of protection. */
#define N_FIRST_RECORDS 6

typedef struct
{
  DaybookTableReader parent;
  const void      *book;
  DaybookRowBuffer buffer;
  guint            n_rows;
  guint            n_columns;
  guint            row;
} XlsReader;

static gboolean
refuse_locked (GError **error)
{
  return daybook_refuse (error, _("The workbook is encrypted with a password. Open it in a spreadsheet program, "
                                  "save it without a password, and import that."));
}

static gboolean
refuse_no_workbook (GError **error)
{
  return daybook_refuse (error, _("This is an Office file without a readable workbook: it is encrypted, damaged or not a "
                                  "table. Open it in a spreadsheet program, save it as XLSX or CSV, and import that."));
}

/* An encrypted XLSX is an OLE file with a stream of this name in its directory,
 * whose entries never straddle sectors. */
static gboolean
sector_is_package (const guint8 *sector)
{
  for (gsize at = 0; at < SECTOR_SIZE; at += DIRECTORY_ENTRY)
    if (memcmp (sector + at, ENCRYPTED_STREAM, sizeof ENCRYPTED_STREAM - 1) == 0)
      return TRUE;

  return FALSE;
}

/* An encrypted BIFF stream says so near its beginning, which is that of a sector. */
static gboolean
sector_is_locked (const guint8 *sector)
{
  gsize at = 0;

  if ((sector[0] | sector[1] << 8) != RECORD_BOF)
    return FALSE;

  for (guint i = 0; i < N_FIRST_RECORDS && at + 4 <= SECTOR_SIZE; i++)
    {
      if ((sector[at] | sector[at + 1] << 8) == RECORD_FILEPASS)
        return TRUE;
      at += 4 + (gsize) (sector[at + 2] | sector[at + 3] << 8);
    }
  return FALSE;
}

static gboolean
is_encrypted (const char *path)
{
  guint8 sector[SECTOR_SIZE];
  FILE *file = g_fopen (path, "rb");
  gboolean encrypted = FALSE;

  while (file != NULL && !encrypted && fread (sector, 1, SECTOR_SIZE, file) == SECTOR_SIZE)
    encrypted = sector_is_package (sector) || sector_is_locked (sector);

  if (file != NULL)
    fclose (file);
  return encrypted;
}

static gboolean
put_text (XlsReader   *self,
          guint        column,
          const char  *text,
          GError     **error)
{
  if (text == NULL)
    return TRUE;
  if (g_utf8_validate (text, -1, NULL))
    return daybook_row_buffer_put (&self->buffer, column, text, strlen (text), DAYBOOK_CELL_TEXT, error);

  return daybook_refuse (error, _("Row %u of the workbook holds text that cannot be read. "
                                  "Save it as XLSX or CSV and import that."), self->row + 1);
}

static gboolean
put_number (XlsReader  *self,
            guint       column,
            double      number,
            GError    **error)
{
  char text[DAYBOOK_SERIAL_SIZE];
  gsize n = daybook_number_print (number, text);

  return daybook_row_buffer_put (&self->buffer, column, text, n, DAYBOOK_CELL_NUMBER, error);
}

/* Dates without a time get one, so that they look like all others. */
static gboolean
put_date (XlsReader   *self,
          guint        column,
          const char  *text,
          GError     **error)
{
  g_autofree char *whole = g_strconcat (text != NULL ? text : "", " 00:00:00", NULL);

  return put_text (self, column, whole, error);
}

static gboolean
put_cell (XlsReader   *self,
          guint        column,
          GError     **error)
{
  FreeXL_CellValue cell;

  if (freexl_get_cell_value (self->book, self->row, (unsigned short) column, &cell) != FREEXL_OK)
    return TRUE;

  switch (cell.type)
    {
    case FREEXL_CELL_INT:
      return put_number (self, column, cell.value.int_value, error);
    case FREEXL_CELL_DOUBLE:
      return put_number (self, column, cell.value.double_value, error);
    case FREEXL_CELL_DATE:
      return put_date (self, column, cell.value.text_value, error);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      return put_text (self, column, cell.value.text_value, error);
    case FREEXL_CELL_NULL:
    default:
      return TRUE;
    }
}

static DaybookTableStep
xls_next (DaybookTableReader  *reader,
          DaybookTableRow     *row,
          GError             **error)
{
  XlsReader *self = (XlsReader *) reader;

  for (; self->row < self->n_rows; self->row++)
    {
      daybook_row_buffer_reset (&self->buffer);
      for (guint column = 0; column < self->n_columns; column++)
        if (!put_cell (self, column, error))
          return DAYBOOK_TABLE_ERROR;
      if (self->buffer.cells->len == 0)
        continue;

      daybook_row_buffer_give (&self->buffer, ++self->row, row);
      return DAYBOOK_TABLE_ROW;
    }

  return DAYBOOK_TABLE_END;
}

static gboolean
xls_select (DaybookTableReader  *reader,
            guint                sheet,
            GError             **error)
{
  XlsReader *self = (XlsReader *) reader;
  unsigned int rows;
  unsigned short columns;

  self->n_rows = self->n_columns = self->row = 0;
  if (freexl_select_active_worksheet (self->book, (unsigned short) sheet) != FREEXL_OK ||
      freexl_worksheet_dimensions (self->book, &rows, &columns) != FREEXL_OK)
    return refuse_no_workbook (error);

  self->n_rows = rows;
  self->n_columns = columns;
  return TRUE;
}

static guint64
xls_done (DaybookTableReader *reader)
{
  XlsReader *self = (XlsReader *) reader;

  return self->n_rows > 0 ? reader->total * self->row / self->n_rows : 0;
}

static void
xls_free (DaybookTableReader *reader)
{
  XlsReader *self = (XlsReader *) reader;

  if (self->book != NULL)
    freexl_close (self->book);
  daybook_row_buffer_clear (&self->buffer);
  g_free (self);
}

static const DaybookTableClass XLS_CLASS = { xls_next, xls_select, xls_done, xls_free };

/* An unreadable or encrypted file opens with no sheets and no error. */
static gboolean
list_sheets (XlsReader  *self,
             GError    **error)
{
  unsigned int locked = 0;
  unsigned int n_sheets = 0;

  if (freexl_get_info (self->book, FREEXL_BIFF_PASSWORD, &locked) == FREEXL_OK && locked == FREEXL_BIFF_OBFUSCATED)
    return refuse_locked (error);
  if (freexl_get_info (self->book, FREEXL_BIFF_SHEET_COUNT, &n_sheets) != FREEXL_OK || n_sheets == 0)
    return refuse_no_workbook (error);

  for (guint i = 0; i < MIN (n_sheets, DAYBOOK_TABLE_MAX_SHEETS); i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (self->book, (unsigned short) i, &name);
      g_ptr_array_add (self->parent.sheets, name != NULL ? g_utf8_make_valid (name, -1) : g_strdup (""));
    }
  return xls_select (&self->parent, 0, error);
}

static gboolean
check_file (const char  *path,
            GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > MAX_FILE)
    return daybook_refuse (error, _("The workbook is larger than %d MB. Save it as CSV and import that."),
                           MAX_FILE / (1024 * 1024));
  return is_encrypted (path) ? refuse_locked (error) : TRUE;
}

DaybookTableReader *
daybook_xls_open (const char  *path,
                  GError     **error)
{
  XlsReader *self;

  if (!check_file (path, error))
    return NULL;

  self = g_new0 (XlsReader, 1);
  self->parent.klass = &XLS_CLASS;
  self->parent.encoding = "XLS";
  self->parent.sheets = g_ptr_array_new_with_free_func (g_free);
  daybook_row_buffer_init (&self->buffer);
  if (freexl_open (path, &self->book) == FREEXL_OK)
    {
      if (list_sheets (self, error))
        return &self->parent;
    }
  else
    refuse_no_workbook (error);

  daybook_table_reader_free (&self->parent);
  return NULL;
}
