/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-read.h"

#include "core/registry.h"

#include <glib/gi18n-lib.h>

void
daybook_register_wrong (DaybookRegisterRead *read,
                        JsonObject          *object,
                        const char          *member,
                        char                *why)
{
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

/* The first of the person's languages that is there, else English, else the first. */
static const char *
pick_language (JsonObject *texts)
{
  const char *const *languages = g_get_language_names ();
  g_autoptr(GList) members = json_object_get_members (texts);
  JsonNode *node = NULL;

  for (guint i = 0; languages[i] != NULL && node == NULL; i++)
    node = json_object_get_member (texts, g_str_equal (languages[i], "C") ? "en" : languages[i]);
  if (node == NULL)
    node = json_object_get_member (texts, "en");
  if (node == NULL && members != NULL)
    node = json_object_get_member (texts, members->data);

  return node != NULL ? text_of (node) : NULL;
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

  text = JSON_NODE_HOLDS_OBJECT (node) ? pick_language (json_node_get_object (node)) : text_of (node);
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

void
daybook_register_each (DaybookRegisterRead *read,
                       JsonObject          *object,
                       const char          *member,
                       DaybookMemberNeed    need,
                       DaybookRegisterEach  each,
                       gpointer             data)
{
  JsonObject *all = daybook_register_object (read, object, member, need);
  JsonObjectIter iter;
  const char *key;

  if (all == NULL)
    return;

  json_object_iter_init_ordered (&iter, all);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (daybook_is_key (key))
      each (read, all, key, data);
    else
      daybook_register_wrong (read, all, key, g_strdup_printf (_("“%s” is no name: small letters, digits and _ make one"), key));
}
