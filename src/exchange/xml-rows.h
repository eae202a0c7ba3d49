/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/table.h"
#include "exchange/xml-part.h"

G_BEGIN_DECLS

/* The rows of a part of a workbook, one at a time: its XML is unpacked and
 * parsed in blocks, and the parser is halted at the end of each row that holds
 * anything. The handlers get the parser, as those of daybook_xml_parser_new(). */
typedef struct
{
  DaybookZipPart *part;
  XML_Parser      parser;
  gboolean        halted;  /* the parser stands at the end of a row */
  gboolean        drained; /* the part was fed to its end */
  gboolean        ended;   /* the rows are over */
  GError         *stopped; /* why a handler has stopped */
} DaybookXmlRows;

/* Begins anew with a part. Errors: FORMAT (no such part, damaged). */
gboolean         daybook_xml_rows_open  (DaybookXmlRows           *self,
                                         const char               *path,
                                         const char               *name,
                                         XML_StartElementHandler   start,
                                         XML_EndElementHandler     end,
                                         XML_CharacterDataHandler  text,
                                         gpointer                  data,
                                         GError                  **error);
void             daybook_xml_rows_clear (DaybookXmlRows           *self);
/* Parses on until a handler halts. Errors: FORMAT; what `stopped` holds. */
DaybookTableStep daybook_xml_rows_next  (DaybookXmlRows           *self,
                                         GError                  **error);

/* In a handler: a row is whole; there are no more; `stopped` says why not on. */
void             daybook_xml_rows_halt  (DaybookXmlRows           *self);
void             daybook_xml_rows_end   (DaybookXmlRows           *self);
void             daybook_xml_rows_stop  (DaybookXmlRows           *self);

G_END_DECLS
