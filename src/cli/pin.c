/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/pin.h"

#include "cli/hidden-line.h"
#include "core/error.h"

#include <glib/gi18n-lib.h>

static char *
ask_terminal (const char  *question,
              GError     **error)
{
  char *line = NULL;

  switch (daybook_hidden_line_ask (question, NULL, &line))
    {
    case DAYBOOK_HIDDEN_GIVEN:
      return line;
    case DAYBOOK_HIDDEN_CANCELLED:
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("No PIN was given. Nothing has changed."));
      return NULL;
    case DAYBOOK_HIDDEN_NO_TERMINAL:
    default:
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("This needs a PIN: give it through DAYBOOK_PIN_FD."));
      return NULL;
    }
}

/* What the descriptor gives; NULL without an error: there is none. */
static char *
read_descriptor (GError **error)
{
  return daybook_hidden_line_read ("DAYBOOK_PIN_FD", error);
}

char *
daybook_pin_ask (const char  *name,
                 GError     **error)
{
  /* Translators: asked on a terminal; %s is a person */
  g_autofree char *question = g_strdup_printf (_("PIN of %s:"), name);
  GError *local = NULL;
  char *line = read_descriptor (&local);

  if (line != NULL || local == NULL)
    return line != NULL ? line : ask_terminal (question, error);

  g_propagate_error (error, local);
  return NULL;
}

static char *
ask_twice (const char  *name,
           GError     **error)
{
  g_autofree char *question = g_strdup_printf (_("New PIN of %s:"), name);
  char *line = ask_terminal (question, error);
  char *again = line != NULL ? ask_terminal (_("Once more:"), error) : NULL;

  if (again != NULL && !g_str_equal (line, again))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("That was not the same PIN twice. Nothing has changed."));
      g_clear_pointer (&line, daybook_hidden_line_free);
    }
  else if (again == NULL)
    g_clear_pointer (&line, daybook_hidden_line_free);

  daybook_hidden_line_free (again);
  return line;
}

char *
daybook_pin_ask_new (const char  *name,
                     GError     **error)
{
  GError *local = NULL;
  char *line = read_descriptor (&local);

  if (line != NULL || local == NULL)
    return line != NULL ? line : ask_twice (name, error);

  g_propagate_error (error, local);
  return NULL;
}
