/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export-writer.h"

#include <string.h>

/* One array of the rows that `daybookctl list --json` prints, one on each line. */
typedef struct
{
  DaybookExportSheet *sheet;
  DaybookNewFile     *file;
  const char         *before; /* the next row */
} Writer;

static gpointer
begin (DaybookExportSheet  *sheet,
       DaybookNewFile      *file,
       guint64              n_rows,
       GError             **error)
{
  Writer *writer = g_new0 (Writer, 1);

  writer->sheet = sheet;
  writer->file = file;
  writer->before = "[\n";
  return writer;
}

static gboolean
add (gpointer           data,
     const DaybookRow  *row,
     GError           **error)
{
  Writer *writer = data;
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, daybook_row_json (&writer->sheet->manner, row, writer->sheet->columns));
  text = json_to_string (node, FALSE);
  daybook_new_file_write (writer->file, writer->before, strlen (writer->before));
  daybook_new_file_write (writer->file, text, strlen (text));
  writer->before = ",\n";
  return TRUE;
}

static gboolean
check (gpointer   data,
       GError   **error)
{
  return daybook_new_file_flush (((Writer *) data)->file, error);
}

static gboolean
end (gpointer   data,
     GError   **error)
{
  Writer *writer = data;
  const char *end_text = *writer->before == '[' ? "[]\n" : "\n]\n";

  daybook_new_file_write (writer->file, end_text, strlen (end_text));
  return daybook_new_file_flush (writer->file, error);
}

const DaybookExportWriter daybook_json_writer = { "json", begin, add, check, end, g_free };
