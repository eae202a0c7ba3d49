/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/staging-private.h"

#include "core/moment.h"
#include "store/claim.h"
#include "store/migrate.h"
#include "store/store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Raise it when the bits of `carried` or `told` come to mean something else. */
#define MEANING 2

#define ROWS_PER_TRANSACTION 5000
#define ROWS_PER_VIEW 512

G_DEFINE_FINAL_TYPE (DaybookStaging, daybook_staging, G_TYPE_OBJECT)

/* In `seen`: the order was found as it is in the book and is not staged. */
#define SEEN_IDENTICAL GINT_TO_POINTER (-1)

/* In `effects`, besides: told in several places, known when all are there. */
#define EFFECT_OPEN (DAYBOOK_EFFECT_ALWAYS + 1)

/* --- The file ----------------------------------------------------------- */

static void
append_columns (GString    *sql,
                const char *format,
                guint       first,
                guint       last)
{
  for (guint i = first; i <= last; i++)
    {
      g_autoptr(GString) column = g_string_new (format);
      char number[16];

      g_snprintf (number, sizeof number, "%u", i);
      g_string_replace (column, "#", number, 0);
      g_string_append (sql, column->str);
    }
}

static char *
with_columns (const char *before,
              const char *columns,
              const char *after)
{
  g_autoptr(GString) sql = g_string_new (before);

  append_columns (sql, columns, DAYBOOK_RECORD_FIRST, DAYBOOK_RECORD_LAST);
  g_string_append (sql, after);
  return g_strdup (sql->str);
}

static void
append_names (GString            *shape,
              const DaybookTable *table,
              guint               first,
              guint               last)
{
  for (guint i = first; i <= last; i++)
    g_string_append_printf (shape, " %s", table->fields[i].name);
}

char *
daybook_staging_shape (void)
{
  g_autoptr(GString) shape = g_string_new (NULL);

  g_string_printf (shape, "%d.%d", DAYBOOK_SCHEMA_VERSION, MEANING);
  append_names (shape, &daybook_orders, DAYBOOK_RECORD_FIRST, DAYBOOK_RECORD_LAST);
  append_names (shape, &daybook_order_lines, DAYBOOK_LINE_NUMBER, DAYBOOK_LINE_PROVISIONAL);
  return g_strdup (shape->str);
}

static void
make_sql (DaybookStaging *self)
{
  self->insert_order = with_columns (
    "INSERT INTO orders (n, id, date, digest, account, first_row, carried, raw", ", f#", "");
  g_autofree char *values = with_columns (
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8", ", :f#", ")");
  g_autofree char *head = g_steal_pointer (&self->insert_order);
  self->insert_order = g_strconcat (head, ")", values, NULL);

  self->add_order = with_columns (
    "UPDATE orders SET digest = digest + ?2, carried = carried | ?3, raw = raw || char (30) || ?4",
    ", f# = CASE WHEN ?5 >> # & 1 THEN f# + :f# ELSE ifnull (f#, :f#) END",
    " WHERE n = ?1");
  self->select_order = with_columns ("SELECT id, digest, account, first_row, carried, raw", ", f#", " FROM orders WHERE n = :n");
}

static gboolean
make_order_tables (DaybookStaging  *self,
                   GError         **error)
{
  g_autofree char *orders = with_columns (
    "CREATE TABLE orders (n INTEGER PRIMARY KEY, id BLOB, date INTEGER, digest INTEGER,"
    " account TEXT, first_row INTEGER, carried INTEGER, raw TEXT", ", f#", ")");
  g_autoptr(GString) lines = g_string_new ("CREATE TABLE lines (key INTEGER PRIMARY KEY");

  append_columns (lines, ", f#", DAYBOOK_LINE_NUMBER, DAYBOOK_LINE_PROVISIONAL);
  g_string_append_c (lines, ')');

  return daybook_database_run (self->db, orders, error)
         && daybook_database_run (self->db, lines->str, error);
}

static gboolean
make_tables (DaybookStaging  *self,
             GError         **error)
{
  return (self->spec.table != NULL ? daybook_staging_make_entries : make_order_tables) (self, error)
         && daybook_database_run (self->db, "CREATE TABLE sights (\"order\" INTEGER PRIMARY KEY, carried INTEGER)", error)
         && daybook_database_run (self->db, "CREATE TABLE problems (sheet INTEGER, row INTEGER, rows INTEGER, \"column\" TEXT, value TEXT, why TEXT)", error)
         && daybook_database_run (self->db, "CREATE TABLE problem_rows (tbl INTEGER, sheet INTEGER, row INTEGER, raw TEXT, why TEXT, PRIMARY KEY (tbl, sheet, row)) WITHOUT ROWID", error)
         && daybook_database_run (self->db, "CREATE TABLE meta (key TEXT PRIMARY KEY, value)", error);
}

/* The lock is on the staging file itself, so that neither can be there without
 * the other. */
gboolean
daybook_staging_lock (DaybookStaging *self,
                      gint64          wait_us)
{
  self->lock = daybook_claim_file (self->path, wait_us);
  return self->lock >= 0;
}

DaybookStaging *
daybook_staging_make (DaybookStore *store,
                      const char   *path)
{
  DaybookStaging *self = g_object_new (DAYBOOK_TYPE_STAGING, NULL);

  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  make_sql (self);
  return self;
}

gboolean
daybook_staging_open (DaybookStaging       *self,
                      DaybookDatabaseMode   mode,
                      GError              **error)
{
  self->db = daybook_database_open (self->path, mode, 0, error);
  if (self->db == NULL)
    return FALSE;

  self->book = daybook_database_open (daybook_store_get_path (self->store), DAYBOOK_DATABASE_READ, 1000, error);
  return self->book != NULL;
}

static void
copy_spec (DaybookStaging           *self,
           const DaybookStagingSpec *spec)
{
  self->spec = (DaybookStagingSpec) {
    .shop = spec->shop,
    .platform = g_strdup (spec->platform),
    .kind = g_strdup (spec->kind),
    .table = spec->table,
    .file = g_strdup (spec->file),
    .encoding = g_strdup (spec->encoding),
    .header = g_strdup (spec->header),
    .as_of = spec->as_of,
    .form = spec->form,
    .numbers_are_orders = spec->numbers_are_orders,
    .no_cases = spec->no_cases,
  };
  daybook_id_print (&spec->shop, self->shop);
}

static char *
new_path (DaybookStore *store)
{
  DaybookId id;
  char text[DAYBOOK_ID_STRING_SIZE];

  daybook_id_random (&id);
  daybook_id_print (&id, text);
  g_autofree char *name = g_strconcat (DAYBOOK_STAGING_PREFIX, text, ".db", NULL);
  return g_build_filename (daybook_store_get_folder (store), name, NULL);
}

/* An act that goes on just now has not changed all it will change. */
static gboolean
note_reading (DaybookStaging  *self,
              GError         **error)
{
  GError *local = NULL;

  self->read_from = daybook_database_number (self->book,
    "SELECT ifnull ((SELECT min (key) - 1 FROM acts WHERE state <> 0), ifnull ((SELECT max (key) FROM acts), 0))", 0, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

DaybookStaging *
daybook_staging_new (DaybookStore              *store,
                     const DaybookStagingSpec  *spec,
                     GError                   **error)
{
  g_autofree char *path = new_path (store);
  g_autoptr(DaybookStaging) self = daybook_staging_make (store, path);

  copy_spec (self, spec);
  if (!daybook_staging_lock (self, DAYBOOK_CLAIM_WAIT_US))
    {
      daybook_database_set_system_error (error, errno);
      return NULL;
    }

  if (daybook_staging_open (self, DAYBOOK_DATABASE_SCRATCH, error)
      && note_reading (self, error)
      && make_tables (self, error)
      && daybook_database_run (self->db, "BEGIN", error))
    return g_steal_pointer (&self);

  daybook_staging_discard (self);
  return NULL;
}

void
daybook_staging_discard (DaybookStaging *self)
{
  g_clear_pointer (&self->db, daybook_database_close);
  g_clear_pointer (&self->book, daybook_database_close);
  g_unlink (self->path);
}

static void
daybook_staging_finalize (GObject *object)
{
  DaybookStaging *self = DAYBOOK_STAGING (object);

  g_clear_pointer (&self->db, daybook_database_close);
  g_clear_pointer (&self->book, daybook_database_close);
  if (self->lock >= 0)
    close (self->lock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->born, g_ptr_array_unref);
  g_clear_pointer (&self->erased, daybook_erased_free);
  g_array_unref (self->effects);
  g_array_unref (self->followed);
  g_clear_pointer (&self->order, g_array_unref);
  g_free ((char *) self->spec.platform);
  g_free ((char *) self->spec.kind);
  g_free ((char *) self->spec.file);
  g_free ((char *) self->spec.encoding);
  g_free ((char *) self->spec.header);
  g_free (self->path);
  g_free (self->sums);
  g_free (self->insert_order);
  g_free (self->add_order);
  g_free (self->select_order);

  G_OBJECT_CLASS (daybook_staging_parent_class)->finalize (object);
}

static void
daybook_staging_class_init (DaybookStagingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_staging_finalize;
}

static void
daybook_staging_init (DaybookStaging *self)
{
  self->lock = -1;
  self->next_n = 1;
  self->known_from = G_MAXINT64;
  self->seen = g_hash_table_new (NULL, NULL);
  self->effects = g_array_new (FALSE, FALSE, sizeof (DaybookRecordEffect));
  self->followed = g_array_new (FALSE, TRUE, sizeof (DaybookFollowed));
}

/* --- Adding ------------------------------------------------------------- */

gpointer
daybook_staging_seen_key (const DaybookId *id)
{
  gpointer key;

  memcpy (&key, id->bytes, sizeof key);
  return key;
}

static gboolean
leave_book (DaybookStaging  *self,
            GError         **error)
{
  return sqlite3_get_autocommit (self->book->handle) || daybook_database_run (self->book, "COMMIT", error);
}

/* A crash of the machine must not leave half a staging file that looks whole. */
static gboolean
sync_file (DaybookStaging  *self,
           GError         **error)
{
  if (fsync (self->lock) == 0)
    return TRUE;

  daybook_database_set_system_error (error, errno);
  return FALSE;
}

/* To the disk in small pieces: the whole file at once would keep the syncs of people's
 * edits waiting until the last of it is written. */
static gboolean
commit_sometimes (DaybookStaging  *self,
                  GError         **error)
{
  if (++self->in_transaction % ROWS_PER_TRANSACTION != 0)
    return TRUE;

  return daybook_database_run (self->db, "COMMIT", error) && sync_file (self, error)
         && daybook_database_run (self->db, "BEGIN", error);
}

/* To the parameters from `place` on, which follow each other. Without those in `left_out`
 * (bit i: order field i). */
static void
bind_fields (DaybookStatement         *statement,
             int                       place,
             const DaybookOrderRecord *record,
             guint64                   left_out)
{
  static const DaybookValue NOTHING = DAYBOOK_VALUE_INIT;

  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    daybook_bind_value_at (statement, place++, (left_out >> i & 1) != 0 ? &NOTHING : &record->values[i]);
}

static gboolean
write_lines (DaybookStaging            *self,
             const DaybookOrderRecord  *record,
             gint64                     n,
             gint64                     first,
             GError                   **error)
{
  if (first + record->lines->len > DAYBOOK_STAGING_LINES_MAX)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("The order %s has more than %d lines. The file is not an order export."),
                   record->values[DAYBOOK_ORDER_NUMBER].text, DAYBOOK_STAGING_LINES_MAX);
      return FALSE;
    }

  for (guint i = 0; i < record->lines->len; i++)
    {
      const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, i);
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
        "INSERT INTO lines VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, n << DAYBOOK_STAGING_LINE_SHIFT | (first + i));
      for (guint k = DAYBOOK_LINE_NUMBER; k <= DAYBOOK_LINE_PROVISIONAL; k++)
        daybook_bind_value_at (statement, (int) (k - DAYBOOK_LINE_NUMBER) + 2, &line->values[k]);
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Most files have no order of which the book says otherwise. */
static void
note_followed (DaybookStaging        *self,
               gint64                 n,
               const DaybookFollowed *followed)
{
  if (followed->whole == 0 && (guint) n > self->followed->len)
    return;

  if ((guint) n > self->followed->len)
    g_array_set_size (self->followed, (guint) n);
  g_array_index (self->followed, DaybookFollowed, n - 1) = *followed;
}

gboolean
daybook_staging_note (DaybookStaging        *self,
                      const DaybookFinding  *finding,
                      GError               **error)
{
  g_array_append_val (self->effects, finding->effect);
  note_followed (self, self->next_n, &finding->followed);
  self->next_n++;
  return commit_sometimes (self, error);
}

static gboolean
write_order (DaybookStaging            *self,
             const DaybookOrderRecord  *record,
             const DaybookId           *id,
             guint64                    digest,
             const DaybookFinding      *finding,
             GError                   **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, self->insert_order, error);

  if (statement == NULL)
    return FALSE;

  /* By number: a million of these are written at a time. */
  sqlite3_bind_int64 (statement, 1, self->next_n);
  sqlite3_bind_blob (statement, 2, id->bytes, sizeof id->bytes, SQLITE_STATIC);
  daybook_bind_value_at (statement, 3, &record->values[DAYBOOK_ORDER_CREATED]);
  sqlite3_bind_int64 (statement, 4, (gint64) digest);
  sqlite3_bind_text (statement, 5, record->account, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 6, (gint64) record->first_row);
  /* What it told before was in the book already, and is not staged. */
  gboolean part = g_hash_table_lookup (self->seen, daybook_staging_seen_key (id)) == SEEN_IDENTICAL;
  sqlite3_bind_int64 (statement, 7, (gint64) (record->carried | (part ? DAYBOOK_RECORD_PART : 0)));
  sqlite3_bind_text (statement, 8, record->raw->str, (int) record->raw->len, SQLITE_STATIC);
  /* ... so that nobody knows what the rows add up to. */
  bind_fields (statement, 9, record, part ? record->summed : 0);
  if (!daybook_statement_run (statement, error)
      || !write_lines (self, record, self->next_n, 0, error))
    return FALSE;

  g_hash_table_insert (self->seen, daybook_staging_seen_key (id), GINT_TO_POINTER (self->next_n));
  return daybook_staging_note (self, finding, error);
}

static gint64
count_lines (DaybookStaging  *self,
             gint64           n,
             GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT count (*) FROM lines WHERE key >= :first AND key < :last", error);

  if (statement == NULL)
    return -1;

  daybook_bind_int (statement, ":first", n << DAYBOOK_STAGING_LINE_SHIFT);
  daybook_bind_int (statement, ":last", (n + 1) << DAYBOOK_STAGING_LINE_SHIFT);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : -1;
}

/* One view of the book for some hundred rows: to take one for each costs as much as
 * the looking. Not for long, since the book's log grows behind a view. */
gboolean
daybook_staging_look (DaybookStaging  *self,
                      GError         **error)
{
  if (self->looks++ % ROWS_PER_VIEW != 0)
    return TRUE;

  return leave_book (self, error) && daybook_database_run (self->book, "BEGIN", error);
}

/* The file tells more of an order that it told before. */
static gboolean
add_to_order (DaybookStaging            *self,
              const DaybookOrderRecord  *record,
              gint64                     n,
              guint64                    digest,
              GError                   **error)
{
  gint64 lines = count_lines (self, n, error);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, self->add_order, error);

  if (lines < 0 || statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, n);
  /* SQLite would turn an overflowing sum into a float: keep to 62 bits. */
  sqlite3_bind_int64 (statement, 2, (gint64) digest);
  sqlite3_bind_int64 (statement, 3, (gint64) record->carried);
  sqlite3_bind_text (statement, 4, record->raw->str, (int) record->raw->len, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, (gint64) record->summed);
  bind_fields (statement, 6, record, 0);
  g_array_index (self->effects, DaybookRecordEffect, n - 1) = EFFECT_OPEN;
  self->repeats = TRUE;
  return daybook_statement_run (statement, error) && write_lines (self, record, n, lines, error);
}

/* The file says what the book has already: from then on, the book knows it. */
static gboolean
add_sight (DaybookStaging        *self,
           const DaybookId       *id,
           guint64                told,
           const DaybookFinding  *finding,
           GError               **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT OR IGNORE INTO sights VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, finding->order);
  sqlite3_bind_int64 (statement, 2, (gint64) told);
  self->known_from = MIN (self->known_from, finding->as_of);
  g_hash_table_insert (self->seen, daybook_staging_seen_key (id), SEEN_IDENTICAL);
  return daybook_statement_run (statement, error);
}

/* Another shop's order of the same number, most likely: the book's is not to become it. */
static gboolean
add_other (DaybookStaging            *self,
           const DaybookOrderRecord  *record,
           gint64                     made,
           GError                   **error)
{
  g_autofree char *day = daybook_moment_format_long (made, daybook_store_get_zone (self->store));
  g_autofree char *why = g_strdup_printf (_("The book has another order of this number, of %s. Is this the file of another shop?"), day);
  g_autoptr(DaybookProblem) problem = daybook_problem_new (record->first_row, _(daybook_orders.fields[DAYBOOK_ORDER_NUMBER].label),
                                                           record->values[DAYBOOK_ORDER_NUMBER].text, why);

  problem->sheet = record->sheet;
  problem->n_rows = record->n_rows;
  return daybook_staging_add_problem (self, problem, error);
}

static gboolean
add_record (DaybookStaging            *self,
            const DaybookOrderRecord  *record,
            GError                   **error)
{
  guint64 digest = daybook_record_digest (record) >> 8; /* room for sums, see add_to_order() */
  DaybookFinding finding;
  DaybookId id;

  g_return_val_if_fail (!self->finished, FALSE);
  g_return_val_if_fail (record->values[DAYBOOK_ORDER_NUMBER].type == DAYBOOK_VALUE_TEXT, FALSE);

  daybook_merge_order_id (self->shop, self->spec.platform, record->values[DAYBOOK_ORDER_NUMBER].text, &id);
  gpointer before = g_hash_table_lookup (self->seen, daybook_staging_seen_key (&id));
  if (before != NULL && before != SEEN_IDENTICAL)
    return add_to_order (self, record, GPOINTER_TO_INT (before), digest, error) && commit_sometimes (self, error);

  if (!daybook_staging_look (self, error)
      || !daybook_record_find_effect (self->book, record, &id, self->spec.form, digest, &finding, error))
    return FALSE;

  if (finding.other != 0 && self->spec.numbers_are_orders)
    return add_other (self, record, finding.other, error);
  if (before == NULL)
    self->counts.orders++;
  if (finding.effect == DAYBOOK_EFFECT_IDENTICAL)
    return add_sight (self, &id, daybook_record_tells (record), &finding, error) && commit_sometimes (self, error);

  return write_order (self, record, &id, digest, &finding, error);
}

DaybookErased *
daybook_staging_erased (DaybookStaging  *self,
                        GError         **error)
{
  if (self->erased == NULL)
    self->erased = daybook_erased_read (self->book, error);

  return self->erased;
}

gboolean
daybook_staging_add (DaybookStaging            *self,
                     const DaybookOrderRecord  *record,
                     GError                   **error)
{
  DaybookErased *erased = daybook_staging_erased (self, error);
  DaybookOrderRecord plain;

  if (erased == NULL)
    return FALSE;
  if (!daybook_erased_has_record (erased, self->spec.platform, record))
    return add_record (self, record, error);

  plain = daybook_erased_record (record);
  return add_record (self, &plain, error);
}

static gboolean
tells_of_erased (DaybookStaging *self,
                 const char     *value)
{
  DaybookErased *erased = value != NULL ? daybook_staging_erased (self, NULL) : NULL;

  return erased != NULL && daybook_erased_has_cells (erased, self->spec.platform, value, "\x1f");
}

gboolean
daybook_staging_add_problem (DaybookStaging        *self,
                             const DaybookProblem  *problem,
                             GError               **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO problems (sheet, row, rows, \"column\", value, why)"
    " VALUES (:sheet, :row, :rows, :column, :value, :why)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":sheet", problem->sheet);
  daybook_bind_int (statement, ":row", (gint64) problem->row);
  daybook_bind_int (statement, ":rows", (gint64) MAX (problem->n_rows, 1));
  daybook_bind_text (statement, ":column", problem->column);
  daybook_bind_text (statement, ":value", tells_of_erased (self, problem->value) ? NULL : problem->value);
  daybook_bind_text (statement, ":why", problem->why);
  return daybook_statement_run (statement, error);
}

/* --- Finishing ---------------------------------------------------------- */

static gboolean
write_meta (DaybookStaging      *self,
            const char          *key,
            const DaybookValue  *value,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT OR REPLACE INTO meta (key, value) VALUES (:key, :value)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":key", key);
  daybook_bind_value (statement, ":value", value);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_staging_write_text (DaybookStaging  *self,
                            const char      *key,
                            const char      *text,
                            GError         **error)
{
  g_auto(DaybookValue) value = daybook_value_text (text);

  return write_meta (self, key, &value, error);
}

static gboolean
write_number (DaybookStaging  *self,
              const char      *key,
              guint64          number,
              GError         **error)
{
  DaybookValue value = daybook_value_int ((gint64) number);

  return write_meta (self, key, &value, error);
}

static gboolean
write_spec (DaybookStaging  *self,
            GError         **error)
{
  g_autofree char *shape = daybook_staging_shape ();

  return daybook_staging_write_text (self, "shape", shape, error)
         && daybook_staging_write_text (self, "shop", self->shop, error)
         && daybook_staging_write_text (self, "platform", self->spec.platform, error)
         && daybook_staging_write_text (self, "kind", self->spec.kind, error)
         && daybook_staging_write_text (self, "table", self->spec.table != NULL ? self->spec.table->kind : "", error)
         && daybook_staging_write_text (self, "file", self->spec.file, error)
         && daybook_staging_write_text (self, "encoding", self->spec.encoding, error)
         && daybook_staging_write_text (self, "header", self->spec.header, error)
         && daybook_staging_write_text (self, "sums", self->sums, error)
         && write_number (self, "as_of", (guint64) self->spec.as_of, error)
         && write_number (self, "form", self->spec.form, error)
         && write_number (self, "known_from", (guint64) self->known_from, error)
         && write_number (self, "rows", self->counts.rows, error)
         && write_number (self, "new", self->counts.n_new, error)
         && write_number (self, "updated", self->counts.n_updated, error)
         && write_number (self, "same", self->counts.n_same, error)
         && write_number (self, "problems", self->counts.n_problems, error);
}

/* What a record does is known only when all parts of it are there. */
static gboolean
find_open_effect (DaybookStaging       *self,
                  gint64                n,
                  DaybookOrderRecord   *record,
                  DaybookRecordEffect  *effect,
                  GError              **error)
{
  DaybookStagedOrder staged;
  DaybookFinding finding;

  if (!daybook_staging_read (self, n, record, &staged, error)
      || !daybook_record_find_effect (self->book, record, &staged.order, self->spec.form, staged.digest, &finding, error))
    return FALSE;

  *effect = finding.effect;
  note_followed (self, n, &finding.followed);
  return TRUE;
}

static gboolean
find_open_effects (DaybookStaging  *self,
                   GError         **error)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  for (guint i = 0; self->repeats && i < self->effects->len; i++)
    {
      DaybookRecordEffect *effect = &g_array_index (self->effects, DaybookRecordEffect, i);

      if (*effect == EFFECT_OPEN && !find_open_effect (self, (gint64) i + 1, record, effect, error))
        return FALSE;
    }

  return TRUE;
}

/* What is not staged is as it is in the book. */
static void
count_effects (DaybookStaging *self)
{
  self->counts.n_new = self->counts.n_updated = 0;
  for (guint i = 0; i < self->effects->len; i++)
    {
      DaybookRecordEffect effect = g_array_index (self->effects, DaybookRecordEffect, i);

      if (effect == DAYBOOK_EFFECT_NEW)
        self->counts.n_new++;
      else if (effect != DAYBOOK_EFFECT_IDENTICAL && effect <= self->spec.as_of)
        self->counts.n_updated++;
    }

  self->counts.n_same = self->counts.orders - self->counts.n_new - self->counts.n_updated;
  self->counts.n_older = 0;
  for (guint i = 0; i < self->followed->len; i++)
    {
      const DaybookFollowed *followed = &g_array_index (self->followed, DaybookFollowed, i);

      self->counts.n_older += self->spec.as_of < followed->whole && self->spec.as_of >= followed->ahead;
    }
}

gboolean
daybook_staging_finish (DaybookStaging  *self,
                        guint64          rows,
                        const char      *sums,
                        GError         **error)
{
  GError *local = NULL;

  self->finished = TRUE;
  self->counts.rows = rows;
  self->sums = g_strdup (sums);
  self->counts.n_problems = (guint64) daybook_database_number (self->db, "SELECT count (*) FROM (SELECT DISTINCT sheet, row FROM problems)", 0, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (!find_open_effects (self, error) || !leave_book (self, error))
    return FALSE;
  count_effects (self);
  if (!write_spec (self, error)
      || !daybook_database_run (self->db, "COMMIT", error))
    return FALSE;

  /* Here and not in the merge: the sorting would keep people's edits waiting. */
  self->order = daybook_staging_order (self, error);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  return self->order != NULL && sync_file (self, error);
}

void
daybook_staging_set_as_of (DaybookStaging *self,
                           gint64          as_of)
{
  g_autoptr(GError) error = NULL;

  self->spec.as_of = as_of;
  if (!self->finished)
    return;

  /* Another time means that other rows may be newer than the book's. */
  count_effects (self);
  if (!write_spec (self, &error))
    g_warning ("The file’s time could not be corrected: %s", error->message);
}
