/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A phrase: what it says, where it is offered, what it proposes and how it was of use; and, in its place, the form in which
 * it is written. What stands in the form is kept when it is left, however that is. */
#define DAYBOOK_TYPE_PHRASE_PANEL (daybook_phrase_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhrasePanel, daybook_phrase_panel, DAYBOOK, PHRASE_PANEL, AdwBin)

GtkWidget       *daybook_phrase_panel_new        (DaybookDesk        *desk);
/* Another phrase, of daybook_used_phrases, or the same one after a change. While it is in the form that stands. */
void             daybook_phrase_panel_show       (DaybookPhrasePanel *self,
                                                  const DaybookRow   *row);
gboolean         daybook_phrase_panel_shows      (DaybookPhrasePanel *self,
                                                  const DaybookId    *id);
/* Writes in the phrase that is shown, or in a new one as `draft` has it. */
void             daybook_phrase_panel_edit       (DaybookPhrasePanel *self);
void             daybook_phrase_panel_add        (DaybookPhrasePanel *self,
                                                  const DaybookRow   *draft);
gboolean         daybook_phrase_panel_is_editing (DaybookPhrasePanel *self);
/* Keeps what stands in the form, and leaves it. What cannot be kept as it stands is said, and of that field stays
 * what was there before. FALSE: nothing was written. */
gboolean         daybook_phrase_panel_leave      (DaybookPhrasePanel *self);

/* Signals: `edit` (DaybookEdit *, const DaybookId *): to be committed, and of which phrase it is, if it is new (else
 * NULL); `left`: the form is left, and what was shown before is shown again: the row in sight may be another one. */

G_END_DECLS
