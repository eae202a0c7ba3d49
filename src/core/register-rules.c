/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-private.h"

#include <glib/gi18n-lib.h>

/* Limits and requirements: what a definition demands of all its cases, or of those that a
 * condition names. */

#define WARN_AT 70 /* percent */

static const char *const HOURS[] = { "shop", "always", NULL };

void
daybook_register_clear_when (DaybookWhen *when)
{
  g_free (when->field);
  g_strfreev (when->words);
}

static void
free_limit (gpointer data)
{
  DaybookLimit *limit = data;

  daybook_register_clear_when (&limit->when);
  g_free (limit);
}

static void
free_requirement (gpointer data)
{
  DaybookRequirement *requirement = data;

  daybook_register_clear_when (&requirement->when);
  g_strfreev (requirement->fields);
  g_free (requirement);
}

/* --- Reading -------------------------------------------------------------------- */

/* {"when": {"FIELD": ["WORD", …]}} */
void
daybook_register_read_when (DaybookRegisterRead *read,
                            JsonObject          *object,
                            DaybookWhen         *when)
{
  JsonObject *condition = daybook_register_object (read, object, "when", DAYBOOK_MEMBER_OPTIONAL);
  g_autoptr(GList) members = condition != NULL ? json_object_get_members (condition) : NULL;

  if (condition == NULL)
    return;
  if (members == NULL || members->next != NULL)
    {
      daybook_register_wrong (read, object, "when", g_strdup (_("“when” names one field")));
      return;
    }

  when->field = g_strdup (members->data);
  when->words = daybook_register_texts (read, condition, when->field);
}

void
daybook_register_read_span (DaybookRegisterRead *read,
                            JsonObject          *object,
                            const char          *member,
                            DaybookMemberNeed    need,
                            guint               *seconds)
{
  const char *text = daybook_register_text (read, object, member, need);

  if (text != NULL && !daybook_span_parse (text, seconds))
    daybook_register_wrong (read, object, member,
                            g_strdup_printf (_("“%s” is “%s”, which is no time such as 30min, 24h or 3d"), member, text));
}

static void
read_limit (DaybookRegisterRead *read,
            JsonObject          *object,
            GPtrArray           *limits)
{
  DaybookLimit *limit = g_new0 (DaybookLimit, 1);

  g_ptr_array_add (limits, limit);
  daybook_register_read_when (read, object, &limit->when);
  daybook_register_read_span (read, object, "within", DAYBOOK_MEMBER_REQUIRED, &limit->within);
  limit->hours = (DaybookHours) daybook_register_word (read, object, "hours", HOURS, DAYBOOK_HOURS_SHOP);
  limit->warn = daybook_register_count (read, object, "warn", 100, WARN_AT);
  limit->restarts = daybook_register_flag (read, object, "restarts");
}

GPtrArray *
daybook_register_read_limits (DaybookRegisterRead *read,
                              JsonObject          *object,
                              const char          *member)
{
  g_autoptr(GPtrArray) list = daybook_register_list (read, object, member);
  GPtrArray *limits = g_ptr_array_new_with_free_func (free_limit);

  for (guint i = 0; i < list->len; i++)
    if (JSON_NODE_HOLDS_OBJECT ((JsonNode *) list->pdata[i]))
      read_limit (read, json_node_get_object (list->pdata[i]), limits);
    else
      daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” holds something that is no limit"), member));

  return limits;
}

/* "FIELD", or {"one_of": ["FIELD", …], "when": …}. */
static void
read_requirement (DaybookRegisterRead *read,
                  JsonObject          *object,
                  const char          *member,
                  JsonNode            *node,
                  GPtrArray           *requirements)
{
  const char *field = daybook_register_element (node);
  DaybookRequirement *requirement = g_new0 (DaybookRequirement, 1);

  g_ptr_array_add (requirements, requirement);
  if (field != NULL)
    {
      const char *const fields[] = { field, NULL };

      requirement->fields = g_strdupv ((char **) fields);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      requirement->fields = daybook_register_texts (read, json_node_get_object (node), "one_of");
      daybook_register_read_when (read, json_node_get_object (node), &requirement->when);
    }
  if (requirement->fields == NULL || requirement->fields[0] == NULL)
    daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” holds something that names no field"), member));
}

GPtrArray *
daybook_register_read_requires (DaybookRegisterRead *read,
                                JsonObject          *object,
                                const char          *member)
{
  g_autoptr(GPtrArray) list = daybook_register_list (read, object, member);
  GPtrArray *requirements = g_ptr_array_new_with_free_func (free_requirement);

  for (guint i = 0; i < list->len; i++)
    read_requirement (read, object, member, list->pdata[i], requirements);

  return requirements;
}

/* --- Asking --------------------------------------------------------------------- */

/* The words of what the field has: of several choices all. (transfer full) */
static char **
words_of (const DaybookRow *row,
          guint             field)
{
  const DaybookField *of = &row->table->fields[field];
  const char *word = of->type == DAYBOOK_TYPE_ENUM ? daybook_field_word_name (of, daybook_row_int (row, field)) : daybook_row_text (row, field);

  return g_strsplit (word != NULL ? word : "", of->type == DAYBOOK_TYPE_CHOICES ? " " : "\n", -1);
}

gboolean
daybook_when_holds (const DaybookWhen *when,
                    const DaybookRow  *row)
{
  int field = when->field != NULL && row != NULL ? daybook_table_field (row->table, when->field) : -1;
  g_auto(GStrv) words = field >= 0 ? words_of (row, (guint) field) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    if (g_strv_contains ((const char *const *) when->words, *word))
      return TRUE;

  return when->field == NULL;
}

const DaybookLimit *
daybook_limit_of (GPtrArray        *limits,
                  const DaybookRow *row)
{
  static const DaybookLimit none = { { NULL, NULL }, 0, DAYBOOK_HOURS_SHOP, WARN_AT };

  for (guint i = 0; i < limits->len; i++)
    {
      const DaybookLimit *limit = g_ptr_array_index (limits, i);

      if (daybook_when_holds (&limit->when, row))
        return limit;
    }

  return &none;
}
