/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/guard-lane.h"

#include "app/common/lane.h"
#include "store/word-guard.h"

struct _DaybookGuardLane
{
  DaybookLane  *lane;

  /* Of the lane's thread, while there is one. */
  DaybookGuard *guard;
  gint64        version; /* of the book from which it was made */
};

typedef struct
{
  DaybookGuardLane *of; /* outlives the lane's thread */
  char             *text;
  DaybookRow       *row;
  DaybookChannel    channel;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_clear_pointer (&question->row, daybook_row_unref);
  g_free (question);
}

static void
found_free (gpointer data)
{
  DaybookGuardFound *found = data;

  g_free (found->words);
  g_free (found->title);
  g_free (found->why);
  g_free (found->instead);
  g_free (found);
}

static gboolean
obtain_guard (DaybookGuardLane  *self,
              DaybookReader     *reader,
              GError           **error)
{
  gint64 version = daybook_reader_version (reader);

  if (self->guard != NULL && self->version == version)
    return TRUE;

  g_clear_pointer (&self->guard, daybook_guard_free);
  self->guard = daybook_reader_guard (reader, error);
  self->version = version;
  return self->guard != NULL;
}

static GPtrArray *
copy_findings (GArray     *findings,
               const char *text)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const DaybookGuardFinding *finding = &g_array_index (findings, DaybookGuardFinding, i);
      DaybookGuardFound *found = g_new0 (DaybookGuardFound, 1);

      found->start = finding->start;
      found->end = finding->end;
      found->words = g_strndup (text + finding->from, finding->to - finding->from);
      found->title = g_strdup (finding->title);
      found->why = g_strdup (finding->why);
      found->instead = g_strdup (finding->instead);
      g_ptr_array_add (all, found);
    }
  return all;
}

static gpointer
check_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  const Question *question = data;
  g_auto(GStrv) allowed = NULL;
  g_autoptr(GArray) findings = NULL;

  if (!obtain_guard (question->of, reader, error))
    return NULL;
  if (question->row != NULL && (allowed = daybook_reader_contacts_of (reader, question->row, error)) == NULL)
    return NULL;

  findings = daybook_guard_check (question->of->guard, question->text, question->channel, (const char *const *) allowed);
  return copy_findings (findings, question->text);
}

DaybookGuardLane *
daybook_guard_lane_new (DaybookStore *store)
{
  DaybookGuardLane *self = g_new0 (DaybookGuardLane, 1);

  self->lane = daybook_lane_new (store);
  return self;
}

void
daybook_guard_lane_free (DaybookGuardLane *self)
{
  daybook_lane_free (self->lane);
  g_clear_pointer (&self->guard, daybook_guard_free);
  g_free (self);
}

void
daybook_guard_lane_check_async (DaybookGuardLane    *self,
                                const char          *text,
                                const DaybookRow    *of,
                                DaybookChannel       channel,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  Question *question = g_new0 (Question, 1);

  question->of = self;
  question->text = g_strdup (text);
  question->row = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  question->channel = channel;
  daybook_lane_run_async (self->lane, check_in_db, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, callback, data);
}

GPtrArray *
daybook_guard_lane_check_finish (GAsyncResult  *result,
                                 GError       **error)
{
  return daybook_lane_run_finish (result, error);
}
