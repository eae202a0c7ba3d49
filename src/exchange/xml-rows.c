/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/xml-rows.h"

gboolean
daybook_xml_rows_open (DaybookXmlRows            *self,
                       const char                *path,
                       const char                *name,
                       XML_StartElementHandler    start,
                       XML_EndElementHandler      end,
                       XML_CharacterDataHandler   text,
                       gpointer                   data,
                       GError                   **error)
{
  g_autoptr(GError) failure = NULL;

  daybook_xml_rows_clear (self);
  self->part = daybook_zip_part_open (path, name, &failure);
  if (self->part != NULL)
    {
      self->parser = daybook_xml_parser_new (start, end, text, data);
      return TRUE;
    }

  self->ended = TRUE;
  if (failure == NULL)
    daybook_xml_refuse (&failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
daybook_xml_rows_clear (DaybookXmlRows *self)
{
  g_clear_pointer (&self->part, daybook_zip_part_free);
  g_clear_pointer (&self->parser, XML_ParserFree);
  g_clear_error (&self->stopped);
  self->halted = self->drained = self->ended = FALSE;
}

void
daybook_xml_rows_halt (DaybookXmlRows *self)
{
  self->halted = TRUE;
  XML_StopParser (self->parser, XML_TRUE);
}

void
daybook_xml_rows_end (DaybookXmlRows *self)
{
  self->ended = TRUE;
  XML_StopParser (self->parser, XML_FALSE);
}

void
daybook_xml_rows_stop (DaybookXmlRows *self)
{
  XML_StopParser (self->parser, XML_FALSE);
}

static enum XML_Status
parse_on (DaybookXmlRows  *self,
          GError         **error)
{
  enum XML_Status status = XML_STATUS_OK;
  gssize n;

  if (self->halted)
    {
      self->halted = FALSE;
      status = XML_ResumeParser (self->parser);
    }
  while (status == XML_STATUS_OK && !self->drained && !self->ended)
    {
      status = daybook_xml_feed (self->parser, self->part, &n, error);
      self->drained = n == 0;
    }

  return status;
}

DaybookTableStep
daybook_xml_rows_next (DaybookXmlRows  *self,
                       GError         **error)
{
  g_autoptr(GError) failure = NULL;
  enum XML_Status status;

  if (self->ended)
    return DAYBOOK_TABLE_END;

  status = parse_on (self, &failure);
  if (self->stopped == NULL && !self->ended && self->halted)
    return DAYBOOK_TABLE_ROW;
  if (self->stopped == NULL && (self->ended || status != XML_STATUS_ERROR))
    {
      self->ended = TRUE;
      return DAYBOOK_TABLE_END;
    }

  self->ended = TRUE;
  if (self->stopped != NULL)
    g_propagate_error (error, g_steal_pointer (&self->stopped));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    daybook_xml_refuse (error);
  return DAYBOOK_TABLE_ERROR;
}
