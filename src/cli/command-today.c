/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/print-list.h"

#include "core/announcement.h"
#include "core/article.h"
#include "core/case.h"
#include "core/moment.h"
#include "core/shop.h"
#include "store/announcements.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean          mine;
  gboolean          snoozed;
  DaybookListRange  range;
} TodayWords;

static void
clear_words (TodayWords *words)
{
  daybook_list_range_clear (&words->range);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TodayWords, clear_words)

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* All of them; what was done a moment ago by somebody else is left out. (transfer full) */
static GPtrArray *
read_items (DaybookCli        *cli,
            const TodayWords  *words,
            GError           **error)
{
  DaybookDueListFlags flags = DAYBOOK_DUE_LIST_PAUSED | DAYBOOK_DUE_LIST_STALE | (words->snoozed ? DAYBOOK_DUE_LIST_SNOOZED : 0);
  g_autoptr(GArray) marks = daybook_due_today (reader_of (cli), words->mine ? daybook_store_get_agent (cli->store) : NULL, flags,
                                              daybook_store_get_now (cli->store), 0, error);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  if (marks == NULL)
    return NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr(GError) local = NULL;
      DaybookDueItem *item = daybook_due_item (reader_of (cli), g_array_index (marks, DaybookDueMark, i).key, &local);

      if (item != NULL)
        g_ptr_array_add (items, item);
      else if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return g_steal_pointer (&items);
}

static gboolean
id_at (gpointer   data,
       guint      place,
       DaybookId *id)
{
  GPtrArray *items = data;

  *id = ((const DaybookDueItem *) g_ptr_array_index (items, place))->id;
  return TRUE;
}

/* What whoever acts is to read first (RH-12). (element-type DaybookRow) (transfer full) */
static GPtrArray *
read_notices (DaybookCli  *cli,
              GError     **error)
{
  return daybook_notices_unread (reader_of (cli), daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error);
}

/* Those of a kind, beside the list. */
static void
print_notices_of (DaybookCli         *cli,
                  GPtrArray          *notices,
                  const DaybookTable *table)
{
  guint n = 0;

  daybook_print_list_beside (table->plural);
  for (guint i = 0; i < notices->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (notices, i);
      g_autoptr(JsonObject) object = row->table == table ? daybook_row_to_json (cli, row) : NULL;

      if (object != NULL)
        daybook_print_list_row (object, n++);
    }
}

static void
print_json (DaybookCli *cli,
            GPtrArray  *notices,
            GPtrArray  *items,
            guint       first,
            guint       last)
{
  daybook_print_list_begin ("due", items->len);
  for (guint i = first; i < last; i++)
    {
      g_autoptr(JsonObject) object = daybook_due_to_json (cli, g_ptr_array_index (items, i));

      daybook_print_list_row (object, i - first);
    }
  print_notices_of (cli, notices, &daybook_announcements);
  print_notices_of (cli, notices, &daybook_articles);
  daybook_print_list_end ();
}

/* With the number for people, where there is one: it is typed. (transfer full) */
static char *
short_key (DaybookCli           *cli,
           const DaybookDueItem *item)
{
  g_autoptr(DaybookRow) row = item->table == &daybook_cases ? daybook_reader_row (reader_of (cli), item->table, item->rowid, NULL) : NULL;

  if (row == NULL || !daybook_row_has (row, DAYBOOK_CASE_NUMBER))
    return daybook_due_key (item->due.rule, &item->id, item->due.cycle);

  return g_strdup_printf ("%s:%s", daybook_rule_kind (item->due.rule)->key, daybook_row_text (row, DAYBOOK_CASE_NUMBER));
}

static void
print_row (DaybookCli           *cli,
           DaybookTextTable     *table,
           const DaybookDueItem *item)
{
  g_autofree char *chip = daybook_due_chip (&item->due, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
  g_autofree char *title = daybook_due_item_title (reader_of (cli), item);
  g_autofree char *key = short_key (cli, item);
  g_autoptr(DaybookRow) agent = daybook_id_is_null (&item->due.agent) ? NULL
                                  : daybook_reader_find (reader_of (cli), &daybook_agents, &item->due.agent, NULL);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, chip);
  daybook_text_table_cell (table, title);
  daybook_text_table_cell (table, agent != NULL ? daybook_row_text (agent, DAYBOOK_AGENT_NAME) : "");
  daybook_text_table_cell (table, key);
}

/* When an announcement was made, and by when an article is to be read. */
static void
print_notice (DaybookCli       *cli,
              DaybookTextTable *table,
              const DaybookRow *row)
{
  gboolean is_article = row->table == &daybook_articles;
  const DaybookId *by = daybook_row_ref_id (row, is_article ? DAYBOOK_ARTICLE_CHANGED_BY : DAYBOOK_ANNOUNCEMENT_AGENT);
  g_autofree char *time = daybook_moment_format (daybook_row_int (row, is_article ? DAYBOOK_ARTICLE_READ_BY : DAYBOOK_ANNOUNCEMENT_AT),
                                                 daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
  /* Translators: %s is a time until which something is to be read. */
  g_autofree char *at = is_article ? g_strdup_printf (_("by %s"), time) : g_strdup (time);
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autoptr(DaybookRow) agent = by != NULL ? daybook_reader_find (reader_of (cli), &daybook_agents, by, NULL) : NULL;

  daybook_text_table_row (table);
  daybook_text_table_cell (table, at);
  daybook_text_table_cell (table, daybook_row_text (row, (guint) row->table->title));
  daybook_text_table_cell (table, agent != NULL ? daybook_row_text (agent, DAYBOOK_AGENT_NAME) : "");
  daybook_text_table_cell (table, id);
}

static void
print_notices (DaybookCli *cli,
               GPtrArray  *notices)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  if (notices->len == 0)
    return;

  daybook_text_table_column (table, _("When"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("To Be Read"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Agent"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("ID"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = 0; i < notices->len; i++)
    print_notice (cli, table, g_ptr_array_index (notices, i));
  daybook_print_table (table);
  daybook_print ("\n");
}

static void
print_text (DaybookCli *cli,
            GPtrArray  *items,
            guint       first,
            guint       last)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Due"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("What"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Agent"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Key"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = first; i < last; i++)
    print_row (cli, table, g_ptr_array_index (items, i));
  daybook_print_table (table);
}

static gboolean
run_today (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(TodayWords) said = { FALSE, FALSE, DAYBOOK_LIST_RANGE_INIT };
  const GOptionEntry entries[] = {
    { "mine", 0, 0, G_OPTION_ARG_NONE, &said.mine, N_("Only what is yours"), NULL },
    { "snoozed", 0, 0, G_OPTION_ARG_NONE, &said.snoozed, N_("What was put off too"), NULL },
    DAYBOOK_LIST_OPTIONS (said.range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GPtrArray) notices = NULL;
  guint first, last;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || (said.mine && !daybook_cli_check_known (cli, error)) || !daybook_cli_settle_due (cli, error))
    return FALSE;

  items = read_items (cli, &said, error);
  notices = items != NULL ? read_notices (cli, error) : NULL;
  if (notices == NULL || !daybook_list_range_cut (&said.range, items->len, id_at, items, &first, &last, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (cli, notices, items, first, last);
  else
    {
      print_notices (cli, notices);
      print_text (cli, items, first, last);
    }
  return TRUE;
}

const DaybookCommand daybook_command_today = {
  "today", "[--mine] [--snoozed] [--limit N] [--after ID]",
  N_("List what is due, the worst first"),
  DAYBOOK_WORDS_TEXT,
  run_today,
};
