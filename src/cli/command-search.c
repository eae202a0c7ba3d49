/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/hits.h"
#include "cli/looks.h"
#include "cli/print-list.h"

#include "core/order.h"
#include "core/terms.h"

#include <glib/gi18n-lib.h>

#define SEARCHABLE (DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_NUMBER | DAYBOOK_FIELD_PERSON)

static gboolean
is_searchable (const DaybookTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if ((table->fields[i].flags & SEARCHABLE) != 0)
      return TRUE;

  return FALSE;
}

/* Every kind that has something to search, newest first within each. */
static gboolean
find_hits (DaybookHits  *found,
           const char   *text,
           GError      **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(GArray) keys = NULL;

      if (!is_searchable (tables[i]))
        continue;

      keys = daybook_reader_search (found->reader, tables[i], text, 0, error);
      if (keys == NULL)
        return FALSE;
      daybook_hits_add (found, tables[i], keys);
    }

  return TRUE;
}

static gboolean
print_json (DaybookCli   *cli,
            DaybookHits  *found,
            const char   *text,
            guint         first,
            guint         last,
            GError      **error)
{
  daybook_print_list_begin ("search", found->places->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(DaybookRow) row = daybook_hits_row (found, i, error);
      g_autoptr(JsonObject) object = row != NULL ? daybook_row_to_json (cli, row) : NULL;
      g_autoptr(DaybookExcerpt) excerpt = NULL;
      const DaybookField *field;

      if (object == NULL)
        return FALSE;

      field = daybook_reader_explain (found->reader, row, text, &excerpt);
      daybook_json_set_text (object, "match", field != NULL ? daybook_field_get_name (field) : NULL);
      daybook_json_set_text (object, "excerpt", excerpt != NULL ? excerpt->text : NULL);
      daybook_print_list_row (object, i - first);
    }

  daybook_print_list_end ();
  return TRUE;
}

static void
print_line (DaybookCli       *cli,
            DaybookTextTable *table,
            DaybookReader    *reader,
            const DaybookRow *row,
            const char       *text)
{
  g_autofree char *title = daybook_row_display_title (cli, row);
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autoptr(DaybookExcerpt) excerpt = NULL;
  const DaybookField *field = daybook_reader_explain (reader, row, text, &excerpt);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, _(row->table->label));
  daybook_text_table_cell (table, title);
  daybook_text_table_cell (table, field != NULL ? _(field->label) : "");
  daybook_text_table_cell (table, excerpt != NULL ? excerpt->text : "");
  daybook_text_table_cell (table, id);
}

static gboolean
print_text (DaybookCli   *cli,
            DaybookHits  *found,
            const char   *text,
            guint         first,
            guint         last,
            GError      **error)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Kind"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Title"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Found in"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Excerpt"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Id"), DAYBOOK_ALIGN_LEFT);

  for (guint i = first; i < last; i++)
    {
      g_autoptr(DaybookRow) row = daybook_hits_row (found, i, error);

      if (row == NULL)
        return FALSE;
      print_line (cli, table, found->reader, row, text);
    }

  daybook_print_table (table);
  daybook_print (_("%u of %u found.\n"), last - first, found->places->len);
  return TRUE;
}

/* Whoever types a whole phone number learns whose it is. */
static gboolean
log_phones (DaybookCli   *cli,
            DaybookHits  *found,
            const char   *text,
            guint         first,
            guint         last,
            GError      **error)
{
  const DaybookLook look = daybook_cli_look (cli, NULL, DAYBOOK_REVEAL_SEARCH);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  for (guint i = first; daybook_terms_have_phone (text) && i < last; i++)
    {
      g_autoptr(DaybookRow) row = daybook_hits_row (found, i, error);

      if (row == NULL)
        return FALSE;
      if (daybook_reader_finds_by_phone (found->reader, row, text))
        daybook_reveal_add_found (edit, &look, row->table, &row->id);
    }
  if (daybook_edit_size (edit) == 0)
    return TRUE;

  outcome = daybook_cli_check_known (cli, error) ? daybook_store_commit (cli->store, edit, error) : NULL;
  return outcome != NULL;
}

static gboolean
run_search (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  g_autofree char *text = words != NULL ? g_strjoinv (" ", words) : NULL;
  g_auto(DaybookHits) found = DAYBOOK_HITS_INIT;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL ||
      !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  daybook_store_settle (cli->store); /* what was written just now is found too */
  daybook_hits_init (&found, daybook_store_get_reader (cli->store));
  if (!find_hits (&found, text, error) ||
      !daybook_list_range_cut (&range, found.places->len, daybook_hits_id_at, &found, &first, &last, error) ||
      !daybook_cli_check_bulk (cli, &daybook_orders, last - first, error) ||
      !daybook_hits_log (&found, cli, first, last, error) ||
      !log_phones (cli, &found, text, first, last, error))
    return FALSE;

  return daybook_cli_is_json (cli) ? print_json (cli, &found, text, first, last, error)
                                   : print_text (cli, &found, text, first, last, error);
}

const DaybookCommand daybook_command_search = {
  "search", "TEXT… [--limit N] [--after ID]",
  N_("Find orders, customers and products by any word or part of a number"),
  DAYBOOK_WORDS_TEXT,
  run_search,
};
