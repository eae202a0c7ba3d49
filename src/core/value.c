/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/value.h"

DaybookValue
daybook_value_int (gint64 number)
{
  return (DaybookValue) { .type = DAYBOOK_VALUE_INT, .number = number };
}

DaybookValue
daybook_value_text (const char *text)
{
  if (text == NULL)
    return (DaybookValue) DAYBOOK_VALUE_INIT;

  return (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = g_strdup (text) };
}

DaybookValue
daybook_value_id (const DaybookId *id)
{
  if (id == NULL || daybook_id_is_null (id))
    return (DaybookValue) DAYBOOK_VALUE_INIT;

  return (DaybookValue) { .type = DAYBOOK_VALUE_ID, .id = *id };
}

DaybookValue
daybook_value_copy (const DaybookValue *value)
{
  DaybookValue copy = *value;

  if (value->type == DAYBOOK_VALUE_TEXT)
    copy.text = g_strdup (value->text);

  return copy;
}

void
daybook_value_clear (DaybookValue *value)
{
  if (value->type == DAYBOOK_VALUE_TEXT)
    g_free (value->text);

  *value = (DaybookValue) DAYBOOK_VALUE_INIT;
}

gboolean
daybook_value_is_empty (const DaybookValue *value)
{
  return value->type == DAYBOOK_VALUE_NONE || (value->type == DAYBOOK_VALUE_TEXT && *value->text == '\0');
}

gboolean
daybook_value_equal (const DaybookValue *a,
                     const DaybookValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case DAYBOOK_VALUE_NONE:
      return TRUE;
    case DAYBOOK_VALUE_INT:
      return a->number == b->number;
    case DAYBOOK_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case DAYBOOK_VALUE_ID:
      return daybook_id_equal (&a->id, &b->id);
    default:
      g_return_val_if_reached (FALSE);
    }
}
