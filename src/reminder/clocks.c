/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/clocks.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define BOOT_ID "/proc/sys/kernel/random/boot_id"
/* A test names a file with the seconds by which the clock on the wall is wrong and, when it would have the machine
 * asleep, those by which the other one is: nobody sets a machine's clocks for it. */
#define TEST_FILE "DAYBOOK_TEST_CLOCK"
/* An alarm nobody waits for, so that a clock that is set is noticed all the same. */
#define NEVER (G_GINT64_CONSTANT (4102444800)) /* the year 2100 */

struct _DaybookClocks
{
  void         (*rung) (gpointer data);
  gpointer       data;
  int            timer;
  guint          source;
  char          *boot_id;
  char          *test_file; /* or NULL */
  GFileMonitor  *monitor;   /* of it */
  gint64         wrong_by;
  gint64         slept;
};

static void
read_test_file (DaybookClocks *self)
{
  g_autofree char *text = NULL;
  char *end;

  if (!g_file_get_contents (self->test_file, &text, NULL, NULL) || *text == '\0')
    return;

  self->wrong_by = g_ascii_strtoll (text, &end, 10);
  self->slept = g_ascii_strtoll (end, NULL, 10);
}

static void
on_test_file_changed (DaybookClocks *self)
{
  gint64 before = self->wrong_by;

  read_test_file (self);
  if (self->wrong_by != before)
    self->rung (self->data);
}

static void
watch_test_file (DaybookClocks *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->test_file);

  read_test_file (self);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_test_file_changed), self);
}

/* ECANCELED: the clock was set, or the machine woke up. */
static gboolean
on_timer_ready (int           file,
                GIOCondition  condition,
                gpointer      data)
{
  DaybookClocks *self = data;
  guint64 n;

  if (read (file, &n, sizeof n) >= 0 || errno == ECANCELED)
    self->rung (self->data);
  return G_SOURCE_CONTINUE;
}

DaybookClocks *
daybook_clocks_new (void     (*rung) (gpointer data),
                    gpointer   data,
                    GError   **error)
{
  int timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  DaybookClocks *self;

  if (timer < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  self = g_new0 (DaybookClocks, 1);
  self->rung = rung;
  self->data = data;
  self->timer = timer;
  self->source = g_unix_fd_add (timer, G_IO_IN, on_timer_ready, self);
  if (g_file_get_contents (BOOT_ID, &self->boot_id, NULL, NULL))
    g_strchomp (self->boot_id);
  self->test_file = g_strdup (g_getenv (TEST_FILE));
  if (self->test_file != NULL)
    watch_test_file (self);
  return self;
}

void
daybook_clocks_free (DaybookClocks *self)
{
  g_clear_object (&self->monitor);
  g_source_remove (self->source);
  close (self->timer);
  g_free (self->boot_id);
  g_free (self->test_file);
  g_free (self);
}

void
daybook_clocks_read (DaybookClocks       *self,
                     DaybookClockReading *reading)
{
  struct timespec boot = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &boot);
  *reading = (DaybookClockReading) { g_get_real_time () / G_USEC_PER_SEC + self->wrong_by, boot.tv_sec + self->slept, self->boot_id };
}

void
daybook_clocks_set (DaybookClocks *self,
                    gint64         moment)
{
  gint64 at = moment < NEVER ? moment - self->wrong_by : NEVER;
  const struct itimerspec alarm = { .it_value.tv_sec = MAX (at, 1) };

  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &alarm, NULL) != 0)
    g_warning ("The alarm could not be set: %s", g_strerror (errno));
}

gboolean
daybook_clocks_is_test (DaybookClocks *self)
{
  return self->test_file != NULL;
}
