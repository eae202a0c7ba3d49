/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-source.h"

#include "cli/print-row.h"
#include "exchange/row-source.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
read_source (DaybookCli        *cli,
             const DaybookRow  *order,
             GError           **error)
{
  return daybook_row_source_read (daybook_store_get_reader (cli->store), daybook_store_get_folder (cli->store),
                                    order, 0, error);
}

static char *
show_cell (DaybookCli              *cli,
           const DaybookSourceCell *cell)
{
  return cli->unmasked ? g_strdup (cell->text) : daybook_source_cell_mask (cell);
}

static JsonObject *
row_to_json (DaybookCli      *cli,
             const GPtrArray *row)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < row->len; i++)
    {
      const DaybookSourceCell *cell = g_ptr_array_index (row, i);
      g_autofree char *text = show_cell (cli, cell);

      json_object_set_string_member (object, cell->heading, text);
    }

  return object;
}

JsonArray *
daybook_source_to_json (DaybookCli        *cli,
                        const DaybookRow  *order,
                        GError           **error)
{
  g_autoptr(GPtrArray) files = read_source (cli, order, error);
  JsonArray *array = files != NULL ? json_array_new () : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const DaybookSourceFile *file = g_ptr_array_index (files, i);
      JsonObject *object = json_object_new ();
      JsonArray *rows = json_array_new ();

      for (guint r = 0; r < file->rows->len; r++)
        json_array_add_object_element (rows, row_to_json (cli, g_ptr_array_index (file->rows, r)));
      json_object_set_string_member (object, "platform", file->platform);
      json_object_set_string_member (object, "kind", file->kind);
      json_object_set_int_member (object, "columns", file->n_columns);
      json_object_set_array_member (object, "rows", rows);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_row (DaybookCli      *cli,
           const GPtrArray *row)
{
  guint width = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const DaybookSourceCell *cell = g_ptr_array_index (row, i);

      if (!cell->repeats)
        width = MAX (width, daybook_text_width (cell->heading));
    }

  for (guint i = 0; i < row->len; i++)
    {
      const DaybookSourceCell *cell = g_ptr_array_index (row, i);
      g_autofree char *text = show_cell (cli, cell);

      if (!cell->repeats)
        daybook_print_detail (cell->heading, width, text);
    }
}

static void
print_file (DaybookCli              *cli,
            const DaybookSourceFile *file)
{
  if (file->n_columns == 0)
    {
      daybook_print ("\n%s (%s, %s)\n%s\n", _("From the File"), file->platform, file->kind,
                     _("Its headings were not kept. They are there again when the file is imported once more."));
      return;
    }

  /* Translators: what an export says of an order, column by column: the platform, what the file holds, its columns */
  daybook_print (ngettext ("\nFrom the File (%s, %s, %u column)\n", "\nFrom the File (%s, %s, %u columns)\n", file->n_columns),
                 file->platform, file->kind, file->n_columns);
  for (guint i = 0; i < file->rows->len; i++)
    {
      if (i > 0)
        /* Translators: of the several rows that a file has of one order */
        daybook_print (_("\nRow %u of the order:\n"), i + 1);
      print_row (cli, g_ptr_array_index (file->rows, i));
    }
}

gboolean
daybook_print_source (DaybookCli        *cli,
                      const DaybookRow  *order,
                      GError           **error)
{
  g_autoptr(GPtrArray) files = read_source (cli, order, error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    print_file (cli, g_ptr_array_index (files, i));

  return files != NULL;
}
