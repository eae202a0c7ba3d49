/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/registry.h"

#include "core/aftersale.h"
#include "core/announcement.h"
#include "core/article.h"
#include "core/attention.h"
#include "core/box.h"
#include "core/call-plan.h"
#include "core/campaign.h"
#include "core/case-parts.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/erasure.h"
#include "core/event.h"
#include "core/grade.h"
#include "core/guarded-word.h"
#include "core/intern.h"
#include "core/membership.h"
#include "core/opening.h"
#include "core/order.h"
#include "core/pass.h"
#include "core/payment.h"
#include "core/phrase.h"
#include "core/presence.h"
#include "core/register.h"
#include "core/remembered-day.h"
#include "core/reveal.h"
#include "core/review.h"
#include "core/rule.h"
#include "core/shift.h"
#include "core/shop.h"
#include "core/stock.h"
#include "core/tally.h"
#include "core/task.h"
#include "core/trade-contact.h"
#include "core/use.h"

#include <string.h>

#define LONGEST_KEY 32
/* What follows from a key by a suffix is longer. */
#define LONGEST_NAME 40

/* Owners before their parts, what is pointed at before what points. */
static const DaybookTable *const TABLES[] = {
  &daybook_shops,
  &daybook_shift_templates,
  &daybook_agents,
  &daybook_presences,
  &daybook_sub_accounts,
  &daybook_channel_people,
  &daybook_customers,
  &daybook_handles,
  &daybook_products,
  &daybook_orders,
  &daybook_order_lines,
  &daybook_parcels,
  &daybook_contacts,
  &daybook_remembered_days,
  &daybook_grades,
  &daybook_erasures,
  &daybook_aftersales,
  &daybook_reviews,
  &daybook_payments,
  &daybook_stocks,
  &daybook_memberships,
  &daybook_registers,
  &daybook_cases,
  &daybook_case_lines,
  &daybook_events,
  &daybook_case_links,
  &daybook_watchers,
  &daybook_attachments,
  &daybook_call_plans,
  &daybook_tasks,
  &daybook_surveys,
  &daybook_chores,
  &daybook_attentions,
  &daybook_articles,
  &daybook_revisions,
  &daybook_comments,
  &daybook_pictures,
  &daybook_trainings,
  &daybook_phrases,
  &daybook_favourites,
  &daybook_guarded_words,
  &daybook_announcements,
  &daybook_read_marks,
  &daybook_uses,
  &daybook_campaigns,
  &daybook_market_notes,
  &daybook_activities,
  &daybook_activity_lines,
  &daybook_trade_contacts,
  &daybook_boxes,
  &daybook_tallies,
  &daybook_pass_ticks,
  &daybook_rules,
  &daybook_openings,
  &daybook_views,
  &daybook_settings,
  &daybook_imports,
  &daybook_reveals,
};

const DaybookTable *const *
daybook_registry_tables (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (TABLES);
  return TABLES;
}

const DaybookTable *
daybook_registry_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TABLES); i++)
    if (g_str_equal (TABLES[i]->kind, name) || g_str_equal (TABLES[i]->plural, name))
      return TABLES[i];

  return NULL;
}

const DaybookTable *
daybook_table_base (const DaybookTable *table)
{
  return table->base != NULL ? table->base : table;
}

char *
daybook_table_name (const DaybookTable *table)
{
  return table->part != NULL ? g_strconcat (table->plural, ".", table->part, NULL) : g_strdup (table->plural);
}

static gboolean
is_name (const char *text,
         gsize       longest)
{
  gsize n = 0;

  while (g_ascii_islower (text[n]) || (n > 0 && (g_ascii_isdigit (text[n]) || text[n] == '_')))
    n++;

  return text[n] == '\0' && n > 0 && n <= longest;
}

gboolean
daybook_is_key (const char *text)
{
  return is_name (text, LONGEST_KEY);
}

static DaybookTable *
make_any (const DaybookTable *base,
          const char         *name)
{
  DaybookTable *table = g_memdup2 (base, sizeof *base);
  DaybookField *fields = g_new0 (DaybookField, base->n_fields + 1);
  DaybookField *any = &fields[base->n_fields];

  memcpy (fields, base->fields, base->n_fields * sizeof *fields);
  any->name = daybook_intern (name);
  any->label = daybook_field_get_name (any);
  any->type = DAYBOOK_TYPE_ANY;
  table->fields = fields;
  table->n_fields = base->n_fields + 1;
  table->base = base;
  return table;
}

const DaybookTable *
daybook_table_with_any (const DaybookTable *table,
                        const char         *field)
{
  static GMutex mutex;
  static GHashTable *made = NULL; /* "kind/field" → DaybookTable */
  const DaybookTable *base = daybook_table_base (table);
  g_autofree char *name = NULL;
  DaybookTable *any;

  if (base->parted == 0 || !g_str_has_prefix (field, DAYBOOK_EXTRA_PREFIX)
      || !is_name (field + strlen (DAYBOOK_EXTRA_PREFIX), LONGEST_NAME))
    return NULL;

  name = g_strconcat (base->kind, "/", field, NULL);
  g_mutex_lock (&mutex);
  if (made == NULL)
    made = g_hash_table_new (g_str_hash, g_str_equal);
  any = g_hash_table_lookup (made, name);
  if (any == NULL)
    {
      any = make_any (base, field);
      g_hash_table_insert (made, g_steal_pointer (&name), any);
    }
  g_mutex_unlock (&mutex);
  return any;
}

const DaybookTable *
daybook_table_of_field (const DaybookTable *table,
                        const char         *name,
                        int                *field)
{
  const DaybookTable *of = daybook_table_with_any (table, name);

  *field = daybook_table_field (of != NULL ? of : table, name);
  return of != NULL ? of : *field >= 0 ? table : NULL;
}

gboolean
daybook_field_is_extra (const DaybookField *field)
{
  return g_str_has_prefix (field->name, DAYBOOK_EXTRA_PREFIX);
}

const char *
daybook_field_get_name (const DaybookField *field)
{
  return daybook_field_is_extra (field) ? field->name + strlen (DAYBOOK_EXTRA_PREFIX) : field->name;
}

int
daybook_table_field (const DaybookTable *table,
                     const char         *name)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_str_equal (table->fields[i].name, name) || g_str_equal (daybook_field_get_name (&table->fields[i]), name))
      return (int) i;

  return -1;
}

gboolean
daybook_field_is_secret (const DaybookField *field)
{
  return (field->flags & DAYBOOK_FIELD_SECRET) != 0;
}

int
daybook_table_told_field (const DaybookTable *table,
                          const char         *name)
{
  int field = daybook_table_field (table, name);

  return field >= 0 && !daybook_field_is_secret (&table->fields[field]) ? field : -1;
}

gboolean
daybook_field_is_covered (const DaybookField *field)
{
  return field->mask != DAYBOOK_MASK_NONE && field->mask != DAYBOOK_MASK_NAME;
}

gboolean
daybook_field_has_order (const DaybookField *field)
{
  if (field->type == DAYBOOK_TYPE_REF)
    return (field->flags & DAYBOOK_FIELD_SORT) != 0;

  return field->mask == DAYBOOK_MASK_ACCOUNT || !daybook_field_is_covered (field);
}

int
daybook_word_index (const DaybookWord *words,
                    const char        *word)
{
  for (int i = 0; words != NULL && words[i].word != NULL; i++)
    if (g_str_equal (words[i].word, word))
      return i;

  return -1;
}

int
daybook_field_word (const DaybookField *field,
                    const char         *word)
{
  return daybook_word_index (field->words, word);
}

const char *
daybook_field_word_name (const DaybookField *field,
                         gint64              value)
{
  for (int i = 0; field->words != NULL && field->words[i].word != NULL; i++)
    if (i == value)
      return field->words[i].word;

  return NULL;
}
