/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Waits until standard input can be read: where Ctrl+C cancels, nothing else would end the waiting.
 * FALSE: it was cancelled. */
gboolean daybook_input_wait (GCancellable *cancellable);

G_END_DECLS
