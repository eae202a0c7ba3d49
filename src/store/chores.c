/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/chores.h"

#include "core/day.h"
#include "store/reader-private.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

void
daybook_chore_free (DaybookChore *self)
{
  g_clear_pointer (&self->row, daybook_row_unref);
  g_free (self);
}

static char *
template_title (const DaybookPass      *pass,
                const DaybookPassRound *round)
{
  /* Translators: a checklist, and when of a day it is gone through */
  return pass->rounds->len > 1 ? g_strdup_printf (_("%1$s: %2$s"), pass->title, round->label) : g_strdup (pass->title);
}

char *
daybook_chore_title (const DaybookChore *self)
{
  return self->row != NULL ? g_strdup (daybook_row_text (self->row, DAYBOOK_CHORE_TITLE)) : template_title (self->shipped, self->round);
}

const char *
daybook_chore_when (const DaybookChore *self)
{
  return self->row != NULL ? daybook_row_text (self->row, DAYBOOK_CHORE_RECURRENCE) : self->round->when;
}

gboolean
daybook_chore_is_used (const DaybookChore *self)
{
  return self->row != NULL && daybook_row_int (self->row, DAYBOOK_CHORE_USED) != 0;
}

DaybookPass *
daybook_chore_list (const DaybookChore *self)
{
  g_autoptr(DaybookRow) none = self->row == NULL ? daybook_row_new (&daybook_chores) : NULL;

  return daybook_chore_checklist (self->row != NULL ? self->row : none, self->shipped);
}

char *
daybook_chore_day (DaybookReader *reader,
                   gint64         moment)
{
  return daybook_day_of (moment, daybook_store_get_zone (reader->store));
}

/* --- Reading ------------------------------------------------------------------------------- */

DaybookDueItem *
daybook_chore_item (DaybookReader      *reader,
                    const DaybookChore *self)
{
  return self->row != NULL ? daybook_due_find (reader, self->row, DAYBOOK_RULE_CHORE, 0, NULL) : NULL;
}

static void
read_times (DaybookChore          *self,
            DaybookReader         *reader,
            const DaybookDueTerms *terms)
{
  gint64 now = daybook_store_get_now (reader->store);
  g_autoptr(DaybookDueItem) item = daybook_chore_item (reader, self);

  if (item == NULL)
    return;

  self->open = item->due.cycle;
  self->n_due = daybook_chore_count_due (terms, self->row, item->due.cycle, now);
  self->at_hand = daybook_chore_at_hand (terms, self->row, item->due.cycle, now);
}

static DaybookChore *
make (DaybookReader         *reader,
      const DaybookDueTerms *terms,
      DaybookRow            *row)
{
  DaybookChore *self = g_new0 (DaybookChore, 1);

  self->row = daybook_row_ref (row);
  if (daybook_row_has (row, DAYBOOK_CHORE_TEMPLATE))
    self->shipped = daybook_pass_shipped (daybook_row_text (row, DAYBOOK_CHORE_TEMPLATE));
  if (self->shipped != NULL)
    self->round = daybook_pass_find_round (self->shipped, daybook_chore_round_key (row));
  read_times (self, reader, terms);
  return self;
}

DaybookChore *
daybook_chore_read (DaybookReader  *reader,
                    DaybookRow     *row,
                    GError        **error)
{
  g_auto(DaybookDueTerms) terms = { 0 };

  return daybook_reader_due_terms (reader, &terms, error) ? make (reader, &terms, row) : NULL;
}

/* The row of a template, where somebody has switched it on once and nobody has deleted it since. */
static DaybookRow *
find_row (DaybookReader          *reader,
          const DaybookPass      *pass,
          const DaybookPassRound *round,
          GError                **error)
{
  GError *local = NULL;
  DaybookRow *row;
  DaybookId id;

  daybook_chore_template_id (&id, pass->key, round->key);
  row = daybook_reader_find (reader, &daybook_chores, &id, &local);
  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  if (row != NULL && daybook_row_int (row, DAYBOOK_CHORE_DELETED) != 0)
    g_clear_pointer (&row, daybook_row_unref);
  return row;
}

DaybookChore *
daybook_chore_template (DaybookReader  *reader,
                        const char     *pass,
                        const char     *round,
                        GError        **error)
{
  const DaybookPass *shipped = daybook_pass_shipped (pass);
  const DaybookPassRound *found = shipped != NULL ? daybook_pass_find_round (shipped, round) : NULL;
  g_autoptr(DaybookRow) row = NULL;
  DaybookChore *self;

  if (found == NULL || found->when == NULL)
    return NULL;
  row = find_row (reader, shipped, found, error);
  if (row != NULL)
    return daybook_chore_read (reader, row, error);

  self = g_new0 (DaybookChore, 1);
  self->shipped = shipped;
  self->round = found;
  return self;
}

static gboolean
add_rows (GPtrArray              *all,
          DaybookReader          *reader,
          const DaybookDueTerms  *terms,
          GError                **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT rowid FROM chores WHERE deleted = 0 ORDER BY used DESC, title, rowid", error);
  g_autoptr(GArray) keys = statement != NULL ? daybook_statement_keys (statement, error) : NULL;
  g_autoptr(GPtrArray) rows = keys != NULL
    ? daybook_reader_rows (reader, &daybook_chores, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (all, make (reader, terms, g_ptr_array_index (rows, i)));
  return rows != NULL;
}

static gboolean
add_templates (GPtrArray          *all,
               DaybookReader      *reader,
               const DaybookPass  *pass,
               GError            **error)
{
  for (guint i = 0; i < pass->rounds->len; i++)
    {
      const DaybookPassRound *round = g_ptr_array_index (pass->rounds, i);
      GError *local = NULL;
      DaybookChore *self = daybook_chore_template (reader, pass->key, round->key, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      /* The shop's stand above. */
      if (self != NULL && self->row == NULL)
        g_ptr_array_add (all, self);
      else
        g_clear_pointer (&self, daybook_chore_free);
    }
  return TRUE;
}

GPtrArray *
daybook_chores_read (DaybookReader  *reader,
                     GError        **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_chore_free);
  g_auto(DaybookDueTerms) terms = { 0 };

  if (!daybook_reader_due_terms (reader, &terms, error) || !add_rows (all, reader, &terms, error))
    return NULL;
  for (const char *const *key = daybook_pass_shipped_keys; *key != NULL; key++)
    if (!add_templates (all, reader, daybook_pass_shipped (*key), error))
      return NULL;

  return g_steal_pointer (&all);
}

/* --- Acts ------------------------------------------------------------------------------------ */

/* The handbook's leads have theirs; all else is anybody's until the shop says whose. */
static DaybookChoreWho
who_of (const DaybookPass *pass)
{
  return pass->who == DAYBOOK_PASS_LEAD ? DAYBOOK_CHORE_LEAD : DAYBOOK_CHORE_ANYONE;
}

static void
adopt (DaybookEdit        *edit,
       const DaybookChore *self,
       const DaybookId    *id,
       gint64              now)
{
  g_autofree char *title = daybook_chore_title (self);

  daybook_edit_create (edit, &daybook_chores, id);
  daybook_edit_give (edit, DAYBOOK_CHORE_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_CHORE_RECURRENCE, daybook_value_text (self->round->when));
  daybook_edit_give (edit, DAYBOOK_CHORE_ROLE, daybook_value_int (who_of (self->shipped)));
  daybook_edit_give (edit, DAYBOOK_CHORE_USED, daybook_value_int (TRUE));
  daybook_edit_give (edit, DAYBOOK_CHORE_SINCE, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_CHORE_TEMPLATE, daybook_value_text (self->shipped->key));
  daybook_edit_give (edit, DAYBOOK_CHORE_ROUND, daybook_value_text (self->round->key));
}

DaybookEdit *
daybook_chore_act_use (const DaybookChore *self,
                       DaybookChoreSwitch  state,
                       const DaybookId    *agent,
                       gint64              now,
                       DaybookId          *id)
{
  g_autofree char *name = daybook_chore_title (self);
  /* Translators: acts in the history; %s: a chore, such as “Weekly Meeting” */
  g_autofree char *title = g_strdup_printf (state == DAYBOOK_CHORE_ON ? _("Switched on: %s") : _("Switched off: %s"), name);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);
  DaybookId row;

  if (self->row != NULL)
    {
      row = self->row->id;
      daybook_chore_set (edit, self, DAYBOOK_CHORE_USED, daybook_value_int (state == DAYBOOK_CHORE_ON), now);
    }
  else
    {
      daybook_chore_template_id (&row, self->shipped->key, self->round->key);
      if (state == DAYBOOK_CHORE_ON)
        adopt (edit, self, &row, now);
    }
  if (id != NULL)
    *id = row;
  return edit;
}

void
daybook_chore_set (DaybookEdit        *edit,
                   const DaybookChore *self,
                   guint               field,
                   DaybookValue        value,
                   gint64              now)
{
  gboolean begins = field == DAYBOOK_CHORE_USED && value.number != 0 && !daybook_chore_is_used (self);
  gboolean moves = field == DAYBOOK_CHORE_RECURRENCE && daybook_chore_is_used (self);

  daybook_edit_set (edit, &daybook_chores, &self->row->id, field, value);
  if (begins || (moves && self->n_due == 0))
    daybook_edit_set (edit, &daybook_chores, &self->row->id, DAYBOOK_CHORE_SINCE, daybook_value_int (now));
  else if (moves)
    daybook_edit_set (edit, &daybook_chores, &self->row->id, DAYBOOK_CHORE_SINCE, daybook_value_int (self->open - 1));
}

void
daybook_chore_add (DaybookEdit *edit,
                   const char  *title,
                   const char  *recurrence,
                   gint64       now,
                   DaybookId   *id)
{
  daybook_id_fresh (id, now * 1000);
  daybook_edit_create (edit, &daybook_chores, id);
  daybook_edit_give (edit, DAYBOOK_CHORE_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_CHORE_RECURRENCE, daybook_value_text (recurrence));
  daybook_edit_give (edit, DAYBOOK_CHORE_USED, daybook_value_int (TRUE));
  daybook_edit_give (edit, DAYBOOK_CHORE_SINCE, daybook_value_int (now));
}

DaybookEdit *
daybook_chore_act_tick (const DaybookChore *self,
                        const char         *day,
                        const char         *step,
                        DaybookTickState    state,
                        const DaybookId    *agent,
                        gint64              now)
{
  g_autoptr(DaybookPass) pass = daybook_chore_list (self);

  return daybook_pass_act_tick (pass, day, g_ptr_array_index (pass->rounds, 0), daybook_pass_find_step (pass, step), state, agent, now);
}
