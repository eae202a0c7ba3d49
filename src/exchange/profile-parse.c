/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/profile-parse.h"

#include "exchange/clean.h"

#include <string.h>

void
daybook_parse_wrong (DaybookProfileParse *parse,
                     const char          *member)
{
  if (parse->wrong == NULL)
    parse->wrong = g_strdup (member);
}

const char *
daybook_parse_text (DaybookProfileParse *parse,
                    JsonNode            *node,
                    const char          *member)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  daybook_parse_wrong (parse, member);
  return "";
}

char *
daybook_parse_dup (DaybookProfileParse *parse,
                   JsonObject          *object,
                   const char          *member)
{
  if (!json_object_has_member (object, member))
    return NULL;
  return g_strdup (daybook_parse_text (parse, json_object_get_member (object, member), member));
}

DaybookDecimal
daybook_parse_decimal (DaybookProfileParse *parse,
                       JsonObject          *root)
{
  g_autofree char *sign = daybook_parse_dup (parse, root, "decimal");

  if (sign == NULL)
    return DAYBOOK_DECIMAL_GUESSED;
  if (g_str_equal (sign, "."))
    return DAYBOOK_DECIMAL_POINT;
  if (!g_str_equal (sign, ","))
    daybook_parse_wrong (parse, "decimal");
  return DAYBOOK_DECIMAL_COMMA;
}

/* A text or an array of texts. */
char **
daybook_parse_texts (DaybookProfileParse *parse,
                     JsonNode            *node,
                     const char          *member)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (texts, g_strdup (daybook_parse_text (parse, json_array_get_element (array, i), member)));
    }
  else
    g_ptr_array_add (texts, g_strdup (daybook_parse_text (parse, node, member)));

  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_steal (texts, NULL);
}

char **
daybook_parse_folded (DaybookProfileParse *parse,
                      JsonObject          *object,
                      const char          *member)
{
  g_auto(GStrv) texts = NULL;

  if (!json_object_has_member (object, member))
    return NULL;

  texts = daybook_parse_texts (parse, json_object_get_member (object, member), member);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *folded = daybook_clean_fold (texts[i]);

      g_free (texts[i]);
      texts[i] = folded;
    }
  return g_steal_pointer (&texts);
}

JsonObject *
daybook_parse_object (DaybookProfileParse *parse,
                      JsonNode            *node,
                      const char          *member)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  daybook_parse_wrong (parse, member);
  return NULL;
}

DaybookTarget
daybook_parse_target (DaybookProfileParse *parse,
                      const char          *name)
{
  DaybookTarget target;

  if (daybook_target_parse (name, parse->table, parse->profile->extras, &target))
    return target;

  daybook_parse_wrong (parse, name);
  return (DaybookTarget) { DAYBOOK_TARGET_ORDER, DAYBOOK_ORDER_NUMBER };
}

guint
daybook_parse_count (DaybookProfileParse *parse,
                     JsonObject          *object,
                     const char          *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return 1;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    daybook_parse_wrong (parse, member);
  else
    return (guint) CLAMP (json_node_get_int (node), 1, G_MAXUINT16);
  return 1;
}

gboolean
daybook_parse_flag (DaybookProfileParse *parse,
                    JsonObject          *object,
                    const char          *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    daybook_parse_wrong (parse, member);
  return json_node_get_boolean (node);
}

static void
read_test (DaybookProfileParse *parse,
           GPtrArray           *tests,
           const char          *name,
           JsonNode            *node)
{
  static const char *const KINDS[] = {
    [DAYBOOK_TEST_EMPTY] = "empty", [DAYBOOK_TEST_FILLED] = "filled", [DAYBOOK_TEST_POSITIVE] = "positive",
    [DAYBOOK_TEST_NEGATIVE] = "negative", [DAYBOOK_TEST_ABSENT] = "absent",
  };
  DaybookTest *test = g_new0 (DaybookTest, 1);
  const char *word;

  g_ptr_array_add (tests, test);
  test->target = daybook_parse_target (parse, name);
  if (test->target.kind == DAYBOOK_TARGET_LINE)
    daybook_parse_wrong (parse, name);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr(JsonObject) holder = json_object_new ();

      json_object_set_member (holder, name, json_node_copy (node));
      test->words = daybook_parse_folded (parse, holder, name);
      return;
    }

  word = daybook_parse_text (parse, node, name);
  for (guint i = DAYBOOK_TEST_EMPTY; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (word, KINDS[i]))
      test->kind = (DaybookTestKind) i;
  if (test->kind == DAYBOOK_TEST_WORDS)
    daybook_parse_wrong (parse, name);
}

/* {"status": ["…"], "paid_at": "empty"} under `when`. */
GPtrArray *
daybook_parse_tests (DaybookProfileParse *parse,
                     JsonObject          *object)
{
  GPtrArray *tests = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_test_free);
  JsonObject *when = daybook_parse_object (parse, json_object_get_member (object, "when"), "when");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (when == NULL)
    return tests;

  json_object_iter_init_ordered (&iter, when);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    read_test (parse, tests, name, node);
  return tests;
}
