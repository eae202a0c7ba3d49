/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-expression.h"

void
daybook_expression_quote (GString    *expression,
                          const char *text)
{
  g_string_append_c (expression, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *p);
    }
  g_string_append_c (expression, '"');
}

void
daybook_expression_add_words (GString           *expression,
                              const DaybookTerm *term)
{
  daybook_expression_quote (expression, term->text);
  if (term->kinds & DAYBOOK_TERM_BY_PREFIX)
    g_string_append (expression, " *");
}

/* A key begins with the term, or with the term run together with its neighbours. */
void
daybook_expression_add_names (GString           *expression,
                              const DaybookTerm *term)
{
  g_string_append_c (expression, '(');
  daybook_expression_quote (expression, term->text);
  g_string_append (expression, " *");
  if (term->sound != NULL)
    {
      g_string_append (expression, " OR ");
      daybook_expression_quote (expression, term->sound);
      g_string_append (expression, " *");
    }
  g_string_append_c (expression, ')');
}

typedef void (*AppendFunc) (GString *expression, const DaybookTerm *term);

/* One expression for all terms, when each can be found this way. */
static char *
all_terms (GPtrArray        *terms,
           DaybookTermKinds  kind,
           AppendFunc        append)
{
  g_autoptr(GString) expression = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const DaybookTerm *term = g_ptr_array_index (terms, i);

      if ((term->kinds & kind) == 0)
        return NULL;
      if (i > 0)
        g_string_append (expression, " AND ");
      append (expression, term);
    }

  return g_strdup (expression->str);
}

char *
daybook_expression_words (GPtrArray *terms)
{
  return all_terms (terms, DAYBOOK_TERM_WORDS, daybook_expression_add_words);
}

char *
daybook_expression_names (GPtrArray *terms)
{
  return all_terms (terms, DAYBOOK_TERM_PINYIN, daybook_expression_add_names);
}
