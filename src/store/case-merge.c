/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-merge.h"

#include "core/case-event.h"
#include "core/case-parts.h"

#include <glib/gi18n-lib.h>

static gboolean
check (GPtrArray         *cases,
       const DaybookRow  *keep,
       GError           **error)
{
  const char *sentence = cases->len < 2 ? _("At least two cases are needed to make one of them.") : NULL;

  for (guint i = 0; i < cases->len && sentence == NULL; i++)
    {
      const DaybookRow *row = g_ptr_array_index (cases, i);

      for (guint j = 0; j < i; j++)
        if (daybook_id_equal (&row->id, &((const DaybookRow *) g_ptr_array_index (cases, j))->id))
          sentence = _("At least two cases are needed to make one of them.");
      if (!daybook_value_equal (&row->values[DAYBOOK_CASE_REGISTER], &keep->values[DAYBOOK_CASE_REGISTER]))
        sentence = _("Cases of different registers are not the same. Link them to each other instead.");
      else if (daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
        sentence = _("One of the cases was merged into another already.");
    }
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* What belongs to a case as such, and what follows from its stage, is its own. */
gboolean
daybook_case_merge_asks (const DaybookTable *table,
                         guint               field)
{
  DaybookFieldClass field_class = table->fields[field].field_class;

  return field > DAYBOOK_CASE_STAGE_SINCE && field_class != DAYBOOK_CLASS_APPEND_ONLY && field_class != DAYBOOK_CLASS_PLATFORM
         && field != DAYBOOK_CASE_CLOSED_AT && field != DAYBOOK_CASE_REOPENED && field != DAYBOOK_CASE_MERGED_INTO;
}

static gboolean
says_nothing (const DaybookRow *row,
              guint             field)
{
  const DaybookValue *value = &row->values[field];

  return daybook_value_is_empty (value) || (row->table->fields[field].type == DAYBOOK_TYPE_ENUM && value->number == 0);
}

static void
set (DaybookEdit      *edit,
     const DaybookRow *keep,
     guint             field,
     const DaybookRow *from)
{
  daybook_edit_set (edit, keep->table, &keep->id, field, daybook_value_copy (&from->values[field]));
}

/* Whoever handles a case alone was not given it, and is not given the one that stays. */
gboolean
daybook_case_merge_gives (const DaybookRow *row,
                          guint             field)
{
  return !says_nothing (row, field)
         && (field != DAYBOOK_CASE_HANDLER
             || !daybook_value_equal (&row->values[DAYBOOK_CASE_HANDLER], &row->values[DAYBOOK_CASE_OWNER]));
}

static void
fill_gaps (DaybookEdit      *edit,
           GPtrArray        *cases,
           const DaybookRow *keep)
{
  for (guint field = 0; field < keep->table->n_fields; field++)
    {
      if (!daybook_case_merge_asks (keep->table, field) || !says_nothing (keep, field))
        continue;
      for (guint i = 0; i < cases->len; i++)
        if (daybook_case_merge_gives (g_ptr_array_index (cases, i), field))
          {
            set (edit, keep, field, g_ptr_array_index (cases, i));
            break;
          }
    }
}

static gboolean
is_known (GPtrArray        *own,
          guint             same,
          const DaybookRow *part)
{
  for (guint i = 0; i < own->len; i++)
    if (daybook_row_has (part, same)
        && daybook_value_equal (&part->values[same], &((const DaybookRow *) g_ptr_array_index (own, i))->values[same]))
      return TRUE;

  return FALSE;
}

/* What the kept case has itself, or took from another one just now, is not taken over: `same` is
 * the field that tells. */
static gboolean
take_parts (DaybookReader       *reader,
            DaybookEdit         *edit,
            const DaybookTable  *table,
            guint                same,
            GPtrArray           *cases,
            const DaybookRow    *keep,
            gint64               now,
            GError             **error)
{
  g_autoptr(GPtrArray) own = daybook_reader_parts (reader, table, (guint) table->owner, &keep->id, error);

  for (guint i = 0; own != NULL && i < cases->len; i++)
    {
      const DaybookRow *other = g_ptr_array_index (cases, i);
      g_autoptr(GPtrArray) parts = NULL;

      if (daybook_id_equal (&other->id, &keep->id))
        continue;
      parts = daybook_reader_parts (reader, table, (guint) table->owner, &other->id, error);
      if (parts == NULL)
        return FALSE;
      for (guint j = 0; j < parts->len; j++)
        if (!is_known (own, same, g_ptr_array_index (parts, j)))
          {
            daybook_case_part_copy (edit, g_ptr_array_index (parts, j), &keep->id, now);
            g_ptr_array_add (own, daybook_row_ref (g_ptr_array_index (parts, j)));
          }
    }

  return own != NULL;
}

static gboolean
merge_one (DaybookEdit       *edit,
           const DaybookRow  *other,
           const DaybookRow  *keep,
           gint64             now,
           GError           **error)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_MERGED, .reference = daybook_row_text (other, DAYBOOK_CASE_NUMBER) };

  daybook_edit_set (edit, other->table, &other->id, DAYBOOK_CASE_MERGED_INTO, daybook_value_id (&keep->id));
  return daybook_case_event_add (edit, keep, &event, daybook_edit_agent (edit), now, error);
}

gboolean
daybook_case_merge (DaybookReader     *reader,
                    DaybookEdit       *edit,
                    GPtrArray         *cases,
                    const DaybookRow  *keep,
                    GArray            *choices,
                    gint64             now,
                    GError           **error)
{
  if (!check (cases, keep, error))
    return FALSE;

  for (guint i = 0; i < cases->len; i++)
    {
      const DaybookRow *other = g_ptr_array_index (cases, i);

      if (!daybook_id_equal (&other->id, &keep->id) && !merge_one (edit, other, keep, now, error))
        return FALSE;
    }
  if (!take_parts (reader, edit, &daybook_case_lines, DAYBOOK_CASE_LINE_LINE, cases, keep, now, error)
      || !take_parts (reader, edit, &daybook_attachments, DAYBOOK_ATTACHMENT_HASH, cases, keep, now, error))
    return FALSE;

  if (choices == NULL)
    fill_gaps (edit, cases, keep);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    set (edit, keep, g_array_index (choices, DaybookCaseChoice, i).field, g_array_index (choices, DaybookCaseChoice, i).from);
  return TRUE;
}
