/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opening the shop's book behind the window's back: checks, migrations and the
 * end of an import that was cut off take their time. */

typedef enum
{
  DAYBOOK_BOOK_OWN,
  DAYBOOK_BOOK_SAMPLE, /* filled with a made-up shop when it is empty */
} DaybookBook;

void          daybook_book_open_async  (const char          *folder,
                                        DaybookBook          book,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
/* Errors: as daybook_store_open(), and for the sample those of a commit. */
DaybookStore *daybook_book_open_finish (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
