/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/json-patch.h"

#include "core/json.h"

/* A patch in place of what is no object is itself without its nulls. */
static void
patch_member (JsonObject *target,
              const char *member,
              JsonObject *patch)
{
  JsonNode *node = json_object_get_member (target, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    json_object_set_object_member (target, member, json_object_new ());
  daybook_json_patch (json_object_get_object_member (target, member), patch);
}

void
daybook_json_patch (JsonObject *target,
                    JsonObject *patch)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, patch);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    if (JSON_NODE_HOLDS_NULL (node))
      json_object_remove_member (target, member);
    else if (JSON_NODE_HOLDS_OBJECT (node))
      patch_member (target, member, json_node_get_object (node));
    else
      json_object_set_member (target, member, json_node_copy (node));
}

static JsonObject *diff (JsonObject *from,
                         JsonObject *to);

/* Where both are objects only what differs in them. */
static void
diff_member (JsonObject *patch,
             const char *member,
             JsonNode   *from,
             JsonNode   *to)
{
  if (from == NULL || !JSON_NODE_HOLDS_OBJECT (from) || !JSON_NODE_HOLDS_OBJECT (to))
    {
      if (from == NULL || !json_node_equal (from, to))
        json_object_set_member (patch, member, json_node_copy (to));
      return;
    }

  JsonObject *inner = diff (json_node_get_object (from), json_node_get_object (to));
  if (json_object_get_size (inner) > 0)
    json_object_set_object_member (patch, member, inner);
  else
    json_object_unref (inner);
}

static JsonObject *
diff (JsonObject *from,
      JsonObject *to)
{
  JsonObject *patch = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, to);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    diff_member (patch, member, json_object_get_member (from, member), node);

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    if (!json_object_has_member (to, member))
      json_object_set_null_member (patch, member);

  return patch;
}

char *
daybook_json_patch_text (const char  *target,
                         const char  *patch,
                         GError     **error)
{
  g_autoptr(JsonNode) whole = daybook_json_read_object (target, error);
  g_autoptr(JsonNode) changes = whole != NULL && patch != NULL ? daybook_json_read_object (patch, error) : NULL;

  if (whole == NULL || (patch != NULL && changes == NULL))
    return NULL;

  if (changes != NULL)
    daybook_json_patch (json_node_get_object (whole), json_node_get_object (changes));
  return json_to_string (whole, TRUE);
}

char *
daybook_json_diff_text (const char  *from,
                        const char  *to,
                        GError     **error)
{
  g_autoptr(JsonNode) before = daybook_json_read_object (from, error);
  g_autoptr(JsonNode) after = before != NULL ? daybook_json_read_object (to, error) : NULL;
  g_autoptr(JsonNode) patch = json_node_new (JSON_NODE_OBJECT);

  if (after == NULL)
    return NULL;

  json_node_take_object (patch, diff (json_node_get_object (before), json_node_get_object (after)));
  return json_object_get_size (json_node_get_object (patch)) > 0 ? json_to_string (patch, FALSE) : NULL;
}
