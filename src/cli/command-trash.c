/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/hits.h"
#include "cli/print-list.h"

#include "core/moment.h"

#include <glib/gi18n-lib.h>

/* A part (an order's line) lies in the trash with its owner, not beside it. */
static gboolean
lies_alone (const DaybookTable *table)
{
  return table->owner < 0;
}

static gboolean
read_trash (DaybookHits  *trash,
            GError      **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (tables[i]);
      g_autoptr(GArray) keys = NULL;

      if (!lies_alone (tables[i]))
        continue;

      query->rows = DAYBOOK_ROWS_DELETED;
      keys = daybook_reader_keys (trash->reader, query, 0, error);
      if (keys == NULL)
        return FALSE;
      daybook_hits_add (trash, tables[i], keys);
    }

  return TRUE;
}

/* The row and the act that put it there; the act may be NULL. */
static DaybookRow *
read_row (DaybookHits  *trash,
          guint         place,
          DaybookAct  **act,
          GError      **error)
{
  DaybookRow *row = daybook_hits_row (trash, place, error);

  *act = row != NULL ? daybook_reader_deleted_by (trash->reader, row->table, &row->id, NULL) : NULL;
  return row;
}

static gboolean
print_json (DaybookCli   *cli,
            DaybookHits  *trash,
            guint         first,
            guint         last,
            GError      **error)
{
  daybook_print_list_begin ("trash", trash->places->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(DaybookAct) act = NULL;
      g_autoptr(DaybookRow) row = read_row (trash, i, &act, error);
      g_autoptr(JsonObject) object = row != NULL ? daybook_row_to_json (cli, row) : NULL;

      if (object == NULL)
        return FALSE;

      daybook_json_set_id (object, "deleted_by", act != NULL ? &act->id : NULL);
      daybook_json_set_text (object, "deleted_by_agent", act != NULL && *act->agent != '\0' ? act->agent : NULL);
      daybook_json_set_moment (object, "deleted_at", cli, act != NULL ? act->at : 0);
      daybook_print_list_row (object, i - first);
    }

  daybook_print_list_end ();
  return TRUE;
}

static void
print_line (DaybookCli       *cli,
            DaybookTextTable *table,
            const DaybookRow *row,
            const DaybookAct *act)
{
  g_autofree char *title = daybook_row_display_title (cli, row);
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autofree char *at = NULL;

  if (act != NULL)
    at = daybook_moment_format (act->at, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));

  daybook_text_table_row (table);
  daybook_text_table_cell (table, _(row->table->label));
  daybook_text_table_cell (table, title);
  daybook_text_table_cell (table, at != NULL ? at : "");
  daybook_text_table_cell (table, act != NULL ? act->agent : "");
  daybook_text_table_cell (table, id);
}

static gboolean
print_text (DaybookCli   *cli,
            DaybookHits  *trash,
            guint         first,
            guint         last,
            GError      **error)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Kind"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Title"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Deleted"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("By"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Id"), DAYBOOK_ALIGN_LEFT);

  for (guint i = first; i < last; i++)
    {
      g_autoptr(DaybookAct) act = NULL;
      g_autoptr(DaybookRow) row = read_row (trash, i, &act, error);

      if (row == NULL)
        return FALSE;
      print_line (cli, table, row, act);
    }

  daybook_print_table (table);
  if (trash->places->len == 0)
    daybook_print ("%s\n", _("The trash is empty."));
  return TRUE;
}

static gboolean
run_trash (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_auto(DaybookHits) trash = DAYBOOK_HITS_INIT;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL ||
      !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  daybook_hits_init (&trash, daybook_store_get_reader (cli->store));
  if (!read_trash (&trash, error) ||
      !daybook_list_range_cut (&range, trash.places->len, daybook_hits_id_at, &trash, &first, &last, error) ||
      !daybook_hits_log (&trash, cli, first, last, error))
    return FALSE;

  return daybook_cli_is_json (cli) ? print_json (cli, &trash, first, last, error)
                                   : print_text (cli, &trash, first, last, error);
}

const DaybookCommand daybook_command_trash = {
  "trash", "[--limit N] [--after ID]",
  N_("List what was deleted, and by whom"),
  DAYBOOK_WORDS_TEXT,
  run_trash,
};
