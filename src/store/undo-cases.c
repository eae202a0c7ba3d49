/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-cases.h"

#include "store/case-guard.h"

struct _DaybookUndoCases
{
  GHashTable       *staying; /* DaybookId, a set */
  DaybookCaseGuard *guard;   /* of the transaction at hand */
};

DaybookUndoCases *
daybook_undo_cases_new (void)
{
  DaybookUndoCases *self = g_new0 (DaybookUndoCases, 1);

  self->staying = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);
  return self;
}

void
daybook_undo_cases_free (DaybookUndoCases *self)
{
  g_hash_table_unref (self->staying);
  g_clear_pointer (&self->guard, daybook_case_guard_free);
  g_free (self);
}

void
daybook_undo_cases_begin (DaybookUndoCases *self)
{
  g_clear_pointer (&self->guard, daybook_case_guard_free);
  self->guard = daybook_case_guard_new ();
}

gboolean
daybook_undo_cases_touch (DaybookUndoCases    *self,
                          DaybookDatabase     *db,
                          const DaybookTable  *table,
                          gint64               row,
                          gboolean            *stays,
                          GError             **error)
{
  DaybookId id;

  if (!daybook_case_guard_touch (self->guard, db, table, row, &id, error))
    return FALSE;

  *stays = g_hash_table_contains (self->staying, &id);
  return TRUE;
}

/* What the cases that have to stay are told to. */
typedef struct
{
  DaybookUndoCases      *self;
  DaybookUndoCasesStays  stays;
  gpointer               data;
  gboolean               again;
} Sifting;

/* One that is not touched any more and is wrong was wrong before. */
static void
on_case_found (const DaybookRow *row,
               const char       *sentence,
               gpointer          data)
{
  Sifting *sifting = data;

  if (!g_hash_table_add (sifting->self->staying, g_memdup2 (&row->id, sizeof row->id)))
    return;

  sifting->again = TRUE;
  sifting->stays (row, sentence, sifting->data);
}

gboolean
daybook_undo_cases_end (DaybookUndoCases       *self,
                        DaybookDatabase        *db,
                        DaybookUndoCasesStays   stays,
                        gpointer                data,
                        gboolean               *again,
                        GError                **error)
{
  Sifting sifting = { self, stays, data, FALSE };
  gboolean read = daybook_case_guard_sift (self->guard, db, on_case_found, &sifting, error);

  *again = sifting.again;
  return read;
}
