/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xlsx-book.h"

#include "exchange/refuse.h"
#include "exchange/table-private.h"
#include "exchange/xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORKBOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"
#define STYLES "xl/styles.xml"
#define STRINGS "xl/sharedStrings.xml"

/* Shared strings are the one thing that grows with the file: a million orders
 * of some hundred bytes fit, and the import as a whole stays within its bound. */
#define MAX_STRINGS (128 * 1024 * 1024)

struct _DaybookXlsxBook
{
  const char  *path; /* borrowed while reading */
  GPtrArray   *sheets;
  DaybookEpoch epoch;

  GHashTable  *formats; /* id -> code, while reading the styles */
  GArray      *dates;   /* gboolean, by style */
  gboolean     in_styles; /* inside <cellXfs> */

  GArray      *ends;    /* guint32: where each shared string ends in `strings` */
  GString     *strings;
  gboolean     in_text; /* inside <t> that counts */
  guint        phonetic; /* depth inside <rPh>, whose text is a reading aid */

  GError      *stopped;
};

static void
free_sheet (gpointer data)
{
  DaybookXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->part);
  g_free (sheet);
}

static gboolean
is_true (const char *text)
{
  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

static void
add_sheet (DaybookXlsxBook  *book,
           XML_Parser        parser,
           const char      **attributes)
{
  const char *name = daybook_xml_attribute (attributes, "name");
  const char *relation = daybook_xml_attribute (attributes, "id");
  DaybookXlsxSheet *sheet;

  if (book->sheets->len == DAYBOOK_TABLE_MAX_SHEETS)
    {
      daybook_refuse_sheets (&book->stopped);
      XML_StopParser (parser, XML_FALSE);
      return;
    }

  sheet = g_new0 (DaybookXlsxSheet, 1);
  sheet->name = g_strdup (name != NULL ? name : "");
  sheet->relation = g_strdup (relation != NULL ? relation : "");
  g_ptr_array_add (book->sheets, sheet);
}

static void XMLCALL
on_workbook_element (void        *parser,
                     const char  *name,
                     const char **attributes)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);

  if (strcmp (local, "sheet") == 0)
    add_sheet (book, parser, attributes);
  else if (strcmp (local, "workbookPr") == 0 && is_true (daybook_xml_attribute (attributes, "date1904")))
    book->epoch = DAYBOOK_EPOCH_1904;
}

/* A target is relative to the workbook's folder, or begins at the root. */
static char *
resolve_target (const char *target)
{
  if (target[0] == '/')
    return g_strdup (target + 1);
  return g_str_has_prefix (target, "../") ? g_strdup (target + 3) : g_strconcat ("xl/", target, NULL);
}

static void XMLCALL
on_relation_element (void        *parser,
                     const char  *name,
                     const char **attributes)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);
  const char *id = daybook_xml_attribute (attributes, "Id");
  const char *target = daybook_xml_attribute (attributes, "Target");

  if (id == NULL || target == NULL)
    return;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      DaybookXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (sheet->part == NULL && strcmp (sheet->relation, id) == 0)
        sheet->part = resolve_target (target);
    }
}

static void
add_style (DaybookXlsxBook  *book,
           const char      **attributes)
{
  guint id = (guint) daybook_xml_number (daybook_xml_attribute (attributes, "numFmtId"), 0);
  const char *code = g_hash_table_lookup (book->formats, GUINT_TO_POINTER (id));
  gboolean is_date = daybook_format_is_date (id, code);

  /* 65,430 styles are the format's own limit. */
  if (book->dates->len < G_MAXUINT16)
    g_array_append_val (book->dates, is_date);
}

static void XMLCALL
on_style_started (void        *parser,
                  const char  *name,
                  const char **attributes)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);
  const char *code;

  if (strcmp (local, "cellXfs") == 0)
    book->in_styles = TRUE;
  else if (strcmp (local, "xf") == 0 && book->in_styles)
    add_style (book, attributes);
  else if (strcmp (local, "numFmt") == 0 && (code = daybook_xml_attribute (attributes, "formatCode")) != NULL)
    g_hash_table_replace (book->formats,
                          GUINT_TO_POINTER (daybook_xml_number (daybook_xml_attribute (attributes, "numFmtId"), 0)),
                          g_strdup (code));
}

static void XMLCALL
on_style_ended (void       *parser,
                const char *name)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);

  if (strcmp (daybook_xml_local_name (name), "cellXfs") == 0)
    book->in_styles = FALSE;
}

static void XMLCALL
on_string_started (void        *parser,
                   const char  *name,
                   const char **attributes)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);

  if (strcmp (local, "rPh") == 0)
    book->phonetic++;
  book->in_text = strcmp (local, "t") == 0 && book->phonetic == 0;
}

static void XMLCALL
on_string_ended (void       *parser,
                 const char *name)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);
  const char *local = daybook_xml_local_name (name);
  guint32 end = (guint32) book->strings->len;

  book->in_text = FALSE;
  if (strcmp (local, "rPh") == 0 && book->phonetic > 0)
    book->phonetic--;
  else if (strcmp (local, "si") == 0)
    g_array_append_val (book->ends, end);
}

static void XMLCALL
on_string_text (void       *parser,
                const char *text,
                int         length)
{
  DaybookXlsxBook *book = XML_GetUserData (parser);

  if (!book->in_text)
    return;
  if (book->strings->len + book->ends->len * sizeof (guint32) > MAX_STRINGS)
    {
      daybook_refuse (&book->stopped, _("The workbook holds too much text to be read whole. "
                                        "Save it as CSV and import that."));
      XML_StopParser (parser, XML_FALSE);
      return;
    }
  g_string_append_len (book->strings, text, length);
}

static gboolean
read_part (DaybookXlsxBook          *book,
           const char               *part,
           DaybookPartNeed           need,
           XML_StartElementHandler   start,
           XML_EndElementHandler     end,
           XML_CharacterDataHandler  text,
           GError                  **error)
{
  XML_Parser parser = daybook_xml_parser_new (start, end, text, book);
  gboolean read = daybook_xml_parse_part (book->path, part, need, parser, &book->stopped, error);

  XML_ParserFree (parser);
  return read;
}

/* A workbook whose relations are lost still has its sheets in their usual places. */
static void
guess_parts (DaybookXlsxBook *book)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      DaybookXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (sheet->part == NULL)
        sheet->part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
    }
}

static gboolean
read_book (DaybookXlsxBook  *book,
           GError          **error)
{
  if (!read_part (book, WORKBOOK, DAYBOOK_PART_REQUIRED, on_workbook_element, NULL, NULL, error) ||
      !read_part (book, RELATIONS, DAYBOOK_PART_OPTIONAL, on_relation_element, NULL, NULL, error) ||
      !read_part (book, STYLES, DAYBOOK_PART_OPTIONAL, on_style_started, on_style_ended, NULL, error) ||
      !read_part (book, STRINGS, DAYBOOK_PART_OPTIONAL, on_string_started, on_string_ended, on_string_text, error))
    return FALSE;

  if (book->sheets->len == 0)
    return daybook_refuse (error, _("The workbook has no sheets: it is damaged. Download it again."));
  guess_parts (book);
  return TRUE;
}

DaybookXlsxBook *
daybook_xlsx_book_new (const char  *path,
                       GError     **error)
{
  g_autoptr(DaybookXlsxBook) book = g_new0 (DaybookXlsxBook, 1);

  book->path = path;
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  book->dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  book->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  book->strings = g_string_new (NULL);
  if (!read_book (book, error))
    return NULL;

  book->path = NULL;
  return g_steal_pointer (&book);
}

void
daybook_xlsx_book_free (DaybookXlsxBook *book)
{
  g_ptr_array_unref (book->sheets);
  g_hash_table_unref (book->formats);
  g_array_unref (book->dates);
  g_array_unref (book->ends);
  g_string_free (book->strings, TRUE);
  g_clear_error (&book->stopped);
  g_free (book);
}

GPtrArray *
daybook_xlsx_book_sheets (DaybookXlsxBook *book)
{
  return book->sheets;
}

DaybookEpoch
daybook_xlsx_book_epoch (DaybookXlsxBook *book)
{
  return book->epoch;
}

gboolean
daybook_xlsx_book_is_date (DaybookXlsxBook *book,
                           guint            style)
{
  return style < book->dates->len && g_array_index (book->dates, gboolean, style);
}

const char *
daybook_xlsx_book_string (DaybookXlsxBook *book,
                          guint            index,
                          gsize           *length)
{
  guint32 start;

  if (index >= book->ends->len)
    return NULL;

  start = index > 0 ? g_array_index (book->ends, guint32, index - 1) : 0;
  *length = g_array_index (book->ends, guint32, index) - start;
  return book->strings->str + start;
}
