/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stage-rules.h"

#include "exchange/clean.h"

/* A file has a handful of status words, unless it is made to have more. */
#define MAX_FOLDS 1000

typedef enum
{
  RULE_FAILS,
  RULE_MIGHT_FIT, /* the file has no column for the rest that it asks for */
  RULE_FITS,
} RuleAnswer;

struct _DaybookStageRules
{
  const DaybookProfile *profile;
  GHashTable           *folds; /* text -> folded text */
};

DaybookStageRules *
daybook_stage_rules_new (const DaybookProfile *profile)
{
  DaybookStageRules *self = g_new0 (DaybookStageRules, 1);

  self->profile = profile;
  self->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
daybook_stage_rules_free (DaybookStageRules *self)
{
  g_hash_table_unref (self->folds);
  g_free (self);
}

static const char *
fold (DaybookStageRules *self,
      const char        *text)
{
  char *folded = g_hash_table_lookup (self->folds, text);

  if (folded != NULL)
    return folded;

  if (g_hash_table_size (self->folds) == MAX_FOLDS)
    g_hash_table_remove_all (self->folds);
  folded = daybook_clean_fold (text);
  g_hash_table_insert (self->folds, g_strdup (text), folded);
  return folded;
}

/* Whether the file has the column. */
static gboolean
is_present (const DaybookOrderRecord *record,
            const DaybookOrderExtras *extras,
            DaybookTarget             target)
{
  guint64 bits = target.kind == DAYBOOK_TARGET_EXTRA ? extras->present : record->carried;

  return (bits & G_GUINT64_CONSTANT (1) << target.index) != 0;
}

/* What a rule sees: a text, an enumeration's word, or that there is something. */
static const char *
value_text (const DaybookOrderRecord *record,
            const DaybookOrderExtras *extras,
            DaybookTarget             target)
{
  const DaybookField *field = &daybook_orders.fields[target.index];
  const DaybookValue *value = &record->values[target.index];

  if (target.kind == DAYBOOK_TARGET_EXTRA)
    return extras->values[target.index]->str;
  if (value->type == DAYBOOK_VALUE_TEXT)
    return value->text;
  if (field->type == DAYBOOK_TYPE_ENUM && value->type == DAYBOOK_VALUE_INT)
    return daybook_field_word_name (field, value->number);
  return value->type == DAYBOOK_VALUE_NONE ? "" : "x";
}

/* Of a column that the file has; or its absence. */
static gboolean
test_holds (DaybookStageRules        *self,
            const DaybookTest        *test,
            const DaybookOrderRecord *record,
            const DaybookOrderExtras *extras)
{
  const char *text = value_text (record, extras, test->target);

  if (test->kind == DAYBOOK_TEST_ABSENT)
    return !is_present (record, extras, test->target);
  return daybook_test_fits (test, test->kind == DAYBOOK_TEST_WORDS ? fold (self, text) : text);
}

static RuleAnswer
ask_rule (DaybookStageRules        *self,
          const DaybookRule        *rule,
          const DaybookOrderRecord *record,
          const DaybookOrderExtras *extras)
{
  RuleAnswer answer = RULE_FITS;

  for (guint i = 0; i < rule->tests->len; i++)
    {
      const DaybookTest *test = g_ptr_array_index (rule->tests, i);

      if (test->kind != DAYBOOK_TEST_ABSENT && !is_present (record, extras, test->target))
        answer = RULE_MIGHT_FIT;
      else if (!test_holds (self, test, record, extras))
        return RULE_FAILS;
    }

  return answer;
}

DaybookStage
daybook_stage_rules_apply (DaybookStageRules        *self,
                           const DaybookOrderRecord *record,
                           const DaybookOrderExtras *extras,
                           guint                    *others)
{
  const GPtrArray *rules = self->profile->rules;
  DaybookStage stage = DAYBOOK_STAGE_UNKNOWN;
  RuleAnswer answer = RULE_FAILS;

  *others = 0;
  for (guint i = 0; i < rules->len && answer != RULE_FITS; i++)
    {
      const DaybookRule *rule = g_ptr_array_index (rules, i);

      answer = ask_rule (self, rule, record, extras);
      if (answer == RULE_FITS)
        stage = rule->stage;
      else if (answer == RULE_MIGHT_FIT)
        *others |= 1u << rule->stage;
    }

  *others &= ~(1u << stage);
  return stage;
}
