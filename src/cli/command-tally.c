/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/print-act.h"

#include "core/query.h"
#include "core/words.h"
#include "exchange/tally-file.h"
#include "store/tally-sums.h"

#include <glib/gi18n-lib.h>

/* Without --from: these last days. */
#define DAYS 7
#define SECONDS_PER_DAY 86400

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- add ------------------------------------------------------------------------- */

static gboolean
read_channel (const char     *word,
              DaybookChannel *channel,
              GError        **error)
{
  int value = daybook_word_index (daybook_channel_words, word);
  g_autoptr(GString) known = g_string_new (NULL);

  *channel = (DaybookChannel) MAX (0, value);
  if (value >= 0)
    return TRUE;

  for (guint i = 0; daybook_channel_words[i].word != NULL; i++)
    g_string_append_printf (known, i > 0 ? ", %s" : "%s", daybook_channel_words[i].word);
  /* Translators: %2$s is a list of words. */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%1$s” is no channel; there are: %2$s."), word, known->str);
  return FALSE;
}

static gboolean
read_count (const char  *word,
            gint64      *count,
            GError     **error)
{
  if (word == NULL || g_ascii_string_to_signed (word, 10, 1, DAYBOOK_TALLY_MOST, count, NULL))
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("One counts 1 to %d enquiries at once."), DAYBOOK_TALLY_MOST);
  return FALSE;
}

static gboolean
run_add (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 3, error);
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookChannel channel;
  gint64 count = 1;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || !read_channel (words[1], &channel, error) || !read_count (words[2], &count, error))
    return FALSE;

  edit = daybook_tally_act_add (reader_of (cli), words[0], channel, count, daybook_store_get_agent (cli->store),
                                daybook_store_get_now (cli->store), error);
  if (edit == NULL)
    return FALSE;

  DaybookId id = daybook_edit_change (edit, 0)->row;
  return daybook_commit_and_print_row (cli, edit, &daybook_tallies, &id, error);
}

/* --- list --------------------------------------------------------------------------- */

static gboolean
read_day (DaybookCli  *cli,
          const char  *word,
          gint64      *moment,
          GError     **error)
{
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;

  if (word == NULL)
    return TRUE;
  if (!daybook_query_resolve (&daybook_tallies.fields[DAYBOOK_TALLY_AT], word, daybook_store_get_now (cli->store),
                              daybook_store_get_zone (cli->store), daybook_store_get_currency (cli->store), &value, error))
    return FALSE;

  *moment = value.number;
  return TRUE;
}

static const char *
channel_word (gint64 channel)
{
  const char *word = daybook_field_word_name (&daybook_tallies.fields[DAYBOOK_TALLY_CHANNEL], channel);

  return word != NULL ? word : "unknown";
}

static gint64
add_up (GPtrArray *days)
{
  gint64 sum = 0;

  for (guint i = 0; i < days->len; i++)
    sum += ((const DaybookTallySum *) g_ptr_array_index (days, i))->count;
  return sum;
}

static void
print_json (GPtrArray *days)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < days->len; i++)
    {
      const DaybookTallySum *sum = g_ptr_array_index (days, i);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "day", sum->day);
      json_object_set_string_member (row, "class", sum->class);
      json_object_set_string_member (row, "channel", channel_word (sum->channel));
      json_object_set_int_member (row, "count", sum->count);
      json_array_add_object_element (rows, row);
    }
  json_object_set_string_member (object, "kind", "tally");
  json_object_set_int_member (object, "count", add_up (days));
  json_object_set_array_member (object, "rows", rows);
  daybook_print_json (object);
}

static void
print_text (DaybookCli *cli,
            GPtrArray  *days)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Day"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Class"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Channel"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Count"), DAYBOOK_ALIGN_RIGHT);
  for (guint i = 0; i < days->len; i++)
    {
      const DaybookTallySum *sum = g_ptr_array_index (days, i);
      g_autofree char *class = daybook_tally_class_label (reader_of (cli), sum->class);
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, sum->count);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, sum->day);
      daybook_text_table_cell (table, class);
      daybook_text_table_cell (table, daybook_words_enum (&daybook_tallies.fields[DAYBOOK_TALLY_CHANNEL], sum->channel));
      daybook_text_table_cell (table, count);
    }
  daybook_print_table (table);
  daybook_print (_("Answered at once: %lld\n"), (long long) add_up (days));
}

/* As other exports answer: how many rows, and where. */
static gboolean
write_file (DaybookCli  *cli,
            GPtrArray   *days,
            const char  *path,
            GError     **error)
{
  if (!daybook_cli_check_known (cli, error) || !daybook_tally_file_write (cli->store, days, path, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    {
      g_autoptr(JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "rows", days->len);
      json_object_set_string_member (object, "file", path);
      daybook_print_json (object);
    }
  else
    daybook_print ("%s\n", path);
  return TRUE;
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autofree char *from_word = NULL;
  g_autofree char *to_word = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_word, N_("The first day; without it the last seven"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Into this file (.csv)"), N_("FILE") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &to_word, N_("The last day; without it today"), N_("DAY") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(GPtrArray) days = NULL;
  gint64 from, to;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  to = daybook_store_get_now (cli->store);
  if (!read_day (cli, to_word, &to, error))
    return FALSE;
  from = to - (DAYS - 1) * SECONDS_PER_DAY;
  if (!read_day (cli, from_word, &from, error))
    return FALSE;

  days = daybook_reader_tally_days (reader_of (cli), from, to, error);
  if (days == NULL)
    return FALSE;
  if (path != NULL)
    return write_file (cli, days, path, error);
  if (daybook_cli_is_json (cli))
    print_json (days);
  else
    print_text (cli, days);
  return TRUE;
}

/* "tally CLASS CHANNEL [N]" counts as well (CLI.md): no class is called like a verb. */
static gboolean
run_tally (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "add", run_add },
    { "list", run_list },
    { NULL, NULL },
  };
  gboolean is_verb = arguments[0] == NULL || *arguments[0] == '-' || g_str_equal (arguments[0], "add") || g_str_equal (arguments[0], "list");

  return is_verb ? daybook_cli_run_verb (cli, VERBS, arguments, error) : run_add (cli, arguments, error);
}

const DaybookCommand daybook_command_tally = {
  "tally", "[add] CLASS CHANNEL [N] | list [--from DAY] [--until DAY] [--to FILE]",
  N_("Count enquiries answered at once, by class and channel"),
  DAYBOOK_WORDS_FILES,
  run_tally,
};
