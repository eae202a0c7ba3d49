/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case.h"
#include "core/customer.h"
#include "core/intern.h"
#include "store/counted.h"
#include "store/customer-group.h"
#include "store/mask-function.h"
#include "store/reach.h"
#include "store/reader-private.h"
#include "store/row-extra.h"
#include "store/search-writer.h"

static const char *const OPERATORS[] = {
  [DAYBOOK_OP_EQ] = "IS",
  [DAYBOOK_OP_NE] = "IS NOT",
  [DAYBOOK_OP_LT] = "<",
  [DAYBOOK_OP_LE] = "<=",
  [DAYBOOK_OP_GT] = ">",
  [DAYBOOK_OP_GE] = ">=",
};

DaybookSelect *
daybook_select_new (void)
{
  DaybookSelect *select = g_new0 (DaybookSelect, 1);

  select->sql = g_string_new (NULL);
  select->values = g_array_new (FALSE, TRUE, sizeof (DaybookValue));
  g_array_set_clear_func (select->values, (GDestroyNotify) daybook_value_clear);
  return select;
}

void
daybook_select_free (DaybookSelect *select)
{
  g_string_free (select->sql, TRUE);
  g_array_unref (select->values);
  g_free (select);
}

void
daybook_select_bind (DaybookSelect *select,
                     DaybookValue   value)
{
  g_string_append_printf (select->sql, ":p%u", select->values->len);
  g_array_append_val (select->values, value);
}

/* The statement borrows the select's texts: it is to be done before the select is freed. */
DaybookStatement *
daybook_select_prepare (DaybookSelect    *select,
                        DaybookDatabase  *db,
                        GError          **error)
{
  DaybookStatement *statement = daybook_database_prepare (db, select->sql->str, error);

  for (guint i = 0; statement != NULL && i < select->values->len; i++)
    daybook_bind_value_at (statement, (int) i + 1, &g_array_index (select->values, DaybookValue, i));

  return statement;
}

/* The value of a field of alias `t`; a reference as what add_value() gives. */
static const char *
expression_of (const DaybookField *field)
{
  g_autofree char *column = NULL;

  if ((field->flags & DAYBOOK_FIELD_COUNTED) != 0)
    return daybook_counted_expression (field);
  if (daybook_field_is_extra (field))
    return daybook_extra_expression (field);

  column = g_strdup_printf ("t.\"%s\"", field->name);
  return daybook_intern (column);
}

static void
add_value (DaybookSelect      *select,
           const DaybookField *field,
           DaybookValue        value)
{
  if (field->type != DAYBOOK_TYPE_REF || value.type != DAYBOOK_VALUE_ID)
    {
      daybook_select_bind (select, value);
      return;
    }
  if (daybook_field_is_extra (field))
    {
      daybook_select_bind (select, (DaybookValue) { DAYBOOK_VALUE_TEXT, { .text = daybook_id_to_string (&value.id) } });
      return;
    }

  g_string_append_printf (select->sql, "(SELECT rowid FROM %s WHERE id = ", daybook_registry_find (field->ref)->plural);
  daybook_select_bind (select, value);
  g_string_append_c (select->sql, ')');
}

static gboolean
add_word (DaybookSelect       *select,
          const DaybookField  *field,
          const char          *word,
          DaybookStore        *store,
          GError             **error)
{
  DaybookValue value = DAYBOOK_VALUE_INIT;

  if (word != NULL
      && !daybook_query_resolve (field, word, daybook_store_get_now (store), daybook_store_get_zone (store),
                                 daybook_store_get_currency (store), &value, error))
    return FALSE;

  add_value (select, field, value);
  return TRUE;
}

/* Whether the word can only be in what is shown where it is in what is hidden too:
 * these masks leave what they show as it is, between their stars. */
static gboolean
must_be_in_text (const DaybookField *field,
                 const char         *word)
{
  return (field->mask == DAYBOOK_MASK_ADDRESS || field->mask == DAYBOOK_MASK_EMAIL || field->mask == DAYBOOK_MASK_ACCOUNT)
         && strpbrk (word, "* ") == NULL;
}

static void
add_like (DaybookSelect *select,
          const GString *pattern)
{
  g_string_append (select->sql, " LIKE ");
  daybook_select_bind (select, daybook_value_text (pattern->str));
  g_string_append (select->sql, " ESCAPE '\\'");
}

/* Contains, without case for ASCII, as LIKE does; the word is no pattern. Of what is
 * covered only what is shown is looked at: else the rest could be found out by asking. A
 * condition in brackets. */
static void
add_contains (DaybookSelect      *select,
              const DaybookField *field,
              const char         *word)
{
  g_autoptr(GString) pattern = g_string_new (word);

  g_string_replace (pattern, "\\", "\\\\", 0);
  g_string_replace (pattern, "%", "\\%", 0);
  g_string_replace (pattern, "_", "\\_", 0);
  g_string_prepend_c (pattern, '%');
  g_string_append_c (pattern, '%');

  /* Masking a million texts takes a second: of most it is known before. */
  gboolean covered = daybook_field_is_covered (field);
  g_string_append (select->sql, "(1");
  if (!covered || must_be_in_text (field, word))
    {
      g_string_append_printf (select->sql, " AND %s", expression_of (field));
      add_like (select, pattern);
    }
  if (covered)
    {
      g_string_append_printf (select->sql, " AND " DAYBOOK_MASK_FUNCTION " (%d, %s)", (int) field->mask, expression_of (field));
      add_like (select, pattern);
    }
  g_string_append_c (select->sql, ')');
}

/* Rows that no index of words has are read: each word is in one of the fields that can be searched. */
static void
add_words (DaybookSelect      *select,
           const DaybookTable *table,
           const char         *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);

  for (guint w = 0; words[w] != NULL; w++)
    {
      if (*words[w] == '\0')
        continue;

      g_string_append (select->sql, " AND (0");
      for (guint i = 0; i < table->n_fields; i++)
        if (table->fields[i].type == DAYBOOK_TYPE_TEXT
            && (table->fields[i].flags & (DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_NUMBER)) != 0)
          {
            g_string_append (select->sql, " OR ");
            add_contains (select, &table->fields[i], words[w]);
          }
      g_string_append_c (select->sql, ')');
    }
}

/* Whether zero is what an enumeration says when there is nothing to say. */
static gboolean
has_none (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_ENUM && g_str_equal (field->words[0].word, "none");
}

/* Whether no row without a value can fulfil the condition. */
static gboolean
leaves_none_out (const DaybookField     *field,
                 const DaybookCondition *condition)
{
  const char *none = field->words[0].word;

  if (condition->op == DAYBOOK_OP_NE)
    return g_strcmp0 (g_ptr_array_index (condition->words, 0), none) == 0;
  if (condition->op != DAYBOOK_OP_EQ && condition->op != DAYBOOK_OP_IN)
    return FALSE;

  for (guint i = 0; i < condition->words->len; i++)
    if (g_strcmp0 (g_ptr_array_index (condition->words, i), none) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
add_in (DaybookSelect           *select,
        const DaybookField      *field,
        const DaybookCondition  *condition,
        DaybookStore            *store,
        GError                 **error)
{
  g_string_append_printf (select->sql, " AND %s IN (", expression_of (field));
  for (guint i = 0; i < condition->words->len; i++)
    {
      if (i > 0)
        g_string_append (select->sql, ", ");
      if (!add_word (select, field, g_ptr_array_index (condition->words, i), store, error))
        return FALSE;
    }
  g_string_append_c (select->sql, ')');

  return TRUE;
}

/* Of several choices each word is one that is among them, or for != is not. */
static gboolean
add_choices (DaybookSelect           *select,
             const DaybookField      *field,
             const DaybookCondition  *condition,
             DaybookStore            *store,
             GError                 **error)
{
  gboolean wanted = condition->op != DAYBOOK_OP_NE;

  g_string_append (select->sql, wanted ? " AND (0" : " AND NOT (0");
  for (guint i = 0; i < condition->words->len; i++)
    {
      const char *word = g_ptr_array_index (condition->words, i);

      if (word == NULL)
        {
          g_string_append_printf (select->sql, " OR %s IS NULL", expression_of (field));
          continue;
        }
      g_string_append_printf (select->sql, " OR instr (' ' || ifnull (%s, '') || ' ', ' ' || ", expression_of (field));
      if (!add_word (select, field, word, store, error))
        return FALSE;
      g_string_append (select->sql, " || ' ') > 0");
    }
  g_string_append_c (select->sql, ')');

  return TRUE;
}

/* Whether the field says whose the row is. */
static gboolean
names_customer (const DaybookTable *table,
                const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_REF && table != &daybook_customers && !daybook_field_is_extra (field)
         && g_strcmp0 (field->ref, daybook_customers.kind) == 0;
}

/* The rows of one who was merged are those of the person. */
static gboolean
add_customer (DaybookSelect       *select,
              const DaybookField  *field,
              const char          *word,
              gboolean             wanted,
              DaybookStore        *store,
              GError             **error)
{
  static const char *const SPLIT = "@";
  g_auto(GStrv) around = g_strsplit (DAYBOOK_CUSTOMER_GROUP ("@"), SPLIT, 2);

  if (wanted)
    g_string_append_printf (select->sql, " AND %s IN %s", expression_of (field), around[0]);
  else
    g_string_append_printf (select->sql, " AND (%s IS NULL OR %s NOT IN %s", expression_of (field), expression_of (field), around[0]);
  if (!add_word (select, field, word, store, error))
    return FALSE;

  g_string_append (select->sql, around[1]);
  if (!wanted)
    g_string_append_c (select->sql, ')');
  return TRUE;
}

static gboolean
add_condition (DaybookSelect           *select,
               const DaybookTable      *table,
               const DaybookCondition  *condition,
               DaybookStore            *store,
               GError                 **error)
{
  const DaybookField *field = &table->fields[condition->field];
  const char *word = g_ptr_array_index (condition->words, 0);

  /* The few with a flag or a refund stand in indexes of their own; the planner
   * takes these when it reads what the schema says of them. */
  if (has_none (field) && leaves_none_out (field, condition))
    g_string_append_printf (select->sql, " AND %s <> 0", expression_of (field));

  if (field->type == DAYBOOK_TYPE_CHOICES && (word != NULL || condition->words->len > 1))
    return add_choices (select, field, condition, store, error);
  if (condition->op == DAYBOOK_OP_IN)
    return add_in (select, field, condition, store, error);

  if (condition->op == DAYBOOK_OP_CONTAINS)
    {
      g_string_append (select->sql, " AND ");
      add_contains (select, field, word != NULL ? word : "");
      return TRUE;
    }

  if (names_customer (table, field) && word != NULL && (condition->op == DAYBOOK_OP_EQ || condition->op == DAYBOOK_OP_NE))
    return add_customer (select, field, word, condition->op == DAYBOOK_OP_EQ, store, error);

  /* What is bound proves nothing to the planner: an index over the rows that have
   * a value, or over those that have none, is taken for "=" and "IS NULL" only. */
  const char *operator = condition->op == DAYBOOK_OP_EQ && word != NULL ? "=" : OPERATORS[condition->op];
  g_string_append_printf (select->sql, " AND %s %s ", expression_of (field), operator);
  if (word == NULL)
    g_string_append (select->sql, "NULL");

  return word == NULL || add_word (select, field, word, store, error);
}

/* The conditions of a bracket, of which one is enough. */
static gboolean
add_alternatives (DaybookSelect       *select,
                  const DaybookQuery  *query,
                  guint                index,
                  guint                n,
                  DaybookStore        *store,
                  GError             **error)
{
  g_string_append (select->sql, " AND (");
  for (guint i = index; i < index + n; i++)
    {
      /* A condition begins with its own AND, and may be of several. */
      g_string_append (select->sql, i > index ? " OR (1" : "(1");
      if (!add_condition (select, query->table, g_ptr_array_index (query->conditions, i), store, error))
        return FALSE;
      g_string_append_c (select->sql, ')');
    }
  g_string_append_c (select->sql, ')');

  return TRUE;
}

/* An owner in the trash takes its parts along. */
static void
add_owner_lives (DaybookSelect      *select,
                 const DaybookTable *table)
{
  if (table->owner < 0)
    return;

  const DaybookField *owner = &table->fields[table->owner];
  g_string_append_printf (select->sql, " AND EXISTS (SELECT 1 FROM %s o WHERE o.rowid = t.\"%s\" AND o.deleted = 0)",
                          daybook_registry_find (owner->ref)->plural, owner->name);
}

/* The keys that an act's operations name: those of `table`, which stand in `kind`. */
static void
add_act_rows (DaybookSelect   *select,
              const char      *kind,
              const DaybookId *act)
{
  g_string_append_printf (select->sql, "SELECT c.row FROM ops c WHERE c.tbl = '%s' AND c.act ="
                          " (SELECT a.key FROM acts a WHERE a.id = ", kind);
  daybook_select_bind (select, daybook_value_id (act));
  g_string_append_c (select->sql, ')');
}

/* What an act made or changed, be it in a part: a line of an order. */
static void
add_act (DaybookSelect      *select,
         const DaybookTable *table,
         const DaybookId    *act)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  g_string_append (select->sql, " AND t.rowid IN (");
  add_act_rows (select, table->kind, act);
  for (guint i = 0; i < n_tables; i++)
    if (tables[i]->owner >= 0 && g_str_equal (tables[i]->fields[tables[i]->owner].ref, table->kind))
      {
        g_string_append_printf (select->sql, " UNION SELECT p.\"%s\" FROM %s p WHERE p.rowid IN (",
                                tables[i]->fields[tables[i]->owner].name, tables[i]->plural);
        add_act_rows (select, tables[i]->kind, act);
        g_string_append_c (select->sql, ')');
      }
  g_string_append_c (select->sql, ')');
}

static gboolean
asks_for_merged (const DaybookQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    if (((const DaybookCondition *) g_ptr_array_index (query->conditions, i))->field == DAYBOOK_CUSTOMER_MERGED_INTO)
      return TRUE;

  return FALSE;
}

/* As one value, however many they are: so many could not be bound. */
static void
add_keys (DaybookSelect *select,
          const GArray  *keys)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (keys, gint64, i));
  g_string_append_c (list, ']');
  g_string_append (select->sql, " AND t.rowid IN (SELECT value FROM json_each (");
  daybook_select_bind (select, (DaybookValue) { DAYBOOK_VALUE_TEXT, { .text = g_string_free (list, FALSE) } });
  g_string_append (select->sql, "))");
}

gboolean
daybook_select_add_query (DaybookSelect       *select,
                          const DaybookQuery  *query,
                          DaybookReader       *reader,
                          GError             **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  if (!daybook_reader_author (reader, &author, error))
    return FALSE;

  g_string_append_printf (select->sql, " FROM %s t WHERE t.deleted %s 0", query->table->plural,
                          query->rows == DAYBOOK_ROWS_DELETED ? "<>" : "=");
  /* As it stands, for indexes of one definition; it is a name of letters. */
  if (query->table->part != NULL)
    g_string_append_printf (select->sql, " AND t.\"%s\" = '%s'", query->table->fields[query->table->parted].name,
                            query->table->part);
  if (query->rows == DAYBOOK_ROWS_LIVE && daybook_table_base (query->table) == &daybook_cases)
    g_string_append (select->sql, " AND t.merged_into IS NULL");
  /* Whoever asks for those that were merged names the field. */
  if (query->rows == DAYBOOK_ROWS_LIVE && query->table == &daybook_customers && !asks_for_merged (query))
    g_string_append (select->sql, " AND " DAYBOOK_CUSTOMER_IS_ROOT ("t"));
  if (query->rows == DAYBOOK_ROWS_LIVE)
    add_owner_lives (select, query->table);
  if (!daybook_id_is_null (&query->act))
    add_act (select, query->table, &query->act);
  if (query->keys != NULL)
    add_keys (select, query->keys);

  daybook_reach_add_query (select->sql, query, &author);

  daybook_reach_add_query (select->sql, query, &author);

  for (guint i = 0, n; i < query->conditions->len; i += n)
    {
      const DaybookCondition *condition = g_ptr_array_index (query->conditions, i);

      n = daybook_query_alternatives (query, i);
      if (n == 1 ? !add_condition (select, query->table, condition, reader->store, error)
                 : !add_alternatives (select, query, i, n, reader->store, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_query_has_blanks (const DaybookQuery *query)
{
  if (query->sort < 0)
    return FALSE;

  const DaybookField *field = &query->table->fields[query->sort];
  return field->type != DAYBOOK_TYPE_BOOL && (field->type != DAYBOOK_TYPE_ENUM || has_none (field));
}

static void
add_part (DaybookSelect      *select,
          const DaybookQuery *query,
          DaybookPart         part)
{
  const DaybookField *field = &query->table->fields[query->sort];
  gboolean filled = part == DAYBOOK_PART_FILLED;
  const char *test = field->type == DAYBOOK_TYPE_ENUM ? filled ? "<> 0" : "= 0" : filled ? "IS NOT NULL" : "IS NULL";

  g_string_append_printf (select->sql, " AND %s %s", expression_of (field), test);
}

/* What has an index is in its order. The others are sorted when they are asked for: an
 * index each would cost every import. Texts go by their code points, Chinese ones too:
 * by pinyin, each would be transcribed for every question, or stored twice. */
static void
add_term (DaybookSelect      *select,
          const DaybookField *field,
          const char         *direction)
{
  gboolean indexed = (field->flags & DAYBOOK_FIELD_SORT) != 0;

  /* The index of an amount is by steps. */
  if (indexed && field->type == DAYBOOK_TYPE_MONEY)
    g_string_append_printf (select->sql, "%s >> 10 %s, ", expression_of (field), direction);
  /* #999 before #1001. */
  if (!indexed && (field->flags & DAYBOOK_FIELD_NUMBER) != 0)
    g_string_append_printf (select->sql, "length (%s) %s, ", expression_of (field), direction);

  /* The order of what is hidden would tell it. */
  if (daybook_field_is_covered (field))
    g_string_append_printf (select->sql, DAYBOOK_MASK_FUNCTION " (%d, %s) %s, ", (int) field->mask,
                            expression_of (field), direction);
  else
    g_string_append_printf (select->sql, "%s %s, ", expression_of (field), direction);
}

static void
add_order (DaybookSelect      *select,
           const DaybookQuery *query,
           DaybookPart         part)
{
  const DaybookTable *table = query->table;
  int sort = part != DAYBOOK_PART_BLANK ? query->sort : -1;
  const char *direction = sort < 0 || query->order == DAYBOOK_SORT_DESCENDING ? "DESC" : "ASC";

  if (part != DAYBOOK_PART_ALL)
    add_part (select, query, part);

  g_string_append (select->sql, " ORDER BY ");
  if (sort >= 0)
    add_term (select, &table->fields[sort], direction);
  if (table->dated >= 0 && table->dated != sort)
    g_string_append_printf (select->sql, "t.\"%s\" %s, ", table->fields[table->dated].name, direction);
  g_string_append_printf (select->sql, "t.rowid %s", direction);
}

static void
add_search (DaybookSelect      *select,
            DaybookReader      *reader,
            const DaybookQuery *query)
{
  if (daybook_search_place (query->table) != NULL)
    daybook_select_add_search (select, reader, query->table, query->search);
  else
    add_words (select, query->table, query->search);
}

gboolean
daybook_select_add_keys (DaybookSelect       *select,
                         DaybookReader       *reader,
                         const DaybookQuery  *query,
                         DaybookPart          part,
                         guint                limit,
                         GError             **error)
{
  g_string_append (select->sql, "SELECT t.rowid");
  if (!daybook_select_add_query (select, query, reader, error))
    return FALSE;

  if (query->search != NULL && *query->search != '\0')
    add_search (select, reader, query);
  add_order (select, query, part);
  if (limit > 0)
    g_string_append_printf (select->sql, " LIMIT %u", limit);

  return TRUE;
}
