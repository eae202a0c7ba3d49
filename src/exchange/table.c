/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table.h"

#include "exchange/refuse.h"
#include "exchange/table-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD_SIZE 1024

/* What a file is, by its first bytes. */
typedef enum
{
  KIND_TEXT,
  KIND_ZIP,
  KIND_OLE,
  KIND_HTML,
  KIND_XML_SHEET,
  KIND_SYLK,
  KIND_PDF,
  KIND_IMAGE,
  KIND_ARCHIVE,
  KIND_DOCUMENT,
  KIND_JSON,
} Kind;

static const struct
{
  const char *bytes;
  gsize       length;
  Kind        kind;
  const char *name; /* of an archive's kind, for people */
} SIGNATURES[] = {
  { "PK\x03\x04", 4, KIND_ZIP },
  { "PK\x05\x06", 4, KIND_ZIP },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, KIND_OLE },
  { "%PDF-", 5, KIND_PDF },
  { "\x89PNG", 4, KIND_IMAGE },
  { "\xff\xd8\xff", 3, KIND_IMAGE },
  { "GIF8", 4, KIND_IMAGE },
  { "Rar!", 4, KIND_ARCHIVE, "RAR" },
  { "7z\xbc\xaf", 4, KIND_ARCHIVE, "7z" },
  { "\x1f\x8b", 2, KIND_ARCHIVE, "gzip" },
  { "BZh", 3, KIND_ARCHIVE, "bzip2" },
  { "\xfd" "7zXZ", 5, KIND_ARCHIVE, "xz" },
  { "ID;P", 4, KIND_SYLK },
  { "MIME-Version:", 13, KIND_HTML }, /* saved with its pictures, or by Excel as “single file” */
  { "{\\rtf", 5, KIND_DOCUMENT },
};

static gboolean
has_word (const char *head,
          const char *word)
{
  g_autofree char *lower = g_ascii_strdown (head, -1);

  return strstr (lower, word) != NULL;
}

static Kind
sniff_text (const char *head)
{
  const char *p = head;

  if (g_str_has_prefix (p, "\xef\xbb\xbf"))
    p += 3;
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '{' || g_str_has_prefix (p, "[{"))
    return KIND_JSON;
  if (*p != '<')
    return KIND_TEXT;

  if (has_word (p, "<html") || has_word (p, "<table") || has_word (p, "<!doctype html"))
    return KIND_HTML;
  return has_word (p, "<?xml") ? KIND_XML_SHEET : KIND_TEXT;
}

/* `name` is set where the signature has one. */
static Kind
sniff (const char  *head,
       gsize        n,
       const char **name)
{
  for (guint i = 0; i < G_N_ELEMENTS (SIGNATURES); i++)
    if (n >= SIGNATURES[i].length && memcmp (head, SIGNATURES[i].bytes, SIGNATURES[i].length) == 0)
      {
        *name = SIGNATURES[i].name;
        return SIGNATURES[i].kind;
      }

  return sniff_text (head);
}

gboolean
daybook_table_may_be (const char *head,
                      gsize       n)
{
  g_autofree char *text = g_strndup (head, MIN (n, HEAD_SIZE));
  const char *name = NULL;
  Kind kind = sniff (text, MIN (n, HEAD_SIZE), &name);

  return kind == KIND_TEXT || kind == KIND_ZIP || kind == KIND_OLE;
}

static void
refuse_kind (Kind         kind,
             const char  *name,
             GError     **error)
{
  switch (kind)
    {
    case KIND_HTML:
      daybook_refuse (error, _("This is a web page (HTML), whatever its name says. "
                               "Open it in a spreadsheet program, save it as XLSX or CSV, and import that."));
      break;
    case KIND_XML_SHEET:
      daybook_refuse (error, _("This is an XML file, not a table. If it is a spreadsheet, "
                               "open it in a spreadsheet program, save it as XLSX or CSV, and import that."));
      break;
    case KIND_SYLK:
      daybook_refuse (error, _("This is an old spreadsheet format (SYLK). "
                               "Open it in a spreadsheet program, save it as XLSX or CSV, and import that."));
      break;
    case KIND_PDF:
      daybook_refuse (error, _("This is a PDF document. Download the table as CSV, XLS or XLSX instead."));
      break;
    case KIND_IMAGE:
      daybook_refuse (error, _("This is a picture. Download the table as CSV, XLS or XLSX instead."));
      break;
    case KIND_ARCHIVE:
      /* Translators: %s is the kind of the archive, e.g. "RAR" */
      daybook_refuse (error, _("This is a compressed archive (%s). Unpack it and import the file that is in it."), name);
      break;
    case KIND_DOCUMENT:
      daybook_refuse_document (error);
      break;
    case KIND_JSON:
      daybook_refuse (error, _("This is data for programs (JSON), not a table: it may be what the platform answered "
                               "instead of it. Log in there and download the table again as CSV, XLS or XLSX."));
      break;
    case KIND_TEXT:
    case KIND_ZIP:
    case KIND_OLE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_head (int          fd,
           const char  *path,
           char        *head,
           gsize       *n,
           guint64     *size,
           GError     **error)
{
  struct stat info;
  gssize got;

  if (fstat (fd, &info) < 0)
    return daybook_refuse_errno (error, path, errno);
  if (S_ISDIR (info.st_mode))
    return daybook_refuse_errno (error, path, EISDIR);
  if (!S_ISREG (info.st_mode))
    return daybook_refuse (error, _("This is not a file. Choose the file that the platform gave you."));
  if (info.st_size == 0)
    return daybook_refuse_empty (error);

  got = pread (fd, head, HEAD_SIZE, 0);
  if (got < 0)
    return daybook_refuse_errno (error, path, errno);
  head[got] = '\0';
  *n = (gsize) got;
  *size = (guint64) info.st_size;
  return TRUE;
}

/* Takes over `fd`. */
static DaybookTableReader *
open_kind (const char                *head,
           gsize                      n,
           int                        fd,
           const char                *path,
           const DaybookTableAccess  *access,
           GError                   **error)
{
  const char *name = NULL;
  Kind kind = sniff (head, n, &name);

  if (kind == KIND_TEXT)
    return daybook_csv_open (fd, path, error);

  close (fd);
  if (kind == KIND_OLE)
    return daybook_xls_open (path, error);
  if (kind == KIND_ZIP)
    return daybook_zip_open (path, access, error);

  refuse_kind (kind, name, error);
  return NULL;
}

static DaybookTableReader *
open_path (const char                *path,
           const DaybookTableAccess  *access,
           GError                   **error)
{
  DaybookTableReader *self;
  char head[HEAD_SIZE + 1];
  guint64 size = 0;
  gsize n = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    {
      daybook_refuse_errno (error, path, errno);
      return NULL;
    }
  if (!read_head (fd, path, head, &n, &size, error))
    {
      close (fd);
      return NULL;
    }

  self = open_kind (head, n, fd, path, access, error);
  if (self != NULL)
    self->total = size;
  return self;
}

DaybookTableReader *
daybook_table_reader_open (const char  *path,
                           GError     **error)
{
  return daybook_table_reader_open_locked (path, NULL, NULL, error);
}

DaybookTableReader *
daybook_table_reader_open_locked (const char  *path,
                                  const char  *folder,
                                  const char  *passphrase,
                                  GError     **error)
{
  const DaybookTableAccess access = { folder, passphrase };

  return open_path (path, &access, error);
}

DaybookTableReader *
daybook_table_open_member (const char  *path,
                           GError     **error)
{
  return open_path (path, NULL, error);
}

void
daybook_table_reader_free (DaybookTableReader *self)
{
  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  daybook_own_columns_clear (&self->own);
  self->klass->free (self);
}

DaybookTableStep
daybook_table_reader_next (DaybookTableReader  *self,
                           DaybookTableRow     *row,
                           GError             **error)
{
  DaybookTableStep step = self->klass->next (self, row, error);

  if (step == DAYBOOK_TABLE_ROW)
    daybook_own_columns_strip (&self->own, row);
  return step;
}

const char *
daybook_table_reader_encoding (DaybookTableReader *self)
{
  return self->encoding;
}

guint
daybook_table_reader_n_sheets (DaybookTableReader *self)
{
  return self->sheets->len;
}

const char *
daybook_table_reader_sheet_name (DaybookTableReader *self,
                                 guint               sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, "");

  return g_ptr_array_index (self->sheets, sheet);
}

const char *
daybook_table_reader_file_name (DaybookTableReader *self,
                                guint               sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return self->files != NULL ? g_ptr_array_index (self->files, sheet) : NULL;
}

gboolean
daybook_table_reader_select (DaybookTableReader  *self,
                             guint                sheet,
                             GError             **error)
{
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);

  daybook_own_columns_begin (&self->own);
  return self->klass->select (self, sheet, error);
}

void
daybook_table_reader_progress (DaybookTableReader *self,
                               guint64            *done,
                               guint64            *total)
{
  *done = MIN (self->klass->done (self), self->total);
  *total = self->total;
}

gboolean
daybook_refuse_columns (GError **error,
                        guint64  row)
{
  if (row == 0)
    return daybook_refuse (error, _("The table has more than %d columns: no platform’s export is so wide. "
                                    "Check that this is the right file."), DAYBOOK_TABLE_MAX_COLUMNS);

  return daybook_refuse (error, _("Row %lu has more than %d columns: no platform’s export is so wide. "
                                  "Check that this is the right file."), (gulong) row, DAYBOOK_TABLE_MAX_COLUMNS);
}

gboolean
daybook_refuse_cell (GError **error,
                     guint64  row)
{
  if (row == 0)
    return daybook_refuse (error, _("A cell is larger than %d kB. Check that this is the right file."),
                           DAYBOOK_TABLE_MAX_CELL / 1024);

  return daybook_refuse (error, _("A cell in row %lu is larger than %d kB. Check that this is the right file."),
                         (gulong) row, DAYBOOK_TABLE_MAX_CELL / 1024);
}

gboolean
daybook_refuse_empty (GError **error)
{
  return daybook_refuse (error, _("The file is empty. Download it again."));
}

gboolean
daybook_refuse_document (GError **error)
{
  return daybook_refuse (error, _("This is a document, not a table. Choose the CSV, XLS or XLSX file "
                                  "that the platform gave you."));
}

gboolean
daybook_refuse_sheets (GError **error)
{
  return daybook_refuse (error, _("The workbook has more than %d sheets. Save the one with the orders as CSV "
                                  "and import that."), DAYBOOK_TABLE_MAX_SHEETS);
}

gboolean
daybook_refuse_encrypted (GError **error)
{
  return daybook_refuse (error, _("The workbook is encrypted with a password. Open it in a spreadsheet program, "
                                  "save it without a password, and import that."));
}
