/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is there, and becomes of it. */
typedef enum
{
  DAYBOOK_RESTORE_OVER_BOOK,   /* it is backed up */
  DAYBOOK_RESTORE_OVER_DAMAGE, /* it is set aside */
} DaybookRestoreOver;

/* Asks before a backup replaces the book: this is no act, so it cannot be undone
 * (UX habit 10). Asks for the passphrase where the backup is encrypted. */
void     daybook_restore_dialog_run_async  (GtkWindow            *parent,
                                            const char           *file,
                                            DaybookRestoreOver    over,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              data);
/* FALSE when the person does not want to, or the question was cancelled.
 * `passphrase`: NULL for a plain backup. (transfer full) */
gboolean daybook_restore_dialog_run_finish (GAsyncResult         *result,
                                            char                **passphrase);

G_END_DECLS
