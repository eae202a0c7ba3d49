/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-read.h"

#include "core/registry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
note_fault (GPtrArray  *faults,
            JsonObject *object,
            const char *member,
            const char *why)
{
  DaybookRegisterFault *fault = g_new0 (DaybookRegisterFault, 1);

  fault->object = object;
  fault->member = g_strdup (member);
  fault->why = g_strdup (why);
  g_ptr_array_add (faults, fault);
}

void
daybook_register_wrong (DaybookRegisterRead *read,
                        JsonObject          *object,
                        const char          *member,
                        char                *why)
{
  if (read->faults != NULL)
    note_fault (read->faults, object, member, why);
  if (read->wrong != NULL)
    {
      g_free (why);
      return;
    }

  read->wrong = why;
  read->line = read->lines != NULL ? daybook_json_lines_find (read->lines, object, member) : 0;
}

static void
be_missing (DaybookRegisterRead *read,
            JsonObject          *object,
            const char          *member,
            DaybookMemberNeed    need)
{
  if (need == DAYBOOK_MEMBER_REQUIRED)
    daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” is missing"), member));
}

static void
be_of_other_kind (DaybookRegisterRead *read,
                  JsonObject          *object,
                  const char          *member)
{
  daybook_register_wrong (read, object, member, g_strdup_printf (_("“%s” is not what it should be"), member));
}

static const char *
text_of (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  const char *text = json_node_get_string (node);
  return *text != '\0' && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

const char *
daybook_register_text (DaybookRegisterRead *read,
                       JsonObject          *object,
                       const char          *member,
                       DaybookMemberNeed    need)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text = node != NULL ? text_of (node) : NULL;

  if (node == NULL)
    be_missing (read, object, member, need);
  else if (text == NULL)
    be_of_other_kind (read, object, member);
  return text;
}

const char *
daybook_register_language (JsonObject *texts)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *language = g_str_equal (languages[i], "C") ? "en" : languages[i];

      if (json_object_has_member (texts, language))
        return language;
    }

  return NULL;
}

const char *
daybook_register_own_language (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    if (strpbrk (languages[i], ".@") == NULL && !g_str_equal (languages[i], "C"))
      return languages[i];

  return "en";
}

/* The first of the person's languages that is there, else English, else the first. */
static const char *
pick_language (JsonObject *texts)
{
  const char *language = daybook_register_language (texts);
  g_autoptr(GList) members = json_object_get_members (texts);
  JsonNode *node = json_object_get_member (texts, language != NULL ? language : "en");

  if (node == NULL && members != NULL)
    node = json_object_get_member (texts, members->data);

  return node != NULL ? text_of (node) : NULL;
}

const char *
daybook_register_text_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? pick_language (json_node_get_object (node)) : text_of (node);
}

char *
daybook_register_label (DaybookRegisterRead *read,
                        JsonObject          *object,
                        const char          *member,
                        DaybookMemberNeed    need)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text;

  if (node == NULL)
    {
      be_missing (read, object, member, need);
      return NULL;
    }

  text = daybook_register_text_of (node);
  if (text == NULL)
    be_of_other_kind (read, object, member);
  return g_strdup (text);
}

gboolean
daybook_register_flag (DaybookRegisterRead *read,
                       JsonObject          *object,
                       const char          *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  be_of_other_kind (read, object, member);
  return FALSE;
}

guint
daybook_register_count (DaybookRegisterRead *read,
                        JsonObject          *object,
                        const char          *member,
                        guint                most,
                        guint                otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return otherwise;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
      && json_node_get_int (node) >= 0 && json_node_get_int (node) <= most)
    return (guint) json_node_get_int (node);

  be_of_other_kind (read, object, member);
  return otherwise;
}

char **
daybook_register_texts (DaybookRegisterRead *read,
                        JsonObject          *object,
                        const char          *member)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    be_of_other_kind (read, object, member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = text_of (json_array_get_element (array, i));

      if (text == NULL)
        be_of_other_kind (read, object, member);
      else
        g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

GPtrArray *
daybook_register_list (DaybookRegisterRead *read,
                       JsonObject          *object,
                       const char          *member)
{
  JsonNode *node = json_object_get_member (object, member);
  GPtrArray *list = g_ptr_array_new ();

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    g_ptr_array_add (list, node);
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      g_ptr_array_add (list, json_array_get_element (json_node_get_array (node), i));
  else if (node != NULL)
    be_of_other_kind (read, object, member);

  return list;
}

const char *
daybook_register_element (JsonNode *node)
{
  return text_of (node);
}

guint
daybook_register_word (DaybookRegisterRead *read,
                       JsonObject          *object,
                       const char          *member,
                       const char *const   *words,
                       guint                otherwise)
{
  const char *word = daybook_register_text (read, object, member, DAYBOOK_MEMBER_OPTIONAL);

  if (word == NULL)
    return otherwise;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  g_autofree char *known = g_strjoinv (", ", (char **) words);
  daybook_register_wrong (read, object, member,
                          /* Translators: the member's name, its value, the values that there are. */
                          g_strdup_printf (_("“%s” is “%s”, which is none of: %s"), member, word, known));
  return otherwise;
}

JsonObject *
daybook_register_object (DaybookRegisterRead *read,
                         JsonObject          *object,
                         const char          *member,
                         DaybookMemberNeed    need)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    be_missing (read, object, member, need);
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    be_of_other_kind (read, object, member);
  else
    return json_node_get_object (node);

  return NULL;
}

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* What the order names and the object has, each once. */
static void
add_ordered (GPtrArray  *keys,
             JsonObject *object,
             JsonArray  *order)
{
  for (guint i = 0; i < json_array_get_length (order); i++)
    {
      const char *key = text_of (json_array_get_element (order, i));

      if (key != NULL && json_object_has_member (object, key) && !has_text (keys, key))
        g_ptr_array_add (keys, g_strdup (key));
    }
}

char **
daybook_register_keys (JsonObject *object,
                       const char *member)
{
  g_autofree char *beside = g_strconcat (member, DAYBOOK_ORDER_SUFFIX, NULL);
  JsonNode *node = json_object_get_member (object, member);
  JsonNode *order = json_object_get_member (object, beside);
  JsonObject *all = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *key;

  if (all != NULL && order != NULL && JSON_NODE_HOLDS_ARRAY (order))
    add_ordered (keys, all, json_node_get_array (order));
  if (all != NULL)
    {
      json_object_iter_init_ordered (&iter, all);
      while (json_object_iter_next_ordered (&iter, &key, NULL))
        if (!has_text (keys, key))
          g_ptr_array_add (keys, g_strdup (key));
    }

  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

void
daybook_register_each (DaybookRegisterRead *read,
                       JsonObject          *object,
                       const char          *member,
                       DaybookMemberNeed    need,
                       DaybookRegisterEach  each,
                       gpointer             data)
{
  JsonObject *all = daybook_register_object (read, object, member, need);
  g_auto(GStrv) keys = daybook_register_keys (object, member);

  for (guint i = 0; all != NULL && keys[i] != NULL; i++)
    if (daybook_is_key (keys[i]))
      each (read, all, keys[i], data);
    else
      daybook_register_wrong (read, all, keys[i],
                              g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), keys[i]));
}
