/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The word that stands for standard input. */
#define DAYBOOK_STANDARD_INPUT "-"

/* Waits until standard input can be read: where Ctrl+C cancels, nothing else would end the waiting.
 * FALSE: it was cancelled. */
gboolean daybook_input_wait (GCancellable *cancellable);
/* Standard input until its end, but no more than `most` bytes and one, by which it shows that there are
 * more. Errors: CANCELLED. */
GString *daybook_input_read (gsize          most,
                             GCancellable  *cancellable,
                             GError       **error);
/* The text that a word of the command line is, or stands for: DAYBOOK_STANDARD_INPUT. (transfer full)
 * Errors: FORMAT: it is longer than `most` bytes, or no text; as above. */
char    *daybook_input_text (const char    *word,
                             gsize          most,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
