/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/reveal.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The rows that --unmasked is about to show, written down before they are shown
 * (RECORDS §9). Each row has an entry of its own, since “which” is what is asked
 * afterwards; of a list too long for anybody to read there is one entry with the
 * count, so that it does not bury the others. Rows without personal data have none. */
typedef struct _DaybookLooks DaybookLooks;

DaybookLooks *daybook_looks_new        (DaybookCli         *cli);
void          daybook_looks_free       (DaybookLooks       *self);
void          daybook_looks_add        (DaybookLooks       *self,
                                        const DaybookTable *table,
                                        gint64              rowid);
/* Adds every row in an answer: the objects that have an `id` and a `kind`. */
void          daybook_looks_add_object (DaybookLooks       *self,
                                        JsonObject         *object);
/* Writes them down; without --unmasked, or without such rows, it does nothing.
 * Errors: as daybook_store_commit(); nothing may be shown then. */
gboolean      daybook_looks_log        (DaybookLooks       *self,
                                        GError            **error);

/* Who looks from the command line, now. `reason` is borrowed. */
DaybookLook   daybook_cli_look         (DaybookCli         *cli,
                                        const char         *reason,
                                        DaybookRevealHow    how);

/* Writes down that a query of `total` rows asks by a whole phone number, where it does:
 * whoever asks so learns whose it is, or that it is nobody's. Errors: as
 * daybook_store_commit(). */
gboolean      daybook_cli_log_question (DaybookCli         *cli,
                                        const DaybookQuery *query,
                                        gint64              total,
                                        GError            **error);

/* The same of a query whose rows are not counted yet. */
gboolean      daybook_cli_log_query    (DaybookCli         *cli,
                                        const DaybookQuery *query,
                                        GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookLooks, daybook_looks_free)

G_END_DECLS
