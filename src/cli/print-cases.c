/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print-cases.h"

#include "cli/print-list.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_all (const DaybookCasesDone *done,
            GError                **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < done->refused->len; i++)
    {
      const DaybookCaseRefusal *refusal = g_ptr_array_index (done->refused, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? " " : "", refusal->number, refusal->why);
    }

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, text->str);
  return FALSE;
}

static JsonArray *
refused_to_json (const DaybookCasesDone *done)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < done->refused->len; i++)
    {
      const DaybookCaseRefusal *refusal = g_ptr_array_index (done->refused, i);
      JsonObject *object = json_object_new ();

      daybook_json_set_id (object, "id", &refusal->id);
      json_object_set_string_member (object, "number", refusal->number);
      json_object_set_string_member (object, "why", refusal->why);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_json (const DaybookCasesDone *done,
            const DaybookOutcome   *outcome)
{
  g_autoptr(JsonObject) object = json_object_new ();

  daybook_json_set_id (object, "act", &outcome->act);
  daybook_json_set_text (object, "title", outcome->title);
  json_object_set_int_member (object, "changes", (gint64) outcome->n_changes);
  json_object_set_int_member (object, "cases", done->n_done);
  json_object_set_array_member (object, "refused", refused_to_json (done));
  daybook_print_json (object);
}

static void
print_text (const DaybookCasesDone *done,
            const DaybookOutcome   *outcome)
{
  g_autofree char *title = daybook_text_clean (outcome->title != NULL ? outcome->title : "");

  daybook_print ("%s\n", daybook_id_is_null (&outcome->act) ? _("Nothing needed to change.") : title);

  for (guint i = 0; i < done->refused->len; i++)
    {
      const DaybookCaseRefusal *refusal = g_ptr_array_index (done->refused, i);
      g_autofree char *why = daybook_text_clean (refusal->why);

      daybook_print ("%s: %s\n", refusal->number, why);
    }
}

gboolean
daybook_commit_and_print_cases (DaybookCli             *cli,
                                const DaybookCasesDone *done,
                                GError                **error)
{
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (daybook_edit_size (done->edit) == 0 && done->refused->len > 0)
    return refuse_all (done, error);
  outcome = daybook_store_commit (cli->store, done->edit, error);
  if (outcome == NULL)
    return FALSE;

  if (done->refused->len > 0)
    cli->exit = DAYBOOK_EXIT_PARTLY;
  if (daybook_cli_is_json (cli))
    print_json (done, outcome);
  else
    print_text (done, outcome);
  return TRUE;
}
