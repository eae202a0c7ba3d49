/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/profile.h"

#include "core/date-pattern.h"
#include "exchange/clean.h"
#include "exchange/refuse.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Reading keeps the first thing that is wrong, and goes on harmlessly. */
typedef struct
{
  DaybookProfile *profile;
  const DaybookTable *table; /* of the form at hand, see DaybookForm */
  char           *wrong; /* path of the member, or NULL */
} Parse;

static void
free_rule (gpointer data)
{
  DaybookRule *rule = data;

  g_ptr_array_unref (rule->tests);
  g_free (rule);
}

static void
free_variant (gpointer data)
{
  DaybookVariant *variant = data;

  g_free (variant->id);
  g_strfreev (variant->words);
  g_strfreev (variant->file);
  g_free (variant);
}

static GHashTable *
word_set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static DaybookProfile *
profile_new (void)
{
  DaybookProfile *profile = g_new0 (DaybookProfile, 1);

  profile->account = -1;
  profile->empties = word_set_new ();
  profile->zeros = word_set_new ();
  profile->flags = word_set_new ();
  profile->signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  profile->refunds = word_set_new ();
  profile->totals = word_set_new ();
  profile->personal = word_set_new ();
  profile->extras = g_ptr_array_new_with_free_func (g_free);
  profile->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_form_free);
  profile->rules = g_ptr_array_new_with_free_func (free_rule);
  profile->variants = g_ptr_array_new_with_free_func (free_variant);
  return profile;
}

void
daybook_profile_free (DaybookProfile *profile)
{
  g_free (profile->id);
  g_free (profile->label);
  g_free (profile->zone);
  g_free (profile->currency);
  g_free (profile->code);
  g_strfreev (profile->dates);
  g_hash_table_unref (profile->empties);
  g_hash_table_unref (profile->zeros);
  g_hash_table_unref (profile->flags);
  g_hash_table_unref (profile->signs);
  g_hash_table_unref (profile->refunds);
  g_hash_table_unref (profile->totals);
  g_hash_table_unref (profile->personal);
  g_ptr_array_unref (profile->extras);
  g_ptr_array_unref (profile->forms);
  g_ptr_array_unref (profile->rules);
  g_ptr_array_unref (profile->variants);
  g_free (profile);
}

static void
note_wrong (Parse      *parse,
            const char *member)
{
  if (parse->wrong == NULL)
    parse->wrong = g_strdup (member);
}

static const char *
get_text (Parse      *parse,
          JsonNode   *node,
          const char *member)
{
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  note_wrong (parse, member);
  return "";
}

static char *
dup_member (Parse      *parse,
            JsonObject *object,
            const char *member)
{
  if (!json_object_has_member (object, member))
    return NULL;
  return g_strdup (get_text (parse, json_object_get_member (object, member), member));
}

static DaybookDecimal
read_decimal (Parse      *parse,
              JsonObject *root)
{
  g_autofree char *sign = dup_member (parse, root, "decimal");

  if (sign == NULL)
    return DAYBOOK_DECIMAL_GUESSED;
  if (g_str_equal (sign, "."))
    return DAYBOOK_DECIMAL_POINT;
  if (!g_str_equal (sign, ","))
    note_wrong (parse, "decimal");
  return DAYBOOK_DECIMAL_COMMA;
}

/* A text or an array of texts. */
static char **
get_texts (Parse      *parse,
           JsonNode   *node,
           const char *member)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (texts, g_strdup (get_text (parse, json_array_get_element (array, i), member)));
    }
  else
    g_ptr_array_add (texts, g_strdup (get_text (parse, node, member)));

  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_steal (texts, NULL);
}

static char **
get_folded (Parse      *parse,
            JsonObject *object,
            const char *member)
{
  g_auto(GStrv) texts = NULL;

  if (!json_object_has_member (object, member))
    return NULL;

  texts = get_texts (parse, json_object_get_member (object, member), member);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *folded = daybook_clean_fold (texts[i]);

      g_free (texts[i]);
      texts[i] = folded;
    }
  return g_steal_pointer (&texts);
}

static void
read_words (Parse      *parse,
            JsonObject *object,
            const char *member,
            GHashTable *words)
{
  g_auto(GStrv) folded = get_folded (parse, object, member);

  for (guint i = 0; folded != NULL && folded[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (folded[i]));
}

static guint64
length_bit (gsize length)
{
  return G_GUINT64_CONSTANT (1) << MIN (length, 63);
}

static void
note_empty_lengths (DaybookProfile *profile)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, profile->empties);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    profile->empty_lengths |= length_bit (strlen (word));
}

static JsonObject *
get_object (Parse      *parse,
            JsonNode   *node,
            const char *member)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  note_wrong (parse, member);
  return NULL;
}

static DaybookTarget
get_target (Parse      *parse,
            const char *name)
{
  DaybookTarget target;

  if (daybook_target_parse (name, parse->table, parse->profile->extras, &target))
    return target;

  note_wrong (parse, name);
  return (DaybookTarget) { DAYBOOK_TARGET_ORDER, DAYBOOK_ORDER_NUMBER };
}

static void
add_part (Parse         *parse,
          DaybookSource *source,
          JsonNode      *node,
          const char    *name)
{
  g_auto(GStrv) headings = get_texts (parse, node, name);

  daybook_source_add_part (source, (const char *const *) headings);
}

/* "heading", ["the first", "that is not empty"], {"join": [...], "by": " "}, or of a currency
 * {"beside": ["an amount"]}. */
static void
read_source (Parse       *parse,
             DaybookForm *form,
             const char  *name,
             JsonNode    *node)
{
  DaybookSource *source = daybook_form_add_source (form, get_target (parse, name));
  JsonObject *object;
  JsonNode *parts;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      add_part (parse, source, node, name);
      return;
    }

  object = json_node_get_object (node);
  source->beside = json_object_has_member (object, "beside");
  if (source->beside)
    {
      add_part (parse, source, json_object_get_member (object, "beside"), name);
      if (source->target.kind != DAYBOOK_TARGET_ORDER || source->target.index != DAYBOOK_ORDER_CURRENCY)
        note_wrong (parse, name);
      return;
    }

  source->separator = dup_member (parse, object, "by");
  parts = json_object_get_member (object, "join");
  if (parts == NULL || !JSON_NODE_HOLDS_ARRAY (parts))
    note_wrong (parse, name);
  else
    for (guint i = 0; i < json_array_get_length (json_node_get_array (parts)); i++)
      add_part (parse, source, json_array_get_element (json_node_get_array (parts), i), name);
}

static void
read_columns (Parse       *parse,
              DaybookForm *form,
              JsonNode    *node)
{
  JsonObject *columns = get_object (parse, node, "columns");
  JsonObjectIter iter;
  const char *name;

  if (columns == NULL)
    return;

  json_object_iter_init_ordered (&iter, columns);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    read_source (parse, form, name, node);
}

static guint
get_count (Parse      *parse,
           JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return 1;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    note_wrong (parse, member);
  else
    return (guint) CLAMP (json_node_get_int (node), 1, G_MAXUINT16);
  return 1;
}

static gboolean
get_flag (Parse      *parse,
          JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    note_wrong (parse, member);
  return json_node_get_boolean (node);
}

/* {"total": {"of": ["item-price", "item-tax"], "less": ["item-promotion-discount"]}} */
static void
read_sums (Parse       *parse,
           DaybookForm *form,
           JsonNode    *node)
{
  JsonObject *sums = node != NULL ? get_object (parse, node, "sums") : NULL;
  JsonObjectIter iter;
  const char *name;

  if (sums == NULL)
    return;

  json_object_iter_init_ordered (&iter, sums);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonObject *object = get_object (parse, node, name);
      DaybookFormSum *sum = g_new0 (DaybookFormSum, 1);
      DaybookTarget target = get_target (parse, name);

      g_ptr_array_add (form->sums, sum);
      sum->field = target.index;
      sum->of = object != NULL ? get_folded (parse, object, "of") : NULL;
      sum->less = object != NULL ? get_folded (parse, object, "less") : NULL;
      if (sum->of == NULL || target.kind != DAYBOOK_TARGET_ORDER || daybook_orders.fields[sum->field].type != DAYBOOK_TYPE_MONEY)
        note_wrong (parse, name);
      if (sum->of == NULL)
        sum->of = g_new0 (char *, 1);
    }
}

/* {"item-status": ["Cancelled"]} */
static void
read_uncounted (Parse       *parse,
                DaybookForm *form,
                JsonNode    *node)
{
  JsonObject *object = node != NULL ? get_object (parse, node, "uncounted") : NULL;
  g_autoptr(GList) headings = object != NULL ? json_object_get_members (object) : NULL;

  if (object == NULL)
    return;
  if (headings == NULL || headings->next != NULL)
    {
      note_wrong (parse, "uncounted");
      return;
    }

  form->uncounted_heading = daybook_clean_fold (headings->data);
  form->uncounted = get_folded (parse, object, headings->data);
}

/* A word cannot mean two things; and what the form requires or knows is its own. */
static void
check_foreign (Parse             *parse,
               const DaybookForm *form)
{
  for (char **word = form->foreign; word != NULL && *word != NULL; word++)
    if ((form->forbidden != NULL && g_strv_contains ((const char *const *) form->forbidden, *word))
        || (form->required != NULL && g_strv_contains ((const char *const *) form->required, *word))
        || daybook_form_knows (form, *word))
      note_wrong (parse, "foreign");
}

/* ["status", "paid"]: only fields of the order. */
static guint64
read_each (Parse      *parse,
           JsonObject *object)
{
  g_auto(GStrv) names = NULL;
  guint64 each = 0;

  if (!json_object_has_member (object, "each"))
    return 0;

  names = get_texts (parse, json_object_get_member (object, "each"), "each");
  for (guint i = 0; names[i] != NULL; i++)
    {
      DaybookTarget target = get_target (parse, names[i]);

      if (target.kind == DAYBOOK_TARGET_ORDER && target.index != DAYBOOK_ORDER_NUMBER && target.index != DAYBOOK_ORDER_CURRENCY)
        each |= G_GUINT64_CONSTANT (1) << target.index;
      else
        note_wrong (parse, "each");
    }
  return each;
}

static void
read_test (Parse      *parse,
           GPtrArray  *tests,
           const char *name,
           JsonNode   *node)
{
  static const char *const KINDS[] = {
    [DAYBOOK_TEST_EMPTY] = "empty", [DAYBOOK_TEST_FILLED] = "filled", [DAYBOOK_TEST_ABSENT] = "absent",
  };
  DaybookTest *test = g_new0 (DaybookTest, 1);
  const char *word;

  g_ptr_array_add (tests, test);
  test->target = get_target (parse, name);
  if (test->target.kind == DAYBOOK_TARGET_LINE)
    note_wrong (parse, name);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr(JsonObject) holder = json_object_new ();

      json_object_set_member (holder, name, json_node_copy (node));
      test->words = get_folded (parse, holder, name);
      return;
    }

  word = get_text (parse, node, name);
  for (guint i = DAYBOOK_TEST_EMPTY; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (word, KINDS[i]))
      test->kind = (DaybookTestKind) i;
  if (test->kind == DAYBOOK_TEST_WORDS)
    note_wrong (parse, name);
}

/* {"status": ["…"], "paid_at": "empty"} under `when`. */
static GPtrArray *
read_tests (Parse      *parse,
            JsonObject *object)
{
  GPtrArray *tests = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_test_free);
  JsonObject *when = get_object (parse, json_object_get_member (object, "when"), "when");
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

/* {"when": {"status": ["…"], "paid_at": "empty"}, "stage": "unpaid"} */
static void
read_rule (JsonArray *array,
           guint      index,
           JsonNode  *node,
           gpointer   data)
{
  Parse *parse = data;
  JsonObject *object = get_object (parse, node, "stages");
  g_autofree char *word = NULL;
  DaybookRule *rule;
  int stage;

  if (object == NULL)
    return;

  rule = g_new0 (DaybookRule, 1);
  rule->tests = read_tests (parse, object);
  g_ptr_array_add (parse->profile->rules, rule);
  word = dup_member (parse, object, "stage");
  stage = daybook_field_word (&daybook_orders.fields[DAYBOOK_ORDER_STAGE], word != NULL ? word : "");
  if (stage < 0)
    note_wrong (parse, "stage");
  rule->stage = (DaybookStage) MAX (stage, 0);
}

/* {"when": {"status": ["…"]}, "is": "asked"} of a field of the form's table. */
static void
read_choice (Parse       *parse,
             DaybookForm *form,
             const char  *name,
             JsonNode    *node)
{
  JsonObject *object = get_object (parse, node, "choices");
  int field = daybook_table_field (form->table, name);
  g_autofree char *word = NULL;
  DaybookChoice *choice;

  if (object == NULL || field < 0 || form->table->fields[field].words == NULL)
    {
      note_wrong (parse, name);
      return;
    }

  choice = g_new0 (DaybookChoice, 1);
  choice->field = (guint) field;
  choice->tests = read_tests (parse, object);
  g_ptr_array_add (form->choices, choice);
  word = dup_member (parse, object, "is");
  choice->value = daybook_field_word (&form->table->fields[field], word != NULL ? word : "");
  if (choice->value < 0)
    note_wrong (parse, name);
}

/* {"stage": [{…}, …], "kind": [{…}, …]} */
static void
read_choices (Parse       *parse,
              DaybookForm *form,
              JsonObject  *object)
{
  JsonNode *node = json_object_get_member (object, "choices");
  JsonObject *choices = node != NULL ? get_object (parse, node, "choices") : NULL;
  JsonObjectIter iter;
  const char *name;

  if (choices == NULL)
    return;

  json_object_iter_init_ordered (&iter, choices);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (form->table == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        {
          note_wrong (parse, name);
          continue;
        }
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        read_choice (parse, form, name, json_array_get_element (json_node_get_array (node), i));
    }
}

static void
read_form (JsonArray *array,
           guint      index,
           JsonNode  *node,
           gpointer   data)
{
  Parse *parse = data;
  JsonObject *object = get_object (parse, node, "forms");
  g_autofree char *kind = NULL;
  DaybookForm *form;

  if (object == NULL)
    return;

  kind = dup_member (parse, object, "kind");
  form = daybook_form_new (kind);
  g_ptr_array_add (parse->profile->forms, form);
  if (!daybook_form_kind_table (kind, &parse->table))
    note_wrong (parse, "kind");
  form->required = get_folded (parse, object, "required");
  form->any_of = get_folded (parse, object, "any_of");
  form->forbidden = get_folded (parse, object, "forbidden");
  form->foreign = get_folded (parse, object, "foreign");
  form->begins = get_folded (parse, object, "begins");
  form->known = get_folded (parse, object, "known");
  form->key = get_folded (parse, object, "key");
  form->at_least = get_count (parse, object, "at_least");
  form->digits = get_flag (parse, object, "digits");
  form->plain = get_flag (parse, object, "plain");
  form->half = get_flag (parse, object, "half");
  form->each = read_each (parse, object);
  form->parts = dup_member (parse, object, "parts");
  form->summary = get_flag (parse, object, "summary");
  form->row_prices = get_flag (parse, object, "row_prices");
  form->decimal = read_decimal (parse, object);
  read_columns (parse, form, json_object_get_member (object, "columns"));
  read_sums (parse, form, json_object_get_member (object, "sums"));
  read_uncounted (parse, form, json_object_get_member (object, "uncounted"));
  read_choices (parse, form, object);
  check_foreign (parse, form);
  parse->table = NULL;
}

/* {"id": "tmall", "value": "extra.shop", "words": ["旗舰店"], "file": ["tmall"]} */
static void
read_variant (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   data)
{
  Parse *parse = data;
  JsonObject *object = get_object (parse, node, "variants");
  g_autofree char *value = NULL;
  DaybookVariant *variant;

  if (object == NULL)
    return;

  variant = g_new0 (DaybookVariant, 1);
  g_ptr_array_add (parse->profile->variants, variant);
  variant->id = dup_member (parse, object, "id");
  value = dup_member (parse, object, "value");
  variant->target = get_target (parse, value != NULL ? value : "");
  variant->words = get_folded (parse, object, "words");
  variant->file = get_folded (parse, object, "file");
  if (variant->id == NULL || variant->words == NULL)
    note_wrong (parse, "variants");
}

/* {"红": "red"}: the platform's words for those of an enumeration. */
static void
read_enumeration (Parse      *parse,
                  JsonObject *root,
                  const char *member,
                  guint       field,
                  GHashTable *words)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!json_object_has_member (root, member))
    return;
  object = get_object (parse, json_object_get_member (root, member), member);
  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int word = daybook_field_word (&daybook_orders.fields[field], get_text (parse, node, member));

      if (word < 0)
        note_wrong (parse, member);
      g_hash_table_replace (words, daybook_clean_fold (name), GINT_TO_POINTER (word + 1));
    }
}

/* ["MM/DD/YY"] */
static void
read_dates (Parse      *parse,
            JsonObject *root)
{
  if (!json_object_has_member (root, "dates"))
    return;

  parse->profile->dates = get_texts (parse, json_object_get_member (root, "dates"), "dates");
  for (char **pattern = parse->profile->dates; *pattern != NULL; pattern++)
    if (!daybook_date_pattern_is_good (*pattern))
      note_wrong (parse, "dates");
}

/* {"$": "USD"} */
static void
read_signs (Parse      *parse,
            JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "signs");
  JsonObject *signs = node != NULL ? get_object (parse, node, "signs") : NULL;
  JsonObjectIter iter;
  const char *sign;

  if (signs == NULL)
    return;

  json_object_iter_init_ordered (&iter, signs);
  while (json_object_iter_next_ordered (&iter, &sign, &node))
    g_hash_table_replace (parse->profile->signs, g_strdup (sign), g_strdup (get_text (parse, node, "signs")));
}

static int
find_mask (const char *word)
{
  static const char *const WORDS[] = {
    [DAYBOOK_MASK_NONE] = "none",       [DAYBOOK_MASK_NAME] = "name",   [DAYBOOK_MASK_PHONE] = "phone",
    [DAYBOOK_MASK_ADDRESS] = "address", [DAYBOOK_MASK_EMAIL] = "email", [DAYBOOK_MASK_CONTACT] = "contact",
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (word, WORDS[i]))
      return (int) i;

  return -1;
}

/* {"Billing Name": "name", "Vendor": "none"} */
static void
read_personal (Parse      *parse,
               JsonObject *root)
{
  JsonNode *personal = json_object_get_member (root, "personal");
  JsonObject *headings = personal != NULL ? get_object (parse, personal, "personal") : NULL;
  JsonObjectIter iter;
  const char *heading;
  JsonNode *node;

  if (headings == NULL)
    return;

  json_object_iter_init_ordered (&iter, headings);
  while (json_object_iter_next_ordered (&iter, &heading, &node))
    {
      int mask = find_mask (get_text (parse, node, "personal"));

      if (mask < 0)
        note_wrong (parse, "personal");
      g_hash_table_replace (parse->profile->personal, daybook_clean_fold (heading), GINT_TO_POINTER (mask + 1));
    }
}

static void
read_array (Parse            *parse,
            JsonObject       *root,
            const char       *member,
            JsonArrayForeach  read)
{
  JsonNode *node = json_object_get_member (root, member);

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), read, parse);
  else
    note_wrong (parse, member);
}

static void
read_root (Parse      *parse,
           JsonObject *root)
{
  DaybookProfile *profile = parse->profile;
  g_autofree char *account = dup_member (parse, root, "account");

  profile->id = dup_member (parse, root, "id");
  profile->label = dup_member (parse, root, "label");
  profile->zone = dup_member (parse, root, "zone");
  profile->currency = dup_member (parse, root, "currency");
  profile->decimal = read_decimal (parse, root);
  profile->code = dup_member (parse, root, "code");
  if (account != NULL)
    profile->account = daybook_table_field (&daybook_orders, account);
  if (account != NULL && profile->account < 0)
    note_wrong (parse, "account");
  if (profile->id == NULL || *profile->id == '\0')
    note_wrong (parse, "id");

  read_words (parse, root, "empty", profile->empties);
  note_empty_lengths (profile);
  read_words (parse, root, "zero", profile->zeros);
  read_words (parse, root, "totals", profile->totals);
  read_enumeration (parse, root, "flags", DAYBOOK_ORDER_SELLER_FLAG, profile->flags);
  read_enumeration (parse, root, "refunds", DAYBOOK_ORDER_REFUND, profile->refunds);
  read_dates (parse, root);
  read_signs (parse, root);
  read_personal (parse, root);
  read_array (parse, root, "forms", read_form);
  read_array (parse, root, "stages", read_rule);
  read_array (parse, root, "variants", read_variant);
}

DaybookProfile *
daybook_profile_parse (const char  *json,
                       gssize       length,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(DaybookProfile) profile = profile_new ();
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) failure = NULL;
  Parse parse = { .profile = profile };
  g_autofree char *wrong = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, json, length, &failure))
    {
      daybook_refuse (error, _("The platform file “%s” cannot be read: %s. Correct it, or take it away."),
                      name, failure->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    read_root (&parse, json_node_get_object (root));
  else
    note_wrong (&parse, "{}");
  wrong = parse.wrong;
  if (wrong == NULL)
    return g_steal_pointer (&profile);

  daybook_refuse (error, _("The platform file “%s” cannot be used: “%s” in it is missing or not as it should be. "
                           "Correct it, or take it away."), name, wrong);
  return NULL;
}

gboolean
daybook_profile_means_nothing (const DaybookProfile *profile,
                               const char           *text,
                               gsize                 length)
{
  return (profile->empty_lengths & length_bit (length)) != 0 && g_hash_table_contains (profile->empties, text);
}

int
daybook_profile_extra (const DaybookProfile *profile,
                       const char           *name)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (profile->extras, name, g_str_equal, &index))
    return (int) index;
  return -1;
}

const char *const *
daybook_profile_dates (const DaybookProfile *profile)
{
  return (const char *const *) profile->dates;
}

/* A shop's own label stands as it is: the translations have no such word. */
const char *
daybook_profile_label (const DaybookProfile *profile)
{
  return profile->label != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "platform", profile->label) : profile->id;
}
