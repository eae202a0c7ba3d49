/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/vips/vip-list.h"

#include "app/common/told-bar.h"
#include "app/common/weak.h"
#include "store/grades.h"

typedef struct
{
  DaybookVipQuestion asked;
  gpointer           ear;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  daybook_weak_free (question->ear);
  g_free (question);
}

void
daybook_vip_list_free (DaybookVipList *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  daybook_grade_rules_clear (&self->rules);
  g_free (self);
}

static gboolean
read_proposals (DaybookVipList  *self,
                DaybookReader   *reader,
                const Question  *question,
                GError         **error)
{
  self->candidates = daybook_reader_grade_candidates (reader, &self->rules, question->asked.now, daybook_bar_tell, question->ear, error);
  for (guint i = 0; self->candidates != NULL && i < MIN (self->candidates->len, DAYBOOK_VIPS_MAX); i++)
    {
      const DaybookGradeCandidate *candidate = &g_array_index (self->candidates, DaybookGradeCandidate, i);
      const DaybookVipMark mark = { .customer = candidate->customer, .proposed = TRUE, .candidate = *candidate };

      g_array_append_val (self->marks, mark);
    }
  return self->candidates != NULL;
}

static gboolean
take_rhythms (DaybookVipList *self,
              GArray         *rhythms,
              gint64          now)
{
  g_autoptr(GArray) all = rhythms;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const DaybookRhythmMark *rhythm = &g_array_index (all, DaybookRhythmMark, i);
      const DaybookVipMark mark = { .customer = rhythm->customer, .began = rhythm->began, .due = rhythm->due };

      self->n_late += rhythm->due != 0 && daybook_rhythm_state (rhythm->began, rhythm->due, now) == DAYBOOK_RHYTHM_LATE;
      if (i < DAYBOOK_VIPS_MAX)
        g_array_append_val (self->marks, mark);
    }
  return all != NULL;
}

static gpointer
read_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  const Question *question = data;
  const DaybookVipQuestion *asked = &question->asked;
  g_autoptr(DaybookVipList) self = g_new0 (DaybookVipList, 1);
  gboolean read = FALSE;

  self->marks = g_array_new (FALSE, FALSE, sizeof (DaybookVipMark));
  if (!daybook_reader_grades (reader, &self->rules, error))
    return NULL;

  switch (asked->view)
    {
    case DAYBOOK_VIPS_PROPOSALS:
      read = read_proposals (self, reader, question, error);
      break;
    case DAYBOOK_VIPS_ALL:
      read = take_rhythms (self, daybook_reader_vips (reader, DAYBOOK_VIPS_MAX, error), asked->now);
      break;
    case DAYBOOK_VIPS_CONTACT:
    default:
      read = take_rhythms (self, daybook_reader_rhythms (reader, asked->order == DAYBOOK_VIPS_BY_GRADE ? DAYBOOK_RHYTHMS_BY_GRADE
                                                                                                     : DAYBOOK_RHYTHMS_BY_TIME, error), asked->now);
      break;
    }
  return read ? g_steal_pointer (&self) : NULL;
}

void
daybook_vip_list_read_async (DaybookLane              *lane,
                             const DaybookVipQuestion *question,
                             gpointer                  ear,
                             GCancellable             *cancellable,
                             GAsyncReadyCallback       callback,
                             gpointer                  data)
{
  const Question full = { *question, ear };

  daybook_lane_run_async (lane, read_in_db, g_memdup2 (&full, sizeof full), question_free, (GDestroyNotify) daybook_vip_list_free, cancellable,
                          callback, data);
}

DaybookVipList *
daybook_vip_list_read_finish (GAsyncResult  *result,
                              GError       **error)
{
  return daybook_lane_run_finish (result, error);
}
