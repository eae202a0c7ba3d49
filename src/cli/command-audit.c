/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/hits.h"
#include "cli/print-list.h"

#include "core/reveal.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

/* What was looked at; NULL for a list, and for a row that is not there any more. */
static DaybookRow *
find_seen (DaybookCli       *cli,
           const DaybookRow *reveal)
{
  const DaybookTable *table = daybook_registry_find (daybook_row_text (reveal, DAYBOOK_REVEAL_ROW_KIND));
  DaybookId id;

  if (table == NULL || !daybook_id_parse (daybook_row_text (reveal, DAYBOOK_REVEAL_ROW), &id))
    return NULL;

  return daybook_reader_find (daybook_store_get_reader (cli->store), table, &id, NULL);
}

/* Names the row that was seen, masked: reading the log is no look. */
static char *
title_of (DaybookCli       *cli,
          const DaybookRow *reveal)
{
  g_autoptr(DaybookRow) seen = find_seen (cli, reveal);

  return seen != NULL ? daybook_row_masked_title (cli, seen) : g_strdup ("");
}

static char *
name_agent (DaybookCli       *cli,
            const DaybookRow *reveal)
{
  const DaybookId *id = daybook_row_ref_id (reveal, DAYBOOK_REVEAL_AGENT);
  g_autoptr(DaybookRow) agent = id != NULL
    ? daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_agents, id, NULL) : NULL;

  return agent != NULL ? daybook_row_masked_title (cli, agent) : NULL;
}

static JsonObject *
reveal_to_json (DaybookCli       *cli,
                const DaybookRow *reveal)
{
  JsonObject *object = daybook_row_to_json (cli, reveal);
  g_autofree char *title = title_of (cli, reveal);
  g_autofree char *agent = name_agent (cli, reveal);

  json_object_set_string_member (object, "title", title);
  daybook_json_set_text (object, "agent_name", agent);
  return object;
}

static void
print_line (DaybookCli       *cli,
            DaybookTextTable *text,
            const DaybookRow *reveal)
{
  static const guint FIELDS[] = { DAYBOOK_REVEAL_AT, DAYBOOK_REVEAL_AGENT, DAYBOOK_REVEAL_ROW_KIND };
  static const guint MORE_FIELDS[] = {
    DAYBOOK_REVEAL_FIELD, DAYBOOK_REVEAL_ROWS, DAYBOOK_REVEAL_HOW, DAYBOOK_REVEAL_REASON, DAYBOOK_REVEAL_ROW,
  };
  g_autofree char *title = title_of (cli, reveal);

  daybook_text_table_row (text);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      g_autofree char *cell = daybook_row_field_text (cli, reveal, FIELDS[i]);

      daybook_text_table_cell (text, cell);
    }
  daybook_text_table_cell (text, title);
  for (guint i = 0; i < G_N_ELEMENTS (MORE_FIELDS); i++)
    {
      g_autofree char *cell = daybook_row_field_text (cli, reveal, MORE_FIELDS[i]);

      daybook_text_table_cell (text, cell);
    }
}

static DaybookTextTable *
new_table (void)
{
  DaybookTextTable *text = daybook_print_new_table ();

  daybook_text_table_column (text, _("When"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Who"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Kind"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Title"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Field"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Rows"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (text, _("How"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (text, _("Reason"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (text, _("Row"), DAYBOOK_ALIGN_LEFT);
  return text;
}

static gboolean
print_json (DaybookCli   *cli,
            DaybookHits  *log,
            guint         first,
            guint         last,
            GError      **error)
{
  daybook_print_list_begin (daybook_reveals.plural, log->places->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(DaybookRow) reveal = daybook_hits_row (log, i, error);
      g_autoptr(JsonObject) object = reveal != NULL ? reveal_to_json (cli, reveal) : NULL;

      if (object == NULL)
        return FALSE;
      daybook_print_list_row (object, i - first);
    }

  daybook_print_list_end ();
  return TRUE;
}

static gboolean
print_text (DaybookCli   *cli,
            DaybookHits  *log,
            guint         first,
            guint         last,
            GError      **error)
{
  g_autoptr(DaybookTextTable) text = new_table ();

  for (guint i = first; i < last; i++)
    {
      g_autoptr(DaybookRow) reveal = daybook_hits_row (log, i, error);

      if (reveal == NULL)
        return FALSE;
      print_line (cli, text, reveal);
    }

  daybook_print_table (text);
  if (log->places->len == 0)
    daybook_print ("%s\n", _("Nothing was shown in full yet."));
  else if (last - first < log->places->len)
    daybook_print (_("%u of %lld rows; --limit 0 shows all.\n"), last - first, (long long) log->places->len);
  return TRUE;
}

/* The whole log, newest first, or what was seen of one row. */
static gboolean
read_log (DaybookCli   *cli,
          DaybookHits  *log,
          const char   *of,
          GError      **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_reveals);
  g_autoptr(DaybookRow) row = of != NULL ? daybook_find_any_row (cli->store, of, error) : NULL;
  g_autofree char *id = row != NULL ? daybook_id_to_string (&row->id) : NULL;
  g_autoptr(GArray) keys = NULL;

  if (of != NULL && row == NULL)
    return FALSE;

  if (row != NULL)
    daybook_query_add (query, DAYBOOK_REVEAL_ROW, DAYBOOK_OP_EQ, (const char *[]) { id, NULL });
  keys = daybook_reader_keys (daybook_store_get_reader (cli->store), query, 0, error);
  if (keys == NULL)
    return FALSE;

  daybook_hits_init (log, daybook_store_get_reader (cli->store));
  daybook_hits_add (log, &daybook_reveals, keys);
  return TRUE;
}

static gboolean
run_audit (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  g_autofree char *of = NULL;
  const GOptionEntry entries[] = {
    { "of", 0, 0, G_OPTION_ARG_FILENAME, &of, N_("Only what was seen of this row"), N_("ID") },
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_auto(DaybookHits) log = DAYBOOK_HITS_INIT;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL ||
      !daybook_cli_check_right (cli, DAYBOOK_RIGHT_AUDIT, error) ||
      !read_log (cli, &log, of, error) ||
      !daybook_list_range_cut (&range, log.places->len, daybook_hits_id_at, &log, &first, &last, error))
    return FALSE;

  return daybook_cli_is_json (cli) ? print_json (cli, &log, first, last, error)
                                   : print_text (cli, &log, first, last, error);
}

const DaybookCommand daybook_command_audit = {
  "audit", "[--of ID] [--limit N] [--after ID]",
  N_("List who has seen which personal data in full"),
  DAYBOOK_WORDS_TEXT,
  run_audit,
};
