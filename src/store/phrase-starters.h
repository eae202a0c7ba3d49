/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/phrase-starter.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The phrases that Daybook brings, by purpose and then as their files have them (PH-01). They are read once and
 * live for good. Any thread. (element-type DaybookPhraseStarter) (transfer none) */
GPtrArray                  *daybook_phrase_starters     (void);
/* NULL: there is none of that key. */
const DaybookPhraseStarter *daybook_phrase_starter_find (const char *key);
/* Adds to the edit those of a language that the shop has never had: what somebody has thrown away stays away.
 * They are the shop's. Errors: as the reader. */
gboolean                    daybook_phrase_starters_add (DaybookEdit      *edit,
                                                         DaybookReader    *reader,
                                                         DaybookLanguage   language,
                                                         GError          **error);

G_END_DECLS
