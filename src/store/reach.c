/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reach.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/reveal.h"
#include "core/task.h"
#include "store/reader-private.h"
#include "store/store-private.h"

#include <string.h>

/* Keys of what is assigned; %1$lld is the author's key, which is no text of anybody's. */
#define CASES \
  "SELECT rowid FROM cases WHERE owner = %1$lld" \
  " UNION SELECT rowid FROM cases WHERE handler = %1$lld" \
  " UNION SELECT rowid FROM cases WHERE call_back = %1$lld AND closed_at IS NULL" \
  " UNION SELECT \"case\" FROM watchers WHERE agent = %1$lld AND deleted = 0" \
  " UNION SELECT \"case\" FROM tasks WHERE agent = %1$lld AND deleted = 0"
/* By way of cases and tasks: an order has its own agent beside. */
#define ORDERS \
  "SELECT \"order\" FROM cases WHERE rowid IN (" CASES ")" \
  " UNION SELECT \"order\" FROM tasks WHERE agent = %1$lld AND deleted = 0"
#define CUSTOMERS \
  "SELECT customer FROM cases WHERE rowid IN (" CASES ")" \
  " UNION SELECT customer FROM tasks WHERE agent = %1$lld AND deleted = 0" \
  " UNION SELECT customer FROM orders WHERE agent = %1$lld" \
  " UNION SELECT customer FROM orders WHERE rowid IN (" ORDERS ")"

static gboolean
is_kind (const DaybookTable *table,
         const DaybookTable *other)
{
  return daybook_table_base (table) == other;
}

/* Whether rows of that kind are somebody's, or a buyer's. */
static gboolean
is_assigned_kind (const char *kind)
{
  static const DaybookTable *const KINDS[] = { &daybook_cases, &daybook_orders, &daybook_customers, &daybook_tasks };

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (kind, KINDS[i]->kind))
      return TRUE;

  return FALSE;
}

/* "column IN (what is assigned of that kind)". */
static void
add_among (GString    *sql,
           const char *column,
           const char *kind,
           gint64      me)
{
  long long key = me;

  if (g_str_equal (kind, daybook_cases.kind))
    g_string_append_printf (sql, "t.\"%2$s\" IN (" CASES ")", key, column);
  else if (g_str_equal (kind, daybook_orders.kind))
    g_string_append_printf (sql, "t.\"%2$s\" IN (" ORDERS " UNION SELECT rowid FROM orders WHERE agent = %1$lld)", key, column);
  else if (g_str_equal (kind, daybook_customers.kind))
    g_string_append_printf (sql, "t.\"%2$s\" IN (" CUSTOMERS ")", key, column);
  else
    g_string_append_printf (sql, "t.\"%2$s\" IN (SELECT rowid FROM tasks WHERE agent = %1$lld)", key, column);
}

/* "(0 OR …)": the row is the author's, or hangs on what is. */
static void
add_own (GString            *sql,
         const DaybookTable *table,
         gint64              me)
{
  const DaybookTable *base = daybook_table_base (table);

  g_string_append (sql, "(0");
  if (base == &daybook_orders)
    g_string_append_printf (sql, " OR t.rowid IN (" ORDERS ")", (long long) me);
  else if (base == &daybook_cases || base == &daybook_customers)
    {
      g_string_append (sql, " OR ");
      add_among (sql, "rowid", base->kind, me);
    }
  for (guint i = 0; i < base->n_fields && base != &daybook_cases; i++)
    if (base->fields[i].type == DAYBOOK_TYPE_REF && g_str_equal (base->fields[i].ref, daybook_agents.kind))
      g_string_append_printf (sql, " OR t.\"%s\" = %lld", base->fields[i].name, (long long) me);
    else if (base->fields[i].type == DAYBOOK_TYPE_REF && is_assigned_kind (base->fields[i].ref) && base != &daybook_orders && base != &daybook_customers)
      {
        g_string_append (sql, " OR ");
        add_among (sql, base->fields[i].name, base->fields[i].ref, me);
      }
  g_string_append_c (sql, ')');
}

/* Whether rows of the table are about buyers: articles, phrases and people are for everyone who works here. */
static gboolean
is_about_buyers (const DaybookTable *table)
{
  const DaybookTable *base = daybook_table_base (table);

  if (is_assigned_kind (base->kind) || daybook_table_has_masks (base))
    return TRUE;

  for (guint i = 0; i < base->n_fields; i++)
    if (base->fields[i].type == DAYBOOK_TYPE_REF && is_assigned_kind (base->fields[i].ref))
      return TRUE;

  return FALSE;
}

/* Whether a list of them is one of buyers, and not of the work at hand. */
static gboolean
is_list_of_buyers (const DaybookTable *table)
{
  return daybook_table_has_masks (daybook_table_base (table)) && !is_kind (table, &daybook_cases);
}

/* Whether the condition names what it wants: a number, a whole phone, or the order or customer that rows hang on. */
static gboolean
names_row (const DaybookTable     *table,
           const DaybookCondition *condition)
{
  const DaybookField *field = &table->fields[condition->field];

  if ((condition->op != DAYBOOK_OP_EQ && condition->op != DAYBOOK_OP_IN) || g_ptr_array_index (condition->words, 0) == NULL)
    return FALSE;

  return (field->flags & DAYBOOK_FIELD_NUMBER) != 0 || daybook_field_is_covered (field)
         || (field->type == DAYBOOK_TYPE_REF && is_assigned_kind (field->ref));
}

static gboolean
looks_up (const DaybookQuery *query)
{
  if (query->search != NULL && strspn (query->search, " ") < strlen (query->search))
    return TRUE;

  for (guint i = 0, n; i < query->conditions->len; i += n)
    {
      n = daybook_query_alternatives (query, i);
      if (n == 1 && names_row (query->table, g_ptr_array_index (query->conditions, i)))
        return TRUE;
    }

  return FALSE;
}

void
daybook_reach_add_query (GString             *sql,
                         const DaybookQuery  *query,
                         const DaybookAuthor *author)
{
  gboolean limited = is_about_buyers (query->table);

  if (!limited || daybook_author_may (author, DAYBOOK_RIGHT_LIST))
    return;
  if (daybook_author_may (author, DAYBOOK_RIGHT_LOOK_ANY) && (!is_list_of_buyers (query->table) || looks_up (query)))
    return;

  g_string_append (sql, " AND ");
  add_own (sql, query->table, author->key);
}

gboolean
daybook_reach_owns (DaybookDatabase      *db,
                    const DaybookTable   *table,
                    gint64                key,
                    const DaybookAuthor  *author,
                    gboolean             *owns,
                    GError              **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  GError *local = NULL;

  g_string_append_printf (sql, "SELECT 1 FROM %s t WHERE t.rowid = :row AND ", daybook_table_base (table)->plural);
  add_own (sql, table, author->key);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", key);
  *owns = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- The person at the desk ------------------------------------------------------------- */

gboolean
daybook_reader_author (DaybookReader  *reader,
                       DaybookAuthor  *author,
                       GError        **error)
{
  DaybookId agent = daybook_store_copy_agent (reader->store);

  return daybook_author_read (reader->db, &agent, daybook_store_get_now (reader->store), author, error);
}

gboolean
daybook_reader_check (DaybookReader  *reader,
                      DaybookRight    right,
                      GError        **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  return daybook_reader_author (reader, &author, error) && daybook_author_check (&author, right, error);
}

gboolean
daybook_reader_may (DaybookReader *reader,
                    DaybookRight   right)
{
  return daybook_reader_check (reader, right, NULL);
}

static gboolean
check_key (DaybookReader        *reader,
           const DaybookAuthor  *author,
           const DaybookTable   *table,
           gint64                key,
           gboolean             *sees,
           GError              **error)
{
  *sees = daybook_author_may (author, DAYBOOK_RIGHT_LOOK_ANY) || !is_about_buyers (table);

  return *sees || daybook_reach_owns (reader->db, table, key, author, sees, error);
}

gboolean
daybook_reader_check_row (DaybookReader     *reader,
                          const DaybookRow  *row,
                          GError           **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;
  gboolean sees;

  return daybook_reader_author (reader, &author, error) && check_key (reader, &author, row->table, row->rowid, &sees, error)
         && (sees || daybook_author_check (&author, DAYBOOK_RIGHT_LOOK_ANY, error));
}

gboolean
daybook_reader_keep_reached (DaybookReader       *reader,
                             const DaybookTable  *table,
                             GArray              *keys,
                             GError             **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;
  guint n_kept = 0;

  if (!daybook_reader_author (reader, &author, error))
    return FALSE;
  if (daybook_author_may (&author, DAYBOOK_RIGHT_LOOK_ANY))
    return TRUE;

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      gboolean sees;

      if (!check_key (reader, &author, table, key, &sees, error))
        return FALSE;
      if (sees)
        g_array_index (keys, gint64, n_kept++) = key;
    }

  g_array_set_size (keys, n_kept);
  return TRUE;
}
