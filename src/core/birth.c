/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/birth.h"

#include "core/case-draft.h"
#include "core/entry.h"

#include <string.h>

gboolean
daybook_birth_wants (const DaybookBirth *birth,
                     const DaybookRow   *from)
{
  return from->table == birth->rows && daybook_when_holds (&birth->when, from);
}

void
daybook_birth_id (DaybookId       *id,
                  const DaybookId *from)
{
  char text[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { text };

  daybook_id_print (from, text);
  daybook_id_derive (id, daybook_cases.kind, parts, G_N_ELEMENTS (parts));
}

/* --- What a row says ------------------------------------------------------------ */

/* As a definition writes it: a word, a number, a text; NULL: nothing. (transfer full) */
static char *
print_value (const DaybookRow *row,
             guint             field)
{
  const DaybookValue *value = &row->values[field];
  const DaybookField *of = &row->table->fields[field];

  if (daybook_value_is_empty (value))
    return NULL;
  if (of->type == DAYBOOK_TYPE_ENUM)
    return g_strdup (daybook_field_word_name (of, value->number));

  return value->type == DAYBOOK_VALUE_TEXT ? g_strdup (value->text) : g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
}

/* People write a reason as they like, so that a text fits that has the words in it. */
static gboolean
fits (const DaybookField *field,
      const char         *said,
      const char         *text)
{
  g_autofree char *folded = field->type == DAYBOOK_TYPE_TEXT ? g_utf8_casefold (said, -1) : NULL;
  g_autofree char *wanted = folded != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL ? strstr (folded, wanted) != NULL : g_str_equal (said, text);
}

static gboolean
is_choice (const DaybookRow         *row,
           const DaybookBirthField  *field,
           const DaybookBirthChoice *choice)
{
  for (char **from = field->from; *from != NULL; from++)
    {
      int place = daybook_table_field (row->table, *from);
      g_autofree char *said = print_value (row, (guint) place);

      for (char **text = choice->texts; said != NULL && *text != NULL; text++)
        if (fits (&row->table->fields[place], said, *text))
          return TRUE;
    }

  return FALSE;
}

/* Several texts, one below the other; one that only repeats another is said once. */
static DaybookValue
join (const DaybookRow        *row,
      const DaybookBirthField *field)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (char **from = field->from; *from != NULL; from++)
    {
      const char *part = daybook_row_text (row, (guint) daybook_table_field (row->table, *from));

      if (*part != '\0' && strstr (text->str, part) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
    }
  return daybook_value_text (text->len > 0 ? text->str : NULL);
}

static DaybookValue
value_of (const DaybookRow        *row,
          const DaybookBirthField *field,
          const DaybookField      *into)
{
  for (guint i = 0; field->choices != NULL && i < field->choices->len; i++)
    {
      const DaybookBirthChoice *choice = g_ptr_array_index (field->choices, i);

      if (is_choice (row, field, choice))
        return into->type == DAYBOOK_TYPE_ENUM ? daybook_value_int (daybook_field_word (into, choice->word))
                                               : daybook_value_text (choice->word);
    }
  if (field->choices != NULL)
    return (DaybookValue) DAYBOOK_VALUE_INIT;

  return into->type == DAYBOOK_TYPE_TEXT ? join (row, field)
         : daybook_value_copy (&row->values[daybook_table_field (row->table, field->from[0])]);
}

static guint
stage_of (DaybookRegister    *definition,
          const DaybookBirth *birth,
          const DaybookRow   *row)
{
  for (guint i = 0; i < birth->stages->len; i++)
    {
      const DaybookBirthStage *stage = g_ptr_array_index (birth->stages, i);
      g_autofree char *said = print_value (row, (guint) daybook_table_field (row->table, stage->field));

      if (said != NULL && (g_str_equal (stage->word, DAYBOOK_BIRTH_ANYTHING) || g_str_equal (stage->word, said)))
        return stage->stage;
    }

  return daybook_register_get_start (definition);
}

/* --- The case ------------------------------------------------------------------- */

/* The row's own time; what an export dates ahead of itself, or not at all, is as of the export. */
static gint64
time_of (const DaybookRow        *from,
         int                      field,
         const DaybookBirthFacts *facts)
{
  return field >= 0 && daybook_row_has (from, (guint) field) ? MIN (daybook_row_int (from, (guint) field), facts->as_of) : facts->as_of;
}

/* The row's, the order's, the shop's. */
static const char *
currency_of (const DaybookRow        *from,
             const DaybookBirthFacts *facts)
{
  int field = daybook_table_field (from->table, "currency");

  return field >= 0 && daybook_row_has (from, (guint) field) ? daybook_row_text (from, (guint) field) : facts->currency;
}

static void
take_keys (DaybookCaseDraft        *draft,
           const DaybookRow        *from,
           const DaybookBirthFacts *facts)
{
  DaybookEntryFields fields = { 0 };
  DaybookId id;

  daybook_entry_fields (from->table, &fields);
  daybook_birth_id (&id, &from->id);
  daybook_case_draft_name (draft, &id);
  if (facts->order != NULL)
    daybook_case_draft_take_order (draft, facts->order);
  if (!daybook_id_is_null (&facts->customer))
    daybook_case_draft_set (draft, DAYBOOK_CASE_CUSTOMER, daybook_value_id (&facts->customer));
  daybook_case_draft_set (draft, DAYBOOK_CASE_CURRENCY, daybook_value_text (currency_of (from, facts)));
  daybook_case_draft_set (draft, DAYBOOK_CASE_PLATFORM, daybook_value_copy (&from->values[fields.platform]));
  daybook_case_draft_set (draft, DAYBOOK_CASE_PLATFORM_NUMBER, daybook_value_copy (&from->values[fields.number]));
  if (fields.deadline >= 0)
    daybook_case_draft_set (draft, DAYBOOK_CASE_PLATFORM_DEADLINE, daybook_value_copy (&from->values[fields.deadline]));
}

/* Whoever is in a customer's file is not named a second time. */
static void
take_fields (DaybookCaseDraft   *draft,
             const DaybookBirth *birth,
             const DaybookRow   *from)
{
  const DaybookRow *row = daybook_case_draft_row (draft);

  for (guint i = 0; i < birth->fields->len; i++)
    {
      const DaybookBirthField *field = g_ptr_array_index (birth->fields, i);
      int into = daybook_table_field (row->table, field->field);

      if (into == DAYBOOK_CASE_NAME && daybook_row_has (row, DAYBOOK_CASE_CUSTOMER))
        continue;
      daybook_case_draft_set (draft, (guint) into, value_of (from, field, &row->table->fields[into]));
    }
}

/* In the stage where it stands it is since the row's end, if it ended, or since the file tells of
 * it: when it came there no export says. */
static void
take_stage (DaybookCaseDraft        *draft,
            DaybookRegister         *definition,
            const DaybookRow        *from,
            const DaybookBirthFacts *facts)
{
  const DaybookBirth *birth = daybook_register_get_birth (definition);
  guint place = stage_of (definition, birth, from);
  gboolean ends = daybook_register_get_stage (definition, place)->ends;
  gint64 since = ends && birth->closed != NULL ? time_of (from, daybook_table_field (from->table, birth->closed), facts) : facts->as_of;

  if (place == daybook_register_get_start (definition))
    return;

  daybook_case_draft_move (draft, place);
  daybook_case_draft_set (draft, DAYBOOK_CASE_STAGE_SINCE, daybook_value_int (since));
  if (ends)
    daybook_case_draft_set (draft, DAYBOOK_CASE_CLOSED_AT, daybook_value_int (since));
}

DaybookRow *
daybook_birth_make (DaybookRegister         *definition,
                    const DaybookRow        *from,
                    const DaybookBirthFacts *facts)
{
  gint64 opened = time_of (from, from->table->dated, facts);
  const char *currency = currency_of (from, facts);
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, &facts->shop, NULL, currency, opened);

  take_keys (draft, from, facts);
  take_fields (draft, daybook_register_get_birth (definition), from);
  take_stage (draft, definition, from, facts);
  return daybook_row_copy (daybook_case_draft_row (draft));
}

gboolean
daybook_birth_gives (DaybookRegister *definition,
                     guint            field)
{
  const DaybookBirth *birth = daybook_register_get_birth (definition);
  const DaybookTable *table = daybook_register_get_table (definition);

  if (field == DAYBOOK_CASE_STAGE || field == DAYBOOK_CASE_STAGE_SINCE || field == DAYBOOK_CASE_CLOSED_AT)
    return TRUE;
  for (guint i = 0; i < birth->fields->len; i++)
    if (daybook_table_field (table, ((const DaybookBirthField *) g_ptr_array_index (birth->fields, i))->field) == (int) field)
      return TRUE;

  return FALSE;
}
