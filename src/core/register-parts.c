/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-parts.h"

#include "core/register-read.h"

#include <string.h>

static JsonObject *
object_in (JsonObject *object,
           const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonObject *
daybook_parts_find (JsonObject  *root,
                    const char  *path,
                    char       **member)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);
  guint last;

  if (steps[0] == NULL)
    return NULL;

  last = g_strv_length (steps) - 1;
  for (guint i = 0; i < last && root != NULL; i++)
    root = object_in (root, steps[i]);
  if (root != NULL)
    *member = g_strdup (steps[last]);
  return root;
}

JsonNode *
daybook_parts_node (JsonObject *root,
                    const char *path)
{
  g_autofree char *member = NULL;
  JsonObject *object = daybook_parts_find (root, path, &member);

  return object != NULL ? json_object_get_member (object, member) : NULL;
}

/* --- Order ---------------------------------------------------------------------- */

static JsonArray *
make_array (char **names)
{
  JsonArray *array = json_array_new ();

  for (; *names != NULL; names++)
    json_array_add_string_element (array, *names);
  return array;
}

void
daybook_parts_set_order (JsonObject  *object,
                         const char  *member,
                         char       **keys)
{
  g_autofree char *beside = g_strconcat (member, DAYBOOK_ORDER_SUFFIX, NULL);
  g_auto(GStrv) plain = NULL;

  json_object_remove_member (object, beside);
  plain = daybook_register_keys (object, member);
  if (!g_strv_equal ((const char *const *) plain, (const char *const *) keys))
    json_object_set_array_member (object, beside, make_array (keys));
}

gboolean
daybook_parts_move (char       **keys,
                    const char  *key,
                    int          step)
{
  int n = (int) g_strv_length (keys);

  for (int i = 0; i < n; i++)
    if (g_str_equal (keys[i], key) && i + step >= 0 && i + step < n)
      {
        char *other = keys[i + step];

        keys[i + step] = keys[i];
        keys[i] = other;
        return TRUE;
      }

  return FALSE;
}

/* --- Lists ---------------------------------------------------------------------- */

char **
daybook_parts_names (JsonNode *list)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  JsonArray *array = list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *name = daybook_register_element (json_array_get_element (array, i));

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
is_name (JsonNode   *node,
         const char *name)
{
  return g_strcmp0 (daybook_register_element (node), name) == 0;
}

/* The member as a list, which one object of a list may stand for. */
static JsonArray *
obtain_list (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  array = json_array_new ();
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_array_add_element (array, json_node_copy (node));
  json_object_set_array_member (object, member, array);
  return array;
}

static void
take_out (JsonArray  *array,
          const char *name)
{
  for (guint i = json_array_get_length (array); i-- > 0;)
    if (is_name (json_array_get_element (array, i), name))
      json_array_remove_element (array, i);
}

static void
list_in (JsonObject *object,
         const char *member,
         const char *name,
         gboolean    listed)
{
  JsonArray *array = listed || json_object_has_member (object, member) ? obtain_list (object, member) : NULL;

  if (array == NULL)
    return;

  take_out (array, name);
  if (listed)
    json_array_add_string_element (array, name);
  if (json_array_get_length (array) == 0)
    json_object_remove_member (object, member);
}

void
daybook_parts_list (JsonObject *root,
                    const char *path,
                    const char *name,
                    gboolean    listed)
{
  g_autofree char *member = NULL;
  JsonObject *object = daybook_parts_find (root, path, &member);

  if (object != NULL)
    list_in (object, member, name, listed);
}

/* --- Stages --------------------------------------------------------------------- */

static gboolean
has_flag (JsonObject *object,
          const char *member)
{
  return object != NULL && json_object_get_boolean_member_with_default (object, member, FALSE);
}

static gboolean
is_worked_in (JsonObject *stages,
              const char *key)
{
  JsonObject *stage = object_in (stages, key);

  return stage != NULL && !has_flag (stage, "ends") && !has_flag (stage, "retired");
}

/* The place of the last stage before the new one that is worked in, or -1. */
static int
find_last (JsonObject  *stages,
           char       **keys,
           const char  *key)
{
  int last = -1;

  for (int i = 0; keys[i] != NULL; i++)
    if (!g_str_equal (keys[i], key) && is_worked_in (stages, keys[i]))
      last = i;

  return last;
}

static const char *
find_end (JsonObject  *stages,
          char       **keys)
{
  for (; *keys != NULL; keys++)
    if (has_flag (object_in (stages, *keys), "ends") && !has_flag (object_in (stages, *keys), "retired"))
      return *keys;

  return NULL;
}

void
daybook_parts_join_stage (JsonObject *root,
                          const char *key)
{
  JsonObject *stages = object_in (root, "stages");
  g_auto(GStrv) keys = daybook_register_keys (root, "stages");
  int last = find_last (stages, keys, key);
  const char *end = find_end (stages, keys);

  if (end != NULL)
    list_in (object_in (stages, key), "moves", end, TRUE);
  if (last >= 0)
    {
      list_in (object_in (stages, keys[last]), "moves", key, TRUE);
      list_in (object_in (stages, key), "moves", keys[last], TRUE);
    }
  for (int i = (int) g_strv_length (keys) - 1; i > last + 1; i--)
    daybook_parts_move (keys, key, -1);
  daybook_parts_set_order (root, "stages", keys);
}

void
daybook_parts_forget_stage (JsonObject *root,
                            const char *key)
{
  g_auto(GStrv) keys = daybook_register_keys (root, "stages");

  for (char **stage = keys; *stage != NULL; stage++)
    if (object_in (object_in (root, "stages"), *stage) != NULL)
      list_in (object_in (object_in (root, "stages"), *stage), "moves", key, FALSE);
  if (json_object_has_member (root, "start") && is_name (json_object_get_member (root, "start"), key))
    json_object_remove_member (root, "start");
}

/* --- Fields --------------------------------------------------------------------- */

/* A requirement that names no field any longer is none. */
static void
forget_alternatives (JsonObject *stage,
                     const char *key)
{
  JsonNode *node = json_object_get_member (stage, "requires");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = array != NULL ? json_array_get_length (array) : 0; i-- > 0;)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *one = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;

      if (one == NULL)
        continue;
      list_in (one, "one_of", key, FALSE);
      if (!json_object_has_member (one, "one_of"))
        json_array_remove_element (array, i);
    }
  if (array != NULL && json_array_get_length (array) == 0)
    json_object_remove_member (stage, "requires");
}

static void
forget_requirement (JsonObject *stage,
                    const char *key)
{
  if (json_object_has_member (stage, "requires"))
    {
      list_in (stage, "requires", key, FALSE);
      forget_alternatives (stage, key);
    }
}

void
daybook_parts_forget_field (JsonObject *root,
                            const char *key)
{
  g_auto(GStrv) stages = daybook_register_keys (root, "stages");
  g_auto(GStrv) parts = daybook_register_keys (root, "print");

  list_in (root, "columns", key, FALSE);
  for (char **stage = stages; *stage != NULL; stage++)
    if (object_in (object_in (root, "stages"), *stage) != NULL)
      forget_requirement (object_in (object_in (root, "stages"), *stage), key);
  for (char **part = parts; *part != NULL; part++)
    if (object_in (object_in (root, "print"), *part) != NULL)
      list_in (object_in (object_in (root, "print"), *part), "fields", key, FALSE);
}

/* --- Where something is ----------------------------------------------------------- */

/* The path of the object below `from`, which is at `path`, or NULL. */
static char *
search (JsonNode   *from,
        JsonObject *object,
        const char *path)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (JSON_NODE_HOLDS_OBJECT (from) && json_node_get_object (from) == object)
    return g_strdup (path);
  if (JSON_NODE_HOLDS_ARRAY (from))
    {
      char *found = NULL;

      /* Elements have no names: what is wrong in one is the list's. */
      for (guint i = 0; i < json_array_get_length (json_node_get_array (from)) && found == NULL; i++)
        found = search (json_array_get_element (json_node_get_array (from), i), object, path);
      return found;
    }
  if (!JSON_NODE_HOLDS_OBJECT (from))
    return NULL;

  json_object_iter_init (&iter, json_node_get_object (from));
  while (json_object_iter_next (&iter, &member, &node))
    {
      g_autofree char *below = *path != '\0' ? g_strconcat (path, "/", member, NULL) : g_strdup (member);
      char *found = search (node, object, below);

      if (found != NULL)
        return found;
    }
  return NULL;
}

char *
daybook_parts_path (JsonObject *root,
                    JsonObject *object,
                    const char *member)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), root);
  g_autofree char *path = search (node, object, "");

  return path == NULL || *path == '\0' ? g_strdup (path == NULL ? NULL : member) : g_strconcat (path, "/", member, NULL);
}

void
daybook_parts_clash (JsonObject   *mine,
                     JsonObject   *theirs,
                     const char   *path,
                     GStrvBuilder *clash)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, mine);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      g_autofree char *below = *path != '\0' ? g_strconcat (path, "/", member, NULL) : g_strdup (member);
      JsonNode *other = json_object_get_member (theirs, member);

      /* Of two orders one is taken: nothing is lost by that. */
      if (other == NULL || json_node_equal (node, other) || g_str_has_suffix (member, DAYBOOK_ORDER_SUFFIX))
        continue;
      if (JSON_NODE_HOLDS_OBJECT (node) && JSON_NODE_HOLDS_OBJECT (other))
        daybook_parts_clash (json_node_get_object (node), json_node_get_object (other), below, clash);
      else
        g_strv_builder_add (clash, below);
    }
}
