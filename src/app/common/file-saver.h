/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where a file is to go, has it written, and says in the shell what became of it. */

/* What is asked. Everything is borrowed. */
typedef struct
{
  const char        *title;    /* of the question: “Export the Report” */
  const char        *subject;  /* the file is named for it, and for the day: “Cohorts 2026-11-22.png” */
  const char        *label;    /* of the kinds of files */
  const char *const *suffixes; /* of them, the first is proposed; ends with NULL */
} DaybookSaveOffer;

typedef gboolean (*DaybookSaveFunc) (const char  *path,
                                     gpointer     data,
                                     GError     **error);

/* `chooser` is the asking one's own: one that asks already is closed. `save` is called in the main thread, never after
 * daybook_file_saver_stop(). */
void daybook_file_saver_run  (GtkWidget               *widget,
                              DaybookStore            *store,
                              const DaybookSaveOffer  *offer,
                              GCancellable           **chooser,
                              DaybookSaveFunc          save,
                              gpointer                 data);
void daybook_file_saver_stop (GCancellable           **chooser);

G_END_DECLS
