/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/condition.h"

#include "app/common/words.h"
#include "core/time-word.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define EMPTY { N_("is empty"), DAYBOOK_OP_EQ, DAYBOOK_COMPARISON_NONE }
#define NOT_EMPTY { N_("is not empty"), DAYBOOK_OP_NE, DAYBOOK_COMPARISON_NONE }

static const DaybookComparison OF_TEXT[] = {
  { N_("contains"), DAYBOOK_OP_CONTAINS },
  { N_("is"), DAYBOOK_OP_EQ },
  { N_("is not"), DAYBOOK_OP_NE },
  EMPTY,
  NOT_EMPTY,
};

static const DaybookComparison OF_FIGURE[] = {
  { N_("is at least"), DAYBOOK_OP_GE },
  { N_("is at most"), DAYBOOK_OP_LE },
  { N_("is"), DAYBOOK_OP_EQ },
  { N_("is not"), DAYBOOK_OP_NE },
  EMPTY,
  NOT_EMPTY,
};

static const DaybookComparison OF_TIME[] = {
  { N_("is since"), DAYBOOK_OP_GE },
  { N_("is before"), DAYBOOK_OP_LT },
  EMPTY,
  NOT_EMPTY,
};

static const DaybookComparison OF_CHOICE[] = {
  { N_("is"), DAYBOOK_OP_EQ },
  { N_("is not"), DAYBOOK_OP_NE },
};

static const DaybookComparison OF_CHOICES[] = {
  { N_("has"), DAYBOOK_OP_EQ },
  { N_("has not"), DAYBOOK_OP_NE },
  EMPTY,
  NOT_EMPTY,
};

static const DaybookComparison OF_REF[] = {
  { N_("is"), DAYBOOK_OP_EQ },
  { N_("is not"), DAYBOOK_OP_NE },
  EMPTY,
  NOT_EMPTY,
};

const DaybookComparison *
daybook_comparisons (const DaybookField *field,
                     guint              *n)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_INT:
    case DAYBOOK_TYPE_MONEY:
      *n = G_N_ELEMENTS (OF_FIGURE);
      return OF_FIGURE;
    case DAYBOOK_TYPE_TIME:
    case DAYBOOK_TYPE_DATE:
      *n = G_N_ELEMENTS (OF_TIME);
      return OF_TIME;
    case DAYBOOK_TYPE_ENUM:
    case DAYBOOK_TYPE_BOOL:
      *n = G_N_ELEMENTS (OF_CHOICE);
      return OF_CHOICE;
    case DAYBOOK_TYPE_REF:
    case DAYBOOK_TYPE_CHOICE:
      *n = G_N_ELEMENTS (OF_REF);
      return OF_REF;
    case DAYBOOK_TYPE_CHOICES:
      *n = G_N_ELEMENTS (OF_CHOICES);
      return OF_CHOICES;
    case DAYBOOK_TYPE_TEXT:
    default:
      *n = G_N_ELEMENTS (OF_TEXT);
      return OF_TEXT;
    }
}

gboolean
daybook_condition_can (const DaybookField *field)
{
  /* People and shops are chosen from a list; customers are too many for one. */
  gboolean is_choosable = field->type != DAYBOOK_TYPE_REF || g_str_equal (field->ref, "agent")
                          || g_str_equal (field->ref, "shop");

  return (field->flags & DAYBOOK_FIELD_HIDDEN) == 0 && is_choosable;
}

/* "today-3" is how it is written; people say "3 days ago". */
static char *
describe_time (const char *text)
{
  g_autofree char *written = daybook_time_word (text);
  const char *word = written != NULL ? written : text;
  long days;

  if (g_str_equal (word, "today"))
    return g_strdup (_("today"));
  if (g_str_equal (word, "today-1"))
    return g_strdup (_("yesterday"));
  if (g_str_equal (word, "month"))
    /* Translators: a moment, as in “Ordered is since the first of this month” */
    return g_strdup (_("the first of this month"));
  if (!g_str_has_prefix (word, "today-"))
    return g_strdup (word);

  days = strtol (word + strlen ("today-"), NULL, 10);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%ld day ago", "%ld days ago", (gulong) days), days);
}

static char *
describe_word (DaybookDesk        *desk,
               const DaybookField *field,
               const char         *word)
{
  DaybookId id;

  switch (field->type)
    {
    case DAYBOOK_TYPE_ENUM:
      return g_strdup (daybook_words_enum (field, daybook_field_word (field, word)));
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
      return daybook_words_choices (field, word);
    case DAYBOOK_TYPE_REF:
      return daybook_id_parse (word, &id) ? daybook_desk_name (desk, field->ref, &id) : g_strdup (word);
    case DAYBOOK_TYPE_BOOL:
      return g_strdup (g_str_equal (word, "true") ? _("Yes") : _("No"));
    case DAYBOOK_TYPE_TIME:
    case DAYBOOK_TYPE_DATE:
      return describe_time (word);
    case DAYBOOK_TYPE_TEXT:
      if (g_str_equal (field->name, "platform"))
        return g_strdup (daybook_words_platform (word));
      return g_strdup_printf (_("“%s”"), word);
    case DAYBOOK_TYPE_INT:
    case DAYBOOK_TYPE_MONEY:
    default:
      return g_strdup (word);
    }
}

static char *
describe_words (DaybookDesk            *desk,
                const DaybookField     *field,
                const DaybookCondition *condition)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < condition->words->len; i++)
    {
      const char *word = g_ptr_array_index (condition->words, i);
      g_autofree char *part = word != NULL ? describe_word (desk, field, word) : g_strdup (_("empty"));

      if (i > 0)
        /* Translators: between the values of a filter: "Paid or Shipped". */
        g_string_append (text, _(" or "));
      g_string_append (text, part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
label_of (const DaybookField     *field,
          const DaybookCondition *condition)
{
  gboolean is_none = condition->words->len == 1 && g_ptr_array_index (condition->words, 0) == NULL;
  guint n;
  const DaybookComparison *comparisons = daybook_comparisons (field, &n);

  for (guint i = 0; i < n; i++)
    if (comparisons[i].op == condition->op && is_none == (comparisons[i].kind == DAYBOOK_COMPARISON_NONE))
      return _(comparisons[i].label);

  switch (condition->op)
    {
    case DAYBOOK_OP_LT:
      return _("is less than");
    case DAYBOOK_OP_GT:
      return _("is more than");
    case DAYBOOK_OP_LE:
      return _("is at most");
    default:
      return _("is");
    }
}

static char *
describe_one (DaybookDesk            *desk,
              const DaybookTable     *table,
              const DaybookCondition *condition)
{
  const DaybookField *field = &table->fields[condition->field];
  gboolean is_none = condition->words->len == 1 && g_ptr_array_index (condition->words, 0) == NULL;
  g_autofree char *words = describe_words (desk, field, condition);

  if (is_none)
    /* Translators: a filter: a field's name, and "is empty" or "is not empty". */
    return g_strdup_printf (C_("filter", "%s %s"), _(field->label), label_of (field, condition));

  /* Translators: a filter: a field's name, a comparison ("is", "contains"), a value. */
  return g_strdup_printf (C_("filter", "%s %s %s"), _(field->label), label_of (field, condition), words);
}

char *
daybook_condition_describe (DaybookDesk        *desk,
                            const DaybookQuery *query,
                            guint               index)
{
  guint n = daybook_query_alternatives (query, index);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *one = describe_one (desk, query->table, g_ptr_array_index (query->conditions, index + i));

      if (i > 0)
        g_string_append (text, _(" or "));
      g_string_append (text, one);
    }

  return g_string_free (text, FALSE);
}
