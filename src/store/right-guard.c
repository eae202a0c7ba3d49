/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/right-guard.h"

#include "core/attention.h"
#include "core/customer-merge.h"
#include "core/presence.h"
#include "core/retention.h"
#include "core/reveal.h"
#include "store/grade-proposals.h"
#include "store/reach.h"
#include "store/reveals.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* One edit, and by whom. */
typedef struct
{
  DaybookDatabase   *db;
  const DaybookEdit *edit;
  DaybookAuthor      author;
  GHashTable        *made; /* DaybookId: rows that it has made itself, and may go on with */
} Guard;

static void
clear_guard (Guard *guard)
{
  daybook_author_clear (&guard->author);
  g_clear_pointer (&guard->made, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guard, clear_guard)

/* --- Whose row it is ---------------------------------------------------------------------- */

static gboolean
owns_row (Guard               *guard,
          const DaybookTable  *table,
          const DaybookId     *id,
          gboolean            *owns,
          GError             **error)
{
  GError *local = NULL;
  gint64 key;

  *owns = g_hash_table_contains (guard->made, id) || daybook_id_equal (id, &guard->author.id);
  if (*owns)
    return TRUE;

  key = daybook_row_key (guard->db, table, id, NULL, NULL, &local);
  if (local == NULL)
    return key == 0 || daybook_reach_owns (guard->db, table, key, &guard->author, owns, error);

  g_propagate_error (error, local);
  return FALSE;
}

/* A new row is the author's if it says so itself, or hangs on one that is. */
static gboolean
owns_new_row (Guard                *guard,
              const DaybookChange  *change,
              gboolean             *owns,
              GError              **error)
{
  *owns = FALSE;
  for (guint i = 0; !*owns && i < change->table->n_fields; i++)
    {
      const DaybookField *field = &change->table->fields[i];

      if (field->type != DAYBOOK_TYPE_REF || change->values[i].type != DAYBOOK_VALUE_ID)
        continue;
      if (!owns_row (guard, daybook_registry_find (field->ref), &change->values[i].id, owns, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
owns (Guard                *guard,
      const DaybookChange  *change,
      gboolean             *owned,
      GError              **error)
{
  return change->kind == DAYBOOK_CHANGE_CREATE ? owns_new_row (guard, change, owned, error)
                                               : owns_row (guard, change->table, &change->row, owned, error);
}

/* --- Rights ------------------------------------------------------------------------------- */

static gboolean
check_field (Guard                *guard,
             const DaybookChange  *change,
             int                   field,
             GError              **error)
{
  DaybookScope scope;
  DaybookRight right = daybook_right_to_change (change->table, field, &scope);
  gboolean owned = FALSE;

  if (daybook_author_may (&guard->author, right))
    return TRUE;
  if (scope == DAYBOOK_SCOPE_OWN && daybook_author_may (&guard->author, DAYBOOK_RIGHT_WORK_OWN) && !owns (guard, change, &owned, error))
    return FALSE;

  return owned || daybook_author_check (&guard->author, right, error);
}

static gboolean
says_something (const DaybookValue *value)
{
  return value->type != DAYBOOK_VALUE_NONE && !(value->type == DAYBOOK_VALUE_INT && value->number == 0);
}

/* What is given to a new row may take more than to make one: a grade, that somebody is trusted. */
static gboolean
check_given (Guard                *guard,
             const DaybookChange  *change,
             GError              **error)
{
  DaybookScope scope;
  DaybookRight of_row = daybook_right_to_change (change->table, -1, &scope);

  for (guint i = 1; i < change->table->n_fields; i++)
    if (says_something (&change->values[i]) && daybook_right_to_change (change->table, (int) i, &scope) != of_row
        && !check_field (guard, change, (int) i, error))
      return FALSE;

  return TRUE;
}

/* Whether the change is of an owner, or makes one. */
static gboolean
is_of_owner (Guard               *guard,
             const DaybookChange *change)
{
  g_autoptr(DaybookStatement) statement = NULL;
  const DaybookValue *role = change->kind == DAYBOOK_CHANGE_CREATE ? &change->values[DAYBOOK_AGENT_ROLE]
    : change->field == DAYBOOK_AGENT_ROLE ? &change->value : NULL;

  if (role != NULL && (role->type != DAYBOOK_VALUE_INT || role->number == DAYBOOK_ROLE_OWNER))
    return TRUE;

  statement = daybook_database_prepare (guard->db, "SELECT 1 FROM agents WHERE id = :id AND role = 0", NULL);
  if (statement == NULL)
    return TRUE;
  daybook_bind_id (statement, ":id", &change->row);
  return daybook_statement_next (statement, NULL);
}

/* Nobody makes themselves an owner, or takes one's PIN away. */
static gboolean
check_agents (Guard                *guard,
              const DaybookChange  *change,
              GError              **error)
{
  gboolean own_pin = change->kind == DAYBOOK_CHANGE_SET && change->field == DAYBOOK_AGENT_PIN
                     && daybook_id_equal (&change->row, &guard->author.id);

  return own_pin || !is_of_owner (guard, change) || daybook_author_check (&guard->author, DAYBOOK_RIGHT_OWNERS, error);
}

/* --- Rows that take more than their table ---------------------------------------------------- */

/* By what they are about, which one of their fields says. */
static const struct
{
  const DaybookTable *table;
  guint               field;
} SPOKEN[] = {
  { &daybook_attentions, DAYBOOK_ATTENTION_RULE },
  { &daybook_settings, DAYBOOK_SETTING_KEY },
};

static DaybookRight
right_by_word (const DaybookTable *table,
               const char         *word)
{
  const DaybookKeepKind *keep = table == &daybook_settings ? daybook_keep_of_setting (word) : NULL;
  DaybookScope scope;

  if (keep != NULL)
    return keep->right;
  if (table == &daybook_attentions && g_strcmp0 (word, DAYBOOK_GRADE_ATTENTION) == 0)
    return DAYBOOK_RIGHT_GRADE;
  if (table == &daybook_attentions && g_strcmp0 (word, DAYBOOK_NOT_SAME_RULE) == 0)
    return DAYBOOK_RIGHT_MERGE;

  return daybook_right_to_change (table, -1, &scope);
}

/* Of the words that the statement finds, bound to what it asks for. */
static gboolean
check_words (DaybookStatement     *statement,
             const DaybookTable   *table,
             const DaybookAuthor  *author,
             GError              **error)
{
  GError *local = NULL;

  while (local == NULL && daybook_statement_next (statement, &local))
    daybook_author_check (author, right_by_word (table, daybook_column_text (statement, 0)), &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
check_word_before (Guard               *guard,
                   const DaybookTable  *table,
                   guint                field,
                   const DaybookId     *row,
                   GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s WHERE id = :row", table->fields[field].name, table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (guard->db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":row", row);
  return check_words (statement, table, &guard->author, error);
}

/* What it says, and what it said until then. */
static gboolean
check_spoken (Guard                *guard,
              const DaybookChange  *change,
              guint                 field,
              GError              **error)
{
  const DaybookValue *value = change->kind == DAYBOOK_CHANGE_CREATE ? &change->values[field] : change->field == field ? &change->value : NULL;

  if (value != NULL && value->type == DAYBOOK_VALUE_TEXT
      && !daybook_author_check (&guard->author, right_by_word (change->table, value->text), error))
    return FALSE;

  return check_word_before (guard, change->table, field, &change->row, error);
}

/* The same of all that an act has changed. */
static gboolean
check_spoken_back (DaybookDatabase      *db,
                   gint64                act,
                   const DaybookAuthor  *author,
                   GError              **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SPOKEN); i++)
    {
      const DaybookTable *table = SPOKEN[i].table;
      g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT t.\"%s\" FROM ops o JOIN %s t ON t.rowid = o.row WHERE o.act = :act AND o.tbl = '%s'",
                                              table->fields[SPOKEN[i].field].name, table->plural, table->kind);
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_int (statement, ":act", act);
      if (!check_words (statement, table, author, error))
        return FALSE;
    }

  return TRUE;
}

/* --- One change ----------------------------------------------------------------------------- */

/* Somebody else is signed on or off by whoever sees to the people. */
static gboolean
check_presence (Guard                *guard,
                const DaybookChange  *change,
                GError              **error)
{
  gboolean owned;

  return owns (guard, change, &owned, error) && (owned || daybook_author_check (&guard->author, DAYBOOK_RIGHT_PEOPLE, error));
}

static gboolean
check_change (Guard                *guard,
              const DaybookChange  *change,
              GError              **error)
{
  gboolean makes = change->kind == DAYBOOK_CHANGE_CREATE;

  if (!check_field (guard, change, makes ? -1 : (int) change->field, error) || (makes && !check_given (guard, change, error)))
    return FALSE;
  if (change->table == &daybook_agents && !check_agents (guard, change, error))
    return FALSE;
  if (change->table == &daybook_presences && !check_presence (guard, change, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (SPOKEN); i++)
    if (change->table == SPOKEN[i].table && !check_spoken (guard, change, SPOKEN[i].field, error))
      return FALSE;

  if (makes)
    g_hash_table_add (guard->made, g_memdup2 (&change->row, sizeof change->row));
  return TRUE;
}

/* --- Reveals ------------------------------------------------------------------------------ */

static gboolean
check_own_look (Guard                *guard,
                const DaybookChange  *change,
                GError              **error)
{
  const DaybookTable *table = daybook_registry_find (change->values[DAYBOOK_REVEAL_ROW_KIND].text);
  gboolean owned = FALSE;
  DaybookId id;

  if (daybook_author_may (&guard->author, DAYBOOK_RIGHT_LOOK_ANY))
    return TRUE;
  if (table != NULL && daybook_id_parse (change->values[DAYBOOK_REVEAL_ROW].text, &id) && !owns_row (guard, table, &id, &owned, error))
    return FALSE;

  return owned || daybook_author_check (&guard->author, DAYBOOK_RIGHT_LOOK_ANY, error);
}

static gboolean
check_reason (Guard                *guard,
              const DaybookChange  *change,
              GError              **error)
{
  const DaybookValue *reason = &change->values[DAYBOOK_REVEAL_REASON];

  if (guard->author.person.role != DAYBOOK_ROLE_PART_TIME || !daybook_value_is_empty (reason))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("Say why you have to see it: part-time agents give a reason."));
  return FALSE;
}

/* How it is looked decides what it takes; that a look was refused is written down freely. */
static gboolean
check_look (Guard                *guard,
            const DaybookChange  *change,
            GError              **error)
{
  DaybookRevealHow how = (DaybookRevealHow) change->values[DAYBOOK_REVEAL_HOW].number;
  gboolean of_list = change->values[DAYBOOK_REVEAL_ROW].type != DAYBOOK_VALUE_TEXT;

  if (change->values[DAYBOOK_REVEAL_ROWS].number == 0 || how == DAYBOOK_REVEAL_SEARCH)
    return TRUE;
  if (how == DAYBOOK_REVEAL_EXPORT || of_list)
    return daybook_author_check (&guard->author, DAYBOOK_RIGHT_UNMASKED, error);

  return daybook_author_check (&guard->author, DAYBOOK_RIGHT_REVEAL, error) && check_own_look (guard, change, error)
         && check_reason (guard, change, error);
}

/* A look of those that are counted, and when it is: of one edit all are at the same time. */
static gboolean
takes_quota (const DaybookEdit *edit,
             gint64            *at)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookValue *values = daybook_edit_change (edit, i)->values;

      *at = values[DAYBOOK_REVEAL_AT].number;
      if (values[DAYBOOK_REVEAL_ROWS].number > 0 && values[DAYBOOK_REVEAL_HOW].number <= DAYBOOK_REVEAL_COMMAND)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_reveals (Guard         *guard,
               DaybookStore  *store,
               GError       **error)
{
  gint64 at;

  for (guint i = 0; i < daybook_edit_size (guard->edit); i++)
    if (!check_look (guard, daybook_edit_change (guard->edit, i), error))
      return FALSE;

  return !takes_quota (guard->edit, &at) || daybook_reveals_check_quota (guard->db, store, &guard->author, at, error);
}

/* --- All of it ---------------------------------------------------------------------------- */

static gboolean
check_edit (Guard         *guard,
            DaybookStore  *store,
            GError       **error)
{
  DaybookActKind kind = daybook_edit_kind (guard->edit);

  if (kind == DAYBOOK_ACT_REVEAL)
    return check_reveals (guard, store, error);
  if (kind == DAYBOOK_ACT_IMPORT)
    return daybook_author_check (&guard->author, DAYBOOK_RIGHT_IMPORT, error);

  for (guint i = 0; kind == DAYBOOK_ACT_EDIT && i < daybook_edit_size (guard->edit); i++)
    if (!check_change (guard, daybook_edit_change (guard->edit, i), error))
      return FALSE;

  return TRUE;
}

gboolean
daybook_right_guard_check (DaybookDatabase    *db,
                           DaybookStore       *store,
                           const DaybookEdit  *edit,
                           GError            **error)
{
  g_auto(Guard) guard = { .db = db, .edit = edit };

  if (!daybook_author_read (db, daybook_edit_agent (edit), daybook_store_get_now (store), &guard.author, error))
    return FALSE;
  if (guard.author.key == 0 || guard.author.person.alone)
    return TRUE;

  guard.made = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);
  return check_edit (&guard, store, error);
}

gboolean
daybook_right_guard_one (DaybookDatabase  *db,
                         const DaybookId  *agent,
                         gint64            now,
                         DaybookRight      right,
                         GError          **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;

  return daybook_author_read (db, agent, now, &author, error) && daybook_author_check (&author, right, error);
}

/* --- Undo --------------------------------------------------------------------------------- */

/* What a person says for themselves takes more of whoever is somebody else. */
static DaybookRight
right_over_colleague (const DaybookTable *table)
{
  return table == &daybook_presences ? DAYBOOK_RIGHT_PEOPLE : DAYBOOK_RIGHT_WORK_ANY;
}

/* What the act has changed: each table and field once. */
static gboolean
check_taken_back (DaybookDatabase      *db,
                  gint64                act,
                  const DaybookAuthor  *author,
                  gboolean              is_own,
                  GError              **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT DISTINCT tbl, field FROM ops WHERE act = :act", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  while (local == NULL && daybook_statement_next (statement, &local))
    {
      const DaybookTable *table = daybook_registry_find (daybook_column_text (statement, 0));
      const char *name = daybook_column_text (statement, 1);
      DaybookScope scope;

      if (table == NULL)
        continue;

      DaybookRight right = daybook_right_to_change (table, name != NULL ? daybook_table_field (table, name) : -1, &scope);
      if (!is_own && scope == DAYBOOK_SCOPE_SELF)
        right = right_over_colleague (table);
      if (!is_own || scope == DAYBOOK_SCOPE_ANY || !daybook_author_may (author, DAYBOOK_RIGHT_WORK_OWN))
        daybook_author_check (author, right, &local);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Whether the act says who is an owner, or something of one that only owners may. */
static gboolean
touches_owner (DaybookDatabase  *db,
               gint64            act,
               GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM ops o JOIN agents a ON a.rowid = o.row WHERE o.act = :act AND o.tbl = 'agent'"
    " AND (a.role = 0 OR (o.field = 'role' AND (o.value = 0 OR o.old = 0))) LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":act", act);
  return daybook_statement_next (statement, error);
}

gboolean
daybook_right_guard_undo (DaybookDatabase  *db,
                          gint64            act,
                          const DaybookId  *agent,
                          gint64            now,
                          GError          **error)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;
  g_autoptr(DaybookStatement) statement = NULL;
  GError *local = NULL;

  if (!daybook_author_read (db, agent, now, &author, error))
    return FALSE;
  if (author.key == 0 || author.person.alone || author.person.role == DAYBOOK_ROLE_OWNER)
    return TRUE;

  statement = daybook_database_prepare (db, "SELECT kind, agent = :agent FROM acts WHERE key = :act", error);
  if (statement == NULL)
    return FALSE;
  daybook_bind_id (statement, ":agent", agent);
  daybook_bind_int (statement, ":act", act);
  if (daybook_statement_next (statement, &local) && sqlite3_column_int (statement, 0) == DAYBOOK_ACT_IMPORT)
    return daybook_author_check (&author, DAYBOOK_RIGHT_IMPORT, error);

  if (local == NULL && touches_owner (db, act, &local))
    daybook_author_check (&author, DAYBOOK_RIGHT_OWNERS, &local);
  if (local == NULL)
    return check_taken_back (db, act, &author, sqlite3_column_int (statement, 1) != 0, error) && check_spoken_back (db, act, &author, error);

  g_propagate_error (error, local);
  return FALSE;
}
