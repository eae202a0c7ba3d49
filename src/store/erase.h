/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup.h"

G_BEGIN_DECLS

/* Erasing a person (RECORDS §10): for good, from the book, its search index and log, the files of cases and every backup in
 * the book's folder. Orders and cases stay as figures. What stays of the person is a keyed hash of each account, phone
 * and e-mail, by which a file that names them again brings no more than the order. */

/* What would go. */
typedef struct
{
  gint64 customers; /* the customer and all who are the same person */
  gint64 orders;
  gint64 cases;
  guint  files;
  guint  backups;
  guint  sealed;    /* of these, how many are encrypted: their passphrase is needed */
} DaybookErasureSize;

gboolean   daybook_store_measure_erasure (DaybookStore           *store,
                                          const DaybookId        *customer,
                                          DaybookErasureSize     *size,
                                          GError                **error);
/* Blocks; any thread but the writer's. `passphrase` opens encrypted backups, or NULL. Cancelling works until the first
 * thing is gone; from then on it is brought to an end, by the next start if need be. What was cleared where: a
 * DaybookCheck each, with a fault where something was not. (element-type DaybookCheck)
 * Errors: NOT_FOUND; REFUSED (only the owner may; an encrypted backup cannot be opened); BUSY (an import is going on); CANCELLED. */
GPtrArray *daybook_store_erase           (DaybookStore           *store,
                                          const DaybookId        *customer,
                                          const char             *reason,
                                          const char             *passphrase,
                                          GFileProgressCallback   progress,
                                          gpointer                progress_data,
                                          GCancellable           *cancellable,
                                          GError                **error);
/* Brings an erasure to an end that was cut off. What it says to a person; NULL: there was none. (transfer full) */
char      *daybook_store_resume_erasure  (DaybookStore           *store,
                                          GError                **error);

G_END_DECLS
