/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XLS (BIFF): libfreexl keeps a workbook in memory and trusts what it finds
 * there, so it works in a process of its own (xls-main.c), and what comes from
 * that is checked like anything from outside. */

#include "config.h"

#include "exchange/refuse.h"
#include "exchange/table-private.h"
#include "exchange/xls-frame.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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
  char            *path;
  FILE            *frames; /* what the process tells */
  DaybookRowBuffer buffer;
  GString         *text;
  guint64          row;
} XlsReader;

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

/* Installed, among the programs that nobody calls by hand; in the build tree,
 * beside the folder of the program that runs. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : g_strdup (".");
  const char *said = g_getenv ("DAYBOOK_LIBEXECDIR");
  g_autofree char *given = said != NULL ? g_build_filename (said, DAYBOOK_XLS_PROGRAM, NULL) : NULL;
  g_autofree char *built = g_build_filename (folder, "..", "exchange", DAYBOOK_XLS_PROGRAM, NULL);
  g_autofree char *installed = g_build_filename (DAYBOOK_LIBEXECDIR, DAYBOOK_XLS_PROGRAM, NULL);
  char **places[] = { &given, &installed, &built };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (*places[i] != NULL && g_file_test (*places[i], G_FILE_TEST_IS_EXECUTABLE))
      return g_steal_pointer (places[i]);

  return NULL;
}

/* Starts the process; `what` is a sheet's number or the wish for their list. The
 * file is its standard input: one without a name has a path in this process only. */
static gboolean
start (XlsReader   *self,
       const char  *what,
       GError     **error)
{
  g_autofree char *program = find_program ();
  const char *argv[] = { program, DAYBOOK_XLS_INPUT, what, NULL };
  int in = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  gboolean started;
  int out;

  if (self->frames != NULL)
    fclose (self->frames);
  self->frames = NULL;
  self->row = 0;
  started = program != NULL && in >= 0 &&
            g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_CLOEXEC_PIPES,
                                              NULL, NULL, in, -1, -1, NULL, NULL, 0, NULL, NULL, &out, NULL, NULL);
  if (in >= 0)
    close (in);
  if (started)
    self->frames = fdopen (out, "rb");
  else
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                         _("The part of Daybook that reads XLS files could not be started. Install Daybook again, "
                           "or save the file as XLSX or CSV and import that."));
  return started;
}

/* The next frame, its text in `self->text`. FALSE when there is none, or it
 * cannot be one. */
static gboolean
read_frame (XlsReader       *self,
            DaybookXlsFrame *frame)
{
  if (fread (frame, sizeof *frame, 1, self->frames) != 1 || frame->length > DAYBOOK_TABLE_MAX_CELL)
    return FALSE;

  g_string_set_size (self->text, frame->length);
  return fread (self->text->str, 1, frame->length, self->frames) == frame->length;
}

static gboolean
put_cell (XlsReader              *self,
          const DaybookXlsFrame  *frame,
          GError                **error)
{
  DaybookCellKind kind = frame->kind == DAYBOOK_XLS_NUMBER ? DAYBOOK_CELL_NUMBER : DAYBOOK_CELL_TEXT;

  if (g_utf8_validate_len (self->text->str, self->text->len, NULL))
    return daybook_row_buffer_put (&self->buffer, frame->index, self->text->str, self->text->len, kind, error);

  return daybook_refuse (error, _("Row %lu of the workbook holds text that cannot be read. "
                                  "Save it as XLSX or CSV and import that."), (gulong) self->row + 1);
}

static DaybookTableStep
xls_next (DaybookTableReader  *reader,
          DaybookTableRow     *row,
          GError             **error)
{
  XlsReader *self = (XlsReader *) reader;
  DaybookXlsFrame frame;

  daybook_row_buffer_reset (&self->buffer);
  while (read_frame (self, &frame))
    switch (frame.kind)
      {
      case DAYBOOK_XLS_TEXT:
      case DAYBOOK_XLS_NUMBER:
        if (!put_cell (self, &frame, error))
          return DAYBOOK_TABLE_ERROR;
        break;
      case DAYBOOK_XLS_ROW:
        self->row = frame.index;
        if (self->buffer.cells->len == 0)
          break;
        daybook_row_buffer_give (&self->buffer, self->row, row);
        return DAYBOOK_TABLE_ROW;
      case DAYBOOK_XLS_END:
        return DAYBOOK_TABLE_END;
      default:
        refuse_no_workbook (error);
        return DAYBOOK_TABLE_ERROR;
      }

  /* Not told to the end: the process has failed on it. */
  refuse_no_workbook (error);
  return DAYBOOK_TABLE_ERROR;
}

static gboolean
xls_select (DaybookTableReader  *reader,
            guint                sheet,
            GError             **error)
{
  g_autofree char *number = g_strdup_printf ("%u", sheet);

  return start ((XlsReader *) reader, number, error);
}

/* The process reads the whole file before it tells the first row: a sheet can
 * have 65,536 of them, and how many it has is not known before. */
static guint64
xls_done (DaybookTableReader *reader)
{
  XlsReader *self = (XlsReader *) reader;

  return reader->total * MIN (self->row, G_MAXUINT16) / G_MAXUINT16;
}

static void
xls_free (DaybookTableReader *reader)
{
  XlsReader *self = (XlsReader *) reader;

  if (self->frames != NULL)
    fclose (self->frames);
  daybook_row_buffer_clear (&self->buffer);
  g_string_free (self->text, TRUE);
  g_free (self->path);
  g_free (self);
}

static const DaybookTableClass XLS_CLASS = { xls_next, xls_select, xls_done, xls_free };

static gboolean
list_sheets (XlsReader  *self,
             GError    **error)
{
  DaybookXlsFrame frame = { 0 };

  if (!start (self, DAYBOOK_XLS_LIST, error))
    return FALSE;

  while (read_frame (self, &frame) && frame.kind == DAYBOOK_XLS_SHEET)
    if (self->parent.sheets->len < DAYBOOK_TABLE_MAX_SHEETS)
      g_ptr_array_add (self->parent.sheets, g_utf8_make_valid (self->text->str, (gssize) self->text->len));
  if (frame.kind != DAYBOOK_XLS_END || self->parent.sheets->len == 0)
    return refuse_no_workbook (error);

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
  return is_encrypted (path) ? daybook_refuse_encrypted (error) : TRUE;
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
  self->path = g_strdup (path);
  self->text = g_string_new (NULL);
  daybook_row_buffer_init (&self->buffer);
  if (list_sheets (self, error))
    return &self->parent;

  daybook_table_reader_free (&self->parent);
  return NULL;
}
