/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/input.h"

#include <errno.h>
#include <unistd.h>

gboolean
daybook_input_wait (GCancellable *cancellable)
{
  GPollFD fds[2] = { { .fd = STDIN_FILENO, .events = G_IO_IN } };
  guint n = g_cancellable_make_pollfd (cancellable, &fds[1]) ? 2 : 1;

  while (g_poll (fds, n, -1) < 0 && errno == EINTR)
    continue;
  if (n == 2)
    g_cancellable_release_fd (cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}
