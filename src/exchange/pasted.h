/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import.h"
#include "exchange/paste-reviews.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pasted reviews on their way into the book: a file without a name beside it, that nobody else
 * may read and that is gone with the object, or with the process. */
typedef struct _DaybookPasted DaybookPasted;

/* `text` is what was pasted: a table is imported as it stands. `folder`: of the book.
 * Errors: FULL, REFUSED, FAILED. */
DaybookPasted *daybook_pasted_new      (const char         *folder,
                                        const DaybookPaste *paste,
                                        const char         *text,
                                        gsize               length,
                                        const char         *platform,
                                        GError            **error);
void           daybook_pasted_free     (DaybookPasted      *pasted);
/* Valid as long as the object. */
const char    *daybook_pasted_get_path (DaybookPasted      *pasted);
/* Before preparing: tells the import what it is called and where it comes from. */
void           daybook_pasted_tell     (DaybookPasted      *pasted,
                                        DaybookImport      *import);
/* What a person reads for its name. */
const char    *daybook_pasted_name     (void);

/* A file of this path that keeps the object, which is taken over, as long as it lives: for
 * those who queue files. (transfer full) */
GFile         *daybook_pasted_to_file  (DaybookPasted      *pasted);
/* The object of such a file; NULL of others. (transfer none) */
DaybookPasted *daybook_pasted_of       (GFile              *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPasted, daybook_pasted_free)

G_END_DECLS
