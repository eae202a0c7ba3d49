/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-act.h"

#include "core/mask.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

const char *
daybook_act_kind_word (DaybookActKind kind)
{
  static const char *const WORDS[] = {
    [DAYBOOK_ACT_EDIT] = "edit",
    [DAYBOOK_ACT_IMPORT] = "import",
    [DAYBOOK_ACT_UNDO] = "undo",
    [DAYBOOK_ACT_REDO] = "redo",
    [DAYBOOK_ACT_RULE] = "rule",
    [DAYBOOK_ACT_SAMPLE] = "sample",
    [DAYBOOK_ACT_REVEAL] = "reveal",
    [DAYBOOK_ACT_ERASE] = "erase",
  };

  return (guint) kind < G_N_ELEMENTS (WORDS) ? WORDS[kind] : "unknown";
}

JsonObject *
daybook_act_to_json (DaybookCli       *cli,
                     const DaybookAct *act)
{
  JsonObject *object = json_object_new ();

  daybook_json_set_id (object, "id", &act->id);
  json_object_set_string_member (object, "kind", "act");
  json_object_set_string_member (object, "title", act->title);
  json_object_set_string_member (object, "what", daybook_act_kind_word (act->kind));
  daybook_json_set_id (object, "agent", &act->agent_id);
  daybook_json_set_text (object, "agent_name", *act->agent != '\0' ? act->agent : NULL);
  daybook_json_set_moment (object, "at", cli, act->at);
  json_object_set_int_member (object, "changes", (gint64) act->n_changes);
  json_object_set_boolean_member (object, "undone", act->undone);
  json_object_set_boolean_member (object, "running", act->running);
  return object;
}

/* The row's title as it may be shown. */
static char *
kept_title (DaybookCli        *cli,
            const DaybookKept *kept)
{
  const DaybookField *field = &kept->table->fields[kept->table->title];

  return cli->unmasked ? g_strdup (kept->title) : daybook_mask (field->mask, kept->title);
}

static JsonArray *
kept_to_json (DaybookCli           *cli,
              const DaybookOutcome *outcome)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; outcome->kept != NULL && i < outcome->kept->len; i++)
    {
      const DaybookKept *kept = g_ptr_array_index (outcome->kept, i);
      g_autofree char *title = kept_title (cli, kept);
      JsonObject *object = json_object_new ();

      daybook_json_set_id (object, "id", &kept->row);
      json_object_set_string_member (object, "kind", kept->table->kind);
      daybook_json_set_text (object, "title", title);
      json_object_set_string_member (object, "field", daybook_field_get_name (&kept->table->fields[kept->field]));
      daybook_json_set_text (object, "by", kept->by);
      daybook_json_set_moment (object, "at", cli, kept->at);
      daybook_json_set_text (object, "reason", kept->reason);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_outcome_json (DaybookCli           *cli,
                    const DaybookOutcome *outcome)
{
  g_autoptr(JsonObject) object = json_object_new ();

  daybook_json_set_id (object, "act", &outcome->act);
  daybook_json_set_text (object, "title", outcome->title);
  json_object_set_int_member (object, "changes", (gint64) outcome->n_changes);
  json_object_set_array_member (object, "kept", kept_to_json (cli, outcome));
  daybook_print_json (object);
}

static void
print_kept (DaybookCli        *cli,
            const DaybookKept *kept)
{
  g_autofree char *title = kept_title (cli, kept);
  g_autofree char *at = daybook_moment_format (kept->at, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store));
  g_autofree char *shown = daybook_text_clean (title != NULL ? title : "");
  g_autofree char *by = daybook_text_clean (kept->by != NULL && *kept->by != '\0' ? kept->by : _("the program"));

  if (kept->reason != NULL)
    {
      daybook_print (_("Kept: %s. %s\n"), shown, kept->reason);
      return;
    }

  daybook_print (_("Kept: %s of %s, changed since by %s, %s.\n"), _(kept->table->fields[kept->field].label), shown, by, at);
}

void
daybook_print_outcome (DaybookCli           *cli,
                       const DaybookOutcome *outcome)
{
  g_autofree char *title = daybook_text_clean (outcome->title != NULL ? outcome->title : "");

  if (outcome->n_kept > 0)
    cli->exit = DAYBOOK_EXIT_PARTLY;

  if (daybook_cli_is_json (cli))
    {
      print_outcome_json (cli, outcome);
      return;
    }

  if (daybook_id_is_null (&outcome->act))
    daybook_print ("%s\n", _("Nothing needed to change."));
  else
    daybook_print (g_dngettext (GETTEXT_PACKAGE, "%s: %llu change.\n", "%s: %llu changes.\n", (gulong) outcome->n_changes),
                   title, (unsigned long long) outcome->n_changes);

  for (guint i = 0; outcome->kept != NULL && i < outcome->kept->len; i++)
    print_kept (cli, g_ptr_array_index (outcome->kept, i));
}

gboolean
daybook_commit_and_print (DaybookCli   *cli,
                          DaybookEdit  *edit,
                          GError      **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (cli->store, edit, error);

  if (outcome == NULL)
    return FALSE;

  daybook_print_outcome (cli, outcome);
  return TRUE;
}

gboolean
daybook_commit_and_print_row (DaybookCli          *cli,
                              DaybookEdit         *edit,
                              const DaybookTable  *table,
                              const DaybookId     *id,
                              GError             **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (cli->store, edit, error);
  g_autoptr(DaybookRow) row = NULL;

  if (outcome != NULL)
    row = daybook_reader_find (daybook_store_get_reader (cli->store), table, id, error);
  if (row == NULL)
    return FALSE;

  if (daybook_cli_is_json (cli))
    {
      g_autoptr(JsonObject) object = daybook_row_to_json (cli, row);

      daybook_print_json (object);
    }
  else
    daybook_print_details (cli, row);
  return TRUE;
}

DaybookEdit *
daybook_cli_new_edit (DaybookCli *cli,
                      const char *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (cli->store));
}
