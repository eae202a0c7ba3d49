/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/registry.h"

#include "core/aftersale.h"
#include "core/customer.h"
#include "core/membership.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/register.h"
#include "core/reveal.h"
#include "core/review.h"
#include "core/shop.h"
#include "core/stock.h"

/* Owners before their parts, what is pointed at before what points. */
static const DaybookTable *const TABLES[] = {
  &daybook_shops,
  &daybook_agents,
  &daybook_customers,
  &daybook_handles,
  &daybook_products,
  &daybook_orders,
  &daybook_order_lines,
  &daybook_parcels,
  &daybook_contacts,
  &daybook_aftersales,
  &daybook_reviews,
  &daybook_payments,
  &daybook_stocks,
  &daybook_memberships,
  &daybook_registers,
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

int
daybook_table_field (const DaybookTable *table,
                     const char         *name)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_str_equal (table->fields[i].name, name))
      return (int) i;

  return -1;
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
daybook_field_word (const DaybookField *field,
                    const char         *word)
{
  for (int i = 0; field->words != NULL && field->words[i].word != NULL; i++)
    if (g_str_equal (field->words[i].word, word))
      return i;

  return -1;
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
