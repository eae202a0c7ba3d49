/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/passphrase.h"

#include "cli/hidden-line.h"
#include "core/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
check (char    *line,
       GError **error)
{
  if (*line != '\0' && strlen (line) < DAYBOOK_HIDDEN_LINE_MAX)
    return line;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
               *line == '\0' ? _("The passphrase is empty.") : _("The passphrase is too long."));
  daybook_passphrase_free (line);
  return NULL;
}

char *
daybook_passphrase_read (GError **error)
{
  char *line = daybook_hidden_line_read ("DAYBOOK_PASSPHRASE_FD", error);

  return line != NULL ? check (line, error) : NULL;
}

char *
daybook_passphrase_ask (const char    *question,
                        GCancellable  *cancellable,
                        GError       **error)
{
  char *line = NULL;

  switch (daybook_hidden_line_ask (question, cancellable, &line))
    {
    case DAYBOOK_HIDDEN_GIVEN:
      return check (line, error);
    case DAYBOOK_HIDDEN_CANCELLED:
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("No passphrase was given. Nothing has changed."));
      return NULL;
    case DAYBOOK_HIDDEN_NO_TERMINAL:
    default:
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                           _("This needs a passphrase: give it through DAYBOOK_PASSPHRASE_FD."));
      return NULL;
    }
}

void
daybook_passphrase_free (char *passphrase)
{
  daybook_hidden_line_free (passphrase);
}
