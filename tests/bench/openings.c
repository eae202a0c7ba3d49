/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "openings.h"

#include "app/common/list-page.h"

struct _Openings
{
  DaybookWindow *window;
  DaybookStore  *store;
  GdkFrameClock *clock;
  double         drawn;     /* when the first frame after the act was, or 0 */
  double         drawn_cpu; /* of the processor by then */
};

static void
on_painted (Openings *self)
{
  if (self->drawn > 0)
    return;

  self->drawn = measure_now ();
  self->drawn_cpu = window_cpu ();
}

Openings *
openings_begin (const char *folder,
                const char *page)
{
  Openings *self = g_new0 (Openings, 1);

  adw_init ();
  self->window = window_open (folder, &self->store);
  daybook_window_show_page (self->window, page);
  window_settle (self->window);
  self->clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (on_painted), self);
  return self;
}

void
openings_end (Openings *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  window_close (self->window, self->store);
  g_free (self);
}

DaybookStore *
openings_get_store (Openings *self)
{
  return self->store;
}

DaybookWindow *
openings_get_window (Openings *self)
{
  return self->window;
}

void
opening_series_init (OpeningSeries *series)
{
  *series = (OpeningSeries) { measure_series (), measure_series (), measure_series () };
}

void
openings_add (Openings        *self,
              const DaybookId *id,
              OpeningSeries   *series)
{
  double start = measure_now (), start_cpu = window_cpu ();

  self->drawn = 0;
  daybook_list_page_open (DAYBOOK_LIST_PAGE (daybook_window_get_page (self->window)), id);
  while (self->drawn <= 0)
    g_main_context_iteration (NULL, TRUE);
  measure_add (series->drawn, (self->drawn - start) * 1000);
  measure_add (series->drawn_cpu, (self->drawn_cpu - start_cpu) * 1000);
  window_settle (self->window);
  measure_add (series->cpu, (window_cpu () - start_cpu) * 1000);
}

void
opening_series_print (OpeningSeries *series,
                      const char    *name)
{
  measure_print (name, "drawn_ms", measure_quantile (series->drawn, 0.5), "max_ms", measure_quantile (series->drawn, 1),
                 "drawn_cpu_ms", measure_quantile (series->drawn_cpu, 0.5), "cpu_ms", measure_quantile (series->cpu, 0.5), NULL);
  g_array_unref (series->drawn);
  g_array_unref (series->drawn_cpu);
  g_array_unref (series->cpu);
}
