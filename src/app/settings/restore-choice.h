/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/settings/restore-dialog.h"

G_BEGIN_DECLS

/* `passphrase`: NULL for a plain backup. Both are there until the function returns. */
typedef void (*DaybookRestoreFunc) (const char *file,
                                    const char *passphrase,
                                    gpointer    data);

/* How a person chooses the backup to go back to: the file, then what the restore
 * dialog asks. Whoever shows the page owns one; letting go of it closes what is open,
 * and nothing is called any more. */
#define DAYBOOK_TYPE_RESTORE_CHOICE (daybook_restore_choice_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRestoreChoice, daybook_restore_choice, DAYBOOK, RESTORE_CHOICE, GObject)

/* `parent`, which owns it, is in the window when it runs. */
DaybookRestoreChoice *daybook_restore_choice_new (GtkWidget            *parent,
                                                  DaybookRestoreOver    over,
                                                  DaybookRestoreFunc    func,
                                                  gpointer              data);
/* `start`: a file that is proposed, or a folder to begin in, or NULL. */
void                  daybook_restore_choice_run (DaybookRestoreChoice *self,
                                                  const char           *start);

G_END_DECLS
