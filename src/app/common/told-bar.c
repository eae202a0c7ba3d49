/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/told-bar.h"

#include "app/common/weak.h"

typedef struct
{
  gpointer weak; /* GtkProgressBar */
  double   fraction;
} Step;

static gboolean
on_step (gpointer data)
{
  g_autofree Step *step = data;
  g_autoptr(GtkProgressBar) bar = daybook_weak_take (step->weak);

  if (bar != NULL)
    gtk_progress_bar_set_fraction (bar, step->fraction);
  return G_SOURCE_REMOVE;
}

gpointer
daybook_bar_ear (GtkProgressBar *bar)
{
  return daybook_weak_new (bar);
}

void
daybook_bar_tell (goffset  done,
                  goffset  total,
                  gpointer ear)
{
  GtkProgressBar *bar = daybook_weak_peek (ear);
  Step *step;

  if (bar == NULL)
    return;

  step = g_new (Step, 1);
  *step = (Step) { daybook_weak_new (bar), total > 0 ? CLAMP ((double) done / (double) total, 0, 1) : 0 };
  g_idle_add (on_step, step);
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, bar); /* a widget ends in the main thread */
}
