/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/quick/quick-parse.h"

typedef struct
{
  char       *text;
  char      **plain;
  char       *register_key;
  gint64      at;
  gint64      now;
  GTimeZone  *zone;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_strfreev (question->plain);
  g_free (question->register_key);
  g_time_zone_unref (question->zone);
  g_free (question);
}

static gpointer
parse_in_db (DaybookReader *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Question *question = data;
  const DaybookQuickWish wish = { (const char *const *) question->plain, question->register_key, question->at };

  return daybook_reader_plan_quick_add (reader, question->text, &wish, question->now, question->zone, error);
}

void
daybook_quick_parse_async (DaybookLane            *lane,
                           DaybookStore           *store,
                           const char             *text,
                           const DaybookQuickWish *wish,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                data)
{
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  question->plain = g_strdupv ((char **) wish->plain);
  question->register_key = g_strdup (wish->register_key);
  question->at = wish->at;
  question->now = daybook_store_get_now (store);
  question->zone = g_time_zone_ref (daybook_store_get_zone (store));
  daybook_lane_run_async (lane, parse_in_db, question, question_free, (GDestroyNotify) daybook_quick_plan_free, cancellable, callback, data);
}

DaybookQuickPlan *
daybook_quick_parse_finish (GAsyncResult  *result,
                            GError       **error)
{
  return daybook_lane_run_finish (result, error);
}
