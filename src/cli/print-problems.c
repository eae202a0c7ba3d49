/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-problems.h"

#include <glib/gi18n-lib.h>

static void
add_problem (JsonArray            *array,
             const DaybookProblem *problem)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "row", (gint64) problem->row);
  daybook_json_set_text (object, "column", problem->column);
  daybook_json_set_text (object, "value", problem->value);
  json_object_set_string_member (object, "why", problem->why);
  json_array_add_object_element (array, object);
}

JsonArray *
daybook_problems_to_json (DaybookProblemsRead   read,
                          gpointer              data,
                          GError              **error)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint from = 0;; from += DAYBOOK_PROBLEMS_PIECE)
    {
      g_autoptr(GPtrArray) problems = read (data, from, DAYBOOK_PROBLEMS_PIECE, error);

      if (problems == NULL)
        return NULL;

      for (guint i = 0; i < problems->len; i++)
        add_problem (array, g_ptr_array_index (problems, i));
      if (problems->len < DAYBOOK_PROBLEMS_PIECE)
        return g_steal_pointer (&array);
    }
}

gboolean
daybook_print_problems (DaybookProblemsRead   read,
                        gpointer              data,
                        GError              **error)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();
  g_autoptr(GPtrArray) problems = read (data, 0, DAYBOOK_PROBLEMS_PIECE, error);

  if (problems == NULL)
    return FALSE;

  daybook_text_table_column (table, _("Row"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, _("Column"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Value"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Why"), DAYBOOK_ALIGN_WHOLE);

  for (guint i = 0; i < problems->len; i++)
    {
      const DaybookProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, problem->row);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, row);
      daybook_text_table_cell (table, problem->column != NULL ? problem->column : "");
      daybook_text_table_cell (table, problem->value != NULL ? problem->value : "");
      daybook_text_table_cell (table, problem->why);
    }

  if (problems->len > 0)
    daybook_print_table (table);
  if (problems->len == DAYBOOK_PROBLEMS_PIECE)
    daybook_print ("%s\n", _("There may be more: --json lists them all."));
  return TRUE;
}
