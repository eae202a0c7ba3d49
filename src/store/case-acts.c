/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-acts.h"

#include "core/case.h"
#include "store/case-guard.h"
#include "store/case-write.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* --- What came of it ---------------------------------------------------------- */

static void
free_refusal (gpointer data)
{
  DaybookCaseRefusal *refusal = data;

  g_free (refusal->number);
  g_free (refusal->why);
  g_free (refusal);
}

DaybookCasesDone *
daybook_cases_done_new (const DaybookId *by)
{
  DaybookCasesDone *done = g_new0 (DaybookCasesDone, 1);

  done->edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "", by);
  done->refused = g_ptr_array_new_with_free_func (free_refusal);
  return done;
}

void
daybook_cases_done_free (DaybookCasesDone *done)
{
  daybook_edit_unref (done->edit);
  g_ptr_array_unref (done->refused);
  g_free (done);
}

void
daybook_cases_done_refuse (DaybookCasesDone *done,
                           const DaybookRow *row,
                           const char       *why)
{
  DaybookCaseRefusal *refusal = g_new0 (DaybookCaseRefusal, 1);

  refusal->id = row->id;
  refusal->number = g_strdup (daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  refusal->why = g_strdup (why);
  g_ptr_array_add (done->refused, refusal);
}

gboolean
daybook_cases_done_take (DaybookCasesDone  *done,
                         DaybookReader     *reader,
                         DaybookRegister   *definition,
                         const DaybookRow  *before,
                         DaybookCaseDraft  *draft,
                         GError           **error)
{
  g_autoptr(DaybookCaseDraft) owned = draft;
  guint size = daybook_edit_size (done->edit);
  GError *local = NULL;

  if (daybook_reader_case_check (reader, definition, before, daybook_case_draft_row (draft), &local))
    {
      if (!daybook_reader_build_case (reader, draft, done->edit, error))
        return FALSE;
      done->n_done += daybook_edit_size (done->edit) > size;
      return TRUE;
    }
  if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  daybook_cases_done_refuse (done, before, local->message);
  g_error_free (local);
  return TRUE;
}

/* --- Titles --------------------------------------------------------------------- */

static void
set_title (DaybookCasesDone *done,
           char             *title)
{
  daybook_edit_set_title (done->edit, title);
  g_free (title);
}

void
daybook_cases_done_title_moved (DaybookCasesDone *done,
                                const char       *stage)
{
  /* Translators: %1$u is how many, %2$s a stage: “Received”. */
  set_title (done, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u case moved to “%2$s”", "%1$u cases moved to “%2$s”", done->n_done),
                                    done->n_done, stage));
}

static void
set_title_of (const DaybookCaseAct *act,
              DaybookRegister      *definition,
              DaybookCasesDone     *done)
{
  int stage = definition != NULL && act->kind == DAYBOOK_CASES_MOVE ? daybook_register_find_stage (definition, act->stage) : -1;
  guint n = done->n_done;

  if (act->kind == DAYBOOK_CASES_MOVE)
    daybook_cases_done_title_moved (done, stage >= 0 ? daybook_register_get_stage (definition, (guint) stage)->label : act->stage);
  else if (act->kind == DAYBOOK_CASES_TRASH)
    set_title (done, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case moved to the trash", "%u cases moved to the trash", n), n));
  else
    /* Translators: %1$s is a field: “Priority”; %2$u how many cases have another one now. */
    set_title (done, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u case changed", "%1$s: %2$u cases changed", n),
                                      _(g_array_index (act->answers, DaybookCaseAnswer, 0).field->label), n));
}

/* --- The act -------------------------------------------------------------------- */

static void
clear_answer (gpointer data)
{
  daybook_value_clear (&((DaybookCaseAnswer *) data)->value);
}

DaybookCaseAct *
daybook_case_act_new (DaybookCaseActKind  kind,
                      GArray             *keys,
                      const DaybookId    *by,
                      gint64              now)
{
  DaybookCaseAct *act = g_new0 (DaybookCaseAct, 1);

  act->kind = kind;
  act->keys = keys;
  act->by = *by;
  act->now = now;
  act->answers = g_array_new (FALSE, FALSE, sizeof (DaybookCaseAnswer));
  g_array_set_clear_func (act->answers, clear_answer);
  return act;
}

void
daybook_case_act_free (DaybookCaseAct *act)
{
  g_array_unref (act->keys);
  g_array_unref (act->answers);
  g_free (act->stage);
  g_free (act);
}

void
daybook_case_act_answer (DaybookCaseAct     *act,
                         const DaybookField *field,
                         DaybookValue        value)
{
  const DaybookCaseAnswer answer = { field, value };

  g_array_append_val (act->answers, answer);
}

static gboolean
is_said (const DaybookRow *row,
         guint             field)
{
  const DaybookValue *value = &row->values[field];

  return !daybook_value_is_empty (value) && (row->table->fields[field].type != DAYBOOK_TYPE_ENUM || value->number != 0);
}

/* The definition may be another one than when the answers were given: what it no longer has is
 * left out. */
static void
answer (const DaybookCaseAct *act,
        DaybookCaseDraft     *draft)
{
  const DaybookRow *row = daybook_case_draft_row (draft);

  for (guint i = 0; i < act->answers->len; i++)
    {
      const DaybookCaseAnswer *given = &g_array_index (act->answers, DaybookCaseAnswer, i);
      int field = daybook_table_field (row->table, given->field->name);

      if (field >= 0 && (act->kind == DAYBOOK_CASES_SET || !is_said (row, (guint) field)))
        daybook_case_draft_set (draft, (guint) field, daybook_value_copy (&given->value));
    }
}

static gboolean
change (const DaybookCaseAct *act,
        DaybookReader        *reader,
        const DaybookRow     *row,
        DaybookCasesDone     *done,
        GError              **error)
{
  DaybookRegister *definition = daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  int stage = definition != NULL && act->kind == DAYBOOK_CASES_MOVE ? daybook_register_find_stage (definition, act->stage) : -1;
  DaybookCaseDraft *draft;

  if (definition == NULL || (act->kind == DAYBOOK_CASES_MOVE && stage < 0))
    {
      daybook_cases_done_refuse (done, row, _("Its register no longer has this stage, or cannot be read."));
      return TRUE;
    }

  draft = daybook_case_draft_of (definition, row, act->now);
  answer (act, draft);
  if (stage >= 0)
    daybook_case_draft_move (draft, (guint) stage);
  return daybook_cases_done_take (done, reader, definition, row, draft, error);
}

static gboolean
change_one (const DaybookCaseAct *act,
            DaybookReader        *reader,
            gint64                key,
                DaybookCasesDone     *done,
            GError              **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_cases, key, error);

  if (row == NULL)
    return FALSE;
  if (daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0 || daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
    return TRUE;
  if (act->kind != DAYBOOK_CASES_TRASH)
    return change (act, reader, row, done, error);

  daybook_edit_delete (done->edit, &daybook_cases, &row->id);
  done->n_done++;
  return TRUE;
}

static gboolean
change_all (const DaybookCaseAct *act,
            DaybookReader        *reader,
                GCancellable         *cancellable,
            DaybookCasesDone     *done,
            GError              **error)
{
  for (guint i = 0; i < act->keys->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GError *local = NULL;

      if (change_one (act, reader, g_array_index (act->keys, gint64, i), done, &local))
        continue;
      if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      g_error_free (local);
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The register of the first: those of one list are of one. */
static DaybookRegister *
find_register (const DaybookCaseAct *act,
               DaybookReader        *reader)
{
  g_autoptr(DaybookRow) row = act->keys->len > 0 ? daybook_reader_row (reader, &daybook_cases, g_array_index (act->keys, gint64, 0), NULL)
                                                 : NULL;

  return row != NULL ? daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER)) : NULL;
}

DaybookCasesDone *
daybook_case_act_build (const DaybookCaseAct *act,
                        DaybookReader        *reader,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autoptr(DaybookCasesDone) done = daybook_cases_done_new (&act->by);

  if (!change_all (act, reader, cancellable, done, error))
    return NULL;

  set_title_of (act, find_register (act, reader), done);
  return g_steal_pointer (&done);
}
