/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/merge-cases.h"

#include "core/case.h"
#include "core/register.h"
#include "store/case-guard.h"
#include "store/case-merge.h"

#include <glib/gi18n-lib.h>

static char *
title (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u Case", "Merge %u Cases", n), n);
}

static guint
usual (GPtrArray *rows,
       guint      keep,
       guint      field)
{
  if (daybook_case_merge_gives (g_ptr_array_index (rows, keep), field))
    return keep;
  for (guint i = 0; i < rows->len; i++)
    if (daybook_case_merge_gives (g_ptr_array_index (rows, i), field))
      return i;

  return keep;
}

/* The oldest: what the others repeat. */
static guint
stays (GPtrArray *rows)
{
  guint oldest = 0;

  for (guint i = 1; i < rows->len; i++)
    if (daybook_row_int (g_ptr_array_index (rows, i), DAYBOOK_CASE_OPENED_AT)
        <= daybook_row_int (g_ptr_array_index (rows, oldest), DAYBOOK_CASE_OPENED_AT))
      oldest = i;

  return oldest;
}

static char *
name (DaybookDesk      *desk,
      const DaybookRow *row)
{
  return g_strdup (daybook_row_text (row, DAYBOOK_CASE_NUMBER));
}

static char *
head (DaybookDesk      *desk,
      const DaybookRow *row)
{
  g_autofree char *stage = daybook_desk_format (desk, row, DAYBOOK_CASE_STAGE, DAYBOOK_SHOW_MASKED);
  g_autofree char *opened = daybook_desk_format (desk, row, DAYBOOK_CASE_OPENED_AT, DAYBOOK_SHOW_MASKED);

  return g_strdup_printf ("%s\n%s · %s", daybook_row_text (row, DAYBOOK_CASE_NUMBER), stage, opened);
}

/* Those that are not what the one that stays says anyway. (element-type DaybookCaseChoice) */
static GArray *
take_choices (GPtrArray *rows,
              guint      keep,
              GArray    *choices)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (DaybookCaseChoice));

  for (guint i = 0; i < choices->len; i++)
    {
      const DaybookMergeChoice *choice = &g_array_index (choices, DaybookMergeChoice, i);
      const DaybookCaseChoice one = { choice->field, g_ptr_array_index (rows, choice->from) };

      if (choice->from != keep)
        g_array_append_val (taken, one);
    }

  return taken;
}

/* Whether the one that stays may be so. */
static gboolean
check (DaybookReader     *reader,
       DaybookRegister   *definition,
       const DaybookRow  *keep,
       GArray            *choices,
       GError           **error)
{
  g_autoptr(DaybookRow) after = daybook_row_copy (keep);

  for (guint i = 0; i < choices->len; i++)
    {
      const DaybookCaseChoice *choice = &g_array_index (choices, DaybookCaseChoice, i);

      daybook_value_clear (&after->values[choice->field]);
      after->values[choice->field] = daybook_value_copy (&choice->from->values[choice->field]);
    }

  return daybook_reader_case_check (reader, definition, keep, after, error);
}

static DaybookEdit *
merge (DaybookDesk  *desk,
       GPtrArray    *rows,
       guint         at,
       GArray       *choices,
       gpointer      data,
       GError      **error)
{
  DaybookStore *store = daybook_desk_get_store (desk);
  const DaybookRow *keep = g_ptr_array_index (rows, at);
  g_autofree char *act = g_strdup_printf ("%s: %s", daybook_row_text (keep, DAYBOOK_CASE_NUMBER), _("Merged"));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, act, daybook_store_get_agent (store));
  g_autoptr(GArray) taken = take_choices (rows, at, choices);

  return check (daybook_store_get_reader (store), DAYBOOK_REGISTER (data), keep, taken, error)
         && daybook_case_merge (daybook_store_get_reader (store), edit, rows, keep, taken, daybook_store_get_now (store), error)
         ? g_steal_pointer (&edit) : NULL;
}

const DaybookMergeKind daybook_merge_cases = {
  .explanation = N_("One of them stays and takes goods, files and the history of the others over; those are in no list any more. Undo brings them back."),
  .title = title,
  .asks = daybook_case_merge_asks,
  .gives = daybook_case_merge_gives,
  .stays = stays,
  .usual = usual,
  .name = name,
  .head = head,
  .merge = merge,
};
