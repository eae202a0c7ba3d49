/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The word's value in the field: a row that is pointed at may be named as on
 * any command line, everything else is written as in --where. */
static gboolean
read_value (DaybookCli          *cli,
            const DaybookRow    *row,
            const DaybookField  *field,
            const char          *word,
            DaybookValue        *value,
            GError             **error)
{
  int currency = daybook_table_field (row->table, "currency");

  if (*word == '\0')
    {
      *value = (DaybookValue) DAYBOOK_VALUE_INIT;
      return TRUE;
    }

  if (field->type == DAYBOOK_TYPE_REF)
    {
      g_autoptr(DaybookRow) target = daybook_find_row (cli->store, daybook_registry_find (field->ref), word, error);

      if (target != NULL)
        *value = daybook_value_id (&target->id);
      return target != NULL;
    }

  return daybook_query_resolve (field, word, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store),
                                currency >= 0 && daybook_row_has (row, (guint) currency) ? daybook_row_text (row, (guint) currency)
                                                                                          : daybook_store_get_currency (cli->store),
                                value, error);
}

/* Splits FIELD=VALUE; `value` points into `word`. */
static int
split (const DaybookTable  *table,
       const char          *word,
       const char         **value,
       GError             **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : NULL;

  if (equals == NULL)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("“%s” is not FIELD=VALUE."), word);
      return -1;
    }

  *value = equals + 1;
  return daybook_find_field (table, name, error);
}

/* "Note, Flag · 1234567": what the history shows. */
static char *
title_of (DaybookCli        *cli,
          const DaybookRow  *row,
          char             **changes)
{
  g_autoptr(GString) title = g_string_new (NULL);
  g_autofree char *name = daybook_row_masked_title (cli, row);

  for (char **change = changes; *change != NULL; change++)
    {
      const char *value;
      int field = split (row->table, *change, &value, NULL);

      if (field >= 0)
        g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "", _(row->table->fields[field].label));
    }

  g_string_append_printf (title, " · %s", name);
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static gboolean
add_changes (DaybookCli        *cli,
             const DaybookRow  *row,
             DaybookEdit       *edit,
             char             **changes,
             GError           **error)
{
  for (char **change = changes; *change != NULL; change++)
    {
      const char *word;
      DaybookValue value;
      int field = split (row->table, *change, &word, error);

      if (field < 0 || !read_value (cli, row, &row->table->fields[field], word, &value, error))
        return FALSE;
      daybook_edit_set (edit, row->table, &row->id, (guint) field, value);
    }

  return TRUE;
}

/* A setting that was never set is no row yet; its id is its key's, so that two
 * laptops that set it make one row (RECORDS §4). */
static gboolean
make_setting (DaybookCli  *cli,
              const char  *key,
              char       **changes,
              GError     **error)
{
  g_autofree char *title = g_strdup_printf (_("Setting · %s"), key);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  const char *value;
  int field = split (&daybook_settings, changes[0], &value, error);
  DaybookId id;

  if (field < 0)
    return FALSE;

  if (field != DAYBOOK_SETTING_VALUE || changes[1] != NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("A new setting is made with its value only: value=TEXT."));
      return FALSE;
    }

  daybook_id_derive (&id, daybook_settings.kind, &key, 1);
  daybook_edit_create (edit, &daybook_settings, &id);
  daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (key));
  daybook_edit_give (edit, DAYBOOK_SETTING_VALUE, daybook_value_text (value));
  return daybook_commit_and_print (cli, edit, error);
}

static gboolean
set_fields (DaybookCli          *cli,
            const DaybookTable  *table,
            char               **words,
            GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(DaybookRow) row = daybook_find_row_in_use (cli->store, table, words[0], &local_error);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *title = NULL;

  /* One in the trash comes back when it is made anew. */
  if (table == &daybook_settings
      && (g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND)
          || g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED)))
    return make_setting (cli, words[0], words + 1, error);

  if (row == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  title = title_of (cli, row, words + 1);
  edit = daybook_cli_new_edit (cli, title);
  return add_changes (cli, row, edit, words + 1, error) && daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 3, G_MAXUINT, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (words[0], error) : NULL;

  return table != NULL &&
         daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author_of (cli, table, error) &&
         set_fields (cli, table, words + 1, error);
}

const DaybookCommand daybook_command_set = {
  "set", "KIND ID FIELD=VALUE…",
  N_("Change fields of a row, as one act"),
  DAYBOOK_WORDS_TEXT,
  run_set,
};
