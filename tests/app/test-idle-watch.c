/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/prefs.h"
#include "app/window/idle-watch.h"

#include <adwaita.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The window is shut when nobody has touched the program for ten minutes. */

#define MINUTES(n) ((n) * 60)

/* How much further the clock of the machine is, in seconds. */
static time_t passed;
static guint n_idle;
static gboolean shuts;

/* In place of the C library's. */
int
clock_gettime (clockid_t        clock,
               struct timespec *time)
{
  int result = (int) syscall (SYS_clock_gettime, clock, time);

  if (clock == CLOCK_BOOTTIME)
    time->tv_sec += passed;
  return result;
}

static gboolean
on_idle (GtkWindow *window)
{
  n_idle++;
  return shuts;
}

static GtkWidget *
make_window (void)
{
  GtkWidget *window = gtk_window_new ();

  n_idle = 0;
  shuts = TRUE;
  daybook_idle_watch_begin (GTK_WINDOW (window), on_idle);
  return window;
}

/* Something happens in the window. TRUE: it goes no further. */
static gboolean
touch (GtkWidget *window)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (window);
  gboolean taken = FALSE;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) one = g_list_model_get_item (controllers, i);

      /* Windows have others of their own. */
      if (g_strcmp0 (gtk_event_controller_get_name (one), "daybook-idle-watch") != 0)
        continue;
      g_signal_emit_by_name (one, "event", NULL, &taken);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
  return taken;
}

/* Of windows that were there before, and of others. */
static void
test_work_in_another_window_is_work (void)
{
  GtkWidget *before = gtk_window_new (), *window = make_window (), *after = gtk_window_new ();

  passed += MINUTES (6);
  g_assert_false (touch (before));
  passed += MINUTES (6);
  g_assert_false (touch (after));
  passed += MINUTES (6);
  g_assert_false (touch (window));
  g_assert_cmpuint (n_idle, ==, 0);

  /* The other windows may stay longer. */
  gtk_window_destroy (GTK_WINDOW (window));
  passed += MINUTES (12);
  touch (before);
  g_assert_cmpuint (n_idle, ==, 0);
  gtk_window_destroy (GTK_WINDOW (before));
  gtk_window_destroy (GTK_WINDOW (after));
}

/* The machine slept: the touch that wakes it is not for the open window. */
static void
test_sleep_counts (void)
{
  GtkWidget *window = make_window ();

  passed += MINUTES (60 * 9);
  g_assert_true (touch (window));
  g_assert_cmpuint (n_idle, ==, 1);
  g_assert_false (touch (window));
  g_assert_cmpuint (n_idle, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever has no PIN is not kept from anything. */
static void
test_nothing_is_lost_where_nothing_is_shut (void)
{
  GtkWidget *window = make_window ();

  shuts = FALSE;
  passed += MINUTES (11);
  g_assert_false (touch (window));
  g_assert_cmpuint (n_idle, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_never (void)
{
  g_autoptr(GSettings) settings = daybook_prefs_new ();
  GtkWidget *window = make_window ();

  g_settings_set_int (settings, "idle-lock-minutes", 0);
  passed += MINUTES (60);
  g_assert_false (touch (window));
  g_assert_cmpuint (n_idle, ==, 0);
  g_settings_reset (settings, "idle-lock-minutes");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/idle-watch/work-in-another-window-is-work", test_work_in_another_window_is_work);
  g_test_add_func ("/idle-watch/sleep-counts", test_sleep_counts);
  g_test_add_func ("/idle-watch/nothing-is-lost-where-nothing-is-shut", test_nothing_is_lost_where_nothing_is_shut);
  g_test_add_func ("/idle-watch/never", test_never);
  return g_test_run ();
}
