/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/print-act.h"

#include "core/shop.h"
#include "store/quick-add.h"

#include <glib/gi18n-lib.h>

static const char *const KINDS[] = {
  [DAYBOOK_QUICK_REGISTER] = "register",
  [DAYBOOK_QUICK_NUMBER] = "order",
  [DAYBOOK_QUICK_PARCEL] = "parcel",
  [DAYBOOK_QUICK_CASE] = "case",
  [DAYBOOK_QUICK_PHONE] = "phone",
  [DAYBOOK_QUICK_TIME] = "time",
  [DAYBOOK_QUICK_AGENT] = "agent",
  [DAYBOOK_QUICK_TAG] = "tag",
  [DAYBOOK_QUICK_WORD] = "words",
};

static const char *
kind_of (const DaybookQuickChip *chip)
{
  return chip->kind == DAYBOOK_QUICK_WORD && chip->resolved ? "customer" : KINDS[chip->kind];
}

/* In characters: bytes are nobody's business. */
static gint64
characters_to (const DaybookQuickPlan *plan,
               gsize                   byte)
{
  return g_utf8_pointer_to_offset (plan->line, plan->line + byte);
}

static JsonObject *
chip_to_json (const DaybookQuickPlan *plan,
              const DaybookQuickChip *chip)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind_of (chip));
  json_object_set_int_member (object, "start", characters_to (plan, chip->from));
  json_object_set_int_member (object, "end", characters_to (plan, chip->to));
  json_object_set_string_member (object, "text", chip->text);
  json_object_set_boolean_member (object, "resolved", chip->resolved);
  daybook_json_set_text (object, "means", chip->label);
  daybook_json_set_text (object, "remark", chip->remark);
  return object;
}

static void
set_row (JsonObject       *object,
         const char       *member,
         const DaybookRow *row)
{
  daybook_json_set_id (object, member, row != NULL ? &row->id : NULL);
}

static void
print_plan_json (DaybookCli             *cli,
                 const DaybookQuickPlan *plan,
                 const char             *sentence)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *parts = json_array_new ();

  for (guint i = 0; i < plan->chips->len; i++)
    json_array_add_object_element (parts, chip_to_json (plan, g_ptr_array_index (plan->chips, i)));

  json_object_set_string_member (object, "makes", plan->definition != NULL ? "case" : "task");
  daybook_json_set_text (object, "register", plan->definition != NULL ? daybook_register_get_key (plan->definition) : NULL);
  json_object_set_string_member (object, "title", plan->title);
  daybook_json_set_text (object, "note", plan->note);
  daybook_json_set_moment (object, "at", cli, plan->at);
  set_row (object, "order", plan->order);
  set_row (object, "customer", plan->customer);
  set_row (object, "agent", plan->agent);
  set_row (object, "case", plan->of_case);
  daybook_json_set_text (object, "tags", plan->tags);
  json_object_set_string_member (object, "sentence", sentence);
  json_object_set_array_member (object, "parts", parts);
  daybook_print_json (object);
}

static void
print_plan_text (const DaybookQuickPlan *plan,
                 const char             *sentence)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Part"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("What it means"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, "", DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < plan->chips->len; i++)
    {
      const DaybookQuickChip *chip = g_ptr_array_index (plan->chips, i);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, chip->text);
      daybook_text_table_cell (table, chip->label != NULL ? chip->label : _("words"));
      daybook_text_table_cell (table, chip->remark != NULL ? chip->remark : "");
    }
  daybook_print_table (table);
  daybook_print ("%s\n", sentence);
}

static void
print_plan (DaybookCli             *cli,
            const DaybookQuickPlan *plan)
{
  g_autofree char *sentence = daybook_quick_plan_describe (plan, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));

  if (daybook_cli_is_json (cli))
    print_plan_json (cli, plan, sentence);
  else
    print_plan_text (plan, sentence);
}

/* What stays among the words though it looked like more is told, and no reason to make nothing. */
static void
print_remarks (const DaybookQuickPlan *plan)
{
  for (guint i = 0; i < plan->chips->len; i++)
    {
      const DaybookQuickChip *chip = g_ptr_array_index (plan->chips, i);

      if (chip->remark != NULL)
        g_printerr ("daybookctl: “%s”: %s\n", chip->text, chip->remark);
    }
}

static gboolean
make (DaybookCli              *cli,
      const DaybookQuickPlan  *plan,
      GError                 **error)
{
  const DaybookTable *table;
  DaybookId id;
  g_autoptr(DaybookEdit) edit = daybook_quick_plan_build (plan, daybook_store_get_reader (cli->store), cli->store, &table, &id, error);

  if (edit == NULL || !daybook_commit_and_print_row (cli, edit, table, &id, error))
    return FALSE;

  print_remarks (plan);
  return TRUE;
}

static gboolean
run_add (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Show how it is understood, and make nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, G_MAXUINT, error);
  const DaybookQuickWish wish = { NULL, NULL, 0 };

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  g_autofree char *text = g_strjoinv (" ", words);
  g_autoptr(DaybookQuickPlan) plan =
    daybook_reader_plan_quick_add (daybook_store_get_reader (cli->store), text, &wish, daybook_store_get_now (cli->store),
                                   daybook_store_get_zone (cli->store), error);

  if (plan == NULL)
    return FALSE;
  if (!dry_run)
    return make (cli, plan, error);

  print_plan (cli, plan);
  return TRUE;
}

const DaybookCommand daybook_command_add = {
  "add",
  "TEXT… [--dry-run]",
  N_("Make a case or a task of one line in plain words"),
  DAYBOOK_WORDS_TEXT,
  run_add,
};
