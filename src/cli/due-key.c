/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/due-key.h"

#include "cli/find-row.h"
#include "cli/output.h"

#include "store/due-acts.h"
#include "store/due-rebuild.h"

#include <glib/gi18n-lib.h>

gboolean
daybook_cli_settle_due (DaybookCli  *cli,
                        GError     **error)
{
  return daybook_due_settle (cli->store, NULL, NULL, error);
}

DaybookDueItem *
daybook_find_due (DaybookCli  *cli,
                  const char  *word,
                  GError     **error)
{
  g_autofree char *name = NULL;
  g_autoptr(DaybookRow) row = NULL;
  DaybookRuleId rule;
  gint64 cycle;

  if (!daybook_due_key_parse (word, &rule, &name, &cycle))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("“%s” is no key of something that is due, such as respond:R-A2031. “daybookctl today” lists them."), word);
      return NULL;
    }

  row = daybook_find_any_row (cli->store, name, error);
  return row != NULL ? daybook_due_find (daybook_store_get_reader (cli->store), row, rule, cycle, error) : NULL;
}

JsonObject *
daybook_due_to_json (DaybookCli           *cli,
                     const DaybookDueItem *item)
{
  JsonObject *object = json_object_new ();
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  DaybookDueState state = daybook_due_state (&item->due, daybook_store_get_now (cli->store));
  g_autofree char *key = daybook_due_key (item->due.rule, &item->id, item->due.cycle);
  g_autofree char *title = daybook_due_item_title (reader, item);
  g_autofree char *why = daybook_due_item_explain (reader, item);

  json_object_set_string_member (object, "key", key);
  json_object_set_string_member (object, "kind", item->table->kind);
  daybook_json_set_id (object, "id", &item->id);
  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "rule", daybook_rule_kind (item->due.rule)->key);
  daybook_json_set_moment (object, "due", cli, item->due.due != G_MAXINT64 ? item->due.due : 0);
  daybook_json_set_moment (object, "warn", cli, item->due.warn != G_MAXINT64 ? item->due.warn : 0);
  json_object_set_string_member (object, "state", daybook_due_state_word (state));
  json_object_set_string_member (object, "why", why);
  daybook_json_set_moment (object, "as_of", cli, item->due.as_of);
  daybook_json_set_id (object, "agent", &item->due.agent);
  daybook_json_set_moment (object, "snoozed", cli, item->shows > daybook_store_get_now (cli->store) ? item->shows : 0);
  return object;
}
