/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/born-words.h"
#include "exchange/import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sentences about imports, for people. All (transfer full). */

/* What a prepared file is: "Tmall orders, GB18030, as of 22 November 2026 09:12". */
char *daybook_describe_import  (DaybookStore               *store,
                                DaybookImport              *import);
/* What a file is as far as it is known before it is read: "Tmall orders, GB18030". Markup. */
char *daybook_describe_first_look (const DaybookFirstLook   *look);
/* What an import did: "120 new · 35 updated · 400 the same · 3 with problems". */
char *daybook_describe_counts  (const DaybookStagingCounts *counts);
/* How far a long work is; "" as long as the end is not known. */
char *daybook_describe_progress (goffset                    current,
                                 goffset                    total);
/* Shows in the label which cases the import opens, or has; hides it where there are none. */
void  daybook_describe_show_cases (GtkLabel                 *label,
                                 DaybookImport              *import,
                                 DaybookBornTime             time);

G_END_DECLS
