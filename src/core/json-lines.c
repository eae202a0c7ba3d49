/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/json-lines.h"

#include "core/json.h"

struct _DaybookJsonLines
{
  JsonNode   *root;
  GHashTable *lines; /* JsonObject → its members' lines: char → guint; "" is the object's end */
};

static void
note (JsonParser       *parser,
      JsonObject       *object,
      const char       *member,
      DaybookJsonLines *self)
{
  GHashTable *lines = g_hash_table_lookup (self->lines, object);

  if (lines == NULL)
    {
      lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->lines, object, lines);
    }
  g_hash_table_insert (lines, g_strdup (member), GUINT_TO_POINTER (json_parser_get_current_line (parser)));
}

static void
on_object_read (JsonParser       *parser,
                JsonObject       *object,
                DaybookJsonLines *self)
{
  note (parser, object, "", self);
}

DaybookJsonLines *
daybook_json_lines_new (const char  *text,
                        gssize       length,
                        GError     **error)
{
  g_autoptr(DaybookJsonLines) self = g_new0 (DaybookJsonLines, 1);
  g_autoptr(JsonParser) parser = json_parser_new ();

  self->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_signal_connect (parser, "object-member", G_CALLBACK (note), self);
  g_signal_connect (parser, "object-end", G_CALLBACK (on_object_read), self);
  self->root = daybook_json_read_by (parser, text, length, error);

  return self->root != NULL ? g_steal_pointer (&self) : NULL;
}

void
daybook_json_lines_free (DaybookJsonLines *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_hash_table_unref (self->lines);
  g_free (self);
}

JsonNode *
daybook_json_lines_root (DaybookJsonLines *self)
{
  return self->root;
}

guint
daybook_json_lines_find (DaybookJsonLines *self,
                         JsonObject       *object,
                         const char       *member)
{
  GHashTable *lines = g_hash_table_lookup (self->lines, object);
  gpointer line;

  if (lines == NULL)
    return 0;
  if (g_hash_table_lookup_extended (lines, member, NULL, &line))
    return GPOINTER_TO_UINT (line);
  return GPOINTER_TO_UINT (g_hash_table_lookup (lines, ""));
}
