/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include "core/moment.h"

#include <glib/gi18n-lib.h>

/* Acts are read in pieces of this many. */
#define PIECE 1000

/* Every act, or every act on one row, newest first. There are as many as
 * people did things, not as there are rows, so they fit into memory. */
static GPtrArray *
read_acts (DaybookCli        *cli,
           const DaybookRow  *row,
           GError           **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autoptr(GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_act_free);
  gint64 before = 0;

  for (;;)
    {
      g_autoptr(GPtrArray) piece = daybook_reader_history (reader, row != NULL ? row->table : NULL,
                                                           row != NULL ? &row->id : NULL, before, PIECE, error);

      if (piece == NULL)
        return NULL;
      if (piece->len == 0)
        return g_steal_pointer (&acts);

      before = ((const DaybookAct *) g_ptr_array_index (piece, piece->len - 1))->key;
      g_ptr_array_extend_and_steal (acts, g_steal_pointer (&piece));
    }
}

static gboolean
id_of_act (gpointer   data,
           guint      place,
           DaybookId *id)
{
  GPtrArray *acts = data;

  *id = ((const DaybookAct *) g_ptr_array_index (acts, place))->id;
  return TRUE;
}

static void
print_json (DaybookCli *cli,
            GPtrArray  *acts,
            guint       first,
            guint       last)
{
  daybook_print_list_begin ("history", acts->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(JsonObject) object = daybook_act_to_json (cli, g_ptr_array_index (acts, i));

      daybook_print_list_row (object, i - first);
    }
  daybook_print_list_end ();
}

static void
print_row (DaybookCli       *cli,
           DaybookTextTable *table,
           const DaybookAct *act)
{
  g_autofree char *at = daybook_moment_format (act->at, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
  g_autofree char *changes = g_strdup_printf ("%" G_GUINT64_FORMAT, act->n_changes);
  g_autofree char *id = daybook_id_to_string (&act->id);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, at);
  daybook_text_table_cell (table, act->agent);
  daybook_text_table_cell (table, daybook_act_kind_word (act->kind));
  daybook_text_table_cell (table, act->title);
  daybook_text_table_cell (table, changes);
  daybook_text_table_cell (table, act->undone ? _("undone") : act->running ? _("running") : "");
  daybook_text_table_cell (table, id);
}

static void
print_text (DaybookCli *cli,
            GPtrArray  *acts,
            guint       first,
            guint       last)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("When"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Who"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Kind"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("What"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Changes"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, _("State"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Id"), DAYBOOK_ALIGN_LEFT);

  for (guint i = first; i < last; i++)
    print_row (cli, table, g_ptr_array_index (acts, i));

  daybook_print_table (table);
  if (last - first < acts->len)
    daybook_print (_("%u of %u acts; --limit 0 shows all.\n"), last - first, acts->len);
}

static gboolean
run_history (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  g_autofree char *of = NULL;
  const GOptionEntry entries[] = {
    { "of", 0, 0, G_OPTION_ARG_FILENAME, &of, N_("Only what was done to this row"), N_("ID") },
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(GPtrArray) acts = NULL;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  row = of != NULL ? daybook_find_any_row (cli->store, of, error) : NULL;
  acts = of == NULL || row != NULL ? read_acts (cli, row, error) : NULL;
  if (acts == NULL || !daybook_list_range_cut (&range, acts->len, id_of_act, acts, &first, &last, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (cli, acts, first, last);
  else
    print_text (cli, acts, first, last);
  return TRUE;
}

const DaybookCommand daybook_command_history = {
  "history", "[--of ID] [--limit N] [--after ID]",
  N_("Show what was done, by whom and when"),
  DAYBOOK_WORDS_TEXT,
  run_history,
};
