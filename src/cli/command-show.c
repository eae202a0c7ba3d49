/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/find-row.h"
#include "cli/looks.h"
#include "cli/print-list.h"
#include "cli/print-money.h"
#include "cli/print-report.h"
#include "cli/print-source.h"

#include "core/case-parts.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/entry.h"
#include "core/order.h"
#include "store/case-write.h"
#include "store/entries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of rows that point at this one without being part of it (an agent's orders)
 * the newest are shown; `list` shows the others. */
#define REFERRERS_MAX 100

static JsonObject *whole_row (DaybookCli        *cli,
                              const DaybookRow  *row,
                              GError           **error);

/* The member that holds rows of `table` in a row of `of`: its plural without
 * the owner's name before it, so that an order has `lines`. */
static const char *
member_of (const DaybookTable *table,
           const DaybookTable *of)
{
  gsize length = strlen (of->kind);

  if (g_str_has_prefix (table->plural, of->kind) && table->plural[length] == '_')
    return table->plural + length + 1;

  return table->plural;
}

static gboolean
is_part (const DaybookTable *table,
         const DaybookTable *of)
{
  return table->owner >= 0 && g_str_equal (table->fields[table->owner].ref, of->kind);
}

/* The field by which rows of `table` that are no part of `of` point at it, or
 * -1. What is bookkeeping to people does not count, and the log of reveals is for
 * those who may read it. */
static int
referring_field (const DaybookTable *table,
                 const DaybookTable *of)
{
  if (table == &daybook_reveals)
    return -1;

  for (guint i = 0; i < table->n_fields && !is_part (table, of); i++)
    if (table->fields[i].type == DAYBOOK_TYPE_REF && (table->fields[i].flags & DAYBOOK_FIELD_HIDDEN) == 0 &&
        g_str_equal (table->fields[i].ref, of->kind))
      return (int) i;

  return -1;
}

static GPtrArray *
read_referrers (DaybookCli          *cli,
                const DaybookTable  *table,
                guint                field,
                const DaybookId     *id,
                GError             **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autofree char *word = daybook_id_to_string (id);
  g_autoptr(GArray) keys = NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  daybook_query_add (query, field, DAYBOOK_OP_EQ, (const char *[]) { word, NULL });
  keys = daybook_reader_keys (reader, query, REFERRERS_MAX, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return keys != NULL ? g_steal_pointer (&rows) : NULL;
}

/* The rows of `table` that hang on `row`; NULL without an error when that
 * table has nothing to do with it. */
static GPtrArray *
read_hanging (DaybookCli          *cli,
              const DaybookTable  *table,
              const DaybookRow    *row,
              GError             **error)
{
  DaybookEntryFields entries;
  int field = referring_field (table, row->table);

  if (row->table == &daybook_orders && daybook_entry_fields (table, &entries) && entries.order_number >= 0)
    return daybook_reader_entries (daybook_store_get_reader (cli->store), table, row, REFERRERS_MAX, error);
  if (table == &daybook_case_links && daybook_table_base (row->table) == &daybook_cases)
    return daybook_reader_case_links (daybook_store_get_reader (cli->store), &row->id, error);
  if (is_part (table, row->table))
    return daybook_reader_parts (daybook_store_get_reader (cli->store), table, (guint) table->owner, &row->id, error);

  return field >= 0 ? read_referrers (cli, table, (guint) field, &row->id, error) : NULL;
}

static void
set_rows (DaybookCli *cli,
          JsonObject *object,
          const char *member,
          GPtrArray  *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array, daybook_row_to_json (cli, g_ptr_array_index (rows, i)));

  json_object_set_array_member (object, member, array);
}

typedef enum
{
  HANGING_PARTS, /* what is a part of the row */
  HANGING_ALL,   /* and what points at it */
} Hanging;

static gboolean
add_hanging (DaybookCli        *cli,
             JsonObject        *object,
             const DaybookRow  *row,
             Hanging            which,
             GError           **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GPtrArray) rows = NULL;

      if (which == HANGING_PARTS && !is_part (tables[i], row->table))
        continue;

      rows = read_hanging (cli, tables[i], row, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (rows != NULL)
        set_rows (cli, object, member_of (tables[i], row->table), rows);
    }

  return TRUE;
}

/* The rows that this one points at, by field, with their own parts: an order's
 * customer with accounts and contacts. */
static gboolean
add_refs (DaybookCli        *cli,
          JsonObject        *object,
          const DaybookRow  *row,
          GError           **error)
{
  JsonObject *refs = json_object_new ();

  json_object_set_object_member (object, "refs", refs);
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      const DaybookField *field = &row->table->fields[i];
      const DaybookId *id = field->type == DAYBOOK_TYPE_REF ? daybook_row_ref_id (row, i) : NULL;
      g_autoptr(GError) failure = NULL;
      g_autoptr(DaybookRow) other = NULL;
      JsonObject *whole;

      if (id == NULL)
        continue;

      other = daybook_reader_find (daybook_store_get_reader (cli->store), daybook_registry_find (field->ref), id, &failure);
      /* What a register's own field points at may not have come from the other laptop yet. */
      if (other == NULL && daybook_field_is_extra (field) && g_error_matches (failure, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        continue;
      whole = other != NULL ? whole_row (cli, other, &failure) : NULL;
      if (whole == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      json_object_set_object_member (refs, daybook_field_get_name (field), whole);
    }

  return TRUE;
}

static JsonObject *
whole_row (DaybookCli        *cli,
           const DaybookRow  *row,
           GError           **error)
{
  g_autoptr(JsonObject) object = daybook_row_to_json (cli, row);

  return add_hanging (cli, object, row, HANGING_PARTS, error) ? g_steal_pointer (&object) : NULL;
}

/* Whatever stands in the answer is shown: it is made first, then written down,
 * then printed. */
static gboolean
log_answer (DaybookCli  *cli,
            JsonObject  *answer,
            GError     **error)
{
  g_autoptr(DaybookLooks) looks = daybook_looks_new (cli);

  daybook_looks_add_object (looks, answer);
  return daybook_looks_log (looks, error);
}

/* An order's rows in the files that told of it. */
static gboolean
add_source (DaybookCli        *cli,
            JsonObject        *object,
            const DaybookRow  *row,
            GError           **error)
{
  JsonArray *source;

  if (row->table != &daybook_orders)
    return TRUE;

  source = daybook_source_to_json (cli, row, error);
  if (source != NULL)
    json_object_set_array_member (object, "source", source);
  return source != NULL;
}

static gboolean
is_case (const DaybookRow *row)
{
  return daybook_table_base (row->table) == &daybook_cases;
}

/* Of others one looks at Today. */
static gboolean
has_clocks (const DaybookRow *row)
{
  return is_case (row) || row->table == &daybook_orders;
}

static gboolean
has_quality (const DaybookRow *row)
{
  return row->table == &daybook_products || row->table == &daybook_customers;
}

/* What is due of it. (element-type DaybookDueItem) (transfer full) */
static GPtrArray *
read_clocks (DaybookCli        *cli,
             const DaybookRow  *row,
             GError           **error)
{
  return daybook_cli_settle_due (cli, error) ? daybook_due_of_row (daybook_store_get_reader (cli->store), row, error) : NULL;
}

static gboolean
add_clocks (DaybookCli        *cli,
            JsonObject        *object,
            const DaybookRow  *row,
            GError           **error)
{
  g_autoptr(GPtrArray) items = read_clocks (cli, row, error);
  JsonArray *clocks;

  if (items == NULL)
    return FALSE;

  clocks = json_array_new ();
  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (clocks, daybook_due_to_json (cli, g_ptr_array_index (items, i)));
  json_object_set_array_member (object, "clocks", clocks);
  return TRUE;
}

static gboolean
show_json (DaybookCli        *cli,
           const DaybookRow  *row,
           GError           **error)
{
  g_autoptr(JsonObject) object = daybook_row_to_json (cli, row);

  if (!add_refs (cli, object, row, error) ||
      !add_hanging (cli, object, row, HANGING_ALL, error) ||
      !add_source (cli, object, row, error) ||
      (is_case (row) && !daybook_money_to_json (cli, row, object, error)) ||
      (has_clocks (row) && !add_clocks (cli, object, row, error)) ||
      (has_quality (row) && !daybook_quality_to_json (cli, row, object, error)) ||
      !log_answer (cli, object, error))
    return FALSE;

  daybook_print_json (object);
  return TRUE;
}

/* The same rows as show_text() prints. */
static gboolean
log_text (DaybookCli        *cli,
          const DaybookRow  *row,
          GError           **error)
{
  g_autoptr(JsonObject) object = NULL;

  if (!cli->unmasked)
    return TRUE;

  object = daybook_row_to_json (cli, row);
  return add_hanging (cli, object, row, HANGING_ALL, error) && log_answer (cli, object, error);
}

static gboolean
print_clocks (DaybookCli        *cli,
              const DaybookRow  *row,
              GError           **error)
{
  g_autoptr(GPtrArray) items = read_clocks (cli, row, error);

  if (items == NULL || items->len == 0)
    return items != NULL;

  daybook_print ("\n%s\n", _("What is due"));
  for (guint i = 0; i < items->len; i++)
    {
      const DaybookDueItem *item = g_ptr_array_index (items, i);
      g_autofree char *why = daybook_due_explain (&item->due, daybook_store_get_zone (cli->store));

      daybook_print ("%s: %s\n", _(daybook_rule_kind (item->due.rule)->label), why);
    }
  return TRUE;
}

static gboolean
show_text (DaybookCli        *cli,
           const DaybookRow  *row,
           GError           **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  if (!log_text (cli, row, error))
    return FALSE;

  daybook_print_details (cli, row);
  if ((is_case (row) && !daybook_print_money (cli, row, error)) || (has_clocks (row) && !print_clocks (cli, row, error))
      || (has_quality (row) && !daybook_print_quality (cli, row, error)))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GPtrArray) rows = read_hanging (cli, tables[i], row, &local_error);
      g_autoptr(DaybookTextTable) text = daybook_print_new_table ();

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (rows == NULL || rows->len == 0)
        continue;

      daybook_print ("\n%s\n", _(tables[i]->labels));
      daybook_print_add_columns (text, tables[i]);
      for (guint j = 0; j < rows->len; j++)
        daybook_print_add_row (text, cli, tables[i], g_ptr_array_index (rows, j));
      daybook_print_table (text);
    }

  return row->table != &daybook_orders || daybook_print_source (cli, row, error);
}

static gboolean
run_show (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (cli, words[0], error) : NULL;
  g_autoptr(DaybookRow) row = NULL;

  if (table == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL ||
      !daybook_cli_check_reader_of (cli, table, error) || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  row = daybook_find_row (cli->store, table, words[1], error);
  if (row == NULL)
    return FALSE;

  return daybook_cli_is_json (cli) ? show_json (cli, row, error) : show_text (cli, row, error);
}

const DaybookCommand daybook_command_show = {
  "show", "KIND ID",
  N_("Show a row with everything that hangs on it"),
  DAYBOOK_WORDS_TEXT,
  run_show,
};
