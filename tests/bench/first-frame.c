/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/*   first-frame PROGRAM [ARGUMENT...]
 *
 * Starts a program and measures, from outside and the same for every program,
 * from before it is executed: until its window is mapped, until something is
 * drawn into the head of it (the X server's damage reports say when to look), until
 * something is drawn into the middle of its body (0: never), and until it has then
 * stood still for a while. Then notes its memory and ends it. */

#define WINDOW_MIN 200  /* pixels: smaller ones are no windows of a person's */
#define HEAD_HEIGHT 46  /* a header bar: has a title and buttons */
#define BODY_HEIGHT 100 /* rows of a list, in the right half of the window */
#define STILL_SECONDS 1.0 /* longer than a list takes to be made after the first frame */
#define PATIENCE_SECONDS 60.0

typedef struct
{
  Display *display;
  int      damage_event; /* its number */
  Window   window;       /* of the program; None before it is mapped */
  int      width;
  int      height;
  pid_t    program;
  double   started;      /* seconds on the monotonic clock, as the rest */
  double   mapped;
  double   drawn;        /* 0 until then */
  double   filled;       /* 0 until then */
  double   last_damage;
} Watch;

static double
now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

/* A window may go away while it is looked at: that is its program's affair. */
static int
on_error_reported (Display     *display,
                   XErrorEvent *event)
{
  return 0;
}

static void
open_display (Watch *watch)
{
  int errors;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL || !XDamageQueryExtension (watch->display, &watch->damage_event, &errors))
    {
      g_printerr ("first-frame: there is no display with the DAMAGE extension\n");
      exit (EXIT_FAILURE);
    }

  XSetErrorHandler (on_error_reported);
  XSelectInput (watch->display, DefaultRootWindow (watch->display), SubstructureNotifyMask);
  XSync (watch->display, False);
}

static void
start (Watch  *watch,
       char  **argv)
{
  watch->started = now ();
  watch->program = fork ();
  if (watch->program == 0)
    {
      execvp (argv[0], argv);
      g_printerr ("first-frame: %s: %s\n", argv[0], g_strerror (errno));
      _exit (127);
    }
}

static void
note_mapped (Watch           *watch,
             const XMapEvent *event)
{
  XWindowAttributes attributes;

  if (watch->window != None || event->override_redirect
      || !XGetWindowAttributes (watch->display, event->window, &attributes)
      || attributes.width < WINDOW_MIN || attributes.height < WINDOW_MIN)
    return;

  watch->mapped = now ();
  watch->window = event->window;
  watch->width = attributes.width;
  watch->height = attributes.height;
  XDamageCreate (watch->display, watch->window, XDamageReportRawRectangles);
}

static void
take_events (Watch *watch)
{
  while (XPending (watch->display) > 0)
    {
      XEvent event;

      XNextEvent (watch->display, &event);
      if (event.type == MapNotify)
        note_mapped (watch, &event.xmap);
      else if (event.type == watch->damage_event + XDamageNotify)
        watch->last_damage = now ();
    }
}

/* Whether there is more than one colour in a part of the window. */
static gboolean
is_drawn (Watch *watch,
          int    left,
          int    top,
          int    width,
          int    height)
{
  XImage *image = XGetImage (watch->display, watch->window, left, top, (unsigned int) width, (unsigned int) height,
                             AllPlanes, ZPixmap);
  gboolean drawn = FALSE;

  if (image == NULL)
    return FALSE;

  unsigned long first = XGetPixel (image, width / 2, height / 2);
  for (int y = 0; y < height && !drawn; y++)
    for (int x = 0; x < width && !drawn; x++)
      drawn = XGetPixel (image, x, y) != first;
  XDestroyImage (image);

  return drawn;
}

/* Looks at the window after something was drawn in it. */
static void
look (Watch *watch)
{
  if (watch->drawn <= 0 && is_drawn (watch, 0, 0, watch->width, HEAD_HEIGHT))
    watch->drawn = watch->last_damage;
  /* Without its edge: a frame is drawn around every window. */
  if (watch->filled <= 0 && is_drawn (watch, watch->width / 2, watch->height / 2, watch->width / 3, BODY_HEIGHT))
    watch->filled = watch->last_damage;
}

/* Waits for the next event, at most a moment. */
static void
wait_a_moment (Watch *watch)
{
  struct pollfd fd = { .fd = ConnectionNumber (watch->display), .events = POLLIN };

  if (XPending (watch->display) == 0)
    poll (&fd, 1, 5);
}

/* FALSE when the program ended or nothing came. */
static gboolean
watch_start (Watch *watch)
{
  while (now () - watch->started < PATIENCE_SECONDS)
    {
      double looked = watch->last_damage;

      wait_a_moment (watch);
      take_events (watch);
      if (waitpid (watch->program, NULL, WNOHANG) != 0)
        return FALSE;
      if (watch->last_damage > looked)
        look (watch);
      if (watch->drawn > 0 && now () - watch->last_damage > STILL_SECONDS)
        return TRUE;
    }

  return FALSE;
}

/* The program's memory in MB of 1,000,000 bytes. */
static double
read_memory (Watch      *watch,
             const char *member)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) watch->program);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL) || (line = strstr (status, member)) == NULL)
    return 0;

  return (double) g_ascii_strtoll (line + strlen (member), NULL, 10) * 1024 / 1e6;
}

static void
end (Watch *watch)
{
  double limit = now () + 10;

  kill (watch->program, SIGTERM);
  while (waitpid (watch->program, NULL, WNOHANG) == 0)
    {
      if (now () > limit)
        kill (watch->program, SIGKILL);
      g_usleep (5000);
    }
}

int
main (int    argc,
      char **argv)
{
  Watch watch = { .window = None };

  if (argc < 2)
    {
      g_printerr ("usage: first-frame PROGRAM [ARGUMENT...]\n");
      return EXIT_FAILURE;
    }

  open_display (&watch);
  start (&watch, argv + 1);
  if (!watch_start (&watch))
    {
      g_printerr ("first-frame: %s showed no window that came to rest\n", argv[1]);
      end (&watch);
      return EXIT_FAILURE;
    }

  double rss = read_memory (&watch, "VmRSS:"), own = read_memory (&watch, "RssAnon:");
  end (&watch);
  g_print ("{\"name\":\"start\",\"mapped_ms\":%.1f,\"first_ms\":%.1f,\"body_ms\":%.1f,\"still_ms\":%.1f,\"rss_mb\":%.1f,\"anon_mb\":%.1f}\n",
           (watch.mapped - watch.started) * 1000, (watch.drawn - watch.started) * 1000,
           watch.filled > 0 ? (watch.filled - watch.started) * 1000 : 0.0, (watch.last_damage - watch.started) * 1000, rss, own);
  return EXIT_SUCCESS;
}
