/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/input.h"

#include "core/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define PIECE 4096

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

GString *
daybook_input_read (gsize          most,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char piece[PIECE];
  gssize n = 1;

  while (n > 0 && text->len <= most)
    {
      if (!daybook_input_wait (cancellable))
        {
          g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Reading the text was stopped. Nothing has changed."));
          return NULL;
        }
      n = read (STDIN_FILENO, piece, sizeof piece);
      if (n > 0)
        g_string_append_len (text, piece, n);
      else if (n < 0 && errno == EINTR)
        n = 1;
    }

  return g_steal_pointer (&text);
}

char *
daybook_input_text (const char    *word,
                    gsize          most,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GString) text = g_str_equal (word, DAYBOOK_STANDARD_INPUT) ? daybook_input_read (most, cancellable, error) : g_string_new (word);

  if (text == NULL)
    return NULL;
  if (text->len > most)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The text is too long: at most %d kB are read."), (int) (most / 1024));
  else if (memchr (text->str, '\0', text->len) != NULL || !g_utf8_validate (text->str, (gssize) text->len, NULL))
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The text is not written in UTF-8."));
  else
    return g_string_free (g_steal_pointer (&text), FALSE);

  return NULL;
}
