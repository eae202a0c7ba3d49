/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-part.h"

#include "exchange/refuse.h"
#include "exchange/zip-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)
/* Of the parts that are read whole; sheets are streamed without this bound. */
#define MAX_PART ((guint64) 512 * 1024 * 1024)

static void XMLCALL
on_doctype_started (void           *parser,
                    const XML_Char *name,
                    const XML_Char *system_id,
                    const XML_Char *public_id,
                    int             has_subset)
{
  XML_StopParser (parser, XML_FALSE);
}

XML_Parser
daybook_xml_parser_new (XML_StartElementHandler  start,
                        XML_EndElementHandler    end,
                        XML_CharacterDataHandler text,
                        gpointer                 data)
{
  XML_Parser parser = XML_ParserCreate (NULL);

  XML_SetUserData (parser, data);
  XML_UseParserAsHandlerArg (parser);
  XML_SetElementHandler (parser, start, end);
  XML_SetCharacterDataHandler (parser, text);
  XML_SetStartDoctypeDeclHandler (parser, on_doctype_started);
  return parser;
}

gboolean
daybook_xml_refuse (GError **error)
{
  return daybook_refuse (error, _("The workbook is damaged: what is inside is not as a workbook should be. "
                                  "Download it again, or save it as CSV and import that."));
}

enum XML_Status
daybook_xml_feed (XML_Parser       parser,
                  DaybookZipPart  *part,
                  gssize          *n,
                  GError         **error)
{
  void *block = XML_GetBuffer (parser, BLOCK_SIZE);

  *n = block != NULL ? daybook_zip_part_read (part, block, BLOCK_SIZE, error) : -1;
  if (*n < 0)
    return XML_STATUS_ERROR;

  return XML_ParseBuffer (parser, (int) *n, *n == 0);
}

static gboolean
parse_whole (DaybookZipPart  *part,
             XML_Parser       parser,
             GError         **error)
{
  enum XML_Status status;
  guint64 total = 0;
  gssize n = 0;

  do
    {
      status = daybook_xml_feed (parser, part, &n, error);
      total += (guint64) MAX (n, 0);
    }
  while (status == XML_STATUS_OK && n > 0 && total <= MAX_PART);

  return status == XML_STATUS_OK && n == 0;
}

gboolean
daybook_xml_parse_part (const char       *path,
                        const char       *name,
                        DaybookPartNeed   need,
                        XML_Parser        parser,
                        GError          **stopped,
                        GError          **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(DaybookZipPart) part = daybook_zip_part_open (path, name, &failure);

  if (part == NULL && failure == NULL && need == DAYBOOK_PART_OPTIONAL)
    return TRUE;
  if (part != NULL && parse_whole (part, parser, &failure))
    return TRUE;

  if (*stopped != NULL)
    g_propagate_error (error, g_steal_pointer (stopped));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    daybook_xml_refuse (error);
  return FALSE;
}

const char *
daybook_xml_local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const char *
daybook_xml_attribute (const char **attributes,
                       const char  *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (daybook_xml_local_name (attributes[i]), name) == 0)
      return attributes[i + 1];

  return NULL;
}

guint64
daybook_xml_number (const char *text,
                    guint64     otherwise)
{
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &number, NULL))
    return otherwise;
  return number;
}
