/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/progress.h"

typedef struct
{
  GFileProgressCallback callback;
  gpointer              data;
  goffset               done;
  goffset               total;
} Progress;

static gboolean
on_progress_arrived (gpointer data)
{
  Progress *progress = data;

  progress->callback (progress->done, progress->total, progress->data);
  return G_SOURCE_REMOVE;
}

/* Through a source of its own, since g_main_context_invoke() may call in place. Its
 * priority is that of a task's own return, so that none arrives after the end. */
void
daybook_progress_call (GMainContext   *context,
                       GSourceFunc     func,
                       gpointer        data,
                       GDestroyNotify  destroy)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
}

void
daybook_progress_send (GMainContext          *context,
                       GFileProgressCallback  callback,
                       gpointer               data,
                       guint64                done,
                       guint64                total)
{
  Progress *progress = g_new0 (Progress, 1);

  progress->callback = callback;
  progress->data = data;
  progress->done = (goffset) done;
  progress->total = (goffset) total;
  daybook_progress_call (context, on_progress_arrived, progress, g_free);
}
