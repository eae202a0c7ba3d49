/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/profile-parse.h"

#include "exchange/clean.h"

static void
add_part (DaybookProfileParse *parse,
          DaybookSource       *source,
          JsonNode            *node,
          const char          *name)
{
  g_auto(GStrv) headings = daybook_parse_texts (parse, node, name);

  daybook_source_add_part (source, (const char *const *) headings);
}

/* {"beside": ["an amount"]}, {"nonzero": ["an amount", "another"]}, {"behind": ["T200P"], "in": ["a
 * number"]} or {"note": ["已退款"], "in": ["an amount"]}. FALSE: it is none of these. */
static gboolean
read_pick (DaybookProfileParse *parse,
           DaybookSource       *source,
           const char          *name,
           JsonObject          *object)
{
  static const struct { const char *member; gboolean by_words; } PICKS[] = {
    [DAYBOOK_PICK_CURRENCY] = { "beside", FALSE },
    [DAYBOOK_PICK_NONZERO] = { "nonzero", FALSE },
    [DAYBOOK_PICK_BEHIND] = { "behind", TRUE },
    [DAYBOOK_PICK_NOTE] = { "note", TRUE },
  };

  for (guint i = DAYBOOK_PICK_CURRENCY; i < G_N_ELEMENTS (PICKS); i++)
    if (json_object_has_member (object, PICKS[i].member))
      {
        JsonNode *node = json_object_get_member (object, PICKS[i].member);

        source->pick = (DaybookPick) i;
        if (PICKS[i].by_words)
          source->words = daybook_parse_texts (parse, node, name);
        add_part (parse, source, PICKS[i].by_words ? json_object_get_member (object, "in") : node, name);
        if (source->pick == DAYBOOK_PICK_CURRENCY
            && (source->target.kind != DAYBOOK_TARGET_ORDER || source->target.index != DAYBOOK_ORDER_CURRENCY))
          daybook_parse_wrong (parse, name);
        return TRUE;
      }

  return FALSE;
}

/* "heading", ["the first", "that is not empty"], {"join": [...], "by": " "} or a pick. */
static void
read_source (DaybookProfileParse *parse,
             DaybookForm         *form,
             const char          *name,
             JsonNode            *node)
{
  DaybookSource *source = daybook_form_add_source (form, daybook_parse_target (parse, name));
  JsonObject *object;
  JsonNode *parts;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      add_part (parse, source, node, name);
      return;
    }

  object = json_node_get_object (node);
  if (read_pick (parse, source, name, object))
    return;

  source->separator = daybook_parse_dup (parse, object, "by");
  parts = json_object_get_member (object, "join");
  if (parts == NULL || !JSON_NODE_HOLDS_ARRAY (parts))
    daybook_parse_wrong (parse, name);
  else
    for (guint i = 0; i < json_array_get_length (json_node_get_array (parts)); i++)
      add_part (parse, source, json_array_get_element (json_node_get_array (parts), i), name);
}

/* ["at"]: fields of an entry. */
static guint64
read_apart (DaybookProfileParse *parse,
            JsonObject          *object)
{
  g_auto(GStrv) names = NULL;
  guint64 apart = 0;

  if (json_object_has_member (object, "apart"))
    names = daybook_parse_texts (parse, json_object_get_member (object, "apart"), "apart");
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      DaybookTarget target = daybook_parse_target (parse, names[i]);

      if (target.kind == DAYBOOK_TARGET_ENTRY)
        apart |= G_GUINT64_CONSTANT (1) << target.index;
      else
        daybook_parse_wrong (parse, "apart");
    }

  return apart;
}

static void
read_columns (DaybookProfileParse *parse,
              DaybookForm         *form,
              JsonNode            *node)
{
  JsonObject *columns = daybook_parse_object (parse, node, "columns");
  JsonObjectIter iter;
  const char *name;

  if (columns == NULL)
    return;

  json_object_iter_init_ordered (&iter, columns);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    read_source (parse, form, name, node);
}

/* {"total": {"of": ["item-price", "item-tax"], "less": ["item-promotion-discount"]}} */
static void
read_sums (DaybookProfileParse *parse,
           DaybookForm         *form,
           JsonNode            *node)
{
  JsonObject *sums = node != NULL ? daybook_parse_object (parse, node, "sums") : NULL;
  JsonObjectIter iter;
  const char *name;

  if (sums == NULL)
    return;

  json_object_iter_init_ordered (&iter, sums);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonObject *object = daybook_parse_object (parse, node, name);
      DaybookFormSum *sum = g_new0 (DaybookFormSum, 1);
      DaybookTarget target = daybook_parse_target (parse, name);

      g_ptr_array_add (form->sums, sum);
      sum->field = target.index;
      sum->of = object != NULL ? daybook_parse_folded (parse, object, "of") : NULL;
      sum->less = object != NULL ? daybook_parse_folded (parse, object, "less") : NULL;
      if (sum->of == NULL || target.kind != DAYBOOK_TARGET_ORDER || daybook_orders.fields[sum->field].type != DAYBOOK_TYPE_MONEY)
        daybook_parse_wrong (parse, name);
      if (sum->of == NULL)
        sum->of = g_new0 (char *, 1);
    }
}

/* {"item-status": ["Cancelled"]} */
static void
read_uncounted (DaybookProfileParse *parse,
                DaybookForm         *form,
                JsonNode            *node)
{
  JsonObject *object = node != NULL ? daybook_parse_object (parse, node, "uncounted") : NULL;
  g_autoptr(GList) headings = object != NULL ? json_object_get_members (object) : NULL;

  if (object == NULL)
    return;
  if (headings == NULL || headings->next != NULL)
    {
      daybook_parse_wrong (parse, "uncounted");
      return;
    }

  form->uncounted_heading = daybook_clean_fold (headings->data);
  form->uncounted = daybook_parse_folded (parse, object, headings->data);
}

/* A word cannot mean two things; and what the form requires or knows is its own. */
static void
check_foreign (DaybookProfileParse *parse,
               const DaybookForm   *form)
{
  for (char **word = form->foreign; word != NULL && *word != NULL; word++)
    if ((form->forbidden != NULL && g_strv_contains ((const char *const *) form->forbidden, *word))
        || (form->required != NULL && g_strv_contains ((const char *const *) form->required, *word))
        || daybook_form_knows (form, *word))
      daybook_parse_wrong (parse, "foreign");
}

/* ["status", "paid"]: only fields of the order. */
static guint64
read_each (DaybookProfileParse *parse,
           JsonObject          *object)
{
  g_auto(GStrv) names = NULL;
  guint64 each = 0;

  if (!json_object_has_member (object, "each"))
    return 0;

  names = daybook_parse_texts (parse, json_object_get_member (object, "each"), "each");
  for (guint i = 0; names[i] != NULL; i++)
    {
      DaybookTarget target = daybook_parse_target (parse, names[i]);

      if (target.kind == DAYBOOK_TARGET_ORDER && target.index != DAYBOOK_ORDER_NUMBER && target.index != DAYBOOK_ORDER_CURRENCY)
        each |= G_GUINT64_CONSTANT (1) << target.index;
      else
        daybook_parse_wrong (parse, "each");
    }
  return each;
}

/* {"when": {"status": ["…"]}, "is": "asked"} of a field of the form's table. */
static void
read_choice (DaybookProfileParse *parse,
             DaybookForm         *form,
             const char          *name,
             JsonNode            *node)
{
  JsonObject *object = daybook_parse_object (parse, node, "choices");
  int field = daybook_table_field (form->table, name);
  g_autofree char *word = NULL;
  DaybookChoice *choice;

  if (object == NULL || field < 0 || form->table->fields[field].words == NULL)
    {
      daybook_parse_wrong (parse, name);
      return;
    }

  choice = g_new0 (DaybookChoice, 1);
  choice->field = (guint) field;
  choice->tests = daybook_parse_tests (parse, object);
  g_ptr_array_add (form->choices, choice);
  word = daybook_parse_dup (parse, object, "is");
  choice->value = daybook_field_word (&form->table->fields[field], word != NULL ? word : "");
  if (choice->value < 0)
    daybook_parse_wrong (parse, name);
}

/* {"stage": [{…}, …], "kind": [{…}, …]} */
static void
read_choices (DaybookProfileParse *parse,
              DaybookForm         *form,
              JsonObject          *object)
{
  JsonNode *node = json_object_get_member (object, "choices");
  JsonObject *choices = node != NULL ? daybook_parse_object (parse, node, "choices") : NULL;
  JsonObjectIter iter;
  const char *name;

  if (choices == NULL)
    return;

  json_object_iter_init_ordered (&iter, choices);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (form->table == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        {
          daybook_parse_wrong (parse, name);
          continue;
        }
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        read_choice (parse, form, name, json_array_get_element (json_node_get_array (node), i));
    }
}

/* ["a", "b"]: one of these; [["a", "b"], ["c", "d"]]: one of each. */
static void
read_any_of (DaybookProfileParse *parse,
             DaybookForm         *form,
             JsonObject          *object)
{
  JsonNode *node = json_object_get_member (object, "any_of");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (node == NULL)
    return;
  if (n == 0 || !JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, 0)))
    g_ptr_array_add (form->any_of, daybook_parse_folded (parse, object, "any_of"));
  else
    for (guint i = 0; i < n; i++)
      g_ptr_array_add (form->any_of, daybook_parse_fold (parse, json_array_get_element (array, i), "any_of"));
}

void
daybook_parse_form (JsonArray *array,
                    guint      index,
                    JsonNode  *node,
                    gpointer   data)
{
  DaybookProfileParse *parse = data;
  JsonObject *object = daybook_parse_object (parse, node, "forms");
  g_autofree char *kind = NULL;
  DaybookForm *form;

  if (object == NULL)
    return;

  kind = daybook_parse_dup (parse, object, "kind");
  form = daybook_form_new (kind);
  g_ptr_array_add (parse->profile->forms, form);
  if (!daybook_form_kind_table (kind, &parse->table))
    daybook_parse_wrong (parse, "kind");
  form->name = daybook_parse_dup (parse, object, "name");
  form->required = daybook_parse_folded (parse, object, "required");
  read_any_of (parse, form, object);
  form->forbidden = daybook_parse_folded (parse, object, "forbidden");
  form->foreign = daybook_parse_folded (parse, object, "foreign");
  form->begins = daybook_parse_folded (parse, object, "begins");
  form->known = daybook_parse_folded (parse, object, "known");
  form->key = daybook_parse_folded (parse, object, "key");
  form->apart = read_apart (parse, object);
  form->at_least = daybook_parse_count (parse, object, "at_least");
  form->digits = daybook_parse_flag (parse, object, "digits");
  form->plain = daybook_parse_flag (parse, object, "plain");
  form->half = daybook_parse_flag (parse, object, "half");
  form->each = read_each (parse, object);
  form->parts = daybook_parse_dup (parse, object, "parts");
  form->summary = daybook_parse_flag (parse, object, "summary");
  form->row_prices = daybook_parse_flag (parse, object, "row_prices");
  form->decimal = daybook_parse_decimal (parse, object);
  read_columns (parse, form, json_object_get_member (object, "columns"));
  read_sums (parse, form, json_object_get_member (object, "sums"));
  read_uncounted (parse, form, json_object_get_member (object, "uncounted"));
  read_choices (parse, form, object);
  check_foreign (parse, form);
  if (!daybook_form_has_number (form))
    daybook_parse_wrong (parse, "number");
  parse->table = NULL;
}
