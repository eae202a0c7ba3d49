/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-guard.h"

#include "core/case-parts.h"
#include "core/event.h"
#include "store/case-money.h"
#include "store/case-row.h"
#include "store/reader-private.h"
#include "store/registers.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseGuard
{
  GHashTable *cases; /* DaybookId → Guarded */
  DaybookId   agent; /* who does it */
};

typedef struct
{
  DaybookRow *before;  /* as it was; NULL: it is new */
  guint       n_lines;
  guint       n_photos;
  gboolean    goods;   /* its goods are written in */
  gboolean    pays;    /* money goes to the customer */
} Guarded;

/* --- Facts -------------------------------------------------------------------- */

#define FACTS_SQL \
  "SELECT" \
  " (SELECT count (*) FROM case_lines l WHERE l.\"case\" = :row AND l.deleted = 0)," \
  " (SELECT count (*) FROM attachments a WHERE a.\"case\" = :row AND a.deleted = 0)," \
  " o.paid, g.role" \
  " FROM (SELECT 1)" \
  " LEFT JOIN orders o ON o.id = :order AND o.currency = :currency" \
  " LEFT JOIN agents g ON g.id = :handler"

gboolean
daybook_case_facts_read (DaybookDatabase    *db,
                         const DaybookRow   *row,
                         DaybookCaseFacts   *facts,
                         GError            **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, FACTS_SQL, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_id (statement, ":order", daybook_row_ref_id (row, DAYBOOK_CASE_ORDER));
  daybook_bind_id (statement, ":handler", daybook_row_ref_id (row, DAYBOOK_CASE_HANDLER));
  daybook_bind_text (statement, ":currency", daybook_row_text (row, DAYBOOK_CASE_CURRENCY));
  if (!daybook_statement_next (statement, error))
    return FALSE;

  DaybookCaseFacts found = {
    .n_lines = (guint) sqlite3_column_int (statement, 0),
    .n_photos = (guint) sqlite3_column_int (statement, 1),
    .paid_known = sqlite3_column_type (statement, 2) != SQLITE_NULL,
    .paid = sqlite3_column_int64 (statement, 2),
    .handler_role = (DaybookRole) sqlite3_column_int (statement, 3),
  };
  if (found.paid_known && !daybook_case_elsewhere (db, row, &found.elsewhere, error))
    return FALSE;

  *facts = found;
  return TRUE;
}

gboolean
daybook_reader_case_facts (DaybookReader     *reader,
                           const DaybookRow  *row,
                           DaybookCaseFacts  *facts,
                           GError           **error)
{
  return daybook_case_facts_read (reader->db, row, facts, error);
}

/* --- Goods ---------------------------------------------------------------------- */

/* The first of the case's goods of which there are more than can be. Cases of one register
 * share what was bought; one that ended with nothing has let go of it. */
#define GOODS_SQL \
  "SELECT o.title, o.quantity," \
  " (SELECT sum (l.quantity) FROM case_lines l JOIN cases c ON c.rowid = l.\"case\"" \
  "   WHERE l.line = m.line AND l.deleted = 0 AND c.deleted = 0 AND c.merged_into IS NULL AND c.register = :register" \
  "    AND (c.rowid = :row OR c.closed_at IS NULL))," \
  " m.quantity, m.received, m.damaged, ifnull (o.title, m.title)" \
  " FROM case_lines m LEFT JOIN order_lines o ON o.rowid = m.line" \
  " WHERE m.\"case\" = :row AND m.deleted = 0"

enum
{
  COLUMN_ORDERED_TITLE,
  COLUMN_BOUGHT,
  COLUMN_ALL,
  COLUMN_QUANTITY,
  COLUMN_RECEIVED,
  COLUMN_DAMAGED,
  COLUMN_TITLE,
};

static char *
find_fault (DaybookStatement *statement)
{
  const char *title = daybook_column_text (statement, COLUMN_TITLE);
  gint64 bought = sqlite3_column_int64 (statement, COLUMN_BOUGHT);
  gint64 all = sqlite3_column_int64 (statement, COLUMN_ALL);
  gint64 quantity = sqlite3_column_int64 (statement, COLUMN_QUANTITY);
  gint64 received = sqlite3_column_int64 (statement, COLUMN_RECEIVED);
  gint64 damaged = sqlite3_column_int64 (statement, COLUMN_DAMAGED);
  gboolean known = sqlite3_column_type (statement, COLUMN_BOUGHT) != SQLITE_NULL;

  if (quantity < 0 || received < 0 || damaged < 0)
    return g_strdup_printf (_("“%s”: a quantity is not below nothing."), title);
  if (known && all > bought)
    return g_strdup_printf (_("“%s”: %lld were bought, and %lld would be in cases like this one. Lower the quantity."),
                            title, (long long) bought, (long long) all);
  if (known && received > bought)
    return g_strdup_printf (_("“%s”: %lld were bought, and %lld cannot have come back. Check how many were received."),
                            title, (long long) bought, (long long) received);
  if (damaged > received)
    return g_strdup_printf (_("“%s”: %lld came back, and %lld of them cannot be damaged. Check how many were received."),
                            title, (long long) received, (long long) damaged);

  return NULL;
}

static gboolean
check_goods (DaybookDatabase   *db,
             const DaybookRow  *row,
             GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, GOODS_SQL, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_text (statement, ":register", daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  while (local == NULL && daybook_statement_next (statement, &local))
    {
      g_autofree char *fault = find_fault (statement);

      if (fault != NULL)
        g_set_error_literal (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, fault);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- The guard -------------------------------------------------------------------- */

/* Whether the change writes down money that went to the customer. */
static gboolean
is_payment (const DaybookChange *change)
{
  return change->table == &daybook_events && change->kind == DAYBOOK_CHANGE_CREATE
         && change->values[DAYBOOK_EVENT_KIND].type == DAYBOOK_VALUE_INT && change->values[DAYBOOK_EVENT_KIND].number == DAYBOOK_EVENT_MONEY
         && change->values[DAYBOOK_EVENT_AMOUNT].type == DAYBOOK_VALUE_INT && change->values[DAYBOOK_EVENT_AMOUNT].number > 0;
}

/* The id of the case that a change is about; FALSE: it is about none. */
static gboolean
case_of (DaybookDatabase      *db,
         const DaybookChange  *change,
         DaybookId            *id)
{
  const DaybookTable *table = daybook_table_base (change->table);
  GError *local = NULL;
  gint64 key;

  if (table == &daybook_cases)
    {
      *id = change->row;
      return TRUE;
    }
  if (table != &daybook_case_lines && table != &daybook_attachments && !is_payment (change))
    return FALSE;

  if (change->kind == DAYBOOK_CHANGE_CREATE)
    {
      const DaybookValue *owner = &change->values[table == &daybook_events ? DAYBOOK_EVENT_CASE : (guint) table->owner];

      *id = owner->type == DAYBOOK_VALUE_ID ? owner->id : (DaybookId) { { 0 } };
      return owner->type == DAYBOOK_VALUE_ID;
    }

  key = daybook_row_key (db, table, &change->row, NULL, NULL, &local);
  gboolean found = key != 0 && daybook_row_owner (db, table, key, id, NULL);
  g_clear_error (&local);
  return found;
}

static DaybookRow *
load (DaybookDatabase  *db,
      const DaybookId  *id,
      GError          **error)
{
  GError *local = NULL;
  gint64 key = daybook_row_key (db, &daybook_cases, id, NULL, NULL, &local);

  if (local == NULL && key != 0)
    return daybook_row_load_whole (db, &daybook_cases, key, error);

  if (local != NULL)
    g_propagate_error (error, local);
  return NULL;
}

static void
free_guarded (gpointer data)
{
  Guarded *guarded = data;

  g_clear_pointer (&guarded->before, daybook_row_unref);
  g_free (guarded);
}

static gboolean
remember (Guarded          *guarded,
          DaybookDatabase  *db,
          const DaybookId  *id,
          GError          **error)
{
  DaybookCaseFacts facts = { 0 };
  GError *local = NULL;

  guarded->before = load (db, id, &local);
  if (guarded->before != NULL && daybook_case_facts_read (db, guarded->before, &facts, &local))
    {
      guarded->n_lines = facts.n_lines;
      guarded->n_photos = facts.n_photos;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Remembers the case as it is before it is changed, or its goods. */
static gboolean
guard_case (DaybookCaseGuard     *self,
            DaybookDatabase      *db,
            const DaybookId      *id,
            const DaybookTable   *changed,
            GError              **error)
{
  gboolean goods = changed == &daybook_case_lines;
  Guarded *guarded = g_hash_table_lookup (self->cases, id);

  if (guarded != NULL)
    {
      guarded->goods |= goods;
      return TRUE;
    }

  guarded = g_new0 (Guarded, 1);
  guarded->goods = goods;
  g_hash_table_insert (self->cases, g_memdup2 (id, sizeof *id), guarded);
  return remember (guarded, db, id, error);
}

static gboolean
guard_change (DaybookCaseGuard     *self,
              DaybookDatabase      *db,
              const DaybookChange  *change,
              GError              **error)
{
  DaybookId id;

  if (!case_of (db, change, &id))
    return TRUE;
  if (!guard_case (self, db, &id, change->table, error))
    return FALSE;

  if (is_payment (change))
    ((Guarded *) g_hash_table_lookup (self->cases, &id))->pays = TRUE;
  return TRUE;
}

DaybookCaseGuard *
daybook_case_guard_new (void)
{
  DaybookCaseGuard *self = g_new0 (DaybookCaseGuard, 1);

  self->cases = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, free_guarded);
  return self;
}

DaybookCaseGuard *
daybook_case_guard_begin (DaybookDatabase    *db,
                          const DaybookEdit  *edit,
                          guint               first,
                          guint               n,
                          GError            **error)
{
  g_autoptr(DaybookCaseGuard) self = daybook_case_guard_new ();

  if (daybook_edit_agent (edit) != NULL)
    self->agent = *daybook_edit_agent (edit);
  if (daybook_edit_kind (edit) != DAYBOOK_ACT_EDIT)
    return g_steal_pointer (&self);

  for (guint i = first; i < first + n; i++)
    if (!guard_change (self, db, daybook_edit_change (edit, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

gboolean
daybook_case_guard_touch (DaybookCaseGuard    *self,
                          DaybookDatabase     *db,
                          const DaybookTable  *table,
                          gint64               row,
                          DaybookId           *id,
                          GError             **error)
{
  return daybook_case_id_of_row (db, table, row, id, error)
         && (daybook_id_is_null (id) || guard_case (self, db, id, daybook_table_base (table), error));
}

void
daybook_case_guard_free (DaybookCaseGuard *self)
{
  g_hash_table_unref (self->cases);
  g_free (self);
}

/* The row's fields in the other table, where its definition has changed on the way. (transfer full) */
static DaybookRow *
row_in (const DaybookRow   *row,
        const DaybookTable *table)
{
  if (row->table == table)
    return daybook_row_copy (row);

  DaybookRow *other = daybook_row_new (table);

  other->id = row->id;
  other->rowid = row->rowid;
  for (guint i = 0; i < table->n_fields; i++)
    {
      int field = daybook_table_field (row->table, table->fields[i].name);

      if (field >= 0)
        other->values[i] = daybook_value_copy (&row->values[field]);
    }
  return other;
}

/* Whether the edit says something of how many goods are in the case. What was in it before, and a
 * corrected export has made too many of, holds nothing else up. */
static gboolean
says_goods (const Guarded     *guarded,
            const DaybookRow  *after)
{
  static const guint FIELDS[] = { DAYBOOK_CASE_STAGE, DAYBOOK_CASE_DELETED, DAYBOOK_CASE_MERGED_INTO };

  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS) && guarded->before != NULL; i++)
    if (!daybook_value_equal (&guarded->before->values[FIELDS[i]], &after->values[FIELDS[i]]))
      return TRUE;

  return guarded->goods || guarded->before == NULL;
}

/* What a case is held to: daybook_case_check(), or daybook_case_check_back(). */
typedef gboolean (*Rule) (DaybookRegister         *definition,
                          const DaybookRow        *before,
                          const DaybookRow        *after,
                          const DaybookCaseFacts  *facts,
                          GError                 **error);

static gboolean
is_gone (const DaybookRow *row)
{
  return daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0 || daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO);
}

/* Of a register that cannot be read there are no rules; what is in the trash, or was merged into
 * another, is held to none, but that an undo leaves it fit to come back. */
static gboolean
check_case (DaybookCaseGuard  *self,
            DaybookDatabase   *db,
            const Guarded     *guarded,
            const DaybookRow  *after,
            Rule               rule,
            GError           **error)
{
  DaybookRegister *definition = daybook_register_in_force (db, daybook_row_text (after, DAYBOOK_CASE_REGISTER));
  DaybookCaseFacts facts;

  gboolean gone = is_gone (after);

  if (definition == NULL || (gone && rule == daybook_case_check))
    return TRUE;

  g_autoptr(DaybookRow) before = guarded->before != NULL ? row_in (guarded->before, after->table) : NULL;

  if (!daybook_case_facts_read (db, after, &facts, error))
    return FALSE;

  facts.agent = self->agent;
  facts.lines_before = guarded->n_lines;
  facts.photos_before = guarded->n_photos;
  return rule (definition, before, after, &facts, error)
         && (gone || !says_goods (guarded, after) || check_goods (db, after, error))
         && (rule != daybook_case_check || daybook_case_check_doubles (db, definition, before, after, guarded->pays, error));
}

/* "R-A2031: …": of many cases, the one of which it is said. */
static void
name_case (DaybookCaseGuard  *self,
           const DaybookRow  *row,
           GError           **error)
{
  if (g_hash_table_size (self->cases) > 1 && error != NULL && g_error_matches (*error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    g_prefix_error (error, "%s: ", daybook_row_text (row, DAYBOOK_CASE_NUMBER));
}

gboolean
daybook_case_guard_check (DaybookCaseGuard  *self,
                          DaybookDatabase   *db,
                          GError           **error)
{
  GHashTableIter iter;
  gpointer id, guarded;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, &id, &guarded))
    {
      GError *local = NULL;
      g_autoptr(DaybookRow) after = load (db, id, &local);

      if (after == NULL && local == NULL)
        continue;
      if (local == NULL && check_case (self, db, guarded, after, daybook_case_check, &local))
        continue;

      if (after != NULL)
        name_case (self, after, &local);
      g_propagate_error (error, local);
      return FALSE;
    }

  return TRUE;
}

gboolean
daybook_case_guard_sift (DaybookCaseGuard       *self,
                         DaybookDatabase        *db,
                         DaybookCaseGuardFound   found,
                         gpointer                data,
                         GError                **error)
{
  GHashTableIter iter;
  gpointer id, guarded;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, &id, &guarded))
    {
      GError *local = NULL;
      g_autoptr(DaybookRow) after = load (db, id, &local);

      if (local == NULL && (after == NULL || check_case (self, db, guarded, after, daybook_case_check_back, &local)))
        continue;
      if (after == NULL || !g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
        {
          g_propagate_error (error, local);
          return FALSE;
        }

      found (after, local->message, data);
      g_error_free (local);
    }

  return TRUE;
}

gboolean
daybook_reader_case_check (DaybookReader     *reader,
                           DaybookRegister   *definition,
                           const DaybookRow  *before,
                           const DaybookRow  *after,
                           GError           **error)
{
  const Guarded guarded = { .before = (DaybookRow *) before };
  DaybookCaseFacts facts;

  if (!daybook_case_facts_read (reader->db, after, &facts, error))
    return FALSE;

  facts.lines_before = facts.n_lines;
  facts.photos_before = facts.n_photos;
  return daybook_case_check (definition, before, after, &facts, error)
         && (!says_goods (&guarded, after) || check_goods (reader->db, after, error));
}
