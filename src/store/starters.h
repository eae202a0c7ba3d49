/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/language.h"
#include "store/reader.h"

G_BEGIN_DECLS

typedef enum
{
  DAYBOOK_STARTERS_ARTICLES = 1 << 0,
  DAYBOOK_STARTERS_PHRASES = 1 << 1,
  DAYBOOK_STARTERS_ALL = DAYBOOK_STARTERS_ARTICLES | DAYBOOK_STARTERS_PHRASES,
} DaybookStarters;

/* What a shop begins with, in one act: the articles and phrases, or either, that Daybook brings in that language. The
 * act is the program's (DAYBOOK_ACT_RULE) and nobody's: whoever undoes what they did last does not mean it; from the
 * history it is taken back like any other. Of size 0 where the shop has, or had, all of it. `now`: UTC seconds.
 * (transfer full) Errors: as the reader. */
DaybookEdit    *daybook_starters_act   (DaybookReader     *reader,
                                        DaybookStarters    kinds,
                                        DaybookLanguage    language,
                                        gint64             now,
                                        GError           **error);
/* The kinds (DaybookStarters) of which any that Daybook brings is in the book, or in its trash, in whatever language: of
 * these the shop had its beginning. -1 on error: as the reader. */
int             daybook_starters_known (DaybookReader     *reader,
                                        GError           **error);
/* Commits all of it. NULL without error: the shop has, or had, all of it. (transfer full)
 * Errors: as the reader; as daybook_store_commit(). */
DaybookOutcome *daybook_starters_bring (DaybookStore      *store,
                                        DaybookLanguage    language,
                                        GError           **error);

G_END_DECLS
