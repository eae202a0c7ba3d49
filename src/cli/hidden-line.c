/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/hidden-line.h"

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

/* One line of the descriptor, without its line break. Byte by byte, so that
 * nothing behind the line is taken from whoever reads on. */
static char *
read_line (int fd)
{
  char *line = g_malloc0 (DAYBOOK_HIDDEN_LINE_MAX + 1);
  gsize length = 0;
  gssize n_read;
  char c;

  while (length < DAYBOOK_HIDDEN_LINE_MAX)
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

char *
daybook_hidden_line_read (const char  *variable,
                     GError     **error)
{
  const char *number = g_getenv (variable);
  guint64 fd;

  if (number == NULL)
    return NULL;
  if (g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT, &fd, NULL) && fcntl ((int) fd, F_GETFD) != -1)
    return read_line ((int) fd);

  /* Translators: the name of a variable of the environment, and what it holds */
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%s is “%s”, which is not an open file descriptor."), variable, number);
  return NULL;
}

DaybookHiddenAnswer
daybook_hidden_line_ask (const char    *question,
                    GCancellable  *cancellable,
                    char         **line)
{
  struct termios before, silent;

  if (!isatty (STDIN_FILENO) || tcgetattr (STDIN_FILENO, &before) != 0)
    return DAYBOOK_HIDDEN_NO_TERMINAL;

  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  fprintf (stderr, "%s ", question);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent);
  *line = daybook_input_wait (cancellable) ? read_line (STDIN_FILENO) : NULL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  fputc ('\n', stderr);
  return *line != NULL ? DAYBOOK_HIDDEN_GIVEN : DAYBOOK_HIDDEN_CANCELLED;
}

void
daybook_hidden_line_free (char *secret)
{
  if (secret != NULL)
    sodium_memzero (secret, strlen (secret));
  g_free (secret);
}
