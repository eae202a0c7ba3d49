/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ODS, a row at a time. All sheets are in one part, so that one is reached by
 * reading past those before it. Empty cells and rows are written once with how
 * often they are repeated, up to the end of the sheet: a million times is nothing.
 * Source: OpenDocument 1.3, part 3, §9.1. */

#include "exchange/ods-value.h"
#include "exchange/refuse.h"
#include "exchange/table-private.h"
#include "exchange/xml-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"
/* As many rows as a sheet has: filled ones are repeated up to there. */
#define MAX_ROWS 1048576
#define MAX_DEPTH 256
/* While the sheets are listed none is read. */
#define NO_SHEET G_MAXUINT

typedef enum
{
  TYPE_TEXT,
  TYPE_NUMBER,
  TYPE_DATE,
  TYPE_TIME,
  TYPE_BOOLEAN,
  TYPE_NONE, /* empty, or a formula without a result */
} CellType;

/* What cells say of their type, and where the value of that stands. */
static const struct
{
  const char *name;
  CellType    type;
  const char *attribute;
} TYPES[] = {
  { "float", TYPE_NUMBER, "value" },
  { "percentage", TYPE_NUMBER, "value" },
  { "currency", TYPE_NUMBER, "value" },
  { "date", TYPE_DATE, "date-value" },
  { "time", TYPE_TIME, "time-value" },
  { "boolean", TYPE_BOOLEAN, "boolean-value" },
  { "string", TYPE_TEXT, "string-value" },
};

typedef struct
{
  DaybookTableReader parent;
  char            *path;
  DaybookXmlRows   rows;
  guint            sheet;     /* that is read, or NO_SHEET */
  guint            n_sheets;  /* begun so far */

  /* How deep the parser is, and where what it is inside of began; 0: nowhere. */
  guint            depth;
  guint            body;      /* <office:spreadsheet> */
  guint            table;
  guint            table_row;
  guint            cell;
  guint            paragraph;
  guint            skipped;   /* of this element nothing is read */

  DaybookRowBuffer buffer;
  DaybookTableRow  given;     /* the row at hand */
  guint64          number;    /* of the last row given or left out */
  guint64          times;     /* how often the row stands there */
  guint64          left;      /* how often it is still to be given */
  guint64          column;
  guint64          columns;   /* how often the cell stands there */
  CellType         type;
  gboolean         calculated; /* no formula, or with a result */
  GString         *value;     /* as an attribute says it */
  GString         *text;      /* as its paragraphs show it */
  guint            n_paragraphs;
  gboolean         blank;     /* another blank would be one too many */
} OdsReader;

static guint64
times_of (const char **attributes,
          const char  *name)
{
  return MAX (daybook_xml_number (daybook_xml_attribute (attributes, name), 1), 1);
}

static void
stop (OdsReader *self)
{
  daybook_xml_rows_stop (&self->rows);
}

static void
append_text (OdsReader  *self,
             const char *text,
             gsize       length)
{
  g_string_append_len (self->text, text, (gssize) length);
  if (self->text->len <= DAYBOOK_TABLE_MAX_CELL || self->rows.stopped != NULL)
    return;

  daybook_refuse_cell (&self->rows.stopped, self->number + 1);
  stop (self);
}

/* --- Elements that begin ------------------------------------------------ */

static void
begin_table (OdsReader   *self,
             const char **attributes)
{
  const char *name = daybook_xml_attribute (attributes, "name");

  if (self->n_sheets == DAYBOOK_TABLE_MAX_SHEETS)
    {
      daybook_refuse_sheets (&self->rows.stopped);
      stop (self);
      return;
    }

  if (self->sheet == NO_SHEET)
    g_ptr_array_add (self->parent.sheets, g_strdup (name != NULL ? name : ""));
  if (self->sheet == self->n_sheets)
    self->table = self->depth;
  else
    self->skipped = self->depth;
  self->n_sheets++;
}

static void
begin_row (OdsReader   *self,
           const char **attributes)
{
  self->table_row = self->depth;
  self->times = times_of (attributes, "number-rows-repeated");
  self->column = 0;
  daybook_row_buffer_reset (&self->buffer);
}

/* Rows may be in groups; drawings over the sheet may hold tables of their own. */
static void
begin_in_table (OdsReader   *self,
                const char  *local,
                const char **attributes)
{
  if (strcmp (local, "table-row") == 0)
    begin_row (self, attributes);
  else if (strcmp (local, "shapes") == 0)
    self->skipped = self->depth;
}

static void
begin_cell (OdsReader   *self,
            const char **attributes)
{
  const char *type = daybook_xml_attribute (attributes, "value-type");
  const char *value = NULL;

  self->cell = self->depth;
  self->columns = times_of (attributes, "number-columns-repeated");
  self->type = TYPE_NONE;
  self->n_paragraphs = 0;
  g_string_truncate (self->text, 0);
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (TYPES); i++)
    if (strcmp (type, TYPES[i].name) == 0)
      {
        self->type = TYPES[i].type;
        value = daybook_xml_attribute (attributes, TYPES[i].attribute);
      }

  g_string_assign (self->value, value != NULL ? value : "");
  self->calculated = self->type != TYPE_NONE || daybook_xml_attribute (attributes, "formula") == NULL;
}

/* The cells that a merged one covers are empty, whatever is kept below it. */
static void
begin_in_row (OdsReader   *self,
              const char  *local,
              const char **attributes)
{
  if (strcmp (local, "table-cell") == 0)
    begin_cell (self, attributes);
  else if (strcmp (local, "covered-table-cell") == 0)
    {
      self->column += times_of (attributes, "number-columns-repeated");
      self->skipped = self->depth;
    }
}

/* Comments, shapes and whatever else hangs on a cell are not its text. */
static void
begin_in_cell (OdsReader  *self,
               const char *local)
{
  if (strcmp (local, "p") != 0)
    {
      self->skipped = self->depth;
      return;
    }

  self->paragraph = self->depth;
  self->blank = TRUE;
  if (self->n_paragraphs++ > 0)
    append_text (self, "\n", 1);
}

static void
append_blanks (OdsReader *self,
               guint64    n)
{
  for (guint64 i = 0; i < n && self->rows.stopped == NULL; i++)
    append_text (self, " ", 1);
  self->blank = FALSE;
}

static void
begin_in_paragraph (OdsReader   *self,
                    const char  *local,
                    const char **attributes)
{
  static const char *const OTHERS[] = { "annotation", "note", "ruby-text", "frame", NULL };

  if (strcmp (local, "s") == 0)
    append_blanks (self, times_of (attributes, "c"));
  else if (strcmp (local, "tab") == 0)
    append_text (self, "\t", 1);
  else if (strcmp (local, "line-break") == 0)
    append_text (self, "\n", 1);
  else if (g_strv_contains (OTHERS, local))
    self->skipped = self->depth;
}

static void XMLCALL
on_element_started (void        *parser,
                    const char  *name,
                    const char **attributes)
{
  OdsReader *self = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);

  if (++self->depth > MAX_DEPTH)
    stop (self);
  else if (self->skipped > 0)
    return;
  else if (self->paragraph > 0)
    begin_in_paragraph (self, local, attributes);
  else if (self->cell > 0)
    begin_in_cell (self, local);
  else if (self->table_row > 0)
    begin_in_row (self, local, attributes);
  else if (self->table > 0)
    begin_in_table (self, local, attributes);
  else if (self->body > 0 && self->depth == self->body + 1 && strcmp (local, "table") == 0)
    begin_table (self, attributes);
  else if (strcmp (local, "spreadsheet") == 0)
    self->body = self->depth;
}

/* --- Elements that end -------------------------------------------------- */

/* The cell's text where its type needs no other words than the attribute's or
 * the paragraphs'. */
static const GString *
cell_text (OdsReader *self)
{
  if (self->value->len == 0)
    return self->text;
  if (self->type == TYPE_TEXT)
    return self->value;

  g_string_truncate (self->text, 0);
  if (self->type == TYPE_DATE)
    daybook_ods_print_date (self->value->str, self->text);
  else if (self->type == TYPE_TIME)
    daybook_ods_print_time (self->value->str, self->text);
  else
    g_string_append (self->text, strcmp (self->value->str, "true") == 0 ? "TRUE" : "FALSE");
  return self->text;
}

static gboolean
put_cell (OdsReader *self,
          guint      column)
{
  const GString *text;

  if (self->type == TYPE_NUMBER && self->value->len > 0)
    return daybook_row_buffer_put_number (&self->buffer, column, self->value->str, self->value->len, &self->rows.stopped);

  text = cell_text (self);
  return daybook_row_buffer_put (&self->buffer, column, text->str, text->len,
                                 self->calculated || text->len > 0 ? DAYBOOK_CELL_TEXT : DAYBOOK_CELL_UNKNOWN,
                                 &self->rows.stopped);
}

static void
end_cell (OdsReader *self)
{
  gboolean is_empty = self->value->len == 0 && self->text->len == 0 && self->calculated;

  self->cell = 0;
  for (guint64 i = 0; i < self->columns && !is_empty; i++)
    if (!put_cell (self, (guint) MIN (self->column + i, G_MAXUINT)))
      {
        stop (self);
        return;
      }

  self->column += self->columns;
}

static void
end_row (OdsReader *self)
{
  self->table_row = 0;
  if (self->buffer.cells->len > 0)
    daybook_xml_rows_halt (&self->rows);
  else
    self->number += self->times;
}

static void XMLCALL
on_element_ended (void       *parser,
                  const char *name)
{
  OdsReader *self = XML_GetUserData (parser);
  guint depth = self->depth--;

  if (self->skipped > 0)
    self->skipped = depth == self->skipped ? 0 : self->skipped;
  else if (depth == self->paragraph)
    self->paragraph = 0;
  else if (depth == self->cell)
    end_cell (self);
  else if (depth == self->table_row)
    end_row (self);
  else if (depth == self->table || depth == self->body)
    daybook_xml_rows_end (&self->rows);
}

/* Blanks and line breaks of the XML are one blank each, and none at the
 * beginning; those that count are elements. */
static void XMLCALL
on_text (void       *parser,
         const char *text,
         int         length)
{
  OdsReader *self = XML_GetUserData (parser);
  const char *end = text + length;
  const char *from = text;

  if (self->paragraph == 0 || self->skipped > 0)
    return;

  for (const char *p = text; p < end; p++)
    {
      gboolean is_blank = *p == ' ' || *p == '\t' || *p == '\n' || *p == '\r';

      if (is_blank)
        {
          append_text (self, from, (gsize) (p - from));
          if (!self->blank)
            append_text (self, " ", 1);
          from = p + 1;
        }
      self->blank = is_blank;
    }
  append_text (self, from, (gsize) (end - from));
}

/* --- The reader --------------------------------------------------------- */

static gboolean
begin (OdsReader  *self,
       guint       sheet,
       GError    **error)
{
  self->sheet = sheet;
  self->n_sheets = 0;
  self->depth = self->body = self->table = self->table_row = self->cell = self->paragraph = self->skipped = 0;
  self->number = self->left = 0;
  return daybook_xml_rows_open (&self->rows, self->path, CONTENT, on_element_started, on_element_ended, on_text, self, error);
}

static gboolean
check_number (OdsReader  *self,
              GError    **error)
{
  return self->number <= MAX_ROWS ||
         daybook_refuse (error, _("The sheet has more than %d rows: no spreadsheet can have so many. Check that this is the right file."),
                         MAX_ROWS);
}

static DaybookTableStep
ods_next (DaybookTableReader  *reader,
          DaybookTableRow     *row,
          GError             **error)
{
  OdsReader *self = (OdsReader *) reader;

  if (self->left == 0)
    {
      DaybookTableStep step = daybook_xml_rows_next (&self->rows, error);

      if (step != DAYBOOK_TABLE_ROW)
        return step;
      daybook_row_buffer_give (&self->buffer, 0, &self->given);
      self->left = self->times;
    }

  self->left--;
  self->given.number = ++self->number;
  if (!check_number (self, error))
    return DAYBOOK_TABLE_ERROR;
  *row = self->given;
  return DAYBOOK_TABLE_ROW;
}

static gboolean
ods_select (DaybookTableReader  *reader,
            guint                sheet,
            GError             **error)
{
  return begin ((OdsReader *) reader, sheet, error);
}

static guint64
ods_done (DaybookTableReader *reader)
{
  OdsReader *self = (OdsReader *) reader;

  return self->rows.part != NULL ? daybook_zip_part_done (self->rows.part) : 0;
}

static void
ods_free (DaybookTableReader *reader)
{
  OdsReader *self = (OdsReader *) reader;

  daybook_xml_rows_clear (&self->rows);
  daybook_row_buffer_clear (&self->buffer);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->path);
  g_free (self);
}

static const DaybookTableClass ODS_CLASS = { ods_next, ods_select, ods_done, ods_free };

static void XMLCALL
on_manifest_element (void        *parser,
                     const char  *name,
                     const char **attributes)
{
  gboolean *encrypted = XML_GetUserData (parser);

  *encrypted = *encrypted || strcmp (daybook_xml_local_name (name), "encryption-data") == 0;
}

/* Nothing else of the list of contents matters, not even that it is whole. */
static gboolean
is_encrypted (const char *path)
{
  gboolean encrypted = FALSE;
  GError *stopped = NULL;
  XML_Parser parser = daybook_xml_parser_new (on_manifest_element, NULL, NULL, &encrypted);

  daybook_xml_parse_part (path, MANIFEST, DAYBOOK_PART_OPTIONAL, parser, &stopped, NULL);
  XML_ParserFree (parser);
  return encrypted;
}

/* Texts and drawings are packed alike. */
static gboolean
list_sheets (OdsReader  *self,
             GError    **error)
{
  DaybookTableRow row;

  if (!begin (self, NO_SHEET, error) || ods_next (&self->parent, &row, error) != DAYBOOK_TABLE_END)
    return FALSE;
  return self->parent.sheets->len > 0 || daybook_refuse_document (error);
}

DaybookTableReader *
daybook_ods_open (const char  *path,
                  GError     **error)
{
  OdsReader *self;

  if (is_encrypted (path))
    {
      daybook_refuse_encrypted (error);
      return NULL;
    }

  self = g_new0 (OdsReader, 1);
  self->parent.klass = &ODS_CLASS;
  self->parent.encoding = "ODS";
  self->parent.sheets = g_ptr_array_new_with_free_func (g_free);
  self->path = g_strdup (path);
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  daybook_row_buffer_init (&self->buffer);
  if (list_sheets (self, error) && begin (self, 0, error))
    return &self->parent;

  daybook_table_reader_free (&self->parent);
  return NULL;
}
