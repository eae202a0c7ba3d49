/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registers.h"

#include "core/json-patch.h"
#include "core/json.h"
#include "store/registers-resource.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/registers/"

/* As the sidebar shows them: what is used most comes first. */
static const char *const SHIPPED[] = {
  "inquiry", "return", "exchange", "refund", "resend", "damage", "trace", "extend", "repair", "dispute", "review", "complaint",
  "suggestion", "promise", "department", "incident", "improvement",
};

static void
free_register (gpointer data)
{
  DaybookShopRegister *one = data;

  g_object_unref (one->definition);
  g_free (one);
}

/* NULL when Daybook brings none of that key. A resource that is compiled in stays where it
 * is, and its data ends with a NUL. */
static const char *
shipped_text (const char *key)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, key, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_registers_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}

/* --- Reading ---------------------------------------------------------------- */

/* Of a register without a row, or with one in the trash, the shop has said nothing. */
static DaybookRow *
find_row (DaybookReader *reader,
          const char    *key)
{
  DaybookId id;

  daybook_register_row_id (&id, key);
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_registers, &id, NULL);
  return row != NULL && daybook_row_int (row, DAYBOOK_REGISTER_DELETED) == 0 ? g_steal_pointer (&row) : NULL;
}

static const char *
changes_of (const DaybookRow *row)
{
  return row != NULL && daybook_row_has (row, DAYBOOK_REGISTER_CHANGES) ? daybook_row_text (row, DAYBOOK_REGISTER_CHANGES) : NULL;
}

static void
add (GPtrArray        *registers,
     DaybookRegister  *definition,
     const DaybookRow *row,
     gboolean          shipped)
{
  DaybookShopRegister *one = g_new0 (DaybookShopRegister, 1);
  gint64 said = row != NULL ? daybook_row_int (row, DAYBOOK_REGISTER_USED) : DAYBOOK_ANSWER_UNKNOWN;

  one->definition = definition;
  one->shipped = shipped;
  one->changed = shipped && changes_of (row) != NULL;
  one->used = said == DAYBOOK_ANSWER_UNKNOWN ? !shipped || daybook_register_is_first (definition) : said == DAYBOOK_ANSWER_YES;
  g_ptr_array_add (registers, one);
}

static void
add_problem (GPtrArray    *problems,
             const GError *error)
{
  if (problems != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
}

static void
add_shipped (GPtrArray     *registers,
             DaybookReader *reader,
             const char    *key,
             GPtrArray     *problems)
{
  g_autofree char *name = g_strconcat (key, ".json", NULL);
  g_autoptr(DaybookRow) row = find_row (reader, key);
  g_autoptr(GError) error = NULL;
  DaybookRegister *definition = daybook_register_parse_with (shipped_text (key), name, changes_of (row), &error);

  /* Of what a newer version or another laptop has made of it, ours is left. */
  if (definition == NULL)
    {
      add_problem (problems, error);
      definition = daybook_register_parse (shipped_text (key), -1, name, NULL);
    }
  g_return_if_fail (definition != NULL);
  add (registers, definition, row, TRUE);
}

static void
add_own (GPtrArray        *registers,
         const DaybookRow *row,
         GPtrArray        *problems)
{
  const char *key = daybook_row_text (row, DAYBOOK_REGISTER_KEY);
  g_autoptr(GError) error = NULL;
  DaybookRegister *definition = NULL;

  if (shipped_text (key) != NULL)
    return;
  definition = daybook_register_parse (daybook_row_text (row, DAYBOOK_REGISTER_CHANGES), -1, key, &error);
  if (definition != NULL)
    add (registers, definition, row, FALSE);
  else
    add_problem (problems, error);
}

GPtrArray *
daybook_registers_read (DaybookReader  *reader,
                        GPtrArray      *problems,
                        GError        **error)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader, &daybook_registers, error);
  g_autoptr(GPtrArray) registers = g_ptr_array_new_with_free_func (free_register);

  if (rows == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (SHIPPED); i++)
    add_shipped (registers, reader, SHIPPED[i], problems);
  for (guint i = 0; i < rows->len; i++)
    add_own (registers, g_ptr_array_index (rows, i), problems);
  return g_steal_pointer (&registers);
}

static void
set_not_found (const char  *key,
               GError     **error)
{
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
               _("There is no register “%s”. “daybookctl register list” shows which there are."), key);
}

JsonNode *
daybook_registers_definition (DaybookReader  *reader,
                              const char     *key,
                              GError        **error)
{
  const char *shipped = shipped_text (key);
  g_autoptr(DaybookRow) row = find_row (reader, key);
  const char *changes = changes_of (row);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(JsonNode) patch = NULL;
  g_autoptr(GError) failure = NULL;

  if (shipped == NULL && changes == NULL)
    {
      set_not_found (key, error);
      return NULL;
    }

  node = daybook_json_read (shipped != NULL ? shipped : changes, -1, &failure);
  if (node != NULL && shipped != NULL && changes != NULL)
    patch = daybook_json_read (changes, -1, &failure);
  if (failure != NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT, _("The register “%s” cannot be read: %s."), key, failure->message);
      return NULL;
    }

  if (patch != NULL && JSON_NODE_HOLDS_OBJECT (patch))
    daybook_json_patch (json_node_get_object (node), json_node_get_object (patch));
  return g_steal_pointer (&node);
}

/* --- Changing ---------------------------------------------------------------- */

/* A row that is new, or comes back from the trash, is given its values. */
static void
set_field (DaybookEdit      *edit,
           const DaybookRow *row,
           const char       *key,
           guint             field,
           DaybookValue      value)
{
  DaybookId id;

  daybook_register_row_id (&id, key);
  if (row != NULL)
    daybook_edit_set (edit, &daybook_registers, &id, field, value);
  else
    {
      daybook_edit_create (edit, &daybook_registers, &id);
      daybook_edit_give (edit, DAYBOOK_REGISTER_KEY, daybook_value_text (key));
      daybook_edit_give (edit, field, value);
    }
}

/* Numbers of cases begin with it. */
static gboolean
check_prefix (GPtrArray        *registers,
              DaybookRegister  *definition,
              GError          **error)
{
  for (guint i = 0; i < registers->len; i++)
    {
      DaybookRegister *other = ((const DaybookShopRegister *) g_ptr_array_index (registers, i))->definition;

      if (!g_str_equal (daybook_register_get_prefix (other), daybook_register_get_prefix (definition))
          || g_str_equal (daybook_register_get_key (other), daybook_register_get_key (definition)))
        continue;
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT,
                   /* TRANSLATORS: the letters that the numbers of cases begin with, a register's title. */
                   _("The numbers of “%2$s” begin with %1$s too. Give this register another “prefix”."),
                   daybook_register_get_prefix (definition), daybook_register_get_title (other));
      return FALSE;
    }

  return TRUE;
}

char *
daybook_registers_adopt (DaybookReader  *reader,
                         DaybookEdit    *edit,
                         const char     *text,
                         const char     *name,
                         GError        **error)
{
  g_autoptr(DaybookRegister) definition = daybook_register_parse (text, -1, name, error);
  g_autoptr(GPtrArray) registers = definition != NULL ? daybook_registers_read (reader, NULL, error) : NULL;

  if (registers == NULL || !check_prefix (registers, definition, error))
    return NULL;

  const char *key = daybook_register_get_key (definition);
  g_autoptr(DaybookRow) row = find_row (reader, key);
  const char *shipped = shipped_text (key);
  g_autofree char *changes = shipped != NULL ? daybook_json_diff_text (shipped, text, NULL) : g_strdup (text);

  set_field (edit, row, key, DAYBOOK_REGISTER_CHANGES, daybook_value_text (changes));
  if (row != NULL)
    set_field (edit, row, key, DAYBOOK_REGISTER_USED, daybook_value_int (DAYBOOK_ANSWER_YES));
  else
    daybook_edit_give (edit, DAYBOOK_REGISTER_USED, daybook_value_int (DAYBOOK_ANSWER_YES));
  return g_strdup (key);
}

gboolean
daybook_registers_use (DaybookReader  *reader,
                       DaybookEdit    *edit,
                       const char     *key,
                       gboolean        used,
                       GError        **error)
{
  g_autoptr(DaybookRow) row = find_row (reader, key);

  if (row == NULL && shipped_text (key) == NULL)
    {
      set_not_found (key, error);
      return FALSE;
    }

  set_field (edit, row, key, DAYBOOK_REGISTER_USED, daybook_value_int (used ? DAYBOOK_ANSWER_YES : DAYBOOK_ANSWER_NO));
  return TRUE;
}
