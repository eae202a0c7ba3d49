/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx-markdown.h"

#include "exchange/markdown-maker.h"
#include "exchange/refuse.h"
#include "exchange/xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOCUMENT "word/document.xml"
#define STYLES "word/styles.xml"
/* Styles that a document has; ten times those of Word itself. */
#define MOST_STYLES 4000
#define NO_LEVEL 9 /* of body text, as Word writes it */

typedef struct
{
  DaybookMarkdownMaker *maker;
  GHashTable           *styles;     /* id → level of a heading, from 1 */
  char                 *style;      /* whose properties are read */
  guint                 n_pictures;
  guint                 depth;      /* of the list at hand */
  int                   item;       /* level of the list that the paragraph is in, from 0; -1: in none */
  guint                 heading;    /* of the paragraph; 0: none */
  gboolean              in_text;    /* w:t */
  gboolean              in_run;     /* w:rPr is one's own */
} Reader;

static Reader *
reader_of (void *parser)
{
  return XML_GetUserData ((XML_Parser) parser);
}

/* w:val says off with 0, false, none. */
static gboolean
is_on (const char **attributes)
{
  const char *value = daybook_xml_attribute (attributes, "val");

  return value == NULL || !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "none") || g_str_equal (value, "off"));
}

static guint
level_of (const char **attributes)
{
  return (guint) daybook_xml_number (daybook_xml_attribute (attributes, "val"), NO_LEVEL);
}

/* --- Styles ------------------------------------------------------------------------------- */

static void XMLCALL
on_style_started (void            *parser,
                  const XML_Char  *qualified,
                  const XML_Char **attributes)
{
  Reader *self = reader_of (parser);
  const char *name = daybook_xml_local_name (qualified);

  if (g_str_equal (name, "style"))
    {
      g_free (self->style);
      self->style = g_strdup (daybook_xml_attribute ((const char **) attributes, "styleId"));
    }
  else if (g_str_equal (name, "outlineLvl") && self->style != NULL && level_of ((const char **) attributes) < NO_LEVEL
           && g_hash_table_size (self->styles) < MOST_STYLES)
    g_hash_table_insert (self->styles, g_strdup (self->style), GUINT_TO_POINTER (level_of ((const char **) attributes) + 1));
}

static void XMLCALL
on_style_ended (void           *parser,
                const XML_Char *qualified)
{
  Reader *self = reader_of (parser);

  if (g_str_equal (daybook_xml_local_name (qualified), "style"))
    g_clear_pointer (&self->style, g_free);
}

/* A style by its name, where nothing says of which rank it is: "Heading2". */
static guint
guess_level (const char *style)
{
  if (g_ascii_strcasecmp (style, "Title") == 0)
    return 1;
  if (g_ascii_strncasecmp (style, "Heading", 7) == 0 && style[7] >= '1' && style[7] <= '6')
    return (guint) (style[7] - '0');

  return 0;
}

/* --- The document ----------------------------------------------------------------------------- */

static void
begin_paragraph (Reader *self)
{
  self->item = -1;
  self->heading = 0;
}

/* What is known of the paragraph stands before its first run. */
static void
open_paragraph (Reader *self)
{
  guint depth = (guint) (self->item + 1);

  for (; self->depth > depth; self->depth--)
    daybook_markdown_maker_end_list (self->maker);
  for (; self->depth < depth; self->depth++)
    daybook_markdown_maker_begin_list (self->maker, DAYBOOK_LIST_BULLETS);
  if (self->heading > 0)
    daybook_markdown_maker_heading (self->maker, self->heading);
  else if (self->item >= 0)
    daybook_markdown_maker_item (self->maker);
}

static void
take_style (Reader      *self,
            const char **attributes)
{
  const char *style = daybook_xml_attribute (attributes, "val");
  guint level = style != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->styles, style)) : 0;

  self->heading = level > 0 || style == NULL ? level : guess_level (style);
}

static void
take_property (Reader      *self,
               const char  *name,
               const char **attributes)
{
  if (g_str_equal (name, "pStyle"))
    take_style (self, attributes);
  else if (g_str_equal (name, "outlineLvl") && level_of (attributes) < NO_LEVEL)
    self->heading = level_of (attributes) + 1;
  else if (g_str_equal (name, "ilvl"))
    self->item = (int) MIN (level_of (attributes), NO_LEVEL);
  else if (g_str_equal (name, "numId") && daybook_xml_number (daybook_xml_attribute (attributes, "val"), 0) == 0)
    self->item = -1;
  else if (self->in_run && g_str_equal (name, "b") && is_on (attributes))
    daybook_markdown_maker_begin_mark (self->maker, DAYBOOK_MARK_STRONG);
  else if (self->in_run && g_str_equal (name, "i") && is_on (attributes))
    daybook_markdown_maker_begin_mark (self->maker, DAYBOOK_MARK_EMPHASIS);
}

static void XMLCALL
on_started (void            *parser,
            const XML_Char  *qualified,
            const XML_Char **attributes)
{
  Reader *self = reader_of (parser);
  const char *name = daybook_xml_local_name (qualified);

  if (daybook_markdown_maker_is_full (self->maker))
    XML_StopParser (parser, XML_FALSE);
  else if (g_str_equal (name, "p"))
    begin_paragraph (self);
  else if (g_str_equal (name, "r"))
    self->in_run = TRUE;
  else if (g_str_equal (name, "t"))
    self->in_text = TRUE;
  else if (g_str_equal (name, "tab"))
    daybook_markdown_maker_text (self->maker, " ", 1);
  else if (g_str_equal (name, "br") || g_str_equal (name, "cr"))
    daybook_markdown_maker_line (self->maker);
  else if (g_str_equal (name, "tbl"))
    daybook_markdown_maker_begin_table (self->maker);
  else if (g_str_equal (name, "tr"))
    daybook_markdown_maker_row (self->maker);
  else if (g_str_equal (name, "tc"))
    daybook_markdown_maker_cell (self->maker);
  else if (g_str_equal (name, "drawing") || g_str_equal (name, "pict"))
    self->n_pictures++;
  else
    take_property (self, name, (const char **) attributes);
}

static void XMLCALL
on_ended (void           *parser,
          const XML_Char *qualified)
{
  Reader *self = reader_of (parser);
  const char *name = daybook_xml_local_name (qualified);

  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "pPr"))
    open_paragraph (self);
  else if (g_str_equal (name, "r"))
    {
      self->in_run = FALSE;
      daybook_markdown_maker_end_mark (self->maker, DAYBOOK_MARK_EMPHASIS);
      daybook_markdown_maker_end_mark (self->maker, DAYBOOK_MARK_STRONG);
    }
  else if (g_str_equal (name, "p"))
    daybook_markdown_maker_end_block (self->maker);
  else if (g_str_equal (name, "tbl"))
    daybook_markdown_maker_end_table (self->maker);
}

static void XMLCALL
on_text (void           *parser,
         const XML_Char *text,
         int             length)
{
  Reader *self = reader_of (parser);

  if (self->in_text)
    daybook_markdown_maker_text (self->maker, text, length);
}

static gboolean
read_part (const char                *path,
           const char                *name,
           DaybookPartNeed            need,
           XML_StartElementHandler    started,
           XML_EndElementHandler      ended,
           XML_CharacterDataHandler   text,
           Reader                    *self,
           GError                   **error)
{
  XML_Parser parser = daybook_xml_parser_new (started, ended, text, self);
  g_autoptr(GError) stopped = NULL;
  g_autoptr(GError) reason = NULL;
  gboolean read = daybook_xml_parse_part (path, name, need, parser, &stopped, &reason);

  XML_ParserFree (parser);
  /* What is longer than a document was cut off by us. */
  if (read || daybook_markdown_maker_is_full (self->maker))
    return TRUE;

  return daybook_refuse (error, _("This is no text of Word’s, or it is damaged. Save it again as .docx, or as HTML."));
}

char *
daybook_docx_to_markdown (const char  *path,
                          guint       *n_pictures,
                          GError     **error)
{
  g_autoptr(DaybookMarkdownMaker) maker = daybook_markdown_maker_new ();
  g_autoptr(GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { .maker = maker, .styles = styles, .item = -1 };
  gboolean read = read_part (path, STYLES, DAYBOOK_PART_OPTIONAL, on_style_started, on_style_ended, NULL, &self, error)
                  && read_part (path, DOCUMENT, DAYBOOK_PART_REQUIRED, on_started, on_ended, on_text, &self, error);

  g_free (self.style);
  if (!read)
    return NULL;
  if (n_pictures != NULL)
    *n_pictures = self.n_pictures;
  return daybook_markdown_maker_finish (maker);
}
