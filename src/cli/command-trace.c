/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/print-act.h"

#include "core/case.h"
#include "core/moment.h"
#include "core/order.h"
#include "store/trace-pass.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- list ------------------------------------------------------------------------------- */

static JsonObject *
line_to_json (DaybookCli             *cli,
              const DaybookTraceLine *line)
{
  JsonObject *object = json_object_new ();

  daybook_json_set_id (object, "id", &line->order->id);
  json_object_set_string_member (object, "kind", daybook_orders.kind);
  json_object_set_string_member (object, "title", daybook_row_text (line->order, DAYBOOK_ORDER_NUMBER));
  json_object_set_string_member (object, "tracking", daybook_row_text (line->order, DAYBOOK_ORDER_TRACKING));
  json_object_set_string_member (object, "courier", daybook_row_text (line->order, DAYBOOK_ORDER_COURIER));
  daybook_json_set_moment (object, "shipped_at", cli, daybook_row_int (line->order, DAYBOOK_ORDER_SHIPPED_AT));
  daybook_json_set_moment (object, "confirms_at", cli, line->confirms_at);
  daybook_json_set_moment (object, "looked_up", cli, line->looked_up);
  daybook_json_set_id (object, "agent", &line->agent);
  daybook_json_set_id (object, "case", line->trace != NULL ? &line->trace->id : NULL);
  json_object_set_boolean_member (object, "asked", line->asked);
  json_object_set_boolean_member (object, "told", line->told);
  json_object_set_boolean_member (object, "extended", line->extended);
  return object;
}

static char *
format_moment (DaybookCli *cli,
               gint64      moment)
{
  return moment != 0 ? daybook_moment_format (moment, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store)) : g_strdup ("");
}

static void
print_line (DaybookCli             *cli,
            DaybookTextTable       *table,
            const DaybookTraceLine *line)
{
  g_autofree char *shipped = format_moment (cli, daybook_row_int (line->order, DAYBOOK_ORDER_SHIPPED_AT));
  g_autofree char *looked_up = format_moment (cli, line->looked_up);

  daybook_text_table_row (table);
  daybook_text_table_cell (table, looked_up);
  daybook_text_table_cell (table, shipped);
  daybook_text_table_cell (table, daybook_row_text (line->order, DAYBOOK_ORDER_TRACKING));
  daybook_text_table_cell (table, daybook_row_text (line->order, DAYBOOK_ORDER_COURIER));
  daybook_text_table_cell (table, daybook_row_text (line->order, DAYBOOK_ORDER_NUMBER));
  daybook_text_table_cell (table, line->trace != NULL ? daybook_row_text (line->trace, DAYBOOK_CASE_NUMBER) : "");
}

static DaybookTextTable *
begin_table (void)
{
  DaybookTextTable *table = daybook_print_new_table ();

  /* Translators: a column: when somebody looked a parcel up. */
  daybook_text_table_column (table, _("Looked up"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Shipped"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Tracking number"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Courier"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Order"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Case"), DAYBOOK_ALIGN_LEFT);
  return table;
}

static gboolean
print_lines (DaybookCli  *cli,
             GArray      *marks,
             GError     **error)
{
  g_autoptr(DaybookTextTable) table = daybook_cli_is_json (cli) ? NULL : begin_table ();

  if (table == NULL)
    daybook_print_list_begin ("traces", marks->len);
  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr(DaybookTraceLine) line = daybook_reader_trace (reader_of (cli), g_array_index (marks, DaybookTraceMark, i).order, error);

      if (line == NULL)
        return FALSE;
      if (table != NULL)
        {
          print_line (cli, table, line);
          continue;
        }
      g_autoptr(JsonObject) object = line_to_json (cli, line);
      daybook_print_list_row (object, i);
    }

  if (table != NULL)
    daybook_print_table (table);
  else
    daybook_print_list_end ();
  return TRUE;
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(GArray) marks = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  marks = daybook_reader_traces (reader_of (cli), daybook_store_get_now (cli->store), error);
  return marks != NULL && print_lines (cli, marks, error);
}

/* --- What somebody does ------------------------------------------------------------------- */

static gboolean
act (DaybookCli        *cli,
     char             **arguments,
     DaybookTraceStep   step,
     GError           **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, G_MAXUINT, error);
  g_autoptr(GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr(DaybookRow) order = daybook_find_row_in_use (cli->store, &daybook_orders, *word, error);

      if (order == NULL)
        return FALSE;
      g_array_append_val (orders, order->rowid);
    }

  edit = daybook_trace_act (reader_of (cli), orders, step, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_moves (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  return act (cli, arguments, DAYBOOK_TRACE_MOVES, error);
}

static gboolean
run_ask (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  return act (cli, arguments, DAYBOOK_TRACE_ASK_COURIER, error);
}

static gboolean
run_tell (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  return act (cli, arguments, DAYBOOK_TRACE_TELL_CUSTOMER, error);
}

static gboolean
run_extend (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  return act (cli, arguments, DAYBOOK_TRACE_EXTEND, error);
}

static gboolean
run_trace (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "moves", run_moves },
    { "ask", run_ask },
    { "tell", run_tell },
    { "extend", run_extend },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_trace = {
  "trace", "list | moves ORDER… | ask ORDER… | tell ORDER… | extend ORDER…",
  N_("Look up yesterday’s parcels, and what is done about those that do not move"),
  DAYBOOK_WORDS_TEXT,
  run_trace,
};
