/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/registers/invented-case.h"

#include "core/case-draft.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

#define HOUR (60 * 60)

static const char *const SUBJECTS[DAYBOOK_INVENTED_CASES] = { N_("The lid does not close"), N_("A part is missing") };
static const char *const NAMES[DAYBOOK_INVENTED_CASES] = { N_("Wang Fang"), N_("Li Wei") };

static DaybookValue
invent_text (const DaybookField *field)
{
  if ((field->flags & DAYBOOK_FIELD_NUMBER) != 0)
    return daybook_value_text ("SF1080024417");

  return daybook_value_text (field->mask == DAYBOOK_MASK_PHONE ? "13800010001" : _("for example"));
}

/* The i-th of the words, as far as there are so many. */
static DaybookValue
invent_word (const DaybookField *field,
             guint               i)
{
  while (i > 0 && (field->words[0].word == NULL || field->words[i].word == NULL))
    i--;

  return daybook_value_text (field->words[i].word);
}

static DaybookValue
invent_date (gint64 now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *date = g_date_time_format (time, "%Y-%m-%d");

  return daybook_value_text (date);
}

static DaybookValue
invent (DaybookStore       *store,
        const DaybookField *field,
        guint               i)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_MONEY:
      return daybook_value_int (i == 0 ? 12800 : 3950);
    case DAYBOOK_TYPE_INT:
      return daybook_value_int ((field->flags & DAYBOOK_FIELD_STARS) != 0 ? 4 - (int) i : 2);
    case DAYBOOK_TYPE_TIME:
      return daybook_value_int (daybook_store_get_now (store));
    case DAYBOOK_TYPE_DATE:
      return invent_date (daybook_store_get_now (store));
    case DAYBOOK_TYPE_CHOICE:
    case DAYBOOK_TYPE_CHOICES:
      return invent_word (field, i);
    case DAYBOOK_TYPE_ENUM:
      return daybook_value_int (DAYBOOK_ANSWER_YES);
    case DAYBOOK_TYPE_REF:
      return g_str_equal (field->ref, "agent") ? daybook_value_id (daybook_store_get_agent (store)) : (DaybookValue) DAYBOOK_VALUE_INIT;
    default:
      return invent_text (field);
    }
}

/* Where a case goes from where it begins. */
static guint
second_stage (DaybookRegister *definition)
{
  guint start = daybook_register_get_start (definition);

  for (guint i = 0; i < daybook_register_get_n_stages (definition); i++)
    if (i != start && daybook_register_may_move (definition, start, i))
      return i;

  return start;
}

DaybookRow *
daybook_invented_case (DaybookDesk     *desk,
                       DaybookRegister *definition,
                       guint            i)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  gint64 opened = daybook_store_get_now (store) - (i + 1) * 2 * HOUR;
  const DaybookTable *table = daybook_register_get_table (definition);
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, daybook_store_get_shop (store), daybook_store_get_agent (store),
                                                              daybook_store_get_currency (store), opened);
  g_autofree char *number = g_strdup_printf ("%s-A%u", daybook_register_get_prefix (definition), 1001 + i);

  for (guint field = DAYBOOK_CASE_N_FIELDS; field < table->n_fields; field++)
    if ((table->fields[field].flags & DAYBOOK_FIELD_HIDDEN) == 0)
      daybook_case_draft_set (draft, field, invent (store, &table->fields[field], i));
  if (table->fields[DAYBOOK_CASE_REASON].words[0].word != NULL)
    daybook_case_draft_set (draft, DAYBOOK_CASE_REASON, invent_word (&table->fields[DAYBOOK_CASE_REASON], i));
  daybook_case_draft_set (draft, DAYBOOK_CASE_NUMBER, daybook_value_text (number));
  daybook_case_draft_set (draft, DAYBOOK_CASE_SUBJECT, daybook_value_text (_(SUBJECTS[i])));
  daybook_case_draft_set (draft, DAYBOOK_CASE_NAME, daybook_value_text (_(NAMES[i])));
  if (i > 0)
    daybook_case_draft_move (draft, second_stage (definition));
  return daybook_row_copy (daybook_case_draft_row (draft));
}

const char *
daybook_invented_name (const DaybookField *field,
                       guint               i)
{
  static const char *const ORDERS[DAYBOOK_INVENTED_CASES] = { "…4417", "…0932" };

  if (field->type != DAYBOOK_TYPE_REF || g_str_equal (field->ref, "agent"))
    return NULL;

  return g_str_equal (field->ref, "customer") ? _(NAMES[i]) : g_str_equal (field->ref, "order") ? ORDERS[i] : NULL;
}
