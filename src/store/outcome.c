/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store-private.h"

static void
free_kept (gpointer data)
{
  DaybookKept *kept = data;

  g_free (kept->title);
  g_free (kept->by);
  g_free (kept->reason);
  g_free (kept);
}

DaybookOutcome *
daybook_outcome_new (void)
{
  DaybookOutcome *outcome = g_new0 (DaybookOutcome, 1);

  outcome->kept = g_ptr_array_new_with_free_func (free_kept);
  return outcome;
}

void
daybook_outcome_free (DaybookOutcome *outcome)
{
  g_free (outcome->title);
  g_ptr_array_unref (outcome->kept);
  g_free (outcome);
}

DaybookOutcome *
daybook_outcome_of (const DaybookActSpec *spec,
                    guint64               n_changes)
{
  DaybookOutcome *outcome = daybook_outcome_new ();

  if (spec->key != 0)
    outcome->act = spec->id;
  outcome->title = g_strdup (spec->title);
  outcome->n_changes = n_changes;
  return outcome;
}
