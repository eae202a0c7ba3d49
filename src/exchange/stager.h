/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/staging.h"

G_BEGIN_DECLS

/* Stages what is parsed in a thread of its own, so that a file is read and what
 * was read is written at the same time. What comes is staged in its order. Used
 * by one thread; the staging is the stager's alone until it has finished. */
typedef struct _DaybookStager DaybookStager;

DaybookStager *daybook_stager_new         (DaybookStaging       *staging);
/* Stops at once, and waits for that. */
void           daybook_stager_free        (DaybookStager        *self);

/* Takes the record over and gives another for it, of which nothing is to be
 * expected. Waits where too much has come already. Errors: the staging's, of any
 * record before. */
gboolean       daybook_stager_add         (DaybookStager        *self,
                                           DaybookOrderRecord  **record,
                                           GError              **error);
/* The problem is copied. */
gboolean       daybook_stager_add_problem (DaybookStager        *self,
                                           const DaybookProblem *problem,
                                           GError              **error);
/* Waits until everything is staged. Nothing can be added then. */
gboolean       daybook_stager_finish      (DaybookStager        *self,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookStager, daybook_stager_free)

G_END_DECLS
