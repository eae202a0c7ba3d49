/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-draft-private.h"

#include "core/case.h"
#include "core/register-key.h"
#include "core/register-parts.h"
#include "core/register-read.h"

#include <string.h>

/* What a definition under change says, and what a person makes of it. */

static JsonObject *
root_of (DaybookRegisterDraft *self)
{
  return json_node_get_object (self->root);
}

static JsonNode *
node_at (DaybookRegisterDraft *self,
         const char           *path)
{
  return daybook_parts_node (root_of (self), path);
}

/* The object that holds what the path ends with, made with those around it where it is not there. */
static JsonObject *
obtain_object (JsonObject  *root,
               const char  *path,
               char       **member)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);
  guint last = g_strv_length (steps) - 1;

  for (guint i = 0; i < last; i++)
    {
      JsonNode *node = json_object_get_member (root, steps[i]);

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        json_object_set_object_member (root, steps[i], json_object_new ());
      root = json_object_get_object_member (root, steps[i]);
    }
  *member = g_strdup (steps[last]);
  return root;
}

/* Takes over `node`; NULL takes the member away. What is as it was is no change. */
static void
put (DaybookRegisterDraft *self,
     const char           *path,
     JsonNode             *node)
{
  g_autofree char *member = NULL;
  JsonNode *before = node_at (self, path);
  JsonObject *object;

  if ((node == NULL && before == NULL) || (node != NULL && before != NULL && json_node_equal (node, before)))
    {
      g_clear_pointer (&node, json_node_unref);
      return;
    }

  object = obtain_object (root_of (self), path, &member);
  if (node != NULL)
    json_object_set_member (object, member, node);
  else
    json_object_remove_member (object, member);
  daybook_register_draft_be_changed (self);
}

static JsonNode *
make_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/* --- Texts --------------------------------------------------------------------------- */

/* Of an option that may be retired the text is within. (transfer full) */
static char *
path_of_text (DaybookRegisterDraft *self,
              const char           *path)
{
  JsonNode *node = node_at (self, path);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "label")
         ? g_strconcat (path, "/label", NULL) : g_strdup (path);
}

const char *
daybook_register_draft_get_text (DaybookRegisterDraft *self,
                                 const char           *path)
{
  g_autofree char *inner = path_of_text (self, path);
  JsonNode *node = node_at (self, inner);
  const char *text = node != NULL ? daybook_register_text_of (node) : NULL;

  return text != NULL ? text : "";
}

static gboolean
may_be_left_out (const char *path)
{
  return g_str_equal (path, "one") || g_str_equal (path, "help") || g_str_has_suffix (path, "/help");
}

void
daybook_register_draft_set_text (DaybookRegisterDraft *self,
                                 const char           *path,
                                 const char           *text)
{
  g_autofree char *inner = path_of_text (self, path);
  g_autofree char *in_language = NULL;
  JsonNode *node = node_at (self, inner);
  const char *language;

  if (g_str_equal (daybook_register_draft_get_text (self, path), text))
    return;
  if (*text == '\0' && may_be_left_out (path))
    {
      put (self, inner, NULL);
      return;
    }
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      put (self, inner, make_text (text));
      return;
    }

  language = daybook_register_language (json_node_get_object (node));
  in_language = g_strconcat (inner, "/", language != NULL ? language : daybook_register_own_language (), NULL);
  put (self, in_language, make_text (text));
}

/* --- Words, flags, numbers --------------------------------------------------------------- */

const char *
daybook_register_draft_get_word (DaybookRegisterDraft *self,
                                 const char           *path)
{
  JsonNode *node = node_at (self, path);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

/* Of a choice there are choices. */
static gboolean
is_choice (const char *path,
           const char *word)
{
  return g_str_has_prefix (path, "fields/") && g_str_has_suffix (path, "/type")
         && (g_str_equal (word, "choice") || g_str_equal (word, "choices"));
}

static void
obtain_choices (DaybookRegisterDraft *self,
                const char           *type_path)
{
  g_autofree char *field = g_strndup (type_path, strlen (type_path) - strlen ("/type"));
  JsonNode *node = node_at (self, field);

  if (!json_object_has_member (json_node_get_object (node), "choices"))
    json_object_set_object_member (json_node_get_object (node), "choices", json_object_new ());
}

void
daybook_register_draft_set_word (DaybookRegisterDraft *self,
                                 const char           *path,
                                 const char           *word)
{
  if (g_strcmp0 (daybook_register_draft_get_word (self, path), word) == 0)
    return;

  if (g_str_equal (path, "prefix"))
    self->names_itself = FALSE;
  if (word != NULL && is_choice (path, word))
    obtain_choices (self, path);
  put (self, path, word != NULL ? make_text (word) : NULL);
}

void
daybook_register_draft_set_within (DaybookRegisterDraft *self,
                                   const char           *path,
                                   const char           *within)
{
  g_autofree char *inner = g_strconcat (path, "/within", NULL);
  JsonObject *limit;

  if (*within == '\0')
    put (self, path, NULL);
  else if (daybook_register_draft_has (self, path))
    daybook_register_draft_set_word (self, inner, within);
  else
    {
      limit = json_object_new ();
      json_object_set_string_member (limit, "within", within);
      put (self, path, json_node_init_object (json_node_alloc (), limit));
      json_object_unref (limit);
    }
}

gboolean
daybook_register_draft_get_flag (DaybookRegisterDraft *self,
                                 const char           *path)
{
  JsonNode *node = node_at (self, path);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

void
daybook_register_draft_set_flag (DaybookRegisterDraft *self,
                                 const char           *path,
                                 gboolean              flag)
{
  if (daybook_register_draft_get_flag (self, path) != flag)
    put (self, path, flag ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL);
}

guint
daybook_register_draft_get_count (DaybookRegisterDraft *self,
                                  const char           *path)
{
  JsonNode *node = node_at (self, path);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? (guint) json_node_get_int (node) : 0;
}

void
daybook_register_draft_set_count (DaybookRegisterDraft *self,
                                  const char           *path,
                                  guint                 count)
{
  if (daybook_register_draft_get_count (self, path) != count)
    put (self, path, count > 0 ? json_node_init_int (json_node_alloc (), count) : NULL);
}

/* --- Lists ------------------------------------------------------------------------------------ */

/* The roles that a definition means which names none. */
static const char *const ASSIGNED[] = { "owner", "lead", "agent", "part_time", NULL };

static gboolean
is_left_out (DaybookRegisterDraft *self,
             const char           *path)
{
  return g_str_equal (path, "assign") && node_at (self, path) == NULL;
}

gboolean
daybook_register_draft_lists (DaybookRegisterDraft *self,
                              const char           *path,
                              const char           *name)
{
  g_auto(GStrv) names = is_left_out (self, path) ? g_strdupv ((char **) ASSIGNED) : daybook_parts_names (node_at (self, path));

  return g_strv_contains ((const char *const *) names, name);
}

void
daybook_register_draft_list (DaybookRegisterDraft *self,
                             const char           *path,
                             const char           *name,
                             gboolean              listed)
{
  if (daybook_register_draft_lists (self, path, name) == listed)
    return;

  if (is_left_out (self, path))
    for (const char *const *role = ASSIGNED; *role != NULL; role++)
      daybook_parts_list (root_of (self), path, *role, TRUE);
  if (g_str_equal (path, "assign") && !listed && json_array_get_length (json_node_get_array (node_at (self, path))) == 1)
    {
      /* Somebody does the work. Whoever shows it, shows it again. */
      daybook_register_draft_be_changed (self);
      return;
    }
  daybook_parts_list (root_of (self), path, name, listed);
  daybook_register_draft_be_changed (self);
}

gboolean
daybook_register_draft_has (DaybookRegisterDraft *self,
                            const char           *path)
{
  return node_at (self, path) != NULL;
}

gboolean
daybook_register_draft_is_conditional (DaybookRegisterDraft *self,
                                       const char           *path)
{
  JsonNode *node = node_at (self, path);

  return node != NULL && (JSON_NODE_HOLDS_ARRAY (node)
                          || (JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), "when")));
}

/* --- Members ------------------------------------------------------------------------------------ */

static gboolean
is_list (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node);
}

char **
daybook_register_draft_get_keys (DaybookRegisterDraft *self,
                                 const char           *path)
{
  g_autofree char *member = NULL;
  JsonObject *object = daybook_parts_find (root_of (self), path, &member);

  if (object == NULL || is_list (json_object_get_member (object, member)))
    return daybook_parts_names (object != NULL ? json_object_get_member (object, member) : NULL);

  return daybook_register_keys (object, member);
}

typedef struct
{
  JsonObject *members;
  gboolean    of_fields;
} Neighbours;

/* Beside its neighbours' names those of every case, and of a parcel's courier. */
static gboolean
is_taken (const char *key,
          gpointer    data)
{
  const Neighbours *neighbours = data;
  gboolean is_courier = neighbours->of_fields && g_str_has_suffix (key, DAYBOOK_COURIER_SUFFIX);

  if (json_object_has_member (neighbours->members, key) || is_courier)
    return TRUE;

  return neighbours->of_fields
         && (daybook_table_field (&daybook_cases, key) >= 0 || g_str_equal (key, "id") || g_str_equal (key, "kind") || g_str_equal (key, "title"));
}

static JsonObject *
obtain_members (DaybookRegisterDraft *self,
                const char           *path)
{
  g_autofree char *member = NULL;
  JsonObject *object = daybook_parts_find (root_of (self), path, &member);

  g_return_val_if_fail (object != NULL, NULL);

  if (!json_object_has_member (object, member))
    json_object_set_object_member (object, member, json_object_new ());
  return json_object_get_object_member (object, member);
}

static void
add_member (JsonObject *members,
            const char *path,
            const char *key,
            const char *label)
{
  JsonObject *whole = json_object_new ();

  json_object_set_string_member (whole, "label", label);
  if (g_str_equal (path, "fields"))
    json_object_set_string_member (whole, "type", "text");
  json_object_set_object_member (members, key, whole);
}

char *
daybook_register_draft_add (DaybookRegisterDraft *self,
                            const char           *path,
                            const char           *label)
{
  gboolean of_fields = g_str_equal (path, "fields"), of_stages = g_str_equal (path, "stages");
  Neighbours neighbours = { obtain_members (self, path), of_fields };
  const char *otherwise = of_fields ? "field" : of_stages ? "stage" : "choice";
  char *key = daybook_register_make_key (label, otherwise, is_taken, &neighbours);

  if (of_fields || of_stages)
    add_member (neighbours.members, path, key, label);
  else
    json_object_set_string_member (neighbours.members, key, label);
  if (of_stages)
    daybook_parts_join_stage (root_of (self), key);
  daybook_register_draft_be_changed (self);
  return key;
}

gboolean
daybook_register_draft_move (DaybookRegisterDraft *self,
                             const char           *path,
                             const char           *key,
                             int                   step)
{
  g_auto(GStrv) keys = daybook_register_draft_get_keys (self, path);
  g_autofree char *member = NULL;
  JsonObject *object = daybook_parts_find (root_of (self), path, &member);

  if (!daybook_parts_move (keys, key, step))
    return FALSE;

  if (is_list (json_object_get_member (object, member)))
    {
      json_object_remove_member (object, member);
      for (char **name = keys; *name != NULL; name++)
        daybook_parts_list (root_of (self), path, *name, TRUE);
    }
  else
    daybook_parts_set_order (object, member, keys);
  daybook_register_draft_be_changed (self);
  return TRUE;
}

gboolean
daybook_register_draft_is_saved (DaybookRegisterDraft *self,
                                 const char           *path)
{
  return !self->is_new && daybook_parts_node (json_node_get_object (self->base), path) != NULL;
}

static gboolean
is_field (const char *path)
{
  return g_str_has_prefix (path, "fields/") && strchr (path + strlen ("fields/"), '/') == NULL;
}

static gboolean
is_stage (const char *path)
{
  return g_str_has_prefix (path, "stages/");
}

gboolean
daybook_register_draft_is_retired (DaybookRegisterDraft *self,
                                   const char           *path)
{
  g_autofree char *flag = g_strconcat (path, "/retired", NULL);

  return daybook_register_draft_get_flag (self, flag);
}

/* An option is a text until there is more to be said of it. */
static void
make_whole (DaybookRegisterDraft *self,
            const char           *path)
{
  g_autofree char *member = NULL;
  JsonObject *options = daybook_parts_find (root_of (self), path, &member);
  JsonObject *whole = json_object_new ();

  json_object_set_member (whole, "label", json_node_copy (json_object_get_member (options, member)));
  json_object_set_object_member (options, member, whole);
}

void
daybook_register_draft_retire (DaybookRegisterDraft *self,
                               const char           *path,
                               gboolean              retired)
{
  g_autofree char *flag = g_strconcat (path, "/retired", NULL);
  g_autofree char *text = path_of_text (self, path);

  g_return_if_fail (node_at (self, path) != NULL);

  if (!is_field (path) && !is_stage (path) && g_str_equal (text, path))
    make_whole (self, path);
  if (retired && is_field (path))
    daybook_parts_forget_field (root_of (self), path + strlen ("fields/"));
  daybook_register_draft_set_flag (self, flag, retired);
}

void
daybook_register_draft_remove (DaybookRegisterDraft *self,
                               const char           *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *around = g_strndup (path, (gsize) (slash - path));
  g_autofree char *member = NULL;
  g_auto(GStrv) keys = NULL;
  JsonObject *object;

  if (is_field (path))
    daybook_parts_forget_field (root_of (self), slash + 1);
  if (is_stage (path))
    daybook_parts_forget_stage (root_of (self), slash + 1);
  object = daybook_parts_find (root_of (self), around, &member);
  json_object_remove_member (json_object_get_object_member (object, member), slash + 1);
  keys = daybook_register_keys (object, member);
  daybook_parts_set_order (object, member, keys);
  daybook_register_draft_be_changed (self);
}
