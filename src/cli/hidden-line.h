/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What nobody is to see, passphrases and PINs, never stands on a command line, where other programs could read it: it
 * comes through a file descriptor, or from the terminal. What is read so is freed with daybook_hidden_line_free(). */

/* The next line of the descriptor whose number is in the environment's `variable`; NULL without an error when there is
 * none. Errors: FORMAT (not a descriptor). */
char *daybook_hidden_line_read (const char    *variable,
                           GError       **error);

typedef enum
{
  DAYBOOK_HIDDEN_GIVEN,
  DAYBOOK_HIDDEN_NO_TERMINAL, /* there is nobody to ask */
  DAYBOOK_HIDDEN_CANCELLED,
} DaybookHiddenAnswer;

/* Asks on the terminal, without an echo, until it is cancelled (NULL: never). */
DaybookHiddenAnswer daybook_hidden_line_ask (const char    *question,
                                  GCancellable  *cancellable,
                                  char         **line);
/* Overwrites it before it is freed. */
void          daybook_hidden_line_free (char         *secret);

/* Longer than anybody types: what is as long was cut off. */
#define DAYBOOK_HIDDEN_LINE_MAX 1024

G_END_DECLS
