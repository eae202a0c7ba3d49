/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include "store/attachment-verify.h"
#include "store/reader-private.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

/* What a person is told, and the query that counts what is wrong. */
typedef struct
{
  const char *what;
  const char *count;  /* how many were looked at */
  const char *faults; /* how many are not as they should be */
  char *    (*describe) (gulong n);
} Rule;

static char *
describe_orders (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu order has no shop, platform or number.",
                                       "%lu orders have no shop, platform or number.", n), n);
}

static char *
describe_lines (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu line belongs to no order.",
                                       "%lu lines belong to no order.", n), n);
}

static char *
describe_people (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu account or contact belongs to no customer.",
                                       "%lu accounts or contacts belong to no customer.", n), n);
}

static char *
describe_operations (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu operation belongs to no act.",
                                       "%lu operations belong to no act.", n), n);
}

static char *
describe_values (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu changed value and its operation do not fit together.",
                                       "%lu changed values and operations do not fit together.", n), n);
}

static char *
describe_acts (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%lu act is not finished. If none is running, open the book again.",
                                       "%lu acts are not finished. If none is running, open the book again.", n), n);
}

static char *
describe_due (gulong n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%lu thing is missing from the list of what is due, or left over on it. “daybookctl rebuild” makes it anew.",
                                       "%lu things are missing from the list of what is due, or left over on it. “daybookctl rebuild” makes it anew.", n), n);
}

/* While the list is being made anew it is not looked at. */
#define DUE_IS_MADE \
  "(SELECT value FROM local WHERE key = 'due_made') IS (SELECT value FROM local WHERE key = 'due_wanted')"

static const Rule RULES[] = {
  { N_("Every order belongs to a shop"),
    "SELECT count (*) FROM orders",
    "SELECT count (*) FROM orders WHERE shop IS NULL OR number IS NULL OR platform IS NULL",
    describe_orders },
  { N_("Every line belongs to an order"),
    "SELECT count (*) FROM order_lines",
    "SELECT count (*) FROM order_lines l WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.rowid = l.\"order\")",
    describe_lines },
  { N_("Every account and contact belongs to a customer"),
    "SELECT (SELECT count (*) FROM handles) + (SELECT count (*) FROM contacts)",
    "SELECT (SELECT count (*) FROM handles h WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.rowid = h.customer))"
    " + (SELECT count (*) FROM contacts k WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.rowid = k.customer))",
    describe_people },
  { N_("Every operation belongs to an act"),
    "SELECT count (*) FROM ops",
    "SELECT count (*) FROM ops o WHERE NOT EXISTS (SELECT 1 FROM acts a WHERE a.key = o.act)",
    describe_operations },
  { N_("Every visible change has its operation"),
    "SELECT count (*) FROM field_ops",
    "SELECT (SELECT count (*) FROM field_ops f WHERE NOT EXISTS (SELECT 1 FROM ops o WHERE o.n = f.op))"
    /* ... and what was set here has a visible one: its own, or one that came later. */
    " + (SELECT count (*) FROM (SELECT DISTINCT tbl, row, field FROM ops WHERE kind = 1 AND n > 0) s"
    " WHERE NOT EXISTS (SELECT 1 FROM field_ops f WHERE f.tbl = s.tbl AND f.row = s.row AND f.field = s.field))",
    describe_values },
  { N_("What has a time is on the list of what is due"),
    "SELECT (SELECT count (*) FROM tasks WHERE due IS NOT NULL AND done_at IS NULL AND deleted = 0) + (SELECT count (*) FROM due_items)",
    "SELECT (SELECT count (*) FROM tasks t WHERE t.due IS NOT NULL AND t.done_at IS NULL AND t.deleted = 0 AND " DUE_IS_MADE
    " AND NOT EXISTS (SELECT 1 FROM due_items d WHERE d.kind = 'task' AND d.row = t.rowid))"
    " + (SELECT count (*) FROM due_items d WHERE " DUE_IS_MADE " AND CASE d.kind"
    " WHEN 'task' THEN NOT EXISTS (SELECT 1 FROM tasks t WHERE t.rowid = d.row AND t.done_at IS NULL AND t.deleted = 0)"
    " WHEN 'case' THEN NOT EXISTS (SELECT 1 FROM cases c WHERE c.rowid = d.row AND c.closed_at IS NULL AND c.deleted = 0)"
    " WHEN 'order' THEN NOT EXISTS (SELECT 1 FROM orders o WHERE o.rowid = d.row AND o.deleted = 0)"
    " WHEN 'article' THEN NOT EXISTS (SELECT 1 FROM articles a WHERE a.rowid = d.row AND a.review_by IS NOT NULL AND a.state = 0 AND a.deleted = 0)"
    " WHEN 'customer' THEN NOT EXISTS (SELECT 1 FROM customers c WHERE c.rowid = d.row AND c.deleted = 0)"
    " WHEN 'chore' THEN NOT EXISTS (SELECT 1 FROM chores c WHERE c.rowid = d.row AND c.used AND c.deleted = 0)"
    " ELSE 0 END)",
    describe_due },
  { N_("No long act was left half-done"),
    "SELECT count (*) FROM acts",
    "SELECT count (*) FROM acts WHERE state <> 0",
    describe_acts },
};

/* Each row that is there must be found by its own number. Of large tables every so many-th row is looked at. */
static const struct
{
  const char *what;
  const char *rows;
  const char *find;
} INDEXES[] = {
  { N_("The search finds every order"),
    "SELECT rowid, number FROM orders WHERE deleted = 0 AND number IS NOT NULL",
    "SELECT 1 FROM search.orders_numbers WHERE orders_numbers MATCH :number AND rowid = :row" },
  { N_("The search finds every product"),
    "SELECT rowid, number FROM products WHERE deleted = 0 AND number IS NOT NULL",
    "SELECT 1 FROM search.products_numbers WHERE products_numbers MATCH :number AND rowid = :row" },
};

#define VERSION "PRAGMA data_version"
#define ROWS_LOOKED_UP 5000

void
daybook_check_free (DaybookCheck *check)
{
  g_free (check->what);
  g_free (check->fault);
  g_free (check);
}

static DaybookCheck *
add_check (GPtrArray  *checks,
           const char *what,
           gint64      count,
           char       *fault)
{
  DaybookCheck *check = g_new0 (DaybookCheck, 1);

  check->what = g_strdup (what);
  check->count = count;
  check->fault = fault;
  g_ptr_array_add (checks, check);
  return check;
}

/* The first complaint of a pragma that says "ok", or nothing, when all is well. */
static gboolean
check_pragma (DaybookDatabase  *db,
              GPtrArray        *checks,
              const char       *what,
              const char       *pragma,
              GError          **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, pragma, error);
  gboolean complaint;

  if (statement == NULL)
    return FALSE;

  complaint = daybook_statement_next (statement, &local) && !g_str_equal (daybook_column_text (statement, 0), "ok");
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  add_check (checks, what, 1, complaint ? g_strdup_printf (_("The file is damaged: %s. Restore the last backup."),
                                                           daybook_column_text (statement, 0)) : NULL);
  return TRUE;
}

static gboolean
check_rule (DaybookDatabase  *db,
            GPtrArray        *checks,
            const Rule       *rule,
            GError          **error)
{
  GError *local = NULL;
  gint64 count = daybook_database_number (db, rule->count, 0, &local);
  gint64 faults = local == NULL ? daybook_database_number (db, rule->faults, 0, &local) : 0;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  add_check (checks, _(rule->what), count, faults > 0 ? rule->describe ((gulong) faults) : NULL);
  return TRUE;
}

static gboolean
is_found (DaybookDatabase *db,
          const char      *sql,
          gint64           row,
          const char      *number)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);
  g_autoptr(GString) phrase = g_string_new (number);

  if (statement == NULL)
    return FALSE;

  g_string_replace (phrase, "\"", "\"\"", 0);
  g_string_prepend_c (phrase, '"');
  g_string_append_c (phrase, '"');
  daybook_bind_text (statement, ":number", phrase->str);
  daybook_bind_int (statement, ":row", row);
  return daybook_statement_next (statement, NULL);
}

/* Numbers of signs alone have no tokens: nobody could search for them. */
static gboolean
can_be_found (const char *number)
{
  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      return TRUE;

  return FALSE;
}

static gboolean
check_index (DaybookDatabase  *db,
             GPtrArray        *checks,
             gsize             i,
             GError          **error)
{
  GError *local = NULL;
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM (%s)", INDEXES[i].rows);
  gint64 every = MAX (1, daybook_database_number (db, count, 0, &local) / ROWS_LOOKED_UP);
  g_autoptr(DaybookStatement) rows = local == NULL ? daybook_database_prepare (db, INDEXES[i].rows, &local) : NULL;
  gint64 seen = 0, looked_up = 0, missing = 0;

  while (local == NULL && daybook_statement_next (rows, &local))
    {
      const char *number = daybook_column_text (rows, 1);

      if (seen++ % every != 0 || !can_be_found (number))
        continue;
      looked_up++;
      missing += !is_found (db, INDEXES[i].find, sqlite3_column_int64 (rows, 0), number);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  add_check (checks, _(INDEXES[i].what), looked_up,
             missing > 0 ? g_strdup (_("The search index does not fit the records. Rebuild it; nothing is lost.")) : NULL);
  return TRUE;
}

static gboolean
check_files (DaybookDatabase  *db,
             GPtrArray        *checks,
             const char       *folder,
             GCancellable     *cancellable,
             GError          **error)
{
  gint64 count;
  char *fault = NULL;

  if (!daybook_attachment_verify (db, folder, cancellable, &count, &fault, error))
    return FALSE;

  add_check (checks, _("Every photo is there, and unchanged"), count, fault);
  return TRUE;
}

/* What an import or a long undo has not finished yet looks like a fault. */
static gboolean
refuse_in_long (DaybookStore  *store,
                GError       **error)
{
  if (!daybook_store_is_long_running (store))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY,
                       _("An import or an undo is going on just now. Check the book when it has ended."));
  return FALSE;
}

static gboolean
has_fault (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++)
    if (((DaybookCheck *) g_ptr_array_index (checks, i))->fault != NULL)
      return TRUE;

  return FALSE;
}

static GPtrArray *
check_once (DaybookStore   *store,
            DaybookReader  *reader,
            GError        **error)
{
  g_autoptr(GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_check_free);

  daybook_store_settle (store);
  if (!check_pragma (reader->db, checks, _("The file is sound"), "PRAGMA integrity_check (1)", error)
      || !check_pragma (reader->db, checks, _("All references lead somewhere"), "PRAGMA foreign_key_check", error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (RULES); i++)
    if (!check_rule (reader->db, checks, &RULES[i], error))
      return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (INDEXES); i++)
    if (!check_index (reader->db, checks, i, error))
      return NULL;

  return g_steal_pointer (&checks);
}

GPtrArray *
daybook_store_verify (DaybookStore  *store,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const int LOOKS = 3;
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  g_autoptr(GPtrArray) checks = NULL;

  if (reader == NULL)
    return NULL;

  daybook_reader_set_cancellable (reader, cancellable);
  for (int look = 0; look < LOOKS; look++)
    {
      gint64 before = daybook_database_number (reader->db, VERSION, 0, NULL);

      g_clear_pointer (&checks, g_ptr_array_unref);
      checks = refuse_in_long (store, error) ? check_once (store, reader, error) : NULL;
      /* The checks are of several moments: what was written in between may look wrong. */
      if (checks == NULL || !has_fault (checks) || daybook_database_number (reader->db, VERSION, 0, NULL) == before)
        break;
    }

  /* Once: these take their time, and no writing changes them. */
  if (checks == NULL || !check_files (reader->db, checks, daybook_store_get_folder (store), cancellable, error))
    return NULL;
  return g_steal_pointer (&checks);
}
