/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/announcements.h"

#include "core/announcement-edit.h"
#include "store/articles.h"
#include "store/read-marks.h"

void
daybook_reading_free (DaybookReading *reading)
{
  daybook_row_unref (reading->agent);
  g_free (reading);
}

/* --- What is unread -------------------------------------------------------------------------- */

GPtrArray *
daybook_notices_unread (DaybookReader    *reader,
                        const DaybookId  *agent,
                        gint64            now,
                        GError          **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (reader, &daybook_agents, agent, error);

  return row != NULL ? daybook_unread (reader, row, now, 0, error) : NULL;
}

static gboolean
add_article (DaybookEdit       *edit,
             DaybookReader     *reader,
             const DaybookRow  *row,
             const DaybookId   *agent,
             gint64             now,
             GError           **error)
{
  g_autoptr(DaybookRow) revision = daybook_article_revision (reader, row, error);
  g_autoptr(DaybookRow) mark = NULL;
  GError *local = NULL;

  if (revision == NULL)
    return FALSE;
  mark = daybook_read_mark_find (reader, &row->id, agent, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  daybook_read_mark_add (edit, row, &revision->id, mark, agent, now);
  return TRUE;
}

DaybookEdit *
daybook_notices_act_read (DaybookReader    *reader,
                          GPtrArray        *rows,
                          const DaybookId  *agent,
                          gint64            now,
                          GError          **error)
{
  g_autoptr(DaybookEdit) edit = daybook_read_act (rows, agent);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      if (row->table == &daybook_announcements)
        daybook_read_mark_add (edit, row, NULL, NULL, agent, now);
      else if (!add_article (edit, reader, row, agent, now, error))
        return NULL;
    }
  return g_steal_pointer (&edit);
}

/* --- Who has read it ------------------------------------------------------------------------- */

/* 0: they have not. */
static gint64
find_time (GPtrArray       *marks,
           const DaybookId *agent)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const DaybookRow *mark = g_ptr_array_index (marks, i);

      if (daybook_id_equal (daybook_row_ref_id (mark, DAYBOOK_READ_MARK_AGENT), agent))
        return daybook_row_int (mark, DAYBOOK_READ_MARK_AT);
    }
  return 0;
}

static DaybookReading *
make_reading (DaybookRow *agent,
              gint64      at)
{
  DaybookReading *reading = g_new (DaybookReading, 1);

  reading->agent = daybook_row_ref (agent);
  reading->at = at;
  return reading;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DaybookReading *one = *(const DaybookReading *const *) a, *other = *(const DaybookReading *const *) b;
  gint64 at = one->at != 0 ? one->at : G_MAXINT64, at_other = other->at != 0 ? other->at : G_MAXINT64;

  if (at != at_other)
    return at > at_other ? -1 : 1;

  return g_utf8_collate (daybook_row_text (one->agent, DAYBOOK_AGENT_NAME), daybook_row_text (other->agent, DAYBOOK_AGENT_NAME));
}

GPtrArray *
daybook_announcement_readers (DaybookReader     *reader,
                              const DaybookRow  *row,
                              GError           **error)
{
  DaybookChoreWho readers = (DaybookChoreWho) daybook_row_int (row, DAYBOOK_ANNOUNCEMENT_READERS);
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, error);
  g_autoptr(GPtrArray) marks = agents != NULL
    ? daybook_reader_parts (reader, &daybook_read_marks, DAYBOOK_READ_MARK_ANNOUNCEMENT, &row->id, error) : NULL;
  GPtrArray *all;

  if (marks == NULL)
    return NULL;

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_reading_free);
  for (guint i = 0; i < agents->len; i++)
    {
      DaybookRow *agent = g_ptr_array_index (agents, i);
      gint64 at = find_time (marks, &agent->id);

      if (at != 0 || daybook_readers_fit (readers, (DaybookRole) daybook_row_int (agent, DAYBOOK_AGENT_ROLE)))
        g_ptr_array_add (all, make_reading (agent, at));
    }
  g_ptr_array_sort (all, compare);
  return all;
}
