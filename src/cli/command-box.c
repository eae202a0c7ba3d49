/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/print-list.h"
#include "cli/print-row.h"

#include "core/case.h"
#include "core/order.h"
#include "core/parcel-number.h"
#include "store/box-acts.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* The box that a number means. Errors: NOT_FOUND. */
static DaybookRow *
find_box (DaybookCli  *cli,
          const char  *word,
          GError     **error)
{
  g_auto(GStrv) numbers = daybook_parcel_numbers (word);
  GError *local = NULL;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      DaybookRow *box = daybook_reader_box (reader_of (cli), numbers[i], &local);

      if (box != NULL)
        return box;
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
    }
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
               _("There is no box “%s” on the table. “daybookctl box list” shows which there are."), word);
  return NULL;
}

/* --- scan --------------------------------------------------------------------- */

/* What was found by it; enough to go on. */
static JsonArray *
rows_to_json (DaybookCli *cli,
              GPtrArray  *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = daybook_row_display_title (cli, row);
      JsonObject *object = json_object_new ();

      daybook_json_set_id (object, "id", &row->id);
      json_object_set_string_member (object, "kind", row->table->kind);
      json_object_set_string_member (object, "title", title);
      json_array_add_object_element (array, object);
    }
  return array;
}

static const char *
word_of (const DaybookParcelFind *find)
{
  if (find->cases->len > 0)
    return "case";
  return find->orders->len > 0 ? "order" : "nothing";
}

static void
print_json (DaybookCli              *cli,
            const DaybookParcelFind *find,
            const DaybookRow        *box)
{
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "number", find->number);
  json_object_set_string_member (object, "found", word_of (find));
  json_object_set_boolean_member (object, "again", find->box != NULL);
  json_object_set_array_member (object, "cases", rows_to_json (cli, find->cases));
  json_object_set_array_member (object, "orders", rows_to_json (cli, find->orders));
  json_object_set_array_member (object, "beside", rows_to_json (cli, find->beside));
  json_object_set_object_member (object, "box", daybook_row_to_json (cli, box));
  daybook_print_json (object);
}

static void
print_found (DaybookCli *cli,
             GPtrArray  *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = daybook_row_display_title (cli, row);

      daybook_print ("  %s %s\n", _(row->table->label), title);
    }
}

static void
print_text (DaybookCli              *cli,
            const DaybookParcelFind *find)
{
  if (find->box != NULL)
    {
      g_autofree char *at = daybook_row_field_text (cli, find->box, DAYBOOK_BOX_AT);

      daybook_print (_("%s: it lies on the table since %s.\n"), find->number, at);
    }
  else if (daybook_parcel_find_case (find) != NULL)
    daybook_print (_("%s: its case is told.\n"), find->number);
  else
    daybook_print (_("%s: a box without a case.\n"), find->number);
  print_found (cli, find->cases);
  print_found (cli, find->orders);
  print_found (cli, find->beside);
}

static gboolean
commit_and_print (DaybookCli               *cli,
                  const DaybookParcelFind  *find,
                  DaybookEdit              *edit,
                  GError                  **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_edit_size (edit) > 0 ? daybook_store_commit (cli->store, edit, error) : daybook_outcome_new ();
  g_autoptr(DaybookRow) box = NULL;
  DaybookId id;

  if (outcome == NULL)
    return FALSE;

  daybook_box_id (&id, find->number);
  box = daybook_reader_find (reader_of (cli), &daybook_boxes, &id, error);
  if (box != NULL && daybook_cli_is_json (cli))
    print_json (cli, find, box);
  else if (box != NULL)
    print_text (cli, find);
  return box != NULL;
}

static gboolean
run_scan (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autofree char *remark = NULL;
  const GOptionEntry entries[] = {
    { "remark", 0, 0, G_OPTION_ARG_FILENAME, &remark, N_("What is to be said of it"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookParcelFind) find = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  daybook_store_settle (cli->store);
  find = daybook_reader_find_parcel (reader_of (cli), words[0], error);
  if (find == NULL)
    return FALSE;
  edit = daybook_box_act_scan (find, remark, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store));
  return commit_and_print (cli, find, edit, error);
}

/* --- list ------------------------------------------------------------------------ */

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Those that have their case, too"), NULL },
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_boxes);

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  if (!all)
    daybook_query_add (query, DAYBOOK_BOX_STATE, DAYBOOK_OP_EQ, (const char *const[]) { "waiting", NULL });
  return daybook_print_query (cli, daybook_boxes.plural, query, &range, error);
}

/* --- match -------------------------------------------------------------------------- */

/* A case's number, or an order's. */
static DaybookEdit *
make_match (DaybookCli        *cli,
            const DaybookRow  *box,
            const char        *word,
            GError           **error)
{
  g_autoptr(GError) no_case = NULL;
  g_autoptr(DaybookRow) to = daybook_find_row_in_use (cli->store, &daybook_cases, word, &no_case);
  g_autoptr(DaybookRow) order = NULL;
  const DaybookId *agent = daybook_store_get_agent (cli->store);

  if (to != NULL)
    return daybook_box_act_match (box, to, agent, daybook_store_get_now (cli->store), error);

  order = g_error_matches (no_case, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND)
            ? daybook_find_row_in_use (cli->store, &daybook_orders, word, NULL) : NULL;
  if (order != NULL)
    return daybook_box_act_order (box, order, agent);

  g_propagate_error (error, g_steal_pointer (&no_case));
  return NULL;
}

static gboolean
run_match (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  g_autoptr(DaybookRow) box = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  box = find_box (cli, words[0], error);
  edit = box != NULL ? make_match (cli, box, words[1], error) : NULL;
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_boxes, &box->id, error);
}

static gboolean
run_release (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookRow) box = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  box = find_box (cli, words[0], error);
  edit = box != NULL ? daybook_box_act_release (box, daybook_store_get_agent (cli->store)) : NULL;
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_boxes, &box->id, error);
}

static gboolean
run_box (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "scan", run_scan },
    { "list", run_list },
    { "match", run_match },
    { "release", run_release },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_box = {
  "box", "scan NUMBER [--remark TEXT] | list [--all] [--limit N] [--after ID] | match NUMBER CASE|ORDER | release NUMBER",
  N_("Find the case of a returned parcel by its number, or keep it until it has one"),
  DAYBOOK_WORDS_TEXT,
  run_box,
};
