/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reader.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/row-excerpt.h"
#include "core/terms.h"

#include <string.h>

/* Where in a row that was found the words stand. */

#define EXCERPT_CHARS 60

static gboolean
is_searched (const DaybookField *field)
{
  return (field->flags & (DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_NUMBER)) != 0
         || field->mask == DAYBOOK_MASK_PHONE || field->mask == DAYBOOK_MASK_EMAIL || field->mask == DAYBOOK_MASK_CONTACT;
}

/* Whether one number is the other with a country's code before it. */
static gboolean
has_country_code (const char *longer,
                  const char *shorter)
{
  gsize n = strlen (shorter);

  return n >= DAYBOOK_PHONE_NATIONAL_DIGITS && strlen (longer) - n <= DAYBOOK_PHONE_MAX_COUNTRY_CODE && g_str_has_suffix (longer, shorter);
}

/* Whether a term is this very phone number, however the two are written: one may have
 * a country's code before it. */
static gboolean
is_phone_of (const char *value,
             GPtrArray  *terms)
{
  g_autofree char *phone = daybook_phone_normalise (value);

  for (guint i = 0; phone != NULL && i < terms->len; i++)
    {
      const DaybookTerm *term = g_ptr_array_index (terms, i);

      if ((term->kinds & DAYBOOK_TERM_PHONE) == 0 || term->digits == NULL)
        continue;
      if (has_country_code (phone, term->digits) || has_country_code (term->digits, phone)
          || g_str_equal (term->digits, phone))
        return TRUE;
    }

  return FALSE;
}

/* An excerpt of one value, masked where it is a person's; NULL when the terms do not
 * stand in it. */
static DaybookExcerpt *
explain_value (const DaybookField *field,
               const char         *value,
               DaybookFoundIn      kind,
               GPtrArray          *terms)
{
  g_autoptr(DaybookExcerpt) plain = daybook_search_excerpt (value, kind, terms, EXCERPT_CHARS);

  if (field->mask == DAYBOOK_MASK_NONE)
    return g_steal_pointer (&plain);

  return plain != NULL || is_phone_of (value, terms) ? daybook_excerpt_new_plain (daybook_mask (field->mask, value)) : NULL;
}

/* What an article says is read without the signs of Markdown. */
static DaybookExcerpt *
explain_field (const DaybookRow *row,
               guint             i,
               GPtrArray        *terms)
{
  const DaybookField *field = &row->table->fields[i];
  gboolean is_long = (field->flags & DAYBOOK_FIELD_LONG) != 0 && daybook_table_has_excerpts (row->table);
  g_autofree char *words = is_long ? daybook_row_words (row) : NULL;

  return explain_value (field, words != NULL ? words : daybook_row_text (row, i),
                        (field->flags & DAYBOOK_FIELD_PERSON) != 0 ? DAYBOOK_FOUND_IN_NAME : DAYBOOK_FOUND_IN_TEXT, terms);
}

static const DaybookField *
explain_row (const DaybookRow  *row,
             GPtrArray         *terms,
             DaybookExcerpt   **excerpt)
{
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      const DaybookField *field = &row->table->fields[i];

      if (!is_searched (field) || !daybook_row_has (row, i))
        continue;
      *excerpt = explain_field (row, i, terms);
      if (*excerpt != NULL)
        return field;
    }

  return NULL;
}

/* A contact's value is called what it is. */
static const DaybookField *
name_contact (const DaybookRow *contact)
{
  switch (daybook_row_int (contact, DAYBOOK_CONTACT_KIND))
    {
    case DAYBOOK_CONTACT_PHONE:
      return &daybook_orders.fields[DAYBOOK_ORDER_PHONE];
    case DAYBOOK_CONTACT_EMAIL:
      return &daybook_orders.fields[DAYBOOK_ORDER_EMAIL];
    default:
      return &daybook_contacts.fields[DAYBOOK_CONTACT_VALUE];
    }
}

/* A customer is found by accounts and contacts too, which have rows of their own. */
static const DaybookField *
explain_customer (DaybookReader     *self,
                  const DaybookRow  *customer,
                  GPtrArray         *terms,
                  DaybookExcerpt   **excerpt)
{
  const DaybookField *account = &daybook_handles.fields[DAYBOOK_HANDLE_ACCOUNT];
  g_autoptr(GPtrArray) handles = daybook_reader_parts (self, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &customer->id, NULL);
  g_autoptr(GPtrArray) contacts = daybook_reader_parts (self, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, &customer->id, NULL);

  for (guint i = 0; handles != NULL && i < handles->len; i++)
    {
      *excerpt = explain_value (account, daybook_row_text (g_ptr_array_index (handles, i), DAYBOOK_HANDLE_ACCOUNT),
                                DAYBOOK_FOUND_IN_NAME, terms);
      if (*excerpt != NULL)
        return account;
    }

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      DaybookRow *contact = g_ptr_array_index (contacts, i);

      *excerpt = explain_value (&daybook_contacts.fields[DAYBOOK_CONTACT_VALUE], daybook_row_text (contact, DAYBOOK_CONTACT_VALUE),
                                DAYBOOK_FOUND_IN_TEXT, terms);
      if (*excerpt != NULL)
        return name_contact (contact);
    }

  return NULL;
}

const DaybookField *
daybook_reader_explain (DaybookReader     *self,
                        const DaybookRow  *row,
                        const char        *text,
                        DaybookExcerpt   **excerpt)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (text);
  const DaybookField *field;

  *excerpt = NULL;
  if (terms->len == 0)
    return NULL;

  field = explain_row (row, terms, excerpt);
  return field == NULL && row->table == &daybook_customers ? explain_customer (self, row, terms, excerpt) : field;
}

/* Any of a case's phones: the contact, and what its register has. */
static gboolean
finds_case (const DaybookRow *row,
            GPtrArray        *terms)
{
  for (guint i = 0; i < row->table->n_fields; i++)
    if ((row->table->fields[i].mask == DAYBOOK_MASK_PHONE || row->table->fields[i].mask == DAYBOOK_MASK_CONTACT)
        && is_phone_of (daybook_row_text (row, i), terms))
      return TRUE;

  return FALSE;
}

gboolean
daybook_reader_finds_by_phone (DaybookReader    *self,
                               const DaybookRow *row,
                               const char       *text)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (text);
  g_autoptr(GPtrArray) contacts = NULL;

  if (row->table == &daybook_orders)
    return is_phone_of (daybook_row_text (row, DAYBOOK_ORDER_PHONE), terms);
  if (daybook_table_base (row->table) == &daybook_cases)
    return finds_case (row, terms);
  if (row->table != &daybook_customers)
    return FALSE;

  contacts = daybook_reader_parts (self, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, &row->id, NULL);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    if (is_phone_of (daybook_row_text (g_ptr_array_index (contacts, i), DAYBOOK_CONTACT_VALUE), terms))
      return TRUE;

  return FALSE;
}
