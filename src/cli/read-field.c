/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/read-field.h"

#include "cli/find-row.h"

#include "core/moment.h"
#include "core/query.h"
#include "core/soon-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
currency_of (DaybookCli       *cli,
             const DaybookRow *row)
{
  int currency = daybook_table_field (row->table, "currency");

  return currency >= 0 && daybook_row_has (row, (guint) currency) ? daybook_row_text (row, (guint) currency)
                                                                  : daybook_store_get_currency (cli->store);
}

gboolean
daybook_read_value (DaybookCli          *cli,
                    const DaybookRow    *row,
                    const DaybookField  *field,
                    const char          *word,
                    DaybookValue        *value,
                    GError             **error)
{
  g_autoptr(DaybookRow) target = NULL;

  if (*word == '\0')
    {
      *value = (DaybookValue) DAYBOOK_VALUE_INIT;
      return TRUE;
    }

  if (field->type != DAYBOOK_TYPE_REF)
    return daybook_query_resolve (field, word, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store),
                                  currency_of (cli, row), value, error);

  target = daybook_find_row (cli->store, daybook_registry_find (field->ref), word, error);
  if (target != NULL)
    *value = daybook_value_id (&target->id);
  return target != NULL;
}

int
daybook_split_assignment (const DaybookTable   *table,
                          const char           *word,
                          DaybookAssignManner  *manner,
                          const char          **value,
                          GError              **error)
{
  const char *equals = strchr (word, '=');

  if (equals == NULL)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("“%s” is not FIELD=VALUE."), word);
      return -1;
    }

  *manner = equals > word && equals[-1] == '+' ? DAYBOOK_ASSIGN_ADD_A_LINE : DAYBOOK_ASSIGN_PUT_IN_PLACE;
  *value = equals + 1;

  g_autofree char *name = g_strndup (word, (gsize) (equals - word) - (*manner == DAYBOOK_ASSIGN_ADD_A_LINE));
  int field = daybook_find_field (table, name, error);
  if (field < 0 || *manner == DAYBOOK_ASSIGN_PUT_IN_PLACE || (table->fields[field].flags & DAYBOOK_FIELD_MULTILINE) != 0)
    return field;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("“%s” is one value and no text of lines: %s=VALUE puts another in its place."), name, name);
  return -1;
}

gboolean
daybook_read_assignment (DaybookCli          *cli,
                         const DaybookTable  *table,
                         const DaybookRow    *row,
                         const char          *word,
                         guint               *field,
                         DaybookValue        *value,
                         GError             **error)
{
  g_autoptr(DaybookRow) none = row == NULL ? daybook_row_new (table) : NULL;
  const DaybookRow *known = row != NULL ? row : none;
  DaybookAssignManner manner;
  const char *text;
  int found = daybook_split_assignment (table, word, &manner, &text, error);
  g_autofree char *both = found >= 0 && manner == DAYBOOK_ASSIGN_ADD_A_LINE ? daybook_row_text_with (known, (guint) found, text) : NULL;

  if (found < 0 || !daybook_read_value (cli, known, &table->fields[found], both != NULL ? both : text, value, error))
    return FALSE;

  *field = (guint) found;
  return TRUE;
}

gboolean
daybook_read_word (DaybookCli          *cli,
                   const DaybookField  *field,
                   const char          *word,
                   gint64              *number,
                   GError             **error)
{
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;

  *number = 0;
  if (word == NULL)
    return TRUE;
  if (!daybook_query_resolve (field, word, daybook_store_get_now (cli->store), daybook_store_get_zone (cli->store), NULL, &value, error))
    return FALSE;

  *number = value.number;
  return TRUE;
}

gboolean
daybook_read_soon (DaybookCli          *cli,
                   const DaybookField  *field,
                   const char          *word,
                   gint64              *moment,
                   GError             **error)
{
  GTimeZone *zone = daybook_store_get_zone (cli->store);

  if (word != NULL && (daybook_moment_parse (word, zone, moment, NULL)
                       || daybook_soon_word (word, daybook_store_get_now (cli->store), zone, moment)))
    return TRUE;

  return daybook_read_word (cli, field, word, moment, error);
}
