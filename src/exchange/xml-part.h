/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zip-part.h"

#include <expat.h>

G_BEGIN_DECLS

/* The XML of one part of a workbook, through expat. Document types, and with
 * them entities, are refused: no workbook has any, and they are what XML is
 * attacked with. */

/* A parser whose handlers get the parser itself, and `data` by
 * XML_GetUserData(), so that they can stop it. */
XML_Parser      daybook_xml_parser_new (XML_StartElementHandler   start,
                                        XML_EndElementHandler     end,
                                        XML_CharacterDataHandler  text,
                                        gpointer                  data);

/* Reads on in a part and parses what was read. `*n` is 0 when that was the end. */
enum XML_Status daybook_xml_feed       (XML_Parser       parser,
                                        DaybookZipPart  *part,
                                        gssize          *n,
                                        GError         **error);

typedef enum
{
  DAYBOOK_PART_REQUIRED,
  DAYBOOK_PART_OPTIONAL, /* TRUE when it is missing */
} DaybookPartNeed;

/* Parses a whole part of the archive at `path`. A handler that stops the parser
 * may leave its reason in `*stopped`.
 * Errors: FORMAT; what `*stopped` holds. */
gboolean        daybook_xml_parse_part (const char       *path,
                                        const char       *name,
                                        DaybookPartNeed   need,
                                        XML_Parser        parser,
                                        GError          **stopped,
                                        GError          **error);

/* "row" of "x:row": prefixes are not resolved, a workbook's are all one. */
const char     *daybook_xml_local_name (const char  *name);
/* An attribute by its local name, or NULL. */
const char     *daybook_xml_attribute  (const char **attributes,
                                        const char  *name);
/* A number of an attribute; `otherwise` when it is none or over 32 bits. */
guint64         daybook_xml_number     (const char  *text,
                                        guint64      otherwise);

/* What to say of XML that does not hold together. Always FALSE. */
gboolean        daybook_xml_refuse     (GError     **error);

G_END_DECLS
