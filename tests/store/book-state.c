/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"

#include "store/backup.h"
#include "store/database.h"
#include "store/search-writer.h"

#include <glib/gstdio.h>
#include <string.h>

/* Imports made in one test are at most this long apart in the dates of their orders. */
#define DAYS 30
#define SECONDS_PER_DAY 86400

/* --- Reading the book --------------------------------------------------- */

static DaybookDatabase *
open_file (const char *folder,
           const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  DaybookDatabase *db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, 5000, &error);

  g_assert_no_error (error);
  return db;
}

static void
append_value (GString          *out,
              DaybookStatement *statement,
              int               column)
{
  const guint8 *blob;

  if (column > 0)
    g_string_append_c (out, '|');
  if (sqlite3_column_type (statement, column) != SQLITE_BLOB)
    {
      g_string_append (out, daybook_column_text (statement, column));
      return;
    }

  blob = sqlite3_column_blob (statement, column);
  for (int i = 0; i < sqlite3_column_bytes (statement, column); i++)
    g_string_append_printf (out, "%02x", blob[i]);
}

/* The rows of a query under a heading, one a line. */
static void
append_rows (GString         *out,
             DaybookDatabase *db,
             const char      *heading,
             const char      *sql)
{
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_string_append_printf (out, "== %s\n", heading);
  while (daybook_statement_next (statement, &error))
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        append_value (out, statement, i);
      g_string_append_c (out, '\n');
    }
  g_assert_no_error (error);
  sqlite3_finalize (statement);
}

static gboolean
has_random_id (const DaybookTable *table)
{
  return table == &daybook_contacts || table == &daybook_imports;
}

/* The fields of a table by what they say: references by the id they lead to.
 * Parts go with their owner. */
static char *
visible_sql (const DaybookTable *table)
{
  g_autoptr(GString) sql = g_string_new ("SELECT ");

  g_string_append (sql, has_random_id (table) ? "''" : "hex (t.id)");
  for (guint i = 1; i < table->n_fields; i++)
    {
      const DaybookField *field = &table->fields[i];

      if (table == &daybook_imports && i == DAYBOOK_IMPORT_ACT)
        continue;
      if (field->type == DAYBOOK_TYPE_REF)
        g_string_append_printf (sql, ", (SELECT hex (r.id) FROM %s r WHERE r.rowid = t.\"%s\")",
                                daybook_registry_find (field->ref)->plural, field->name);
      else
        g_string_append_printf (sql, ", t.\"%s\"", field->name);
    }
  if (table->parted != 0) /* in which order, says nothing */
    g_string_append (sql, ", (SELECT group_concat (e.field, ';') FROM"
                     " (SELECT key || '=' || value AS field FROM json_each (t.extra) ORDER BY key) e)");
  g_string_append_printf (sql, " FROM %s t WHERE t.deleted = 0", table->plural);
  if (table->owner >= 0)
    g_string_append_printf (sql, " AND EXISTS (SELECT 1 FROM %s o WHERE o.rowid = t.\"%s\" AND o.deleted = 0)",
                            daybook_registry_find (table->fields[table->owner].ref)->plural,
                            table->fields[table->owner].name);
  g_string_append (sql, " ORDER BY 1, 2, 3");
  return g_strdup (sql->str);
}

char *
book_state_visible (const char *folder)
{
  g_autoptr(DaybookDatabase) db = open_file (folder, "daybook.db");
  g_autoptr(GString) out = g_string_new (NULL);
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *sql = visible_sql (tables[i]);

      append_rows (out, db, tables[i]->plural, sql);
    }
  return g_strdup (out->str);
}

char *
book_state_exact (const char *folder)
{
  g_autoptr(DaybookDatabase) db = open_file (folder, "daybook.db");
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) tables = daybook_database_prepare (db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name", NULL);

  while (daybook_statement_next (tables, NULL))
    g_ptr_array_add (names, g_strdup (daybook_column_text (tables, 0)));

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", (char *) g_ptr_array_index (names, i));

      append_rows (out, db, g_ptr_array_index (names, i), sql);
    }
  return g_strdup (out->str);
}

void
book_state_assert_equal (const char *is,
                         const char *expected,
                         const char *when)
{
  if (g_str_equal (is, expected))
    return;

  g_auto(GStrv) lines = g_strsplit (is, "\n", -1);
  g_auto(GStrv) wanted = g_strsplit (expected, "\n", -1);
  guint i = 0;

  while (lines[i] != NULL && g_strcmp0 (lines[i], wanted[i]) == 0)
    i++;
  g_error ("%s: line %u is “%.300s” and should be “%.300s”", when, i,
           lines[i] != NULL ? lines[i] : "(missing)", wanted[i] != NULL ? wanted[i] : "(missing)");
}

/* Which terms the index has for which document, read from the index itself. */
static char *
index_state (const char *folder)
{
  g_autoptr(DaybookDatabase) db = open_file (folder, "search.db");
  g_autoptr(GString) out = g_string_new (NULL);

  for (const DaybookSearchPlace *place = daybook_search_places; place->table != NULL; place++)
    {
      const char *const tables[] = { place->words, place->names, place->numbers };

      for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autofree char *make = g_strdup_printf ("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, %s, instance)", tables[i]);

          g_assert_true (daybook_database_run (db, make, NULL));
          append_rows (out, db, tables[i], "SELECT doc, term, count (*) FROM temp.seen GROUP BY 1, 2 ORDER BY 1, 2");
          g_assert_true (daybook_database_run (db, "DROP TABLE temp.seen", NULL));
        }
    }
  return g_strdup (out->str);
}

/* --- Judging it --------------------------------------------------------- */

void
book_assert_sound (DaybookStore *store,
                   const char   *when)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) checks = daybook_store_verify (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (checks->len, >, 5);
  for (guint i = 0; i < checks->len; i++)
    {
      const DaybookCheck *check = g_ptr_array_index (checks, i);

      if (check->fault != NULL)
        g_error ("%s: %s: %s", when, check->what, check->fault);
    }
}

void
book_assert_index (DaybookStore *store,
                   const char   *when)
{
  const char *folder = daybook_store_get_folder (store);
  g_autoptr(GError) error = NULL;

  daybook_store_settle (store);
  g_autofree char *followed = index_state (folder);
  g_assert_true (daybook_store_rebuild (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *rebuilt = index_state (folder);
  book_state_assert_equal (followed, rebuilt, when);
}

static void
assert_no_scratch (const char *folder,
                   const char *when)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "staging-") || g_str_has_suffix (name, ".daybook-part")
        || g_str_has_suffix (name, ".restoring") || g_str_has_suffix (name, "-journal"))
      g_error ("%s: %s is left behind", when, name);
}

void
book_assert_tidy (const char *folder,
                  const char *when)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  assert_no_scratch (folder, when);
  assert_no_scratch (backups, when);
}

void
book_assert_sentence (const GError *error,
                      const char   *when)
{
  if (error == NULL)
    g_error ("%s: it failed without saying why", when);
  if (error->domain != DAYBOOK_ERROR)
    g_error ("%s: not an error of ours: %s", when, error->message);
  if (!g_str_has_suffix (error->message, ".") || strlen (error->message) < 20)
    g_error ("%s: not a sentence: %s", when, error->message);
}

/* --- Opening, closing, copying ------------------------------------------ */

DaybookStore *
book_open_folder (const char  *folder,
                  GError     **error)
{
  return daybook_store_open_at (folder, DAYBOOK_STORE_CREATE, BOOK_NOW, error);
}

void
book_close_store (DaybookStore **store)
{
  if (*store != NULL)
    daybook_store_close (*store);
  g_clear_object (store);
}

char *
book_copy_folder (const char *from)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (from, 0, &error);
  char *to = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source_path = g_build_filename (from, name, NULL);
      g_autofree char *target_path = g_build_filename (to, name, NULL);
      g_autoptr(GFile) source = g_file_new_for_path (source_path);
      g_autoptr(GFile) target = g_file_new_for_path (target_path);

      g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  return to;
}

/* --- Acts --------------------------------------------------------------- */

static void
fill_record (DaybookOrderRecord *record,
             guint               number)
{
  g_autofree char *order = g_strdup_printf ("%u", 880000000u + number);
  g_autofree char *phone = g_strdup_printf ("138%08u", number % 700);
  g_autofree char *account = g_strdup_printf ("小王子%u", number % 700);
  g_autofree char *sku = g_strdup_printf ("A-%u", number % 40);

  daybook_record_reset (record);
  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, order);
  daybook_record_set_int (record, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  daybook_record_set_int (record, DAYBOOK_ORDER_PAID, 100 + number);
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - (gint64) (number % DAYS) * SECONDS_PER_DAY);
  daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, "CNY");
  daybook_record_set_text (record, DAYBOOK_ORDER_PHONE, phone);
  daybook_record_set_text (record, DAYBOOK_ORDER_RECEIVER, "张三");
  daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, order);
  record->account = g_string_chunk_insert (record->chunk, account);
  g_string_append (record->raw, order);
  DaybookLineRecord *line = daybook_record_add_line (record);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, "红色连衣裙");
  daybook_record_line_text (record, line, DAYBOOK_LINE_SKU, sku);
}

static gboolean
stage (DaybookStaging  *staging,
       guint            first,
       guint            n,
       GError         **error)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  for (guint i = 0; i < n; i++)
    {
      fill_record (record, first + i);
      if (!daybook_staging_add (staging, record, error))
        return FALSE;
    }

  return daybook_staging_finish (staging, n, "{}", error);
}

DaybookStaging *
book_stage_orders (DaybookStore  *store,
                   guint          first,
                   guint          n,
                   GError       **error)
{
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (store),
    .platform = "tmall", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8",
    .as_of = BOOK_NOW, .form = 42, .header = "订单编号",
  };
  g_autoptr(DaybookStaging) staging = daybook_staging_new (store, &spec, error);

  if (staging == NULL || stage (staging, first, n, error))
    return g_steal_pointer (&staging);

  daybook_staging_discard (staging);
  return NULL;
}

gboolean
book_import_orders (DaybookStore  *store,
                    guint          first,
                    guint          n,
                    DaybookId     *act,
                    GError       **error)
{
  g_autoptr(DaybookStaging) staging = book_stage_orders (store, first, n, error);

  if (staging == NULL)
    return FALSE;

  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (store, staging, NULL, NULL, NULL, error);
  daybook_staging_discard (staging);
  if (outcome == NULL)
    return FALSE;

  if (act != NULL)
    *act = outcome->act;
  return TRUE;
}

gboolean
book_note_orders (DaybookStore  *store,
                  guint          n,
                  const char    *note,
                  GError       **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (daybook_store_get_reader (store), query, n, error);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Noted", daybook_store_get_agent (store));

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookId id;

      if (!daybook_reader_id (daybook_store_get_reader (store), &daybook_orders, g_array_index (keys, gint64, i), &id, error))
        return FALSE;
      daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
    }
  if (keys == NULL)
    return FALSE;

  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, error);
  return outcome != NULL;
}

gboolean
book_rename_owner (DaybookStore  *store,
                   const char    *name,
                   GError       **error)
{
  const DaybookId *owner = daybook_store_get_agent (store);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Renamed", owner);

  daybook_edit_set (edit, &daybook_agents, owner, DAYBOOK_AGENT_NAME, daybook_value_text (name));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, error);
  return outcome != NULL;
}
