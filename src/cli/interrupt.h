/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Long work on a terminal: Ctrl+C cancels it in an orderly way (an import then
 * undoes what it has merged), and how far it is stands on standard error
 * where that is a terminal. While one exists, SIGINT and SIGTERM are its own;
 * it is made before the store is opened, since a thread that was there before
 * would still die of them. */
typedef struct _DaybookInterrupt DaybookInterrupt;

DaybookInterrupt *daybook_interrupt_new             (void);
void              daybook_interrupt_free            (DaybookInterrupt *self);
/* (transfer none) */
GCancellable     *daybook_interrupt_get_cancellable (DaybookInterrupt *self);
/* A GFileProgressCallback; `data` is the interrupt. Any thread. */
void              daybook_interrupt_show_progress   (goffset           current,
                                                     goffset           total,
                                                     gpointer          data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookInterrupt, daybook_interrupt_free)

G_END_DECLS
