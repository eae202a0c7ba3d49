/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/profile.h"

#include "core/date-pattern.h"
#include "core/json.h"
#include "core/shop.h"
#include "exchange/clean.h"
#include "exchange/order-code.h"
#include "exchange/profile-parse.h"
#include "exchange/refuse.h"
#include "exchange/stars.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
word_set_new ( void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static DaybookProfile *
profile_new ( void)
{
  DaybookProfile *profile = g_new0 (DaybookProfile, 1);

  profile->account = -1;
  profile->empties = word_set_new ();
  profile->zeros = word_set_new ();
  profile->flags = word_set_new ();
  profile->signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  profile->refunds = word_set_new ();
  profile->stars = word_set_new ();
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
  g_hash_table_unref (profile->stars);
  g_hash_table_unref (profile->totals);
  g_hash_table_unref (profile->personal);
  g_ptr_array_unref (profile->extras);
  g_ptr_array_unref (profile->forms);
  g_ptr_array_unref (profile->rules);
  g_ptr_array_unref (profile->variants);
  g_free (profile);
}

static void
read_words (DaybookProfileParse *parse,
            JsonObject          *object,
            const char          *member,
            GHashTable          *words)
{
  g_auto(GStrv) folded = daybook_parse_folded (parse, object, member);

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

/* {"when": {"status": ["…"], "paid_at": "empty"}, "stage": "unpaid"} */
static void
read_rule (JsonArray *array,
           guint      index,
           JsonNode  *node,
           gpointer   data)
{
  DaybookProfileParse *parse = data;
  JsonObject *object = daybook_parse_object (parse, node, "stages");
  g_autofree char *word = NULL;
  DaybookRule *rule;
  int stage;

  if (object == NULL)
    return;

  rule = g_new0 (DaybookRule, 1);
  rule->tests = daybook_parse_tests (parse, object);
  g_ptr_array_add (parse->profile->rules, rule);
  word = daybook_parse_dup (parse, object, "stage");
  stage = daybook_field_word (&daybook_orders.fields[DAYBOOK_ORDER_STAGE], word != NULL ? word : "");
  if (stage < 0)
    daybook_parse_wrong (parse, "stage");
  rule->stage = (DaybookStage) MAX (stage, 0);
}

/* {"id": "tmall", "value": "extra.shop", "words": ["旗舰店"], "file": ["tmall"]} */
static void
read_variant (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   data)
{
  DaybookProfileParse *parse = data;
  JsonObject *object = daybook_parse_object (parse, node, "variants");
  g_autofree char *value = NULL;
  DaybookVariant *variant;

  if (object == NULL)
    return;

  variant = g_new0 (DaybookVariant, 1);
  g_ptr_array_add (parse->profile->variants, variant);
  variant->id = daybook_parse_dup (parse, object, "id");
  value = daybook_parse_dup (parse, object, "value");
  variant->target = daybook_parse_target (parse, value != NULL ? value : "");
  variant->words = daybook_parse_folded (parse, object, "words");
  variant->file = daybook_parse_folded (parse, object, "file");
  if (variant->id == NULL || variant->words == NULL)
    daybook_parse_wrong (parse, "variants");
}

/* {"红": "red"}: the platform's words for those of an enumeration. */
static void
read_enumeration (DaybookProfileParse *parse,
                  JsonObject          *root,
                  const char          *member,
                  guint                field,
                  GHashTable          *words)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!json_object_has_member (root, member))
    return;
  object = daybook_parse_object (parse, json_object_get_member (root, member), member);
  if (object == NULL)
    return;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int word = daybook_field_word (&daybook_orders.fields[field], daybook_parse_text (parse, node, member));

      if (word < 0)
        daybook_parse_wrong (parse, member);
      g_hash_table_replace (words, daybook_clean_fold (name), GINT_TO_POINTER (word + 1));
    }
}

/* {"好评": 5} */
static void
read_stars (DaybookProfileParse *parse,
            JsonObject          *root)
{
  JsonNode *node = json_object_get_member (root, "stars");
  JsonObject *stars = node != NULL ? daybook_parse_object (parse, node, "stars") : NULL;
  JsonObjectIter iter;
  const char *word;

  if (stars == NULL)
    return;

  json_object_iter_init_ordered (&iter, stars);
  while (json_object_iter_next_ordered (&iter, &word, &node))
    {
      guint n = daybook_parse_count (parse, stars, word);

      if (n > DAYBOOK_STARS_MAX)
        daybook_parse_wrong (parse, "stars");
      g_hash_table_replace (parse->profile->stars, daybook_clean_fold (word), GUINT_TO_POINTER (n));
    }
}

/* ["MM/DD/YY"] */
static void
read_dates (DaybookProfileParse *parse,
            JsonObject          *root)
{
  if (!json_object_has_member (root, "dates"))
    return;

  parse->profile->dates = daybook_parse_texts (parse, json_object_get_member (root, "dates"), "dates");
  for (char **pattern = parse->profile->dates; *pattern != NULL; pattern++)
    if (!daybook_date_pattern_is_good (*pattern))
      daybook_parse_wrong (parse, "dates");
}

/* {"$": "USD"} */
static void
read_signs (DaybookProfileParse *parse,
            JsonObject          *root)
{
  JsonNode *node = json_object_get_member (root, "signs");
  JsonObject *signs = node != NULL ? daybook_parse_object (parse, node, "signs") : NULL;
  JsonObjectIter iter;
  const char *sign;

  if (signs == NULL)
    return;

  json_object_iter_init_ordered (&iter, signs);
  while (json_object_iter_next_ordered (&iter, &sign, &node))
    g_hash_table_replace (parse->profile->signs, g_strdup (sign), g_strdup (daybook_parse_text (parse, node, "signs")));
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
read_personal (DaybookProfileParse *parse,
               JsonObject          *root)
{
  JsonNode *personal = json_object_get_member (root, "personal");
  JsonObject *headings = personal != NULL ? daybook_parse_object (parse, personal, "personal") : NULL;
  JsonObjectIter iter;
  const char *heading;
  JsonNode *node;

  if (headings == NULL)
    return;

  json_object_iter_init_ordered (&iter, headings);
  while (json_object_iter_next_ordered (&iter, &heading, &node))
    {
      int mask = find_mask (daybook_parse_text (parse, node, "personal"));

      if (mask < 0)
        daybook_parse_wrong (parse, "personal");
      g_hash_table_replace (parse->profile->personal, daybook_clean_fold (heading), GINT_TO_POINTER (mask + 1));
    }
}

static void
read_array (DaybookProfileParse *parse,
            JsonObject          *root,
            const char          *member,
            JsonArrayForeach     read)
{
  JsonNode *node = json_object_get_member (root, member);

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), read, parse);
  else
    daybook_parse_wrong (parse, member);
}

static void
read_root (DaybookProfileParse *parse,
           JsonObject          *root)
{
  DaybookProfile *profile = parse->profile;
  g_autofree char *account = daybook_parse_dup (parse, root, "account");

  profile->id = daybook_parse_dup (parse, root, "id");
  profile->label = daybook_parse_dup (parse, root, "label");
  profile->zone = daybook_parse_dup (parse, root, "zone");
  profile->currency = daybook_parse_dup (parse, root, "currency");
  profile->decimal = daybook_parse_decimal (parse, root);
  profile->code = daybook_parse_dup (parse, root, "code");
  if (account != NULL)
    profile->account = daybook_table_field (&daybook_orders, account);
  if (account != NULL && profile->account < 0)
    daybook_parse_wrong (parse, "account");
  if (profile->id == NULL || *profile->id == '\0')
    daybook_parse_wrong (parse, "id");
  if (profile->zone != NULL && !daybook_shops.fields[DAYBOOK_SHOP_ZONE].check (profile->zone, NULL))
    daybook_parse_wrong (parse, "zone");
  if (profile->currency != NULL && !daybook_shops.fields[DAYBOOK_SHOP_CURRENCY].check (profile->currency, NULL))
    daybook_parse_wrong (parse, "currency");
  if (profile->code != NULL && daybook_order_code_find (profile->code) == NULL)
    daybook_parse_wrong (parse, "code");

  read_words (parse, root, "empty", profile->empties);
  note_empty_lengths (profile);
  read_words (parse, root, "zero", profile->zeros);
  read_words (parse, root, "totals", profile->totals);
  read_enumeration (parse, root, "flags", DAYBOOK_ORDER_SELLER_FLAG, profile->flags);
  read_enumeration (parse, root, "refunds", DAYBOOK_ORDER_REFUND, profile->refunds);
  read_stars (parse, root);
  read_dates (parse, root);
  read_signs (parse, root);
  read_personal (parse, root);
  read_array (parse, root, "forms", daybook_parse_form);
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
  g_autoptr(GError) failure = NULL;
  DaybookProfileParse parse = { .profile = profile };
  g_autofree char *wrong = NULL;
  g_autoptr(JsonNode) root = daybook_json_read (json, length, &failure);

  if (root == NULL)
    {
      daybook_refuse (error, _("The platform file “%s” cannot be read: %s. Correct it, or take it away."),
                      name, failure->message);
      return NULL;
    }

  if (JSON_NODE_HOLDS_OBJECT (root))
    read_root (&parse, json_node_get_object (root));
  else
    daybook_parse_wrong (&parse, "{}");
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
