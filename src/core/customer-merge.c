/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer-merge.h"

#include "core/attention.h"
#include "core/customer.h"
#include "core/tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
daybook_customer_merge_asks (guint field)
{
  return field != DAYBOOK_CUSTOMER_DELETED && field != DAYBOOK_CUSTOMER_MERGED_INTO
         && daybook_customers.fields[field].field_class != DAYBOOK_CLASS_PLATFORM;
}

gboolean
daybook_customer_merge_joins (guint field)
{
  return field == DAYBOOK_CUSTOMER_TAGS || daybook_customers.fields[field].field_class == DAYBOOK_CLASS_TEXT;
}

gboolean
daybook_customer_merge_gives (const DaybookRow *row,
                              guint             field)
{
  const DaybookValue *value = &row->values[field];
  DaybookType type = row->table->fields[field].type;

  return !daybook_value_is_empty (value)
         && ((type != DAYBOOK_TYPE_ENUM && type != DAYBOOK_TYPE_BOOL) || value->number != 0);
}

/* --- What stays ---------------------------------------------------------- */

static gboolean
has_line (const char *text,
          const char *line)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
add_lines (GString    *text,
           const char *more)
{
  g_auto(GStrv) lines = g_strsplit (more, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !has_line (text->str, lines[i]))
      g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s", lines[i]);
}

static char *
join_texts (char       *text,
            const char *more,
            guint       field)
{
  g_autofree char *owned = text;
  g_autoptr(GString) lines = NULL;

  if (*more == '\0')
    return g_steal_pointer (&owned);
  if (field == DAYBOOK_CUSTOMER_TAGS)
    return daybook_tags_with (owned, more);

  lines = g_string_new (owned);
  add_lines (lines, more);
  return g_strdup (lines->str);
}

DaybookValue
daybook_customer_merge_join (GPtrArray        *customers,
                             const DaybookRow *keep,
                             guint             field)
{
  char *text = g_strdup (daybook_row_text (keep, field));

  for (guint i = 0; i < customers->len; i++)
    text = join_texts (text, daybook_row_text (g_ptr_array_index (customers, i), field), field);

  DaybookValue value = daybook_value_text (text != NULL && *text != '\0' ? text : NULL);
  g_free (text);
  return value;
}

/* The one of them that goes furthest in what the field says; `keep` where none goes further. */
static const DaybookRow *
find_most (GPtrArray        *customers,
           const DaybookRow *keep,
           guint             field)
{
  const DaybookRow *most = keep;

  for (guint i = 0; i < customers->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (customers, i);

      if (daybook_row_int (row, field) > daybook_row_int (most, field))
        most = row;
    }
  return most;
}

static const DaybookRow *
find_first (GPtrArray        *customers,
            const DaybookRow *keep,
            guint             field)
{
  for (guint i = 0; i < customers->len && !daybook_customer_merge_gives (keep, field); i++)
    if (daybook_customer_merge_gives (g_ptr_array_index (customers, i), field))
      return g_ptr_array_index (customers, i);

  return keep;
}

/* A consent goes with its day and its words. A refused one weighs more than a given one, and a withdrawn one most. */
static const DaybookRow *
find_source (GPtrArray        *customers,
             const DaybookRow *keep,
             guint             field)
{
  switch (field)
    {
    case DAYBOOK_CUSTOMER_GRADE:
    case DAYBOOK_CUSTOMER_GRADE_HELD:
      return find_most (customers, keep, DAYBOOK_CUSTOMER_GRADE);
    case DAYBOOK_CUSTOMER_FRIEND:
    case DAYBOOK_CUSTOMER_QUIET:
      return find_most (customers, keep, field);
    case DAYBOOK_CUSTOMER_CONSENT:
    case DAYBOOK_CUSTOMER_CONSENT_AT:
    case DAYBOOK_CUSTOMER_CONSENT_HOW:
      return find_most (customers, keep, DAYBOOK_CUSTOMER_CONSENT);
    default:
      return find_first (customers, keep, field);
    }
}

DaybookValue
daybook_customer_merge_usual (GPtrArray        *customers,
                              const DaybookRow *keep,
                              guint             field)
{
  if (daybook_customer_merge_joins (field))
    return daybook_customer_merge_join (customers, keep, field);

  return daybook_value_copy (&find_source (customers, keep, field)->values[field]);
}

/* --- The merge ------------------------------------------------------------ */

static void
clear_choice (gpointer data)
{
  daybook_value_clear (&((DaybookCustomerChoice *) data)->value);
}

GArray *
daybook_customer_choices_new (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (DaybookCustomerChoice));

  g_array_set_clear_func (choices, clear_choice);
  return choices;
}

static gboolean
check (GPtrArray         *customers,
       const DaybookRow  *keep,
       GError           **error)
{
  const char *sentence = customers->len < 2 ? _("At least two customers are needed to make one of them.") : NULL;

  for (guint i = 0; i < customers->len && sentence == NULL; i++)
    {
      const DaybookRow *row = g_ptr_array_index (customers, i);

      for (guint j = 0; j < i; j++)
        if (daybook_id_equal (&row->id, &((const DaybookRow *) g_ptr_array_index (customers, j))->id))
          sentence = _("At least two customers are needed to make one of them.");
      if (daybook_row_has (row, DAYBOOK_CUSTOMER_MERGED_INTO))
        sentence = _("One of the customers was merged into another already.");
      else if (daybook_row_int (row, DAYBOOK_CUSTOMER_DELETED) != 0)
        sentence = _("One of the customers is in the trash. Bring them back first.");
    }
  if (sentence == NULL && daybook_rows_hold (customers, keep))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                       sentence != NULL ? sentence : _("The customer who stays is not among those to be merged."));
  return FALSE;
}

static const DaybookValue *
find_choice (GArray *choices,
             guint   field)
{
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    if (g_array_index (choices, DaybookCustomerChoice, i).field == field)
      return &g_array_index (choices, DaybookCustomerChoice, i).value;

  return NULL;
}

static void
set_fields (DaybookEdit      *edit,
            GPtrArray        *customers,
            const DaybookRow *keep,
            GArray           *choices)
{
  for (guint field = 0; field < keep->table->n_fields; field++)
    {
      const DaybookValue *chosen = find_choice (choices, field);
      g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;

      if (!daybook_customer_merge_asks (field))
        continue;
      value = chosen != NULL ? daybook_value_copy (chosen) : daybook_customer_merge_usual (customers, keep, field);
      if (!daybook_value_equal (&value, &keep->values[field]))
        daybook_edit_set (edit, &daybook_customers, &keep->id, field, daybook_value_copy (&value));
    }
}

gboolean
daybook_customer_merge (DaybookEdit       *edit,
                        GPtrArray         *customers,
                        const DaybookRow  *keep,
                        GArray            *choices,
                        GError           **error)
{
  if (!check (customers, keep, error))
    return FALSE;

  for (guint i = 0; i < customers->len; i++)
    {
      const DaybookRow *other = g_ptr_array_index (customers, i);

      if (!daybook_id_equal (&other->id, &keep->id))
        daybook_edit_set (edit, &daybook_customers, &other->id, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&keep->id));
    }
  set_fields (edit, customers, keep, choices);
  return TRUE;
}

char *
daybook_customer_merge_title (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer merged", "%u customers merged", n), n);
}

/* --- Not the same person ------------------------------------------------------ */

void
daybook_not_same_id (DaybookId       *id,
                     const DaybookId *one,
                     const DaybookId *other)
{
  gboolean in_order = memcmp (one, other, sizeof *one) <= 0;
  char first[DAYBOOK_ID_STRING_SIZE], second[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { DAYBOOK_NOT_SAME_RULE, daybook_customers.kind, first, second };

  daybook_id_print (in_order ? one : other, first);
  daybook_id_print (in_order ? other : one, second);
  daybook_id_derive (id, daybook_attentions.kind, parts, G_N_ELEMENTS (parts));
}

static void
add_pair (DaybookEdit      *edit,
          const DaybookRow *one,
          const DaybookRow *other,
          gint64            now)
{
  char text[DAYBOOK_ID_STRING_SIZE];
  DaybookId id;

  daybook_id_print (&one->id, text);
  daybook_not_same_id (&id, &one->id, &other->id);
  daybook_edit_create (edit, &daybook_attentions, &id);
  daybook_edit_give (edit, DAYBOOK_ATTENTION_RULE, daybook_value_text (DAYBOOK_NOT_SAME_RULE));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_KIND, daybook_value_text (daybook_customers.kind));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_ROW, daybook_value_text (text));
  daybook_edit_give (edit, DAYBOOK_ATTENTION_DONE_AT, daybook_value_int (now));
  if (daybook_edit_agent (edit) != NULL)
    daybook_edit_give (edit, DAYBOOK_ATTENTION_AGENT, daybook_value_id (daybook_edit_agent (edit)));
}

void
daybook_not_same_add (DaybookEdit *edit,
                      GPtrArray   *customers,
                      gint64       now)
{
  for (guint i = 0; i < customers->len; i++)
    for (guint j = i + 1; j < customers->len; j++)
      add_pair (edit, g_ptr_array_index (customers, i), g_ptr_array_index (customers, j), now);
}
