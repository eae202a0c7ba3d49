/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What phrases propose to be done with what is said (PH-08): a promise, another stage, to put the case off. Each is shown
 * before it happens, with its exact time; what cannot be done says why. On at first is the promise alone. */
#define DAYBOOK_TYPE_PHRASE_ACTS (daybook_phrase_acts_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseActs, daybook_phrase_acts, DAYBOOK, PHRASE_ACTS, AdwBin)

/* Of the row (a case, an order, a customer, or NULL) and those phrases (DaybookRow), the last of which that says something
 * goes before. `asks_promise`: a time is promised in their words. What the person has chosen stays while the phrases do. */
void        daybook_phrase_acts_show         (DaybookPhraseActs *self,
                                              DaybookDesk       *desk,
                                              const DaybookRow  *of,
                                              GPtrArray         *phrases,
                                              gboolean           asks_promise);
void        daybook_phrase_acts_clear        (DaybookPhraseActs *self);
/* The time that the person has written elsewhere, in words; one that is none is left alone. */
void        daybook_phrase_acts_promise      (DaybookPhraseActs *self,
                                              const char        *words);
/* UTC seconds; 0: nothing is promised. */
gint64      daybook_phrase_acts_get_promised (DaybookPhraseActs *self);
/* FALSE, with a sentence: a time is wanted that cannot be read. */
gboolean    daybook_phrase_acts_check        (DaybookPhraseActs *self,
                                              GError           **error);
/* NULL: the case stays where it is. */
const char *daybook_phrase_acts_get_stage    (DaybookPhraseActs *self);
/* UTC seconds; 0: it is not put off. */
gint64      daybook_phrase_acts_get_until    (DaybookPhraseActs *self);

/* Signal `promised`: another time is promised, or none. */

G_END_DECLS
