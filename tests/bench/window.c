/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include "app/common/key-selection.h"

#include <time.h>

#define PATIENCE 60.0  /* seconds */
#define QUIET 0.15     /* seconds without anything to do */

static struct
{
  Watched longest;
  double  start; /* of this turn, in seconds */
  double  start_cpu;
  double  frame; /* so far within this turn, in seconds */
  double  frame_cpu;
  double  frame_start; /* 0 outside frames */
  double  frame_start_cpu;
} watch;

double
window_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* --- Watching the main loop ------------------------------------------------ */

static void
begin_turn (void)
{
  watch.start = measure_now ();
  watch.start_cpu = window_cpu ();
  watch.frame = watch.frame_cpu = 0;
}

static void
end_turn (void)
{
  double work = measure_now () - watch.start - watch.frame;
  double cpu = window_cpu () - watch.start_cpu - watch.frame_cpu;

  watch.longest.work = MAX (watch.longest.work, work * 1000);
  watch.longest.cpu = MAX (watch.longest.cpu, cpu * 1000);
  watch.longest.frame = MAX (watch.longest.frame, watch.frame * 1000);
  watch.longest.turns++;
}

static int
poll_watched (GPollFD *fds,
              guint    n_fds,
              int      timeout)
{
  end_turn ();
  int n = g_poll (fds, n_fds, timeout);
  begin_turn ();
  return n;
}

static void
on_frame_begun (void)
{
  watch.frame_start = measure_now ();
  watch.frame_start_cpu = window_cpu ();
}

static void
on_frame_ended (void)
{
  if (watch.frame_start > 0)
    {
      watch.frame += measure_now () - watch.frame_start;
      watch.frame_cpu += window_cpu () - watch.frame_start_cpu;
    }
  watch.frame_start = 0;
}

void
watch_begin (DaybookWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  if (g_object_get_data (G_OBJECT (clock), "watched") == NULL)
    {
      g_signal_connect (clock, "before-paint", on_frame_begun, NULL);
      g_signal_connect (clock, "after-paint", on_frame_ended, NULL);
      g_object_set_data (G_OBJECT (clock), "watched", clock);
    }

  watch.longest = (Watched) { 0 };
  begin_turn ();
  g_main_context_set_poll_func (NULL, poll_watched);
}

Watched
watch_end (void)
{
  end_turn ();
  g_main_context_set_poll_func (NULL, NULL);
  return watch.longest;
}

/* --- The window ------------------------------------------------------------ */

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
window_turn (double seconds)
{
  gboolean over = FALSE;

  g_timeout_add ((guint) (seconds * 1000), on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Turns the loop; whether it had nothing to do for a while. */
static gboolean
is_quiet (void)
{
  gboolean over = FALSE;
  guint turns = 0;
  guint timeout = g_timeout_add ((guint) (QUIET * 1000), on_timeout, &over);

  for (; !over && turns < 2; turns++)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (timeout);

  return over;
}

void
window_settle (DaybookWindow *window)
{
  double end = measure_now () + PATIENCE;
  DaybookResultModel *model = window_model (window);

  do
    if (measure_now () > end)
      g_error ("The list does not come to rest");
  while (!is_quiet () || (model != NULL && daybook_result_model_get_state (model) == DAYBOOK_RESULT_LOADING));
}

GtkWidget *
window_find (GtkWidget *root,
             GType      type)
{
  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkColumnView *
window_list (DaybookWindow *window)
{
  GtkWidget *page = GTK_WIDGET (daybook_window_get_page (window));
  GtkWidget *list = page != NULL ? window_find (page, GTK_TYPE_COLUMN_VIEW) : NULL;

  return list != NULL ? GTK_COLUMN_VIEW (list) : NULL;
}

DaybookResultModel *
window_model (DaybookWindow *window)
{
  GtkColumnView *list = window_list (window);
  GtkSelectionModel *selection = list != NULL ? gtk_column_view_get_model (list) : NULL;

  return DAYBOOK_IS_KEY_SELECTION (selection)
         ? daybook_key_selection_get_model (DAYBOOK_KEY_SELECTION (selection)) : NULL;
}

DaybookWindow *
window_open (const char    *folder,
             DaybookStore **store)
{
  g_autoptr(GError) error = NULL;
  AdwApplication *application = adw_application_new ("io.github.daybook.Bench", G_APPLICATION_NON_UNIQUE);

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  *store = measure_open (folder);
  daybook_store_settle (*store);

  DaybookWindow *window = daybook_window_new (application);
  daybook_window_set_store (window, *store);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set_data_full (G_OBJECT (window), "application", application, g_object_unref);
  window_turn (0.5);
  window_settle (window);
  return window;
}

void
window_close (DaybookWindow *window,
              DaybookStore  *store)
{
  gtk_window_destroy (GTK_WINDOW (window));
  window_turn (0.1);
  g_object_unref (store);
}
