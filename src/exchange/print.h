/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/disclosure.h"
#include "exchange/paper.h"
#include "store/store.h"

G_BEGIN_DECLS

/* One case, a blank form of a register, or articles, on their way onto paper, for the window and the command
 * line alike. (Lists are printed as they are exported: exchange/export.h.) */
#define DAYBOOK_TYPE_PRINT (daybook_print_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPrint, daybook_print, DAYBOOK, PRINT, GObject)

DaybookPrint *daybook_print_new_case   (DaybookStore         *store,
                                        const DaybookId      *id);
/* Of the register with that key. */
DaybookPrint *daybook_print_new_form   (DaybookStore         *store,
                                        const char           *key);
/* Articles, by key (gint64, taken over); NULL: all but the retired. They go into other files, too. */
DaybookPrint *daybook_print_new_articles (DaybookStore        *store,
                                        GArray               *keys);
/* Whether it can be written into a file of that name; of articles also into a page (.html). */
gboolean      daybook_print_fits      (DaybookPrint         *self,
                                        const char           *path);
/* Whether it shows something of a person that is masked otherwise. */
gboolean      daybook_print_has_masks (DaybookPrint         *self);
/* Its case; NULL: it is of none. */
const DaybookId *daybook_print_get_case (DaybookPrint        *self);
/* Into a PDF of that name too. Of articles what the name is of alone: PDF, HTML, or else a folder for them
 * (exchange/articles-export.h). */
void          daybook_print_set_path   (DaybookPrint         *self,
                                        const char           *path);
/* It is printed in full: written down before it is (core/reveal.h), and only the owner or a lead may. */
void          daybook_print_disclose   (DaybookPrint         *self,
                                        const DaybookDisclosure *disclosure);

/* Fills the paper. Blocks: for the command line. NULL without error: it went into files alone. (transfer full)
 * Errors: NOT_FOUND (the case, the register); REFUSED (the person may not have it in full; the
 * customer has not given consent; see daybook_disclosure_check()); as
 * daybook_store_commit(), daybook_new_file_keep(). */
DaybookPaper *daybook_print_run        (DaybookPrint         *self,
                                        GError              **error);
/* The same in a thread of its own. `progress` (or NULL) is told of articles. */
void          daybook_print_run_async  (DaybookPrint         *self,
                                        GFileProgressCallback progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
DaybookPaper *daybook_print_run_finish (DaybookPrint         *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
