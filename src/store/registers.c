/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registers.h"

#include "core/json-patch.h"
#include "core/json.h"
#include "store/reader-private.h"
#include "store/registers-resource.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

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

static const char *
find_text (const char *key)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, key, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_registers_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
}

/* NULL when Daybook brings none of that key. A resource that is compiled in stays where it
 * is, and its data ends with a NUL. It is asked for with every case that is read: where it is, is
 * found once. */
static const char *
shipped_text (const char *key)
{
  static const char *texts[G_N_ELEMENTS (SHIPPED)]; /* atomic */

  for (gsize i = 0; i < G_N_ELEMENTS (SHIPPED); i++)
    if (g_str_equal (SHIPPED[i], key))
      {
        if (g_atomic_pointer_get (&texts[i]) == NULL)
          g_atomic_pointer_set (&texts[i], find_text (key));
        return g_atomic_pointer_get (&texts[i]);
      }

  return NULL;
}

/* --- Definitions -------------------------------------------------------------- */

typedef struct
{
  const char *name;    /* of the file, for messages */
  const char *text;    /* the shipped definition, or NULL */
  const char *changes; /* the shop's, or NULL */
} Source;

static DaybookRegister *
parse (const Source  *source,
       GError       **error)
{
  if (source->text == NULL)
    return daybook_register_parse (source->changes != NULL ? source->changes : "", -1, source->name, error);

  return daybook_register_parse_with (source->text, source->name, source->changes, error);
}

/* What has been read once is kept: a definition is asked for with every case that is read, and
 * a shop changes few. What cannot be read is tried again, for its sentence. (transfer none) */
static DaybookRegister *
recall (const Source  *source,
        GError       **error)
{
  static GMutex mutex;
  static GHashTable *known = NULL; /* name, US, changes → DaybookRegister */
  g_autofree char *name = g_strconcat (source->name, "\x1f", source->changes, NULL);
  DaybookRegister *definition;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  definition = g_hash_table_lookup (known, name);
  if (definition == NULL)
    {
      definition = parse (source, error);
      if (definition != NULL)
        g_hash_table_insert (known, g_steal_pointer (&name), definition);
    }
  g_mutex_unlock (&mutex);
  return definition;
}

/* Of what a newer version or another laptop has made of one of ours, ours is left; `problem`,
 * where not NULL, gets a sentence then. */
static DaybookRegister *
find_definition (const char  *key,
                 const char  *changes,
                 GError     **problem)
{
  const char *shipped = shipped_text (key);
  g_autofree char *name = shipped != NULL ? g_strconcat (key, ".json", NULL) : g_strdup (key);
  Source source = { name, shipped, changes };
  DaybookRegister *definition = recall (&source, problem);

  source.changes = NULL;
  return definition == NULL && shipped != NULL ? recall (&source, NULL) : definition;
}

DaybookRegister *
daybook_register_in_force (DaybookDatabase *db,
                           const char      *key)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT changes FROM registers WHERE id = :id AND deleted = 0", NULL);
  DaybookId id;

  if (statement == NULL)
    return NULL;

  daybook_register_row_id (&id, key);
  daybook_bind_id (statement, ":id", &id);
  gboolean said = daybook_statement_next (statement, NULL) && sqlite3_column_type (statement, 0) != SQLITE_NULL;

  return said || shipped_text (key) != NULL ? find_definition (key, said ? daybook_column_text (statement, 0) : NULL, NULL) : NULL;
}

DaybookRegister *
daybook_reader_register (DaybookReader *reader,
                         const char    *key)
{
  return daybook_register_in_force (reader->db, key);
}

const DaybookTable *
daybook_reader_table (DaybookReader *reader,
                      const char    *name)
{
  const char *point = strchr (name, '.');
  g_autofree char *base = point != NULL ? g_strndup (name, (gsize) (point - name)) : g_strdup (name);
  const DaybookTable *table = daybook_registry_find (base);
  DaybookRegister *definition;

  if (point == NULL || table != &daybook_cases)
    return point == NULL ? table : NULL;

  definition = daybook_register_in_force (reader->db, point + 1);
  return definition != NULL ? daybook_register_get_table (definition) : NULL;
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

/* Until the shop has said: what comes with Daybook as it says itself, what the shop has made is shown. */
static gboolean
is_used (DaybookRegister *definition,
         gint64           said,
         gboolean         shipped)
{
  return said == DAYBOOK_ANSWER_UNKNOWN ? !shipped || daybook_register_is_first (definition) : said == DAYBOOK_ANSWER_YES;
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
  one->used = is_used (definition, said, shipped);
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
  g_autoptr(DaybookRow) row = find_row (reader, key);
  g_autoptr(GError) error = NULL;
  DaybookRegister *definition = find_definition (key, changes_of (row), &error);

  if (error != NULL)
    add_problem (problems, error);
  g_return_if_fail (definition != NULL);
  add (registers, g_object_ref (definition), row, TRUE);
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
  definition = find_definition (key, daybook_row_text (row, DAYBOOK_REGISTER_CHANGES), &error);
  if (definition != NULL)
    add (registers, g_object_ref (definition), row, FALSE);
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

/* --- Of rows ------------------------------------------------------------------- */

static void
add_born (GPtrArray          *born,
          DaybookRegister    *definition,
          const DaybookTable *rows,
          gint64              said,
          gboolean            shipped)
{
  const DaybookBirth *birth = definition != NULL ? daybook_register_get_birth (definition) : NULL;
  DaybookBornOf *one;

  if (birth == NULL || birth->rows != rows)
    return;

  one = g_new0 (DaybookBornOf, 1);
  one->definition = definition;
  one->by_itself = birth->by_itself && is_used (definition, said, shipped);
  g_ptr_array_add (born, one);
}

static gboolean
add_shipped_born (GPtrArray           *born,
                  DaybookDatabase     *db,
                  const DaybookTable  *rows,
                  const char          *key,
                  GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT changes, used FROM registers WHERE id = :id AND deleted = 0", error);
  DaybookId id;
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_register_row_id (&id, key);
  daybook_bind_id (statement, ":id", &id);
  gboolean said = daybook_statement_next (statement, &local);
  const char *changes = said && sqlite3_column_type (statement, 0) != SQLITE_NULL ? daybook_column_text (statement, 0) : NULL;
  if (local == NULL)
    add_born (born, find_definition (key, changes, NULL), rows, said ? sqlite3_column_int64 (statement, 1) : 0, TRUE);
  else
    g_propagate_error (error, local);
  return local == NULL;
}

GPtrArray *
daybook_registers_born_of (DaybookDatabase     *db,
                           const DaybookTable  *rows,
                           GError             **error)
{
  g_autoptr(GPtrArray) born = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT key, changes, used FROM registers WHERE deleted = 0 ORDER BY rowid", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (SHIPPED); i++)
    if (!add_shipped_born (born, db, rows, SHIPPED[i], error))
      return NULL;
  while (daybook_statement_next (statement, &local))
    if (shipped_text (daybook_column_text (statement, 0)) == NULL)
      add_born (born, find_definition (daybook_column_text (statement, 0), daybook_column_text (statement, 1), NULL), rows,
                sqlite3_column_int64 (statement, 2), FALSE);
  if (local == NULL)
    return g_steal_pointer (&born);

  g_propagate_error (error, local);
  return NULL;
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
                   /* Translators: the letters that the numbers of cases begin with, a register's title. */
                   _("The numbers of “%2$s” begin with %1$s too. Give this register another “prefix”."),
                   daybook_register_get_prefix (definition), daybook_register_get_title (other));
      return FALSE;
    }

  return TRUE;
}

typedef enum
{
  SHOWN,
  SHOWN_IF_NEW,
} Shown;

/* Of one of ours only what differs is kept. Returns its key, or NULL. */
static char *
write_definition (DaybookReader  *reader,
                  DaybookEdit    *edit,
                  const char     *text,
                  const char     *name,
                  Shown           shown,
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
  if (row != NULL && shown == SHOWN)
    set_field (edit, row, key, DAYBOOK_REGISTER_USED, daybook_value_int (DAYBOOK_ANSWER_YES));
  else if (row == NULL && (shown == SHOWN || shipped == NULL))
    daybook_edit_give (edit, DAYBOOK_REGISTER_USED, daybook_value_int (DAYBOOK_ANSWER_YES));
  return g_strdup (key);
}

char *
daybook_registers_adopt (DaybookReader  *reader,
                         DaybookEdit    *edit,
                         const char     *text,
                         const char     *name,
                         GError        **error)
{
  return write_definition (reader, edit, text, name, SHOWN, error);
}

gboolean
daybook_registers_save (DaybookReader  *reader,
                        DaybookEdit    *edit,
                        const char     *text,
                        GError        **error)
{
  g_autofree char *key = write_definition (reader, edit, text, "register", SHOWN_IF_NEW, error);

  return key != NULL;
}

gboolean
daybook_registers_reset (DaybookReader  *reader,
                         DaybookEdit    *edit,
                         const char     *key,
                         GError        **error)
{
  g_autoptr(DaybookRow) row = find_row (reader, key);

  if (row == NULL || shipped_text (key) == NULL)
    {
      set_not_found (key, error);
      return FALSE;
    }

  set_field (edit, row, key, DAYBOOK_REGISTER_CHANGES, (DaybookValue) DAYBOOK_VALUE_INIT);
  return TRUE;
}

static gboolean
is_among (GPtrArray  *registers,
          const char *key)
{
  for (guint i = 0; i < registers->len; i++)
    if (g_str_equal (daybook_register_get_key (((const DaybookShopRegister *) registers->pdata[i])->definition), key))
      return TRUE;

  return FALSE;
}

GPtrArray *
daybook_registers_others (DaybookReader  *reader,
                          GError        **error)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (reader, NULL, error);
  g_autoptr(GPtrArray) rows = registers != NULL ? daybook_reader_all (reader, &daybook_registers, error) : NULL;
  GPtrArray *others = rows != NULL ? daybook_register_others_new () : NULL;

  for (guint i = 0; rows != NULL && i < registers->len; i++)
    {
      DaybookRegister *one = ((const DaybookShopRegister *) g_ptr_array_index (registers, i))->definition;

      daybook_register_others_add (others, daybook_register_get_key (one), daybook_register_get_prefix (one), daybook_register_get_title (one));
    }
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *key = daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_REGISTER_KEY);

      if (!is_among (registers, key))
        daybook_register_others_add (others, key, "", key);
    }
  return others;
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

/* The definition's text with the switch as it is to be. What is so anyhow is not said. (transfer full) */
static char *
switch_text (JsonNode *whole,
             gboolean  by_itself)
{
  JsonObject *birth = json_object_get_object_member (json_node_get_object (whole), "born_from");

  if (by_itself)
    json_object_remove_member (birth, "by_itself");
  else
    json_object_set_boolean_member (birth, "by_itself", FALSE);
  return json_to_string (whole, FALSE);
}

gboolean
daybook_registers_set_by_itself (DaybookReader  *reader,
                                 DaybookEdit    *edit,
                                 const char     *key,
                                 gboolean        by_itself,
                                 GError        **error)
{
  g_autoptr(DaybookRow) row = find_row (reader, key);
  DaybookRegister *definition = daybook_reader_register (reader, key);
  g_autoptr(JsonNode) whole = daybook_registers_definition (reader, key, error);
  const char *shipped = shipped_text (key);

  if (whole == NULL)
    return FALSE;
  if (definition == NULL || daybook_register_get_birth (definition) == NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                   _("Cases of the register “%s” do not come from imports. “born_from” in its definition would say from which rows."), key);
      return FALSE;
    }

  g_autofree char *text = switch_text (whole, by_itself);
  g_autofree char *changes = shipped != NULL ? daybook_json_diff_text (shipped, text, NULL) : g_strdup (text);
  set_field (edit, row, key, DAYBOOK_REGISTER_CHANGES, daybook_value_text (changes));
  return TRUE;
}
