/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/article.h"
#include "core/case.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "Note, Flag · 1234567" or "Note, Flag · 3 rows": what the history shows. */
static char *
title_of (DaybookCli  *cli,
          GPtrArray   *rows,
          char       **changes)
{
  const DaybookRow *first = g_ptr_array_index (rows, 0);
  g_autoptr(GString) title = g_string_new (NULL);
  g_autofree char *name = rows->len == 1
    ? daybook_row_masked_title (cli, first)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", rows->len), rows->len);

  for (char **change = changes; *change != NULL; change++)
    {
      DaybookAssignManner manner;
      const char *value;
      int field = daybook_split_assignment (first->table, *change, &manner, &value, NULL);

      if (field >= 0)
        g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "", _(first->table->fields[field].label));
    }

  g_string_append_printf (title, " · %s", name);
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static gboolean
add_change (DaybookCli        *cli,
            const DaybookRow  *row,
            DaybookEdit       *edit,
            const char        *change,
            GError           **error)
{
  DaybookAssignManner manner;
  const char *word;
  DaybookValue value;
  int field = daybook_split_assignment (row->table, change, &manner, &word, error);

  if (field < 0)
    return FALSE;
  if (daybook_table_base (row->table) == &daybook_cases && daybook_case_field_follows ((guint) field))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("Stage and number of a case, and what follows from them, are not set: “daybookctl case move” moves it."));
      return FALSE;
    }
  if (row->table == &daybook_articles && (field == DAYBOOK_ARTICLE_TITLE || field == DAYBOOK_ARTICLE_BODY))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("Title and text of an article are changed with “daybookctl article set”, which keeps what they were."));
      return FALSE;
    }
  if (manner == DAYBOOK_ASSIGN_ADD_A_LINE && *word == '\0')
    return TRUE;

  g_autofree char *both = manner == DAYBOOK_ASSIGN_ADD_A_LINE ? daybook_row_text_with (row, (guint) field, word) : NULL;
  if (!daybook_read_value (cli, row, &row->table->fields[field], both != NULL ? both : word, &value, error))
    return FALSE;

  daybook_edit_set (edit, row->table, &row->id, (guint) field, value);
  return TRUE;
}

static gboolean
add_changes (DaybookCli        *cli,
             const DaybookRow  *row,
             DaybookEdit       *edit,
             char             **changes,
             GError           **error)
{
  for (char **change = changes; *change != NULL; change++)
    if (!add_change (cli, row, edit, *change, error))
      return FALSE;

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
  DaybookAssignManner manner;
  const char *value;
  int field = daybook_split_assignment (&daybook_settings, changes[0], &manner, &value, error);
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
set_rows (DaybookCli  *cli,
          GPtrArray   *rows,
          char       **changes,
          GError     **error)
{
  g_autofree char *title = title_of (cli, rows, changes);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  for (guint i = 0; i < rows->len; i++)
    if (!add_changes (cli, g_ptr_array_index (rows, i), edit, changes, error))
      return FALSE;

  return daybook_commit_and_print (cli, edit, error);
}

/* The rows that are named before the first change. The first word names one whatever is
 * in it: a setting's key may hold an equals sign. */
static guint
count_ids (char **words)
{
  guint n = 1;

  while (words[n] != NULL && strchr (words[n], '=') == NULL)
    n++;

  return n;
}

static GPtrArray *
find_rows (DaybookCli          *cli,
           const DaybookTable  *table,
           char               **ids,
           guint                n_ids,
           GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      DaybookRow *row = daybook_find_row_in_use (cli->store, table, ids[i], error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

static gboolean
set_fields (DaybookCli          *cli,
            const DaybookTable  *table,
            char               **words,
            GError             **error)
{
  guint n_ids = count_ids (words);
  char **changes = words + n_ids;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (*changes == NULL)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is not FIELD=VALUE."), words[n_ids - 1]);
      return FALSE;
    }

  rows = find_rows (cli, table, words, n_ids, &local_error);
  /* One in the trash comes back when it is made anew. */
  if (table == &daybook_settings && n_ids == 1
      && (g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND)
          || g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED)))
    return make_setting (cli, words[0], changes, error);

  if (rows == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return set_rows (cli, rows, changes, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 3, G_MAXUINT, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (cli, words[0], error) : NULL;

  return table != NULL &&
         daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author_of (cli, table, error) &&
         set_fields (cli, table, words + 1, error);
}

const DaybookCommand daybook_command_set = {
  "set", "KIND ID… FIELD=VALUE… FIELD+=TEXT…",
  N_("Change fields of rows, as one act"),
  DAYBOOK_WORDS_TEXT,
  run_set,
};
