/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/query.h"

#include "core/clip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  /* What SQLite binds in one statement is bounded, and so is what people read. */
  MAX_CONDITIONS = 100,
  MAX_WORDS = 1000,
};

/* Longer ones before those they begin with. */
static const struct
{
  const char *sign;
  DaybookOp   op;
} OPS[] = {
  { "!=", DAYBOOK_OP_NE }, { "<=", DAYBOOK_OP_LE }, { ">=", DAYBOOK_OP_GE }, { "=", DAYBOOK_OP_EQ },
  { "<", DAYBOOK_OP_LT },  { ">", DAYBOOK_OP_GT },  { "~", DAYBOOK_OP_CONTAINS },
};

static void
free_condition (gpointer data)
{
  DaybookCondition *condition = data;

  g_ptr_array_unref (condition->words);
  g_free (condition);
}

static DaybookCondition *
new_condition (guint     field,
               DaybookOp op)
{
  DaybookCondition *condition = g_new0 (DaybookCondition, 1);

  condition->field = field;
  condition->op = op;
  condition->words = g_ptr_array_new_with_free_func (g_free);
  return condition;
}

DaybookQuery *
daybook_query_new (const DaybookTable *table)
{
  DaybookQuery *query = g_new0 (DaybookQuery, 1);

  query->table = table;
  query->conditions = g_ptr_array_new_with_free_func (free_condition);
  query->sort = -1;
  return query;
}

DaybookQuery *
daybook_query_copy (const DaybookQuery *query)
{
  DaybookQuery *copy = daybook_query_new (query->table);

  for (guint i = 0; i < query->conditions->len; i++)
    {
      const DaybookCondition *from = g_ptr_array_index (query->conditions, i);
      DaybookCondition *to = new_condition (from->field, from->op);

      to->join = from->join;
      for (guint j = 0; j < from->words->len; j++)
        g_ptr_array_add (to->words, g_strdup (g_ptr_array_index (from->words, j)));
      g_ptr_array_add (copy->conditions, to);
    }

  copy->sort = query->sort;
  copy->order = query->order;
  copy->search = g_strdup (query->search);
  copy->rows = query->rows;
  copy->act = query->act;
  return copy;
}

void
daybook_query_free (DaybookQuery *query)
{
  if (query == NULL)
    return;

  g_ptr_array_unref (query->conditions);
  g_free (query->search);
  g_free (query);
}

void
daybook_query_add (DaybookQuery      *query,
                   guint              field,
                   DaybookOp          op,
                   const char *const *words)
{
  DaybookCondition *condition;

  g_return_if_fail (field < query->table->n_fields);
  g_return_if_fail (words == NULL || *words != NULL);

  condition = new_condition (field, op);
  if (words == NULL)
    g_ptr_array_add (condition->words, NULL);
  for (; words != NULL && *words != NULL; words++)
    g_ptr_array_add (condition->words, g_strdup (*words));

  g_ptr_array_add (query->conditions, condition);
}

guint
daybook_query_alternatives (const DaybookQuery *query,
                            guint               index)
{
  guint end = index + 1;

  while (end < query->conditions->len
         && ((DaybookCondition *) g_ptr_array_index (query->conditions, end))->join == DAYBOOK_JOIN_OR)
    end++;

  return end - index;
}

void
daybook_query_remove (DaybookQuery *query,
                      guint         index)
{
  g_ptr_array_remove_range (query->conditions, index, daybook_query_alternatives (query, index));
}

int
daybook_query_asks_person (const DaybookQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    {
      const DaybookCondition *condition = g_ptr_array_index (query->conditions, i);
      gboolean null = g_ptr_array_index (condition->words, 0) == NULL;

      if (daybook_field_is_covered (&query->table->fields[condition->field])
          && condition->op != DAYBOOK_OP_CONTAINS && !(null && condition->op != DAYBOOK_OP_IN))
        return (int) i;
    }

  return -1;
}

/* The parser: `p` walks over `expr`. */
typedef struct
{
  const DaybookTable *table;
  const char         *expr;
  const char         *p;
} Parser;

/* Says what was expected where the parser stands. */
static gboolean
expected (const Parser *parser,
          const char   *what,
          GError      **error)
{
  g_autofree char *clip = daybook_clip (parser->p);

  if (*parser->p == '\0')
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("The filter ends too early. %s"), what);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("The filter cannot be read from character %ld, “%s”. %s"),
                 g_utf8_strlen (parser->expr, parser->p - parser->expr) + 1, clip, what);
  return FALSE;
}

static void
skip_blanks (Parser *parser)
{
  while (*parser->p != '\0' && g_unichar_isspace (g_utf8_get_char (parser->p)))
    parser->p = g_utf8_next_char (parser->p);
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.';
}

static gboolean
skip_keyword (Parser     *parser,
              const char *keyword)
{
  gsize length = strlen (keyword);

  if (g_ascii_strncasecmp (parser->p, keyword, length) != 0 || is_name_char (parser->p[length]))
    return FALSE;

  parser->p += length;
  return TRUE;
}

static gboolean
parse_field (Parser *parser,
             guint  *field,
             GError **error)
{
  const char *start = parser->p;
  const char *end = start;

  while (is_name_char (*end))
    end++;
  if (end == start)
    return expected (parser, _("The name of a field belongs there."), error);

  g_autofree char *name = g_strndup (start, (gsize) (end - start));
  int index = daybook_table_told_field (parser->table, name);
  if (index < 0)
    {
      g_autofree char *clip = daybook_clip (name);
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("“%s” is not a field of %s."), clip, parser->table->plural);
      return FALSE;
    }

  *field = (guint) index;
  parser->p = end;
  return TRUE;
}

static gboolean
parse_op (Parser    *parser,
          DaybookOp *op,
          GError   **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (OPS); i++)
    if (g_str_has_prefix (parser->p, OPS[i].sign))
      {
        *op = OPS[i].op;
        parser->p += strlen (OPS[i].sign);
        return TRUE;
      }

  if (skip_keyword (parser, "in"))
    {
      *op = DAYBOOK_OP_IN;
      return TRUE;
    }

  return expected (parser, _("One of = != < <= > >= ~ or “in” belongs there."), error);
}

/* 'quoted, with '' for a quote' */
static gboolean
parse_quoted (Parser *parser,
              char  **word,
              GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *p = parser->p + 1;

  for (; *p != '\'' || p[1] == '\''; p++)
    {
      if (*p == '\0')
        return expected (parser, _("Its closing quotation mark ' is missing."), error);
      if (*p == '\'')
        p++;
      g_string_append_c (text, *p);
    }

  parser->p = p + 1;
  *word = g_strdup (text->str);
  return TRUE;
}

static gboolean
is_word_char (gunichar c)
{
  return c != '\0' && c != '\'' && c != '(' && c != ')' && c != ',' && !g_unichar_isspace (c);
}

static gboolean
parse_value (Parser    *parser,
             GPtrArray *words,
             GError   **error)
{
  const char *start;
  char *word = NULL;

  skip_blanks (parser);
  start = parser->p;
  if (*start == '\'')
    {
      if (!parse_quoted (parser, &word, error))
        return FALSE;
    }
  else
    {
      while (is_word_char (g_utf8_get_char (parser->p)))
        parser->p = g_utf8_next_char (parser->p);
      if (parser->p == start)
        return expected (parser, _("A value belongs there."), error);
      word = g_strndup (start, (gsize) (parser->p - start));
      if (g_ascii_strcasecmp (word, "null") == 0)
        g_clear_pointer (&word, g_free);
    }

  g_ptr_array_add (words, word);
  return TRUE;
}

static gboolean
parse_list (Parser    *parser,
            GPtrArray *words,
            GError   **error)
{
  skip_blanks (parser);
  if (*parser->p != '(')
    return expected (parser, _("A list of values in brackets belongs there."), error);

  do
    {
      parser->p++;
      if (words->len == MAX_WORDS)
        return expected (parser, _("A list has at most 1000 values."), error);
      if (!parse_value (parser, words, error))
        return FALSE;
      skip_blanks (parser);
    }
  while (*parser->p == ',');

  if (*parser->p != ')')
    return expected (parser, _("A comma or a closing bracket belongs there."), error);

  parser->p++;
  return TRUE;
}

static gboolean
has_no_order (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_REF || field->type == DAYBOOK_TYPE_BOOL || field->type == DAYBOOK_TYPE_CHOICE
         || field->type == DAYBOOK_TYPE_CHOICES || field->type == DAYBOOK_TYPE_ANY;
}

static gboolean
holds_text (const DaybookField *field)
{
  return field->type == DAYBOOK_TYPE_TEXT || field->type == DAYBOOK_TYPE_ANY;
}

/* Whether the operation makes sense for the field and values. */
static gboolean
check_condition (const DaybookTable     *table,
                 const DaybookCondition *condition,
                 GError                **error)
{
  const DaybookField *field = &table->fields[condition->field];
  gboolean ordering = condition->op >= DAYBOOK_OP_LT && condition->op <= DAYBOOK_OP_GE;
  gboolean null = condition->op != DAYBOOK_OP_IN && g_ptr_array_index (condition->words, 0) == NULL;

  if (condition->op == DAYBOOK_OP_CONTAINS && (!holds_text (field) || null))
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("Only texts can be searched with ~; “%s” is compared with = or !=."), daybook_field_get_name (field));
  else if (ordering && daybook_field_is_covered (field))
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("“%s” is personal: it is compared with =, != and, as far as it is shown, with ~."), daybook_field_get_name (field));
  else if (ordering && (has_no_order (field) || null))
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("“%s” has no larger and smaller here; it is compared with = or !=."), daybook_field_get_name (field));
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse_parts (Parser           *parser,
             DaybookCondition *condition,
             GError          **error)
{
  skip_blanks (parser);
  if (!parse_field (parser, &condition->field, error))
    return FALSE;
  skip_blanks (parser);
  if (!parse_op (parser, &condition->op, error))
    return FALSE;

  return condition->op == DAYBOOK_OP_IN ? parse_list (parser, condition->words, error)
                                        : parse_value (parser, condition->words, error);
}

static gboolean
parse_condition (Parser      *parser,
                 DaybookJoin  join,
                 GPtrArray   *conditions,
                 GError     **error)
{
  DaybookCondition *condition;

  if (conditions->len == MAX_CONDITIONS)
    return expected (parser, _("A filter has at most 100 conditions."), error);

  condition = new_condition (0, DAYBOOK_OP_EQ);
  condition->join = join;
  g_ptr_array_add (conditions, condition);
  return parse_parts (parser, condition, error) && check_condition (parser->table, condition, error);
}

/* What follows the opening bracket. */
static gboolean
parse_alternatives (Parser     *parser,
                    GPtrArray  *conditions,
                    GError    **error)
{
  DaybookJoin join = DAYBOOK_JOIN_AND;

  do
    {
      if (!parse_condition (parser, join, conditions, error))
        return FALSE;
      skip_blanks (parser);
      join = DAYBOOK_JOIN_OR;
    }
  while (skip_keyword (parser, "or"));

  if (*parser->p != ')')
    return expected (parser, _("The word “or” or a closing bracket belongs there."), error);

  parser->p++;
  return TRUE;
}

static gboolean
parse_term (Parser     *parser,
            GPtrArray  *conditions,
            GError    **error)
{
  skip_blanks (parser);
  if (*parser->p != '(')
    return parse_condition (parser, DAYBOOK_JOIN_AND, conditions, error);

  parser->p++;
  return parse_alternatives (parser, conditions, error);
}

static gboolean
parse_conditions (Parser    *parser,
                  GPtrArray *conditions,
                  GError   **error)
{
  skip_blanks (parser);
  if (*parser->p == '\0')
    return TRUE;

  for (;;)
    {
      if (!parse_term (parser, conditions, error))
        return FALSE;

      skip_blanks (parser);
      if (*parser->p == '\0')
        return TRUE;
      if (!skip_keyword (parser, "and"))
        return expected (parser, _("The word “and” belongs there; a value with blanks is written in '…'."), error);
    }
}

gboolean
daybook_query_parse_where (DaybookQuery *query,
                           const char   *expr,
                           GError      **error)
{
  g_autoptr(GPtrArray) conditions = g_ptr_array_new_with_free_func (free_condition);
  Parser parser = { query->table, expr, expr };

  if (!g_utf8_validate (expr, -1, NULL))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The filter is not UTF-8 text."));
      return FALSE;
    }
  if (!parse_conditions (&parser, conditions, error))
    return FALSE;

  g_ptr_array_extend_and_steal (query->conditions, g_steal_pointer (&conditions));
  return TRUE;
}

gboolean
daybook_query_parse_sort (DaybookQuery *query,
                          const char   *sort,
                          GError      **error)
{
  gboolean descending = *sort == '-';
  int field = *sort != '\0' ? daybook_table_told_field (query->table, sort + (descending ? 1 : 0)) : -1;

  if (field < 0 && *sort != '\0')
    {
      g_autofree char *clip = daybook_clip (sort);
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("“%s” is not a field of %s to sort by."), clip, query->table->plural);
      return FALSE;
    }

  if (field >= 0 && daybook_field_is_covered (&query->table->fields[field])
      && !daybook_field_has_order (&query->table->fields[field]))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("“%s” is personal: nothing is sorted by it."), daybook_field_get_name (&query->table->fields[field]));
      return FALSE;
    }

  query->sort = field;
  query->order = descending ? DAYBOOK_SORT_DESCENDING : DAYBOOK_SORT_ASCENDING;
  return TRUE;
}

static gboolean
needs_quotes (const char *word)
{
  /* Keywords and signs would be understood, but not by people. */
  if (*word == '\0' || strchr ("=!<>~", *word) != NULL)
    return TRUE;
  if (g_ascii_strcasecmp (word, "null") == 0 || g_ascii_strcasecmp (word, "and") == 0
      || g_ascii_strcasecmp (word, "or") == 0)
    return TRUE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_word_char (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
print_value (GString    *out,
             const char *word)
{
  if (word == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  if (!needs_quotes (word))
    {
      g_string_append (out, word);
      return;
    }

  g_string_append_c (out, '\'');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '\'')
        g_string_append_c (out, '\'');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '\'');
}

static void
print_condition (GString                *out,
                 const DaybookTable     *table,
                 const DaybookCondition *condition)
{
  g_string_append (out, daybook_field_get_name (&table->fields[condition->field]));

  if (condition->op != DAYBOOK_OP_IN)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (OPS); i++)
        if (OPS[i].op == condition->op)
          g_string_append_printf (out, " %s ", OPS[i].sign);
      print_value (out, g_ptr_array_index (condition->words, 0));
      return;
    }

  g_string_append (out, " in (");
  for (guint i = 0; i < condition->words->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      print_value (out, g_ptr_array_index (condition->words, i));
    }
  g_string_append_c (out, ')');
}

char *
daybook_query_print_where (const DaybookQuery *query)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0, n; i < query->conditions->len; i += n)
    {
      n = daybook_query_alternatives (query, i);
      g_string_append (out, i > 0 ? " and " : "");
      g_string_append (out, n > 1 ? "(" : "");
      for (guint k = 0; k < n; k++)
        {
          g_string_append (out, k > 0 ? " or " : "");
          print_condition (out, query->table, g_ptr_array_index (query->conditions, i + k));
        }
      g_string_append (out, n > 1 ? ")" : "");
    }

  return g_string_free (out, FALSE);
}

char *
daybook_query_print_sort (const DaybookQuery *query)
{
  if (query->sort < 0)
    return g_strdup ("");

  return g_strconcat (query->order == DAYBOOK_SORT_DESCENDING ? "-" : "",
                      daybook_field_get_name (&query->table->fields[query->sort]), NULL);
}
