/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/passphrase.h"

#include "cli/input.h"
#include "core/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Longer than anybody types. */
#define PASSPHRASE_MAX 1024

/* One line of the descriptor, without its line break. Byte by byte, so that
 * nothing behind the line is taken from whoever reads on. */
static char *
read_line (int fd)
{
  char *line = g_malloc0 (PASSPHRASE_MAX + 1);
  gsize length = 0;
  gssize n_read;
  char c;

  while (length < PASSPHRASE_MAX)
    {
      n_read = read (fd, &c, 1);
      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read <= 0 || c == '\n')
        break;
      line[length++] = c;
    }

  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';
  return line;
}

static char *
check (char    *line,
       GError **error)
{
  if (*line != '\0' && strlen (line) < PASSPHRASE_MAX)
    return line;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               *line == '\0' ? _("The passphrase is empty.") : _("The passphrase is too long."));
  daybook_passphrase_free (line);
  return NULL;
}

char *
daybook_passphrase_read (GError **error)
{
  const char *variable = g_getenv ("DAYBOOK_PASSPHRASE_FD");
  guint64 fd;

  if (variable == NULL)
    return NULL;

  if (!g_ascii_string_to_unsigned (variable, 10, 0, G_MAXINT, &fd, NULL) || fcntl ((int) fd, F_GETFD) == -1)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                   _("DAYBOOK_PASSPHRASE_FD is “%s”, which is not an open file descriptor."), variable);
      return NULL;
    }

  return check (read_line ((int) fd), error);
}

char *
daybook_passphrase_ask (const char    *question,
                        GCancellable  *cancellable,
                        GError       **error)
{
  struct termios before, silent;
  char *line;

  if (!isatty (STDIN_FILENO) || tcgetattr (STDIN_FILENO, &before) != 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                           _("This needs a passphrase: give it through DAYBOOK_PASSPHRASE_FD."));
      return NULL;
    }

  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  fprintf (stderr, "%s ", question);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent);
  line = daybook_input_wait (cancellable) ? read_line (STDIN_FILENO) : NULL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  fputc ('\n', stderr);
  if (line != NULL)
    return check (line, error);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("No passphrase was given. Nothing has changed."));
  return NULL;
}

void
daybook_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    sodium_memzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
