/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/choices.h"

#include "exchange/clean.h"

static gboolean
is_present (const DaybookChoiceContext *context,
            DaybookTarget               target)
{
  guint64 bits = target.kind == DAYBOOK_TARGET_EXTRA ? context->binding->present : context->entry->carried;

  return (bits >> target.index & 1) != 0;
}

/* Of an amount only which way it goes counts. */
static const char *
sign_text (gint64 amount)
{
  return amount > 0 ? "1" : amount < 0 ? "-1" : "0";
}

/* A text, an enumeration's word, an amount's sign, or that there is something. */
static const char *
value_text (const DaybookChoiceContext *context,
            DaybookTarget               target)
{
  const DaybookEntry *entry = context->entry;
  const DaybookValue *value = &entry->values[target.index];
  const DaybookField *field = &entry->table->fields[target.index];
  const char *word;

  if (target.kind == DAYBOOK_TARGET_EXTRA)
    return context->extras[target.index]->str;
  if (value->type == DAYBOOK_VALUE_TEXT)
    return value->text;
  if (field->type == DAYBOOK_TYPE_MONEY && value->type == DAYBOOK_VALUE_INT)
    return sign_text (value->number);

  word = field->type == DAYBOOK_TYPE_ENUM && value->type == DAYBOOK_VALUE_INT ? daybook_field_word_name (field, value->number) : NULL;
  return word != NULL ? word : value->type == DAYBOOK_VALUE_NONE ? "" : "x";
}

static gboolean
holds (const DaybookChoiceContext *context,
       const DaybookTest          *test)
{
  g_autofree char *folded = NULL;

  if (!is_present (context, test->target))
    return test->kind == DAYBOOK_TEST_ABSENT;

  folded = daybook_clean_fold (value_text (context, test->target));
  return daybook_test_fits (test, folded);
}

static gboolean
fits (const DaybookChoiceContext *context,
      const DaybookChoice        *choice)
{
  for (guint i = 0; i < choice->tests->len; i++)
    if (!holds (context, g_ptr_array_index (choice->tests, i)))
      return FALSE;

  return TRUE;
}

/* Whether a cell says something by whose words the field is chosen. */
static gboolean
is_spoken_of (const DaybookChoiceContext *context,
              const DaybookChoice        *choice)
{
  for (guint i = 0; i < choice->tests->len; i++)
    {
      const DaybookTest *test = g_ptr_array_index (choice->tests, i);

      if (test->kind == DAYBOOK_TEST_WORDS && is_present (context, test->target) && *value_text (context, test->target) != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
settle (DaybookChoiceContext *context,
        guint                 field,
        gint64                value)
{
  daybook_entry_set_int (context->entry, field, value);
  context->entry->carried |= G_GUINT64_CONSTANT (1) << field;
}

void
daybook_choices_apply (const DaybookForm    *form,
                       DaybookChoiceContext *context)
{
  guint64 settled = 0;

  for (guint i = 0; i < form->choices->len; i++)
    {
      const DaybookChoice *choice = g_ptr_array_index (form->choices, i);
      guint64 bit = G_GUINT64_CONSTANT (1) << choice->field;

      if ((settled & bit) != 0)
        continue;
      if (fits (context, choice))
        {
          settle (context, choice->field, choice->value);
          settled |= bit;
        }
      else if (is_spoken_of (context, choice))
        settle (context, choice->field, 0);
    }
}
