/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XLSX, a row at a time. The sheet's own <dimension> is not believed: exports
 * write wrong ones (PLATFORMS §1.2). */

#include "exchange/table-private.h"
#include "exchange/xlsx-book.h"
#include "exchange/xml-rows.h"

#include <string.h>

#define RETURN_ESCAPE "_x000D_"

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT, /* inline, or of a formula */
  TYPE_BOOLEAN,
  TYPE_DATE, /* ISO 8601 */
} CellType;

typedef struct
{
  DaybookTableReader parent;
  char            *path;
  DaybookXlsxBook *book;
  DaybookXmlRows   rows;

  DaybookRowBuffer buffer;
  guint64          row;
  guint            column;
  CellType         type;
  guint            style;
  GString         *value;
  gboolean         in_value;
  guint            phonetic;
  gboolean         calculated; /* no formula, or with a result */
} XlsxReader;

/* The column of a reference such as "AB12"; -1 when it names none. */
static int
parse_column (const char *reference)
{
  int column = 0;

  for (; g_ascii_isalpha (*reference) && column < G_MAXUINT16; reference++)
    column = column * 26 + (g_ascii_toupper (*reference) - 'A' + 1);
  return column - 1;
}

static CellType
parse_type (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return TYPE_NUMBER;
  if (strcmp (type, "s") == 0)
    return TYPE_SHARED;
  if (strcmp (type, "b") == 0)
    return TYPE_BOOLEAN;
  return strcmp (type, "d") == 0 ? TYPE_DATE : TYPE_TEXT;
}

static void
begin_row (XlsxReader  *self,
           const char **attributes)
{
  self->row = daybook_xml_number (daybook_xml_attribute (attributes, "r"), self->row + 1);
  self->column = 0;
  daybook_row_buffer_reset (&self->buffer);
}

static void
begin_cell (XlsxReader  *self,
            const char **attributes)
{
  const char *reference = daybook_xml_attribute (attributes, "r");
  int column = reference != NULL ? parse_column (reference) : -1;

  if (column >= 0)
    self->column = (guint) column;
  self->type = parse_type (daybook_xml_attribute (attributes, "t"));
  self->style = (guint) daybook_xml_number (daybook_xml_attribute (attributes, "s"), 0);
  self->calculated = TRUE;
  g_string_truncate (self->value, 0);
}

/* The result of a formula may be an empty text; a number is never empty. */
static void
begin_value (XlsxReader *self)
{
  self->in_value = TRUE;
  self->calculated = self->calculated || self->type == TYPE_TEXT;
}

static void XMLCALL
on_element_started (void        *parser,
                    const char  *name,
                    const char **attributes)
{
  XlsxReader *self = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);

  if (strcmp (local, "c") == 0)
    begin_cell (self, attributes);
  else if (strcmp (local, "v") == 0)
    begin_value (self);
  else if (strcmp (local, "f") == 0)
    self->calculated = FALSE;
  else if (strcmp (local, "t") == 0)
    self->in_value = self->phonetic == 0;
  else if (strcmp (local, "row") == 0)
    begin_row (self, attributes);
  else if (strcmp (local, "rPh") == 0)
    self->phonetic++;
}

static gboolean
put (XlsxReader      *self,
     const char      *text,
     gsize            length,
     DaybookCellKind  kind)
{
  return daybook_row_buffer_put (&self->buffer, self->column, text, length, kind, &self->rows.stopped);
}

/* Excel writes the line breaks of Windows as “_x000D_” and a line feed: the
 * feed is enough. */
static gboolean
put_text (XlsxReader *self,
          const char *text,
          gsize       length)
{
  g_autoptr(GString) plain = NULL;

  if (memchr (text, '_', length) == NULL || g_strstr_len (text, (gssize) length, RETURN_ESCAPE) == NULL)
    return put (self, text, length, DAYBOOK_CELL_TEXT);

  plain = g_string_new_len (text, (gssize) length);
  g_string_replace (plain, RETURN_ESCAPE, "", 0);
  return put (self, plain->str, plain->len, DAYBOOK_CELL_TEXT);
}

static gboolean
put_shared (XlsxReader *self)
{
  gsize length = 0;
  guint64 index = daybook_xml_number (self->value->str, G_MAXUINT32);
  const char *text = daybook_xlsx_book_string (self->book, (guint) index, &length);

  return text != NULL ? put_text (self, text, length) : daybook_xml_refuse (&self->rows.stopped);
}

static gboolean
put_number (XlsxReader *self)
{
  char text[DAYBOOK_SERIAL_SIZE];
  double number;
  char *end;
  gsize n = 0;

  if (daybook_xlsx_book_is_date (self->book, self->style))
    {
      number = g_ascii_strtod (self->value->str, &end);
      n = *end == '\0' ? daybook_serial_print (number, daybook_xlsx_book_epoch (self->book), text) : 0;
    }

  return n > 0 ? put (self, text, n, DAYBOOK_CELL_TEXT)
               : daybook_row_buffer_put_number (&self->buffer, self->column, self->value->str, self->value->len,
                                                &self->rows.stopped);
}

static gboolean
put_value (XlsxReader *self)
{
  char *separator;

  if (self->value->len == 0)
    return self->calculated || put (self, "", 0, DAYBOOK_CELL_UNKNOWN);

  switch (self->type)
    {
    case TYPE_SHARED:
      return put_shared (self);
    case TYPE_NUMBER:
      return put_number (self);
    case TYPE_BOOLEAN:
      g_string_assign (self->value, self->value->str[0] == '1' ? "TRUE" : "FALSE");
      break;
    case TYPE_DATE:
      separator = strchr (self->value->str, 'T');
      if (separator != NULL)
        *separator = ' ';
      break;
    case TYPE_TEXT:
    default:
      break;
    }

  return put_text (self, self->value->str, self->value->len);
}

static void XMLCALL
on_element_ended (void       *parser,
                  const char *name)
{
  XlsxReader *self = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);

  self->in_value = FALSE;
  if (strcmp (local, "c") == 0)
    {
      if (!put_value (self))
        daybook_xml_rows_stop (&self->rows);
      self->column++;
    }
  else if (strcmp (local, "row") == 0 && self->buffer.cells->len > 0)
    daybook_xml_rows_halt (&self->rows);
  else if (strcmp (local, "rPh") == 0 && self->phonetic > 0)
    self->phonetic--;
  else if (strcmp (local, "sheetData") == 0)
    daybook_xml_rows_end (&self->rows);
}

static void XMLCALL
on_text (void       *parser,
         const char *text,
         int         length)
{
  XlsxReader *self = XML_GetUserData (parser);

  if (!self->in_value)
    return;
  g_string_append_len (self->value, text, length);
  if (self->value->len <= DAYBOOK_TABLE_MAX_CELL)
    return;

  daybook_refuse_cell (&self->rows.stopped, self->row);
  daybook_xml_rows_stop (&self->rows);
}

static DaybookTableStep
xlsx_next (DaybookTableReader  *reader,
           DaybookTableRow     *row,
           GError             **error)
{
  XlsxReader *self = (XlsxReader *) reader;
  DaybookTableStep step;

  daybook_row_buffer_reset (&self->buffer); /* a row within a row ends twice */
  step = daybook_xml_rows_next (&self->rows, error);
  if (step == DAYBOOK_TABLE_ROW)
    daybook_row_buffer_give (&self->buffer, self->row, row);
  return step;
}

static gboolean
xlsx_select (DaybookTableReader  *reader,
             guint                sheet,
             GError             **error)
{
  XlsxReader *self = (XlsxReader *) reader;
  DaybookXlsxSheet *info = g_ptr_array_index (daybook_xlsx_book_sheets (self->book), sheet);

  self->in_value = FALSE;
  self->row = 0;
  self->phonetic = 0;
  return daybook_xml_rows_open (&self->rows, self->path, info->part, on_element_started, on_element_ended, on_text,
                                self, error);
}

static guint64
xlsx_done (DaybookTableReader *reader)
{
  XlsxReader *self = (XlsxReader *) reader;

  return self->rows.part != NULL ? daybook_zip_part_done (self->rows.part) : 0;
}

static void
xlsx_free (DaybookTableReader *reader)
{
  XlsxReader *self = (XlsxReader *) reader;

  daybook_xml_rows_clear (&self->rows);
  g_clear_pointer (&self->book, daybook_xlsx_book_free);
  daybook_row_buffer_clear (&self->buffer);
  g_string_free (self->value, TRUE);
  g_free (self->path);
  g_free (self);
}

static const DaybookTableClass XLSX_CLASS = { xlsx_next, xlsx_select, xlsx_done, xlsx_free };

DaybookTableReader *
daybook_xlsx_open (const char  *path,
                   GError     **error)
{
  XlsxReader *self;
  GPtrArray *sheets;

  self = g_new0 (XlsxReader, 1);
  self->parent.klass = &XLSX_CLASS;
  self->parent.encoding = "XLSX";
  self->parent.sheets = g_ptr_array_new_with_free_func (g_free);
  self->path = g_strdup (path);
  self->value = g_string_new (NULL);
  daybook_row_buffer_init (&self->buffer);
  self->book = daybook_xlsx_book_new (path, error);
  sheets = self->book != NULL ? daybook_xlsx_book_sheets (self->book) : NULL;
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    g_ptr_array_add (self->parent.sheets, g_strdup (((DaybookXlsxSheet *) g_ptr_array_index (sheets, i))->name));

  if (self->book == NULL || !xlsx_select (&self->parent, 0, error))
    {
      daybook_table_reader_free (&self->parent);
      return NULL;
    }
  return &self->parent;
}
