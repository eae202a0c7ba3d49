/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/disclosure.h"
#include "store/staging.h"

G_BEGIN_DECLS

/* The rows of a file that were not imported, as a file to be corrected and taken again: CSV
 * with the source's header, its cells in full, and two columns more, which the importer takes
 * away again (exchange/own-columns.h). Rows of a second table go into a second file. Only the
 * owner or a lead may have one, and it is written down as an export in full is. */

/* What is written. */
typedef struct
{
  GPtrArray          *rows;  /* DaybookProblemRow: of a file that is not imported yet; or NULL: those
                              * that were kept with `act` */
  DaybookId           act;
  const DaybookTable *about; /* what the rows tell of: daybook_form_kind_about() */
  const DaybookDisclosure *disclosure; /* why they are given away; not by consent */
} DaybookProblemSource;

/* What was written. */
typedef struct
{
  guint64    n_rows;
  GPtrArray *paths; /* char *, at least one */
} DaybookProblemFiles;

/* All rows with problems of a staging, for a source. Main thread: others use the staging too.
 * (transfer full) */
GPtrArray           *daybook_problem_file_read (DaybookStaging  *staging,
                                                GError         **error);
/* What the file may be called, after the one that the rows are from. (transfer full) */
char                *daybook_problem_file_name (const char      *file);

/* Errors: REFUSED (the person may not; the folder may not be written; see daybook_disclosure_check()), NOT_FOUND (the folder;
 * no rows were kept), FULL; as daybook_store_commit(). (transfer full) */
DaybookProblemFiles *daybook_problem_file_save (DaybookStore               *store,
                                                const DaybookProblemSource *source,
                                                const char                 *path,
                                                GError                    **error);
/* The same in a thread of its own. */
void                 daybook_problem_file_save_async  (DaybookStore               *store,
                                                       const DaybookProblemSource *source,
                                                       const char                 *path,
                                                       GAsyncReadyCallback         callback,
                                                       gpointer                    data);
DaybookProblemFiles *daybook_problem_file_save_finish (DaybookStore               *store,
                                                       GAsyncResult               *result,
                                                       GError                    **error);
void                 daybook_problem_files_free       (DaybookProblemFiles        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookProblemFiles, daybook_problem_files_free)

G_END_DECLS
