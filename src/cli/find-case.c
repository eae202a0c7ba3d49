/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/find-case.h"

#include "cli/find-row.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

DaybookRow *
daybook_find_case (DaybookCli  *cli,
                   const char  *word,
                   GError     **error)
{
  g_autoptr(DaybookRow) row = daybook_find_row_in_use (cli->store, &daybook_cases, word, error);
  g_autoptr(DaybookRow) kept = NULL;

  if (row == NULL || !daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
    return g_steal_pointer (&row);

  kept = daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_cases,
                              daybook_row_ref_id (row, DAYBOOK_CASE_MERGED_INTO), NULL);
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("“%s” was merged into %s."), word,
               kept != NULL ? daybook_row_text (kept, DAYBOOK_CASE_NUMBER) : "?");
  return NULL;
}

char *
daybook_case_title (const DaybookRow *row,
                    const char       *what)
{
  return g_strdup_printf ("%s: %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), what);
}
