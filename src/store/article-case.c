/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/article-case.h"

#include "core/article-edit.h"
#include "core/case.h"
#include "core/cover.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/markdown-write.h"
#include "core/order.h"
#include "store/reader-private.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* --- Whose case it is ----------------------------------------------------------------------- */

/* Every field that the registry masks. */
static void
cover_row (GPtrArray        *all,
           const DaybookRow *row)
{
  for (guint i = 0; i < row->table->n_fields; i++)
    if (row->table->fields[i].mask != DAYBOOK_MASK_NONE)
      daybook_covered_add (all, row->table->fields[i].mask == DAYBOOK_MASK_NAME ? DAYBOOK_COVERED_NAME : DAYBOOK_COVERED_WORD,
                           daybook_row_text (row, i));
}

static gboolean
cover_parts (GPtrArray           *all,
             DaybookReader       *reader,
             const DaybookTable  *table,
             guint                field,
             const DaybookId     *of,
             GError             **error)
{
  g_autoptr(GPtrArray) parts = daybook_reader_parts (reader, table, field, of, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    cover_row (all, g_ptr_array_index (parts, i));
  return parts != NULL;
}

static gboolean
cover_customer (GPtrArray         *all,
                DaybookReader     *reader,
                const DaybookRow  *row,
                GError           **error)
{
  const DaybookId *id = daybook_row_ref_id (row, DAYBOOK_CASE_CUSTOMER);
  g_autoptr(DaybookRow) customer = id != NULL ? daybook_reader_find (reader, &daybook_customers, id, error) : NULL;

  if (id == NULL || customer == NULL)
    return id == NULL;

  cover_row (all, customer);
  return cover_parts (all, reader, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, id, error)
         && cover_parts (all, reader, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, id, error);
}

static gboolean
cover_order (GPtrArray         *all,
             DaybookReader     *reader,
             const DaybookRow  *row,
             GError           **error)
{
  const DaybookId *id = daybook_row_ref_id (row, DAYBOOK_CASE_ORDER);
  g_autoptr(DaybookRow) order = id != NULL ? daybook_reader_find (reader, &daybook_orders, id, error) : NULL;

  if (id == NULL || order == NULL)
    return id == NULL;

  cover_row (all, order);
  daybook_covered_add (all, DAYBOOK_COVERED_WORD, daybook_row_text (order, DAYBOOK_ORDER_NUMBER));
  return TRUE;
}

/* (transfer full) */
static GPtrArray *
find_covered (DaybookReader     *reader,
              const DaybookRow  *row,
              GError           **error)
{
  g_autoptr(GPtrArray) all = daybook_covered_new ();

  cover_row (all, row);
  return cover_customer (all, reader, row, error) && cover_order (all, reader, row, error) ? g_steal_pointer (&all) : NULL;
}

/* --- What it says ------------------------------------------------------------------------------ */

static void
add_text (GString    *body,
          const char *text,
          GPtrArray  *covered)
{
  g_autofree char *safe = daybook_cover (text, covered);

  daybook_markdown_append_plain (body, g_strstrip (safe), -1);
  g_string_append (body, "\n\n");
}

static void
add_part (GString    *body,
          const char *heading,
          const char *text,
          GPtrArray  *covered)
{
  if (*text == '\0')
    return;

  g_string_append_printf (body, "## %s\n\n", heading);
  add_text (body, text, covered);
}

static gboolean
add_told (GString           *body,
          DaybookReader     *reader,
          const DaybookRow  *row,
          GPtrArray         *covered,
          GError           **error)
{
  g_autoptr(GPtrArray) events = daybook_reader_parts (reader, &daybook_events, DAYBOOK_EVENT_CASE, &row->id, error);
  gboolean any = FALSE;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const DaybookRow *event = g_ptr_array_index (events, i);
      const char *text = daybook_row_text (event, DAYBOOK_EVENT_TEXT);

      if (daybook_row_int (event, DAYBOOK_EVENT_KIND) != DAYBOOK_EVENT_TOLD || *text == '\0')
        continue;
      if (!any)
        g_string_append_printf (body, "## %s\n\n", _("What the customer was told"));
      add_text (body, text, covered);
      any = TRUE;
    }
  return events != NULL;
}

/* The register's word for it; what the register does not know is said as it stands. */
static const char *
cause_of (DaybookRegister  *definition,
          const DaybookRow *row)
{
  const char *key = daybook_row_text (row, DAYBOOK_CASE_CAUSE);
  const DaybookOption *option = definition != NULL ? daybook_option_find (daybook_register_get_causes (definition), key) : NULL;

  return option != NULL ? option->label : key;
}

/* (transfer full) */
static char *
make_body (DaybookReader     *reader,
           const DaybookRow  *row,
           const char        *cause,
           GPtrArray         *covered,
           GError           **error)
{
  g_autoptr(GString) body = g_string_new (NULL);

  add_part (body, _("What happened"), daybook_row_text (row, DAYBOOK_CASE_CONTENT), covered);
  add_part (body, _("Cause"), cause, covered);
  add_part (body, _("What was done"), daybook_row_text (row, DAYBOOK_CASE_RESULT), covered);
  return add_told (body, reader, row, covered, error) ? g_string_free (g_steal_pointer (&body), FALSE) : NULL;
}

/* “R-A2031 · Wrong size”; where nobody has said the cause, what it is about. (transfer full) */
static char *
make_title (const DaybookRow *row,
            const char       *cause,
            GPtrArray        *covered)
{
  g_autofree char *what = daybook_cover (*cause != '\0' ? cause : daybook_row_text (row, DAYBOOK_CASE_SUBJECT), covered);
  const char *number = daybook_row_text (row, DAYBOOK_CASE_NUMBER);

  return *what != '\0' ? g_strdup_printf ("%s · %s", number, what) : g_strdup (number);
}

DaybookRow *
daybook_article_of_case (DaybookReader     *reader,
                         const DaybookRow  *row,
                         const DaybookId   *agent,
                         gint64             now,
                         GError           **error)
{
  const char *key = daybook_row_text (row, DAYBOOK_CASE_REGISTER);
  const char *cause = cause_of (daybook_reader_register (reader, key), row);
  g_autoptr(GPtrArray) covered = find_covered (reader, row, error);
  g_autofree char *body = covered != NULL ? make_body (reader, row, cause, covered, error) : NULL;
  g_autofree char *title = body != NULL ? make_title (row, cause, covered) : NULL;
  DaybookRow *draft;

  if (body == NULL)
    return NULL;

  draft = daybook_article_draft (agent, now, daybook_store_get_zone (reader->store));
  draft->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_ARTICLE_BODY] = daybook_value_text (body);
  draft->values[DAYBOOK_ARTICLE_KIND] = daybook_value_int (DAYBOOK_ARTICLE_PROCEDURE);
  draft->values[DAYBOOK_ARTICLE_STATE] = daybook_value_int (DAYBOOK_ARTICLE_DRAFT);
  draft->values[DAYBOOK_ARTICLE_CASE] = daybook_value_id (&row->id);
  draft->values[DAYBOOK_ARTICLE_REGISTERS] = daybook_value_text (key);
  draft->values[DAYBOOK_ARTICLE_LANGUAGE] = daybook_value_int (daybook_language_here ());
  return draft;
}
